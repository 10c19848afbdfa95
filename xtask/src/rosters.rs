//! `cargo xtask draw-rosters`: "Manage Members" screenshots of an invented club, for the demo and the tests.
//!
//! The art is our own; only the places of things are those that the reader expects. Everything follows from
//! the tables in [`club`], so drawing again gives the same bytes.

mod banner;
mod card;
mod club;
mod creature;
mod garden;
mod paint;
mod scene;
mod screen;
mod snail;
mod truth;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Args;

use crate::project_root;
use paint::Painter;

/// What `cargo xtask draw-rosters` takes.
#[derive(Args)]
pub(crate) struct Arguments {
    /// The folder to draw into [default: the project's assets/demo]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// A picture that is drawn: its file name and its SVG.
struct Picture {
    file: &'static str,
    svg: String,
}

/// Draws every picture and writes their truth beside them.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let folder = arguments.out.clone().unwrap_or_else(committed_folder);
    fs::create_dir_all(&folder)?;
    let painter = Painter::load(&project_root().join("assets/fonts"))?;
    for picture in pictures() {
        let image = painter
            .paint(&picture.svg)
            .with_context(|| picture.file.to_owned())?;
        let bytes = paint::encode(&image)?;
        write(&folder.join(picture.file), &bytes)?;
        println!("{} {} kB", picture.file, bytes.len() / 1000);
    }
    write(&folder.join("truth.tsv"), truth::table().as_bytes())
}

/// Every picture in the order of the table: the rosters first, then the one that is none.
fn pictures() -> Vec<Picture> {
    let rosters = club::SHOTS.iter().map(|shot| Picture {
        file: shot.file,
        svg: screen::svg(shot),
    });
    let other = Picture {
        file: "not-a-roster.png",
        svg: garden::svg(),
    };
    rosters.chain([other]).collect()
}

fn committed_folder() -> PathBuf {
    project_root().join("assets/demo")
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Another processor may round an edge's pixel to the next value; a changed drawing differs by far more.
    const ROUNDING: u8 = 4;

    #[test]
    fn the_committed_pictures_are_what_the_code_draws() {
        let painter = Painter::load(&project_root().join("assets/fonts")).unwrap();
        for picture in pictures() {
            let drawn = painter.paint(&picture.svg).unwrap();
            let committed =
                paint::decode(&fs::read(committed_folder().join(picture.file)).unwrap()).unwrap();
            assert_eq!(
                (drawn.width, drawn.height),
                (committed.width, committed.height)
            );
            let same = drawn
                .rgb
                .iter()
                .zip(&committed.rgb)
                .all(|(a, b)| a.abs_diff(*b) <= ROUNDING);
            assert!(
                same,
                "{} is out of date: run cargo xtask draw-rosters",
                picture.file
            );
        }
    }

    #[test]
    fn the_committed_truth_is_what_the_table_says() {
        let committed = fs::read_to_string(committed_folder().join("truth.tsv")).unwrap();
        assert_eq!(committed, truth::table());
    }

    #[test]
    fn drawing_twice_gives_the_same_bytes() {
        let painter = Painter::load(&project_root().join("assets/fonts")).unwrap();
        let svg = garden::svg();
        let bytes = || paint::encode(&painter.paint(&svg).unwrap()).unwrap();
        assert_eq!(bytes(), bytes());
    }
}
