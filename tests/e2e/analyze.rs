//! Screenshots become a preview, and the preview an analysis.

use slimy_store::{club, guilds, members, on_both_engines, users};

use crate::bot::{Scene, demo, sim_set};

/// Types `/club analyze` with these files.
pub(crate) async fn analyze(
    scene: &Scene,
    files: Vec<(String, Vec<u8>)>,
) -> discord_standin::Answer {
    let mut typed = scene.ana.types("/club analyze");
    for (index, (name, bytes)) in files.into_iter().enumerate() {
        let option = if index == 0 {
            "screenshot".to_owned()
        } else {
            format!("screenshot{}", index + 1)
        };
        typed = typed.attach(&option, &name, bytes);
    }
    typed.send().await
}

on_both_engines! {
    async fn five_screenshots_become_one_saved_audited_analysis(test: TestDb) {
        let scene = Scene::set(test).await;
        let preview = analyze(&scene, sim_set()).await;
        preview.sees("24 of 24 found").await;
        preview.sees("Not saved yet").await;
        preview.sees("Glimmerglob").await;
        preview.sees("38,214,907").await;
        assert!(preview.is_visible_to(&scene.bob), "a preview is for all to see");

        let drafts = scene.audited("club.analysis.draft").await;
        let id = slimy_store::Id::from(drafts[0].resource_id.as_str());
        let draft = club::find(&scene.test.db, &id).await.unwrap().unwrap();
        assert_eq!(draft.status, club::AnalysisStatus::Draft);
        assert_eq!(drafts[0].request_id, Some(preview.interaction_id().to_string()));

        let saved = scene.ana.presses(&preview, "Save").await;
        saved.sees("Saved").await;
        let analysis = club::find_saved_with_relations(&scene.test.db, &draft.guild_id, &id);
        let analysis = analysis.await.unwrap().expect("it is saved");
        assert_eq!((analysis.images.len(), analysis.powers.len()), (5, 24));
        let total: i64 = analysis.powers.iter().filter_map(|power| power.power).sum();
        let metric = |name: &str| analysis.metrics.iter().find(|m| m.name == name).map(|m| m.value);
        assert_eq!(metric("totalMembers"), Some(24.0));
        assert_eq!(metric("capacity"), Some(24.0));
        #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
        let total = total as f64;
        assert_eq!(metric("totalPower"), Some(total));
        assert!(analysis.analysis.summary.starts_with("24 members, "));
        assert!(analysis.analysis.confidence > 0.9);
        assert!(analysis.analysis.draft.is_none());

        let press = saved.interaction_id().to_string();
        for (action, request) in [
            ("command.club.analyze", preview.interaction_id().to_string()),
            ("club.analysis.save", press.clone()),
            ("command.club.save", press),
        ] {
            let entries = scene.audited(action).await;
            assert_eq!(entries.len(), 1, "{action}");
            assert_eq!(entries[0].request_id, Some(request), "{action}");
            assert!(entries[0].success, "{action}");
        }
    }

    async fn user_guild_and_membership_are_kept_with_roles(test: TestDb) {
        let scene = Scene::set(test).await;
        let cleo = scene.guild.member("cleo").role("Officers").role("Snails");
        cleo.types("/status").send().await.sees("Slimy is up").await;
        let db = &scene.test.db;
        let user = users::find_by_discord_id(db, &cleo.id().to_string()).await.unwrap().unwrap();
        assert_eq!(user.username.as_deref(), Some("cleo"));
        let id = scene.guild.id().to_string();
        let guild = guilds::find_by_discord_id(db, &id).await.unwrap().unwrap();
        assert_eq!(guild.name, "Slimy Club");
        let member = members::find(db, &user.id, &guild.id).await.unwrap().unwrap();
        assert_eq!(member.roles.len(), 2);

        cleo.loses_role("Snails");
        cleo.types("/status").send().await.sees("Slimy is up").await;
        let member = members::find(db, &user.id, &guild.id).await.unwrap().unwrap();
        assert_eq!(member.roles.len(), 1);
        assert_eq!(scene.audited("user.create").await.len(), 1);
    }

    async fn the_message_menu_reads_all_screenshots_of_a_message(test: TestDb) {
        let scene = Scene::set(test).await;
        let message = scene.guild.posts(&scene.bob, "this week", sim_set());
        let preview = scene.ana.uses_menu("Analyze club roster", &message);
        preview.sees("24 of 24 found").await;
        assert_eq!(scene.audited("command.analyze.club.roster").await.len(), 1);
    }

    async fn a_member_who_is_missing_and_a_number_that_is_covered_are_shown(test: TestDb) {
        let scene = Scene::set(test).await;
        let preview = analyze(&scene, vec![("total-1.png".into(), demo("total-1.png"))]).await;
        preview.sees("6 of 24 found").await;
        preview.sees("Sluggernaut: power not certain").await;
        scene.ana.presses(&preview, "Save").await.sees("Saved").await;
        let drafts = scene.audited("club.analysis.draft").await;
        let id = slimy_store::Id::from(drafts[0].resource_id.as_str());
        let guild = drafts[0].guild_id.clone().expect("it has a guild");
        let detail = club::find_saved_with_relations(&scene.test.db, &guild, &id);
        let detail = detail.await.unwrap().unwrap();
        let covered = detail.powers.iter().find(|power| power.member == "Sluggernaut");
        assert_eq!(covered.unwrap().power, None, "absent is not zero");
    }

    async fn long_rosters_are_turned_by_buttons(test: TestDb) {
        let scene = Scene::set(test).await;
        let preview = analyze(&scene, sim_set()).await;
        preview.sees("Page 1 of 2").await;
        let second = scene.bob.presses(&preview, "Next").await;
        second.sees("Page 2 of 2").await;
        second.sees("Zzzlime").await;
        scene.bob.presses(&second, "Previous").await.sees("Page 1 of 2").await;
    }
}
