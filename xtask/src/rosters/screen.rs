//! The "Manage Members" screen: where things are, and their order from back to front.
//!
//! Places are pixels of a 1206 × 2622 screen; the reader finds its way by the cards' pitch and borders,
//! the picture's lower border and the panel's.

use super::banner;
use super::card::{self, HEIGHT};
use super::club::Shot;
use super::scene;

pub(super) const WIDTH: u32 = 1206;
pub(super) const SCREEN_HEIGHT: u32 = 2622;

/// Left borders of the two columns of cards; their distance is the reader's unit of length.
const COLUMNS: [f32; 2] = [154.0, 626.0];
/// Distance of two rows: 0.5833 of the columns' distance.
const PITCH: f32 = 275.33;
/// The first row's lower border when nothing is scrolled.
const FIRST_BOTTOM: f32 = 1167.0;
/// The list's window: cards are cut off at its upper and lower edge.
const WINDOW: [f32; 2] = [928.0, 1888.0];
/// A card's number begins this far above its lower border, and its name ends this far above it.
const READABLE: [f32; 2] = [124.0, 9.0];

/// The colours of the lines and of the text, shared by all that is drawn.
pub(super) const INK: &str = "#4a4039";

/// The whole screenshot.
pub(super) fn svg(shot: &Shot) -> String {
    let label = shot.metric.label();
    let cards = cards(shot);
    let count = shot.members().len();
    document(&[
        &scene::background(),
        &scene::top_bar(shot.club),
        &scene::panel(),
        &banner::picture(),
        &format!(r#"<g clip-path="url(#window)">{cards}</g>"#),
        &banner::title("Manage Members", Some(&format!("{count}/{count}"))),
        &scene::buttons(label),
    ])
}

/// An SVG of a whole screen with the parts from back to front.
pub(super) fn document(parts: &[&str]) -> String {
    let [top, bottom] = WINDOW;
    let height = bottom - top;
    let body = parts.concat();
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{SCREEN_HEIGHT}" font-family="Barlow Condensed SemiBold">
<defs><clipPath id="window"><rect x="0" y="{top}" width="{WIDTH}" height="{height}"/></clipPath></defs>
{body}
</svg>"#
    )
}

/// Whether the number and the name at this place of the list are inside the window.
pub(super) fn is_readable(place: usize, scroll: f32) -> bool {
    let bottom = card_bottom(place, scroll);
    bottom - READABLE[0] >= WINDOW[0] && bottom - READABLE[1] <= WINDOW[1]
}

fn cards(shot: &Shot) -> String {
    let mut cards = Vec::new();
    for (place, member) in shot.by_power().into_iter().enumerate() {
        let y = card_bottom(place, shot.scroll) - HEIGHT;
        // One row more on both sides: a wing or a shadow may reach into the window.
        if !(WINDOW[0] - PITCH - HEIGHT..WINDOW[1] + PITCH).contains(&y) {
            continue;
        }
        let x = COLUMNS[place % 2];
        let card = card::svg(member, shot.metric, place + 1);
        cards.push(format!(r#"<g transform="translate({x} {y})">{card}</g>"#));
    }
    cards.concat()
}

fn card_bottom(place: usize, scroll: f32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a club has a dozen rows")]
    let row = (place / 2) as f32;
    FIRST_BOTTOM + row * PITCH - scroll
}
