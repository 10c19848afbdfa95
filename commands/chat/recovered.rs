//! What stood half done in Discord when the program ended: the buttons below it are those of an
//! answer that is over.

use std::sync::Arc;

use poise::serenity_prelude::Http;
use slimy_domain::{
    Services, chain,
    chat::{self, View},
};

use crate::reply::{Place, Stand};

use super::{look::Look, wall::Wall};

/// Shows answers as they are stored, where they stand for all to see. What only one person saw
/// cannot be reached any more; a press on it shows how it is.
pub async fn show_recovered(http: &Arc<Http>, services: &Services, views: Vec<View>) {
    for view in views {
        let Some(post) = view.posts.first().filter(|_| !view.private) else {
            continue;
        };
        let Ok(channel) = post.channel_id.parse() else {
            continue;
        };
        let stand = Stand::in_channel(Arc::clone(http), channel, None);
        let ids = view.posts.iter();
        let ids = ids.filter_map(|post| post.discord_message_id.parse().ok());
        let places = ids.map(Place::in_channel).collect();
        restore(services, &mut Wall::standing(stand, places), &view).await;
    }
}

/// Shows an answer as it is stored.
pub(super) async fn restore(services: &Services, wall: &mut Wall, view: &View) {
    let answer = &view.answer;
    if let Err(trouble) = wall.show(Look::of_view(view).posts()).await {
        tracing::warn!(?trouble, %answer, "an answer could not be shown as it is stored");
    }
    let Some(posts) = wall.unrecorded() else {
        return;
    };
    if let Err(error) = chat::posted(services, answer, &posts).await {
        tracing::warn!(error = chain(&error), %answer, "where an answer stands is not known");
    }
}
