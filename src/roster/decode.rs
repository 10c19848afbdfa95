//! Bytes to pixels, with every limit held before the pixels exist.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbImage};
use serde::{Deserialize, Serialize};

use crate::accepted::Screen;
use crate::rejection::Rejection;

/// The largest file that is read.
pub const MAX_BYTES: u64 = 10 * 1024 * 1024;

/// The most pixels that are read; held against the header, before decoding.
pub const MAX_PIXELS: u64 = 40_000_000;

/// What a decoder may allocate: 16 bytes for each of the pixels allowed would be for no real screenshot, 5 leave room
/// for RGBA and its rows.
const MAX_DECODER_BYTES: u64 = MAX_PIXELS * 5;

/// More pixels than this has no phone's screenshot; such pictures are read one at a time.
const LARGE_PIXELS: u64 = 12_000_000;

/// What a file is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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

/// A file whose header keeps every limit; its pixels do not exist yet.
pub(crate) struct Encoded<'a> {
    decoder: Box<dyn ImageDecoder + 'a>,
    format: ImageFormat,
}

impl<'a> Encoded<'a> {
    /// Reads the header only. `screens` says where the screens are that are read, for who sends something else.
    pub(crate) fn open(bytes: &'a [u8], screens: &[Screen]) -> Result<Self, Rejection> {
        let size = bytes.len() as u64;
        if size > MAX_BYTES {
            return Err(Rejection::TooManyBytes { bytes: size });
        }
        let format = ImageFormat::of(bytes).ok_or_else(|| Rejection::NotAnImage {
            open: screens.to_vec(),
        })?;
        let mut reader = ImageReader::with_format(Cursor::new(bytes), format.codec());
        let mut limits = Limits::default();
        limits.max_alloc = Some(MAX_DECODER_BYTES);
        reader.limits(limits);
        let decoder = Box::new(reader.into_decoder().map_err(|_| Rejection::Broken)?);
        let (width, height) = decoder.dimensions();
        if u64::from(width) * u64::from(height) > MAX_PIXELS
            || decoder.total_bytes() > MAX_DECODER_BYTES
        {
            return Err(Rejection::TooManyPixels { width, height });
        }
        Ok(Self { decoder, format })
    }

    /// Whether it is larger than any phone's screen, so that its pixels are worth waiting for.
    pub(crate) fn is_large(&self) -> bool {
        let (width, height) = self.decoder.dimensions();
        u64::from(width) * u64::from(height) > LARGE_PIXELS
    }

    /// Decodes it, upright.
    pub(crate) fn decode(mut self) -> Result<(RgbImage, ImageFormat), Rejection> {
        let orientation = match self.format {
            // The decoder takes a WebP's word for the note's size, up to 4 GiB, before it reads it.
            ImageFormat::Webp => Orientation::NoTransforms,
            // A phone's note on how it was held may be damaged where the picture is not.
            ImageFormat::Png | ImageFormat::Jpeg => {
                let noted = self.decoder.orientation();
                noted.unwrap_or(Orientation::NoTransforms)
            }
        };
        let image = DynamicImage::from_decoder(self.decoder).map_err(|_| Rejection::Broken)?;
        let mut upright = DynamicImage::ImageRgb8(without_alpha(image)?);
        upright.apply_orientation(orientation);
        Ok((upright.into_rgb8(), self.format))
    }
}

/// The colours alone. What a phone's screenshot has, RGBA, is closed up in its own memory.
fn without_alpha(image: DynamicImage) -> Result<RgbImage, Rejection> {
    let DynamicImage::ImageRgba8(image) = image else {
        return Ok(image.into_rgb8());
    };
    let (width, height) = image.dimensions();
    let mut bytes = image.into_raw();
    let pixels = bytes.len() / 4;
    for pixel in 1..pixels {
        bytes.copy_within(4 * pixel..4 * pixel + 3, 3 * pixel);
    }
    bytes.truncate(3 * pixels);
    bytes.shrink_to_fit();
    RgbImage::from_raw(width, height, bytes).ok_or(Rejection::Broken)
}
