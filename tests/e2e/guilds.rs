//! Guilds are kept current as the gateway reports them.

use slimy_store::{guilds, on_both_engines};

use crate::bot::{Bot, Scene};

async fn stored(scene: &Scene) -> Option<guilds::Guild> {
    let id = scene.guild.id().to_string();
    guilds::find_by_discord_id(&scene.test.db, &id)
        .await
        .unwrap()
}

on_both_engines! {
    async fn a_guild_is_stored_renamed_left_and_comes_back(test: TestDb) {
        let scene = Scene::set(test).await;
        scene.eventually("the guild", || stored(&scene)).await;

        scene.guild.renames("Slimier Club");
        scene.eventually("the new name", || async {
            stored(&scene).await.filter(|guild| guild.name == "Slimier Club")
        }).await;

        scene.guild.removes_bot();
        scene.eventually("the leave", || async {
            stored(&scene).await.filter(|guild| guild.left_at.is_some())
        }).await;

        scene.guild.invites_bot();
        scene.eventually("the return", || async {
            stored(&scene).await.filter(|guild| guild.left_at.is_none())
        }).await;
        for action in ["guild.create", "guild.update", "guild.leave", "guild.return"] {
            assert_eq!(scene.audited(action).await.len(), 1, "{action}");
        }
    }

    async fn a_leave_while_the_bot_was_away_is_noticed_at_its_start(test: TestDb) {
        let Scene { discord, guild, ana, bob, bot, test } = Scene::set(test).await;
        ana.types("/status").send().await.sees("Slimy is up").await;
        drop(bot);
        discord.bot_gone().await;
        guild.removes_bot();
        let bot = Bot::launch(&discord, &test.url, &[]);
        let scene = Scene { discord, guild, ana, bob, bot, test };
        scene.eventually("the leave", || async {
            stored(&scene).await.filter(|guild| guild.left_at.is_some())
        }).await;
        assert_eq!(scene.audited("guild.leave").await.len(), 1);
    }

    async fn an_outage_is_not_a_leave(test: TestDb) {
        let scene = Scene::set(test).await;
        scene.eventually("the guild", || stored(&scene)).await;
        scene.guild.becomes_unavailable();
        scene.guild.returns();
        // Events of one guild come in order: once the rename is seen, the outage has passed.
        scene.guild.renames("After the outage");
        scene.eventually("the new name", || async {
            stored(&scene).await.filter(|guild| guild.name == "After the outage")
        }).await;
        assert!(scene.audited("guild.leave").await.is_empty());
        assert!(scene.audited("guild.return").await.is_empty());
    }
}
