//! Answers whose end may not have reached Discord.

use std::time::Duration;

use slimy_store::{chat as store, limits};

use super::{View, view};
use crate::{Error, Services};

/// How far back is looked. Discord lets an older message be changed only a few times
/// ("Opcodes and Status Codes", 30046: messages older than an hour; 2026).
const LATELY: Duration = Duration::from_hours(1);

/// The answers that ended within the last hour and stand in Discord, the newest first, a page of
/// them at most. Asked at the start: when a process is gone between the end of an answer's row and
/// the last edit of its message, that shows half a text for ever. Showing it once more changes
/// nothing for the others. What only one person sees cannot be reached any more.
pub async fn unshown(services: &Services) -> Result<Vec<View>, Error> {
    let db = &services.db;
    let since = services.now() - LATELY;
    let mut views = Vec::new();
    for answer in store::list_ended_since(db, since, limits::PAGE_SIZE).await? {
        let Some(owner) = answer.user_id.clone() else {
            continue;
        };
        let conversation = store::find_conversation(db, &answer.conversation_id, &owner).await?;
        let Some(conversation) = conversation.filter(|one| !one.private) else {
            continue;
        };
        match view::view(services, answer, conversation).await {
            Ok(view) => views.push(view),
            Err(error) => {
                let error = crate::chain(&error);
                tracing::warn!(error, "an answer that ended lately is not shown anew");
            }
        }
    }
    Ok(views)
}
