//! A person as an interaction or a message describes them, and who they are to us.

use poise::serenity_prelude::{
    ChannelType, Context as Gateway, GuildId, Member, PartialChannel, PartialMember, Permissions,
    RoleId, User, UserId,
};
use slimy_domain::{
    Services,
    identity::{self, Known, Person, Place},
    rights::{Actor, Membership},
};

use crate::Error;

/// A person as an interaction or a message describes them.
pub(crate) struct Asker<'a> {
    pub(crate) user: &'a User,
    pub(crate) guild_id: Option<GuildId>,
    pub(crate) member: Option<Described<'a>>,
}

/// What is said of a person in a guild.
pub(crate) struct Described<'a> {
    roles: &'a [RoleId],
    /// What they may; a message does not say it.
    granted: Option<Permissions>,
}

impl<'a> From<&'a Member> for Described<'a> {
    fn from(member: &'a Member) -> Self {
        Self {
            roles: &member.roles,
            granted: member.permissions,
        }
    }
}

impl<'a> From<&'a PartialMember> for Described<'a> {
    fn from(member: &'a PartialMember) -> Self {
        Self {
            roles: &member.roles,
            granted: member.permissions,
        }
    }
}

/// Discord's id of the channel that a thread is in; none of what is no thread, whose parent is a
/// category.
pub(crate) fn parent(channel: Option<&PartialChannel>) -> Option<String> {
    let thread = channel.filter(|channel| is_thread(channel.kind))?;
    thread.parent_id.map(|id| id.to_string())
}

/// Whether a channel of this kind is a thread.
pub(crate) fn is_thread(kind: ChannelType) -> bool {
    matches!(
        kind,
        ChannelType::PublicThread | ChannelType::PrivateThread | ChannelType::NewsThread
    )
}

impl Asker<'_> {
    /// Upserts what is new or changed, and says who they are to us.
    pub(crate) async fn arrive(
        &self,
        gateway: &Gateway,
        services: &Services,
        request_id: u64,
    ) -> Result<Actor, Error> {
        let described = self.described(gateway).await?;
        let (person, place) = (&described.person, described.place.as_ref());
        let request = request_id.to_string();
        let known = identity::arrive(services, person, place, &request).await?;
        Ok(self.actor(services, known, described, request))
    }

    /// Says who they are to us as it was last written; only somebody new is written.
    pub(super) async fn recognised(
        &self,
        gateway: &Gateway,
        services: &Services,
        request_id: u64,
    ) -> Result<Actor, Error> {
        let described = self.described(gateway).await?;
        let (person, place) = (&described.person, described.place.as_ref());
        let request = request_id.to_string();
        let known = identity::recognise(services, person, place, &request).await?;
        Ok(self.actor(services, known, described, request))
    }

    async fn described(&self, gateway: &Gateway) -> Result<Seen, Error> {
        let avatar = self.user.avatar;
        let person = Person {
            discord_id: self.user.id.to_string(),
            username: self.user.name.clone(),
            global_name: self.user.global_name.clone(),
            avatar: avatar.map(|hash| avatar_url(self.user, &hash.to_string())),
        };
        let Some(guild_id) = self.guild_id else {
            return Ok(Seen {
                person,
                place: None,
                is_owner: false,
            });
        };
        let (name, owner) = guild(gateway, guild_id).await?;
        let place = Place {
            discord_id: guild_id.to_string(),
            name,
            roles: self.roles(),
        };
        Ok(Seen {
            person,
            place: Some(place),
            is_owner: owner == self.user.id,
        })
    }

    fn actor(
        &self,
        services: &Services,
        known: Known,
        described: Seen,
        request_id: String,
    ) -> Actor {
        let granted = self.member.as_ref().and_then(|member| member.granted);
        let may = |right: fn(Permissions) -> bool| {
            described.is_owner || granted.is_some_and(|all| right(all) || all.administrator())
        };
        let (manage_guild, manage_messages) = (
            may(Permissions::manage_guild),
            may(Permissions::manage_messages),
        );
        let roles = described.place.map(|place| place.roles).unwrap_or_default();
        let membership = known.guild_id.map(|guild_id| Membership {
            guild_id,
            roles,
            is_owner: described.is_owner,
            manage_guild,
            manage_messages,
        });
        Actor {
            user_id: known.user_id,
            membership,
            is_host: services.hosts.contains(&described.person.discord_id),
            request_id,
        }
    }

    /// The roles in a fixed order, so that the same roles are the same text.
    fn roles(&self) -> Vec<String> {
        let held = self.member.as_ref().map(|member| member.roles);
        let mut ids: Vec<u64> = held
            .unwrap_or_default()
            .iter()
            .map(|role| role.get())
            .collect();
        ids.sort_unstable();
        ids.iter().map(u64::to_string).collect()
    }
}

/// What the rules are told of a person.
struct Seen {
    person: Person,
    place: Option<Place>,
    /// The guild is theirs.
    is_owner: bool,
}

/// The guild's name and owner from the gateway's cache; asked for only when the cache does not have
/// the guild.
async fn guild(gateway: &Gateway, guild_id: GuildId) -> Result<(String, UserId), Error> {
    let cached = gateway.cache.guild(guild_id);
    if let Some(known) = cached.map(|guild| (guild.name.clone(), guild.owner_id)) {
        return Ok(known);
    }
    let guild = guild_id.to_partial_guild(&gateway.http).await?;
    Ok((guild.name, guild.owner_id))
}

/// Where Discord serves the avatar with this hash; Discord documents the path under "Image
/// Formatting".
fn avatar_url(user: &User, hash: &str) -> String {
    format!("https://cdn.discordapp.com/avatars/{}/{hash}.png", user.id)
}
