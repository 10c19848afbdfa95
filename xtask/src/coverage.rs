//! The check that every statement of the store ran on both engines in the tests, and
//! that each one that looks for rows uses an index there.
//!
//! The store writes a line per call site and engine while the tests run
//! (`src/store/engine/coverage.rs`): `file:line`, engine and verdict on the plan, with
//! tabs between them. The call sites themselves are read from the source.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::project_root;

const ENGINES: [&str; 2] = ["sqlite", "postgres"];

/// Where the store's statements are, below the project's root.
const STORE: &str = "src/store";

/// Verdicts by call site and engine.
type Runs = BTreeMap<String, BTreeMap<String, String>>;

/// Fails when the reports in this directory leave out a statement on one of the
/// engines, or say that one reads a whole table; each is named.
pub(crate) fn check(dir: &Path) -> Result<()> {
    let root = project_root();
    let mut sites = BTreeSet::new();
    find_sites(&root, &root.join(STORE), &mut sites)?;
    ensure!(!sites.is_empty(), "no statement was found in {STORE}");
    let runs = read_reports(dir)?;
    let faults = faults(&sites, &runs);
    if !faults.is_empty() {
        bail!("{} faults:\n  {}", faults.len(), faults.join("\n  "));
    }
    let plans = runs.values().flat_map(BTreeMap::values);
    let plans = plans.filter(|verdict| *verdict == "index").count();
    eprintln!(
        "query coverage: {} statements ran on both engines, {plans} plans use an index",
        sites.len()
    );
    Ok(())
}

/// Adds the `file:line` of each `sql(` below `dir`, leaving out the tests.
fn find_sites(root: &Path, dir: &Path, sites: &mut BTreeSet<String>) -> Result<()> {
    let entries = fs::read_dir(dir).with_context(|| format!("reading {}", dir.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            if path.file_name().is_some_and(|name| name != "tests") {
                find_sites(root, &path, sites)?;
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text =
                fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            let file = path
                .strip_prefix(root)
                .unwrap_or(&path)
                .display()
                .to_string();
            sites.extend(lines_with_a_statement(&text).map(|line| format!("{file}:{line}")));
        }
    }
    Ok(())
}

/// The numbers of the lines that call `sql(`, the one constructor of statements.
fn lines_with_a_statement(text: &str) -> impl Iterator<Item = usize> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| calls_sql(line))
        .map(|(index, _)| index + 1)
}

fn calls_sql(line: &str) -> bool {
    let code = line.split("//").next().unwrap_or(line);
    code.match_indices("sql(").any(|(at, _)| {
        let before = code.get(..at).unwrap_or_default();
        let part_of_a_name = before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        !part_of_a_name && !before.ends_with("fn ")
    })
}

/// All lines of all reports; a run that found a fault outweighs one that did not.
fn read_reports(dir: &Path) -> Result<Runs> {
    let mut runs = Runs::new();
    let entries = fs::read_dir(dir).with_context(|| format!("reading {}", dir.display()))?;
    for entry in entries {
        let path = entry?.path();
        let text =
            fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        for line in text.lines() {
            let mut fields = line.splitn(3, '\t');
            let (Some(site), Some(engine), Some(verdict)) =
                (fields.next(), fields.next(), fields.next())
            else {
                bail!("{} has a line that is no report: {line}", path.display());
            };
            let known = runs
                .entry(site.to_owned())
                .or_default()
                .entry(engine.to_owned());
            known
                .and_modify(|known| {
                    if !is_fault(known) {
                        verdict.clone_into(known);
                    }
                })
                .or_insert_with(|| verdict.to_owned());
        }
    }
    Ok(runs)
}

fn is_fault(verdict: &str) -> bool {
    // A statement may look at a whole table where it says why.
    !matches!(verdict, "index" | "-") && !verdict.starts_with("allowed: ")
}

/// A sentence for each statement with which something is wrong.
fn faults(sites: &BTreeSet<String>, runs: &Runs) -> Vec<String> {
    let mut faults = Vec::new();
    for site in sites {
        for engine in ENGINES {
            match runs.get(site).and_then(|engines| engines.get(engine)) {
                None => faults.push(format!("{site} did not run on {engine}")),
                Some(verdict) if is_fault(verdict) => {
                    faults.push(format!("{site} uses no index on {engine} ({verdict})"));
                }
                Some(_) => {}
            }
        }
    }
    let unknown = runs
        .keys()
        .filter(|site| !sites.contains(*site) && !site.contains("/tests/"));
    faults.extend(
        unknown.map(|site| format!("{site} ran but is no statement in {STORE}: stale reports?")),
    );
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(lines: &[&str]) -> Runs {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("1.tsv"), lines.join("\n")).unwrap();
        read_reports(dir.path()).unwrap()
    }

    fn sites(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_statement_is_found_where_it_is_called_and_nowhere_else() {
        let text = "pub fn sql(text: &str) {}\n// sql(\"x\")\n    let a = sql(\n\
                    raw_sql(\"x\")\n  Some(sql(concat!(\"x\")))";
        assert_eq!(lines_with_a_statement(text).collect::<Vec<_>>(), [3, 5]);
    }

    #[test]
    fn a_statement_that_ran_on_both_engines_with_an_index_is_fine() {
        let runs = report(&["a:1\tsqlite\tindex", "a:1\tpostgres\tindex"]);
        assert!(faults(&sites(&["a:1"]), &runs).is_empty());
    }

    #[test]
    fn a_statement_that_ran_on_one_engine_is_named() {
        let runs = report(&["a:1\tsqlite\t-"]);
        assert_eq!(
            faults(&sites(&["a:1"]), &runs),
            ["a:1 did not run on postgres"]
        );
    }

    #[test]
    fn a_statement_that_reads_a_whole_table_is_named_even_when_another_run_did_not() {
        let runs = report(&[
            "a:1\tsqlite\tindex",
            "a:1\tsqlite\tscan: SCAN users",
            "a:1\tsqlite\tindex",
            "a:1\tpostgres\tindex",
        ]);
        assert_eq!(
            faults(&sites(&["a:1"]), &runs),
            ["a:1 uses no index on sqlite (scan: SCAN users)"]
        );
    }

    #[test]
    fn a_report_about_another_version_of_the_source_is_named() {
        let runs = report(&[
            "b:9\tsqlite\t-",
            "src/store/tests/a.rs:1\tsqlite\tscan: SCAN a",
        ]);
        assert_eq!(
            faults(&sites(&[]), &runs),
            ["b:9 ran but is no statement in src/store: stale reports?"]
        );
    }
}
