//! Where a question comes from, and who may ask it.

use slimy_store::Id;

use crate::{
    Error, Services, UserError,
    rights::{Action, Actor, Membership, Resource, may},
    settings::GuildSettings,
};

use super::super::view;

/// The guild that is asked about, and its settings.
pub(super) struct Place<'a> {
    pub(super) guild_id: &'a Id,
    pub(super) settings: GuildSettings,
}

/// The actor's place, when they may do `action` there.
pub(super) async fn place<'a>(
    services: &Services,
    actor: &'a Actor,
    action: Action,
) -> Result<Place<'a>, Error> {
    let Membership { guild_id, .. } = actor.membership.as_ref().ok_or(UserError::NotInGuild)?;
    let settings = view::settings(services, guild_id).await?;
    let place = Place { guild_id, settings };
    if place.allows(actor, action) {
        Ok(place)
    } else {
        Err(action.refusal().into())
    }
}

impl Place<'_> {
    /// Whether the actor may do `action` here.
    pub(super) fn allows(&self, actor: &Actor, action: Action) -> bool {
        let club = Resource::of_guild(self.guild_id, &self.settings);
        may(actor, action, club)
    }
}
