//! Why images were not used.

use std::fmt;

use slimy_roster::{Accepted, MAX_BYTES, MAX_PIXELS, Misfit, Rejection, Screen};
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
        Rejection::NotAnImage { open } => {
            say!(words, "review-image-none", open = screens(words, open))
        }
        Rejection::Broken => say!(words, "review-image-broken"),
        Rejection::TooSmall { width, height } => say!(
            words,
            "review-image-too-small",
            width = width.to_string(),
            height = height.to_string()
        ),
        Rejection::NoCards { open } => {
            say!(words, "review-image-no-cards", open = screens(words, open))
        }
        Rejection::CutOff { open } => {
            say!(words, "review-image-cut-off", open = screens(words, open))
        }
        Rejection::OtherScreen {
            seen: Some(seen),
            accepted,
            open,
        } => say!(
            words,
            "review-image-other-screen",
            seen = seen,
            accepted = titles(words, accepted),
            open = screens(words, open)
        ),
        Rejection::OtherScreen {
            seen: None,
            accepted,
            open,
        } => say!(
            words,
            "review-image-unread-screen",
            accepted = titles(words, accepted),
            open = screens(words, open)
        ),
        Rejection::UnknownMetric {
            seen: Some(seen),
            accepted,
            open,
        } => say!(
            words,
            "review-image-other-label",
            seen = seen,
            accepted = texts(words, accepted),
            open = screen(words, open)
        ),
        Rejection::UnknownMetric {
            seen: None,
            accepted,
            open,
        } => say!(
            words,
            "review-image-unread-label",
            accepted = texts(words, accepted),
            open = screen(words, open)
        ),
        Rejection::NoMembers => say!(words, "review-image-no-members"),
        Rejection::ReaderFailed => say!(words, "review-image-reader-failed"),
    }
}

/// The titles of which one is accepted.
fn titles(words: Words, all: &[Accepted]) -> String {
    let all: Vec<String> = all.iter().map(|one| texts(words, one)).collect();
    words.either(&all)
}

fn texts(words: Words, accepted: &Accepted) -> String {
    let quoted = accepted.texts.iter();
    let quoted: Vec<String> = quoted
        .map(|text| say!(words, "review-image-text", text = text))
        .collect();
    say!(
        words,
        "review-image-accepted",
        texts = words.either(&quoted),
        language = &accepted.language
    )
}

/// Where the screens are that are read.
fn screens(words: Words, all: &[Screen]) -> String {
    let all: Vec<String> = all.iter().map(|one| screen(words, one)).collect();
    words.either(&all)
}

fn screen(words: Words, Screen { open, game }: &Screen) -> String {
    match game {
        None => open.clone(),
        Some(game) => say!(words, "review-image-screen", open = open, game = game),
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
    use slimy_words::Language;

    use super::*;

    fn all() -> Vec<Rejection> {
        let screen = |open: &str, game: Option<&str>| Screen {
            open: open.to_owned(),
            game: game.map(str::to_owned),
        };
        let open = || {
            vec![
                screen("Club > Manage Members", Some("Super Snail")),
                screen("Station > Crew List", Some("Comet Crew")),
            ]
        };
        let accepted = |texts: &[&str]| Accepted {
            texts: texts.iter().map(|&text| text.to_owned()).collect(),
            language: "English".to_owned(),
        };
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
                accepted: vec![accepted(&["Manage Members"]), accepted(&["Crew List"])],
                open: open(),
            });
            all.push(Rejection::UnknownMetric {
                seen,
                accepted: accepted(&["Power", "Sim Power"]),
                open: screen("Club > Manage Members", None),
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

    #[test]
    fn nothing_of_it_is_english_to_those_who_speak_another_language() {
        let german = Words::of(Language::De);
        let said = |rejection| NotUsed::Unread(rejection).say(german);
        let [.., title, label] = &all()[..] else {
            panic!("the last two are of a title and a label");
        };
        assert_eq!(
            said(title.clone()),
            "der Titel dieser Liste lautet „Members“, und nur „Manage Members“ (Englisch) oder „Crew List“ (Englisch) geht; öffne Club > Manage Members (Super Snail) oder Station > Crew List (Comet Crew) und schick den ganzen Screenshot"
        );
        assert_eq!(
            said(label.clone()),
            "die Beschriftung dieser Karten lautet „Members“, und nur „Power“ oder „Sim Power“ (Englisch) geht; öffne Club > Manage Members, stell die Liste darauf um und schick den ganzen Screenshot"
        );
    }
}
