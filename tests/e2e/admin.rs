//! `/club-admin`, as a club's managers use it.

use discord_standin::{Answer, Member, Whom, permissions};
use slimy_domain::club::files::{self, Format, Record};
use slimy_store::{
    Clock as _, Id, SystemClock, Timestamp,
    club::{self, Metric},
    guilds, on_both_engines,
};

use crate::{
    analyze::analyze,
    bot::{Scene, demo},
};

/// Two weeks of three members long ago, one value not known and one a correction.
const HISTORY: &str = "Week,Metric,Member,Power,Corrected,Aliases\n\
    2025-W10,sim,Stone,\"298,297,518\",no,Rock|St0ne\n\
    2025-W10,sim,Pebble,,no,\n\
    2025-W11,sim,Stone,310M,yes,\n\
    2025-W11,total,Stone,1.2B,no,\n\
    2025-W11,sim,@everyone,0,no,\n";

async fn ask(who: &Member, command: &str, options: &[(&str, &str)]) -> Answer {
    let mut typed = who.types(command);
    for (option, value) in options {
        typed = typed.option(option, *value);
    }
    typed.send().await
}

async fn offer(who: &Member, name: &str, bytes: impl Into<Vec<u8>>) -> Answer {
    let typed = who.types("/club-admin import");
    typed.attach("file", name, bytes).send().await
}

/// Imports a file that is right.
async fn import(who: &Member, bytes: impl Into<Vec<u8>>) {
    let asked = offer(who, "history.csv", bytes).await;
    asked.sees("Nothing has changed yet").await;
    who.presses(&asked, "Import").await.sees("Imported").await;
}

async fn guild_id(scene: &Scene) -> Id {
    let id = scene.guild.id().to_string();
    let guild = guilds::find_by_discord_id(&scene.test.db, &id).await;
    guild.unwrap().expect("the guild is known").id
}

fn now() -> Timestamp {
    SystemClock.now()
}

/// The values of a week by name, as they count.
async fn values(scene: &Scene, week: &str, metric: Metric) -> Vec<(String, Option<i64>, bool)> {
    let guild_id = guild_id(scene).await;
    let found = club::current_snapshot(&scene.test.db, &guild_id, week, metric).await;
    let Some(snapshot) = found.unwrap() else {
        return Vec::new();
    };
    let values = club::values(&scene.test.db, &guild_id, &[snapshot]).await;
    let mut values: Vec<_> = values
        .unwrap()
        .into_iter()
        .map(|value| (value.name, value.power, value.corrected))
        .collect();
    values.sort();
    values
}

/// What a file says, in one order.
fn records(bytes: &[u8]) -> Vec<Record> {
    let mut records = files::import(bytes).expect("it can be read").records;
    for record in &mut records {
        record.aliases.sort();
    }
    let key = |record: &Record| {
        let metric = record.metric.as_str();
        (record.week.clone(), metric, record.member.clone())
    };
    records.sort_by_key(key);
    records
}

async fn export(who: &Member, format: &str) -> Vec<u8> {
    let exported = ask(who, "/club export", &[("format", format)]).await;
    exported.sees("value").await;
    exported.files()[0].bytes.clone()
}

