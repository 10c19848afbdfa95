//! The rules on a test's database, with people who have left something in two guilds.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _},
    sync::Arc,
};

use serde_json::Value;
use slimy_store::{
    Engine, Id, ManualClock, PageRequest, Timestamp,
    audit::{self, AuditEntry, AuditFilter},
    chat::{
        self, AttachmentKind, MessageStatus, NewAttachment, NewConversation, NewMessage, Outcome,
    },
    testing::TestDb,
};
use slimy_words::{Language, Words};
use tempfile::TempDir;
use zip::ZipArchive;

use super::super::{Exported, Form};
use crate::{
    Services,
    identity::{self, Person, Place},
    rights::{Actor, Membership},
    testing,
};

pub(super) struct Room {
    pub(super) services: Services,
    pub(super) clock: Arc<ManualClock>,
    /// Owns the first guild.
    pub(super) ana: Actor,
    /// A member there, and of the second guild.
    pub(super) bob: Actor,
    pub(super) club: Id,
    pub(super) other: Id,
    _journal: TempDir,
}

/// A moment, so many days after the first.
pub(super) fn day(days: i64) -> Timestamp {
    Timestamp::from_micros((1_795_500_000 + days * 86_400) * 1_000_000).unwrap()
}

pub(super) async fn room(test: &TestDb) -> Room {
    let journal = TempDir::new().unwrap();
    let clock = Arc::new(ManualClock::new(day(0)));
    let services = testing::services(&test.db, clock.clone(), &journal);
    let club = testing::guild(&test.db, "22", "Slimy Club", day(0)).await;
    let other = testing::guild(&test.db, "23", "Elsewhere", day(0)).await;
    let mut ana = arrives(&services, "11", "22").await;
    let place = ana.membership.as_mut().unwrap();
    (place.is_owner, place.manage_guild) = (true, true);
    arrives(&services, "12", "23").await;
    let bob = arrives(&services, "12", "22").await;
    Room {
        services,
        clock,
        ana,
        bob,
        club,
        other,
        _journal: journal,
    }
}

/// Somebody as they use the bot in a guild.
pub(super) async fn arrives(services: &Services, person: &str, guild: &str) -> Actor {
    let person = Person {
        discord_id: person.to_owned(),
        username: format!("person{person}"),
        global_name: None,
        avatar: None,
    };
    let place = Place {
        discord_id: guild.to_owned(),
        name: "Slimy Club".to_owned(),
        roles: Vec::new(),
    };
    let known = identity::arrive(services, &person, Some(&place), "33")
        .await
        .unwrap();
    Actor {
        user_id: known.user_id,
        membership: known.guild_id.map(|guild_id| Membership {
            guild_id,
            roles: Vec::new(),
            is_owner: false,
            manage_guild: false,
            manage_messages: false,
        }),
        is_host: false,
        request_id: "33".to_owned(),
    }
}

/// From here on no membership can be deleted: what deletes breaks off there.
pub(super) async fn keep_memberships(test: &TestDb) {
    let hold: &[&str] = match test.engine() {
        Engine::Sqlite => &[
            "CREATE TRIGGER held BEFORE DELETE ON user_guilds BEGIN SELECT RAISE(ABORT, 'held'); END",
        ],
        Engine::Postgres => &[
            "CREATE FUNCTION held() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''held''; END'",
            "CREATE TRIGGER held BEFORE DELETE ON user_guilds FOR EACH ROW EXECUTE FUNCTION held()",
        ],
    };
    for statement in hold {
        test.execute(statement).await;
    }
}

/// They can again.
pub(super) async fn release_memberships(test: &TestDb) {
    let go = match test.engine() {
        Engine::Sqlite => "DROP TRIGGER held",
        Engine::Postgres => "DROP TRIGGER held ON user_guilds",
    };
    test.execute(go).await;
}

/// An export as it usually is.
pub(super) fn form(language: Language) -> Form {
    Form {
        words: Words::of(language),
        most: 8 << 20,
    }
}

/// What is in a zip file, by name; several parts as one.
pub(super) async fn unpacked(exported: Exported) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for part in exported.parts {
        let size = part.size();
        let bytes = part.read().await.unwrap();
        assert_eq!(bytes.len() as u64, size);
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            let name = file.name().unwrap().into_owned();
            assert!(
                all.insert(name.clone(), bytes).is_none(),
                "{name} is there twice"
            );
        }
    }
    all
}

pub(super) fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let bytes = files
        .get(name)
        .unwrap_or_else(|| panic!("{name} is not among {:?}", files.keys()));
    String::from_utf8(bytes.clone()).unwrap()
}

pub(super) fn records(files: &BTreeMap<String, Vec<u8>>, table: &str) -> Vec<Value> {
    serde_json::from_str(&text(files, &format!("json/{table}.json"))).unwrap()
}

impl Room {
    /// A conversation with one question, which has a file, and its answer; its key.
    pub(super) async fn talks(&self, who: &Actor, guild: Option<&Id>, when: i64) -> Id {
        let db = &self.services.db;
        let at = day(when);
        let new = NewConversation {
            user_id: who.user_id.clone(),
            guild_id: guild.cloned(),
            channel_id: Some("33".to_owned()),
            title: Some("About snails".to_owned()),
            private: false,
        };
        let id = chat::create_conversation(db, new, at).await.unwrap().id;
        let mut tx = db.begin().await.unwrap();
        let asked = NewMessage::question(id.clone(), who.user_id.clone(), "How *fast*?", at);
        let asked = chat::append(&mut tx, asked).await.unwrap().id;
        let file = NewAttachment {
            message_id: asked.clone(),
            kind: AttachmentKind::Image,
            file_name: "my [snail].png".to_owned(),
            content_type: "image/png".to_owned(),
            bytes: vec![0, 159, 255],
            tokens: 85,
        };
        chat::create_attachments(&mut tx, &[file], at)
            .await
            .unwrap();
        let answer = NewMessage::answer(id.clone(), who.user_id.clone(), asked, "small-1", at);
        let answer = chat::append(&mut tx, answer).await.unwrap().id;
        tx.commit().await.unwrap();
        let outcome = Outcome::new(MessageStatus::Complete, "=Slow.\n```rust");
        chat::finish(db, &answer, &outcome, at).await.unwrap();
        id
    }

    pub(super) async fn audited(&self, action: &str) -> Vec<AuditEntry> {
        self.services.recorder.flush().await.unwrap();
        let filter = AuditFilter {
            action: Some(action.to_owned()),
            ..AuditFilter::default()
        };
        let page = audit::list(&self.services.db, &filter, &PageRequest::first(20)).await;
        page.unwrap().items
    }

    /// How many conversations of whomever are stored in a guild.
    pub(super) async fn conversations_in(&self, guild: &Id) -> u64 {
        let held = slimy_store::holdings::of_guild(&self.services.db, guild).await;
        let held = held.unwrap().into_iter();
        let kind = slimy_store::holdings::Holding::Conversations;
        held.filter(|one| one.holding == kind)
            .map(|one| one.rows)
            .sum()
    }
}
