//! Every action with who may.

use super::Denied;
use crate::{UserError, chat, club::known};

/// What somebody may be allowed to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    /// See and change the guild's settings.
    SettingsChange,
    /// Read the guild's audit log, and its statistics.
    AuditRead,
    /// Take the guild's audit log away as a file.
    AuditExport,
    /// Prove that nobody changed the guild's audit log.
    AuditVerify,
    /// Take all that is stored of the guild away as a file.
    GuildDataExport,
    /// Have all that is stored of the guild deleted.
    GuildDataDelete,
    /// See, take away and delete what is stored of oneself, and say what may be.
    OwnData,
    /// See, take away, rename, delete and go on with a conversation.
    ConversationUse,
    /// Ask the model. Where and for whom there is chat, the guild's settings say beside.
    ChatUse,
    /// Press the buttons below an answer of the model.
    ChatPress,
    /// Read what the bot can do.
    Help,
    /// See that the bot is up.
    Status,
    /// See how the bot is doing inside.
    HostStatus,
}

/// What somebody is to the thing they ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Runs the bot.
    Host,
    /// The guild is theirs.
    Owner,
    /// Manage Server, or the guild's owner.
    Admin,
    /// The same, or a club manager role.
    Manager,
    /// Manage Messages in the channel.
    Moderator,
    /// Made the thing, or it is about them.
    Creator,
    /// Is in the guild.
    Member,
    /// Everybody, also in a direct message.
    Anybody,
}

/// Where an action has to be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// In the guild whose thing it is.
    Guild,
    /// Anywhere, also in a direct message.
    Anywhere,
}

/// Every action, where it has to be asked for, and who may.
#[rustfmt::skip]
const TABLE: &[(Action, Scope, &[Standing])] = &[
    (Action::ClubAnalyze,     Scope::Guild,    &[Standing::Manager]),
    // Whoever made a draft was a manager then; asked at each press is whether they still are.
    (Action::ClubDecide,      Scope::Guild,    &[Standing::Manager]),
    (Action::ClubApprove,     Scope::Guild,    &[Standing::Manager]),
    (Action::ClubRead,        Scope::Guild,    &[Standing::Member]),
    (Action::ClubChange,      Scope::Guild,    &[Standing::Manager, Standing::Creator]),
    (Action::ClubExport,      Scope::Guild,    &[Standing::Manager]),
    (Action::ClubConfirm,     Scope::Guild,    &[Standing::Manager]),
    (Action::ClubManage,      Scope::Guild,    &[Standing::Manager]),
    (Action::SettingsChange,  Scope::Guild,    &[Standing::Admin]),
    (Action::AuditRead,       Scope::Guild,    &[Standing::Admin]),
    (Action::AuditExport,     Scope::Guild,    &[Standing::Admin]),
    (Action::AuditVerify,     Scope::Guild,    &[Standing::Admin]),
    // Not the bot's host either: what is a guild's leaves it in its owner's hands alone.
    (Action::GuildDataExport, Scope::Guild,    &[Standing::Owner]),
    (Action::GuildDataDelete, Scope::Guild,    &[Standing::Owner]),
    (Action::OwnData,         Scope::Anywhere, &[Standing::Creator]),
    (Action::ConversationUse, Scope::Anywhere, &[Standing::Creator]),
    (Action::ChatUse,         Scope::Anywhere, &[Standing::Anybody]),
    (Action::ChatPress,       Scope::Anywhere, &[Standing::Creator, Standing::Moderator]),
    (Action::Help,            Scope::Anywhere, &[Standing::Anybody]),
    (Action::Status,          Scope::Anywhere, &[Standing::Anybody]),
    (Action::HostStatus,      Scope::Anywhere, &[Standing::Host]),
];

impl Action {
    /// Every action.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|(action, ..)| *action)
    }

    /// Who may.
    pub fn standings(self) -> &'static [Standing] {
        self.listed().map_or(&[], |(_, standings)| standings)
    }

    /// Where it has to be asked for.
    pub fn scope(self) -> Scope {
        self.listed().map_or(Scope::Guild, |(scope, _)| scope)
    }

    /// What the table says; an action that it does not list is nobody's.
    pub(super) fn listed(self) -> Option<(Scope, &'static [Standing])> {
        let mut lines = TABLE.iter();
        let line = lines.find(|(action, ..)| *action == self)?;
        Some((line.1, line.2))
    }

    /// What somebody is told who may not.
    pub fn refusal(self) -> UserError {
        match self {
            Self::ClubAnalyze => UserError::MayNotAnalyze,
            Self::ClubDecide => UserError::MayNotDecide,
            Self::ClubApprove => UserError::MayNotApprove,
            Self::ClubRead => UserError::NotInGuild,
            Self::ClubChange => UserError::MayNotChange,
            Self::ClubExport => known::Fault::MayNotExport.into(),
            Self::ClubConfirm => known::Fault::MayNotConfirm.into(),
            Self::ClubManage => UserError::MayNotManage,
            Self::SettingsChange => UserError::MayNotChangeSettings,
            Self::AuditRead | Self::AuditExport | Self::AuditVerify => Denied::Audit.into(),
            Self::GuildDataExport | Self::GuildDataDelete => Denied::GuildData.into(),
            Self::OwnData | Self::ConversationUse => Denied::NotYours.into(),
            Self::ChatPress => chat::Fault::NotYours.into(),
            Self::HostStatus => Denied::Host.into(),
            Self::ChatUse | Self::Help | Self::Status => Denied::Here.into(),
        }
    }
}
