//! `/conversations`: what a person keeps of their conversations, and looks after. All of it is told
//! to them alone.

mod continuing;
mod delete;
mod export;
#[cfg(test)]
mod fixture;
mod list;
mod open;
mod page;
mod rename;
mod search;
mod spot;
mod typing;
mod words;

pub(crate) use continuing::Continue;
pub(crate) use delete::{AskDelete, ConfirmDelete, KeepConversation};
pub(crate) use export::{BeginExport, NextPart};
pub(crate) use list::{AllConversations, NewerConversations, OlderConversations};
pub(crate) use open::{NewerMessages, OlderMessages, PickConversation, ShowConversation};
pub(crate) use rename::{AskTitle, SubmitTitle};
pub(crate) use search::{NewerHits, OlderHits};

use slimy_domain::chat::keeping::Format;

use crate::{Context, Error};

words! { Format { Format::Markdown => "md", Format::Json => "json" } }

/// Your conversations with the bot
#[poise::command(
    slash_command,
    subcommand_required,
    subcommands(
        "list::list",
        "open::open",
        "rename::rename",
        "search::search",
        "export::export",
        "delete::delete"
    )
)]
#[expect(clippy::unused_async, reason = "poise wants it")]
pub(crate) async fn conversations(_: Context<'_>) -> Result<(), Error> {
    // Discord only offers the subcommands.
    Ok(())
}
