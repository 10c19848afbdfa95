//! Spreadsheets of Excel 2007 and later.
//!
//! Such a file is packed, so a small one can hold gigabytes. Each part is unpacked into nothing
//! first, and counted, before the reader may have it; cells are read one by one, so that an empty
//! sheet that claims a billion cells costs nothing.

use std::io::{self, Cursor, Read};

use calamine::{DataRef, Reader as _, SheetType, Xlsx, XlsxError};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError as WriteError};
use slimy_store::Timestamp;
use zip::ZipArchive;

use super::cell::{Cell, Cells, MAX_LIST, join};
use super::collect::Collector;
use super::{Column, MAX_FILE, Odd, Record, Unreadable, Unwritable};

/// Unpacked, all parts together, in bytes.
const MAX_UNPACKED: u64 = 64 * 1024 * 1024;

/// Unpacked, one sheet, in bytes: ten years of a club of 100 with both metrics.
const MAX_SHEET: u64 = 32 * 1024 * 1024;

/// Unpacked, the texts that cells share, in bytes: they are held in memory as a whole.
const MAX_TEXTS: u64 = 16 * 1024 * 1024;

/// Unpacked, any other part but a sheet, in bytes: these are held in memory too.
const MAX_PART: u64 = 2 * 1024 * 1024;

/// Bytes of a sheet or of the shared texts from one `<` to the next: the reader holds each such
/// piece in memory as a whole, and more than once.
const MAX_PIECE: usize = 64 * 1024;

/// Parts of one file; a plain one has about ten.
const MAX_PARTS: usize = 200;

/// Columns that are looked at.
const MAX_COLUMNS: u32 = 256;

/// Up to here, 2^53, a spreadsheet's numbers are exact; larger ones are written as text.
const EXACT: u64 = 1 << 53;

pub(super) fn write(records: &[&Record], at: Timestamp) -> Result<Vec<u8>, Unwritable> {
    let file = build(records, at).map_err(|error| Unwritable::Failed(error.to_string()))?;
    // What is refused when it is read is not written. What we have packed ourselves says its size
    // truly, and no piece of it is longer than its longest text.
    let weighed = if records.iter().all(|record| is_plain(record)) {
        add_up(&file)
    } else {
        weigh(&file)
    };
    match weighed {
        Ok(()) => Ok(file),
        Err(Unreadable::Bomb) => Err(Unwritable::TooLarge { max: MAX_FILE }),
        Err(fault) => Err(Unwritable::Failed(fault.to_string())),
    }
}

fn build(records: &[&Record], at: Timestamp) -> Result<Vec<u8>, WriteError> {
    let mut book = Workbook::new();
    // The time is handed in; the writer would look at the host's clock.
    let made = ExcelDateTime::from_timestamp(at.seconds())?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = book.add_worksheet();
    sheet.set_name("Club")?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, width) in Column::ALL.into_iter().zip([10, 8, 28, 18, 16, 11, 10, 24]) {
        sheet.write_string(0, column as u16, column.to_string())?;
        sheet.set_column_width(column as u16, width)?;
    }
    for (row, record) in (1..).zip(records) {
        write_row(sheet, row, record)?;
    }
    book.save_to_buffer()
}

/// Texts are written as texts, so that one that looks like a formula is none.
fn write_row(sheet: &mut Worksheet, row: u32, record: &Record) -> Result<(), WriteError> {
    let mut text = |column: Column, text: &str| -> Result<(), WriteError> {
        if !text.is_empty() {
            sheet.write_string(row, column as u16, text)?;
        }
        Ok(())
    };
    text(Column::Week, &record.week)?;
    text(Column::Metric, record.metric.as_str())?;
    text(Column::Member, &record.member)?;
    text(
        Column::LastSeen,
        record.last_seen.as_deref().unwrap_or_default(),
    )?;
    text(
        Column::Corrected,
        if record.corrected { "yes" } else { "no" },
    )?;
    text(Column::Aliases, &join(&record.aliases))?;
    if let Some(power) = record.power {
        if power.unsigned_abs() > EXACT {
            text(Column::Power, &power.to_string())?;
        } else {
            #[expect(clippy::cast_precision_loss, reason = "not above 2^53")]
            sheet.write_number(row, Column::Power as u16, power as f64)?;
        }
    }
    sheet.write_number(row, Column::Confidence as u16, record.confidence)?;
    Ok(())
}

pub(super) fn read(bytes: &[u8], collector: &mut Collector) -> Result<(), Unreadable> {
    weigh(bytes)?;
    let broken = |_: XlsxError| Unreadable::Broken;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let sheet = book
        .sheets_metadata()
        .iter()
        .find(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .ok_or(Unreadable::Empty)?;
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(broken)?;
    let mut rows = Rows::new(collector);
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(broken)? {
        let (row, column) = cell.pos;
        if column < MAX_COLUMNS {
            let is_formula = cell.formula.is_some();
            rows.cell(row, column, plain(cell.value, is_formula))?;
        }
    }
    rows.finish()
}

/// Whether no text of a record can be a piece that is refused, however it is escaped: of a
/// character at most seven bytes are made.
fn is_plain(record: &Record) -> bool {
    let lists = record.aliases.iter().map(|alias| 2 * alias.len() + 1);
    let seen = record.last_seen.as_ref().map_or(0, String::len);
    let longest = record.member.len().max(seen).max(lists.sum());
    7 * longest < MAX_PIECE / 2
}

/// Adds up what the parts say that they are unpacked.
fn add_up(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
    let mut left = MAX_UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| Unreadable::Broken)?;
        let name = part.name().map_err(|_| Unreadable::Broken)?;
        if part.size() > most(&name).min(left) {
            return Err(Unreadable::Bomb);
        }
        left -= part.size();
    }
    Ok(())
}

