//! Why a file is no roster: one sentence each, with what to do.

use thiserror::Error;

use crate::decode::{MAX_BYTES, MAX_PIXELS};

/// Why a file was not read. Each message is one sentence for people.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
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
    #[error(
        "this is not a PNG, JPEG or WebP image; open Club > Manage Members and send the full screenshot"
    )]
    NotAnImage,
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
    #[error(
        "this image shows no member cards; open Club > Manage Members and send the full screenshot"
    )]
    NoCards,
    /// There are cards, but not the frame around them.
    #[error(
        "the member list is cut off in this image; open Club > Manage Members and send the full screenshot"
    )]
    CutOff,
    /// The title is not the expected one.
    #[error(
        "this is not the Manage Members list; open Club > Manage Members and send the full screenshot"
    )]
    OtherScreen,
    /// The cards' label is neither "Power" nor "Sim Power".
    #[error(
        "the cards show neither Power nor Sim Power; open Club > Manage Members, switch to one of them and send the full screenshot"
    )]
    UnknownMetric,
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
            Self::NotAnImage => "not_an_image",
            Self::Broken => "broken",
            Self::TooSmall { .. } => "too_small",
            Self::NoCards => "no_cards",
            Self::CutOff => "cut_off",
            Self::OtherScreen => "other_screen",
            Self::UnknownMetric => "unknown_metric",
            Self::NoMembers => "no_members",
            Self::ReaderFailed => "reader_failed",
        }
    }
}
