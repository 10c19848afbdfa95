//! A layout in the hands of the reader: its description, and the model's classes for its letters.

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

    /// Its title as it is told to people: `"Manage Members" (English)`.
    pub(crate) fn title(&self) -> String {
        format!("\"{}\" ({})", self.layout.title.text, self.layout.language)
    }

    /// Its labels, likewise: `"Power" or "Sim Power" (English)`.
    pub(crate) fn labels(&self) -> String {
        let labels = self.layout.label.words.iter();
        let labels: Vec<String> = labels.map(|words| format!("\"{}\"", words.text)).collect();
        format!("{} ({})", labels.join(" or "), self.layout.language)
    }
}

/// Where the screens of these layouts are, for a sentence: with their games where there are several.
pub(crate) fn screens(known: &[Known]) -> String {
    if let [only] = known {
        return only.layout.open.clone();
    }
    let mut screens: Vec<String> = known
        .iter()
        .map(|known| format!("{} ({})", known.layout.open, known.layout.game))
        .collect();
    screens.dedup();
    screens.join(" or ")
}
