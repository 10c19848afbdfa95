//! Statistics of the record: what is counted as it comes in is what stands there.

use std::collections::BTreeMap;

use slimy_store::audit::{self, AuditStats, Count, NewAuditEntry, StatsFilter};
use slimy_store::testing::TestDb;
use slimy_store::{Id, StoreError, Timestamp, on_both_engines};

use crate::support::{Dice, at, count, is_invalid, new_user, person_in_guild, raw};

const DAY: i64 = 86_400;

/// Midnight before the fixed moment, so that `at(START + …)` counts from a day's beginning.
const START: i64 = -36_000;

/// Entries over five days, with one at each edge of each day.
fn entries(users: &[Option<Id>], guilds: &[Option<Id>]) -> Vec<NewAuditEntry> {
    let dice = Dice::new(11);
    let edges = (0..5).flat_map(|day| [START + day * DAY, START + (day + 1) * DAY - 1]);
    let between: Vec<i64> = (0..300).map(|_| START + dice.below(5 * DAY)).collect();
    let entry = |second: i64| NewAuditEntry {
        user_id: dice.pick(users),
        guild_id: dice.pick(guilds),
        success: !dice.of(5),
        ..NewAuditEntry::new(
            dice.pick(&["a.b", "a.c", "d", "é.f"]),
            dice.pick(&["command", "user"]),
            "x",
            at(second),
        )
    };
    edges.chain(between).map(entry).collect()
}

fn counted<K: Ord + Clone>(
    entries: &[&NewAuditEntry],
    key: impl Fn(&NewAuditEntry) -> K,
) -> Vec<Count<K>> {
    let mut counts: BTreeMap<K, (u64, u64)> = BTreeMap::new();
    for entry in entries {
        let (total, failed) = counts.entry(key(entry)).or_default();
        *total += 1;
        *failed += u64::from(!entry.success);
    }
    counts
        .into_iter()
        .map(|(key, (total, failed))| Count { key, total, failed })
        .collect()
}

fn by_number<K: Ord>(mut counts: Vec<Count<K>>) -> Vec<Count<K>> {
    counts.sort_by(|a, b| b.total.cmp(&a.total).then_with(|| a.key.cmp(&b.key)));
    counts
}

/// The same by hand.
fn recount(entries: &[NewAuditEntry], filter: &StatsFilter) -> AuditStats {
    fn same<T: PartialEq>(wanted: Option<&T>, got: Option<&T>) -> bool {
        wanted.is_none() || wanted == got
    }
    let fits = |entry: &&NewAuditEntry| {
        same(filter.guild_id.as_ref(), entry.guild_id.as_ref())
            && same(filter.user_id.as_ref(), entry.user_id.as_ref())
            && same(filter.action.as_ref(), Some(&entry.action))
            && same(filter.resource_type.as_ref(), Some(&entry.resource_type))
            && entry.timestamp >= filter.from
            && entry.timestamp < filter.until
    };
    let entries: Vec<_> = entries.iter().filter(fits).collect();
    let day = |entry: &NewAuditEntry| {
        let micros = entry.timestamp.micros();
        Timestamp::from_micros(micros - micros.rem_euclid(DAY * 1_000_000)).unwrap()
    };
    let failed = entries.iter().filter(|entry| !entry.success).count() as u64;
    let total = entries.len() as u64;
    AuditStats {
        total,
        failed,
        #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
        success_rate: (total > 0).then(|| (total - failed) as f64 / total as f64),
        by_action: by_number(counted(&entries, |entry| entry.action.clone())),
        by_resource_type: by_number(counted(&entries, |entry| entry.resource_type.clone())),
        by_user: by_number(counted(&entries, |entry| entry.user_id.clone())),
        by_day: counted(&entries, day),
    }
}

async fn people(test: &TestDb) -> (Vec<Option<Id>>, Vec<Option<Id>>) {
    let (user, guild) = person_in_guild(&test.db).await;
    let other = slimy_store::users::upsert(&test.db, new_user("12"), at(0))
        .await
        .unwrap()
        .row
        .id;
    let guilds = vec![None, Some(guild), Some("a guild that is gone".into())];
    (vec![None, Some(user), Some(other)], guilds)
}

async fn all(test: &TestDb) -> AuditStats {
    let filter = StatsFilter::between(at(START - DAY), at(START + 100 * DAY));
    audit::stats(&test.db, &filter).await.unwrap()
}

