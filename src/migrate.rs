//! `slimy migrate`, and the connection that every command with a database uses.

use std::{fs, io::ErrorKind, path::Path};

use anyhow::{Context as _, anyhow};
use secrecy::ExposeSecret as _;
use slimy_store::{Db, DbOptions, Engine, MigrationInfo, StoreError, first_migrations};

use crate::{Misuse, cli::Look, config};

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
        StoreError::Unavailable(why) => anyhow!(
            "the database that DATABASE_URL names cannot be reached: {why}; start it, or set DATABASE_URL to another one"
        ),
        error => anyhow::Error::new(error).context("the database cannot be opened"),
    })
}

/// The same for what only looks: where there is no database, none is made.
pub(crate) async fn connect_to_existing(settings: &config::Database) -> anyhow::Result<Db> {
    match missing(settings) {
        Some(missing) => Err(missing.into()),
        None => connect(settings).await,
    }
}

/// The same where a schema has to be there, too.
pub(crate) async fn connect_to_migrated(settings: &config::Database) -> anyhow::Result<Db> {
    let db = connect_to_existing(settings).await?;
    // One of a newer program, or in part, is for whoever looks to name.
    if db
        .migration_status()
        .await
        .is_ok_and(|status| status.version() == 0)
    {
        db.close().await;
        let fault = "the database that DATABASE_URL names has no tables of Slimy's; accepted: one that slimy migrate or slimy run has made them in";
        return Err(Misuse(fault.to_owned()).into());
    }
    Ok(db)
}

/// Why there is nothing to look at, of a SQLite file that is not there or has nothing in it.
fn missing(settings: &config::Database) -> Option<Misuse> {
    let file = Db::file_of(settings.url.expose_secret())?;
    let why = match fs::metadata(&file) {
        Err(error) if error.kind() == ErrorKind::NotFound => "there is no database at",
        Ok(found) if found.is_file() && found.len() == 0 => "there is nothing in the file",
        _ => return None,
    };
    Some(none_at(why, &file))
}

fn none_at(why: &str, file: &Path) -> Misuse {
    Misuse(format!(
        "{why} {}; accepted: a DATABASE_URL of one that is there (slimy migrate or slimy run makes it)",
        file.display()
    ))
}

/// Brings the schema up to date, or only prints what the database has and needs.
pub(crate) async fn migrate(settings: &config::Database, look: Option<Look>) -> anyhow::Result<()> {
    if look == Some(Look::DryRun) && missing(settings).is_some() {
        print("pending", &first_migrations(Engine::Sqlite));
        return Ok(());
    }
    if look.is_some() {
        let db = connect_to_existing(settings).await?;
        let status = db.migration_status().await;
        db.close().await;
        let status = status.context("the schema does not fit this program")?;
        print("applied", &status.applied);
        print("pending", &status.pending);
        return Ok(());
    }
    let db = connect(settings).await?;
    let applied = db.migrate().await;
    db.close().await;
    let applied = applied.context("the schema cannot be brought up to date")?;
    print("applied", &applied);
    if applied.is_empty() {
        println!("nothing to do: the schema is up to date");
    }
    Ok(())
}

fn print(state: &str, steps: &[MigrationInfo]) {
    for step in steps {
        println!("{state}  {:04} {}", step.version, step.description);
    }
}
