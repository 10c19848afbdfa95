//! Horizontal dark lines, the first evidence of cards.

use crate::geometry::{measure, pixels};
use crate::layout::Lines;
use crate::luma::Luma;

/// A picture with more lines is no roster (those have up to 64), and pairing them would take long.
const MOST: usize = 2000;

/// A thin dark line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct DarkLine {
    pub(crate) left: usize,
    pub(crate) right: usize,
    pub(crate) top: usize,
    pub(crate) bottom: usize,
}

impl DarkLine {
    pub(crate) fn y(&self) -> f32 {
        measure(self.top + self.bottom) / 2.0
    }

    pub(crate) fn middle(&self) -> f32 {
        measure(self.left + self.right) / 2.0
    }

    pub(crate) fn length(&self) -> f32 {
        measure(self.right - self.left)
    }

    fn touches(&self, left: usize, right: usize) -> bool {
        let overlap = self.right.min(right).saturating_sub(self.left.max(left));
        2 * overlap > (self.right - self.left).min(right - left)
    }
}

/// The thickest that a line may be on a picture of this width.
pub(crate) fn thickest(layout: &Lines, width: usize) -> usize {
    let (share, always) = layout.thickest;
    pixels((share * measure(width)).max(always))
}

/// All thin dark lines of a card's length, top to bottom; none where there are far too many.
pub(crate) fn find(luma: &Luma, layout: &Lines) -> Vec<DarkLine> {
    let width = measure(luma.width);
    let (share, enough) = layout.shortest;
    let lengths = pixels((share * width).min(enough))..=pixels(layout.longest * width);
    let mut open: Vec<DarkLine> = Vec::new();
    let mut found = Vec::new();
    for y in 0..luma.height {
        if found.len() > MOST {
            return Vec::new();
        }
        for (left, right) in dark_runs(luma, y) {
            if !lengths.contains(&(right - left)) {
                continue;
            }
            match open
                .iter_mut()
                .find(|line| line.bottom + 1 >= y && line.touches(left, right))
            {
                Some(line) => {
                    line.bottom = y;
                    if right - left > line.right - line.left {
                        (line.left, line.right) = (left, right);
                    }
                }
                None => open.push(DarkLine {
                    left,
                    right,
                    top: y,
                    bottom: y,
                }),
            }
        }
        open.retain(|line| {
            let done = line.bottom + 1 < y;
            if done {
                found.push(*line);
            }
            !done
        });
    }
    found.append(&mut open);
    let thickest = thickest(layout, luma.width);
    found.retain(|line| line.bottom - line.top < thickest);
    found.sort_by_key(|line| (line.top, line.left));
    found
}

fn dark_runs(luma: &Luma, y: usize) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut start = None;
    for (x, &value) in luma.row(y).iter().enumerate() {
        match (luma.is_dark(value), start) {
            (true, None) => start = Some(x),
            (false, Some(left)) => {
                runs.push((left, x));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(left) = start {
        runs.push((left, luma.width));
    }
    runs
}
