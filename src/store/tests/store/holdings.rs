//! What is stored of somebody is counted, exported and deleted: what the schema says names a
//! person or a guild is in all three.

use std::collections::BTreeMap;

use slimy_store::holdings::{self, Fate, Held, Holding};
use slimy_store::testing::TestDb;
use slimy_store::{Id, lifecycle, on_both_engines};

use crate::everything::{keys_of, one_of_everything};
use crate::support::{at, count, new_user, raw};

/// What keeps a person's or a guild's key when they are deleted, and why.
const KEEPS: [(&str, &str); 3] = [
    // What happened in a guild stays on record; who it was does not.
    ("audit_logs", "guild_id"),
    ("audit_daily_actions", "guild_id"),
    ("audit_daily_users", "guild_id"),
];

async fn rows_with(test: &TestDb, table: &str, column: &str, id: &Id) -> i64 {
    count(
        test,
        &format!("SELECT count(*) FROM {table} WHERE {column} = '{id}'"),
    )
    .await
}

/// Every table that names one of them is among what is counted, with at least as many rows.
async fn all_are_shown(test: &TestDb, of: &str, id: &Id, held: &[Held]) {
    for (table, column) in keys_of(test, of).await {
        let rows = rows_with(test, &table, &column, id).await;
        assert!(
            rows > 0,
            "{table}.{column} names one of {of}: one_of_everything must fill it"
        );
        let shown = held
            .iter()
            .filter(|held| held.holding.tables().contains(&table.as_str()));
        let shown: u64 = shown.map(|held| held.rows).sum();
        assert!(
            shown >= u64::try_from(rows).unwrap(),
            "{table}.{column} is not in holdings: {shown} of {rows}"
        );
    }
}

async fn all_are_gone(test: &TestDb, of: &str, id: &Id) {
    for (table, column) in keys_of(test, of).await {
        let kept = of == "guilds" && KEEPS.contains(&(table.as_str(), column.as_str()));
        let rows = rows_with(test, &table, &column, id).await;
        assert_eq!(rows > 0, kept, "{table}.{column}: {rows}");
    }
}

fn rows(held: &[Held]) -> BTreeMap<Holding, u64> {
    held.iter().map(|one| (one.holding, one.rows)).collect()
}

