//! Settings as they are changed and read, on both engines.

mod changes;
mod files;
mod told;

use std::sync::Arc;

use serde_json::{Value, json};
use slimy_store::{
    Id, Page, PageRequest, SystemClock,
    audit::{self, AuditEntry, AuditFilter},
    guilds, on_both_engines,
    testing::TestDb,
};
use tempfile::TempDir;

use super::{Trouble, read, update};
use crate::{Error, Services, UserError, rights::Actor, testing};

/// The rules on a test's database, and an admin of a guild in it.
pub(super) struct Room {
    pub(super) services: Services,
    pub(super) admin: Actor,
    pub(super) guild_id: Id,
    _journal: TempDir,
}

pub(super) async fn room(test: &TestDb) -> Room {
    let journal = TempDir::new().unwrap();
    let services = testing::services(&test.db, Arc::new(SystemClock), &journal);
    let (mut admin, guild_id) = testing::admin(&test.db, services.now()).await;
    if let Some(place) = &mut admin.membership {
        place.roles = vec!["7".to_owned()];
    }
    Room {
        services,
        admin,
        guild_id,
        _journal: journal,
    }
}

impl Room {
    pub(super) async fn update(&self, patch: &Value) -> Result<(), Error> {
        update(&self.services, &self.admin, patch).await.map(|_| ())
    }

    async fn refused(&self, patch: &Value) -> String {
        match self.update(patch).await {
            Err(Error::User(UserError::SettingRefused(fault))) => fault.to_string(),
            other => panic!("{patch}: {other:?}"),
        }
    }

    async fn audited(&self) -> Vec<AuditEntry> {
        let filter = AuditFilter {
            action: Some(crate::audit::GUILD_SETTINGS_UPDATE.to_owned()),
            ..AuditFilter::default()
        };
        let page: Page<AuditEntry> =
            audit::list(&self.services.db, &filter, &PageRequest::first(10))
                .await
                .unwrap();
        page.items
    }
}

/// Why it could not be done.
pub(super) fn trouble(outcome: Result<impl std::fmt::Debug, Error>) -> Trouble {
    match outcome {
        Err(Error::User(UserError::Settings(trouble))) => trouble,
        other => panic!("{other:?}"),
    }
}

on_both_engines! {
    async fn a_change_is_seen_at_once_and_audited_with_before_and_after(test: TestDb) {
        let room = room(&test).await;
        assert_eq!(read(&room.services, &room.guild_id).await.unwrap().language, "en");

        let german = json!({"language": "de", "club": {"managerRoles": ["7"]}});
        room.update(&german).await.unwrap();
        room.update(&json!({"language": null, "features": {"chatBot": false}})).await.unwrap();

        let settings = read(&room.services, &room.guild_id).await.unwrap();
        assert_eq!(settings.language, "en");
        assert_eq!(settings.club.manager_roles, ["7"]);
        assert!(!settings.features.chat_bot && settings.features.club_analytics);

        let entries = room.audited().await;
        assert_eq!(entries.len(), 2);
        let last = &entries[0];
        assert_eq!(last.user_id.as_ref(), Some(&room.admin.user_id));
        assert_eq!(last.guild_id.as_ref(), Some(&room.guild_id));
        assert_eq!(last.resource_id, room.guild_id.as_str());
        assert_eq!(last.request_id.as_deref(), Some("33"));
        let details = json!({
            "language": {"before": "de", "after": null},
            "features.chatBot": {"before": null, "after": false},
        });
        assert_eq!(last.details.as_ref().map(|json| &json.0), Some(&details));
    }

    async fn a_faulty_change_is_refused_with_its_path_and_changes_nothing(test: TestDb) {
        let room = room(&test).await;
        let faulty = json!({"language": "de", "features": {"clubAnaltics": true}});
        assert_eq!(room.refused(&faulty).await, "features.clubAnaltics: no such setting");
        let told = room.refused(&json!({"timezone": "Mars"})).await;
        assert_eq!(told, "timezone: must be an IANA time zone like Europe/Berlin");
        let told = room.refused(&json!("de")).await;
        assert_eq!(told, "Settings must be an object with settings in it");

        assert_eq!(read(&room.services, &room.guild_id).await.unwrap().language, "en");
        assert!(room.audited().await.is_empty());
        let stored = guilds::find(&test.db, &room.guild_id).await.unwrap().unwrap();
        assert_eq!(stored.settings, None);
    }

    async fn what_changes_nothing_is_not_audited(test: TestDb) {
        let room = room(&test).await;
        room.update(&json!({"language": "de"})).await.unwrap();
        room.update(&json!({"language": "de", "timezone": null})).await.unwrap();
        assert_eq!(room.audited().await.len(), 1);
    }

    async fn a_stored_key_that_nobody_knows_stands_in_nobodys_way(test: TestDb) {
        let room = room(&test).await;
        test.execute(r#"UPDATE guilds SET settings = '{"later": {"key": 1}, "language": "tlh"}'
            WHERE discord_id = '22'"#).await;
        assert_eq!(read(&room.services, &room.guild_id).await.unwrap().language, "en");
        room.update(&json!({"timezone": "Europe/Berlin"})).await.unwrap();
        room.update(&json!({"language": "de"})).await.unwrap();
        let stored = guilds::find(&test.db, &room.guild_id).await.unwrap().unwrap();
        let expected = json!({"later": {"key": 1}, "language": "de", "timezone": "Europe/Berlin"});
        assert_eq!(stored.settings.map(|json| json.0), Some(expected));
        room.update(&json!({"later": null})).await.unwrap();
    }

    async fn two_admins_who_change_different_keys_at_once_both_win(test: TestDb) {
        let room = room(&test).await;
        let (language, timezone) = (json!({"language": "fr"}), json!({"timezone": "Asia/Tokyo"}));
        let both = tokio::join!(room.update(&language), room.update(&timezone));
        assert!(both.0.is_ok() && both.1.is_ok(), "{both:?}");
        let settings = read(&room.services, &room.guild_id).await.unwrap();
        assert_eq!((settings.language.as_str(), settings.timezone.as_str()), ("fr", "Asia/Tokyo"));
    }

    async fn settings_are_for_admins_of_their_own_guild(test: TestDb) {
        let mut room = room(&test).await;
        room.admin.membership.as_mut().unwrap().manage_guild = false;
        let refused = room.update(&json!({"language": "de"})).await;
        assert!(matches!(refused, Err(Error::User(UserError::MayNotChangeSettings))), "{refused:?}");
        room.admin.membership = None;
        let refused = room.update(&json!({"language": "de"})).await;
        assert!(matches!(refused, Err(Error::User(UserError::NotInGuild))), "{refused:?}");
        assert!(room.audited().await.is_empty());
    }
}
