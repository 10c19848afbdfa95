//! The `audit` and `retention` topics as the rules ask for them.

use serde_json::Value;

use super::{AUDIT_ACTIONS, AUDIT_CHANNEL, CHAT_DAYS, texts};

/// The `audit` topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditSettings {
    /// Discord id of the channel to which entries are mirrored; without one they are not.
    pub channel: Option<String>,
    /// Whose entries are mirrored: actions, and beginnings of actions that end in a dot.
    pub actions: Vec<String>,
}

/// The `retention` topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetentionSettings {
    /// For how many days chat is kept; none is forever.
    pub chat_days: Option<u32>,
}

impl AuditSettings {
    pub(super) fn of_document(document: &Value) -> Self {
        Self {
            channel: match AUDIT_CHANNEL.value(document) {
                Value::String(channel) => Some(channel),
                _ => None,
            },
            actions: texts(&AUDIT_ACTIONS, document),
        }
    }

    /// Whether entries of `action` are among those that are mirrored, where there is a channel for
    /// them. `club.import.` stands for `club.import` too.
    pub fn mirrors(&self, action: &str) -> bool {
        self.actions
            .iter()
            .any(|listed| match listed.strip_suffix('.') {
                Some(topic) => action
                    .strip_prefix(topic)
                    .is_some_and(|below| below.is_empty() || below.starts_with('.')),
                None => listed == action,
            })
    }
}

impl RetentionSettings {
    pub(super) fn of_document(document: &Value) -> Self {
        let days = CHAT_DAYS.value(document).as_u64();
        Self {
            chat_days: days
                .and_then(|days| days.try_into().ok())
                .filter(|days| *days > 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{audit, settings::check};

    #[test]
    fn by_default_what_changes_or_takes_away_for_all_would_be_mirrored_and_chat_is_kept() {
        let audit = AuditSettings::of_document(&Value::Null);
        assert_eq!(audit.channel, None);
        for mirrored in [
            audit::GUILD_SETTINGS_UPDATE,
            audit::DATA_EXPORT,
            "data.delete",
            audit::CLUB_ANALYSIS_SAVE,
            audit::CLUB_ANALYSIS_DELETE,
            audit::CLUB_IMPORT,
            audit::CLUB_IMPORT_UNDO,
            audit::CLUB_SNAPSHOT_ROLLBACK,
        ] {
            assert!(audit.mirrors(mirrored), "{mirrored}");
        }
        for other in [
            audit::CHAT_MESSAGE,
            audit::CLUB_ANALYSIS_DRAFT,
            "command.settings.get",
            "database.x",
            "club.imports",
        ] {
            assert!(!audit.mirrors(other), "{other}");
        }
        let retention = RetentionSettings::of_document(&Value::Null);
        assert_eq!(retention.chat_days, None);
    }

    #[test]
    fn what_is_set_is_read() {
        let document = json!({
            "audit": {"channel": "5", "actions": ["chat.message"]},
            "retention": {"chatDays": 30},
        });
        assert_eq!(check(&document), Ok(()));
        let audit = AuditSettings::of_document(&document);
        assert_eq!(audit.channel.as_deref(), Some("5"));
        assert!(audit.mirrors("chat.message") && !audit.mirrors("data.export"));
        let retention = RetentionSettings::of_document(&document);
        assert_eq!(retention.chat_days, Some(30));
    }

    #[test]
    fn what_cannot_be_used_has_its_default() {
        let document = json!({
            "audit": {"channel": "#log", "actions": ["*"]},
            "retention": {"chatDays": 3_651},
        });
        let audit = AuditSettings::of_document(&document);
        assert_eq!(audit, AuditSettings::of_document(&Value::Null));
        let retention = RetentionSettings::of_document(&document);
        assert_eq!(retention.chat_days, None);
    }
}
