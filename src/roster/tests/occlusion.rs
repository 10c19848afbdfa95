//! Numbers that something stands before are marked, never guessed: covers pasted over digits of real screenshots.

#[expect(dead_code, reason = "another test file uses the rest of it")]
mod support;

use image::{Rgb, RgbImage, imageops};
use slimy_roster::Area;
use support::{READER, TrueShot};

/// Rounds over all screenshots; each pastes one cover on every second card.
const ROUNDS: u64 = 3;

/// A small generator (xorshift*): the covers are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u32) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        u32::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33).expect("31 bits") % sides
    }

    fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.roll(most - least + 1)
    }
}

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
    let seed = shot.file.bytes().fold(round, |seed, byte| {
        seed.wrapping_mul(31).wrapping_add(u64::from(byte))
    });
    let mut dice = Dice(seed | 1);
    for _ in 0..8 {
        dice.roll(2);
    }
    let clean = picture.clone();
    let mut covered = Vec::new();
    for (index, &number) in (0..).zip(numbers) {
        let art = numbers[usize::try_from(dice.roll(2)).expect("a small number")];
        covered.push(
            (index % 2 == round % 2)
                .then(|| paste_cover(&mut picture, &clean, number, art, &mut dice)),
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

/// Pastes a cover over one to six digits, from the left as wings and armour reach, or anywhere.
fn paste_cover(
    picture: &mut RgbImage,
    clean: &RgbImage,
    number: Area,
    art: Area,
    dice: &mut Dice,
) -> String {
    // 11 digits fill the number's area; the first two cells are empty in the longest numbers.
    let digit = number.width / 11;
    let width = dice.between(digit, digit * 6);
    let from = if dice.roll(2) == 0 {
        digit
    } else {
        dice.between(digit * 2, digit * 9)
    };
    let x = number.x + from;
    let width = width.min(number.x + number.width - digit - x);
    let height = dice.between(number.height * 2 / 3, number.height);
    let y = number.y + dice.roll(number.height - height + 1);
    let kind = dice.roll(4);
    if kind < 2 {
        // Armour, wings and portraits stand left of a number, so the art of a card is cut there.
        let source_x = art.x - art.width * 3 / 5 + dice.roll(art.width / 8);
        let source_y = art.y + art.height / 2 - dice.roll(2 * art.height);
        let patch = imageops::crop_imm(clean, source_x, source_y, width, height).to_image();
        for (px, py, pixel) in patch.enumerate_pixels() {
            if kind == 0 || is_in_ellipse(px, py, width, height) {
                picture.put_pixel(x + px, y + py, *pixel);
            }
        }
    } else {
        let start = [dice.roll(256), dice.roll(256), dice.roll(256)];
        let end = if kind == 2 {
            start
        } else {
            [dice.roll(256), dice.roll(256), dice.roll(256)]
        };
        for px in 0..width {
            let mix = |channel: usize| (start[channel] * (width - px) + end[channel] * px) / width;
            let colour = [0, 1, 2].map(|channel| u8::try_from(mix(channel)).expect("a channel"));
            for py in 0..height {
                picture.put_pixel(x + px, y + py, Rgb(colour));
            }
        }
    }
    format!(
        "cover {kind} at {from} of {} wide, {width}×{height}",
        number.width
    )
}

fn is_in_ellipse(x: u32, y: u32, width: u32, height: u32) -> bool {
    let share = |at: u32, size: u32| 2.0 * (f64::from(at) + 0.5) / f64::from(size) - 1.0;
    share(x, width).powi(2) + share(y, height).powi(2) <= 1.0
}
