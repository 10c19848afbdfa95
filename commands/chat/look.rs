//! How an answer of the model looks in Discord: its words in posts, what there is to say of it in
//! small print, and its buttons.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow, CreateButton};
use slimy_domain::{
    Id,
    chat::{
        Draft, End, MessageStatus, POSTS, Shape, State, View, safe,
        split::{POST, preview, shape, split},
    },
};

use crate::{
    answer::Answer,
    component::Press as _,
    limits::CONTENT,
    text::{name, plain, shorten},
};

use super::buttons::{Again, Alternative, New, Stop};

/// What the file of a long answer is called.
const FILE: &str = "answer.md";
/// The most of a model's name that is shown.
const MODEL: usize = 60;
/// The most of a person's name in what is said above an answer.
const NAME: usize = 60;
/// More bytes than the posts of an answer can show: a UTF-16 unit is at most three.
const SHOWN: usize = POSTS * POST * 4;

/// What is shown.
pub(super) struct Look<'a> {
    /// The key of the answer.
    pub(super) answer: &'a Id,
    /// Its words, and how far it is.
    pub(super) draft: &'a Draft,
    /// The answer before it to the same question, and the one after it.
    pub(super) beside: [Option<&'a Id>; 2],
    /// Whether the next question begins a new conversation.
    pub(super) is_closed: bool,
    /// What comes first, small: what the answer is about.
    pub(super) about: Option<String>,
}

impl<'a> Look<'a> {
    /// An answer that comes.
    pub(super) fn of(answer: &'a Id, draft: &'a Draft) -> Self {
        Self {
            answer,
            draft,
            beside: [None, None],
            is_closed: false,
            about: None,
        }
    }

    /// An answer as it is stored.
    pub(super) fn of_view(view: &'a View) -> Self {
        Self {
            beside: [view.previous.as_ref(), view.next.as_ref()],
            about: about(view),
            ..Self::of(&view.answer, &view.draft)
        }
    }

    /// The messages, the buttons under the last.
    pub(super) fn posts(&self) -> Vec<Answer> {
        let mut posts = match self.draft.end() {
            Some(end) => self.whole(end),
            None => self.coming(),
        };
        if let Some(about) = &self.about
            && let Some(first) = posts.first_mut()
        {
            let units = first.content.encode_utf16().count() + about.encode_utf16().count();
            if units < CONTENT {
                first.content = format!("{about}\n{}", first.content);
            }
        }
        if let Some(last) = posts.last_mut() {
            last.rows = vec![CreateActionRow::Buttons(self.buttons())];
        }
        posts
    }

    /// What is there so far, of an answer that is not over.
    fn coming(&self) -> Vec<Answer> {
        let text = &self.draft.text;
        // Every second anew: not all of a text that becomes a file anyway.
        let beginning = &text[..text.floor_char_boundary(SHOWN)];
        let mut parts = split(&safe::shown(beginning), POST);
        let is_long = parts.len() > POSTS || beginning.len() < text.len();
        parts.truncate(POSTS);
        let last = parts.pop().unwrap_or_default();
        let note = match &self.draft.state {
            State::UsingTool(tool) => Some(using(tool)),
            _ if last.is_empty() => Some("Thinking…"),
            _ if is_long => Some("It goes on: all of it will come as a file."),
            _ => None,
        };
        let last = preview(&last, room(note));
        parts.push(with_note(last, note));
        texts(parts)
    }

    /// All of it.
    fn whole(&self, end: &End) -> Vec<Answer> {
        let words = self.draft.text.trim_end();
        let shape = shape(&safe::shown(words));
        let is_empty = matches!(&shape, Shape::Posts(parts) if parts.is_empty());
        let notes = self.notes(end, is_empty);
        let note = (!notes.is_empty()).then(|| notes.join(" "));
        let note = note.as_deref();
        match shape {
            // Why there is nothing is no small print.
            Shape::Posts(parts) if parts.is_empty() => texts(vec![notes.join(" ")]),
            Shape::Posts(mut parts) => {
                let last = parts.pop().unwrap_or_default();
                // There is room for a short note, and this one may be long.
                parts.extend(split(&last, room(note)));
                let last = parts.pop().unwrap_or_default();
                parts.push(with_note(last, note));
                texts(parts)
            }
            Shape::File { opening, .. } => {
                let opening = preview(&opening, room(note));
                let opening = Answer::text(with_note(opening, note));
                vec![opening.file(FILE, safe::visible(words).into_bytes())]
            }
        }
    }

