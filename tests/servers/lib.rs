//! Servers of one's own: a PostgreSQL and a Redis that are found or installed, started
//! on a free loopback port in a temporary directory, stopped and started again at will,
//! and gone afterwards, however the process that wanted them ends. Beside them a browser,
//! which is found, installed and ended the same way.
//!
//! For the tests, the benches and `cargo xtask`; nothing here is part of the program.
//! What fails here is told to whoever runs the tests, so errors are `anyhow`'s: a
//! sentence with its causes. Everything here blocks; a start takes about a second.

mod account;
mod apt;
mod browser;
mod keeper;
mod password;
mod port;
mod postgres;
mod programs;
mod redis;

pub use browser::{Browser, BrowserPrograms};
pub use postgres::{Postgres, PostgresOptions};
pub use redis::Redis;

/// How a server is stopped; its data stays where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// In order: connections are closed, what was committed is written.
    Fast,
    /// As by a power cut: at once, so that PostgreSQL recovers at its next start.
    Immediate,
}
