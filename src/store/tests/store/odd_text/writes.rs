//! One text in every place that takes one.

use slimy_store::audit::{self, NewAuditEntry};
use slimy_store::chat::{
    self, Message, MessageStatus, NewConversation, NewMessage, NewPost, Outcome,
};
use slimy_store::club::{self, AnalysisChanges, NewAnalysis, NewDraft, NewSaved, Right};
use slimy_store::{Db, Id, Json, StoreError, guilds, limits, members, sessions, users};

use crate::support::{at, new_draft, new_guild, new_saved, new_user, person_in_guild, some};

fn user(text: &str) -> users::NewUser {
    users::NewUser {
        discord_id: text.to_owned(),
        username: some(text),
        global_name: some(text),
        avatar: some(text),
    }
}

fn entry(text: &str) -> NewAuditEntry {
    NewAuditEntry {
        details: Some(Json(serde_json::json!({ text: [text] }))),
        ip_address: some(text),
        user_agent: some(text),
        session_id: some(text),
        request_id: some(text),
        error_message: some(text),
        ..NewAuditEntry::new("a.b", "thing", text, at(0))
    }
}

fn saved(text: &str) -> NewSaved {
    let mut saved = new_saved(text);
    let own = || text.to_owned();
    for image in &mut saved.images {
        (image.name, image.content_type, image.sha256) = (own(), own(), own());
    }
    let metric = &mut saved.metrics[0];
    (metric.name, metric.unit, metric.category) = (own(), own(), own());
    for power in &mut saved.powers {
        (power.member, power.last_seen, power.seen_in) = (own(), Some(own()), vec![own()]);
    }
    saved
}

fn analysis(user: &Id, guild: &Id, text: &str) -> NewAnalysis {
    NewAnalysis {
        guild_id: guild.clone(),
        user_id: user.clone(),
        channel_id: some(text),
        title: some(text),
        metric: club::Metric::Sim,
        saved: saved(text),
    }
}

fn draft(user: &Id, guild: &Id, text: &str) -> NewDraft {
    NewDraft {
        channel_id: some(text),
        summary: text.to_owned(),
        payload: Json(serde_json::json!({ text: text })),
        ..new_draft(user, guild, text)
    }
}

fn conversation(user: &Id, text: &str, title: &str) -> NewConversation {
    NewConversation {
        user_id: user.clone(),
        guild_id: None,
        channel_id: some(text),
        title: some(title),
        private: false,
    }
}

fn outcome(text: &str) -> Outcome {
    Outcome {
        model: some(text),
        finish_reason: some(text),
        error_kind: some(text),
        ..Outcome::new(MessageStatus::Failed, text)
    }
}

fn post(message: &Id, text: &str) -> NewPost {
    NewPost {
        discord_message_id: text.to_owned(),
        message_id: message.clone(),
        channel_id: text.to_owned(),
        part: 0,
    }
}

