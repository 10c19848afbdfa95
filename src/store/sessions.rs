//! Who is logged in, and until when. A session is found by its token alone, of which only
//! a hash is stored.

mod token;

pub use token::SessionToken;

use crate::engine::sql;
use crate::users::User;
use crate::{Executor, Id, StoreError, Timestamp, limits};

/// A session.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Session {
    /// The row's key. It is no secret: it opens nothing.
    pub id: Id,
    /// The person's key.
    pub user_id: Id,
    /// From when on it is over.
    pub expires_at: Timestamp,
    /// When it began.
    pub created_at: Timestamp,
}

/// A session and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionWithUser {
    /// The session.
    pub session: Session,
    /// The person.
    pub user: User,
}

/// Begins a session that lasts until `expires_at`, which lies after `now`
/// ([`StoreError::Invalid`] otherwise). The token is given this once.
pub async fn create(
    mut on: impl Executor,
    user_id: &Id,
    expires_at: Timestamp,
    now: Timestamp,
) -> Result<(Session, SessionToken), StoreError> {
    if expires_at <= now {
        return Err(StoreError::invalid("a session that is over already"));
    }
    let token = SessionToken::random()?;
    let session = sql(
        "INSERT INTO sessions (id, user_id, token_hash, expires_at, created_at)
         VALUES ($1, $2, $3, $4, $5)
         RETURNING id, user_id, expires_at, created_at",
    )
    .bind(Id::new())
    .bind(user_id)
    .bind(token.hash())
    .bind(expires_at)
    .bind(now)
    .fetch_one(&mut on)
    .await?;
    Ok((session, token))
}

/// The columns of a session and its person, which share some names.
#[derive(sqlx::FromRow)]
struct Found {
    session_id: Id,
    session_expires_at: Timestamp,
    session_created_at: Timestamp,
    #[sqlx(flatten)]
    user: User,
}

/// The session that this token opens, with its person. One that is over is not found,
/// whether or not it has been deleted yet.
pub async fn find_by_token(
    mut on: impl Executor,
    token: &SessionToken,
    now: Timestamp,
) -> Result<Option<SessionWithUser>, StoreError> {
    let found: Option<Found> = sql(
        "SELECT s.id AS session_id, s.expires_at AS session_expires_at,
             s.created_at AS session_created_at,
             u.id, u.discord_id, u.username, u.global_name, u.avatar, u.created_at, u.updated_at
         FROM sessions s JOIN users u ON u.id = s.user_id
         WHERE s.token_hash = $1 AND s.expires_at > $2",
    )
    .bind(token.hash())
    .bind(now)
    .fetch_optional(&mut on)
    .await?;
    Ok(found.map(|found| SessionWithUser {
        session: Session {
            id: found.session_id,
            user_id: found.user.id.clone(),
            expires_at: found.session_expires_at,
            created_at: found.session_created_at,
        },
        user: found.user,
    }))
}

/// The sessions of a person that are not over, the one that lasts longest first, at most
/// [`limits::PAGE_SIZE`].
pub async fn list_of_user(
    mut on: impl Executor,
    user_id: &Id,
    now: Timestamp,
) -> Result<Vec<Session>, StoreError> {
    sql("SELECT id, user_id, expires_at, created_at FROM sessions
         WHERE user_id = $1 AND expires_at > $2 ORDER BY expires_at DESC, id DESC LIMIT $3")
    .bind(user_id)
    .bind(now)
    .bind(i64::try_from(limits::PAGE_SIZE).unwrap_or(0))
    .fetch_all(&mut on)
    .await
}

/// Ends a session. False when there was none.
pub async fn delete(mut on: impl Executor, id: &Id) -> Result<bool, StoreError> {
    let deleted = sql("DELETE FROM sessions WHERE id = $1")
        .bind(id)
        .execute(&mut on)
        .await?;
    Ok(deleted == 1)
}

/// Ends the session that this token opens. False when there was none.
pub async fn delete_by_token(
    mut on: impl Executor,
    token: &SessionToken,
) -> Result<bool, StoreError> {
    let deleted = sql("DELETE FROM sessions WHERE token_hash = $1")
        .bind(token.hash())
        .execute(&mut on)
        .await?;
    Ok(deleted == 1)
}

/// Ends all sessions of a person, and says how many there were.
pub async fn delete_all_of_user(mut on: impl Executor, user_id: &Id) -> Result<u64, StoreError> {
    sql("DELETE FROM sessions WHERE user_id = $1")
        .bind(user_id)
        .execute(&mut on)
        .await
}

/// Deletes sessions that are over by `now`, longest ago first, at most `limit`, and says
/// how many those were. Fewer than `limit` are the last ones.
pub async fn delete_expired(
    mut on: impl Executor,
    now: Timestamp,
    limit: usize,
) -> Result<u64, StoreError> {
    limits::check("rows of a purge", limits::ROWS_PER_PURGE, limit)?;
    sql("DELETE FROM sessions WHERE id IN (
             SELECT id FROM sessions WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2)")
    .bind(now)
    .bind(i64::try_from(limit).unwrap_or(0))
    .execute(&mut on)
    .await
}
