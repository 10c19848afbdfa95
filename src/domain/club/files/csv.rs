//! Text with separators, as spreadsheets write and read it.

use csv::{ReaderBuilder, StringRecord, WriterBuilder};

use super::cell::{Cell, Cells, join};
use super::collect::Collector;
use super::neutral::{neutralise, restore};
use super::{Column, Record, Unreadable, Unwritable};

/// What may stand between two cells: as the standard has it, and as spreadsheets of countries
/// with a decimal comma write it.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// A row of more cells is none of ours.
const MAX_CELLS: usize = 256;

/// Writes UTF-8 with the mark that Excel needs to see that it is.
pub(super) fn write(records: &[&Record]) -> Result<Vec<u8>, Unwritable> {
    let mut writer = WriterBuilder::new().from_writer(vec![0xEF, 0xBB, 0xBF]);
    let failed = |error: csv::Error| Unwritable::Failed(error.to_string());
    let headings = Column::ALL.map(|column| column.to_string());
    writer.write_record(&headings).map_err(failed)?;
    for record in records {
        let power = record.power.map(|power| power.to_string());
        let cells = [
            record.week.as_str(),
            record.metric.as_str(),
            &neutralise(&record.member),
            &power.unwrap_or_default(),
            &neutralise(record.last_seen.as_deref().unwrap_or_default()),
            &record.confidence.to_string(),
            if record.corrected { "yes" } else { "no" },
            &neutralise(&join(&record.aliases)),
        ];
        writer.write_record(cells).map_err(failed)?;
    }
    writer
        .into_inner()
        .map_err(|error| Unwritable::Failed(error.to_string()))
}

pub(super) fn read(text: &str, collector: &mut Collector) -> Result<(), Unreadable> {
    let (text, said, skipped) = said_separator(text);
    let separator = said.unwrap_or_else(|| separator(text));
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut columns: Option<Vec<Option<Column>>> = None;
    let mut cells = StringRecord::new();
    // A spreadsheet counts rows, the reader lines: a cell with line breaks is several of these.
    let mut within = 0;
    // The text is known to be UTF-8, and rows may have any number of cells: nothing else fails.
    while reader
        .read_record(&mut cells)
        .map_err(|_| Unreadable::Broken)?
    {
        let line = cells.position().map_or(0, csv::Position::line);
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        let row = line.saturating_add(skipped).saturating_sub(within);
        within += cells
            .iter()
            .map(|cell| cell.matches('\n').count())
            .sum::<usize>();
        let Some(columns) = &columns else {
            let headings: Vec<String> = cells.iter().take(MAX_CELLS).map(restore).collect();
            if headings.iter().any(|heading| !heading.trim().is_empty()) {
                columns = Some(collector.headings(&headings)?);
            }
            continue;
        };
        collector.row(row, &sort(columns, &cells))?;
    }
    if columns.is_none() {
        return Err(Unreadable::Empty);
    }
    Ok(())
}

fn sort(columns: &[Option<Column>], cells: &StringRecord) -> Cells {
    let mut sorted = Cells::default();
    for (column, text) in columns.iter().zip(cells.iter()) {
        if let Some(column) = column
            && !text.is_empty()
        {
            sorted.set(*column, Cell::Text(restore(text)));
        }
    }
    sorted
}

/// Excel's own first line `sep=;`: the text behind it, what it says, and how many lines it is.
fn said_separator(text: &str) -> (&str, Option<u8>, usize) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match first
        .trim_end_matches('\r')
        .strip_prefix("sep=")
        .map(str::as_bytes)
    {
        Some([separator]) if SEPARATORS.contains(separator) => (rest, Some(*separator), 1),
        _ => (text, None, 0),
    }
}

/// The separator with which the first row names the most columns.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let first = first.unwrap_or_default();
    let named = |separator: &u8| {
        first
            .split(char::from(*separator))
            .filter(|heading| Column::named(heading).is_some())
            .count()
    };
    // Of equals the last would win, and the comma should.
    SEPARATORS
        .into_iter()
        .rev()
        .max_by_key(named)
        .unwrap_or(b',')
}
