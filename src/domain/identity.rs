//! Keeps users, guilds and memberships up to date as people interact.
//!
//! What was last written is remembered, so that somebody who has not changed costs no statement.

use std::{
    sync::{PoisonError, RwLock},
    time::Duration,
};

use moka::sync::Cache;
use slimy_store::{
    Id,
    audit::NewAuditEntry,
    cache::Key,
    guilds::{self, NewGuild},
    members,
    users::{self, NewUser},
};

use crate::{Error, Services, audit};

/// How many people, guilds and memberships are remembered, each; older ones are written again.
const REMEMBERED: u64 = 50_000;
/// How long they are remembered: after that, another process's change is overwritten by Discord's word.
const REMEMBERED_FOR: Duration = Duration::from_hours(1);

/// Somebody as Discord describes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Discord's id.
    pub discord_id: String,
    /// The account's name.
    pub username: String,
    /// The name they chose to be shown.
    pub global_name: Option<String>,
    /// The link of their avatar's image.
    pub avatar: Option<String>,
}

/// Where they are, when they are in a guild.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Discord's id of the guild.
    pub discord_id: String,
    /// The guild's name, for when it is new; after that only the gateway's events change it.
    pub name: String,
    /// Discord ids of the roles that the person holds there.
    pub roles: Vec<String>,
}

/// Our ids of what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// `users.id`.
    pub user_id: Id,
    /// `guilds.id`.
    pub guild_id: Option<Id>,
}

/// What was last written of whom.
#[derive(Debug)]
pub struct Identities {
    users: Cache<String, (Person, Id)>,
    guilds: Cache<String, Id>,
    members: Cache<(Id, Id), Vec<String>>,
    /// How often somebody was forgotten: what was read before that is not remembered after it.
    forgotten: RwLock<u64>,
}

impl Default for Identities {
    fn default() -> Self {
        Self {
            users: remember(),
            guilds: remember(),
            members: remember(),
            forgotten: RwLock::default(),
        }
    }
}

fn remember<K, V>() -> Cache<K, V>
where
    K: std::hash::Hash + Eq + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    Cache::builder()
        .max_capacity(REMEMBERED)
        .time_to_live(REMEMBERED_FOR)
        .build()
}

impl Identities {
    /// What is known of `person` and `place`, when it is all as it was last written.
    fn unchanged(&self, person: &Person, place: Option<&Place>) -> Option<Known> {
        let (written, user_id) = self.users.get(&person.discord_id)?;
        if written != *person {
            return None;
        }
        let Some(place) = place else {
            return Some(Known {
                user_id,
                guild_id: None,
            });
        };
        let guild_id = self.guilds.get(&place.discord_id)?;
        let roles = self.members.get(&(user_id.clone(), guild_id.clone()))?;
        (roles == place.roles).then_some(Known {
            user_id,
            guild_id: Some(guild_id),
        })
    }

    fn times_forgotten(&self) -> u64 {
        let forgotten = self.forgotten.read();
        *forgotten.unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers what was written, unless somebody was forgotten since `before`: it may have been
    /// them.
    fn written(&self, person: &Person, place: Option<&Place>, known: &Known, before: u64) {
        let forgotten = self.forgotten.read();
        if *forgotten.unwrap_or_else(PoisonError::into_inner) != before {
            return;
        }
        let of_user = (person.clone(), known.user_id.clone());
        self.users.insert(person.discord_id.clone(), of_user);
        if let (Some(place), Some(guild_id)) = (place, &known.guild_id) {
            self.guilds
                .insert(place.discord_id.clone(), guild_id.clone());
            let member = (known.user_id.clone(), guild_id.clone());
            self.members.insert(member, place.roles.clone());
        }
    }
}

impl Identities {
    /// Forgets a person, by `users.id`: whoever has that Discord id is asked about anew.
    pub(crate) fn forget_person(&self, user_id: &Id) {
        let mut forgotten = self
            .forgotten
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        *forgotten += 1;
        for (discord_id, (_, known)) in &self.users {
            if known == *user_id {
                self.users.invalidate(discord_id.as_ref());
            }
        }
        for (member, _) in &self.members {
            if member.0 == *user_id {
                self.members.invalidate(member.as_ref());
            }
        }
    }

