//! Two admins at once, and what became of their changes.

use serde_json::json;
use slimy_store::on_both_engines;

use super::{ask, stored};
use crate::bot::Scene;

on_both_engines! {
    async fn two_admins_who_change_the_same_setting_are_asked_which_holds(test: TestDb) {
        let scene = Scene::set(test).await;
        let cleo = scene.guild.member("cleo").can_manage_guild();
        let hers = ask(&cleo, "/settings open", &[]).await;
        hers.sees("Settings: Language").await;
        let mine = ask(&scene.ana, "/settings open", &[]).await;
        mine.sees("Settings: Language").await;

        let mine = scene.ana.chooses_in(&mine, "Choose a value", &["Deutsch"]).await;
        mine.sees("**de** (set here)").await;
        let asked = cleo.chooses_in(&hers, "Choose a value", &["Français"]).await;
        asked.sees("Somebody else changed this").await;
        asked.sees(&format!("<@{}>", scene.ana.id())).await;
        let kept = cleo.presses(&asked, "Keep theirs").await;
        kept.sees("**de** (set here)").await;
        assert_eq!(stored(&scene).await, json!({"language": "de"}));

        let mine = scene.ana.chooses_in(&mine, "Choose a value", &["日本語"]).await;
        mine.sees("**ja** (set here)").await;
        let asked = cleo.chooses_in(&kept, "Choose a value", &["Français"]).await;
        asked.sees("Somebody else changed this").await;
        let scene = scene.restart().await;
        let done = cleo.presses(&asked, "Use mine").await;
        done.sees("**fr** (set here)").await;
        assert_eq!(stored(&scene).await, json!({"language": "fr"}));
        // What nobody else has touched is nobody's conflict.
        let zone = ask(&scene.ana, "/settings set", &[("key", "timezone"), ("value", "Asia/Tokyo")]).await;
        zone.sees("is now").await;
        assert_eq!(stored(&scene).await, json!({"language": "fr", "timezone": "Asia/Tokyo"}));
    }

    async fn a_change_is_taken_back_with_one_press_unless_it_was_changed_again(test: TestDb) {
        let scene = Scene::set(test).await;
        for (key, value) in [
            ("language", "de"), ("timezone", "Asia/Tokyo"), ("language", "fr"), ("retention.chatDays", "30"),
            ("chat.streaming", "off"), ("features.chatBot", "off"),
        ] {
            let set = ask(&scene.ana, "/settings set", &[("key", key), ("value", value)]).await;
            set.sees("is now").await;
        }
        let history = ask(&scene.ana, "/settings history", &[]).await;
        history.sees("`features.chatBot`: the default → **off**").await;
        assert!(history.is_ephemeral());
        let scene = scene.restart().await;
        let older = scene.ana.presses(&history, "Older").await;
        older.sees("**#1**").await;
        older.sees("`language`: the default → **de**").await;
        let newer = scene.ana.presses(&older, "Newer").await;
        newer.sees("**#6**").await;
        let done = scene.ana.presses(&newer, "Take back #2").await;
        done.sees("Took back #2.").await;
        done.sees("takes back #2").await;
        assert!(stored(&scene).await.get("timezone").is_none());

        // The language was changed again since: it is shown first.
        let older = scene.ana.presses(&done, "Older").await;
        older.sees("**#1**").await;
        let asked = scene.ana.presses(&older, "Take back #1").await;
        asked.sees("Take back #1?").await;
        asked.sees("⚠ `language`: fr → **the default**").await;
        assert_eq!(stored(&scene).await["language"], "fr");
        let done = scene.ana.presses(&asked, "Take back anyway").await;
        done.sees("Took back #1.").await;
        assert!(stored(&scene).await.get("language").is_none());
        assert_eq!(scene.audited("guild.settings.revert").await.len(), 2);
    }
}
