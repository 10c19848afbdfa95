//! What is written, with one text wherever it takes one.

use slimy_store::audit::NewAuditEntry;
use slimy_store::chat::usage::{Budget, Reserve};
use slimy_store::chat::{
    self, AttachmentKind, Message, MessageStatus, NewAttachment, NewConversation, NewMessage,
    NewPost, Outcome,
};
use slimy_store::club::{
    self, NewAlert, NewAlias, NewAnalysis, NewCorrection, NewDraft, NewMember, NewSaved,
};
use slimy_store::guilds::{Cause, NewProposal, NewRevision};
use slimy_store::{Db, Id, Json, users};

use crate::support::{at, new_draft, new_saved, some};

pub(super) fn user(text: &str) -> users::NewUser {
    users::NewUser {
        discord_id: text.to_owned(),
        username: some(text),
        global_name: some(text),
        avatar: some(text),
    }
}

pub(super) fn revision(user: &Id, guild: &Id, text: &str) -> NewRevision {
    NewRevision {
        guild_id: guild.clone(),
        user_id: Some(user.clone()),
        cause: Cause::Import,
        reverts: None,
        changes: Json(serde_json::json!({ text: { "before": text, "after": [text] } })),
    }
}

pub(super) fn proposal(user: &Id, guild: &Id, text: &str) -> NewProposal {
    NewProposal {
        guild_id: guild.clone(),
        user_id: user.clone(),
        content: Json(serde_json::json!({ text: [text] })),
        base: text.to_owned(),
        expires_at: at(9),
    }
}

pub(super) fn entry(text: &str) -> NewAuditEntry {
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

pub(super) fn saved(text: &str) -> NewSaved {
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

pub(super) fn analysis(user: &Id, guild: &Id, text: &str) -> NewAnalysis {
    NewAnalysis {
        guild_id: guild.clone(),
        user_id: user.clone(),
        channel_id: some(text),
        title: some(text),
        metric: club::Metric::Sim,
        source: club::Source::Screenshots,
        saved: saved(text),
    }
}

pub(super) fn draft(user: &Id, guild: &Id, text: &str) -> NewDraft {
    NewDraft {
        channel_id: some(text),
        summary: text.to_owned(),
        payload: Json(serde_json::json!({ text: text })),
        ..new_draft(user, guild, text)
    }
}

pub(super) fn member(guild: &Id, text: &str) -> NewMember {
    NewMember {
        guild_id: guild.clone(),
        name: text.to_owned(),
        name_key: text.to_owned(),
        display_name: some(text),
    }
}

/// Its key is another than the member's own.
pub(super) fn alias(guild: &Id, member: &Id, text: &str) -> NewAlias {
    NewAlias {
        guild_id: guild.clone(),
        member_id: member.clone(),
        alias: text.to_owned(),
        alias_key: format!("{text}!"),
        source: club::AliasSource::Fix,
        created_by: None,
    }
}

pub(super) fn correction(guild: &Id, member: &Id, by: &Id, text: &str) -> NewCorrection {
    NewCorrection {
        guild_id: guild.clone(),
        member_id: member.clone(),
        metric: club::Metric::Sim,
        week: "2024-W45".to_owned(),
        value: 1,
        reason: some(text),
        created_by: by.clone(),
    }
}

pub(super) fn alert(guild: &Id, text: &str) -> NewAlert {
    NewAlert {
        guild_id: guild.clone(),
        kind: text.to_owned(),
        key: text.to_owned(),
        payload: Json(serde_json::json!({ text: text })),
        due_at: at(1),
    }
}

pub(super) fn conversation(user: &Id, text: &str, title: &str) -> NewConversation {
    NewConversation {
        user_id: user.clone(),
        guild_id: None,
        channel_id: some(text),
        title: some(title),
        private: false,
    }
}

pub(super) fn outcome(text: &str) -> Outcome {
    Outcome {
        model: some(text),
        finish_reason: some(text),
        error_kind: some(text),
        ..Outcome::new(MessageStatus::Failed, text)
    }
}

pub(super) fn post(message: &Id, text: &str) -> NewPost {
    NewPost {
        discord_message_id: text.to_owned(),
        message_id: message.clone(),
        channel_id: text.to_owned(),
        part: 0,
    }
}

pub(super) fn file(message: &Id, text: &str) -> NewAttachment {
    NewAttachment {
        message_id: message.clone(),
        kind: AttachmentKind::Text,
        file_name: text.to_owned(),
        content_type: text.to_owned(),
        bytes: text.as_bytes().to_vec(),
        tokens: 1,
    }
}

pub(super) fn reserve(user: &Id, text: &str) -> Reserve {
    Reserve {
        user_id: user.clone(),
        guild_id: None,
        model: text.to_owned(),
        day: "2024-11-06".to_owned(),
        month: "2024-11".to_owned(),
        tokens: 1,
        budget: Budget::default(),
    }
}

/// A question and its answer in a conversation.
pub(super) async fn exchange(db: &Db, conversation: &Id, user: &Id, text: &str) -> [Message; 2] {
    let asked = NewMessage::question(conversation.clone(), user.clone(), text, at(0));
    let of = asked.id.clone();
    let answer = NewMessage::answer(conversation.clone(), user.clone(), of, text, at(0));
    let mut tx = db.begin().await.unwrap();
    let asked = chat::append(&mut tx, asked).await.unwrap();
    let answer = chat::append(&mut tx, answer).await.unwrap();
    tx.commit().await.unwrap();
    [asked, answer]
}
