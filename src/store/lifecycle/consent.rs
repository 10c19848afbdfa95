//! What a person has said to the notice about chat.

use super::Deleted;
use super::pieces::Owner;
use crate::engine::sql;
use crate::{StoreError, Tx};

/// Deletes it, of a person. There is one row at most, so there is never more.
pub(super) async fn delete(
    mut tx: &mut Tx,
    owner: Owner<'_>,
    deleted: &mut Deleted,
) -> Result<bool, StoreError> {
    if let Owner::User(id) = owner {
        let gone = sql("DELETE FROM chat_consents WHERE user_id = $1")
            .bind(id)
            .execute(&mut tx)
            .await?;
        deleted.add("chat_consents", gone);
    }
    Ok(false)
}
