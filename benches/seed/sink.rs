//! Where rows go: around the store and straight into either engine.

mod derived;
mod postgres;
mod sqlite;

use anyhow::{Context, Result};

use crate::cell::{Cell, Table};
use crate::{Progress, Refused};
use postgres::PostgresSink;
use sqlite::SqliteSink;

/// The tables that must be empty. What the others hold refers to them.
const MUST_BE_EMPTY: &[&str] = &["users", "guilds", "audit_logs"];

/// An open database that is being filled.
pub(crate) enum Sink {
    Sqlite(Box<SqliteSink>),
    Postgres(PostgresSink),
}

/// What was taken away while rows are written, as statements that make it again.
pub(crate) struct Dropped {
    indexes: Vec<String>,
    triggers: Vec<String>,
}

impl Sink {
    pub(crate) async fn open(url: &str) -> Result<Self> {
        match url.split_once(':').map(|(scheme, _)| scheme) {
            Some("sqlite") => Ok(Self::Sqlite(Box::new(SqliteSink::open(url).await?))),
            Some("postgres" | "postgresql") => Ok(Self::Postgres(PostgresSink::open(url).await?)),
            _ => Err(
                Refused("--database-url must begin with sqlite:// or postgres://".to_owned())
                    .into(),
            ),
        }
    }

    /// [`Refused`] unless there are our tables, and nothing in them.
    pub(crate) async fn refuse_unless_empty(&mut self) -> Result<()> {
        for table in MUST_BE_EMPTY {
            let rows = match self {
                Self::Sqlite(sink) => sink.has_rows(table).await,
                Self::Postgres(sink) => sink.has_rows(table).await,
            };
            let refused = match rows {
                Ok(false) => continue,
                Ok(true) => format!(
                    "the database holds data already (in {table}): an empty one is needed, fresh from `slimy migrate`"
                ),
                Err(sqlx::Error::Database(_)) => {
                    format!("the database has no table {table}: run `slimy migrate` on it first")
                }
                Err(error) => return Err(error.into()),
            };
            return Err(Refused(refused).into());
        }
        Ok(())
    }

    /// Takes away what would be kept up to date row by row.
    pub(crate) async fn drop_indexes_and_triggers(&mut self) -> Result<Dropped> {
        match self {
            Self::Sqlite(sink) => sink.drop_indexes_and_triggers().await,
            Self::Postgres(sink) => sink.drop_indexes_and_triggers().await,
        }
    }

    /// Rows go to this table from here on.
    pub(crate) async fn begin(&mut self, table: Table) -> Result<()> {
        match self {
            Self::Sqlite(sink) => sink.begin(table).await,
            Self::Postgres(sink) => {
                sink.begin(table);
                Ok(())
            }
        }
    }

    /// Takes a row, whose cells are in the order of the table's columns.
    pub(crate) async fn row(&mut self, cells: Vec<Cell>) -> Result<()> {
        match self {
            Self::Sqlite(sink) => sink.row(cells).await,
            Self::Postgres(sink) => sink.row(&cells).await,
        }
    }

    /// No more rows for this table.
    pub(crate) async fn end(&mut self) -> Result<()> {
        match self {
            Self::Sqlite(sink) => sink.end().await,
            Self::Postgres(sink) => sink.flush().await,
        }
    }

    /// Writes what the triggers would have written meanwhile.
    pub(crate) async fn fill_derived(&mut self, progress: &mut impl Progress) -> Result<()> {
        let statements = derived::statements(match self {
            Self::Sqlite(_) => "sqlite",
            Self::Postgres(_) => "postgres",
        })?;
        self.run_all("counts, searches", &statements, progress)
            .await
    }

    /// Makes indexes and triggers as they were.
    pub(crate) async fn make_again(
        &mut self,
        dropped: &Dropped,
        progress: &mut impl Progress,
    ) -> Result<()> {
        self.run_all("indexes", &dropped.indexes, progress).await?;
        self.run_all("triggers", &dropped.triggers, progress).await
    }

    /// Lets the engine learn what there is now, and leaves the database as the program expects it.
    pub(crate) async fn finish(mut self, progress: &mut impl Progress) -> Result<()> {
        let analyze = match &self {
            Self::Sqlite(_) => "ANALYZE",
            // Also marks pages as seen by everybody, as the server does in time by itself.
            Self::Postgres(_) => "VACUUM (ANALYZE)",
        };
        self.run_all("statistics", &[analyze.to_owned()], progress)
            .await?;
        match self {
            Self::Sqlite(sink) => sink.finish().await,
            Self::Postgres(sink) => sink.finish().await,
        }
    }

    async fn run_all(
        &mut self,
        what: &str,
        statements: &[String],
        progress: &mut impl Progress,
    ) -> Result<()> {
        let steps = u64::try_from(statements.len()).unwrap_or(u64::MAX);
        progress.begin(what, steps);
        for statement in statements {
            match self {
                Self::Sqlite(sink) => sink.run(statement).await,
                Self::Postgres(sink) => sink.run(statement).await,
            }
            .with_context(|| first_line(statement))?;
            progress.advance(1);
        }
        Ok(())
    }
}

fn first_line(statement: &str) -> String {
    statement.lines().next().unwrap_or_default().to_owned()
}
