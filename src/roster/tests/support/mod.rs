//! The screenshots that the tests read, and what is true of them.

pub(crate) mod covers;
pub(crate) mod dice;
pub(crate) mod drawn;
pub(crate) mod treatments;

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};
use std::thread;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ImageEncoder, RgbImage};
use slimy_roster::{Metric, Reader};

/// One reader for a whole test file, as the bot has one.
pub(crate) static READER: LazyLock<Reader> =
    LazyLock::new(|| Reader::load().expect("the embedded model loads"));

/// One card as a person transcribed it.
#[derive(Debug, Clone)]
pub(crate) struct TrueCard {
    pub(crate) name: String,
    /// None where it is covered.
    pub(crate) power: Option<i64>,
    pub(crate) last_seen: String,
}

/// One screenshot and the cards on it.
#[derive(Debug, Clone)]
pub(crate) struct TrueShot {
    pub(crate) file: String,
    pub(crate) path: PathBuf,
    pub(crate) metric: Metric,
    pub(crate) cards: Vec<TrueCard>,
}

impl TrueShot {
    pub(crate) fn bytes(&self) -> Vec<u8> {
        fs::read(&self.path).expect("the screenshot can be read")
    }

    pub(crate) fn picture(&self) -> RgbImage {
        image::load_from_memory(&self.bytes())
            .expect("the screenshot is an image")
            .into_rgb8()
    }

    /// The files of one evening share what stands before the number in their names.
    pub(crate) fn set(&self) -> &str {
        self.file
            .trim_end_matches(".png")
            .trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.')
    }
}

/// The folder of real screenshots beside the checkout; it stays out of the repository, so it may be missing.
pub(crate) fn real_folder() -> Option<PathBuf> {
    let found = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("shared/screenshots"))
        .find(|folder| folder.join("truth.tsv").is_file());
    if found.is_none() {
        eprintln!("The folder of real screenshots is missing: only the demo screenshots are read.");
    }
    found
}

/// The real screenshots, if they are there.
pub(crate) fn real() -> Vec<TrueShot> {
    real_folder().map_or_else(Vec::new, |folder| {
        shots(&folder.join("truth.tsv"), &folder.join("rosters"))
    })
}

/// The drawn screenshots that the repository carries.
pub(crate) fn demo() -> Vec<TrueShot> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/demo");
    shots(&folder.join("truth.tsv"), &folder)
}

/// The real ones, or the drawn ones where those are missing.
pub(crate) fn any() -> Vec<TrueShot> {
    let real = real();
    if real.is_empty() { demo() } else { real }
}

fn shots(truth: &Path, folder: &Path) -> Vec<TrueShot> {
    let Ok(table) = fs::read_to_string(truth) else {
        return Vec::new();
    };
    let mut shots: Vec<TrueShot> = Vec::new();
    for row in table.lines().skip(1) {
        let [file, metric, name, power, last_seen] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("a row of {} has not five columns: {row}", truth.display());
        };
        let metric = if metric == "sim" {
            Metric::Sim
        } else {
            Metric::Total
        };
        let card = TrueCard {
            name: name.to_owned(),
            power: power.parse().ok(),
            last_seen: last_seen.to_owned(),
        };
        match shots.iter_mut().find(|shot| shot.file == file) {
            Some(shot) => shot.cards.push(card),
            None => {
                shots.push(TrueShot {
                    file: file.to_owned(),
                    path: folder.join(file),
                    metric,
                    cards: vec![card],
                });
            }
        }
    }
    shots
}

/// Does the work for each item on two threads and returns the results in the items' order.
pub(crate) fn on_two_threads<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(index) else { break };
                    let result = work(item);
                    results
                        .lock()
                        .expect("no worker panicked")
                        .push((index, result));
                }
            });
        }
    });
    let mut results = results.into_inner().expect("no worker panicked");
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

pub(crate) fn png(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Fast, FilterType::Up)
        .write_image(
            picture.as_raw(),
            picture.width(),
            picture.height(),
            image::ExtendedColorType::Rgb8,
        )
        .expect("a picture can be encoded");
    bytes.into_inner()
}

pub(crate) fn jpeg(picture: &RgbImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality)
        .encode_image(picture)
        .expect("a picture can be encoded");
    bytes
}
