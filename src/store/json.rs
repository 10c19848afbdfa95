//! A JSON document in a column.

use serde::{Deserialize, Serialize};

use crate::StoreError;

/// A JSON document: JSONB in PostgreSQL, checked text in SQLite.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Json(pub serde_json::Value);

impl Json {
    /// The document that `value` serializes to.
    pub fn of<T: Serialize>(value: &T) -> Result<Self, StoreError> {
        serde_json::to_value(value)
            .map(Self)
            .map_err(|_| StoreError::invalid("a value that is no JSON"))
    }

    /// Reads the document as a `T`.
    pub fn parse<T: serde::de::DeserializeOwned>(&self) -> Result<T, StoreError> {
        T::deserialize(&self.0)
            .map_err(|_| StoreError::invalid("a stored document of another shape"))
    }

    /// How many bytes it has as text.
    pub(crate) fn text_len(&self) -> usize {
        self.0.to_string().len()
    }

    /// The document with its numbers as both engines give them back: JSONB knows no
    /// negative zero, and writes a large number without an exponent, so that it is read as
    /// a whole one.
    pub(crate) fn with_common_numbers(mut self) -> serde_json::Value {
        fn walk(value: &mut serde_json::Value) {
            match value {
                serde_json::Value::Number(number) => common(number),
                serde_json::Value::Array(items) => items.iter_mut().for_each(walk),
                serde_json::Value::Object(fields) => fields.values_mut().for_each(walk),
                _ => {}
            }
        }
        walk(&mut self.0);
        self.0
    }

    /// Whether a key or a text in it holds a NUL, which PostgreSQL cannot store.
    pub(crate) fn has_nul(&self) -> bool {
        fn look(value: &serde_json::Value) -> bool {
            match value {
                serde_json::Value::String(text) => text.contains('\0'),
                serde_json::Value::Array(items) => items.iter().any(look),
                serde_json::Value::Object(fields) => fields
                    .iter()
                    .any(|(key, value)| key.contains('\0') || look(value)),
                _ => false,
            }
        }
        look(&self.0)
    }
}

impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Self {
        Self(value)
    }
}

/// From here on a float is written with an exponent, and has no fraction.
const WITH_EXPONENT: f64 = 1e16;

fn common(number: &mut serde_json::Number) {
    let Some(float) = number.as_f64().filter(|_| number.is_f64()) else {
        return;
    };
    if float == 0.0 {
        *number = serde_json::Number::from_f64(0.0).unwrap_or(0.into());
    } else if float.abs() >= WITH_EXPONENT {
        let digits = format!("{float:.0}");
        if let Ok(whole) = digits.parse::<i64>() {
            *number = whole.into();
        } else if let Ok(whole) = digits.parse::<u64>() {
            *number = whole.into();
        }
    }
}

/// A column that holds an array of texts, as `user_guilds.roles` does.
#[derive(Debug, thiserror::Error)]
#[error("not an array of texts")]
pub struct NotTexts;

impl TryFrom<Json> for Vec<String> {
    type Error = NotTexts;

    fn try_from(json: Json) -> Result<Self, NotTexts> {
        Vec::deserialize(json.0).map_err(|_| NotTexts)
    }
}

/// The column value of an array of texts.
pub(crate) fn texts(items: &[String]) -> Json {
    Json(
        items
            .iter()
            .cloned()
            .map(serde_json::Value::String)
            .collect(),
    )
}
