//! Why images were not used.

use std::fmt;

use slimy_roster::{MAX_BYTES, MAX_PIXELS, Misfit, Rejection};
use slimy_words::{Words, say};

use super::sentence::metric;
use crate::attachment::FetchError;

/// An image that was not used, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// The file's name as it was given.
    pub file: String,
    /// Why not.
    pub reason: NotUsed,
}

/// Why an image was not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotUsed {
    /// It could not be downloaded.
    Fetch(FetchError),
    /// It is no roster that can be read.
    Unread(Rejection),
    /// It does not belong to the others.
    Misfit(Misfit),
    /// One call had more images than it may.
    TooManyAtOnce {
        /// The limit.
        max: usize,
    },
    /// The review has this picture.
    Duplicate {
        /// The name under which it has it.
        of: String,
    },
    /// The review has as many images as it may.
    ReviewFull {
        /// The limit.
        max: usize,
    },
}

impl NotUsed {
    /// A stable name for the audit log.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Fetch(fault) => fault.kind(),
            Self::Unread(rejection) => rejection.kind(),
            Self::Misfit(_) => "does_not_fit",
            Self::TooManyAtOnce { .. } | Self::ReviewFull { .. } => "too_many",
            Self::Duplicate { .. } => "duplicate",
        }
    }

    /// What is wrong with it and what to do; it goes on from the file's name. What the picture and
    /// other files' names say stands in it as it is.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::Fetch(fault) => fault.say(words),
            Self::Unread(rejection) => unread(words, rejection),
            Self::Misfit(misfit) => misfits(words, misfit),
            Self::TooManyAtOnce { max } => {
                say!(words, "review-image-too-many-at-once", max = *max)
            }
            Self::Duplicate { of } => say!(words, "review-image-duplicate", name = of),
            Self::ReviewFull { max } => say!(words, "review-image-review-full", max = *max),
        }
    }
}

impl fmt::Display for NotUsed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

fn unread(words: Words, rejection: &Rejection) -> String {
    const MIB: u64 = 1024 * 1024;
    match rejection {
        Rejection::TooManyBytes { bytes } => say!(
            words,
            "review-image-too-many-bytes",
            has = bytes.div_ceil(MIB),
            most = MAX_BYTES / MIB
        ),
        // Lengths in pixels are written without groups.
        Rejection::TooManyPixels { width, height } => say!(
            words,
            "review-image-too-many-pixels",
            width = width.to_string(),
            height = height.to_string(),
            most = MAX_PIXELS / 1_000_000
        ),
        Rejection::NotAnImage { open } => say!(words, "review-image-none", open = open),
        Rejection::Broken => say!(words, "review-image-broken"),
        Rejection::TooSmall { width, height } => say!(
            words,
            "review-image-too-small",
            width = width.to_string(),
            height = height.to_string()
        ),
        Rejection::NoCards { open } => say!(words, "review-image-no-cards", open = open),
        Rejection::CutOff { open } => say!(words, "review-image-cut-off", open = open),
        Rejection::OtherScreen {
            seen: Some(seen),
            accepted,
            open,
        } => say!(
            words,
            "review-image-other-screen",
            seen = seen,
            accepted = accepted,
            open = open
        ),
        Rejection::OtherScreen {
            seen: None,
            accepted,
            open,
        } => say!(
            words,
            "review-image-unread-screen",
            accepted = accepted,
            open = open
        ),
        Rejection::UnknownMetric {
            seen: Some(seen),
            accepted,
            open,
        } => say!(
            words,
            "review-image-other-label",
            seen = seen,
            accepted = accepted,
            open = open
        ),
        Rejection::UnknownMetric {
            seen: None,
            accepted,
            open,
        } => say!(
            words,
            "review-image-unread-label",
            accepted = accepted,
            open = open
        ),
        Rejection::NoMembers => say!(words, "review-image-no-members"),
        Rejection::ReaderFailed => say!(words, "review-image-reader-failed"),
    }
}

fn misfits(words: Words, misfit: &Misfit) -> String {
    match misfit {
        // As the cards' own labels say it.
        Misfit::Metric { shown, kept } => say!(
            words,
            "review-image-other-metric",
            shown = metric(*shown),
            kept = metric(*kept)
        ),
        Misfit::Game { shown, kept } => {
            say!(words, "review-image-other-game", shown = shown, kept = kept)
        }
        Misfit::Club { shown, kept } => {
            say!(words, "review-image-other-club", shown = shown, kept = kept)
        }
    }
}

#[cfg(test)]
mod tests {
    use slimy_roster::Metric;

    use super::*;

    fn all() -> Vec<Rejection> {
        let open = || "Club > Manage Members".to_owned();
        let accepted = || "\"Manage Members\" (English)".to_owned();
        let mut all = vec![
            Rejection::TooManyBytes {
                bytes: MAX_BYTES + 1,
            },
            Rejection::TooManyPixels {
                width: 20_000,
                height: 10_000,
            },
            Rejection::NotAnImage { open: open() },
            Rejection::Broken,
            Rejection::TooSmall {
                width: 1_080,
                height: 20,
            },
            Rejection::NoCards { open: open() },
            Rejection::CutOff { open: open() },
            Rejection::NoMembers,
            Rejection::ReaderFailed,
        ];
        for seen in [None, Some("Members".to_owned())] {
            all.push(Rejection::OtherScreen {
                seen: seen.clone(),
                accepted: accepted(),
                open: open(),
            });
            all.push(Rejection::UnknownMetric {
                seen,
                accepted: accepted(),
                open: open(),
            });
        }
        all
    }

    #[test]
    fn people_read_of_an_image_what_the_command_line_prints() {
        for rejection in all() {
            let printed = rejection.to_string();
            assert_eq!(NotUsed::Unread(rejection).to_string(), printed);
        }
        let (shown, kept) = ("A".to_owned(), "B".to_owned());
        let misfits = [
            Misfit::Metric {
                shown: Metric::Sim,
                kept: Metric::Total,
            },
            Misfit::Game {
                shown: shown.clone(),
                kept: kept.clone(),
            },
            Misfit::Club { shown, kept },
        ];
        for misfit in misfits {
            let printed = misfit.to_string();
            assert_eq!(NotUsed::Misfit(misfit).to_string(), printed);
        }
    }
}
