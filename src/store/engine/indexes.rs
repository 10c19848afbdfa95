//! What an engine knows about its indexes, and how it would run a statement.

use std::collections::BTreeSet;

use sqlx::{AssertSqlSafe, FromRow, Row};

use super::limit::within;
use super::observed::Statement;
use super::{Db, Pools};
use crate::{StoreError, Timestamp};

/// An index that is not a primary key's.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct Index {
    pub(crate) name: String,
    pub(crate) table_name: String,
    /// Its columns with commas between them.
    pub(crate) columns: String,
    pub(crate) is_unique: bool,
    /// What rows must fulfil to be in it: PostgreSQL's words, or the whole of SQLite's definition.
    pub(crate) condition: Option<String>,
    /// How it is organised, as `btree`.
    pub(crate) method: String,
    /// How much room it takes, where the engine tells.
    pub(crate) bytes: Option<i64>,
    /// How often it was used, where the engine counts.
    pub(crate) scans: Option<i64>,
}

/// How a table was read, by PostgreSQL's statistics.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct TableReads {
    pub(crate) name: String,
    pub(crate) live_rows: i64,
    pub(crate) sequential: i64,
    pub(crate) indexed: i64,
}

const SQLITE_INDEXES: &str = "SELECT i.name, m.name AS table_name,
        (SELECT group_concat(coalesce(x.name, '(expression)'), ',')
         FROM pragma_index_info(i.name) x) AS columns,
        i.\"unique\" <> 0 AS is_unique,
        CASE WHEN i.partial THEN d.sql END AS condition,
        'btree' AS method, NULL AS bytes, NULL AS scans
    FROM pragma_table_list m JOIN pragma_index_list(m.name) i
    LEFT JOIN sqlite_master d ON d.type = 'index' AND d.name = i.name
    WHERE m.schema = 'main' AND m.type = 'table' AND i.origin = 'c'
    ORDER BY m.name, i.name";

const POSTGRES_INDEXES: &str = "SELECT CAST(i.relname AS TEXT) AS name,
        CAST(t.relname AS TEXT) AS table_name,
        (SELECT string_agg(pg_get_indexdef(x.indexrelid, k, true), ',' ORDER BY k)
         FROM generate_series(1, x.indnkeyatts) k) AS columns,
        x.indisunique AS is_unique,
        pg_get_expr(x.indpred, x.indrelid) AS condition,
        CAST(m.amname AS TEXT) AS method,
        pg_relation_size(i.oid) AS bytes,
        COALESCE(s.idx_scan, 0) AS scans
    FROM pg_index x
    JOIN pg_class i ON i.oid = x.indexrelid
    JOIN pg_am m ON m.oid = i.relam
    JOIN pg_class t ON t.oid = x.indrelid
    LEFT JOIN pg_stat_user_indexes s ON s.indexrelid = x.indexrelid
    WHERE i.relnamespace = quote_ident(current_schema())::regnamespace AND NOT x.indisprimary
        AND t.relname <> '_sqlx_migrations'
    ORDER BY t.relname, i.relname";

const POSTGRES_READS: &str = "SELECT CAST(relname AS TEXT) AS name, n_live_tup AS live_rows,
        COALESCE(seq_scan, 0) AS sequential, COALESCE(idx_scan, 0) AS indexed
    FROM pg_stat_user_tables
    WHERE schemaname = current_schema() AND relname <> '_sqlx_migrations' ORDER BY relname";

const SQLITE_REFERRING: &str = "SELECT m.name || '.' || f.\"from\"
    FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'";

impl Db {
    /// Every index that is not a primary key's, by table and name.
    pub(crate) async fn indexes(&self) -> Result<Vec<Index>, StoreError> {
        let limit = self.acquire_and_statement();
        match self.pools() {
            Pools::Sqlite { readers, .. } => {
                let ask = sqlx::query_as(SQLITE_INDEXES).fetch_all(readers);
                within(self, limit, "indexes", ask).await
            }
            Pools::Postgres(pool) => {
                let ask = sqlx::query_as(POSTGRES_INDEXES).fetch_all(pool);
                within(self, limit, "indexes", ask).await
            }
        }
    }

    /// How each table was read, and since when that is counted, where it was ever set back;
    /// empty on SQLite, which counts nothing.
    pub(crate) async fn table_reads(
        &self,
    ) -> Result<(Vec<TableReads>, Option<Timestamp>), StoreError> {
        let Pools::Postgres(pool) = self.pools() else {
            return Ok((Vec::new(), None));
        };
        let limit = self.acquire_and_statement();
        let reads = sqlx::query_as(POSTGRES_READS).fetch_all(pool);
        let reads = within(self, limit, "statistics", reads).await?;
        let since = "SELECT stats_reset FROM pg_stat_database WHERE datname = current_database()";
        let since = sqlx::query_scalar(since).fetch_one(pool);
        let since = within(self, limit, "statistics", since).await?;
        Ok((reads, since))
    }

    /// The columns that refer to another table, as `sessions.user_id`. SQLite looks them up
    /// when a row of the other table goes, which no plan says.
    pub(crate) async fn referring_columns(&self) -> Result<BTreeSet<String>, StoreError> {
        let Pools::Sqlite { readers, .. } = self.pools() else {
            return Ok(BTreeSet::new());
        };
        let ask = sqlx::query_scalar(SQLITE_REFERRING).fetch_all(readers);
        let columns: Vec<String> =
            within(self, self.acquire_and_statement(), "indexes", ask).await?;
        Ok(columns.into_iter().collect())
    }

    /// The steps in which SQLite would run the statement; none on PostgreSQL, which counts
    /// what it did.
    pub(crate) async fn plan_of(&self, statement: Statement) -> Result<Vec<String>, StoreError> {
        let Pools::Sqlite { readers, .. } = self.pools() else {
            return Ok(Vec::new());
        };
        // A literal of ours behind two words; values that are not bound are NULL.
        let text = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {}", statement.text));
        let ask = sqlx::query(text).fetch_all(readers);
        let steps = within(self, self.acquire_and_statement(), "plan", ask).await?;
        let details = steps.iter().map(|step| step.try_get("detail"));
        let details: Result<Vec<String>, sqlx::Error> = details.collect();
        details.map_err(|error| super::errors::store_error(&error))
    }

    /// Whether a table of SQLite has more than `rows` rows, without counting all of them.
    pub(crate) async fn has_more_rows(&self, table: &str, rows: u32) -> Result<bool, StoreError> {
        let Pools::Sqlite { readers, .. } = self.pools() else {
            return Ok(false);
        };
        // The name comes from the schema, and cannot be a parameter.
        let table = table.replace('"', "\"\"");
        let text =
            format!("SELECT count(*) > {rows} FROM (SELECT 1 FROM \"{table}\" LIMIT {rows} + 1)");
        let ask = sqlx::query_scalar(AssertSqlSafe(text)).fetch_one(readers);
        within(self, self.acquire_and_statement(), "rows", ask).await
    }
}
