//! `slimy migrate`, and the connection that every command with a database uses.

use anyhow::Context as _;
use secrecy::ExposeSecret as _;
use slimy_store::{Db, DbOptions, StoreError};

use crate::{Misuse, config};

/// Connects as the settings say.
pub(crate) async fn connect(settings: &config::Database) -> anyhow::Result<Db> {
    let options = DbOptions {
        max_connections: settings.max_connections,
        acquire_timeout: settings.acquire_timeout,
        statement_timeout: settings.statement_timeout,
        slow_query: settings.slow_query,
        ..DbOptions::default()
    };
    let url = settings.url.expose_secret();
    let db = Db::connect(url, options).await;
    db.map_err(|error| match error {
        StoreError::Invalid { what } => {
            let accepted = "sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME";
            Misuse(format!(
                "DATABASE_URL cannot be used: {what}; accepted: {accepted}"
            ))
            .into()
        }
        StoreError::Unavailable(_) if url.starts_with("sqlite:") => {
            let fault = "DATABASE_URL names what cannot be opened as a SQLite database";
            Misuse(format!(
                "{fault}; accepted: the path of a SQLite file, or of one to be made"
            ))
            .into()
        }
        error => anyhow::Error::new(error).context("the database cannot be opened"),
    })
}

/// Brings the schema up to date, or (`only_look`) prints each migration with its state.
pub(crate) async fn migrate(settings: &config::Database, only_look: bool) -> anyhow::Result<()> {
    let db = connect(settings).await?;
    if only_look {
        let status = db.migration_status().await?;
        for migration in &status.applied {
            println!(
                "applied  {:04} {}",
                migration.version, migration.description
            );
        }
        for migration in &status.pending {
            println!(
                "pending  {:04} {}",
                migration.version, migration.description
            );
        }
    } else {
        let applied = db
            .migrate()
            .await
            .context("the schema cannot be brought up to date")?;
        for migration in &applied {
            println!(
                "applied  {:04} {}",
                migration.version, migration.description
            );
        }
        if applied.is_empty() {
            println!("nothing to do: the schema is up to date");
        }
    }
    db.close().await;
    Ok(())
}
