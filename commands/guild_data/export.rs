//! `/guild-data export`: all that is stored of a server as zip files.

use slimy_domain::privacy::{self, Form};
use slimy_words::say;

use crate::{
    Context, Error,
    check::Request,
    privacy::{most, send},
};

/// All that is stored of this server, as a file
#[poise::command(slash_command, guild_only)]
pub(super) async fn export(ctx: Context<'_>) -> Result<(), Error> {
    let request = Request::open_quietly(ctx).await?;
    let words = request.own;
    let form = Form {
        words,
        most: most(ctx),
    };
    let exported = privacy::guild::export(request.services, &request.actor, form).await?;
    let said = say!(words, "guild-data-export-done", records = exported.records);
    send(&request, said, exported).await
}
