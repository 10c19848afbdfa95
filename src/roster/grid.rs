//! Where the cards are: two columns found by their bottom lines, rows by their pitch, the viewport by its frame.

use crate::geometry::{Rect, measure, median, pixels};
use crate::layout::{Layout, Span};
use crate::lines::{self, DarkLine};
use crate::luma::Luma;
use crate::rejection::Rejection;

/// Two lines of one row differ at most so in height: a share of the width, and pixels that are always allowed.
const LEVEL: (f32, f32) = (0.006, 4.0);
/// Two lines of one row differ at most so in length, as a share of the column distance.
const ALIKE: f32 = 0.06;
/// How far from its place a border may be found, in u.
const BORDER_REACH: f32 = 7.0;
/// How far from the common phase a row may be, in u.
const PHASE_REACH: f32 = 10.0;
/// The share of a border that must be seen.
const BORDER_SEEN: f32 = 0.6;
/// The most of a card's paper that may be dark: text is about a sixth.
const PAPER_DARK: f32 = 0.4;
/// More rows than a club has members are no roster, and reading them would take long.
const MOST_ROWS: usize = 60;
/// The share of a long line that must be dark.
const FRAME_SEEN: f32 = 0.9;

/// The cards' places on one screenshot.
#[derive(Debug)]
pub(crate) struct Grid {
    /// Pixels a unit.
    pub(crate) u: f32,
    /// The middles of the two columns.
    pub(crate) columns: [f32; 2],
    /// The bottom lines of the rows to read, top to bottom.
    pub(crate) rows: Vec<f32>,
    /// The banner's bottom line.
    pub(crate) banner: f32,
    card_width: f32,
}

impl Grid {
    pub(crate) fn find(luma: &Luma, layout: &Layout) -> Result<Self, Rejection> {
        let lines = lines::find(luma);
        let pairs = pairs(&lines, luma.width, layout);
        let mut distances: Vec<f32> = pairs
            .iter()
            .map(|(left, right)| right.middle() - left.middle())
            .collect();
        let distance = median(&mut distances)
            .filter(|_| pairs.len() >= 2)
            .ok_or(Rejection::NoCards)?;
        let mut lefts: Vec<f32> = pairs.iter().map(|(left, _)| left.middle()).collect();
        let left = median(&mut lefts).ok_or(Rejection::NoCards)?;
        let mut grid = Self {
            u: distance / layout.column,
            columns: [left, left + distance],
            rows: Vec::new(),
            banner: 0.0,
            card_width: distance * layout.card_width,
        };
        let bottoms = grid.bottoms(&lines, luma, layout);
        let (Some(&first), Some(&last)) = (bottoms.first(), bottoms.last()) else {
            return Err(Rejection::NoCards);
        };
        if grid.u < layout.least_scale {
            let (width, height) = luma.picture_size();
            return Err(Rejection::TooSmall { width, height });
        }
        // No line of a card crosses the gutter, so the search may begin inside the first row, which may be clipped.
        let above = pixels(first - BORDER_REACH * grid.u);
        let below = pixels(last + BORDER_REACH * grid.u);
        grid.banner = grid
            .frame(luma, (0..above).rev())
            .ok_or(Rejection::CutOff)?;
        let panel = grid
            .frame(luma, below..luma.height)
            .ok_or(Rejection::CutOff)?;
        let view = (
            grid.banner + layout.below_banner * grid.u,
            panel - layout.above_panel * grid.u,
        );
        grid.rows = grid.visible_rows(&bottoms, view, layout);
        if grid.rows.len() > MOST_ROWS {
            return Err(Rejection::NoCards);
        }
        Ok(grid)
    }

    /// A part of a card: x as shares of its width, y in u from its bottom line.
    pub(crate) fn part(
        &self,
        column: f32,
        row: f32,
        (x, y): (Span, Span),
        size: (usize, usize),
    ) -> Rect {
        let left = column - self.card_width / 2.0;
        let x = (left + x.0 * self.card_width, left + x.1 * self.card_width);
        Rect::clipped(x, (row + y.0 * self.u, row + y.1 * self.u), size)
    }

    /// A part of the header: x in u from the middle of both columns, y in u from the banner's line.
    pub(crate) fn header(&self, x: Span, y: Span, size: (usize, usize)) -> Rect {
        let middle = f32::midpoint(self.columns[0], self.columns[1]);
        let x = (middle + x.0 * self.u, middle + x.1 * self.u);
        Rect::clipped(
            x,
            (self.banner + y.0 * self.u, self.banner + y.1 * self.u),
            size,
        )
    }

