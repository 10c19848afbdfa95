//! Rows as columns, each an array of its type: how PostgreSQL takes many at once.

use sqlx::Arguments as _;
use sqlx::postgres::PgArguments;
use sqlx::types::Json as PgJson;

use super::Value;
use super::query::not_encoded;
use crate::{StoreError, Timestamp};

/// The values of each column, from the first row to the last. Rows have `columns` values.
pub(super) fn of(rows: Vec<Vec<Value>>, columns: usize) -> Vec<Vec<Value>> {
    let mut turned: Vec<Vec<Value>> = (0..columns)
        .map(|_| Vec::with_capacity(rows.len()))
        .collect();
    for row in rows {
        for (column, value) in turned.iter_mut().zip(row) {
            column.push(value);
        }
    }
    turned
}

/// The values of one variant, or a refusal: an array has one type.
macro_rules! all {
    ($column:ident, $variant:ident, |$value:ident| $into:expr) => {
        $column
            .into_iter()
            .map(|value| match value {
                Value::$variant(value) => Ok(value.map(|$value| $into)),
                _ => Err(StoreError::invalid("a column with values of two types")),
            })
            .collect::<Result<Vec<Option<_>>, StoreError>>()?
    };
}

/// Adds a column as one parameter and names the type of its array.
pub(super) fn add(column: Vec<Value>, to: &mut PgArguments) -> Result<&'static str, StoreError> {
    let (added, array) = match column.first() {
        Some(Value::Int(_)) => (to.add(all!(column, Int, |number| number)), "BIGINT[]"),
        Some(Value::Float(_)) => {
            let numbers = all!(column, Float, |number| number);
            (to.add(numbers), "DOUBLE PRECISION[]")
        }
        Some(Value::Bool(_)) => (to.add(all!(column, Bool, |truth| truth)), "BOOLEAN[]"),
        Some(Value::Time(_)) => {
            let times = all!(column, Time, |at| Timestamp::datetime(at));
            (to.add(times), "TIMESTAMPTZ[]")
        }
        Some(Value::Json(_)) => {
            let documents = all!(column, Json, |json| PgJson(json.with_common_numbers()));
            (to.add(documents), "JSONB[]")
        }
        Some(Value::Bytes(_)) => (to.add(all!(column, Bytes, |bytes| bytes)), "BYTEA[]"),
        Some(Value::Text(_)) | None => (to.add(all!(column, Text, |text| text)), "TEXT[]"),
    };
    added.map_err(|_| not_encoded())?;
    Ok(array)
}
