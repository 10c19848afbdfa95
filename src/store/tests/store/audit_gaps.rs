//! Who owns the database can write that something was archived, but only archiving says so in the
//! log itself; and an entry is no less a stray for having a link that is not its own.

use std::slice::from_ref;

use slimy_store::audit::{self, Finding, Named, Scope, mirror};
use slimy_store::testing::TestDb;
use slimy_store::{Engine, Id, on_both_engines};

use crate::audit_chain::{Anywhere, entry, faults, named, ten, verified, without_guards};
use crate::support::{at, count, person_in_guild, raw};

const DAY: i64 = 86_400;

/// Takes the entries of a guild from one place to another as if they were archived, which no
/// trigger keeps the owner from.
async fn feign_archiving(test: &TestDb, guild: &Id, first: i64, last: i64) {
    let links = format!("audit_links WHERE chain = '{guild}' AND seq BETWEEN {first} AND {last}");
    let statements = [
        "BEGIN".to_owned(),
        "INSERT INTO audit_maintenance (purpose, closed) VALUES ('archive', 'x')".to_owned(),
        format!(
            "INSERT INTO audit_gaps (chain, first_seq, last_seq, last_hash)
             SELECT chain, {first}, {last}, hash FROM audit_links
             WHERE chain = '{guild}' AND seq = {last}"
        ),
        format!("DELETE FROM audit_logs WHERE id IN (SELECT entry_id FROM {links})"),
        format!("DELETE FROM {links}"),
        "DELETE FROM audit_maintenance".to_owned(),
        "COMMIT".to_owned(),
    ];
    raw(test, &statements).await.unwrap();
}

/// An entry that nobody of ours has written.
fn by_hand(test: &TestDb, id: &str, guild: &str) -> (String, Named) {
    let moment = match test.engine() {
        Engine::Sqlite => at(3).micros().to_string(),
        Engine::Postgres => format!("'{}'", at(3)),
    };
    let insert = format!(
        "INSERT INTO audit_logs (id, guild_id, action, resource_type, resource_id, \"timestamp\")
         VALUES ('{id}', '{guild}', 'c.d', 't', '1', {moment})"
    );
    let named = Named {
        id: id.into(),
        action: "c.d".to_owned(),
        timestamp: at(3),
    };
    (insert, named)
}

fn link(chain: &str, seq: i64, id: &str) -> String {
    format!(
        "INSERT INTO audit_links (chain, seq, entry_id, hash, actor_commitment)
         VALUES ('{chain}', {seq}, '{id}', 'x', 'x')"
    )
}

