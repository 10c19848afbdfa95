//! A draft in its review: what has changed, who is who, fixes, both metrics, a second manager.

use std::collections::BTreeMap;

use discord_standin::Answer;
use slimy_store::{
    Id, SystemClock, Timestamp,
    club::{self, Metric, NewAnalysis, NewMember, NewPower, NewSaved, Snapshot, Source},
    guilds, on_both_engines, users,
};

use crate::{
    analyze::analyze,
    bot::{Scene, demo, sim_set},
};

fn files(names: &[&str]) -> Vec<(String, Vec<u8>)> {
    let names = names.iter();
    names.map(|name| ((*name).to_owned(), demo(name))).collect()
}

/// The guild's key, and ana's.
async fn keys(scene: &Scene) -> (Id, Id) {
    let db = &scene.test.db;
    scene
        .ana
        .types("/status")
        .send()
        .await
        .sees("Slimy is up")
        .await;
    let guild = guilds::find_by_discord_id(db, &scene.guild.id().to_string()).await;
    let user = users::find_by_discord_id(db, &scene.ana.id().to_string()).await;
    (guild.unwrap().unwrap().id, user.unwrap().unwrap().id)
}

fn now() -> Timestamp {
    use slimy_store::Clock as _;
    SystemClock.now()
}

/// Has the club know these members with these sim powers, of a week long ago.
async fn known(scene: &Scene, members: &[(&str, i64)]) -> BTreeMap<String, Id> {
    let (guild_id, user_id) = keys(scene).await;
    let mut tx = scene.test.db.begin().await.unwrap();
    club::hold_history(&mut tx, &guild_id).await.unwrap();
    let mut ids = BTreeMap::new();
    let mut powers = Vec::new();
    for (name, power) in members {
        let new = NewMember {
            guild_id: guild_id.clone(),
            name: (*name).to_owned(),
            name_key: name.to_lowercase(),
            display_name: None,
        };
        let member = club::create_member(&mut tx, new, now()).await.unwrap().row;
        powers.push(NewPower {
            member: member.name.clone(),
            member_id: Some(member.id.clone()),
            metric: Metric::Sim,
            power: Some(*power),
            last_seen: None,
            confidence: 1.0,
            name_certain: true,
            corrected: false,
            seen_in: Vec::new(),
        });
        ids.insert(member.name, member.id);
    }
    let analysis = NewAnalysis {
        guild_id: guild_id.clone(),
        user_id,
        channel_id: None,
        title: Some("Long ago".to_owned()),
        metric: Metric::Sim,
        source: Source::Screenshots,
        saved: NewSaved {
            summary: "Long ago.".to_owned(),
            confidence: 1.0,
            images: Vec::new(),
            metrics: Vec::new(),
            powers,
            week: Some("2020-W10".to_owned()),
            approved_by: None,
        },
    };
    club::create(&mut tx, analysis, now()).await.unwrap();
    club::refresh_members(&mut tx, &guild_id, now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    ids
}

/// The newest snapshot of a metric, and its values by name.
async fn newest(scene: &Scene, metric: Metric) -> (Snapshot, BTreeMap<String, Option<i64>>) {
    let (guild_id, _) = keys(scene).await;
    let db = &scene.test.db;
    let snapshot = club::latest_snapshot(db, &guild_id, metric).await.unwrap();
    let snapshot = snapshot.expect("there is one");
    let values = club::values(db, &guild_id, std::slice::from_ref(&snapshot)).await;
    let values = values.unwrap().into_iter();
    (
        snapshot,
        values.map(|value| (value.name, value.power)).collect(),
    )
}

/// Opens **Fix** and fills it in.
async fn fix(scene: &Scene, preview: &Answer, inputs: &[(&str, &str)]) -> Answer {
    let form = scene.ana.presses(preview, "Fix").await;
    form.modal().await;
    form.fills(inputs).await
}

const VALUES: &str = "Values: Name = 1.2M, one a line";
const RENAME: &str = "Rename: old > new, one a line";
const SAME: &str = "Same person: keep = other, one a line";
const DROP: &str = "Drop: one name a line";

/// The first screenshot as the club knew it, so that nothing of it is new.
const LAST: [(&str, i64); 6] = [
    ("Glimmerglob", 38_000_000),
    ("Sluggernaut", 31_000_000),
    ("PuddleJumper", 27_000_000),
    ("SeñorSlime", 22_000_000),
    ("Escarglow", 18_000_000),
    ("Ooze007", 15_000_000),
];

/// Waits until it is noted which message shows the review, which comes behind the answer.
async fn noted(scene: &Scene) {
    let drafts = scene.audited("club.analysis.draft").await;
    let id = Id::from(drafts[0].resource_id.as_str());
    let noted = scene.eventually("the message is noted", || async {
        let draft = club::find(&scene.test.db, &id).await.unwrap()?.draft?;
        draft.0["message"].is_object().then_some(())
    });
    noted.await;
}

on_both_engines! {
    async fn what_has_changed_is_shown_and_who_is_who_is_asked(test: TestDb) {
        let scene = Scene::set(test).await;
        let mut last = LAST.to_vec();
        last[2].0 = "PuddleJumpor";
        last[4] = ("Ghosty", 1_000_000);
        let ids = known(&scene, &last).await;
        let preview = analyze(&scene, files(&["sim-1.png"])).await;
        preview.sees("perhaps renamed: was it **PuddleJumpor**?").await;
        preview.sees("**Escarglow** 18.1 M").await;
        preview.sees("Ghosty").await;

        let early = scene.ana.presses(&preview, "Save").await;
        early.sees("First say who PuddleJumper is").await;
        assert!(early.is_ephemeral());
        let answered = scene.ana.chooses(&preview, &["PuddleJumpor"]).await;
        answered.sees("Not saved yet").await;
        scene.ana.presses(&preview, "Save").await.sees("Saved").await;

        let (snapshot, values) = newest(&scene, Metric::Sim).await;
        assert_ne!(snapshot.week, "2020-W10");
        assert_eq!(values["PuddleJumpor"], Some(27_903_651));
        assert_eq!(values.len(), 6);
        let (guild_id, _) = keys(&scene).await;
        let aliases = club::list_aliases(&scene.test.db, &guild_id).await.unwrap();
        assert_eq!(aliases.len(), 1);
        assert_eq!((aliases[0].alias.as_str(), &aliases[0].member_id), ("PuddleJumper", &ids["PuddleJumpor"]));
        let saves = scene.audited("club.analysis.save").await;
        let details = &saves[0].details.as_ref().unwrap().0;
        assert_eq!(details["newMembers"], serde_json::json!({"count": 1, "names": ["Escarglow"]}));
        assert_eq!(details["newAliases"], serde_json::json!({"count": 1, "names": ["PuddleJumper"]}));
        let ghost = club::find_member(&scene.test.db, &guild_id, &ids["Ghosty"]).await;
        assert_eq!(ghost.unwrap().unwrap().departed_week, Some(snapshot.week));

        // The next reading of that spelling is understood.
        let again = analyze(&scene, files(&["sim-1.png"])).await;
        again.sees("Not saved yet").await;
        assert!(!again.text().contains("perhaps renamed"), "{}", again.text());
    }

    async fn good_lines_are_applied_and_bad_lines_are_told(test: TestDb) {
        let scene = Scene::set(test).await;
        let preview = analyze(&scene, files(&["sim-1.png"])).await;
        let fixed = fix(&scene, &preview, &[
            (VALUES, "Glimmerglob = 40.5M\nNobody = 3\nOoze007 = much"),
            (RENAME, "Sluggernaut > Slugger"),
            (SAME, "Escarglow = SeñorSlime"),
            (DROP, "PuddleJumper"),
        ]).await;
        fixed.sees("there is no row called Nobody").await;
        fixed.sees("4 applied; 2 lines were not").await;
        preview.sees("40,500,000*").await;
        let bobs = scene.bob.presses(&preview, "Fix").await;
        bobs.sees("can change, save or discard this preview").await;

        scene.ana.presses(&preview, "Save").await.sees("Saved").await;
        let (_, values) = newest(&scene, Metric::Sim).await;
        let names: Vec<&str> = values.keys().map(String::as_str).collect();
        assert_eq!(names, ["Escarglow", "Glimmerglob", "Ooze007", "Slugger"]);
        assert_eq!(values["Glimmerglob"], Some(40_500_000));
        let (guild_id, _) = keys(&scene).await;
        let aliases = club::list_aliases(&scene.test.db, &guild_id).await.unwrap();
        let aliases: Vec<&str> = aliases.iter().map(|alias| alias.alias.as_str()).collect();
        assert_eq!(aliases, ["SeñorSlime", "Sluggernaut"]);
        assert_eq!(scene.audited("club.analysis.fix").await.len(), 1);
    }

    async fn both_metrics_are_one_review_and_saved_together_or_alone(test: TestDb) {
        let scene = Scene::set(test).await;
        let preview = analyze(&scene, files(&["sim-1.png", "total-1.png"])).await;
        preview.sees("Sim and total power").await;
        let total = scene.ana.presses(&preview, "Total power").await;
        total.sees("412,905,318").await;
        preview.sees("Sim and total power, 20").await;
        let saved = scene.ana.presses(&preview, "Save sim only").await;
        saved.sees("Saved").await;
        assert!(saved.text().contains("Sim power, 20"), "{}", saved.text());
        assert!(!saved.text().contains("Sim and total power"), "{}", saved.text());
        let (guild_id, _) = keys(&scene).await;
        let db = &scene.test.db;
        let none = club::latest_snapshot(db, &guild_id, Metric::Total).await.unwrap();
        assert_eq!(none, None, "the other is not touched");
        let (sim, _) = newest(&scene, Metric::Sim).await;

        let preview = analyze(&scene, files(&["sim-1.png", "total-1.png"])).await;
        let saved = scene.ana.presses(&preview, "Save both").await;
        saved.sees("Total power, saved too").await;
        let (again, values) = newest(&scene, Metric::Sim).await;
        assert_eq!((&again.week, values.len()), (&sim.week, 6));
        assert_ne!(again.analysis_id, sim.analysis_id, "it is superseded");
        let (total, values) = newest(&scene, Metric::Total).await;
        assert_eq!(total.week, sim.week);
        assert_eq!(values["Sluggernaut"], None, "absent is not zero");
        assert_eq!(values["Glimmerglob"], Some(412_905_318));
        assert_eq!(scene.audited("club.analysis.save").await.len(), 3);
        let other = scene.bob.presses(&saved, "Total power, saved too").await;
        other.sees("412,905,318").await;
        other.sees("Total power, 20").await;
        let listed = scene.bob.types("/club list").send().await;
        listed.sees("**Total power, 20").await;
        assert!(!listed.text().contains("Sim and total power"), "{}", listed.text());
    }

    async fn a_second_call_adds_to_the_review_while_it_lives(test: TestDb) {
        let scene = Scene::set(test).await;
        let first = analyze(&scene, files(&["sim-1.png", "sim-2.png"])).await;
        first.sees("Not saved yet").await;
        noted(&scene).await;
        let second = analyze(&scene, files(&["sim-2.png", "sim-3.png", "total-1.png"])).await;
        second.sees("Added to your review of 2 screenshots").await;
        second.sees("it is the same picture as sim-2.png").await;
        assert_eq!(scene.audited("club.analysis.draft").await.len(), 1);
        assert_eq!(scene.audited("club.analysis.extend").await.len(), 1);
        // Both messages are of the one review, and only the newer shows all of it.
        first.sees("a newer message shows all of this review").await;
        assert!(first.buttons().is_empty());
        scene.ana.presses(&second, "Save both").await.sees("Saved").await;
        let (_, values) = newest(&scene, Metric::Sim).await;
        assert_eq!(values.len(), 14);
        // What is saved is no longer added to.
        let third = analyze(&scene, files(&["sim-4.png"])).await;
        third.sees("Not saved yet").await;
        assert_eq!(scene.audited("club.analysis.draft").await.len(), 2);
    }

    async fn a_message_that_kept_its_buttons_decides_nothing_once_a_newer_one_shows_the_review(test: TestDb) {
        let scene = Scene::set(test).await;
        let first = analyze(&scene, files(&["sim-1.png"])).await;
        first.sees("Not saved yet").await;
        noted(&scene).await;
        // As in a channel that the bot does not see.
        scene.discord.fails_next("PATCH", "/channels/", 403);
        let second = analyze(&scene, files(&["sim-2.png"])).await;
        second.sees("Added to your review of 1 screenshot,").await;
        let scene = scene.restart().await;
        let refused = scene.ana.presses(&first, "Save").await;
        refused.sees("a newer message shows all of it").await;
        assert!(refused.is_ephemeral());
        assert!(scene.audited("club.analysis.save").await.is_empty());
        let pressed = scene.audited("command.club.save").await;
        assert_eq!(pressed[0].error_message.as_deref(), Some("review_moved"));
        first.sees("This review goes on").await;
        assert!(first.buttons().is_empty(), "the press itself takes them");
        scene.ana.presses(&second, "Save").await.sees("Saved").await;
    }

    async fn scanning_the_week_again_supersedes_and_a_lower_value_wins(test: TestDb) {
        let scene = Scene::set(test).await;
        let preview = analyze(&scene, files(&["sim-1.png"])).await;
        fix(&scene, &preview, &[(VALUES, "Glimmerglob = 45M")]).await;
        preview.sees("45,000,000*").await;
        scene.ana.presses(&preview, "Save").await.sees("Saved").await;
        let again = analyze(&scene, files(&["sim-1.png"])).await;
        again.sees("Not saved yet").await;
        scene.ana.presses(&again, "Save").await.sees("Saved").await;
        let (snapshot, values) = newest(&scene, Metric::Sim).await;
        assert_eq!(values["Glimmerglob"], Some(38_214_907));
        let (guild_id, _) = keys(&scene).await;
        let totals = club::totals(&scene.test.db, &guild_id, Metric::Sim).await.unwrap();
        assert_eq!((totals.len(), totals[0].members), (1, 6), "nothing is added up");
        assert_eq!(totals[0].total, values.values().flatten().sum::<i64>());
        let versions = club::versions(&scene.test.db, &guild_id, &snapshot.week, Metric::Sim).await;
        assert_eq!(versions.unwrap().len(), 2);
    }

    async fn a_guarded_save_needs_another_manager(test: TestDb) {
        let scene = Scene::set(test).await;
        let mut last = LAST;
        last[0].1 = 3_800_000;
        known(&scene, &last).await;
        let zoe = scene.guild.member("zoe").can_manage_guild();
        let preview = analyze(&scene, files(&["sim-1.png"])).await;
        preview.sees("Needs a second manager").await;
        preview.sees("38,214,907").await;
        scene.ana.presses(&preview, "Save").await.sees("waiting for approval").await;
        assert!(scene.audited("club.analysis.save").await.is_empty());

        let own = scene.ana.presses(&preview, "Approve").await;
        own.sees("You asked for this approval yourself").await;
        let bobs = scene.bob.presses(&preview, "Approve").await;
        bobs.sees("can approve").await;
        assert!(bobs.is_ephemeral());

        // A change takes the request back, whoever makes it.
        let fixed = fix(&scene, &preview, &[(VALUES, "Ooze007 = 16M")]).await;
        fixed.sees("request for approval was taken back").await;
        preview.sees("16,000,000*").await;
        scene.ana.presses(&preview, "Save").await.sees("waiting for approval").await;
        assert_eq!(scene.audited("club.analysis.request").await.len(), 2);

        let scene = scene.restart().await;
        zoe.presses(&preview, "Approve").await.sees("Saved").await;
        let approvals = scene.audited("club.analysis.approve").await;
        assert_eq!(approvals.len(), 1);
        let details = &approvals[0].details.as_ref().unwrap().0;
        // Who asked has an entry of their own: a key in the details could not be erased.
        let (_, ana) = keys(&scene).await;
        let requests = scene.audited("club.analysis.request").await;
        assert_eq!(requests[0].user_id.as_ref().map(Id::as_str), Some(ana.as_str()));
        assert_eq!(requests[0].resource_id, approvals[0].resource_id);
        let saves = scene.audited("club.analysis.save").await;
        let saved = &saves[0].details.as_ref().unwrap().0;
        assert_eq!(saved["approved"], true);
        for said in [details, saved] {
            assert!(!said.to_string().contains(ana.as_str()), "{said}");
        }
        assert_eq!(details["guards"][0]["kind"], "jump");
        let (snapshot, values) = newest(&scene, Metric::Sim).await;
        assert_eq!(values["Ooze007"], Some(16_000_000));
        let saved = club::find(&scene.test.db, &snapshot.analysis_id).await.unwrap().unwrap();
        assert_eq!(saved.approved_by, approvals[0].user_id);
    }

    async fn two_managers_who_approve_at_once_save_once(test: TestDb) {
        let scene = Scene::set(test).await;
        let mut last = LAST;
        last[0].1 = 3_800_000;
        known(&scene, &last).await;
        let zoe = scene.guild.member("zoe").can_manage_guild();
        let yan = scene.guild.member("yan").can_manage_guild();
        let preview = analyze(&scene, files(&["sim-1.png"])).await;
        scene.ana.presses(&preview, "Save").await.sees("waiting for approval").await;
        let (one, two) = tokio::join!(
            zoe.presses(&preview, "Approve"),
            yan.presses(&preview, "Approve")
        );
        let presses = scene.eventually("both presses", || async {
            let presses = scene.audited("command.club.review.approve").await;
            (presses.len() == 2).then_some(presses)
        });
        let presses = presses.await;
        assert_eq!(presses.iter().filter(|press| press.success).count(), 1);
        assert_eq!(scene.audited("club.analysis.save").await.len(), 1);
        assert_eq!(scene.audited("club.analysis.approve").await.len(), 1);
        preview.sees("Saved").await;
        drop((one, two));
    }

    async fn a_draft_of_the_release_before_is_still_saved(test: TestDb) {
        let scene = Scene::set(test).await;
        let preview = analyze(&scene, files(&["sim-1.png"])).await;
        preview.sees("Not saved yet").await;
        noted(&scene).await;
        scene.test.execute(
            r#"UPDATE club_analyses SET draft = '{"roster": {"metric": "sim",
                 "capacity": {"members": 2, "of": 55}, "members": [
                 {"name": "Stone", "power": 298, "lastSeen": "Online", "confidence": 0.99, "seenIn": ["sim-1.png"]},
                 {"name": "Smitty", "power": null, "lastSeen": null, "confidence": 0.0, "seenIn": ["sim-1.png"]}],
                 "warnings": []}, "images": [{"name": "sim-1.png", "contentType": "image/png", "bytes": 5,
                 "width": 2, "height": 3, "sha256": "00", "membersFound": 2}]}'
               WHERE status = 'draft' AND deleted_at IS NULL"#,
        ).await;
        // It cannot grow, so another call is a review of its own.
        analyze(&scene, files(&["sim-2.png"])).await.sees("Not saved yet").await;
        assert_eq!(scene.audited("club.analysis.draft").await.len(), 2);
        let fixed = fix(&scene, &preview, &[(VALUES, "Smitty = 12k")]).await;
        fixed.sees("12,000*").await;
        scene.ana.presses(&preview, "Save").await.sees("Saved").await;
        let (_, values) = newest(&scene, Metric::Sim).await;
        assert_eq!(values["Stone"], Some(298));
        assert_eq!(values["Smitty"], Some(12_000));
    }

    async fn analyses_of_the_release_before_get_their_week_and_members(test: TestDb) {
        let scene = Scene::set(test).await;
        for _ in 0..2 {
            let preview = analyze(&scene, sim_set()).await;
            scene.ana.presses(&preview, "Save").await.sees("Saved").await;
        }
        let (before, values) = newest(&scene, Metric::Sim).await;
        scene.test.execute("UPDATE club_powers SET member_id = NULL WHERE member_id IS NOT NULL").await;
        scene.test.execute("UPDATE club_analyses SET week = NULL WHERE status = 'saved' AND deleted_at IS NULL").await;
        scene.test.execute("DELETE FROM club_members WHERE first_seen_week IS NOT NULL").await;
        let scene = scene.restart().await;
        let adopted = scene.eventually("both to be adopted", || async {
            let adopted = scene.audited("club.analysis.adopt").await;
            (adopted.len() == 2).then_some(adopted)
        });
        assert!(adopted.await.iter().all(|entry| entry.user_id.is_none()));
        let (after, now) = newest(&scene, Metric::Sim).await;
        assert_eq!((after.analysis_id, after.week), (before.analysis_id, before.week));
        assert_eq!(now, values);
        let (guild_id, _) = keys(&scene).await;
        let members = club::list_members(&scene.test.db, &guild_id).await.unwrap();
        assert_eq!(members.len(), 24, "each member once");
    }
}
