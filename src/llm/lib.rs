//! Asks language models: any server that speaks OpenAI's chat completions.
//!
//! One request in, one answer out, in one piece ([`Client::complete`]) or word by word
//! ([`Client::stream`]). What comes back is bounded in size and in silence. Every way to fail has
//! its [`FailureKind`], so that the rules can decide what a person is told and what is tried again
//! ([`Retries`]); a provider's own words are for the host's log alone.
//!
//! This room knows no Discord, no database and no clock: who waits, and how long, is the caller's.

mod client;
mod failure;
mod message;
mod request;
mod retries;
mod sse;
mod stream;
mod wire;

pub use client::{Client, Endpoint, LengthField, Patience};
pub use failure::{Failure, FailureKind};
pub use message::{Image, Message, Part, ToolCall};
pub use request::{Format, Request, Tool};
pub use retries::Retries;
pub use stream::{Answer, Event, Finish, Stream, Usage};
