//! Drafts live, run out and are thrown away.

use slimy_store::club::{self, AnalysisStatus};
use slimy_store::{Json, StoreError, limits, on_both_engines};

use crate::support::{at, count, new_draft, new_saved, person_in_guild};

on_both_engines! {
    async fn a_draft_survives_a_restart_with_its_whole_preview(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let made = club::create_draft(&test.db, new_draft(&user, &guild, "May"), at(1)).await.unwrap();
        let restarted = test.open_again().await;
        let found = club::find(&restarted, &made.id).await.unwrap().unwrap();

        assert_eq!(found, made);
        assert_eq!(found.status, AnalysisStatus::Draft);
        assert_eq!(found.draft, Some(Json(serde_json::json!({ "rows": [1, 2, 3] }))));
        assert_eq!((found.expires_at, found.saved_at), (Some(at(100)), None));
        assert_eq!(count(&test, "SELECT count(*) FROM club_powers").await, 0);
    }

    async fn a_discarded_draft_keeps_no_preview_and_cannot_be_saved(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let draft = club::create_draft(&test.db, new_draft(&user, &guild, "t"), at(1)).await.unwrap();
        assert!(club::discard(&test.db, &draft.id, at(2)).await.unwrap());
        assert!(!club::discard(&test.db, &draft.id, at(3)).await.unwrap());

        let found = club::find(&test.db, &draft.id).await.unwrap().unwrap();
        assert_eq!((found.status, found.draft), (AnalysisStatus::Discarded, None));
        let mut tx = test.db.begin().await.unwrap();
        assert!(!club::save(&mut tx, &draft.id, &new_saved("s"), at(4)).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(count(&test, "SELECT count(*) FROM club_powers").await, 0);
    }

    async fn a_draft_that_has_run_out_is_listed_and_cannot_be_saved(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let mut ids = Vec::new();
        for expires in [30, 10, 20] {
            let draft = club::NewDraft { expires_at: at(expires), ..new_draft(&user, &guild, "t") };
            ids.push(club::create_draft(&test.db, draft, at(0)).await.unwrap().id);
        }
        let expired = club::list_expired_drafts(&test.db, at(20), 100).await.unwrap();
        let found: Vec<_> = expired.into_iter().map(|draft| draft.id).collect();
        assert_eq!(found, [ids[1].clone(), ids[2].clone()]);
        assert_eq!(club::list_expired_drafts(&test.db, at(99), 1).await.unwrap().len(), 1);

        let mut tx = test.db.begin().await.unwrap();
        assert!(!club::save(&mut tx, &ids[2], &new_saved("s"), at(20)).await.unwrap());
        assert!(club::save(&mut tx, &ids[0], &new_saved("s"), at(20)).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(club::list_expired_drafts(&test.db, at(99), 100).await.unwrap().len(), 2);
    }

    async fn a_draft_that_has_run_out_is_listed_without_its_preview(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let id = club::create_draft(&test.db, new_draft(&user, &guild, "t"), at(0)).await.unwrap().id;
        let expired = club::list_expired_drafts(&test.db, at(100), 100).await.unwrap();
        assert_eq!(expired, [club::ExpiredDraft { id, guild_id: guild }]);
    }

    async fn a_preview_that_is_too_long_is_refused_and_the_longest_is_kept(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        // The quotes are two of its bytes.
        let of = |bytes: usize| club::NewDraft {
            payload: Json(serde_json::Value::String("x".repeat(bytes - 2))),
            ..new_draft(&user, &guild, "t")
        };
        let most = limits::DRAFT_BYTES;
        let refused = club::create_draft(&test.db, of(most + 1), at(0)).await;
        assert!(
            matches!(refused, Err(StoreError::Limit { got, .. }) if got == most + 1),
            "{refused:?}"
        );
        assert_eq!(count(&test, "SELECT count(*) FROM club_analyses").await, 0);
        club::create_draft(&test.db, of(most), at(0)).await.unwrap();
    }

    async fn a_list_names_the_limit_it_is_over(test: TestDb) {
        let refused = club::list_expired_drafts(&test.db, at(0), 101).await;
        assert!(
            matches!(refused, Err(StoreError::Limit { most: 100, got: 101, .. })),
            "{refused:?}"
        );
    }
}
