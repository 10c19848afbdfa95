//! What stood half done in Discord when the program ended: the buttons below it are those of an
//! answer that is over.

use std::sync::Arc;

use poise::serenity_prelude::Http;
use slimy_domain::{
    Services, chain,
    chat::{self, View},
    settings,
};
use slimy_words::Words;
use tokio::time::sleep;

use crate::{
    answer::Answer,
    reply::{Place, Stand, Trouble},
};

use super::{
    look::Look,
    wall::{FIRST_WAIT, TRIES, Wall},
};

/// Shows answers as they are stored, where they stand for all to see. What only one person saw
/// cannot be reached any more; a press on it shows how it is. While Discord is not well, this takes
/// up to two minutes, whatever their number.
pub async fn show_recovered(http: &Arc<Http>, services: &Services, views: Vec<View>) {
    let mut left: Vec<(Wall, View, Words)> = Vec::new();
    for view in views {
        if let Some(wall) = where_it_stands(http, &view) {
            let words = words(services, &view).await;
            left.push((wall, view, words));
        }
    }
    let mut wait = FIRST_WAIT;
    for tried in 1..=TRIES {
        let mut again = Vec::new();
        for (mut wall, view, words) in left {
            let shown = wall.show(Look::of_view(words, &view).posts()).await;
            if matches!(shown, Err(Trouble::Passing(_))) && tried < TRIES {
                again.push((wall, view, words));
            } else {
                settle(services, &mut wall, &view, shown).await;
            }
        }
        if again.is_empty() {
            return;
        }
        sleep(wait).await;
        wait *= 2;
        left = again;
    }
}

/// What is said where an answer stands: the guild's words. Nobody has used anything in a direct
/// message since the program began.
async fn words(services: &Services, view: &View) -> Words {
    let Some(guild_id) = &view.guild_id else {
        return Words::ENGLISH;
    };
    let found = settings::words(services, guild_id).await;
    found.unwrap_or_else(|error| {
        tracing::warn!(error = chain(&error), answer = %view.answer, "an answer is shown in English");
        Words::ENGLISH
    })
}

/// Where an answer stands for all to see, if it does.
fn where_it_stands(http: &Arc<Http>, view: &View) -> Option<Wall> {
    let post = view.posts.first().filter(|_| !view.private)?;
    let channel = post.channel_id.parse().ok()?;
    let stand = Stand::in_channel(Arc::clone(http), channel, None);
    let ids = view.posts.iter();
    let ids = ids.filter_map(|post| post.discord_message_id.parse().ok());
    let places = ids.map(Place::in_channel).collect();
    let mut wall = Wall::standing(stand, places);
    wall.recorded(view.posts.clone());
    Some(wall)
}

/// Shows `posts` of an answer as it is stored.
pub(super) async fn restore(services: &Services, wall: &mut Wall, view: &View, posts: &[Answer]) {
    let shown = wall.insist(posts).await;
    settle(services, wall, view, shown).await;
}

/// Remembers where an answer stands now.
async fn settle(services: &Services, wall: &mut Wall, view: &View, shown: Result<(), Trouble>) {
    let answer = &view.answer;
    match shown {
        Ok(()) => {}
        Err(Trouble::Gone) => {
            tracing::debug!(%answer, "the message of an answer was taken away");
        }
        Err(trouble) => {
            tracing::warn!(?trouble, %answer, "an answer could not be shown as it is stored");
        }
    }
    let Some(posts) = wall.unrecorded() else {
        return;
    };
    if let Err(error) = chat::posted(services, answer, &posts).await {
        tracing::warn!(error = chain(&error), %answer, "where an answer stands is not known");
    }
}
