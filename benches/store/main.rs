//! What the store's lists, searches, statistics and a long conversation take on a year of a
//! busy bot's data, on either engine.
//!
//! `cargo bench --bench store` seeds small private databases and says so; with `-- --full`
//! they have the size that the bars are meant for, which takes some minutes more. Where
//! `SLIMY_BENCH_SQLITE` or `SLIMY_BENCH_POSTGRES` names a database that `cargo xtask
//! seed-bench` has filled, that one is measured instead. A missed bar is printed and no
//! failure: machines differ and are busy.

mod databases;
mod lists;
mod measure;
mod migrating;
mod report;
mod searches;
mod statistics;
mod talking;
mod verifying;

use report::Report;

#[tokio::main(worker_threads = 2)]
async fn main() {
    // `cargo test --all-targets` runs benches, too, and wants no figures from a debug build.
    let arguments: Vec<String> = std::env::args().collect();
    if !arguments.iter().any(|argument| argument == "--bench") {
        return println!("The store is measured by `cargo bench` only.");
    }
    let full = arguments.iter().any(|argument| argument == "--full");
    let databases = databases::prepare(full).await;
    for db in databases.all() {
        println!("\n{}: {}", db.engine(), databases::described(db).await);
        let mut report = Report::new();
        lists::measure(db, &mut report).await;
        searches::measure(db, &mut report).await;
        statistics::measure(db, &mut report).await;
        talking::measure(db, &mut report).await;
        verifying::measure(db, &mut report).await;
        migrating::measure(&databases, db.engine(), &mut report).await;
        println!("{report}");
    }
    databases.close().await;
}
