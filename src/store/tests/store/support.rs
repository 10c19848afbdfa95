//! What many tests need: moments, people, guilds, drafts, and raw SQL for what the
//! store itself does not offer.

use slimy_store::testing::TestDb;
use slimy_store::{Db, Id, Json, StoreError, Timestamp, club, guilds, members, users};
use sqlx::{AssertSqlSafe, PgPool, SqlitePool};

/// `seconds` after a fixed moment in 2024.
pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_micros((1_730_887_200 + seconds) * 1_000_000).unwrap()
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "the columns that it fills may be empty"
)]
pub(crate) fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

pub(crate) fn new_user(discord_id: &str) -> users::NewUser {
    users::NewUser {
        discord_id: discord_id.to_owned(),
        username: some("slimy_user"),
        global_name: some("Slimy User"),
        avatar: None,
    }
}

pub(crate) fn new_guild(discord_id: &str, name: &str) -> guilds::NewGuild {
    guilds::NewGuild {
        discord_id: discord_id.to_owned(),
        name: name.to_owned(),
    }
}

/// A person who is a member of a guild.
pub(crate) async fn person_in_guild(db: &Db) -> (Id, Id) {
    let user = users::upsert(db, new_user("11"), at(0))
        .await
        .unwrap()
        .row
        .id;
    let guild = guilds::upsert(db, new_guild("22", "Slimy Club"), at(0))
        .await
        .unwrap()
        .row
        .id;
    members::upsert(db, &user, &guild, &[], at(0))
        .await
        .unwrap();
    (user, guild)
}

/// A draft that runs out 100 seconds after the fixed moment.
pub(crate) fn new_draft(user: &Id, guild: &Id, title: &str) -> club::NewDraft {
    club::NewDraft {
        guild_id: guild.clone(),
        user_id: user.clone(),
        channel_id: some("33"),
        title: some(title),
        summary: "3 members, 600 sim power".to_owned(),
        confidence: 0.95,
        metric: club::Metric::Sim,
        payload: Json(serde_json::json!({ "rows": [1, 2, 3] })),
        expires_at: at(100),
    }
}

/// What Save writes: three members, the last with an unread power.
pub(crate) fn new_saved(summary: &str) -> club::NewSaved {
    let metric = |name: &str, value, unit: &str, category: &str| club::NewMetric {
        name: name.to_owned(),
        value,
        unit: unit.to_owned(),
        category: category.to_owned(),
    };
    club::NewSaved {
        summary: summary.to_owned(),
        confidence: 0.9,
        images: vec![club::NewImage {
            name: "one.png".to_owned(),
            content_type: "image/png".to_owned(),
            bytes: 1_234_567,
            width: 1206,
            height: 2622,
            sha256: "ab".repeat(32),
            members_found: 3,
        }],
        metrics: vec![
            metric("totalMembers", 3.0, "count", "membership"),
            metric("totalPower", 7_206_540_123.0, "power", "performance"),
        ],
        powers: [("Alice", Some(i64::MAX)), ("Bób", Some(0)), ("見る", None)]
            .map(|(member, power)| club::NewPower {
                member: member.to_owned(),
                member_id: None,
                metric: club::Metric::Sim,
                power,
                last_seen: some("17h ago"),
                confidence: 0.99,
                name_certain: true,
                corrected: false,
                seen_in: vec!["one.png".to_owned()],
            })
            .into(),
        week: None,
        approved_by: None,
    }
}

/// A draft that is saved at once.
pub(crate) async fn saved_analysis(
    db: &Db,
    user: &Id,
    guild: &Id,
    title: &str,
    when: Timestamp,
) -> Id {
    let draft = new_draft(user, guild, title);
    let draft = club::NewDraft {
        expires_at: when + std::time::Duration::from_secs(1),
        ..draft
    };
    let id = club::create_draft(db, draft, when).await.unwrap().id;
    let mut tx = db.begin().await.unwrap();
    assert!(
        club::save(&mut tx, &id, &new_saved("3 members"), when)
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
    id
}

/// Statements that the store has no operation for. They run on one connection, in one
/// transaction when they say BEGIN.
pub(crate) async fn raw(test: &TestDb, statements: &[String]) -> Result<(), sqlx::Error> {
    match test.engine() {
        slimy_store::Engine::Sqlite => sqlite_raw(test, true, statements).await,
        slimy_store::Engine::Postgres => {
            let pool = PgPool::connect(&test.url).await?;
            let mut connection = pool.acquire().await?;
            for statement in statements {
                sqlx::raw_sql(AssertSqlSafe(statement.clone()))
                    .execute(&mut *connection)
                    .await?;
            }
            Ok(())
        }
    }
}

/// The same as another tool on this file would run them: with what SQLite leaves off
/// where nobody turns it on.
pub(crate) async fn raw_by_another_tool(
    test: &TestDb,
    statements: &[String],
) -> Result<(), sqlx::Error> {
    sqlite_raw(test, false, statements).await
}

async fn sqlite_raw(
    test: &TestDb,
    guarded: bool,
    statements: &[String],
) -> Result<(), sqlx::Error> {
    let options: sqlx::sqlite::SqliteConnectOptions = test.url.parse()?;
    let recursive_triggers = if guarded { "ON" } else { "OFF" };
    let options = options
        .foreign_keys(guarded)
        .pragma("recursive_triggers", recursive_triggers);
    let pool = SqlitePool::connect_with(options).await?;
    let mut connection = pool.acquire().await?;
    let mut outcome = Ok(());
    for statement in statements {
        let run = sqlx::raw_sql(AssertSqlSafe(statement.clone()));
        outcome = run.execute(&mut *connection).await.map(drop);
        if outcome.is_err() {
            break;
        }
    }
    // Waited for, because what a failure left open would lock the file for the next one.
    drop(connection);
    pool.close().await;
    outcome
}

/// The one number that a statement gives.
pub(crate) async fn count(test: &TestDb, statement: &str) -> i64 {
    let statement = AssertSqlSafe(statement.to_owned());
    match test.engine() {
        slimy_store::Engine::Sqlite => {
            let pool = SqlitePool::connect(&test.url).await.unwrap();
            sqlx::query_scalar(statement)
                .fetch_one(&pool)
                .await
                .unwrap()
        }
        slimy_store::Engine::Postgres => {
            let pool = PgPool::connect(&test.url).await.unwrap();
            sqlx::query_scalar(statement)
                .fetch_one(&pool)
                .await
                .unwrap()
        }
    }
}

pub(crate) fn is_invalid<T>(outcome: &Result<T, StoreError>) -> bool {
    matches!(outcome, Err(StoreError::Invalid { .. }))
}

/// Numbers that look like chance and are the same each time.
pub(crate) struct Dice(std::cell::Cell<u64>);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(std::cell::Cell::new(seed))
    }

    /// From 0 to below `end`.
    pub(crate) fn below(&self, end: i64) -> i64 {
        // Knuth's MMIX generator, of which the upper bits are the good ones.
        let next = self.0.get().wrapping_mul(6_364_136_223_846_793_005);
        self.0.set(next.wrapping_add(1_442_695_040_888_963_407));
        i64::try_from(self.0.get() >> 33).unwrap() % end
    }

    /// Whether it is the one of so many cases.
    pub(crate) fn of(&self, cases: i64) -> bool {
        self.below(cases) == 0
    }

    pub(crate) fn pick<T: Clone>(&self, among: &[T]) -> T {
        among[usize::try_from(self.below(i64::try_from(among.len()).unwrap())).unwrap()].clone()
    }
}
