//! A statement: a literal, its values, and the ways to run it.

use std::borrow::Cow;
use std::panic::Location;

use sqlx::postgres::{PgArguments, PgRow};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{AssertSqlSafe, FromRow, SqlSafeStr, SqlStr};

use super::limit::within;
use super::rows::Rows;
use super::snapshot::in_the_present;
use super::tx::{Inner, sealed::Route};
use super::{Executor, Pools, Tx, Value, errors};
use crate::StoreError;

/// Runs a query where it belongs, with `$out => $result` for what the driver gives.
/// A macro, because the two drivers share no type here. Boxed, because the driver's futures
/// are large and every caller's would hold one.
macro_rules! run {
    ($query:ident, $on:ident, $method:ident, |$out:ident| $result:expr) => {{
        $query.before($on).await?;
        let (site, reads, keep) = ($query.site, $query.reads(), !$query.planned_anew);
        match $on.route() {
            Route::Db(db) => {
                let limit = db.acquire_and_statement();
                match db.pools() {
                    Pools::Sqlite { writer, readers } => {
                        let pool = if reads { readers } else { writer };
                        let (text, values) = $query.for_sqlite()?;
                        // Its copies share the values.
                        let run = in_the_present(|| {
                            let query = sqlx::query_with(text.clone(), values.clone());
                            Box::pin(query.$method(pool))
                        });
                        within(db, limit, site, run).await.and_then(|$out| $result)
                    }
                    Pools::Postgres(pool) => {
                        let (text, values) = $query.for_postgres()?;
                        let run = sqlx::query_with(text, values)
                            .persistent(keep)
                            .$method(pool);
                        within(db, limit, site, run).await.and_then(|$out| $result)
                    }
                }
            }
            Route::Tx(Tx {
                inner, db, failed, ..
            }) => {
                let limit = db.options().statement_timeout;
                *failed = true;
                let outcome = match inner {
                    Inner::Sqlite(tx) => {
                        let (text, values) = $query.for_sqlite()?;
                        let run = Box::pin(sqlx::query_with(text, values).$method(&mut **tx));
                        within(db, limit, site, run).await.and_then(|$out| $result)
                    }
                    Inner::Postgres(tx) => {
                        let (text, values) = $query.for_postgres()?;
                        let run = sqlx::query_with(text, values).persistent(keep);
                        let run = run.$method(&mut **tx);
                        within(db, limit, site, run).await.and_then(|$out| $result)
                    }
                };
                *failed = outcome.is_err();
                outcome
            }
        }
    }};
}

/// A row type of both engines: `#[derive(FromRow)]` makes one.
pub(crate) trait Record:
    for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{
}

impl<T> Record for T where
    T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin
{
}

/// One statement. Only a literal becomes SQL; what a person typed is a value.
#[derive(Debug, Clone)]
pub(crate) struct Query {
    text: Cow<'static, str>,
    values: Vec<Value>,
    site: &'static Location<'static>,
    reads_all: Option<&'static str>,
    planned_anew: bool,
}

/// The text of a statement.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Literal {
    text: &'static str,
    planned_anew: bool,
}

impl Literal {
    /// One whose best plan depends on its values. PostgreSQL keeps a plan for all values of
    /// a statement that it sees often, unless that is not kept prepared.
    pub(crate) fn planned_anew(text: &'static str) -> Self {
        Self {
            text,
            planned_anew: true,
        }
    }
}

impl From<&'static str> for Literal {
    fn from(text: &'static str) -> Self {
        Self {
            text,
            planned_anew: false,
        }
    }
}

/// Begins a statement with `$1`, `$2`, … for its values. Every call of this is a call
/// site that the tests must have run on both engines.
#[track_caller]
pub(crate) fn sql(text: impl Into<Literal>) -> Query {
    let Literal { text, planned_anew } = text.into();
    Query {
        text: Cow::Borrowed(text),
        values: Vec::new(),
        site: Location::caller(),
        reads_all: None,
        planned_anew,
    }
}

impl Query {
    /// Adds the next value.
    pub(crate) fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Says why this statement may look at a whole table: the check on plans then records
    /// the reason and lets it.
    pub(crate) fn reads_all(mut self, reason: &'static str) -> Self {
        self.reads_all = Some(reason);
        self
    }

    /// Makes the one `($1, …, $n)` after VALUES stand for each row. The text still comes from
    /// the literal alone. The values of a column are all of one variant, NULLs included.
    pub(crate) fn rows(self, rows: impl Iterator<Item = Vec<Value>>) -> Rows {
        Rows::new(self, rows.collect())
    }

    /// The one row, or [`StoreError::NotFound`].
    pub(crate) async fn fetch_one<R: Record>(
        self,
        on: &mut impl Executor,
    ) -> Result<R, StoreError> {
        self.fetch_optional(on).await?.ok_or(StoreError::NotFound)
    }

    /// The row, when there is one. The statement asks by a unique key or has LIMIT 1.
    pub(crate) async fn fetch_optional<R: Record>(
        self,
        on: &mut impl Executor,
    ) -> Result<Option<R>, StoreError> {
        let site = self.site;
        let rows: Vec<R> = self.fetch_all(on).await?;
        debug_assert!(
            rows.len() <= 1,
            "{site}: asked for one row, got {}",
            rows.len()
        );
        Ok(rows.into_iter().next())
    }

