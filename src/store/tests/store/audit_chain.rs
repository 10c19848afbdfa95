//! Whatever is done to the record by hand is found and named, and what is done lawfully is not.

use std::slice::from_ref;

use slimy_store::audit::{
    self, ArchiveChunk, ArchiveSink, Finding, Mark, Named, NewAuditEntry, Scope, Verified, mirror,
};
use slimy_store::testing::TestDb;
use slimy_store::{Engine, Id, Json, Recorder, Timestamp, lifecycle, on_both_engines};

use crate::support::{at, count, person_in_guild, raw, some};

/// What somebody who owns the database would begin with.
pub(crate) async fn without_guards(test: &TestDb, statements: &[String]) {
    let drop: &[&str] = match test.engine() {
        Engine::Sqlite => &[
            "DROP TRIGGER audit_logs_refuse_update",
            "DROP TRIGGER audit_logs_refuse_delete",
            "DROP TRIGGER audit_links_refuse_update",
            "DROP TRIGGER audit_links_refuse_delete",
            "DROP TRIGGER audit_heads_refuse_update",
            "DROP TRIGGER audit_heads_refuse_delete",
        ],
        Engine::Postgres => &[
            "ALTER TABLE audit_logs DISABLE TRIGGER USER",
            "ALTER TABLE audit_links DISABLE TRIGGER USER",
            "ALTER TABLE audit_heads DISABLE TRIGGER USER",
        ],
    };
    let drop = drop.iter().map(|one| (*one).to_owned());
    let all: Vec<String> = drop.chain(statements.iter().cloned()).collect();
    raw(test, &all).await.unwrap();
}

pub(crate) async fn verified(
    test: &TestDb,
    scope: &Scope,
    marks: &[Mark],
) -> (Verified, Vec<Finding>) {
    let mut findings = Vec::new();
    let verified = audit::verify(&test.db, scope, marks, &mut |one| findings.push(one)).await;
    (verified.unwrap(), findings)
}

/// What is wrong anywhere.
pub(crate) async fn faults(test: &TestDb) -> Vec<Finding> {
    verified(test, &Scope::All, &[]).await.1
}

pub(crate) fn entry(guild: &Id, number: i64) -> NewAuditEntry {
    NewAuditEntry {
        guild_id: Some(guild.clone()),
        details: Some(Json(serde_json::json!({
            "n": number, "half": 0.1 + 0.2, "tiny": 1.5e-9, "huge": 1e20, "text": "ä\n\u{1f40c}",
        }))),
        request_id: some("r"),
        ..NewAuditEntry::new("a.b", "t", number.to_string(), at(number))
    }
}

/// Ten entries of a guild, one after the other.
pub(crate) async fn ten(test: &TestDb, guild: &Id) -> Vec<NewAuditEntry> {
    let entries: Vec<_> = (1..=10).map(|number| entry(guild, number)).collect();
    for entry in &entries {
        audit::create(&test.db, entry).await.unwrap();
    }
    entries
}

pub(crate) fn named(entry: &NewAuditEntry) -> Named {
    Named {
        id: entry.id.clone(),
        action: entry.action.clone(),
        timestamp: entry.timestamp,
    }
}

/// Keeps everything, as an archive would.
pub(crate) struct Anywhere;

impl ArchiveSink for Anywhere {
    type Error = &'static str;

    async fn keep(&mut self, _: &ArchiveChunk) -> Result<(), Self::Error> {
        Ok(())
    }
}

const DAY: i64 = 86_400;

