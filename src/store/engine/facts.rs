//! What the schema of a live database consists of, in the same words for both engines.

use std::collections::BTreeSet;

use sqlx::{PgPool, SqlitePool};

use super::limit::within;
use super::{Db, Pools};
use crate::StoreError;

/// One column per row. Shadow tables are a virtual table's own affair.
const SQLITE_COLUMNS: &str = "SELECT m.name || '.' || c.name || ' ' || c.type
        || CASE WHEN c.\"notnull\" THEN ' not null' ELSE '' END
    FROM pragma_table_list m JOIN pragma_table_info(m.name, 'main') c
    WHERE m.schema = 'main' AND m.type = 'table'
        AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND m.name NOT LIKE '\\_sqlx%' ESCAPE '\\'";

const SQLITE_KEYS: &str = "SELECT 'key of ' || m.name || '.' || c.name
    FROM pragma_table_list m JOIN pragma_table_info(m.name, 'main') c
    WHERE m.schema = 'main' AND m.type = 'table' AND c.pk > 0
        AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND m.name NOT LIKE '\\_sqlx%' ESCAPE '\\'";

const SQLITE_REFERENCES: &str = "SELECT 'reference ' || m.name || '.' || f.\"from\" || ' to '
        || f.\"table\" || '.' || f.\"to\" || ' on delete ' || f.on_delete
    FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'";

const SQLITE_INDEXES: &str = "SELECT 'index ' || i.name || ' on ' || m.name || ' ('
        || (SELECT group_concat(coalesce(x.name, '(expression)'), ',')
            FROM pragma_index_info(i.name) x) || ')'
        || CASE WHEN i.\"unique\" THEN ' unique' ELSE '' END
        || CASE WHEN i.partial THEN ' partial' ELSE '' END
    FROM sqlite_master m JOIN pragma_index_list(m.name) i
    WHERE m.type = 'table' AND i.origin = 'c'";

const SQLITE_TRIGGERS: &str = "SELECT 'trigger ' || name || ' on ' || tbl_name FROM sqlite_master
    WHERE type = 'trigger'";

/// A full-text index stands beside its table and is named after it.
const SQLITE_SEARCHES: &str = "SELECT CASE
            WHEN name LIKE '%\\_search' ESCAPE '\\'
                THEN 'search of ' || substr(name, 1, length(name) - length('_search'))
            ELSE 'virtual table ' || name
        END
    FROM sqlite_master WHERE type = 'table' AND rootpage = 0";

/// Several of PostgreSQL's types are one of SQLite's: what is compared is the family.
const POSTGRES_COLUMNS: &str = "SELECT c.table_name || '.' || c.column_name || ' '
        || CASE WHEN c.data_type IN ('text', 'jsonb') THEN 'TEXT'
            WHEN c.data_type IN ('bigint', 'boolean', 'timestamp with time zone') THEN 'INTEGER'
            WHEN c.data_type = 'double precision' THEN 'REAL'
            WHEN c.data_type = 'bytea' THEN 'BLOB'
            ELSE upper(c.data_type) END
        || CASE WHEN c.is_nullable = 'NO' THEN ' not null' ELSE '' END
    FROM information_schema.columns c
    WHERE c.table_schema = current_schema() AND c.table_name <> '_sqlx_migrations'";

const POSTGRES_KEYS: &str = "SELECT CASE
            WHEN c.contype = 'p' THEN 'key of ' || t.relname || '.' || a.attname
            ELSE 'reference ' || t.relname || '.' || a.attname || ' to ' || u.relname || '.'
                || b.attname || ' on delete '
                || CASE c.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL'
                    WHEN 'r' THEN 'RESTRICT' WHEN 'd' THEN 'SET DEFAULT' ELSE 'NO ACTION' END
        END
    FROM pg_constraint c
    JOIN pg_class t ON t.oid = c.conrelid
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    LEFT JOIN pg_class u ON u.oid = c.confrelid
    LEFT JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1]
    WHERE c.contype IN ('p', 'f') AND t.relname <> '_sqlx_migrations'
        AND t.relnamespace = quote_ident(current_schema())::regnamespace";

/// One that is not a B-tree is there for the search, and is named after its table.
const POSTGRES_INDEXES: &str = "SELECT CASE
        WHEN m.amname = 'gin' AND i.relname = t.relname || '_search' THEN 'search of ' || t.relname
        ELSE 'index ' || i.relname || ' on ' || t.relname || ' (' || (
            SELECT string_agg(replace(pg_get_indexdef(x.indexrelid, k, true), '\"', ''), ',' ORDER BY k)
            FROM generate_series(1, x.indnkeyatts) k
        ) || ')' || CASE WHEN x.indisunique THEN ' unique' ELSE '' END
        || CASE WHEN x.indpred IS NOT NULL THEN ' partial' ELSE '' END
        || CASE WHEN m.amname <> 'btree' THEN ' using ' || m.amname ELSE '' END
        END
    FROM pg_index x
    JOIN pg_class i ON i.oid = x.indexrelid
    JOIN pg_am m ON m.oid = i.relam
    JOIN pg_class t ON t.oid = x.indrelid
    WHERE i.relnamespace = quote_ident(current_schema())::regnamespace AND NOT x.indisprimary";

const POSTGRES_TRIGGERS: &str = "SELECT 'trigger ' || g.tgname || ' on ' || t.relname
    FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid
    WHERE NOT g.tgisinternal AND t.relnamespace = quote_ident(current_schema())::regnamespace";

impl Db {
    /// A line for each column, key, reference, index and trigger of the live schema.
    pub(crate) async fn schema_facts(&self) -> Result<BTreeSet<String>, StoreError> {
        let mut facts = BTreeSet::new();
        match self.pools() {
            Pools::Sqlite { readers, .. } => {
                for ask in [
                    SQLITE_COLUMNS,
                    SQLITE_KEYS,
                    SQLITE_REFERENCES,
                    SQLITE_INDEXES,
                    SQLITE_TRIGGERS,
                    SQLITE_SEARCHES,
                ] {
                    facts.extend(self.sqlite_texts(readers, ask).await?);
                }
            }
            Pools::Postgres(pool) => {
                for ask in [
                    POSTGRES_COLUMNS,
                    POSTGRES_KEYS,
                    POSTGRES_INDEXES,
                    POSTGRES_TRIGGERS,
                ] {
                    facts.extend(self.postgres_texts(pool, ask).await?);
                }
            }
        }
        Ok(facts)
    }

    async fn sqlite_texts(
        &self,
        pool: &SqlitePool,
        ask: &'static str,
    ) -> Result<Vec<String>, StoreError> {
        let ask = sqlx::query_scalar(ask).fetch_all(pool);
        within(self, self.acquire_and_statement(), "schema", ask).await
    }

    async fn postgres_texts(
        &self,
        pool: &PgPool,
        ask: &'static str,
    ) -> Result<Vec<String>, StoreError> {
        let ask = sqlx::query_scalar(ask).fetch_all(pool);
        within(self, self.acquire_and_statement(), "schema", ask).await
    }
}
