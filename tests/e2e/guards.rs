//! What one manager alone cannot do, and who has lost the right in the middle of it.

use discord_standin::{Answer, Member};
use slimy_store::{
    Id,
    club::{self, AnalysisStatus, Metric},
    guilds, on_both_engines,
};

use crate::{
    analyze::analyze,
    bot::{Scene, demo},
};

/// The members of the first screenshot with what they had a week long ago; of the first a tenth.
const BEFORE: &str = "Week,Metric,Member,Power\n\
    2020-W10,sim,Glimmerglob,3.8M\n2020-W10,sim,Sluggernaut,31M\n\
    2020-W10,sim,PuddleJumper,27M\n2020-W10,sim,SeñorSlime,22M\n\
    2020-W10,sim,Escarglow,18M\n2020-W10,sim,Ooze007,15M\n";

async fn ask(who: &Member, command: &str, options: &[(&str, &str)]) -> Answer {
    let mut typed = who.types(command);
    for (option, value) in options {
        typed = typed.option(option, *value);
    }
    typed.send().await
}

async fn offer(who: &Member, file: &str) -> Answer {
    let typed = who.types("/club-admin import");
    let asked = typed.attach("file", "history.csv", file).send().await;
    asked.sees("Nothing has changed yet").await;
    asked
}

async fn import(who: &Member, file: &str) -> Answer {
    let asked = offer(who, file).await;
    let done = who.presses(&asked, "Import").await;
    done.sees("Imported history.csv").await;
    done
}

async fn first(scene: &Scene) -> Answer {
    analyze(scene, vec![("sim-1.png".to_owned(), demo("sim-1.png"))]).await
}

/// What a member had in a week, as it counts.
async fn power(scene: &Scene, week: &str, name: &str) -> Option<i64> {
    let db = &scene.test.db;
    let guild = guilds::find_by_discord_id(db, &scene.guild.id().to_string()).await;
    let guild = guild.unwrap().expect("the guild is known").id;
    let snapshot = club::current_snapshot(db, &guild, week, Metric::Sim).await;
    let values = club::values(db, &guild, &[snapshot.unwrap()?])
        .await
        .unwrap();
    let value = values.into_iter().find(|value| value.name == name);
    value.and_then(|value| value.power)
}

