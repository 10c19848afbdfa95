//! An answer that a test scripts: what is said, how fast, and how it goes wrong.

use std::fmt::Display;
use std::time::Duration;

use super::pace::{Pace, Tempo};

/// A scripted answer. Its pieces are its words, then for each tool call the call's opening and the
/// pieces of its arguments; everything that counts pieces counts these from 1.
#[derive(Clone, Debug)]
pub struct Reply {
    pub(crate) text: String,
    pub(crate) calls: Vec<ToolCall>,
    pub(crate) finish: Option<&'static str>,
    pub(crate) ending: Ending,
    pub(crate) garbled: Option<usize>,
    pub(crate) tempo: Tempo,
    pub(crate) silence: Option<Pace>,
    pub(crate) is_shredded: bool,
    pub(crate) has_comments: bool,
    pub(crate) usage: Option<(u64, u64)>,
}

/// A tool that the model wants called.
#[derive(Clone, Debug)]
pub(crate) struct ToolCall {
    pub(crate) name: String,
    pub(crate) arguments: String,
}

/// How an answer ends; a number is that of the last piece that still comes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ending {
    Whole,
    Breaks(usize),
    StopsShort(usize),
    Errs(usize),
}

impl Reply {
    /// This text, word by word.
    pub fn says(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            calls: Vec::new(),
            finish: None,
            ending: Ending::Whole,
            garbled: None,
            tempo: Tempo::AtOnce,
            silence: None,
            is_shredded: false,
            has_comments: false,
            usage: None,
        }
    }

    /// An answer without a word.
    pub fn empty() -> Self {
        Self::says("")
    }

    /// Wants a tool called with these arguments, JSON as a rule; what is no JSON comes as it is, as
    /// from a model that lost its way.
    pub fn calls(name: &str, arguments: impl Display) -> Self {
        Self::empty().and_calls(name, arguments)
    }

    /// Wants one more tool called in the same answer.
    #[must_use]
    pub fn and_calls(mut self, name: &str, arguments: impl Display) -> Self {
        self.calls.push(ToolCall {
            name: name.to_owned(),
            arguments: arguments.to_string(),
        });
        self
    }

    /// The provider's filter ends it: finish reason `content_filter`.
    #[must_use]
    pub fn filtered(mut self) -> Self {
        self.finish = Some("content_filter");
        self
    }

    /// It runs out of room: finish reason `length`. A request's own limit does the same.
    #[must_use]
    pub fn out_of_room(mut self) -> Self {
        self.finish = Some("length");
        self
    }

    /// The connection breaks after so many pieces.
    #[must_use]
    pub fn cuts_after(mut self, pieces: usize) -> Self {
        self.ending = Ending::Breaks(pieces);
        self
    }

    /// The response ends as if all were well after so many pieces, without finish reason and
    /// `[DONE]`; when it is not streamed, half of its JSON comes.
    #[must_use]
    pub fn stops_short_after(mut self, pieces: usize) -> Self {
        self.ending = Ending::StopsShort(pieces);
        self
    }

    /// The stream carries an error in place of the rest after so many pieces; when it is not
    /// streamed, status 500 says the same.
    #[must_use]
    pub fn errs_after(mut self, pieces: usize) -> Self {
        self.ending = Ending::Errs(pieces);
        self
    }

    /// This piece's chunk is no JSON, the others are; when it is not streamed, the body is none.
    #[must_use]
    pub fn garbles(mut self, piece: usize) -> Self {
        self.garbled = Some(piece);
        self
    }

    /// This long before each piece.
    #[must_use]
    pub fn slow(mut self, pause: Duration) -> Self {
        self.tempo = Tempo::Every(pause);
        self
    }

    /// Headers and role come at once, then each piece waits to be released.
    #[must_use]
    pub fn paced(mut self, pace: &Pace) -> Self {
        self.tempo = Tempo::Paced(pace.clone());
        self
    }

    /// Not even the headers come before one piece of this pace is released.
    #[must_use]
    pub fn silent_until(mut self, pace: &Pace) -> Self {
        self.silence = Some(pace.clone());
        self
    }

    /// The stream arrives three bytes at a time, through the middle of lines and letters.
    #[must_use]
    pub fn shredded(mut self) -> Self {
        self.is_shredded = true;
        self
    }

    /// A comment comes before each event, as from proxies that keep the connection alive.
    #[must_use]
    pub fn with_comments(mut self) -> Self {
        self.has_comments = true;
        self
    }

    /// Claims to have used so many tokens for the request and for the answer.
    #[must_use]
    pub fn counts(mut self, prompt_tokens: u64, completion_tokens: u64) -> Self {
        self.usage = Some((prompt_tokens, completion_tokens));
        self
    }
}

impl From<&str> for Reply {
    fn from(text: &str) -> Self {
        Self::says(text)
    }
}

impl From<String> for Reply {
    fn from(text: String) -> Self {
        Self::says(text)
    }
}
