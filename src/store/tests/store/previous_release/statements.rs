//! The statements in the store's source, by which a recording is known to be whole.

use std::collections::BTreeSet;
use std::path::Path;

/// The `file:line` of each `sql(` in the store, as the compiler names it, but for those
/// that only tests make.
pub(super) fn of_this_release() -> BTreeSet<String> {
    let mut sites = BTreeSet::new();
    find(
        Path::new(env!("CARGO_MANIFEST_DIR")),
        "src/store",
        &mut sites,
    );
    sites
}

fn find(directory: &Path, name: &str, sites: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(directory).unwrap() {
        let entry = entry.unwrap();
        let file = entry.file_name().into_string().unwrap();
        let name = format!("{name}/{file}");
        if entry.path().is_dir() {
            if file != "tests" && file != "testing" {
                find(&entry.path(), &name, sites);
            }
        } else if Path::new(&file)
            .extension()
            .is_some_and(|kind| kind == "rs")
            && file != "testing.rs"
        {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            let lines = (1..).zip(text.lines()).filter(|(_, line)| makes_one(line));
            sites.extend(lines.map(|(number, _)| format!("{name}:{number}")));
        }
    }
}

fn makes_one(line: &str) -> bool {
    let code = line.split("//").next().unwrap_or(line);
    code.match_indices("sql(").any(|(at, _)| {
        let before = &code[..at];
        let part_of_a_name = before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        !part_of_a_name && !before.ends_with("fn ")
    })
}
