//! The reader against what people transcribed, on the screenshots as they are and as chats make of them.

#[expect(dead_code, reason = "another test file uses the rest of it")]
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use image::imageops::{self, FilterType};
use slimy_roster::{Metric, Rejection, Screenshot, fold, merge};
use support::{READER, TrueShot};

/// What became of the cards under one treatment of the screenshots.
#[derive(Debug, Default)]
struct Tally {
    shots: usize,
    rejected: usize,
    cards: usize,
    missed: usize,
    visible: usize,
    right: usize,
    marked: usize,
    wrong: usize,
    guessed: usize,
    names_right: usize,
    names_wrong_unmarked: usize,
    seen_right: usize,
    seen_wrong: usize,
}

impl Tally {
    fn add(&mut self, shot: &TrueShot, reading: &Result<Screenshot, Rejection>) {
        self.shots += 1;
        self.cards += shot.cards.len();
        let Ok(reading) = reading else {
            self.rejected += 1;
            return;
        };
        assert_eq!(reading.metric, shot.metric, "{}", shot.file);
        // A treatment can move a row over the edge of the viewport, so the numbers of cards may differ by it.
        self.missed += shot.cards.len().abs_diff(reading.cards.len());
        for (truth, card) in shot.cards.iter().zip(&reading.cards) {
            match (truth.power, card.power) {
                (Some(number), Some(read)) if number == read => self.right += 1,
                (Some(_), Some(_)) => self.wrong += 1,
                (Some(_), None) => self.marked += 1,
                (None, Some(_)) => self.guessed += 1,
                (None, None) => {}
            }
            self.visible += usize::from(truth.power.is_some());
            if fold(&truth.name) == fold(&card.name) {
                self.names_right += 1;
            } else {
                self.names_wrong_unmarked += usize::from(card.name_certain);
                println!(
                    "    {}: name {:?} read as {:?} at {:.3}",
                    shot.file, truth.name, card.name, card.name_confidence
                );
            }
            if truth.power != card.power {
                println!(
                    "    {}: {} has {:?}, read {:?}",
                    shot.file, truth.name, truth.power, card.power
                );
            }
            match &card.last_seen {
                Some(read) if *read == truth.last_seen => self.seen_right += 1,
                Some(read) => {
                    self.seen_wrong += 1;
                    println!(
                        "    {}: {} was seen {:?}, read {read:?}",
                        shot.file, truth.name, truth.last_seen
                    );
                }
                None => {}
            }
        }
    }
}

/// Every screenshot as it was taken, read once for all tests.
static AS_TAKEN: LazyLock<BTreeMap<PathBuf, Result<Screenshot, Rejection>>> = LazyLock::new(|| {
    let shots = [support::real(), support::demo()].concat();
    let readings = support::on_two_threads(&shots, |shot| READER.read(&shot.bytes()));
    shots
        .into_iter()
        .map(|shot| shot.path)
        .zip(readings)
        .collect()
});

fn as_taken(shot: &TrueShot) -> Result<Screenshot, Rejection> {
    AS_TAKEN[&shot.path].clone()
}

fn treated(
    treatment: &str,
    shots: &[TrueShot],
    treat: impl Fn(&TrueShot) -> Vec<u8> + Sync,
) -> Tally {
    tally(
        treatment,
        shots,
        support::on_two_threads(shots, |shot| READER.read(&treat(shot))),
    )
}

fn tally(
    treatment: &str,
    shots: &[TrueShot],
    readings: Vec<Result<Screenshot, Rejection>>,
) -> Tally {
    let mut tally = Tally::default();
    for (shot, reading) in shots.iter().zip(readings) {
        tally.add(shot, &reading);
    }
    println!(
        "{treatment:<18} | {}/{} shots | numbers {}/{}, marked {}, wrong {}, guessed {} | names {}/{}, wrong and unmarked {} | last seen {}/{}, wrong {} | missed {}",
        tally.shots - tally.rejected,
        tally.shots,
        tally.right,
        tally.visible,
        tally.marked,
        tally.wrong,
        tally.guessed,
        tally.names_right,
        tally.cards,
        tally.names_wrong_unmarked,
        tally.seen_right,
        tally.cards,
        tally.seen_wrong,
        tally.missed,
    );
    tally
}

fn scaled(shot: &TrueShot, percent: u32) -> Vec<u8> {
    let picture = shot.picture();
    let (width, height) = (
        picture.width() * percent / 100,
        picture.height() * percent / 100,
    );
    support::png(&imageops::resize(
        &picture,
        width,
        height,
        FilterType::CatmullRom,
    ))
}

