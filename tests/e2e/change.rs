//! `/club rename` and `/club delete`: by whom, how often, and what is left of it.

use discord_standin::{Answer, Member};
use slimy_store::{Id, club, members, on_both_engines, users};

use crate::bot::{Scene, demo};

/// Saves an analysis of ana's; gives its id.
async fn save(scene: &Scene, title: &str) -> String {
    let typed = scene.ana.types("/club analyze").option("title", title);
    let shot = "sim-1.png";
    let preview = typed.attach("screenshot", shot, demo(shot)).send().await;
    let saved = scene.ana.presses(&preview, "Save").await;
    saved.sees("Saved").await;
    let entries = scene.audited("club.analysis.save").await;
    entries[0].resource_id.clone()
}

/// Makes bob the one who made everything.
async fn give_to_bob(scene: &Scene) {
    scene
        .bob
        .types("/status")
        .send()
        .await
        .sees("Slimy is up")
        .await;
    let statement =
        "UPDATE club_analyses SET user_id = (SELECT id FROM users WHERE username = 'bob')
         WHERE status = 'saved'";
    scene.test.execute(statement).await;
}

async fn rename(who: &Member, id: &str, title: &str) -> Answer {
    let typed = who.types("/club rename").option("analysis", id);
    typed.option("title", title).send().await
}

async fn ask_to_delete(who: &Member, id: &str) -> Answer {
    who.types("/club delete")
        .option("analysis", id)
        .send()
        .await
}

async fn find(scene: &Scene, id: &str) -> club::Analysis {
    let found = club::find(&scene.test.db, &Id::from(id)).await;
    found.expect("the store answers").expect("it is there")
}

