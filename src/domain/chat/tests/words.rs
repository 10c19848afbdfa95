//! An answer comes word by word, is stored, and has one end.

use std::time::Duration;

use discord_standin::model::{Outcome, Pace, Reply};
use slimy_store::{chat as store, on_both_engines};

use super::{
    super::{MessageStatus, State},
    room::{end, question, room, says},
};

on_both_engines! {
    async fn words_are_seen_as_they_come_and_the_whole_is_stored(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        room.model.answers(Reply::says("one two three").paced(&pace).counts(40, 3));
        let mut turn = room.ask(&room.ana, "Count, please.").await;
        assert_eq!(turn.draft.borrow().state, State::Waiting);
        let stored = room.row(&turn.answer).await;
        assert_eq!(stored.status, MessageStatus::Streaming);
        assert_eq!(room.row(&turn.question).await.content, "Count, please.");

        pace.releases(1);
        says(&mut turn, "one").await;
        assert_eq!(&*turn.draft.borrow().text, "one");
        assert_eq!(turn.draft.borrow().state, State::Writing);
        pace.releases(1);
        says(&mut turn, "two").await;
        pace.releases_all();
        let draft = end(&mut turn).await;
        assert_eq!(&*draft.text, "one two three");

        let how = draft.end().unwrap();
        assert_eq!((how.status, how.fault.clone()), (MessageStatus::Complete, None));
        assert_eq!((how.prompt_tokens, how.completion_tokens), (40, 3));
        // 40 tokens at 1 and 3 at 10 dollars a million.
        assert_eq!(how.cost_micros, 70);
        let stored = room.row(&turn.answer).await;
        assert_eq!((stored.content.as_str(), stored.status), ("one two three", MessageStatus::Complete));
        assert_eq!(stored.model.as_deref(), Some("standin-vision"));
        assert_eq!((stored.prompt_tokens, stored.completion_tokens), (Some(40), Some(3)));
        assert_eq!((stored.tokens, stored.left_out), (Some(3), Some(0)));
        assert!(stored.finished_at.is_some() && stored.duration_ms.is_some());
        assert_eq!(room.services.chat.as_ref().unwrap().running(), 0);
    }

    async fn a_question_and_its_answer_are_audited_without_their_words(test: TestDb) {
        let room = room(&test).await;
        room.model.answers("A secret answer.");
        let (turn, _) = room.answered(&room.ana, "A secret question?").await;
        let begun = room.audited(&turn.conversation).await;
        assert_eq!(begun.len(), 1);
        assert_eq!(begun[0].action, "chat.conversation.create");
        let asked = room.audited(&turn.question).await;
        let answered = room.audited(&turn.answer).await;
        assert_eq!((asked.len(), answered.len()), (1, 1));
        for entry in begun.iter().chain(&asked).chain(&answered) {
            assert!(entry.success);
            assert_eq!(entry.user_id.as_ref(), Some(&room.ana.user_id));
            assert_eq!(entry.guild_id.as_ref(), room.ana.guild_id());
            assert_eq!(entry.request_id.as_deref(), Some("911"));
            let details = entry.details.as_ref().unwrap().0.to_string();
            assert!(!details.contains("secret"), "{details}");
        }
        let details = &answered[0].details.as_ref().unwrap().0;
        assert_eq!(details["status"], "complete");
        assert_eq!(details["model"], "standin-vision");
        assert_eq!(asked[0].details.as_ref().unwrap().0["way"], "command");
    }

    async fn slow_words_come_too_and_are_saved_meanwhile(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        let reply = Reply::says("slow and steady").slow(Duration::from_millis(40));
        room.model.answers(reply.silent_until(&pace));
        let mut turn = room.ask(&room.ana, "Take your time.").await;
        // Nothing has come yet, and the row is touched all the same.
        let began = room.row(&turn.answer).await.updated_at;
        room.clock.advance(Duration::from_mins(1));
        while room.row(&turn.answer).await.updated_at == began {
            tokio::task::yield_now().await;
        }
        pace.releases_all();
        assert_eq!(&*end(&mut turn).await.text, "slow and steady");
    }

    async fn an_answer_that_fills_its_room_says_so(test: TestDb) {
        let room = room(&test).await;
        room.model.answers(Reply::says("and so on").out_of_room());
        let end = room.ends(&room.ana, "Tell me everything.").await;
        assert!(end.is_cut);
        assert_eq!(end.status, MessageStatus::Complete);
    }

    async fn one_turn_at_a_time(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        room.model.answers(Reply::says("well").paced(&pace));
        let mut first = room.ask(&room.ana, "First?").await;
        let refused = room.refused(&room.ana, question("Second?")).await;
        assert_eq!(refused.kind(), "still_answering");
        // In another channel, or anew, it is another conversation.
        let mut fresh = question("Something else?");
        fresh.fresh = true;
        let mut fresh = room.asks(&room.ana, fresh).await;
        end(&mut fresh).await;
        assert_ne!(fresh.conversation, first.conversation);
        pace.releases_all();
        end(&mut first).await;
        // Who sees the end may ask at once; the newest conversation goes on.
        let (third, _) = room.answered(&room.ana, "Third?").await;
        assert_eq!(third.conversation, fresh.conversation);
        let asked = store::find_conversation(&test.db, &first.conversation, &room.ana.user_id).await;
        assert_eq!(asked.unwrap().unwrap().last_position, 2, "the refused question is not stored");
    }

    async fn of_many_first_questions_at_once_one_is_taken(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        room.model.usually(move |_| Reply::says("yes").paced(&pace));
        let asking = (0..8).map(|_| room.tries(&room.ana, question("Anybody?")));
        let asked = futures_util::future::join_all(asking).await;
        assert_eq!(asked.iter().filter(|turn| turn.is_ok()).count(), 1);
        let filter = store::ConversationFilter::of(room.ana.user_id.clone());
        let first = slimy_store::PageRequest::first(10);
        let page = store::list_conversations(&test.db, &filter, &first).await;
        assert_eq!(page.unwrap().items.len(), 1);
        room.services.chat.as_ref().unwrap().close().await;
    }

    async fn a_conversation_that_is_deleted_meanwhile_ends_quietly(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        room.model.answers(Reply::says("one two").paced(&pace));
        let mut turn = room.ask(&room.ana, "Forget it.").await;
        pace.releases(1);
        says(&mut turn, "one").await;
        let owner = &room.ana.user_id;
        let deleted = store::delete_forever(&test.db, &turn.conversation, owner, room.services.now());
        assert!(deleted.await.unwrap());
        pace.releases_all();
        assert!(end(&mut turn).await.is_over());
        assert_eq!(room.audited(&turn.answer).await.len(), 1);
        assert_eq!(room.model.ended(1).await.outcome, Outcome::Answered);
    }
}
