//! What was done day by day, and how much of it succeeded.

use crate::MAX_POSITIONS;
use crate::canvas::{Canvas, QUIET, SERIES};
use crate::drawing::{Drawing, Fault};
use crate::frame::{self, Key, MARGIN, RIGHT, Sign};
use crate::numbers::Numbers;
use crate::plot::{BELOW, Plot, gutter};
use crate::scale::{Scale, coordinate};

/// The share that succeeded is drawn in parts of so many.
const WHOLE: i128 = 1000;

/// Up to so many days each share gets a dot.
const DOTTED: usize = 31;

/// One day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// What stands below it.
    pub label: String,
    /// How much was done.
    pub count: u64,
    /// How much of that succeeded. A day on which nothing was done has no share.
    pub succeeded: u64,
}

/// Bars for what was done, and a line for the share that succeeded, the oldest day first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Days {
    /// The heading.
    pub title: String,
    /// Below the heading; may be empty.
    pub subtitle: String,
    /// The days, without gaps.
    pub days: Vec<Day>,
    /// What the bars are, for the legend.
    pub count: String,
    /// What the line is, for the legend.
    pub rate: String,
    /// How numbers are written.
    pub numbers: Numbers,
}

impl Days {
    /// Draws it, or says why there is nothing to draw.
    pub fn draw(&self) -> Result<Drawing, Fault> {
        if self.days.len() > MAX_POSITIONS {
            return Err(Fault::TooMany { max: MAX_POSITIONS });
        }
        if self.days.iter().all(|day| day.count == 0) {
            return Err(Fault::Empty);
        }
        let mut canvas = Canvas::new();
        let top = frame::heading(&mut canvas, &self.title, &self.subtitle);
        let top = frame::legend(&mut canvas, top, &self.keys()) + 40.0;
        let highest = self.days.iter().map(|day| day.count).max().unwrap_or(0);
        let scale = Scale::from_zero(i64::try_from(highest).unwrap_or(i64::MAX), 3);
        let ticks = self.numbers.ticks(&scale.ticks(), scale.step);
        let shares = ["0 %", "50 %", "100 %"].map(str::to_owned);
        let left = MARGIN + gutter(&ticks).max(gutter(&shares)) + 14.0;
        let counts = Plot {
            left,
            right: RIGHT,
            top,
            bottom: top + 240.0,
            scale,
        };
        counts.axis(&mut canvas, &ticks, QUIET);
        let rates = Plot {
            left,
            right: RIGHT,
            top: counts.bottom + 56.0,
            bottom: counts.bottom + 206.0,
            scale: Scale {
                low: 0,
                high: WHOLE,
                step: WHOLE / 2,
            },
        };
        rates.axis(&mut canvas, &shares, QUIET);
        self.bars(&mut canvas, &counts);
        self.line(&mut canvas, &rates);
        let labels: Vec<(f64, &str)> = self
            .days
            .iter()
            .enumerate()
            .map(|(index, day)| (self.middle(&rates, index), day.label.as_str()))
            .collect();
        rates.positions(&mut canvas, &labels);
        Ok(canvas.finish(rates.bottom + BELOW + 16.0))
    }

    fn keys(&self) -> [Key<'_>; 2] {
        let sum = |part: fn(&Day) -> u64| {
            self.days
                .iter()
                .fold(0_u64, |sum, day| sum.saturating_add(part(day)))
        };
        let (count, succeeded) = (sum(|day| day.count), sum(|day| day.succeeded));
        let total = i64::try_from(count).unwrap_or(i64::MAX);
        [
            Key {
                sign: Sign::Bar { colour: SERIES[0] },
                name: &self.count,
                newest: self.numbers.short(total),
            },
            Key {
                sign: Sign::Line {
                    colour: SERIES[1],
                    dashed: false,
                },
                name: &self.rate,
                newest: self.share(count, succeeded),
            },
        ]
    }

    /// A share in percent with one decimal; only all of it is 100 %.
    fn share(&self, count: u64, succeeded: u64) -> String {
        let tenths = u128::from(succeeded.min(count)) * 1000 / u128::from(count.max(1));
        format!("{}{}{} %", tenths / 10, self.numbers.decimal, tenths % 10)
    }

    /// The width that one day has.
    fn column(&self, plot: &Plot) -> f64 {
        (plot.right - plot.left) / coordinate(self.days.len())
    }

    fn middle(&self, plot: &Plot, index: usize) -> f64 {
        plot.left + (coordinate(index) + 0.5) * self.column(plot)
    }

    fn bars(&self, canvas: &mut Canvas, plot: &Plot) {
        let width = (self.column(plot) * 0.76).min(90.0);
        for (index, day) in self.days.iter().enumerate() {
            if day.count == 0 {
                continue;
            }
            let top = plot.y(day.count.into()).min(plot.bottom - 2.0);
            let left = self.middle(plot, index) - width / 2.0;
            canvas.bar((left, top), (width, plot.bottom - top), SERIES[0]);
        }
    }

    fn line(&self, canvas: &mut Canvas, plot: &Plot) {
        let places: Vec<(usize, (f64, f64))> = self
            .days
            .iter()
            .enumerate()
            .filter(|(_, day)| day.count > 0)
            .map(|(index, day)| {
                let succeeded = i128::from(day.succeeded.min(day.count));
                let share = succeeded * WHOLE / i128::from(day.count);
                (index, (self.middle(plot, index), plot.y(share)))
            })
            .collect();
        for run in places.chunk_by(|one, next| one.0 + 1 == next.0) {
            let run: Vec<(f64, f64)> = run.iter().map(|(_, place)| *place).collect();
            if run.len() > 1 {
                canvas.path(&run, SERIES[1], false);
            }
            if self.days.len() <= DOTTED || run.len() == 1 {
                for place in &run {
                    canvas.dot(*place, 8.0, SERIES[1]);
                }
            }
        }
    }
}
