//! Old entries leave for a sink, and only once it has them.

use std::collections::BTreeSet;
use std::time::Duration;

use sha2::{Digest, Sha256};
use slimy_store::audit::{
    self, ArchiveChunk, ArchiveError, ArchiveSink, AuditEntry, AuditFilter, NewAuditEntry, Scope,
    StatsFilter,
};
use slimy_store::testing::TestDb;
use slimy_store::{
    Db, Id, PageRequest, StoreError, Timestamp, checks, lifecycle, on_both_engines, users,
};

use crate::support::{at, count, new_user, some};

const DAY: i64 = 86_400;

/// Keeps chunks in memory, and fails or does something beside where it is told to.
#[derive(Default)]
struct Memory {
    chunks: Vec<ArchiveChunk>,
    /// Fails at this chunk.
    fails_at: Option<usize>,
    /// Adds this entry while it keeps the first chunk.
    meanwhile: Option<(Db, NewAuditEntry)>,
    /// Erases this person while it keeps the first chunk.
    erases: Option<(Db, Id)>,
    /// How many chunks were taken back.
    taken_back: usize,
}

impl Memory {
    fn ids(&self) -> BTreeSet<String> {
        let entries = self.chunks.iter().flat_map(|chunk| &chunk.entries);
        entries.map(|entry| entry.id.to_string()).collect()
    }
}

impl ArchiveSink for Memory {
    type Error = &'static str;

    async fn keep(&mut self, chunk: &ArchiveChunk) -> Result<(), Self::Error> {
        if self.fails_at == Some(self.chunks.len()) {
            return Err("the disk is full");
        }
        if let Some((db, entry)) = self.meanwhile.take() {
            audit::create(&db, &entry).await.unwrap();
        }
        if let Some((db, person)) = self.erases.take() {
            audit::erase_person(&db, &person, at(DAY)).await.unwrap();
        }
        self.chunks.push(chunk.clone());
        Ok(())
    }

    async fn take_back(&mut self, chunk: &ArchiveChunk) -> Result<(), Self::Error> {
        assert_eq!(self.chunks.last(), Some(chunk));
        self.taken_back += 1;
        Ok(())
    }
}

async fn add(test: &TestDb, entries: i64) -> Vec<NewAuditEntry> {
    let entry = |n: i64| NewAuditEntry::new("a.b", "t", n.to_string(), at(n));
    let entries: Vec<_> = (0..entries).map(entry).collect();
    audit::create_many(&test.db, &entries).await.unwrap();
    entries
}

/// Two people who leave 300 entries each, the one's among the other's; and how many that are.
async fn people_with_entries(test: &TestDb, round: i64, from: Timestamp) -> ([Id; 2], u64) {
    let mut people = Vec::new();
    for who in ["a", "b"] {
        let new = new_user(&format!("{who}{round}"));
        people.push(users::upsert(&test.db, new, from).await.unwrap().row.id);
    }
    let entries = (0..600).map(|n| {
        let person = &people[usize::from(n % 2 == 0)];
        NewAuditEntry {
            user_id: Some(person.clone()),
            ip_address: some("::1"),
            ..NewAuditEntry::new(
                "a.b",
                "user",
                person.as_str(),
                from + Duration::from_secs(n),
            )
        }
    });
    let entries: Vec<_> = entries.collect();
    audit::create_many(&test.db, &entries).await.unwrap();
    let [a, b] = people.try_into().unwrap();
    ([a, b], entries.len() as u64)
}

async fn archivings(test: &TestDb) -> Vec<AuditEntry> {
    let filter = AuditFilter {
        action: Some("audit.archive".to_owned()),
        ..Default::default()
    };
    audit::list(&test.db, &filter, &PageRequest::first(100))
        .await
        .unwrap()
        .items
}

