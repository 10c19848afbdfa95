//! Bringing an empty database up to date.

use std::time::{Duration, Instant};

use bench_seed::create_database;
use slimy_store::Engine;

use crate::{
    databases::{Databases, open},
    report::Report,
};

const BAR: Duration = Duration::from_millis(300);
const TIMES: usize = 20;

/// Measures it on fresh databases, without making them.
pub(crate) async fn measure(databases: &Databases, engine: Engine, report: &mut Report) {
    let mut times = Vec::with_capacity(TIMES);
    for number in 0..TIMES {
        let name = format!("empty_{number}");
        let url = match engine {
            Engine::Sqlite => format!("sqlite://{}", databases.file(&name).display()),
            Engine::Postgres => create_database(databases.server().url(), &name)
                .await
                .expect("a database is made"),
        };
        let db = open(&url).await;
        let start = Instant::now();
        db.migrate().await.expect("the migrations apply");
        times.push(start.elapsed());
        db.close().await;
    }
    report.times("migrating an empty database", Some(BAR), Ok(times));
}
