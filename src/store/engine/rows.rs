//! An INSERT of many rows. Its text hardly varies with their number, so that prepared
//! statements are found again: on PostgreSQL it is one, which takes a column as an array; on
//! SQLite there are nine, for one row, two, four and so on up to 256. Between them the next
//! larger one takes the rows: its places without a row are NULL, and it leaves those out. One
//! statement is a transaction by itself, in which SQLite keeps no second journal; several
//! would need one, which took two fifths of the time of such an INSERT.

use std::fmt::Write as _;

use sqlx::postgres::PgArguments;
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{AssertSqlSafe, SqlSafeStr as _, SqlStr, SqliteConnection, SqlitePool};

use super::limit::within;
use super::query::{Query, Record, may_run, not_encoded};
use super::snapshot::in_the_present;
use super::tx::{Inner, sealed::Route};
use super::{Executor, Pools, Tx, Value, columns, errors};
use crate::{StoreError, limits};

/// A statement whose one `VALUES ($1, …, $n)` stands for every row.
#[derive(Debug)]
pub(crate) struct Rows {
    query: Query,
    rows: Vec<Vec<Value>>,
}

/// A text with its values.
type Statement = (SqlStr, SqliteArguments);

/// The literal round its `VALUES (…)`.
struct Pieces<'a> {
    head: &'a str,
    columns: usize,
    tail: &'a str,
}

impl Rows {
    pub(super) fn new(query: Query, rows: Vec<Vec<Value>>) -> Self {
        Self { query, rows }
    }

    /// Runs it and gives the number of rows that were added. All or nothing, also outside of a
    /// transaction; nothing at all for no rows.
    pub(crate) async fn execute(self, on: &mut impl Executor) -> Result<u64, StoreError> {
        if self.rows.is_empty() {
            return Ok(0);
        }
        self.before(on).await?;
        let site = self.query.site();
        match on.route() {
            Route::Db(db) => {
                let limit = db.acquire_and_statement();
                match db.pools() {
                    Pools::Sqlite { writer, .. } => {
                        let statements = self.for_sqlite()?;
                        let run = Box::pin(in_one(statements, writer));
                        within(db, limit, site, run).await
                    }
                    Pools::Postgres(pool) => {
                        let (text, values) = self.for_postgres()?;
                        let run = Box::pin(sqlx::query_with(text, values).execute(pool));
                        let done = within(db, limit, site, run).await?;
                        Ok(done.rows_affected())
                    }
                }
            }
            Route::Tx(Tx {
                inner, db, failed, ..
            }) => {
                let limit = db.options().statement_timeout;
                *failed = true;
                let added = match inner {
                    Inner::Sqlite(tx) => {
                        let run = Box::pin(one_after_the_other(self.for_sqlite()?, tx));
                        within(db, limit, site, run).await?
                    }
                    Inner::Postgres(tx) => {
                        let (text, values) = self.for_postgres()?;
                        let run = Box::pin(sqlx::query_with(text, values).execute(&mut **tx));
                        within(db, limit, site, run).await?.rows_affected()
                    }
                };
                *failed = false;
                Ok(added)
            }
        }
    }

    /// Runs it inside a transaction and gives what it returns for the rows that were written.
    pub(crate) async fn fetch_all<R: Record>(self, mut on: &mut Tx) -> Result<Vec<R>, StoreError> {
        if self.rows.is_empty() {
            return Ok(Vec::new());
        }
        self.before(&mut on).await?;
        let site = self.query.site();
        let Tx {
            inner, db, failed, ..
        } = on;
        let limit = db.options().statement_timeout;
        *failed = true;
        let records: Result<Vec<R>, sqlx::Error> = match inner {
            Inner::Sqlite(tx) => {
                let run = Box::pin(all_returned(self.for_sqlite()?, tx));
                let rows = within(db, limit, site, run).await?;
                rows.iter().map(|row| R::from_row(row)).collect()
            }
            Inner::Postgres(tx) => {
                let (text, values) = self.for_postgres()?;
                let run = Box::pin(sqlx::query_with(text, values).fetch_all(&mut **tx));
                let rows = within(db, limit, site, run).await?;
                rows.iter().map(|row| R::from_row(row)).collect()
            }
        };
        let records = records.map_err(|error| errors::store_error(&error))?;
        *failed = false;
        Ok(records)
    }

    /// Runs a write that must add `expected` rows. A transaction in which it does not is given
    /// up.
    pub(crate) async fn execute_expecting(
        self,
        expected: usize,
        on: &mut impl Executor,
    ) -> Result<(), StoreError> {
        let added = self.execute(on).await?;
        Query::expect(expected, added, on)
    }

