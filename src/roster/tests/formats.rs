//! A roster reads alike from every kind of file that phones and chats make of it.

#[expect(dead_code, reason = "another test file uses the rest of it")]
mod support;

use std::io::Cursor;

use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, ExtendedColorType, Rgb, RgbImage, imageops};
use slimy_roster::{ImageFormat, Rejection, Screenshot};
use support::{READER, TrueShot};

fn shot() -> TrueShot {
    support::any()
        .into_iter()
        .next()
        .expect("the demo screenshots are in the repository")
}

fn read(bytes: &[u8]) -> Screenshot {
    READER.read(bytes).expect("a roster")
}

fn png(image: &DynamicImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("a picture can be encoded");
    bytes.into_inner()
}

fn webp(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    WebPEncoder::new_lossless(&mut bytes)
        .encode(
            picture.as_raw(),
            picture.width(),
            picture.height(),
            ExtendedColorType::Rgb8,
        )
        .expect("a picture can be encoded");
    bytes
}

/// Each number is the true one or none, and there are as many cards.
fn assert_right_or_marked(truth: &TrueShot, reading: &Screenshot, what: &str) {
    let found: Vec<Option<i64>> = reading.cards.iter().map(|card| card.power).collect();
    assert_eq!(found.len(), truth.cards.len(), "{what}");
    for (card, power) in truth.cards.iter().zip(found) {
        assert!(power.is_none() || power == card.power, "{what}: {power:?}");
    }
}

#[test]
fn deeper_transparent_and_webp_pictures_read_as_the_plain_one() {
    let picture = shot().picture();
    let plain = read(&support::png(&picture));
    let image = DynamicImage::ImageRgb8(picture.clone());
    let files = [
        ("RGBA", png(&image.to_rgba8().into())),
        ("16 bits", png(&image.to_rgb16().into())),
        ("16 bits RGBA", png(&image.to_rgba16().into())),
        ("WebP", webp(&picture)),
    ];
    for (what, bytes) in files {
        let reading = read(&bytes);
        assert_eq!(reading.cards, plain.cards, "{what}");
        assert_eq!(reading.club, plain.club, "{what}");
        let is_webp = reading.format == ImageFormat::Webp;
        assert_eq!(is_webp, what == "WebP", "told by its content");
    }
}

#[test]
fn of_an_animation_the_first_frame_is_read() {
    let (shot, picture) = (shot(), shot().picture());
    let reading = read(&animated(&webp(&picture), &picture));
    assert_right_or_marked(&shot, &reading, "animated WebP");
    assert!(reading.cards.iter().all(|card| card.power.is_some()));
}

/// An animation whose only frame is this WebP.
fn animated(still: &[u8], picture: &RgbImage) -> Vec<u8> {
    let narrow = |number: usize| u32::try_from(number).expect("a small number");
    let three = |number: u32| number.to_le_bytes()[..3].to_vec();
    let size = [three(picture.width() - 1), three(picture.height() - 1)].concat();
    let chunk = |name: &[u8], body: &[u8]| {
        let mut chunk = [name, &narrow(body.len()).to_le_bytes(), body].concat();
        chunk.resize(chunk.len().next_multiple_of(2), 0);
        chunk
    };
    let frame = [&[0; 6][..], &size, &[100, 0, 0, 0], &still[12..]].concat();
    let body = [
        b"WEBP".to_vec(),
        chunk(b"VP8X", &[&[2, 0, 0, 0][..], &size].concat()),
        chunk(b"ANIM", &[255, 255, 255, 255, 0, 0]),
        chunk(b"ANMF", &frame),
    ]
    .concat();
    chunk(b"RIFF", &body)
}

#[test]
fn a_picture_without_colours_is_right_or_marked() {
    let shot = shot();
    let grey = DynamicImage::ImageRgb8(shot.picture()).to_luma8();
    for bytes in [
        png(&grey.clone().into()),
        png(&DynamicImage::from(grey).to_luma_alpha8().into()),
    ] {
        assert_right_or_marked(&shot, &read(&bytes), "grey");
    }
}

#[test]
fn a_picture_that_was_stored_lying_is_turned_upright() {
    let shot = shot();
    let upright = read(&support::jpeg(&shot.picture(), 95));
    assert_right_or_marked(&shot, &upright, "JPEG");
    let lying = support::jpeg(&imageops::rotate270(&shot.picture()), 95);
    let turned = read(&with_exif(&lying, &orientation(6)));
    assert_right_or_marked(&shot, &turned, "turned JPEG");
    assert_eq!(
        (turned.width, turned.height),
        (upright.width, upright.height)
    );
    let damaged = with_exif(&support::jpeg(&shot.picture(), 95), b"II*\0\xff\xff");
    assert_eq!(read(&damaged), upright, "a damaged note changes nothing");
}

/// The EXIF entry that says how a camera was held.
fn orientation(value: u8) -> Vec<u8> {
    let entry = [0x12, 0x01, 3, 0, 1, 0, 0, 0, value, 0, 0, 0];
    [&b"II*\0\x08\0\0\0\x01\0"[..], &entry, &[0; 4]].concat()
}

fn with_exif(jpeg: &[u8], tiff: &[u8]) -> Vec<u8> {
    let size = u16::try_from(tiff.len() + 8).expect("a short note");
    let note = [&[0xFF, 0xE1][..], &size.to_be_bytes(), b"Exif\0\0", tiff].concat();
    [&jpeg[..2], &note, &jpeg[2..]].concat()
}

#[test]
fn pictures_of_nothing_but_lines_are_refused_soon() {
    let dashes = |width: u32, height: u32, dash: u32, rows: u32| {
        RgbImage::from_fn(width, height, |x, y| {
            Rgb([if y % rows == 0 && x % (dash * 5 / 4) < dash {
                0
            } else {
                255
            }; 3])
        })
    };
    for (width, height, dash, rows) in [
        (4000, 3000, 120, 2),
        (16, 60_000, 4, 2),
        (60_000, 16, 120, 3),
        (1200, 2600, 200, 9),
    ] {
        let rejection = READER
            .read(&png(&dashes(width, height, dash, rows).into()))
            .expect_err("it is no roster");
        assert!(
            matches!(
                rejection,
                Rejection::NoCards { .. } | Rejection::TooSmall { .. }
            ),
            "{width}×{height}: {rejection}"
        );
    }
}