    /// All rows. The statement has a LIMIT, or is about one parent's children.
    pub(crate) async fn fetch_all<R: Record>(
        self,
        on: &mut impl Executor,
    ) -> Result<Vec<R>, StoreError> {
        run!(self, on, fetch_all, |rows| {
            let records: Result<Vec<R>, sqlx::Error> =
                rows.iter().map(|row| R::from_row(row)).collect();
            records.map_err(|error| errors::store_error(&error))
        })
    }

    /// Runs it and gives the number of rows that changed.
    pub(crate) async fn execute(self, on: &mut impl Executor) -> Result<u64, StoreError> {
        run!(self, on, execute, |done| Ok(done.rows_affected()))
    }

    /// Runs a write that must change `expected` rows. A transaction in which it does
    /// not is given up.
    pub(crate) async fn execute_expecting(
        self,
        expected: usize,
        on: &mut impl Executor,
    ) -> Result<(), StoreError> {
        let changed = self.execute(on).await?;
        Self::expect(expected, changed, on)
    }

    /// Gives a transaction up in which a write changed another number of rows than it must.
    pub(super) fn expect(
        expected: usize,
        changed: u64,
        on: &mut impl Executor,
    ) -> Result<(), StoreError> {
        let expected = expected as u64;
        if changed == expected {
            return Ok(());
        }
        if let Route::Tx(tx) = on.route() {
            tx.failed = true;
        }
        Err(StoreError::RowCount { expected, changed })
    }

    /// What must hold before it may run.
    async fn before(&self, on: &mut impl Executor) -> Result<(), StoreError> {
        debug_assert_eq!(
            placeholders(&self.text),
            self.values.len(),
            "{}: placeholders and values",
            self.site
        );
        self.values.iter().try_for_each(Value::check)?;
        may_run(on)?;
        match on.route() {
            Route::Db(db) => db.note_run(self),
            Route::Tx(tx) => tx.db.note_run(self),
        }
        #[cfg(any(debug_assertions, feature = "testing"))]
        self.note(on).await;
        Ok(())
    }

    /// Notes for the tests that it runs.
    #[cfg(any(debug_assertions, feature = "testing"))]
    pub(super) async fn note(&self, on: &mut impl Executor) {
        match on.route() {
            Route::Db(db) => Box::pin(super::coverage::record(self, db)).await,
            Route::Tx(tx) => Box::pin(super::coverage::record(self, &tx.db)).await,
        }
    }

    #[cfg(any(debug_assertions, feature = "testing"))]
    pub(super) fn bind_all(mut self, values: Vec<Value>) -> Self {
        self.values = values;
        self
    }

    /// Whether SQLite's reading connections can run it.
    fn reads(&self) -> bool {
        self.text.trim_start().starts_with("SELECT")
    }

    /// Its text, where that is the literal itself.
    pub(super) fn literal(&self) -> Option<&'static str> {
        match self.text {
            Cow::Borrowed(text) => Some(text),
            Cow::Owned(_) => None,
        }
    }

    /// Why it may look at a whole table, where it may.
    pub(super) fn may_read_all(&self) -> Option<&'static str> {
        self.reads_all
    }

    pub(super) fn site(&self) -> &'static Location<'static> {
        self.site
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    #[cfg(any(debug_assertions, feature = "testing"))]
    pub(super) fn values(&self) -> &[Value] {
        &self.values
    }

    /// Whether it looks for rows, so that its plan says whether an index helps.
    pub(super) fn has_plan(&self) -> bool {
        let text = self.text.trim_start();
        let first = text.split_whitespace().next().unwrap_or_default();
        matches!(first, "UPDATE" | "DELETE") || (first == "SELECT" && text.contains("FROM"))
    }

    /// The same statement behind `EXPLAIN`, as a plan is asked for.
    #[cfg(any(debug_assertions, feature = "testing"))]
    pub(super) fn explained(&self, explain: &str) -> Self {
        Self {
            text: Cow::Owned(format!("{explain} {}", self.text)),
            ..self.clone()
        }
    }

    fn statement(text: Cow<'static, str>) -> SqlStr {
        match text {
            Cow::Borrowed(text) => text.into_sql_str(),
            // A literal behind `EXPLAIN`: see `explained`.
            Cow::Owned(text) => AssertSqlSafe(text).into_sql_str(),
        }
    }

    pub(super) fn for_sqlite(self) -> Result<(SqlStr, SqliteArguments), StoreError> {
        let mut arguments = SqliteArguments::default();
        for value in self.values {
            value
                .add_sqlite(&mut arguments)
                .map_err(|_| not_encoded())?;
        }
        Ok((Self::statement(self.text), arguments))
    }

    pub(super) fn for_postgres(self) -> Result<(SqlStr, PgArguments), StoreError> {
        let mut arguments = PgArguments::default();
        for value in self.values {
            value
                .add_postgres(&mut arguments)
                .map_err(|_| not_encoded())?;
        }
        Ok((Self::statement(self.text), arguments))
    }
}

/// Refuses to go on in a transaction in which a statement has failed.
pub(super) fn may_run(on: &mut impl Executor) -> Result<(), StoreError> {
    match on.route() {
        Route::Tx(Tx { failed: true, .. }) => Err(StoreError::Aborted),
        _ => Ok(()),
    }
}

pub(super) fn not_encoded() -> StoreError {
    StoreError::invalid("a value that the driver cannot send")
}

/// The highest `$n` in a statement. SQLite would take a value that is missing for
/// NULL, in silence.
fn placeholders(text: &str) -> usize {
    let numbers = text.split('$').skip(1);
    let number = |rest: &str| {
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        rest.get(..end)
            .and_then(|digits| digits.parse().ok())
            .unwrap_or(0)
    };
    numbers.map(number).max().unwrap_or(0)
}
