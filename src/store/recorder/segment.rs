//! One file of the journal. Whoever has it open holds its lock until it is removed or the
//! process ends, however it ends: a file that can be locked was left behind.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufRead as _, BufReader, Seek as _, Write as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use super::line;
use crate::audit::NewAuditEntry;

/// A file that this process has locked.
#[derive(Debug)]
pub(super) struct Segment {
    path: PathBuf,
    file: File,
    lines: usize,
}

impl Segment {
    /// Makes the file; none when another process took it for one that was left behind. It is
    /// durable once its directory is synced as well.
    pub(super) fn create(path: PathBuf) -> io::Result<Option<Self>> {
        let mut new = OpenOptions::new();
        let new = new.read(true).append(true).create_new(true);
        let file = new.mode(0o600).open(&path)?;
        Self::locked(path, file)
    }

    /// Opens a file that was left behind; none when somebody has it, or it is gone.
    pub(super) fn take_over(path: PathBuf) -> io::Result<Option<Self>> {
        let file = match OpenOptions::new().read(true).append(true).open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let Some(mut segment) = Self::locked(path, file)? else {
            return Ok(None);
        };
        segment.count()?;
        Ok(Some(segment))
    }

    fn locked(path: PathBuf, file: File) -> io::Result<Option<Self>> {
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        // Between the opening and the locking another process may have removed it: what is
        // written to a file without a name is lost.
        let has_name = file.metadata()?.nlink() > 0;
        let lines = 0;
        Ok(has_name.then_some(Self { path, file, lines }))
    }

    /// Adds so many lines and returns when they are on disk. After an error none of them
    /// counts, and the file must not be written again: what a failed sync left behind is not
    /// known.
    pub(super) fn append(&mut self, text: &[u8], lines: usize) -> io::Result<()> {
        let before = self.file.metadata()?.len();
        let written = self.file.write_all(text);
        let written = written.and_then(|()| self.file.sync_data());
        self.lines += if written.is_ok() { lines } else { 0 };
        if written.is_err() {
            // So that what the caller is told to have failed does not come back. It may not
            // work, and then it does, which is no harm.
            let _ = self.file.set_len(before);
        }
        written
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// How many lines it has.
    pub(super) fn lines(&self) -> usize {
        self.lines
    }

    /// The same, but that nothing can be written to it, as on a disk that is full.
    #[cfg(test)]
    pub(super) fn unwritable(self) -> Self {
        let Self { path, file, lines } = self;
        drop(file);
        let file = File::open(&path).unwrap();
        file.try_lock().unwrap();
        Self { path, file, lines }
    }

    fn count(&mut self) -> io::Result<()> {
        self.file.rewind()?;
        let mut reader = BufReader::new(&self.file);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line)? > 0 {
            self.lines += usize::from(line.ends_with(b"\n"));
            line.clear();
        }
        Ok(())
    }

    /// Reads it from its beginning.
    pub(super) fn read(mut self) -> io::Result<Reading> {
        self.file.rewind()?;
        Ok(Reading {
            path: self.path,
            lines: BufReader::new(self.file),
            broken: 0,
            torn: false,
        })
    }
}

/// A file while it is read. It stays locked.
#[derive(Debug)]
pub(super) struct Reading {
    path: PathBuf,
    lines: BufReader<File>,
    /// Lines so far that were not as they had been written.
    broken: usize,
    /// Whether the last line broke off: it was never confirmed to anybody.
    torn: bool,
}

impl Reading {
    /// Up to `most` entries; none at the end. The second number is how many lines that took.
    pub(super) fn next(&mut self, most: usize) -> io::Result<(Vec<NewAuditEntry>, usize)> {
        let (mut entries, mut lines) = (Vec::new(), 0);
        let mut line = Vec::new();
        while entries.len() < most && self.lines.read_until(b'\n', &mut line)? > 0 {
            match line::decode(&line) {
                Some(entry) => entries.push(entry),
                None if !line.ends_with(b"\n") => self.torn = true,
                None => self.broken += 1,
            }
            lines += usize::from(line.ends_with(b"\n"));
            line.clear();
        }
        Ok((entries, lines))
    }

    /// Removes the file, whose entries are all in the database now, unless something in it
    /// could not be read or (`refused`) not be stored: then it is put aside for a person.
    pub(super) fn finish(self, refused: usize) -> io::Result<()> {
        let file = self.path.display();
        if self.torn {
            tracing::warn!(%file, "the last line of an audit journal broke off; nobody was told that it was kept");
        }
        if self.broken == 0 && refused == 0 {
            return fs::remove_file(&self.path);
        }
        let aside = self.path.with_extension("aside");
        tracing::error!(file = %aside.display(), broken = self.broken, refused,
            "lines of an audit journal could not be stored; the file is kept");
        fs::rename(&self.path, aside)
    }
}
