//! An answer on its way: server-sent events that wait for their turn, or one body, and the ways in
//! which either goes wrong.

use std::collections::VecDeque;
use std::io;

use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::stream;

use super::answer::Answer;
use super::call::Call;
use super::failure::server_error;
use super::pace::Tempo;
use super::reply::Ending;
use super::{Outcome, Reply};

/// A chunk that a program wrote while it fell over.
const GARBLED: &str = r#"{"id":"chatcmpl-standin","object":"chat.comple"#;

/// Some bytes, and whether they wait for the tempo.
struct Frame {
    waits: bool,
    bytes: Bytes,
}

/// What is still to be sent, and how it ends.
struct Sending {
    frames: VecDeque<Frame>,
    tempo: Tempo,
    breaks: bool,
    outcome: Outcome,
    call: Call,
}

/// The answer as a stream of events.
pub(crate) fn streamed(call: Call, answer: &Answer, reply: &Reply) -> Response {
    let (kept, error) = match reply.ending {
        Ending::Whole => (answer.deltas.len(), None),
        Ending::Breaks(pieces) | Ending::StopsShort(pieces) => (pieces, None),
        Ending::Errs(pieces) => (pieces, Some(server_error().to_json())),
    };
    let mut frames = vec![event(false, &answer.opening().to_string())];
    for (place, delta) in answer.deltas.iter().enumerate().take(kept) {
        let is_garbled = reply.garbled == Some(place + 1);
        let data = if is_garbled {
            GARBLED.to_owned()
        } else {
            answer.chunk(delta).to_string()
        };
        frames.push(event(true, &data));
    }
    frames.extend(error.as_ref().map(|error| event(false, &error.to_string())));
    if matches!(reply.ending, Ending::Whole) {
        frames.extend(
            answer
                .closing()
                .iter()
                .map(|chunk| event(false, &chunk.to_string())),
        );
        frames.push(event(false, "[DONE]"));
    }
    if reply.has_comments {
        frames = frames.into_iter().flat_map(with_comment).collect();
    }
    if reply.is_shredded {
        frames = frames.into_iter().flat_map(shreds).collect();
    }
    let body = send(call, reply, frames);
    let kind = (header::CONTENT_TYPE, "text/event-stream; charset=utf-8");
    ([kind, (header::CACHE_CONTROL, "no-cache")], body).into_response()
}

/// The answer in one body, after all that a stream would have waited for.
pub(crate) async fn whole(call: Call, answer: &Answer, reply: &Reply) -> Response {
    let whole = answer.whole().to_string();
    let half = || Bytes::copy_from_slice(&whole.as_bytes()[..whole.len() / 2]);
    let (kept, bytes) = match reply.ending {
        Ending::Whole if reply.garbled.is_some() => (answer.deltas.len(), half()),
        Ending::Whole => (answer.deltas.len(), Bytes::from(whole.clone())),
        Ending::Breaks(pieces) | Ending::StopsShort(pieces) => (pieces, half()),
        Ending::Errs(pieces) => (pieces, Bytes::new()),
    };
    for _ in answer.deltas.iter().take(kept) {
        reply.tempo.wait().await;
    }
    if matches!(reply.ending, Ending::Errs(_)) {
        call.end(Outcome::Refused(500));
        return server_error().into_response();
    }
    let frame = Frame {
        waits: false,
        bytes,
    };
    let body = send(call, reply, vec![frame]);
    ([(header::CONTENT_TYPE, "application/json")], body).into_response()
}

fn send(call: Call, reply: &Reply, frames: Vec<Frame>) -> Body {
    let sending = Sending {
        frames: frames.into(),
        tempo: reply.tempo.clone(),
        breaks: matches!(reply.ending, Ending::Breaks(_)),
        outcome: match reply.ending {
            Ending::Whole => Outcome::Answered,
            _ => Outcome::CutOff,
        },
        call,
    };
    Body::from_stream(stream::unfold(sending, next))
}

async fn next(mut sending: Sending) -> Option<(io::Result<Bytes>, Sending)> {
    // What was sent before must leave before the next piece comes or the connection breaks.
    tokio::task::yield_now().await;
    let Some(frame) = sending.frames.pop_front() else {
        sending.call.end(sending.outcome);
        let is_broken = std::mem::take(&mut sending.breaks);
        let broken = io::Error::new(io::ErrorKind::ConnectionReset, "planned");
        return is_broken.then_some((Err(broken), sending));
    };
    if frame.waits {
        sending.tempo.wait().await;
    }
    // A client may go as soon as it has read the last of it, before the end is asked for.
    if sending.frames.is_empty() {
        sending.call.end(sending.outcome);
    }
    Some((Ok(frame.bytes), sending))
}

fn event(waits: bool, data: &str) -> Frame {
    Frame {
        waits,
        bytes: Bytes::from(format!("data: {data}\n\n")),
    }
}

/// Comments come at once: they are what is sent while nothing else can be.
fn with_comment(frame: Frame) -> [Frame; 2] {
    let comment = Frame {
        waits: false,
        bytes: Bytes::from_static(b": the model is thinking\n\n"),
    };
    [comment, frame]
}

/// A frame three bytes at a time; the first of them waits for all.
fn shreds(frame: Frame) -> impl Iterator<Item = Frame> {
    let starts = (0..frame.bytes.len()).step_by(3);
    starts.map(move |start| Frame {
        waits: frame.waits && start == 0,
        bytes: frame.bytes.slice(start..frame.bytes.len().min(start + 3)),
    })
}
