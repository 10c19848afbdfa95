//! By the plans that SQLite makes for the statements that this process has run.

use std::collections::BTreeSet;

use super::{Advice, Basis, MANY_ROWS};
use crate::engine::{Index, Statement};
use crate::{Db, StoreError};

/// How many statements have to have run before an index that none of them uses is named: a
/// program that has only just started uses none.
const ENOUGH: usize = 50;

pub(super) async fn advice(db: &Db, indexes: &[Index]) -> Result<(Basis, Vec<Advice>), StoreError> {
    let statements = db.statements();
    let tables: BTreeSet<&str> = indexes
        .iter()
        .map(|index| index.table_name.as_str())
        .collect();
    let mut used = BTreeSet::new();
    let mut advice = Vec::new();
    for statement in &statements {
        for step in db.plan_of(*statement).await? {
            used.extend(used_index(&step).map(str::to_owned));
            let scanned = scanned(&step).and_then(|name| table_called(name, statement, &tables));
            if let Some(table) = scanned
                && db.has_more_rows(table, MANY_ROWS).await?
            {
                advice.push(Advice::Scan {
                    table: table.to_owned(),
                    site: statement.site.to_string(),
                });
            }
        }
    }
    if statements.len() >= ENOUGH {
        let referring = db.referring_columns().await?;
        let unused = indexes.iter().filter(|index| {
            let first = index.columns.split(',').next().unwrap_or_default();
            let deletes = referring.contains(&format!("{}.{first}", index.table_name));
            !index.is_unique && !deletes && !used.contains(&index.name)
        });
        advice.extend(unused.map(|index| Advice::Unused {
            index: index.name.clone(),
            table: index.table_name.clone(),
            bytes: None,
        }));
    }
    let basis = Basis::Plans {
        statements: statements.len(),
    };
    Ok((basis, advice))
}

/// The index that a step names, as in `SEARCH users USING INDEX users_created_at (…)`.
fn used_index(step: &str) -> Option<&str> {
    let (_, rest) = step.split_once(" INDEX ")?;
    rest.split([' ', '(']).next()
}

/// What a step reads whole, by the name that it has in the statement. A virtual table says
/// for itself how it is read.
fn scanned(step: &str) -> Option<&str> {
    let rest = step.strip_prefix("SCAN ")?;
    let alone = !rest.contains("USING ") && !rest.contains("VIRTUAL TABLE");
    alone.then(|| rest.split(' ').next().unwrap_or(rest))
}

/// The table of that name, or the one that the statement gives that name.
fn table_called<'a>(
    name: &str,
    statement: &Statement,
    tables: &BTreeSet<&'a str>,
) -> Option<&'a str> {
    if let Some(table) = tables.get(name) {
        return Some(*table);
    }
    let separator = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',');
    let words = statement
        .text
        .split(separator)
        .filter(|word| !word.is_empty() && *word != "AS");
    let words: Vec<&str> = words.collect();
    let pairs = words.iter().zip(words.iter().skip(1));
    pairs
        .filter(|(_, alias)| **alias == name)
        .find_map(|(table, _)| tables.get(*table).copied())
}

#[cfg(test)]
mod tests {
    use std::panic::Location;

    use super::*;

    #[test]
    fn a_step_says_which_index_it_uses_and_what_it_reads_whole() {
        assert_eq!(
            used_index("SEARCH u USING INDEX users_created_at (created_at>?)"),
            Some("users_created_at")
        );
        assert_eq!(used_index("SCAN u USING COVERING INDEX x"), Some("x"));
        assert_eq!(
            used_index("SEARCH u USING INTEGER PRIMARY KEY (rowid=?)"),
            None
        );
        assert_eq!(scanned("SCAN u"), Some("u"));
        assert_eq!(scanned("SCAN u USING INDEX x"), None);
        assert_eq!(scanned("SCAN f VIRTUAL TABLE INDEX 0:M1"), None);
        assert_eq!(scanned("SEARCH u USING INDEX x (a=?)"), None);
    }

    #[test]
    fn a_table_is_known_by_the_name_that_the_statement_gives_it() {
        let statement = Statement {
            text: "SELECT 1 FROM users AS u JOIN (SELECT 1 FROM guilds g) s",
            site: Location::caller(),
        };
        let tables = BTreeSet::from(["users", "guilds"]);
        for (name, table) in [
            ("u", Some("users")),
            ("g", Some("guilds")),
            ("s", None),
            ("users", Some("users")),
        ] {
            assert_eq!(table_called(name, &statement, &tables), table, "{name}");
        }
    }
}
