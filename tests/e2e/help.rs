//! `/help`, and what `/status` tells whom.

use slimy_store::on_both_engines;

use crate::bot::Scene;

on_both_engines! {
    async fn everybody_is_helped_with_what_they_may_use(test: TestDb) {
        let scene = Scene::set(test).await;
        let help = scene.bob.types("/help").send().await;
        help.sees("**/club show**").await;
        assert!(help.is_ephemeral());
        let text = help.text();
        assert!(!text.contains("/club export") && !text.contains("/club analyze"), "{text}");
        let offered = scene.bob.completes("/help command:set").await;
        assert!(offered.is_empty(), "{offered:?}");
        let refused = scene.bob.types("/help").option("command", "settings set").send().await;
        refused.sees("There is no such command, or you may not use it here").await;

        let offered = scene.ana.completes("/help command:set").await;
        let names: Vec<&str> = offered.iter().map(|choice| choice.name.as_str()).collect();
        assert!(names.starts_with(&["/settings "]) || names.iter().any(|name| name.starts_with("/settings ")), "{names:?}");
        let one = scene.ana.types("/help").option("command", "settings set").send().await;
        one.sees("People with the Manage Server permission").await;
        one.sees("`/settings set key:language value:de`").await;
    }

    async fn a_topic_can_be_chosen_after_a_restart(test: TestDb) {
        let scene = Scene::set(test).await;
        let help = scene.ana.types("/help").send().await;
        help.sees("**/club export**").await;
        let scene = scene.restart().await;
        let turned = scene.ana.chooses(&help, &["This server"]).await;
        turned.sees("**/settings set**").await;
    }

    async fn in_direct_messages_there_is_only_what_works_there(test: TestDb) {
        let scene = Scene::set(test).await;
        let bob = scene.bob.in_direct_messages();
        let help = bob.types("/help").send().await;
        help.sees("**/chat**").await;
        assert!(!help.text().contains("/club"), "{}", help.text());
    }

    async fn help_is_in_the_persons_own_language(test: TestDb) {
        let scene = Scene::set(test).await;
        let greta = scene.guild.member("greta").speaks("de");
        let help = greta.types("/help").option("command", "help").send().await;
        help.sees("/hilfe").await;
        help.sees("Wer ihn benutzen darf").await;
    }

    async fn a_host_sees_how_the_bot_is_doing_inside_and_nobody_else_does(test: TestDb) {
        let scene = Scene::set(test).await;
        let host = scene.guild.member("host");
        let inside = host.types("/status").send().await;
        inside.sees("Slimy is up").await;
        inside.sees("Connections").await;
        assert!(inside.is_ephemeral() && inside.text().contains("Memory"));
        let outside = scene.ana.types("/status").send().await;
        outside.sees("Slimy is up").await;
        assert!(!outside.is_ephemeral());
        for hidden in ["Memory", "Connections", "Servers"] {
            assert!(!outside.text().contains(hidden), "{hidden}");
        }
    }
}
