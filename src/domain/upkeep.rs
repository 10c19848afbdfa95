//! What the program does for its database by itself, on a timer.

use slimy_store::{
    advice::{self, IndexAdvice},
    purge::{self, Purged},
};

use crate::{Error, Services};

/// Takes away for good what was deleted long enough ago, and sessions that are over. What goes is
/// on record.
pub async fn purge(services: &Services) -> Result<Purged, Error> {
    Ok(purge::run(&services.db, services.now()).await?)
}

pub use crate::privacy::{Look, expire_chat, expire_left_guilds};

/// Which indexes do nothing, and which are missed. Changes nothing.
pub async fn index_advice(services: &Services) -> Result<IndexAdvice, Error> {
    Ok(advice::indexes(&services.db).await?)
}
