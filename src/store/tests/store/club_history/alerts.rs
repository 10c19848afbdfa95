//! Alerts wait until they are posted, once.

use slimy_store::club::{self, NewAlert};
use slimy_store::{Db, Id, Json, limits, on_both_engines, purge};

use super::is_limit;
use crate::support::{at, count, new_guild, person_in_guild};

pub(crate) fn alert(guild: &Id, key: &str, second: i64) -> NewAlert {
    NewAlert {
        guild_id: guild.clone(),
        kind: "saved".to_owned(),
        key: key.to_owned(),
        payload: Json(serde_json::json!({ "joined": ["Ada"] })),
        due_at: at(second),
    }
}

async fn due(db: &Db, second: i64) -> Vec<club::Alert> {
    club::due_alerts(db, at(second), 10).await.unwrap()
}

on_both_engines! {
    async fn an_alert_is_queued_once_and_due_in_its_turn(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let other = slimy_store::guilds::upsert(&test.db, new_guild("23", "Other"), at(0)).await.unwrap().row.id;
        assert!(club::queue_alert(&test.db, alert(&guild, "b", 20), at(1)).await.unwrap());
        assert!(club::queue_alert(&test.db, alert(&guild, "a", 10), at(1)).await.unwrap());
        assert!(!club::queue_alert(&test.db, alert(&guild, "a", 5), at(2)).await.unwrap());
        assert!(club::queue_alert(&test.db, alert(&other, "a", 30), at(1)).await.unwrap());
        let keys = |found: &[club::Alert]| found.iter().map(|one| one.key.clone()).collect::<Vec<_>>();
        assert_eq!(keys(&due(&test.db, 9).await), [""; 0]);
        assert_eq!(keys(&due(&test.db, 20).await), ["a", "b"]);
        assert_eq!(keys(&club::due_alerts(&test.db, at(99), 1).await.unwrap()), ["a"]);
        let first = due(&test.db, 10).await.remove(0);
        assert_eq!((first.payload.clone(), first.attempts), (Json(serde_json::json!({ "joined": ["Ada"] })), 0));

        assert!(club::alert_posted(&test.db, &first.id, at(11)).await.unwrap());
        assert!(!club::alert_posted(&test.db, &first.id, at(12)).await.unwrap());
        assert_eq!(keys(&due(&test.db, 99).await), ["b", "a"]);
        // What was posted is not queued again.
        assert!(!club::queue_alert(&test.db, alert(&guild, "a", 40), at(13)).await.unwrap());
    }

    async fn what_fails_is_tried_again_until_it_is_given_up(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        club::queue_alert(&test.db, alert(&guild, "a", 10), at(1)).await.unwrap();
        let first = due(&test.db, 10).await.remove(0);
        let error = "é".repeat(limits::ALERT_ERROR + 1);
        assert!(club::alert_failed(&test.db, &first.id, &error, Some(at(50)), at(11)).await.unwrap());
        assert!(due(&test.db, 49).await.is_empty());
        let again = due(&test.db, 50).await.remove(0);
        assert_eq!((again.attempts, again.last_error.unwrap().chars().count()), (1, limits::ALERT_ERROR));
        assert!(club::alert_failed(&test.db, &first.id, "gone", None, at(51)).await.unwrap());
        assert!(due(&test.db, 9_999).await.is_empty());
        assert!(!club::alert_failed(&test.db, &first.id, "gone", None, at(52)).await.unwrap());
        assert!(!club::alert_posted(&test.db, &first.id, at(53)).await.unwrap());
    }

    async fn of_many_who_take_an_alert_on_one_does(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        club::queue_alert(&test.db, alert(&guild, "a", 10), at(1)).await.unwrap();
        let first = due(&test.db, 10).await.remove(0);
        let tasks: Vec<_> = (0..6)
            .map(|_| {
                let (db, first) = (test.db.clone(), first.clone());
                tokio::spawn(async move { club::claim_alert(&db, &first, at(60), at(11)).await.unwrap() })
            })
            .collect();
        let mut taken = 0;
        for task in tasks {
            taken += u32::from(task.await.unwrap());
        }
        assert_eq!((taken, due(&test.db, 59).await.len(), due(&test.db, 60).await.len()), (1, 0, 1));
    }

    async fn settled_alerts_are_purged_and_waiting_ones_are_not(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        for key in ["posted", "given up", "waits"] {
            club::queue_alert(&test.db, alert(&guild, key, 10), at(1)).await.unwrap();
        }
        let mut all = due(&test.db, 10).await;
        all.retain(|one| one.key != "waits");
        let (posted, given_up) = (all.iter().find(|one| one.key == "posted").unwrap(), all.iter().find(|one| one.key == "given up").unwrap());
        club::alert_posted(&test.db, &posted.id, at(11)).await.unwrap();
        club::alert_failed(&test.db, &given_up.id, "e", None, at(12)).await.unwrap();
        let kept = limits::KEPT_AFTER_DELETION;
        assert!(purge::run(&test.db, at(11) + kept).await.unwrap().is_empty());
        let purged = purge::run(&test.db, at(99) + kept).await.unwrap();
        assert_eq!(purged, purge::Purged { alerts: 2, ..purge::Purged::default() });
        assert_eq!(count(&test, "SELECT count(*) FROM club_alerts WHERE key = 'waits'").await, 1);
    }

    async fn alerts_over_a_limit_are_refused(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let long = alert(&guild, &"k".repeat(limits::ALERT_KEY + 1), 1);
        assert!(is_limit(&club::queue_alert(&test.db, long, at(1)).await));
        let large = NewAlert { payload: Json("x".repeat(limits::ALERT_BYTES).into()), ..alert(&guild, "a", 1) };
        assert!(is_limit(&club::queue_alert(&test.db, large, at(1)).await));
        assert!(is_limit(&club::due_alerts(&test.db, at(1), 101).await));
    }
}
