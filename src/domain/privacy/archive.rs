//! A zip file that is written as its content comes, and goes on in another one where it becomes
//! too large: each part is a whole zip file by itself. Nothing of it is kept in memory: the parts
//! are files without a name, which go with this process.

use std::{
    fs::File,
    io::{self, BufWriter, Read as _, Seek, SeekFrom, Write},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use zip::{CompressionMethod, ZipWriter, result::ZipError, write::SimpleFileOptions};

/// What the packing of text may hold back, and what a zip file needs beside its files.
const SLACK: u64 = 192 * 1024;

/// What a zip file needs for each file in it, with its name twice.
const FILE_OVERHEAD: u64 = 512;

/// Fast packing: text becomes a quarter of itself all the same.
const LEVEL: i64 = 3;

/// A finished part.
#[derive(Debug)]
pub(super) struct Packed {
    file: File,
    /// How many bytes it has.
    pub(super) size: u64,
}

impl Packed {
    /// All of it.
    pub(super) fn read(mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(usize::try_from(self.size).unwrap_or(0));
        self.file.seek(SeekFrom::Start(0))?;
        self.file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// The parts that are being written.
pub(super) struct Archive {
    /// The most bytes of a part, as far as what is never parted has fewer.
    most: u64,
    done: Vec<Packed>,
    part: Option<Open>,
    text: Option<Text>,
}

/// A part that is being written.
struct Open {
    zip: ZipWriter<Counted>,
    end: Arc<AtomicU64>,
    files: u64,
}

/// A text in it that is being written.
struct Text {
    stem: String,
    ending: &'static str,
    head: Vec<u8>,
    foot: &'static [u8],
    between: &'static [u8],
    /// How many files it is in so far.
    files: usize,
    /// Whether the last of them is begun and not ended; it is begun with the first thing in it.
    is_open: bool,
}

/// How a text begins, goes on and ends; one that is parted does so in each part.
pub(super) struct Frame<'a> {
    pub(super) head: &'a [u8],
    pub(super) between: &'static [u8],
    pub(super) foot: &'static [u8],
}

impl Archive {
    /// Parts of at most so many bytes.
    pub(super) fn new(most: u64) -> Self {
        Self {
            most,
            done: Vec::new(),
            part: None,
            text: None,
        }
    }

    /// Begins a text; the one before is ended.
    pub(super) fn begin(
        &mut self,
        stem: String,
        ending: &'static str,
        frame: &Frame<'_>,
    ) -> Result<(), ZipError> {
        self.end()?;
        self.text = Some(Text {
            stem,
            ending,
            head: frame.head.to_vec(),
            foot: frame.foot,
            between: frame.between,
            files: 0,
            is_open: false,
        });
        Ok(())
    }

    /// Adds to the text that was begun; what is added at once is never parted.
    pub(super) fn row(&mut self, row: &[u8]) -> Result<(), ZipError> {
        let Some(text) = &self.text else {
            return Ok(());
        };
        let goes_on = text.is_open;
        let size = row.len() + text.between.len() + text.foot.len();
        if goes_on && self.has_room(size) {
            self.write(|text| text.between)?;
        } else {
            if goes_on {
                self.write(|text| text.foot)?;
                self.close()?;
            }
            self.open_text(row.len())?;
        }
        match &mut self.part {
            Some(part) => Ok(part.zip.write_all(row)?),
            None => Ok(()),
        }
    }

    /// Adds a file that is packed already; the text before it is ended.
    pub(super) fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), ZipError> {
        self.end()?;
        self.make_room(bytes.len())?;
        let part = open(&mut self.part)?;
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        part.zip.start_file(name, stored)?;
        part.files += 1;
        part.zip.write_all(bytes)?;
        Ok(())
    }

    /// Ends the text that was begun, if one was.
    pub(super) fn end(&mut self) -> Result<(), ZipError> {
        match &self.text {
            None => return Ok(()),
            Some(text) if text.is_open => {}
            Some(_) => self.open_text(0)?,
        }
        self.write(|text| text.foot)?;
        self.text = None;
        Ok(())
    }

    /// All parts.
    pub(super) fn finish(mut self) -> Result<Vec<Packed>, ZipError> {
        self.end()?;
        self.close()?;
        Ok(self.done)
    }

    /// Writes a piece of the text's frame.
    fn write(&mut self, piece: impl Fn(&Text) -> &[u8]) -> Result<(), ZipError> {
        if let (Some(text), Some(part)) = (&self.text, &mut self.part) {
            part.zip.write_all(piece(text))?;
        }
        Ok(())
    }

    /// Begins a file for the text, and so many bytes more, where there is room for it.
    fn open_text(&mut self, more: usize) -> Result<(), ZipError> {
        let Some(mut text) = self.text.take() else {
            return Ok(());
        };
        self.make_room(text.head.len() + more + text.foot.len())?;
        let part = open(&mut self.part)?;
        text.files += 1;
        text.is_open = true;
        let name = match text.files {
            1 => format!("{}.{}", text.stem, text.ending),
            number => format!("{}-{number}.{}", text.stem, text.ending),
        };
        let packed = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(LEVEL));
        part.zip.start_file(name, packed)?;
        part.files += 1;
        part.zip.write_all(&text.head)?;
        self.text = Some(text);
        Ok(())
    }

    fn make_room(&mut self, size: usize) -> Result<(), ZipError> {
        if self.part.is_some() && !self.has_room(size) {
            self.close()?;
        }
        Ok(())
    }

    /// Whether so many bytes more fit, though they cannot be packed.
    fn has_room(&self, size: usize) -> bool {
        let Some(part) = &self.part else {
            return true;
        };
        let written = part.end.load(Ordering::Relaxed);
        let files = (part.files + 1) * FILE_OVERHEAD;
        let size = u64::try_from(size).unwrap_or(u64::MAX);
        let all = written.saturating_add(files + SLACK).saturating_add(size);
        all <= self.most
    }

    fn close(&mut self) -> Result<(), ZipError> {
        let Some(part) = self.part.take() else {
            return Ok(());
        };
        let counted = part.zip.finish()?;
        let file = counted
            .file
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        let size = file.metadata()?.len();
        self.done.push(Packed { file, size });
        Ok(())
    }
}

