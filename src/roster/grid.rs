//! Where the cards are: two columns found by their bottom lines, rows by their pitch, the viewport by its frame.

use crate::geometry::{Rect, measure, median, pixels};
use crate::layout::{Cards, Description, Lines, Span};
use crate::lines::{self, DarkLine};
use crate::luma::Luma;
use crate::miss::Miss;

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
    pub(crate) fn find(luma: &Luma, layout: &Description) -> Result<Self, Miss> {
        let cards = &layout.cards;
        let lines = lines::find(luma, &layout.lines);
        let pairs = pairs(&lines, luma.width, layout);
        let mut distances: Vec<f32> = pairs
            .iter()
            .map(|(left, right)| right.middle() - left.middle())
            .collect();
        let distance = median(&mut distances)
            .filter(|_| pairs.len() >= 2)
            .ok_or(Miss::NoCards)?;
        let mut lefts: Vec<f32> = pairs.iter().map(|(left, _)| left.middle()).collect();
        let left = median(&mut lefts).ok_or(Miss::NoCards)?;
        let mut grid = Self {
            u: distance / cards.column,
            columns: [left, left + distance],
            rows: Vec::new(),
            banner: 0.0,
            card_width: distance * cards.width,
        };
        let bottoms = grid.bottoms(&lines, luma, cards);
        let (Some(&first), Some(&last)) = (bottoms.first(), bottoms.last()) else {
            return Err(Miss::NoCards);
        };
        if grid.u < cards.smallest {
            return Err(Miss::TooSmall);
        }
        // No line of a card crosses the gutter, so the search may begin inside the first row, which may be clipped.
        let above = pixels(first - cards.border_reach * grid.u);
        let below = pixels(last + cards.border_reach * grid.u);
        grid.banner = grid
            .frame(luma, layout, (0..above).rev())
            .ok_or(Miss::CutOff)?;
        let panel = grid
            .frame(luma, layout, below..luma.height)
            .ok_or(Miss::CutOff)?;
        let view = (
            grid.banner + layout.view.below_banner * grid.u,
            panel - layout.view.above_panel * grid.u,
        );
        grid.rows = grid.visible_rows(&bottoms, view, layout);
        if grid.rows.len() > cards.most_rows {
            return Err(Miss::NoCards);
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
    fn bottoms(&self, lines: &[DarkLine], luma: &Luma, layout: &Cards) -> Vec<f32> {
        let length = layout.width * layout.column * self.u;
        let mut found: Vec<f32> = lines
            .iter()
            .filter(|line| line.length() > length * layout.bottom_line.0)
            .filter(|line| {
                self.columns.iter().any(|&column| {
                    (line.middle() - column).abs() < layout.border_reach * 2.0 * self.u
                        && self.is_card(luma, layout, column, line.y())
                })
            })
            .map(DarkLine::y)
            .collect();
        found.sort_by(f32::total_cmp);
        found.dedup_by(|next, first| *next - *first < layout.phase_reach * self.u);
        let pitch = layout.pitch * layout.column * self.u;
        let alike = |a: f32, b: f32| {
            let apart = (a - b).rem_euclid(pitch);
            apart.min(pitch - apart) < layout.phase_reach * self.u
        };
        let votes = |y: f32| found.iter().filter(|&&other| alike(y, other)).count();
        let Some(&best) = found.iter().max_by_key(|&&y| votes(y)) else {
            return found;
        };
        found.iter().copied().filter(|&y| alike(y, best)).collect()
    }

    /// Whether a line is the bottom of a card: the top border above it, paper between, the right border beside.
    fn is_card(&self, luma: &Luma, layout: &Cards, column: f32, row: f32) -> bool {
        let height = layout.height * layout.column;
        let vertical = layout.border_reach;
        let reach = vertical / (layout.width * layout.column);
        let from_bottom = |share: Span| (-height * share.1, -height * share.0);
        let size = luma.size();
        let top = self.part(
            column,
            row,
            (layout.top_border, (-height - vertical, -height + vertical)),
            size,
        );
        let right = self.part(
            column,
            row,
            ((1.0 - reach, 1.0 + reach), from_bottom(layout.right_border)),
            size,
        );
        let paper = self.part(
            column,
            row,
            (layout.paper_x, from_bottom(layout.paper_y)),
            size,
        );
        luma.dark_columns(top) >= layout.border_seen
            && luma.dark_rows(right) >= layout.border_seen
            && luma.dark_share(paper) <= layout.paper_dark
    }

    /// The middle of the first line that is dark across both columns and the gutter.
    fn frame(
        &self,
        luma: &Luma,
        layout: &Description,
        rows: impl Iterator<Item = usize>,
    ) -> Option<f32> {
        let seen = layout.view.line_seen;
        let half = self.card_width / 2.0;
        let x = (self.columns[0] - half * 0.9, self.columns[1] + half * 0.9);
        let gutter = (self.columns[0] + half, self.columns[1] - half);
        let thickest = lines::thickest(&layout.lines, luma.width);
        let is_long = |y: usize| {
            let row = (measure(y), measure(y + 1));
            luma.dark_share(Rect::clipped(x, row, luma.size())) >= seen
                && luma.dark_share(Rect::clipped(gutter, row, luma.size())) >= seen
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
    fn visible_rows(&self, bottoms: &[f32], view: Span, layout: &Description) -> Vec<f32> {
        let cards = &layout.cards;
        let pitch = cards.pitch * cards.column * self.u;
        let Some(&first) = bottoms.first() else {
            return Vec::new();
        };
        let shown = |row: &f32| {
            row - layout.view.whole_above * self.u >= view.0
                && row - layout.view.whole_below * self.u <= view.1
        };
        let mut row = first;
        while row - pitch - layout.view.whole_above * self.u >= view.0 {
            row -= pitch;
        }
        let mut rows = Vec::new();
        while row - layout.view.whole_below * self.u <= view.1 {
            // A row that was found corrects the ones below it, so that the pitch's error does not add up.
            row = bottoms
                .iter()
                .copied()
                .find(|found| (found - row).abs() < cards.phase_reach * self.u)
                .unwrap_or(row);
            rows.push(row);
            row += pitch;
        }
        rows.retain(shown);
        rows
    }
}

/// Pairs of lines that could be one row of cards.
fn pairs(lines: &[DarkLine], width: usize, layout: &Description) -> Vec<(DarkLine, DarkLine)> {
    let Lines {
        level: (share, always),
        alike,
        ..
    } = layout.lines;
    let bottom_line = layout.cards.bottom_line;
    let level = (share * measure(width)).max(always);
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
                share >= bottom_line.0 && share <= bottom_line.1
            };
            let is_alike = (left.length() - right.length()).abs() <= alike * distance;
            if (left.y() - right.y()).abs() <= level && is_alike && fits(left) && fits(right) {
                pairs.push((left, right));
            }
        }
    }
    pairs
}
