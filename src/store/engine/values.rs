//! What is bound to a query, and how the types of ours stand in each engine's columns.

use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArguments, PgTypeInfo, PgValueRef};
use sqlx::sqlite::{SqliteArguments, SqliteTypeInfo, SqliteValueRef};
use sqlx::types::Json as PgJson;
use sqlx::{Arguments, Decode, Postgres, Sqlite, Type};

use crate::{Id, Json, StoreError, Timestamp};

/// A typed value of a parameter; none is that type's NULL.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    Text(Option<String>),
    Int(Option<i64>),
    Float(Option<f64>),
    Bool(Option<bool>),
    Time(Option<Timestamp>),
    Json(Option<Json>),
    Bytes(Option<Vec<u8>>),
}

impl Value {
    /// Refuses what only one of the engines could keep.
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        let nul = match self {
            Self::Text(Some(text)) => text.contains('\0'),
            Self::Json(Some(json)) => json.has_nul(),
            Self::Float(Some(number)) if !number.is_finite() => {
                return Err(StoreError::invalid("a number that is not finite"));
            }
            _ => false,
        };
        if nul {
            return Err(StoreError::invalid("a text with a NUL character"));
        }
        Ok(())
    }

    pub(super) fn add_sqlite(self, to: &mut SqliteArguments) -> Result<(), BoxDynError> {
        match self {
            Self::Text(value) => to.add(value),
            Self::Int(value) => to.add(value),
            Self::Float(value) => to.add(value),
            Self::Bool(value) => to.add(value),
            Self::Time(value) => to.add(value.map(Timestamp::micros)),
            Self::Json(value) => to.add(value.map(|json| json.with_common_numbers().to_string())),
            Self::Bytes(value) => to.add(value),
        }
    }

    pub(super) fn add_postgres(self, to: &mut PgArguments) -> Result<(), BoxDynError> {
        match self {
            Self::Text(value) => to.add(value),
            Self::Int(value) => to.add(value),
            Self::Float(value) => to.add(value),
            Self::Bool(value) => to.add(value),
            Self::Time(value) => to.add(value.map(Timestamp::datetime)),
            Self::Json(value) => to.add(value.map(|json| PgJson(json.with_common_numbers()))),
            Self::Bytes(value) => to.add(value),
        }
    }
}

/// `From` for a type, its reference where that is usual, and its option.
macro_rules! value_from {
    ($($variant:ident: $($from:ty => |$name:ident| $into:expr),+;)+) => {
        $($(
            impl From<$from> for Value {
                fn from($name: $from) -> Self {
                    Self::$variant(Some($into))
                }
            }

            impl From<Option<$from>> for Value {
                fn from(value: Option<$from>) -> Self {
                    Self::$variant(value.map(|$name| $into))
                }
            }
        )+)+
    };
}

value_from! {
    Text: String => |text| text, &str => |text| text.to_owned(), &String => |text| text.clone(),
        Id => |id| id.as_str().to_owned(), &Id => |id| id.as_str().to_owned();
    Int: i64 => |number| number;
    Float: f64 => |number| number;
    Bool: bool => |truth| truth;
    Time: Timestamp => |at| at;
    Json: Json => |json| json, &Json => |json| json.clone();
    Bytes: Vec<u8> => |bytes| bytes, &[u8] => |bytes| bytes.to_vec();
}

impl Type<Sqlite> for Timestamp {
    fn type_info() -> SqliteTypeInfo {
        <i64 as Type<Sqlite>>::type_info()
    }

    fn compatible(other: &SqliteTypeInfo) -> bool {
        <i64 as Type<Sqlite>>::compatible(other)
    }
}

impl<'r> Decode<'r, Sqlite> for Timestamp {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        let micros = <i64 as Decode<Sqlite>>::decode(value)?;
        Self::from_micros(micros).ok_or_else(|| "a time beyond the calendar".into())
    }
}

impl Type<Postgres> for Timestamp {
    fn type_info() -> PgTypeInfo {
        <chrono::DateTime<chrono::Utc> as Type<Postgres>>::type_info()
    }
}

impl<'r> Decode<'r, Postgres> for Timestamp {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        <chrono::DateTime<chrono::Utc> as Decode<Postgres>>::decode(value).map(Self::from)
    }
}

impl Type<Sqlite> for Json {
    fn type_info() -> SqliteTypeInfo {
        <str as Type<Sqlite>>::type_info()
    }

    fn compatible(other: &SqliteTypeInfo) -> bool {
        <str as Type<Sqlite>>::compatible(other)
    }
}

impl<'r> Decode<'r, Sqlite> for Json {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        let text = <&str as Decode<Sqlite>>::decode(value)?;
        Ok(Self(serde_json::from_str(text)?))
    }
}

impl Type<Postgres> for Json {
    fn type_info() -> PgTypeInfo {
        <PgJson<serde_json::Value> as Type<Postgres>>::type_info()
    }
}

impl<'r> Decode<'r, Postgres> for Json {
    fn decode(value: PgValueRef<'r>) -> Result<Self, BoxDynError> {
        <PgJson<serde_json::Value> as Decode<Postgres>>::decode(value).map(|json| Self(json.0))
    }
}
