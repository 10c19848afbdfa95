//! An empty database on either engine, with all that the rules need round it.

use std::{path::PathBuf, sync::Arc};

use private_servers::{Postgres, PostgresOptions};
use slimy_domain::{
    Services, attachment::Fetcher, club::ReadingRoom, guild, identity::Identities, rates::Rates,
    rights::Hosts,
};
use slimy_store::{Cache, Db, DbOptions, Recorder, SystemClock};
use tempfile::TempDir;

/// A database with its services. It goes away with this value.
pub(crate) struct Database {
    pub(crate) services: Arc<Services>,
    _server: Option<Postgres>,
    _home: TempDir,
}

/// One on SQLite and one on a PostgreSQL whose commits are durable.
pub(crate) async fn both() -> [Database; 2] {
    let home = TempDir::new().expect("a temporary directory");
    let file = home.path().join("slimy.db");
    let sqlite = open(&format!("sqlite://{}", file.display()), None, home).await;

    let server = Postgres::start(PostgresOptions { durable: true });
    let server = server.expect("PostgreSQL starts");
    let url = server.url().to_owned();
    let home = TempDir::new().expect("a temporary directory");
    [sqlite, open(&url, Some(server), home).await]
}

async fn open(url: &str, server: Option<Postgres>, home: TempDir) -> Database {
    let db = Db::connect(url, DbOptions::default()).await;
    let db = db.expect("the database opens");
    db.migrate().await.expect("the migrations apply");
    let journal: PathBuf = home.path().join("journal");
    let client = Fetcher::client().expect("the HTTP client is made");
    let services = Services {
        recorder: Recorder::start(db.clone(), &journal).expect("the journal is made"),
        db,
        cache: Cache::in_process(),
        clock: Arc::new(SystemClock),
        fetcher: Fetcher::new(client, Vec::new(), None),
        reading: ReadingRoom::new(1),
        vision: None,
        chat: None,
        identities: Identities::default(),
        guilds: guild::Turn::default(),
        hosts: Hosts::default(),
        rates: Rates::default(),
        exports: slimy_domain::privacy::Turns::default(),
    };
    Database {
        services: Arc::new(services),
        _server: server,
        _home: home,
    }
}

impl Database {
    /// Closes it in order.
    pub(crate) async fn close(self) {
        assert_eq!(
            self.services.recorder.journalled(),
            0,
            "the database was there all along"
        );
        self.services.recorder.close().await;
        self.services.db.close().await;
    }
}
