//! The way to an answer's first word: tries, waits, and the second provider.

use std::time::Duration;

use sha2::{Digest as _, Sha256};
use slimy_llm::{Event, Failure, FailureKind, Message, Request, Stream, Tool};
use slimy_store::Id;

use super::{
    Chat, prompt,
    run::{Job, Said},
    setup::Provider,
};
use crate::Services;

/// Who is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whom {
    /// The first provider.
    First,
    /// The second, for the rest of the turn.
    Second,
}

impl Whom {
    /// The provider.
    pub(super) fn of(self, chat: &Chat) -> &Provider {
        let setup = &chat.setup;
        match (self, &setup.second) {
            (Self::Second, Some(second)) => second,
            _ => &setup.first,
        }
    }
}

/// An answer that has begun.
pub(super) struct Begun {
    pub(super) stream: Stream,
    pub(super) first: Event,
}

/// Asks until something comes. What passes is tried again, by the provider's own word when; what is
/// overload or silence is then carried to the second provider, and `said` knows. Each try that a
/// provider took is paid for, and none more is made than there is budget for. Nothing has been said
/// when this fails.
pub(super) async fn begin(
    services: &Services,
    chat: &Chat,
    job: &Job,
    said: &mut Said,
    (messages, tools): (Vec<Message>, Vec<Tool>),
    mut jitter: impl FnMut() -> f64,
) -> Result<Begun, Failure> {
    let mut request = Request {
        model: said.whom.of(chat).model.clone(),
        messages,
        max_tokens: chat.setup.answer_tokens,
        temperature: None,
        tools,
        format: None,
    };
    loop {
        let provider = said.whom.of(chat);
        provider.model.clone_into(&mut request.model);
        if !provider.sees {
            prompt::blindly(&mut request.messages);
        }
        let failure = match insist(services, chat, job, said, &request, &mut jitter).await {
            Ok(begun) => return Ok(begun),
            Err(failure) => failure,
        };
        let has_second = chat.setup.second.is_some() && said.whom == Whom::First;
        let is_carried = has_second && failure.kind.falls_back();
        if !is_carried || !said.pays_again(services, chat, job).await {
            return Err(failure);
        }
        said.whom = Whom::Second;
        said.carried_for = Some(failure.kind);
    }
}

/// Asks the provider whose turn it is, as often as it is worth it.
async fn insist(
    services: &Services,
    chat: &Chat,
    job: &Job,
    said: &mut Said,
    request: &Request,
    jitter: &mut impl FnMut() -> f64,
) -> Result<Begun, Failure> {
    let provider = said.whom.of(chat);
    let mut made = 1;
    loop {
        said.asks();
        let failure = match open(provider, request).await {
            Ok(begun) => return Ok(begun),
            Err(failure) => failure,
        };
        let (kind, detail) = (failure.kind, said.loggable(&failure));
        tracing::warn!(model = provider.model, %kind, detail, made, "the model did not begin");
        said.did_not_begin(chat, &failure).await;
        let Some(wait) = chat.retries.wait(made, &failure, jitter()) else {
            return Err(failure);
        };
        made += 1;
        tokio::time::sleep(wait).await;
        if !said.pays_again(services, chat, job).await {
            return Err(failure);
        }
    }
}

async fn open(provider: &Provider, request: &Request) -> Result<Begun, Failure> {
    let mut stream = provider.client.stream(request).await?;
    let first = stream.next().await?;
    let first = first.ok_or_else(|| Failure {
        was_taken: true,
        ..Failure::new(FailureKind::Nonsense, "a stream of nothing")
    })?;
    Ok(Begun { stream, first })
}

/// Numbers from 0 to 1 that differ between answers.
pub(super) fn jitter(answer: &Id) -> impl FnMut() -> f64 + Send + use<> {
    let mut state = Sha256::digest(answer.as_str());
    move || {
        state = Sha256::digest(state);
        f64::from(u32::from_le_bytes([state[0], state[1], state[2], state[3]]))
            / f64::from(u32::MAX)
    }
}

/// The longest that a whole turn may take: three patient tries with both providers, and an answer
/// of many words behind them.
pub(super) const LONGEST_TURN: Duration = Duration::from_mins(12);
