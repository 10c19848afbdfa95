//! What goes by itself.

use futures_util::future::BoxFuture;
use serde_json::json;
use slimy_store::{guilds as stored, on_both_engines};

use super::{
    super::{expire_chat, expire_left_guilds},
    room::{Room, day, keep_memberships, release_memberships, room},
};
use crate::{
    guild::{self, Presence},
    settings,
};

async fn leaves(room: &Room) -> Option<guild::Left> {
    guild::sync(&room.services, "22", || Presence::Gone)
        .await
        .unwrap()
}

/// What Discord says of a guild that the bot is not in; of what is no id it can say nothing.
fn gone(guild: String) -> BoxFuture<'static, Presence> {
    Box::pin(async move {
        match guild.parse::<u64>() {
            Ok(_) => Presence::Gone,
            Err(_) => Presence::Unavailable,
        }
    })
}

async fn returns(room: &Room) {
    let present = || Presence::In("Slimy Club".to_owned());
    assert_eq!(
        guild::sync(&room.services, "22", present).await.unwrap(),
        None
    );
}

on_both_engines! {
    async fn a_guild_that_comes_back_on_day_29_keeps_everything(test: TestDb) {
        let room = room(&test).await;
        room.talks(&room.bob, Some(&room.club), 0).await;
        let left = leaves(&room).await.unwrap();
        assert_eq!((left.name.as_str(), left.kept_until), ("Slimy Club", day(30)));
        assert_eq!(leaves(&room).await, None, "it is told once");
        room.clock.set(day(29));
        assert_eq!(expire_left_guilds(&room.services, &gone).await.unwrap(), 0);
        returns(&room).await;
        room.clock.set(day(31));
        assert_eq!(expire_left_guilds(&room.services, &gone).await.unwrap(), 0);
        assert_eq!(room.conversations_in(&room.club).await, 1);
        let entries = room.audited("guild.return").await;
        assert_eq!(entries.len(), 1);
    }

    async fn a_guild_that_stays_away_for_thirty_days_goes_and_no_other(test: TestDb) {
        let room = room(&test).await;
        room.talks(&room.bob, Some(&room.club), 0).await;
        room.talks(&room.bob, Some(&room.other), 0).await;
        leaves(&room).await.unwrap();
        room.clock.set(day(30));
        assert_eq!(expire_left_guilds(&room.services, &gone).await.unwrap(), 0, "to the second");
        room.clock.advance(std::time::Duration::from_secs(1));
        assert_eq!(expire_left_guilds(&room.services, &gone).await.unwrap(), 1);
        assert_eq!(stored::find(&test.db, &room.club).await.unwrap(), None);
        assert_eq!(room.conversations_in(&room.other).await, 1);
        let record = &room.audited("data.delete").await[0];
        assert_eq!(record.guild_id.as_ref(), Some(&room.club));
        assert_eq!(expire_left_guilds(&room.services, &gone).await.unwrap(), 0);
        // Who comes back then begins anew.
        returns(&room).await;
        let back = stored::find_by_discord_id(&test.db, "22").await.unwrap().unwrap();
        assert_ne!(back.id, room.club);
    }

    async fn what_was_broken_off_goes_an_hour_later_and_whoever_comes_back_begins_anew(test: TestDb) {
        let room = room(&test).await;
        room.talks(&room.bob, Some(&room.club), 0).await;
        leaves(&room).await.unwrap();
        room.clock.set(day(31));
        keep_memberships(&test).await;
        let broken = expire_left_guilds(&room.services, &gone).await;
        assert!(broken.is_err(), "{broken:?}");
        assert_eq!(room.conversations_in(&room.club).await, 0, "it has begun");
        let row = stored::find(&test.db, &room.club).await.unwrap().unwrap();
        assert!(slimy_store::lifecycle::is_begun(&row), "{}", row.discord_id);
        returns(&room).await;
        let back = stored::find_by_discord_id(&test.db, "22").await.unwrap().unwrap();
        release_memberships(&test).await;

        room.clock.set(day(32));
        assert_eq!(expire_left_guilds(&room.services, &gone).await.unwrap(), 1);
        assert_eq!(stored::find(&test.db, &room.club).await.unwrap(), None);
        assert_eq!(room.audited("data.delete").await.len(), 1);
        assert_eq!(stored::find(&test.db, &back.id).await.unwrap(), Some(back));
    }

    async fn a_guild_whose_return_was_not_written_is_found_and_kept(test: TestDb) {
        let room = room(&test).await;
        room.talks(&room.bob, Some(&room.club), 0).await;
        leaves(&room).await.unwrap();
        room.clock.set(day(40));
        let unknown = |_| -> BoxFuture<'static, Presence> { Box::pin(async { Presence::Unavailable }) };
        assert_eq!(expire_left_guilds(&room.services, &unknown).await.unwrap(), 0);
        let there = |_| -> BoxFuture<'static, Presence> {
            Box::pin(async { Presence::In("Slimy Club".to_owned()) })
        };
        assert_eq!(expire_left_guilds(&room.services, &there).await.unwrap(), 0);
        assert_eq!(expire_left_guilds(&room.services, &gone).await.unwrap(), 0, "it is back");
        assert_eq!(room.conversations_in(&room.club).await, 1);
    }

    async fn coming_back_while_the_deadline_passes_keeps_all_or_begins_anew(test: TestDb) {
        for _ in 0..3 {
            let room = room(&test).await;
            room.talks(&room.bob, Some(&room.club), 0).await;
            leaves(&room).await;
            room.clock.advance(guild::KEPT_AFTER_LEAVING + std::time::Duration::from_secs(1));
            let (expired, ()) = tokio::join!(expire_left_guilds(&room.services, &gone), returns(&room));
            let back = stored::find_by_discord_id(&test.db, "22").await.unwrap().unwrap();
            assert_eq!(back.left_at, None);
            if back.id == room.club {
                assert_eq!(expired.unwrap(), 0);
                assert_eq!(room.conversations_in(&room.club).await, 1, "nothing is lost");
            } else {
                assert_eq!(expired.unwrap(), 1);
                assert_eq!(stored::find(&test.db, &room.club).await.unwrap(), None);
            }
            slimy_store::lifecycle::delete_guild(&test.db, &back.id, day(99)).await.unwrap();
        }
    }

    async fn chat_is_kept_for_the_days_that_its_guild_says_and_elsewhere_for_ever(test: TestDb) {
        let room = room(&test).await;
        settings::update(&room.services, &room.ana, &json!({"retention": {"chatDays": 7}})).await.unwrap();
        let old = room.talks(&room.bob, Some(&room.club), 0).await;
        let young = room.talks(&room.bob, Some(&room.club), 1).await;
        let others = [room.talks(&room.bob, Some(&room.other), 0).await, room.talks(&room.bob, None, 0).await];
        room.clock.set(day(7));
        assert!(expire_chat(&room.services).await.unwrap().is_empty(), "to the second");
        room.clock.advance(std::time::Duration::from_secs(1));
        let expired = expire_chat(&room.services).await.unwrap();
        assert_eq!((expired.messages, expired.files, expired.conversations), (2, 1, 1));
        let db = &test.db;
        let find = async |id| slimy_store::chat::find_conversation(db, id, &room.bob.user_id).await.unwrap();
        assert_eq!(find(&old).await, None);
        for kept in [&young, &others[0], &others[1]] {
            assert!(find(kept).await.is_some());
        }
        let entries = room.audited("chat.message.expire").await;
        assert_eq!((entries.len(), entries[0].guild_id.as_ref()), (1, Some(&room.club)));
    }
}
