//! Discord's bad days: events that come twice, connections that break, answers that are refused,
//! late or never come. Whoever typed something is answered once, or told in a sentence.

use std::time::Duration;

use discord_standin::{Answer, CdnFault, Upload};
use slimy_store::{
    PageRequest,
    audit::{self, AuditEntry, AuditFilter},
    on_both_engines, testing,
};

use crate::{
    analyze::analyze,
    bot::{Scene, demo},
};

/// What a person sees of a `/status` that worked.
const SUCCESS: &str = "Slimy is up";
/// What a person is told when it did not.
const FAILURE: &str = "Something went wrong on the bot's side";
/// Discord asks to wait this long.
const WAIT: Duration = Duration::from_millis(300);
/// The way down takes less than what runs is given, and a little.
const IN_TIME: Duration = Duration::from_secs(12);

/// The audit entries of one use of `/status`.
async fn entries(scene: &Scene, answer: &Answer) -> Vec<AuditEntry> {
    let filter = AuditFilter {
        request_id: Some(answer.interaction_id().to_string()),
        action: Some("command.status".to_owned()),
        ..AuditFilter::default()
    };
    let page = audit::list(&scene.test.db, &filter, &PageRequest::first(10)).await;
    page.expect("the audit log can be read").items
}

/// Asks the bot how it is, and is told.
async fn works(scene: &Scene) {
    let answer = scene.bob.types("/status").send().await;
    answer.sees(SUCCESS).await;
    is_done_once(scene, &answer).await;
}

/// One message, and one entry that says that it worked.
async fn is_done_once(scene: &Scene, answer: &Answer) {
    assert_eq!(answer.message_count(), 1, "{}", answer.text());
    assert!(answer.text().contains(SUCCESS), "{}", answer.text());
    let outcomes: Vec<bool> = entries(scene, answer)
        .await
        .iter()
        .map(|one| one.success)
        .collect();
    assert_eq!(outcomes, [true], "{}", answer.interaction_id());
}

/// The person sees the answer, or one sentence that nobody else sees; and the log agrees.
async fn is_answered_or_told(scene: &Scene, answer: &Answer) {
    let seen = answer.arrives().await;
    assert_eq!(answer.message_count(), 1, "{seen}");
    let entry = scene.eventually("the entry", || async {
        let entries = entries(scene, answer).await;
        assert!(entries.len() <= 1, "{entries:?}");
        entries.into_iter().next()
    });
    let entry = entry.await;
    if seen.contains(SUCCESS) {
        assert!(entry.success, "{entry:?}");
    } else {
        assert!(seen.contains(FAILURE) && answer.is_ephemeral(), "{seen}");
    }
}

/// Stops the program as a host does, and waits until it has ended well.
async fn stops(mut scene: Scene) {
    scene.bot.terminate();
    let ended = tokio::time::timeout(IN_TIME, scene.bot.ended()).await;
    assert!(ended.expect("it ends in time").success());
    assert!(scene.bot.log().contains("stopped"));
    let transcript = scene.discord.transcript();
    let said = transcript.contains("bot closes the gateway: 1000");
    assert!(said, "Discord was told: {transcript}");
    assert_eq!(scene.discord.sessions(), 0);
}

