//! What is remembered: every statement that the program sends to a database, once,
//! for SQLite and PostgreSQL alike.
//!
//! A file per table family ([`users`], [`guilds`], [`members`], [`sessions`], [`audit`],
//! [`club`], [`chat`]), each a handful of free functions that take an [`Executor`]: `&Db`
//! for a statement of its own, `&mut Tx` inside a transaction. This room decides nothing
//! (the domain does) and knows nothing of Discord; no other room knows SQL.

pub mod advice;
pub mod audit;
pub mod batches;
pub mod cache;
pub mod chat;
pub mod checks;
mod clock;
pub mod club;
mod engine;
mod error;
pub mod export;
pub mod guilds;
pub mod health;
pub mod holdings;
mod ids;
mod json;
pub mod lifecycle;
pub mod limits;
pub mod members;
mod page;
pub mod purge;
mod recorder;
pub mod sessions;
#[cfg(feature = "testing")]
pub mod testing;
mod text_enum;
mod timestamp;
pub mod users;

pub use cache::Cache;
pub use clock::{Clock, ManualClock, SystemClock};
pub use engine::{
    Db, DbOptions, Engine, Executor, MigrationInfo, MigrationStatus, Tx, first_migrations,
};
pub use error::{Cause, MigrationFault, StoreError};
pub use ids::Id;
pub use json::Json;
pub use page::{Cursor, Page, PageAt, PageRequest};
pub use recorder::Recorder;
pub use timestamp::Timestamp;

/// What an upsert left behind.
#[derive(Debug, Clone, PartialEq)]
pub struct Upserted<T> {
    /// The row as it stands now.
    pub row: T,
    /// Whether the row is new, so that its creation can be audited.
    pub created: bool,
}
