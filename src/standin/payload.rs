//! Discord's objects as clients expect them, complete: a strict client drops an event with a
//! missing field without a word.

use serde_json::{Value, json};

use crate::clock::{Id, long_ago};
use crate::content;
use crate::messages::StoredMessage;
use crate::permissions;
use crate::state::{Channel, Guild, Overwrite, Role, State, User};

/// Channel flag: what the bot may not view is left out.
const CHANNEL_OBFUSCATED: u64 = 1 << 17;

pub(crate) fn user(user: &User) -> Value {
    json!({
        "id": user.id.to_string(), "username": user.name, "discriminator": "0",
        "global_name": if user.is_bot { Value::Null } else { json!(user.name) },
        "avatar": null, "banner": null, "accent_color": null, "bot": user.is_bot, "system": false,
        "public_flags": 0, "flags": 0, "avatar_decoration_data": null, "collectibles": null,
        "primary_guild": null,
    })
}

/// The bot's own account, with what only oneself sees.
pub(crate) fn current_user(state: &State) -> Value {
    let mut me = user(&state.bot);
    me["verified"] = json!(true);
    me["mfa_enabled"] = json!(true);
    me["email"] = Value::Null;
    me["locale"] = json!("en-US");
    me
}

pub(crate) fn application(state: &State) -> Value {
    json!({
        "id": state.bot.id.to_string(), "name": state.bot.name, "icon": null, "description": "",
        "rpc_origins": [], "bot_public": true, "bot_require_code_grant": false,
        "bot": user(&state.bot), "owner": user(&state.host), "summary": "", "verify_key": "0".repeat(64),
        "team": null, "flags": 0, "tags": [], "integration_types_config": { "0": {} },
        "approximate_guild_count": state.guilds.len(), "approximate_user_install_count": 0,
        "redirect_uris": [], "interactions_endpoint_url": null,
        "role_connections_verification_url": null,
    })
}

pub(crate) fn role(role: &Role, position: usize) -> Value {
    json!({
        "id": role.id.to_string(), "name": role.name, "description": null,
        "permissions": role.permissions.to_string(), "position": position, "color": 0,
        "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
        "hoist": false, "managed": false, "mentionable": false, "icon": null,
        "unicode_emoji": null, "flags": 0,
    })
}

pub(crate) fn roles(guild: &Guild) -> Value {
    guild
        .roles
        .iter()
        .enumerate()
        .map(|(position, one)| role(one, position))
        .collect()
}

/// A channel of any kind: direct messages name their recipient.
pub(crate) fn place(state: &State, of: &Channel) -> Value {
    let Some(person) = of.dm_with else {
        return channel(of);
    };
    json!({
        "id": of.id.to_string(), "type": 1, "last_message_id": null, "last_pin_timestamp": null,
        "flags": 0, "recipients": [user(&state.user(person))],
    })
}

fn overwrite(of: &Overwrite) -> Value {
    json!({
        "id": of.target.to_string(), "type": u8::from(!of.is_role),
        "allow": of.allow.to_string(), "deny": of.deny.to_string(),
    })
}

/// A channel of a guild as the bot gets it over the gateway: of one that it may not view it learns
/// no more than that it is there (Discord's "Permissions", section "Channel Visibility", 2026).
pub(crate) fn channel_for_bot(state: &State, of: &Channel) -> Value {
    let mut shown = channel(of);
    if permissions::bot_sees(state, of.id) {
        return shown;
    }
    let nobody = Overwrite {
        target: of.guild,
        is_role: true,
        allow: 0,
        deny: permissions::VIEW_CHANNEL,
    };
    shown["name"] = json!("___hidden___");
    shown["flags"] = json!(CHANNEL_OBFUSCATED);
    shown["permission_overwrites"] = json!([overwrite(&nobody)]);
    shown
}

/// A text channel of a guild.
pub(crate) fn channel(channel: &Channel) -> Value {
    let overwrites: Vec<_> = channel.overwrites.iter().map(overwrite).collect();
    json!({
        "id": channel.id.to_string(), "type": 0, "guild_id": channel.guild.to_string(),
        "name": channel.name, "topic": null, "position": 0, "parent_id": null,
        "permission_overwrites": overwrites, "nsfw": false, "rate_limit_per_user": 0, "flags": 0,
        "last_message_id": null, "last_pin_timestamp": null,
    })
}

/// A member without their user, as in messages.
pub(crate) fn partial_member(guild: &Guild, id: Id) -> Value {
    let roles = guild.members.get(&id).into_iter().flatten();
    json!({
        "roles": roles.map(Id::to_string).collect::<Vec<_>>(), "nick": null, "avatar": null,
        "banner": null, "joined_at": long_ago(), "premium_since": null, "deaf": false,
        "mute": false, "flags": 0, "pending": false, "communication_disabled_until": null,
        "unusual_dm_activity_until": null, "avatar_decoration_data": null, "collectibles": null,
    })
}

pub(crate) fn member(state: &State, guild: &Guild, id: Id) -> Value {
    let mut member = partial_member(guild, id);
    member["user"] = user(&state.user(id));
    member
}

/// `TYPING_START`.
pub(crate) fn typing(state: &State, who: Id, channel: Id) -> Value {
    let mut data = json!({
        "channel_id": channel.to_string(), "user_id": who.to_string(),
        "timestamp": state.clock.unix().as_secs(),
    });
    if let Some(guild) = state.guilds.get(&state.guild_of(channel)) {
        data["guild_id"] = json!(guild.id.to_string());
        data["member"] = member(state, guild, who);
    }
    data
}

