//! What a provider took is paid for, whatever came of it, and no more than it can have been.

use std::{future::poll_fn, task::Poll};

use discord_standin::model::{Model, Pace, Reply};
use slimy_llm::FailureKind;
use slimy_store::{chat::usage, on_both_engines, testing::TestDb};
use tokio::time::timeout;

use super::{
    super::{
        Budget, Fault, MessageStatus,
        pay::{self, Paid},
        periods,
    },
    room::{PATIENCE, Room, end, provider, question, room, room_with, says, setup},
};

/// The tokens that ana's books have for today.
async fn used(room: &Room) -> i64 {
    let day = periods(room.services.now()).day;
    let used = usage::of_user(&room.services.db, &room.ana.user_id, &day).await;
    used.unwrap().used
}

/// A stream that is taken, and carries an error in the place of the first word.
fn taken_and_failed() -> Reply {
    Reply::says("one").errs_after(0)
}

/// Asks anew, so that the model is shown as much each time.
async fn asks_anew(room: &Room) -> super::super::End {
    let mut anew = question("Hello?");
    anew.fresh = true;
    let mut turn = room.asks(&room.ana, anew).await;
    end(&mut turn).await.end().unwrap().clone()
}

async fn with_second(test: &TestDb, second: &Model) -> Room {
    let model = Model::start().await;
    let mut setup = setup(&model);
    setup.second = Some(provider(second, Model::READS));
    room_with(test, model, setup).await
}

