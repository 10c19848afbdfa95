//! What of a conversation the model is shown.

use slimy_llm::{Image, Message, Part};

use super::{
    Counter, Fault,
    safe::visible,
    tokens::{IMAGE, PER_MESSAGE, PER_REQUEST},
};

/// What somebody asked.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Asked {
    /// Their words.
    pub text: String,
    /// The words of somebody else that they refer to.
    pub quoted: Option<Quote>,
    /// What they attached.
    pub files: Vec<File>,
    /// The tokens of the words, the quote and the files, images with [`IMAGE`] each, when they were
    /// counted before. Of a question of the moment they are counted again.
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

/// The most tokens of what stands around a quote or a file, with a name of [`NAME`] characters.
const FRAME: usize = 160;
/// The most characters of a name that the model is shown.
const NAME: usize = 40;
/// Said in the place of what does not fit.
const CUT: &str = "[The rest is left out: it is too long.]";
/// Said in the place of an answer that never came: many models insist on one after each question.
const UNANSWERED: &str = "(This was not answered.)";

/// Puts together what the model is shown within `budget` tokens: `instructions`, as many of the
/// turns (`history`, newest first) as fit without a gap, and the question. A turn of the past whose
/// files do not fit is shown without them. The words and the images of the question are never cut:
/// when they do not fit, it is [`Fault::TooLong`]; a quote and text files are cut to fit, and the
/// model is told so.
pub fn compose(
    counter: Counter,
    instructions: &str,
    history: Vec<Turned>,
    question: Asked,
    budget: usize,
) -> Result<Context, Fault> {
    let base = PER_REQUEST + PER_MESSAGE + counter.count(instructions);
    let room = budget.checked_sub(base).ok_or(Fault::TooLong)?;
    let (asked, spent) = fitted(counter, question, room)?;
    let mut left = room - spent;

    let mut newest_first = vec![asked];
    let mut left_out = 0;
    let mut is_full = false;
    for turn in history {
        let messages = 1 + usize::from(turn.answer.is_some());
        let shown = if is_full {
            None
        } else {
            past(counter, turn, left)
        };
        let Some((question, answer, tokens)) = shown else {
            is_full = true;
            left_out += messages;
            continue;
        };
        left -= tokens;
        newest_first.push(answer);
        newest_first.push(question);
    }

    newest_first.push(Message::System(instructions.to_owned()));
    newest_first.reverse();
    Ok(Context {
        messages: newest_first,
        tokens: budget - left,
        left_out,
    })
}

/// The question of the moment in at most `room` tokens, and its tokens.
fn fitted(counter: Counter, question: Asked, room: usize) -> Result<(Message, usize), Fault> {
    let (question, _) = question.cleaned();
    let images = question.images() * IMAGE;
    let words = PER_MESSAGE + counter.count(&question.text) + images;
    let mut left = room.checked_sub(words).ok_or(Fault::TooLong)?;
    let mut cut = |text: String| {
        let inside = left.checked_sub(FRAME).ok_or(Fault::TooLong)?;
        let kept = counter.cut(&text, inside);
        let tokens = counter.count(kept);
        left -= FRAME + tokens;
        Ok(if kept.len() == text.len() {
            text
        } else {
            format!("{kept}\n{CUT}")
        })
    };
    let mut fitted = Asked {
        text: question.text,
        ..Asked::default()
    };
    if let Some(Quote { author, text }) = question.quoted {
        let text = cut(text)?;
        fitted.quoted = Some(Quote { author, text });
    }
    for file in question.files {
        fitted.files.push(match file {
            File::Text { name, text } => File::Text {
                name,
                text: cut(text)?,
            },
            image @ File::Image(_) => image,
        });
    }
    Ok((fitted.into_message(), room - left))
}

/// A turn of the past with its tokens, when it fits `room`.
fn past(counter: Counter, turn: Turned, room: usize) -> Option<(Message, Message, usize)> {
    let (answer, answer_tokens) = match turn.answer {
        Some(Answered { text, tokens }) if !text.trim().is_empty() => {
            let tokens = tokens.unwrap_or_else(|| counter.count(&text));
            (text, tokens)
        }
        _ => (UNANSWERED.to_owned(), counter.count(UNANSWERED)),
    };
    let left = room.checked_sub(answer_tokens + 2 * PER_MESSAGE)?;
    let (mut question, is_changed) = turn.question.cleaned();
    if is_changed && let Some(before) = question.tokens {
        // What was counted is not what is shown.
        question.tokens = Some(before.max(question.inside(counter)));
    }
    let mut tokens = question.tokens(counter);
    if tokens > left {
        question = question.without_files();
        tokens = question.tokens(counter);
    }
    let spent = room - left.checked_sub(tokens)?;
    Some((question.into_message(), Message::assistant(answer), spent))
}

