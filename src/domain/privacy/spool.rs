//! Records of one table as they come, kept in a file without a name until it is their turn in the
//! zip file: there one file follows the other, and the records come mixed.

use std::{
    fs::File,
    io::{self, BufRead as _, BufReader, BufWriter, Lines, Seek as _, Write as _},
};

use super::columns::{Columns, Row};

/// A table's records, one in a line.
#[derive(Debug)]
pub(super) struct Spool {
    file: BufWriter<File>,
    /// The names of what the records hold, in their order.
    pub(super) columns: Columns,
    /// How many there are.
    pub(super) rows: u64,
}

impl Spool {
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self {
            file: BufWriter::new(tempfile::tempfile()?),
            columns: Columns::default(),
            rows: 0,
        })
    }

    /// Adds a record, which is one line of JSON.
    pub(super) fn add(&mut self, line: &str) -> io::Result<()> {
        let row: Row = serde_json::from_str(line)?;
        self.columns.take(&row);
        self.rows += 1;
        self.file.write_all(line.as_bytes())?;
        self.file.write_all(b"\n")
    }

    /// All lines from the first on.
    pub(super) fn lines(&mut self) -> io::Result<Lines<BufReader<&File>>> {
        self.file.flush()?;
        self.file.get_mut().rewind()?;
        Ok(BufReader::new(self.file.get_ref()).lines())
    }
}
