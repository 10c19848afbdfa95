//! Many rows at once, all or nothing.

use slimy_store::audit::NewAuditEntry;
use slimy_store::batches::{self, Progress, Writing};
use slimy_store::chat::{self, NewConversation, NewMessage};
use slimy_store::{StoreError, Tx, on_both_engines, users};

use crate::support::{at, count, new_user, person_in_guild};

fn write_people(tx: &mut Tx, people: Vec<u8>) -> Writing<'_> {
    Box::pin(async move {
        for n in &people {
            users::upsert(&mut *tx, new_user(&n.to_string()), at(0)).await?;
        }
        Ok(people.len() as u64)
    })
}

on_both_engines! {
    async fn a_batch_goes_in_chunks_and_says_how_far_it_is(test: TestDb) {
        let entries: Vec<_> =
            (0..600).map(|n| NewAuditEntry::new("a.b", "t", n.to_string(), at(n))).collect();
        let mut seen = Vec::new();
        let added = batches::audit_entries(&test.db, &entries, |progress| seen.push(progress));
        assert_eq!(added.await.unwrap(), 600);
        let done = |done| Progress { done, total: 600 };
        assert_eq!(seen, [done(256), done(512), done(600)]);
        assert_eq!(count(&test, "SELECT count(*) FROM audit_logs").await, 600);

        let added = batches::audit_entries(&test.db, &entries, |_| {}).await.unwrap();
        assert_eq!(added, 0);
    }

    async fn a_batch_that_fails_half_way_leaves_nothing(test: TestDb) {
        let stranger = NewAuditEntry {
            user_id: Some("nobody".into()),
            ..NewAuditEntry::new("a.b", "t", "x", at(0))
        };
        let mut entries: Vec<_> =
            (0..300).map(|n| NewAuditEntry::new("a.b", "t", n.to_string(), at(n))).collect();
        entries.push(stranger);
        let mut chunks = 0;
        let refused = batches::audit_entries(&test.db, &entries, |_| chunks += 1).await;
        assert!(matches!(refused, Err(StoreError::ForeignKey)), "{refused:?}");
        assert_eq!((chunks, count(&test, "SELECT count(*) FROM audit_logs").await), (1, 0));
    }

    async fn what_a_chunk_is_and_how_it_is_written_is_the_callers(test: TestDb) {
        let db = test.db.clone();
        // In a task of its own, as a server would.
        let task = tokio::spawn(async move {
            let mut sizes = Vec::new();
            let people = [1_u8, 2, 3, 4, 5];
            let written = batches::insert(&db, &people, 2, |tx, chunk| {
                sizes.push(chunk.len());
                write_people(tx, chunk.to_vec())
            }, |_| {});
            assert_eq!(written.await.unwrap(), 5);
            sizes
        });
        assert_eq!(task.await.unwrap(), [2, 2, 1]);
        assert_eq!(count(&test, "SELECT count(*) FROM users").await, 5);
    }

    async fn of_a_person_who_comes_twice_the_last_counts(test: TestDb) {
        users::upsert(&test.db, new_user("0"), at(0)).await.unwrap();
        let mut people: Vec<_> = (0..500).map(|n| new_user(&n.to_string())).collect();
        people.push(users::NewUser { username: None, ..new_user("0") });
        batches::users(&test.db, &people, at(9), |_| {}).await.unwrap();
        assert_eq!(count(&test, "SELECT count(*) FROM users").await, 500);
        let first = users::find_by_discord_id(&test.db, "0").await.unwrap().unwrap();
        assert_eq!((first.username, first.created_at, first.updated_at), (None, at(0), at(9)));
    }

    async fn messages_come_in_with_their_places(test: TestDb) {
        let (user, _) = person_in_guild(&test.db).await;
        let new = NewConversation {
            user_id: user.clone(), guild_id: None, channel_id: None, title: None, private: true,
        };
        let id = chat::create_conversation(&test.db, new, at(0)).await.unwrap().id;
        let said: Vec<_> = (0..300)
            .map(|n| NewMessage::question(id.clone(), user.clone(), n.to_string(), at(n)))
            .collect();
        batches::messages(&test.db, &said, |_| {}).await.unwrap();
        let last = chat::find_conversation(&test.db, &id, &user).await.unwrap().unwrap();
        assert_eq!(last.last_position, 300);
    }
}
