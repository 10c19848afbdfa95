//! `slimy audit verify`: what it prints, and with which exit code.

use std::process::Output;

use slimy_store::{
    Timestamp, audit, audit::NewAuditEntry, guilds, on_both_engines, testing::TestDb,
};

use crate::bot::program;

async fn verify(test: &TestDb, arguments: &[&str]) -> Output {
    let mut command = tokio::process::Command::from(program());
    command.args(["audit", "verify"]).args(arguments);
    command
        .env("DATABASE_URL", &test.url)
        .env("RUST_LOG", "error");
    command.output().await.expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("it prints UTF-8")
}

/// Three entries of a guild, whose head is given back as the channel shows it.
async fn three_entries(test: &TestDb) -> String {
    let at = |seconds: i64| Timestamp::from_micros(1_704_067_200_000_000 + seconds * 1_000_000);
    let guild = guilds::NewGuild {
        discord_id: "22".to_owned(),
        name: "Slimy Club".to_owned(),
    };
    let guild = guilds::upsert(&test.db, guild, at(0).unwrap()).await;
    let guild = guild.unwrap().row.id;
    for number in 1..=3 {
        let entry = NewAuditEntry {
            guild_id: Some(guild.clone()),
            ..NewAuditEntry::new("a.b", "t", number.to_string(), at(number).unwrap())
        };
        audit::create(&test.db, &entry).await.unwrap();
    }
    let head = audit::head(&test.db, guild.as_str())
        .await
        .unwrap()
        .unwrap();
    format!("{}:{}", head.seq, head.hash)
}

on_both_engines! {
    async fn what_is_whole_is_said_to_be(test: TestDb) {
        let head = three_entries(&test).await;
        let output = verify(&test, &[]).await;
        assert!(output.status.success(), "{}", text(&output.stderr));
        let expected = "3 entries verified in 2 chains; 0 are archived, 0 from before the chain\nnothing is wrong\n";
        assert_eq!(text(&output.stdout), expected);
        let output = verify(&test, &["--guild", "22", "--head", &head]).await;
        assert!(output.status.success(), "{}", text(&output.stderr));
    }

    async fn each_finding_is_a_line_and_the_exit_code_is_one(test: TestDb) {
        let head = three_entries(&test).await;
        test.execute(
            "INSERT INTO audit_logs (id, action, resource_type, resource_id, \"timestamp\")
             SELECT 'by-hand', 'c.d', resource_type, resource_id, \"timestamp\" FROM audit_logs WHERE resource_id = '1'",
        )
        .await;
        let output = verify(&test, &[]).await;
        assert_eq!(output.status.code(), Some(1));
        let said = text(&output.stdout);
        let first = "inserted by hand or by an older release: entry by-hand (c.d, 2024-01-01T00:00:01Z) without a guild";
        assert_eq!(said.lines().next(), Some(first), "{said}");
        assert_eq!(text(&output.stderr), "slimy: 1 thing is wrong\n");

        let further = head.replace("3:", "4:");
        let output = verify(&test, &["--guild", "22", "--head", &further]).await;
        assert_eq!(output.status.code(), Some(1));
        let said = text(&output.stdout);
        assert!(said.starts_with("cut off: the entries of guild "), "{said}");
        assert!(said.contains(" is 22\n"), "{said}");
    }

    async fn what_is_typed_wrongly_is_told_and_the_exit_code_is_two(test: TestDb) {
        for (arguments, told) in [
            (&["--guild", "33"][..], "--guild is no guild that the bot knows"),
            (&["--guild", "22", "--head", "1:ab"], "--head is no head"),
            (&["--head", "1:ab"], "--guild <DISCORD_ID>"),
        ] {
            let output = verify(&test, arguments).await;
            assert_eq!(output.status.code(), Some(2), "{arguments:?}");
            let stderr = text(&output.stderr);
            assert_eq!(stderr.lines().count(), 1, "{stderr}");
            assert!(stderr.contains(told), "{stderr}");
        }
    }
}