impl Asked {
    fn images(&self) -> usize {
        let images = self
            .files
            .iter()
            .filter(|file| matches!(file, File::Image(_)));
        images.count()
    }

    /// Without what only a model reads: characters that nobody sees, and in what others wrote the
    /// end of its frame. Tells whether that was another text; done before anything is counted.
    fn cleaned(mut self) -> (Self, bool) {
        let mut is_changed = false;
        let mut clean = |text: &mut String, is_framed: bool| {
            // First what is invisible: it may stand in the middle of an end.
            let mut cleaned = visible(text);
            if is_framed {
                cleaned = cleaned.replace("</", "< /");
            }
            if cleaned != *text {
                *text = cleaned;
                is_changed = true;
            }
        };
        clean(&mut self.text, false);
        if let Some(quote) = &mut self.quoted {
            clean(&mut quote.text, true);
        }
        for file in &mut self.files {
            if let File::Text { text, .. } = file {
                clean(text, true);
            }
        }
        (self, is_changed)
    }

    /// The tokens of all that is shown of it, at most.
    fn tokens(&self, counter: Counter) -> usize {
        let framed = self.files.len() - self.images() + usize::from(self.quoted.is_some());
        let inside = self.tokens.unwrap_or_else(|| self.inside(counter));
        inside + framed * FRAME
    }

    /// The tokens of the words, the quote and the files.
    fn inside(&self, counter: Counter) -> usize {
        let of_file = |file: &File| match file {
            File::Image(_) => IMAGE,
            File::Text { text, .. } => counter.count(text),
        };
        let files: usize = self.files.iter().map(of_file).sum();
        let quoted = self
            .quoted
            .as_ref()
            .map_or(0, |quote| counter.count(&quote.text));
        counter.count(&self.text) + quoted + files
    }

    /// The words alone, with the names of what is not shown any more.
    fn without_files(self) -> Self {
        let mut text = self.text;
        for file in &self.files {
            let name = match file {
                File::Image(_) => "an image",
                File::Text { name, .. } => &one_line(name),
            };
            text.push_str("\n(Attached then, left out now: ");
            text.push_str(name);
            text.push_str(".)");
        }
        Self {
            text,
            quoted: self.quoted,
            ..Self::default()
        }
    }

    /// What the person says, after what they refer to.
    fn into_message(self) -> Message {
        let mut text = String::new();
        if let Some(Quote { author, text: said }) = &self.quoted {
            let author = one_line(author);
            let before = format!("A message by {author}, which I refer to:");
            framed(&mut text, &before, "quoted_message", said);
        }
        let mut images = Vec::new();
        for file in self.files {
            match file {
                File::Image(image) => images.push(Part::Image(image)),
                File::Text { name, text: inside } => {
                    let before = format!("My file {}:", one_line(&name));
                    framed(&mut text, &before, "attached_file", &inside);
                }
            }
        }
        text.push_str(&self.text);
        let mut parts = Vec::with_capacity(1 + images.len());
        if !text.is_empty() || images.is_empty() {
            parts.push(Part::Text(text));
        }
        parts.append(&mut images);
        Message::User(parts)
    }
}

/// Puts `inside`, which is [`Asked::cleaned`], between marks that it cannot end itself.
fn framed(text: &mut String, before: &str, mark: &str, inside: &str) {
    for part in [
        before,
        "\n<",
        mark,
        ">\n",
        inside.trim_end(),
        "\n</",
        mark,
        ">\n\n",
    ] {
        text.push_str(part);
    }
}

/// A name that cannot say more than a name does.
fn one_line(name: &str) -> String {
    let shown = |c: char| {
        if c.is_whitespace() || matches!(c, '<' | '>') {
            ' '
        } else {
            c
        }
    };
    visible(name).chars().map(shown).take(NAME).collect()
}

#[cfg(test)]
mod tests;
