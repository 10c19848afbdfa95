//! The rules: who may do what, and what follows from it.
//!
//! Commands and events call in here with plain values; this room calls the store and the reader.
//! It knows no Discord wire types, writes no SQL, and never formats an answer.

use std::sync::Arc;

use slimy_store::{Cache, Clock, Db, Recorder};

pub mod attachment;
pub mod audit;
pub mod chat;
pub mod club;
mod error;
pub mod guild;
pub mod identity;
pub mod number;
pub mod privacy;
pub mod rates;
pub mod rights;
pub mod settings;
pub mod status;
#[cfg(test)]
mod testing;
pub mod upkeep;

pub use slimy_store::{Id, Timestamp};

pub use error::{Error, UserError, chain};

/// Everything the rules need from outside, handed in once at the start.
pub struct Services {
    /// What is remembered.
    pub db: Db,
    /// What is read all the time of it. Whoever changes a guild or a person says so here.
    pub cache: Cache,
    /// Writes the audit entries that belong to no transaction, also while the database is away.
    pub recorder: Recorder,
    /// The only source of time.
    pub clock: Arc<dyn Clock>,
    /// Downloads what people attach.
    pub fetcher: attachment::Fetcher,
    /// Reads screenshots off the async threads.
    pub reading: club::ReadingRoom,
    /// Reads them a second time, where the host has set up a model and a guild wants it.
    pub vision: Option<club::vision::Vision>,
    /// Answers people, where the host has set up a model.
    pub chat: Option<chat::Chat>,
    /// Who was last written as what.
    pub identities: identity::Identities,
    /// Whose turn it is to be written as present or left.
    pub guilds: guild::Turn,
    /// Who runs the bot.
    pub hosts: rights::Hosts,
    /// Who may ask how often.
    pub rates: rates::Rates,
    /// Whose data is being exported.
    pub exports: privacy::Turns,
}

impl Services {
    /// The time now, by the clock that was handed in.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }
}
