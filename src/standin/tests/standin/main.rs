//! The stand-in against a real serenity and poise bot, and against requests that no good bot sends.

mod access;
mod bot;
mod bot_commands;
mod bot_events;
mod browsers;
mod callbacks;
mod cdn;
mod commands;
mod connection;
mod direct;
mod guilds;
mod limits;
mod locales;
mod memory;
mod page;
mod people;
mod rates;
mod raw;
mod replies;
mod stories;
mod transcript;
mod trouble;
mod unknown_keys;
