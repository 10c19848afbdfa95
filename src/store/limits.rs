//! Every deadline and size limit of the store, in one place.

use std::time::Duration;

use crate::StoreError;

/// The most rows that one page may have.
pub const PAGE_SIZE: usize = 100;

/// The longest search term, in characters.
pub const SEARCH_TERM: usize = 100;

/// The most rows that one INSERT carries. At 14 columns that is 3,584 parameters,
/// below the 32,766 of SQLite and the 65,535 of PostgreSQL.
pub const ROWS_PER_STATEMENT: usize = 256;

/// The most images that one analysis may have: what one call of the command takes.
pub const IMAGES_PER_ANALYSIS: usize = 10;

/// The most member rows that one analysis may have. Full clubs in the known screenshots
/// have 55; what is nearly four times that is not one club.
pub const POWERS_PER_ANALYSIS: usize = 200;

/// The most bytes that a draft's preview may have as JSON text. One of
/// [`POWERS_PER_ANALYSIS`] members, 500 bytes each, has a tenth of it.
pub const DRAFT_BYTES: usize = 1024 * 1024;

/// How many connections a pool opens at most, unless the settings say otherwise.
pub const MAX_CONNECTIONS: u32 = 10;

/// How long to wait for a free connection, unless the settings say otherwise.
pub const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);

/// How long one statement may run, unless the settings say otherwise.
pub const STATEMENT_TIMEOUT: Duration = Duration::from_secs(5);

/// From when on a statement is logged as slow, unless the settings say otherwise.
pub const SLOW_QUERY: Duration = Duration::from_millis(100);

/// How long closing waits for what is still running.
pub const CLOSE: Duration = Duration::from_secs(5);

/// How long a migration may wait for another program that migrates.
pub const MIGRATION_LOCK: Duration = Duration::from_mins(1);

/// Refuses what is over a limit, naming it.
pub(crate) fn check(limit: &'static str, most: usize, got: usize) -> Result<(), StoreError> {
    if got > most {
        return Err(StoreError::Limit { limit, most, got });
    }
    Ok(())
}
