//! What is stored about a person.

use slimy_store::holdings::{self, Held};

use super::delete::own;
use crate::{Error, Services, rights::Actor};

/// How many rows of which kind are stored about the actor; only kinds of which there are some.
pub async fn show(services: &Services, actor: &Actor) -> Result<Vec<Held>, Error> {
    let held = holdings::of_user(&services.db, own(actor)?).await?;
    Ok(some(held))
}

/// Those of which there are some.
pub(super) fn some(mut held: Vec<Held>) -> Vec<Held> {
    held.retain(|one| one.rows > 0);
    held
}
