//! Puts rows together: the records, and what is wrong with those that are none.

use std::collections::HashMap;

use slimy_roster::Metric;

use super::cell::{Cell, Cells};
use super::{Column, MAX_FAULTS, MAX_RECORDS, Note, Reason, Record, RowFault, Unreadable};

/// Headings that are told as left out.
pub(super) const MAX_IGNORED: usize = 20;

/// Characters of such a heading.
pub(super) const MAX_HEADING: usize = 40;

/// What was read so far.
#[derive(Debug, Default)]
pub(super) struct Collector {
    records: Vec<Record>,
    /// The row in which a value of a week, a metric and a member stands.
    seen: HashMap<(String, Metric, String), usize>,
    faults: Vec<RowFault>,
    more: usize,
    ignored: Vec<String>,
}

impl Collector {
    /// The column of each heading, in their order; none for headings that mean nothing here.
    pub(super) fn headings(
        &mut self,
        headings: &[String],
    ) -> Result<Vec<Option<Column>>, Unreadable> {
        let columns: Vec<Option<Column>> = headings
            .iter()
            .map(|heading| Column::named(heading))
            .collect();
        for (index, column) in columns.iter().enumerate() {
            match column {
                Some(column) if columns[..index].contains(&Some(*column)) => {
                    return Err(Unreadable::TwoColumns(*column));
                }
                Some(_) => {}
                None => self.ignore(&headings[index]),
            }
        }
        let missing: Vec<Column> = Column::NEEDED
            .into_iter()
            .filter(|needed| !columns.contains(&Some(*needed)))
            .collect();
        if missing.is_empty() {
            return Ok(columns);
        }
        Err(Unreadable::MissingColumns { missing })
    }

    /// Notes a heading that means nothing here.
    pub(super) fn ignore(&mut self, heading: &str) {
        let shown = |c: char| if c.is_control() { '?' } else { c };
        let heading: String = heading
            .trim()
            .chars()
            .take(MAX_HEADING)
            .map(shown)
            .collect();
        if !heading.is_empty()
            && self.ignored.len() < MAX_IGNORED
            && !self.ignored.contains(&heading)
        {
            self.ignored.push(heading);
        }
    }

    /// Takes a row; a blank one says nothing.
    pub(super) fn row(&mut self, row: usize, cells: &Cells) -> Result<(), Unreadable> {
        if cells.is_blank() {
            return Ok(());
        }
        if self.records.len() + self.faults.len() + self.more >= MAX_RECORDS {
            return Err(Unreadable::TooMany { max: MAX_RECORDS });
        }
        let Some(record) = self.record(row, cells) else {
            return Ok(());
        };
        let key = (record.week.clone(), record.metric, record.member.clone());
        match self.seen.insert(key, row) {
            Some(earlier) => {
                self.fault(row, Column::Member, Reason::Twice { earlier });
            }
            None => self.records.push(record),
        }
        Ok(())
    }

    /// A fault of a row that could not be taken apart.
    pub(super) fn fault(&mut self, row: usize, column: Column, reason: Reason) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(RowFault {
                row,
                column,
                reason,
            });
        } else {
            self.more += 1;
        }
    }

    /// The records when nothing is wrong.
    pub(super) fn finish(self) -> Result<(Vec<Record>, Vec<Note>), Unreadable> {
        if !self.faults.is_empty() {
            return Err(Unreadable::Rows {
                faults: self.faults,
                more: self.more,
            });
        }
        if self.records.is_empty() {
            return Err(Unreadable::NoRows);
        }
        let notes = if self.ignored.is_empty() {
            Vec::new()
        } else {
            vec![Note::IgnoredColumns(self.ignored)]
        };
        Ok((self.records, notes))
    }

    /// The record of a row; all that is wrong with it is noted.
    fn record(&mut self, row: usize, cells: &Cells) -> Option<Record> {
        let week = self.take(row, cells, Column::Week, Cell::week);
        let metric = self.take(row, cells, Column::Metric, Cell::metric);
        let member = self.take(row, cells, Column::Member, Cell::member);
        let power = self.take(row, cells, Column::Power, Cell::power);
        let last_seen = self.take(row, cells, Column::LastSeen, Cell::last_seen);
        let confidence = self.take(row, cells, Column::Confidence, Cell::confidence);
        let corrected = self.take(row, cells, Column::Corrected, Cell::corrected);
        let aliases = self.take(row, cells, Column::Aliases, Cell::aliases);
        Some(Record {
            week: week?,
            metric: metric?,
            member: member?,
            power: power?,
            last_seen: last_seen?,
            confidence: confidence?,
            corrected: corrected?,
            aliases: aliases?,
        })
    }

    fn take<T>(
        &mut self,
        row: usize,
        cells: &Cells,
        column: Column,
        read: fn(&Cell) -> Result<T, Reason>,
    ) -> Option<T> {
        match read(cells.at(column)) {
            Ok(value) => Some(value),
            Err(reason) => {
                self.fault(row, column, reason);
                None
            }
        }
    }
}