    /// What must hold before it may run.
    async fn before(&self, on: &mut impl Executor) -> Result<(), StoreError> {
        let columns = pieces(&self.query)?.columns;
        for row in &self.rows {
            debug_assert_eq!(row.len(), columns, "{}: values of a row", self.query.site());
            row.iter().try_for_each(Value::check)?;
        }
        may_run(on)?;
        #[cfg(any(debug_assertions, feature = "testing"))]
        {
            let one = self.rows.first().cloned().unwrap_or_default();
            self.query.clone().bind_all(one).note(on).await;
            match on.route() {
                Route::Db(db) => super::transcript::write_rest(&self.query, &self.rows, db),
                Route::Tx(tx) => super::transcript::write_rest(&self.query, &self.rows, &tx.db),
            }
        }
        Ok(())
    }

    /// One statement, or several where there are more rows than one carries.
    fn for_sqlite(self) -> Result<Vec<Statement>, StoreError> {
        let Pieces {
            head,
            columns,
            tail,
        } = pieces(&self.query)?;
        if !self.rows.iter().all(|row| has_key(row)) {
            return Err(StoreError::invalid("a row whose first column is NULL"));
        }
        let mut statements = Vec::new();
        let mut left = self.rows.len();
        let mut rows = self.rows.into_iter();
        while left > 0 {
            let size = limits::ROWS_PER_STATEMENT.min(left);
            left -= size;
            let mut arguments = SqliteArguments::default();
            for value in rows.by_ref().take(size).flatten() {
                let added = value.add_sqlite(&mut arguments);
                added.map_err(|_| not_encoded())?;
            }
            let places = size.next_power_of_two();
            statements.push((repeated(head, columns, places, tail), arguments));
        }
        Ok(statements)
    }

    fn for_postgres(self) -> Result<(SqlStr, PgArguments), StoreError> {
        let Pieces {
            head,
            columns,
            tail,
        } = pieces(&self.query)?;
        let mut text = format!("{head}SELECT * FROM UNNEST(");
        let mut arguments = PgArguments::default();
        for (number, column) in (1..).zip(columns::of(self.rows, columns)) {
            let comma = if number == 1 { "" } else { ", " };
            let array = columns::add(column, &mut arguments)?;
            // Writing to a String cannot fail.
            let _ = write!(text, "{comma}${number}::{array}");
        }
        text.push(')');
        text.push_str(tail);
        // Made of a literal's own pieces, numbers and names of types.
        Ok((AssertSqlSafe(text).into_sql_str(), arguments))
    }
}

fn pieces(query: &Query) -> Result<Pieces<'_>, StoreError> {
    let pieces = || {
        let (head, rest) = query.text().split_once("VALUES (")?;
        let (group, tail) = rest.split_once(')')?;
        let columns = group.split(',').count();
        Some(Pieces {
            head,
            columns,
            tail,
        })
    };
    pieces().ok_or_else(|| StoreError::invalid("a statement without VALUES to repeat"))
}

/// Whether the row's first column tells it from a place without a row.
fn has_key(row: &[Value]) -> bool {
    matches!(row.first(), Some(Value::Text(Some(_))))
}

/// The text with places for `rows` rows, made of a literal's own pieces. Places that get no value
/// are NULL. The parameters have no names: the driver would look each of them up.
fn repeated(head: &str, columns: usize, rows: usize, tail: &str) -> SqlStr {
    let row = format!("({})", vec!["?"; columns].join(", "));
    let text = if rows == 1 {
        format!("{head}VALUES {row}{tail}")
    } else {
        let rows = vec![row; rows].join(", ");
        format!("{head}SELECT * FROM (VALUES {rows}) WHERE column1 IS NOT NULL{tail}")
    };
    AssertSqlSafe(text).into_sql_str()
}

async fn one_after_the_other(
    statements: Vec<Statement>,
    on: &mut SqliteConnection,
) -> Result<u64, sqlx::Error> {
    let mut added = 0;
    for (text, values) in statements {
        let run = sqlx::query_with(text, values).execute(&mut *on);
        added += run.await?.rows_affected();
    }
    Ok(added)
}

async fn all_returned(
    statements: Vec<Statement>,
    on: &mut SqliteConnection,
) -> Result<Vec<SqliteRow>, sqlx::Error> {
    let mut rows = Vec::new();
    for (text, values) in statements {
        let run = sqlx::query_with(text, values).fetch_all(&mut *on);
        rows.extend(run.await?);
    }
    Ok(rows)
}

/// In a transaction of their own, unless one statement is one already.
async fn in_one(statements: Vec<Statement>, writer: &SqlitePool) -> Result<u64, sqlx::Error> {
    if let [(text, values)] = statements.as_slice() {
        let run = || sqlx::query_with(text.clone(), values.clone()).execute(writer);
        return Ok(in_the_present(run).await?.rows_affected());
    }
    let mut tx = in_the_present(|| writer.begin_with("BEGIN IMMEDIATE")).await?;
    let added = one_after_the_other(statements, &mut tx).await?;
    tx.commit().await?;
    Ok(added)
}
