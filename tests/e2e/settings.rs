//! `/settings`, as a server's admins use it.

use discord_standin::{Answer, Member};
use slimy_store::on_both_engines;

use crate::bot::Scene;

async fn ask(who: &Member, command: &str, options: &[(&str, &str)]) -> Answer {
    let mut typed = who.types(command);
    for (option, value) in options {
        typed = typed.option(option, *value);
    }
    typed.send().await
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
}
