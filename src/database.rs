//! `slimy database …`: checking, measuring and archiving, beside the running bot or without it.

use std::{
    fs::File,
    io::{ErrorKind, IsTerminal as _, Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use chrono::{Months, NaiveDate, NaiveTime};
use slimy_store::{
    Clock, Db, Timestamp,
    advice::{self, Basis},
    audit::{ArchiveChunk, ArchiveError, ArchiveSink, archive},
    checks, health,
};

use crate::{Misuse, cli, config, migrate};

/// How long audit entries stay in the database when `--before` does not say otherwise.
const KEPT: Months = Months::new(12);

/// Does what was typed.
pub(crate) async fn run(
    what: cli::Database,
    settings: &config::Database,
    clock: &dyn Clock,
) -> anyhow::Result<()> {
    match what {
        cli::Database::Check => {
            let db = migrate::connect_to_migrated(settings).await?;
            let done = check(&db).await;
            db.close().await;
            done
        }
        cli::Database::Health => {
            let db = migrate::connect_to_migrated(settings).await?;
            let done = health(&db).await;
            db.close().await;
            done
        }
        cli::Database::Indexes => {
            let db = migrate::connect_to_migrated(settings).await?;
            let done = indexes(&db).await;
            db.close().await;
            done
        }
        cli::Database::Archive { before, to } => {
            let before = day_before(before.as_deref(), clock.now())?;
            let mut file = ArchiveFile::make(&to)?;
            let db = match migrate::connect_to_migrated(settings).await {
                Ok(db) => db,
                Err(error) => {
                    file.remove()?;
                    return Err(error);
                }
            };
            let done = archive_into(&db, before, &mut file, clock.now()).await;
            db.close().await;
            done
        }
    }
}

async fn check(db: &Db) -> anyhow::Result<()> {
    let report = checks::run(db).await?;
    for finding in &report.findings {
        println!("{finding}");
    }
    let checked = report.checked;
    println!(
        "{}: {} rules held against {} rows",
        db.engine(),
        checked.rules,
        checked.rows
    );
    match report.findings.len() {
        0 => println!("nothing is wrong"),
        1 => bail!("1 thing is wrong"),
        found => bail!("{found} things are wrong"),
    }
    Ok(())
}

async fn health(db: &Db) -> anyhow::Result<()> {
    let health = health::check(db).await?;
    let pool = health.pool;
    let millis = health.response_time.as_secs_f64() * 1_000.0;
    println!("engine       {} {}", health.engine, health.version);
    println!("migration    {:04}", health.migration);
    println!("answered in  {millis:.1} ms");
    println!("size         {} bytes", health.bytes);
    println!(
        "connections  {} open, {} idle, at most {}",
        pool.open, pool.idle, pool.most
    );
    for slow in &health.slow.worst {
        println!("slow         {} took {:?}", slow.site, slow.worst);
    }
    Ok(())
}

async fn indexes(db: &Db) -> anyhow::Result<()> {
    let found = advice::indexes(db).await?;
    for advice in &found.advice {
        println!("{advice}");
    }
    if found.advice.is_empty() {
        println!("nothing to advise");
    }
    if !found.idle.is_empty() {
        println!(
            "not used so far, and not to be dropped, because the program relies on them: {}",
            found.idle.join(", ")
        );
    }
    match found.basis {
        Basis::Statistics { .. } => println!("by {}", found.basis),
        // This process has hardly run any.
        Basis::Plans { .. } => println!(
            "SQLite does not count how its indexes are used: the running bot says once a day in its log which ones its statements do not use"
        ),
    }
    Ok(())
}

/// The moment when that day begins in UTC; by default a year ago.
fn day_before(typed: Option<&str>, now: Timestamp) -> Result<Timestamp, Misuse> {
    let today = now.datetime().date_naive();
    let day = match typed {
        None => today - KEPT,
        Some(text) => NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| {
            Misuse("--before is no day; accepted: a day like 2025-01-31, in UTC".to_owned())
        })?,
    };
    if day > today {
        let fault = "--before lies in the future; accepted: today or an earlier day";
        return Err(Misuse(fault.to_owned()));
    }
    Ok(Timestamp::from(day.and_time(NaiveTime::MIN).and_utc()))
}

async fn archive_into(
    db: &Db,
    before: Timestamp,
    file: &mut ArchiveFile,
    at: Timestamp,
) -> anyhow::Result<()> {
    let outcome = archive(db, before, file, at).await;
    if file.progress && file.entries > 0 {
        eprintln!();
    }
    if file.entries == 0 {
        file.remove()?;
    }
    let path = file.path.display();
    let day = before.datetime().date_naive();
    match outcome {
        Ok(archived) if archived.entries == 0 => {
            println!("nothing to archive: no entry is from before {day}");
        }
        Ok(archived) => println!(
            "archived {} entries from before {day} into {path}",
            archived.entries
        ),
        Err(error) => {
            let kept = match file.entries {
                0 => "nothing was archived".to_owned(),
                _ => format!("what {path} holds is archived; archive the rest into another file"),
            };
            return Err(match error {
                ArchiveError::Store(error) => anyhow::Error::new(error).context(kept),
                ArchiveError::Sink(error) => anyhow::Error::new(error).context(kept),
            });
        }
    }
    Ok(())
}

/// A new file that the entries go to, a JSON object per line.
struct ArchiveFile {
    file: File,
    path: PathBuf,
    entries: usize,
    progress: bool,
}

impl ArchiveFile {
    /// Makes the file, to be read by its owner alone: it holds what people did.
    fn make(path: &Path) -> anyhow::Result<Self> {
        let mut new = File::options();
        new.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut new, 0o600);
        let file = new.open(path).map_err(|error| {
            let why = match error.kind() {
                ErrorKind::AlreadyExists => "is there already".to_owned(),
                _ => format!("cannot be made: {error}"),
            };
            let path = path.display();
            Misuse(format!(
                "--to: {path} {why}; accepted: a file that is not there yet"
            ))
        })?;
        sync_folder(path).context("the archive's folder cannot be written")?;
        Ok(Self {
            file,
            path: path.to_owned(),
            entries: 0,
            progress: std::io::stderr().is_terminal(),
        })
    }

    fn remove(&self) -> anyhow::Result<()> {
        std::fs::remove_file(&self.path).context("the empty archive cannot be removed")
    }
}

