//! The pictures of the page in the README. `cargo xtask screenshots` draws them anew; every other run
//! of the tests takes them too and holds them against what the README says of them.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::window::Window;
use crate::demo::Demo;

/// What the README links all together, in bytes: it is loaded on every visit of the project's page.
const MOST_BYTES: usize = 400_000;

/// What the pictures are called and how large they are, in pixels.
const PICTURES: &[(&str, u32, u32)] = &[
    ("desktop-dark.png", 1120, 1060),
    ("desktop-light.png", 1120, 1060),
    ("phone.png", 390, 844),
];

#[tokio::test]
async fn the_readme_shows_the_page_as_it_is() {
    let unkept = TempDir::new().expect("a temporary directory");
    let directory = wanted_directory().unwrap_or_else(|| unkept.path().to_owned());
    let demo = Demo::start();
    let window = Window::open(&demo.origin).await;
    window.prefers("dark").await;
    window.resize(1120, 1060, false).await;
    window
        .presses("Try /club analyze with five demo screenshots")
        .await;
    window
        .until("document.querySelectorAll('.chosen img').length === 5")
        .await;
    window.presses("Run").await;
    window.sees("Not saved yet").await;
    keep(&directory, "desktop-dark.png", &window.picture().await);

    window.presses("Save").await;
    window.sees("Saved").await;
    window.prefers("light").await;
    window.becomes("max").await;
    window.starts("/club list").await;
    window.presses("Run").await;
    window.sees("Saved analyses").await;
    keep(&directory, "desktop-light.png", &window.picture().await);

    window.prefers("dark").await;
    window.resize(390, 844, true).await;
    window.goes_to_the_page().await;
    window.starts("/club show").await;
    window.presses("Run").await;
    window
        .until("document.querySelectorAll('.embed').length === 3")
        .await;
    keep(&directory, "phone.png", &window.picture().await);
    window.close().await;

    let mut bytes = 0;
    for (name, width, height) in PICTURES {
        let picture = std::fs::read(directory.join(name)).expect("a picture");
        assert_eq!(size(&picture), (*width, *height), "{name}");
        bytes += picture.len();
    }
    assert!(bytes < MOST_BYTES, "{bytes} bytes");
    let readme = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(readme).expect("the README");
    for (name, ..) in PICTURES {
        assert!(
            readme.contains(&format!("](assets/readme/{name})")),
            "{name} is not shown"
        );
    }
}

/// Where `cargo xtask screenshots` wants them.
fn wanted_directory() -> Option<PathBuf> {
    std::env::var_os("SLIMY_README_PICTURES").map(PathBuf::from)
}

fn size(picture: &[u8]) -> (u32, u32) {
    let reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info();
    reader.expect("a PNG").info().size()
}

/// Writes it without what a browser puts in beside the colours, as small as PNG can.
fn keep(directory: &Path, name: &str, picture: &[u8]) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a small picture")];
    let frame = reader.next_frame(&mut pixels).expect("a whole picture");
    let channels = frame.color_type.samples();
    let colours: Vec<u8> = pixels
        .chunks_exact(channels)
        .flat_map(|pixel| &pixel[..3])
        .copied()
        .collect();
    let file = std::fs::File::create(directory.join(name)).expect("a new file");
    let mut encoder = png::Encoder::new(file, frame.width, frame.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().expect("a head");
    writer.write_image_data(&colours).expect("a picture");
    writer.finish().expect("an end");
}
