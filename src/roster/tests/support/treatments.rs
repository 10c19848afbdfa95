//! What becomes of a screenshot on its way: scaled, compressed, dimmed, cropped, covered.

use image::RgbImage;
use image::imageops::{self, FilterType};
use slimy_roster::Area;

use super::dice::Dice;
use super::{READER, TrueShot, covers, jpeg, png};

/// One thing that can happen to a screenshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Treatment {
    AsTaken,
    /// To so many percent of its size.
    Scaled(u32),
    /// JPEG of this quality.
    Jpeg(u8),
    /// To half its size and JPEG of quality 70, as chats do.
    HalfJpeg,
    /// Up to so many of 255 added to or taken from each channel.
    Noisy(u32),
    /// So many percent of its brightness.
    Dimmed(u32),
    /// So many of 255 added, cut off at white.
    Brightened(u8),
    /// Without so many thousandths of its width and height on each side.
    Cropped(u32),
    /// Covers over the number or the name strip of every second card.
    Covered(u64),
}

impl Treatment {
    /// Each kind, as honest confidence is held against.
    pub(crate) const ALL: &[Self] = &[
        Self::AsTaken,
        Self::Scaled(150),
        Self::Scaled(75),
        Self::Scaled(50),
        Self::Jpeg(70),
        Self::HalfJpeg,
        Self::Noisy(24),
        Self::Dimmed(55),
        Self::Brightened(20),
        Self::Cropped(18),
        Self::Covered(1),
        Self::Covered(2),
    ];

    /// The file that comes of it.
    pub(crate) fn apply(self, shot: &TrueShot) -> Vec<u8> {
        let scaled = |percent: u32| {
            let picture = shot.picture();
            let (width, height) = (
                picture.width() * percent / 100,
                picture.height() * percent / 100,
            );
            imageops::resize(&picture, width, height, FilterType::CatmullRom)
        };
        let each = |change: &mut dyn FnMut(u8) -> u8| {
            let mut picture = shot.picture();
            picture.iter_mut().for_each(|value| *value = change(*value));
            png(&picture)
        };
        match self {
            Self::AsTaken => shot.bytes(),
            Self::Scaled(percent) => png(&scaled(percent)),
            Self::Jpeg(quality) => jpeg(&shot.picture(), quality),
            Self::HalfJpeg => jpeg(&scaled(50), 70),
            Self::Noisy(most) => {
                let mut dice = Dice::of(&shot.file, u64::from(most));
                each(&mut |value| {
                    let shifted = u32::from(value) + dice.between(0, 2 * most);
                    u8::try_from(shifted.saturating_sub(most)).unwrap_or(u8::MAX)
                })
            }
            Self::Dimmed(percent) => {
                each(&mut |value| u8::try_from(u32::from(value) * percent / 100).unwrap_or(u8::MAX))
            }
            Self::Brightened(more) => each(&mut |value| value.saturating_add(more)),
            Self::Cropped(share) => {
                let picture = shot.picture();
                let (width, height) = picture.dimensions();
                let (x, y) = (width * share / 1000, height * share / 1000);
                let inside =
                    imageops::crop_imm(&picture, x, y, width - 2 * x, height - 2 * y).to_image();
                png(&inside)
            }
            Self::Covered(round) => png(&covered(shot, round)),
        }
    }
}

/// The screenshot with a cover on every second card: over its number, its name or when it was last seen.
fn covered(shot: &TrueShot, round: u64) -> RgbImage {
    let reading = READER.read(&shot.bytes()).expect("a roster");
    let numbers: Vec<Area> = reading.cards.iter().map(|card| card.number_area).collect();
    let mut picture = shot.picture();
    let clean = picture.clone();
    let mut dice = Dice::of(&shot.file, round);
    for (index, &number) in (0..).zip(&numbers) {
        let art = numbers[usize::try_from(dice.roll(2))
            .expect("a small number")
            .min(numbers.len() - 1)];
        let part = match dice.roll(3) {
            0 => number,
            side => strip_half(number, side == 1),
        };
        if index % 2 == round % 2 {
            covers::paste(&mut picture, &clean, part, art, &mut dice);
        }
    }
    picture
}

/// The half of the strip under a number that holds the name, or the other. The number's area is 45 u high and 56.5 % of
/// the card's width, which it begins at 42 % of.
pub(crate) fn strip_half(number: Area, is_name: bool) -> Area {
    let card = number.width * 1000 / 565;
    let left = number.x - card * 42 / 100;
    Area {
        x: if is_name {
            left + card * 5 / 100
        } else {
            left + card * 60 / 100
        },
        y: number.y + number.height * 72 / 45,
        width: card * if is_name { 50 } else { 36 } / 100,
        height: number.height * 48 / 45,
    }
}
