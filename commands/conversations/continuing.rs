//! **Continue here**: going on with a conversation in this channel.

use slimy_domain::{
    Id,
    chat::keeping::{self, Kept},
};
use slimy_words::{Words, say};

use crate::{
    Error,
    answer::Answer,
    check::Request,
    component::{Begins, Control},
    embed::{GOOD, card},
};

use super::words::title;

/// The option that asks for an answer which nobody else sees.
const PRIVATE: &str = "opt-chat-private";

control! {
    /// **Continue here** under an open conversation.
    pub(crate) struct Continue("conversations.continue") { id: Id }
}

impl Control for Continue {
    type Input = ();
    type Outcome = Answer;
    const BEGINS: Begins = Begins::Quietly;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let (services, actor) = (request.services, &request.actor);
        let moved = keeping::continue_here(services, actor, &self.id, &request.channel_id).await?;
        Ok(answer(request.words, &moved))
    }
}

fn answer(words: Words, kept: &Kept) -> Answer {
    let title = title(words, kept.title.as_deref());
    let said = if kept.private {
        let option = words.find(PRIVATE).unwrap_or_default();
        say!(
            words,
            "conversations-continued-privately",
            option = option,
            title = title
        )
    } else {
        say!(words, "conversations-continued-how", title = title)
    };
    card(&say!(words, "conversations-continued"))
        .description(said)
        .colour(GOOD)
        .into()
}

#[cfg(test)]
mod tests {
    use slimy_words::Language;

    use super::{super::fixture, *};
    use crate::limits::fault;

    #[test]
    fn the_answer_says_how_to_go_on() {
        let [here, private, _] = fixture::three();
        let answers = |language| {
            let words = Words::of(language);
            let answers = [answer(words, &here), answer(words, &private)];
            assert!(answers.iter().all(|answer| fault(answer).is_none()));
            serde_json::to_string_pretty(&answers).unwrap()
        };
        insta::assert_snapshot!(answers(Language::En));
        insta::assert_snapshot!("in_de", answers(Language::De));
    }
}
