//! Drafts that live on: further screenshots and edits, of which none is lost.

use slimy_store::club::{self, Analysis, DraftChanges};
use slimy_store::{Db, Json, StoreError, limits, on_both_engines};

use super::{TOTAL, committed};
use crate::support::{at, new_draft, new_saved, new_user, person_in_guild, some};

fn edit(draft: &Analysis, text: &str) -> DraftChanges {
    DraftChanges {
        payload: Json(serde_json::json!({ "edit": text })),
        summary: text.to_owned(),
        confidence: 0.5,
        title: some(text),
        metric: draft.metric,
        expires_at: at(500),
    }
}

async fn update(db: &Db, draft: &Analysis, text: &str, second: i64) -> Result<bool, StoreError> {
    let changes = edit(draft, text);
    club::update_draft(
        db,
        &draft.guild_id,
        &draft.id,
        changes,
        draft.updated_at,
        at(second),
    )
    .await
}

on_both_engines! {
    async fn the_live_draft_is_the_persons_newest_in_the_guild(test: TestDb) {
        let (user, guild) = &person_in_guild(&test.db).await;
        let other = slimy_store::users::upsert(&test.db, new_user("12"), at(0)).await.unwrap().row.id;
        let live = async |second: i64| {
            let found = club::find_live_draft(&test.db, guild, user, at(second)).await.unwrap();
            found.map(|draft| draft.title.unwrap())
        };
        assert_eq!(live(0).await, None);
        club::create_draft(&test.db, new_draft(user, guild, "first"), at(1)).await.unwrap();
        let second = club::create_draft(&test.db, new_draft(user, guild, "second"), at(2)).await.unwrap();
        club::create_draft(&test.db, new_draft(&other, guild, "another's"), at(3)).await.unwrap();
        assert_eq!(live(99).await, some("second"));
        assert_eq!(live(100).await, None);
        club::discard(&test.db, &second.id, at(5)).await.unwrap();
        assert_eq!(live(99).await, some("first"));
    }

    async fn an_edit_of_what_another_has_changed_is_refused(test: TestDb) {
        let (user, guild) = &person_in_guild(&test.db).await;
        let draft = club::create_draft(&test.db, new_draft(user, guild, "May"), at(1)).await.unwrap();
        // Both at the moment when the draft was made, as a clock that stands still has it.
        assert!(update(&test.db, &draft, "É one", 1).await.unwrap());
        assert!(!update(&test.db, &draft, "two", 1).await.unwrap());
        let found = club::find(&test.db, &draft.id).await.unwrap().unwrap();
        assert_eq!((found.summary.as_str(), found.title.as_deref()), ("É one", Some("É one")));
        assert_eq!((found.draft.clone(), found.expires_at), (Some(Json(serde_json::json!({ "edit": "É one" }))), Some(at(500))));
        assert!(found.updated_at > draft.updated_at);
        assert!(update(&test.db, &found, "two", 2).await.unwrap());
        let found = club::find(&test.db, &draft.id).await.unwrap().unwrap();
        let changes = DraftChanges { metric: TOTAL, ..edit(&found, "three") };
        assert!(club::update_draft(&test.db, guild, &found.id, changes, found.updated_at, at(3)).await.unwrap());
        let found = club::find(&test.db, &draft.id).await.unwrap().unwrap();
        assert_eq!((found.metric, found.updated_at), (TOTAL, at(3)));
        // Not after its time, not in another guild, and not too long.
        assert!(!update(&test.db, &found, "late", 500).await.unwrap());
        let no = "no".into();
        let elsewhere = club::update_draft(&test.db, &no, &found.id, edit(&found, "x"), found.updated_at, at(4));
        assert!(!elsewhere.await.unwrap());
        let long = DraftChanges { payload: Json("x".repeat(limits::DRAFT_BYTES).into()), ..edit(&found, "x") };
        let long = club::update_draft(&test.db, guild, &found.id, long, found.updated_at, at(4)).await;
        assert!(super::is_limit(&long), "{long:?}");
        assert!(committed!(test.db, |tx| club::save(&mut tx, &found.id, &new_saved("s"), at(5))).unwrap());
        let saved = club::find(&test.db, &draft.id).await.unwrap().unwrap();
        assert!(!update(&test.db, &saved, "after", 6).await.unwrap());
        assert_eq!(club::search_saved(&test.db, guild, "THREE", 5).await.unwrap().len(), 1);
    }

    async fn of_many_edits_at_once_one_is_taken(test: TestDb) {
        let (user, guild) = &person_in_guild(&test.db).await;
        let draft = club::create_draft(&test.db, new_draft(user, guild, "May"), at(1)).await.unwrap();
        for _ in 0..3 {
            let draft = club::find(&test.db, &draft.id).await.unwrap().unwrap();
            let tasks: Vec<_> = (0..6)
                .map(|n| {
                    let (db, draft) = (test.db.clone(), draft.clone());
                    tokio::spawn(async move { update(&db, &draft, &n.to_string(), 1).await.unwrap() })
                })
                .collect();
            let mut taken = 0;
            for task in tasks {
                taken += u32::from(task.await.unwrap());
            }
            assert_eq!(taken, 1);
        }
    }
}