on_both_engines! {
    async fn a_file_is_shown_before_it_counts_and_then_is_history(test: TestDb) {
        let scene = Scene::set(test).await;
        let asked = offer(&scene.ana, "history.csv", HISTORY).await;
        for said in [
            "Import history.csv?", "CSV · 2025-W10 to 2025-W11", "3 rosters with 5 values",
            "New members: 3", "**Stone**", "New aliases: 2", "Kept as corrections",
            "Nothing has changed yet",
        ] {
            asked.sees(said).await;
        }
        assert!(asked.is_ephemeral());
        assert!(values(&scene, "2025-W10", Metric::Sim).await.is_empty());

        let done = scene.ana.presses(&asked, "Import").await;
        done.sees("Imported history.csv").await;
        let sim = values(&scene, "2025-W10", Metric::Sim).await;
        assert_eq!(sim, [("Pebble".to_owned(), None, false), ("Stone".to_owned(), Some(298_297_518), false)]);
        let sim = values(&scene, "2025-W11", Metric::Sim).await;
        assert_eq!(sim, [("@everyone".to_owned(), Some(0), false), ("Stone".to_owned(), Some(310_000_000), true)]);
        let entries = scene.audited("club.import").await;
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].details.as_ref().expect("it has details").0["values"], 5);

        let again = offer(&scene.ana, "history.csv", HISTORY).await;
        again.sees("Nothing would change").await;
        // A lower value supersedes; what was there comes back with a rollback.
        let lower = HISTORY.replace("298,297,518", "198,297,518");
        import(&scene.ana, lower).await;
        assert_eq!(values(&scene, "2025-W10", Metric::Sim).await[1].1, Some(198_297_518));
    }

    async fn an_import_is_confirmed_once_also_after_a_restart_or_cancelled(test: TestDb) {
        let scene = Scene::set(test).await;
        let asked = offer(&scene.ana, "history.csv", HISTORY).await;
        asked.sees("Nothing has changed yet").await;
        let scene = scene.restart().await;
        scene.ana.presses(&asked, "Import").await.sees("Imported").await;
        assert_eq!(scene.audited("club.import").await.len(), 1);

        let other = HISTORY.replace("2025-W10", "2025-W09");
        let asked = offer(&scene.ana, "history.csv", other).await;
        scene.ana.presses(&asked, "Cancel").await.sees("Nothing was imported").await;
        assert!(values(&scene, "2025-W09", Metric::Sim).await.is_empty());
        assert_eq!(scene.audited("club.import.cancel").await.len(), 1);
    }

    async fn what_was_exported_is_imported_the_same_in_all_three_formats(test: TestDb) {
        let scene = Scene::set(test).await;
        import(&scene.ana, HISTORY).await;
        let first = records(&export(&scene.ana, "csv").await);
        assert_eq!(first.len(), 5);
        for format in ["csv", "xlsx", "json"] {
            let file = export(&scene.ana, format).await;
            assert_eq!(records(&file), first, "{format}");
            let other = scene.discord.guild(&format!("Club of {format}"));
            let eve = other.member("eve").can_manage_guild();
            import(&eve, file).await;
            assert_eq!(records(&export(&eve, "csv").await), first, "{format}");
        }
    }

    async fn a_file_that_is_wrong_is_refused_as_a_whole_with_its_rows(test: TestDb) {
        let scene = Scene::set(test).await;
        let row = |week: &str, member: &str, power: &str| format!("{week},sim,{member},{power}\n");
        let head = "Week,Metric,Member,Power\n";
        let good = row("2025-W10", "Stone", "1");
        let cases = [
            (Vec::new(), "empty"),
            (head.as_bytes().to_vec(), "no rows"),
            (b"Member,Power\nStone,1\n".to_vec(), "The first row must name the columns"),
            (demo("sim-1.png"), "not"),
            (format!("{head}{good}{}", row("2025-W99", "Stone", "1")).into_bytes(), "Row 3, Week"),
            (format!("{head}{good}{}", row("2025-W11", "Stone", "=1+1")).into_bytes(), "Row 3, Power"),
            (format!("{head}{good}{}", row("2999-W11", "Stone", "1")).into_bytes(), "has not begun yet"),
            (format!("{head}{good}{}", row("2025-W10", "STONE", "1")).into_bytes(), "are the same member"),
            (vec![b'x'; files::MAX_FILE + 1], "larger than 8 MiB"),
        ];
        for (bytes, said) in cases {
            let refused = offer(&scene.ana, "history.csv", bytes).await;
            refused.sees(said).await;
            assert!(refused.is_ephemeral(), "{said}");
            assert!(refused.buttons().is_empty(), "{said}");
        }
        assert!(values(&scene, "2025-W10", Metric::Sim).await.is_empty());

        let mut many = head.to_owned();
        for n in 0..60 {
            many.push_str(&row("2025-W10", &format!("A member with quite a long name {n}"), "a lot of power, or perhaps not"));
        }
        let refused = offer(&scene.ana, "history.csv", many).await;
        refused.sees("errors.txt").await;
        let told = String::from_utf8(refused.files()[0].bytes.clone()).unwrap();
        assert!(told.contains("Row 2, ") && told.contains("more."), "{told}");
    }

    async fn a_correction_counts_until_it_is_removed(test: TestDb) {
        let scene = Scene::set(test).await;
        import(&scene.ana, HISTORY).await;
        let week = ("week", "2025-W10");
        let set = ask(&scene.ana, "/club-admin corrections set", &[
            ("member", "St0ne"), ("metric", "Sim power"), ("value", "300.5M"), week, ("reason", "misread"),
        ]).await;
        set.sees("**Stone** · sim power · 2025-W10: 300,500,000\\*").await;
        set.sees("Until now: 298,297,518, which is kept").await;
        assert_eq!(values(&scene, "2025-W10", Metric::Sim).await[1], ("Stone".to_owned(), Some(300_500_000), true));
        let board = ask(&scene.bob, "/club leaderboard", &[("metric", "Sim power"), week]).await;
        board.sees("300.5 M*").await;

        let replaced = ask(&scene.ana, "/club-admin corrections set", &[
            ("member", "Stone"), ("metric", "Sim power"), ("value", "301000000"), week,
        ]).await;
        replaced.sees("It replaces the correction 300,500,000\\*").await;
        let forgotten = ask(&scene.ana, "/club-admin corrections set", &[
            ("member", "@everyone"), ("metric", "Sim power"), ("value", "12k"), week,
        ]).await;
        forgotten.sees("Until now nothing was known").await;
        assert_eq!(values(&scene, "2025-W10", Metric::Sim).await.len(), 3);

        let list = ask(&scene.ana, "/club-admin corrections list", &[]).await;
        list.sees("301,000,000").await;
        assert!(list.is_ephemeral() && !list.text().contains("300,500,000"));
        let choices = scene.ana.completes("/club-admin corrections remove correction:sto").await;
        let one = choices.iter().find(|one| one.name.contains("2025-W10")).expect("it is offered");
        let id = one.value.as_str().unwrap();
        let removed = ask(&scene.ana, "/club-admin corrections remove", &[("correction", id)]).await;
        removed.sees("What was read counts again").await;
        assert!(values(&scene, "2025-W10", Metric::Sim).await.contains(&("Stone".to_owned(), Some(298_297_518), false)));
        let again = ask(&scene.ana, "/club-admin corrections remove", &[("correction", id)]).await;
        again.sees("does not count").await;

        let cases = [
            ("member", "Nobody", "No member is called"), ("member", "Stane", "perhaps Stone"),
            ("value", "many", "\"many\""), ("value", "-3", "below zero"),
            ("value", "2000000B", "or more is none"),
            ("week", "2999-W01", "has not begun yet"), ("week", "soon", "not a week"),
        ];
        for (wrong, text, said) in cases {
            let mut options = vec![("member", "Stone"), ("metric", "Sim power"), ("value", "1"), week];
            for option in &mut options {
                if option.0 == wrong {
                    option.1 = text;
                }
            }
            let refused = ask(&scene.ana, "/club-admin corrections set", &options).await;
            refused.sees(said).await;
            assert!(refused.is_ephemeral());
        }
        assert_eq!(scene.audited("club.correction.create").await.len(), 3);
        assert_eq!(scene.audited("club.correction.delete").await.len(), 1);
    }

    async fn a_rollback_brings_the_roster_before_back_and_can_be_undone_after_a_restart(test: TestDb) {
        let scene = Scene::set(test).await;
        import(&scene.ana, HISTORY).await;
        import(&scene.ana, HISTORY.replace("298,297,518", "198,297,518")).await;
        let options = [("metric", "Sim power"), ("week", "2025-W10")];
        let asked = ask(&scene.ana, "/club-admin rollback", &options).await;
        asked.sees("Now counts: 2025-W10 · sim power").await;
        asked.sees("Then counts: 2025-W10 · sim power").await;
        scene.bob.presses(&asked, "Roll back").await.sees("can use /club-admin").await;
        let done = scene.ana.presses(&asked, "Roll back").await;
        done.sees("Rolled back").await;
        assert_eq!(values(&scene, "2025-W10", Metric::Sim).await[1].1, Some(298_297_518));

        let last = ask(&scene.ana, "/club-admin rollback", &options).await;
        last.sees("Then there is no sim power in 2025-W10 any more").await;
        let gone = scene.ana.presses(&last, "Roll back").await;
        gone.sees("2025-W10 has no sim power any more").await;
        assert!(values(&scene, "2025-W10", Metric::Sim).await.is_empty());
        let nothing = ask(&scene.ana, "/club-admin rollback", &options).await;
        nothing.sees("Nothing counts there any more").await;

        let scene = scene.restart().await;
        scene.ana.presses(&gone, "Undo").await.sees("Counts again").await;
        assert_eq!(values(&scene, "2025-W10", Metric::Sim).await[1].1, Some(298_297_518));
        scene.ana.presses(&nothing, "Undo the last rollback").await.sees("nothing to undo").await;
        scene.ana.presses(&done, "Undo").await.sees("Counts again").await;
        assert_eq!(values(&scene, "2025-W10", Metric::Sim).await[1].1, Some(198_297_518));
        assert_eq!(scene.audited("club.snapshot.rollback").await.len(), 2);
        assert_eq!(scene.audited("club.snapshot.restore").await.len(), 2);
        let none = ask(&scene.ana, "/club-admin rollback", &[("metric", "Total power"), ("week", "2025-W10")]).await;
        none.sees("Nothing is saved of total power in 2025-W10").await;
    }

    async fn an_alias_is_understood_by_the_next_scan(test: TestDb) {
        let scene = Scene::set(test).await;
        import(&scene.ana, "Week,Metric,Member,Power\n2025-W10,sim,Captain,\n").await;
        let alias = [("alias", "Glimmerglob"), ("member", "captain")];
        let added = ask(&scene.ana, "/club-admin aliases add", &alias).await;
        added.sees("**Glimmerglob** means **Captain**").await;
        ask(&scene.ana, "/club-admin aliases add", &alias).await.sees("means **Captain** already").await;
        let list = ask(&scene.ana, "/club-admin aliases list", &[]).await;
        list.sees("**Captain**: Glimmerglob (added)").await;

        let preview = analyze(&scene, vec![("sim-1.png".to_owned(), demo("sim-1.png"))]).await;
        preview.sees("Not saved yet").await;
        scene.ana.presses(&preview, "Save").await.sees("Saved").await;
        let guild_id = guild_id(&scene).await;
        let saved = club::latest_snapshot(&scene.test.db, &guild_id, Metric::Sim).await;
        let week = saved.unwrap().expect("it is saved").week;
        let now = values(&scene, &week, Metric::Sim).await;
        assert!(now.contains(&("Captain".to_owned(), Some(38_214_907), false)), "{now:?}");

        let taken = ask(&scene.ana, "/club-admin aliases add", &[("alias", "Ooze007"), ("member", "Captain")]).await;
        taken.sees("is the name of a member").await;
        let taken = ask(&scene.ana, "/club-admin aliases add", &[("alias", "glimmerGLOB"), ("member", "Ooze007")]).await;
        taken.sees("already means Captain").await;
        let choices = scene.ana.completes("/club-admin aliases remove alias:glim").await;
        assert_eq!(choices[0].name, "Glimmerglob (Captain)");
        let remove = [("alias", "GLIMMERGLOB")];
        ask(&scene.ana, "/club-admin aliases remove", &remove).await.sees("does not mean **Captain**").await;
        ask(&scene.ana, "/club-admin aliases remove", &remove).await.sees("is no alias here").await;
    }

    async fn members_are_merged_after_a_question_and_renamed(test: TestDb) {
        let scene = Scene::set(test).await;
        import(&scene.ana, HISTORY).await;
        let both = [("keep", "Stone"), ("other", "Pebble")];
        let asked = ask(&scene.ana, "/club-admin members merge", &both).await;
        asked.sees("This cannot be undone").await;
        let merged = scene.ana.presses(&asked, "Merge").await;
        merged.sees("**Pebble** means **Stone** now").await;
        assert_eq!(values(&scene, "2025-W10", Metric::Sim).await, [("Stone".to_owned(), Some(298_297_518), false)]);
        let same = [("keep", "Stone"), ("other", "Rock")];
        ask(&scene.ana, "/club-admin members merge", &same).await.sees("one and the same").await;

        let rename = [("member", "Pebble"), ("new_name", "Boulder")];
        ask(&scene.ana, "/club-admin members rename", &rename).await.sees("is now **Boulder**").await;
        let taken = [("member", "Boulder"), ("new_name", "@everyone")];
        ask(&scene.ana, "/club-admin members rename", &taken).await.sees("is the name of a member").await;
        let unlink = [("member", "Boulder")];
        ask(&scene.ana, "/club-admin members unlink", &unlink).await.sees("linked with nobody").await;
        assert_eq!(scene.audited("club.member.merge").await.len(), 1);
        assert_eq!(scene.audited("club.member.rename").await.len(), 1);
    }

    async fn guards_and_weeks_are_set_by_managers(test: TestDb) {
        let scene = Scene::set(test).await;
        let usual = ask(&scene.ana, "/club-admin guards show", &[]).await;
        usual.sees("changes by 85 % or more").await;
        let set = ask(&scene.ana, "/club-admin guards set", &[("jump", "0"), ("missing", "33"), ("over_header", "false")]).await;
        set.sees("33 % or more").await;
        assert!(!set.text().contains("85 %"), "{}", set.text());
        ask(&scene.ana, "/club-admin guards set", &[]).await.sees("Name at least one thing").await;

        ask(&scene.ana, "/club-admin week show", &[]).await.sees("on Fridays at 04:30").await;
        let zones = scene.ana.completes("/club-admin week set timezone:berl").await;
        assert_eq!(zones[0].value, "Europe/Berlin");
        let set = ask(&scene.ana, "/club-admin week set", &[("day", "Sunday"), ("time", "2:30"), ("timezone", "europe/berlin")]).await;
        set.sees("on Sundays at 02:30 (Europe/Berlin)").await;
        set.sees("Rosters that are saved keep their weeks").await;
        let refused = ask(&scene.ana, "/club-admin week set", &[("time", "25:00")]).await;
        refused.sees("club.week.time").await;
        let refused = ask(&scene.ana, "/club-admin week set", &[("timezone", "Mars")]).await;
        refused.sees("IANA time zone").await;
        assert_eq!(scene.audited("guild.settings.update").await.len(), 2);
    }

    async fn news_are_told_once_and_outlive_failures_and_restarts(test: TestDb) {
        let scene = Scene::set(test).await;
        let channel = scene.guild.opens_channel("news");
        let set = ask(&scene.ana, "/club-admin alerts set", &[("channel", "news")]).await;
        set.sees("Alerts set").await;
        scene.guild.sees("From now on this club's news are told here").await;
        import(&scene.ana, "Week,Metric,Member,Power\n2025-W10,sim,Glimmerglob,\n").await;

        scene.discord.fails_next("POST", &format!("/channels/{channel}/messages"), 403);
        let preview = analyze(&scene, vec![("sim-1.png".to_owned(), demo("sim-1.png"))]).await;
        preview.sees("Not saved yet").await;
        scene.ana.presses(&preview, "Save").await.sees("Saved").await;
        let (db, guild) = (&scene.test.db, guild_id(&scene).await);
        scene.eventually("the failure", || async {
            club::failing_alert(db, &guild).await.unwrap()
        }).await;
        let show = ask(&scene.ana, "/club-admin alerts show", &[]).await;
        show.sees("Not delivered").await;
        show.sees("status 403").await;

        let scene = scene.restart().await;
        let (db, guild) = (&scene.test.db, guild_id(&scene).await);
        let waiting = club::failing_alert(db, &guild).await.unwrap().expect("it waits");
        // A minute is not waited for.
        assert!(club::claim_alert(db, &waiting, now(), now()).await.unwrap());
        scene.guild.sees("Joined (5)").await;
        scene.guild.sees("Sluggernaut").await;
        scene.eventually("the note that it was posted", || async {
            club::failing_alert(db, &guild).await.unwrap().is_none().then_some(())
        }).await;
        let scene = scene.restart().await;
        let show = ask(&scene.ana, "/club-admin alerts show", &[]).await;
        show.sees("told in").await;
        assert!(!show.text().contains("Not delivered"), "{}", show.text());
        assert_eq!(scene.guild.text().matches("Club news ·").count(), 1);

        ask(&scene.ana, "/club-admin alerts off", &[]).await.sees("told nowhere any more").await;
        ask(&scene.ana, "/club-admin alerts show", &[]).await.sees("told nowhere").await;
    }

    async fn managers_read_their_own_language_and_the_club_its_own(test: TestDb) {
        let scene = Scene::set(test).await;
        let uwe = scene.guild.member("uwe").can_manage_guild().speaks("de");
        let shown = ask(&uwe, "/club-admin guards show", &[]).await;
        shown.sees("Eine Mitgliederliste braucht die Genehmigung").await;
        let refused = ask(&uwe, "/club-admin rollback", &[("metric", "Sim power")]).await;
        refused.sees("Von der Sim Power ist nichts gespeichert").await;
        let set = ask(&uwe, "/club-admin guards set", &[("jump", "60")]).await;
        set.sees("A roster needs a second manager's approval").await;

        let set = ask(&scene.ana, "/settings set", &[("key", "language"), ("value", "fr")]).await;
        set.sees("language").await;
        let set = ask(&uwe, "/club-admin guards set", &[("jump", "70")]).await;
        set.sees("la puissance d’un membre change de 70 % ou plus").await;
        let asked = offer(&uwe, "history.csv", HISTORY).await;
        asked.sees("Noch hat sich nichts geändert").await;
        scene.guild.opens_channel("news");
        let news = ask(&scene.ana, "/club-admin alerts set", &[("channel", "news")]).await;
        news.sees("Les nouvelles du club sont annoncées dans").await;
        scene.guild.sees("Désormais, les nouvelles de ce club sont annoncées ici").await;
    }

    async fn a_channel_where_the_bot_may_not_post_is_refused(test: TestDb) {
        let scene = Scene::set(test).await;
        let channel = scene.guild.opens_channel("secret");
        scene.guild.overwrites(channel, Whom::Everyone, 0, permissions::SEND_MESSAGES);
        let refused = ask(&scene.ana, "/club-admin alerts set", &[("channel", "secret")]).await;
        refused.sees("The bot cannot post there").await;
        ask(&scene.ana, "/club-admin alerts show", &[]).await.sees("told nowhere").await;
        scene.discord.forgive_faults();
    }

    async fn club_admin_is_for_managers_alone(test: TestDb) {
        let scene = Scene::set(test).await;
        import(&scene.ana, HISTORY).await;
        let commands: [(&str, &[(&str, &str)]); 15] = [
            ("aliases list", &[]),
            ("aliases add", &[("alias", "a"), ("member", "Stone")]),
            ("aliases remove", &[("alias", "Rock")]),
            ("corrections set", &[("member", "Stone"), ("metric", "Sim power"), ("value", "1")]),
            ("corrections list", &[]),
            ("corrections remove", &[("correction", "x")]),
            ("members merge", &[("keep", "Stone"), ("other", "Pebble")]),
            ("members rename", &[("member", "Stone"), ("new_name", "b")]),
            ("members unlink", &[("member", "Stone")]),
            ("rollback", &[("metric", "Sim power")]),
            ("guards show", &[]),
            ("guards set", &[("jump", "1")]),
            ("week set", &[("day", "Monday")]),
            ("alerts show", &[]),
            ("alerts off", &[]),
        ];
        for (command, options) in commands {
            let refused = ask(&scene.bob, &format!("/club-admin {command}"), options).await;
            refused.sees("or with a club manager role, can use /club-admin").await;
            assert!(refused.is_ephemeral(), "{command}");
        }
        let refused = offer(&scene.bob, "history.csv", HISTORY).await;
        refused.sees("can use /club-admin").await;
        let suggested = scene.bob.completes("/club-admin aliases remove alias:").await;
        assert!(suggested.is_empty());

        // Who has a club manager role may, and changes the club's own settings too.
        let carl = scene.guild.member("carl").role("Officers");
        let guild = guild_id(&scene).await;
        let id = officers(&scene).await;
        let mut tx = scene.test.db.begin().await.unwrap();
        let patch = serde_json::json!({"club": {"managerRoles": [id]}});
        let fits = |_: &serde_json::Value| Ok::<(), std::convert::Infallible>(());
        guilds::merge_settings(&mut tx, &guild, &patch, fits, now()).await.unwrap();
        tx.commit().await.unwrap();
        let scene = scene.restart().await;
        ask(&carl, "/club-admin guards set", &[("jump", "50")]).await.sees("Guards set").await;
        ask(&carl, "/club-admin aliases list", &[]).await.sees("**Stone**: Rock (imported)").await;
        assert_eq!(scene.audited("club.alias.create").await.len(), 0);
    }
}

/// Discord's id of the role that carl holds, as his membership has it.
async fn officers(scene: &Scene) -> String {
    let carl = scene.guild.member("carl");
    carl.types("/status").send().await.sees("Slimy is up").await;
    let guild = guild_id(scene).await;
    let id = carl.id().to_string();
    let user = slimy_store::users::find_by_discord_id(&scene.test.db, &id).await;
    let user = user.unwrap().expect("carl is known").id;
    let member = slimy_store::members::find(&scene.test.db, &user, &guild).await;
    member.unwrap().expect("carl is a member").roles[0].clone()
}

#[test]
fn the_history_of_these_tests_can_be_written_in_all_formats() {
    let records = files::import(HISTORY.as_bytes())
        .expect("it can be read")
        .records;
    for format in [Format::Csv, Format::Xlsx, Format::Json] {
        let written = files::export(format, &records, now()).expect("it can be written");
        assert_eq!(
            files::import(&written).expect("it can be read").records,
            records
        );
    }
}
