//! What two readings of one screenshot have to say to each other.

use serde::{Deserialize, Serialize};
use slimy_roster::Screenshot;

use super::Seen;
use crate::club::names::{distance, eye_key, name_key};

/// Two readings of one name differ by at most so many letters, when their numbers do not say that
/// they are one.
const NAMES_DIFFER: usize = 2;
/// Of ten values that the built-in reader has wrong, the model is taken to confirm at most one: it
/// sees the same covered digits, but not by the same means.
const CONFIRMED_THOUGH_WRONG: f32 = 0.1;

/// What the model has to say about one card, or about a card that only it saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Opinion {
    /// The screenshot's file name.
    pub file: String,
    /// The member's name as the built-in reader has it; as the model has it where only that saw
    /// them.
    pub name: String,
    /// What it says.
    pub verdict: Verdict,
}

/// What an opinion says. Each goes to a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum Verdict {
    /// Both have a number, and not the same.
    OtherPower {
        /// What the built-in reader has, which stays.
        read: i64,
        /// What the model has.
        seen: i64,
    },
    /// Only the model has a number. It is offered, not taken.
    OnlyPower {
        /// What the model has.
        seen: i64,
    },
    /// The number is the same, the name is not.
    OtherName {
        /// What the model has.
        seen: String,
    },
    /// Only the model has seen this member.
    OnlySeen {
        /// What the model has of their number.
        power: Option<i64>,
    },
}

/// Holds what the model saw against `shot`, which was read from `file`: raises the confidence of
/// what both have, lowers that of what they differ in, and gives what a person is to look at. No
/// name and no number of `shot` changes.
pub fn opinions(file: &str, shot: &mut Screenshot, seen: &[Seen]) -> Vec<Opinion> {
    let mut free: Vec<&Seen> = seen.iter().collect();
    let mut found = Vec::new();
    let pairs = pair(shot, &mut free);
    for (card, seen) in shot.cards.iter_mut().zip(pairs) {
        let Some(seen) = seen else { continue };
        let mut say = |verdict| {
            found.push(Opinion {
                file: file.to_owned(),
                name: card.name.clone(),
                verdict,
            });
        };
        let same_name = name_key(&card.name) == name_key(&seen.name);
        if same_name {
            card.name_confidence = confirmed(card.name_confidence);
        } else if eye_key(&card.name) != eye_key(&seen.name) {
            say(Verdict::OtherName {
                seen: seen.name.clone(),
            });
            card.name_confidence = doubted(card.name_confidence);
        }
        match (card.power, seen.power) {
            (Some(read), Some(seen)) if read == seen => {
                card.power_confidence = confirmed(card.power_confidence);
            }
            (Some(read), Some(seen)) => {
                say(Verdict::OtherPower { read, seen });
                card.power_confidence = doubted(card.power_confidence);
            }
            (None, Some(seen)) => say(Verdict::OnlyPower { seen }),
            (_, None) => {}
        }
    }
    found.extend(free.into_iter().map(|seen| Opinion {
        file: file.to_owned(),
        name: seen.name.clone(),
        verdict: Verdict::OnlySeen { power: seen.power },
    }));
    found
}

/// Whether a card and what the model saw are the same.
type Fits<'a> = &'a dyn Fn(&slimy_roster::Card, &Seen) -> bool;

/// For each card what the model has of it, and what is left in `free`. By the name first, then by
/// the number, then by a close name: no card has two, and no member two cards.
fn pair<'a>(shot: &Screenshot, free: &mut Vec<&'a Seen>) -> Vec<Option<&'a Seen>> {
    let mut pairs: Vec<Option<&Seen>> = vec![None; shot.cards.len()];
    let passes: [Fits<'_>; 4] = [
        &|card, seen| name_key(&card.name) == name_key(&seen.name),
        &|card, seen| eye_key(&card.name) == eye_key(&seen.name),
        &|card, seen| card.power.is_some() && card.power == seen.power,
        &|card, seen| distance(&name_key(&card.name), &name_key(&seen.name)) <= NAMES_DIFFER,
    ];
    for fits in passes {
        for (card, pair) in shot.cards.iter().zip(&mut pairs) {
            if pair.is_none()
                && let Some(place) = free.iter().position(|seen| fits(card, seen))
            {
                *pair = Some(free.remove(place));
            }
        }
    }
    pairs
}

/// The confidence of what a second reader confirms: of the doubt a tenth stays.
fn confirmed(confidence: f32) -> f32 {
    1.0 - (1.0 - confidence) * CONFIRMED_THOUGH_WRONG
}

/// The confidence of what a second reader contradicts: one of the two is right.
fn doubted(confidence: f32) -> f32 {
    confidence.min(0.5)
}
