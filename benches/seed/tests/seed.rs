//! What is filled in around the store is what the store itself would have written.

use bench_seed::{Amounts, MEDIUM, Refused, conversation_id, guild_id, seed, user_id};
use slimy_store::audit::{self, AuditFilter, Scope};
use slimy_store::{Id, PageRequest, chat, checks, club, guilds, members, on_both_engines, users};

const FEW: Amounts = Amounts {
    audit: 20_000,
    messages: 3_000,
    analyses: 500,
};

on_both_engines! {
    async fn nothing_is_wrong_with_what_is_filled_in(test: TestDb) {
        test.db.close().await;
        seed(&test.url, FEW, &mut ()).await.unwrap();

        let db = test.open_again().await;
        let report = checks::run(&db).await.unwrap();
        let findings: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
        assert_eq!(findings, [""; 0]);
        assert!(report.checked.rows > 100_000, "{:?}", report.checked);
        db.close().await;
    }

    async fn the_known_keys_and_words_are_found(test: TestDb) {
        test.db.close().await;
        seed(&test.url, FEW, &mut ()).await.unwrap();

        let db = test.open_again().await;
        let page = PageRequest::first(10);
        let guild = Id::from(guild_id(0));
        let user = Id::from(user_id(0));
        assert!(guilds::find(&db, &guild).await.unwrap().is_some());
        assert!(users::find(&db, &user).await.unwrap().is_some());
        let members = members::list_of_guild(&db, &guild, &page).await.unwrap();
        assert!(members.next.is_some());
        let saved = club::list_saved(&db, &guild, &page).await.unwrap();
        assert!(saved.next.is_some());
        let named = guilds::GuildFilter {
            search: Some(MEDIUM.to_uppercase()),
            ..Default::default()
        };
        let named = guilds::list(&db, &named, &page).await.unwrap();
        assert_eq!(named.items.len(), 10);
        let talk = Id::from(conversation_id(0));
        let said = chat::messages(&db, &talk, &user, &page).await.unwrap();
        assert!(said.next.is_some() || said.previous.is_some());
        let entries = AuditFilter {
            user_id: Some(user.clone()),
            ..AuditFilter::default()
        };
        assert!(!audit::list(&db, &entries, &page).await.unwrap().items.is_empty());
        let mut findings = Vec::new();
        let verified = audit::verify(&db, &Scope::All, &[], &mut |one| findings.push(one)).await;
        assert_eq!((verified.unwrap().entries, findings), (FEW.audit, vec![]));
        db.close().await;
    }

    async fn a_database_that_holds_data_is_refused(test: TestDb) {
        test.db.close().await;
        seed(&test.url, Amounts { audit: 10, messages: 10, analyses: 1 }, &mut ())
            .await
            .unwrap();
        let again = seed(&test.url, FEW, &mut ()).await.unwrap_err();
        assert!(again.is::<Refused>(), "{again:#}");
        assert!(again.to_string().contains("holds data already"), "{again}");
    }
}

#[tokio::test]
async fn a_database_without_our_tables_is_refused() {
    let test = slimy_store::testing::empty_sqlite().await;
    test.db.close().await;
    let refused = seed(&test.url, FEW, &mut ()).await.unwrap_err();
    assert!(refused.is::<Refused>(), "{refused:#}");
    assert!(refused.to_string().contains("slimy migrate"), "{refused}");
}
