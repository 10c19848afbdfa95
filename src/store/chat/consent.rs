//! What each person has said to the notice about chat.

use std::time::Duration;

use crate::engine::sql;
use crate::text_enum::text_enum;
use crate::{Executor, Id, StoreError, Timestamp, Tx};

text_enum! {
    /// What somebody has said to the notice.
    pub enum ConsentStatus ("status") {
        /// Nothing: they were shown it.
        Asked = "asked",
        /// That what they say may be kept.
        Accepted = "accepted",
        /// That it may not.
        Declined = "declined",
    }
}

/// What a person has said, and to which wording.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Consent {
    /// The person's key.
    pub user_id: Id,
    /// What they said last.
    #[sqlx(try_from = "String")]
    pub status: ConsentStatus,
    /// Which wording of the notice that is about.
    pub notice_version: i64,
    /// When the notice was last put before them unasked.
    pub asked_at: Option<Timestamp>,
    /// When they said it; none while they have said nothing.
    pub decided_at: Option<Timestamp>,
}

/// What this person has said; none of somebody who was never asked.
pub async fn find(mut on: impl Executor, user_id: &Id) -> Result<Option<Consent>, StoreError> {
    sql(
        "SELECT user_id, status, notice_version, asked_at, decided_at
         FROM chat_consents WHERE user_id = $1",
    )
    .bind(user_id)
    .fetch_optional(&mut on)
    .await
}

/// What the person with this id of Discord's has said; none of somebody who was never asked.
pub async fn find_by_discord_id(
    mut on: impl Executor,
    discord_id: &str,
) -> Result<Option<Consent>, StoreError> {
    sql(
        "SELECT c.user_id, c.status, c.notice_version, c.asked_at, c.decided_at
         FROM users u JOIN chat_consents c ON c.user_id = u.id WHERE u.discord_id = $1",
    )
    .bind(discord_id)
    .fetch_optional(&mut on)
    .await
}

/// Whether the person has accepted the wording `notice_version` or a later one. Nobody changes that
/// before `tx` has ended: the row is claimed.
pub async fn hold(mut tx: &mut Tx, user_id: &Id, notice_version: i64) -> Result<bool, StoreError> {
    let held = sql("UPDATE chat_consents SET status = status
         WHERE user_id = $1 AND status = 'accepted' AND notice_version >= $2")
    .bind(user_id)
    .bind(notice_version)
    .execute(&mut tx)
    .await?;
    Ok(held == 1)
}

/// Writes down that the person accepts the wording `notice_version`, or declines. False when that
/// is what they have said already.
pub async fn decide(
    mut on: impl Executor,
    user_id: &Id,
    accepts: bool,
    notice_version: i64,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let status = if accepts {
        ConsentStatus::Accepted
    } else {
        ConsentStatus::Declined
    };
    let changed = sql(
        "INSERT INTO chat_consents (user_id, status, notice_version, asked_at, decided_at)
         VALUES ($1, $2, $3, NULL, $4)
         ON CONFLICT (user_id) DO UPDATE SET
             status = excluded.status,
             notice_version = excluded.notice_version,
             decided_at = excluded.decided_at
         WHERE chat_consents.status <> excluded.status
             OR chat_consents.notice_version <> excluded.notice_version",
    )
    .bind(user_id)
    .bind(status.as_str())
    .bind(notice_version)
    .bind(at)
    .execute(&mut on)
    .await?;
    Ok(changed == 1)
}

/// Writes down that the wording `notice_version` is put before the person at `at`, and says whether
/// it is: not before somebody who has declined or accepted it, and not twice within `apart`. Of
/// several who ask at once one is told so.
pub async fn ask(
    mut on: impl Executor,
    user_id: &Id,
    notice_version: i64,
    apart: Duration,
    at: Timestamp,
) -> Result<bool, StoreError> {
    // A clock that was put back silences nobody for longer.
    let asked = sql(
        "INSERT INTO chat_consents (user_id, status, notice_version, asked_at, decided_at)
         VALUES ($1, 'asked', $2, $3, NULL)
         ON CONFLICT (user_id) DO UPDATE SET asked_at = excluded.asked_at
         WHERE (chat_consents.status = 'asked'
                 OR (chat_consents.status = 'accepted'
                     AND chat_consents.notice_version < excluded.notice_version))
             AND (chat_consents.asked_at IS NULL OR chat_consents.asked_at <= $4
                 OR chat_consents.asked_at > excluded.asked_at)",
    )
    .bind(user_id)
    .bind(notice_version)
    .bind(at)
    .bind(at - apart)
    .execute(&mut on)
    .await?;
    Ok(asked == 1)
}