on_both_engines! {
    async fn a_gap_that_no_archiving_left_is_what_was_removed_or_cut_off(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        ten(&test, &guild).await;
        let head = audit::head(&test.db, guild.as_str()).await.unwrap().unwrap();
        feign_archiving(&test, &guild, 8, 10).await;
        let cut = Finding::CutEnd { chain: guild.to_string(), last: 7, head: 10 };
        assert_eq!(&faults(&test).await, from_ref(&cut));
        let scope = Scope::Guild(guild.clone());
        let (looked_at, found) = verified(&test, &scope, &[mirror::mark_of(&head)]).await;
        assert_eq!(&found, from_ref(&cut));
        assert_eq!((looked_at.entries, looked_at.archived, looked_at.findings), (7, 0, 1));
        feign_archiving(&test, &guild, 2, 3).await;
        let removed = Finding::Removed { chain: guild.to_string(), first: 2, last: 3, id: None };
        assert_eq!(verified(&test, &scope, &[]).await.1, [removed, cut]);
    }

    async fn a_gap_beside_one_that_archiving_left_is_told_apart(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let mut entries: Vec<_> = (1..=6).map(|number| entry(&guild, number)).collect();
        for late in &mut entries[3..] {
            late.timestamp = at(5 * DAY);
        }
        for entry in &entries {
            audit::create(&test.db, entry).await.unwrap();
        }
        audit::archive(&test.db, at(2 * DAY), &mut Anywhere, at(6 * DAY)).await.unwrap();
        assert_eq!(faults(&test).await, []);
        feign_archiving(&test, &guild, 4, 5).await;
        let removed = Finding::Removed { chain: guild.to_string(), first: 4, last: 5, id: None };
        let (looked_at, found) = verified(&test, &Scope::Guild(guild), &[]).await;
        assert_eq!((found, looked_at.archived), (vec![removed.clone()], 3));
        assert_eq!(faults(&test).await, [removed]);
    }

    async fn what_is_archived_stays_proven_because_the_entries_about_it_are_never_archived(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        ten(&test, &guild).await;
        for number in 0..3 {
            audit::archive(&test.db, at((2 + number) * DAY), &mut Anywhere, at((3 + number) * DAY)).await.unwrap();
            audit::create(&test.db, &entry(&guild, (2 + number) * DAY)).await.unwrap();
        }
        audit::archive(&test.db, at(90 * DAY), &mut Anywhere, at(99 * DAY)).await.unwrap();
        assert_eq!(count(&test, "SELECT count(*) FROM audit_logs WHERE action <> 'audit.archive'").await, 0);
        assert!(count(&test, "SELECT count(*) FROM audit_logs").await >= 3);
        assert_eq!(faults(&test).await, []);
        assert_eq!(verified(&test, &Scope::Guild(guild), &[]).await.1, []);
    }

    async fn an_entry_about_an_archiving_that_is_not_what_was_linked_proves_nothing(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        ten(&test, &guild).await;
        audit::archive(&test.db, at(2 * DAY), &mut Anywhere, at(3 * DAY)).await.unwrap();
        for number in 11..=13 {
            audit::create(&test.db, &entry(&guild, number)).await.unwrap();
        }
        let scope = Scope::Guild(guild.clone());
        assert_eq!(verified(&test, &scope, &[]).await.1, []);
        feign_archiving(&test, &guild, 11, 13).await;
        let details = format!(r#"{{"entries": 13, "chains": [["{guild}", 1, 13]], "beforeChain": []}}"#);
        without_guards(&test, &[format!("UPDATE audit_logs SET details = '{details}' WHERE action = 'audit.archive'")]).await;
        let all = Finding::CutEnd { chain: guild.to_string(), last: 0, head: 13 };
        assert_eq!(&verified(&test, &scope, &[]).await.1, from_ref(&all));
        raw(&test, &["DELETE FROM audit_logs WHERE action = 'audit.archive'".to_owned()]).await.unwrap();
        assert_eq!(verified(&test, &scope, &[]).await.1, [all]);
    }

    async fn a_head_that_was_set_back_into_a_gap_is_found(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        ten(&test, &guild).await;
        audit::archive(&test.db, at(2 * DAY), &mut Anywhere, at(3 * DAY)).await.unwrap();
        let back = format!("UPDATE audit_heads SET seq = 8 WHERE chain = '{guild}'");
        without_guards(&test, &[back]).await;
        let beyond = Finding::HeadDoesNotFit { chain: guild.to_string(), seq: 10 };
        assert_eq!(&faults(&test).await, from_ref(&beyond));
        raw(&test, &[format!("DELETE FROM audit_heads WHERE chain = '{guild}'")]).await.unwrap();
        assert_eq!(faults(&test).await, [beyond]);
    }

    async fn an_entry_cannot_hide_behind_a_link_in_another_chain_or_in_a_gap(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        ten(&test, &guild).await;
        let scope = Scope::Guild(guild.clone());
        let (insert, one) = by_hand(&test, "one", guild.as_str());
        raw(&test, &[insert, link("elsewhere", 1, "one")]).await.unwrap();
        let inserted = |entry| Finding::Inserted { chain: guild.to_string(), entry };
        assert_eq!(verified(&test, &scope, &[]).await.1, [inserted(one.clone())]);

        audit::archive(&test.db, at(2 * DAY), &mut Anywhere, at(3 * DAY)).await.unwrap();
        audit::create(&test.db, &entry(&guild, 11)).await.unwrap();
        assert_eq!(verified(&test, &scope, &[]).await.1, []);
        let (insert, two) = by_hand(&test, "two", guild.as_str());
        raw(&test, &[insert, link(guild.as_str(), 4, "two")]).await.unwrap();
        assert_eq!(verified(&test, &scope, &[]).await.1, [inserted(two)]);
    }

    async fn an_entry_that_was_moved_to_another_guild_is_named_in_both(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let entries = ten(&test, &guild).await;
        let id = &entries[2].id;
        without_guards(&test, &[format!("UPDATE audit_logs SET guild_id = 'other' WHERE id = '{id}'")]).await;
        let changed = Finding::Changed { chain: guild.to_string(), seq: 3, entry: named(&entries[2]) };
        assert_eq!(verified(&test, &Scope::Guild(guild), &[]).await.1, [changed]);
        let inserted = Finding::Inserted { chain: "other".to_owned(), entry: named(&entries[2]) };
        assert_eq!(verified(&test, &Scope::Guild("other".into()), &[]).await.1, [inserted]);
    }
}

/// Three entries of a guild from before the chain, and ten from after.
async fn with_three_from_before(test: &TestDb) {
    test.migrate_to(7).await;
    let insert = |id: &&str| by_hand(test, id, "g").0;
    let inserts: Vec<_> = ["one", "two", "three"].iter().map(insert).collect();
    raw(test, &inserts).await.unwrap();
    test.db.migrate().await.unwrap();
    ten(test, &"g".into()).await;
    assert_eq!(faults(test).await, []);
}

async fn entries_from_before_the_chain_are_held_against_what_archiving_took(test: TestDb) {
    with_three_from_before(&test).await;
    audit::archive(&test.db, at(2), &mut Anywhere, at(3 * DAY))
        .await
        .unwrap();
    assert_eq!(faults(&test).await, [], "no day is over yet");
    without_guards(
        &test,
        &[
            "DELETE FROM audit_logs WHERE id = 'two'".to_owned(),
            "UPDATE audit_unchained SET archived = NOT archived WHERE entry_id = 'two'".to_owned(),
        ],
    )
    .await;
    let said = |taken, said| Finding::ArchivedDoesNotFit {
        chain: "g".to_owned(),
        taken,
        said,
    };
    assert_eq!(faults(&test).await, [said(0, 1)]);
    audit::archive(&test.db, at(2 * DAY), &mut Anywhere, at(3 * DAY))
        .await
        .unwrap();
    assert_eq!(faults(&test).await, [said(2, 3)]);
    // One that is there is not archived.
    let (insert, three) = by_hand(&test, "three", "g");
    raw(&test, &[insert]).await.unwrap();
    let inserted = Finding::Inserted {
        chain: "g".to_owned(),
        entry: three,
    };
    assert_eq!(faults(&test).await, [said(2, 3), inserted]);
}

async fn entries_from_before_the_chain_are_their_own_guilds(test: TestDb) {
    with_three_from_before(&test).await;
    without_guards(
        &test,
        &["UPDATE audit_logs SET guild_id = 'h' WHERE id = 'two'".to_owned()],
    )
    .await;
    let removed = Finding::RemovedFromBefore {
        chain: "g".to_owned(),
        id: "two".into(),
    };
    let inserted = Finding::Inserted {
        chain: "h".to_owned(),
        entry: by_hand(&test, "two", "h").1,
    };
    assert_eq!(faults(&test).await, [removed.clone(), inserted.clone()]);
    assert_eq!(
        verified(&test, &Scope::Guild("g".into()), &[]).await.1,
        [removed]
    );
    assert_eq!(
        verified(&test, &Scope::Guild("h".into()), &[]).await.1,
        [inserted]
    );
}

/// What has a link and is said to be from before it would otherwise stand in for what is gone.
async fn an_entry_that_is_counted_twice_is_found_by_the_number(test: TestDb) {
    with_three_from_before(&test).await;
    without_guards(
        &test,
        &[
            "DELETE FROM audit_logs WHERE id = 'two'".to_owned(),
            "UPDATE audit_unchained SET entry_id =
                 (SELECT entry_id FROM audit_links WHERE chain = 'g' AND seq = 5)
             WHERE entry_id = 'two'"
                .to_owned(),
        ],
    )
    .await;
    let number = |chain: Option<&str>| Finding::NumberDoesNotFit {
        chain: chain.map(str::to_owned),
        known: 13,
        found: 12,
    };
    assert_eq!(faults(&test).await, [number(None)]);
    let own = verified(&test, &Scope::Guild("g".into()), &[]).await;
    assert_eq!((own.0.findings, own.1), (1, vec![number(Some("g"))]));
}

/// The same on a file and on a server without any table.
macro_rules! from_before {
    ($($name:ident: $sqlite:ident, $postgres:ident;)*) => {$(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $sqlite() {
            $name(slimy_store::testing::empty_sqlite().await).await;
        }

        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $postgres() {
            $name(slimy_store::testing::empty_postgres().await).await;
        }
    )*};
}

from_before! {
    entries_from_before_the_chain_are_held_against_what_archiving_took:
        archived_from_before_on_sqlite, archived_from_before_on_postgres;
    entries_from_before_the_chain_are_their_own_guilds:
        moved_from_before_on_sqlite, moved_from_before_on_postgres;
    an_entry_that_is_counted_twice_is_found_by_the_number:
        counted_twice_on_sqlite, counted_twice_on_postgres;
}
