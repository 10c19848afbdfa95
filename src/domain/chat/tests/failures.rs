//! Each way in which a model fails has its own end, and none is told as a success.

use std::time::Duration;

use discord_standin::model::{Failure, Model, Outcome, Pace, Reply};
use slimy_llm::FailureKind;
use slimy_store::{chat::usage, on_both_engines, testing::TestDb};

use super::{
    super::{Fault, MessageStatus, periods},
    room::{Room, end, provider, room, room_with, says, setup},
};

/// The tokens that ana's books have for today.
async fn used(room: &Room) -> i64 {
    let day = periods(room.services.now()).day;
    let used = usage::of_user(&room.services.db, &room.ana.user_id, &day).await;
    used.unwrap().used
}

/// The host's room for two models, the second of which is asked when the first cannot answer.
async fn with_second(test: &TestDb, second: &Model, name: &str) -> Room {
    let model = Model::start().await;
    let mut setup = setup(&model);
    setup.second = Some(provider(second, name));
    room_with(test, model, setup).await
}

on_both_engines! {
    async fn an_answer_that_breaks_off_keeps_what_was_said(test: TestDb) {
        let room = room(&test).await;
        room.model.answers(Reply::says("one two three").cuts_after(2));
        let (turn, draft) = room.answered(&room.ana, "Count.").await;
        assert_eq!(&*draft.text, "one two");
        let end = draft.end().unwrap();
        assert_eq!(end.fault, Some(Fault::Model(FailureKind::CutOff)));
        let row = room.row(&turn.answer).await;
        assert_eq!((row.status, row.content.as_str()), (MessageStatus::Failed, "one two"));
        assert_eq!(row.error_kind.as_deref(), Some("model_cut_off"));
        let entries = room.audited(&turn.answer).await;
        assert_eq!(entries.len(), 1);
        assert!(!entries[0].success);
        assert_eq!(entries[0].error_message.as_deref(), Some("model_cut_off"));
        assert!(used(&room).await > 0, "what was shown and said is paid for");
        assert_eq!(room.model.requests().len(), 1, "words do not come twice");
    }

    async fn what_passes_is_tried_again_when_the_provider_says(test: TestDb) {
        let room = room(&test).await;
        room.model.fails_next(Failure::RateLimited(Duration::from_secs(1)));
        room.model.fails_next(503);
        room.model.answers("Here I am.");
        let began = tokio::time::Instant::now();
        let (_, draft) = room.answered(&room.ana, "Hello?").await;
        assert_eq!(&*draft.text, "Here I am.");
        assert!(began.elapsed() >= Duration::from_secs(1), "asked again too early");
        assert_eq!(room.model.requests().len(), 3);
    }

    async fn three_tries_are_all_and_a_refusal_costs_nothing(test: TestDb) {
        let room = room(&test).await;
        for _ in 0..3 {
            room.model.fails_next(503);
        }
        let end = room.ends(&room.ana, "Hello?").await;
        assert_eq!(end.fault, Some(Fault::Model(FailureKind::Overloaded)));
        assert_eq!((end.status, end.prompt_tokens), (MessageStatus::Failed, 0));
        assert_eq!(room.model.requests().len(), 3);
        assert_eq!(used(&room).await, 0);
    }

    async fn what_does_not_pass_is_told_at_once(test: TestDb) {
        let room = room(&test).await;
        for (failure, kind) in [
            (Failure::KeyRefused, FailureKind::KeyRefused),
            (Failure::OutOfQuota, FailureKind::OutOfQuota),
            (Failure::QuestionRefused, FailureKind::RefusedContent),
            (Failure::Nonsense, FailureKind::Nonsense),
            (Failure::RateLimited(Duration::from_mins(1)), FailureKind::LimitReached),
        ] {
            let before = room.model.requests().len();
            room.model.fails_next(failure);
            let end = room.ends(&room.ana, "Hello?").await;
            assert_eq!(end.fault, Some(Fault::Model(kind)));
            assert_eq!(room.model.requests().len(), before + 1, "{kind}");
        }
    }

    async fn a_malformed_answer_is_none(test: TestDb) {
        let room = room(&test).await;
        for reply in [Reply::says("one two").garbles(1), Reply::empty()] {
            room.model.answers(reply);
            let end = room.ends(&room.ana, "Hello?").await;
            assert_eq!(end.fault, Some(Fault::Model(FailureKind::Nonsense)));
        }
        room.model.answers(Reply::says("one two").stops_short_after(1));
        let (_, draft) = room.answered(&room.ana, "Hello?").await;
        assert_eq!(draft.end().unwrap().fault, Some(Fault::Model(FailureKind::CutOff)));
        assert_eq!(&*draft.text, "one");
        room.model.answers(Reply::says("one two").errs_after(1));
        assert_eq!(room.ends(&room.ana, "Hello?").await.fault, Some(Fault::Model(FailureKind::CutOff)));
        room.model.answers(Reply::says("one two").filtered());
        let filtered = room.ends(&room.ana, "Hello?").await;
        assert_eq!(filtered.fault, Some(Fault::Model(FailureKind::RefusedContent)));
    }

    async fn overload_is_carried_to_the_second_model_which_is_named(test: TestDb) {
        let second = Model::start().await;
        let room = with_second(&test, &second, Model::READS).await;
        for _ in 0..3 {
            room.model.fails_next(500);
        }
        second.answers(Reply::says("I stand in.").counts(10, 4));
        let (turn, draft) = room.answered(&room.ana, "Anybody there?").await;
        assert_eq!(&*draft.text, "I stand in.");
        let end = draft.end().unwrap();
        assert!(end.is_fallback);
        assert_eq!((end.model.as_str(), end.cost_micros), (Model::READS, 100));
        assert_eq!(room.row(&turn.answer).await.model.as_deref(), Some(Model::READS));
        let month = periods(room.services.now()).month;
        let books = usage::by_model(&test.db, &month).await.unwrap();
        let of = |name: &str| books.iter().find(|one| one.model == name).map(|one| one.used.used);
        assert_eq!(of(Model::READS), Some(14));
        assert_eq!(of(Model::SEES).unwrap_or(0), 0);
    }

    async fn a_refused_question_is_never_carried_elsewhere(test: TestDb) {
        let second = Model::start().await;
        let room = with_second(&test, &second, Model::READS).await;
        for failure in [Failure::QuestionRefused, Failure::KeyRefused, Failure::OutOfQuota] {
            room.model.fails_next(failure);
            assert_eq!(room.ends(&room.ana, "Hello?").await.status, MessageStatus::Failed);
        }
        room.model.answers(Reply::says("one two").cuts_after(1));
        assert_eq!(room.ends(&room.ana, "Hello?").await.status, MessageStatus::Failed);
        assert!(second.requests().is_empty());
    }

    async fn both_models_away_is_told(test: TestDb) {
        let second = Model::start().await;
        let room = with_second(&test, &second, Model::READS).await;
        for _ in 0..3 {
            room.model.fails_next(503);
            second.fails_next(500);
        }
        let end = room.ends(&room.ana, "Hello?").await;
        assert_eq!(end.fault, Some(Fault::Model(FailureKind::Overloaded)));
        assert_eq!((room.model.requests().len(), second.requests().len()), (3, 3));
        assert_eq!(used(&room).await, 0);
    }

    async fn an_end_is_on_record_and_told_while_the_database_is_away(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        room.model.answers(Reply::says("one two").paced(&pace));
        let mut turn = room.ask(&room.ana, "Count.").await;
        pace.releases(1);
        says(&mut turn, "one").await;
        test.db.close().await;
        pace.releases_all();
        let draft = end(&mut turn).await;
        assert_eq!(&*draft.text, "one two");
        assert_eq!(draft.end().unwrap().status, MessageStatus::Complete);
        assert_eq!(room.services.recorder.journalled(), 1, "the entry waits on disk");
        // The end is still to be stored; the program's stop gives that up for the next start.
        let chat = room.services.chat.as_ref().unwrap();
        assert_eq!(chat.running(), 1);
        chat.close().await;
        assert_eq!(chat.running(), 0);
        let back = test.open_again().await;
        let row = slimy_store::chat::find_message(&back, &turn.answer).await.unwrap().unwrap();
        assert_eq!(row.status, MessageStatus::Streaming);
        back.close().await;
    }

    async fn the_program_s_stop_ends_answers_as_interrupted(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        room.model.answers(Reply::says("one two three").paced(&pace));
        let mut turn = room.ask(&room.ana, "Count.").await;
        pace.releases(2);
        says(&mut turn, "two").await;
        room.services.chat.as_ref().unwrap().close().await;
        let draft = end(&mut turn).await;
        assert_eq!(draft.end().unwrap().status, MessageStatus::Interrupted);
        let row = room.row(&turn.answer).await;
        assert_eq!((row.status, row.content.as_str()), (MessageStatus::Interrupted, "one two"));
        assert_eq!(room.model.ended(1).await.outcome, Outcome::Cancelled);
        assert_eq!(room.audited(&turn.answer).await.len(), 1);
    }
}
