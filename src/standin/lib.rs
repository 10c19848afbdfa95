//! A Discord on loopback, for tests and for trying the bot out without an account: REST, gateway
//! and CDN, strict where Discord is strict.
//!
//! An unmodified bot talks to it: aim its REST client at [`Standin::origin`] (for serenity
//! `HttpBuilder::new(token).proxy(origin).ratelimiter_disabled(true)`); the gateway's address comes
//! from there. Tests then read like what people do:
//!
//! ```no_run
//! # async fn story(screenshot: Vec<u8>) {
//! let discord = discord_standin::Standin::start().await;
//! let guild = discord.guild("Slimy Club");
//! let ana = guild.member("ana").can_manage_guild();
//! let bob = guild.member("bob");
//! // … start the bot with discord.origin() and discord.token() …
//! discord.bot_ready().await;
//!
//! let preview = ana.types("/club analyze").option("title", "Week 47");
//! let preview = preview.attach("screenshot", "a.png", screenshot).send().await;
//! preview.sees("55 members").await;
//!
//! let refused = bob.presses(&preview, "Save").await;
//! refused.sees("Only").await;
//! assert!(refused.is_ephemeral() && !refused.is_visible_to(&ana));
//!
//! ana.presses(&preview, "Save").await.sees("Saved").await;
//! # }
//! ```
//!
//! Nothing sleeps: whoever waits is woken by each change and gives up after 30 s, with a
//! transcript of all that happened. What the bot sends and Discord would refuse (an unknown route,
//! an unknown field, a body out of bounds) is answered as Discord answers it, and fails the test
//! when the [`Standin`] is dropped; a test that provokes it takes it back with
//! [`Standin::forgive_faults`].
//!
//! A language model stands beside it, for what asks one: [`model`].
//!
//! This room knows nothing of the others.

mod answer;
mod body;
mod cdn;
mod clock;
mod command_line;
mod content;
mod controls;
mod direct;
mod error;
mod faults;
mod gateway;
mod guild;
mod interactions;
mod links;
mod member;
mod mentions;
mod messages;
pub mod model;
mod option_value;
mod page;
mod payload;
pub mod permissions;
mod rates;
mod rest;
mod rules;
mod schema;
mod sessions;
mod shelf;
mod standin;
mod state;
mod transcript;
mod typing;
mod upload;
mod world;

pub use answer::{Answer, Button, File};
pub use guild::{Guild, Message, Whom};
pub use member::{Choice, Member};
pub use page::{Page, PageAssets, PageFile, Person, Sample};
pub use schema::has_api_description;
pub use standin::{Latency, Standin};
pub use typing::Typed;
pub use upload::{CdnFault, Upload};
