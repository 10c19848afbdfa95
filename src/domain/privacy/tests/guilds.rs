//! What a guild's owner does with what is the guild's.

use slimy_store::{guilds as stored, holdings::Holding, on_both_engines, users};

use super::{
    super::{Fate, Fault, guild},
    room::{arrives, records, room, text, unpacked},
};
use crate::{Error, UserError, audit};

const MOST: u64 = 8 << 20;

on_both_engines! {
    async fn a_guild_is_exported_without_what_its_people_said(test: TestDb) {
        let room = room(&test).await;
        room.talks(&room.bob, Some(&room.club), 1).await;
        let made = guild::export(&room.services, &room.ana, "read".to_owned(), MOST).await.unwrap();
        assert_eq!((made.messages, made.parts[0].name.as_str()), (0, "slimy-server-2026-11-24.zip"));
        let files = unpacked(made).await;
        assert_eq!(records(&files, "guilds")[0]["discordId"], "22");
        assert_eq!(records(&files, "user_guilds").len(), 2);
        assert!(text(&files, "csv/audit_logs.csv").contains("user.create"));
        assert!(!files.keys().any(|name| name.contains("chat_m") || name.starts_with("conv")));
        let entry = &room.audited(audit::DATA_EXPORT).await[0];
        assert_eq!((entry.resource_type.as_str(), entry.resource_id.as_str()), ("guild", room.club.as_str()));
    }

    async fn what_would_become_of_it_is_shown_and_then_done(test: TestDb) {
        let room = room(&test).await;
        room.talks(&room.bob, Some(&room.club), 1).await;
        room.talks(&room.bob, Some(&room.other), 1).await;
        let shown = guild::show(&room.services, &room.ana).await.unwrap();
        assert_eq!(shown.name, "Slimy Club");
        let of = |holding| shown.held.iter().find(|one| one.holding == holding).map(|one| (one.rows, one.fate));
        assert_eq!(of(Holding::Conversations), Some((1, Fate::Goes)));
        assert_eq!(of(Holding::AuditEntries), Some((1, Fate::Stays)));

        let refused = guild::delete(&room.services, &room.ana, "Slimy").await;
        let expected = Fault::OtherName { name: "Slimy Club".to_owned() };
        assert!(matches!(refused, Err(Error::User(UserError::Privacy(fault))) if fault == expected));
        let gone = guild::delete(&room.services, &room.ana, "slimy  club ").await.unwrap();
        assert!(gone.rows.contains(&(Holding::Messages, 2)), "{gone:?}");
        assert_eq!(stored::find(&test.db, &room.club).await.unwrap(), None);
        assert_eq!(room.conversations_in(&room.other).await, 1, "the other guild is as it was");
        assert!(users::find(&test.db, &room.ana.user_id).await.unwrap().is_some());

        audit::command(&room.services, &room.ana, "guild-data delete", None).await.unwrap();
        assert_eq!(stored::find(&test.db, &room.club).await.unwrap(), None);
        let entry = &room.audited("command.guild-data.delete").await[0];
        assert_eq!(entry.guild_id, Some(room.club.clone()), "what happened stays on record");
        let again = arrives(&room.services, "11", "22").await;
        assert_ne!(again.guild_id(), Some(&room.club), "it begins anew");
    }

    async fn a_guilds_data_is_its_owners_alone(test: TestDb) {
        let room = room(&test).await;
        let mut admin = room.bob.clone();
        admin.membership.as_mut().unwrap().manage_guild = true;
        let mut host = room.bob.clone();
        host.is_host = true;
        let mut direct = room.ana.clone();
        direct.membership = None;
        for actor in [admin, host, direct] {
            let refused = [
                guild::show(&room.services, &actor).await.map(drop),
                guild::export(&room.services, &actor, String::new(), MOST).await.map(drop),
                guild::delete(&room.services, &actor, "Slimy Club").await.map(drop),
            ];
            assert!(refused.iter().all(|one| matches!(one, Err(Error::User(_)))), "{refused:?}");
        }
        assert!(stored::find(&test.db, &room.club).await.unwrap().is_some());
    }
}
