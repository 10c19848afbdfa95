//! Odd text goes into every column that takes what others wrote, and stands there byte for
//! byte; or it is refused with a typed error, and nothing of it stands there.

mod refusals;
mod values;
mod writes;

use std::collections::BTreeSet;

use slimy_store::testing::TestDb;
use slimy_store::{Engine, StoreError, on_both_engines};
use sqlx::{AssertSqlSafe, PgPool, SqlitePool};

use crate::support::count;
use crate::{odd, rows};

/// Columns that hold the program's own words alone: keys, enums, hashes, normal forms; and
/// documents, which are compared where they are written.
const NOT_A_PERSONS: [&str; 43] = [
    "id",
    "user_id",
    "guild_id",
    "analysis_id",
    "conversation_id",
    "parent_id",
    "message_id",
    "token_hash",
    "search_text",
    "search_name",
    "status",
    "metric",
    "week",
    "member_id",
    "approved_by",
    "rolled_back_by",
    "confirmed_by",
    "created_by",
    "removed_by",
    "name_key",
    "alias_key",
    "link_status",
    "first_seen_week",
    "last_seen_week",
    "departed_week",
    "source",
    "kind",
    "key",
    "payload",
    "role",
    "action",
    "resource_type",
    "settings",
    "roles",
    "details",
    "changes",
    "cause",
    "draft",
    "seen_in",
    "purpose",
    "day",
    "month",
    "period",
];

/// A document in a column that is called as one of what people wrote.
const DOCUMENT: (&str, &str) = ("guild_settings_proposals", "content");

/// `table`, `column` of each column that holds what people wrote.
async fn columns(test: &TestDb) -> Vec<(String, String)> {
    let all = match test.engine() {
        Engine::Sqlite => {
            "SELECT t.name || '.' || c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c
             WHERE t.type = 'table' AND c.type = 'TEXT'"
        }
        Engine::Postgres => {
            "SELECT (table_name || '.' || column_name)::text FROM information_schema.columns
             WHERE table_schema = 'public' AND data_type = 'text'"
        }
    };
    let all = rows::texts(test, all).await;
    let split = |name: String| {
        name.split_once('.')
            .map(|(t, c)| (t.to_owned(), c.to_owned()))
    };
    let of_people = |(table, column): &(String, String)| {
        let ours = [
            "audit_maintenance",
            "audit_daily",
            "audit_heads",
            "audit_links",
            "audit_gaps",
            "audit_unchained",
            "audit_mirrors",
            "_sqlx",
            "sqlite_",
        ];
        !ours.iter().any(|prefix| table.starts_with(prefix))
            && !table.contains("_search")
            && !NOT_A_PERSONS.contains(&column.as_str())
            && (table.as_str(), column.as_str()) != DOCUMENT
    };
    all.into_iter()
        .filter_map(split)
        .filter(of_people)
        .collect()
}

/// Columns in which no row holds exactly this text.
async fn without(test: &TestDb, wanted: &str) -> Vec<String> {
    let mut without = Vec::new();
    for (table, column) in columns(test).await {
        let ask = format!("SELECT count(*) FROM {table} WHERE \"{column}\" = $1");
        let ask = AssertSqlSafe(ask);
        let found: i64 = match test.engine() {
            Engine::Sqlite => {
                let pool = SqlitePool::connect(&test.url).await.unwrap();
                sqlx::query_scalar(ask)
                    .bind(wanted)
                    .fetch_one(&pool)
                    .await
                    .unwrap()
            }
            Engine::Postgres => {
                let pool = PgPool::connect(&test.url).await.unwrap();
                sqlx::query_scalar(ask)
                    .bind(wanted)
                    .fetch_one(&pool)
                    .await
                    .unwrap()
            }
        };
        if found == 0 {
            without.push(format!("{table}.{column}"));
        }
    }
    without
}

on_both_engines! {
    async fn odd_text_stands_in_every_column_as_it_is(test: TestDb) {
        for text in odd::TEXTS.into_iter().map(str::to_owned).chain([odd::long()]) {
            writes::everywhere(&test.db, &text).await;
        }
        // Read column by column for the worst of each kind; each opens a connection.
        for text in [odd::TEXTS[10], odd::TEXTS[16], odd::TEXTS[18]] {
            assert_eq!(without(&test, text).await, Vec::<String>::new(), "{text:?}");
        }
        let long = without(&test, &odd::long()).await;
        let short = [
            "chat_attachments.content_type",
            "chat_attachments.file_name",
            "chat_conversations.title",
            "chat_reservations.model",
            "chat_usage_models.model",
            "club_aliases.alias",
            "club_alerts.last_error",
            "club_corrections.reason",
            "club_members.display_name",
            "club_members.name",
        ];
        assert_eq!(BTreeSet::from_iter(long), short.map(str::to_owned).into());
    }

    async fn a_nul_is_refused_in_every_column(test: TestDb) {
        for (column, outcome) in refusals::of(&test.db, odd::REFUSED).await {
            assert!(matches!(outcome, Some(StoreError::Invalid { .. })), "{column}: {outcome:?}");
        }
        let left = "SELECT count(*) FROM audit_logs";
        assert_eq!(count(&test, left).await, 0);
    }
}
