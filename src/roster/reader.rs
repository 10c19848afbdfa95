//! One screenshot from bytes to cards: three gates, then the cards.

use std::sync::{Mutex, PoisonError};

use image::RgbImage;

use crate::crew::{Crew, Shift};
use crate::decode::Encoded;
use crate::fold::fold;
use crate::grid::Grid;
use crate::header;
use crate::layout::{Layout, MANAGE_MEMBERS};
use crate::luma::Luma;
use crate::model::{ReaderError, Recogniser};
use crate::number::{self, Evidence};
use crate::rejection::Rejection;
use crate::roster::Metric;
use crate::screenshot::{Card, Screenshot};
use crate::strip::{Strip, last_seen_words};
use crate::text::{Ask, Line};

/// The label is read on so many cards,
const LABELS: usize = 2;
/// … and on one where no more than this share of what stands before it is covered,
const CLEAR: f32 = 0.02;
/// … and each of its letters is at least this sure.
const LABEL_SURE: f32 = 0.95;

/// Reads "Manage Members" screenshots with the embedded model. Share it by reference among threads.
pub struct Reader {
    recogniser: Recogniser,
    crew: Crew,
    /// Held while a picture is read that is so large that two at once would be too much memory.
    large: Mutex<()>,
    layout: &'static Layout,
    digits: Vec<usize>,
    last_seen: Vec<usize>,
    count: Vec<usize>,
}

/// A card that is there to be read.
struct Place {
    at: (f32, f32),
    strip: Strip,
}

impl Reader {
    /// Loads the embedded model: some 30 ms and 40 MB.
    pub fn load() -> Result<Self, ReaderError> {
        let recogniser = Recogniser::load()?;
        let layout = &MANAGE_MEMBERS;
        Ok(Self {
            digits: recogniser.classes("0123456789"),
            last_seen: recogniser.classes(layout.last_seen_letters),
            count: recogniser.classes("0123456789/"),
            crew: Crew::new(),
            large: Mutex::new(()),
            recogniser,
            layout,
        })
    }

    /// Reads one screenshot, or says why it is none. The same bytes give the same reading on any thread.
    ///
    /// It computes for a third of a second, so keep it off threads that others wait for. A second core helps when
    /// fewer readings run than there are cores; to read several, call it on a thread for each core.
    pub fn read(&self, bytes: &[u8]) -> Result<Screenshot, Rejection> {
        let encoded = Encoded::open(bytes)?;
        let _alone = encoded
            .is_large()
            .then(|| self.large.lock().unwrap_or_else(PoisonError::into_inner));
        let shift = self.crew.start(&self.recogniser);
        let (picture, format) = encoded.decode()?;
        let (width, height) = picture.dimensions();
        let luma = Luma::of(&picture);
        let grid = Grid::find(&luma, self.layout)?;
        let places = self.occupied(&luma, &grid);
        let metric = self.gates(&shift, &picture, &grid, &places)?;

        let mut asks = vec![
            header::count(&picture, &grid, self.layout, &self.count),
            header::club(&picture, &grid, self.layout),
        ];
        for place in &places {
            asks.push(number::ask(
                &picture,
                &grid,
                self.layout,
                place.at,
                &self.digits,
            ));
            asks.push(place.strip.name(self.layout.name_stretch));
            asks.push(place.strip.last_seen(self.layout, &self.last_seen));
        }
        let mut lines = shift.read(&picture, &asks)?;
        let mut cards = lines.split_off(2);
        let agreed = self.read_again(&shift, &picture, &places, &mut cards)?;
        let cards: Vec<Card> = places
            .iter()
            .zip(cards.chunks_exact(3).zip(agreed))
            .map(|(place, (lines, agreed))| {
                self.card(&picture, &grid, place.at, metric, (lines, agreed))
            })
            .filter(|card| !card.name.is_empty())
            .collect();
        if cards.is_empty() {
            return Err(Rejection::NoMembers);
        }
        let (capacity, club) = (header::capacity(&lines[0]), header::club_name(&lines[1]));
        Ok(Screenshot {
            metric,
            club,
            capacity,
            cards,
            width,
            height,
            format,
        })
    }

