//! Numbers that something stands before are marked, never guessed: covers pasted over digits of real screenshots.

#[expect(dead_code, reason = "another test file uses the rest of it")]
mod support;

use slimy_roster::Area;
use support::dice::Dice;
use support::{READER, TrueShot, covers};

/// Rounds over all screenshots; each pastes one cover on every second card.
const ROUNDS: u64 = 3;

/// What became of the cards of one covered screenshot.
#[derive(Debug, Default)]
struct Tally {
    covered: usize,
    marked: usize,
    untouched: usize,
    falsely_marked: usize,
    wrong: Vec<String>,
}

#[test]
fn no_covered_number_is_wrong_without_a_mark() {
    let shots = support::any();
    let areas = support::on_two_threads(&shots, |shot| {
        let reading = READER.read(&shot.bytes()).expect("a roster");
        reading
            .cards
            .iter()
            .map(|card| card.number_area)
            .collect::<Vec<Area>>()
    });
    let rounds: Vec<(u64, &TrueShot, &[Area])> = (1..=ROUNDS)
        .flat_map(|round| {
            shots
                .iter()
                .zip(&areas)
                .map(move |(shot, areas)| (round, shot, &areas[..]))
        })
        .collect();
    let tallies = support::on_two_threads(&rounds, |(round, shot, areas)| {
        cover_and_read(*round, shot, areas)
    });
    let mut sum = Tally::default();
    for tally in tallies {
        sum.covered += tally.covered;
        sum.marked += tally.marked;
        sum.untouched += tally.untouched;
        sum.falsely_marked += tally.falsely_marked;
        sum.wrong.extend(tally.wrong);
    }
    println!(
        "{} covers: {} marked, {} wrong and not marked; {} others: {} falsely marked",
        sum.covered,
        sum.marked,
        sum.wrong.len(),
        sum.untouched,
        sum.falsely_marked
    );
    assert!(sum.wrong.is_empty(), "{:#?}", sum.wrong);
    assert!(
        sum.falsely_marked * 200 <= sum.untouched,
        "at most 0.5 % false marks: {sum:?}"
    );
    assert!(
        sum.marked * 2 > sum.covered,
        "the covers do cover digits: {sum:?}"
    );
}

fn cover_and_read(round: u64, shot: &TrueShot, numbers: &[Area]) -> Tally {
    let mut tally = Tally::default();
    let mut picture = shot.picture();
    let mut dice = Dice::of(&shot.file, round);
    let clean = picture.clone();
    let mut covered = Vec::new();
    for (index, &number) in (0..).zip(numbers) {
        let art = numbers[usize::try_from(dice.roll(2)).expect("a small number")];
        covered.push(
            (index % 2 == round % 2)
                .then(|| covers::paste(&mut picture, &clean, number, art, &mut dice)),
        );
    }
    let reading = READER
        .read(&support::png(&picture))
        .expect("still a roster");
    assert_eq!(reading.cards.len(), shot.cards.len(), "{}", shot.file);
    for ((truth, card), cover) in shot.cards.iter().zip(&reading.cards).zip(covered) {
        match (truth.power, card.power, cover) {
            (truth, Some(read), cover) if truth != Some(read) => {
                let what = format!(
                    "{} round {round} {}: {truth:?} read as {read}, {cover:?}",
                    shot.file, card.name
                );
                tally.wrong.push(what);
            }
            (_, power, Some(_)) => {
                tally.covered += 1;
                tally.marked += usize::from(power.is_none());
            }
            (Some(_), power, None) => {
                tally.untouched += 1;
                tally.falsely_marked += usize::from(power.is_none());
            }
            (None, _, None) => {}
        }
    }
    tally
}
