//! What a server's owner does with what is the server's, and what becomes of it when the bot goes.

use slimy_store::{
    Engine, Json, guilds,
    holdings::{self, Fate},
    on_both_engines,
};

use super::scene::{club, entries, key, listed, records, talks, unpacked};
use crate::bot::Scene;

/// How many conversations are stored of a guild.
async fn conversations(scene: &Scene, guild: &slimy_store::Id) -> u64 {
    let held = slimy_store::holdings::of_guild(&scene.test.db, guild).await;
    let held = held.expect("the store answers").into_iter();
    let kind = slimy_store::holdings::Holding::Conversations;
    held.filter(|one| one.holding == kind)
        .map(|one| one.rows)
        .sum()
}

on_both_engines! {
    async fn the_owner_takes_a_servers_data_away_and_deletes_it_by_its_name(test: TestDb) {
        let scene = Scene::set(test).await;
        let owner = scene.guild.owner();
        let bob = key(&scene, &scene.bob).await;
        let id = club(&scene).await.expect("it is known");
        talks(&scene, &bob, Some(&id), vec![vec![1]]).await;
        talks(&scene, &bob, None, vec![vec![2]]).await;

        let exported = owner.types("/guild-data export").send().await;
        exported.sees("Here is all that is stored of this server").await;
        assert!(exported.is_ephemeral());
        let files = unpacked(&exported);
        let recorded = records(&files, "audit_logs");
        assert_eq!(records(&files, "guilds")[0]["name"], "Slimy Club");
        assert!(records(&files, "chat_messages").is_empty(), "what people said is theirs");

        let asked = owner.types("/guild-data delete").send().await;
        asked.sees("Delete everything of this server?").await.sees("kept for 30 days").await;
        let announced = holdings::of_guild(&scene.test.db, &id).await.expect("the store answers");
        let some = announced.iter().filter(|one| one.rows > 0).count();
        assert_eq!(listed(&asked.text()), some, "each kind stands in a line");
        let typing = owner.presses(&asked, "Delete everything").await;
        let label = "Type the server’s name to confirm";
        owner.fills(&typing, &[(label, "Slimy")]).await.sees("type the server’s name").await;
        let typing = owner.presses(&asked, "Delete everything").await;
        let deleted = owner.fills(&typing, &[(label, "slimy club")]).await;
        deleted.sees("All that was stored of this server is gone").await;
        assert_eq!(guilds::find(&scene.test.db, &id).await.expect("the store answers"), None);
        assert_eq!(conversations(&scene, &id).await, 0);
        let deletions = scene.audited("command.guild-data.delete.submit").await;
        assert_eq!(deletions[0].guild_id.as_ref(), Some(&id), "what happened stays on record");
        let shown = scene.bob.in_direct_messages().types("/privacy show").send().await;
        shown.sees("1 conversation with the bot").await;
        let left = holdings::of_guild(&scene.test.db, &id).await.expect("the store answers");
        for (before, after) in announced.iter().zip(&left) {
            let stays = before.fate == Fate::Stays;
            assert!(if stays { after.rows >= before.rows } else { after.rows == 0 }, "{before:?}, {after:?}");
        }
        let log = entries(&scene).await;
        assert!(!recorded.is_empty());
        assert!(recorded.iter().all(|entry| log.iter().any(|one| one.id.as_str() == entry["id"])));
        // It begins anew with the next command, and nothing of before comes out again.
        let again = owner.types("/guild-data export").send().await;
        again.sees("Here is all that is stored of this server").await;
        assert_ne!(club(&scene).await, Some(id.clone()));
        let all = unpacked(&again).into_values().map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        assert!(all.into_iter().all(|text| !text.contains(id.as_str())));
    }

    async fn the_owner_is_told_when_the_bot_is_removed_and_after_thirty_days_all_of_it_goes(test: TestDb) {
        let scene = Scene::set(test).await;
        let owner = scene.guild.owner();
        // Discord lets the bot write only to whom it shares a server with.
        let elsewhere = scene.discord.guild("Elsewhere");
        let _ = elsewhere.member(&owner.name());
        let bob = key(&scene, &scene.bob).await;
        let id = club(&scene).await.expect("it is known");
        talks(&scene, &bob, Some(&id), vec![vec![1]]).await;

        scene.guild.removes_bot();
        owner.in_direct_messages().sees("I was removed from").await;
        let is_left = || async {
            let found = guilds::find(&scene.test.db, &id).await.expect("the store answers");
            found.filter(|guild| guild.left_at.is_some())
        };
        scene.eventually("the leave", is_left).await;
        let scene = scene.restart().await;
        assert!(guilds::find(&scene.test.db, &id).await.expect("the store answers").is_some());
        let long_ago = match scene.test.engine() {
            Engine::Sqlite => "UPDATE guilds SET left_at = left_at - 2678400000000 WHERE left_at IS NOT NULL",
            Engine::Postgres => "UPDATE guilds SET left_at = left_at - interval '31 days' WHERE left_at IS NOT NULL",
        };
        scene.test.execute(long_ago).await;
        let scene = scene.restart().await;
        scene.eventually("the end", || async {
            let found = guilds::find(&scene.test.db, &id).await.expect("the store answers");
            found.is_none().then_some(())
        }).await;
        assert_eq!(conversations(&scene, &id).await, 0);
    }

    async fn chat_that_is_older_than_a_server_keeps_it_goes_by_itself(test: TestDb) {
        let scene = Scene::set(test).await;
        let bob = key(&scene, &scene.bob).await;
        let id = club(&scene).await.expect("it is known");
        talks(&scene, &bob, Some(&id), vec![vec![1]]).await;
        talks(&scene, &bob, None, vec![vec![2]]).await;
        let typed = scene.ana.types("/settings set").option("key", "retention.chatDays");
        typed.option("value", "30").send().await.sees("30").await;
        let scene = scene.restart().await;
        scene.eventually("the end", || async {
            (conversations(&scene, &id).await == 0).then_some(())
        }).await;
        let entries = scene.audited_times("chat.message.expire", 1).await;
        let details: &Json = entries[0].details.as_ref().expect("it has details");
        assert_eq!((&details.0["messages"], &details.0["files"]), (&2.into(), &1.into()));
        let direct = scene.bob.in_direct_messages().types("/privacy show").send().await;
        direct.sees("1 conversation with the bot").await;
    }
}
