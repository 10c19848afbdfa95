//! People who are gone by the time an entry of theirs is written.

use slimy_store::audit::{self, AuditFilter, NewAuditEntry};
use slimy_store::testing::TestDb;
use slimy_store::{Id, PageRequest, Recorder, on_both_engines};
use tempfile::TempDir;

use super::{entries, files, recorder, written};
use crate::support::{at, person_in_guild, some};

/// An entry that names a person in all the ways that there are.
fn of(user: &Id, guild: &Id) -> NewAuditEntry {
    NewAuditEntry {
        user_id: Some(user.clone()),
        guild_id: Some(guild.clone()),
        ip_address: some("192.168.1.1"),
        user_agent: some("Mozilla/5.0"),
        session_id: some("s"),
        request_id: some("r"),
        ..NewAuditEntry::new("user.update", "user", user.as_str(), at(1))
    }
}

async fn assert_names_nobody(test: &TestDb, guild: &Id) {
    let filter = AuditFilter {
        request_id: some("r"),
        ..AuditFilter::default()
    };
    let page = audit::list(&test.db, &filter, &PageRequest::first(5))
        .await
        .unwrap();
    assert_eq!(page.items.len(), 1);
    let row = &page.items[0];
    assert_eq!((&row.user_id, &row.resource_id[..]), (&None, "erased"));
    assert_eq!(
        (&row.ip_address, &row.user_agent, &row.session_id),
        (&None, &None, &None)
    );
    assert_eq!(
        (&row.guild_id, &row.action[..]),
        (&Some(guild.clone()), "user.update")
    );
}

on_both_engines! {
    async fn an_entry_of_a_person_who_is_gone_stays_without_the_person(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let mut all = entries(200);
        let mut gone = of(&user, &guild);
        gone.user_id = Some("nobody".into());
        "nobody".clone_into(&mut gone.resource_id);
        all.insert(77, gone);
        let (recorder, _home) = recorder(&test);
        recorder.write(&all).await.unwrap();
        assert_eq!(written(&test).await, (200, 200));
        assert_names_nobody(&test, &guild).await;
    }

    async fn a_person_who_is_deleted_while_entries_wait_in_the_journal_is_not_in_them(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let home = TempDir::new().unwrap();
        let away = test.open_again().await;
        away.close().await;
        let recorder = Recorder::start(away, home.path()).unwrap();
        recorder.write(&[of(&user, &guild)]).await.unwrap();
        recorder.close().await;

        test.execute("DELETE FROM users").await;
        let next = Recorder::start(test.db.clone(), home.path()).unwrap();
        while !files(home.path()).is_empty() {
            tokio::task::yield_now().await;
        }
        next.close().await;
        assert_names_nobody(&test, &guild).await;
    }
}