/// A guild as REST and `GUILD_UPDATE` show it.
pub(crate) fn guild(guild: &Guild) -> Value {
    json!({
        "id": guild.id.to_string(), "name": guild.name, "icon": null, "icon_hash": null,
        "splash": null, "discovery_splash": null, "owner_id": guild.owner.to_string(),
        "afk_channel_id": null, "afk_timeout": 300, "widget_enabled": false,
        "widget_channel_id": null, "verification_level": 0, "default_message_notifications": 0,
        "explicit_content_filter": 0, "roles": roles(guild), "emojis": [], "features": [],
        "mfa_level": 0, "application_id": null, "system_channel_id": guild.channel.to_string(),
        "system_channel_flags": 0, "rules_channel_id": null, "max_presences": null,
        "max_members": 500_000, "vanity_url_code": null, "description": null, "banner": null,
        "premium_tier": 0, "premium_subscription_count": 0, "preferred_locale": guild.locale,
        "public_updates_channel_id": null, "max_video_channel_users": 25,
        "max_stage_video_channel_users": 50, "nsfw_level": 0, "nsfw": false, "stickers": [],
        "premium_progress_bar_enabled": false, "safety_alerts_channel_id": null,
        "incidents_data": null, "hub_type": null, "region": "deprecated",
    })
}

/// A guild with all that only `GUILD_CREATE` carries. Of the members only the bot is in it, as for a
/// session without the members intent.
pub(crate) fn guild_create(state: &State, of: &Guild) -> Value {
    let channels: Vec<_> = state
        .channels
        .values()
        .filter(|one| one.guild == of.id)
        .map(|one| channel_for_bot(state, one))
        .collect();
    let mut data = guild(of);
    for (field, value) in [
        ("joined_at", json!(long_ago())),
        ("large", json!(false)),
        ("unavailable", json!(false)),
        ("member_count", json!(of.members.len())),
        ("voice_states", json!([])),
        ("members", json!([member(state, of, state.bot.id)])),
        ("channels", json!(channels)),
        ("threads", json!([])),
        ("presences", json!([])),
        ("stage_instances", json!([])),
        ("guild_scheduled_events", json!([])),
        ("soundboard_sounds", json!([])),
    ] {
        data[field] = value;
    }
    data
}

pub(crate) fn ready(state: &State, session: &str, shard: (u64, u64), guilds: &[Guild]) -> Value {
    let guilds: Vec<_> = guilds
        .iter()
        .map(|guild| json!({ "id": guild.id.to_string(), "unavailable": true }))
        .collect();
    json!({
        "v": 10, "user": current_user(state), "guilds": guilds, "session_id": session,
        "resume_gateway_url": gateway_url(state), "shard": [shard.0, shard.1],
        "application": { "id": state.bot.id.to_string(), "flags": 0 },
        "session_type": "normal", "private_channels": [], "relationships": [], "presences": [],
        "geo_ordered_rtc_regions": [], "guild_join_requests": [], "user_settings": {},
    })
}

pub(crate) fn gateway_url(state: &State) -> String {
    state.origin.replacen("http", "ws", 1)
}

pub(crate) fn members_chunk(state: &State, guild: &Guild, nonce: &Value) -> Value {
    let members: Vec<_> = guild
        .members
        .keys()
        .map(|id| member(state, guild, *id))
        .collect();
    json!({
        "guild_id": guild.id.to_string(), "members": members, "chunk_index": 0,
        "chunk_count": 1, "not_found": [], "nonce": nonce,
    })
}

/// A message as the gateway shows it to a session: in a guild with the guild, the author's
/// membership and that of the mentioned.
pub(crate) fn message_event(state: &State, message: &StoredMessage, reads_all: bool) -> Value {
    let mut data = content::as_read(state, message, reads_all);
    let Some(guild) = state.guilds.get(&message.guild) else {
        return data;
    };
    data["guild_id"] = json!(guild.id.to_string());
    data["member"] = partial_member(guild, message.author);
    for (place, id) in message.mentions.users.iter().enumerate() {
        if guild.members.contains_key(id) {
            data["mentions"][place]["member"] = partial_member(guild, *id);
        }
    }
    data
}

/// An interaction with the parts that every type has.
pub(crate) fn interaction(
    state: &State,
    (id, token, kind): (Id, &str, u8),
    (who, channel_id): (Id, Id),
    data: &Value,
) -> Option<Value> {
    let channel = state.channels.get(&channel_id)?;
    let mut event = json!({
        "id": id.to_string(), "application_id": state.bot.id.to_string(), "type": kind,
        "token": token, "version": 1, "data": data, "channel_id": channel_id.to_string(),
        "channel": place(state, channel), "locale": state.user(who).locale, "entitlements": [],
        "attachment_size_limit": 10 * 1024 * 1024,
    });
    let permissions = |who| permissions::in_channel(state, channel, who).to_string();
    event["app_permissions"] = json!(permissions(state.bot.id));
    event["channel"]["permissions"] = json!(permissions(who));
    let more = match state.guilds.get(&channel.guild) {
        Some(guild) => {
            let mut me = member(state, guild, who);
            me["permissions"] = json!(permissions(who));
            let id = guild.id.to_string();
            json!({
                "guild_id": id, "guild_locale": guild.locale, "member": me, "context": 0,
                "guild": { "id": id, "locale": guild.locale, "features": [] },
                "authorizing_integration_owners": { "0": id },
            })
        }
        None => json!({
            "user": user(&state.user(who)), "context": 1,
            "authorizing_integration_owners": { "0": "0" },
        }),
    };
    for (key, value) in more.as_object().into_iter().flatten() {
        event[key] = value.clone();
    }
    Some(event)
}
