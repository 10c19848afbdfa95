//! What the history of a guild's settings keeps of a person, and of the guild.

use super::Deleted;
use super::pieces::{Owner, ROWS};
use crate::engine::sql;
use crate::{StoreError, Tx};

/// Takes a person's name from the changes that they made, and gives up what waits for them; of a
/// guild both go. Whether there may be more.
pub(super) async fn delete(
    mut tx: &mut Tx,
    owner: Owner<'_>,
    deleted: &mut Deleted,
) -> Result<bool, StoreError> {
    let (revisions, proposals) = match owner {
        Owner::User(_) => (
            sql(
                "UPDATE guild_settings_revisions SET user_id = NULL WHERE id IN (
                 SELECT id FROM guild_settings_revisions WHERE user_id = $1 LIMIT $2)",
            ),
            sql("DELETE FROM guild_settings_proposals WHERE id IN (
                 SELECT id FROM guild_settings_proposals WHERE user_id = $1 LIMIT $2)"),
        ),
        Owner::Guild(_) => (
            sql("DELETE FROM guild_settings_revisions WHERE id IN (
                 SELECT id FROM guild_settings_revisions WHERE guild_id = $1 LIMIT $2)"),
            sql("DELETE FROM guild_settings_proposals WHERE id IN (
                 SELECT id FROM guild_settings_proposals WHERE guild_id = $1 LIMIT $2)"),
        ),
    };
    let mut all = 0;
    for (table, statement) in [
        ("guild_settings_revisions", revisions),
        ("guild_settings_proposals", proposals),
    ] {
        let statement = statement.bind(owner.id()).bind(ROWS);
        let rows = statement.execute(&mut tx).await?;
        deleted.add(table, rows);
        all += rows;
    }
    Ok(all > 0)
}
