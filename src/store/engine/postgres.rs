//! Opening connections to a PostgreSQL server.

use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions, Connection as _};

use super::{DbOptions, Pools, Target, errors};
use crate::StoreError;

/// A connection that has rested this long may have died meanwhile.
const RESTED: Duration = Duration::from_secs(1);

/// A pool of connections, each with our limits set on the server's side. The first
/// is opened at once, so that a wrong URL is found at the start.
pub(super) async fn connect(url: &str, options: &DbOptions) -> Result<(Pools, Target), StoreError> {
    let server = PgConnectOptions::from_str(url)
        .map_err(|_| StoreError::invalid("the PostgreSQL URL cannot be read: postgres://user:password@host/database is accepted"))?
        .application_name(&options.application_name)
        .disable_statement_logging();
    let millis = options.statement_timeout.as_millis();
    let limited = server.clone().options([
        ("statement_timeout", format!("{millis}ms")),
        // A transaction that was forgotten must not hold its locks for ever.
        ("idle_in_transaction_session_timeout", "60s".to_owned()),
        // A person sees success only after the entry is on disk, whatever the
        // server's own default is.
        ("synchronous_commit", "on".to_owned()),
        // Compiling a statement takes longer than any of ours runs; and statistics of all
        // guilds group some 50,000 people, which the default of 4 MB would put on disk.
        ("jit", "off".to_owned()),
        ("work_mem", "16MB".to_owned()),
    ]);
    let pool = PgPoolOptions::new()
        .max_connections(options.max_connections.max(1))
        .acquire_timeout(options.acquire_timeout)
        // A connection that rests is asked whether it still lives, but not at each turn: when it
        // was given back, it was asked as well.
        .test_before_acquire(false)
        .before_acquire(|connection, at| {
            Box::pin(async move {
                let lives = at.idle_for < RESTED || connection.ping().await.is_ok();
                Ok(lives)
            })
        })
        .connect_with(limited)
        .await
        .map_err(|error| errors::connecting(&error))?;
    Ok((Pools::Postgres(pool), Target::Postgres(Box::new(server))))
}
