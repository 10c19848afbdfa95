//! Databases on the tests' server, each a copy of one that was migrated once.

use std::str::FromStr;

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};

use crate::{Db, DbOptions, Id, engine};

const MISSING: &str =
    "SLIMY_TEST_POSTGRES names no PostgreSQL for the tests: `cargo xtask test` starts one";

/// Any number, the same in all processes: who makes the template holds this lock.
const LOCK: i64 = 0x736c_696d_7900;

/// A database that is dropped with this value.
#[derive(Debug)]
pub(super) struct Database {
    server: PgConnectOptions,
    name: String,
}

impl Database {
    /// One with our schema and no rows.
    pub(super) async fn migrated() -> Self {
        let server = server();
        let mut admin = connect(&server).await;
        let template = template(&server, &mut admin).await;
        Self::create(server, admin, &format!("TEMPLATE {template}")).await
    }

    /// One without any table.
    pub(super) async fn empty() -> Self {
        let server = server();
        let admin = connect(&server).await;
        Self::create(server, admin, "").await
    }

    async fn create(server: PgConnectOptions, mut admin: PgConnection, how: &str) -> Self {
        let name = format!("slimy_test_{}", Id::new());
        // The name is our own letters and digits; a name cannot be a parameter.
        let create = AssertSqlSafe(format!("CREATE DATABASE {name} {how}"));
        admin
            .execute(create)
            .await
            .expect("the tests' role may create databases");
        admin.close().await.expect("the connection closes");
        Self { server, name }
    }

    /// What `DATABASE_URL` must be.
    pub(super) fn url(&self) -> String {
        url(&self.server, &self.name)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let server = self.server.clone();
        let drop = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        // Not async here, and a runtime cannot wait inside another: a thread can.
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            let Ok(runtime) = runtime else { return };
            runtime.block_on(async {
                // What cannot be dropped goes with the server, which is a private one.
                if let Ok(mut admin) = server.connect().await {
                    let _ = admin.execute(AssertSqlSafe(drop)).await;
                    let _ = admin.close().await;
                }
            });
        });
        let _ = thread.join();
    }
}

/// Not a setting of the program, so it is not in its configuration.
fn server() -> PgConnectOptions {
    let url = std::env::var_os("SLIMY_TEST_POSTGRES").expect(MISSING);
    let url = url.to_str().expect("SLIMY_TEST_POSTGRES is text");
    PgConnectOptions::from_str(url).expect("SLIMY_TEST_POSTGRES is a PostgreSQL URL")
}

async fn connect(server: &PgConnectOptions) -> PgConnection {
    server.connect().await.expect(MISSING)
}

/// The name of a database with our schema, which the first process that asks makes.
/// It gets its name last, so that nobody copies one that is half made.
async fn template(server: &PgConnectOptions, admin: &mut PgConnection) -> String {
    let name = format!("slimy_template_{}", engine::postgres_fingerprint());
    lock(admin, "SELECT pg_advisory_lock($1)").await;
    let exists = "SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = $1)";
    let exists: bool = sqlx::query_scalar(exists)
        .bind(&name)
        .fetch_one(&mut *admin)
        .await
        .expect("the server lists its databases");
    if !exists {
        let raw = format!("slimy_raw_{}", Id::new());
        let create = AssertSqlSafe(format!("CREATE DATABASE {raw}"));
        admin
            .execute(create)
            .await
            .expect("the tests' role may create databases");
        let db = Db::connect(&url(server, &raw), DbOptions::default()).await;
        let db = db.expect("the template opens");
        db.migrate()
            .await
            .expect("the migrations apply to PostgreSQL");
        db.close().await;
        let rename = AssertSqlSafe(format!("ALTER DATABASE {raw} RENAME TO {name}"));
        admin
            .execute(rename)
            .await
            .expect("the template is renamed");
    }
    lock(admin, "SELECT pg_advisory_unlock($1)").await;
    name
}

async fn lock(admin: &mut PgConnection, statement: &'static str) {
    let done = sqlx::query(statement).bind(LOCK).execute(admin).await;
    done.expect("the template's lock");
}

fn url(server: &PgConnectOptions, name: &str) -> String {
    server.clone().database(name).to_url_lossy().to_string()
}
