//! What stands below a draft's table: why a second manager has to look, who is asked about, what
//! has changed. All of it together keeps within an embed; what is less important gives way.

use poise::serenity_prelude::CreateEmbed;
use slimy_domain::club::{
    Candidate, Part, Question, Reason, Review, Standing,
    compare::Suspicion,
    vision::{Opinion, Verdict},
};
use slimy_words::{Words, say};

use crate::{
    limits::FIELD_VALUE,
    text::{plain, shorten, verbatim},
};

use super::{super::words, bold};

/// Characters that all notes have together: an embed has 6,000, and its table, title and small
/// fields need the rest.
const ROOM: usize = 3_000;
/// Characters that the line about the rest needs.
const MORE: usize = 30;
/// Candidates that a question names.
const CANDIDATES: usize = 3;

/// `embed` with the notes.
pub(super) fn add(
    words: Words,
    mut embed: CreateEmbed,
    review: &Review,
    part: &Part,
) -> CreateEmbed {
    let mut room = ROOM;
    for note in notes(words, review, part) {
        let name = units(&note.name);
        let most = note.most.min(FIELD_VALUE).min(room.saturating_sub(name));
        let Some(text) = fill(words, &note, most) else {
            continue;
        };
        room = room.saturating_sub(name + units(&text));
        embed = embed.field(note.name, text, false);
    }
    embed
}

/// A field below the table.
struct Note {
    name: String,
    items: Vec<String>,
    between: Between,
    most: usize,
}

/// How the items of a note stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Between {
    /// Below each other.
    Lines,
    /// Below each other, each with an end of its own.
    Blocks,
    /// In a row.
    Names,
}

/// The notes, the most important first.
fn notes(words: Words, review: &Review, part: &Part) -> Vec<Note> {
    use Between::{Blocks, Lines, Names};
    let note = |name, items, between, most| Note {
        name,
        items,
        between,
        most,
    };
    let guards = part.guards.iter().map(|guard| plain(&guard.say(words)));
    let questions = part.questions.iter().map(|one| question(words, one));
    let others = review.parts.iter();
    let others = others.filter(|other| other.sheet.metric != part.sheet.metric);
    let others = others.filter_map(|other| other_tab(words, other));
    let second_manager = say!(words, "review-note-second-manager");
    let mut notes = vec![
        note(second_manager, guards.collect(), Lines, 700),
        note(
            say!(words, "review-note-who"),
            questions.collect(),
            Lines,
            600,
        ),
        note(
            say!(words, "review-note-other-tab"),
            others.collect(),
            Lines,
            150,
        ),
    ];
    match &part.comparison {
        None => {
            let first = vec![say!(words, "review-note-first")];
            notes.push(note(say!(words, "review-note-compared"), first, Lines, 200));
        }
        Some(comparison) => {
            let asked = |standing: &&Standing| {
                standing.member.is_none()
                    && part
                        .questions
                        .iter()
                        .any(|one| one.must && one.name == standing.name)
            };
            let suspicious = comparison.suspicious.iter();
            let suspicious = suspicious.map(|one| suspicion(words, one)).collect();
            let new = comparison.new.iter().filter(|one| !asked(one));
            let new = new.map(|one| standing(words, one)).collect();
            let missing = comparison.missing.iter();
            let missing = missing.map(|one| standing(words, one)).collect();
            notes.extend([
                note(
                    say!(words, "review-note-suspicious"),
                    suspicious,
                    Blocks,
                    800,
                ),
                note(say!(words, "review-note-new"), new, Names, 400),
                note(say!(words, "review-note-missing"), missing, Names, 400),
            ]);
        }
    }
    let opinions = part.opinions.iter().map(|one| opinion(words, one));
    notes.push(note(
        say!(words, "review-note-vision"),
        opinions.collect(),
        Lines,
        500,
    ));
    let lost = part.lost.iter().map(|row| bold(row));
    notes.push(note(
        say!(words, "review-note-lost"),
        lost.collect(),
        Names,
        150,
    ));
    notes
}

