//! Everything about a person or a guild comes out, once, in the shape that was promised.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use slimy_store::audit::NewAuditEntry;
use slimy_store::chat::{self, ConversationFilter, NewMessage, usage};
use slimy_store::export::{self, Export, Moment, Record};
use slimy_store::testing::TestDb;
use slimy_store::{Json, PageRequest, batches, club, guilds, on_both_engines};

use crate::club_history::new_member;
use crate::everything::{keys_of, one_of_everything};
use crate::support::{at, count, new_draft, new_user, raw, some};

/// Tables with a person's or a guild's key, and what they are called in an export.
const KINDS: [(&str, &str); 19] = [
    ("audit_logs", "auditLog"),
    ("chat_attachments", "chatAttachment"),
    ("chat_consents", "chatConsent"),
    ("chat_conversations", "chatConversation"),
    ("chat_messages", "chatMessage"),
    ("chat_reservations", "chatReservation"),
    ("chat_usage_guilds", "chatUsage"),
    ("chat_usage_users", "chatUsage"),
    ("club_alerts", "clubAlert"),
    ("club_aliases", "clubAlias"),
    ("club_analyses", "clubAnalysis"),
    ("club_corrections", "clubCorrection"),
    ("club_members", "clubMember"),
    ("club_powers", "clubPower"),
    ("guild_settings_proposals", "guildSettingsProposal"),
    ("guild_settings_revisions", "guildSettingsRevision"),
    ("sessions", "session"),
    ("user_guilds", "userGuild"),
    ("users", "user"),
];

/// Numbers about entries that are exported themselves.
const COUNTS: [&str; 2] = ["audit_daily_actions", "audit_daily_users"];

/// What was said to the bot is its owner's, and not the guild's.
const NOT_THE_GUILDS: [&str; 4] = [
    "chat_attachments",
    "chat_conversations",
    "chat_messages",
    "chat_reservations",
];

async fn all(mut export: Export) -> Vec<Value> {
    let mut records = Vec::new();
    while let Some(record) = export.next().await.unwrap() {
        records.push(serde_json::to_value(record).unwrap());
    }
    assert_eq!(export.next().await.unwrap(), None);
    records
}

fn kinds(records: &[Value]) -> BTreeMap<&str, usize> {
    let mut kinds = BTreeMap::new();
    for record in records {
        *kinds.entry(record["type"].as_str().unwrap()).or_default() += 1;
    }
    kinds
}

async fn all_tables_are_in(test: &TestDb, column: &str, records: &[Value], without: &[&str]) {
    let kinds = kinds(records);
    let of = if column == "user_id" {
        "users"
    } else {
        "guilds"
    };
    let named = keys_of(test, of).await;
    let named: BTreeSet<String> = named.into_iter().map(|(table, _)| table).collect();
    for table in named {
        if COUNTS.contains(&table.as_str()) || without.contains(&table.as_str()) {
            continue;
        }
        let kind = KINDS.iter().find(|(name, _)| *name == table);
        let (_, kind) = kind.unwrap_or_else(|| panic!("{table} is not exported"));
        assert!(
            kinds.contains_key(kind),
            "{table} is not exported: {kinds:?}"
        );
    }
}

