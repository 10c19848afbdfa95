//! What an earlier process left behind.

use std::time::Duration;

use discord_standin::model::{Pace, Reply};
use slimy_store::{
    Engine, Id,
    chat::{
        self as store, NewConversation, NewMessage,
        usage::{self, Budget, Reserve, Reserved},
    },
    on_both_engines,
};

use super::{
    super::{MessageStatus, periods, recover, settle_stale, usage as usage_of},
    room::{Room, end, room},
};

impl Room {
    /// An answer to ana of which a process that is no more saved so much.
    pub(super) async fn left_behind(&self, said: &str) -> Id {
        let now = self.services.now();
        let owner = self.ana.user_id.clone();
        let mut tx = self.services.db.begin().await.unwrap();
        let new = NewConversation {
            user_id: owner.clone(),
            guild_id: self.ana.guild_id().cloned(),
            channel_id: Some("5".to_owned()),
            title: None,
            private: false,
        };
        let id = store::create_conversation(&mut tx, new, now)
            .await
            .unwrap()
            .id;
        let asked = NewMessage::question(id.clone(), owner.clone(), "Well?", now);
        let asked = store::append(&mut tx, asked).await.unwrap();
        let answer = NewMessage::answer(id, owner, asked.id, "standin-vision", now);
        let answer = store::append(&mut tx, answer).await.unwrap();
        store::save_progress(&mut tx, &answer.id, said, now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        answer.id
    }
}

on_both_engines! {
    async fn answers_that_were_left_behind_are_interrupted_once(test: TestDb) {
        let room = room(&test).await;
        let id = room.left_behind("half an ans").await;
        if test.engine() == Engine::Postgres {
            // Another process may be at it.
            assert_eq!(recover(&room.services).await.unwrap(), []);
            room.clock.advance(Duration::from_secs(20));
        }
        let recovered = recover(&room.services).await.unwrap();
        assert_eq!(recovered.len(), 1);
        assert_eq!(recovered[0].answer, id);
        let draft = &recovered[0].draft;
        assert_eq!(&*draft.text, "half an ans");
        assert_eq!(draft.end().unwrap().status, MessageStatus::Interrupted);
        assert_eq!(recover(&room.services).await.unwrap(), []);
        assert_eq!(room.audited(&id).await.len(), 1);
        // The conversation goes on where it was, and the answer can be given anew.
        let mut again = room.again(&room.ana, &id).await.unwrap();
        end(&mut again).await;
        room.answered(&room.ana, "Go on.").await;
        assert_eq!(room.model.requests()[1].said_by("user"), ["Well?", "Go on."]);
    }

    async fn answers_on_their_way_are_left_alone(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        room.model.answers(Reply::says("one two").paced(&pace));
        let mut turn = room.ask(&room.ana, "Count.").await;
        room.clock.advance(Duration::from_mins(5));
        assert_eq!(recover(&room.services).await.unwrap(), []);
        pace.releases_all();
        assert_eq!(end(&mut turn).await.end().unwrap().status, MessageStatus::Complete);
    }

    async fn tokens_that_nobody_settles_are_settled_once(test: TestDb) {
        let room = room(&test).await;
        let now = periods(room.services.now());
        let reserve = Reserve {
            user_id: room.ana.user_id.clone(),
            guild_id: room.ana.guild_id().cloned(),
            model: "standin-vision".to_owned(),
            day: now.day,
            month: now.month,
            tokens: 1_000,
            budget: Budget::default(),
        };
        let reserved = usage::reserve(&test.db, &reserve, room.services.now()).await.unwrap();
        assert!(matches!(reserved, Reserved::Granted(_)));
        room.clock.advance(Duration::from_mins(10));
        assert_eq!(settle_stale(&room.services).await.unwrap(), 0);
        room.clock.advance(Duration::from_mins(10));
        assert_eq!(settle_stale(&room.services).await.unwrap(), 1);
        assert_eq!(settle_stale(&room.services).await.unwrap(), 0);
        let view = usage_of(&room.services, &room.ana).await.unwrap();
        assert_eq!(view.person.day.used, 1_000);
        assert_eq!(view.host.unwrap().cost_micros_day, 1_000);
    }
}
