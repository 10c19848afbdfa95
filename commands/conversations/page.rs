//! A page of a conversation as a message: an embed for each thing that was said, oldest first.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow, CreateEmbed, CreateEmbedFooter};
use slimy_domain::chat::{
    keeping::{Format, Kept, MessageStatus, Opened, Role, Said, state},
    safe, split,
};
use slimy_words::{Words, say};

use crate::{
    answer::Answer,
    component::Press as _,
    embed::{CARE, GOOD, HOUSE, card},
    pages,
    text::{moment, name, plain, shorten, visible},
};

use super::{
    continuing::Continue,
    delete::AskDelete,
    export::BeginExport,
    list::AllConversations,
    open::{NewerMessages, OlderMessages},
    rename::AskTitle,
    words::{about, label},
};

/// UTF-16 units of all embeds, below Discord's 6,000.
const ALL: usize = 5_900;
/// Units of a model's name.
const MODEL: usize = 60;
/// Units of an attached file's name.
const FILE: usize = 40;

/// The message that shows `opened`.
pub(super) fn answer(words: Words, opened: &Opened) -> Answer {
    let kept = &opened.conversation;
    let title = label(words, kept.title.as_deref());
    let (about, when) = (about(words, kept), moment(kept.begun_at));
    let about = say!(words, "conversations-about", about = about, when = when);
    let cut = say!(words, "conversations-long");
    let lines = opened.messages.iter().map(|said| line(words, said));
    let lines: Vec<String> = lines.collect();
    let texts: Vec<String> = opened
        .messages
        .iter()
        .map(|said| safe::shown(&said.text))
        .collect();
    let beside = length(&title) * 2 + length(&about) + length(&cut);
    let beside = beside + lines.iter().map(|line| length(line) + 1).sum::<usize>();
    let wanted: Vec<usize> = texts.iter().map(|text| length(text)).collect();
    let rooms = shares(&wanted, ALL.saturating_sub(beside));
    let mut is_cut = false;
    let mut said = Vec::new();
    for (((message, line), text), room) in opened.messages.iter().zip(lines).zip(texts).zip(rooms) {
        let text = if length(&text) > room {
            is_cut = true;
            split::preview(&text, room)
        } else {
            text
        };
        let embed = CreateEmbed::new().description(format!("{line}\n{text}"));
        said.push(embed.colour(colour(message)));
    }
    let mut head = card(&title).description(about);
    if opened.messages.is_empty() {
        head = head.footer(CreateEmbedFooter::new(say!(words, "conversations-empty")));
    } else if is_cut {
        head = head.footer(CreateEmbedFooter::new(cut));
    }
    let mut answer = Answer::from(head);
    answer.embeds.extend(said);
    answer.row(turning(words, opened)).row(actions(words, kept))
}

fn turning(words: Words, opened: &Opened) -> Option<CreateActionRow> {
    let id = || opened.conversation.id.clone();
    let newer = opened.newer.clone();
    let older = opened.older.clone();
    pages::places(
        words,
        newer.map(|message| NewerMessages { id: id(), message }),
        older.map(|message| OlderMessages { id: id(), message }),
    )
}

fn actions(words: Words, kept: &Kept) -> CreateActionRow {
    let id = || kept.id.clone();
    let export = BeginExport {
        id: id(),
        format: Format::Markdown,
    };
    let mut buttons = Vec::new();
    if kept.is_here {
        let going_on = Continue { id: id() };
        let label = say!(words, "conversations-continue");
        buttons.push(going_on.button(&label, ButtonStyle::Primary));
    }
    let rename = say!(words, "conversations-rename");
    let delete = say!(words, "conversations-delete");
    let all = say!(words, "conversations-all");
    buttons.extend([
        AskTitle { id: id() }.button(&rename, ButtonStyle::Secondary),
        export.button(&say!(words, "conversations-export"), ButtonStyle::Secondary),
        AskDelete { id: id() }.button(&delete, ButtonStyle::Danger),
        AllConversations {}.button(&all, ButtonStyle::Secondary),
    ]);
    CreateActionRow::Buttons(buttons)
}

fn colour(said: &Said) -> poise::serenity_prelude::Colour {
    match (said.role, said.status) {
        (Role::Assistant, MessageStatus::Complete | MessageStatus::Streaming) => GOOD,
        (Role::Assistant, _) => CARE,
        _ => HOUSE,
    }
}

