//! Bytes to pixels, with every limit held before the pixels exist.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbImage};

use crate::rejection::Rejection;

/// The largest file that is read.
pub const MAX_BYTES: u64 = 10 * 1024 * 1024;

/// The most pixels that are read; held against the header, before decoding.
pub const MAX_PIXELS: u64 = 40_000_000;

/// What a decoder may allocate: 16 bytes for each of the pixels allowed would be for no real screenshot, 5 leave room
/// for RGBA and its rows.
const MAX_DECODER_BYTES: u64 = MAX_PIXELS * 5;

/// What a file is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ImageFormat {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
    /// WebP.
    Webp,
}

impl ImageFormat {
    /// The format that these bytes begin like, or none that is read.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match image::guess_format(bytes).ok()? {
            image::ImageFormat::Png => Some(Self::Png),
            image::ImageFormat::Jpeg => Some(Self::Jpeg),
            image::ImageFormat::WebP => Some(Self::Webp),
            _ => None,
        }
    }

    /// The MIME type, for storing.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
        }
    }

    fn codec(self) -> image::ImageFormat {
        match self {
            Self::Png => image::ImageFormat::Png,
            Self::Jpeg => image::ImageFormat::Jpeg,
            Self::Webp => image::ImageFormat::WebP,
        }
    }
}

/// Decodes one file, upright.
pub(crate) fn decode(bytes: &[u8]) -> Result<(RgbImage, ImageFormat), Rejection> {
    let size = bytes.len() as u64;
    if size > MAX_BYTES {
        return Err(Rejection::TooManyBytes { bytes: size });
    }
    let format = ImageFormat::of(bytes).ok_or(Rejection::NotAnImage)?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format.codec());
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_DECODER_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Rejection::Broken)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS
        || decoder.total_bytes() > MAX_DECODER_BYTES
    {
        return Err(Rejection::TooManyPixels { width, height });
    }
    let orientation = decoder.orientation().map_err(|_| Rejection::Broken)?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(|_| Rejection::Broken)?;
    image.apply_orientation(orientation);
    Ok((image.into_rgb8(), format))
}