fn jpeg(shot: &TrueShot) -> Vec<u8> {
    support::jpeg(&shot.picture(), 70)
}

fn assert_never_wrong(tally: &Tally) {
    assert_eq!(
        (tally.rejected, tally.missed),
        (0, 0),
        "every screenshot is read whole: {tally:?}"
    );
    assert_eq!(
        (tally.wrong, tally.guessed),
        (0, 0),
        "a number is right or marked: {tally:?}"
    );
    assert_eq!(
        (tally.names_wrong_unmarked, tally.seen_wrong),
        (0, 0),
        "so is a name, and last seen is right or not told: {tally:?}"
    );
}

#[test]
fn every_visible_number_and_name_is_exact_and_covered_numbers_are_none() {
    for shots in [support::real(), support::demo()] {
        let tally = tally("as taken", &shots, shots.iter().map(as_taken).collect());
        assert_never_wrong(&tally);
        assert_eq!(tally.marked, 0, "no visible number is marked: {tally:?}");
        assert_eq!(
            tally.names_right, tally.cards,
            "every name is exact: {tally:?}"
        );
        assert_eq!(
            (tally.seen_right, tally.seen_wrong),
            (tally.cards, 0),
            "every last seen is exact: {tally:?}"
        );
    }
}

#[test]
fn merged_rosters_have_every_member_once_with_the_exact_name_and_number() {
    let mut sets: BTreeMap<(String, Metric), Vec<TrueShot>> = BTreeMap::new();
    for shot in support::real().into_iter().chain(support::demo()) {
        sets.entry((shot.set().to_owned(), shot.metric))
            .or_default()
            .push(shot);
    }
    for ((set, metric), shots) in sets {
        let readings = shots.iter().map(as_taken);
        let readings = shots
            .iter()
            .zip(readings)
            .map(|(shot, reading)| (shot.file.clone(), reading.expect("a roster")));
        let merged = merge(readings.collect()).expect("a roster of screenshots");
        assert_eq!(
            merged.rejected,
            [],
            "{set}: no screenshot of a set is left out"
        );
        let mut truth: Vec<(String, Option<i64>)> = shots
            .iter()
            .flat_map(|shot| &shot.cards)
            .map(|card| (fold(&card.name), card.power))
            .collect();
        truth.sort();
        truth.dedup();
        let members = merged.roster.members.iter();
        let mut found: Vec<(String, Option<i64>)> = members
            .map(|member| (fold(&member.name), member.power))
            .collect();
        found.sort();
        assert_eq!(found, truth, "{set}");
        assert_eq!(merged.roster.metric, metric);
        println!(
            "{set}: {} members, {:?}",
            found.len(),
            merged.roster.capacity
        );
    }
}

#[test]
fn other_screens_of_the_game_are_rejected() {
    let Some(folder) = support::real_folder() else {
        return;
    };
    for file in fs::read_dir(folder.join("not-rosters")).expect("the folder is there") {
        let path = file.expect("a file").path();
        let rejection = READER
            .read(&fs::read(&path).expect("a file"))
            .expect_err("it is no roster");
        println!("{}: {rejection}", path.display());
        assert!(
            rejection.to_string().contains("open Club > Manage Members"),
            "{rejection}"
        );
    }
}

#[test]
fn at_half_scale_numbers_are_right_or_marked() {
    let tally = treated("0.5×", &support::any(), |shot| scaled(shot, 50));
    assert_never_wrong(&tally);
    assert!(tally.right * 100 >= tally.visible * 98, "{tally:?}");
    assert!(tally.names_right * 100 >= tally.cards * 96, "{tally:?}");
}

#[test]
fn at_three_quarters_scale_numbers_are_right_or_marked() {
    let tally = treated("0.75×", &support::any(), |shot| scaled(shot, 75));
    assert_never_wrong(&tally);
    assert_eq!(tally.marked, 0, "{tally:?}");
    assert!(tally.names_right * 100 >= tally.cards * 98, "{tally:?}");
}

#[test]
fn at_one_and_a_half_scale_numbers_are_right_or_marked() {
    let tally = treated("1.5×", &support::any(), |shot| scaled(shot, 150));
    assert_never_wrong(&tally);
    assert_eq!(tally.marked, 0, "{tally:?}");
    assert!(tally.names_right * 100 >= tally.cards * 97, "{tally:?}");
}

#[test]
fn as_jpeg_of_quality_70_numbers_are_right_or_marked() {
    let tally = treated("JPEG quality 70", &support::any(), jpeg);
    assert_never_wrong(&tally);
    assert_eq!(tally.marked, 0, "{tally:?}");
    assert!(tally.names_right * 100 >= tally.cards * 96, "{tally:?}");
}
