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
    assert!(migrate(&["--status"]).starts_with("pending  0001"));
    assert!(migrate(&["--dry-run"]).starts_with("pending  0001"));
    assert!(migrate(&[]).starts_with("applied  0001"));
    assert_eq!(migrate(&[]), "nothing to do: the schema is up to date\n");
    assert!(migrate(&["--status"]).starts_with("applied  0001"));
}
