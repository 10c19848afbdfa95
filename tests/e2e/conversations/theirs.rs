//! What is somebody else's does not exist: not in options, not behind buttons, not in modals.

use slimy_store::on_both_engines;

use super::scene::{club, conversation, find, key, turn};
use crate::bot::Scene;

const GONE: &str = "conversation_not_found";

/// Everything of bob's becomes ana's: what he has before him is somebody else's now.
const GIVE_AWAY: &str =
    "UPDATE chat_conversations SET user_id = (SELECT id FROM users WHERE username = 'ana')";

on_both_engines! {
    async fn what_is_somebody_elses_is_refused_in_every_option_and_audited(test: TestDb) {
        let scene = Scene::set(test).await;
        let (bob, club) = (key(&scene, &scene.bob).await, club(&scene).await);
        key(&scene, &scene.ana).await;
        let id = conversation(&scene, &bob, Some(&club), "Secret snails", 1).await;
        turn(&scene, &bob, &id, ["The secret question", "The secret answer"], 2).await;

        // Ana manages the server, and that does not matter.
        scene.ana.types("/conversations list").send().await.sees("You have no conversation yet").await;
        assert!(scene.ana.completes("/conversations open conversation:").await.is_empty());
        assert!(scene.ana.completes("/conversations delete conversation:secret").await.is_empty());
        let searched = scene.ana.types("/conversations search").option("query", "secret").send().await;
        searched.sees("No title and no message of yours").await;
        for command in ["open", "rename", "export", "delete"] {
            let typed = scene.ana.types(&format!("/conversations {command}"));
            let refused = typed.option("conversation", id.as_str()).send().await;
            refused.sees("That conversation is not among yours").await;
            assert!(refused.is_ephemeral() && refused.files().is_empty());
            let used = scene.audited_times(&format!("command.conversations.{command}"), 1).await;
            assert_eq!(used[0].error_message.as_deref(), Some(GONE), "{command}");
        }
        let typed = scene.ana.types("/conversations rename").option("conversation", id.as_str());
        typed.option("title", "Mine now").send().await.sees("not among yours").await;
        let title = find(&scene, &id, &bob).await.and_then(|found| found.title);
        assert_eq!(title.as_deref(), Some("Secret snails"));
        for action in ["chat.conversation.rename", "chat.conversation.delete", "data.export"] {
            assert!(scene.audited(action).await.is_empty(), "{action}");
        }
    }

    async fn what_is_somebody_elses_is_refused_behind_every_control_and_audited(test: TestDb) {
        let scene = Scene::set(test).await;
        let (bob, club) = (key(&scene, &scene.bob).await, club(&scene).await);
        let ana = key(&scene, &scene.ana).await;
        let id = conversation(&scene, &bob, Some(&club), "Snails", 1).await;
        for n in 0..4 {
            turn(&scene, &bob, &id, ["The secret question", "The secret answer"], 2 + n).await;
        }
        let open = || scene.bob.types("/conversations open").send();
        let (listed, opened) = (scene.bob.types("/conversations list").send().await, open().await);
        listed.sees("Snails").await;
        opened.sees("secret").await;
        let modal = scene.bob.presses(&opened, "Rename").await;
        modal.modal().await;
        let question = open().await;
        scene.bob.presses(&question, "Delete").await.sees("Delete this conversation?").await;
        scene.test.execute(GIVE_AWAY).await;

        let picked = scene.bob.chooses(&listed, &["Snails"]).await;
        picked.sees("not among yours").await;
        for label in ["Continue here", "Rename", "Export", "Delete", "Older"] {
            let refused = scene.bob.presses(&opened, label).await;
            refused.sees("not among yours").await;
            assert!(refused.is_ephemeral(), "{label}");
        }
        let renamed = scene.bob.fills(&modal, &[("New title", "Mine")]).await;
        renamed.sees("not among yours").await;
        let deleted = scene.bob.presses(&question, "Delete forever").await;
        deleted.sees("not among yours").await;
        for (control, times) in [
            ("conversations.open.pick", 1), ("conversations.continue", 1), ("conversations.rename.ask", 1),
            ("conversations.export.begin", 1), ("conversations.delete.ask", 1),
            ("conversations.open.older", 1), ("conversations.rename.submit", 1),
            ("conversations.delete.confirm", 1),
        ] {
            let action = format!("command.{control}");
            let used = scene.audited_times(&action, times).await;
            assert_eq!(used[0].error_message.as_deref(), Some(GONE), "{control}");
        }
        let left = find(&scene, &id, &ana).await.expect("it is there");
        assert_eq!(left.title.as_deref(), Some("Snails"));
        let opened = scene.ana.types("/conversations open").send().await;
        opened.sees("The secret answer").await;
    }
}
