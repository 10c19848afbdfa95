//! Databases on a PostgreSQL server, for benches.

use std::str::FromStr;

use anyhow::Result;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};

/// Makes an empty database on the server that `url` names as somebody who may, and
/// returns how to connect to it. The name is plain letters, digits and `_`.
pub async fn create_database(url: &str, name: &str) -> Result<String> {
    let server = PgConnectOptions::from_str(url)?;
    let mut admin = server.connect().await?;
    let create = AssertSqlSafe(format!("CREATE DATABASE \"{name}\""));
    admin.execute(create).await?;
    admin.close().await?;
    Ok(server.database(name).to_url_lossy().to_string())
}
