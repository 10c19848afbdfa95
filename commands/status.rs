//! `/status`: the smallest command.

use poise::serenity_prelude::CreateEmbed;
use slimy_domain::status::{self, Status};

use crate::{
    Context, Error,
    check::{Request, Written, at_once},
};

/// How the bot is doing: version, latency and database
#[poise::command(slash_command)]
pub(crate) async fn status(ctx: Context<'_>) -> Result<(), Error> {
    at_once(ctx, answer(ctx)).await
}

async fn answer(ctx: Context<'_>) -> Result<Written<'_>, Error> {
    let request = Request::begin(ctx).await?;
    let status = status::status(request.services).await?;
    let latency = ctx.ping().await;
    // Before the second heartbeat there is nothing to tell.
    let latency = if latency.is_zero() {
        "not measured yet".to_owned()
    } else {
        format!("{:.1} ms", latency.as_secs_f64() * 1_000.0)
    };
    let database = match status {
        Status::Here {
            database,
            answered_in,
        } => {
            let millis = answered_in.as_secs_f64() * 1_000.0;
            format!("{database}, answered in {millis:.1} ms")
        }
        Status::Away {
            database,
            entries_waiting,
        } => format!(
            "{database} is away. Nothing is lost: {entries_waiting} entries of the audit log wait for it on disk."
        ),
    };
    let embed = CreateEmbed::new()
        .title("Slimy is up")
        .field("Version", env!("CARGO_PKG_VERSION"), true)
        .field("Latency to Discord", latency, true)
        .field("Database", database, false);
    request.write(embed).await
}
