//! What the model looks up, and what it is shown of that.

use slimy_llm::{Answer, Message, ToolCall};
use tokio::sync::watch;

use super::{
    super::{Chat, Counter, Draft, Fault, State, finish::How, tools},
    Job, Said,
};
use crate::{Error, Services, UserError, chain};

/// Tools that it may call at a time.
const CALLS: usize = 4;
/// In the place of what was looked up, where there is no room for it any more.
const LEFT_OUT: &str =
    r#"{"note": "Left out: there is no more room. Answer with what you have, and say so."}"#;

/// Looks up what the model wants to know: each with the rights of who asks, checked anew.
pub(super) async fn look(
    services: &Services,
    job: &Job,
    answer: Answer,
    said: &mut Said,
    draft: &watch::Sender<Draft>,
) -> Vec<Message> {
    let mut calls = answer.calls;
    let mut results = Vec::with_capacity(calls.len());
    for (number, call) in calls.iter_mut().enumerate() {
        if call.id.is_empty() {
            call.id = format!("call_{number}");
        }
        let content = if number < CALLS {
            let name = tools::known(&call.name);
            if let Some(name) = name {
                said.tools.push(name);
                said.show(draft, State::UsingTool(name));
            }
            tools::call(services, &job.actor, &call.name, &call.arguments).await
        } else {
            tools::too_many(CALLS)
        };
        results.push(Message::ToolResult {
            id: call.id.clone(),
            content,
        });
        // It is sent back as it came, within bounds.
        if call.arguments.len() > tools::LONGEST_ARGUMENTS {
            "{}".clone_into(&mut call.arguments);
        }
        plain(call);
    }
    let words = said.text[said.from..].to_owned();
    let mut exchanged = vec![Message::Assistant { text: words, calls }];
    exchanged.append(&mut results);
    exchanged
}

/// A name that providers take back: a model may have made one up that they refuse.
fn plain(call: &mut ToolCall) {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let name: String = call
        .name
        .chars()
        .filter(|c| is_plain(*c))
        .take(64)
        .collect();
    call.name = if name.is_empty() {
        "unknown".to_owned()
    } else {
        name
    };
}

/// What the model is shown in the next round: all of it anew, since its context was not kept, and
/// what was looked up. It is paid for like any call. Where there is no room for all of it, the oldest of
/// what was looked up is left out, and true: nothing more is to be looked up.
pub(super) async fn further(
    services: &Services,
    chat: &Chat,
    job: &Job,
    said: &mut Said,
    looked: &mut Vec<Message>,
) -> Result<(Vec<Message>, bool), How> {
    let counter = chat.counter().await;
    let Job { plan, source, .. } = job;
    let mut is_full = false;
    let (context, more) = loop {
        let more = weight(counter, looked);
        let room = chat.setup.context_tokens.saturating_sub(more);
        match source.context(services, chat, plan, room).await {
            Ok(context) => break (context, more),
            Err(Error::User(UserError::Chat(Fault::TooLong))) if shorten(looked) => is_full = true,
            Err(error) => return Err(how(error)),
        }
    };
    said.left_out = said.left_out.max(context.left_out);
    let prompt = context.tokens + more + plan.tokens(counter);
    said.shown = i64::try_from(prompt).unwrap_or(i64::MAX);
    said.reserve(services, chat, job).await.map_err(how)?;
    let mut messages = context.messages;
    messages.extend_from_slice(looked);
    Ok((messages, is_full))
}

fn weight(counter: Counter, looked: &[Message]) -> usize {
    looked
        .iter()
        .map(|message| tools::weight(counter, message))
        .sum()
}

/// Makes what was looked up shorter: by the oldest result that is not left out yet, else by the
/// oldest calls and their results altogether. False when nothing is left of it.
fn shorten(looked: &mut Vec<Message>) -> bool {
    for message in looked.iter_mut() {
        if let Message::ToolResult { content, .. } = message
            && content.len() > LEFT_OUT.len()
        {
            LEFT_OUT.clone_into(content);
            return true;
        }
    }
    let is_call = |message: &Message| matches!(message, Message::Assistant { .. });
    let next = looked.iter().skip(1).position(is_call);
    let oldest = next.map_or(looked.len(), |next| next + 1);
    looked.drain(..oldest).next().is_some()
}

/// An error in the middle of a turn: a refusal is told, what else it is the host is told.
fn how(error: Error) -> How {
    match error {
        Error::User(UserError::Chat(fault)) => How::Failed(fault),
        error => {
            tracing::error!(error = chain(&error), "a turn could not go on");
            How::Interrupted
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exchange(result: &str) -> [Message; 2] {
        let call = ToolCall {
            id: "1".to_owned(),
            name: "club_stats".to_owned(),
            arguments: String::new(),
        };
        let called = Message::Assistant {
            text: String::new(),
            calls: vec![call],
        };
        let told = Message::ToolResult {
            id: "1".to_owned(),
            content: result.to_owned(),
        };
        [called, told]
    }

    #[test]
    fn the_oldest_results_go_first_and_then_the_oldest_calls_with_theirs() {
        let long = "x".repeat(200);
        let mut looked = [exchange(&long), exchange(&long)].concat();
        assert!(shorten(&mut looked));
        assert_eq!(looked, [exchange(LEFT_OUT), exchange(&long)].concat());
        assert!(shorten(&mut looked));
        assert_eq!(looked, [exchange(LEFT_OUT), exchange(LEFT_OUT)].concat());
        assert!(shorten(&mut looked));
        assert_eq!(looked, exchange(LEFT_OUT));
        assert!(shorten(&mut looked));
        assert!(looked.is_empty());
        assert!(!shorten(&mut looked), "an end");
    }
}
