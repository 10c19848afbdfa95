//! The two databases that are measured: given, or private ones.

use std::{
    env,
    io::{IsTerminal as _, stderr},
    path::PathBuf,
    time::Instant,
};

use bench_seed::{Amounts, Progress, create_database, seed};
use private_servers::{Postgres, PostgresOptions};
use slimy_store::{Db, DbOptions, health};
use tempfile::TempDir;

const FULL: Amounts = Amounts {
    audit: 10_000_000,
    messages: 1_000_000,
    analyses: 100_000,
};

const SMALL: Amounts = Amounts {
    audit: 200_000,
    messages: 60_000,
    analyses: 10_000,
};

/// What a host with a few GB of memory gives it.
const SETTINGS: &[&str] = &[
    "shared_buffers=1GB",
    "effective_cache_size=4GB",
    "work_mem=16MB",
    "max_wal_size=4GB",
    "checkpoint_timeout=15min",
    "random_page_cost=1.1",
];

/// Open, seeded databases, and where further ones can be made.
pub(crate) struct Databases {
    sqlite: Db,
    postgres: Db,
    server: Postgres,
    home: TempDir,
}

/// Takes the ones that the environment names, and seeds those that it does not.
pub(crate) async fn prepare(full: bool) -> Databases {
    let amounts = if full { FULL } else { SMALL };
    let home = TempDir::new().expect("a temporary directory");
    // Migrating is measured on it even when the data is elsewhere.
    let server = Postgres::start_with(PostgresOptions { durable: true }, SETTINGS);
    let server = server.expect("PostgreSQL starts");
    let sqlite = if let Some(url) = named("SLIMY_BENCH_SQLITE") {
        url
    } else {
        let file = home.path().join("seeded.db");
        seeded(format!("sqlite://{}", file.display()), amounts).await
    };
    let postgres = if let Some(url) = named("SLIMY_BENCH_POSTGRES") {
        url
    } else {
        let empty = create_database(server.url(), "seeded").await;
        seeded(empty.expect("a database is made"), amounts).await
    };
    Databases {
        sqlite: open(&sqlite).await,
        postgres: open(&postgres).await,
        server,
        home,
    }
}

impl Databases {
    pub(crate) fn all(&self) -> [&Db; 2] {
        [&self.sqlite, &self.postgres]
    }

    /// A server that durably keeps what is committed.
    pub(crate) fn server(&self) -> &Postgres {
        &self.server
    }

    /// A file that is not there yet.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub(crate) async fn close(&self) {
        for db in self.all() {
            db.close().await;
        }
    }
}

/// Not a setting of the program, so it is not in its configuration.
fn named(variable: &str) -> Option<String> {
    let url = env::var_os(variable)?;
    Some(url.into_string().expect("a database URL is text"))
}

async fn seeded(url: String, amounts: Amounts) -> String {
    let db = open(&url).await;
    db.migrate().await.expect("the migrations apply");
    println!(
        "{} is seeded: {} audit entries, {} messages, {} analyses",
        db.engine(),
        amounts.audit,
        amounts.messages,
        amounts.analyses
    );
    db.close().await;
    let started = Instant::now();
    let done = seed(&url, amounts, &mut Steps).await;
    done.expect("the database is filled");
    println!("in {:.1} s", started.elapsed().as_secs_f64());
    url
}

pub(crate) async fn open(url: &str) -> Db {
    let db = Db::connect(url, DbOptions::default()).await;
    db.expect("the database opens")
}

/// How large it is, for the table's heading.
pub(crate) async fn described(db: &Db) -> String {
    let health = health::check(db).await.expect("the database answers");
    let megabytes = health.bytes / 1_000_000;
    format!(
        "version {}, schema {}, {megabytes} MB",
        health.version, health.migration
    )
}

/// Says on a terminal which step it is at.
struct Steps;

impl Progress for Steps {
    fn begin(&mut self, what: &str, _: u64) {
        if stderr().is_terminal() {
            eprintln!("  {what}");
        }
    }

    fn advance(&mut self, _: u64) {}
}
