//! Which cards of several screenshots are the same person.

use crate::fold::{distance, fold};
use crate::roster::Member;
use crate::screenshot::Card;

/// Two readings of one name with the same number differ at most by so many letters.
const READINGS_DIFFER: usize = 2;

/// Everyone seen so far, in the order of their first card.
#[derive(Debug, Default)]
pub(crate) struct People {
    list: Vec<Person>,
}

/// One member, from one or more cards.
#[derive(Debug)]
pub(crate) struct Person {
    /// The surest reading of the name.
    pub(crate) name: String,
    name_confidence: f32,
    pub(crate) name_certain: bool,
    /// The different numbers that were read; more than one is a conflict.
    pub(crate) powers: Vec<i64>,
    confidence: f32,
    last_seen: Option<String>,
    pub(crate) seen_in: Vec<String>,
}

/// How well a card fits a person; less is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    SameNameAndNumber,
    SameNumber,
    SameName,
    Conflict,
}

impl People {
    /// Adds the cards of one screenshot. Each is a person of its own among them, so it fits at most one seen before.
    pub(crate) fn add(&mut self, file: &str, cards: &[Card]) {
        let before = self.list.len();
        let mut fits: Vec<(Fit, usize, usize)> = Vec::new();
        for (index, card) in cards.iter().enumerate() {
            let people = self.list.iter().enumerate();
            fits.extend(
                people.filter_map(|(person, known)| Some((known.fit(card)?, index, person))),
            );
        }
        fits.sort_unstable();
        let mut taken = vec![false; before];
        let mut found: Vec<Option<usize>> = vec![None; cards.len()];
        for (_, card, person) in fits {
            if found[card].is_none() && !taken[person] {
                taken[person] = true;
                found[card] = Some(person);
            }
        }
        for (card, person) in cards.iter().zip(found) {
            match person {
                Some(person) => self.list[person].see(file, card),
                None => self.list.push(Person::new(file, card)),
            }
        }
    }

    pub(crate) fn into_list(self) -> Vec<Person> {
        self.list
    }
}

impl Person {
    fn new(file: &str, card: &Card) -> Self {
        Self {
            name: card.name.clone(),
            name_confidence: card.name_confidence,
            name_certain: card.name_certain,
            powers: card.power.into_iter().collect(),
            confidence: confidence(card),
            last_seen: card.last_seen.clone(),
            seen_in: vec![file.to_owned()],
        }
    }

    fn fit(&self, card: &Card) -> Option<Fit> {
        let (mine, theirs) = (fold(&self.name), fold(&card.name));
        let same_name = mine == theirs;
        let same_number = card.power.is_some_and(|power| self.powers.contains(&power));
        let one_is_missing = card.power.is_none() || self.powers.is_empty();
        match (same_name, same_number) {
            (true, true) => Some(Fit::SameNameAndNumber),
            (false, true) => {
                (distance(&mine, &theirs) <= READINGS_DIFFER).then_some(Fit::SameNumber)
            }
            (true, false) if one_is_missing => Some(Fit::SameName),
            (true, false) => Some(Fit::Conflict),
            (false, false) => None,
        }
    }

    fn see(&mut self, file: &str, card: &Card) {
        let differs = fold(&self.name) != fold(&card.name);
        let both_certain = self.name_certain && card.name_certain;
        if card.name_confidence > self.name_confidence {
            self.name.clone_from(&card.name);
            self.name_confidence = card.name_confidence;
            self.name_certain = card.name_certain;
        }
        if differs && both_certain {
            self.name_certain = false;
        }
        self.powers
            .extend(card.power.filter(|power| !self.powers.contains(power)));
        self.confidence = self.confidence.max(confidence(card));
        if self.last_seen.is_none() {
            self.last_seen.clone_from(&card.last_seen);
        }
        self.seen_in.push(file.to_owned());
    }

    /// The number, when every card that shows one shows the same.
    pub(crate) fn power(&self) -> Option<i64> {
        match self.powers[..] {
            [power] => Some(power),
            _ => None,
        }
    }

    pub(crate) fn into_member(self) -> Member {
        let power = self.power();
        let confidence = if power.is_some() {
            self.confidence
        } else {
            0.0
        };
        let Self {
            name,
            name_certain,
            last_seen,
            seen_in,
            ..
        } = self;
        Member {
            name,
            power,
            last_seen,
            confidence,
            name_certain,
            seen_in,
        }
    }
}

/// How sure a card's row is: the least of its parts, and 0 where a part is missing.
fn confidence(card: &Card) -> f32 {
    card.power
        .map_or(0.0, |_| card.power_confidence.min(card.name_confidence))
}
