//! One screenshot from bytes to cards: three gates, then the cards.

use image::RgbImage;

use crate::decode::decode;
use crate::geometry::pixels;
use crate::grid::Grid;
use crate::header;
use crate::layout::{Layout, MANAGE_MEMBERS};
use crate::luma::Luma;
use crate::model::{ReaderError, Recogniser, Session};
use crate::number;
use crate::rejection::Rejection;
use crate::roster::Metric;
use crate::screenshot::{Card, Screenshot};
use crate::strip::{Strip, last_seen_words};

/// Reads "Manage Members" screenshots with the embedded model. Share it by reference; each call is one thread's work.
pub struct Reader {
    recogniser: Recogniser,
    layout: &'static Layout,
    digits: Vec<usize>,
    last_seen: Vec<usize>,
    count: Vec<usize>,
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
            recogniser,
            layout,
        })
    }

    /// Reads one screenshot, or says why it is none. The same bytes give the same reading on any thread.
    pub fn read(&self, bytes: &[u8]) -> Result<Screenshot, Rejection> {
        let (picture, format) = decode(bytes)?;
        let (width, height) = picture.dimensions();
        let luma = Luma::of(&picture);
        let grid = Grid::find(&luma, self.layout)?;
        if grid.u < self.layout.least_scale {
            return Err(Rejection::TooSmall { width, height });
        }
        let session = self.recogniser.session();
        if !header::has_title(&session, &picture, &grid, self.layout)? {
            return Err(Rejection::OtherScreen);
        }
        let places = self.occupied(&luma, &grid);
        let metric = header::metric(&session, &picture, &grid, self.layout, &places)?;
        let mut cards = Vec::with_capacity(places.len());
        for (place, strip) in &places {
            let card = self
                .card(&session, &picture, &grid, *place, strip, metric)
                .ok_or(Rejection::ReaderFailed)?;
            cards.extend((!card.name.is_empty()).then_some(card));
        }
        if cards.is_empty() {
            return Err(Rejection::NoMembers);
        }
        let capacity = header::capacity(&session, &picture, &grid, self.layout, &self.count)?;
        let club = header::club(&session, &picture, &grid, self.layout)?;
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
    fn occupied(&self, luma: &Luma, grid: &Grid) -> Vec<((f32, f32), Strip)> {
        let places = grid
            .rows
            .iter()
            .flat_map(|&row| grid.columns.map(|column| (column, row)));
        places
            .filter_map(|place| Some((place, Strip::find(luma, grid, self.layout, place)?)))
            .collect()
    }

    fn card(
        &self,
        session: &Session<'_>,
        picture: &RgbImage,
        grid: &Grid,
        place: (f32, f32),
        strip: &Strip,
        metric: Metric,
    ) -> Option<Card> {
        let number = number::read(
            session,
            picture,
            grid,
            self.layout,
            place,
            (metric, &self.digits),
        )?;
        let name = strip.name(session, picture, self.layout)?;
        let last_seen = if grid.u < self.layout.last_seen_scale {
            None
        } else {
            let line = strip.last_seen(session, picture, self.layout, &self.last_seen)?;
            if trace() {
                eprintln!("{:?} {}", line.text(), line.least());
            }
            last_seen_words(&line.text()).filter(|_| line.least() >= self.layout.name_certain)
        };
        if trace() {
            eprintln!(
                "{:>5}/{:>5} {:20} {:.3} {:?} {:.4} left {:.2} cov {:.3} {} {:?}",
                pixels(place.0),
                pixels(place.1),
                name.text(),
                name.least(),
                number.value,
                number.confidence,
                number.evidence.left,
                number.evidence.cover,
                number.evidence.digits,
                last_seen
            );
        }
        Some(Card {
            name: name.text(),
            name_confidence: name.least(),
            name_certain: name.least() >= self.layout.name_certain,
            power: number.value,
            power_confidence: number.confidence,
            last_seen,
        })
    }
}

fn trace() -> bool {
    std::env::var_os("ROSTER_TRACE").is_some()
}
