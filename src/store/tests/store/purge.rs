//! What was deleted goes for good after thirty days, and sessions when they are over.

use std::time::Duration;

use slimy_store::audit::{self, AuditFilter};
use slimy_store::chat::{self, ConversationFilter};
use slimy_store::{Id, PageRequest, club, limits, on_both_engines, purge};

use crate::everything::one_of_everything;
use crate::support::{at, count, raw};

on_both_engines! {
    async fn what_was_deleted_is_kept_for_thirty_days(test: TestDb) {
        let (user, guild) = one_of_everything(&test.db).await;
        let filter = ConversationFilter::of(user.clone());
        let page = chat::list_conversations(&test.db, &filter, &PageRequest::first(5)).await;
        let conversation = page.unwrap().items[0].id.clone();
        chat::delete_conversation(&test.db, &conversation, &user, at(10)).await.unwrap();
        let saved: Id = club::newest_saved(&test.db, &guild).await.unwrap().unwrap().id;
        raw(&test, &[format!("UPDATE club_analyses SET deleted_at = created_at WHERE id = '{saved}'")]).await.unwrap();

        let days = |days: u64| Duration::from_hours(24 * days);
        assert_eq!(limits::KEPT_AFTER_DELETION, days(30));
        // The session is over after a thousand seconds.
        let early = purge::run(&test.db, at(1) + days(30)).await.unwrap();
        assert_eq!(early, purge::Purged { sessions: 1, proposals: 1, ..purge::Purged::default() });
        let late = purge::run(&test.db, at(11) + days(30)).await.unwrap();
        assert_eq!((late.analyses, late.sessions), (1, 0));
        assert!(late.chat >= 2, "{late:?}");
        // The draft and what was rolled back are nobody's to purge.
        for (table, rows) in [("club_analyses", 2), ("club_powers", 1), ("chat_messages", 0), ("chat_posts", 0), ("chat_attachments", 0)] {
            assert_eq!(count(&test, &format!("SELECT count(*) FROM {table}")).await, rows, "{table}");
        }
    }

    async fn a_purge_is_on_record_and_an_empty_one_is_not(test: TestDb) {
        one_of_everything(&test.db).await;
        assert!(!purge::run(&test.db, at(1_000)).await.unwrap().is_empty());
        assert!(purge::run(&test.db, at(1_001)).await.unwrap().is_empty());
        let filter = AuditFilter { action: Some("data.purge".to_owned()), ..AuditFilter::default() };
        let entries = audit::list(&test.db, &filter, &PageRequest::first(5)).await.unwrap().items;
        assert_eq!(entries.len(), 1);
        let details = serde_json::json!({ "analyses": 0, "chat": 0, "sessions": 1, "alerts": 0, "usage": 0, "heard": 0, "proposals": 1 });
        assert_eq!(entries[0].details.as_ref().unwrap().0, details);
    }
}
