//! Exported, deleted and exported again: nothing is left but what was announced, and nothing went
//! that was not.

use std::collections::{BTreeMap, BTreeSet};

use slimy_store::export::{self, Export};
use slimy_store::holdings::{self, Fate, Held};
use slimy_store::testing::TestDb;
use slimy_store::{Engine, checks, lifecycle, on_both_engines};

use crate::everything::one_of_everything;
use crate::support::{at, count};

/// What comes out: of each record its kind and, where it has one, its key.
async fn exported(mut export: Export) -> BTreeSet<(String, String)> {
    let mut all = BTreeSet::new();
    while let Some(record) = export.next().await.unwrap() {
        let record = serde_json::to_value(record).unwrap();
        let text = |field: &str| record[field].as_str().unwrap_or_default().to_owned();
        all.insert((text("type"), text("id")));
    }
    all
}

/// All tables there are.
async fn tables(test: &TestDb) -> BTreeSet<String> {
    let facts = checks::facts(&test.db).await.unwrap();
    let tables = facts.iter().filter_map(|fact| fact.split_once('.'));
    let tables = tables.filter(|(table, _)| !table.contains(' '));
    tables.map(|(table, _)| table.to_owned()).collect()
}

/// How many rows each table has, but for the record, which a deletion adds to, and for the numbers
/// of search indexes.
async fn sizes(test: &TestDb) -> BTreeMap<String, i64> {
    let mut sizes = BTreeMap::new();
    for table in tables(test).await {
        if !table.starts_with("audit_") && !table.ends_with("_search_keys") {
            let rows = count(test, &format!("SELECT count(*) FROM {table}")).await;
            sizes.insert(table, rows);
        }
    }
    sizes
}

/// What is left of each table when what was announced to go is gone, and nothing else.
fn announced(mut sizes: BTreeMap<String, i64>, held: &[Held]) -> BTreeMap<String, i64> {
    for one in held.iter().filter(|one| one.fate == Fate::Goes) {
        for table in one.holding.tables() {
            *sizes.get_mut(*table).unwrap() -= i64::try_from(one.rows).unwrap();
        }
    }
    sizes
}

/// The keys of audit entries among what was exported.
fn entries(exported: &BTreeSet<(String, String)>) -> Vec<String> {
    let entries = exported.iter().filter(|(kind, _)| kind == "auditLog");
    entries.map(|(_, id)| id.clone()).collect()
}

/// The tables by which search indexes number what they have.
async fn numbered(test: &TestDb) -> Vec<String> {
    let all = tables(test).await.into_iter();
    all.filter(|table| table.ends_with("_search_keys"))
        .collect()
}

on_both_engines! {
    async fn of_a_person_only_what_was_announced_to_stay_is_left_and_names_nobody(test: TestDb) {
        let (user, _) = one_of_everything(&test.db).await;
        let first = exported(export::of_user(&test.db, user.clone())).await;
        let held = holdings::of_user(&test.db, &user).await.unwrap();
        assert!(held.iter().all(|one| one.fate != Fate::Stays), "nothing keeps a person's name");
        let expected = announced(sizes(&test).await, &held);
        lifecycle::delete_user(&test.db, &user, at(50)).await.unwrap();
        assert_eq!(sizes(&test).await, expected);
        assert!(exported(export::of_user(&test.db, user.clone())).await.is_empty());
        let recorded = entries(&first);
        assert_eq!(recorded.len(), 2);
        for id in recorded {
            let stays = format!("SELECT count(*) FROM audit_logs WHERE id = '{id}'
                 AND user_id IS NULL AND resource_id <> '{user}'");
            assert_eq!(count(&test, &stays).await, 1, "{id}");
        }
    }

    async fn of_a_guild_only_what_was_announced_to_stay_is_left(test: TestDb) {
        let (user, guild) = one_of_everything(&test.db).await;
        let first = exported(export::of_guild(&test.db, guild.clone())).await;
        let persons = exported(export::of_user(&test.db, user.clone())).await;
        let held = holdings::of_guild(&test.db, &guild).await.unwrap();
        let stay: Vec<_> = held.iter().filter(|one| one.fate == Fate::Stays).collect();
        let expected = announced(sizes(&test).await, &held);
        lifecycle::delete_guild(&test.db, &guild, at(50)).await.unwrap();
        assert_eq!(sizes(&test).await, expected);
        let left = holdings::of_guild(&test.db, &guild).await.unwrap();
        for one in &stay {
            let rows = left.iter().find(|left| left.holding == one.holding).unwrap().rows;
            assert!(one.rows > 0 && rows >= one.rows, "{one:?}: {rows}");
        }
        assert!(exported(export::of_guild(&test.db, guild.clone())).await.is_empty());
        let recorded = entries(&first);
        assert!(!recorded.is_empty());
        for id in recorded {
            let stays = format!("SELECT count(*) FROM audit_logs WHERE id = '{id}' AND guild_id = '{guild}'");
            assert_eq!(count(&test, &stays).await, 1, "{id}");
        }
        // Nobody loses what is theirs elsewhere, nor what was done about them.
        let persons_now = exported(export::of_user(&test.db, user)).await;
        let lost = persons.difference(&persons_now);
        let lost: BTreeSet<&str> = lost.map(|(kind, _)| kind.as_str()).collect();
        for kind in ["user", "session", "auditLog", "chatConsent", "chatReservation"] {
            assert!(!lost.contains(kind), "{kind} is lost");
        }
    }

    async fn what_a_search_index_knows_of_somebody_goes_with_them(test: TestDb) {
        let (user, guild) = one_of_everything(&test.db).await;
        let numbered = numbered(&test).await;
        // PostgreSQL's indexes are over the rows themselves.
        assert_eq!(numbered.is_empty(), test.engine() == Engine::Postgres, "{numbered:?}");
        for keys in &numbered {
            assert!(count(&test, &format!("SELECT count(*) FROM {keys}")).await > 0, "{keys} is empty");
        }
        lifecycle::delete_user(&test.db, &user, at(50)).await.unwrap();
        // What is left there is the guild's, by its own key.
        for keys in &numbered {
            let left = format!("SELECT count(*) FROM {keys} WHERE id <> '{guild}'");
            assert_eq!(count(&test, &left).await, 0, "{keys}");
        }
        lifecycle::delete_guild(&test.db, &guild, at(60)).await.unwrap();
        for keys in &numbered {
            assert_eq!(count(&test, &format!("SELECT count(*) FROM {keys}")).await, 0, "{keys}");
            // Nor has the index itself a word of theirs; one over persons has none of its own.
            let index = keys.trim_end_matches("_keys");
            if index != "chat_owners_search" {
                let words = format!("SELECT count(*) FROM {index} WHERE {index} MATCH 'sna OR sli OR sav OR dra OR fas'");
                assert_eq!(count(&test, &words).await, 0, "{index}");
            }
        }
    }
}