    /// Forgets a guild, by `guilds.id`.
    pub(crate) fn forget_guild(&self, guild_id: &Id) {
        let mut forgotten = self
            .forgotten
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        *forgotten += 1;
        for (discord_id, known) in &self.guilds {
            if known == *guild_id {
                self.guilds.invalidate(discord_id.as_ref());
            }
        }
        for (member, _) in &self.members {
            if member.1 == *guild_id {
                self.members.invalidate(member.as_ref());
            }
        }
    }
}

/// Who `person` is to us, as it was last written: what has changed since is left to [`arrive`],
/// which only somebody new needs here. For what must be fast and is not worth a write, such as
/// completing what somebody types.
pub async fn recognise(
    services: &Services,
    person: &Person,
    place: Option<&Place>,
    request_id: &str,
) -> Result<Known, Error> {
    if let Some(known) = services.identities.unchanged(person, place) {
        return Ok(known);
    }
    let Some(user) = users::find_by_discord_id(&services.db, &person.discord_id).await? else {
        return arrive(services, person, place, request_id).await;
    };
    let guild_id = match place {
        None => None,
        Some(place) => match guilds::find_by_discord_id(&services.db, &place.discord_id).await? {
            Some(guild) => Some(guild.id),
            None => return arrive(services, person, Some(place), request_id).await,
        },
    };
    Ok(Known {
        user_id: user.id,
        guild_id,
    })
}

/// Upserts the person, and the guild and their membership when they are in one, in one
/// transaction with the audit entries of what was new.
pub async fn arrive(
    services: &Services,
    person: &Person,
    place: Option<&Place>,
    request_id: &str,
) -> Result<Known, Error> {
    if let Some(known) = services.identities.unchanged(person, place) {
        return Ok(known);
    }
    let now = services.now();
    let before = services.identities.times_forgotten();
    let mut news = Vec::new();
    let mut tx = services.db.begin().await?;

    let new_user = NewUser {
        discord_id: person.discord_id.clone(),
        username: Some(person.username.clone()),
        global_name: person.global_name.clone(),
        avatar: person.avatar.clone(),
    };
    let user = users::upsert(&mut tx, new_user, now).await?;
    let user_id = user.row.id;
    if user.created {
        news.push(NewAuditEntry::new(
            audit::USER_CREATE,
            "user",
            user_id.as_str(),
            now,
        ));
    }

    let mut guild_id = None;
    if let Some(place) = place {
        let new_guild = NewGuild {
            discord_id: place.discord_id.clone(),
            name: place.name.clone(),
        };
        let guild = guilds::ensure(&mut tx, new_guild, now).await?;
        if guild.created {
            news.push(NewAuditEntry::new(
                audit::GUILD_CREATE,
                "guild",
                guild.row.id.as_str(),
                now,
            ));
        }
        members::upsert(&mut tx, &user_id, &guild.row.id, &place.roles, now).await?;
        guild_id = Some(guild.row.id);
    }

    for entry in &mut news {
        entry.user_id = Some(user_id.clone());
        entry.guild_id.clone_from(&guild_id);
        entry.request_id = Some(request_id.to_owned());
    }
    slimy_store::audit::create_many(&mut tx, &news).await?;
    // What is new was read by nobody. Of the rest, `ensure` changes no guild.
    let rewritten = (!user.created).then(|| Key::User(user_id.clone()));
    let change = services.cache.changing(rewritten.as_slice()).await;
    tx.commit().await?;
    change.done().await;

    let known = Known { user_id, guild_id };
    services.identities.written(person, place, &known, before);
    Ok(known)
}