on_both_engines! {
    async fn all_about_a_person_comes_out(test: TestDb) {
        let (user, _) = one_of_everything(&test.db).await;
        let records = all(export::of_user(&test.db, user)).await;
        all_tables_are_in(&test, "user_id", &records, &[]).await;
        let expected = BTreeMap::from([
            ("auditLog", 2),
            ("chatAttachment", 1),
            ("chatConsent", 1),
            ("chatConversation", 1),
            ("chatMessage", 3),
            ("chatPost", 1),
            ("chatReservation", 1),
            ("chatUsage", 2),
            ("clubAlias", 1),
            ("clubAnalysis", 3),
            ("clubAnalysisImage", 1),
            ("clubCorrection", 2),
            ("clubMember", 1),
            ("clubMetric", 3),
            ("clubPower", 4),
            ("guildSettingsProposal", 1),
            ("guildSettingsRevision", 1),
            ("session", 1),
            ("user", 1),
            ("userGuild", 1),
        ]);
        assert_eq!(kinds(&records), expected);
        let hash = "SELECT count(*) FROM sessions WHERE length(token_hash) = 64";
        assert_eq!(count(&test, hash).await, 1);
        let session = records.iter().find(|record| record["type"] == "session").unwrap();
        assert_eq!(session.as_object().unwrap().len(), 5, "{session}");
    }

    async fn all_of_a_guild_comes_out_but_what_its_people_said_to_the_bot(test: TestDb) {
        let (_, guild) = one_of_everything(&test.db).await;
        let records = all(export::of_guild(&test.db, guild)).await;
        all_tables_are_in(&test, "guild_id", &records, &NOT_THE_GUILDS).await;
        assert_eq!(records[0]["type"], "guild");
        assert!(!kinds(&records).contains_key("chatMessage"));
        let used: Vec<_> = records.iter().filter(|record| record["type"] == "chatUsage").collect();
        assert_eq!(used.len(), 2);
        assert!(used.iter().all(|one| one.get("userId").is_none() && one["used"] == 130), "{used:?}");
        let member = records.iter().find(|record| record["type"] == "clubMember").unwrap();
        assert_eq!((&member["name"], &member["linkStatus"]), (&json!("Ada"), &json!("confirmed")));
        assert!(member.get("confirmedBy").is_some(), "{member}");
        let alert = records.iter().find(|record| record["type"] == "clubAlert").unwrap();
        assert_eq!(alert["payload"], json!({ "joined": ["Ada"] }));
        let rolled_back = records.iter().find(|record| record.get("rolledBackAt").is_some()).unwrap();
        assert_eq!((&rolled_back["source"], &rolled_back["week"]), (&json!("import"), &json!("2024-W45")));
        let entry = records.iter().find(|record| record["action"] == "command.club.show").unwrap();
        assert!(entry.get("ipAddress").is_none() && entry.get("userId").is_some(), "{entry}");
    }

    async fn what_is_read_a_few_at_a_time_comes_out_whole_and_once(test: TestDb) {
        let (user, guild) = one_of_everything(&test.db).await;
        let analyses = async |export| kinds(&all(export).await)["clubAnalysis"];
        let by_user = analyses(export::of_user(&test.db, user.clone())).await;
        let by_guild = analyses(export::of_guild(&test.db, guild.clone())).await;
        for n in 0..10 {
            let draft = new_draft(&user, &guild, &format!("Draft {n}"));
            club::create_draft(&test.db, draft, at(n)).await.unwrap();
        }
        let mut tx = test.db.begin().await.unwrap();
        for n in 0..11 {
            let new = guilds::NewRevision {
                guild_id: guild.clone(), user_id: Some(user.clone()), cause: guilds::Cause::Change, reverts: None,
                changes: Json(json!({})),
            };
            guilds::record_revision(&mut tx, new, at(n)).await.unwrap();
            let new = guilds::NewProposal {
                guild_id: guild.clone(), user_id: user.clone(), content: Json(json!({})), base: String::new(), expires_at: at(99),
            };
            guilds::propose(&mut tx, new, at(n)).await.unwrap();
        }
        tx.commit().await.unwrap();
        for (export, analyses) in [
            (export::of_user(&test.db, user), by_user),
            (export::of_guild(&test.db, guild), by_guild),
        ] {
            let records = all(export).await;
            for (kind, count) in [("clubAnalysis", analyses + 10), ("guildSettingsRevision", 12), ("guildSettingsProposal", 10)] {
                let found: Vec<_> = records.iter().filter(|one| one["type"] == kind).collect();
                let ids: BTreeSet<_> = found.iter().map(|one| one["id"].as_str().unwrap()).collect();
                assert_eq!((found.len(), ids.len()), (count, count), "{kind}");
            }
        }
    }

    async fn who_else_had_to_do_with_it_is_in_no_persons_export(test: TestDb) {
        let (user, guild) = one_of_everything(&test.db).await;
        let other = slimy_store::users::upsert(&test.db, new_user("99"), at(0)).await.unwrap().row.id;
        raw(&test, &[
            format!("UPDATE club_analyses SET approved_by = '{other}', rolled_back_by = '{other}' WHERE week IS NOT NULL"),
            format!("UPDATE club_members SET confirmed_by = '{other}'"),
            format!("UPDATE club_corrections SET removed_by = '{other}' WHERE removed_at IS NOT NULL"),
        ])
        .await
        .unwrap();
        let named = |records: &[Value]| format!("{records:?}").matches(other.as_str()).count();
        assert_eq!(named(&all(export::of_user(&test.db, user)).await), 0);
        assert_eq!(named(&all(export::of_guild(&test.db, guild)).await), 4);
        let kinds_of_other = all(export::of_user(&test.db, other)).await;
        assert_eq!(kinds(&kinds_of_other), BTreeMap::from([("user", 1)]));
    }

    async fn a_large_club_comes_out_whole(test: TestDb) {
        let (user, guild) = one_of_everything(&test.db).await;
        let mut tx = test.db.begin().await.unwrap();
        for n in 0..250 {
            let member = new_member(&guild, &format!("m{n}"));
            let member = club::create_member(&mut tx, member, at(1)).await.unwrap().row.id;
            let alias = club::NewAlias {
                guild_id: guild.clone(), member_id: member.clone(), alias: format!("a{n}"), alias_key: format!("a{n}"),
                source: club::AliasSource::Import, created_by: Some(user.clone()),
            };
            club::add_alias(&mut tx, alias, at(1)).await.unwrap();
            let correction = club::NewCorrection {
                guild_id: guild.clone(), member_id: member, metric: club::Metric::Sim, week: "2024-W45".to_owned(),
                value: n, reason: None, created_by: user.clone(),
            };
            club::set_correction(&mut tx, correction, at(1)).await.unwrap();
            let alert = club::NewAlert {
                guild_id: guild.clone(), kind: "k".to_owned(), key: n.to_string(), payload: Json(json!({})), due_at: at(n),
            };
            club::queue_alert(&mut tx, alert, at(1)).await.unwrap();
        }
        tx.commit().await.unwrap();
        let of_guild = all(export::of_guild(&test.db, guild)).await;
        let of_guild = kinds(&of_guild);
        assert_eq!((of_guild["clubMember"], of_guild["clubAlias"], of_guild["clubCorrection"], of_guild["clubAlert"]), (251, 251, 252, 251));
        let of_user = all(export::of_user(&test.db, user)).await;
        let of_user = kinds(&of_user);
        assert_eq!((of_user["clubMember"], of_user["clubAlias"], of_user["clubCorrection"]), (1, 251, 252));
    }

    async fn nobody_has_an_empty_export(test: TestDb) {
        one_of_everything(&test.db).await;
        assert_eq!(all(export::of_user(&test.db, "nobody".into())).await, [Value::Null; 0]);
        assert_eq!(all(export::of_guild(&test.db, "nobody".into())).await, [Value::Null; 0]);
    }

    async fn files_and_books_come_out_whole(test: TestDb) {
        let (user, guild) = one_of_everything(&test.db).await;
        let new = chat::NewConversation {
            user_id: user.clone(), guild_id: Some(guild.clone()), channel_id: None, title: None, private: true,
        };
        let id = chat::create_conversation(&test.db, new, at(0)).await.unwrap().id;
        for _ in 0..3 {
            let mut tx = test.db.begin().await.unwrap();
            let question = NewMessage::question(id.clone(), user.clone(), "?", at(1));
            let message_id = chat::append(&mut tx, question).await.unwrap().id;
            let files: Vec<_> = (0..3).map(|n| chat::NewAttachment {
                message_id: message_id.clone(), kind: chat::AttachmentKind::Text, file_name: n.to_string(),
                content_type: "text/plain".to_owned(), bytes: b"words".to_vec(), tokens: 1,
            }).collect();
            chat::create_attachments(&mut tx, &files, at(1)).await.unwrap();
            tx.commit().await.unwrap();
        }
        for n in 0..120 {
            let month = format!("{}-01", 2030 + n);
            let call = usage::Reserve {
                user_id: user.clone(), guild_id: Some(guild.clone()), model: "m".to_owned(),
                day: format!("{month}-01"), month, tokens: 1, budget: usage::Budget::default(),
            };
            usage::reserve(&test.db, &call, at(n)).await.unwrap();
        }
        let of_user = all(export::of_user(&test.db, user)).await;
        let count = kinds(&of_user);
        assert_eq!((count["chatAttachment"], count["chatUsage"], count["chatReservation"]), (10, 242, 121));
        let image = of_user.iter().find(|record| record["kind"] == "image").unwrap();
        assert_eq!((&image["bytes"], &image["size"]), (&json!("AJ//"), &json!(3)));
        let of_guild = all(export::of_guild(&test.db, guild)).await;
        assert_eq!(kinds(&of_guild)["chatUsage"], 242);
    }

    async fn what_is_deleted_and_still_kept_comes_out_marked(test: TestDb) {
        let (user, _) = one_of_everything(&test.db).await;
        let filter = ConversationFilter::of(user.clone());
        let page = chat::list_conversations(&test.db, &filter, &PageRequest::first(5)).await;
        let conversation = page.unwrap().items[0].id.clone();
        chat::delete_conversation(&test.db, &conversation, &user, at(10)).await.unwrap();
        let records = all(export::of_user(&test.db, user)).await;
        let marked = records.iter().find(|record| record["type"] == "chatConversation").unwrap();
        assert_eq!(marked["deletedAt"], "2024-11-06T10:00:10.000Z");
        assert_eq!(kinds(&records)["chatMessage"], 3);
        let draft = records.iter().find(|record| record["status"] == "draft").unwrap();
        assert_eq!(draft["draft"], json!({ "rows": [1, 2, 3] }));
    }

    async fn a_long_conversation_comes_out_whole_and_in_order(test: TestDb) {
        let (user, guild) = one_of_everything(&test.db).await;
        for _ in 0..2 {
            let new = chat::NewConversation {
                user_id: user.clone(), guild_id: Some(guild.clone()), channel_id: None, title: None, private: true,
            };
            let id = chat::create_conversation(&test.db, new, at(0)).await.unwrap().id;
            let said: Vec<_> = (0..350)
                .map(|n| NewMessage::question(id.clone(), user.clone(), n.to_string(), at(n / 7)))
                .collect();
            batches::messages(&test.db, &said, |_| {}).await.unwrap();
        }
        let entries: Vec<_> = (0..250)
            .map(|n| NewAuditEntry { user_id: Some(user.clone()), ..NewAuditEntry::new("a.b", "t", "1", at(n)) })
            .collect();
        batches::audit_entries(&test.db, &entries, |_| {}).await.unwrap();
        let records = all(export::of_user(&test.db, user)).await;
        assert_eq!(kinds(&records)["chatMessage"], 703);
        assert_eq!(kinds(&records)["auditLog"], 252);
        let mut keys: Vec<_> = records.iter().filter_map(|record| record["id"].as_str()).collect();
        let count = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), count, "a record comes out twice");
        // Each message stands behind its own conversation.
        let mut current = &Value::Null;
        for record in &records {
            match record["type"].as_str().unwrap() {
                "chatConversation" => current = &record["id"],
                "chatMessage" => assert_eq!(&record["conversationId"], current),
                _ => {}
            }
        }
    }
}

