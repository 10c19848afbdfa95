//! Audit entries are written together, and wait in a journal while the database is away.

mod away;
mod journal;
mod people;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use slimy_store::audit::NewAuditEntry;
use slimy_store::testing::TestDb;
use slimy_store::{Recorder, StoreError, on_both_engines};
use tempfile::TempDir;

use crate::support::{at, count, is_invalid, some};

/// A recorder with a journal of its own.
fn recorder(test: &TestDb) -> (Recorder, TempDir) {
    let home = TempDir::new().unwrap();
    let recorder = Recorder::start(test.db.clone(), home.path()).unwrap();
    (recorder, home)
}

/// Entries that are told apart by their resources, from 0.
fn entries(number: i64) -> Vec<NewAuditEntry> {
    (0..number)
        .map(|n| NewAuditEntry::new("a.b", "t", n.to_string(), at(n)))
        .collect()
}

/// How many entries there are, and of how many resources.
async fn written(test: &TestDb) -> (i64, i64) {
    let all = "SELECT COUNT(*) FROM audit_logs WHERE action = 'a.b'";
    let resources = "SELECT COUNT(DISTINCT resource_id) FROM audit_logs WHERE action = 'a.b'";
    (count(test, all).await, count(test, resources).await)
}

/// The files of the journal below `home`, in order; none when it has no directory.
fn files(home: &Path) -> Vec<PathBuf> {
    let Some(Ok(directory)) = fs::read_dir(home).unwrap().next() else {
        return Vec::new();
    };
    let listed = fs::read_dir(directory.path()).unwrap();
    let mut files: Vec<PathBuf> = listed.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn is_unavailable(outcome: &Result<(), StoreError>) -> bool {
    matches!(outcome, Err(StoreError::Unavailable(_)))
}

on_both_engines! {
    async fn a_database_that_took_entries_a_moment_ago_has_given_a_sign_of_life(test: TestDb) {
        let (recorder, _home) = recorder(&test);
        let long = Duration::from_hours(1);
        recorder.flush().await.unwrap();
        assert_eq!(recorder.taken_within(long), None, "nothing was written yet");
        recorder.write(&entries(3)).await.unwrap();
        let took = recorder.taken_within(long).unwrap();
        assert!(took > Duration::ZERO && took < long);
        assert_eq!(recorder.taken_within(Duration::ZERO), None, "that is over");
        recorder.close().await;
    }

    async fn the_entries_of_many_callers_are_each_there_once(test: TestDb) {
        let (recorder, home) = recorder(&test);
        let recorder = Arc::new(recorder);
        let callers = entries(700).into_iter().map(|entry| {
            let recorder = Arc::clone(&recorder);
            tokio::spawn(async move { recorder.write(&[entry]).await })
        });
        for caller in callers.collect::<Vec<_>>() {
            caller.await.unwrap().unwrap();
        }
        assert_eq!(written(&test).await, (700, 700));
        assert!(files(home.path()).is_empty() && recorder.journalled() == 0);
    }

    async fn one_caller_hands_in_more_than_one_statement_takes(test: TestDb) {
        let (recorder, _home) = recorder(&test);
        recorder.write(&entries(1_500)).await.unwrap();
        recorder.write(&[]).await.unwrap();
        assert_eq!(written(&test).await, (1_500, 1_500));
    }

    async fn a_call_with_an_entry_that_cannot_be_stored_writes_nothing(test: TestDb) {
        let (recorder, _home) = recorder(&test);
        let mut three = entries(3);
        three[1].error_message = some("a\0b");
        assert!(is_invalid(&recorder.write(&three).await));
        three[1].error_message = None;
        " . ".clone_into(&mut three[2].action);
        assert!(is_invalid(&recorder.write(&three).await));
        assert_eq!(written(&test).await, (0, 0));
    }

    async fn an_entry_that_the_database_refuses_fails_alone(test: TestDb) {
        forbid_resource(&test).await;
        let (recorder, _home) = recorder(&test);
        let recorder = Arc::new(recorder);
        let callers = entries(100).into_iter().map(|entry| {
            let recorder = Arc::clone(&recorder);
            tokio::spawn(async move {
                let outcome = recorder.write(std::slice::from_ref(&entry)).await;
                (entry.resource_id, outcome)
            })
        });
        for caller in callers.collect::<Vec<_>>() {
            let (resource, outcome) = caller.await.unwrap();
            assert_eq!(outcome.is_err(), resource == "66", "{resource}: {outcome:?}");
        }
        assert_eq!(written(&test).await, (99, 99));
        assert!(!recorder.is_away());
    }

    async fn what_was_handed_in_before_the_end_is_written_and_nothing_after(test: TestDb) {
        let (recorder, home) = recorder(&test);
        let recorder = Arc::new(recorder);
        let writing = tokio::spawn({
            let recorder = Arc::clone(&recorder);
            async move { recorder.write(&entries(400)).await }
        });
        recorder.flush().await.unwrap();
        let written_at_the_flush = written(&test).await;
        writing.await.unwrap().unwrap();
        recorder.close().await;
        assert!(written_at_the_flush <= (400, 400));
        assert_eq!(written(&test).await, (400, 400));
        assert!(is_unavailable(&recorder.write(&entries(1)).await));
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0, "an empty journal is tidied away");
    }
}

/// Makes the database refuse the resource 66, as a check that a later release adds might.
async fn forbid_resource(test: &TestDb) {
    if test.engine() == slimy_store::Engine::Postgres {
        test.execute("ALTER TABLE audit_logs ADD CHECK (resource_id <> '66')")
            .await;
    } else {
        test.execute(
            "CREATE TRIGGER no_66 BEFORE INSERT ON audit_logs WHEN NEW.resource_id = '66'
             BEGIN SELECT RAISE(ABORT, 'not this one'); END",
        )
        .await;
    }
}