/// Writes it, reads it back through the store, and compares.
pub(super) async fn everywhere(db: &Db, text: &str) {
    let person = users::upsert(db, user(text), at(0)).await.unwrap().row;
    assert_eq!(
        users::find_by_discord_id(db, text).await.unwrap(),
        Some(person.clone())
    );
    assert_eq!(person.global_name.as_deref(), Some(text));
    let guild = guilds::upsert(db, new_guild(text, text), at(0))
        .await
        .unwrap()
        .row;
    assert_eq!(
        guilds::find_by_discord_id(db, text)
            .await
            .unwrap()
            .unwrap()
            .name,
        text
    );
    let roles = [text.to_owned()];
    members::upsert(db, &person.id, &guild.id, &roles, at(0))
        .await
        .unwrap();
    let member = members::find(db, &person.id, &guild.id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(member.roles, roles);
    settings(db, &guild.id, text).await;
    let nobodys = sessions::find_by_token(db, &text.to_owned().into(), at(0))
        .await
        .unwrap();
    assert_eq!(nobodys, None);

    let written = entry(text);
    assert!(audit::create(db, &written).await.unwrap());
    let filter = audit::AuditFilter {
        resource_id: some(text),
        ..Default::default()
    };
    let found = audit::list(db, &filter, &slimy_store::PageRequest::first(1))
        .await
        .unwrap();
    assert_eq!(
        (&found.items[0].id, &found.items[0].details),
        (&written.id, &written.details)
    );

    analyses(db, &person.id, &guild.id, text).await;
    chats(db, &person.id, text).await;
}

async fn settings(db: &Db, guild: &Id, text: &str) {
    let patch = serde_json::json!({ text: { "x": text } });
    let mut tx = db.begin().await.unwrap();
    let agreed = |_: &serde_json::Value| Ok::<_, ()>(());
    let change = guilds::merge_settings(&mut tx, guild, &patch, agreed, at(1))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let found = guilds::find(db, guild).await.unwrap().unwrap();
    assert_eq!(
        (&change.after, found.settings),
        (&patch, Some(Json(patch.clone())))
    );
}

async fn analyses(db: &Db, user: &Id, guild: &Id, text: &str) {
    let kept = club::create_draft(db, draft(user, guild, text), at(0))
        .await
        .unwrap();
    assert_eq!(club::find(db, &kept.id).await.unwrap(), Some(kept));
    let mut tx = db.begin().await.unwrap();
    let made = club::create(&mut tx, analysis(user, guild, text), at(0))
        .await
        .unwrap();
    let changes = AnalysisChanges {
        title: Some(some(text)),
        summary: some(text),
    };
    club::update(&mut tx, &made.id, changes, Right::Creator(user), at(1))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let found = club::find_with_relations(db, &made.id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (
            found.analysis.title.as_deref(),
            found.analysis.summary.as_str()
        ),
        (Some(text), text)
    );
    assert_eq!(
        (&found.images[0].name[..], &found.powers[0].member[..]),
        (text, text)
    );
    assert_eq!(found.powers[0].seen_in, [text]);
    let short: String = text.chars().take(limits::SEARCH_TERM).collect();
    for term in [short.to_uppercase(), short] {
        let hits = club::search_saved(db, guild, &term, 5).await;
        // Some letters have no capital, or several.
        if term.to_lowercase() == text.to_lowercase() {
            assert_eq!(hits.unwrap().len(), 1, "{term:?}");
        }
    }
}

async fn chats(db: &Db, user: &Id, text: &str) {
    let fits = text.chars().count() <= limits::TITLE && !text.trim().is_empty();
    let title = if fits { text } else { "t" };
    let begun = chat::create_conversation(db, conversation(user, text, title), at(0))
        .await
        .unwrap();
    assert!(
        chat::rename(db, &begun.id, user, title, at(1))
            .await
            .unwrap()
    );
    let found = chat::find_conversation(db, &begun.id, user)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (found.title.as_deref(), found.channel_id.as_deref()),
        (Some(title), Some(text))
    );
    let [question, answer] = exchange(db, &begun.id, user, text).await;
    assert_eq!(
        (question.content.as_str(), answer.model.as_deref()),
        (text, Some(text))
    );
    assert!(
        chat::save_progress(db, &answer.id, text, at(1))
            .await
            .unwrap()
    );
    chat::finish(db, &answer.id, &outcome(text), at(2))
        .await
        .unwrap();
    let said = chat::find_message(db, &answer.id).await.unwrap().unwrap();
    assert_eq!(
        (said.content.as_str(), said.error_kind.as_deref()),
        (text, Some(text))
    );
    chat::record_post(db, &post(&answer.id, text), at(2))
        .await
        .unwrap();
    assert_eq!(
        chat::find_by_post(db, text).await.unwrap().unwrap().id,
        answer.id
    );
}

async fn exchange(db: &Db, conversation: &Id, user: &Id, text: &str) -> [Message; 2] {
    let asked = NewMessage::question(conversation.clone(), user.clone(), text, at(0));
    let of = asked.id.clone();
    let answer = NewMessage::answer(conversation.clone(), user.clone(), of, text, at(0));
    let mut tx = db.begin().await.unwrap();
    let asked = chat::append(&mut tx, asked).await.unwrap();
    let answer = chat::append(&mut tx, answer).await.unwrap();
    tx.commit().await.unwrap();
    [asked, answer]
}

/// What each write says when one of its columns gets this text and the others do not.
pub(super) async fn refusals(db: &Db, text: &str) -> Vec<(&'static str, Option<StoreError>)> {
    let (person, guild) = person_in_guild(db).await;
    let begun = chat::create_conversation(db, conversation(&person, "c", "t"), at(0))
        .await
        .unwrap();
    let [_, answer] = exchange(db, &begun.id, &person, "fine").await;
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
        members::upsert(db, &person, &guild, &roles, at(0))
            .await
            .err(),
    ));
    let by_number = users::find_by_discord_id(db, text).await.err();
    said.push(("users.discord_id, asked", by_number));

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
    said.extend(of_analyses(db, &person, &guild, text).await);
    said.extend(of_chats(db, &person, &begun.id, &answer.id, text).await);
    said
}

async fn of_analyses(
    db: &Db,
    person: &Id,
    guild: &Id,
    text: &str,
) -> Vec<(&'static str, Option<StoreError>)> {
    let mut said = Vec::new();
    let odd = || text.to_owned();
    let changed: [(&str, fn(&mut NewAnalysis, String)); 12] = [
        ("channel_id", |new, odd| new.channel_id = Some(odd)),
        ("title", |new, odd| new.title = Some(odd)),
        ("summary", |new, odd| new.saved.summary = odd),
        ("image.name", |new, odd| new.saved.images[0].name = odd),
        ("image.content_type", |new, odd| {
            new.saved.images[0].content_type = odd
        }),
        ("image.sha256", |new, odd| new.saved.images[0].sha256 = odd),
        ("metric.name", |new, odd| new.saved.metrics[1].name = odd),
        ("metric.unit", |new, odd| new.saved.metrics[1].unit = odd),
        ("metric.category", |new, odd| {
            new.saved.metrics[1].category = odd
        }),
        ("power.member", |new, odd| new.saved.powers[2].member = odd),
        ("power.last_seen", |new, odd| {
            new.saved.powers[2].last_seen = Some(odd)
        }),
        ("power.seen_in", |new, odd| {
            new.saved.powers[2].seen_in = vec![odd]
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
) -> Vec<(&'static str, Option<StoreError>)> {
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
    said
}
