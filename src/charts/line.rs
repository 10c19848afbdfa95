//! Lines over weeks: the club's total, or one member's powers.

use crate::MAX_POSITIONS;
use crate::canvas::{CARD, Canvas, QUIET, SERIES};
use crate::drawing::{Drawing, Fault};
use crate::frame::{self, Key, RIGHT, Sign};
use crate::numbers::Numbers;
use crate::plot::{BELOW, Plot, gutter};
use crate::scale::Scale;

/// Up to so many positions each value gets a dot.
const DOTTED: usize = 30;

/// Up to this ratio of their largest values two lines share one field.
const COMPARABLE: u64 = 3;

/// A value of one week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The value.
    pub value: i64,
    /// A person has set it: it gets a star.
    pub corrected: bool,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// What it is, for the legend.
    pub name: String,
    /// A value for each week, in the order of [`Line::weeks`]; none leaves a gap.
    pub points: Vec<Option<Point>>,
}

/// One or two lines over weeks, the oldest week first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The heading.
    pub title: String,
    /// Below the heading; may be empty.
    pub subtitle: String,
    /// What stands below the field, for each week; as many are written as do not touch.
    pub weeks: Vec<String>,
    /// One or two lines. Two of very different height get a field each.
    pub series: Vec<Series>,
    /// What the star means, for the legend; used when there is one.
    pub corrected: String,
    /// How numbers are written.
    pub numbers: Numbers,
}

impl Line {
    /// Draws it, or says why there is nothing to draw.
    pub fn draw(&self) -> Result<Drawing, Fault> {
        if self.weeks.len() > MAX_POSITIONS {
            return Err(Fault::TooMany { max: MAX_POSITIONS });
        }
        if self.series.len() > SERIES.len() {
            return Err(Fault::TooMany { max: SERIES.len() });
        }
        let ranges: Vec<Option<(i64, i64)>> =
            self.series.iter().map(|one| self.range(one)).collect();
        if ranges.iter().all(Option::is_none) {
            return Err(Fault::Empty);
        }
        let mut canvas = Canvas::new();
        let top = frame::heading(&mut canvas, &self.title, &self.subtitle);
        let fields = fields(&ranges);
        let top = frame::legend(&mut canvas, top, &self.keys(&fields));
        let height = if fields.len() == 1 { 380.0 } else { 240.0 };
        let bottom = self.fields(&mut canvas, &fields, top + 40.0, height);
        Ok(canvas.finish(bottom + BELOW + 16.0))
    }

    /// The points of the line that have a week.
    fn points<'a>(&'a self, series: &'a Series) -> impl Iterator<Item = (usize, Point)> + 'a {
        let points = series.points.iter().take(self.weeks.len()).enumerate();
        points.filter_map(|(index, point)| point.map(|point| (index, point)))
    }

    fn range(&self, series: &Series) -> Option<(i64, i64)> {
        let values = || self.points(series).map(|(_, point)| point.value);
        values().min().zip(values().max())
    }