on_both_engines! {
    async fn every_table_that_names_a_person_is_shown_and_freed_of_them(test: TestDb) {
        let (user, _) = one_of_everything(&test.db).await;
        let held = holdings::of_user(&test.db, &user).await.unwrap();
        all_are_shown(&test, "users", &user, &held).await;
        lifecycle::delete_user(&test.db, &user, at(50)).await.unwrap();
        all_are_gone(&test, "users", &user).await;
        let left = holdings::of_user(&test.db, &user).await.unwrap();
        assert!(left.iter().all(|one| one.rows == 0), "{left:?}");
    }

    async fn every_table_that_names_a_guild_is_shown_and_freed_of_it(test: TestDb) {
        let (_, guild) = one_of_everything(&test.db).await;
        let held = holdings::of_guild(&test.db, &guild).await.unwrap();
        all_are_shown(&test, "guilds", &guild, &held).await;
        lifecycle::delete_guild(&test.db, &guild, at(50)).await.unwrap();
        all_are_gone(&test, "guilds", &guild).await;
        let left = holdings::of_guild(&test.db, &guild).await.unwrap();
        for one in left {
            assert_eq!(one.rows > 0, one.fate == Fate::Stays, "{one:?}");
        }
    }

    async fn what_is_counted_before_is_what_a_deletion_says_it_did(test: TestDb) {
        let (user, guild) = one_of_everything(&test.db).await;
        let other = slimy_store::users::upsert(&test.db, new_user("99"), at(0)).await.unwrap().row.id;
        // Somebody else's are others'.
        let others = holdings::of_user(&test.db, &other).await.unwrap();
        assert_eq!(others.iter().map(|one| one.rows).sum::<u64>(), 1);

        let held = rows(&holdings::of_user(&test.db, &user).await.unwrap());
        let deleted = lifecycle::delete_user(&test.db, &user, at(50)).await.unwrap();
        let counted_apart = [Holding::Analyses, Holding::Reviews, Holding::AuditCounts];
        for (holding, rows) in held.iter().filter(|(holding, _)| !counted_apart.contains(holding)) {
            assert_eq!(deleted.rows(holding.tables()[0]), *rows, "{holding:?}");
        }
        for (table, _) in deleted.tables() {
            assert!(Holding::of_table(table).is_some_and(|holding| held[&holding] > 0), "{table}");
        }

        let held = holdings::of_guild(&test.db, &guild).await.unwrap();
        let deleted = lifecycle::delete_guild(&test.db, &guild, at(60)).await.unwrap();
        for one in held.iter().filter(|one| one.fate == Fate::Goes) {
            assert_eq!(deleted.rows(one.holding.tables()[0]), one.rows, "{one:?}");
        }
    }

    async fn a_guild_that_left_long_ago_goes_and_one_that_is_back_stays(test: TestDb) {
        let (_, guild) = one_of_everything(&test.db).await;
        let delete = async |before, at| lifecycle::delete_guild_left_before(&test.db, &guild, before, at).await.unwrap();
        assert_eq!(delete(at(100), at(100)).await, None, "the bot is there");
        slimy_store::guilds::mark_left(&test.db, "22", at(10)).await.unwrap();
        assert_eq!(delete(at(10), at(40)).await, None, "it is not time");
        let back = crate::support::new_guild("22", "Slimy Club");
        slimy_store::guilds::upsert(&test.db, back, at(41)).await.unwrap();
        assert_eq!(delete(at(11), at(42)).await, None, "it came back");

        slimy_store::guilds::mark_left(&test.db, "22", at(43)).await.unwrap();
        let listed = slimy_store::guilds::list_left_before(&test.db, at(44), None, 10).await.unwrap();
        assert_eq!(listed.len(), 1);
        let deleted = delete(at(44), at(80)).await.unwrap();
        assert_eq!((deleted.rows("guilds"), deleted.rows("club_members")), (1, 1));
        let listed = slimy_store::guilds::list_left_before(&test.db, at(44), None, 10).await.unwrap();
        assert!(listed.is_empty());
        assert_eq!(delete(at(44), at(80)).await, None);
    }

    async fn who_comes_back_once_the_deletion_has_begun_begins_anew(test: TestDb) {
        let (_, guild) = one_of_everything(&test.db).await;
        slimy_store::guilds::mark_left(&test.db, "22", at(10)).await.unwrap();
        // Broken off right behind the claim.
        raw(&test, &[format!("UPDATE guilds SET discord_id = 'deleted ' || id WHERE id = '{guild}'")]).await.unwrap();
        let back = crate::support::new_guild("22", "Slimy Club");
        let back = slimy_store::guilds::upsert(&test.db, back, at(41)).await.unwrap();
        assert!(back.created);
        let deleted = lifecycle::delete_guild_left_before(&test.db, &guild, at(11), at(50)).await.unwrap();
        assert_eq!(deleted.unwrap().rows("guilds"), 1);
        let left = slimy_store::guilds::find(&test.db, &back.row.id).await.unwrap();
        assert_eq!(left.map(|guild| guild.discord_id).as_deref(), Some("22"));
    }
}

#[test]
fn every_kind_is_listed_once_and_found_by_its_table() {
    let mut all = Holding::ALL.to_vec();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), Holding::ALL.len());
    for table in Holding::ALL.iter().flat_map(|one| one.tables()) {
        assert!(Holding::of_table(table).is_some());
    }
    assert_eq!(Holding::of_table("club_analyses"), Some(Holding::Analyses));
    assert_eq!(Holding::of_table("nothing"), None);
}