impl ArchiveSink for ArchiveFile {
    type Error = std::io::Error;

    async fn keep(&mut self, chunk: &ArchiveChunk) -> Result<(), std::io::Error> {
        let before = self.file.metadata()?.len();
        // Nothing else runs here that could wait for the disk.
        let written = self.file.write_all(chunk.json_lines.as_bytes());
        if let Err(error) = written.and_then(|()| self.file.sync_all()) {
            // What stays is what left the database, and no half line. It may not work, and
            // then the file holds some entries that the database has, too.
            let _ = self.file.set_len(before);
            return Err(error);
        }
        self.entries += chunk.entries.len();
        if self.progress {
            eprint!("\rarchived {} entries", self.entries);
        }
        Ok(())
    }

    async fn take_back(&mut self, chunk: &ArchiveChunk) -> Result<(), std::io::Error> {
        let length = self.file.metadata()?.len();
        self.file
            .set_len(length.saturating_sub(chunk.json_lines.len() as u64))?;
        self.file.seek(SeekFrom::End(0))?;
        self.file.sync_all()?;
        self.entries -= chunk.entries.len();
        Ok(())
    }
}

/// The file's name is on disk only when its folder is.
fn sync_folder(path: &Path) -> std::io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        let time: chrono::DateTime<chrono::Utc> = text.parse().unwrap();
        Timestamp::from(time)
    }

    #[tokio::test]
    async fn what_is_taken_back_leaves_what_was_kept_before_and_is_followed_by_what_comes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("archive");
        let mut file = ArchiveFile::make(&path).unwrap();
        for lines in ["one\n", "two, who was erased\n", "two\n"] {
            let chunk = ArchiveChunk {
                entries: Vec::new(),
                json_lines: lines.to_owned(),
                sha256: String::new(),
            };
            file.keep(&chunk).await.unwrap();
            if lines.contains("erased") {
                file.take_back(&chunk).await.unwrap();
            }
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "one\ntwo\n");
    }

    #[test]
    fn entries_are_kept_for_a_year_unless_a_day_is_given() {
        let now = at("2025-03-01T17:00:00Z");
        assert_eq!(day_before(None, now).unwrap(), at("2024-03-01T00:00:00Z"));
        let leap = at("2024-02-29T17:00:00Z");
        assert_eq!(day_before(None, leap).unwrap(), at("2023-02-28T00:00:00Z"));
        let given = day_before(Some("2025-01-31"), now).unwrap();
        assert_eq!(given, at("2025-01-31T00:00:00Z"));
    }

    #[test]
    fn a_day_that_is_none_or_yet_to_come_is_refused_in_one_line() {
        let now = at("2025-03-01T17:00:00Z");
        for wrong in ["yesterday", "2025-02-30", "", "2025-03-02"] {
            let refused = day_before(Some(wrong), now).unwrap_err().to_string();
            assert!(
                refused.starts_with("--before ") && refused.contains("accepted: "),
                "{refused}"
            );
        }
    }
}
