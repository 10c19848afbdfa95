//! Many at once: nothing is lost, nothing is there twice, and no deadlock reaches a caller.

use std::collections::BTreeSet;
use std::future::Future;

use slimy_store::audit::{self, NewAuditEntry};
use slimy_store::chat::{self, NewConversation, NewMessage};
use slimy_store::{Db, Id, Json, StoreError, checks, guilds, members, on_both_engines, users};

use crate::support::{at, count, new_guild, new_user, person_in_guild, some};

/// How many write at once; more than there are connections.
const WRITERS: i64 = 8;

/// Runs `write` once for each writer, all at once, and gives what they say.
async fn at_once<F, T>(db: &Db, write: impl Fn(Db, i64) -> F) -> Vec<T>
where
    F: Future<Output = Result<T, StoreError>> + Send + 'static,
    T: Send + 'static,
{
    let writers: Vec<_> = (0..WRITERS)
        .map(|number| tokio::spawn(write(db.clone(), number)))
        .collect();
    let mut said = Vec::new();
    for writer in writers {
        said.push(writer.await.unwrap().unwrap());
    }
    said
}

async fn conversation(db: &Db, user: &Id) -> Id {
    let new = NewConversation {
        user_id: user.clone(),
        guild_id: None,
        channel_id: None,
        title: None,
        private: false,
    };
    chat::create_conversation(db, new, at(0)).await.unwrap().id
}

/// Entries with fixed keys, in an order of this writer's own.
fn entries(number: i64) -> Vec<NewAuditEntry> {
    let entry = |n: i64| NewAuditEntry {
        id: format!("entry{n:04}").into(),
        ..NewAuditEntry::new("a.b", "thing", n.to_string(), at(n))
    };
    let mut entries: Vec<_> = (0..400).map(entry).collect();
    entries.rotate_left(usize::try_from(number * 53).unwrap());
    if number % 2 == 1 {
        entries.reverse();
    }
    entries
}

on_both_engines! {
    async fn one_person_guild_and_membership_whoever_is_first(test: TestDb) {
        let created = at_once(&test.db, |db, number| async move {
            let mut created = [0, 0, 0];
            for round in 0..5 {
                let when = at(number * 5 + round);
                let user = users::NewUser { username: some(&format!("{number}.{round}")), ..new_user("1") };
                let user = users::upsert(&db, user, when).await?;
                let name = format!("{number}.{round}");
                let guild = if round % 2 == 0 {
                    guilds::upsert(&db, new_guild("2", &name), when).await?
                } else {
                    guilds::ensure(&db, new_guild("2", &name), when).await?
                };
                let roles = [number.to_string(), round.to_string()];
                let member = members::upsert(&db, &user.row.id, &guild.row.id, &roles, when).await?;
                assert_eq!(member.row.roles, roles);
                created[0] += i32::from(user.created);
                created[1] += i32::from(guild.created);
                created[2] += i32::from(member.created);
            }
            Ok(created)
        })
        .await;
        let sum = |kind: usize| created.iter().map(|of| of[kind]).sum::<i32>();
        assert_eq!([sum(0), sum(1), sum(2)], [1, 1, 1]);
        for table in ["users", "guilds", "user_guilds"] {
            assert_eq!(count(&test, &format!("SELECT count(*) FROM {table}")).await, 1, "{table}");
        }
    }

    async fn settings_that_many_change_have_all_their_changes(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let id = guild.clone();
        at_once(&test.db, move |db, number| {
            let id = id.clone();
            async move {
                for round in 0..4 {
                    let patch = serde_json::json!({
                        "all": { format!("{number}.{round}"): number },
                        format!("of{number}"): round,
                    });
                    let mut tx = db.begin().await?;
                    let agreed = |_: &serde_json::Value| Ok::<_, ()>(());
                    let change = guilds::merge_settings(&mut tx, &id, &patch, agreed, at(round)).await;
                    assert!(change.is_ok(), "{change:?}");
                    tx.commit().await?;
                }
                Ok(())
            }
        })
        .await;
        let Json(settings) = guilds::find(&test.db, &guild).await.unwrap().unwrap().settings.unwrap();
        assert_eq!(settings["all"].as_object().unwrap().len(), 32);
        for number in 0..WRITERS {
            assert_eq!(settings[format!("of{number}")], 3);
        }
    }

    async fn what_is_said_at_once_stands_one_after_the_other(test: TestDb) {
        let (user, _) = person_in_guild(&test.db).await;
        let both = [conversation(&test.db, &user).await, conversation(&test.db, &user).await];
        let (of, ids) = (user.clone(), both.clone());
        at_once(&test.db, move |db, number| {
            let (user, mut ids) = (of.clone(), ids.clone());
            if number % 2 == 1 {
                ids.reverse();
            }
            async move {
                for round in 0..3 {
                    let mut tx = db.begin().await?;
                    let say = |id: &Id| {
                        let words = format!("{number}.{round}");
                        NewMessage::question(id.clone(), user.clone(), words, at(0))
                    };
                    let some: Vec<_> = ids.iter().chain(&ids).map(say).collect();
                    chat::create_messages(&mut tx, &some).await?;
                    tx.commit().await?;
                }
                Ok(())
            }
        })
        .await;
        for id in both {
            let mut transcript = chat::Transcript::of(id.clone(), user.clone());
            let said = transcript.next(&test.db).await.unwrap();
            let places: Vec<i64> = said.iter().map(|message| message.position).collect();
            assert_eq!(places, (1..=48).collect::<Vec<_>>());
            let words: BTreeSet<_> = said.iter().map(|message| &message.content).collect();
            assert_eq!(words.len(), 24);
            let found = chat::find_conversation(&test.db, &id, &user).await.unwrap().unwrap();
            assert_eq!(found.last_position, 48);
        }
    }

    async fn entries_that_many_hand_in_in_any_order_stand_there_once(test: TestDb) {
        let added = at_once(&test.db, |db, number| async move {
            let mut tx = db.begin().await?;
            let added = audit::create_many(&mut tx, &entries(number)).await?;
            tx.commit().await?;
            Ok(added)
        })
        .await;
        assert_eq!(added.iter().sum::<u64>(), 400);
        assert_eq!(count(&test, "SELECT count(*) FROM audit_logs").await, 400);
        let report = checks::run(&test.db).await.unwrap();
        assert!(report.findings.iter().all(|fault| fault.kind == checks::Kind::Schema), "{report:?}");
    }
}
