//! A page of a conversation as a message: an embed for each thing that was said, oldest first.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow, CreateEmbed, CreateEmbedFooter};
use slimy_domain::chat::{
    keeping::{Format, Kept, MessageStatus, Opened, Role, Said},
    safe, split,
};

use crate::{
    answer::Answer,
    component::Press as _,
    embed::{CARE, GOOD, HOUSE, card},
    pages,
    text::{name, plain, shorten, visible},
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
/// What stands below when something was cut.
const CUT: &str = "Long messages are cut here; Export has all of them.";

/// The message that shows `opened`.
pub(super) fn answer(opened: &Opened) -> Answer {
    let kept = &opened.conversation;
    let title = label(kept.title.as_deref());
    let about = format!("{} · begun <t:{}:f>", about(kept), kept.begun_at.seconds());
    let lines: Vec<String> = opened.messages.iter().map(line).collect();
    let texts: Vec<String> = opened
        .messages
        .iter()
        .map(|said| safe::shown(&said.text))
        .collect();
    let beside = length(&title) * 2 + length(&about) + length(CUT);
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
        head = head.footer(CreateEmbedFooter::new("Nothing was said in it yet."));
    } else if is_cut {
        head = head.footer(CreateEmbedFooter::new(CUT));
    }
    let mut answer = Answer::from(head);
    answer.embeds.extend(said);
    answer.row(turning(opened)).row(actions(kept))
}

fn turning(opened: &Opened) -> Option<CreateActionRow> {
    let id = || opened.conversation.id.clone();
    let newer = opened.newer.clone();
    let older = opened.older.clone();
    pages::places(
        newer.map(|message| NewerMessages { id: id(), message }),
        older.map(|message| OlderMessages { id: id(), message }),
    )
}

fn actions(kept: &Kept) -> CreateActionRow {
    let id = || kept.id.clone();
    let export = BeginExport {
        id: id(),
        format: Format::Markdown,
    };
    let mut buttons = Vec::new();
    if kept.is_here {
        let going_on = Continue { id: id() };
        buttons.push(going_on.button("Continue here", ButtonStyle::Primary));
    }
    buttons.extend([
        AskTitle { id: id() }.button("Rename", ButtonStyle::Secondary),
        export.button("Export", ButtonStyle::Secondary),
        AskDelete { id: id() }.button("Delete", ButtonStyle::Danger),
        AllConversations {}.button("All conversations", ButtonStyle::Secondary),
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
fn line(said: &Said) -> String {
    let who = match said.role {
        Role::User => "**You**".to_owned(),
        Role::Assistant => said
            .model
            .as_ref()
            .map_or_else(|| "**Answer**".to_owned(), |model| name(model, MODEL)),
        Role::System => "**Program**".to_owned(),
    };
    let mut parts = vec![who, format!("<t:{}:f>", said.at.seconds())];
    if said.answers > 1 {
        parts.push(format!("answer {} of {}", said.answer, said.answers));
    }
    parts.extend(state(said.status).map(str::to_owned));
    let mut line = parts.join(" · ");
    if !said.files.is_empty() {
        let files = said.files.iter();
        let files = files.map(|file| plain(&shorten(&visible(file), FILE)));
        line.push_str("\nAttached: ");
        line.push_str(&files.collect::<Vec<_>>().join(", "));
    }
    line
}

/// How far a message got that is not whole.
fn state(status: MessageStatus) -> Option<&'static str> {
    match status {
        MessageStatus::Complete => None,
        MessageStatus::Streaming => Some("still coming in"),
        MessageStatus::Stopped => Some("stopped"),
        MessageStatus::Failed => Some("failed"),
        MessageStatus::Interrupted => Some("interrupted"),
    }
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
        let answer = answer(&Opened {
            conversation,
            messages: vec![question, reply, said("m3", Role::User, "And?"), broken],
            newer: None,
            older: Some("m1".into()),
        });
        assert_eq!(fault(&answer), None);
        insta::assert_snapshot!(serde_json::to_string_pretty(&answer).unwrap());
    }

    #[test]
    fn what_is_held_elsewhere_cannot_be_gone_on_with_here() {
        let [_, elsewhere, direct] = fixture::three();
        for conversation in [elsewhere, direct] {
            let answer = answer(&Opened {
                conversation,
                messages: Vec::new(),
                newer: None,
                older: None,
            });
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
        let answer = answer(&Opened {
            conversation,
            messages: messages.into(),
            newer: Some("a".into()),
            older: Some("e".into()),
        });
        assert_eq!(fault(&answer), None);
        let shown = serde_json::to_string(&answer).unwrap();
        assert!(shown.contains(CUT));
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
