//! What stands below a draft's table: why a second manager has to look, who is asked about, what
//! has changed. All of it together keeps within an embed; what is less important gives way.

use std::fmt::Write as _;

use poise::serenity_prelude::CreateEmbed;
use slimy_domain::{
    club::{
        Candidate, Part, Question, Reason, Review, Standing,
        compare::Suspicion,
        vision::{Opinion, Verdict},
    },
    number::{grouped, short},
};

use crate::{
    limits::FIELD_VALUE,
    text::{plain, shorten, verbatim},
};

use super::{super::words, bold};

/// The name of the field that says why a second manager has to look.
pub(super) const SECOND_MANAGER: &str = "Needs a second manager";
/// Characters that all notes have together: an embed has 6,000, and its table, title and small
/// fields need the rest.
const ROOM: usize = 3_000;
/// Characters that the line about the rest needs.
const MORE: usize = 30;
/// Candidates that a question names.
const CANDIDATES: usize = 3;

/// `embed` with the notes.
pub(super) fn add(mut embed: CreateEmbed, review: &Review, part: &Part) -> CreateEmbed {
    let mut room = ROOM;
    for (name, items, separator, most) in notes(review, part) {
        let most = most.min(FIELD_VALUE).min(room.saturating_sub(name.len()));
        let Some(text) = fill(&items, separator, most) else {
            continue;
        };
        room = room.saturating_sub(name.len() + units(&text));
        embed = embed.field(name, text, false);
    }
    embed
}

type Note = (&'static str, Vec<String>, &'static str, usize);

/// The notes, the most important first.
fn notes(review: &Review, part: &Part) -> Vec<Note> {
    let guards = part.guards.iter().map(|guard| plain(&guard.to_string()));
    let questions = part.questions.iter().map(question);
    let mut notes = vec![
        (SECOND_MANAGER, guards.collect(), "\n", 700),
        ("Who is who?", questions.collect(), "\n", 600),
    ];
    let others = review.parts.iter();
    let others = others.filter(|other| other.sheet.metric != part.sheet.metric);
    notes.push((
        "On the other tab",
        others.filter_map(other_tab).collect(),
        "\n",
        150,
    ));
    match &part.comparison {
        None => {
            let first = "This is the first roster of this power that is saved here: there is nothing to compare it with yet.";
            notes.push(("Compared", vec![first.to_owned()], "\n", 150));
        }
        Some(comparison) => {
            let asked = |standing: &&Standing| {
                standing.member.is_none()
                    && part
                        .questions
                        .iter()
                        .any(|one| one.must && one.name == standing.name)
            };
            let new = comparison.new.iter().filter(|one| !asked(one));
            let suspicious = comparison.suspicious.iter().map(suspicion);
            notes.push(("Suspicious", suspicious.collect(), "", 800));
            notes.push(("New", new.map(standing).collect(), ", ", 400));
            let missing = comparison.missing.iter().map(standing);
            notes.push(("Missing", missing.collect(), ", ", 400));
        }
    }
    let opinions = part.opinions.iter().map(opinion);
    notes.push(("The vision model reads", opinions.collect(), "\n", 500));
    let lost = part.lost.iter().map(|row| bold(row));
    notes.push((
        "Fixed before, but no longer a row",
        lost.collect(),
        ", ",
        150,
    ));
    notes
}

/// "**Total power**: needs a second manager, and asks who is who (2)."
fn other_tab(other: &Part) -> Option<String> {
    let tab = words::metric(other.sheet.metric);
    let asks = other.questions.len();
    let what = match (other.guards.is_empty(), asks) {
        (true, 0) => return None,
        (false, 0) => "needs a second manager".to_owned(),
        (true, asks) => format!("asks who is who ({asks})"),
        (false, asks) => format!("needs a second manager, and asks who is who ({asks})"),
    };
    Some(format!("**{tab}**: {what}."))
}

/// As many whole items as fit into `most` characters, and how many more there are.
fn fill(items: &[String], separator: &str, most: usize) -> Option<String> {
    let mut text = String::new();
    let mut shown = 0;
    for item in items {
        let room = if shown + 1 == items.len() { 0 } else { MORE };
        let between = if text.is_empty() { "" } else { separator };
        if units(&text) + units(between) + units(item) + room > most {
            break;
        }
        text.push_str(between);
        text.push_str(item);
        shown += 1;
    }
    let left = items.len() - shown;
    if left > 0 && shown > 0 {
        text.push(if separator == ", " { ' ' } else { '\n' });
        // Writing to a string cannot fail.
        let _ = write!(text, "and {left} more");
    }
    (shown > 0).then_some(text)
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn standing(standing: &Standing) -> String {
    match standing.power {
        Some(power) => format!("{} {}", bold(&standing.name), short(power)),
        None => bold(&standing.name),
    }
}

/// "**lill** 3.9 M: perhaps renamed, **lil**?"
fn question(question: &Question) -> String {
    let row = bold(&question.name);
    let power = question
        .power
        .map_or_else(String::new, |power| format!(" {}", short(power)));
    let names = question.candidates.iter().take(CANDIDATES);
    let names = names.map(|candidate| match candidate {
        Candidate::Member { name, .. } | Candidate::Row { name, .. } => bold(name),
    });
    let names = names.collect::<Vec<_>>().join(" or ");
    let why = match question.reason {
        Reason::PerhapsRenamed => "perhaps renamed: was it",
        Reason::Ambiguous => "is it",
        Reason::Twin => "is it the same member as",
    };
    format!("{row}{power}: {why} {names}?")
}

/// The name, and the digits below each other.
fn suspicion(suspicion: &Suspicion) -> String {
    let digits = &suspicion.digits;
    let percent = suspicion.change.percent();
    let percent = percent.map_or_else(String::new, |percent| format!(" ({percent})"));
    format!(
        "{}{percent}\n```\n{}\n{}\n{}\n```",
        bold(&suspicion.change.name),
        verbatim(&digits.before),
        verbatim(&digits.now),
        digits.marks.trim_end(),
    )
}

fn opinion(opinion: &Opinion) -> String {
    let row = bold(&opinion.name);
    match &opinion.verdict {
        Verdict::OtherPower { read, seen } => format!(
            "{row}: {}, where the bot reads {}",
            grouped(*seen),
            grouped(*read)
        ),
        Verdict::OnlyPower { seen } => format!(
            "{row}: {}, where the bot reads nothing for certain",
            grouped(*seen)
        ),
        Verdict::OtherName { seen } => format!("{row}: the name {}", bold(&shorten(seen, 60))),
        Verdict::OnlySeen { power: Some(power) } => {
            format!("{row} with {}, whom the bot does not see", grouped(*power))
        }
        Verdict::OnlySeen { power: None } => format!("{row}, whom the bot does not see"),
    }
}
