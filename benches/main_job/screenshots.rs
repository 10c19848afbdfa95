//! Ten screenshots of one club and one metric.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// How many a command takes at most.
const TEN: usize = 10;

/// Their names and bytes: real ones where they lie beside the checkout, else the drawn ones twice.
pub(crate) fn ten() -> Vec<(String, Vec<u8>)> {
    let files = real().unwrap_or_else(|| {
        println!("The real screenshots are missing: the drawn ones are read, which are smaller.");
        drawn()
    });
    files
        .into_iter()
        .map(|(name, path)| {
            let bytes = fs::read(&path);
            (
                name,
                bytes.unwrap_or_else(|error| panic!("{}: {error}", path.display())),
            )
        })
        .collect()
}

/// The first set of ten. Files of one evening share what stands before the number in their names.
fn real() -> Option<Vec<(String, PathBuf)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("shared/screenshots/rosters"))
        .find(|folder| folder.is_dir())?;
    let mut sets: BTreeMap<String, Vec<(String, PathBuf)>> = BTreeMap::new();
    for entry in fs::read_dir(folder).ok()?.flatten() {
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        let Some(stem) = name.strip_suffix(".png") else {
            continue;
        };
        let set = stem.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
        let set = sets.entry(set.to_owned()).or_default();
        set.push((name, entry.path()));
    }
    let mut set = sets.into_values().find(|set| set.len() >= TEN)?;
    set.sort_unstable();
    set.truncate(TEN);
    Some(set)
}

fn drawn() -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo");
    let twice = (1..=TEN).map(|index| {
        let file = format!("sim-{}.png", (index - 1) % 5 + 1);
        (format!("screenshot-{index}.png"), folder.join(file))
    });
    twice.collect()
}
