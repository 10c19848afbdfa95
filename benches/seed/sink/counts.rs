//! The daily counts of the audit log, by the statements of the migration that made them:
//! it counted the entries that were there. They cannot differ from what triggers count.

const SQLITE: &str = include_str!("../../../migrations/sqlite/0002_audit_counts.sql");
const POSTGRES: &str = include_str!("../../../migrations/postgres/0002_audit_counts.sql");

/// What each of them begins with, at the beginning of a line; those of the triggers are indented.
const BEGINNING: &str = "INSERT INTO audit_daily_";

pub(super) fn statements(for_sqlite: bool) -> Vec<String> {
    let migration = if for_sqlite { SQLITE } else { POSTGRES };
    migration
        .split("\n\n")
        .flat_map(|step| step.split_inclusive(";\n"))
        .filter(|statement| statement.starts_with(BEGINNING))
        .map(|statement| statement.trim_end().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_tables_are_filled_on_both_engines() {
        for (for_sqlite, expected) in [(true, 4), (false, 2)] {
            let statements = statements(for_sqlite);
            assert_eq!(statements.len(), expected);
            for table in ["audit_daily_actions", "audit_daily_users"] {
                assert!(statements.iter().any(|text| text.contains(table)));
            }
        }
    }
}
