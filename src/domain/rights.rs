//! Who may do what. One function decides, for commands and buttons alike.

use slimy_store::Id;

use crate::{
    Error, Services, UserError,
    club::known::Fault,
    settings::{self, GuildSettings},
};

/// Someone who asks for something, as far as the rules need to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// `users.id`.
    pub user_id: Id,
    /// Where they ask; none in a direct message.
    pub membership: Option<Membership>,
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

/// What somebody may be allowed to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Read screenshots into a draft.
    ClubAnalyze,
    /// Change, save or discard a draft.
    ClubDecide,
    /// Approve a save that a guard stands before.
    ClubApprove,
    /// Page through a draft, and see what is saved.
    ClubRead,
    /// Rename or delete a saved analysis.
    ClubChange,
    /// Take the club's whole history away as a file.
    ClubExport,
    /// Confirm or deny which member somebody is.
    ClubConfirm,
    /// Look after the club: who is who, what counts, guards, weeks and alerts.
    ClubManage,
    /// Change the guild's settings.
    SettingsChange,
}

impl Action {
    /// What somebody is told who may not.
    pub fn refusal(self) -> UserError {
        match self {
            Self::ClubAnalyze => UserError::MayNotAnalyze,
            Self::ClubDecide => UserError::MayNotDecide,
            Self::ClubApprove => UserError::MayNotApprove,
            Self::ClubRead => UserError::NotInGuild,
            Self::ClubChange => UserError::MayNotChange,
            Self::ClubExport => Fault::MayNotExport.into(),
            Self::ClubConfirm => Fault::MayNotConfirm.into(),
            Self::ClubManage => UserError::MayNotManage,
            Self::SettingsChange => UserError::MayNotChangeSettings,
        }
    }
}

/// What somebody is to the thing they ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Manage Server.
    Admin,
    /// Manage Server, or a club manager role.
    Manager,
    /// Made the thing.
    Creator,
    /// Is in the guild.
    Member,
}

/// Every action with who may.
const TABLE: &[(Action, &[Standing])] = &[
    (Action::ClubAnalyze, &[Standing::Manager]),
    // Whoever made a draft was a manager then; asked at each press is whether they still are.
    (Action::ClubDecide, &[Standing::Manager]),
    (Action::ClubApprove, &[Standing::Manager]),
    (Action::ClubRead, &[Standing::Member]),
    (Action::ClubChange, &[Standing::Manager, Standing::Creator]),
    (Action::ClubExport, &[Standing::Manager]),
    (Action::ClubConfirm, &[Standing::Manager]),
    (Action::ClubManage, &[Standing::Manager]),
    (Action::SettingsChange, &[Standing::Admin]),
];

/// The thing that is asked for: which guild's it is, and whose.
#[derive(Debug, Clone, Copy)]
pub struct Resource<'a> {
    /// `guilds.id` of the guild it belongs to.
    pub guild_id: &'a Id,
    /// That guild's settings.
    pub settings: &'a GuildSettings,
    /// `users.id` of who made it, when somebody did.
    pub creator: Option<&'a Id>,
}

/// Whether `actor` may do `action` to `resource`. Nobody may reach into another guild.
pub fn may(actor: &Actor, action: Action, resource: Resource<'_>) -> bool {
    let Some(place) = &actor.membership else {
        return false;
    };
    if place.guild_id != *resource.guild_id {
        return false;
    }
    TABLE
        .iter()
        .filter(|(listed, _)| *listed == action)
        .flat_map(|(_, allowed)| *allowed)
        .any(|standing| match standing {
            Standing::Admin => place.manage_guild,
            Standing::Manager => manages_club(place, resource.settings),
            Standing::Creator => resource.creator == Some(&actor.user_id),
            Standing::Member => true,
        })
}

/// Refuses an actor who may not do `action` where they are, not even to something of their own.
/// Whether they may do it to one thing, [`may`] decides when it is known.
pub async fn check_here(services: &Services, actor: &Actor, action: Action) -> Result<(), Error> {
    let place = actor.membership.as_ref().ok_or(UserError::NotInGuild)?;
    let settings = settings::read(services, &place.guild_id).await?;
    let own = Resource {
        guild_id: &place.guild_id,
        settings: &settings,
        creator: Some(&actor.user_id),
    };
    if may(actor, action, own) {
        Ok(())
    } else {
        Err(action.refusal().into())
    }
}

