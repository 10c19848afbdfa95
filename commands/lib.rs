//! What people type: a file per slash command, with its buttons.
//!
//! A command defers, makes one call into the domain, and hands the outcome to `reply.rs`. Nothing
//! here touches the store, and nothing here decides.

use std::sync::Arc;

use slimy_domain::{Services, Timestamp};

#[macro_use]
pub mod component;

mod answer;
pub mod audit;
mod autocomplete;
mod catalogue;
pub mod chat;
mod check;
pub mod club;
mod club_admin;
mod conversations;
mod embed;
mod error;
#[cfg(test)]
mod frame;
pub mod guild_data;
mod help;
mod limits;
mod localise;
mod modal;
pub mod news;
mod offered;
mod pages;
mod privacy;
mod rates;
mod reply;
mod rights;
mod settings;
mod status;
pub mod table;
mod text;
mod threads;
mod tongues;
mod upload;

pub use error::{Error, Refusal, on_error};
pub use localise::registered;
pub use rights::action;
pub use text::visible;
pub use threads::Threads;
pub use tongues::Tongues;

/// What every command can reach.
#[derive(Clone)]
pub struct Data {
    /// The rules with all that they need.
    pub services: Arc<Services>,
    /// Which channels are threads.
    pub threads: Threads,
    /// When the bot was started.
    pub started: Timestamp,
    /// Who was told why they get no answer.
    pub told: chat::Told,
    /// Which language people's Discord has.
    pub tongues: Tongues,
}

impl Data {
    /// All of it, with nothing looked up yet.
    pub fn new(services: Arc<Services>) -> Self {
        Self {
            started: services.now(),
            services,
            threads: Threads::default(),
            told: chat::Told::default(),
            tongues: Tongues::default(),
        }
    }
}

/// A command being used.
pub type Context<'a> = poise::Context<'a, Data, Error>;

/// A command as poise holds it.
pub type Command = poise::Command<Data, Error>;

/// How poise runs them: what is asked before each, and what becomes of a failure.
pub fn options(commands: Vec<Command>) -> poise::FrameworkOptions<Data, Error> {
    poise::FrameworkOptions {
        commands,
        on_error: |error| Box::pin(on_error(error)),
        command_check: Some(rates::check),
        allowed_mentions: Some(poise::serenity_prelude::CreateAllowedMentions::new()),
        // A mention begins a talk, and no command by its name.
        prefix_options: poise::PrefixFrameworkOptions {
            mention_as_prefix: false,
            ..Default::default()
        },
        initialize_owners: false,
        ..Default::default()
    }
}

/// Every command, in the order in which help lists them, with its names in all languages.
pub fn all() -> Vec<Command> {
    localise::localised(offered::offered(listed()))
}

fn listed() -> Vec<Command> {
    vec![
        club::club(),
        club_admin::club_admin(),
        club::analyze_club_roster(),
        conversations::conversations(),
        chat::chat(),
        chat::ask_slimy(),
        chat::chat_info(),
        chat::chat_usage(),
        privacy::privacy(),
        guild_data::guild_data(),
        settings::settings(),
        audit::audit(),
        help::help(),
        status::status(),
    ]
}

#[cfg(test)]
mod tests {
    use super::{listed, offered};

    #[test]
    fn the_commands_are_registered_as_the_contract_names_them() {
        let commands = poise::builtins::create_application_commands(&offered::offered(listed()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&commands).unwrap());
    }
}
