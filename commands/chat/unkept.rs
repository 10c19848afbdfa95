//! Answers of which nothing is kept: they can be stopped while they come, and neither answered
//! anew nor gone on with.

use poise::serenity_prelude::{ButtonStyle, CreateButton};
use slimy_domain::{
    Id,
    chat::{self, End, Fault, MessageStatus},
};
use slimy_words::{Words, say};

use crate::{
    Error,
    check::Request,
    component::{Control, Later, Press as _},
    privacy,
};

control! {
    /// **Stop** under an answer that comes and of which nothing is kept.
    pub(crate) struct StopUnkept("chat.unkept.stop") { answer: Id }
}

impl Control for StopUnkept {
    type Input = ();
    type Outcome = Later;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Later, Error> {
        chat::stop_unkept(request.services, &request.actor, &self.answer).await?;
        // Who shows the answer shows its end, too: it is in this process.
        Ok(Box::pin(async {}))
    }
}

/// The buttons below such an answer.
pub(super) fn buttons(words: Words, answer: &Id, is_over: bool) -> Vec<CreateButton> {
    if is_over {
        return vec![privacy::about(words)];
    }
    let stop = StopUnkept {
        answer: answer.clone(),
    };
    vec![stop.button(&say!(words, "chat-stop"), ButtonStyle::Danger)]
}

/// How such an answer ended, and that nothing of it is kept. `told` is the sentence of a fault.
pub(super) fn notes(
    words: Words,
    end: &End,
    is_empty: bool,
    told: impl FnOnce(&Fault) -> String,
) -> Vec<String> {
    let how = match (end.status, &end.fault) {
        (MessageStatus::Stopped, _) => Some(say!(words, "chat-stopped")),
        (MessageStatus::Interrupted, _) => Some(say!(words, "consent-note-interrupted")),
        (MessageStatus::Failed, Some(fault)) => Some(match fault.kind() {
            // What they say otherwise leads to buttons that are not there.
            "model_cut_off" => say!(words, "consent-note-cut-off"),
            "model_nonsense" => say!(words, "consent-note-nonsense"),
            "model_too_long" => say!(words, "consent-note-too-long"),
            _ => told(fault),
        }),
        (MessageStatus::Failed, None) => Some(say!(words, "consent-note-failed")),
        _ if is_empty => Some(say!(words, "consent-note-silent")),
        _ => None,
    };
    how.into_iter()
        .chain([say!(words, "consent-note")])
        .collect()
}
