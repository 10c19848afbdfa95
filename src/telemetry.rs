//! The log: to stderr, as lines for people or for machines.

use std::io::IsTerminal as _;

use tracing_subscriber::{EnvFilter, fmt};

use crate::config::{Log, LogFormat};

/// What the libraries would log of a request or a frame holds tokens: these levels keep them from
/// it, whatever the setting says.
const WITHOUT_TOKENS: [&str; 7] = [
    "serenity::http=warn",
    "serenity::gateway::ws=error",
    "serenity::gateway::shard=warn",
    "tungstenite=info",
    "tokio_tungstenite=info",
    "hyper_util=info",
    "h2=info",
];

/// Starts logging. Called once, before anything logs.
pub(crate) fn start(log: &Log) {
    let directives = WITHOUT_TOKENS.iter().filter_map(|one| one.parse().ok());
    let filter = directives.fold(EnvFilter::new(&log.filter), EnvFilter::add_directive);
    let lines = fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    match log.format {
        LogFormat::Pretty => lines.init(),
        LogFormat::Json => lines.json().init(),
    }
}
