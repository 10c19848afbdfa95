//! `slimy database …`: what it prints, and what it refuses.

use std::process::Output;

use slimy_store::{
    Engine, SystemClock, Timestamp, audit::NewAuditEntry, batches, on_both_engines, testing::TestDb,
};

use crate::bot::program;

async fn database(test: &TestDb, arguments: &[&str]) -> Output {
    let mut command = tokio::process::Command::from(program());
    command.arg("database").args(arguments);
    command
        .env("DATABASE_URL", &test.url)
        .env("RUST_LOG", "error");
    command.output().await.expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("it prints UTF-8")
}

/// The text with every number as `N`, of which the engine and the machine decide.
fn without_numbers(text: &str) -> String {
    let mut plain = String::new();
    for c in text.chars() {
        match c {
            '0'..='9' | '.' if plain.ends_with('N') => {}
            '0'..='9' => plain.push('N'),
            c => plain.push(c),
        }
    }
    plain
}

/// Entries of the first days of 2024, and one of the day on which the test runs.
async fn some_entries(test: &TestDb) {
    let start = 1_704_067_200;
    let mut entries: Vec<_> = (0..2_500)
        .map(|n| {
            let at = Timestamp::from_micros((start + n * 100) * 1_000_000).unwrap();
            NewAuditEntry::new("a.b", "t", n.to_string(), at)
        })
        .collect();
    let now = slimy_store::Clock::now(&SystemClock);
    entries.push(NewAuditEntry::new("a.b", "t", "new", now));
    batches::audit_entries(&test.db, &entries, |_| {})
        .await
        .unwrap();
}

#[test]
fn the_help_says_what_there_is() {
    for (name, arguments) in [
        ("help_of_database", &["database", "--help"][..]),
        ("help_of_archive", &["database", "archive", "--help"]),
    ] {
        let output = program().args(arguments).output().unwrap();
        insta::assert_snapshot!(name, text(&output.stdout));
    }
}

on_both_engines! {
    async fn a_check_of_what_is_well_is_done(test: TestDb) {
        some_entries(&test).await;
        let output = database(&test, &["check"]).await;
        assert!(output.status.success(), "{}", text(&output.stderr));
        let expected = format!("{}: N rules held against N rows\nnothing is wrong\n", test.engine());
        assert_eq!(without_numbers(&text(&output.stdout)), expected);
    }

    async fn a_check_that_finds_something_names_it_and_fails(test: TestDb) {
        test.execute("CREATE INDEX strange ON users (avatar)").await;
        let output = database(&test, &["check"]).await;
        assert_eq!(output.status.code(), Some(1));
        let expected = format!(
            "schema: is in no migration: index strange on users (avatar)\n{}: N rules held against N rows\n",
            test.engine()
        );
        assert_eq!(without_numbers(&text(&output.stdout)), expected);
        assert_eq!(text(&output.stderr), "slimy: 1 thing is wrong\n");
    }

    async fn health_is_a_line_per_fact(test: TestDb) {
        let output = database(&test, &["health"]).await;
        assert!(output.status.success(), "{}", text(&output.stderr));
        let expected = format!(
            "engine       {} N\nmigration    N\nanswered in  N ms\nsize         N bytes\n\
             connections  N open, N idle, at most N\n",
            test.engine()
        );
        assert_eq!(without_numbers(&text(&output.stdout)), expected);
    }

    async fn index_advice_names_what_is_superfluous_and_what_it_is_based_on(test: TestDb) {
        test.execute("CREATE INDEX superfluous ON users (created_at)").await;
        test.execute("CREATE INDEX wider ON users (created_at, discord_id)").await;
        let output = database(&test, &["indexes"]).await;
        assert!(output.status.success(), "{}", text(&output.stderr));
        let lines = text(&output.stdout);
        let line = "the index superfluous of users does nothing that users_created_at does not do";
        assert!(lines.lines().any(|one| one == line), "{lines}");
        // What the program relies on is not among it, whatever else does the same.
        assert!(!lines.contains("the index users_created_at"), "{lines}");
        let basis = match test.engine() {
            Engine::Sqlite => "SQLite does not count",
            Engine::Postgres => "by PostgreSQL's statistics since",
        };
        assert!(lines.lines().last().unwrap().starts_with(basis), "{lines}");
    }

    async fn old_entries_leave_for_a_file_and_the_rest_stays(test: TestDb) {
        some_entries(&test).await;
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("2024.jsonl");
        let to = file.to_str().unwrap();
        let output = database(&test, &["archive", "--to", to, "--before", "2025-01-01"]).await;
        assert!(output.status.success(), "{}", text(&output.stderr));
        let printed = format!("archived 2500 entries from before 2025-01-01 into {to}\n");
        assert_eq!(text(&output.stdout), printed);
        let archived = std::fs::read_to_string(&file).unwrap();
        assert_eq!(archived.lines().count(), 2_500);
        let first: serde_json::Value = serde_json::from_str(archived.lines().next().unwrap()).unwrap();
        assert_eq!(first["action"], "a.b");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        }

        // The same file is not overwritten, and what is left by default is too new.
        let again = database(&test, &["archive", "--to", to]).await;
        assert_eq!(again.status.code(), Some(2));
        let refused = format!("slimy: --to: {to} is there already; accepted: a file that is not there yet\n");
        assert_eq!(text(&again.stderr), refused);
        let other = directory.path().join("other.jsonl");
        let nothing = database(&test, &["archive", "--to", other.to_str().unwrap()]).await;
        assert!(nothing.status.success(), "{}", text(&nothing.stderr));
        assert!(text(&nothing.stdout).starts_with("nothing to archive: no entry is from before "));
        assert!(!other.exists());
        let output = database(&test, &["check"]).await;
        assert!(output.status.success(), "{}", text(&output.stdout));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_input_is_one_line_and_exit_code_2() {
    let test = slimy_store::testing::sqlite().await;
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("a.jsonl");
    let missing = directory.path().join("missing/a.jsonl");
    let (file, missing) = (file.to_str().unwrap(), missing.to_str().unwrap());
    for (arguments, named) in [
        (
            &["archive", "--to", file, "--before", "soon"][..],
            "--before is no day",
        ),
        (
            &["archive", "--to", file, "--before", "9999-01-01"],
            "--before lies in the future",
        ),
        (&["archive", "--to", missing], "--to: "),
    ] {
        let output = database(&test, arguments).await;
        assert_eq!(output.status.code(), Some(2));
        let stderr = text(&output.stderr);
        assert_eq!(stderr.lines().count(), 1, "{stderr}");
        assert!(
            stderr.contains(named) && stderr.contains("accepted: "),
            "{stderr}"
        );
        assert!(!std::path::Path::new(file).exists());
    }
}
