//! A server ends with the process that wanted it, even when that is killed.
//!
//! The parent is this test program once more, asked by an environment variable.

use std::env;
use std::io::{BufRead, BufReader, Write, stdin, stdout};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use private_servers::{Postgres, PostgresOptions, Redis, Stop};

const ASKED: &str = "PRIVATE_SERVERS_TEST_PARENT";
const PATIENCE: Duration = Duration::from_secs(30);

/// Not a claim but the parent of the one below.
#[test]
fn the_parent() {
    if env::var_os(ASKED).is_none() {
        return;
    }
    let postgres = Postgres::start(PostgresOptions::default()).unwrap();
    let redis = Redis::start().unwrap();
    let mut stopped = Postgres::start(PostgresOptions::default()).unwrap();
    stopped.stop_server(Stop::Fast).unwrap();
    let folder = |postgres: &Postgres| postgres.shared_dir("found").unwrap();
    let (running, stopped) = (folder(&postgres), folder(&stopped));
    let mut out = stdout();
    writeln!(out, "\n{}", postgres.address()).unwrap();
    writeln!(out, "{}", redis.address()).unwrap();
    writeln!(out, "{}\n{}", running.display(), stopped.display()).unwrap();
    // Until it is killed.
    let _ = stdin().lines().count();
}

#[test]
fn servers_and_directories_go_away_when_their_parent_is_killed() {
    let mut parent = Command::new(env::current_exe().unwrap())
        .args(["--exact", "parent::the_parent", "--nocapture"])
        .env(ASKED, "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let said = BufReader::new(parent.stdout.take().unwrap()).lines();
    let said = said.map(|line| line.unwrap());
    // What the test harness says ends with an empty line of ours.
    let said: Vec<String> = said
        .skip_while(|line| line.parse::<SocketAddr>().is_err())
        .take(4)
        .collect();
    let servers: Vec<SocketAddr> = said[..2].iter().map(|line| line.parse().unwrap()).collect();
    let folders: Vec<PathBuf> = said[2..].iter().map(PathBuf::from).collect();
    assert!(
        servers
            .iter()
            .all(|server| TcpStream::connect(server).is_ok())
    );
    assert!(folders.iter().all(|folder| folder.is_dir()));

    parent.kill().unwrap();
    parent.wait().unwrap();
    let end = Instant::now() + PATIENCE;
    let gone = || {
        let servers = servers
            .iter()
            .all(|server| TcpStream::connect(server).is_err());
        servers
            && folders
                .iter()
                .all(|folder| !folder.parent().unwrap().exists())
    };
    while !gone() {
        assert!(Instant::now() < end, "still there: {said:?}");
        // Nothing says when a directory goes away.
        thread::park_timeout(Duration::from_millis(20));
    }
}
