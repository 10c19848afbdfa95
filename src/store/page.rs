//! Pages that go on from a row rather than from a count, so that the hundredth costs
//! what the first does and rows that come in meanwhile shift nothing.

use std::fmt;
use std::str::FromStr;

use crate::{Id, StoreError, Timestamp, limits};

/// Which page of a list, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRequest {
    /// How many rows, 1 to [`limits::PAGE_SIZE`].
    pub size: usize,
    /// Where the page begins.
    pub at: PageAt,
}

impl PageRequest {
    /// The newest `size` rows.
    pub fn first(size: usize) -> Self {
        Self {
            size,
            at: PageAt::First,
        }
    }

    /// The `size` rows that are next older than `cursor`.
    pub fn after(size: usize, cursor: Cursor) -> Self {
        Self {
            size,
            at: PageAt::After(cursor),
        }
    }

    /// The `size` rows that are next newer than `cursor`.
    pub fn before(size: usize, cursor: Cursor) -> Self {
        Self {
            size,
            at: PageAt::Before(cursor),
        }
    }

    /// Whether it goes towards newer rows, the key that it goes on from, and the
    /// number of rows to ask for: one more than wanted, to see whether there is more.
    pub(crate) fn plan(&self) -> Result<(bool, Cursor, i64), StoreError> {
        limits::check("rows of a page", limits::PAGE_SIZE, self.size)?;
        let rows = i64::try_from(self.size).unwrap_or(0) + 1;
        Ok(match &self.at {
            PageAt::First => (
                false,
                Cursor {
                    at: Timestamp::FAR_FUTURE,
                    id: Id::lowest(),
                },
                rows,
            ),
            PageAt::After(cursor) => (false, cursor.clone(), rows),
            PageAt::Before(cursor) => (true, cursor.clone(), rows),
        })
    }
}

/// Where a page begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageAt {
    /// With the newest row.
    First,
    /// With the row next older than this one.
    After(Cursor),
    /// So that it ends with the row next newer than this one.
    Before(Cursor),
}

/// The place of a row in a list: short enough for a button's `custom_id`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The row's time in the list's order.
    pub at: Timestamp,
    /// The row's key, which orders rows of the same time.
    pub id: Id,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.at.micros(), self.id)
    }
}

impl FromStr for Cursor {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, StoreError> {
        let parse = || {
            let (micros, id) = text.split_once('.')?;
            let at = Timestamp::from_micros(micros.parse().ok()?)?;
            Some(Self { at, id: id.into() })
        };
        parse().ok_or(StoreError::invalid("a cursor that is not one of ours"))
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// The rows, newest first.
    pub items: Vec<T>,
    /// From where the page of older rows goes on, when there is one.
    pub next: Option<Cursor>,
    /// From where the page of newer rows goes on, when there is one.
    pub previous: Option<Cursor>,
}

impl<T> Page<T> {
    /// Makes the page of `rows`, which stand in the order that they were asked for
    /// and may be one more than wanted.
    pub(crate) fn of(
        request: &PageRequest,
        mut rows: Vec<T>,
        cursor: impl Fn(&T) -> Cursor,
    ) -> Self {
        let more = rows.len() > request.size;
        rows.truncate(request.size);
        let (newer, older) = match request.at {
            PageAt::First => (false, more),
            PageAt::After(_) => (true, more),
            PageAt::Before(_) => (more, true),
        };
        if matches!(request.at, PageAt::Before(_)) {
            rows.reverse();
        }
        Self {
            next: rows.last().filter(|_| older).map(&cursor),
            previous: rows.first().filter(|_| newer).map(&cursor),
            items: rows,
        }
    }
}