fn open(part: &mut Option<Open>) -> Result<&mut Open, ZipError> {
    if part.is_none() {
        let end = Arc::new(AtomicU64::new(0));
        let counted = Counted {
            file: BufWriter::new(tempfile::tempfile()?),
            at: 0,
            end: Arc::clone(&end),
        };
        *part = Some(Open {
            zip: ZipWriter::new(counted),
            end,
            files: 0,
        });
    }
    part.as_mut()
        .ok_or_else(|| ZipError::Io(io::Error::other("no part is open")))
}

/// A file that says how far it goes.
struct Counted {
    file: BufWriter<File>,
    at: u64,
    end: Arc<AtomicU64>,
}

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.at += written as u64;
        self.end.fetch_max(self.at, Ordering::Relaxed);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = self.file.seek(to)?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};

    use zip::ZipArchive;

    use super::*;

    fn unpacked(parts: Vec<Packed>) -> Vec<Vec<(String, Vec<u8>)>> {
        let unpack = |part: Packed| {
            let bytes = part.read().unwrap();
            let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
            let mut files = Vec::new();
            for index in 0..archive.len() {
                let mut file = archive.by_index(index).unwrap();
                let mut bytes = Vec::new();
                file.read_to_end(&mut bytes).unwrap();
                files.push((file.name().unwrap().into_owned(), bytes));
            }
            files
        };
        parts.into_iter().map(unpack).collect()
    }

    /// Bytes that no packing makes smaller.
    fn noise(seed: u64, size: usize) -> Vec<u8> {
        let mut state = seed;
        let mut next = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            u8::try_from(state >> 56).unwrap()
        };
        (0..size).map(|_| next()).collect()
    }

    const LIST: Frame<'_> = Frame {
        head: b"[",
        between: b",",
        foot: b"]",
    };

    #[test]
    fn what_fits_is_one_part_with_everything_in_it() {
        let mut archive = Archive::new(1 << 20);
        archive.begin("a".to_owned(), "json", &LIST).unwrap();
        archive.row(b"1").unwrap();
        archive.row(b"2").unwrap();
        archive.begin("b".to_owned(), "json", &LIST).unwrap();
        archive.file("c.png", &[1, 2]).unwrap();
        let parts = unpacked(archive.finish().unwrap());
        let files = [
            ("a.json", &b"[1,2]"[..]),
            ("b.json", b"[]"),
            ("c.png", &[1, 2]),
        ];
        let files = files.map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
        assert_eq!(parts, [files]);
    }

    #[test]
    fn what_does_not_fit_goes_on_in_the_next_part_and_none_is_too_large() {
        let most = 512 * 1024;
        let mut archive = Archive::new(most);
        archive.begin("rows".to_owned(), "json", &LIST).unwrap();
        let rows: Vec<_> = (0..150).map(|n| noise(n, 10_000)).collect();
        for row in &rows {
            archive.row(row).unwrap();
        }
        for n in 0..6 {
            archive
                .file(&format!("{n}.png"), &noise(n, 200_000))
                .unwrap();
        }
        let parts = archive.finish().unwrap();
        assert!(parts.len() > 4, "{}", parts.len());
        assert!(parts.iter().all(|part| part.size <= most));
        let files: Vec<_> = unpacked(parts).into_iter().flatten().collect();
        let texts = files.iter().filter(|(name, _)| name.starts_with("rows"));
        let mut all = Vec::new();
        for (number, (name, text)) in texts.enumerate() {
            let expected = match number {
                0 => "rows.json".to_owned(),
                before => format!("rows-{}.json", before + 1),
            };
            assert_eq!(*name, expected);
            assert_eq!((text.first(), text.last()), (Some(&b'['), Some(&b']')));
            all.push(text[1..text.len() - 1].to_vec());
        }
        assert_eq!(all.join(&b','), rows.join(&b','));
        assert_eq!(
            files
                .iter()
                .filter(|(name, _)| name.rsplit('.').next() == Some("png"))
                .count(),
            6
        );
    }

    #[test]
    fn what_is_larger_than_a_part_is_in_one_of_its_own() {
        let mut archive = Archive::new(1_000);
        archive.begin("a".to_owned(), "json", &LIST).unwrap();
        archive.row(&noise(1, 5_000)).unwrap();
        archive.row(b"2").unwrap();
        let parts = unpacked(archive.finish().unwrap());
        assert_eq!(parts.len(), 2);
        assert_eq!(parts[1][0].1, b"[2]");
    }
}
