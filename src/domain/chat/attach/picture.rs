//! A picture made small, within bounds.

use std::io::Cursor;

use image::{
    DynamicImage, ImageDecoder, ImageReader, Limits, Rgb, RgbImage, codecs::jpeg::JpegEncoder,
    metadata::Orientation,
};
use slimy_roster::ImageFormat;
use slimy_store::limits;

/// The most pixels that are decoded; held against the header, before. A phone's photo has 12
/// million, its largest kind 50, which is sent smaller.
const MAX_PIXELS: u64 = 25_000_000;
/// What a decoder may allocate: RGBA of that, and its rows.
const MAX_DECODER_BYTES: u64 = MAX_PIXELS * 5;
/// The longer edge afterwards: what GPT-4o looks at is smaller still, and small print stays
/// readable.
pub(super) const LONGEST_EDGE: u32 = 1_536;
/// How well it is written, the first that is small enough: 85 shows no loss, 30 much.
const QUALITIES: [u8; 4] = [85, 70, 50, 30];

/// The picture upright, at most [`LONGEST_EDGE`] pixels long and at most
/// [`limits::ATTACHMENT_BYTES`] bytes, as JPEG with nothing but its pixels. None when it cannot be
/// decoded within bounds.
pub(super) fn small(bytes: Vec<u8>) -> Option<Vec<u8>> {
    let image = decode(&bytes)?;
    drop(bytes);
    let (width, height) = (image.width(), image.height());
    let image = if width.max(height) > LONGEST_EDGE {
        image.thumbnail(LONGEST_EDGE, LONGEST_EDGE)
    } else {
        image
    };
    let image = on_white(image);
    QUALITIES.into_iter().find_map(|quality| {
        let mut jpeg = Vec::new();
        let written = JpegEncoder::new_with_quality(&mut jpeg, quality).encode_image(&image);
        let fits = written.is_ok() && jpeg.len() <= limits::ATTACHMENT_BYTES;
        fits.then_some(jpeg)
    })
}

fn decode(bytes: &[u8]) -> Option<DynamicImage> {
    let format = ImageFormat::of(bytes)?;
    let codec = image::ImageFormat::from_mime_type(format.content_type())?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), codec);
    let mut bounds = Limits::default();
    bounds.max_alloc = Some(MAX_DECODER_BYTES);
    reader.limits(bounds);
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MAX_PIXELS || decoder.total_bytes() > MAX_DECODER_BYTES {
        return None;
    }
    // A WebP's decoder takes the file's word for the size of its notes, up to 4 GiB.
    let orientation = match format {
        ImageFormat::Webp => None,
        ImageFormat::Png | ImageFormat::Jpeg => decoder.orientation().ok(),
    };
    let mut image = DynamicImage::from_decoder(decoder).ok()?;
    image.apply_orientation(orientation.unwrap_or(Orientation::NoTransforms));
    Some(image)
}

/// JPEG knows no transparency: what shines through is white, as in Discord's light theme.
fn on_white(image: DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.into_rgb8();
    }
    let image = image.into_rgba8();
    RgbImage::from_fn(image.width(), image.height(), |x, y| {
        let [r, g, b, alpha] = image.get_pixel(x, y).0;
        let over = |colour: u8| {
            let sum = u32::from(colour) * u32::from(alpha) + 255 * (255 - u32::from(alpha));
            u8::try_from((sum + 127) / 255).unwrap_or(u8::MAX)
        };
        Rgb([over(r), over(g), over(b)])
    })
}

#[cfg(test)]
mod tests {
    use image::{Rgba, RgbaImage};

    use super::*;

    fn written(image: &DynamicImage, format: image::ImageFormat) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut cursor = Cursor::new(&mut bytes);
        image.write_to(&mut cursor, format).unwrap();
        bytes
    }

    fn png(width: u32, height: u32) -> Vec<u8> {
        let image = RgbImage::from_pixel(width, height, Rgb([10, 200, 30]));
        written(&DynamicImage::ImageRgb8(image), image::ImageFormat::Png)
    }

    fn size(jpeg: &[u8]) -> (u32, u32) {
        let image = image::load_from_memory_with_format(jpeg, image::ImageFormat::Jpeg).unwrap();
        (image.width(), image.height())
    }

    #[test]
    fn the_longer_edge_is_bounded_and_what_is_small_stays() {
        assert_eq!(size(&small(png(3_072, 1_000)).unwrap()), (1_536, 500));
        assert_eq!(size(&small(png(1_000, 3_072)).unwrap()), (500, 1_536));
        assert_eq!(size(&small(png(40, 30)).unwrap()), (40, 30));
    }

    #[test]
    fn what_is_no_picture_or_too_large_is_none() {
        assert_eq!(small(png(40, 30)[..60].to_vec()), None);
        assert_eq!(small(b"GIF89a".to_vec()), None);
        // A header that claims more pixels than anybody decodes.
        let mut huge = png(40, 30);
        huge[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
        assert_eq!(small(huge), None);
    }

    #[test]
    fn what_shines_through_is_white() {
        let clear = RgbaImage::from_pixel(16, 16, Rgba([0, 0, 0, 0]));
        let jpeg = small(written(
            &DynamicImage::ImageRgba8(clear),
            image::ImageFormat::Png,
        ));
        let image = image::load_from_memory(&jpeg.unwrap()).unwrap().into_rgb8();
        assert!(image.pixels().all(|pixel| pixel.0.iter().all(|c| *c > 250)));
    }

    #[test]
    fn notes_of_the_phone_are_gone() {
        // A JPEG with a comment and an application's segment behind the start.
        let plain = small(png(64, 64)).unwrap();
        let mut noted = plain[..2].to_vec();
        for marker in [0xfe, 0xe1] {
            noted.extend([0xff, marker, 0, 20]);
            noted.extend(b"52.5200N 13.4050E.");
        }
        noted.extend(&plain[2..]);
        let contains = |bytes: &[u8]| bytes.windows(8).any(|part| part == b"52.5200N");
        assert!(contains(&noted));
        assert!(!contains(&small(noted).unwrap()));
    }
}
