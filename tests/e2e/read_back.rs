//! `/club show`, `/club list` and `/status`.

use slimy_store::on_both_engines;

use crate::bot::{Scene, demo};

async fn save(scene: &Scene, title: &str, shot: &str) {
    let typed = scene.ana.types("/club analyze").option("title", title);
    let preview = typed.attach("screenshot", shot, demo(shot)).send().await;
    scene
        .ana
        .presses(&preview, "Save")
        .await
        .sees("Saved")
        .await;
}

on_both_engines! {
    async fn what_was_saved_is_shown_and_listed(test: TestDb) {
        let scene = Scene::set(test).await;
        let none = scene.bob.types("/club show").send().await;
        none.sees("No analysis is saved here yet").await;
        assert!(none.is_ephemeral());

        save(&scene, "Week 46", "sim-1.png").await;
        save(&scene, "Week 47 _draft_ <@1>", "total-1.png").await;

        let newest = scene.bob.types("/club show").send().await;
        newest.sees("Total power").await;
        newest.sees("412,905,318").await;

        let choices = scene.bob.completes("/club show analysis:week 46").await;
        assert_eq!(choices.len(), 1, "{choices:?}");
        let id = choices[0].value.as_str().expect("the choice is an id").to_owned();
        let older = scene.bob.types("/club show").option("analysis", id).send().await;
        older.sees("38,214,907").await;

        let list = scene.bob.types("/club list").send().await;
        list.sees("Week 46").await;
        list.sees("6 members").await;
        for command in ["command.club.show", "command.club.list"] {
            assert!(!scene.audited(command).await.is_empty(), "{command}");
        }
    }

    async fn a_long_list_is_turned_by_buttons(test: TestDb) {
        let scene = Scene::set(test).await;
        for week in 1..=9 {
            save(&scene, &format!("Week {week:02}"), "sim-1.png").await;
        }
        let list = scene.bob.types("/club list").send().await;
        list.sees("Week 09").await;
        assert!(!list.text().contains("Week 01"));
        let older = scene.bob.presses(&list, "Older").await;
        older.sees("Week 01").await;
        scene.bob.presses(&older, "Newer").await.sees("Week 09").await;
    }

    async fn an_analysis_that_is_not_there_is_refused(test: TestDb) {
        let scene = Scene::set(test).await;
        let answer = scene.bob.types("/club show").option("analysis", "nothing").send().await;
        answer.sees("not in this server").await;
        assert!(answer.is_ephemeral());
    }

    async fn another_guild_sees_nothing_of_it(test: TestDb) {
        let scene = Scene::set(test).await;
        save(&scene, "Ours", "sim-1.png").await;
        let id = scene.audited("club.analysis.save").await[0].resource_id.clone();
        let elsewhere = scene.discord.guild("Elsewhere");
        let eve = elsewhere.member("eve").can_manage_guild();
        let answer = eve.types("/club show").option("analysis", id).send().await;
        answer.sees("not in this server").await;
        eve.types("/club list").send().await.sees("No analysis is saved here yet").await;
        assert!(eve.completes("/club show analysis:Ours").await.is_empty());
    }

    async fn status_tells_version_latency_and_database_and_is_audited(test: TestDb) {
        let scene = Scene::set(test).await;
        let status = scene.bob.types("/status").send().await;
        status.sees(env!("CARGO_PKG_VERSION")).await;
        status.sees(&scene.test.engine().to_string()).await;
        let audited = scene.audited("command.status").await;
        assert_eq!(audited[0].request_id, Some(status.interaction_id().to_string()));
    }
}