on_both_engines! {
    async fn an_entry_that_comes_late_into_an_archived_day_puts_no_count_in_doubt(test: TestDb) {
        let days = |n: i64| NewAuditEntry::new("a.b", "t", "1", at(n * DAY));
        for day in 0..5 {
            audit::create(&test.db, &days(day)).await.unwrap();
        }
        audit::archive(&test.db, at(3 * DAY), &mut Memory::default(), at(6 * DAY)).await.unwrap();
        audit::create(&test.db, &days(0)).await.unwrap();
        let report = checks::run(&test.db).await.unwrap();
        assert!(report.is_clean(), "{:?}", report.findings);
    }

    async fn what_is_old_leaves_in_chunks_and_each_is_an_entry(test: TestDb) {
        let entries = add(&test, 2_500).await;
        let new = NewAuditEntry::new("a.b", "t", "new", at(DAY));
        audit::create(&test.db, &new).await.unwrap();
        let mut sink = Memory::default();
        let done = audit::archive(&test.db, at(DAY), &mut sink, at(2 * DAY)).await.unwrap();
        assert_eq!((done.entries, done.chunks), (2_500, 2));
        assert_eq!(sink.ids(), entries.iter().map(|entry| entry.id.to_string()).collect());

        let chunk = &sink.chunks[0];
        let lines: Vec<AuditEntry> =
            chunk.json_lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines, chunk.entries);
        let mut archivings = archivings(&test).await;
        archivings.sort_by_key(|entry| entry.details.as_ref().unwrap().0["from"].to_string());
        assert_eq!(archivings.len(), 2);
        let details = &archivings[0].details.as_ref().unwrap().0;
        assert_eq!(details["entries"], 2_000);
        assert_eq!(details["from"], at(0).to_string());
        assert_eq!(details["until"], at(1_999).to_string());
        assert_eq!(details["sha256"], hex::encode(Sha256::digest(&chunk.json_lines)));
        assert_eq!(archivings[0].timestamp, at(2 * DAY));
        assert_eq!(details["run"], archivings[1].details.as_ref().unwrap().0["run"]);
        // The new one and those two.
        assert_eq!(count(&test, "SELECT count(*) FROM audit_logs").await, 3);
    }

    async fn whole_days_leave_and_their_numbers_stay(test: TestDb) {
        // The fixed moment is ten in the morning.
        add(&test, 10).await;
        let later_that_day = NewAuditEntry::new("a.b", "t", "x", at(DAY));
        audit::create(&test.db, &later_that_day).await.unwrap();
        let mut sink = Memory::default();
        let done = audit::archive(&test.db, at(DAY + 100), &mut sink, at(2 * DAY)).await.unwrap();
        assert_eq!(done.entries, 10);
        let midnight = at(-10 * 3_600);
        let stats = audit::stats(&test.db, &StatsFilter::between(midnight, at(DAY + 1))).await.unwrap();
        assert_eq!(stats.total, 11);
    }

    async fn what_a_sink_cannot_keep_stays_and_the_next_run_goes_on(test: TestDb) {
        let entries = add(&test, 2_100).await;
        let mut sink = Memory { fails_at: Some(1), ..Memory::default() };
        let failed = audit::archive(&test.db, at(DAY), &mut sink, at(DAY)).await;
        assert!(matches!(failed, Err(ArchiveError::Sink("the disk is full"))), "{failed:?}");
        assert_eq!(count(&test, "SELECT count(*) FROM audit_logs WHERE action = 'a.b'").await, 100);
        assert_eq!(archivings(&test).await.len(), 1);

        sink.fails_at = None;
        let done = audit::archive(&test.db, at(DAY), &mut sink, at(DAY)).await.unwrap();
        assert_eq!((done.entries, done.chunks), (100, 1));
        assert_eq!(sink.ids().len(), entries.len());
        let none = audit::archive(&test.db, at(DAY), &mut sink, at(DAY)).await.unwrap();
        assert_eq!((none.entries, archivings(&test).await.len()), (0, 2));
    }

    async fn an_entry_that_comes_in_late_is_handed_out_before_it_is_deleted(test: TestDb) {
        let mut entries = add(&test, 20).await;
        let late = NewAuditEntry::new("late", "t", "1", at(10));
        entries.push(late.clone());
        let mut sink = Memory {
            meanwhile: Some((test.open_again().await, late.clone())),
            ..Memory::default()
        };
        let done = audit::archive(&test.db, at(DAY), &mut sink, at(DAY)).await.unwrap();
        // The first chunk was handed out twice.
        assert_eq!((done.entries, done.chunks, sink.chunks.len(), sink.taken_back), (21, 1, 2, 1));
        assert_eq!(sink.ids(), entries.iter().map(|entry| entry.id.to_string()).collect());
        assert_eq!(count(&test, "SELECT count(*) FROM audit_logs").await, 1);
    }

    async fn who_is_erased_while_the_sink_writes_is_not_in_what_it_keeps(test: TestDb) {
        let ([person, _], entries) = people_with_entries(&test, 0, at(0)).await;
        let mut sink = Memory {
            erases: Some((test.open_again().await, person.clone())),
            ..Memory::default()
        };
        let done = audit::archive(&test.db, at(DAY), &mut sink, at(2 * DAY)).await.unwrap();
        // Both people's own entries are among them.
        assert!(done.entries >= entries, "{done:?}");
        assert_eq!((done.chunks, sink.chunks.len(), sink.taken_back), (1, 2, 1));
        let names = |chunk: &ArchiveChunk| chunk.json_lines.contains(person.as_str());
        assert_eq!(sink.chunks.iter().map(names).collect::<Vec<_>>(), [true, false]);
        let archivings = archivings(&test).await;
        assert_eq!(archivings[0].details.as_ref().unwrap().0["sha256"], sink.chunks[1].sha256);
    }

    async fn archiving_and_erasing_at_once_are_both_done_and_the_chain_holds(test: TestDb) {
        let [archiving, erasing] = [test.open_again().await, test.open_again().await];
        for round in 0..20 {
            let days = 3 * round;
            let (people, archived) = people_with_entries(&test, round, at(days * DAY)).await;
            let mut sink = Memory::default();
            let (before, now) = (at((days + 1) * DAY), at((days + 2) * DAY));
            let erase = async {
                for person in &people {
                    lifecycle::delete_user(&erasing, person, now).await.unwrap();
                }
            };
            let (done, ()) = tokio::join!(audit::archive(&archiving, before, &mut sink, now), erase);
            let done = done.unwrap();
            assert!(done.entries >= archived, "round {round}: {done:?}");
            let named = "SELECT count(*) FROM audit_logs WHERE user_id IS NOT NULL OR ip_address IS NOT NULL";
            assert_eq!(count(&test, named).await, 0, "round {round}");
            assert_eq!(count(&test, "SELECT count(*) FROM audit_logs WHERE action = 'a.b'").await, 0, "round {round}");
            assert_eq!(count(&test, "SELECT count(*) FROM audit_maintenance").await, 0);
        }
        let mut findings = Vec::new();
        let verified = audit::verify(&test.db, &Scope::All, &[], &mut |finding| findings.push(finding)).await.unwrap();
        assert!(findings.is_empty(), "{findings:?}");
        assert!(verified.archived >= 20 * 600, "{verified:?}");
    }

    async fn entries_yet_to_come_are_not_archived(test: TestDb) {
        let refused = audit::archive(&test.db, at(DAY + 1), &mut Memory::default(), at(DAY)).await;
        assert!(matches!(refused, Err(ArchiveError::Store(StoreError::Invalid { .. }))), "{refused:?}");
    }
}
