//! Rows that are kept in Redis: two caches on one Redis and one database are what two
//! processes have.

use std::time::{Duration, Instant};

use redis::aio::MultiplexedConnection;
use slimy_store::cache::{Cache, CacheError, Key};
use slimy_store::{Db, Id, guilds, on_both_engines};

use crate::cache::{name, rename};
use crate::support::{at, new_guild, person_in_guild};

/// What a change may take to be seen by others.
const SOON: Duration = Duration::from_secs(1);

/// The tests' Redis, which `cargo xtask test` starts.
fn url() -> String {
    let url = std::env::var_os("SLIMY_TEST_REDIS")
        .expect("SLIMY_TEST_REDIS names no Redis: run cargo xtask test");
    url.into_string().expect("SLIMY_TEST_REDIS is text")
}

/// A cache that is patient with Redis: many tests run at once.
pub(crate) async fn cache_in(url: &str) -> Cache {
    let cache = Cache::connect_within(url, SOON * 10).await;
    let cache = cache.expect("the URL is Redis's");
    until_shared(&cache).await;
    cache
}

/// Waits until Redis is used: on a busy machine it may have to be asked again.
pub(crate) async fn until_shared(cache: &Cache) {
    let end = Instant::now() + Duration::from_secs(30);
    while !cache.is_shared() {
        assert!(Instant::now() < end, "Redis does not come back");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// Reads until the name is this one, as people who look again do. Returns how long it
/// took.
pub(crate) async fn until_name(cache: &Cache, db: &Db, guild: &Id, expected: &str) -> Duration {
    let start = Instant::now();
    while name(cache, db, guild).await != expected {
        assert!(start.elapsed() < SOON * 10, "{expected} is never seen");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    start.elapsed()
}

/// A connection of the test's own.
pub(crate) async fn raw(url: &str) -> MultiplexedConnection {
    let client = redis::Client::open(url).unwrap();
    client.get_multiplexed_async_connection().await.unwrap()
}

/// What stands in Redis under the guild's key, whatever run of the server it is.
pub(crate) async fn held(url: &str, guild: &Id) -> Option<String> {
    let mut redis = raw(url).await;
    let mut command = redis::cmd("KEYS");
    command.arg(format!("slimy:v1:*:guild:{guild}"));
    let names: Vec<String> = command.query_async(&mut redis).await.unwrap();
    let name = names.first()?;
    redis::cmd("GET")
        .arg(name)
        .query_async(&mut redis)
        .await
        .unwrap()
}

async fn put(url: &str, guild: &Id, value: &str) {
    let mut redis = raw(url).await;
    let info: String = redis::cmd("INFO")
        .arg("server")
        .query_async(&mut redis)
        .await
        .unwrap();
    let run = info
        .lines()
        .find_map(|line| line.strip_prefix("run_id:"))
        .unwrap();
    let name = format!("slimy:v1:{run}:guild:{guild}");
    let mut command = redis::cmd("SET");
    command.arg(name).arg(value).arg("PX").arg(60_000);
    command.query_async::<()>(&mut redis).await.unwrap();
}

on_both_engines! {
    async fn a_change_by_one_process_is_seen_by_the_other_within_a_second(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let (one, other) = (cache_in(&url()).await, cache_in(&url()).await);
        let db = test.open_again().await;
        for cache in [&one, &other] {
            assert_eq!(name(cache, &db, &guild).await, "Slimy Club");
        }

        for expected in ["First", "Second", "Third"] {
            rename(&one, &test.db, &guild, expected).await;
            assert_eq!(name(&one, &test.db, &guild).await, expected);
            let took = until_name(&other, &db, &guild, expected).await;
            assert!(took < SOON, "{took:?}");
        }
    }

    async fn what_one_process_has_read_the_other_need_not_read_again(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let (one, other) = (cache_in(&url()).await, cache_in(&url()).await);
        let stored = guilds::find(&test.db, &guild).await.unwrap();
        one.guild(&test.db, &guild).await.unwrap();
        one.user(&test.db, &user).await.unwrap();
        let text = held(&url(), &guild).await.expect("it is in Redis");
        assert!(text.starts_with('{'), "{text}");

        test.execute("UPDATE guilds SET name = 'Behind' WHERE discord_id = '22'").await;
        test.execute("UPDATE users SET username = 'behind' WHERE discord_id = '11'").await;
        assert_eq!(other.guild(&test.db, &guild).await.unwrap().as_deref(), stored.as_ref());
        let person = other.user(&test.db, &user).await.unwrap().unwrap();
        assert_eq!(person.username.as_deref(), Some("slimy_user"));
    }

    async fn a_row_that_was_read_before_another_processs_change_is_not_put_in_after_it(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let (one, other) = (cache_in(&url()).await, cache_in(&url()).await);
        let slow = async {
            let before = guilds::find(&test.db, &guild).await?;
            rename(&one, &test.db, &guild, "Meanwhile").await;
            Ok(before)
        };
        let read = other.guild_loaded_by(&guild, Box::pin(slow)).await.unwrap().unwrap();
        assert_eq!(read.name, "Slimy Club");
        assert_eq!(held(&url(), &guild).await, None);
        assert_eq!(name(&one, &test.db, &guild).await, "Meanwhile");
        let took = until_name(&other, &test.db, &guild, "Meanwhile").await;
        assert!(took < SOON, "{took:?}");
    }

    async fn a_writer_that_ends_between_commit_and_release_leaves_nothing_old_behind(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let (one, other) = (cache_in(&url()).await, cache_in(&url()).await);
        name(&one, &test.db, &guild).await;
        let change = one.changing(&[Key::Guild(guild.clone())]).await;
        // Whoever reads now must not put in what is about to be old.
        assert_eq!(name(&other, &test.db, &guild).await, "Slimy Club");
        assert_eq!(held(&url(), &guild).await.as_deref(), Some("W1"));
        guilds::upsert(&test.db, new_guild("22", "Committed"), at(1)).await.unwrap();
        std::mem::forget(change);
        let fresh = cache_in(&url()).await;
        assert_eq!(name(&fresh, &test.db, &guild).await, "Committed");
        let took = until_name(&other, &test.db, &guild, "Committed").await;
        assert!(took < SOON, "{took:?}");
    }

    async fn two_writers_of_a_row_do_not_uncover_each_other(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let (one, other) = (cache_in(&url()).await, cache_in(&url()).await);
        let keys = [Key::Guild(guild.clone())];
        let (first, second) = (one.changing(&keys).await, other.changing(&keys).await);
        assert_eq!(held(&url(), &guild).await.as_deref(), Some("W2"));
        first.done().await;
        name(&one, &test.db, &guild).await;
        assert_eq!(held(&url(), &guild).await.as_deref(), Some("W1"));
        second.done().await;
        assert_eq!(held(&url(), &guild).await, None);
    }

    async fn a_change_that_was_given_up_keeps_the_row_out_of_redis_for_a_while(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let (one, other) = (cache_in(&url()).await, cache_in(&url()).await);
        name(&one, &test.db, &guild).await;
        drop(one.changing(&[Key::Guild(guild.clone())]).await);
        name(&other, &test.db, &guild).await;
        let mark = held(&url(), &guild).await.expect("a mark");
        assert!(mark.starts_with('W'), "{mark}");
    }

    async fn what_cannot_be_read_in_redis_is_read_from_the_database(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        for odd in ["", "{}", "null", "L:other", "W7", "W", "\u{0}"] {
            put(&url(), &guild, odd).await;
            let cache = cache_in(&url()).await;
            assert_eq!(name(&cache, &test.db, &guild).await, "Slimy Club", "{odd}");
            assert!(cache.is_shared(), "{odd}");
        }
    }
}

#[tokio::test]
async fn a_url_that_is_none_of_redis_is_refused() {
    for wrong in [
        "",
        "redis",
        "http://h",
        "redis://",
        "redis://h/x",
        "redis://h:1x",
        "unix:///s",
        "rediss://h#x",
    ] {
        let refused = Cache::connect(wrong).await;
        assert!(
            matches!(refused, Err(CacheError::Url)),
            "{wrong}: {refused:?}"
        );
    }
}

#[tokio::test]
async fn a_wrong_password_is_refused_and_not_told() {
    let (start, address) = url()
        .split_once('@')
        .map(|(_, address)| ("redis://", address.to_owned()))
        .unwrap();
    for user in ["", ":wrong@", "nobody:wrong@"] {
        let refused = Cache::connect(&format!("{start}{user}{address}"))
            .await
            .unwrap_err();
        assert!(matches!(refused, CacheError::Refused), "{refused:?}");
        assert!(!refused.to_string().contains("wrong@"));
    }
}