    fn keys(&self, fields: &[Field]) -> Vec<Key<'_>> {
        let lines = self.series.iter().enumerate().map(|(index, series)| Key {
            sign: Sign::Line {
                colour: SERIES[index],
                dashed: is_dashed(fields, index),
            },
            name: &series.name,
            newest: self
                .points(series)
                .last()
                .map_or_else(String::new, |(_, point)| self.numbers.short(point.value)),
        });
        let mut keys: Vec<Key<'_>> = lines.collect();
        let is_corrected = |series| self.points(series).any(|(_, point)| point.corrected);
        if self.series.iter().any(is_corrected) && !self.corrected.is_empty() {
            keys.push(Key {
                sign: Sign::Star,
                name: &self.corrected,
                newest: String::new(),
            });
        }
        keys
    }

    /// Draws the fields below each other; gives where the last ends.
    fn fields(&self, canvas: &mut Canvas, fields: &[Field], top: f64, height: f64) -> f64 {
        let wanted = if fields.len() == 1 { 4 } else { 2 };
        let scaled: Vec<(Scale, Vec<String>)> = fields
            .iter()
            .map(|field| {
                let scale = Scale::around(field.low, field.high, wanted);
                let ticks = self.numbers.ticks(&scale.ticks(), scale.step);
                (scale, ticks)
            })
            .collect();
        let widest = scaled.iter().map(|(_, ticks)| gutter(ticks));
        let left = frame::MARGIN + widest.fold(0.0, f64::max) + 14.0;
        let mut top = top;
        let mut last = top;
        for (index, (field, (scale, ticks))) in fields.iter().zip(scaled).enumerate() {
            let plot = Plot {
                left,
                right: RIGHT,
                top,
                bottom: top + height,
                scale,
            };
            let colour = if fields.len() == 1 {
                QUIET
            } else {
                SERIES[field.series[0]]
            };
            plot.axis(canvas, &ticks, colour);
            for series in &field.series {
                self.line(canvas, &plot, *series, is_dashed(fields, *series));
            }
            last = plot.bottom;
            top = plot.bottom + 72.0;
            if index + 1 == fields.len() {
                let count = self.weeks.len();
                let labels: Vec<(f64, &str)> = self
                    .weeks
                    .iter()
                    .enumerate()
                    .map(|(index, week)| (plot.x(index, count), week.as_str()))
                    .collect();
                plot.positions(canvas, &labels);
            }
        }
        last
    }

    fn line(&self, canvas: &mut Canvas, plot: &Plot, which: usize, dashed: bool) {
        let count = self.weeks.len();
        let colour = SERIES[which];
        let points: Vec<(usize, Point)> = self.points(&self.series[which]).collect();
        let at =
            |(index, point): &(usize, Point)| (plot.x(*index, count), plot.y(point.value.into()));
        let unbroken = points.chunk_by(|one, next| one.0 + 1 == next.0);
        for run in unbroken {
            let places: Vec<(f64, f64)> = run.iter().map(at).collect();
            if places.len() > 1 {
                canvas.path(&places, colour, dashed);
            }
            // A value between two gaps has no line, so its dot is never left out.
            if count <= DOTTED || places.len() == 1 {
                for place in &places {
                    dot(canvas, *place, which);
                }
            }
        }
        for point in points.iter().filter(|(_, point)| point.corrected) {
            let (x, y) = at(point);
            dot(canvas, (x, y), which);
            canvas.dot((x, y), 4.5, CARD);
            canvas.star((x, y - 26.0), 10.0);
        }
    }
}

/// A round dot for the first line, a diamond for the second.
fn dot(canvas: &mut Canvas, (x, y): (f64, f64), which: usize) {
    if which == 0 {
        canvas.dot((x, y), 9.0, SERIES[0]);
    } else {
        let reach = 12.0;
        canvas.shape(
            &[
                (x, y - reach),
                (x + reach, y),
                (x, y + reach),
                (x - reach, y),
            ],
            SERIES[1],
        );
    }
}

/// Lines that share an axis.
struct Field {
    series: Vec<usize>,
    low: i64,
    high: i64,
}

/// The second of two lines in one field has dashes; alone in its field it needs none, in which
/// gaps would be lost.
fn is_dashed(fields: &[Field], which: usize) -> bool {
    which > 0 && fields.len() == 1
}

/// One field for lines of comparable height, else one for each.
fn fields(ranges: &[Option<(i64, i64)>]) -> Vec<Field> {
    let mut fields: Vec<Field> = ranges
        .iter()
        .enumerate()
        .filter_map(|(index, range)| {
            range.map(|(low, high)| Field {
                series: vec![index],
                low,
                high,
            })
        })
        .collect();
    let size = |field: &Field| field.low.unsigned_abs().max(field.high.unsigned_abs());
    if let [one, other] = fields.as_slice() {
        let (small, large) = (size(one).min(size(other)), size(one).max(size(other)));
        if large / COMPARABLE <= small {
            fields = vec![Field {
                series: vec![0, 1],
                low: one.low.min(other.low),
                high: one.high.max(other.high),
            }];
        }
    }
    fields
}
