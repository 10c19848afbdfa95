//! A year of a busy bot: what the figures of the store are measured on.
//!
//! [`seed`] fills a migrated, empty database on either engine with the same rows each
//! time: guilds of very different sizes, people who do much and people who do little,
//! the audit log, analyses and conversations as the bot writes them, in words among which
//! some are everywhere and some nearly nowhere. It goes around the store on purpose:
//! indexes are made after the rows, triggers do not fire, and what they would have
//! written is filled in at once.

mod cell;
mod data;
mod known;
mod server;
mod sink;
mod words;
mod world;

use std::fmt;

use anyhow::{Context, Result};

pub use known::{COMMON, END, MEDIUM, RARE, TWO, conversation_id, guild_id, user_id};
pub use server::create_database;
use sink::Sink;
use world::World;

/// How much of what grows without end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amounts {
    /// Entries of the audit log.
    pub audit: u64,
    /// Messages, in conversations of about a dozen.
    pub messages: u64,
    /// Analyses, with what hangs on them.
    pub analyses: u64,
}

/// How many guilds there are.
pub const GUILDS: u64 = 1_000;

/// How many people there are.
pub const USERS: u64 = 50_000;

/// Who is told how far it is.
pub trait Progress {
    /// Something begins that has this many steps.
    fn begin(&mut self, what: &str, steps: u64);
    /// As many more of them are done.
    fn advance(&mut self, steps: u64);
}

/// For nobody.
impl Progress for () {
    fn begin(&mut self, _: &str, _: u64) {}
    fn advance(&mut self, _: u64) {}
}

/// Why nothing was written: the database is not one to be filled.
#[derive(Debug)]
pub struct Refused(String);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

/// Fills the database that `url` names (`sqlite://…`, or `postgres://…` of a superuser:
/// others cannot silence triggers). It must be migrated and empty, else the error is
/// [`Refused`]. Nobody else may use it meanwhile, and when it fails halfway the database
/// is to be thrown away.
pub async fn seed(url: &str, amounts: Amounts, progress: &mut impl Progress) -> Result<()> {
    let mut sink = Sink::open(url).await?;
    sink.refuse_unless_empty().await?;
    let dropped = sink
        .drop_indexes_and_triggers()
        .await
        .context("dropping the indexes")?;
    let world = World::new(amounts);
    data::fill(&world, &mut sink, progress).await?;
    sink.fill_derived(progress).await?;
    sink.make_again(&dropped, progress).await?;
    sink.finish(progress).await
}
