//! `/settings`, as a server's admins use it.

mod files;
mod menus;
mod together;

use discord_standin::{Answer, Member};
use serde_json::Value;
use slimy_store::{guilds, on_both_engines};

use crate::bot::Scene;

async fn ask(who: &Member, command: &str, options: &[(&str, &str)]) -> Answer {
    let mut typed = who.types(command);
    for (option, value) in options {
        typed = typed.option(option, *value);
    }
    typed.send().await
}

/// What the guild has set, as it stands in the database.
async fn stored(scene: &Scene) -> Value {
    let id = scene.guild.id().to_string();
    let guild = guilds::find_by_discord_id(&scene.test.db, &id).await;
    let settings = guild.unwrap().and_then(|guild| guild.settings);
    settings.map_or(Value::Null, |settings| settings.0)
}

on_both_engines! {
    async fn an_admin_sets_sees_and_resets_a_setting_and_it_is_on_record(test: TestDb) {
        let scene = Scene::set(test).await;
        let key = ("key", "features.chatBot");
        let all = ask(&scene.ana, "/settings get", &[]).await;
        all.sees("`features.chatBot`: on").await;
        let set = ask(&scene.ana, "/settings set", &[key, ("value", "off")]).await;
        set.sees("`features.chatBot` is now: **off**").await;
        let one = ask(&scene.ana, "/settings get", &[key]).await;
        one.sees("**off** (set here)").await;
        let reset = ask(&scene.ana, "/settings reset", &[key]).await;
        reset.sees("`features.chatBot` is now: **on**").await;
        let written = scene.audited("guild.settings.update").await;
        assert_eq!(written.len(), 2);
        let details = &written[0].details.as_ref().unwrap().0;
        assert!(details.get("features.chatBot").is_some(), "{details}");
    }

    async fn who_may_not_and_what_does_not_fit_changes_nothing(test: TestDb) {
        let scene = Scene::set(test).await;
        let max = scene.guild.member("max");
        let options = [("key", "features.chatBot"), ("value", "off")];
        let refused = ask(&max, "/settings set", &options).await;
        refused.sees("Only people with the Manage Server permission can change settings.").await;
        let refused = ask(&max, "/settings get", &[]).await;
        refused.sees("Only people with the Manage Server permission").await;
        let options = [("key", "features.chatBot"), ("value", "maybe")];
        let refused = ask(&scene.ana, "/settings set", &options).await;
        refused.sees("must be on or off").await;
        let options = [("key", "features.chatBott"), ("value", "off")];
        let refused = ask(&scene.ana, "/settings set", &options).await;
        refused.sees("no such setting").await;
        assert!(scene.audited("guild.settings.update").await.is_empty());
    }

    async fn keys_and_their_values_are_completed(test: TestDb) {
        let scene = Scene::set(test).await;
        let names = |choices: Vec<discord_standin::Choice>| {
            choices.into_iter().map(|choice| choice.name).collect::<Vec<_>>()
        };
        let keys = names(scene.ana.completes("/settings get key:mirror channel").await);
        assert!(keys.len() == 1 && keys[0].starts_with("audit.channel – "), "{keys:?}");
        let values = names(scene.ana.completes("/settings set key:timezone value:berl").await);
        assert_eq!(values, ["Europe/Berlin"]);
        let values = names(scene.ana.completes("/settings set key:language value:").await);
        assert_eq!(values.len(), 6);
        let max = scene.guild.member("max");
        assert!(max.completes("/settings set key:language value:").await.is_empty());
    }

    async fn everybody_is_answered_in_their_own_language(test: TestDb) {
        let scene = Scene::set(test).await;
        let ana = scene.ana.clone().speaks("de");
        ask(&ana, "/settings open", &[]).await.sees("Einstellungen: Sprache").await;
        let options = [("key", "timezone"), ("value", "Mars")];
        let refused = ask(&ana, "/settings set", &options).await;
        refused.sees("muss eine IANA-Zeitzone wie Europe/Berlin sein").await;
    }
}
