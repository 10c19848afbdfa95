//! What stands around the cards: the title, the label, the member count and the club.

use image::RgbImage;

use crate::cover::Colours;
use crate::geometry::Rect;
use crate::grid::Grid;
use crate::layout::Layout;
use crate::model::Session;
use crate::rejection::Rejection;
use crate::roster::{Capacity, Metric};
use crate::strip::Strip;
use crate::text::{Line, read_line};

/// The count and the club are told only when each letter is at least this sure.
const CERTAIN: f32 = 0.9;
/// The label is read on this many cards.
const VOTES: usize = 2;
/// Where something that covers a label's first word would begin, as shares of the card's width.
const BEFORE_LABEL: (f32, f32) = (0.5, 0.6);

/// Whether the banner says what this screen is.
pub(crate) fn has_title(
    session: &Session<'_>,
    picture: &RgbImage,
    grid: &Grid,
    layout: &Layout,
) -> Result<bool, Rejection> {
    let (half, y) = layout.title;
    let line = read(
        session,
        picture,
        grid.header((-half, half), y, size(picture)),
    )?;
    Ok(unspaced(&line) == layout.title_words)
}

/// What the cards count, read from those labels that have the least before them.
pub(crate) fn metric(
    session: &Session<'_>,
    picture: &RgbImage,
    grid: &Grid,
    layout: &Layout,
    places: &[((f32, f32), Strip)],
) -> Result<Metric, Rejection> {
    let mut labels: Vec<(f32, Rect)> = places
        .iter()
        .map(|((column, row), _)| {
            let before = grid.part(*column, *row, (BEFORE_LABEL, layout.label.1), size(picture));
            let clean = grid.part(
                *column,
                *row,
                ((layout.digits.1, layout.label.0.1), layout.label.1),
                size(picture),
            );
            let covered = Colours::of(picture, clean, before).off_paper(picture, before);
            (
                covered,
                grid.part(*column, *row, layout.label, size(picture)),
            )
        })
        .collect();
    labels.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut votes = Vec::new();
    for (_, part) in labels {
        let text = unspaced(&read(session, picture, part)?);
        votes.extend(
            layout
                .labels
                .iter()
                .find(|(words, _)| *words == text)
                .map(|(_, metric)| *metric),
        );
        if votes.len() == VOTES {
            break;
        }
    }
    let first = votes.first().copied().ok_or(Rejection::UnknownMetric)?;
    // "Sim Power" can be read as "Power" where its first word is covered, never the other way.
    Ok(if votes.contains(&Metric::Sim) {
        Metric::Sim
    } else {
        first
    })
}

/// The count under the title, when it was read for certain.
pub(crate) fn capacity(
    session: &Session<'_>,
    picture: &RgbImage,
    grid: &Grid,
    layout: &Layout,
    classes: &[usize],
) -> Result<Option<Capacity>, Rejection> {
    let (half, y) = layout.count;
    let part = grid.header((-half, half), y, size(picture));
    let line =
        read_line(session, picture, part, 1.0, Some(classes)).ok_or(Rejection::ReaderFailed)?;
    if trace() {
        eprintln!("count {} {}", line.text(), line.least());
    }
    let capacity = line.text().split_once('/').and_then(|(members, of)| {
        let capacity = Capacity {
            members: members.parse().ok()?,
            of: of.parse().ok()?,
        };
        (capacity.members > 0 && capacity.members <= capacity.of).then_some(capacity)
    });
    Ok(capacity.filter(|_| line.least() >= CERTAIN))
}

/// The club in the dimmed bar behind the panel, "[CRM] CormysBar", when it was read for certain.
pub(crate) fn club(
    session: &Session<'_>,
    picture: &RgbImage,
    grid: &Grid,
    layout: &Layout,
) -> Result<Option<String>, Rejection> {
    let (x, y) = layout.club;
    let line = read_line(
        session,
        picture,
        grid.header(x, y, size(picture)),
        layout.name_stretch,
        None,
    )
    .ok_or(Rejection::ReaderFailed)?;
    if trace() {
        eprintln!("club {} {}", line.text(), line.least());
    }
    let text = line.text();
    let named = text.starts_with('[')
        && text
            .find(']')
            .is_some_and(|end| end > 1 && end + 1 < text.len());
    Ok((named && line.least() >= CERTAIN).then_some(text))
}

fn trace() -> bool {
    std::env::var_os("ROSTER_TRACE").is_some()
}

fn read(session: &Session<'_>, picture: &RgbImage, part: Rect) -> Result<Line, Rejection> {
    read_line(session, picture, part, 1.0, None).ok_or(Rejection::ReaderFailed)
}

fn unspaced(line: &Line) -> String {
    line.text().split_whitespace().collect()
}

fn size(picture: &RgbImage) -> (usize, usize) {
    (picture.width() as usize, picture.height() as usize)
}
