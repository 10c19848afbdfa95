//! Rows that are kept near, in one process.

use slimy_store::cache::{Cache, Key};
use slimy_store::{Db, Id, guilds, on_both_engines, users};

use crate::support::{at, new_guild, new_user, person_in_guild, some};

/// The guild's name as the cache has it.
pub(crate) async fn name(cache: &Cache, db: &Db, guild: &Id) -> String {
    let guild = cache.guild(db, guild).await.unwrap();
    guild.expect("the guild is there").name.clone()
}

/// Renames the guild that [`person_in_guild`] makes, as the rules do it.
pub(crate) async fn rename(cache: &Cache, db: &Db, guild: &Id, name: &str) {
    let mut tx = db.begin().await.unwrap();
    guilds::upsert(&mut tx, new_guild("22", name), at(1))
        .await
        .unwrap();
    let change = cache.changing(&[Key::Guild(guild.clone())]).await;
    tx.commit().await.unwrap();
    change.done().await;
}

on_both_engines! {
    async fn what_was_read_is_kept_until_a_change_is_announced(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let cache = Cache::in_process();
        assert_eq!(name(&cache, &test.db, &guild).await, "Slimy Club");
        assert!(cache.user(&test.db, &user).await.unwrap().is_some());

        // Behind its back nothing is seen: it is kept.
        test.execute("UPDATE guilds SET name = 'Behind' WHERE discord_id = '22'").await;
        test.execute("UPDATE users SET username = 'behind' WHERE discord_id = '11'").await;
        assert_eq!(name(&cache, &test.db, &guild).await, "Slimy Club");
        let kept = cache.user(&test.db, &user).await.unwrap().unwrap();
        assert_eq!(kept.username, some("slimy_user"));

        rename(&cache, &test.db, &guild, "Announced").await;
        assert_eq!(name(&cache, &test.db, &guild).await, "Announced");
        let change = cache.changing(&[Key::User(user.clone())]).await;
        let renamed = users::NewUser { username: some("announced"), ..new_user("11") };
        users::upsert(&test.db, renamed, at(2)).await.unwrap();
        change.done().await;
        let read = cache.user(&test.db, &user).await.unwrap().unwrap();
        assert_eq!(read.username, some("announced"));
        assert!(!cache.is_shared());
    }

    async fn the_row_is_the_one_that_the_database_has(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let cache = Cache::in_process();
        for _ in 0..2 {
            let read = cache.guild(&test.db, &guild).await.unwrap();
            let stored = guilds::find(&test.db, &guild).await.unwrap();
            assert_eq!(read.as_deref(), stored.as_ref());
            let read = cache.user(&test.db, &user).await.unwrap();
            let stored = users::find(&test.db, &user).await.unwrap();
            assert_eq!(read.as_deref(), stored.as_ref());
        }
    }

    async fn a_row_that_is_not_there_yet_is_seen_when_it_comes(test: TestDb) {
        let cache = Cache::in_process();
        assert_eq!(cache.guild(&test.db, &"none".into()).await.unwrap(), None);
        assert_eq!(cache.user(&test.db, &"none".into()).await.unwrap(), None);
    }

    async fn a_reader_that_read_before_a_change_does_not_keep_what_it_read(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let cache = Cache::in_process();
        let slow = async {
            let before = guilds::find(&test.db, &guild).await?;
            rename(&cache, &test.db, &guild, "Meanwhile").await;
            Ok(before)
        };
        let read = cache.guild_loaded_by(&guild, Box::pin(slow)).await.unwrap().unwrap();
        assert_eq!(read.name, "Slimy Club");
        assert_eq!(name(&cache, &test.db, &guild).await, "Meanwhile");
    }

    async fn while_a_row_changes_it_is_read_from_the_database(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let cache = Cache::in_process();
        name(&cache, &test.db, &guild).await;
        let change = cache.changing(&[Key::Guild(guild.clone())]).await;
        for expected in ["First", "Second"] {
            guilds::upsert(&test.db, new_guild("22", expected), at(1)).await.unwrap();
            assert_eq!(name(&cache, &test.db, &guild).await, expected);
        }
        change.done().await;
    }

    async fn after_a_change_of_which_nobody_knows_the_end_the_database_is_read(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let cache = Cache::in_process();
        name(&cache, &test.db, &guild).await;
        drop(cache.changing(&[Key::Guild(guild.clone())]).await);
        // The commit that was given up takes effect after all.
        for expected in ["First", "Second"] {
            guilds::upsert(&test.db, new_guild("22", expected), at(1)).await.unwrap();
            assert_eq!(name(&cache, &test.db, &guild).await, expected);
        }
    }
}
