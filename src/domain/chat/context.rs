//! What of a conversation the model is shown.

use slimy_llm::{Image, Message};

use super::{Counter, Fault};

/// What somebody asked.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Asked {
    /// Their words.
    pub text: String,
    /// The words of somebody else that they refer to.
    pub quoted: Option<Quote>,
    /// What they attached.
    pub files: Vec<File>,
    /// The tokens of all of it, when they were counted before.
    pub tokens: Option<usize>,
}

/// Words that somebody refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Whose words, as they call themselves.
    pub author: String,
    /// The words.
    pub text: String,
}

/// What is attached to a question.
#[derive(Debug, Clone, PartialEq)]
pub enum File {
    /// A picture, for a model that sees.
    Image(Image),
    /// A text.
    Text {
        /// The file's name.
        name: String,
        /// What it says.
        text: String,
    },
}

/// What the model answered, as far as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// Its words.
    pub text: String,
    /// Their tokens, when they were counted before.
    pub tokens: Option<usize>,
}

/// A turn of the past.
#[derive(Debug, Clone, PartialEq)]
pub struct Turned {
    /// What was asked.
    pub question: Asked,
    /// The answer that the person chose; none where there was none.
    pub answer: Option<Answered>,
}

/// What the model is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Context {
    /// The instructions, the turns that fit, oldest first, and the question.
    pub messages: Vec<Message>,
    /// The tokens of all of it, about.
    pub tokens: usize,
    /// How many of the messages handed in were left out.
    pub left_out: usize,
}

/// Puts together what the model is shown within `budget` tokens: `instructions`, as many of the
/// turns (`history`, newest first) as fit without a gap, and the question. The words of the
/// question are never cut: when they do not fit, it is [`Fault::TooLong`]; a quote and files are
/// cut to fit, and the model is told so.
pub fn compose(
    counter: Counter,
    instructions: &str,
    history: Vec<Turned>,
    question: Asked,
    budget: usize,
) -> Result<Context, Fault> {
    let tokens = counter.count(instructions) + counter.count(&question.text);
    if tokens > budget {
        return Err(Fault::TooLong);
    }
    Ok(Context {
        messages: vec![
            Message::System(instructions.to_owned()),
            Message::user(question.text),
        ],
        tokens,
        left_out: history.len(),
    })
}
