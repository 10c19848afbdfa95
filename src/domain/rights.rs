//! Who may do what. One function decides: for commands, buttons, modals, completions and whatever
//! else asks.

mod denied;
mod hosts;
mod table;
#[cfg(test)]
mod tests;

use slimy_store::Id;

use crate::{
    Error, Services, UserError,
    settings::{self, GuildSettings},
};

pub use denied::Denied;
pub use hosts::Hosts;
pub use table::{Action, Scope, Standing};

/// Someone who asks for something, as far as the rules need to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// `users.id`.
    pub user_id: Id,
    /// Where they ask; none in a direct message.
    pub membership: Option<Membership>,
    /// They run the bot.
    pub is_host: bool,
    /// The interaction's id, which ties the audit entries of one request together.
    pub request_id: String,
}

/// An actor's place in the guild they ask from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// `guilds.id`.
    pub guild_id: Id,
    /// Discord ids of the roles they hold.
    pub roles: Vec<String>,
    /// The guild is theirs.
    pub is_owner: bool,
    /// Discord says that they have Manage Server (or are the owner, or Administrator).
    pub manage_guild: bool,
    /// Discord says that they have Manage Messages in the channel (or all rights).
    pub manage_messages: bool,
}

impl Actor {
    /// `guilds.id` of the guild they ask from, when they ask from one.
    pub fn guild_id(&self) -> Option<&Id> {
        self.membership.as_ref().map(|place| &place.guild_id)
    }
}

/// The thing that is asked for: which guild's it is, if it is one's, and whose.
#[derive(Debug, Clone, Copy, Default)]
pub struct Resource<'a> {
    /// `guilds.id` of the guild it belongs to.
    guild_id: Option<&'a Id>,
    /// That guild's settings. Without them nobody is a club manager by a role.
    settings: Option<&'a GuildSettings>,
    /// `users.id` of who made it, when somebody did.
    creator: Option<&'a Id>,
}

impl<'a> Resource<'a> {
    /// A thing of a guild, which nobody in particular made.
    pub fn of_guild(guild_id: &'a Id, settings: &'a GuildSettings) -> Self {
        Self {
            guild_id: Some(guild_id),
            settings: Some(settings),
            creator: None,
        }
    }

    /// What is one person's own, wherever they are: their data, their conversations.
    pub fn of_person(user_id: &'a Id) -> Self {
        Self {
            creator: Some(user_id),
            ..Self::default()
        }
    }

    /// What belongs to the bot itself, and to nobody's guild.
    pub fn of_bot() -> Self {
        Self::default()
    }

    /// The same, which this person made.
    #[must_use]
    pub fn made_by(self, creator: impl Into<Option<&'a Id>>) -> Self {
        Self {
            creator: creator.into(),
            ..self
        }
    }

    /// The same, which all who are in this guild can see.
    #[must_use]
    pub fn seen_in(self, guild_id: impl Into<Option<&'a Id>>) -> Self {
        Self {
            guild_id: guild_id.into(),
            ..self
        }
    }
}

/// Whether `actor` may do `action` to `resource`. Nobody may reach into another guild: what
/// somebody is in theirs says nothing about a thing of another, and what takes a guild at all has to
/// be asked for there.
pub fn may(actor: &Actor, action: Action, resource: Resource<'_>) -> bool {
    let in_its_guild = |place: &&Membership| resource.guild_id == Some(&place.guild_id);
    let place = actor.membership.as_ref().filter(in_its_guild);
    if action.scope() == Scope::Guild && place.is_none() {
        return false;
    }
    action.standings().iter().any(|standing| match standing {
        Standing::Host => actor.is_host,
        Standing::Owner => place.is_some_and(|place| place.is_owner),
        Standing::Admin => place.is_some_and(administers),
        Standing::Manager => place.is_some_and(|place| manages_club(place, resource.settings)),
        Standing::Moderator => place.is_some_and(|place| place.manage_messages),
        Standing::Creator => resource.creator == Some(&actor.user_id),
        Standing::Member => place.is_some(),
        Standing::Anybody => true,
    })
}

/// Whether `actor` may do `action` where they are, if only to something of their own. Whether they
/// may do it to one thing, [`may`] decides when it is known.
pub async fn may_here(services: &Services, actor: &Actor, action: Action) -> Result<bool, Error> {
    let here = Resource::of_person(&actor.user_id).seen_in(actor.guild_id());
    let guild_id = match actor.guild_id() {
        // Settings say only who manages the club.
        Some(guild_id) if action.standings().contains(&Standing::Manager) => guild_id,
        _ => return Ok(may(actor, action, here)),
    };
    let settings = settings::read(services, guild_id).await?;
    let here = Resource::of_guild(guild_id, &settings).made_by(&actor.user_id);
    Ok(may(actor, action, here))
}

/// All that `actor` may do where they are, if only to something of their own. Where the chat is
/// switched off nobody may use it.
pub async fn all_here(services: &Services, actor: &Actor) -> Result<Vec<Action>, Error> {
    let settings = match actor.guild_id() {
        Some(guild_id) => settings::read(services, guild_id).await?,
        None => GuildSettings::default(),
    };
    let own = Resource::of_person(&actor.user_id);
    let here = match actor.guild_id() {
        Some(guild_id) => Resource::of_guild(guild_id, &settings).made_by(&actor.user_id),
        None => own,
    };
    let is_switched_off = |action: &Action| {
        let is_chat = matches!(action, Action::ChatUse | Action::ChatPress);
        is_chat && actor.membership.is_some() && !settings.features.chat_bot
    };
    let all = Action::all().filter(|action| may(actor, *action, here) && !is_switched_off(action));
    Ok(all.collect())
}

/// Refuses an actor who may not do `action` where they are, not even to something of their own.
pub async fn check_here(services: &Services, actor: &Actor, action: Action) -> Result<(), Error> {
    if may_here(services, actor, action).await? {
        return Ok(());
    }
    Err(refusal(actor, action).into())
}

/// What `actor` is told who may not do `action`: that it takes a server, where they are in none.
pub fn refusal(actor: &Actor, action: Action) -> UserError {
    if action.scope() == Scope::Guild && actor.membership.is_none() {
        return UserError::NotInGuild;
    }
    action.refusal()
}

fn administers(place: &Membership) -> bool {
    place.manage_guild || place.is_owner
}

fn manages_club(place: &Membership, settings: Option<&GuildSettings>) -> bool {
    let holds_one = |settings: &GuildSettings| {
        let managers = &settings.club.manager_roles;
        place.roles.iter().any(|role| managers.contains(role))
    };
    administers(place) || settings.is_some_and(holds_one)
}
