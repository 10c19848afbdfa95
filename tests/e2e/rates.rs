//! Somebody who asks too often, and everybody else.

use slimy_store::on_both_engines;
use tokio::task::JoinSet;

use crate::bot::Scene;

/// What `/status` says when it worked.
const SUCCESS: &str = "Slimy is up";
/// How many commands the flood has.
const FLOOD: usize = 1_000;
/// How many of them come at once.
const WAVE: usize = 50;
/// How many of them the table lets through at once.
const AT_ONCE: usize = 20;

on_both_engines! {
    async fn a_flood_is_told_to_wait_and_others_are_answered(test: TestDb) {
        let mut scene = Scene::with(test, &[("RATE_LIMITS", "on")]).await;
        let (mut answered, mut told) = (0, 0);
        // In waves, so that a slow machine has told each one before Discord gives up on it.
        for wave in 0..FLOOD / WAVE {
            let mut flood = Vec::new();
            for _ in 0..WAVE {
                flood.push(scene.bob.types("/status").send().await);
            }
            let other = scene.guild.member(&format!("member {wave}"));
            other.types("/status").send().await.sees(SUCCESS).await;
            for answer in &flood {
                let text = answer.arrives().await;
                if text.contains(SUCCESS) {
                    answered += 1;
                    continue;
                }
                assert!(
                    text.starts_with("You are doing that too fast: try again in 1 second."),
                    "{text}"
                );
                assert!(answer.is_ephemeral() && answer.message_count() == 1);
                told += 1;
            }
        }
        assert_eq!(answered + told, FLOOD);
        // One more for each second that the flood took.
        assert!((AT_ONCE..FLOOD / 2).contains(&answered), "{answered}");

        // Ending, it writes what was only counted.
        scene.bot.terminate();
        scene.bot.ended().await;
        let entries = scene.audited("rate.exceed").await;
        assert!((1..=2).contains(&entries.len()), "{entries:?}");
        let times = |entry: &slimy_store::audit::AuditEntry| {
            let details = entry.details.as_ref().expect("it says how often");
            assert_eq!(details.0["commands"]["status"], details.0["times"]);
            details.0["times"].as_u64().expect("it is a number")
        };
        assert_eq!(entries.iter().map(times).sum::<u64>(), told as u64);
        assert!(entries.iter().all(|entry| !entry.success && entry.user_id.is_some() && entry.guild_id.is_some()));
        assert!(entries.iter().all(|entry| entry.error_message.as_deref() == Some("too_fast")));
    }

    async fn who_presses_and_types_too_fast_is_stopped_as_well(test: TestDb) {
        let scene = Scene::with(test, &[("RATE_LIMITS", "on")]).await;
        let help = scene.bob.types("/help").send().await;
        help.sees("Your club").await;
        let mut pressed = Vec::new();
        for _ in 0..120 {
            pressed.push(scene.bob.chooses(&help, &["Talking to the bot"]).await);
        }
        let mut told = 0;
        for press in &pressed {
            let text = press.arrives().await;
            told += usize::from(text.contains("You are doing that too fast"));
        }
        assert!(told > 0, "nobody was stopped");
        let mut typing = JoinSet::new();
        for _ in 0..200 {
            let bob = scene.bob.clone();
            typing.spawn(async move { bob.completes("/help command:club").await.len() });
        }
        let offered = typing.join_all().await;
        let suggested = offered.iter().filter(|choices| **choices > 0).count();
        assert!((60..200).contains(&suggested), "{suggested}");
    }

    async fn somebody_is_told_to_wait_in_their_own_language(test: TestDb) {
        let scene = Scene::with(test, &[("RATE_LIMITS", "on")]).await;
        let greta = scene.guild.member("greta").speaks("de");
        let mut flood = Vec::new();
        for _ in 0..WAVE {
            flood.push(greta.types("/status").send().await);
        }
        let mut texts = Vec::new();
        for answer in &flood {
            texts.push(answer.arrives().await);
        }
        let told = "Das geht zu schnell: Versuch es in 1 Sekunde noch einmal.";
        assert!(texts.iter().any(|text| text.starts_with(told)), "{texts:?}");
    }
}
