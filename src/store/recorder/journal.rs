//! The directory of the journal: a file that this process appends to, and those that others
//! left behind. Everything here blocks, on a disk that syncs.

use std::borrow::Cow;
use std::fs::{self, DirBuilder, DirEntry, File, Permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::line;
use super::segment::Segment;
use crate::audit::NewAuditEntry;
use crate::{Cause, Id, StoreError};

/// How the names of files end that are to be replayed.
const SUFFIX: &str = "journal";

/// How often a new file is made when another process is quicker to lock it.
const TRIES: usize = 5;

/// The journal of one database.
#[derive(Debug)]
pub(super) struct Journal {
    directory: PathBuf,
    own: Mutex<Own>,
}

/// What this process has written and not replayed.
#[derive(Debug, Default)]
struct Own {
    /// The file that is appended to.
    active: Option<Segment>,
    /// Files that could not be written to the end.
    broken: Vec<Segment>,
}

/// Files to replay, each locked.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// What this process wrote.
    pub(super) own: Vec<Segment>,
    /// What others left behind.
    pub(super) left: Vec<Segment>,
}

impl Journal {
    /// Makes the directory and tries out that it can be written, so that it is known at the
    /// start and not in the middle of an outage.
    pub(super) fn open(directory: PathBuf) -> io::Result<Self> {
        keep_private(&directory)?;
        make_private(&directory)?;
        let journal = Self {
            directory,
            own: Mutex::default(),
        };
        let trial = journal.create()?;
        fs::remove_file(trial.path())?;
        Ok(journal)
    }

    /// Adds entries and returns when they are on disk. After an error none of them counts.
    pub(super) fn append(&self, entries: &[NewAuditEntry]) -> io::Result<()> {
        let mut lines = Vec::new();
        for entry in entries {
            lines.extend(line::encode(entry)?);
        }
        let mut own = self.own();
        let mut segment = match own.active.take() {
            Some(segment) => segment,
            None => self.create()?,
        };
        let appended = segment.append(&lines, entries.len());
        match &appended {
            Ok(()) => own.active = Some(segment),
            // Nothing in it was confirmed. Kept, such files would pile up while the disk is
            // full, each of them open.
            Err(_) if segment.lines() == 0 => {
                let _ = fs::remove_file(segment.path());
            }
            Err(_) => own.broken.push(segment),
        }
        appended
    }

    /// What can be replayed now. The next entries go to a new file.
    pub(super) fn take_over(&self) -> io::Result<Found> {
        let mut found = Found::default();
        // A link would have others' files replayed and removed, and a pipe would keep its
        // reader waiting without end.
        let is_file = |entry: &DirEntry| entry.file_type().is_ok_and(|kind| kind.is_file());
        let mut paths: Vec<PathBuf> = match fs::read_dir(&self.directory) {
            Ok(listed) => {
                let files = listed.flatten().filter(is_file);
                files.map(|entry| entry.path()).collect()
            }
            // Another process that ended has tidied it away, as it was empty.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        // Their names begin with the time: the oldest goes first.
        paths.sort_unstable();
        for path in paths {
            if path.extension().is_none_or(|suffix| suffix != SUFFIX) {
                continue;
            }
            match Segment::take_over(path.clone()) {
                Ok(Some(segment)) => found.left.push(segment),
                Ok(None) => {}
                Err(error) => {
                    tracing::error!(file = %path.display(), %error, "an audit journal cannot be read");
                }
            }
        }
        let mut own = self.own();
        found.own.append(&mut own.broken);
        found.own.extend(own.active.take());
        Ok(found)
    }

    /// Removes the directory when nothing is left in it.
    pub(super) fn tidy(&self) {
        let _ = fs::remove_dir(&self.directory);
    }

    fn create(&self) -> io::Result<Segment> {
        for _ in 0..TRIES {
            // Another process that ended may have tidied it away.
            make_private(&self.directory)?;
            let path = self.directory.join(format!("{}.{SUFFIX}", Id::new()));
            match Segment::create(path) {
                Ok(Some(segment)) => {
                    File::open(&self.directory)?.sync_all()?;
                    return Ok(segment);
                }
                Ok(None) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::Error::other("other processes take every new file away"))
    }

    fn own(&self) -> MutexGuard<'_, Own> {
        // A panic elsewhere leaves each segment either there or not.
        self.own.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a caller is told when the journal cannot be used.
pub(super) fn unavailable(error: &io::Error) -> StoreError {
    let why = format!("the audit journal cannot be written: {}", error.kind());
    StoreError::Unavailable(Cause(Cow::Owned(why)))
}

/// Takes away the rights that others have in a directory which is there already: who can write
/// there can have anything replayed into the record. Refused where it is a link, or where its
/// owner is somebody else.
fn keep_private(directory: &Path) -> io::Result<()> {
    let found = match fs::symlink_metadata(directory) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    if !found.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    // The bits of the group and of everybody else.
    let others = 0o077;
    if found.permissions().mode() & others == 0 {
        return Ok(());
    }
    match fs::set_permissions(directory, Permissions::from_mode(0o700)) {
        // Another process that ended has tidied it away.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        outcome => outcome,
    }
}

/// Makes a directory that its owner alone can look into: it holds what people did.
fn make_private(directory: &Path) -> io::Result<()> {
    if directory.is_dir() {
        return Ok(());
    }
    let mut new = DirBuilder::new();
    new.recursive(true).mode(0o700).create(directory)?;
    // A synced file is not found again in a directory that is not.
    for parent in directory.ancestors().skip(1).take(2) {
        let here = parent.as_os_str().is_empty();
        File::open(if here { Path::new(".") } else { parent })?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::Timestamp;

    fn journal() -> (Journal, TempDir) {
        let home = TempDir::new().unwrap();
        let journal = Journal::open(home.path().join("place")).unwrap();
        (journal, home)
    }

    fn one() -> [NewAuditEntry; 1] {
        let at = Timestamp::from_micros(0).unwrap();
        [NewAuditEntry::new("a.b", "t", "1", at)]
    }

    fn files(journal: &Journal) -> usize {
        fs::read_dir(&journal.directory).unwrap().count()
    }

    #[test]
    fn a_file_that_took_nothing_does_not_stay_open_and_one_that_took_something_is_replayed() {
        let (journal, _home) = journal();
        let empty = journal.create().unwrap().unwritable();
        journal.own().active = Some(empty);
        assert!(journal.append(&one()).is_err());
        assert_eq!((journal.own().broken.len(), files(&journal)), (0, 0));

        journal.append(&one()).unwrap();
        let some = journal.own().active.take().map(Segment::unwritable);
        journal.own().active = some;
        assert!(journal.append(&one()).is_err());
        let found = journal.take_over().unwrap();
        let lines: Vec<usize> = found.own.iter().map(Segment::lines).collect();
        assert_eq!((lines, found.left.len()), (vec![1], 0));
    }

    #[test]
    fn a_directory_that_another_process_tidied_away_is_an_empty_one() {
        let (journal, _home) = journal();
        journal.tidy();
        assert!(!journal.directory.exists());
        assert!(journal.take_over().unwrap().own.is_empty());
        journal.append(&one()).unwrap();
        assert_eq!(journal.take_over().unwrap().own.len(), 1);
    }
}