/// The samples that the specification gives, with their kind beside them.
#[test]
fn records_have_the_shape_that_was_specified() {
    let time = Moment(at(0));
    let user = Record::User(export::User {
        id: "clx123abc456def789".into(),
        discord_id: "987654321098765432".to_owned(),
        username: some("slimy_user"),
        global_name: some("Slimy User"),
        avatar: some("https://cdn.discordapp.com/avatars/987654321098765432/abc123.png"),
        created_at: time,
        updated_at: time,
    });
    assert_eq!(
        serde_json::to_string(&user).unwrap(),
        "{\"type\":\"user\",\"id\":\"clx123abc456def789\",\"discordId\":\"987654321098765432\",\
         \"username\":\"slimy_user\",\"globalName\":\"Slimy User\",\
         \"avatar\":\"https://cdn.discordapp.com/avatars/987654321098765432/abc123.png\",\
         \"createdAt\":\"2024-11-06T10:00:00.000Z\",\"updatedAt\":\"2024-11-06T10:00:00.000Z\"}"
    );
    let guild = Record::Guild(export::Guild {
        id: "clx456def789ghi012".into(),
        discord_id: "123456789012345678".to_owned(),
        name: "Slimy Club".to_owned(),
        settings: Some(Json(
            json!({ "language": "en", "features": { "chatBot": true } }),
        )),
        created_at: time,
        updated_at: time,
        left_at: None,
    });
    assert_eq!(
        serde_json::to_value(&guild).unwrap(),
        json!({
            "type": "guild",
            "id": "clx456def789ghi012",
            "discordId": "123456789012345678",
            "name": "Slimy Club",
            "settings": { "language": "en", "features": { "chatBot": true } },
            "createdAt": "2024-11-06T10:00:00.000Z",
            "updatedAt": "2024-11-06T10:00:00.000Z"
        })
    );
}

