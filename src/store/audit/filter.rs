//! Which entries of the record are meant.

use super::normal_name;
use crate::{Id, StoreError, Timestamp};

/// Which entries; what is none does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Of this guild.
    pub guild_id: Option<Id>,
    /// Of this person.
    pub user_id: Option<Id>,
    /// With exactly this action.
    pub action: Option<String>,
    /// With this action or one below it: `club` and `club.` mean `club`,
    /// `club.analysis.save` and so on, but not `clubs.merge`.
    pub action_prefix: Option<String>,
    /// Of this request.
    pub request_id: Option<String>,
    /// About this kind of thing.
    pub resource_type: Option<String>,
    /// About this thing.
    pub resource_id: Option<String>,
    /// That worked, or that did not.
    pub success: Option<bool>,
    /// Not before this moment.
    pub from: Option<Timestamp>,
    /// Before this moment.
    pub until: Option<Timestamp>,
}

impl AuditFilter {
    /// The same with its names written as they are stored.
    pub(super) fn normal(&self) -> Result<Self, StoreError> {
        let normal = |name: &Option<String>| name.as_deref().map(normal_name).transpose();
        Ok(Self {
            action: normal(&self.action)?,
            action_prefix: normal(&self.action_prefix)?,
            resource_type: normal(&self.resource_type)?,
            ..self.clone()
        })
    }
}

/// What all actions below `prefix` lie between: the first is the least that one of them
/// could be, the second is greater than all of them.
pub(super) fn below(prefix: &str) -> (String, String) {
    // The slash comes next after the dot.
    (format!("{prefix}."), format!("{prefix}/"))
}
