//! One layout on one picture: three gates, then the cards.

use image::RgbImage;

use crate::crew::Shift;
use crate::decode::ImageFormat;
use crate::fold::fold;
use crate::grid::Grid;
use crate::header;
use crate::known::Known;
use crate::layout::{Description, Words};
use crate::luma::Luma;
use crate::miss::Miss;
use crate::number::{self, Evidence};
use crate::screenshot::{Card, Screenshot, rounded};
use crate::strip::Strip;
use crate::text::{Ask, Line};

/// A layout that fits a picture.
pub(crate) struct Attempt<'a> {
    shift: &'a Shift<'a>,
    picture: &'a RgbImage,
    known: &'a Known,
    grid: Grid,
    /// The places of the cards that are not empty slots, top to bottom, left to right.
    places: Vec<Place>,
    /// What the cards' label reads.
    label: &'a Words,
}

/// A card that is there to be read.
struct Place {
    at: (f32, f32),
    strip: Strip,
}

impl<'a> Attempt<'a> {
    /// Holds the picture against the layout: cards in a frame, its title, its label.
    pub(crate) fn begin(
        shift: &'a Shift<'a>,
        picture: &'a RgbImage,
        known: &'a Known,
    ) -> Result<Self, Miss> {
        let layout = &known.layout;
        let luma = Luma::of(picture, &layout.tone);
        let grid = Grid::find(&luma, layout)?;
        let places = occupied(&luma, &grid, layout);
        let label = gates(shift, picture, layout, &grid, &places)?;
        Ok(Self {
            shift,
            picture,
            known,
            grid,
            places,
            label,
        })
    }

    /// Reads the cards and what stands around them.
    pub(crate) fn read(&self, format: ImageFormat) -> Result<Screenshot, Miss> {
        let (known, layout) = (self.known, &self.known.layout);
        let (picture, grid) = (self.picture, &self.grid);
        let mut asks = vec![
            header::count(picture, grid, layout, &known.count),
            header::club(picture, grid, layout),
        ];
        for place in &self.places {
            asks.push(number::ask(picture, grid, layout, place.at, &known.digits));
            asks.push(place.strip.name(layout.name.stretch));
            asks.push(place.strip.last_seen(layout, &known.last_seen));
        }
        let mut lines = lines(self.shift, picture, &asks)?;
        let mut cards = lines.split_off(2);
        let agreed = self.read_again(&mut cards)?;
        let cards: Vec<Card> = self
            .places
            .iter()
            .zip(cards.chunks_exact(3).zip(agreed))
            .map(|(place, (lines, agreed))| self.card(place, lines, agreed))
            .filter(|card| !card.name.is_empty())
            .collect();
        if cards.is_empty() {
            return Err(Miss::NoMembers);
        }
        let (width, height) = picture.dimensions();
        Ok(Screenshot {
            layout: layout.id.clone(),
            game: layout.game.clone(),
            metric: self.label.metric,
            club: header::club_name(&lines[1], layout.club.as_ref()),
            capacity: header::capacity(&lines[0], layout.count.as_ref()),
            cards,
            width,
            height,
            format,
        })
    }

    /// Reads names that are not sure again, wider; the surest reading stays. Tells for each whether its readings agree.
    fn read_again(&self, cards: &mut [Line]) -> Result<Vec<bool>, Miss> {
        let stretches = &self.known.layout.name.again;
        let mut agreed = vec![true; self.places.len()];
        let doubtful: Vec<usize> = (0..self.places.len())
            .filter(|&index| self.is_doubtful(&cards[3 * index + 1]))
            .collect();
        let asks: Vec<Ask<'_>> = doubtful
            .iter()
            .flat_map(|&index| {
                let strip = &self.places[index].strip;
                stretches.iter().map(|&stretch| strip.name(stretch))
            })
            .collect();
        let tries = lines(self.shift, self.picture, &asks)?;
        for (&index, tries) in doubtful.iter().zip(tries.chunks_exact(stretches.len())) {
            let name = &mut cards[3 * index + 1];
            let first = fold(&name.text());
            agreed[index] = tries.iter().all(|line| fold(&line.text()) == first);
            if let Some(surest) = tries.iter().max_by(|a, b| a.least().total_cmp(&b.least()))
                && surest.least() > name.least()
            {
                name.clone_from(surest);
            }
        }
        Ok(agreed)
    }