on_both_engines! {
    async fn what_was_written_is_whole_in_every_chain(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        ten(&test, &guild).await;
        let of_person = NewAuditEntry {
            user_id: Some(user.clone()),
            ip_address: some("::1"),
            ..NewAuditEntry::new("User.Create ", "user", user.as_str(), at(1))
        };
        audit::create(&test.db, &of_person).await.unwrap();
        let (verified, findings) = verified(&test, &Scope::All, &[]).await;
        assert_eq!(findings, []);
        assert_eq!((verified.chains, verified.entries), (2, 11));
        let own = self::verified(&test, &Scope::Guild(guild), &[]).await;
        assert_eq!((own.0.entries, own.0.head, own.1), (10, 10, vec![]));
        let rest = self::verified(&test, &Scope::NoGuild, &[]).await;
        assert_eq!((rest.0.entries, rest.1), (1, vec![]));
        assert_eq!(self::verified(&test, &Scope::Guild("nobody".into()), &[]).await.1, []);
    }

    async fn an_entry_that_was_changed_is_named(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let entries = ten(&test, &guild).await;
        let set = [
            "action = 'x.y'".to_owned(), "details = NULL".to_owned(), format!("user_id = '{user}'"),
            "error_message = ''".to_owned(), "resource_id = '77'".to_owned(), "guild_id = NULL".to_owned(),
        ];
        let changes: Vec<String> = set
            .iter()
            .zip(&entries)
            .map(|(set, entry)| format!("UPDATE audit_logs SET {set} WHERE id = '{}'", entry.id))
            .collect();
        without_guards(&test, &changes).await;
        let mut findings = faults(&test).await;
        // What is no guild's any more stands among those in no chain, too.
        let moved = Finding::Inserted { chain: String::new(), entry: named(&entries[5]) };
        assert_eq!(findings.pop(), Some(moved));
        let seqs: Vec<_> = findings
            .iter()
            .map(|finding| match finding {
                Finding::Changed { chain, seq, entry } => (chain.as_str(), *seq, entry.id.clone()),
                other => panic!("{other}"),
            })
            .collect();
        let expected: Vec<_> = (1..=6)
            .zip(&entries)
            .map(|(seq, entry)| (guild.as_str(), seq, entry.id.clone()))
            .collect();
        assert_eq!(seqs, expected);
        assert!(findings[1].to_string().starts_with("changed: entry "), "{}", findings[1]);
    }

    async fn a_link_that_was_made_anew_does_not_follow(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let entries = ten(&test, &guild).await;
        let hash = "ab".repeat(32);
        without_guards(&test, &[format!("UPDATE audit_links SET hash = '{hash}' WHERE seq = 4")]).await;
        let changed = |seq: i64, entry: &NewAuditEntry| Finding::Changed {
            chain: guild.to_string(),
            seq,
            entry: named(entry),
        };
        assert_eq!(faults(&test).await, [changed(4, &entries[3]), changed(5, &entries[4])]);
    }

    async fn entries_that_were_removed_are_named(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let entries = ten(&test, &guild).await;
        without_guards(&test, &[
            format!("DELETE FROM audit_logs WHERE id = '{}'", entries[1].id),
            format!("DELETE FROM audit_logs WHERE id IN ('{}', '{}')", entries[4].id, entries[5].id),
            "DELETE FROM audit_links WHERE seq IN (5, 6)".to_owned(),
        ])
        .await;
        let removed = |first, last, id| Finding::Removed { chain: guild.to_string(), first, last, id };
        let expected = [removed(2, 2, Some(entries[1].id.clone())), removed(5, 6, None)];
        assert_eq!(faults(&test).await, expected);
    }

    async fn an_entry_that_came_in_by_hand_is_named(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        ten(&test, &guild).await;
        let moment = match test.engine() {
            Engine::Sqlite => at(3).micros().to_string(),
            Engine::Postgres => format!("'{}'", at(3)),
        };
        raw(&test, &[format!(
            "INSERT INTO audit_logs (id, guild_id, action, resource_type, resource_id, \"timestamp\")
             VALUES ('by-hand', '{guild}', 'c.d', 't', '1', {moment})"
        )])
        .await
        .unwrap();
        let entry = Named { id: "by-hand".into(), action: "c.d".to_owned(), timestamp: at(3) };
        let expected = Finding::Inserted { chain: guild.to_string(), entry };
        assert_eq!(&faults(&test).await, from_ref(&expected));
        assert_eq!(verified(&test, &Scope::Guild(guild), &[]).await.1, [expected]);
        assert_eq!(verified(&test, &Scope::NoGuild, &[]).await.1, []);
    }

    async fn an_end_that_was_cut_off_is_seen_at_the_head_or_at_one_that_was_noted(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let entries = ten(&test, &guild).await;
        let head = audit::head(&test.db, guild.as_str()).await.unwrap().unwrap();
        let noted = mirror::mark_of(&head);
        let scope = Scope::Guild(guild.clone());
        assert_eq!(verified(&test, &scope, from_ref(&noted)).await.1, []);
        let ids: Vec<String> = entries[7..].iter().map(|entry| format!("'{}'", entry.id)).collect();
        without_guards(&test, &[
            format!("DELETE FROM audit_logs WHERE id IN ({})", ids.join(", ")),
            "DELETE FROM audit_links WHERE seq > 7".to_owned(),
        ])
        .await;
        let cut = Finding::CutEnd { chain: guild.to_string(), last: 7, head: 10 };
        assert_eq!(&faults(&test).await, from_ref(&cut));
        // Whoever sets the head back, too, is given away by the one that was noted.
        raw(&test, &["UPDATE audit_heads SET seq = 7, hash = (SELECT hash FROM audit_links WHERE seq = 7)
             WHERE seq = 10".to_owned()]).await.unwrap();
        assert_eq!(faults(&test).await, []);
        assert_eq!(verified(&test, &scope, from_ref(&noted)).await.1, [cut]);
        for number in 11..=15 {
            audit::create(&test.db, &entry(&guild, number)).await.unwrap();
        }
        let other = Finding::HeadDoesNotFit { chain: guild.to_string(), seq: 10 };
        assert_eq!(verified(&test, &scope, from_ref(&noted)).await.1, [other]);
        // All of it gone is seen as well.
        raw(&test, &["DELETE FROM audit_logs", "DELETE FROM audit_links", "DELETE FROM audit_heads"].map(str::to_owned))
            .await
            .unwrap();
        let all = Finding::CutEnd { chain: guild.to_string(), last: 0, head: 10 };
        assert_eq!(verified(&test, &scope, &[noted]).await.1, [all]);
    }

    async fn a_head_that_was_tampered_with_is_found(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        ten(&test, &guild).await;
        let wrong = |seq| Finding::HeadDoesNotFit { chain: guild.to_string(), seq };
        without_guards(&test, &["UPDATE audit_heads SET hash = 'x'".to_owned()]).await;
        assert_eq!(faults(&test).await, [wrong(10)]);
        raw(&test, &["UPDATE audit_heads SET seq = 9, hash = (SELECT hash FROM audit_links WHERE seq = 9)".to_owned()])
            .await
            .unwrap();
        assert_eq!(faults(&test).await, [wrong(10)]);
        raw(&test, &["DELETE FROM audit_heads".to_owned()]).await.unwrap();
        assert_eq!(faults(&test).await, [wrong(10)]);
    }

    async fn erasing_a_person_keeps_the_chain_whole_and_takes_the_salts(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let mut entries: Vec<_> = (1..=6).map(|number| entry(&guild, number)).collect();
        for entry in &mut entries[..4] {
            entry.user_id = Some(user.clone());
            entry.session_id = some("s");
        }
        entries.push(NewAuditEntry {
            guild_id: Some(guild.clone()),
            ..NewAuditEntry::new("user.create", "user", user.as_str(), at(7))
        });
        audit::create_many(&test.db, &entries).await.unwrap();
        assert_eq!(faults(&test).await, []);
        lifecycle::delete_user(&test.db, &user, at(50)).await.unwrap();
        assert_eq!(faults(&test).await, []);
        let salts = format!("SELECT count(*) FROM audit_links l JOIN audit_logs a ON a.id = l.entry_id
            WHERE l.chain = '{guild}' AND l.actor_salt IS NULL");
        assert_eq!(count(&test, &salts).await, 4);
        let resources = "SELECT count(*) FROM audit_links
            WHERE resource_commitment IS NOT NULL AND resource_salt IS NULL AND seq = 7";
        assert_eq!(count(&test, resources).await, 1);
        // Somebody else in the place of who was erased is found.
        let other = slimy_store::users::upsert(&test.db, crate::support::new_user("99"), at(60)).await.unwrap();
        let id = &entries[0].id;
        without_guards(&test, &[format!("UPDATE audit_logs SET user_id = '{}' WHERE id = '{id}'", other.row.id)]).await;
        assert!(matches!(&faults(&test).await[..], [Finding::Changed { .. }]));
    }

    async fn a_person_who_is_erased_where_they_have_just_been_written_down_leaves_a_whole_chain(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let by = NewAuditEntry { user_id: Some(user.clone()), ..entry(&guild, 1) };
        let mut tx = test.db.begin().await.unwrap();
        audit::create(&mut tx, &by).await.unwrap();
        audit::create(&mut tx, &NewAuditEntry::new("a.b", "user", user.as_str(), at(2))).await.unwrap();
        audit::erase_rest(&mut tx, &user, at(3)).await.unwrap();
        audit::close_erase(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(faults(&test).await, []);
    }

    async fn what_is_archived_leaves_a_gap_that_is_walked_over(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let mut entries: Vec<_> = (1..=20).map(|number| entry(&guild, number)).collect();
        // Two come late into a day that has been archived already, and stand in the middle.
        entries[7].timestamp = at(3 * DAY);
        entries[8].timestamp = at(3 * DAY + 1);
        for entry in &mut entries[15..] {
            entry.timestamp = at(6 * DAY);
        }
        for entry in &entries {
            audit::create(&test.db, entry).await.unwrap();
        }
        let scope = Scope::Guild(guild.clone());
        let gaps = format!("SELECT count(*) FROM audit_gaps WHERE chain = '{guild}'");
        for (before, archived, kept, runs) in [(at(2 * DAY), 13, 7, 2), (at(5 * DAY), 15, 5, 1), (at(8 * DAY), 20, 0, 1)] {
            audit::archive(&test.db, before, &mut Anywhere, at(9 * DAY)).await.unwrap();
            let (verified, findings) = verified(&test, &scope, &[]).await;
            assert_eq!(findings, []);
            assert_eq!((verified.archived, verified.entries, verified.head), (archived, kept, 20));
            assert_eq!(count(&test, &gaps).await, runs);
        }
        assert_eq!(faults(&test).await, []);
        audit::create(&test.db, &entry(&guild, 30)).await.unwrap();
        assert_eq!(faults(&test).await, []);
        let filter = audit::AuditFilter { action: some("audit.archive"), ..Default::default() };
        let archivings = audit::list(&test.db, &filter, &slimy_store::PageRequest::first(10)).await.unwrap();
        let runs = &archivings.items.last().unwrap().details.as_ref().unwrap().0["chains"];
        assert_eq!(archivings.items.len(), 3);
        assert!(runs.as_array().is_some_and(|runs| !runs.is_empty()), "{runs}");
    }

    async fn several_writers_make_one_chain_without_a_hole(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let other = Id::from("other");
        let mut writers = tokio::task::JoinSet::new();
        for writer in 0..4_i64 {
            let db = test.open_again().await;
            let (guild, other) = (guild.clone(), other.clone());
            writers.spawn(async move {
                for number in 0..10 {
                    let number = writer * 100 + number;
                    let mut tx = db.begin().await.unwrap();
                    // In both orders: who wrote first does not matter, heads are taken in theirs.
                    let both = if writer % 2 == 0 { [&guild, &other] } else { [&other, &guild] };
                    for chain in both {
                        audit::create(&mut tx, &entry(chain, number)).await.unwrap();
                    }
                    tx.commit().await.unwrap();
                }
                db.close().await;
            });
        }
        while let Some(done) = writers.join_next().await {
            done.unwrap();
        }
        let (verified, findings) = verified(&test, &Scope::All, &[]).await;
        assert_eq!((verified.entries, findings), (80, vec![]));
        let head = audit::head(&test.db, "other").await.unwrap().unwrap();
        assert_eq!(head.seq, 40);
    }

    async fn what_is_handed_in_twice_is_one_link(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let entries = ten(&test, &guild).await;
        let home = tempfile::tempdir().unwrap();
        let recorder = Recorder::start(test.db.clone(), home.path()).unwrap();
        recorder.write(&entries).await.unwrap();
        let new = entry(&guild, 11);
        recorder.write(&[entries[3].clone(), new.clone(), new]).await.unwrap();
        recorder.close().await;
        let (verified, findings) = verified(&test, &Scope::All, &[]).await;
        assert_eq!((verified.entries, verified.findings, findings), (11, 0, vec![]));
        let head = audit::head(&test.db, guild.as_str()).await.unwrap().unwrap();
        assert_eq!(head.seq, 11);
    }

    async fn what_is_undone_leaves_no_link(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let mut tx = test.db.begin().await.unwrap();
        audit::create(&mut tx, &entry(&guild, 1)).await.unwrap();
        tx.rollback().await.unwrap();
        ten(&test, &guild).await;
        let (verified, findings) = verified(&test, &Scope::Guild(guild), &[]).await;
        assert_eq!((verified.head, findings), (10, vec![]));
    }

    async fn a_chain_of_many_pages_is_whole(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let entries: Vec<_> = (1..=5_100).map(|number| entry(&guild, number)).collect();
        audit::create_many(&test.db, &entries).await.unwrap();
        let (verified, findings) = verified(&test, &Scope::Guild(guild), &[]).await;
        assert_eq!((verified.entries, findings), (5_100, vec![]));
    }

    async fn a_guild_is_posted_by_one_program_and_from_where_it_began(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        ten(&test, &guild).await;
        let never = Timestamp::from_micros(0).unwrap();
        mirror::begin(&test.db, &guild, at(20)).await.unwrap();
        assert_eq!(mirror::due(&test.db, at(20), never).await.unwrap().len(), 1, "the head was never posted");
        let mirror = mirror::find(&test.db, guild.as_str()).await.unwrap().unwrap();
        assert_eq!((mirror.seq, mirror.mark()), (10, None));
        assert!(mirror::claim(&test.db, &mirror, at(50), at(20)).await.unwrap());
        assert!(!mirror::claim(&test.db, &mirror, at(50), at(20)).await.unwrap());
        assert_eq!(mirror::due(&test.db, at(30), never).await.unwrap(), []);
        audit::create(&test.db, &entry(&guild, 11)).await.unwrap();
        let new = mirror::entries_after(&test.db, guild.as_str(), mirror.seq, 5).await.unwrap();
        assert_eq!(new.iter().map(|one| (one.seq, one.entry.resource_id.as_str())).collect::<Vec<_>>(), [(11, "11")]);
        assert_eq!(new[0].entry.details, None, "they are not posted");
        let head = audit::head(&test.db, guild.as_str()).await.unwrap().unwrap();
        let settled = mirror::Settled {
            seq: 11,
            posted: Some((mirror::mark_of(&head), at(31))),
            missed: 0,
            attempts: 0,
            due_at: at(36),
        };
        assert!(!mirror::settle(&test.db, guild.as_str(), at(49), &settled, at(31)).await.unwrap());
        assert!(mirror::settle(&test.db, guild.as_str(), at(50), &settled, at(31)).await.unwrap());
        assert_eq!(mirror::due(&test.db, at(40), at(31)).await.unwrap(), []);
        audit::create(&test.db, &entry(&guild, 12)).await.unwrap();
        assert_eq!(mirror::due(&test.db, at(40), at(31)).await.unwrap().len(), 1);
        // Where the channel is taken away, what waits is looked at once more, and begins where it did.
        mirror::turn(&test.db, &guild, at(35)).await.unwrap();
        mirror::begin(&test.db, &guild, at(35)).await.unwrap();
        let last = mirror::due(&test.db, at(35), never).await.unwrap().remove(0);
        assert_eq!(last.seq, 11);
        assert!(mirror::claim(&test.db, &last, at(60), at(36)).await.unwrap());
        let over = mirror::Settled { posted: None, due_at: Timestamp::FAR_FUTURE, ..settled };
        assert!(mirror::settle(&test.db, guild.as_str(), at(60), &over, at(37)).await.unwrap());
        mirror::turn(&test.db, &guild, at(41)).await.unwrap();
        assert_eq!(mirror::due(&test.db, at(99), at(99)).await.unwrap(), []);
        let actions = ["a.b", "c.d", "e.f"];
        let whole = mirror::of_actions_after(&test.db, guild.as_str(), 10, &actions, 1).await.unwrap();
        assert_eq!(whole.iter().map(|one| (one.seq, one.entry.details.is_some())).collect::<Vec<_>>(), [(11, true)]);
        let mirror = mirror::find(&test.db, guild.as_str()).await.unwrap().unwrap();
        assert_eq!(mirror.mark(), Some(mirror::mark_of(&head)));

        // What was posted is remembered, and held against the chain.
        without_guards(&test, &[
            "DELETE FROM audit_logs WHERE resource_id IN ('11', '12')".to_owned(),
            "DELETE FROM audit_links WHERE seq > 10".to_owned(),
            "UPDATE audit_heads SET seq = 10, hash = (SELECT hash FROM audit_links WHERE seq = 10)".to_owned(),
        ])
        .await;
        let cut = Finding::CutEnd { chain: guild.to_string(), last: 10, head: 11 };
        assert_eq!(faults(&test).await, [cut]);
    }
}

/// What was there before the chain is known by its keys, and what comes beside it is not.
async fn entries_from_before_the_chain(test: TestDb) {
    test.migrate_to(7).await;
    let moment = |seconds| match test.engine() {
        Engine::Sqlite => at(seconds).micros().to_string(),
        Engine::Postgres => format!("'{}'", at(seconds)),
    };
    let insert = |id: &str| {
        format!(
            "INSERT INTO audit_logs (id, guild_id, action, resource_type, resource_id, \"timestamp\")
             VALUES ('{id}', 'g', 'a.b', 't', '1', {})",
            moment(1)
        )
    };
    raw(&test, &["one", "two", "three"].map(insert))
        .await
        .unwrap();
    test.db.migrate().await.unwrap();
    ten(&test, &"g".into()).await;
    let (verified, findings) = verified(&test, &Scope::All, &[]).await;
    assert_eq!((verified.before_chain, verified.entries), (3, 10));
    assert_eq!(findings, []);

    without_guards(
        &test,
        &[
            "DELETE FROM audit_logs WHERE id = 'two'".to_owned(),
            insert("four"),
        ],
    )
    .await;
    let removed = Finding::RemovedFromBefore {
        chain: "g".to_owned(),
        id: "two".into(),
    };
    let entry = Named {
        id: "four".into(),
        action: "a.b".to_owned(),
        timestamp: at(1),
    };
    let inserted = Finding::Inserted {
        chain: "g".to_owned(),
        entry,
    };
    assert_eq!(faults(&test).await, [removed, inserted]);
    raw(
        &test,
        &["INSERT INTO audit_unchained (entry_id, chain) VALUES ('four', 'g')".to_owned()],
    )
    .await
    .unwrap();
    let disguised = Finding::BeforeDoesNotFit {
        chain: "g".to_owned(),
        expected: 3,
        found: 4,
    };
    assert_eq!(faults(&test).await[1..], [disguised]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn entries_from_before_the_chain_are_no_findings_on_sqlite() {
    entries_from_before_the_chain(slimy_store::testing::empty_sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn entries_from_before_the_chain_are_no_findings_on_postgres() {
    entries_from_before_the_chain(slimy_store::testing::empty_postgres().await).await;
}
