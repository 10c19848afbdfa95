//! What the store says to a text that no column may hold, column by column.

mod history;

use slimy_store::audit::{self, NewAuditEntry};
use slimy_store::chat::{self, MessageStatus, NewMessage, Outcome, usage};
use slimy_store::club::{self, NewAnalysis, NewDraft};
use slimy_store::guilds::NewProposal;
use slimy_store::{Db, Id, StoreError, guilds, members, users};

use super::values::{
    analysis, conversation, draft, entry, exchange, file, post, proposal, reserve, revision,
};
use crate::support::{at, new_draft, new_guild, new_user, person_in_guild, some};

/// Puts a text into one of an analysis's columns.
type Change = fn(&mut NewAnalysis, String);

/// A column, and the error that a write to it gave.
type Said = (&'static str, Option<StoreError>);

/// What each write says when one of its columns gets this text and the others do not.
pub(super) async fn of(db: &Db, text: &str) -> Vec<Said> {
    let (person, guild) = person_in_guild(db).await;
    let begun = chat::create_conversation(db, conversation(&person, "c", "t"), at(0))
        .await
        .unwrap();
    let [_, answer] = exchange(db, &begun.id, &person, "fine").await;
    let mut said = of_people(db, &person, &guild, text).await;
    said.extend(of_settings(db, &person, &guild, text).await);
    said.extend(of_entries(db, text).await);
    said.extend(of_analyses(db, &person, &guild, text).await);
    said.extend(history::of(db, &person, &guild, text).await);
    said.extend(of_chats(db, &person, &begun.id, &answer.id, text).await);
    said
}

async fn of_people(db: &Db, person: &Id, guild: &Id, text: &str) -> Vec<Said> {
    let mut said = Vec::new();
    let odd = || some(text);
    for (column, new) in [
        (
            "users.discord_id",
            users::NewUser {
                discord_id: text.to_owned(),
                ..new_user("8")
            },
        ),
        (
            "users.username",
            users::NewUser {
                username: odd(),
                ..new_user("8")
            },
        ),
        (
            "users.global_name",
            users::NewUser {
                global_name: odd(),
                ..new_user("8")
            },
        ),
        (
            "users.avatar",
            users::NewUser {
                avatar: odd(),
                ..new_user("8")
            },
        ),
    ] {
        said.push((column, users::upsert(db, new, at(0)).await.err()));
    }
    said.push((
        "guilds.discord_id",
        guilds::upsert(db, new_guild(text, "G"), at(0)).await.err(),
    ));
    said.push((
        "guilds.name",
        guilds::ensure(db, new_guild("8", text), at(0)).await.err(),
    ));
    let roles = [text.to_owned()];
    said.push((
        "roles",
        members::upsert(db, person, guild, &roles, at(0))
            .await
            .err(),
    ));
    let by_number = users::find_by_discord_id(db, text).await.err();
    said.push(("users.discord_id, asked", by_number));
    said
}

async fn of_settings(db: &Db, person: &Id, guild: &Id, text: &str) -> Vec<Said> {
    let mut said = Vec::new();
    let made = revision(person, guild, text);
    let mut tx = db.begin().await.unwrap();
    let recorded = guilds::record_revision(&mut tx, made, at(0)).await;
    said.push(("guild_settings_revisions.changes", recorded.err()));
    drop(tx);
    for (column, new) in [
        (
            "guild_settings_proposals.content",
            NewProposal {
                content: proposal(person, guild, text).content,
                ..proposal(person, guild, "fine")
            },
        ),
        (
            "guild_settings_proposals.base",
            NewProposal {
                base: text.to_owned(),
                ..proposal(person, guild, "fine")
            },
        ),
    ] {
        let mut tx = db.begin().await.unwrap();
        said.push((column, guilds::propose(&mut tx, new, at(0)).await.err()));
    }
    let mut tx = db.begin().await.unwrap();
    let waits = guilds::propose(&mut tx, proposal(person, guild, "fine"), at(0)).await;
    tx.commit().await.unwrap();
    let rebased = guilds::rebase_proposal(db, &waits.unwrap(), text).await;
    said.push(("guild_settings_proposals.base, rebased", rebased.err()));
    said
}

async fn of_entries(db: &Db, text: &str) -> Vec<Said> {
    let mut said = Vec::new();
    let odd = || some(text);
    let plain = || NewAuditEntry::new("a.b", "thing", "x", at(0));
    for (column, entry) in [
        (
            "audit.action",
            NewAuditEntry {
                action: text.to_owned(),
                ..plain()
            },
        ),
        (
            "audit.resource_type",
            NewAuditEntry {
                resource_type: text.to_owned(),
                ..plain()
            },
        ),
        (
            "audit.resource_id",
            NewAuditEntry {
                resource_id: text.to_owned(),
                ..plain()
            },
        ),
        (
            "audit.ip_address",
            NewAuditEntry {
                ip_address: odd(),
                ..plain()
            },
        ),
        (
            "audit.user_agent",
            NewAuditEntry {
                user_agent: odd(),
                ..plain()
            },
        ),
        (
            "audit.session_id",
            NewAuditEntry {
                session_id: odd(),
                ..plain()
            },
        ),
        (
            "audit.request_id",
            NewAuditEntry {
                request_id: odd(),
                ..plain()
            },
        ),
        (
            "audit.error_message",
            NewAuditEntry {
                error_message: odd(),
                ..plain()
            },
        ),
        (
            "audit.details",
            NewAuditEntry {
                details: entry(text).details,
                ..plain()
            },
        ),
    ] {
        // Also when it stands behind one that is fine.
        said.push((
            column,
            audit::create_many(db, &[plain(), entry]).await.err(),
        ));
    }
    said
}

async fn of_analyses(db: &Db, person: &Id, guild: &Id, text: &str) -> Vec<Said> {
    let mut said = Vec::new();
    let odd = || text.to_owned();
    let changed: [(&str, Change); 12] = [
        ("channel_id", |new, odd| new.channel_id = Some(odd)),
        ("title", |new, odd| new.title = Some(odd)),
        ("summary", |new, odd| new.saved.summary = odd),
        ("image.name", |new, odd| new.saved.images[0].name = odd),
        ("image.content_type", |new, odd| {
            new.saved.images[0].content_type = odd;
        }),
        ("image.sha256", |new, odd| new.saved.images[0].sha256 = odd),
        ("metric.name", |new, odd| new.saved.metrics[1].name = odd),
        ("metric.unit", |new, odd| new.saved.metrics[1].unit = odd),
        ("metric.category", |new, odd| {
            new.saved.metrics[1].category = odd;
        }),
        ("power.member", |new, odd| new.saved.powers[2].member = odd),
        ("power.last_seen", |new, odd| {
            new.saved.powers[2].last_seen = Some(odd);
        }),
        ("power.seen_in", |new, odd| {
            new.saved.powers[2].seen_in = vec![odd];
        }),
    ];
    for (column, change) in changed {
        let mut new = analysis(person, guild, "fine");
        change(&mut new, odd());
        let mut tx = db.begin().await.unwrap();
        said.push((column, club::create(&mut tx, new, at(0)).await.err()));
    }
    let payload = draft(person, guild, text).payload;
    let new = NewDraft {
        payload,
        ..new_draft(person, guild, "t")
    };
    said.push(("draft", club::create_draft(db, new, at(0)).await.err()));
    let found = club::search_saved(db, guild, text, 5).await.err();
    said.push(("search_text, asked", found));
    said
}

async fn of_chats(
    db: &Db,
    person: &Id,
    conversation_id: &Id,
    answer: &Id,
    text: &str,
) -> Vec<Said> {
    let mut said = Vec::new();
    for (column, channel, title) in [("chat.channel_id", text, "t"), ("chat.title", "c", text)] {
        let new = conversation(person, channel, title);
        said.push((
            column,
            chat::create_conversation(db, new, at(0)).await.err(),
        ));
    }
    let renamed = chat::rename(db, conversation_id, person, text, at(0))
        .await
        .err();
    said.push(("chat.title, renamed", renamed));
    let new = NewMessage::question(conversation_id.clone(), person.clone(), text, at(0));
    let mut tx = db.begin().await.unwrap();
    said.push(("message.content", chat::append(&mut tx, new).await.err()));
    drop(tx);
    said.push((
        "message.content, saved",
        chat::save_progress(db, answer, text, at(0)).await.err(),
    ));
    let plain = || Outcome::new(MessageStatus::Failed, "fine");
    for (column, outcome) in [
        (
            "outcome.content",
            Outcome {
                content: text.to_owned(),
                ..plain()
            },
        ),
        (
            "outcome.model",
            Outcome {
                model: some(text),
                ..plain()
            },
        ),
        (
            "outcome.finish_reason",
            Outcome {
                finish_reason: some(text),
                ..plain()
            },
        ),
        (
            "outcome.error_kind",
            Outcome {
                error_kind: some(text),
                ..plain()
            },
        ),
    ] {
        said.push((
            column,
            chat::finish(db, answer, &outcome, at(1)).await.err(),
        ));
    }
    said.push((
        "chat_posts",
        chat::record_post(db, &post(answer, text), at(1))
            .await
            .err(),
    ));
    let mut files = [file(answer, "f"), file(answer, "f")];
    text.clone_into(&mut files[0].file_name);
    text.clone_into(&mut files[1].content_type);
    for (column, file) in [
        "chat_attachments.file_name",
        "chat_attachments.content_type",
    ]
    .into_iter()
    .zip(files)
    {
        let mut tx = db.begin().await.unwrap();
        let refused = chat::create_attachments(&mut tx, &[file], at(1)).await;
        said.push((column, refused.err()));
    }
    let call = usage::reserve(db, &reserve(person, text), at(1)).await;
    said.push(("chat_reservations.model", call.err()));
    said
}
