//! Confidence is honest: of what the reader is at least 0.9 sure of, at least 99.5 % is right.
//!
//! Every screenshot with a known truth is read as it was taken and as chats, dim screens, croppings and covers make of
//! it; the table tells for each band of confidence how much of it was right.

#[expect(dead_code, reason = "another test file uses the rest of it")]
mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use slimy_roster::{Card, Screenshot, fold, merge};
use support::treatments::Treatment;
use support::{READER, TrueCard, TrueShot};

/// The lower ends of the bands; what is not told at all has confidence 0 and stands in none.
const BANDS: [f32; 7] = [0.99, 0.95, 0.9, 0.8, 0.6, 0.3, 0.0];
/// What is at least this sure …
const SURE: f32 = 0.9;
/// … is right in so many of a thousand.
const RIGHT: usize = 995;

/// How many readings of a kind fell in each band, and how many of them were right.
#[derive(Debug, Default, Clone)]
struct Kind {
    read: [usize; BANDS.len()],
    right: [usize; BANDS.len()],
}

impl Kind {
    fn add(&mut self, confidence: f32, is_right: bool) {
        assert!((0.0..=1.0).contains(&confidence), "{confidence}");
        let band = BANDS.iter().position(|&least| confidence >= least);
        let band = band.expect("the last band begins at 0");
        self.read[band] += 1;
        self.right[band] += usize::from(is_right);
    }

    /// How many were at least [`SURE`], and how many of those were right.
    fn sure(&self) -> (usize, usize) {
        let sure = BANDS.iter().filter(|&&least| least >= SURE).count();
        (
            self.read[..sure].iter().sum(),
            self.right[..sure].iter().sum(),
        )
    }
}

/// The kinds of values, in the table's order.
type Table = BTreeMap<&'static str, Kind>;

#[test]
fn of_the_values_at_nine_tenths_or_more_995_of_a_thousand_are_right() {
    let shots = [support::real(), support::demo()].concat();
    let work: Vec<(Treatment, &TrueShot)> = Treatment::ALL
        .iter()
        .flat_map(|&treatment| shots.iter().map(move |shot| (treatment, shot)))
        .collect();
    let readings = support::on_two_threads(&work, |(treatment, shot)| {
        READER.read(&treatment.apply(shot)).ok()
    });
    let mut table = Table::new();
    let mut sets: BTreeMap<(Treatment, String), Vec<(&TrueShot, Screenshot)>> = BTreeMap::new();
    let mut unread = 0;
    for ((treatment, shot), reading) in work.iter().zip(readings) {
        let Some(reading) = reading else {
            unread += 1;
            continue;
        };
        cards(&mut table, *treatment, shot, &reading);
        let set = format!("{} {:?}", shot.set(), shot.metric);
        let sets = sets.entry((*treatment, set)).or_default();
        sets.push((*shot, reading));
    }
    for ((treatment, set), shots) in &sets {
        members(&mut table, *treatment, set, shots);
    }
    println!("{}", print(&table));
    assert!(
        unread * 100 <= work.len(),
        "{unread} of {} screenshots were not read",
        work.len()
    );
    for (kind, counts) in &table {
        let (read, right) = counts.sure();
        assert!(read > 100, "{kind}: {read} sure readings say little");
        assert!(
            right * 1000 >= read * RIGHT,
            "{kind}: {right} of {read} are right"
        );
    }
}

/// Holds each value of each card against the truth.
fn cards(table: &mut Table, treatment: Treatment, shot: &TrueShot, reading: &Screenshot) {
    for (truth, card) in paired(shot, reading) {
        let mut add = |kind, confidence: f32, is_right: bool, read: &str| {
            table.entry(kind).or_default().add(confidence, is_right);
            if !is_right && confidence >= SURE {
                println!(
                    "{treatment:?} {}: {kind} of {truth:?} read as {read} at {confidence}",
                    shot.file
                );
            }
        };
        let name = fold(&card.name) == fold(&truth.name);
        add("name", card.name_confidence, name, &card.name);
        if let Some(power) = card.power {
            let is_right = truth.power == Some(power);
            add("power", card.power_confidence, is_right, &power.to_string());
        }
        if let Some(seen) = &card.last_seen {
            let is_right = *seen == truth.last_seen;
            add("last seen", card.last_seen_confidence, is_right, seen);
        }
    }
}

/// The cards read, each with its truth. A cover can hide a whole name, and then the card is left out.
fn paired<'a>(shot: &'a TrueShot, reading: &'a Screenshot) -> Vec<(&'a TrueCard, &'a Card)> {
    let mut missing = shot.cards.len().checked_sub(reading.cards.len());
    let mut truths = shot.cards.iter();
    let mut pairs = Vec::new();
    for card in &reading.cards {
        let is_like = |truth: &TrueCard| {
            fold(&truth.name) == fold(&card.name)
                || (truth.power.is_some() && truth.power == card.power)
        };
        let mut truth = truths.next();
        while missing > Some(0) && !truth.is_some_and(is_like) && truths.clone().any(is_like) {
            truth = truths.next();
            missing = missing.map(|missing| missing - 1);
        }
        let truth = truth.unwrap_or_else(|| panic!("{}: {card:?} is no card of it", shot.file));
        pairs.push((truth, card));
    }
    pairs
}

/// Holds each member of a merged roster against the truth: the row's confidence is of name and number together.
fn members(table: &mut Table, treatment: Treatment, set: &str, shots: &[(&TrueShot, Screenshot)]) {
    let files = shots
        .iter()
        .map(|(shot, reading)| (shot.file.clone(), reading.clone()));
    let merged = merge(files.collect()).expect("a roster of screenshots");
    for member in merged
        .roster
        .members
        .iter()
        .filter(|member| member.power.is_some())
    {
        let is_right = shots
            .iter()
            .flat_map(|(shot, _)| &shot.cards)
            .any(|card| fold(&card.name) == fold(&member.name) && card.power == member.power);
        let kind = table.entry("merged row").or_default();
        kind.add(member.confidence, is_right);
        if !is_right && member.confidence >= SURE {
            println!("{treatment:?} {set}: no member is {member:?}");
        }
    }
}

/// The calibration table: for each kind of value and band of confidence, how many were read and how many are right.
fn print(table: &Table) -> String {
    let mut text = String::from("kind        confidence       n   right   share\n");
    for (kind, counts) in table {
        let mut above = 1.0_f32;
        for (band, &least) in BANDS.iter().enumerate() {
            let (read, right) = (counts.read[band], counts.right[band]);
            let share = share(read, right);
            let _ = writeln!(
                text,
                "{kind:<11} {least:.2} to {above:.2} {read:>6} {right:>7} {share:>7}"
            );
            above = least;
        }
        let (read, right) = counts.sure();
        let share = share(read, right);
        let _ = writeln!(
            text,
            "{kind:<11} {SURE:.2} or more {read:>5} {right:>7} {share:>7}"
        );
    }
    text
}

/// In percent with two decimals.
fn share(read: usize, right: usize) -> String {
    let hundredths = (right * 10_000).checked_div(read);
    hundredths.map_or_else(
        || "-".to_owned(),
        |share| format!("{}.{:02} %", share / 100, share % 100),
    )
}
