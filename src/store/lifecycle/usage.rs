//! What the books of tokens keep of a person, and of a guild.

use super::Deleted;
use super::pieces::{Owner, ROWS};
use crate::engine::sql;
use crate::{StoreError, Tx};

/// Takes the name from reservations, whose calls still end up in the others' books, and deletes
/// the person's or the guild's own. In this order, as whoever settles has it. Whether there may
/// be more.
pub(super) async fn delete(
    mut tx: &mut Tx,
    owner: Owner<'_>,
    deleted: &mut Deleted,
) -> Result<bool, StoreError> {
    let (freed, table, books) = match owner {
        Owner::User(_) => (
            sql("UPDATE chat_reservations SET user_id = NULL WHERE id IN (
                 SELECT id FROM chat_reservations WHERE user_id = $1 LIMIT $2)"),
            "chat_usage_users",
            sql("DELETE FROM chat_usage_users WHERE id IN (
                 SELECT id FROM chat_usage_users WHERE user_id = $1 LIMIT $2)"),
        ),
        Owner::Guild(_) => (
            sql("UPDATE chat_reservations SET guild_id = NULL WHERE id IN (
                 SELECT id FROM chat_reservations WHERE guild_id = $1 LIMIT $2)"),
            "chat_usage_guilds",
            sql("DELETE FROM chat_usage_guilds WHERE id IN (
                 SELECT id FROM chat_usage_guilds WHERE guild_id = $1 LIMIT $2)"),
        ),
    };
    let freed = freed.bind(owner.id()).bind(ROWS).execute(&mut tx).await?;
    deleted.add("chat_reservations", freed);
    let gone = books.bind(owner.id()).bind(ROWS).execute(&mut tx).await?;
    deleted.add(table, gone);
    Ok(freed + gone > 0)
}
