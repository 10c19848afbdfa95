//! The sheet that a chart is drawn on: it writes SVG and notes where words stand.

use std::fmt::Write as _;

use crate::WIDTH;
use crate::drawing::{Drawing, Label};
use crate::text::Type;

/// The parts of the type's size that a line of letters reaches above and below its base line.
const ASCENT: f64 = 0.8;
const DESCENT: f64 = 0.25;

/// The card behind everything. Dark, so that it is quiet on both of Discord's themes.
pub(crate) const CARD: &str = "#17191e";
/// Words that matter: 16 to 1 against the card.
pub(crate) const INK: &str = "#f2f3f5";
/// Other words: 9 to 1 against the card.
pub(crate) const QUIET: &str = "#b9bec7";
/// Lines that only help the eye.
pub(crate) const GRID: &str = "#3a3e47";
/// The two colours of data, from the palette of Okabe and Ito, which people who see fewer
/// colours tell apart too.
pub(crate) const SERIES: [&str; 2] = ["#e69f00", "#56b4e9"];
/// Up and down; an arrow says the same.
pub(crate) const RISE: &str = "#35c9a0";
/// See [`RISE`].
pub(crate) const FALL: &str = "#ff8a65";

/// Which point of the words stands at the given place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// Where words of the given width begin.
    fn left(self, x: f64, width: f64) -> f64 {
        match self {
            Self::Start => x,
            Self::Middle => x - width / 2.0,
            Self::End => x - width,
        }
    }
}

/// A sheet of the common width.
pub(crate) struct Canvas {
    body: String,
    labels: Vec<Label>,
}

impl Canvas {
    /// An empty card.
    pub(crate) fn new() -> Self {
        Self {
            body: String::new(),
            labels: Vec::new(),
        }
    }

    /// Writes words on one line; `y` is the base line. They must have been fitted.
    pub(crate) fn text(
        &mut self,
        (x, y): (f64, f64),
        (type_, colour): (Type, &str),
        anchor: Anchor,
        text: &str,
    ) {
        if text.is_empty() {
            return;
        }
        let runs = type_.runs(text);
        let width: f64 = runs.iter().map(|run| run.width).sum();
        let mut left = anchor.left(x, width);
        for run in runs {
            let _ = writeln!(
                self.body,
                r#"<text x="{left:.1}" y="{y:.1}" font-family="{}" font-size="{}" fill="{colour}" xml:space="preserve">{}</text>"#,
                run.face.family(),
                type_.size,
                escape(run.text),
            );
            left += run.width;
        }
        self.labels.push(extent((x, y), type_, anchor, text));
    }

    /// A filled box with slightly rounded corners.
    pub(crate) fn bar(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), colour: &str) {
        let radius = 4.0_f64.min(width / 2.0).min(height / 2.0);
        let _ = writeln!(
            self.body,
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" rx="{radius:.1}" fill="{colour}"/>"#
        );
    }

    /// A straight line.
    pub(crate) fn rule(&mut self, from: (f64, f64), to: (f64, f64), width: f64, colour: &str) {
        let _ = writeln!(
            self.body,
            r#"<line x1="{:.1}" y1="{:.1}" x2="{:.1}" y2="{:.1}" stroke="{colour}" stroke-width="{width}"/>"#,
            from.0, from.1, to.0, to.1
        );
    }

    /// A line through points; with dashes where asked for.
    pub(crate) fn path(&mut self, points: &[(f64, f64)], colour: &str, dashed: bool) {
        let mut list = String::with_capacity(points.len() * 12);
        for (x, y) in points {
            let _ = write!(list, "{x:.1},{y:.1} ");
        }
        let pattern = if dashed {
            r#" stroke-dasharray="18 9""#
        } else {
            ""
        };
        let _ = writeln!(
            self.body,
            r#"<polyline points="{}" fill="none" stroke="{colour}" stroke-width="6" stroke-linejoin="round"{pattern}/>"#,
            list.trim_end()
        );
    }

    /// A filled shape.
    pub(crate) fn shape(&mut self, points: &[(f64, f64)], colour: &str) {
        let mut list = String::new();
        for (x, y) in points {
            let _ = write!(list, "{x:.1},{y:.1} ");
        }
        let _ = writeln!(
            self.body,
            r#"<polygon points="{}" fill="{colour}"/>"#,
            list.trim_end()
        );
    }

    /// A dot.
    pub(crate) fn dot(&mut self, (x, y): (f64, f64), radius: f64, colour: &str) {
        let _ = writeln!(
            self.body,
            r#"<circle cx="{x:.1}" cy="{y:.1}" r="{radius}" fill="{colour}"/>"#
        );
    }

    /// The mark of a value that a person has set: a star of three strokes, as the `*` in lists.
    pub(crate) fn star(&mut self, (x, y): (f64, f64), radius: f64) {
        for (dx, dy) in [(0.0, 1.0), (0.866, 0.5), (0.866, -0.5)] {
            let (dx, dy) = (dx * radius, dy * radius);
            self.rule((x - dx, y - dy), (x + dx, y + dy), 3.5, INK);
        }
    }

    /// Sets how high the sheet is; it must reach below everything on it.
    pub(crate) fn finish(self, height: f64) -> Drawing {
        let width = WIDTH;
        let height = pixels(height.ceil());
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\n<rect width=\"{width}\" height=\"{height}\" fill=\"{CARD}\"/>\n{}</svg>\n",
            self.body
        );
        Drawing {
            svg,
            width,
            height,
            labels: self.labels,
        }
    }
}

/// The box that words may fill.
pub(crate) fn extent((x, y): (f64, f64), type_: Type, anchor: Anchor, text: &str) -> Label {
    let width = type_.width(text);
    let left = anchor.left(x, width);
    Label {
        text: text.to_owned(),
        left,
        top: y - type_.size * ASCENT,
        right: left + width,
        bottom: y + type_.size * DESCENT,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a height of a few thousand pixels at the most"
)]
fn pixels(length: f64) -> u32 {
    length.clamp(1.0, 4000.0) as u32
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}
