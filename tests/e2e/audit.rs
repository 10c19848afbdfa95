//! `/audit` and the audit channel, as a server's admins use them.

use discord_standin::{Answer, Member};
use slimy_store::{audit, audit::mirror, guilds, on_both_engines};

use crate::bot::Scene;

async fn ask(who: &Member, command: &str, options: &[(&str, &str)]) -> Answer {
    let mut typed = who.types(command);
    for (option, value) in options {
        typed = typed.option(option, *value);
    }
    typed.send().await
}

async fn set(who: &Member, key: &str, value: &str) {
    let set = ask(who, "/settings set", &[("key", key), ("value", value)]).await;
    set.sees(key).await;
}

/// The guild's key.
async fn guild_id(scene: &Scene) -> slimy_store::Id {
    let id = scene.guild.id().to_string();
    let guild = guilds::find_by_discord_id(&scene.test.db, &id).await;
    guild.unwrap().expect("the guild is known").id
}

on_both_engines! {
    async fn an_admin_lists_entries_by_filters_and_pages_also_after_a_restart(test: TestDb) {
        let scene = Scene::set(test).await;
        for language in ["de", "fr", "es", "ja", "en", "de", "fr", "es", "ja", "en", "de", "fr"] {
            set(&scene.ana, "language", language).await;
        }
        let options = [("action", "guild.settings"), ("resource", "guild")];
        let first = ask(&scene.ana, "/audit list", &options).await;
        first.sees("guild.settings.update").await;
        first.sees("action `guild.settings`").await;
        assert!(first.is_ephemeral());
        assert_eq!(first.text().matches("`guild.settings.update`").count(), 10);
        let scene = scene.restart().await;
        let older = scene.ana.presses(&first, "Older").await;
        older.sees("guild.settings.update").await;
        assert_eq!(older.text().matches("`guild.settings.update`").count(), 2);
        let newer = scene.ana.presses(&older, "Newer").await;
        newer.sees("guild.settings.update").await;
        assert_eq!(newer.text().matches("`guild.settings.update`").count(), 10);

        let none = ask(&scene.ana, "/audit list", &[("to", "2020-01-01")]).await;
        none.sees("There is no such entry.").await;
        let wrong = ask(&scene.ana, "/audit list", &[("from", "1.11.2026")]).await;
        wrong.sees("is no day: type it like 2026-11-22.").await;
        let choices = scene.ana.completes("/audit list action:settings").await;
        assert!(choices.iter().any(|choice| choice.value == "guild.settings.update"), "{choices:?}");
    }

    async fn numbers_come_with_a_chart_and_an_export_with_a_file_and_both_are_on_record(test: TestDb) {
        let scene = Scene::set(test).await;
        set(&scene.ana, "features.chatBot", "off").await;
        let numbers = ask(&scene.ana, "/audit stats", &[]).await;
        numbers.sees("By person").await;
        numbers.sees("`guild.settings.update`: 1").await;
        assert_eq!(numbers.files().len(), 1);

        for (format, wanted) in [("csv", "guild.settings.update,yes"), ("jsonl", "\"action\":\"guild.settings.update\"")] {
            let options = [("format", format), ("action", "guild")];
            let exported = ask(&scene.ana, "/audit export", &options).await;
            exported.sees("the newest first").await;
            let file = &exported.files()[0];
            let text = String::from_utf8(file.bytes.clone()).unwrap();
            assert!(text.contains(wanted), "{text}");
        }
        assert_eq!(scene.audited("data.export").await.len(), 2);
    }

    async fn an_export_that_discord_did_not_take_is_on_record_as_one_that_never_arrived(test: TestDb) {
        let scene = Scene::set(test).await;
        set(&scene.ana, "features.chatBot", "off").await;
        scene.discord.fails_next("PATCH", "/messages/@original", 404);
        scene.discord.fails_next("PATCH", "/messages/@original", 404);
        let exported = ask(&scene.ana, "/audit export", &[]).await;
        exported.sees("Part 1 could not be sent").await;
        let entries = scene.audited_times("data.export", 2).await;
        let mut outcomes: Vec<_> = entries
            .iter()
            .map(|entry| (entry.success, entry.error_message.as_deref()))
            .collect();
        outcomes.sort_unstable();
        assert_eq!(outcomes, [(false, Some("unsent")), (true, None)]);
    }

    async fn who_may_not_is_told_nothing(test: TestDb) {
        let scene = Scene::set(test).await;
        let max = scene.guild.member("max");
        for command in ["/audit list", "/audit stats", "/audit export", "/audit verify"] {
            let refused = ask(&max, command, &[]).await;
            refused.sees("Manage Server").await;
            assert!(refused.is_ephemeral(), "{command}");
        }
    }

    async fn a_whole_log_is_verified_and_what_was_done_by_hand_is_named(test: TestDb) {
        let scene = Scene::set(test).await;
        set(&scene.ana, "features.chatBot", "off").await;
        let whole = ask(&scene.ana, "/audit verify", &[]).await;
        whole.sees("The audit log is whole").await;
        scene.test.execute(
            "INSERT INTO audit_logs (id, guild_id, action, resource_type, resource_id, \"timestamp\")
             SELECT 'by-hand', guild_id, 'a.b', 't', '1', \"timestamp\" FROM audit_logs
             WHERE action = 'guild.settings.update'",
        )
        .await;
        let found = ask(&scene.ana, "/audit verify", &[]).await;
        found.sees("Added by hand or by an older release: `a.b`").await;
        found.sees("by-hand").await;
    }

    async fn chosen_entries_and_the_newest_head_are_posted_in_the_audit_channel(test: TestDb) {
        let scene = Scene::set(test).await;
        let channel = scene.guild.channel_id().to_string();
        set(&scene.ana, "audit.channel", &channel).await;
        scene.guild.sees("guild.settings.update").await;
        let guild_id = guild_id(&scene).await;
        // It is shown before it is settled.
        let posted = loop {
            let mirror = mirror::find(&scene.test.db, guild_id.as_str()).await.unwrap().unwrap();
            if let Some(posted) = mirror.mark() {
                break posted;
            }
            tokio::task::yield_now().await;
        };
        scene.guild.sees(&format!("{}:{}", posted.seq, posted.hash)).await;
        let head = audit::head(&scene.test.db, guild_id.as_str()).await.unwrap().unwrap();
        assert!(head.seq >= posted.seq && posted.seq > 0);
        let whole = ask(&scene.ana, "/audit verify", &[]).await;
        whole.sees("Posted last in the audit channel").await;
        whole.sees(&posted.hash).await;
    }
}
