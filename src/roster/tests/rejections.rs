//! What is no roster gets one sentence that says why, and never a reading.

#[expect(dead_code, reason = "another test file uses the rest of it")]
mod support;

use image::{Rgb, RgbImage, imageops};
use slimy_roster::{Accepted, ImageFormat, MAX_BYTES, Rejection, Screen};
use support::READER;

fn rejection(bytes: &[u8]) -> Rejection {
    READER.read(bytes).expect_err("it is no roster")
}

/// Where the screens are that are read.
fn open() -> Vec<Screen> {
    vec![Screen {
        open: "Club > Manage Members".to_owned(),
        game: None,
    }]
}

fn accepted(texts: &[&str]) -> Accepted {
    Accepted {
        texts: texts.iter().map(|&text| text.to_owned()).collect(),
        language: "English".to_owned(),
    }
}

fn shot() -> support::TrueShot {
    support::any()
        .into_iter()
        .next()
        .expect("the demo screenshots are in the repository")
}

#[test]
fn what_is_no_image_is_told_by_its_content() {
    for bytes in [
        &b""[..],
        b"\0",
        b"%PDF-1.7",
        b"GIF89a\x01\0\x01\0",
        b"<html>roster.png</html>",
    ] {
        assert_eq!(rejection(bytes), Rejection::NotAnImage { open: open() });
    }
}

#[test]
fn a_file_that_is_cut_short_or_damaged_is_broken() {
    let whole = shot().bytes();
    for part in [9, 40, whole.len() / 2, whole.len() - 2000] {
        assert_eq!(rejection(&whole[..part]), Rejection::Broken, "{part} bytes");
    }
    let mut damaged = whole.clone();
    let middle = damaged.len() / 2;
    damaged[middle..middle + 64].fill(0x55);
    assert_eq!(rejection(&damaged), Rejection::Broken);
    let jpeg = support::jpeg(&shot().picture(), 70);
    assert_eq!(rejection(&jpeg[..200]), Rejection::Broken);
}

#[test]
fn more_than_ten_mebibytes_are_not_looked_at() {
    let size = usize::try_from(MAX_BYTES).expect("it fits") + 1;
    assert_eq!(
        rejection(&vec![0; size]),
        Rejection::TooManyBytes {
            bytes: MAX_BYTES + 1
        }
    );
}

#[test]
fn a_bomb_is_refused_by_its_header() {
    for (width, height) in [(60_000, 60_000), (40_000_001, 1), (8000, 5001)] {
        assert_eq!(
            rejection(&png_header(width, height)),
            Rejection::TooManyPixels { width, height }
        );
    }
}

/// A PNG that promises this size and holds nothing.
fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = support::png(&RgbImage::new(1, 1));
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let crc = crc32(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&crc.to_be_bytes());
    bytes
}

/// PNG's checksum of a chunk.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            if crc & 1 == 1 {
                crc >> 1 ^ 0xEDB8_8320
            } else {
                crc >> 1
            }
        })
    })
}

#[test]
fn blank_and_tiny_pictures_have_no_cards() {
    for (width, height) in [(1, 1), (3, 2000), (2000, 3), (1206, 2622)] {
        for colour in [0, 128, 255] {
            let picture = RgbImage::from_pixel(width, height, Rgb([colour; 3]));
            assert_eq!(
                rejection(&support::png(&picture)),
                Rejection::NoCards { open: open() },
                "{width}×{height}"
            );
        }
    }
}

#[test]
fn turned_mirrored_stretched_and_tiny_rosters_are_rejected() {
    let picture = shot().picture();
    let (width, height) = picture.dimensions();
    let stretched = imageops::resize(
        &picture,
        width,
        height * 115 / 100,
        imageops::FilterType::Triangle,
    );
    let tiny = imageops::resize(
        &picture,
        300,
        300 * height / width,
        imageops::FilterType::Triangle,
    );
    let treatments = [
        ("turned right", imageops::rotate90(&picture)),
        ("turned over", imageops::rotate180(&picture)),
        ("turned left", imageops::rotate270(&picture)),
        ("mirrored", imageops::flip_horizontal(&picture)),
        ("upside down", imageops::flip_vertical(&picture)),
        ("stretched", stretched),
        ("300 px wide", tiny),
        ("blurred", imageops::fast_blur(&picture, 9.0)),
    ];
    for (what, picture) in treatments {
        let rejection = rejection(&support::png(&picture));
        println!("{what}: {} ({rejection})", rejection.kind());
    }
}

#[test]
fn a_part_of_the_screen_is_rejected_with_what_to_do() {
    let picture = shot().picture();
    let (width, height) = picture.dimensions();
    let upper = imageops::crop_imm(&picture, 0, 0, width, height / 2).to_image();
    let lower = imageops::crop_imm(&picture, 0, height / 2, width, height / 2).to_image();
    for half in [upper, lower] {
        let rejection = rejection(&support::png(&half));
        assert!(
            rejection.to_string().contains("open Club > Manage Members"),
            "{rejection}"
        );
    }
}

#[test]
fn each_sentence_is_one_and_says_what_to_do() {
    let all = [
        Rejection::TooManyBytes {
            bytes: MAX_BYTES + 1,
        },
        Rejection::TooManyPixels {
            width: 9000,
            height: 9000,
        },
        Rejection::NotAnImage { open: open() },
        Rejection::Broken,
        Rejection::TooSmall {
            width: 300,
            height: 600,
        },
        Rejection::NoCards { open: open() },
        Rejection::CutOff { open: open() },
        Rejection::OtherScreen {
            seen: Some("Mitglieder verwalten".to_owned()),
            accepted: vec![accepted(&["Manage Members"])],
            open: open(),
        },
        Rejection::UnknownMetric {
            seen: None,
            accepted: accepted(&["Power", "Sim Power"]),
            open: open().remove(0),
        },
        Rejection::NoMembers,
        Rejection::ReaderFailed,
    ];
    for rejection in &all {
        let sentence = rejection.to_string();
        assert!(
            sentence.contains("send") && !sentence.contains(". "),
            "{sentence}"
        );
    }
    let mut kinds: Vec<&str> = all.iter().map(Rejection::kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds.len(), all.len());
}

#[test]
fn a_reading_is_the_same_alone_and_beside_others() {
    let shots = support::any();
    let two: Vec<Vec<u8>> = shots.iter().take(2).map(support::TrueShot::bytes).collect();
    let alone: Vec<_> = two
        .iter()
        .map(|bytes| READER.read(bytes).expect("a roster"))
        .collect();
    let crowded = [
        two[0].clone(),
        two[1].clone(),
        two[0].clone(),
        two[1].clone(),
    ];
    let beside = support::on_two_threads(&crowded, |bytes| READER.read(bytes).expect("a roster"));
    assert_eq!(beside[..2], alone);
    assert_eq!(beside[2..], alone);
    assert_eq!(alone[0].format, ImageFormat::Png);
    assert_eq!(alone[0].format.content_type(), "image/png");
}
