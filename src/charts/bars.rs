//! Bars with names: the strongest members, or those who changed most.

use crate::MAX_ROWS;
use crate::canvas::{Anchor, Canvas, FALL, GRID, INK, QUIET, RISE, SERIES};
use crate::drawing::{Drawing, Fault};
use crate::frame::{self, INSIDE, Key, MARGIN, RIGHT, Sign};
use crate::numbers::Numbers;
use crate::scale::{coordinate, share};
use crate::text::Type;

const NAME: Type = Type::medium(34.0);
const VALUE: Type = Type::bold(34.0);
const CHANGE: Type = Type::medium(30.0);

/// From one row to the next.
const ROW: f64 = 82.0;
/// The arrow of a change and the gap behind it.
const ARROW: f64 = 34.0;
/// Between the columns.
const BETWEEN: f64 = 28.0;

/// How a value has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// By so much.
    Amount(i64),
    /// By so many tenths of a percent, as 123 for 12.3 %.
    Percent(i64),
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Whose it is, with a rank in front where one is wanted.
    pub name: String,
    /// How long the bar is. A value below zero goes to the other side.
    pub value: i64,
    /// A person has set the value: it gets a star.
    pub corrected: bool,
    /// How it has changed, where that is known.
    pub change: Option<Change>,
}

/// Rows in the order in which they are drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// The heading.
    pub title: String,
    /// Below the heading; may be empty.
    pub subtitle: String,
    /// The rows, at most [`MAX_ROWS`].
    pub rows: Vec<Bar>,
    /// What the star means, for the legend; used when there is one.
    pub corrected: String,
    /// How numbers are written.
    pub numbers: Numbers,
}

/// Where the columns of the words end.
struct Columns {
    name: f64,
    change: f64,
}

impl Bars {
    /// Draws it, or says why there is nothing to draw.
    pub fn draw(&self) -> Result<Drawing, Fault> {
        if self.rows.is_empty() {
            return Err(Fault::Empty);
        }
        if self.rows.len() > MAX_ROWS {
            return Err(Fault::TooMany { max: MAX_ROWS });
        }
        let mut canvas = Canvas::new();
        let top = frame::heading(&mut canvas, &self.title, &self.subtitle);
        let top = frame::legend(&mut canvas, top, &self.keys());
        let columns = self.columns();
        let values = || self.rows.iter().map(|row| i128::from(row.value));
        let low = values().min().unwrap_or(0).min(0);
        let high = values().max().unwrap_or(0).max(0);
        for (index, row) in self.rows.iter().enumerate() {
            let y = top + 48.0 + coordinate(index) * ROW;
            self.words(&mut canvas, y, row, &columns);
            bar(&mut canvas, y + 14.0, row.value.into(), (low, high));
        }
        let bottom = top + coordinate(self.rows.len()) * ROW;
        Ok(canvas.finish(bottom + 24.0))
    }

    fn keys(&self) -> Vec<Key<'_>> {
        let has_star = self.rows.iter().any(|row| row.corrected);
        let key = || Key {
            sign: Sign::Star,
            name: &self.corrected,
            newest: String::new(),
        };
        if has_star && !self.corrected.is_empty() {
            vec![key()]
        } else {
            Vec::new()
        }
    }

    fn columns(&self) -> Columns {
        let widest = |widths: &mut dyn Iterator<Item = f64>| widths.fold(0.0, f64::max);
        let value = widest(&mut self.rows.iter().map(|row| VALUE.width(&self.value(row))));
        let change = widest(&mut self.rows.iter().filter_map(|row| {
            row.change
                .map(|change| ARROW + CHANGE.width(&self.change(change)) + BETWEEN)
        }));
        let end = RIGHT - value - BETWEEN;
        Columns {
            name: end - change,
            change: end,
        }
    }

    fn value(&self, row: &Bar) -> String {
        let star = if row.corrected { "*" } else { "" };
        format!("{}{star}", self.numbers.short(row.value))
    }

    fn change(&self, change: Change) -> String {
        match change {
            Change::Amount(amount) => self.numbers.change(amount),
            Change::Percent(tenths) => self.numbers.percent_change(tenths),
        }
    }

    fn words(&self, canvas: &mut Canvas, y: f64, row: &Bar, columns: &Columns) {
        let name = NAME.fit(&row.name, columns.name - MARGIN);
        canvas.text((MARGIN, y), (NAME, INK), Anchor::Start, &name);
        canvas.text((RIGHT, y), (VALUE, INK), Anchor::End, &self.value(row));
        let Some(change) = row.change else {
            return;
        };
        let words = self.change(change);
        let (Change::Amount(size) | Change::Percent(size)) = change;
        let colour = match size {
            0 => QUIET,
            1.. => RISE,
            ..0 => FALL,
        };
        canvas.text((columns.change, y), (CHANGE, colour), Anchor::End, &words);
        let x = columns.change - CHANGE.width(&words) - ARROW;
        arrow(canvas, (x, y), size.signum(), colour);
    }
}

/// Up, down, or a stroke where nothing has changed.
fn arrow(canvas: &mut Canvas, (x, y): (f64, f64), direction: i64, colour: &str) {
    let (left, right, middle) = (x, x + 22.0, x + 11.0);
    let (low, high) = (y - 2.0, y - 22.0);
    match direction {
        1 => canvas.shape(&[(left, low), (right, low), (middle, high)], colour),
        -1 => canvas.shape(&[(left, high), (right, high), (middle, low)], colour),
        _ => canvas.rule((left, y - 11.0), (right, y - 11.0), 4.0, colour),
    }
}

/// A bar from where zero is to the value, over a track from border to border.
fn bar(canvas: &mut Canvas, top: f64, value: i128, (low, high): (i128, i128)) {
    const HEIGHT: f64 = 16.0;
    canvas.bar((MARGIN, top), (INSIDE, HEIGHT), GRID);
    let at = |value: i128| MARGIN + share(value - low, high - low) * INSIDE;
    let (from, to) = (at(value.min(0)), at(value.max(0)));
    let colour = if value < 0 { SERIES[1] } else { SERIES[0] };
    // The smallest value is still something.
    let width = if value == 0 {
        0.0
    } else {
        (to - from).max(3.0)
    };
    if width > 0.0 {
        let from = from.min(RIGHT - width);
        canvas.bar((from, top), (width, HEIGHT), colour);
    }
}