    /// What there is to say of an answer that is over; of one without a word, why.
    fn notes(&self, end: &End, is_empty: bool) -> Vec<String> {
        let mut notes = Vec::new();
        let (index, count) = end.alternative;
        if count > 1 && !is_empty {
            notes.push(format!("Answer {} of {count}.", index + 1));
        }
        if end.is_fallback {
            let model = plain(&shorten(&end.model, MODEL));
            notes.push(format!("Answered by {model}."));
        }
        match end.left_out {
            0 => {}
            1 => notes.push("1 older message was left out.".to_owned()),
            more => notes.push(format!("{more} older messages were left out.")),
        }
        if end.is_cut {
            notes.push("It is as long as an answer may be: ask for the rest.".to_owned());
        }
        if self.is_closed {
            notes.push("Your next question begins a new conversation.".to_owned());
        }
        match end.status {
            MessageStatus::Stopped => notes.push("Stopped.".to_owned()),
            MessageStatus::Interrupted => notes.push(
                "The bot was restarted in the middle of this: press Again for a whole answer."
                    .to_owned(),
            ),
            MessageStatus::Failed => {
                let sentence = end.fault.as_ref().map(ToString::to_string);
                notes.push(sentence.unwrap_or_else(|| "There was no answer: press Again.".into()));
            }
            MessageStatus::Complete | MessageStatus::Streaming => {}
        }
        if notes.is_empty() && is_empty {
            notes.push("The model answered without a word: press Again.".to_owned());
        }
        notes
    }

    fn buttons(&self) -> Vec<CreateButton> {
        let answer = || self.answer.clone();
        if !self.draft.is_over() {
            let stop = Stop { answer: answer() };
            return vec![stop.button("Stop", ButtonStyle::Danger)];
        }
        let turn = |to: Option<&Id>, label| {
            let to = Alternative {
                answer: to?.clone(),
            };
            Some(to.button(label, ButtonStyle::Secondary))
        };
        let [previous, next] = self.beside;
        let again = Again { answer: answer() };
        let mut buttons = vec![again.button("Again", ButtonStyle::Secondary)];
        if !self.is_closed {
            let new = New { answer: answer() };
            buttons.push(new.button("New", ButtonStyle::Secondary));
        }
        buttons.extend(turn(previous, "◀"));
        buttons.extend(turn(next, "▶"));
        buttons
    }
}

/// Whose message a stored answer is about, when nothing else shows it. Where that stands is not
/// kept.
pub(super) fn about(view: &View) -> Option<String> {
    let author = view.about.as_ref()?;
    Some(format!("-# About a message of {}", name(author, NAME)))
}

/// What the model looks at, in words.
fn using(tool: &str) -> &'static str {
    match tool {
        "club_roster" => "Looking at the club's roster…",
        "club_stats" => "Looking at the club's figures…",
        "club_movers" => "Looking at who has changed…",
        "club_member" => "Looking at a member's weeks…",
        _ => "Looking something up…",
    }
}

/// Units that are left beside a note.
fn room(note: Option<&str>) -> usize {
    let taken = note.map_or(0, |note| note.encode_utf16().count() + "\n-# ".len());
    CONTENT - taken.min(CONTENT / 2)
}

fn with_note(text: String, note: Option<&str>) -> String {
    match note {
        None => text,
        Some(note) if text.trim().is_empty() => format!("-# {note}"),
        Some(note) => format!("{text}\n-# {note}"),
    }
}

fn texts(parts: Vec<String>) -> Vec<Answer> {
    parts.into_iter().map(Answer::text).collect()
}

#[cfg(test)]
#[path = "look/tests.rs"]
mod tests;
