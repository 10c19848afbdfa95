//! `/privacy export`: all that is stored about somebody as zip files.

use slimy_domain::privacy::{self, Form};
use slimy_words::say;

use crate::{Context, Error, check::Request};

use super::{most, send};

/// All that is stored about you, as a file
#[poise::command(slash_command)]
pub(super) async fn export(ctx: Context<'_>) -> Result<(), Error> {
    let request = Request::open_quietly(ctx).await?;
    let words = request.own;
    let form = Form {
        words,
        most: most(ctx),
    };
    let exported = privacy::export(request.services, &request.actor, form).await?;
    let said = say!(
        words,
        "privacy-export-done",
        records = exported.records,
        messages = exported.messages,
        files = exported.files,
    );
    send(&request, said, exported).await
}
