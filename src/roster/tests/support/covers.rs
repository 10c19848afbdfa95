//! What can stand before a text: pasted over a part of a screenshot.

use image::{Rgb, RgbImage, imageops};
use slimy_roster::Area;

use super::dice::Dice;

/// Pastes a cover over one to six elevenths of a part, from the left as wings and armour reach, or anywhere. `art` is the
/// number's area of a card whose art may be cut out; `clean` is the picture before any cover.
pub(crate) fn paste(
    picture: &mut RgbImage,
    clean: &RgbImage,
    part: Area,
    art: Area,
    dice: &mut Dice,
) -> String {
    // 11 digits fill the number's area; the first two cells are empty in the longest numbers.
    let digit = part.width / 11;
    let width = dice.between(digit, digit * 6);
    let from = if dice.roll(2) == 0 {
        digit
    } else {
        dice.between(digit * 2, digit * 9)
    };
    let x = part.x + from;
    let width = width.min(part.x + part.width - digit - x);
    let height = dice.between(part.height * 2 / 3, part.height);
    let y = part.y + dice.roll(part.height - height + 1);
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
        part.width
    )
}

fn is_in_ellipse(x: u32, y: u32, width: u32, height: u32) -> bool {
    let share = |at: u32, size: u32| 2.0 * (f64::from(at) + 0.5) / f64::from(size) - 1.0;
    share(x, width).powi(2) + share(y, height).powi(2) <= 1.0
}
