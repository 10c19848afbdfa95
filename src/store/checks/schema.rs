//! The live schema against what the migrations make.

use std::collections::BTreeSet;

use super::{Finding, Kind, Report};
use crate::{Db, Engine, StoreError};

/// What the migrations make, a line per fact; a test holds it against both engines.
const EXPECTED: &str = include_str!("../../../migrations/schema.txt");

/// A line for each column, key, reference, index and trigger of the live schema, in the same
/// words on both engines: `users.discord_id TEXT not null`.
pub async fn facts(db: &Db) -> Result<BTreeSet<String>, StoreError> {
    db.schema_facts().await
}

/// The lines that a schema of this version has on `engine`.
pub fn expected_facts(engine: Engine) -> BTreeSet<String> {
    EXPECTED
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .filter_map(|line| match line.split_once(" only: ") {
            None => Some(line),
            Some((name, fact)) => (name == engine.to_string()).then_some(fact),
        })
        .map(str::to_owned)
        .collect()
}

/// Compares versions first and then, where they are the same, the facts. Whether every column
/// is there.
pub(super) async fn check(db: &Db, report: &mut Report) -> Result<bool, StoreError> {
    let fault = |what: String| Finding {
        kind: Kind::Schema,
        place: "schema".to_owned(),
        what,
        rows: 0,
        example: None,
    };
    report.checked.rules += 1;
    match db.migration_status().await {
        Err(StoreError::Migration(error)) => {
            report.findings.push(fault(error.to_string()));
            return Ok(false);
        }
        Err(error) => return Err(error),
        Ok(status) => {
            let pending = status.pending.iter();
            let pending =
                pending.map(|step| fault(format!("migration {} is not applied", step.version)));
            report.findings.extend(pending);
        }
    }
    if !report.findings.is_empty() {
        return Ok(false);
    }
    report.checked.rules += 1;
    let (live, expected) = (facts(db).await?, expected_facts(db.engine()));
    let missing: Vec<&String> = expected.difference(&live).collect();
    let complete = !missing.iter().any(|fact| is_column(fact));
    let missing = missing
        .into_iter()
        .map(|fact| format!("is missing: {fact}"));
    let strange = live
        .difference(&expected)
        .map(|fact| format!("is in no migration: {fact}"));
    report.findings.extend(missing.chain(strange).map(fault));
    Ok(complete)
}

/// A column's fact begins with its table, all others with what they are.
fn is_column(fact: &str) -> bool {
    fact.split(' ')
        .next()
        .is_some_and(|word| word.contains('.'))
}
