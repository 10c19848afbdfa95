//! What is stored about somebody, in their own hands: seen, taken away and deleted.
//!
//! A person does it with all that is about them, wherever they are ([`show`], [`export`],
//! [`delete`]); a guild's owner with what is the guild's ([`guild`]). What a guild has left behind
//! goes by itself after a while, and so does chat that is older than a guild wants it to be
//! ([`upkeep`](crate::upkeep)).

mod archive;
mod columns;
mod delete;
mod expire;
mod export;
mod fault;
pub mod guild;
mod pack;
mod show;
mod spool;
mod talk;
#[cfg(test)]
mod tests;
mod turns;

pub use delete::{Gone, delete};
pub use expire::{Look, expire_chat, expire_left_guilds};
pub use export::{Exported, Form, Part, Whose, export, unsent};
pub use fault::Fault;
pub use show::show;
pub use slimy_store::holdings::{Fate, Held, Holding};
pub use turns::Turns;
