//! JSON for programs: names in camelCase, times in RFC 3339.

use std::fmt;

use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserializer, Serialize};
use serde_json::{Map, Value};
use slimy_roster::Metric;
use slimy_store::Timestamp;

use super::cell::{Cell, Cells};
use super::collect::Collector;
use super::{Column, Record, Unreadable, Unwritable};

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

pub(super) fn write(records: &[Record], at: Timestamp) -> Result<Vec<u8>, Unwritable> {
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
        while let Some(value) = seq.next_element::<Value>()? {
            row += 1;
            if let Err(stopped) = take(self.0.collector, row, value) {
                self.0.stopped = Some(stopped);
                return Err(A::Error::custom("given up"));
            }
        }
        Ok(())
    }
}

fn take(collector: &mut Collector, row: usize, value: Value) -> Result<(), Unreadable> {
    let Value::Object(fields) = value else {
        collector.fault(row, Column::Week, "the record is not an object.".to_owned());
        return Ok(());
    };
    let cells = sort(collector, fields);
    if cells.is_blank() {
        collector.fault(row, Column::Week, "the record is empty.".to_owned());
        return Ok(());
    }
    collector.row(row, &cells)
}

fn sort(collector: &mut Collector, fields: Map<String, Value>) -> Cells {
    let mut cells = Cells::default();
    for (name, value) in fields {
        match Column::named(&name) {
            Some(column) => cells.set(column, cell(value)),
            None => collector.ignore(&name),
        }
    }
    cells
}

fn cell(value: Value) -> Cell {
    match value {
        Value::Null => Cell::Empty,
        Value::Bool(value) => Cell::Bool(value),
        Value::Number(number) => match number.as_i64() {
            Some(value) => Cell::Whole(value),
            None => Cell::Number(number.as_f64().unwrap_or(f64::NAN)),
        },
        Value::String(text) => Cell::Text(text),
        Value::Array(values) => {
            let names = values.into_iter().map(|value| match value {
                Value::String(name) => Some(name),
                _ => None,
            });
            names.collect::<Option<_>>().map_or(
                Cell::Other("a list of something else than texts"),
                Cell::List,
            )
        }
        Value::Object(_) => Cell::Other("an object"),
    }
}
