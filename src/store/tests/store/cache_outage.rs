//! Redis goes away in the middle, and comes back: reads are slower, and none is old.

use std::time::{Duration, Instant};

use private_servers::{Redis, Stop};
use slimy_store::cache::Cache;
use slimy_store::{Db, Id, guilds, on_both_engines, users};

use crate::cache::{name, rename};
use crate::cache_shared::{cache_in, held, raw, until_name, until_shared};
use crate::support::{at, new_user, person_in_guild};

/// Away or not, nobody waits longer for a row: a deadline each for a look and a lease,
/// and the rest for a busy machine.
const PATIENCE: Duration = Duration::from_secs(2);

/// A Redis of the test's own. Starting and stopping it blocks.
async fn server() -> Redis {
    blocking(|| Redis::start().expect("a Redis starts")).await
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    tokio::task::spawn_blocking(work).await.unwrap()
}

async fn stopped(mut redis: Redis, how: Stop) -> Redis {
    blocking(move || {
        redis.stop_server(how).expect("it stops");
        redis
    })
    .await
}

async fn started(mut redis: Redis) -> Redis {
    blocking(move || {
        redis.start_server().expect("it starts again");
        redis
    })
    .await
}

/// A cache with the deadline that the program has.
async fn hurried(url: &str) -> Cache {
    let cache = Cache::connect(url).await.expect("the URL is Redis's");
    until_shared(&cache).await;
    cache
}

/// Reads until the row is in Redis: on a busy machine an answer may have come too late.
async fn until_held(cache: &Cache, db: &Db, url: &str, guild: &Id) {
    let end = Instant::now() + Duration::from_secs(30);
    loop {
        name(cache, db, guild).await;
        if held(url, guild)
            .await
            .is_some_and(|row| row.starts_with('{'))
        {
            return;
        }
        assert!(Instant::now() < end, "it never is in Redis");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

on_both_engines! {
    async fn while_redis_is_away_reads_go_on_and_changes_are_seen(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let redis = server().await;
        let url = redis.url().to_owned();
        let (one, other) = (cache_in(&url).await, cache_in(&url).await);
        for cache in [&one, &other] {
            name(cache, &test.db, &guild).await;
        }

        let redis = stopped(redis, Stop::Immediate).await;
        for expected in ["First", "Second"] {
            let start = Instant::now();
            rename(&one, &test.db, &guild, expected).await;
            assert_eq!(name(&one, &test.db, &guild).await, expected);
            assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
            let took = until_name(&other, &test.db, &guild, expected).await;
            assert!(took < Duration::from_secs(1), "{took:?}");
        }
        assert!(!one.is_shared());

        let _redis = started(redis).await;
        for cache in [&one, &other] {
            until_shared(cache).await;
            assert_eq!(name(cache, &test.db, &guild).await, "Second");
        }
        rename(&other, &test.db, &guild, "Third").await;
        let took = until_name(&one, &test.db, &guild, "Third").await;
        assert!(took < Duration::from_secs(1), "{took:?}");
    }

    async fn a_change_that_redis_did_not_hear_of_is_told_before_redis_is_believed_again(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let redis = server().await;
        let url = redis.url().to_owned();
        let one = hurried(&url).await;
        until_held(&one, &test.db, &url, &guild).await;

        // It hangs with the old row in it, and keeps it.
        let mut pause = redis::cmd("CLIENT");
        pause.arg("PAUSE").arg(1_500).arg("ALL");
        pause.query_async::<()>(&mut raw(&url).await).await.unwrap();
        let start = Instant::now();
        rename(&one, &test.db, &guild, "Unheard").await;
        assert_eq!(name(&one, &test.db, &guild).await, "Unheard");
        assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());

        until_shared(&one).await;
        let fresh = cache_in(&url).await;
        assert_eq!(name(&fresh, &test.db, &guild).await, "Unheard");
        assert_eq!(name(&one, &test.db, &guild).await, "Unheard");
    }

    async fn what_redis_kept_on_disk_is_not_believed_after_a_start(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let redis = server().await;
        let url = redis.url().to_owned();
        let (one, other) = (cache_in(&url).await, cache_in(&url).await);
        until_held(&one, &test.db, &url, &guild).await;
        redis::cmd("SAVE").query_async::<()>(&mut raw(&url).await).await.unwrap();
        let redis = stopped(redis, Stop::Immediate).await;
        // Whoever changed it is gone too, with what they owed.
        rename(&one, &test.db, &guild, "Unheard").await;
        drop(one);
        let _redis = started(redis).await;
        assert!(held(&url, &guild).await.is_some_and(|old| old.contains("Slimy Club")));
        until_shared(&other).await;
        assert_eq!(name(&other, &test.db, &guild).await, "Unheard");
    }

    async fn when_too_much_changed_while_redis_was_away_nothing_of_ours_is_left(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let redis = server().await;
        let url = redis.url().to_owned();
        let one = hurried(&url).await;
        until_held(&one, &test.db, &url, &guild).await;
        one.user(&test.db, &user).await.unwrap();

        let mut pause = redis::cmd("CLIENT");
        pause.arg("PAUSE").arg(1_500).arg("ALL");
        pause.query_async::<()>(&mut raw(&url).await).await.unwrap();
        rename(&one, &test.db, &guild, "Unheard").await;
        users::upsert(&test.db, new_user("11"), at(1)).await.unwrap();
        let many = (0..=slimy_store::limits::CACHE_OWED)
            .map(|n| slimy_store::cache::Key::User(n.to_string().as_str().into()));
        one.changing(&many.collect::<Vec<_>>()).await.done().await;

        until_shared(&one).await;
        assert_eq!(held(&url, &guild).await, None);
        assert_eq!(name(&one, &test.db, &guild).await, "Unheard");
    }

    async fn a_redis_that_is_not_there_at_the_start_is_used_when_it_comes(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let redis = stopped(server().await, Stop::Fast).await;
        let url = redis.url().to_owned();
        let cache = Cache::connect(&url).await.unwrap();
        assert!(!cache.is_shared());
        let read = cache.guild(&test.db, &guild).await.unwrap();
        assert_eq!(read.as_deref(), guilds::find(&test.db, &guild).await.unwrap().as_ref());

        let _redis = started(redis).await;
        until_shared(&cache).await;
        rename(&cache, &test.db, &guild, "Shared").await;
        assert_eq!(name(&cache, &test.db, &guild).await, "Shared");
        until_held(&cache, &test.db, &url, &guild).await;
    }

    async fn a_redis_without_tls_is_away_for_who_wants_tls(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let redis = server().await;
        let url = redis.url().replacen("redis://", "rediss://", 1);
        let cache = Cache::connect(&url).await.unwrap();
        assert!(!cache.is_shared());
        assert_eq!(name(&cache, &test.db, &guild).await, "Slimy Club");
    }
}
