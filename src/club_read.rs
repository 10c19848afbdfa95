//! `slimy club read`: the reader at the command line, offline.

use std::{
    collections::HashMap,
    fs::File,
    io::{IsTerminal as _, Read as _, Write as _},
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use anyhow::Context as _;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use slimy_commands::{table::table, visible};
use slimy_domain::club::{self, measure, ranked, summary};
use slimy_roster::{Capacity, MAX_BYTES, Member, Metric, Reader, Roster, Screenshot, Warning};
use slimy_words::Words;

use crate::{Misuse, cli::Format};

/// What `--format json` prints; the contract fixes the names.
#[derive(Serialize)]
struct Document<'a> {
    metric: Metric,
    capacity: Option<Capacity>,
    members: Vec<Row<'a>>,
    warnings: &'a [Warning],
    rejected: &'a [Rejected],
}

/// A member in it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row<'a> {
    name: &'a str,
    power: Option<i64>,
    last_seen: Option<&'a str>,
    confidence: f32,
    seen_in: &'a [String],
}

impl<'a> From<&'a Member> for Row<'a> {
    fn from(member: &'a Member) -> Self {
        Self {
            name: &member.name,
            power: member.power,
            last_seen: member.last_seen.as_deref(),
            confidence: member.confidence,
            seen_in: &member.seen_in,
        }
    }
}

/// A file that was not used.
#[derive(Debug, Serialize)]
struct Rejected {
    file: String,
    /// One sentence that says what is wrong with it and what to do.
    reason: String,
}

impl From<slimy_roster::Rejected> for Rejected {
    fn from(rejected: slimy_roster::Rejected) -> Self {
        Self {
            file: rejected.file,
            reason: rejected.reason.to_string(),
        }
    }
}

/// Reads `files`, merges them and prints the roster.
pub(crate) fn read(files: &[PathBuf], format: Format) -> anyhow::Result<()> {
    let reader = Reader::load().context("the reader's model cannot be loaded")?;
    let (shots, mut rejected) = read_all(&reader, files);
    let Some(merged) = slimy_roster::merge(shots) else {
        let lines = rejected
            .iter()
            .map(|Rejected { file, reason }| format!("{file}: {reason}"));
        return Err(Misuse(lines.collect::<Vec<_>>().join("\n")).into());
    };
    rejected.extend(merged.rejected.into_iter().map(Rejected::from));
    let printed = match format {
        Format::Table => as_table(&merged.roster),
        Format::Json => as_json(&merged.roster, &rejected)?,
        Format::Csv => as_csv(&merged.roster)?,
    };
    std::io::stdout()
        .write_all(printed.as_bytes())
        .context("the roster cannot be printed")?;
    if format == Format::Csv {
        for warning in &merged.roster.warnings {
            eprintln!("slimy: {}", visible(&warning.about.to_string()));
        }
    }
    if format != Format::Json {
        for Rejected { file, reason } in &rejected {
            eprintln!("slimy: {}: {}", visible(file), visible(reason));
        }
    }
    Ok(())
}

/// All files, one per thread at a time; the outcome is in the order of the files.
fn read_all(reader: &Reader, files: &[PathBuf]) -> (Vec<(String, Screenshot)>, Vec<Rejected>) {
    let threads = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(files.len());
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, Read)>> = Mutex::default();
    let progress = std::io::stderr().is_terminal();
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((index, file)) = take(&next, files) {
                    let outcome = read_one(reader, file);
                    let mut done = done
                        .lock()
                        .unwrap_or_else(std::sync::PoisonError::into_inner);
                    done.push((index, outcome));
                    if progress {
                        eprint!("\rread {} of {}", done.len(), files.len());
                    }
                }
            });
        }
    });
    if progress {
        eprintln!();
    }
    let mut done = done
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|(index, _)| *index);
    let names = names(files);
    let (mut shots, mut rejected) = (Vec::new(), Vec::new());
    let mut read: HashMap<Picture, String> = HashMap::new();
    for ((_, outcome), file) in done.into_iter().zip(names) {
        match outcome {
            Ok((picture, screenshot)) => {
                if let Some(first) = read.get(&picture) {
                    let reason = format!("it is the same picture as {first}, which is read");
                    rejected.push(Rejected { file, reason });
                } else {
                    read.insert(picture, file.clone());
                    shots.push((file, screenshot));
                }
            }
            Err(reason) => rejected.push(Rejected { file, reason }),
        }
    }
    (shots, rejected)
}

