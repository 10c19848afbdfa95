//! Rows into a SQLite file, many with each INSERT.

use std::str::FromStr;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteLockingMode,
    SqliteSynchronous,
};
use sqlx::{Arguments, AssertSqlSafe, ConnectOptions, Connection, Executor};

use super::Dropped;
use crate::cell::{Cell, Table};

/// Rows of one INSERT; with the widest table's columns far below SQLite's 32,766 parameters.
const ROWS: usize = 500;

/// INSERTs of one transaction.
const STATEMENTS: usize = 400;

pub(crate) struct SqliteSink {
    connection: SqliteConnection,
    options: SqliteConnectOptions,
    table: Option<Table>,
    /// The INSERT of as many rows as go into one.
    insert: Arc<str>,
    arguments: SqliteArguments,
    rows: usize,
    statements: usize,
}

impl SqliteSink {
    pub(super) async fn open(url: &str) -> Result<Self> {
        let options = SqliteConnectOptions::from_str(url)
            .context("the SQLite URL cannot be read")?
            .disable_statement_logging();
        // Nothing is kept for the case of a failure: the file is thrown away then.
        let careless = options
            .clone()
            .journal_mode(SqliteJournalMode::Off)
            .synchronous(SqliteSynchronous::Off)
            .locking_mode(SqliteLockingMode::Exclusive)
            .foreign_keys(false)
            .pragma("cache_size", "-1000000")
            .pragma("temp_store", "MEMORY")
            .pragma("threads", "2");
        let connection = careless
            .connect()
            .await
            .context("the SQLite file cannot be opened")?;
        Ok(Self {
            connection,
            options,
            table: None,
            insert: Arc::from(""),
            arguments: SqliteArguments::default(),
            rows: 0,
            statements: 0,
        })
    }

    pub(super) async fn has_rows(&mut self, table: &str) -> Result<bool, sqlx::Error> {
        let query = format!("SELECT EXISTS (SELECT 1 FROM {table})");
        sqlx::query_scalar(AssertSqlSafe(query))
            .fetch_one(&mut self.connection)
            .await
    }

    pub(super) async fn drop_indexes_and_triggers(&mut self) -> Result<Dropped> {
        let indexes = self.drop_all("index").await?;
        let triggers = self.drop_all("trigger").await?;
        Ok(Dropped { indexes, triggers })
    }

    /// What has no text belongs to a key. Tables of a search have theirs without ours.
    async fn drop_all(&mut self, kind: &'static str) -> Result<Vec<String>> {
        let found: Vec<(String, String)> = sqlx::query_as(
            "SELECT name, sql FROM sqlite_master
             WHERE type = ? AND sql IS NOT NULL ORDER BY tbl_name, name",
        )
        .bind(kind)
        .fetch_all(&mut self.connection)
        .await?;
        for (name, _) in &found {
            self.run(&format!("DROP {kind} \"{name}\"")).await?;
        }
        Ok(found.into_iter().map(|(_, make)| make).collect())
    }

    pub(super) async fn begin(&mut self, table: Table) -> Result<()> {
        self.table = Some(table);
        self.insert = insert(table, ROWS).into();
        self.run("BEGIN").await
    }

    pub(super) async fn row(&mut self, cells: Vec<Cell>) -> Result<()> {
        for cell in cells {
            add(&mut self.arguments, cell)?;
        }
        self.rows += 1;
        if self.rows == ROWS {
            let insert = self.insert.clone();
            self.send(insert).await?;
        }
        if self.statements == STATEMENTS {
            self.statements = 0;
            self.run("COMMIT").await?;
            self.run("BEGIN").await?;
        }
        Ok(())
    }

    pub(super) async fn end(&mut self) -> Result<()> {
        if let Some(table) = self.table.take()
            && self.rows > 0
        {
            let insert = insert(table, self.rows).into();
            self.send(insert).await?;
        }
        self.run("COMMIT").await
    }

    async fn send(&mut self, insert: Arc<str>) -> Result<()> {
        let arguments = std::mem::take(&mut self.arguments);
        self.rows = 0;
        self.statements += 1;
        sqlx::query_with(AssertSqlSafe(insert), arguments)
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }

    pub(super) async fn run(&mut self, statement: &str) -> Result<()> {
        let statement = AssertSqlSafe(statement.to_owned());
        self.connection.execute(statement).await?;
        Ok(())
    }

    /// Puts the file back into the mode that the program opens it in.
    pub(super) async fn finish(self) -> Result<()> {
        self.connection.close().await?;
        let wal = self.options.journal_mode(SqliteJournalMode::Wal);
        wal.connect().await?.close().await?;
        Ok(())
    }
}

fn insert(table: Table, rows: usize) -> String {
    let row = format!("({})", vec!["?"; table.columns.len()].join(", "));
    let rows = vec![row; rows].join(", ");
    let columns = table.columns.join(", ");
    format!("INSERT INTO {} ({columns}) VALUES {rows}", table.name)
}

fn add(arguments: &mut SqliteArguments, cell: Cell) -> Result<()> {
    let added = match cell {
        Cell::Null => arguments.add(None::<i64>),
        Cell::Text(text) => arguments.add(text),
        Cell::Integer(number) | Cell::Time(number) => arguments.add(number),
        Cell::Real(number) => arguments.add(number),
        Cell::Truth(truth) => arguments.add(truth),
    };
    added.map_err(|error| anyhow!("a value that cannot be sent: {error}"))
}
