//! How long the history of a large club takes to read: `cargo xtask test -- -p slimy-store
//! --test store timing -- --ignored --nocapture` prints it.

use std::time::{Duration, Instant};

use slimy_store::Id;
use slimy_store::club::{self, NewAnalysis, Source};
use slimy_store::testing::{TestDb, postgres, sqlite};

use super::{SIM, TOTAL, new_member, of_week};
use crate::support::{Dice, at, person_in_guild};

const MEMBERS: usize = 150;
const WEEKS: usize = 104;

/// The median of some runs of an operation.
macro_rules! median {
    ($run:expr) => {{
        let mut times = Vec::new();
        for _ in 0..21 {
            let start = Instant::now();
            let _ = $run.await.unwrap();
            times.push(start.elapsed());
        }
        times.sort();
        times[10]
    }};
}

async fn measure(test: TestDb) {
    let (user, guild) = &person_in_guild(&test.db).await;
    let dice = Dice::new(7);
    let mut tx = test.db.begin().await.unwrap();
    let mut ids: Vec<Id> = Vec::new();
    for n in 0..MEMBERS {
        let made =
            club::create_member(&mut tx, new_member(guild, &format!("Member {n:03}")), at(0))
                .await
                .unwrap();
        ids.push(made.row.id);
    }
    let weeks: Vec<String> = (0..WEEKS)
        .map(|n| format!("{}-W{:02}", 2025 + n / 52, n % 52 + 1))
        .collect();
    for (n, week) in (0..).zip(&weeks) {
        // Every fourth week was scanned twice.
        for metric in if n % 4 == 0 {
            &[SIM, TOTAL, SIM, TOTAL][..]
        } else {
            &[SIM, TOTAL]
        } {
            let rows: Vec<_> = ids
                .iter()
                .map(|id| (id, Some(1_000_000 + dice.below(1_000_000_000))))
                .collect();
            let new = NewAnalysis {
                guild_id: guild.clone(),
                user_id: user.clone(),
                channel_id: None,
                title: None,
                metric: *metric,
                source: Source::Screenshots,
                saved: of_week(week, *metric, &rows),
            };
            club::create(&mut tx, new, at(n)).await.unwrap();
        }
    }
    for (n, week) in weeks.iter().step_by(2).enumerate() {
        let new = super::corrections::new(guild, &ids[n], (week, SIM), 5, user);
        club::set_correction(&mut tx, new, at(0)).await.unwrap();
    }
    let start = Instant::now();
    club::refresh_members(&mut tx, guild, at(0)).await.unwrap();
    let first_refresh = start.elapsed();
    tx.commit().await.unwrap();
    if test.engine() == slimy_store::Engine::Postgres {
        test.execute("ANALYZE").await;
    }

    let db = &test.db;
    let all = club::current_snapshots(db, guild).await.unwrap();
    assert_eq!(all.len(), 2 * WEEKS);
    let two: Vec<_> = all
        .iter()
        .filter(|one| one.metric == SIM)
        .take(2)
        .cloned()
        .collect();
    let (from, to) = (weeks[0].as_str(), weeks[WEEKS - 1].as_str());
    let say = |what: &str, took: Duration| println!("{} {what}: {took:?}", test.engine());
    say(
        "current_snapshots",
        median!(club::current_snapshots(db, guild)),
    );
    say(
        "values of two weeks",
        median!(club::values(db, guild, &two)),
    );
    say(
        "member_values",
        median!(club::member_values(db, guild, &ids[3])),
    );
    say("totals", median!(club::totals(db, guild, SIM)));
    say(
        "history of all weeks",
        median!(club::history(db, guild, SIM, from, to)),
    );
    say(
        "whole_history",
        median!(club::whole_history(db, guild, SIM)),
    );
    say(
        "latest_snapshot",
        median!(club::latest_snapshot(db, guild, SIM)),
    );
    say("list_members", median!(club::list_members(db, guild)));
    say("newest_change", median!(club::newest_change(db, guild)));
    let mut tx = db.begin().await.unwrap();
    say("refresh_members of all", first_refresh);
    say(
        "refresh_members",
        median!(club::refresh_members(&mut tx, guild, at(0))),
    );
    tx.rollback().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "it measures, and holds nothing against a limit"]
async fn how_long_a_large_club_takes_on_sqlite() {
    measure(sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "it measures, and holds nothing against a limit"]
async fn how_long_a_large_club_takes_on_postgres() {
    measure(postgres().await).await;
}
