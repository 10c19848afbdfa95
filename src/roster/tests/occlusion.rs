//! Numbers that something stands before are marked, never guessed, and so are nine of ten names: covers pasted over the
//! texts of real screenshots.

#[expect(dead_code, reason = "another test file uses the rest of it")]
mod support;

use slimy_roster::{Card, fold};
use support::dice::Dice;
use support::treatments::strip_half;
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
    let sum = rounds(cover_and_read);
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

#[test]
fn of_ten_names_that_lost_letters_to_a_cover_nine_are_marked() {
    let sum = rounds(cover_names_and_read);
    println!(
        "{} covers that hid letters: {} marked, {} not; {} other names: {} falsely marked",
        sum.covered,
        sum.marked,
        sum.wrong.len(),
        sum.untouched,
        sum.falsely_marked
    );
    assert!(
        sum.wrong.len() * 10 <= sum.covered,
        "at most a tenth of them is not: {sum:#?}"
    );
    assert!(
        sum.falsely_marked * 200 <= sum.untouched,
        "at most 0.5 % false marks: {sum:?}"
    );
    assert!(sum.covered > 50, "the covers do hide letters: {sum:?}");
}

/// Covers and reads each screenshot in each round, and sums up what became of the cards.
fn rounds(cover_and_read: fn(u64, &TrueShot, &[Card]) -> Tally) -> Tally {
    let shots = support::any();
    let readings = support::on_two_threads(&shots, |shot| {
        READER.read(&shot.bytes()).expect("a roster").cards
    });
    let rounds: Vec<(u64, &TrueShot, &[Card])> = (1..=ROUNDS)
        .flat_map(|round| {
            shots
                .iter()
                .zip(&readings)
                .map(move |(shot, cards)| (round, shot, &cards[..]))
        })
        .collect();
    let tallies = support::on_two_threads(&rounds, |(round, shot, cards)| {
        cover_and_read(*round, shot, cards)
    });
    let mut sum = Tally::default();
    for tally in tallies {
        sum.covered += tally.covered;
        sum.marked += tally.marked;
        sum.untouched += tally.untouched;
        sum.falsely_marked += tally.falsely_marked;
        sum.wrong.extend(tally.wrong);
    }
    sum
}

/// Covers the name of every second card. Of the covered ones those count that are read wrong, of the others those that
/// nothing is wrong with on the screenshot as it is.
fn cover_names_and_read(round: u64, shot: &TrueShot, clean_cards: &[Card]) -> Tally {
    let mut tally = Tally::default();
    let mut picture = shot.picture();
    let mut dice = Dice::of(&shot.file, round);
    let clean = picture.clone();
    let mut covered = Vec::new();
    for (index, card) in (0..).zip(clean_cards) {
        let art = clean_cards[usize::try_from(dice.roll(2)).expect("a small number")].number_area;
        covered.push((index % 2 == round % 2).then(|| {
            let name = strip_half(card.number_area, true);
            covers::paste(&mut picture, &clean, name, art, &mut dice)
        }));
    }
    let reading = READER
        .read(&support::png(&picture))
        .expect("still a roster");
    // A cover can hide a whole name, and then the card is left out and no other can be told from its neighbour.
    if reading.cards.len() != shot.cards.len() {
        return tally;
    }
    let cards = reading.cards.iter().zip(clean_cards).zip(covered);
    for (truth, ((card, clean), cover)) in shot.cards.iter().zip(cards) {
        let is_right = fold(&truth.name) == fold(&card.name);
        match cover {
            Some(cover) if !is_right => {
                tally.covered += 1;
                tally.marked += usize::from(!card.name_certain);
                if card.name_certain {
                    let what = format!(
                        "{} round {round}: {} read as {}, {cover}",
                        shot.file, truth.name, card.name
                    );
                    tally.wrong.push(what);
                }
            }
            None if clean.name_certain => {
                tally.untouched += 1;
                tally.falsely_marked += usize::from(!card.name_certain);
            }
            _ => {}
        }
    }
    tally
}

fn cover_and_read(round: u64, shot: &TrueShot, clean_cards: &[Card]) -> Tally {
    let mut tally = Tally::default();
    let mut picture = shot.picture();
    let mut dice = Dice::of(&shot.file, round);
    let clean = picture.clone();
    let mut covered = Vec::new();
    for (index, card) in (0..).zip(clean_cards) {
        let number = card.number_area;
        let art = clean_cards[usize::try_from(dice.roll(2)).expect("a small number")].number_area;
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
