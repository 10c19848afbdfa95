//! What the bot says, in six languages: [Fluent](https://projectfluent.org) messages in
//! `assets/locales/<language>/<topic>.ftl`, and numbers and dates as each language writes them, after
//! Unicode's CLDR. (ICU4X would bring the data of all languages, and rebuild most of the tree.)
//!
//! This room knows no Discord, no database and no clock. What is foreign in a message (a name, a
//! title) comes in as an argument, and whoever gives it has made it safe to show.
//!
//! # How a sentence is said
//!
//! ```
//! use slimy_words::{Language, Words, say};
//!
//! let words = Words::of(Language::De);
//! assert_eq!(say!(words, "text-and-more", names = "A, B", count = 1_234), "A, B und 1.234 weitere");
//! ```
//!
//! - The id is a literal, and so are the arguments' names: a test reads the sources and holds every
//!   `say!` against the files. It fails for a missing message or argument in any language, for an
//!   argument that no language uses, and for a message that nobody says.
//! - Integers come out grouped as the language does (`1.234`); in the files they choose the plural:
//!   `{ $count -> [one] … *[other] … }`. Strings come out as they are.
//! - `{ CMD("club analyze") }` in a file is that command as people of the language type it.
//! - Ids are `topic-what-it-says`, with the topic of their file; `say!(words, "id.attribute")` says an
//!   attribute. An id that is put together at run time ([`Words::find`]) belongs to one of the
//!   [`FAMILIES`], whose own tests say that they are whole.
//!
//! # The names of commands
//!
//! `commands-<command>.ftl` has a message for each command, option and choice:
//!
//! ```text
//! cmd-club-analyze = analyze
//!     .description = Read roster screenshots into a new analysis
//! opt-club-analyze-screenshot = screenshot
//!     .description = A screenshot of Club > Manage Members
//! choice-club-export-format-csv = CSV
//! ```
//!
//! The path is the command's full English name with `-` for spaces, and `_` for what is neither a
//! letter, a digit, `-` nor `_`; a choice ends with its English name so written, in lower case.
//! Names are lower case, without spaces, at most 32 characters, descriptions at most 100. Message
//! menus (`cmd-analyze-club-roster`) may have capitals and spaces and have no description.

mod dates;
mod language;
mod library;
mod numbers;
mod say;

use chrono_tz::Tz;

pub use language::Language;
pub use library::{FAMILIES, topics};
pub use say::{Argument, Arguments};

/// In which language somebody is spoken to, and in which time zone their days begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Words {
    /// The language.
    pub language: Language,
    /// The time zone.
    pub timezone: Tz,
}

impl Words {
    /// English, for logs, the command line and what has no reader yet.
    pub const ENGLISH: Self = Self {
        language: Language::En,
        timezone: Tz::UTC,
    };

    /// A language, with days that begin at midnight UTC.
    pub const fn of(language: Language) -> Self {
        Self {
            language,
            timezone: Tz::UTC,
        }
    }

    /// The same in another language.
    #[must_use]
    pub const fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }
}