on_both_engines! {
    async fn what_a_model_refuses_or_leaves_empty_is_paid_for(test: TestDb) {
        let room = room(&test).await;
        room.model.answers(Reply::empty().filtered().counts(30, 7));
        let end = asks_anew(&room).await;
        assert_eq!(end.fault, Some(Fault::Model(FailureKind::RefusedContent)));
        assert_eq!((end.prompt_tokens, end.completion_tokens), (30, 7));
        assert_eq!(used(&room).await, 37);
        room.model.answers(Reply::empty().counts(31, 400));
        let end = asks_anew(&room).await;
        assert_eq!((end.prompt_tokens, end.completion_tokens), (31, 400));
        assert_eq!(used(&room).await, 37 + 431);
    }

    async fn each_try_that_was_taken_is_paid_for_and_none_goes_beyond_a_budget(test: TestDb) {
        let room = room(&test).await;
        for _ in 0..3 {
            room.model.answers(taken_and_failed());
        }
        let end = asks_anew(&room).await;
        assert_eq!(end.fault, Some(Fault::Model(FailureKind::Overloaded)));
        assert_eq!(room.model.requests().len(), 3);
        assert_eq!(end.completion_tokens, 3 * 500, "what was thought is not known");
        let spent = used(&room).await;
        assert_eq!(spent, end.prompt_tokens + end.completion_tokens);

        let limit = spent + spent / 3 + 50;
        room.set(&room.ana, &serde_json::json!({"chat": {"budget": {"personDay": limit}}})).await;
        room.model.answers(taken_and_failed());
        let end = asks_anew(&room).await;
        assert_eq!(end.fault, Some(Fault::Model(FailureKind::Overloaded)));
        assert_eq!(room.model.requests().len(), 4, "a second try was not paid for");
        assert!(used(&room).await <= limit);
    }

    async fn both_providers_are_paid_for_what_they_took(test: TestDb) {
        let second = Model::start().await;
        let room = with_second(&test, &second).await;
        for _ in 0..3 {
            room.model.answers(taken_and_failed());
        }
        second.answers(Reply::says("I stand in.").counts(10, 4));
        let (turn, draft) = room.answered(&room.ana, "Anybody there?").await;
        assert_eq!(draft.end().unwrap().status, MessageStatus::Complete);
        let month = periods(room.services.now()).month;
        let books = usage::by_model(&test.db, &month).await.unwrap();
        let of = |name: &str| books.iter().find(|one| one.model == name).map(|one| one.used);
        assert_eq!(of(Model::READS).unwrap().used, 14);
        let first = of(Model::SEES).unwrap();
        assert_eq!((first.calls, first.completion_tokens), (3, 1_500));
        assert_eq!(used(&room).await, first.used + 14);
        // The record says why another was asked.
        let entries = room.audited(&turn.answer).await;
        let details = &entries[0].details.as_ref().unwrap().0;
        assert_eq!((&details["fallback"], &details["fallbackFor"]), (&true.into(), &"overloaded".into()));
        room.model.answers("I am back.");
        let (turn, _) = room.answered(&room.ana, "And now?").await;
        let entries = room.audited(&turn.answer).await;
        let details = &entries[0].details.as_ref().unwrap().0;
        assert!(details["fallbackFor"].is_null());
    }

    async fn stop_costs_what_may_have_been_thought_before_the_first_word(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        room.model.answers(Reply::says("never heard").silent_until(&pace));
        let mut turn = room.ask(&room.ana, "Think hard.").await;
        room.model.asked(1).await;
        room.stops(&room.ana, &turn.answer).await.unwrap();
        let stopped = end(&mut turn).await.end().unwrap().clone();
        assert!(stopped.prompt_tokens > 0);
        assert_eq!(stopped.completion_tokens, 500);
        assert_eq!(used(&room).await, stopped.prompt_tokens + 500);

        let pace = Pace::new();
        room.model.answers(Reply::says("one two three").paced(&pace));
        let mut turn = room.ask(&room.ana, "Count.").await;
        pace.releases(2);
        says(&mut turn, "two").await;
        room.stops(&room.ana, &turn.answer).await.unwrap();
        let stopped = end(&mut turn).await.end().unwrap().clone();
        assert_eq!(stopped.completion_tokens, 2, "the words that came");
    }

    async fn a_provider_is_not_believed_beyond_reason(test: TestDb) {
        let room = room(&test).await;
        room.model.answers(Reply::says("yes").counts(9_000_000_000, 9_000_000_000));
        let end = room.ends(&room.ana, "Dear?").await;
        assert_eq!(end.status, MessageStatus::Complete);
        assert_eq!(end.completion_tokens, 2 * 500);
        assert!(end.prompt_tokens > 10_000 && end.prompt_tokens <= 2 * 8_000 + 10_000);
        assert_eq!(used(&room).await, end.prompt_tokens + end.completion_tokens);
    }

    async fn an_endless_answer_is_cut_also_in_the_middle_of_a_letter(test: TestDb) {
        let room = room(&test).await;
        let word = "語".repeat(1_000);
        room.model.answers(Reply::says(vec![word; 100].join(" ")));
        let (_, draft) = room.answered(&room.ana, "Everything, please.").await;
        let longest = slimy_store::limits::MESSAGE_BYTES / 4;
        assert!(draft.text.len() > longest - 3 && draft.text.len() < longest);
        let end = draft.end().unwrap();
        assert_eq!(end.status, MessageStatus::Complete);
        assert!(end.is_cut);
    }

    async fn a_reservation_that_is_broken_off_anywhere_is_given_back(test: TestDb) {
        let room = room(&test).await;
        let chat = room.services.chat.as_ref().unwrap();
        for polls in 0.. {
            let paid = Paid::to_be(100);
            let mut reserving = Box::pin(pay::reserve_as(
                &room.services, chat, &room.ana, Budget::default(), "standin-vision", &paid,
            ));
            let mut left = polls;
            let is_done = poll_fn(|context| {
                if left == 0 {
                    return Poll::Ready(false);
                }
                left -= 1;
                reserving.as_mut().poll(context).map(|reserved| reserved.is_ok())
            });
            let is_done = is_done.await;
            drop(reserving);
            // A commit that nobody waits for any more may still be on its way.
            let given_back = async {
                loop {
                    pay::release(&room.services, &paid).await;
                    if used(&room).await == 0 {
                        break;
                    }
                }
            };
            timeout(PATIENCE, given_back).await.unwrap();
            if is_done {
                break;
            }
        }
    }
}
