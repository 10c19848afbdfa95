//! Changing a guild's settings.

use serde_json::{Map, Value};

use super::merge::merge;
use crate::engine::sql;
use crate::{Id, Json, StoreError, Timestamp, Tx};

/// What a change of settings did. Both are objects; `{}` is "nothing set", also where the
/// row holds no document at all.
#[derive(Debug, Clone, PartialEq)]
pub struct SettingsChange {
    /// The document before.
    pub before: Value,
    /// The document now.
    pub after: Value,
}

/// Why settings were not changed.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError<E> {
    /// The caller's check refused the document that the merge would make.
    #[error("the settings were refused")]
    Refused(E),
    /// The store could not do it; [`StoreError::NotFound`] for an unknown guild.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The document of the row that was claimed.
#[derive(sqlx::FromRow)]
struct Claimed {
    settings: Option<Json>,
}

/// Merges `patch` into a guild's settings (RFC 7396: a null takes its key away, an object
/// goes on key by key) once `check` has agreed to the result. `patch` is an object.
///
/// As [`change_settings`] in everything else.
pub async fn merge_settings<E>(
    tx: &mut Tx,
    id: &Id,
    patch: &Value,
    check: impl FnOnce(&Value) -> Result<(), E>,
    at: Timestamp,
) -> Result<SettingsChange, SettingsError<E>> {
    if !patch.is_object() {
        return Err(StoreError::invalid("a change of settings that is no object").into());
    }
    let change = |before: &Value| {
        let mut after = before.clone();
        merge(&mut after, patch);
        check(&after)?;
        Ok(after)
    };
    change_settings(tx, id, change, at).await
}

/// Puts what `change` makes of a guild's settings in their place, once it does not refuse.
///
/// The row is claimed first, so that two people who change different keys at once both
/// win. Nothing is written when the change is refused, nor when nothing changes. A row without
/// a document counts as `{}`; once written it holds one, if only `{}`.
pub async fn change_settings<E>(
    mut tx: &mut Tx,
    id: &Id,
    change: impl FnOnce(&Value) -> Result<Value, E>,
    at: Timestamp,
) -> Result<SettingsChange, SettingsError<E>> {
    // Changes nothing: it waits for whoever has claimed the row, and keeps others waiting.
    let Claimed { settings } =
        sql("UPDATE guilds SET discord_id = discord_id WHERE id = $1 RETURNING guilds.settings")
            .bind(id)
            .fetch_one(&mut tx)
            .await?;
    let before = settings.map_or_else(|| Value::Object(Map::new()), |Json(document)| document);
    let after = change(&before).map_err(SettingsError::Refused)?;
    if after != before {
        sql("UPDATE guilds SET settings = $2, updated_at = $3 WHERE id = $1")
            .bind(id)
            .bind(Json(after.clone()))
            .bind(at)
            .execute_expecting(1, &mut tx)
            .await?;
    }
    Ok(SettingsChange { before, after })
}
