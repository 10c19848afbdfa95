//! The reader's speed and memory: one screenshot, ten on two threads, loading the model.
//!
//! The bars on two cores: 250 ms for one, 2 s for ten, and resident memory that leaves the whole bot under 150 MB.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use divan::Bencher;
use slimy_roster::Reader;

static READER: LazyLock<Reader> =
    LazyLock::new(|| Reader::load().expect("the embedded model loads"));

fn main() {
    println!("resident before the model: {}", resident());
    LazyLock::force(&READER);
    println!("resident with the model:   {}", resident());
    read_ten(&ten());
    println!("resident after ten:        {}", resident());
    divan::main();
}

#[divan::bench(sample_count = 10)]
fn load() -> Reader {
    Reader::load().expect("the embedded model loads")
}

#[divan::bench(sample_count = 10)]
fn one_screenshot(bencher: Bencher<'_, '_>) {
    let bytes = screenshot();
    bencher.bench(|| READER.read(&bytes));
}

#[divan::bench(sample_count = 5)]
fn ten_screenshots_on_two_threads(bencher: Bencher<'_, '_>) {
    let ten = ten();
    bencher.bench(|| read_ten(&ten));
}

/// A real screenshot of 1206×2622 where they lie beside the checkout, else a drawn one.
fn screenshot() -> Vec<u8> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let real = here
        .ancestors()
        .map(|folder| folder.join("shared/screenshots/rosters/power-test7.png"));
    let drawn = here.join("../../assets/demo/sim-1.png");
    real.chain([drawn])
        .find_map(|path| fs::read(path).ok())
        .expect("the demo screenshots are in the repository")
}

fn ten() -> Vec<Vec<u8>> {
    vec![screenshot(); 10]
}

fn read_ten(ten: &[Vec<u8>]) -> usize {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..2)
            .map(|_| {
                scope.spawn(|| {
                    let mut cards = 0;
                    while let Some(bytes) = ten.get(next.fetch_add(1, Ordering::Relaxed)) {
                        cards += READER.read(bytes).expect("a roster").cards.len();
                    }
                    cards
                })
            })
            .collect();
        workers
            .into_iter()
            .map(|worker| worker.join().expect("no worker panicked"))
            .sum()
    })
}

/// Resident memory now and at its peak, as Linux counts it.
fn resident() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = |name: &str| {
        status
            .lines()
            .find_map(|line| line.strip_prefix(name))
            .map_or_else(|| "unknown".to_owned(), |kb| kb.trim().to_owned())
    };
    format!("{} (peak {})", line("VmRSS:"), line("VmHWM:"))
}
