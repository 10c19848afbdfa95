//! What a manager is told when something cannot be done.

use std::fmt;

use slimy_words::{Words, say};

use super::Fault;
use crate::attachment::FetchError;

impl Fault {
    /// The sentence for the person, what is wrong and what to do; for contradictions a line for
    /// each. Foreign names stand in it as they are.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::NoSuchMember { name, like } => no_such_member(words, name, like),
            Self::NotAName { max } => say!(words, "club-admin-not-a-name", max = *max),
            Self::IsAMember { spelling, member } => say!(
                words,
                "club-admin-is-a-member",
                spelling = spelling,
                member = member
            ),
            Self::MeansAnother { spelling, other } => say!(
                words,
                "club-admin-means-another",
                spelling = spelling,
                other = other
            ),
            Self::NoSuchAlias(alias) => say!(words, "club-admin-no-such-alias", alias = alias),
            Self::Full { max } => say!(words, "club-admin-full", max = *max),
            Self::SameMember => say!(words, "club-admin-same-member"),
            Self::NotLinked(name) => say!(words, "club-admin-not-linked", name = name),
            Self::Week(fault) => fault.say(words),
            Self::WeekToCome { week, now } => say!(
                words,
                "club-admin-week-to-come",
                week = week.to_string(),
                now = now.to_string()
            ),
            Self::Value(fault) => fault.say(words),
            Self::TooHigh { max } => say!(words, "club-admin-too-high", max = words.short(*max)),
            Self::ReasonTooLong { max } => say!(words, "club-admin-reason-too-long", max = *max),
            Self::NoSuchCorrection => say!(words, "club-admin-no-such-correction"),
            Self::NothingToRollBack { metric, week } => {
                if let Some(week) = week {
                    say!(
                        words,
                        "club-admin-nothing-to-roll-back-in",
                        metric = metric.as_str(),
                        week = week.to_string()
                    )
                } else {
                    say!(
                        words,
                        "club-admin-nothing-to-roll-back",
                        metric = metric.as_str()
                    )
                }
            }
            Self::NoLongerCurrent => say!(words, "club-admin-no-longer-current"),
            Self::NothingToUndo => say!(words, "club-admin-nothing-to-undo"),
            Self::NothingToChange => say!(words, "club-admin-nothing-to-change"),
            Self::CannotPost { why } => say!(words, "club-admin-cannot-post", why = why),
            Self::Fetch(fault) => not_fetched(words, *fault),
            Self::Unreadable(fault) => fault.say(words),
            Self::Contradictions { told, more } => {
                let mut lines: Vec<String> = told.iter().map(|one| one.say(words)).collect();
                if *more > 0 {
                    lines.push(say!(words, "files-more-rows", count = *more));
                }
                lines.join("\n")
            }
            Self::FileChanged => say!(words, "club-admin-file-changed"),
            Self::ImportOver => say!(words, "club-admin-import-over"),
            Self::ImportChanged => say!(words, "club-admin-import-changed"),
            Self::NothingAsked => say!(words, "club-admin-nothing-asked"),
            Self::NothingNew => say!(words, "club-admin-nothing-new"),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

impl std::error::Error for Fault {}

fn no_such_member(words: Words, name: &str, like: &[String]) -> String {
    if like.is_empty() {
        return say!(words, "club-admin-no-such-member", name = name);
    }
    say!(
        words,
        "club-admin-no-such-member-perhaps",
        name = name,
        like = like.join(&say!(words, "text-list-between"))
    )
}

/// Whole sentences: what an image is told goes on behind its name, and does not fit a file.
fn not_fetched(words: Words, fault: FetchError) -> String {
    match fault {
        FetchError::HostNotAllowed => say!(words, "club-admin-fetch-host"),
        FetchError::TooLarge => say!(words, "club-admin-fetch-too-large"),
        FetchError::Gone => say!(words, "club-admin-fetch-gone"),
        FetchError::BrokeOff => say!(words, "club-admin-fetch-broke-off"),
        FetchError::TooSlow => say!(words, "club-admin-fetch-too-slow"),
    }
}
