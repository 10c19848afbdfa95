//! Why a file is no roster: one sentence each, with what to do.

use thiserror::Error;

use crate::accepted::{Accepted, Screen, either};
use crate::decode::{MAX_BYTES, MAX_PIXELS};

/// Why a file was not read. Each message is one sentence for people.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Rejection {
    /// The file is larger than [`MAX_BYTES`].
    #[error("the file has {} MiB and at most {} MiB are read; send the screenshot itself, as PNG, JPEG or WebP", .bytes.div_ceil(1024 * 1024), MAX_BYTES / 1024 / 1024)]
    TooManyBytes {
        /// The file's size.
        bytes: u64,
    },
    /// The picture has more than [`MAX_PIXELS`].
    #[error("the image of {width}×{height} pixels is too large, at most {} megapixels of 8 bits a colour are read; send the screenshot as your phone took it", MAX_PIXELS / 1_000_000)]
    TooManyPixels {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// The content is none of the formats that are read, whatever the name says.
    #[error("this is not a PNG, JPEG or WebP image; open {} and send the full screenshot", either(.open))]
    NotAnImage {
        /// Where the screens are that are read.
        open: Vec<Screen>,
    },
    /// The image begins well but cannot be decoded.
    #[error("the image is broken or was cut short; send the screenshot once more")]
    Broken,
    /// The text is too small to be read for certain.
    #[error(
        "the image is too small to read ({width}×{height} pixels); send the full screenshot in its original size"
    )]
    TooSmall {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// There are no two columns of member cards.
    #[error("this image shows no member cards; open {} and send the full screenshot", either(.open))]
    NoCards {
        /// Where the screens are that are read.
        open: Vec<Screen>,
    },
    /// There are cards, but not the frame around them.
    #[error("the member list is cut off in this image; open {} and send the full screenshot", either(.open))]
    CutOff {
        /// Where the screen is.
        open: Vec<Screen>,
    },
    /// The title is not one that is known: another screen, another game or another language.
    #[error(
        "the title of this list {}, and only {} is accepted; open {} and send the full screenshot", reads(.seen.as_deref()), either(.accepted), either(.open)
    )]
    OtherScreen {
        /// What the title reads, where that can be told; a short line of the picture's own text.
        seen: Option<String>,
        /// The titles that are read.
        accepted: Vec<Accepted>,
        /// Where the screens are that are read.
        open: Vec<Screen>,
    },
    /// The title is right, but the cards' label is not one that is known.
    #[error(
        "the label of these cards {}, and only {accepted} is accepted; open {open}, switch the list to that and send the full screenshot", reads(.seen.as_deref())
    )]
    UnknownMetric {
        /// What the label reads, where that can be told; a short line of the picture's own text.
        seen: Option<String>,
        /// The labels that are read.
        accepted: Accepted,
        /// Where the screen is.
        open: Screen,
    },
    /// No card is wholly visible.
    #[error(
        "no member of this list is fully visible; scroll the list a little and send the full screenshot"
    )]
    NoMembers,
    /// The reader itself failed, which is our fault.
    #[error(
        "the reader failed on this image; send it once more, and tell the bot's host when that does not help"
    )]
    ReaderFailed,
}

impl Rejection {
    /// A stable name for translations and the audit log.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::TooManyBytes { .. } => "too_many_bytes",
            Self::TooManyPixels { .. } => "too_many_pixels",
            Self::NotAnImage { .. } => "not_an_image",
            Self::Broken => "broken",
            Self::TooSmall { .. } => "too_small",
            Self::NoCards { .. } => "no_cards",
            Self::CutOff { .. } => "cut_off",
            Self::OtherScreen { .. } => "other_screen",
            Self::UnknownMetric { .. } => "unknown_metric",
            Self::NoMembers => "no_members",
            Self::ReaderFailed => "reader_failed",
        }
    }
}

/// The rest of "the title …".
fn reads(text: Option<&str>) -> String {
    text.map_or_else(
        || "cannot be read".to_owned(),
        |text| format!("reads \"{text}\""),
    )
}
