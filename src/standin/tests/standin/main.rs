//! The stand-in against a real serenity and poise bot, and against requests that no good bot sends.

mod access;
mod bot;
mod bot_commands;
mod bot_events;
mod callbacks;
mod cdn;
mod commands;
mod connection;
mod direct;
mod guilds;
mod limits;
mod page;
mod rates;
mod raw;
mod replies;
mod stories;
mod transcript;
mod trouble;
mod unknown_keys;
