//! One screenshot from bytes to cards: the first layout that fits reads it.

use std::sync::{Mutex, PoisonError};

use image::RgbImage;

use crate::accepted::Screen;
use crate::attempt::Attempt;
use crate::crew::Crew;
use crate::decode::Encoded;
use crate::known::{self, Known};
use crate::layout::{Layout, LayoutError};
use crate::miss::Miss;
use crate::model::{ReaderError, Recogniser};
use crate::rejection::Rejection;
use crate::screenshot::Screenshot;

/// Reads roster screenshots with the embedded model. Share it by reference among threads.
pub struct Reader {
    recogniser: Recogniser,
    crew: Crew,
    /// Held while a picture is read that is so large that two at once would be too much memory.
    large: Mutex<()>,
    /// At least one, in the order in which they are tried.
    layouts: Vec<Known>,
    /// Where the screens are that are read, for sentences.
    screens: Vec<Screen>,
}

impl Reader {
    /// Loads the embedded model and the layouts that the program carries: some 30 ms and 40 MB.
    pub fn load() -> Result<Self, ReaderError> {
        Self::with_layouts(Layout::built_in()?)
    }

    /// The same with these layouts, which are tried in this order.
    pub fn with_layouts(layouts: Vec<Layout>) -> Result<Self, ReaderError> {
        let recogniser = Recogniser::load()?;
        let mut known: Vec<Known> = Vec::new();
        for layout in layouts {
            if known.iter().any(|known| known.layout.id == layout.id()) {
                return Err(LayoutError::Twice(layout.id().to_owned()).into());
            }
            known.push(Known::new(&recogniser, layout)?);
        }
        if known.is_empty() {
            return Err(LayoutError::None.into());
        }
        Ok(Self {
            recogniser,
            crew: Crew::new(),
            large: Mutex::new(()),
            screens: known::screens(&known),
            layouts: known,
        })
    }

    /// Reads one screenshot, or says why it is none. The same bytes give the same reading on any thread.
    ///
    /// It computes for a third of a second, so keep it off threads that others wait for. A second core helps when
    /// fewer readings run than there are cores; to read several, call it on a thread for each core.
    pub fn read(&self, bytes: &[u8]) -> Result<Screenshot, Rejection> {
        let encoded = Encoded::open(bytes, &self.screens)?;
        let _alone = encoded
            .is_large()
            .then(|| self.large.lock().unwrap_or_else(PoisonError::into_inner));
        let shift = self.crew.start(&self.recogniser);
        let (picture, format) = encoded.decode()?;
        let mut misses = Vec::new();
        for known in &self.layouts {
            match Attempt::begin(&shift, &picture, known) {
                Ok(attempt) => {
                    let read = attempt.read(format);
                    return read.map_err(|miss| self.rejection(&[(known, miss)], &picture));
                }
                Err(miss) => misses.push((known, miss)),
            }
        }
        Err(self.rejection(&misses, &picture))
    }

    /// Why none of the layouts fits: what is said about those that came furthest.
    fn rejection(&self, misses: &[(&Known, Miss)], picture: &RgbImage) -> Rejection {
        let furthest = misses.iter().map(|(_, miss)| miss.stage()).max();
        let mut nearest = misses
            .iter()
            .filter(|(_, miss)| Some(miss.stage()) == furthest);
        let Some((known, miss)) = nearest.next() else {
            return Rejection::ReaderFailed;
        };
        let (width, height) = picture.dimensions();
        let open = self.screens.clone();
        match miss {
            Miss::NoCards => Rejection::NoCards { open },
            Miss::TooSmall => Rejection::TooSmall { width, height },
            Miss::CutOff => Rejection::CutOff { open },
            Miss::OtherTitle(seen) => Rejection::OtherScreen {
                seen: seen.clone(),
                accepted: self.layouts.iter().map(Known::title).collect(),
                open,
            },
            Miss::OtherLabel(seen) => Rejection::UnknownMetric {
                seen: seen.clone(),
                accepted: known.labels(),
                open: known.screen(),
            },
            Miss::NoMembers => Rejection::NoMembers,
            Miss::Failed => Rejection::ReaderFailed,
        }
    }
}
