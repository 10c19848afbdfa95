//! The message with menus, buttons and modals.

use discord_standin::{Answer, Member};
use serde_json::json;
use slimy_store::on_both_engines;

use super::{ask, stored};
use crate::bot::Scene;

/// The only input of a modal.
const VALUE: &str = "Empty gives the default again";

/// Goes to a topic and one of its settings.
async fn go(who: &Member, from: &Answer, topic: &str, setting: &str) -> Answer {
    let shown = who.chooses_in(from, "Choose a topic", &[topic]).await;
    shown.sees(&format!("Settings: {topic}")).await;
    let shown = who.chooses_in(&shown, "Choose a setting", &[setting]).await;
    shown.sees(&format!("**{setting}**")).await;
    shown
}

on_both_engines! {
    async fn every_kind_of_setting_has_its_control_also_after_a_restart(test: TestDb) {
        let scene = Scene::set(test).await;
        scene.guild.opens_channel("news");
        let _officer = scene.guild.member("max").role("Officers");
        let opened = ask(&scene.ana, "/settings open", &[]).await;
        opened.sees("Settings: Language").await;
        assert!(opened.is_ephemeral());
        let scene = scene.restart().await;
        let ana = &scene.ana;

        // A choice.
        let shown = ana.chooses_in(&opened, "Choose a value", &["Deutsch"]).await;
        shown.sees("**de** (set here)").await;
        // A switch.
        let shown = go(ana, &shown, "Features", "Chat").await;
        let shown = ana.presses(&shown, "Off").await;
        shown.sees("**off** (set here)").await;
        // Roles.
        let shown = go(ana, &shown, "Club", "Manager roles").await;
        let shown = ana.chooses_in(&shown, "Choose roles", &["Officers"]).await;
        shown.sees("(set here)").await;
        // A channel.
        let shown = go(ana, &shown, "Club", "News: channel").await;
        let shown = ana.chooses_in(&shown, "Choose a channel", &["news"]).await;
        shown.sees("(set here)").await;
        // A number, in a modal.
        let shown = go(ana, &shown, "Club", "Guard: jump").await;
        let modal = ana.presses(&shown, "Change…").await;
        modal.modal().await;
        let scene = scene.restart().await;
        let ana = &scene.ana;
        let shown = ana.fills(&modal, &[(VALUE, "50")]).await;
        shown.sees("**50** (set here)").await;
        let modal = ana.presses(&shown, "Change…").await;
        let refused = ana.fills(&modal, &[(VALUE, "many")]).await;
        refused.sees("must be a whole number from 0 to 1,000").await;
        // The time zone.
        let zone = ana.chooses_in(&shown, "Choose a topic", &["Time zone"]).await;
        zone.sees("Settings: Time zone").await;
        let modal = ana.presses(&zone, "Change…").await;
        let shown = ana.fills(&modal, &[(VALUE, "Asia/Tokyo")]).await;
        shown.sees("**Asia/Tokyo** (set here)").await;
        // The text of one channel.
        let shown = go(ana, &shown, "Chat", "Personas of channels").await;
        let placeholder = "Choose the channel whose text to write";
        let modal = ana.chooses_in(&shown, placeholder, &["news"]).await;
        let shown = ana.fills(&modal, &[(VALUE, "You are a *cook*.")]).await;
        shown.sees("You are a \\*cook\\*.").await;
        // Actions.
        let shown = go(ana, &shown, "Audit log", "Mirrored actions").await;
        let shown = ana.chooses_in(&shown, "Choose actions", &["data.", "club."]).await;
        shown.sees("**data. club.** (set here)").await;
        // And back to the default.
        let shown = ana.presses(&shown, "Default").await;
        shown.sees("(the default)").await;

        let settings = stored(&scene).await;
        assert_eq!((&settings["language"], &settings["timezone"]), (&json!("de"), &json!("Asia/Tokyo")));
        assert_eq!(settings["features"], json!({"chatBot": false}));
        assert_eq!(settings["club"]["guards"], json!({"jumpPercent": 50}));
        assert_eq!(settings["club"]["managerRoles"].as_array().map(Vec::len), Some(1));
        let news = settings["club"]["alerts"]["channel"].as_str().expect("a channel is set");
        assert_eq!(settings["chat"]["channelPersonas"][news], "You are a *cook*.");
        assert!(settings["audit"].get("actions").is_none(), "{settings}");
        assert_eq!(scene.audited("guild.settings.update").await.len(), 9);
    }

    async fn who_is_no_admin_any_more_changes_nothing(test: TestDb) {
        let scene = Scene::set(test).await;
        let cleo = scene.guild.member("cleo").can_manage_guild();
        let opened = ask(&cleo, "/settings open", &[]).await;
        opened.sees("Settings: Language").await;
        cleo.loses_role("Managers");
        let refused = cleo.chooses_in(&opened, "Choose a value", &["Deutsch"]).await;
        refused.sees("Only people with the Manage Server permission can change settings.").await;
        assert!(scene.audited("guild.settings.update").await.is_empty());
    }
}