on_both_engines! {
    async fn what_is_counted_is_what_a_recount_finds(test: TestDb) {
        let (users, guilds) = people(&test).await;
        let entries = entries(&users, &guilds);
        audit::create_many(&test.db, &entries).await.unwrap();
        let dice = Dice::new(5);
        let mut ranges = vec![
            (0, 5 * DAY), (DAY, 2 * DAY), (DAY, DAY), (DAY - 1, DAY + 1), (DAY + 5, DAY + 5),
            (100, DAY - 100), (0, DAY - 1), (1, DAY), (DAY - 1, 3 * DAY), (DAY, 3 * DAY + 1),
            (-366 * DAY + 5, 5),
        ];
        for _ in 0..6 {
            let from = dice.below(5 * DAY);
            ranges.push((from, from + dice.below(5 * DAY)));
        }
        let guild = guilds[1].clone();
        for (from, until) in ranges {
            let filter = StatsFilter::between(at(START + from), at(START + until));
            let action = Some("a.b".to_owned());
            let kind = Some("user".to_owned());
            for filter in [
                filter.clone(),
                StatsFilter { guild_id: guild.clone(), ..filter.clone() },
                StatsFilter { guild_id: guilds[2].clone(), ..filter.clone() },
                StatsFilter { user_id: users[1].clone(), ..filter.clone() },
                StatsFilter { action: action.clone(), ..filter.clone() },
                StatsFilter { resource_type: kind.clone(), ..filter.clone() },
                StatsFilter { guild_id: guild.clone(), action, ..filter.clone() },
                StatsFilter { guild_id: guild.clone(), resource_type: kind, ..filter.clone() },
                StatsFilter { guild_id: guild.clone(), user_id: users[2].clone(), ..filter },
            ] {
                let stats = audit::stats(&test.db, &filter).await.unwrap();
                assert_eq!(stats, recount(&entries, &filter), "{filter:?}");
            }
        }
    }

    async fn an_entry_that_stands_there_already_is_not_counted_again(test: TestDb) {
        let entry = NewAuditEntry::new("a.b", "t", "1", at(1));
        let other = NewAuditEntry::new("a.b", "t", "2", at(1));
        audit::create(&test.db, &entry).await.unwrap();
        audit::create_many(&test.db, &[entry.clone(), other, entry]).await.unwrap();
        let stats = all(&test).await;
        assert_eq!((stats.total, stats.by_action[0].total, stats.by_user[0].total), (2, 2, 2));
    }

    async fn what_is_undone_is_not_counted(test: TestDb) {
        let mut tx = test.db.begin().await.unwrap();
        audit::create(&mut tx, &NewAuditEntry::new("a.b", "t", "1", at(1))).await.unwrap();
        tx.rollback().await.unwrap();
        assert_eq!(all(&test).await, AuditStats::default());
    }

    async fn writers_at_once_count_every_entry_once(test: TestDb) {
        let (users, guilds) = people(&test).await;
        let mut writers = Vec::new();
        for _ in 0..4 {
            let db = test.open_again().await;
            let entries = entries(&users, &guilds);
            writers.push(tokio::spawn(async move {
                for some in entries.chunks(20) {
                    let mut tx = db.begin().await.unwrap();
                    // Two statements in a transaction, in another order each.
                    let (one, two) = some.split_at(7);
                    audit::create_many(&mut tx, two).await.unwrap();
                    audit::create_many(&mut tx, one).await.unwrap();
                    tx.commit().await.unwrap();
                }
            }));
        }
        for writer in writers {
            writer.await.unwrap();
        }
        let stats = all(&test).await;
        assert_eq!(stats.total, 4 * 310);
        assert_eq!(stats.by_day.iter().map(|day| day.total).sum::<u64>(), stats.total);
        assert_eq!(stats.by_user.iter().map(|user| user.total).sum::<u64>(), stats.total);
        let filter = StatsFilter { action: Some("d".to_owned()), ..StatsFilter::between(at(START), at(START + 5 * DAY)) };
        let from_entries = audit::stats(&test.db, &filter).await.unwrap();
        let from_counts = stats.by_action.iter().find(|count| count.key == "d").unwrap();
        assert_eq!((from_entries.total, from_entries.failed), (from_counts.total, from_counts.failed));
    }

    async fn a_list_of_names_holds_the_most_frequent(test: TestDb) {
        let mut entries = Vec::new();
        for n in 0..130 {
            let action = format!("a{n:03}");
            let copies = if n == 129 { 2 } else { 1 };
            entries.extend((0..copies).map(|_| NewAuditEntry::new(action.clone(), "t", "1", at(n))));
        }
        audit::create_many(&test.db, &entries).await.unwrap();
        let stats = all(&test).await;
        let names: Vec<_> = stats.by_action.iter().map(|count| count.key.clone()).collect();
        let wanted = std::iter::once(129).chain(0..99).map(|n| format!("a{n:03}"));
        assert_eq!(names, wanted.collect::<Vec<_>>());
        assert_eq!(stats.total, 131);
    }

    async fn a_time_range_has_a_year_at_most_and_ends_after_it_begins(test: TestDb) {
        let year = StatsFilter::between(at(7), at(7 + 366 * DAY));
        audit::stats(&test.db, &year).await.unwrap();
        let longer = StatsFilter::between(at(7), at(8 + 366 * DAY));
        let refused = audit::stats(&test.db, &longer).await;
        assert!(
            matches!(refused, Err(StoreError::Limit { limit: "days of a time range", most: 366, got: 367 })),
            "{refused:?}"
        );
        assert!(is_invalid(&audit::stats(&test.db, &StatsFilter::between(at(2), at(1))).await));
    }

    async fn counts_can_be_neither_lowered_nor_deleted(test: TestDb) {
        audit::create(&test.db, &NewAuditEntry::new("a.b", "t", "1", at(1))).await.unwrap();
        for statement in [
            "UPDATE audit_daily_actions SET total = 0",
            "UPDATE audit_daily_actions SET action = 'x'",
            "UPDATE audit_daily_users SET day = 1",
            "UPDATE audit_daily_users SET user_id = 'x'",
            "DELETE FROM audit_daily_actions",
            "DELETE FROM audit_daily_users",
            "INSERT INTO audit_daily_users (guild_id, day, user_id, slot, total, failed)
             VALUES ('*', 1, 'x', 0, 1, 2)",
        ] {
            raw(&test, &[statement.to_owned()]).await.unwrap_err();
        }
        assert_eq!(count(&test, "SELECT count(*) FROM audit_daily_actions").await, 1);
    }
}

