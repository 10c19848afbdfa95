//! End to end: the real program on one side of the stand-in, people on the other, on both engines.

mod admin;
mod analyze;
mod attacks;
mod audit;
mod audit_verify;
mod bad_input;
mod bot;
#[cfg(feature = "demo")]
mod browser;
mod change;
mod chat;
mod command_line;
mod conversations;
mod database;
mod decide;
#[cfg(feature = "demo")]
mod demo;
mod faults;
mod guards;
mod guilds;
mod help;
mod known;
mod load;
mod outage;
mod privacy;
mod rates;
mod read_back;
mod review;
mod rights;
mod settings;
mod stop;
mod vision;

/// Fails a test that waits for something that never comes, with this many seconds of patience.
const PATIENCE_SECONDS: u64 = 30;
