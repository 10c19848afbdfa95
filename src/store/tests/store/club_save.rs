//! Save keeps everything, once.

use slimy_store::club::{self, AnalysisStatus, NewMetric, NewSaved};
use slimy_store::{StoreError, on_both_engines};

use crate::support::{at, count, new_draft, new_saved, person_in_guild};

on_both_engines! {
    async fn save_keeps_images_numbers_and_members_as_they_were(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let draft = club::create_draft(&test.db, new_draft(&user, &guild, "May"), at(1)).await.unwrap();
        let saved = new_saved("three members");
        let mut tx = test.db.begin().await.unwrap();
        assert!(club::save(&mut tx, &draft.id, &saved, at(2)).await.unwrap());
        tx.commit().await.unwrap();

        let detail = club::find_saved_with_relations(&test.db, &guild, &draft.id).await.unwrap().unwrap();
        assert_eq!(detail.analysis.status, AnalysisStatus::Saved);
        assert_eq!(detail.analysis.summary, "three members");
        assert_eq!((detail.analysis.draft, detail.analysis.saved_at), (None, Some(at(2))));
        assert_eq!(detail.images.len(), 1);
        assert_eq!(detail.images[0].bytes, 1_234_567);
        assert_eq!(detail.metrics[1].name, "totalPower");
        let expected = new_saved("s").metrics.remove(1).value;
        assert_eq!(detail.metrics[1].value.to_bits(), expected.to_bits());
        let members: Vec<_> = detail.powers.iter().map(|row| (row.member.as_str(), row.power)).collect();
        assert_eq!(members, [("Alice", Some(i64::MAX)), ("Bób", Some(0)), ("見る", None)]);
        assert_eq!(detail.powers[0].seen_in, ["one.png"]);
        assert!(detail.powers.iter().all(|row| row.guild_id == guild));
    }

    async fn save_pressed_many_times_at_once_saves_once(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let draft = club::create_draft(&test.db, new_draft(&user, &guild, "t"), at(1)).await.unwrap();
        let tasks: Vec<_> = (0..12)
            .map(|_| {
                let (db, id) = (test.db.clone(), draft.id.clone());
                tokio::spawn(async move {
                    let mut tx = db.begin().await.unwrap();
                    let won = club::save(&mut tx, &id, &new_saved("s"), at(2)).await.unwrap();
                    tx.commit().await.unwrap();
                    won
                })
            })
            .collect();
        let mut winners = 0;
        for task in tasks {
            winners += u32::from(task.await.unwrap());
        }
        assert_eq!(winners, 1);
        assert_eq!(count(&test, "SELECT count(*) FROM club_powers").await, 3);
    }

    async fn save_and_discard_at_once_leave_one_of_the_two(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        for _ in 0..5 {
            let draft = club::create_draft(&test.db, new_draft(&user, &guild, "t"), at(1)).await.unwrap();
            let (db, id) = (test.db.clone(), draft.id.clone());
            let discard = tokio::spawn(async move { club::discard(&db, &id, at(2)).await.unwrap() });
            let mut tx = test.db.begin().await.unwrap();
            let saved = club::save(&mut tx, &draft.id, &new_saved("s"), at(2)).await.unwrap();
            tx.commit().await.unwrap();
            assert_ne!(saved, discard.await.unwrap());
        }
    }

    async fn a_save_that_fails_half_way_leaves_the_draft(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let draft = club::create_draft(&test.db, new_draft(&user, &guild, "t"), at(1)).await.unwrap();
        let twice: Vec<NewMetric> = new_saved("s").metrics.into_iter().cycle().take(4).collect();
        let broken = NewSaved { metrics: twice, ..new_saved("s") };
        let mut tx = test.db.begin().await.unwrap();
        let refused = club::save(&mut tx, &draft.id, &broken, at(2)).await;
        assert!(matches!(refused, Err(StoreError::Conflict)), "{refused:?}");
        assert!(matches!(tx.commit().await, Err(StoreError::Aborted)));

        let found = club::find(&test.db, &draft.id).await.unwrap().unwrap();
        assert_eq!(found, draft);
        assert_eq!(count(&test, "SELECT count(*) FROM club_analysis_images").await, 0);
    }

    async fn an_analysis_without_rows_and_one_with_the_most_are_saved(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let row = new_saved("s").powers.remove(0);
        for rows in [0, 200] {
            let draft = club::create_draft(&test.db, new_draft(&user, &guild, "t"), at(1)).await.unwrap();
            let saved = NewSaved {
                images: vec![],
                metrics: vec![],
                powers: vec![row.clone(); rows],
                ..new_saved("s")
            };
            let mut tx = test.db.begin().await.unwrap();
            assert!(club::save(&mut tx, &draft.id, &saved, at(2)).await.unwrap());
            tx.commit().await.unwrap();
            let detail = club::find_saved_with_relations(&test.db, &guild, &draft.id).await.unwrap();
            assert_eq!(detail.unwrap().powers.len(), rows);
        }
        let over = NewSaved { powers: vec![row; 201], ..new_saved("s") };
        let mut tx = test.db.begin().await.unwrap();
        let refused = club::save(&mut tx, &"any".into(), &over, at(2)).await;
        assert!(matches!(refused, Err(StoreError::Limit { most: 200, .. })), "{refused:?}");
    }
}