    /// The bottom lines of whole cards, those of the majority's phase, top to bottom.
    fn bottoms(&self, lines: &[DarkLine], luma: &Luma, layout: &Layout) -> Vec<f32> {
        let length = layout.card_width * layout.column * self.u;
        let mut found: Vec<f32> = lines
            .iter()
            .filter(|line| line.length() > length * layout.line_length.0)
            .filter(|line| {
                self.columns.iter().any(|&column| {
                    (line.middle() - column).abs() < BORDER_REACH * 2.0 * self.u
                        && self.is_card(luma, layout, column, line.y())
                })
            })
            .map(DarkLine::y)
            .collect();
        found.sort_by(f32::total_cmp);
        found.dedup_by(|next, first| *next - *first < PHASE_REACH * self.u);
        let pitch = layout.pitch * layout.column * self.u;
        let alike = |a: f32, b: f32| {
            let apart = (a - b).rem_euclid(pitch);
            apart.min(pitch - apart) < PHASE_REACH * self.u
        };
        let votes = |y: f32| found.iter().filter(|&&other| alike(y, other)).count();
        let Some(&best) = found.iter().max_by_key(|&&y| votes(y)) else {
            return found;
        };
        found.iter().copied().filter(|&y| alike(y, best)).collect()
    }

    /// Whether a line is the bottom of a card: the top border above it, paper between, the right border beside.
    fn is_card(&self, luma: &Luma, layout: &Layout, column: f32, row: f32) -> bool {
        let height = layout.card_height * layout.column;
        let reach = BORDER_REACH / (layout.card_width * layout.column);
        let size = luma.size();
        // The left half is no evidence: the member's snail stands before it.
        let top = self.part(
            column,
            row,
            (
                (0.65, 0.9),
                (-height - BORDER_REACH, -height + BORDER_REACH),
            ),
            size,
        );
        let right = self.part(
            column,
            row,
            ((1.0 - reach, 1.0 + reach), (-height * 0.8, -height * 0.2)),
            size,
        );
        let paper = self.part(
            column,
            row,
            ((0.55, 0.95), (-height * 0.9, -height * 0.05)),
            size,
        );
        luma.dark_columns(top) >= BORDER_SEEN
            && luma.dark_rows(right) >= BORDER_SEEN
            && luma.dark_share(paper) <= PAPER_DARK
    }

    /// The middle of the first line that is dark across both columns and the gutter.
    fn frame(&self, luma: &Luma, rows: impl Iterator<Item = usize>) -> Option<f32> {
        let half = self.card_width / 2.0;
        let x = (self.columns[0] - half * 0.9, self.columns[1] + half * 0.9);
        let gutter = (self.columns[0] + half, self.columns[1] - half);
        let thickest = lines::thickest(luma.width);
        let is_long = |y: usize| {
            let row = (measure(y), measure(y + 1));
            luma.dark_share(Rect::clipped(x, row, luma.size())) >= FRAME_SEEN
                && luma.dark_share(Rect::clipped(gutter, row, luma.size())) >= FRAME_SEEN
        };
        let mut line: Option<(usize, usize)> = None;
        for y in rows {
            match (is_long(y), line) {
                (true, None) => line = Some((y, y)),
                (true, Some((first, _))) => line = Some((first, y)),
                (false, Some(_)) => break,
                (false, None) => {}
            }
        }
        let (first, last) = line?;
        (first.abs_diff(last) < thickest).then(|| measure(first + last) / 2.0)
    }

    /// The rows whose number and name the viewport shows whole: those found, the others by the pitch.
    fn visible_rows(&self, bottoms: &[f32], view: Span, layout: &Layout) -> Vec<f32> {
        let pitch = layout.pitch * layout.column * self.u;
        let Some(&first) = bottoms.first() else {
            return Vec::new();
        };
        let shown = |row: &f32| {
            row - layout.whole_above * self.u >= view.0
                && row - layout.whole_below * self.u <= view.1
        };
        let mut row = first;
        while row - pitch - layout.whole_above * self.u >= view.0 {
            row -= pitch;
        }
        let mut rows = Vec::new();
        while row - layout.whole_below * self.u <= view.1 {
            // A row that was found corrects the ones below it, so that the pitch's error does not add up.
            row = bottoms
                .iter()
                .copied()
                .find(|found| (found - row).abs() < PHASE_REACH * self.u)
                .unwrap_or(row);
            rows.push(row);
            row += pitch;
        }
        rows.retain(shown);
        rows
    }
}

/// Pairs of lines that could be one row of cards.
fn pairs(lines: &[DarkLine], width: usize, layout: &Layout) -> Vec<(DarkLine, DarkLine)> {
    let level = (LEVEL.0 * measure(width)).max(LEVEL.1);
    let mut pairs = Vec::new();
    for (index, &one) in lines.iter().enumerate() {
        for &other in lines[index + 1..]
            .iter()
            .take_while(|other| measure(other.top) < one.y() + 2.0 * level + 20.0)
        {
            let (left, right) = if one.middle() < other.middle() {
                (one, other)
            } else {
                (other, one)
            };
            let distance = right.middle() - left.middle();
            let fits = |line: DarkLine| {
                let share = line.length() / distance.max(1.0);
                share >= layout.line_length.0 && share <= layout.line_length.1
            };
            let alike = (left.length() - right.length()).abs() <= ALIKE * distance;
            if (left.y() - right.y()).abs() <= level && alike && fits(left) && fits(right) {
                pairs.push((left, right));
            }
        }
    }
    pairs
}
