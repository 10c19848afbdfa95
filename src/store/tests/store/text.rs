//! Odd text is stored unchanged, or refused.

use slimy_store::audit::NewAuditEntry;
use slimy_store::{Json, audit, club, guilds, on_both_engines};

use crate::support::{at, is_invalid, new_draft, new_guild, person_in_guild};

const ODD: [&str; 8] = [
    "",
    "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "مرحبا \u{202e}desrever\u{202c} שלום",
    "'; DROP TABLE guilds; --",
    "$1 ? :name \\ \" ' % _ {}",
    "line\r\nline\ttab\u{7}",
    "e\u{301} is not é; ﬁ, ß, İ",
    "\u{feff}\u{10ffff}",
];

on_both_engines! {
    async fn odd_text_is_stored_unchanged(test: TestDb) {
        let long = "ü🐌".repeat(2_000);
        for text in ODD.into_iter().chain([long.as_str()]) {
            let guild = guilds::upsert(&test.db, new_guild("1", text), at(0)).await.unwrap();
            assert_eq!(guild.row.name, text);
            let found = guilds::find(&test.db, &guild.row.id).await.unwrap().unwrap();
            assert_eq!(found.name, text);
        }
    }

    async fn odd_text_in_json_is_stored_unchanged(test: TestDb) {
        for text in ODD {
            let mut entry = NewAuditEntry::new("a.b", "thing", text, at(0));
            entry.details = Some(Json(serde_json::json!({ text: [text, { "n": 1.5, "z": null }] })));
            assert!(audit::create(&test.db, &entry).await.unwrap());
            let filter = audit::AuditFilter { resource_id: Some(text.to_owned()), ..Default::default() };
            let page = audit::list(&test.db, &filter, &slimy_store::PageRequest::first(2)).await.unwrap();
            assert_eq!(page.items.len(), 1, "{text:?}");
            assert_eq!(page.items[0].details, entry.details);
        }
    }

    async fn a_nul_is_refused_on_both(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let refused = guilds::upsert(&test.db, new_guild("9", "a\0b"), at(0)).await;
        assert!(is_invalid(&refused), "{refused:?}");
        for payload in [serde_json::json!(["a\0"]), serde_json::json!({ "a\0": 1 })] {
            let draft = club::NewDraft { payload: Json(payload), ..new_draft(&user, &guild, "t") };
            let refused = club::create_draft(&test.db, draft, at(0)).await;
            assert!(is_invalid(&refused), "{refused:?}");
        }
    }

    async fn a_number_that_is_none_is_refused(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        for confidence in [f64::NAN, f64::INFINITY, -0.1, 1.1] {
            let draft = club::NewDraft { confidence, ..new_draft(&user, &guild, "t") };
            let refused = club::create_draft(&test.db, draft, at(0)).await;
            assert!(is_invalid(&refused), "{refused:?}");
        }
    }
}
