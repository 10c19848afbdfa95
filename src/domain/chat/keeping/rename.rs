//! Another title for a conversation.

use slimy_store::{audit as log, chat as store, limits};

use super::{Fault, entry, row};
use crate::{Error, Id, Services, UserError, audit, rights::Actor};

/// The longest title, in characters.
pub const MAX_TITLE: usize = limits::TITLE;

/// A title before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    /// The conversation.
    pub id: Id,
    /// What it was called; none when it had no title.
    pub before: Option<String>,
    /// What it is called now.
    pub after: String,
}

/// Gives the conversation `id` another title of 1 to [`MAX_TITLE`] characters, on one line and
/// without what cannot be seen.
pub async fn rename(
    services: &Services,
    actor: &Actor,
    id: &Id,
    title: &str,
) -> Result<Renamed, Error> {
    let title = checked(title)?;
    let conversation = row(services, actor, id).await?;
    let now = services.now();
    let mut tx = services.db.begin().await?;
    if !store::rename(&mut tx, id, &actor.user_id, &title, now).await? {
        tx.rollback().await?;
        return Err(Fault::NotFound.into());
    }
    let entry = entry(actor, audit::CHAT_CONVERSATION_RENAME, &conversation, now);
    log::create(&mut tx, &entry).await?;
    tx.commit().await?;
    Ok(Renamed {
        id: id.clone(),
        before: conversation.title,
        after: title,
    })
}

/// What of `title` can be a title.
pub(super) fn checked(title: &str) -> Result<String, UserError> {
    let seen: String = title
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !is_hidden(*c))
        .collect();
    let title = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.chars().count() > MAX_TITLE {
        return Err(UserError::TitleTooLong { max: MAX_TITLE });
    }
    // A title of marks alone could not be told from none in a list.
    if !title.chars().any(char::is_alphanumeric) {
        return Err(UserError::TitleEmpty);
    }
    Ok(title)
}

/// Control characters, and the marks that turn text. The joiners inside of emoji stay.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
                | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        )
}
