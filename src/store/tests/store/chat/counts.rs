//! Answers to choose among are counted by their place.

use slimy_store::chat::{self, Answers};
use slimy_store::{limits, on_both_engines};

use super::{person, person_who_talks, turn};
use crate::support::at;

on_both_engines! {
    async fn answers_are_counted_where_there_are_several(test: TestDb) {
        let (user, id) = person_who_talks(&test.db).await;
        let stranger = person(&test.db, "12").await;
        turn(&test.db, &user, &id, ["one", "1"], at(1)).await;
        let second = turn(&test.db, &user, &id, ["two", "2"], at(2)).await;
        for n in 3..5 {
            let mut tx = test.db.begin().await.unwrap();
            chat::create_alternative(&mut tx, &second.id, "small-1", at(n)).await.unwrap();
            tx.commit().await.unwrap();
        }
        let several = [Answers { position: 4, answers: 3 }];
        assert_eq!(chat::count_answers(&test.db, &id, &user, 1, 4).await.unwrap(), several);
        assert_eq!(chat::count_answers(&test.db, &id, &user, 4, 9).await.unwrap(), several);
        assert_eq!(chat::count_answers(&test.db, &id, &user, 1, 3).await.unwrap(), []);
        assert_eq!(chat::count_answers(&test.db, &id, &stranger, 1, 4).await.unwrap(), []);
        let most = i64::try_from(limits::PAGE_SIZE).unwrap();
        assert!(chat::count_answers(&test.db, &id, &user, 0, most - 1).await.is_ok());
        assert!(chat::count_answers(&test.db, &id, &user, 0, most).await.is_err());
        chat::delete_conversation(&test.db, &id, &user, at(9)).await.unwrap();
        assert_eq!(chat::count_answers(&test.db, &id, &user, 1, 4).await.unwrap(), []);
    }
}
