//! The **Save** and **Discard** buttons of a preview.

use poise::serenity_prelude::CreateEmbed;
use slimy_domain::{Id, Services, club, rights::Actor};

use crate::{Error, reply::Answer};

use super::sheet;

/// Saves the draft and shows what was saved.
pub(crate) async fn save(services: &Services, actor: &Actor, id: &Id) -> Result<Answer, Error> {
    let saved = club::save(services, actor, id).await?;
    Ok(sheet::answer(&saved, 0))
}

/// Discards the draft; the table goes with it.
pub(crate) async fn discard(services: &Services, actor: &Actor, id: &Id) -> Result<Answer, Error> {
    club::discard(services, actor, id).await?;
    Ok(gone())
}

/// In place of a draft that is no more.
pub(crate) fn gone() -> Answer {
    let embed = CreateEmbed::new()
        .title("Discarded")
        .description("This preview was not saved. Analyze the screenshots again to get a new one.");
    embed.into()
}
