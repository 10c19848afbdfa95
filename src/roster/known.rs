//! A layout in the hands of the reader: its description, and the model's classes for its letters.

use crate::accepted::{Accepted, Screen};
use crate::layout::{Description, Layout, LayoutError};
use crate::model::Recogniser;

/// A layout that the reader knows.
pub(crate) struct Known {
    pub(crate) layout: Description,
    /// The classes of digits.
    pub(crate) digits: Vec<usize>,
    /// … of the member count,
    pub(crate) count: Vec<usize>,
    /// … and of last-seen.
    pub(crate) last_seen: Vec<usize>,
}

impl Known {
    /// Looks the letters up. What the model cannot read would never be found on a screenshot, so it is refused here.
    pub(crate) fn new(recogniser: &Recogniser, layout: Layout) -> Result<Self, LayoutError> {
        let Layout(layout) = layout;
        let classes = |field, letters: &str| {
            let found = recogniser.classes(letters);
            found.map_err(|letter| LayoutError::Letter { field, letter })
        };
        classes("title.text", &layout.title.text)?;
        for words in &layout.label.words {
            classes("label.words.text", &words.text)?;
        }
        if let Some(club) = &layout.club {
            classes("club.begins", &club.begins)?;
            classes("club.has", &club.has)?;
        }
        let seen = layout.last_seen.as_ref();
        Ok(Self {
            digits: classes("number", "0123456789")?,
            count: classes("count", "0123456789/")?,
            last_seen: match seen {
                Some(seen) => classes("last_seen", &seen.letters())?,
                None => Vec::new(),
            },
            layout,
        })
    }

    /// Its title, for a sentence.
    pub(crate) fn title(&self) -> Accepted {
        self.accepted(vec![self.layout.title.text.clone()])
    }

    /// Its labels, likewise.
    pub(crate) fn labels(&self) -> Accepted {
        let labels = self.layout.label.words.iter();
        self.accepted(labels.map(|words| words.text.clone()).collect())
    }

    fn accepted(&self, texts: Vec<String>) -> Accepted {
        Accepted {
            texts,
            language: self.layout.language.clone(),
        }
    }

    /// Where its screen is, whatever else is read.
    pub(crate) fn screen(&self) -> Screen {
        Screen {
            open: self.layout.open.clone(),
            game: None,
        }
    }
}

/// Where the screens of these layouts are, for a sentence: with their games where there are several.
pub(crate) fn screens(known: &[Known]) -> Vec<Screen> {
    if let [only] = known {
        return vec![only.screen()];
    }
    let mut screens: Vec<Screen> = known
        .iter()
        .map(|known| Screen {
            game: Some(known.layout.game.clone()),
            ..known.screen()
        })
        .collect();
    screens.dedup();
    screens
}