/// What stood there before the counts did is counted when they come.
async fn a_migration_counts_what_is_there(test: TestDb) {
    test.migrate_to(1).await;
    let (user, guild) = (Id::from("u"), Id::from("g"));
    let statements = [(0, "'u'", "'g'"), (1, "'u'", "NULL"), (DAY, "NULL", "'g'"), (-DAY, "NULL", "NULL")]
        .map(|(second, user, guild)| {
            let micros = at(START + second).micros();
            let (user_row, moment) = match test.engine() {
                slimy_store::Engine::Sqlite => ("0, 0".to_owned(), micros.to_string()),
                slimy_store::Engine::Postgres => {
                    ("now(), now()".to_owned(), format!("to_timestamp({micros} / 1000000)"))
                }
            };
            format!(
                "INSERT INTO users (id, discord_id, created_at, updated_at) VALUES ('u', '1', {user_row})
                     ON CONFLICT (id) DO NOTHING;
                 INSERT INTO audit_logs
                     (id, user_id, guild_id, action, resource_type, resource_id, success, \"timestamp\")
                 VALUES ('{micros}', {user}, {guild}, 'a.b', 't', '1', ({second} = 0), {moment})"
            )
        });
    raw(&test, &statements).await.unwrap();
    test.db.migrate().await.unwrap();
    audit::create(&test.db, &NewAuditEntry::new("a.b", "t", "1", at(START)))
        .await
        .unwrap();

    let stats = all(&test).await;
    assert_eq!((stats.total, stats.failed), (5, 3));
    let days: Vec<_> = stats
        .by_day
        .iter()
        .map(|day| (day.key, day.total, day.failed))
        .collect();
    assert_eq!(
        days,
        [
            (at(START - DAY), 1, 1),
            (at(START), 3, 1),
            (at(START + DAY), 1, 1)
        ]
    );
    let person = |key, total, failed| Count { key, total, failed };
    assert_eq!(
        stats.by_user,
        [person(None, 3, 2), person(Some(user), 2, 1)]
    );
    let filter = StatsFilter {
        guild_id: Some(guild),
        ..StatsFilter::between(at(START - DAY), at(START + 3 * DAY))
    };
    assert_eq!(audit::stats(&test.db, &filter).await.unwrap().total, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_migration_counts_what_is_there_on_sqlite() {
    a_migration_counts_what_is_there(slimy_store::testing::empty_sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_migration_counts_what_is_there_on_postgres() {
    a_migration_counts_what_is_there(slimy_store::testing::empty_postgres().await).await;
}

/// Whoever counts the same things in a transaction that stays open holds up nobody.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_writer_waits_for_no_other_ones_counts() {
    let test = slimy_store::testing::postgres().await;
    let entry = |n: &str| NewAuditEntry::new("a.b", "t", n, at(1));
    let mut held = test.db.begin().await.unwrap();
    audit::create(&mut held, &entry("1")).await.unwrap();
    let mut second = test.db.begin().await.unwrap();
    audit::create(&mut second, &entry("2")).await.unwrap();
    audit::create(&test.db, &entry("3")).await.unwrap();
    assert_eq!(all(&test).await.total, 1);
    audit::create(&mut held, &entry("4")).await.unwrap();
    held.commit().await.unwrap();
    second.commit().await.unwrap();
    assert_eq!(all(&test).await.total, 4);
}
