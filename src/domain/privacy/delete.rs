//! The end of all that is stored about a person, at their own word.

use slimy_store::{
    cache::Key,
    holdings::Holding,
    lifecycle::{self, Deleted},
    users,
};

use super::Fault;
use crate::{
    Error, Id, Services, chat,
    rights::{Action, Actor, Resource, may, refusal},
};

/// What was deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// Discord's id of the person, so that they can be told; none of a guild.
    pub discord_id: Option<String>,
    /// How many rows of which kind went or were freed of whose they were, the most first.
    pub rows: Vec<(Holding, u64)>,
}

impl Gone {
    pub(super) fn of(deleted: &Deleted, discord_id: Option<String>) -> Self {
        let mut rows: Vec<(Holding, u64)> = deleted
            .tables()
            .filter_map(|(table, rows)| Some((Holding::of_table(table)?, rows)))
            .collect();
        rows.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
        Self { discord_id, rows }
    }

    /// How many rows that were.
    pub fn total(&self) -> u64 {
        self.rows.iter().map(|(_, rows)| rows).sum()
    }
}

/// Deletes all that is stored about the actor, now, when `typed` is `word`: what
/// [`Holding`] says that goes, goes; what is others' no longer says who it was, and the audit log
/// neither. Answers to them that are on their way are stopped first. Broken off, it is half done
/// and none of it is seen; the same call does the rest.
///
/// From here on the actor is nobody: what is written of them names no one, and only when they use
/// the bot again are they somebody, and new.
pub async fn delete(
    services: &Services,
    actor: &Actor,
    typed: &str,
    word: &str,
) -> Result<Gone, Error> {
    if !is_meant(typed, word) {
        return Err(Fault::OtherWord {
            word: word.to_owned(),
        }
        .into());
    }
    let user_id = own(actor)?;
    let user = users::find(&services.db, user_id).await?;
    chat::stop_all_of(services, user_id).await;
    let change = services.cache.changing(&[Key::User(user_id.clone())]).await;
    let deleted = lifecycle::delete_user(&services.db, user_id, services.now()).await;
    change.done().await;
    // Also when it was broken off: who it was is asked anew.
    services.identities.forget_person(user_id);
    let deleted = deleted?;
    // Whoever asked while it was under way.
    chat::stop_all_of(services, user_id).await;
    Ok(Gone::of(&deleted, user.map(|user| user.discord_id)))
}

/// The person's key, when they may do what they like with what is theirs.
pub(super) fn own(actor: &Actor) -> Result<&Id, Error> {
    let own = Resource::of_person(&actor.user_id);
    if may(actor, Action::OwnData, own) {
        return Ok(&actor.user_id);
    }
    Err(refusal(actor, Action::OwnData).into())
}

/// Whether somebody typed what they were asked to; case and white space do not matter.
pub(super) fn is_meant(typed: &str, asked: &str) -> bool {
    let plain = |text: &str| {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        words.join(" ")
    };
    plain(typed) == plain(asked)
}
