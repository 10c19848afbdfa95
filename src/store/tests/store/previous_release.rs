//! Every statement of the release before works on today's schema as it did on its own:
//! who updates one of several programs, or goes back, loses nothing.

mod replay;
mod scenario;
mod statements;

use std::collections::BTreeSet;

use slimy_store::testing::{TestDb, empty_postgres, empty_sqlite};
use slimy_store::{Engine, on_both_engines};

/// What a release sent, and the step that its schema stood at.
struct Release {
    version: i64,
    sqlite: &'static str,
    postgres: &'static str,
    /// How many statements stood in its source.
    statements: usize,
}

/// The releases whose programs may still run beside this one.
const RELEASES: [Release; 1] = [Release {
    version: 1,
    sqlite: include_str!("previous/0001/sqlite.jsonl"),
    postgres: include_str!("previous/0001/postgres.jsonl"),
    statements: 46,
}];

impl Release {
    fn recording(&self, engine: Engine) -> Vec<replay::Statement> {
        replay::read(match engine {
            Engine::Sqlite => self.sqlite,
            Engine::Postgres => self.postgres,
        })
    }
}

/// On an empty database each, one with that release's schema and one with today's.
async fn answers_as_before(then: TestDb, now: TestDb, release: &Release) {
    let statements = release.recording(then.engine());
    let sites: BTreeSet<&str> = statements.iter().map(|one| one.site.as_str()).collect();
    assert_eq!(sites.len(), release.statements, "{sites:#?}");
    then.migrate_to(release.version).await;
    now.db.migrate().await.unwrap();
    let before = replay::replay(&then, &statements).await;
    let after = replay::replay(&now, &statements).await;
    for ((statement, before), after) in statements.iter().zip(before).zip(after) {
        assert_eq!(before, after, "{}\n{}", statement.site, statement.text);
    }
}

#[tokio::test]
async fn the_previous_releases_statements_work_on_todays_sqlite() {
    for release in RELEASES {
        answers_as_before(empty_sqlite().await, empty_sqlite().await, &release).await;
    }
}

#[tokio::test]
async fn the_previous_releases_statements_work_on_todays_postgres() {
    for release in RELEASES {
        answers_as_before(empty_postgres().await, empty_postgres().await, &release).await;
    }
}

on_both_engines! {
    /// Recording writes to a directory that somebody names; the scenario must then make
    /// every statement that there is.
    async fn this_release_can_be_recorded(test: TestDb) {
        scenario::play(&test).await;
        let Some(directory) = std::env::var_os("SLIMY_QUERY_RECORD") else { return };
        let file = match test.engine() {
            Engine::Sqlite => "sqlite.jsonl",
            Engine::Postgres => "postgres.jsonl",
        };
        let path = std::path::Path::new(&directory).join(file);
        let recording = replay::read(&std::fs::read_to_string(path).unwrap());
        let recorded: BTreeSet<String> = recording.into_iter().map(|one| one.site).collect();
        let missing: Vec<_> = statements::of_this_release().difference(&recorded).cloned().collect();
        assert!(missing.is_empty(), "the scenario leaves out {missing:#?}");
    }
}