fn take<'a>(next: &AtomicUsize, files: &'a [PathBuf]) -> Option<(usize, &'a PathBuf)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    files.get(index).map(|file| (index, file))
}

/// What makes a file the same picture as another: its SHA-256.
type Picture = [u8; 32];

/// What came of a file, or why nothing did.
type Read = Result<(Picture, Screenshot), String>;

fn read_one(reader: &Reader, file: &Path) -> Read {
    let cannot = |error: std::io::Error| format!("it cannot be opened: {error}");
    let mut bytes = Vec::new();
    let file = File::open(file).map_err(cannot)?;
    // One byte more than allowed is enough for the reader to say that it is too large.
    file.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(cannot)?;
    let screenshot = reader
        .read(&bytes)
        .map_err(|rejection| rejection.to_string())?;
    Ok((Sha256::digest(&bytes).into(), screenshot))
}

/// The files' own names; as they were typed where two would be called the same.
fn names(files: &[PathBuf]) -> Vec<String> {
    let short = |file: &Path| {
        let name = file.file_name().unwrap_or(file.as_os_str());
        name.to_string_lossy().into_owned()
    };
    let all: Vec<String> = files.iter().map(|file| short(file)).collect();
    let unique = |name: &String| all.iter().filter(|other| *other == name).count() == 1;
    let typed = files.iter().map(|file| file.to_string_lossy().into_owned());
    let named = all.iter().zip(typed);
    named
        .map(|(name, typed)| if unique(name) { name.clone() } else { typed })
        .collect()
}

fn as_table(roster: &Roster) -> String {
    let rows = ranked(roster.members.iter().map(club::Row::from).collect());
    let measures = measure(&rows, roster.capacity.map(|capacity| capacity.members));
    let mut text = format!(
        "{}\n\n{}\n",
        summary(Words::ENGLISH, roster.metric, &measures),
        table(Words::ENGLISH, &rows, 1)
    );
    for warning in &roster.warnings {
        text.push_str("\n! ");
        text.push_str(&warning.about.to_string());
    }
    if !roster.warnings.is_empty() {
        text.push('\n');
    }
    text
}

fn as_json(roster: &Roster, rejected: &[Rejected]) -> anyhow::Result<String> {
    let document = Document {
        metric: roster.metric,
        capacity: roster.capacity,
        members: roster.members.iter().map(Row::from).collect(),
        warnings: &roster.warnings,
        rejected,
    };
    let mut text = serde_json::to_string_pretty(&document).context("the roster is no JSON")?;
    text.push('\n');
    Ok(text)
}

fn as_csv(roster: &Roster) -> anyhow::Result<String> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record([
        "name",
        "metric",
        "power",
        "lastSeen",
        "confidence",
        "seenIn",
    ])?;
    for member in &roster.members {
        csv.write_record([
            harmless(&member.name),
            roster.metric.as_str().to_owned(),
            member
                .power
                .map(|power| power.to_string())
                .unwrap_or_default(),
            harmless(member.last_seen.as_deref().unwrap_or_default()),
            format!("{:.3}", member.confidence),
            harmless(&member.seen_in.join(" ")),
        ])?;
    }
    let bytes = csv.into_inner().context("the table is not complete")?;
    String::from_utf8(bytes).context("the table is no text")
}

/// A cell that begins like a formula is text, not a formula: the apostrophe says so to
/// spreadsheets (OWASP, "CSV Injection").
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_as_typed_only_where_their_names_clash() {
        let files = ["a/x.png", "b/x.png", "c/y.png"].map(PathBuf::from);
        assert_eq!(names(&files), ["a/x.png", "b/x.png", "y.png"]);
    }

    #[test]
    fn a_cell_that_begins_a_formula_is_text() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("Stone"), "Stone");
    }
}