    /// The places of the cards that are not empty slots, top to bottom, left to right.
    fn occupied(&self, luma: &Luma, grid: &Grid) -> Vec<Place> {
        let places = grid
            .rows
            .iter()
            .flat_map(|&row| grid.columns.map(|column| (column, row)));
        places
            .filter_map(|at| {
                Some(Place {
                    at,
                    strip: Strip::find(luma, grid, self.layout, at)?,
                })
            })
            .collect()
    }

    /// The title must be this screen's, and the cards' label one that is known.
    fn gates(
        &self,
        shift: &Shift<'_>,
        picture: &RgbImage,
        grid: &Grid,
        places: &[Place],
    ) -> Result<Metric, Rejection> {
        let places: Vec<(f32, f32)> = places.iter().map(|place| place.at).collect();
        let mut labels = header::labels(picture, grid, self.layout, &places);
        let is_clear = labels.first().is_some_and(|(covered, _)| *covered <= CLEAR);
        let others = labels.split_off(labels.len().min(if is_clear { 1 } else { LABELS }));
        let mut asks = vec![header::title(picture, grid, self.layout)];
        asks.extend(labels.iter().map(|(_, ask)| ask));
        let mut lines = shift.read(picture, &asks)?;
        if !header::is_title(&lines[0], self.layout) {
            return Err(Rejection::OtherScreen);
        }
        if places.is_empty() {
            return Err(Rejection::NoMembers);
        }
        let sure = lines.len() > LABELS || lines[1].least() >= LABEL_SURE;
        if let Some(metric) = header::metric(&lines[1..], self.layout).filter(|_| sure) {
            return Ok(metric);
        }
        let others: Vec<Ask<'_>> = others.into_iter().map(|(_, ask)| ask).collect();
        lines.extend(shift.read(picture, &others)?);
        header::metric(&lines[1..], self.layout).ok_or(Rejection::UnknownMetric)
    }

    /// Reads names that are not sure again, wider; the surest reading stays. Tells for each whether its readings agree.
    fn read_again(
        &self,
        shift: &Shift<'_>,
        picture: &RgbImage,
        places: &[Place],
        cards: &mut [Line],
    ) -> Result<Vec<bool>, Rejection> {
        let mut agreed = vec![true; places.len()];
        let doubtful: Vec<usize> = (0..places.len())
            .filter(|&index| self.is_doubtful(&cards[3 * index + 1]))
            .collect();
        let stretches = self.layout.name_stretch_again;
        let asks: Vec<Ask<'_>> = doubtful
            .iter()
            .flat_map(|&index| stretches.map(|stretch| places[index].strip.name(stretch)))
            .collect();
        let tries = shift.read(picture, &asks)?;
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
        let short = name.letters.len() <= self.layout.name_short;
        name.least()
            < if short {
                self.layout.name_retry_short
            } else {
                self.layout.name_retry
            }
    }

    /// A card from its three lines: number, name, last seen.
    fn card(
        &self,
        picture: &RgbImage,
        grid: &Grid,
        at: (f32, f32),
        metric: Metric,
        (lines, agreed): (&[Line], bool),
    ) -> Card {
        let (number, name, last_seen) = (&lines[0], &lines[1], &lines[2]);
        let evidence = Evidence::of(picture, grid, self.layout, at, number);
        let power = number::value(number, &evidence, metric);
        let last_seen_certain = grid.u >= self.layout.last_seen_scale
            && last_seen.least() >= self.layout.last_seen_certain;
        Card {
            name: name.text(),
            name_confidence: name.least(),
            name_certain: agreed && name.least() >= self.layout.name_certain,
            power,
            number_area: number::area(picture, grid, self.layout, at),
            power_confidence: power.map_or(0.0, |_| number.least()),
            last_seen: last_seen_words(&last_seen.text()).filter(|_| last_seen_certain),
        }
    }
}
