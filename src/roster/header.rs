//! What stands around the cards: the title, the label, the member count and the club.

use image::RgbImage;

use crate::cover::Colours;
use crate::geometry::Rect;
use crate::grid::Grid;
use crate::layout::{Club, Count, Description, Words, unspaced};
use crate::roster::Capacity;
use crate::text::{Ask, Line};

/// What another screen says is told to a person only where each letter is at least this sure, …
const TOLD: f32 = 0.5;
/// … where it has at least so many letters, …
const LEAST_TOLD: usize = 2;
/// … and at most so many of them.
const MOST_TOLD: usize = 40;

/// The banner's title.
pub(crate) fn title(picture: &RgbImage, grid: &Grid, layout: &Description) -> Ask<'static> {
    let title = &layout.title;
    Ask {
        part: grid.header(
            (-title.half_width, title.half_width),
            title.y,
            size(picture),
        ),
        stretch: title.stretch,
        classes: None,
    }
}

/// Whether the title is this screen's.
pub(crate) fn is_title(line: &Line, layout: &Description) -> bool {
    unspaced(&line.text()) == unspaced(&layout.title.text)
}

/// What another screen's title or label reads, where that can be told; never more than a short line.
pub(crate) fn told(line: &Line) -> Option<String> {
    let text: String = line
        .text()
        .chars()
        .filter(|letter| !letter.is_control())
        .take(MOST_TOLD)
        .collect();
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    (letters >= LEAST_TOLD && line.least() >= TOLD).then(|| text.trim().to_owned())
}

/// The cards' labels with the share that is covered before them, those first that have the least there: a covered
/// "Sim Power" can look like "Power".
pub(crate) fn labels(
    picture: &RgbImage,
    grid: &Grid,
    layout: &Description,
    places: &[(f32, f32)],
) -> Vec<(f32, Ask<'static>)> {
    let label = &layout.label;
    let part = |place: (f32, f32), x| grid.part(place.0, place.1, (x, label.y), size(picture));
    let mut labels: Vec<_> = places
        .iter()
        .map(|&place| {
            let before = part(place, label.before);
            let clean = part(place, (layout.number.band.1, label.x.1));
            let colours = Colours::of(picture, &layout.tone, clean, before);
            let covered = colours.off_paper(picture, before);
            (
                covered,
                Ask {
                    part: part(place, label.x),
                    stretch: label.stretch,
                    classes: None,
                },
            )
        })
        .collect();
    labels.sort_by(|a, b| a.0.total_cmp(&b.0));
    labels
}

/// What these labels say; none where they say nothing of this screen. One "Sim Power" outweighs any "Power", which can
/// be its rest: the longest text that was read is the label.
pub(crate) fn label<'a>(lines: &[Line], layout: &'a Description) -> Option<&'a Words> {
    let said = |line: &Line| {
        let text = unspaced(&line.text());
        let mut words = layout.label.words.iter();
        words.find(|words| unspaced(&words.text) == text)
    };
    lines
        .iter()
        .filter_map(said)
        .max_by_key(|words| unspaced(&words.text).len())
}

/// The count under the title; an empty part where the screen has none.
pub(crate) fn count<'a>(
    picture: &RgbImage,
    grid: &Grid,
    layout: &Description,
    classes: &'a [usize],
) -> Ask<'a> {
    let part = layout.count.as_ref().map_or(NOTHING, |count| {
        grid.header(
            (-count.half_width, count.half_width),
            count.y,
            size(picture),
        )
    });
    Ask {
        part,
        stretch: 1.0,
        classes: Some(classes),
    }
}

/// The count, when it was read for certain.
pub(crate) fn capacity(line: &Line, count: Option<&Count>) -> Option<Capacity> {
    let text = line.text();
    let (members, of) = text.split_once('/')?;
    let capacity = Capacity {
        members: members.parse().ok()?,
        of: of.parse().ok()?,
    };
    let fits = capacity.members > 0 && capacity.members <= capacity.of;
    (fits && line.least() >= count?.certain).then_some(capacity)
}

/// The club in the dimmed bar behind the panel; an empty part where the screen has none.
pub(crate) fn club(picture: &RgbImage, grid: &Grid, layout: &Description) -> Ask<'static> {
    let part = layout
        .club
        .as_ref()
        .map_or(NOTHING, |club| grid.header(club.x, club.y, size(picture)));
    Ask {
        part,
        stretch: layout.name.stretch,
        classes: None,
    }
}

/// The club's name, `[CRM] CormysBar`, when it was read for certain.
pub(crate) fn club_name(line: &Line, club: Option<&Club>) -> Option<String> {
    let club = club?;
    let text = line.text();
    let rest = text.strip_prefix(&*club.begins)?;
    let named = rest
        .find(&*club.has)
        .is_some_and(|at| club.has.is_empty() || (at > 0 && at + club.has.len() < rest.len()));
    (named && !rest.is_empty() && line.least() >= club.certain).then_some(text)
}

/// A part with nothing to read in it.
const NOTHING: Rect = Rect {
    left: 0,
    top: 0,
    right: 0,
    bottom: 0,
};

fn size(picture: &RgbImage) -> (usize, usize) {
    (picture.width() as usize, picture.height() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Letter;

    fn line(text: &str, probability: f32) -> Line {
        let letters = text.chars().map(|letter| Letter {
            text: letter.to_string().into(),
            probability,
            x: 0.0,
        });
        Line {
            letters: letters.collect(),
        }
    }

    #[test]
    fn what_another_screen_reads_is_told_in_one_short_line_or_not_at_all() {
        assert_eq!(told(&line("Gilde", 0.9)).as_deref(), Some("Gilde"));
        assert_eq!(told(&line("Gilde", 0.4)), None, "it is not sure");
        assert_eq!(told(&line("|", 0.9)), None, "it is no word");
        assert_eq!(told(&line("", 1.0)), None);
        let long = told(&line(&"Liste\n".repeat(30), 0.9)).expect("it is told");
        assert_eq!(long.chars().count(), MOST_TOLD);
        assert!(!long.contains('\n'));
    }
}
