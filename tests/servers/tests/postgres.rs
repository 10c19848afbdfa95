//! A private PostgreSQL starts, keeps its data while it is stopped, and cleans up.

use private_servers::{Postgres, PostgresOptions, Stop};
use sqlx::postgres::PgConnection;
use sqlx::{Connection, Executor};

const DURABLE: PostgresOptions = PostgresOptions { durable: true };

async fn connect(postgres: &Postgres) -> PgConnection {
    PgConnection::connect(postgres.url()).await.unwrap()
}

async fn setting(connection: &mut PgConnection, name: &str) -> String {
    let setting = sqlx::query_scalar("SELECT current_setting($1)").bind(name);
    setting.fetch_one(connection).await.unwrap()
}

#[tokio::test]
async fn what_is_committed_is_there_again_however_the_server_is_stopped() {
    let mut postgres = Postgres::start(DURABLE).unwrap();
    let address = postgres.address();
    let mut connection = connect(&postgres).await;
    connection
        .execute("CREATE TABLE kept (n BIGINT)")
        .await
        .unwrap();
    for (n, how) in [(1_i64, Stop::Fast), (2, Stop::Immediate)] {
        let insert = sqlx::query("INSERT INTO kept (n) VALUES ($1)").bind(n);
        insert.execute(&mut connection).await.unwrap();

        // Somebody is connected meanwhile.
        postgres.stop_server(how).unwrap();
        assert!(connection.ping().await.is_err());
        assert!(PgConnection::connect(postgres.url()).await.is_err());

        postgres.start_server().unwrap();
        assert_eq!(postgres.address(), address);
        connection = connect(&postgres).await;
        let kept = sqlx::query_scalar("SELECT n FROM kept ORDER BY n");
        let kept: Vec<i64> = kept.fetch_all(&mut connection).await.unwrap();
        assert_eq!(kept, (1..=n).collect::<Vec<_>>(), "{how:?}");
    }
}

#[tokio::test]
async fn a_durable_cluster_syncs_and_another_does_not() {
    for (durable, expected) in [(true, "on"), (false, "off")] {
        let postgres = Postgres::start(PostgresOptions { durable }).unwrap();
        let mut connection = connect(&postgres).await;
        for name in [
            "fsync",
            "synchronous_commit",
            "full_page_writes",
            "autovacuum",
        ] {
            let value = setting(&mut connection, name).await;
            assert_eq!(value, expected, "{name}, durable: {durable}");
        }
    }
}

#[tokio::test]
async fn a_setting_of_ones_own_counts() {
    let settings = ["shared_buffers=32MB"];
    let postgres = Postgres::start_with(DURABLE, &settings).unwrap();
    let mut connection = connect(&postgres).await;
    assert_eq!(setting(&mut connection, "shared_buffers").await, "32MB");
}

#[tokio::test]
async fn nobody_gets_in_without_the_password() {
    let postgres = Postgres::start(PostgresOptions::default()).unwrap();
    let guess = format!("postgres://postgres:guess@{}/postgres", postgres.address());
    assert!(PgConnection::connect(&guess).await.is_err());
    assert!(!format!("{postgres:?}").contains("password"));
}

#[test]
fn a_stopped_server_is_not_stopped_and_a_running_one_not_started() {
    let mut postgres = Postgres::start(PostgresOptions::default()).unwrap();
    assert!(postgres.start_server().is_err());
    postgres.stop_server(Stop::Fast).unwrap();
    assert!(postgres.stop_server(Stop::Fast).is_err());
}

#[test]
fn its_directory_goes_with_it_running_or_stopped() {
    for stopped in [false, true] {
        let mut postgres = Postgres::start(PostgresOptions::default()).unwrap();
        let folder = postgres.shared_dir("reports").unwrap();
        let home = folder.parent().unwrap().to_path_buf();
        if stopped {
            postgres.stop_server(Stop::Immediate).unwrap();
        }
        assert!(folder.is_dir());
        drop(postgres);
        assert!(!home.exists());
    }
}
