//! What the reader knows about a screen: geometry, colours and words, as data of one file per screen.
//!
//! `assets/layouts/` has the files. Nothing else in this room holds a measure, a threshold or a word of a game.

mod error;
mod last_seen;
mod rules;

use serde::Deserialize;

use crate::roster::Metric;

pub use error::LayoutError;
pub(crate) use last_seen::LastSeen;

/// The descriptions that the program carries, in the order in which they are tried.
const BUILT_IN: [&str; 1] = [include_str!("../../assets/layouts/super-snail-club.toml")];

/// A span along one axis.
pub(crate) type Span = (f32, f32);

/// The checked description of one screen of one game in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout(pub(crate) Description);

impl Layout {
    /// Parses and checks a description; `assets/layouts/README.md` says what one holds.
    ///
    /// # Errors
    ///
    /// A field that is missing, unknown or of another type, and one that breaks a rule, are named with what is accepted.
    pub fn parse(toml: &str) -> Result<Self, LayoutError> {
        let description: Description =
            toml::from_str(toml).map_err(|error| LayoutError::Syntax(Box::new(error)))?;
        rules::check(&description)?;
        Ok(Self(description))
    }

    /// The descriptions that the program carries.
    pub fn built_in() -> Result<Vec<Self>, LayoutError> {
        BUILT_IN.into_iter().map(Self::parse).collect()
    }

    /// Its own name, `super-snail-club`.
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// The game, `Super Snail`.
    pub fn game(&self) -> &str {
        &self.0.game
    }

    /// The language that the screen's words are in.
    pub fn language(&self) -> &str {
        &self.0.language
    }

    /// Where a person finds the screen, `Club > Manage Members`.
    pub fn open(&self) -> &str {
        &self.0.open
    }
}

/// A description as its file has it; the file says what each value means, and in which unit.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Description {
    pub(crate) id: String,
    pub(crate) game: String,
    pub(crate) language: String,
    pub(crate) open: String,
    pub(crate) tone: Tone,
    pub(crate) lines: Lines,
    pub(crate) cards: Cards,
    pub(crate) view: View,
    pub(crate) title: Title,
    /// None where the screen shows no member count.
    pub(crate) count: Option<Count>,
    /// None where the screen shows no club.
    pub(crate) club: Option<Club>,
    pub(crate) label: Label,
    pub(crate) number: Number,
    pub(crate) strip: Strip,
    pub(crate) name: Name,
    /// None where the strip holds the name alone.
    pub(crate) last_seen: Option<LastSeen>,
}

/// What the screen's lines and text are, against its paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Shade {
    Darker,
    Lighter,
}

/// The colours.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tone {
    pub(crate) lines: Shade,
    pub(crate) bright: f32,
    pub(crate) dark: f32,
    pub(crate) paper: f32,
    pub(crate) ink: u8,
    pub(crate) off_paper: f32,
    pub(crate) off_line: f32,
}

/// Thin horizontal lines.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lines {
    pub(crate) shortest: (f32, f32),
    pub(crate) longest: f32,
    pub(crate) thickest: (f32, f32),
    pub(crate) level: (f32, f32),
    pub(crate) alike: f32,
}

/// The two columns of cards.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cards {
    pub(crate) column: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) pitch: f32,
    pub(crate) bottom_line: Span,
    pub(crate) border_reach: f32,
    pub(crate) phase_reach: f32,
    pub(crate) border_seen: f32,
    pub(crate) top_border: Span,
    pub(crate) right_border: Span,
    pub(crate) paper_x: Span,
    pub(crate) paper_y: Span,
    pub(crate) paper_dark: f32,
    pub(crate) most_rows: usize,
    pub(crate) smallest: f32,
}

/// What of the list is visible.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct View {
    pub(crate) line_seen: f32,
    pub(crate) below_banner: f32,
    pub(crate) above_panel: f32,
    pub(crate) whole_above: f32,
    pub(crate) whole_below: f32,
}

/// The screen's title.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Title {
    pub(crate) text: String,
    pub(crate) half_width: f32,
    pub(crate) y: Span,
    pub(crate) stretch: f32,
}

/// The member count.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Count {
    pub(crate) half_width: f32,
    pub(crate) y: Span,
    pub(crate) certain: f32,
}

/// The club's name.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Club {
    pub(crate) x: Span,
    pub(crate) y: Span,
    /// What it begins with; may be empty.
    pub(crate) begins: String,
    /// What stands somewhere behind that, with text on both sides; may be empty.
    pub(crate) has: String,
    pub(crate) certain: f32,
}

/// The label over the number.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Label {
    pub(crate) x: Span,
    pub(crate) y: Span,
    pub(crate) stretch: f32,
    pub(crate) before: Span,
    pub(crate) clear: f32,
    pub(crate) sure: f32,
    pub(crate) cards: usize,
    pub(crate) words: Vec<Words>,
}

/// What a label may read, and what its numbers are like.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub(crate) text: String,
    pub(crate) metric: Metric,
    pub(crate) usual_digits: usize,
    pub(crate) every_touch_counts: bool,
}

/// The number.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Number {
    pub(crate) x: Span,
    pub(crate) y: Span,
    pub(crate) band: Span,
    pub(crate) advance: f32,
    pub(crate) last_digit: f32,
    pub(crate) certain: f32,
    pub(crate) touched: f32,
    pub(crate) touched_short: f32,
    pub(crate) covered: f32,
    pub(crate) digit_covered: f32,
    pub(crate) gap: f32,
    pub(crate) excess: f32,
    pub(crate) end: Span,
}

/// The strip of the name and of last-seen.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Strip {
    pub(crate) x: Span,
    pub(crate) y: Span,
    pub(crate) ink_x: Span,
    pub(crate) ink_y: Span,
    pub(crate) empty: f32,
    pub(crate) room: f32,
    pub(crate) solid: f32,
    pub(crate) foreign: f32,
}

/// The name.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Name {
    pub(crate) stretch: f32,
    pub(crate) retry: f32,
    pub(crate) again: Vec<f32>,
    pub(crate) short: usize,
    pub(crate) retry_short: f32,
    pub(crate) disputed: f32,
    pub(crate) certain: f32,
}

/// A text without its spaces, as words of the screen are compared.
pub(crate) fn unspaced(text: &str) -> String {
    text.split_whitespace().collect()
}
