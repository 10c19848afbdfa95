//! What an earlier process left behind.

use std::time::Duration;

use discord_standin::model::{Pace, Reply};
use slimy_store::{
    Engine, Id,
    chat::{
        self as store, NewConversation, NewMessage,
        usage::{self, Budget, Reserve, Reserved},
    },
    lifecycle, on_both_engines,
};

use super::{
    super::{MessageStatus, periods, recover, settle_stale, usage as usage_of},
    room::{Room, end, room, says},
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
            room.clock.advance(Duration::from_secs(59));
            assert_eq!(recover(&room.services).await.unwrap(), []);
            room.clock.advance(Duration::from_secs(1));
        }
        let recovered = recover(&room.services).await.unwrap();
        assert_eq!(recovered.len(), 1);
        assert_eq!(recovered[0].answer, id);
        let draft = &recovered[0].draft;
        assert_eq!(&*draft.text, "half an ans");
        assert_eq!(draft.end().unwrap().status, MessageStatus::Interrupted);
        assert_eq!(recover(&room.services).await.unwrap(), []);
        assert_eq!(room.audited(&id).await.len(), 1);
        let row = room.row(&id).await;
        assert_eq!((row.tokens, row.duration_ms), (Some(3), Some(0)), "of its words, as they were saved");
        // The conversation goes on where it was, and the answer can be given anew.
        let mut again = room.again(&room.ana, &id).await.unwrap();
        end(&mut again).await;
        room.answered(&room.ana, "Go on.").await;
        assert_eq!(room.model.requests()[1].said_by("user"), ["Well?", "Go on."]);
    }

    async fn a_clock_that_was_set_back_hides_nothing_that_was_left_behind(test: TestDb) {
        if test.engine() == Engine::Postgres {
            // There it is left behind once the clock is as far again.
            return;
        }
        let room = room(&test).await;
        let id = room.left_behind("half").await;
        let later = room.services.now() + Duration::from_hours(1);
        store::save_progress(&test.db, &id, "half an ans", later).await.unwrap();
        let recovered = recover(&room.services).await.unwrap();
        assert_eq!(recovered.len(), 1);
    }

    async fn an_answer_that_others_took_for_left_behind_ends_as_it_did(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        room.model.answers(Reply::says("one two").paced(&pace));
        let mut turn = room.ask(&room.ana, "Count.").await;
        pace.releases(1);
        says(&mut turn, "one").await;
        // The database did not answer for a while, and another process was there first.
        let now = room.services.now();
        let mut tx = test.db.begin().await.unwrap();
        assert!(store::interrupt_one(&mut tx, &turn.answer, now, now).await.unwrap().is_some());
        tx.commit().await.unwrap();
        pace.releases_all();
        let draft = end(&mut turn).await;
        assert_eq!((&*draft.text, draft.end().unwrap().status), ("one two", MessageStatus::Complete));
        let row = room.row(&turn.answer).await;
        assert_eq!((row.content.as_str(), row.status), ("one two", MessageStatus::Complete));
        let entries = room.audited(&turn.answer).await;
        assert!(entries.iter().any(|entry| entry.success), "{entries:?}");
    }

    async fn the_books_are_settled_though_whoever_asked_was_erased_meanwhile(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        let reply = Reply::says("one two").counts(100, 5);
        room.model.answers(reply.paced(&pace));
        let mut turn = room.ask(&room.bob, "Count.").await;
        pace.releases(1);
        says(&mut turn, "one").await;
        lifecycle::delete_user(&test.db, &room.bob.user_id, room.services.now()).await.unwrap();
        pace.releases_all();
        end(&mut turn).await;
        let host = usage_of(&room.services, &room.ana).await.unwrap().host.unwrap();
        assert!(host.models.iter().any(|model| model.used.calls == 1), "{host:?}");
        room.clock.advance(Duration::from_hours(1));
        assert_eq!(settle_stale(&room.services).await.unwrap(), 0, "nothing is reserved any more");
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

    async fn what_a_running_answer_has_reserved_is_not_stale(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        room.model.answers(Reply::says("one two").counts(100, 5).paced(&pace));
        let mut turn = room.ask(&room.ana, "Count.").await;
        room.clock.advance(Duration::from_hours(1));
        assert_eq!(settle_stale(&room.services).await.unwrap(), 0);
        pace.releases_all();
        end(&mut turn).await;
        let view = usage_of(&room.services, &room.ana).await.unwrap();
        assert_eq!(view.person.month.used, 105);
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