/// "**Total power**: needs a second manager, and asks who is who (2)."
fn other_tab(words: Words, other: &Part) -> Option<String> {
    let tab = format!("**{}**", words::metric(words, other.sheet.metric));
    Some(match (other.guards.is_empty(), other.questions.len()) {
        (true, 0) => return None,
        (false, 0) => say!(words, "review-tab-guarded", tab = tab),
        (true, asks) => say!(words, "review-tab-asks", tab = tab, count = asks),
        (false, asks) => say!(words, "review-tab-both", tab = tab, count = asks),
    })
}

/// As many whole items as fit into `most` characters, and how many more there are.
fn fill(words: Words, note: &Note, most: usize) -> Option<String> {
    let Note { items, between, .. } = note;
    let separator = match between {
        Between::Lines => "\n".to_owned(),
        Between::Blocks => String::new(),
        Between::Names => say!(words, "text-list-between"),
    };
    let mut text = String::new();
    let mut shown = 0;
    for item in items {
        let room = if shown + 1 == items.len() { 0 } else { MORE };
        let between = if text.is_empty() { "" } else { &separator };
        if units(&text) + units(between) + units(item) + room > most {
            break;
        }
        text.push_str(between);
        text.push_str(item);
        shown += 1;
    }
    match items.len() - shown {
        _ if shown == 0 => None,
        0 => Some(text),
        left if *between == Between::Names => {
            Some(say!(words, "text-and-more", names = text, count = left))
        }
        left => Some(format!(
            "{text}\n{}",
            say!(words, "review-note-more", count = left)
        )),
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// "**lill** 3.9 M"
fn standing(words: Words, standing: &Standing) -> String {
    with_power(words, &standing.name, standing.power)
}

fn with_power(words: Words, name: &str, power: Option<i64>) -> String {
    match power {
        Some(power) => format!("{} {}", bold(name), words.short(power)),
        None => bold(name),
    }
}

/// "**lill** 3.9 M: perhaps renamed: was it **lil**?"
fn question(words: Words, question: &Question) -> String {
    let row = with_power(words, &question.name, question.power);
    let names = question.candidates.iter().take(CANDIDATES);
    let names = names.map(|candidate| match candidate {
        Candidate::Member { name, .. } | Candidate::Row { name, .. } => bold(name),
    });
    let names =
        names.reduce(|first, second| say!(words, "review-or", first = first, second = second));
    let names = names.unwrap_or_default();
    match question.reason {
        Reason::PerhapsRenamed => {
            say!(words, "review-question-renamed", row = row, names = names)
        }
        Reason::Ambiguous => say!(words, "review-question-ambiguous", row = row, names = names),
        Reason::Twin => say!(words, "review-question-twin", row = row, names = names),
    }
}

/// The name, and the digits below each other.
fn suspicion(words: Words, suspicion: &Suspicion) -> String {
    let digits = &suspicion.digits;
    let name = bold(&suspicion.change.name);
    let name = match suspicion.change.percent() {
        None => name,
        Some(by) => say!(
            words,
            "review-guard-jumped",
            name = name,
            percent = words::percent(words, by)
        ),
    };
    format!(
        "{name}\n```\n{}\n{}\n{}\n```",
        verbatim(&digits.before),
        verbatim(&digits.now),
        digits.marks.trim_end(),
    )
}

fn opinion(words: Words, opinion: &Opinion) -> String {
    let row = bold(&opinion.name);
    match &opinion.verdict {
        Verdict::OtherPower { read, seen } => say!(
            words,
            "review-vision-other",
            row = row,
            seen = words.number(*seen),
            read = words.number(*read)
        ),
        Verdict::OnlyPower { seen } => {
            let seen = words.number(*seen);
            say!(words, "review-vision-only", row = row, seen = seen)
        }
        Verdict::OtherName { seen } => {
            let seen = bold(&shorten(seen, 60));
            say!(words, "review-vision-name", row = row, seen = seen)
        }
        Verdict::OnlySeen { power: Some(power) } => {
            let power = words.number(*power);
            say!(words, "review-vision-seen-with", row = row, power = power)
        }
        Verdict::OnlySeen { power: None } => say!(words, "review-vision-seen", row = row),
    }
}
