//! Where the settings come from: the environment, and a `.env` file that fills its gaps.

use std::path::Path;

use super::Reader;
use crate::Misuse;

/// The file, in the working directory: not in a directory above, which may be somebody else's.
const FILE: &str = ".env";

/// The settings from the environment; a `.env` file in the working directory fills the gaps.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the environment"
)]
pub(crate) fn environment() -> anyhow::Result<Reader<impl Fn(&str) -> Option<String>>> {
    match dotenvy::from_path(FILE) {
        Ok(()) => {}
        Err(error) if error.not_found() => {}
        Err(error) => return Err(fault(&error, Path::new(FILE)).into()),
    }
    Ok(Reader::new(|name| std::env::var(name).ok()))
}

/// Never the error's own message, which repeats the line with the secret.
fn fault(error: &dotenvy::Error, file: &Path) -> Misuse {
    let accepted = "NAME=value, with quotes in pairs";
    Misuse(match error {
        dotenvy::Error::Io(error) => {
            format!("{FILE} cannot be read: {error}; accepted: a text file in UTF-8")
        }
        dotenvy::Error::LineParse(text, _) => match line_of(file, text) {
            Some(line) => format!("{FILE}: line {line} cannot be read; accepted: {accepted}"),
            None => format!("{FILE}: a line cannot be read; accepted: {accepted}"),
        },
        _ => format!("{FILE} cannot be read; accepted: lines of {accepted}"),
    })
}

/// The number of the first line, from 1, on which `text` begins: reading ends with the first that
/// cannot be read. A quote that is not closed takes all the lines behind it along.
fn line_of(file: &Path, text: &str) -> Option<usize> {
    let first = text.lines().next()?.trim();
    let whole = std::fs::read_to_string(file).ok()?;
    let mut lines = whole.trim_start_matches('\u{feff}').lines();
    // What follows a comment sign is not in the error.
    let place = lines.position(|line| !first.is_empty() && line.trim().starts_with(first))?;
    Some(place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("settings");
        std::fs::write(&file, text).unwrap();
        let mut read = dotenvy::from_path_iter(&file).unwrap();
        let error = read.find_map(Result::err).expect("a line is wrong");
        fault(&error, &file).to_string()
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named_by_its_number_and_not_repeated() {
        let accepted = "cannot be read; accepted: NAME=value, with quotes in pairs";
        let wrong = "# first\n\nLOG_FORMAT=json\nDISCORD_TOKEN hunter2\nRUST_LOG=info\n";
        assert_eq!(told(wrong), format!(".env: line 4 {accepted}"));
        let open = "RUST_LOG=info\nDISCORD_TOKEN=\"hunter2\nLOG_FORMAT=json\n";
        assert_eq!(told(open), format!(".env: line 2 {accepted}"));
        let behind = "A=1\nhunter2 # a comment\n";
        assert_eq!(told(behind), format!(".env: line 2 {accepted}"));
    }
}
