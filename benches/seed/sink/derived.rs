//! What triggers derive from rows: the daily counts of the audit log, the numbers and
//! texts of SQLite's searches.
//!
//! The migrations that made those tables filled them for the rows that were there already,
//! all at once. The same statements do it here, so there is no second opinion on what
//! belongs into them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// What such a statement begins with, at the beginning of a line: those of triggers are indented.
const BEGINNING: &str = "INSERT INTO ";

/// What the migration takes for entries from before the chain is in it here.
const CHAINED: [&str; 2] = ["INSERT INTO audit_unchained ", "INSERT INTO audit_heads "];

/// The statements of all migrations of an engine (`sqlite` or `postgres`), in their order.
pub(super) fn statements(engine: &str) -> Result<Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations");
    let folder = folder.join(engine);
    let migrations = || -> Result<Vec<String>> {
        let mut files = fs::read_dir(&folder)?
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<Vec<_>>>()?;
        files.sort_unstable();
        files
            .iter()
            .map(|file| Ok(fs::read_to_string(file)?))
            .collect()
    };
    let migrations = migrations().with_context(|| format!("reading {}", folder.display()))?;
    Ok(migrations
        .iter()
        .flat_map(|migration| insertions(migration))
        .collect())
}

fn insertions(migration: &str) -> impl Iterator<Item = String> {
    let code = |line: &&str| !line.trim_start().starts_with("--");
    let lines: Vec<&str> = migration.lines().filter(code).collect();
    let text = lines.join("\n");
    let statements: Vec<String> = text
        .split_inclusive(";\n")
        .map(|statement| statement.trim_start_matches('\n'))
        .filter(|statement| statement.starts_with(BEGINNING))
        .filter(|statement| !CHAINED.iter().any(|table| statement.starts_with(table)))
        .map(|statement| statement.trim_end().to_owned())
        .collect();
    statements.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_filled_on_both_engines_and_searches_on_sqlite() {
        let (sqlite, postgres) = (
            statements("sqlite").unwrap(),
            statements("postgres").unwrap(),
        );
        for table in ["audit_daily_actions", "audit_daily_users"] {
            let fills = |text: &&String| text.starts_with(&format!("INSERT INTO {table}"));
            assert_eq!(sqlite.iter().filter(fills).count(), 2);
            assert_eq!(postgres.iter().filter(fills).count(), 1);
        }
        let search = |text: &&String| text.contains("_search ");
        assert!(sqlite.iter().filter(search).count() >= 2);
    }

    #[test]
    fn what_stands_in_a_trigger_is_left_out() {
        let migration = "CREATE TRIGGER t\nBEGIN\n    INSERT INTO a VALUES (1);\nEND;\n\
                         -- Why.\nINSERT INTO b\n    SELECT 1;\n";
        let found: Vec<String> = insertions(migration).collect();
        assert_eq!(found, ["INSERT INTO b\n    SELECT 1;"]);
    }
}
