//! The program at the command line, without Discord.

use std::process::Output;

use serde_json::Value;

use crate::bot::{demo_path, program};

fn club_read(files: &[&str], format: &str) -> Output {
    let mut command = program();
    command.args(["club", "read", "--format", format]);
    command.args(files.iter().map(|file| demo_path(file)));
    command.output().expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("it prints UTF-8")
}

const SIM: [&str; 5] = [
    "sim-1.png",
    "sim-2.png",
    "sim-3.png",
    "sim-4.png",
    "sim-5.png",
];

#[test]
fn json_has_the_contracts_shape() {
    let output = club_read(&[&SIM[..], &["not-a-roster.png"]].concat(), "json");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["metric"], "sim");
    assert_eq!(
        document["capacity"],
        serde_json::json!({"members": 24, "of": 24})
    );
    assert_eq!(document["members"].as_array().unwrap().len(), 24);
    let first = document["members"][0].as_object().unwrap();
    let keys: Vec<&str> = first.keys().map(String::as_str).collect();
    assert_eq!(keys, ["confidence", "lastSeen", "name", "power", "seenIn"]);
    assert_eq!(first["name"], "Glimmerglob");
    assert_eq!(first["power"], 38_214_907);
    assert_eq!(document["rejected"][0]["file"], "not-a-roster.png");
}

#[test]
fn a_covered_number_is_null() {
    let output = club_read(&["total-1.png"], "json");
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let members = document["members"].as_array().unwrap();
    let covered = members
        .iter()
        .find(|member| member["name"] == "Sluggernaut")
        .unwrap();
    assert_eq!(covered["power"], Value::Null);
    assert!(!document["warnings"].as_array().unwrap().is_empty());
}

#[test]
fn a_table_and_a_csv_list_every_member() {
    let table = text(&club_read(&SIM, "table").stdout);
    assert!(table.starts_with("24 members, "), "{table}");
    assert!(
        table.contains("Zzzlime") && table.contains("2,845,719"),
        "{table}"
    );
    let csv = text(&club_read(&SIM, "csv").stdout);
    assert_eq!(csv.lines().count(), 25, "{csv}");
    assert!(csv.contains("Zzzlime,sim,2845719,3d ago,"), "{csv}");
}

#[test]
fn wrong_input_is_one_line_and_exit_code_2() {
    for (files, wanted) in [
        (["not-a-roster.png"], "Manage Members"),
        (["missing.png"], "cannot be opened"),
    ] {
        let output = club_read(&files, "json");
        assert_eq!(output.status.code(), Some(2));
        let stderr = text(&output.stderr);
        assert_eq!(stderr.lines().count(), 1, "{stderr}");
        assert!(
            stderr.contains(files[0]) && stderr.contains(wanted),
            "{stderr}"
        );
    }
    assert_eq!(club_read(&[], "json").status.code(), Some(2));
}

