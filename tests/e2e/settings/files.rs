//! Settings as a file.

use discord_standin::{Answer, Member};
use serde_json::{Value, json};
use slimy_store::on_both_engines;

use super::{ask, stored};
use crate::bot::Scene;

async fn bring(who: &Member, file: &str) -> Answer {
    let typed = who.types("/settings import");
    typed
        .attach("file", "mine.json", file.as_bytes().to_vec())
        .send()
        .await
}

async fn set(who: &Member, key: &str, value: &str) {
    let set = ask(who, "/settings set", &[("key", key), ("value", value)]).await;
    set.sees("is now").await;
}

on_both_engines! {
    async fn settings_leave_as_a_file_and_come_back_after_they_were_shown(test: TestDb) {
        let scene = Scene::set(test).await;
        let sample = json!({
            "language": "en", "timezone": "UTC", "features": {"clubAnalytics": true, "chatBot": true},
        });
        let asked = bring(&scene.ana, &sample.to_string()).await;
        asked.sees("Import mine.json?").await;
        asked.sees("`timezone`: the default → **UTC**").await;
        assert!(asked.is_ephemeral());
        assert_eq!(stored(&scene).await, Value::Null);
        let scene = scene.restart().await;
        scene.ana.presses(&asked, "Apply").await.sees("Imported").await;
        assert_eq!(stored(&scene).await, sample);

        let exported = ask(&scene.ana, "/settings export", &[]).await;
        exported.sees("What is set here.").await;
        let files = exported.files();
        assert_eq!(files[0].name, "settings.json");
        assert_eq!(serde_json::from_slice::<Value>(&files[0].bytes).unwrap(), sample);
        let again = bring(&scene.ana, &sample.to_string()).await;
        again.sees("Nothing would change").await;
        assert_eq!(scene.audited("guild.settings.import").await.len(), 1);
        assert_eq!(scene.audited("data.export").await.len(), 1);
    }

    async fn a_file_at_fault_is_refused_and_a_stale_difference_is_shown_anew(test: TestDb) {
        let scene = Scene::set(test).await;
        let refused = bring(&scene.ana, r#"{"features": {"clubAnaltics": true}}"#).await;
        refused.sees("no such setting").await;
        let refused = bring(&scene.ana, r#"{"language": }"#).await;
        refused.sees("That file is no JSON: look at line 1").await;

        let asked = bring(&scene.ana, r#"{"language": "de"}"#).await;
        asked.sees("Import mine.json?").await;
        set(&scene.ana, "retention.chatDays", "7").await;
        let moved = scene.ana.presses(&asked, "Apply").await;
        moved.sees("The settings were changed meanwhile").await;
        moved.sees("`retention.chatDays`: 7 → **the default**").await;
        assert_eq!(stored(&scene).await, json!({"retention": {"chatDays": 7}}));
        let cancelled = scene.ana.presses(&moved, "Cancel").await;
        cancelled.sees("Nothing was changed.").await;
        assert_eq!(stored(&scene).await, json!({"retention": {"chatDays": 7}}));
    }

    async fn a_double_click_on_a_stale_difference_shows_the_new_one_and_applies_nothing(test: TestDb) {
        let scene = Scene::set(test).await;
        let asked = bring(&scene.ana, r#"{"language": "de"}"#).await;
        asked.sees("Import mine.json?").await;
        set(&scene.ana, "retention.chatDays", "7").await;
        let (one, two) = tokio::join!(
            scene.ana.presses(&asked, "Apply"),
            scene.ana.presses(&asked, "Apply")
        );
        for press in [&one, &two] {
            press.sees("The settings were changed meanwhile").await;
        }
        let both = scene.eventually("both presses", || async {
            let presses = scene.audited("command.settings.import.apply").await;
            (presses.len() == 2).then_some(())
        });
        both.await;
        assert_eq!(stored(&scene).await, json!({"retention": {"chatDays": 7}}));
        scene.ana.presses(&two, "Apply").await.sees("Imported").await;
        let stored = stored(&scene).await;
        assert_eq!((&stored["language"], &stored["retention"]["chatDays"]), (&json!("de"), &Value::Null));
    }
}
