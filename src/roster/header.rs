//! What stands around the cards: the title, the label, the member count and the club.

use image::RgbImage;

use crate::cover::Colours;
use crate::grid::Grid;
use crate::layout::Layout;
use crate::roster::{Capacity, Metric};
use crate::text::{Ask, Line};

/// The count is told only when each letter is at least this sure.
const COUNT_CERTAIN: f32 = 0.95;
/// The club is told only when each letter is at least this sure; it is dim, and right ones reach 0.88.
const CLUB_CERTAIN: f32 = 0.8;
/// Where something that covers a label's first word would begin, as shares of the card's width.
const BEFORE_LABEL: (f32, f32) = (0.5, 0.6);

/// The banner's title.
pub(crate) fn title(picture: &RgbImage, grid: &Grid, layout: &Layout) -> Ask<'static> {
    let (half, y) = layout.title;
    Ask {
        part: grid.header((-half, half), y, size(picture)),
        stretch: layout.title_stretch,
        classes: None,
    }
}

/// Whether the title is this screen's.
pub(crate) fn is_title(line: &Line, layout: &Layout) -> bool {
    unspaced(line) == layout.title_words
}

/// The cards' labels with the share that is covered before them, those first that have the least there: a covered
/// "Sim Power" can look like "Power".
pub(crate) fn labels(
    picture: &RgbImage,
    grid: &Grid,
    layout: &Layout,
    places: &[(f32, f32)],
) -> Vec<(f32, Ask<'static>)> {
    let part =
        |place: (f32, f32), x| grid.part(place.0, place.1, (x, layout.label.1), size(picture));
    let mut labels: Vec<_> = places
        .iter()
        .map(|&place| {
            let before = part(place, BEFORE_LABEL);
            let clean = part(place, (layout.digits.1, layout.label.0.1));
            let covered = Colours::of(picture, clean, before).off_paper(picture, before);
            (
                covered,
                Ask {
                    part: part(place, layout.label.0),
                    stretch: layout.label_stretch,
                    classes: None,
                },
            )
        })
        .collect();
    labels.sort_by(|a, b| a.0.total_cmp(&b.0));
    labels
}

/// What these labels say; none where they say neither. One "Sim Power" outweighs any "Power", which can be its rest.
pub(crate) fn metric(lines: &[Line], layout: &Layout) -> Option<Metric> {
    let said = |line: &Line| {
        let text = unspaced(line);
        layout
            .labels
            .iter()
            .find(|(words, _)| *words == text)
            .map(|(_, metric)| *metric)
    };
    lines.iter().filter_map(said).min()
}

/// The count under the title.
pub(crate) fn count<'a>(
    picture: &RgbImage,
    grid: &Grid,
    layout: &Layout,
    classes: &'a [usize],
) -> Ask<'a> {
    let (half, y) = layout.count;
    Ask {
        part: grid.header((-half, half), y, size(picture)),
        stretch: 1.0,
        classes: Some(classes),
    }
}

/// The count, when it was read for certain.
pub(crate) fn capacity(line: &Line) -> Option<Capacity> {
    let text = line.text();
    let (members, of) = text.split_once('/')?;
    let capacity = Capacity {
        members: members.parse().ok()?,
        of: of.parse().ok()?,
    };
    let fits = capacity.members > 0 && capacity.members <= capacity.of;
    (fits && line.least() >= COUNT_CERTAIN).then_some(capacity)
}

/// The club in the dimmed bar behind the panel.
pub(crate) fn club(picture: &RgbImage, grid: &Grid, layout: &Layout) -> Ask<'static> {
    let (x, y) = layout.club;
    Ask {
        part: grid.header(x, y, size(picture)),
        stretch: layout.name_stretch,
        classes: None,
    }
}

/// The club's name, `[CRM] CormysBar`, when it was read for certain.
pub(crate) fn club_name(line: &Line) -> Option<String> {
    let text = line.text();
    let named = text.starts_with('[')
        && text
            .find(']')
            .is_some_and(|end| end > 1 && end + 1 < text.len());
    (named && line.least() >= CLUB_CERTAIN).then_some(text)
}

fn unspaced(line: &Line) -> String {
    line.text().split_whitespace().collect()
}

fn size(picture: &RgbImage) -> (usize, usize) {
    (picture.width() as usize, picture.height() as usize)
}
