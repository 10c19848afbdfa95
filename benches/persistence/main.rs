//! What it takes to write down one interaction of somebody who has not changed: nothing for who
//! they are, and one audit entry that is on disk before they see an answer.
//!
//! `cargo bench --bench persistence` measures it on both engines, both with durable commits: many
//! people at once, whose entries share commits, and one person alone. A missed bar is printed and
//! no failure: machines differ and are busy.

mod databases;
mod people;
mod processor;
mod report;

use std::time::Duration;

use databases::Database;
use report::Report;

/// This process's processor time for one interaction.
const PROCESSOR_BAR: Duration = Duration::from_micros(60);
/// Interactions in a second.
const RATE_BAR: f64 = 5_000.0;
/// People who use the bot at once.
const PEOPLE: usize = 256;
/// Interactions of each of them in one round.
const EACH: usize = 100;
const ROUNDS: usize = 9;
/// Interactions of the one person who is alone.
const ALONE: usize = 500;

#[tokio::main(worker_threads = 2)]
async fn main() {
    // `cargo test --all-targets` runs benches, too, and wants no figures from a debug build.
    if !std::env::args().any(|argument| argument == "--bench") {
        return println!("The persistence is measured by `cargo bench` only.");
    }
    let mut report = Report::new();
    for database in databases::both().await {
        measure(&database, &mut report).await;
        database.close().await;
    }
    println!("{report}");
}

async fn measure(database: &Database, report: &mut Report) {
    let engine = database.services.db.engine();
    let people = people::arrive(&database.services, PEOPLE).await;
    // Connections are opened and statements prepared.
    people::all_use_it(&database.services, &people, EACH).await;

    let (mut rates, mut processor) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let used = processor::used();
        let took = people::all_use_it(&database.services, &people, EACH).await;
        let interactions = f64::from(u32::try_from(PEOPLE * EACH).unwrap_or(u32::MAX));
        rates.push(interactions / took.as_secs_f64());
        processor.push(processor::used().saturating_sub(used).div_f64(interactions));
    }
    // The bar is about PostgreSQL; SQLite's own work is this process's.
    let is_server = engine == slimy_store::Engine::Postgres;
    let bar = is_server.then_some(PROCESSOR_BAR);
    let what = format!("{engine}: processor time, {PEOPLE} people at once");
    report.times(&what, bar, &processor);
    let what = format!("{engine}: interactions, {PEOPLE} people at once");
    report.rates(&what, is_server.then_some(RATE_BAR), &rates);

    let mut alone = Vec::new();
    for _ in 0..ALONE {
        alone.push(people::all_use_it(&database.services, &people[..1], 1).await);
    }
    let what = format!("{engine}: one person alone, start to disk");
    report.times(&what, None, &alone);
}
