//! Keeps guilds current as the gateway reports them.

use slimy_store::{
    audit::NewAuditEntry,
    guilds::{self, NewGuild},
};

use crate::{Error, Services, audit};

/// The bot is in the guild: it joined, it started, or the guild came back from an outage.
/// A new guild, a new name and a return after having left are audited; the rest changes nothing.
pub async fn present(services: &Services, discord_id: &str, name: &str) -> Result<(), Error> {
    // Most guilds are as they were: they cost one read at the start, and no place in the queue
    // of writers.
    let known = guilds::find_by_discord_id(&services.db, discord_id).await?;
    if known.is_some_and(|guild| guild.name == name && guild.left_at.is_none()) {
        return Ok(());
    }
    let now = services.now();
    let mut tx = services.db.begin().await?;
    let before = guilds::find_by_discord_id(&mut tx, discord_id).await?;
    let action = match &before {
        None => audit::GUILD_CREATE,
        Some(guild) if guild.left_at.is_some() => audit::GUILD_RETURN,
        Some(guild) if guild.name != name => audit::GUILD_UPDATE,
        Some(_) => return Ok(tx.rollback().await?),
    };
    let new_guild = NewGuild {
        discord_id: discord_id.to_owned(),
        name: name.to_owned(),
    };
    let guild = guilds::upsert(&mut tx, new_guild, now).await?.row;
    let mut entry = NewAuditEntry::new(action, "guild", guild.id.as_str(), now);
    entry.guild_id = Some(guild.id);
    if let Some(before) = before.filter(|before| before.name != name) {
        let change = serde_json::json!({"name": {"before": before.name, "after": name}});
        entry = audit::with_details(entry, change);
    }
    slimy_store::audit::create(&mut tx, &entry).await?;
    tx.commit().await?;
    services.identities.forget_guild(discord_id);
    Ok(())
}

/// The bot was removed from the guild. Not for an outage, in which a guild is only unavailable.
pub async fn left(services: &Services, discord_id: &str) -> Result<(), Error> {
    let now = services.now();
    let mut tx = services.db.begin().await?;
    services.identities.forget_guild(discord_id);
    let Some(guild) = guilds::find_by_discord_id(&mut tx, discord_id).await? else {
        return Ok(tx.rollback().await?);
    };
    if guilds::mark_left(&mut tx, discord_id, now).await? {
        let mut entry = NewAuditEntry::new(audit::GUILD_LEAVE, "guild", guild.id.as_str(), now);
        entry.guild_id = Some(guild.id);
        slimy_store::audit::create(&mut tx, &entry).await?;
    }
    tx.commit().await?;
    Ok(())
}