#[test]
fn an_analysis_and_an_audit_entry_have_the_shape_that_was_specified() {
    let time = Moment(at(0));
    let analysis = Record::Analysis(export::Analysis {
        id: "clx789ghi012jkl345".into(),
        guild_id: "clx456def789ghi012".into(),
        user_id: "clx123abc456def789".into(),
        title: some("Monthly Club Performance"),
        summary: "The club shows strong growth in membership and performance metrics.".to_owned(),
        confidence: 0.95,
        created_at: time,
        updated_at: time,
        status: "saved".to_owned(),
        metric: "sim".to_owned(),
        week: None,
        source: "screenshots".to_owned(),
        approved_by: None,
        rolled_back_at: None,
        rolled_back_by: None,
        channel_id: None,
        draft: None,
        expires_at: None,
        saved_at: Some(time),
        deleted_at: None,
    });
    assert_eq!(
        serde_json::to_value(&analysis).unwrap(),
        json!({
            "type": "clubAnalysis",
            "id": "clx789ghi012jkl345",
            "guildId": "clx456def789ghi012",
            "userId": "clx123abc456def789",
            "title": "Monthly Club Performance",
            "summary": "The club shows strong growth in membership and performance metrics.",
            "confidence": 0.95,
            "createdAt": "2024-11-06T10:00:00.000Z",
            "updatedAt": "2024-11-06T10:00:00.000Z",
            "status": "saved",
            "metric": "sim",
            "source": "screenshots",
            "savedAt": "2024-11-06T10:00:00.000Z"
        })
    );
    let entry = Record::AuditEntry(export::AuditEntry {
        id: "clx012jkl345mno678".into(),
        user_id: Some("clx123abc456def789".into()),
        guild_id: None,
        action: "club.analysis.create".to_owned(),
        resource_type: "club_analysis".to_owned(),
        resource_id: "clx789ghi012jkl345".to_owned(),
        details: Some(Json(
            json!({ "analysisType": "performance", "imageCount": 3 }),
        )),
        ip_address: some("192.168.1.1"),
        user_agent: some("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36"),
        session_id: some("clx345mno678pqr901"),
        request_id: some("req_1234567890"),
        timestamp: time,
        success: true,
        error_message: None,
    });
    assert_eq!(
        serde_json::to_value(&entry).unwrap(),
        json!({
            "type": "auditLog",
            "id": "clx012jkl345mno678",
            "userId": "clx123abc456def789",
            "action": "club.analysis.create",
            "resourceType": "club_analysis",
            "resourceId": "clx789ghi012jkl345",
            "details": { "analysisType": "performance", "imageCount": 3 },
            "ipAddress": "192.168.1.1",
            "userAgent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36",
            "sessionId": "clx345mno678pqr901",
            "requestId": "req_1234567890",
            "timestamp": "2024-11-06T10:00:00.000Z",
            "success": true
        })
    );
}
