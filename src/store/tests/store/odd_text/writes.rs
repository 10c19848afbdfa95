//! One text in every place that takes one, read back through the store.

use slimy_store::chat::usage;
use slimy_store::club::{self, AnalysisChanges, Right};
use slimy_store::{
    Db, Id, Json, PageRequest, audit, chat, guilds, limits, members, sessions, users,
};

use super::values::{
    alert, alias, analysis, conversation, correction, draft, entry, exchange, file, member,
    outcome, post, proposal, reserve, revision, user,
};
use crate::support::{at, new_guild, some};

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
    changes(db, &person.id, &guild.id, text).await;
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
    let found = audit::list(db, &filter, &PageRequest::first(1))
        .await
        .unwrap();
    assert_eq!(
        (&found.items[0].id, &found.items[0].details),
        (&written.id, &written.details)
    );

    analyses(db, &person.id, &guild.id, text).await;
    history(db, &person.id, &guild.id, text).await;
    chats(db, &person.id, text).await;
    calls(db, &person.id, text).await;
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

async fn changes(db: &Db, user: &Id, guild: &Id, text: &str) {
    let (made, waits) = (revision(user, guild, text), proposal(user, guild, text));
    let mut tx = db.begin().await.unwrap();
    let number = guilds::record_revision(&mut tx, made.clone(), at(1)).await;
    let id = guilds::propose(&mut tx, waits.clone(), at(1))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let found = guilds::find_revision(db, guild, number.unwrap()).await;
    assert_eq!(found.unwrap().unwrap().changes, made.changes);
    let found = guilds::find_proposal(db, (guild, user), &id, at(1)).await;
    let found = found.unwrap().unwrap();
    assert_eq!(
        (&found.content, found.base.as_str()),
        (&waits.content, text)
    );
    guilds::rebase_proposal(db, &id, text).await.unwrap();
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

async fn history(db: &Db, user: &Id, guild: &Id, text: &str) {
    let fits = text.chars().count() <= limits::CLUB_NAME && !text.is_empty();
    let name = if fits { text } else { "t" };
    let mut tx = db.begin().await.unwrap();
    let made = club::create_member(&mut tx, member(guild, name), at(0)).await;
    let made = made.unwrap().row;
    assert_eq!(
        (made.name.as_str(), made.display_name.as_deref()),
        (name, Some(name))
    );
    let key = format!("{name}.");
    let renamed = club::rename_member(&mut tx, guild, &made.id, (&key, &key), Some(user), at(1));
    assert_eq!(renamed.await.unwrap(), club::Naming::Done);
    let renamed = club::rename_member(&mut tx, guild, &made.id, (name, name), Some(user), at(2));
    assert_eq!(renamed.await.unwrap(), club::Naming::Done);
    let added = club::add_alias(&mut tx, alias(guild, &made.id, name), at(2)).await;
    assert!(matches!(added.unwrap(), club::AliasOutcome::Added(_)));
    let set = club::set_correction(&mut tx, correction(guild, &made.id, user, name), at(2)).await;
    assert_eq!(set.unwrap().correction.reason.as_deref(), Some(name));
    assert!(
        club::queue_alert(&mut tx, alert(guild, name), at(3))
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();

    let found = club::find_member_by_key(db, guild, name)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((&found.id, found.name.as_str()), (&made.id, name));
    let aliases = club::list_aliases(db, guild).await.unwrap();
    assert!(aliases.iter().any(|one| one.alias == name), "{aliases:?}");
    let waiting = club::due_alerts(db, at(9), 100).await.unwrap();
    let told = waiting.iter().find(|one| one.guild_id == *guild).unwrap();
    assert_eq!(told.payload, alert(guild, name).payload);
    assert!(
        club::alert_failed(db, &told.id, name, None, at(4))
            .await
            .unwrap()
    );
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
    files(db, &question, user, text).await;
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

async fn files(db: &Db, question: &chat::Message, user: &Id, text: &str) {
    let fits = text.chars().count() <= limits::CONTENT_TYPE;
    let name = if fits { text } else { "t" };
    let mut tx = db.begin().await.unwrap();
    let kept = chat::create_attachments(&mut tx, &[file(&question.id, name)], at(1)).await;
    let kept = kept.unwrap();
    tx.commit().await.unwrap();
    let place = question.position;
    let found = chat::attachments(db, &question.conversation_id, user, place, place).await;
    assert_eq!(found.unwrap(), kept);
    assert_eq!(
        (kept[0].file_name.as_str(), kept[0].content_type.as_str()),
        (name, name)
    );
    let bytes = chat::attachment_bytes(db, &kept[0].id).await.unwrap();
    assert_eq!(bytes, name.as_bytes());
}

async fn calls(db: &Db, user: &Id, text: &str) {
    let fits = text.chars().count() <= limits::MODEL && !text.is_empty();
    let model = if fits { text } else { "t" };
    let call = reserve(user, model);
    usage::reserve(db, &call, at(0)).await.unwrap();
    let open = usage::stale(db, at(1)).await.unwrap();
    assert!(open.iter().any(|one| one.model == model), "{model:?}");
    let found = usage::by_model(db, &call.month).await.unwrap();
    assert!(found.iter().any(|one| one.model == model), "{model:?}");
}