fn manages_club(place: &Membership, settings: &GuildSettings) -> bool {
    place.manage_guild
        || place
            .roles
            .iter()
            .any(|role| settings.club.manager_roles.contains(role))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::ClubSettings;

    const ACTIONS: [Action; 9] = [
        Action::ClubAnalyze,
        Action::ClubDecide,
        Action::ClubApprove,
        Action::ClubRead,
        Action::ClubChange,
        Action::ClubExport,
        Action::ClubConfirm,
        Action::ClubManage,
        Action::SettingsChange,
    ];

    fn actor(roles: &[&str], manage_guild: bool) -> Actor {
        Actor {
            user_id: Id::from("u1"),
            membership: Some(Membership {
                guild_id: Id::from("g1"),
                roles: roles.iter().map(ToString::to_string).collect(),
                manage_guild,
                manage_messages: false,
            }),
            request_id: "1".to_owned(),
        }
    }

    fn settings() -> GuildSettings {
        GuildSettings {
            club: ClubSettings {
                manager_roles: vec!["7".to_owned()],
                ..GuildSettings::default().club
            },
            ..GuildSettings::default()
        }
    }

    #[test]
    fn managers_by_permission_or_by_role_may_analyze_and_members_may_not() {
        let (settings, guild_id) = (settings(), Id::from("g1"));
        let club = Resource {
            guild_id: &guild_id,
            settings: &settings,
            creator: None,
        };
        assert!(may(&actor(&[], true), Action::ClubAnalyze, club));
        assert!(may(&actor(&["7"], false), Action::ClubAnalyze, club));
        assert!(!may(&actor(&["8"], false), Action::ClubAnalyze, club));
    }

    #[test]
    fn a_draft_is_decided_by_managers_and_not_by_its_maker_who_is_none_any_more() {
        let (settings, guild_id) = (settings(), Id::from("g1"));
        let draft = |creator| Resource {
            guild_id: &guild_id,
            settings: &settings,
            creator: Some(creator),
        };
        let (own, anothers) = (Id::from("u1"), Id::from("u2"));
        assert!(!may(&actor(&[], false), Action::ClubDecide, draft(&own)));
        assert!(may(&actor(&["7"], false), Action::ClubDecide, draft(&own)));
        assert!(!may(
            &actor(&[], false),
            Action::ClubDecide,
            draft(&anothers)
        ));
        assert!(may(&actor(&[], true), Action::ClubDecide, draft(&anothers)));
    }

    #[test]
    fn an_analysis_is_changed_by_its_maker_or_a_manager() {
        let (settings, guild_id) = (settings(), Id::from("g1"));
        let analysis = |creator| Resource {
            guild_id: &guild_id,
            settings: &settings,
            creator: Some(creator),
        };
        let (own, anothers) = (Id::from("u1"), Id::from("u2"));
        let (member, manager) = (actor(&[], false), actor(&["7"], false));
        assert!(may(&member, Action::ClubChange, analysis(&own)));
        assert!(!may(&member, Action::ClubChange, analysis(&anothers)));
        assert!(may(&manager, Action::ClubChange, analysis(&anothers)));
    }

    #[test]
    fn settings_are_changed_by_admins_and_not_by_club_managers() {
        let (settings, guild_id) = (settings(), Id::from("g1"));
        let guild = Resource {
            guild_id: &guild_id,
            settings: &settings,
            creator: None,
        };
        assert!(may(&actor(&[], true), Action::SettingsChange, guild));
        assert!(!may(&actor(&["7"], false), Action::SettingsChange, guild));
    }

    #[test]
    fn nobody_reaches_into_another_guild() {
        let (settings, other, own) = (settings(), Id::from("g2"), Id::from("u1"));
        let elsewhere = Resource {
            guild_id: &other,
            settings: &settings,
            creator: Some(&own),
        };
        for action in ACTIONS {
            assert!(!may(&actor(&["7"], true), action, elsewhere), "{action:?}");
        }
    }

    #[test]
    fn every_action_is_in_the_table() {
        for action in ACTIONS {
            assert!(
                TABLE.iter().any(|(listed, _)| *listed == action),
                "{action:?}"
            );
        }
    }
}
