//! Who has said what to the notice, and when they are asked.

use std::time::Duration;

use slimy_store::chat::consent::{self, Consent, ConsentStatus};
use slimy_store::{StoreError, on_both_engines};

use super::person;
use crate::support::at;

const DAY: Duration = Duration::from_hours(24);

on_both_engines! {
    async fn who_was_never_asked_has_said_nothing(test: TestDb) {
        let user = person(&test.db, "11").await;
        assert_eq!(consent::find(&test.db, &user).await.unwrap(), None);
    }

    async fn the_last_word_counts_and_is_written_once(test: TestDb) {
        let (user, other) = (person(&test.db, "11").await, person(&test.db, "12").await);
        let decide = async |accepts, when| consent::decide(&test.db, &user, accepts, 1, at(when)).await.unwrap();
        assert!(decide(true, 1).await);
        assert!(!decide(true, 2).await, "it is so already");
        let found = consent::find(&test.db, &user).await.unwrap().unwrap();
        let expected = Consent {
            user_id: user.clone(), status: ConsentStatus::Accepted, notice_version: 1, asked_at: None, decided_at: Some(at(1)),
        };
        assert_eq!(found, expected);
        assert!(decide(false, 3).await);
        let found = consent::find(&test.open_again().await, &user).await.unwrap().unwrap();
        assert_eq!((found.status, found.decided_at), (ConsentStatus::Declined, Some(at(3))));
        assert_eq!(consent::find(&test.db, &other).await.unwrap(), None);
        let nobody = consent::decide(&test.db, &"nobody".into(), true, 1, at(1)).await;
        assert!(matches!(nobody, Err(StoreError::ForeignKey)), "{nobody:?}");
    }

    async fn somebody_is_asked_once_a_day_until_they_decide(test: TestDb) {
        let user = person(&test.db, "11").await;
        let ask = async |when| consent::ask(&test.db, &user, 1, DAY, at(when)).await.unwrap();
        assert!(ask(0).await);
        let asked = consent::find(&test.db, &user).await.unwrap().unwrap();
        assert_eq!((asked.status, asked.asked_at, asked.decided_at), (ConsentStatus::Asked, Some(at(0)), None));
        assert!(!ask(86_399).await);
        assert!(ask(86_400).await);
        assert!(ask(0).await, "a clock that was put back silences nobody");
        for accepts in [false, true] {
            consent::decide(&test.db, &user, accepts, 1, at(100_000)).await.unwrap();
            assert!(!ask(1_000_000).await, "{accepts}");
        }
    }

    async fn another_wording_is_put_before_who_accepted_and_not_before_who_declined(test: TestDb) {
        let (yes, no) = (person(&test.db, "11").await, person(&test.db, "12").await);
        consent::decide(&test.db, &yes, true, 1, at(0)).await.unwrap();
        consent::decide(&test.db, &no, false, 1, at(0)).await.unwrap();
        let ask = async |user, when| consent::ask(&test.db, user, 2, DAY, at(when)).await.unwrap();
        assert!(ask(&yes, 1).await);
        assert!(!ask(&yes, 2).await);
        assert!(!ask(&no, 1).await);
        assert!(consent::decide(&test.db, &yes, true, 2, at(3)).await.unwrap());
        assert!(!ask(&yes, 1_000_000).await);
    }

    async fn of_several_at_once_one_asks(test: TestDb) {
        let user = person(&test.db, "11").await;
        let other = test.open_again().await;
        let asking: Vec<_> = (0..8)
            .map(|n| {
                let db = if n % 2 == 0 { &test.db } else { &other }.clone();
                let user = user.clone();
                tokio::spawn(async move { consent::ask(&db, &user, 1, DAY, at(0)).await.unwrap() })
            })
            .collect();
        let mut asked = 0;
        for one in asking {
            asked += usize::from(one.await.unwrap());
        }
        assert_eq!(asked, 1);
    }

    async fn it_is_found_by_discords_id_too(test: TestDb) {
        let user = person(&test.db, "11").await;
        person(&test.db, "12").await;
        consent::decide(&test.db, &user, true, 1, at(0)).await.unwrap();
        let found = consent::find_by_discord_id(&test.db, "11").await.unwrap().unwrap();
        assert_eq!((found.user_id, found.status), (user, ConsentStatus::Accepted));
        for nobody in ["12", "13"] {
            assert_eq!(consent::find_by_discord_id(&test.db, nobody).await.unwrap(), None);
        }
    }

    async fn what_is_held_is_not_taken_back_before_the_transaction_ends(test: TestDb) {
        let user = person(&test.db, "11").await;
        let other = test.open_again().await;
        consent::decide(&test.db, &user, true, 2, at(0)).await.unwrap();
        let mut tx = test.db.begin().await.unwrap();
        assert!(consent::hold(&mut tx, &user, 2).await.unwrap());
        let declining = tokio::spawn({
            let user = user.clone();
            async move { consent::decide(&other, &user, false, 2, at(1)).await }
        });
        let found = consent::find(&mut tx, &user).await.unwrap().unwrap();
        assert_eq!(found.status, ConsentStatus::Accepted);
        tx.commit().await.unwrap();
        assert!(declining.await.unwrap().unwrap());
        for (wording, who) in [(2, &user), (1, &"nobody".into())] {
            let mut tx = test.db.begin().await.unwrap();
            assert!(!consent::hold(&mut tx, who, wording).await.unwrap());
            tx.rollback().await.unwrap();
        }
        // An older wording's yes is none to the next.
        consent::decide(&test.db, &user, true, 1, at(2)).await.unwrap();
        let mut tx = test.db.begin().await.unwrap();
        assert!(!consent::hold(&mut tx, &user, 2).await.unwrap());
        assert!(consent::hold(&mut tx, &user, 1).await.unwrap());
        tx.rollback().await.unwrap();
    }
}
