//! Which message shows a review. When screenshots are added, a newer message takes the place of the
//! older, which shows less: nobody shall decide by what it shows.

use serde::{Deserialize, Serialize};
use slimy_store::{Id, club as store};

use super::{
    draft::{TRIES, over},
    payload::Payload,
    view,
};
use crate::{Error, Services, UserError, rights::Actor};

/// A message in Discord.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Posted {
    /// Discord's id of its channel.
    pub channel_id: String,
    /// Discord's id of the message.
    pub message_id: String,
}

/// Notes that the draft `id` is shown by `message` from here on. Nothing is noted of a draft that
/// was decided meanwhile.
pub async fn posted(
    services: &Services,
    actor: &Actor,
    id: &Id,
    message: &Posted,
) -> Result<(), Error> {
    for _ in 0..TRIES {
        let draft = view::in_guild_of(services, actor, id).await?;
        let now = services.now();
        if over(&draft, now).is_some() {
            return Ok(());
        }
        let mut payload = Payload::of(&draft)?;
        payload.message = Some(message.clone());
        let changes = payload.change_of(&draft)?;
        let (db, guild_id, expected) = (&services.db, &draft.guild_id, draft.updated_at);
        if store::update_draft(db, guild_id, id, changes, expected, now).await? {
            return Ok(());
        }
    }
    Err(UserError::Busy.into())
}

/// Refuses what is pressed below a message that another one has taken the place of. Of a draft
/// that is decided the decision is told instead, by whoever asks for it.
pub async fn is_newest(
    services: &Services,
    actor: &Actor,
    id: &Id,
    message_id: &str,
) -> Result<(), Error> {
    let draft = view::in_guild_of(services, actor, id).await?;
    if over(&draft, services.now()).is_some() {
        return Ok(());
    }
    if Payload::of(&draft)?.is_elsewhere(message_id) {
        return Err(UserError::ReviewMoved.into());
    }
    Ok(())
}