on_both_engines! {
    async fn a_guarded_import_needs_another_manager_and_is_taken_back_by_one_press(test: TestDb) {
        let scene = Scene::set(test).await;
        let zoe = scene.guild.member("zoe").can_manage_guild();
        import(&scene.ana, BEFORE).await;
        let jump = BEFORE.replace("2020-W10", "2020-W11").replace("3.8M", "38M");
        let asked = offer(&scene.ana, &jump).await;
        asked.sees("Guarded: 2020-W11, sim power: Power has changed by 85 % or more").await;
        let request = scene.ana.presses(&asked, "Import").await;
        request.sees("Approve the import of history.csv?").await;
        assert!(request.is_visible_to(&zoe), "another manager has to see it");
        assert_eq!(power(&scene, "2020-W11", "Glimmerglob").await, None);
        assert_eq!(scene.audited_times("club.import.request", 1).await[0].details.as_ref().unwrap().0["guards"]["count"], 1);

        scene.ana.presses(&request, "Approve").await.sees("You asked for this approval yourself").await;
        scene.bob.presses(&request, "Approve").await.sees("can approve").await;
        assert_eq!(power(&scene, "2020-W11", "Glimmerglob").await, None);
        let scene = scene.restart().await;
        let done = zoe.presses(&request, "Approve").await;
        done.sees("Imported history.csv").await;
        assert_eq!(power(&scene, "2020-W11", "Glimmerglob").await, Some(38_000_000));
        let approved = scene.audited_times("club.import.approve", 1).await;
        let asked = scene.audited_times("club.import.request", 1).await;
        assert_ne!(approved[0].user_id, asked[0].user_id);
        assert_eq!(approved[0].resource_id, asked[0].resource_id);

        scene.bob.presses(&done, "Undo").await.sees("can use /club-admin").await;
        scene.ana.presses(&done, "Undo").await.sees("1 roster rolled back").await;
        assert_eq!(power(&scene, "2020-W11", "Glimmerglob").await, None);
        assert_eq!(power(&scene, "2020-W10", "Glimmerglob").await, Some(3_800_000));
        assert_eq!(scene.audited("club.import.undo").await.len(), 1);
    }

    async fn whoever_takes_the_last_roster_away_needs_another_manager_all_the_same(test: TestDb) {
        let scene = Scene::set(test).await;
        import(&scene.ana, BEFORE).await;
        let week = [("metric", "Sim power"), ("week", "2020-W10")];
        let asked = ask(&scene.ana, "/club-admin rollback", &week).await;
        scene.ana.presses(&asked, "Roll back").await.sees("Rolled back").await;
        assert_eq!(power(&scene, "2020-W10", "Glimmerglob").await, None);
        let preview = first(&scene).await;
        preview.sees("Needs a second manager").await;
        preview.sees("rolled back, deleted or corrected lately").await;
        scene.ana.presses(&preview, "Save").await.sees("waiting for approval").await;
        assert!(scene.audited("club.analysis.save").await.is_empty());
    }

    async fn a_guard_that_is_loosened_in_a_review_guards_it_all_the_same(test: TestDb) {
        let scene = Scene::set(test).await;
        import(&scene.ana, BEFORE).await;
        let preview = first(&scene).await;
        preview.sees("Needs a second manager").await;
        ask(&scene.ana, "/club-admin guards set", &[("jump", "0")]).await.sees("Guards set").await;
        scene.ana.presses(&preview, "Save").await.sees("waiting for approval").await;
        assert!(scene.audited("club.analysis.save").await.is_empty());
        scene.ana.presses(&preview, "Discard").await.sees("Discarded").await;
        let preview = first(&scene).await;
        preview.sees("Not saved yet").await;
        scene.ana.presses(&preview, "Save").await.sees("Saved").await;
        assert_eq!(scene.audited("guild.settings.update").await.len(), 1, "and that is written down");
    }

    async fn a_request_for_what_is_no_longer_so_is_withdrawn_and_that_is_written_down(test: TestDb) {
        let scene = Scene::set(test).await;
        let zoe = scene.guild.member("zoe").can_manage_guild();
        import(&scene.ana, BEFORE).await;
        let preview = first(&scene).await;
        scene.ana.presses(&preview, "Save").await.sees("waiting for approval").await;
        let correction = [
            ("member", "Glimmerglob"), ("metric", "Sim power"), ("value", "38M"), ("week", "2020-W10"),
        ];
        ask(&scene.ana, "/club-admin corrections set", &correction).await.sees("38,000,000").await;
        let late = zoe.presses(&preview, "Approve").await;
        late.sees("This has changed since approval was asked for").await;
        let withdrawn = scene.audited_times("club.analysis.withdraw", 1).await;
        let details = &withdrawn[0].details.as_ref().unwrap().0;
        assert_eq!(details["guards"][0]["kind"], "jump");
        assert_eq!(details["saving"], "all");
        let asked = scene.audited_times("club.analysis.request", 1).await;
        assert_eq!(withdrawn[0].resource_id, asked[0].resource_id);
        assert_ne!(withdrawn[0].user_id, asked[0].user_id, "zoe's press did it");
        assert!(scene.audited("club.analysis.save").await.is_empty());
        assert!(scene.audited("club.analysis.approve").await.is_empty());
    }

    async fn who_is_no_manager_any_more_can_do_nothing_with_their_own_draft(test: TestDb) {
        let scene = Scene::set(test).await;
        let cleo = scene.guild.member("cleo").can_manage_guild();
        let typed = cleo.types("/club analyze");
        let preview = typed.attach("screenshot", "sim-1.png", demo("sim-1.png")).send().await;
        preview.sees("Not saved yet").await;
        cleo.loses_role("Managers");
        for button in ["Save", "Fix", "Discard"] {
            let refused = cleo.presses(&preview, button).await;
            refused.sees("can change, save or discard this preview").await;
            assert!(refused.is_ephemeral(), "{button}");
        }
        let drafts = scene.audited("club.analysis.draft").await;
        let id = Id::from(drafts[0].resource_id.as_str());
        let draft = club::find(&scene.test.db, &id).await.unwrap().unwrap();
        assert_eq!(draft.status, AnalysisStatus::Draft);
        scene.ana.presses(&preview, "Save").await.sees("Saved").await;
    }

    async fn a_file_that_waits_is_no_analysis(test: TestDb) {
        let scene = Scene::set(test).await;
        let asked = offer(&scene.ana, BEFORE).await;
        let json = asked.message_json();
        let custom_id = json["components"][0]["components"][0]["custom_id"].as_str().unwrap();
        let (_, id) = custom_id.split_once(':').unwrap();
        for (command, more) in [("show", None), ("rename", Some(("title", "x"))), ("delete", None)] {
            let options: Vec<_> = [("analysis", id)].into_iter().chain(more).collect();
            let refused = ask(&scene.ana, &format!("/club {command}"), &options).await;
            refused.sees("That analysis is not in this server").await;
            assert!(refused.is_ephemeral(), "{command}");
        }
        scene.ana.presses(&asked, "Import").await.sees("Imported").await;
    }
}