on_both_engines! {
    async fn a_command_that_comes_twice_is_done_once(test: TestDb) {
        let scene = Scene::set(test).await;
        scene.discord.repeats_next("INTERACTION_CREATE");
        let answer = scene.bob.types("/status").send().await;
        answer.sees(SUCCESS).await;
        // What came twice was handled before this, if it was handled at all.
        works(&scene).await;
        is_done_once(&scene, &answer).await;
    }

    async fn a_press_that_comes_twice_is_done_once(test: TestDb) {
        let scene = Scene::set(test).await;
        let preview = analyze(&scene, vec![("sim-1.png".into(), demo("sim-1.png"))]).await;
        preview.sees("Not saved yet").await;
        scene.discord.repeats_next("INTERACTION_CREATE");
        let saved = scene.ana.presses(&preview, "Save").await;
        saved.sees("Saved").await;
        works(&scene).await;
        assert_eq!(saved.message_count(), 1, "{}", saved.text());
        for action in ["command.club.save", "club.analysis.save"] {
            let entries = scene.audited(action).await;
            assert_eq!(entries.len(), 1, "{entries:?}");
            assert!(entries[0].success);
        }
    }

    async fn what_is_typed_while_the_connection_is_broken_is_answered_once(test: TestDb) {
        let scene = Scene::set(test).await;
        let identifies = scene.discord.identifies();
        scene.discord.drops_gateway();
        scene.discord.bot_gone().await;
        let answer = scene.bob.types("/status").send().await;
        answer.sees(SUCCESS).await;
        works(&scene).await;
        is_done_once(&scene, &answer).await;
        assert_eq!(scene.discord.resumes(), 1);
        assert_eq!(scene.discord.identifies(), identifies);
        stops(scene).await;
    }

    async fn a_first_answer_that_is_refused_is_given_or_told(test: TestDb) {
        let scene = Scene::set(test).await;
        scene.discord.rate_limits_next("POST", "/callback", WAIT);
        let answer = scene.bob.types("/status").send().await;
        is_answered_or_told(&scene, &answer).await;
        for status in [500, 502, 503] {
            scene.discord.fails_next("POST", "/callback", status);
            let answer = scene.bob.types("/status").send().await;
            is_answered_or_told(&scene, &answer).await;
        }
        works(&scene).await;
    }

    async fn a_later_answer_that_is_refused_comes_in_the_end(test: TestDb) {
        let scene = Scene::set(test).await;
        let file = || vec![("sim-1.png".into(), demo("sim-1.png"))];
        scene.discord.rate_limits_next("PATCH", "/messages/@original", WAIT);
        analyze(&scene, file()).await.sees("Not saved yet").await;
        scene.discord.fails_next("PATCH", "/messages/@original", 503);
        let preview = analyze(&scene, file()).await;
        preview.sees("Not saved yet").await;
        // The second call adds to the draft of the first.
        assert_eq!(scene.audited("club.analysis.draft").await.len(), 1);
        assert_eq!(scene.audited("club.analysis.extend").await.len(), 1);
        let used = scene.audited("command.club.analyze").await;
        assert!(used.len() == 2 && used.iter().all(|one| one.success), "{used:?}");
    }

    async fn screenshots_on_a_slow_cdn_are_read(test: TestDb) {
        let scene = Scene::set(test).await;
        let slow = CdnFault::Slow(Duration::from_millis(150));
        let slow = Upload::new("sim-1.png", demo("sim-1.png")).that(slow);
        let answer = scene.ana.types("/club analyze").attach_upload("screenshot", slow);
        let answer = answer.send().await;
        answer.acknowledged().await;
        works(&scene).await;
        answer.sees("6 of 24 found").await;
    }
}

/// On one engine: what the database is makes no difference to the gateway.
async fn scene() -> Scene {
    Scene::set(testing::sqlite().await).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_bot_resumes_when_it_is_asked_to_or_may() {
    let scene = scene().await;
    let identifies = scene.discord.identifies();
    scene.discord.asks_to_reconnect();
    scene.discord.bot_resumed(1).await;
    works(&scene).await;
    scene.discord.invalidates_session(true);
    scene.discord.bot_resumed(2).await;
    works(&scene).await;
    assert_eq!(scene.discord.identifies(), identifies);
    stops(scene).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_that_is_gone_is_begun_anew_and_ends_well() {
    let scene = scene().await;
    let identifies = scene.discord.identifies();
    scene.discord.invalidates_session(false);
    scene.discord.bot_connected().await;
    works(&scene).await;
    assert_eq!(scene.discord.identifies(), identifies + 1);
    assert_eq!(scene.discord.resumes(), 0);
    stops(scene).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_missed_ack_is_followed_by_a_resume_and_nothing_typed_is_lost() {
    let discord = discord_standin::Standin::start().await;
    discord.asks_for_heartbeats(Duration::from_secs(3));
    let scene = Scene::on(discord, testing::sqlite().await).await;
    // The bot learns how often they come.
    scene.discord.heartbeats(2).await;
    let identifies = scene.discord.identifies();
    scene.discord.misses_next_ack();
    let mut typed = Vec::new();
    while scene.discord.resumes() == 0 {
        let answer = scene.bob.types("/status").send().await;
        answer.sees(SUCCESS).await;
        typed.push(answer);
        assert_eq!(scene.discord.identifies(), identifies, "it may resume");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    works(&scene).await;
    for answer in &typed {
        is_done_once(&scene, answer).await;
    }
    stops(scene).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_gateway_that_falls_silent_is_left_for_a_new_session() {
    let discord = discord_standin::Standin::start().await;
    discord.asks_for_heartbeats(Duration::from_secs(3));
    let scene = Scene::on(discord, testing::sqlite().await).await;
    let identifies = scene.discord.identifies();
    scene.discord.falls_silent();
    scene.discord.bot_gone().await;
    scene.discord.bot_connected().await;
    works(&scene).await;
    assert_eq!(scene.discord.identifies(), identifies + 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_that_never_comes_holds_up_neither_others_nor_the_way_down() {
    let scene = scene().await;
    scene.discord.swallows_next("POST", "/callback");
    scene.bob.types("/status").send().await;
    scene.discord.planned_failures_are_over().await;
    scene.discord.loses_next_answer("POST", "/callback");
    let answer = scene.bob.types("/status").send().await;
    scene.discord.planned_failures_are_over().await;
    answer.acknowledged().await;
    works(&scene).await;
    stops(scene).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn commands_are_registered_although_discord_refuses_them_at_first() {
    let discord = discord_standin::Standin::start().await;
    discord.fails_next("PUT", "/commands", 503);
    let scene = Scene::on(discord, testing::sqlite().await).await;
    works(&scene).await;
    assert!(scene.bot.log().contains("commands could not be registered"));
    stops(scene).await;
}
