//! Rows into PostgreSQL, by COPY.

use std::fmt::Write as _;
use std::str::FromStr;

use anyhow::{Context, Result, ensure};
use chrono::{DateTime, SecondsFormat};
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};

use super::Dropped;
use crate::cell::{Cell, Table};

/// How much is sent at once.
const CHUNK: usize = 8 * 1024 * 1024;

/// Indexes that are no part of a key, with what makes them.
const INDEXES: &str = "SELECT c.relname::text, pg_get_indexdef(i.indexrelid)
    FROM pg_index i
    JOIN pg_class c ON c.oid = i.indexrelid
    JOIN pg_class t ON t.oid = i.indrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND NOT EXISTS (
        SELECT 1 FROM pg_constraint k
        WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
    ORDER BY t.relname, c.relname";

pub(crate) struct PostgresSink {
    connection: PgConnection,
    copy: String,
    /// Lines of COPY's text format.
    lines: String,
    rows: u64,
}

impl PostgresSink {
    pub(super) async fn open(url: &str) -> Result<Self> {
        let options = PgConnectOptions::from_str(url)
            .context("the PostgreSQL URL cannot be read")?
            .application_name("bench-seed")
            .options([
                ("maintenance_work_mem", "1GB"),
                ("work_mem", "256MB"),
                ("synchronous_commit", "off"),
            ])
            .disable_statement_logging();
        let connection = options
            .connect()
            .await
            .context("PostgreSQL cannot be reached")?;
        Ok(Self {
            connection,
            copy: String::new(),
            lines: String::new(),
            rows: 0,
        })
    }

    pub(super) async fn has_rows(&mut self, table: &str) -> Result<bool, sqlx::Error> {
        let query = format!("SELECT EXISTS (SELECT 1 FROM {table})");
        sqlx::query_scalar(AssertSqlSafe(query))
            .fetch_one(&mut self.connection)
            .await
    }

    pub(super) async fn drop_indexes_and_triggers(&mut self) -> Result<Dropped> {
        // Triggers of this session alone, those of foreign keys among them.
        self.run("SET session_replication_role = replica")
            .await
            .context("only a superuser can silence triggers")?;
        let indexes: Vec<(String, String)> = sqlx::query_as(INDEXES)
            .fetch_all(&mut self.connection)
            .await?;
        for (name, _) in &indexes {
            self.run(&format!("DROP INDEX \"{name}\"")).await?;
        }
        Ok(Dropped {
            indexes: indexes.into_iter().map(|(_, make)| make).collect(),
            triggers: Vec::new(),
        })
    }

    pub(super) fn begin(&mut self, table: Table) {
        self.copy = format!(
            "COPY {} ({}) FROM STDIN",
            table.name,
            table.columns.join(", ")
        );
    }

    pub(super) async fn row(&mut self, cells: &[Cell]) -> Result<()> {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.lines.push('\t');
            }
            push(&mut self.lines, cell);
        }
        self.lines.push('\n');
        self.rows += 1;
        if self.lines.len() >= CHUNK {
            self.flush().await?;
        }
        Ok(())
    }

    pub(super) async fn flush(&mut self) -> Result<()> {
        if self.rows == 0 {
            return Ok(());
        }
        let mut copy = self.connection.copy_in_raw(&self.copy).await?;
        let sent = copy.send(self.lines.as_bytes()).await.map(|_| ());
        let copied = copy.finish().await.with_context(|| self.copy.clone())?;
        sent?;
        ensure!(copied == self.rows, "{copied} of {} rows came", self.rows);
        self.lines.clear();
        self.rows = 0;
        Ok(())
    }

    pub(super) async fn run(&mut self, statement: &str) -> Result<()> {
        let statement = AssertSqlSafe(statement.to_owned());
        self.connection.execute(statement).await?;
        Ok(())
    }

    pub(super) async fn finish(self) -> Result<()> {
        self.connection.close().await?;
        Ok(())
    }
}

/// Adds a cell as COPY's text format has it.
fn push(lines: &mut String, cell: &Cell) {
    // Writing to a String cannot fail.
    let _ = match cell {
        Cell::Null => write!(lines, "\\N"),
        Cell::Text(text) => return push_text(lines, text),
        Cell::Integer(number) => write!(lines, "{number}"),
        Cell::Real(number) => write!(lines, "{number}"),
        Cell::Truth(truth) => write!(lines, "{truth}"),
        Cell::Time(micros) => {
            let time = DateTime::from_timestamp_micros(*micros).unwrap_or_default();
            lines.push_str(&time.to_rfc3339_opts(SecondsFormat::Micros, true));
            Ok(())
        }
    };
}

fn push_text(lines: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '\\' => lines.push_str("\\\\"),
            '\n' => lines.push_str("\\n"),
            '\r' => lines.push_str("\\r"),
            '\t' => lines.push_str("\\t"),
            other => lines.push(other),
        }
    }
}