/// Unpacks every part into nothing: what a part says of its size need not be true.
fn weigh(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
    if archive.len() > MAX_PARTS {
        return Err(Unreadable::Bomb);
    }
    let mut left = MAX_UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| Unreadable::Broken)?;
        let name = part.name().map_err(|_| Unreadable::Broken)?;
        let (most, is_text) = (most(&name).min(left), is_text(&name));
        let mut part = part.take(most + 1);
        let unpacked = if is_text {
            scan(&mut part)?
        } else {
            io::copy(&mut part, &mut io::sink()).map_err(|_| Unreadable::Broken)?
        };
        if unpacked > most {
            return Err(Unreadable::Bomb);
        }
        left -= unpacked;
    }
    Ok(())
}

/// Reads XML to its end, and counts its bytes; no piece of it may be too long.
fn scan(part: &mut impl Read) -> Result<u64, Unreadable> {
    let mut buffer = [0; 8 * 1024];
    let (mut unpacked, mut piece) = (0, 0);
    loop {
        let read = match part.read(&mut buffer) {
            Ok(0) => return Ok(unpacked),
            Ok(read) => read,
            Err(_) => return Err(Unreadable::Broken),
        };
        unpacked += read as u64;
        for byte in &buffer[..read] {
            piece = if *byte == b'<' { 0 } else { piece + 1 };
            if piece > MAX_PIECE {
                return Err(Unreadable::Bomb);
            }
        }
    }
}

/// Whether a part holds what stands in cells.
fn is_text(name: &str) -> bool {
    most(name) > MAX_PART
}

/// How large a part may be, unpacked. The reader does not mind the case of a part's name.
fn most(name: &str) -> u64 {
    let name = name.to_ascii_lowercase().replace('\\', "/");
    if name.ends_with("sharedstrings.xml") {
        MAX_TEXTS
    } else if name.contains("worksheets/") {
        MAX_SHEET
    } else {
        MAX_PART
    }
}

fn plain(value: DataRef<'_>, is_formula: bool) -> Cell {
    if is_formula {
        return Cell::Formula;
    }
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(value) => Cell::Whole(value),
        DataRef::Float(value) => Cell::Number(value),
        DataRef::String(text) if text.len() > MAX_LIST => Cell::Long(MAX_LIST),
        DataRef::SharedString(text) if text.len() > MAX_LIST => Cell::Long(MAX_LIST),
        DataRef::String(text) => Cell::Text(text),
        DataRef::SharedString(text) => Cell::Text(text.to_owned()),
        DataRef::Bool(value) => Cell::Bool(value),
        DataRef::DateTime(_) | DataRef::DateTimeIso(_) => Cell::Other(Odd::Date),
        DataRef::DurationIso(_) => Cell::Other(Odd::Duration),
        DataRef::Error(_) => Cell::Other(Odd::Error),
    }
}

/// Puts cells together to rows; the first that is not blank has the headings.
struct Rows<'a> {
    collector: &'a mut Collector,
    columns: Option<Vec<Option<Column>>>,
    row: u32,
    cells: Vec<(u32, Cell)>,
}

impl<'a> Rows<'a> {
    fn new(collector: &'a mut Collector) -> Self {
        Self {
            collector,
            columns: None,
            row: 0,
            cells: Vec::new(),
        }
    }

    fn cell(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), Unreadable> {
        if row != self.row {
            self.end_row()?;
            self.row = row;
        }
        let is_wanted = |columns: &Vec<_>| matches!(columns.get(column as usize), Some(Some(_)));
        if !self.columns.as_ref().is_none_or(is_wanted) {
            return Ok(());
        }
        // A row that names a cell again and again has nothing more to say.
        if self.cells.len() < MAX_COLUMNS as usize {
            self.cells.push((column, cell));
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Unreadable> {
        let cells = std::mem::take(&mut self.cells);
        let Some(columns) = &self.columns else {
            return self.headings(&cells);
        };
        let mut sorted = Cells::default();
        for (place, cell) in cells {
            if let Some(Some(column)) = columns.get(place as usize) {
                sorted.set(*column, cell);
            }
        }
        self.collector.row(self.row as usize + 1, &sorted)
    }

    fn headings(&mut self, cells: &[(u32, Cell)]) -> Result<(), Unreadable> {
        let last = cells.iter().map(|(place, _)| *place as usize + 1).max();
        let mut headings = vec![String::new(); last.unwrap_or(0)];
        for (place, cell) in cells {
            headings[*place as usize] = cell.text().ok().flatten().unwrap_or_default();
        }
        if headings.iter().any(|heading| !heading.trim().is_empty()) {
            self.columns = Some(self.collector.headings(&headings)?);
        }
        Ok(())
    }

    fn finish(mut self) -> Result<(), Unreadable> {
        self.end_row()?;
        if self.columns.is_none() {
            return Err(Unreadable::Empty);
        }
        Ok(())
    }
}
