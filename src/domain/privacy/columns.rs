//! Records as rows of a table: every name that one of them holds is a column.

use std::{collections::HashMap, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::Value;

use crate::club::files::neutralise;

/// A record, with what it holds in the order in which it was written.
#[derive(Debug)]
pub(super) struct Row(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = Row;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a record")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Row(pairs))
            }
        }

        deserializer.deserialize_map(Pairs)
    }
}

/// The names of the columns. A name that comes later stands behind the one that it follows.
#[derive(Debug, Default)]
pub(super) struct Columns {
    names: Vec<String>,
}

impl Columns {
    /// Takes the names of a record.
    pub(super) fn take(&mut self, Row(pairs): &Row) {
        let mut next = 0;
        for (name, _) in pairs {
            // Most records have the names of those before, in their order.
            let found = match self.names.get(next) {
                Some(known) if known == name => Some(next),
                _ => self.names.iter().position(|known| known == name),
            };
            let at = found.unwrap_or_else(|| {
                self.names.insert(next, name.clone());
                next
            });
            next = at + 1;
        }
    }

    /// The first line.
    pub(super) fn head(&self) -> Result<Vec<u8>, csv::Error> {
        // The mark that Excel needs to see that it is UTF-8.
        let mut head = vec![0xEF, 0xBB, 0xBF];
        head.extend(line(self.names.iter().map(String::as_str))?);
        Ok(head)
    }

    /// The line of a record.
    pub(super) fn line(&self, Row(pairs): Row) -> Result<Vec<u8>, csv::Error> {
        let mut held: HashMap<String, Value> = pairs.into_iter().collect();
        let cells = self.names.iter().map(|name| cell(held.remove(name)));
        line(cells)
    }
}

/// What a cell says: text as it is, but no formula; what has parts, as JSON.
fn cell(value: Option<Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => neutralise(&text),
        Some(other @ (Value::Bool(_) | Value::Number(_))) => other.to_string(),
        Some(parts) => neutralise(&parts.to_string()),
    }
}

fn line<T: AsRef<[u8]>>(cells: impl IntoIterator<Item = T>) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(cells)?;
    writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(json: &str) -> Row {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn every_name_is_a_column_where_the_records_have_it() {
        let mut columns = Columns::default();
        let all = [
            r#"{"type": "t", "id": "1", "at": 1}"#,
            r#"{"type": "t", "id": "2", "title": "=1+1", "at": 2, "more": {"a": [1]}}"#,
            r#"{"type": "t", "id": "3", "details": null, "more": true}"#,
        ];
        for one in all {
            columns.take(&row(one));
        }
        let mut text = columns.head().unwrap();
        for one in all {
            text.extend(columns.line(row(one)).unwrap());
        }
        assert_eq!(
            String::from_utf8(text).unwrap(),
            "\u{FEFF}type,id,details,title,at,more\n\
             t,1,,,1,\n\
             t,2,,'=1+1,2,\"{\"\"a\"\":[1]}\"\n\
             t,3,,,,true\n"
        );
    }
}
