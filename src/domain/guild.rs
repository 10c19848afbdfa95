//! Keeps guilds current as the gateway reports them.

use std::time::Duration;

use slimy_store::{
    Id, Timestamp, Tx,
    audit::NewAuditEntry,
    cache::Key,
    guilds::{self, Guild, NewGuild},
};
use tokio::sync::Mutex;

use crate::{Error, Services, audit};

/// Guilds that one step of a reconciliation looks at.
const STEP: usize = 100;

/// How long what is stored of a guild is kept when the bot was removed from it, in case that it
/// comes back.
pub const KEPT_AFTER_LEAVING: Duration = Duration::from_hours(30 * 24);

/// Lets one guild after the other be written: the events of one guild are handled at once, and
/// the start in a thousand guilds would fill the queue of writers.
#[derive(Debug, Default)]
pub struct Turn(Mutex<()>);

/// Whether the bot is in a guild, as the gateway knows it now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Presence {
    /// It is, and the guild has this name.
    In(String),
    /// An outage of Discord's: it still is, but nothing more is known.
    Unavailable,
    /// It is not.
    Gone,
}

/// The bot was removed from a guild.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// `guilds.id`.
    pub id: Id,
    /// The guild's name.
    pub name: String,
    /// From when on what is stored of it is deleted, unless the bot comes back.
    pub kept_until: Timestamp,
}

/// Brings what is stored of the guild into line with the gateway. Events are handled at once and
/// in any order, so what counts is not an event's own content but `look`, asked when it is this
/// guild's turn. A new guild, a new name, a leave and a return are audited; the rest changes
/// nothing. A leave is given back, once.
pub async fn sync(
    services: &Services,
    discord_id: &str,
    look: impl Fn() -> Presence,
) -> Result<Option<Left>, Error> {
    let _turn = services.guilds.0.lock().await;
    match look() {
        Presence::In(name) => present(services, discord_id, &name).await.map(|()| None),
        Presence::Unavailable => Ok(None),
        Presence::Gone => left(services, discord_id).await,
    }
}

/// Looks at every guild that is stored as present and that `is_ours` claims: what it was removed
/// from while it was away is in no event.
pub async fn reconcile(
    services: &Services,
    is_ours: impl Fn(&str) -> bool,
    look: impl Fn(&str) -> Presence,
) -> Result<(), Error> {
    let mut after: Option<Id> = None;
    loop {
        let step = guilds::list_present(&services.db, after.as_ref(), STEP).await?;
        for guild in step.iter().filter(|guild| is_ours(&guild.discord_id)) {
            sync(services, &guild.discord_id, || look(&guild.discord_id)).await?;
        }
        match step.last() {
            Some(last) if step.len() == STEP => after = Some(last.id.clone()),
            _ => return Ok(()),
        }
    }
}

async fn present(services: &Services, discord_id: &str, name: &str) -> Result<(), Error> {
    let is_current = |guild: &Guild| guild.name == name && guild.left_at.is_none();
    // Most guilds are as they were: they cost one read at the start, and no writing.
    let known = guilds::find_by_discord_id(&services.db, discord_id).await?;
    if known.as_ref().is_some_and(is_current) {
        return Ok(());
    }
    let now = services.now();
    let mut tx = services.db.begin().await?;
    let new_guild = NewGuild {
        discord_id: discord_id.to_owned(),
        name: name.to_owned(),
    };
    let before = guilds::ensure(&mut tx, new_guild.clone(), now).await?;
    let action = match &before.row {
        _ if before.created => audit::GUILD_CREATE,
        guild if guild.left_at.is_some() => audit::GUILD_RETURN,
        guild if guild.name != name => audit::GUILD_UPDATE,
        _ => return Ok(tx.rollback().await?),
    };
    if !before.created {
        guilds::upsert(&mut tx, new_guild, now).await?;
    }
    let guild = before.row;
    let mut entry = NewAuditEntry::new(action, "guild", guild.id.as_str(), now);
    if guild.name != name {
        let change = serde_json::json!({"name": {"before": guild.name, "after": name}});
        entry = audit::with_details(entry, change);
    }
    entry.guild_id = Some(guild.id.clone());
    slimy_store::audit::create(&mut tx, &entry).await?;
    commit(services, tx, &guild.id).await
}

async fn left(services: &Services, discord_id: &str) -> Result<Option<Left>, Error> {
    let now = services.now();
    let mut tx = services.db.begin().await?;
    let Some(guild) = guilds::find_by_discord_id(&mut tx, discord_id).await? else {
        tx.rollback().await?;
        return Ok(None);
    };
    let mut left = None;
    if guilds::mark_left(&mut tx, discord_id, now).await? {
        let mut entry = NewAuditEntry::new(audit::GUILD_LEAVE, "guild", guild.id.as_str(), now);
        entry.guild_id = Some(guild.id.clone());
        slimy_store::audit::create(&mut tx, &entry).await?;
        left = Some(Left {
            id: guild.id.clone(),
            name: guild.name,
            kept_until: now + KEPT_AFTER_LEAVING,
        });
    }
    commit(services, tx, &guild.id).await?;
    Ok(left)
}

/// Makes a change of the guild last, and lets everybody see it who reads through the cache.
async fn commit(services: &Services, tx: Tx, guild_id: &Id) -> Result<(), Error> {
    let change = services
        .cache
        .changing(&[Key::Guild(guild_id.clone())])
        .await;
    tx.commit().await?;
    change.done().await;
    Ok(())
}
