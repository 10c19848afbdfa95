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
use slimy_words::{Words, say};

use crate::{
    answer::Answer,
    component::Press as _,
    limits::CONTENT,
    text::{name, plain, shorten},
};

use super::{
    buttons::{Again, Alternative, New, Stop},
    unkept,
};

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
    /// For whoever sees it.
    pub(super) words: Words,
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
    /// Whether it is stored.
    pub(super) is_kept: bool,
}

impl<'a> Look<'a> {
    /// An answer that comes.
    pub(super) fn of(words: Words, answer: &'a Id, draft: &'a Draft) -> Self {
        Self {
            words,
            answer,
            draft,
            beside: [None, None],
            is_closed: false,
            about: None,
            is_kept: true,
        }
    }

    /// An answer as it is stored.
    pub(super) fn of_view(words: Words, view: &'a View) -> Self {
        Self {
            beside: [view.previous.as_ref(), view.next.as_ref()],
            about: about(words, view),
            ..Self::of(words, &view.answer, &view.draft)
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
            State::UsingTool(tool) => Some(using(self.words, tool)),
            _ if last.is_empty() => Some(say!(self.words, "chat-thinking")),
            _ if is_long => Some(say!(self.words, "chat-goes-on")),
            _ => None,
        };
        let note = note.as_deref();
        let last = preview(&last, room(note));
        parts.push(with_note(last, note));
        texts(parts)
    }

    /// All of it.
    fn whole(&self, end: &End) -> Vec<Answer> {
        let said = self.draft.text.trim_end();
        let shape = shape(&safe::shown(said));
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
                vec![opening.file(FILE, safe::visible(said).into_bytes())]
            }
        }
    }

    /// What there is to say of an answer that is over; of one without a word, why.
    fn notes(&self, end: &End, is_empty: bool) -> Vec<String> {
        let words = self.words;
        let mut notes = Vec::new();
        let (index, count) = end.alternative;
        if count > 1 && !is_empty {
            let index = index + 1;
            notes.push(say!(words, "chat-which", index = index, count = count));
        }
        if end.is_fallback {
            let model = plain(&shorten(&end.model, MODEL));
            notes.push(say!(words, "chat-answered-by", model = model));
        }
        if end.left_out > 0 {
            notes.push(say!(words, "chat-left-out", count = end.left_out));
        }
        if end.is_cut {
            notes.push(say!(words, "chat-cut"));
        }
        if self.is_closed {
            notes.push(say!(words, "chat-closed"));
        }
        if !self.is_kept {
            notes.extend(unkept::notes(self.words, end, is_empty, |fault| {
                fault.say(words)
            }));
            return notes;
        }
        match end.status {
            MessageStatus::Stopped => notes.push(say!(words, "chat-stopped")),
            MessageStatus::Interrupted => notes.push(say!(words, "chat-interrupted")),
            MessageStatus::Failed => {
                let sentence = end.fault.as_ref().map(|fault| fault.say(words));
                notes.push(sentence.unwrap_or_else(|| say!(words, "chat-no-answer")));
            }
            MessageStatus::Complete | MessageStatus::Streaming => {}
        }
        if notes.is_empty() && is_empty {
            notes.push(say!(words, "chat-wordless"));
        }
        notes
    }

    fn buttons(&self) -> Vec<CreateButton> {
        let words = self.words;
        if !self.is_kept {
            return unkept::buttons(self.words, self.answer, self.draft.is_over());
        }
        let answer = || self.answer.clone();
        if !self.draft.is_over() {
            let stop = Stop { answer: answer() };
            return vec![stop.button(&say!(words, "chat-stop"), ButtonStyle::Danger)];
        }
        let turn = |to: Option<&Id>, label| {
            let to = Alternative {
                answer: to?.clone(),
            };
            Some(to.button(label, ButtonStyle::Secondary))
        };
        let [previous, next] = self.beside;
        let again = Again { answer: answer() };
        let again = again.button(&say!(words, "chat-again"), ButtonStyle::Secondary);
        let mut buttons = vec![again];
        if !self.is_closed {
            let new = New { answer: answer() };
            buttons.push(new.button(&say!(words, "chat-new"), ButtonStyle::Secondary));
        }
        buttons.extend(turn(previous, "◀"));
        buttons.extend(turn(next, "▶"));
        buttons
    }
}

/// Whose message a stored answer is about, when nothing else shows it. Where that stands is not
/// kept.
pub(super) fn about(words: Words, view: &View) -> Option<String> {
    let author = view.about.as_ref()?;
    Some(say!(words, "chat-about", name = name(author, NAME)))
}

/// What the model looks at, in words.
fn using(words: Words, tool: &str) -> String {
    match tool {
        "club_roster" => say!(words, "chat-using-roster"),
        "club_stats" => say!(words, "chat-using-stats"),
        "club_movers" => say!(words, "chat-using-movers"),
        "club_member" => say!(words, "chat-using-member"),
        _ => say!(words, "chat-using-something"),
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
