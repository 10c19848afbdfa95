//! What every chart has around it: the heading, and what its colours stand for.

use crate::canvas::{Anchor, Canvas, INK, QUIET};
use crate::text::Type;

/// The empty border.
pub(crate) const MARGIN: f64 = 40.0;
/// Where the right border begins: [`crate::WIDTH`] without the border.
pub(crate) const RIGHT: f64 = 960.0;
/// From border to border.
pub(crate) const INSIDE: f64 = RIGHT - MARGIN;

const TITLE: Type = Type::bold(44.0);
const SUBTITLE: Type = Type::medium(32.0);
const LEGEND: Type = Type::medium(32.0);
const NEWEST: Type = Type::bold(32.0);

/// One entry of the legend.
pub(crate) struct Key<'a> {
    pub(crate) sign: Sign<'a>,
    pub(crate) name: &'a str,
    /// The newest value in words; may be empty.
    pub(crate) newest: String,
}

/// How it looks on the chart.
pub(crate) enum Sign<'a> {
    Line { colour: &'a str, dashed: bool },
    Bar { colour: &'a str },
    Star,
}

/// Writes the title and, when there is one, the line below it. Gives where the rest begins.
pub(crate) fn heading(canvas: &mut Canvas, title: &str, subtitle: &str) -> f64 {
    let mut bottom = 74.0;
    let title = TITLE.fit(title, INSIDE);
    canvas.text((MARGIN, bottom), (TITLE, INK), Anchor::Start, &title);
    let subtitle = SUBTITLE.fit(subtitle, INSIDE);
    if !subtitle.is_empty() {
        bottom += 50.0;
        canvas.text(
            (MARGIN, bottom),
            (SUBTITLE, QUIET),
            Anchor::Start,
            &subtitle,
        );
    }
    bottom + 16.0
}

/// Writes the legend from `top` on. Gives where the rest begins.
pub(crate) fn legend(canvas: &mut Canvas, top: f64, keys: &[Key<'_>]) -> f64 {
    const SWATCH: f64 = 54.0;
    const GAP: f64 = 16.0;
    const BETWEEN: f64 = 48.0;
    const LINE: f64 = 48.0;
    if keys.is_empty() {
        return top;
    }
    let (mut x, mut y) = (MARGIN, top + LINE - 12.0);
    for key in keys {
        let newest = NEWEST.fit(&key.newest, INSIDE / 2.0);
        let beside = if newest.is_empty() {
            0.0
        } else {
            GAP + NEWEST.width(&newest)
        };
        let name = LEGEND.fit(key.name, INSIDE - SWATCH - GAP - beside);
        let width = SWATCH + GAP + LEGEND.width(&name) + beside;
        if x > MARGIN && x + width > RIGHT {
            (x, y) = (MARGIN, y + LINE);
        }
        let middle = y - LEGEND.size * 0.33;
        match key.sign {
            Sign::Line { colour, dashed } => {
                canvas.path(&[(x, middle), (x + SWATCH - 9.0, middle)], colour, dashed);
            }
            Sign::Bar { colour } => canvas.bar((x + 14.0, middle - 14.0), (28.0, 28.0), colour),
            Sign::Star => canvas.star((x + SWATCH / 2.0, middle), 10.0),
        }
        let words = x + SWATCH + GAP;
        canvas.text((words, y), (LEGEND, QUIET), Anchor::Start, &name);
        let right = x + width;
        canvas.text((right, y), (NEWEST, INK), Anchor::End, &newest);
        x = right + BETWEEN;
    }
    y + 16.0
}