on_both_engines! {
    async fn an_analysis_is_renamed_by_its_maker_or_a_manager_and_by_nobody_else(test: TestDb) {
        let scene = Scene::set(test).await;
        let id = save(&scene, "Week 46").await;

        let refused = rename(&scene.bob, &id, "Mine now").await;
        refused.sees("Only the person who made this analysis").await;
        assert!(refused.is_ephemeral());
        assert!(!refused.is_visible_to(&scene.ana));
        assert_eq!(find(&scene, &id).await.title.as_deref(), Some("Week 46"));
        let used = scene.audited_times("command.club.rename", 1).await;
        assert_eq!(used[0].error_message.as_deref(), Some("forbidden"));

        let renamed = rename(&scene.ana, &id, "  Week *47* ").await;
        renamed.sees("is now").await;
        assert!(renamed.is_visible_to(&scene.bob));
        assert_eq!(find(&scene, &id).await.title.as_deref(), Some("Week *47*"));
        let entries = scene.audited("club.analysis.update").await;
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].resource_id, id);
        assert_eq!(entries[0].request_id, Some(renamed.interaction_id().to_string()));
        let details = entries[0].details.as_ref().expect("it has details");
        assert_eq!(details.0["title"]["before"], "Week 46");
        assert_eq!(details.0["title"]["after"], "Week *47*");
        let choices = scene.bob.completes("/club show analysis:week *4").await;
        assert!(choices[0].name.starts_with("Week *47* ("), "{choices:?}");

        give_to_bob(&scene).await;
        rename(&scene.bob, &id, "Bob's").await.sees("is now").await;
        rename(&scene.ana, &id, "A manager's").await.sees("is now").await;
        assert_eq!(find(&scene, &id).await.title.as_deref(), Some("A manager's"));
    }

    async fn without_a_title_a_modal_asks_for_it(test: TestDb) {
        let scene = Scene::set(test).await;
        let id = save(&scene, "Week 46").await;

        let refused = scene.bob.types("/club rename").option("analysis", id.as_str()).send().await;
        refused.sees("Only the person who made this analysis").await;
        assert!(refused.is_ephemeral());

        let asked = scene.ana.types("/club rename").option("analysis", id.as_str()).send().await;
        let modal = asked.modal().await;
        assert_eq!(modal["components"][0]["components"][0]["value"], "Week 46");
        assert_eq!(asked.message_count(), 0, "a modal is no message");

        let empty = asked.fills(&[("New title", "---")]).await;
        empty.sees("at least one letter or number").await;
        assert!(empty.is_ephemeral());

        // The modal stays open while the bot is started anew.
        let scene = scene.restart().await;
        let renamed = scene.ana.fills(&asked, &[("New title", "Week 47")]).await;
        renamed.sees("is now **Week 47**").await;
        assert!(renamed.is_visible_to(&scene.bob));
        assert_eq!(find(&scene, &id).await.title.as_deref(), Some("Week 47"));
        let submitted = scene.audited_times("command.club.rename.submit", 2).await;
        let outcomes: Vec<_> = submitted.iter().map(|entry| entry.error_message.as_deref()).collect();
        assert_eq!(outcomes, [None, Some("title_empty")]);
        let used = scene.audited_times("command.club.rename", 2).await;
        assert_eq!(used.iter().filter(|entry| entry.success).count(), 1);
    }

    async fn a_modal_about_what_was_deleted_meanwhile_is_refused(test: TestDb) {
        let scene = Scene::set(test).await;
        let id = save(&scene, "Week 46").await;
        let asked = scene.ana.types("/club rename").option("analysis", id.as_str()).send().await;
        asked.modal().await;
        let question = ask_to_delete(&scene.ana, &id).await;
        scene.ana.presses(&question, "Delete").await.sees("Deleted").await;
        let late = asked.fills(&[("New title", "Week 47")]).await;
        late.sees("not in this server").await;
        assert!(late.is_ephemeral());
        assert!(!late.is_visible_to(&scene.bob));
        assert!(scene.audited("club.analysis.update").await.is_empty());
    }

    async fn what_was_deleted_vanishes_everywhere(test: TestDb) {
        let scene = Scene::set(test).await;
        let id = save(&scene, "Week 46").await;

        let question = ask_to_delete(&scene.ana, &id).await;
        question.sees("Delete this analysis?").await;
        question.sees("Week 46").await;
        assert!(question.is_ephemeral());
        scene.ana.presses(&question, "Keep").await.sees("Nothing was deleted").await;
        assert!(question.buttons().is_empty());
        scene.bob.types("/club show").send().await.sees("Week 46").await;

        let question = ask_to_delete(&scene.ana, &id).await;
        let deleted = scene.ana.presses(&question, "Delete").await;
        deleted.sees("is in no list and no figure any more").await;
        assert!(question.buttons().is_empty());
        let left = club::find(&scene.test.db, &Id::from(id.as_str())).await;
        assert_eq!(left.expect("the store answers"), None);
        let show = scene.bob.types("/club show").option("analysis", id.as_str()).send().await;
        show.sees("not in this server").await;
        scene.bob.types("/club list").send().await.sees("No analysis is saved here yet").await;
        assert!(scene.bob.completes("/club show analysis:Week").await.is_empty());
        let entries = scene.audited("club.analysis.delete").await;
        assert_eq!((entries.len(), entries[0].resource_id.as_str()), (1, id.as_str()));
        assert_eq!(entries[0].request_id, Some(deleted.interaction_id().to_string()));
        assert!(scene.audited("command.club.delete.confirm").await[0].success);
    }

    async fn an_analysis_is_deleted_by_its_maker_or_a_manager_and_by_nobody_else(test: TestDb) {
        let scene = Scene::set(test).await;
        let id = save(&scene, "Week 46").await;
        let refused = ask_to_delete(&scene.bob, &id).await;
        refused.sees("Only the person who made this analysis").await;
        assert!(refused.is_ephemeral() && refused.buttons().is_empty());

        give_to_bob(&scene).await;
        let bobs = ask_to_delete(&scene.bob, &id).await;
        let managers = ask_to_delete(&scene.ana, &id).await;
        bobs.sees("Delete this analysis?").await;
        scene.ana.presses(&managers, "Delete").await.sees("Deleted").await;

        let late = scene.bob.presses(&bobs, "Delete").await;
        late.sees("not in this server").await;
        bobs.sees("It was deleted before").await;
        assert!(bobs.buttons().is_empty(), "the question is settled");
        assert_eq!(scene.audited("club.analysis.delete").await.len(), 1);
        let refused = scene.audited("command.club.delete.confirm").await;
        assert_eq!(refused[0].error_message.as_deref(), Some("analysis_not_found"));
    }

    async fn another_guild_can_neither_rename_nor_delete(test: TestDb) {
        let scene = Scene::set(test).await;
        let id = save(&scene, "Ours").await;
        let eve = scene.discord.guild("Elsewhere").member("eve").can_manage_guild();
        rename(&eve, &id, "Theirs").await.sees("not in this server").await;
        ask_to_delete(&eve, &id).await.sees("not in this server").await;
        assert_eq!(find(&scene, &id).await.title.as_deref(), Some("Ours"));
    }

    async fn completing_writes_nothing_of_somebody_who_is_known(test: TestDb) {
        let scene = Scene::set(test).await;
        save(&scene, "Week 46").await;
        let cleo = scene.guild.member("cleo").role("Officers").role("Snails");
        cleo.types("/status").send().await.sees("Slimy is up").await;
        let scene = scene.restart().await;
        cleo.loses_role("Snails");
        assert_eq!(cleo.completes("/club show analysis:week").await.len(), 1);
        let db = &scene.test.db;
        let user = users::find_by_discord_id(db, &cleo.id().to_string()).await.unwrap().unwrap();
        let saved = scene.audited("club.analysis.save").await;
        let guild = saved[0].guild_id.clone().expect("it has a guild");
        let member = members::find(db, &user.id, &guild).await.unwrap().unwrap();
        assert_eq!(member.roles.len(), 2, "nothing was written");
        assert!(scene.audited("command.club.show").await.is_empty());

        cleo.types("/club show").send().await.sees("Week 46").await;
        let member = members::find(db, &user.id, &guild).await.unwrap().unwrap();
        assert_eq!(member.roles.len(), 1, "a command brings it up to date");
        // Somebody new is welcome all the same.
        assert_eq!(scene.bob.completes("/club show analysis:week").await.len(), 1);
    }
}