    /// Whether a name is worth a second look: not sure, or so short that no other letter vouches for one.
    fn is_doubtful(&self, name: &Line) -> bool {
        let layout = &self.known.layout.name;
        let is_short = name.letters.len() <= layout.short;
        name.least()
            < if is_short {
                layout.retry_short
            } else {
                layout.retry
            }
    }

    /// A card from its three lines: number, name, last seen.
    fn card(&self, place: &Place, lines: &[Line], agreed: bool) -> Card {
        let (layout, at) = (&self.known.layout, place.at);
        let (number, name, last_seen) = (&lines[0], &lines[1], &lines[2]);
        let evidence = Evidence::of(self.picture, &self.grid, layout, at, number);
        let power = number::value(number, &evidence, self.label, &layout.number);
        let cover = place.strip.cover(self.picture, &self.grid, layout, at);
        let seen = layout.last_seen.as_ref().and_then(|layout| {
            let is_certain = !cover.wide
                && self.grid.u >= layout.smallest
                && last_seen.least() >= layout.certain;
            layout.words_of(&last_seen.text()).filter(|_| is_certain)
        });
        let name_is_clear = agreed && !cover.wide && !cover.patch;
        let most = if name_is_clear {
            1.0
        } else {
            layout.name.disputed
        };
        let name_confidence = name.least().min(most);
        Card {
            name: name.text(),
            name_confidence: rounded(name_confidence),
            name_certain: name_is_clear && name_confidence >= layout.name.certain,
            power,
            number_area: number::area(self.picture, &self.grid, layout, at),
            power_confidence: power.map_or(0.0, |_| rounded(number.least())),
            last_seen_confidence: seen.as_ref().map_or(0.0, |_| rounded(last_seen.least())),
            last_seen: seen,
        }
    }
}

fn occupied(luma: &Luma, grid: &Grid, layout: &Description) -> Vec<Place> {
    let places = grid
        .rows
        .iter()
        .flat_map(|&row| grid.columns.map(|column| (column, row)));
    places
        .filter_map(|at| {
            Some(Place {
                at,
                strip: Strip::find(luma, grid, layout, at)?,
            })
        })
        .collect()
}

/// The title must be this screen's, and the cards' label one that is known.
fn gates<'a>(
    shift: &Shift<'_>,
    picture: &RgbImage,
    layout: &'a Description,
    grid: &Grid,
    places: &[Place],
) -> Result<&'a Words, Miss> {
    let places: Vec<(f32, f32)> = places.iter().map(|place| place.at).collect();
    let mut labels = header::labels(picture, grid, layout, &places);
    let is_clear = labels
        .first()
        .is_some_and(|(covered, _)| *covered <= layout.label.clear);
    let several = layout.label.cards;
    let others = labels.split_off(labels.len().min(if is_clear { 1 } else { several }));
    let mut asks = vec![header::title(picture, grid, layout)];
    asks.extend(labels.iter().map(|(_, ask)| ask));
    let mut read = lines(shift, picture, &asks)?;
    if !header::is_title(&read[0], layout) {
        return Err(Miss::OtherTitle(header::told(&read[0])));
    }
    if places.is_empty() {
        return Err(Miss::NoMembers);
    }
    let is_sure = read.len() > several || read[1].least() >= layout.label.sure;
    if let Some(words) = header::label(&read[1..], layout).filter(|_| is_sure) {
        return Ok(words);
    }
    let others: Vec<Ask<'_>> = others.into_iter().map(|(_, ask)| ask).collect();
    read.extend(lines(shift, picture, &others)?);
    let told = || read[1..].iter().find_map(header::told);
    header::label(&read[1..], layout).ok_or_else(|| Miss::OtherLabel(told()))
}

fn lines(shift: &Shift<'_>, picture: &RgbImage, asks: &[Ask<'_>]) -> Result<Vec<Line>, Miss> {
    shift.read(picture, asks).map_err(|_| Miss::Failed)
}
