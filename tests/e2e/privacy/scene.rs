//! People who have left something with the bot, and what is in a zip file.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _},
};

use discord_standin::{Answer, Member};
use serde_json::Value;
use slimy_store::{
    Id, PageRequest, Timestamp,
    audit::{self, AuditEntry, AuditFilter},
    chat::{
        self, AttachmentKind, MessageStatus, NewAttachment, NewConversation, NewMessage, Outcome,
    },
    guilds,
    holdings::{self, Held},
    users,
};
use zip::ZipArchive;

use crate::bot::Scene;

/// A moment long ago, so many seconds after another.
pub(super) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_micros((1_730_887_200 + seconds) * 1_000_000).expect("it is in the calendar")
}

/// The key of a person, if the bot knows them.
pub(super) async fn known(scene: &Scene, who: &Member) -> Option<Id> {
    let found = users::find_by_discord_id(&scene.test.db, &who.id().to_string()).await;
    found.expect("the store answers").map(|user| user.id)
}

/// The key of a person, whom the bot gets to know.
pub(super) async fn key(scene: &Scene, who: &Member) -> Id {
    who.types("/status").send().await.arrives().await;
    known(scene, who).await.expect("they are known")
}

/// The key of the scene's guild.
pub(super) async fn club(scene: &Scene) -> Option<Id> {
    let id = scene.guild.id().to_string();
    let found = guilds::find_by_discord_id(&scene.test.db, &id).await;
    found.expect("the store answers").map(|guild| guild.id)
}

/// A conversation of a question, with these files, and its answer.
pub(super) async fn talks(
    scene: &Scene,
    owner: &Id,
    guild: Option<&Id>,
    files: Vec<Vec<u8>>,
) -> Id {
    let db = &scene.test.db;
    let new = NewConversation {
        user_id: owner.clone(),
        guild_id: guild.cloned(),
        channel_id: None,
        title: Some("About snails".to_owned()),
        private: false,
    };
    let id = chat::create_conversation(db, new, at(0)).await;
    let id = id.expect("it begins").id;
    for (n, bytes) in (0..).zip(files) {
        let mut tx = db.begin().await.expect("a transaction begins");
        let question = NewMessage::question(id.clone(), owner.clone(), "How fast?", at(n));
        let question = chat::append(&mut tx, question).await.expect("it is asked");
        let file = NewAttachment {
            message_id: question.id.clone(),
            kind: AttachmentKind::Image,
            file_name: "snail.png".to_owned(),
            content_type: "image/png".to_owned(),
            bytes,
            tokens: 85,
        };
        let kept = chat::create_attachments(&mut tx, &[file], at(n)).await;
        kept.expect("it is kept");
        let of = question.id;
        let answer = NewMessage::answer(id.clone(), owner.clone(), of, "small-1", at(n));
        let answer = chat::append(&mut tx, answer).await.expect("it is answered");
        tx.commit().await.expect("it is stored");
        let outcome = Outcome::new(MessageStatus::Complete, "Slow.");
        let ended = chat::finish(db, &answer.id, &outcome, at(n)).await;
        ended.expect("it ends");
    }
    id
}

/// What is in the zip files of an answer, by name.
pub(super) fn unpacked(answer: &Answer) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for file in answer.files() {
        assert!(file.name.rsplit('.').next() == Some("zip"), "{}", file.name);
        let archive = ZipArchive::new(Cursor::new(file.bytes));
        let mut archive = archive.expect("each is a zip file by itself");
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).expect("it has that many");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("it is whole");
            let name = file.name().expect("it has a name").into_owned();
            assert!(all.insert(name, bytes).is_none());
        }
    }
    all
}

/// The records of a table in them.
pub(super) fn records(files: &BTreeMap<String, Vec<u8>>, table: &str) -> Vec<Value> {
    match files.get(&format!("json/{table}.json")) {
        Some(bytes) => serde_json::from_slice(bytes).expect("it is JSON"),
        None => Vec::new(),
    }
}

/// What is stored about a person, of which there is some.
pub(super) async fn held(scene: &Scene, id: &Id) -> Vec<Held> {
    let held = holdings::of_user(&scene.test.db, id).await;
    let held = held.expect("the store answers").into_iter();
    held.filter(|one| one.rows > 0).collect()
}

/// How many kinds an answer lists, each in a line.
pub(super) fn listed(text: &str) -> usize {
    text.lines().filter(|line| line.starts_with("- ")).count()
}

/// The newest entries of the audit log.
pub(super) async fn entries(scene: &Scene) -> Vec<AuditEntry> {
    let page = PageRequest::first(100);
    let found = audit::list(&scene.test.db, &AuditFilter::default(), &page).await;
    found.expect("the store answers").items
}

/// Bytes that no packing makes smaller.
pub(super) fn noise(seed: u64, size: usize) -> Vec<u8> {
    let mut state = seed;
    let mut next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        u8::try_from(state >> 56).expect("the upper eight bits")
    };
    (0..size).map(|_| next()).collect()
}