#[test]
fn missing_and_wrong_settings_are_a_line_each_and_exit_code_2() {
    let output = program()
        .arg("run")
        .env("LOG_FORMAT", "xml")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let stderr = text(&output.stderr);
    assert_eq!(stderr.lines().count(), 2, "{stderr}");
    assert!(
        stderr.contains("DISCORD_TOKEN is missing") && stderr.contains("LOG_FORMAT"),
        "{stderr}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_token_is_one_line_and_exit_code_2() {
    let discord = discord_standin::Standin::start().await;
    let test = slimy_store::testing::sqlite().await;
    let output = tokio::process::Command::from(program())
        .env("DISCORD_TOKEN", "wrong")
        .env("DISCORD_API_BASE", discord.origin())
        .env("DATABASE_URL", &test.url)
        .env("RUST_LOG", "error")
        .output()
        .await
        .unwrap();
    discord.forgive_faults();
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert!(
        text(&output.stderr).contains("DISCORD_TOKEN was refused"),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn migrate_applies_once_and_then_has_nothing_to_do() {
    let directory = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", directory.path().join("new.db").display());
    let migrate = |arguments: &[&str]| {
        let output = program()
            .arg("migrate")
            .args(arguments)
            .env("DATABASE_URL", &url)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    assert!(migrate(&["--dry-run"]).starts_with("pending  0001"));
    assert!(migrate(&[]).starts_with("applied  0001"));
    assert_eq!(migrate(&[]), "nothing to do: the schema is up to date\n");
    assert!(migrate(&["--status"]).starts_with("applied  0001"));
}

#[test]
fn what_only_looks_makes_no_database_and_says_that_there_is_none() {
    let directory = tempfile::tempdir().unwrap();
    let (absent, empty) = (
        directory.path().join("absent.db"),
        directory.path().join("empty.db"),
    );
    std::fs::write(&empty, b"").unwrap();
    let archive = directory.path().join("a.jsonl");
    let looks = [
        &["database", "check"][..],
        &["database", "health"],
        &["database", "indexes"],
        &["database", "archive", "--to", archive.to_str().unwrap()],
        &["audit", "verify"],
        &["migrate", "--status"],
    ];
    for (file, why) in [
        (&absent, "there is no database at"),
        (&empty, "there is nothing in the file"),
    ] {
        for arguments in looks {
            let output = program()
                .args(arguments)
                .env("DATABASE_URL", format!("sqlite://{}", file.display()))
                .output()
                .unwrap();
            assert_eq!(output.status.code(), Some(2), "{arguments:?}");
            let stderr = text(&output.stderr);
            assert_eq!(stderr.lines().count(), 1, "{stderr}");
            assert!(
                stderr.contains(why) && stderr.contains("accepted: "),
                "{stderr}"
            );
            assert!(output.stdout.is_empty());
        }
    }
    let pending = program()
        .args(["migrate", "--dry-run"])
        .env("DATABASE_URL", format!("sqlite://{}", absent.display()))
        .output()
        .unwrap();
    assert!(text(&pending.stdout).starts_with("pending  0001"));
    let left: Vec<_> = std::fs::read_dir(directory.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!(std::fs::metadata(&empty).unwrap().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_without_tables_is_named_as_such() {
    let directory = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", directory.path().join("bare.db").display());
    let db = slimy_store::Db::connect(&url, slimy_store::DbOptions::default()).await;
    db.expect("a file can be made").close().await;
    for what in ["check", "health", "indexes"] {
        let output = program()
            .args(["database", what])
            .env("DATABASE_URL", &url)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2), "{what}");
        let stderr = text(&output.stderr);
        assert_eq!(stderr.lines().count(), 1, "{stderr}");
        assert!(stderr.contains("no tables of Slimy's"), "{stderr}");
    }
    let status = program()
        .args(["migrate", "--status"])
        .env("DATABASE_URL", &url)
        .output()
        .unwrap();
    assert!(text(&status.stdout).starts_with("pending  0001"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_journal_that_cannot_be_written_is_one_line_that_says_what_can() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("file");
    std::fs::write(&file, b"no directory").unwrap();
    let url = format!("sqlite://{}", directory.path().join("new.db").display());
    let output = program()
        .arg("run")
        .env("DISCORD_TOKEN", "t")
        .env("DISCORD_API_BASE", "http://127.0.0.1:9")
        .env("DATABASE_URL", &url)
        .env("AUDIT_JOURNAL", &file)
        .env("RUST_LOG", "error")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    let told = text(&output.stderr);
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(
        told.starts_with("slimy: AUDIT_JOURNAL: ") && told.contains("accepted: a directory"),
        "{told}"
    );
    assert!(!told.contains("the database"), "{told}");
}

#[test]
fn a_server_that_does_not_answer_is_told_once_with_what_to_do() {
    // Nothing listens there: the socket is closed again.
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let output = program()
        .args(["migrate", "--status"])
        .env(
            "DATABASE_URL",
            format!("postgres://slimy:hunter2@127.0.0.1:{port}/slimy"),
        )
        .env("DATABASE_ACQUIRE_TIMEOUT_MS", "300")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let stderr = text(&output.stderr);
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
    assert_eq!(stderr.matches("cannot be reached").count(), 1, "{stderr}");
    assert!(stderr.contains("start it, or set DATABASE_URL"), "{stderr}");
    assert!(!stderr.contains("hunter2"), "{stderr}");
}

#[test]
fn wrong_usage_is_one_line_and_exit_code_2_and_help_is_none() {
    for arguments in [
        &["clubb"][..],
        &["club"],
        &["club", "read"],
        &["migrate", "--fast"],
    ] {
        let output = program().args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let stderr = text(&output.stderr);
        assert_eq!(stderr.lines().count(), 1, "{stderr}");
        assert!(
            stderr.starts_with("slimy: ") && stderr.contains("; "),
            "{stderr}"
        );
    }
    let help = program().arg("--help").output().unwrap();
    assert!(help.status.success() && text(&help.stdout).contains("Usage: slimy"));
    let version = program().arg("--version").output().unwrap();
    assert!(version.status.success() && text(&version.stdout).starts_with("slimy "));
}

#[test]
fn a_line_of_env_that_cannot_be_read_is_named_and_never_repeated() {
    let directory = tempfile::tempdir().unwrap();
    std::fs::write(
        directory.path().join(".env"),
        "RUST_LOG=info\nDISCORD_TOKEN hunter2\n",
    )
    .unwrap();
    let output = program().current_dir(directory.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let told = "slimy: .env: line 2 cannot be read; accepted: NAME=value, with quotes in pairs\n";
    assert_eq!(text(&output.stderr), told);
}

#[test]
fn a_picture_that_is_given_twice_is_read_once_and_named() {
    let output = club_read(&["sim-1.png", "sim-1.png"], "json");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let rejected = &document["rejected"][0];
    assert!(
        rejected["reason"]
            .as_str()
            .unwrap()
            .starts_with("it is the same picture as ")
    );
    let first = &document["members"][0];
    assert_eq!(first["seenIn"].as_array().unwrap().len(), 1, "{first}");
    let told = text(&club_read(&["sim-1.png", "sim-1.png"], "table").stderr);
    assert!(told.contains("it is the same picture as "), "{told}");
}