/// Who said it, when, and what is to be known of it.
fn line(words: Words, said: &Said) -> String {
    let who = match (said.role, &said.model) {
        (Role::User, _) => format!("**{}**", say!(words, "conversations-you")),
        (Role::Assistant, Some(model)) => name(model, MODEL),
        (Role::Assistant, None) => format!("**{}**", say!(words, "conversations-answer")),
        (Role::System, _) => format!("**{}**", say!(words, "conversations-program")),
    };
    let mut parts = vec![who, moment(said.at)];
    if said.answers > 1 {
        let (answer, answers) = (said.answer, said.answers);
        parts.push(say!(
            words,
            "conversations-which",
            answer = answer,
            answers = answers
        ));
    }
    parts.extend(state(words, said.status));
    let mut line = parts.join(" · ");
    if !said.files.is_empty() {
        let files = said.files.iter();
        let files = files.map(|file| plain(&shorten(&visible(file), FILE)));
        let files: Vec<String> = files.collect();
        let files = files.join(&say!(words, "text-list-between"));
        line.push('\n');
        line.push_str(&say!(words, "conversations-attached", files = files));
    }
    line
}

/// How much room each gets of `all` that wants so much: who wants little leaves the rest to the
/// others.
fn shares(wanted: &[usize], all: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|index| wanted[*index]);
    let mut rooms = vec![0; wanted.len()];
    let (mut left, mut waiting) = (all, wanted.len());
    for index in order {
        rooms[index] = wanted[index].min(left / waiting.max(1));
        left -= rooms[index];
        waiting -= 1;
    }
    rooms
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use slimy_domain::Id;
    use slimy_words::Language;

    use super::{super::fixture, *};
    use crate::limits::fault;

    fn said(id: &str, role: Role, text: &str) -> Said {
        let is_answer = role == Role::Assistant;
        Said {
            id: Id::from(id),
            role,
            model: is_answer.then(|| "small-1".to_owned()),
            text: text.to_owned(),
            status: MessageStatus::Complete,
            at: fixture::at(1),
            answer: 1,
            answers: 1,
            files: Vec::new(),
        }
    }

    #[test]
    fn a_page_shows_who_said_what_and_what_came_with_it() {
        let [conversation, ..] = fixture::three();
        let question = Said {
            files: vec!["cat_*.png".to_owned(), "notes.txt".to_owned()],
            ..said("m1", Role::User, "Who is *this*?")
        };
        let reply = Said {
            answer: 2,
            answers: 3,
            ..said("m2", Role::Assistant, "A **cat**.")
        };
        let broken = Said {
            status: MessageStatus::Stopped,
            ..said("m4", Role::Assistant, "```\nhalf a block")
        };
        let opened = Opened {
            conversation,
            messages: vec![question, reply, said("m3", Role::User, "And?"), broken],
            newer: None,
            older: Some("m1".into()),
        };
        let answer = |language| {
            let answer = answer(Words::of(language), &opened);
            assert_eq!(fault(&answer), None);
            serde_json::to_string_pretty(&answer).unwrap()
        };
        insta::assert_snapshot!(answer(Language::En));
        for language in Language::ALL {
            insta::assert_snapshot!(format!("in_{}", language.code()), answer(language));
        }
    }

    #[test]
    fn what_is_held_elsewhere_cannot_be_gone_on_with_here() {
        let [_, elsewhere, direct] = fixture::three();
        for conversation in [elsewhere, direct] {
            let opened = Opened {
                conversation,
                messages: Vec::new(),
                newer: None,
                older: None,
            };
            let answer = answer(Words::ENGLISH, &opened);
            assert_eq!(fault(&answer), None);
            let shown = serde_json::to_string(&answer).unwrap();
            assert!(!shown.contains("Continue here") && shown.contains("Rename"));
        }
    }

    #[test]
    fn five_of_the_longest_messages_fit_and_are_said_to_be_cut() {
        let [mut conversation, ..] = fixture::three();
        conversation.title = Some("_".repeat(100));
        let messages = ["a", "b", "c", "d", "e"].map(|id| Said {
            model: Some("*".repeat(200)),
            answers: 20,
            files: vec!["*".repeat(260); 4],
            status: MessageStatus::Interrupted,
            ..said(
                id,
                Role::Assistant,
                &"A sentence of the answer. ".repeat(4_000),
            )
        });
        let opened = Opened {
            conversation,
            messages: messages.into(),
            newer: Some("a".into()),
            older: Some("e".into()),
        };
        for language in Language::ALL {
            let words = Words::of(language);
            let answer = answer(words, &opened);
            assert_eq!(fault(&answer), None);
            let shown = serde_json::to_string(&answer).unwrap();
            assert!(shown.contains(&say!(words, "conversations-long")));
        }
    }

    proptest! {
        #[test]
        fn nobody_gets_more_than_they_want_and_all_together_no_more_than_there_is(
            wanted in proptest::collection::vec(0..3_000_usize, 0..6), all in 0..6_000_usize,
        ) {
            let rooms = shares(&wanted, all);
            prop_assert!(rooms.iter().sum::<usize>() <= all);
            prop_assert!(rooms.iter().zip(&wanted).all(|(room, want)| room <= want));
            if wanted.iter().sum::<usize>() <= all {
                prop_assert_eq!(rooms, wanted);
            }
        }
    }
}
