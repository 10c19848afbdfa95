//! A person as an interaction or a message describes them, and who they are to us.

use poise::serenity_prelude::{
    ChannelType, Context as Gateway, GuildId, Member, PartialChannel, PartialMember, Permissions,
    RoleId, User,
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
        let (person, place) = self.described(gateway).await?;
        let request = request_id.to_string();
        let known = identity::arrive(services, &person, place.as_ref(), &request).await?;
        Ok(self.actor(known, place, request))
    }

    /// Says who they are to us as it was last written; only somebody new is written.
    pub(super) async fn recognised(
        &self,
        gateway: &Gateway,
        services: &Services,
        request_id: u64,
    ) -> Result<Actor, Error> {
        let (person, place) = self.described(gateway).await?;
        let request = request_id.to_string();
        let known = identity::recognise(services, &person, place.as_ref(), &request).await?;
        Ok(self.actor(known, place, request))
    }

    async fn described(&self, gateway: &Gateway) -> Result<(Person, Option<Place>), Error> {
        let avatar = self.user.avatar;
        let person = Person {
            discord_id: self.user.id.to_string(),
            username: self.user.name.clone(),
            global_name: self.user.global_name.clone(),
            avatar: avatar.map(|hash| avatar_url(self.user, &hash.to_string())),
        };
        let place = match self.guild_id {
            None => None,
            Some(guild_id) => Some(Place {
                discord_id: guild_id.to_string(),
                name: guild_name(gateway, guild_id).await?,
                roles: self.roles(),
            }),
        };
        Ok((person, place))
    }

    fn actor(&self, known: Known, place: Option<Place>, request_id: String) -> Actor {
        let granted = self.member.as_ref().and_then(|member| member.granted);
        let manage_guild =
            granted.is_some_and(|granted| granted.manage_guild() || granted.administrator());
        let manage_messages =
            granted.is_some_and(|granted| granted.manage_messages() || granted.administrator());
        let roles = place.map(|place| place.roles).unwrap_or_default();
        let membership = known.guild_id.map(|guild_id| Membership {
            guild_id,
            roles,
            manage_guild,
            manage_messages,
        });
        Actor {
            user_id: known.user_id,
            membership,
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

/// The name from the gateway's cache; asked for only when the cache does not have the guild.
async fn guild_name(gateway: &Gateway, guild_id: GuildId) -> Result<String, Error> {
    if let Some(name) = guild_id.name(&gateway.cache) {
        return Ok(name);
    }
    Ok(guild_id.to_partial_guild(&gateway.http).await?.name)
}

/// Where Discord serves the avatar with this hash; Discord documents the path under "Image
/// Formatting".
fn avatar_url(user: &User, hash: &str) -> String {
    format!("https://cdn.discordapp.com/avatars/{}/{hash}.png", user.id)
}
