//! JSON for programs: names in camelCase, times in RFC 3339.

use std::fmt;

use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use slimy_roster::Metric;
use slimy_store::Timestamp;

use super::cell::{Cell, Cells, MAX_LIST};
use super::collect::{Collector, MAX_HEADING, MAX_IGNORED};
use super::{Column, Odd, Reason, Record, Unreadable, Unwritable};

/// The shape of the file; it changes when an older reader would misread a newer file.
const VERSION: u32 = 1;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    version: u32,
    exported_at: Timestamp,
    records: Vec<Row<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row<'a> {
    week: &'a str,
    metric: Metric,
    member: &'a str,
    power: Option<i64>,
    last_seen: Option<&'a str>,
    confidence: f64,
    corrected: bool,
    aliases: &'a [String],
}

pub(super) fn write(records: &[&Record], at: Timestamp) -> Result<Vec<u8>, Unwritable> {
    let rows = records.iter().map(|record| Row {
        week: &record.week,
        metric: record.metric,
        member: &record.member,
        power: record.power,
        last_seen: record.last_seen.as_deref(),
        confidence: record.confidence,
        corrected: record.corrected,
        aliases: &record.aliases,
    });
    let document = Document {
        version: VERSION,
        exported_at: at,
        records: rows.collect(),
    };
    serde_json::to_vec(&document).map_err(|error| Unwritable::Failed(error.to_string()))
}

/// Reads an object with `records`, or the list alone. Record by record: the whole as a tree would
/// take up many times what the file weighs.
pub(super) fn read(text: &str, collector: &mut Collector) -> Result<(), Unreadable> {
    let mut reading = Reading {
        collector,
        stopped: None,
        found: false,
    };
    let mut source = serde_json::Deserializer::from_str(text);
    let read = source
        .deserialize_any(File(&mut reading))
        .and_then(|()| source.end());
    if let Some(stopped) = reading.stopped {
        return Err(stopped);
    }
    read.map_err(|error| Unreadable::BrokenJson {
        line: error.line(),
        column: error.column(),
    })?;
    if reading.found {
        return Ok(());
    }
    Err(Unreadable::OtherJson)
}

struct Reading<'a> {
    collector: &'a mut Collector,
    /// Why reading was given up, when the JSON itself is not at fault.
    stopped: Option<Unreadable>,
    found: bool,
}

/// The file as a whole.
struct File<'a, 'b>(&'a mut Reading<'b>);

impl<'de> Visitor<'de> for File<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or a list")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == "records" {
                map.next_value_seed(Rows(self.0))?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        Rows(self.0).visit_seq(seq)
    }
}

/// The list of records.
struct Rows<'a, 'b>(&'a mut Reading<'b>);

impl<'de> DeserializeSeed<'de> for Rows<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Rows<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.0.found = true;
        let mut row = 0;
        while let Some(value) = seq.next_element::<Parsed>()? {
            row += 1;
            if let Err(stopped) = take(self.0.collector, row, value) {
                self.0.stopped = Some(stopped);
                return Err(A::Error::custom("given up"));
            }
        }
        Ok(())
    }
}

fn take(collector: &mut Collector, row: usize, value: Parsed) -> Result<(), Unreadable> {
    let Parsed::Record { cells, ignored } = value else {
        collector.fault(row, Column::Week, Reason::NoObject);
        return Ok(());
    };
    for name in &ignored {
        collector.ignore(name);
    }
    if cells.is_blank() {
        collector.fault(row, Column::Week, Reason::NothingThere);
        return Ok(());
    }
    collector.row(row, &cells)
}

/// What stands in the list of records. It holds no more than a record has, whatever was there.
enum Parsed {
    Record {
        cells: Box<Cells>,
        /// The first names that mean nothing here.
        ignored: Vec<String>,
    },
    Other,
}

impl<'de> Deserialize<'de> for Parsed {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(AnyRecord)
    }
}

struct AnyRecord;

impl<'de> Visitor<'de> for AnyRecord {
    type Value = Parsed;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Parsed, A::Error> {
        let (mut cells, mut ignored) = (Box::<Cells>::default(), Vec::new());
        while let Some(name) = map.next_key::<String>()? {
            if let Some(column) = Column::named(&name) {
                cells.set(column, map.next_value()?);
                continue;
            }
            map.next_value::<IgnoredAny>()?;
            if ignored.len() < MAX_IGNORED {
                ignored.push(name.chars().take(MAX_HEADING).collect());
            }
        }
        Ok(Parsed::Record { cells, ignored })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Parsed, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Parsed::Other)
    }

    fn visit_str<E>(self, _: &str) -> Result<Parsed, E> {
        Ok(Parsed::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Parsed, E> {
        Ok(Parsed::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Parsed, E> {
        Ok(Parsed::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Parsed, E> {
        Ok(Parsed::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Parsed, E> {
        Ok(Parsed::Other)
    }

    fn visit_unit<E>(self) -> Result<Parsed, E> {
        Ok(Parsed::Other)
    }
}

impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(AnyCell)
    }
}

struct AnyCell;

impl<'de> Visitor<'de> for AnyCell {
    type Value = Cell;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Cell, E> {
        Ok(Cell::Empty)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Cell, E> {
        Ok(Cell::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Cell, E> {
        Ok(Cell::Whole(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Cell, E> {
        #[expect(
            clippy::cast_precision_loss,
            reason = "above 2^63 no power is accepted"
        )]
        let large = value as f64;
        Ok(i64::try_from(value).map_or(Cell::Number(large), Cell::Whole))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Cell, E> {
        Ok(Cell::Number(value))
    }

    fn visit_str<E>(self, text: &str) -> Result<Cell, E> {
        if text.len() > MAX_LIST {
            return Ok(Cell::Long(MAX_LIST));
        }
        Ok(Cell::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Cell, A::Error> {
        let (mut names, mut bytes, mut are_texts) = (Vec::new(), 0_usize, true);
        while let Some(cell) = seq.next_element::<Cell>()? {
            match cell {
                Cell::Text(name) => {
                    // One more for each, so that empty ones count too.
                    bytes = bytes.saturating_add(name.len() + 1);
                    if bytes <= MAX_LIST {
                        names.push(name);
                    }
                }
                Cell::Long(_) => bytes = usize::MAX,
                _ => are_texts = false,
            }
        }
        Ok(match (are_texts, bytes > MAX_LIST) {
            (false, _) => Cell::Other(Odd::MixedList),
            (true, true) => Cell::Long(MAX_LIST),
            (true, false) => Cell::List(names),
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Cell, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Cell::Other(Odd::Object))
    }
}
