//! What a guild's owner does with what is the guild's.

use slimy_store::{
    PageRequest,
    audit::AuditFilter,
    export as store, guilds as stored,
    holdings::{self, Holding},
    on_both_engines, users,
};
use slimy_words::Language;

use super::{
    super::{Fate, Fault, guild},
    room::{arrives, form, records, room, text, unpacked},
};
use crate::{Error, UserError, audit};

on_both_engines! {
    async fn a_guild_is_exported_without_what_its_people_said(test: TestDb) {
        let room = room(&test).await;
        room.talks(&room.bob, Some(&room.club), 1).await;
        let made = guild::export(&room.services, &room.ana, form(Language::En)).await.unwrap();
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

    async fn exported_deleted_and_exported_again_nothing_is_left_but_what_was_announced(test: TestDb) {
        let room = room(&test).await;
        room.talks(&room.bob, Some(&room.club), 1).await;
        let first = unpacked(guild::export(&room.services, &room.ana, form(Language::En)).await.unwrap()).await;
        let announced = guild::show(&room.services, &room.ana).await.unwrap().held;
        let gone = guild::delete(&room.services, &room.ana, "Slimy Club").await.unwrap();
        let mut done = gone.rows;
        let mut said: Vec<_> = announced.iter().filter(|one| one.fate != Fate::Stays).map(|one| (one.holding, one.rows)).collect();
        done.sort_unstable();
        said.sort_unstable();
        assert_eq!(done, said);
        let left = holdings::of_guild(&test.db, &room.club).await.unwrap();
        for one in announced {
            let rows = left.iter().find(|left| left.holding == one.holding).unwrap().rows;
            let stays = one.fate == Fate::Stays;
            assert!(if stays { rows >= one.rows } else { rows == 0 }, "{one:?}: {rows}");
        }
        // What stays on record is what was there, entry by entry; nothing else comes out any more.
        let filter = AuditFilter { guild_id: Some(room.club.clone()), ..AuditFilter::default() };
        let recorded = slimy_store::audit::list(&test.db, &filter, &PageRequest::first(100)).await.unwrap().items;
        for entry in records(&first, "audit_logs") {
            assert!(recorded.iter().any(|one| one.id.as_str() == entry["id"]), "{entry} is gone");
        }
        let mut again = store::of_guild(&test.db, room.club.clone());
        assert_eq!(again.next().await.unwrap(), None);

        // Who adds the bot again begins anew.
        let mut owner = arrives(&room.services, "11", "22").await;
        owner.membership.as_mut().unwrap().is_owner = true;
        let files = unpacked(guild::export(&room.services, &owner, form(Language::En)).await.unwrap()).await;
        let tables: Vec<_> = files.keys().filter(|name| name.starts_with("json/")).collect();
        assert_eq!(tables, ["json/audit_logs.json", "json/guilds.json", "json/user_guilds.json"]);
        let all = files.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        assert!(all.into_iter().all(|text| !text.contains(room.club.as_str())));
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
                guild::export(&room.services, &actor, form(Language::En)).await.map(drop),
                guild::delete(&room.services, &actor, "Slimy Club").await.map(drop),
            ];
            assert!(refused.iter().all(|one| matches!(one, Err(Error::User(_)))), "{refused:?}");
        }
        assert!(stored::find(&test.db, &room.club).await.unwrap().is_some());
    }
}
