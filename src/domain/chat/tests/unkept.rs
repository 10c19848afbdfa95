//! Of somebody who has not accepted that, nothing is kept, however their turn goes.

use std::{sync::Arc, time::Duration};

use discord_standin::model::{Failure, Pace, Reply};
use slimy_store::{Id, chat::usage, on_both_engines};
use tokio::time::{sleep, timeout};

use super::{
    super::{
        Fault, MessageStatus, Posted, Quote, Way, ask, consent, periods, posted, recover,
        settle_stale, stop_unkept,
    },
    consent::{newcomer, told},
    room::{
        PATIENCE, Room, directly, end, fault, moderator, nothing_is_kept_of, program, question,
        room, says, setup, shelf,
    },
};
use crate::{Services, rights::Actor};

async fn used(room: &Room, who: &Actor) -> i64 {
    let day = periods(room.services.now()).day;
    let used = usage::of_user(&room.services.db, &who.user_id, &day).await;
    used.unwrap().used
}

/// What the only entry about this says.
async fn detail(room: &Room, about: &Id) -> serde_json::Value {
    let entries = room.audited(about).await;
    assert_eq!(entries.len(), 1, "{entries:?}");
    entries[0].details.clone().unwrap().0
}

on_both_engines! {
    async fn a_turn_leaves_its_entries_and_its_bill_and_no_word(test: TestDb) {
        let mut room = room(&test).await;
        let (fetcher, link) = shelf(vec![("falcon.txt", b"The password is swordfish.".to_vec())]).await;
        let services = Arc::into_inner(room.services).unwrap();
        room.services = Arc::new(Services { fetcher, ..services });
        let dan = newcomer(&test, &room).await;
        room.model.answers(Reply::calls("club_stats", "{}"));
        room.model.answers(Reply::says("It is the aardvark.").counts(40, 3));
        let mut asked = question("What about the bandicoot?");
        asked.quoted = Some(Quote { author: "gecko".to_owned(), text: "I saw a dromedary.".to_owned() });
        asked.files = vec![link("falcon.txt")];
        asked.discord_message_id = Some("900".to_owned());
        asked.way = Way::Mention;
        let mut turn = room.asks(&dan, asked).await;
        assert!(!turn.is_kept && turn.title.is_none());
        let draft = end(&mut turn).await;
        assert_eq!(&*draft.text, "It is the aardvark.");
        let how = draft.end().unwrap();
        assert_eq!((how.status, how.tools.as_slice()), (MessageStatus::Complete, &["club_stats"][..]));
        // In both rounds the model saw all of it.
        let requests = room.model.requests();
        assert_eq!(requests.len(), 2);
        for request in &requests {
            let shown = request.body.to_string();
            for word in ["bandicoot", "dromedary", "gecko", "swordfish", "falcon.txt"] {
                assert!(shown.contains(word), "{word}");
            }
        }
        let words = ["aardvark", "bandicoot", "dromedary", "gecko", "swordfish", "falcon"];
        nothing_is_kept_of(&words, &test, &room).await;
        for table in ["chat_conversations", "chat_messages", "chat_attachments", "chat_posts"] {
            assert_eq!(test.holding(dan.user_id.as_str()).await.iter().find(|one| *one == table), None);
        }
        assert!(used(&room, &dan).await > 40, "both calls are on the books");
        let asked = detail(&room, &turn.question).await;
        assert_eq!((&asked["kept"], &asked["files"], &asked["quotes"]), (&false.into(), &1.into(), &true.into()));
        let answered = detail(&room, &turn.answer).await;
        assert_eq!((&answered["kept"], &answered["status"]), (&false.into(), &"complete".into()));
        assert!(answered["conversation"].is_null());
        assert_eq!(room.services.chat.as_ref().unwrap().running(), 0);
    }

    async fn each_question_stands_alone_and_one_at_a_time_is_answered(test: TestDb) {
        let room = room(&test).await;
        let dan = newcomer(&test, &room).await;
        room.model.answers("First.");
        room.answered(&dan, "One?").await;
        let pace = Pace::new();
        room.model.answers(Reply::says("Second.").paced(&pace));
        let mut second = room.ask(&dan, "Two?").await;
        assert_eq!(room.refused(&dan, question("Three?")).await, Fault::StillAnswering);
        pace.releases_all();
        end(&mut second).await;
        let shown = room.model.requests().pop().unwrap();
        assert_eq!(shown.said_by("user"), ["Two?"]);
        room.answered(&dan, "Three?").await;
    }

    async fn the_answer_that_is_replied_to_is_shown_and_nothing_else_of_it(test: TestDb) {
        let room = room(&test).await;
        let dan = newcomer(&test, &room).await;
        room.model.answers("Ana has an aardvark.");
        let (anas, _) = room.answered(&room.ana, "What do I have?").await;
        let post = Posted { channel_id: "5".to_owned(), discord_message_id: "777".to_owned() };
        posted(&room.services, &anas.answer, &[post]).await.unwrap();
        let mut reply = question("Really?");
        reply.in_reply_to = Some("777".to_owned());
        let mut turn = room.asks(&dan, reply.clone()).await;
        end(&mut turn).await;
        let shown = room.model.requests().pop().unwrap().body.to_string();
        assert!(shown.contains("aardvark") && !shown.contains("What do I have"), "{shown}");
        // From elsewhere there is no such message.
        let mut far = room.asks(&directly(&dan), reply).await;
        end(&mut far).await;
        assert!(!room.model.requests().pop().unwrap().body.to_string().contains("aardvark"));
    }

    async fn the_asker_and_who_manages_messages_stop_it(test: TestDb) {
        let room = room(&test).await;
        let dan = newcomer(&test, &room).await;
        for who in [dan.clone(), moderator(&room.bob)] {
            let pace = Pace::new();
            room.model.answers(Reply::says("aardvark and more").paced(&pace));
            let mut turn = room.ask(&dan, "Count.").await;
            pace.releases(1);
            says(&mut turn, "aardvark").await;
            let refused = stop_unkept(&room.services, &room.bob, &turn.answer).await;
            assert_eq!(fault(refused.unwrap_err()), Fault::NotYours);
            let elsewhere = stop_unkept(&room.services, &moderator(&room.cyd), &turn.answer).await;
            assert_eq!(fault(elsewhere.unwrap_err()), Fault::NotYours);
            stop_unkept(&room.services, &who, &turn.answer).await.unwrap();
            assert_eq!(end(&mut turn).await.end().unwrap().status, MessageStatus::Stopped);
            let entries = room.audited(&turn.answer).await;
            let said: Vec<_> = entries.iter().map(|entry| entry.action.as_str()).collect();
            assert_eq!(said.len(), 2, "{said:?}");
            assert!(said.contains(&"chat.answer.stop") && said.contains(&"chat.message"));
            assert!(entries.iter().all(|entry| entry.details.as_ref().unwrap().0["kept"] == false));
            let late = stop_unkept(&room.services, &who, &turn.answer).await;
            assert_eq!(told(late), consent::Fault::Over);
        }
        assert!(used(&room, &dan).await > 0);
        nothing_is_kept_of(&["aardvark", "Count."], &test, &room).await;
    }

    async fn what_fails_and_what_is_private_is_kept_no_more_than_the_rest(test: TestDb) {
        let room = room(&test).await;
        let dan = newcomer(&test, &room).await;
        room.model.fails_next(Failure::QuestionRefused);
        let mut private = question("About the aardvark?");
        private.private = true;
        let mut turn = room.asks(&dan, private).await;
        let draft = end(&mut turn).await;
        assert_eq!(draft.end().unwrap().status, MessageStatus::Failed);
        let entries = room.audited(&turn.answer).await;
        assert_eq!((entries.len(), entries[0].success), (1, false));
        room.model.answers(Reply::says("The bandicoot is there.").cuts_after(2));
        room.answered(&dan, "And then?").await;
        nothing_is_kept_of(&["aardvark", "bandicoot"], &test, &room).await;
    }

    async fn of_two_programs_one_answers_a_message_and_both_know_who_accepted(test: TestDb) {
        let room = room(&test).await;
        let dan = newcomer(&test, &room).await;
        let journal = tempfile::TempDir::new().unwrap();
        let db = test.open_again().await;
        let other = Arc::new(program(db, room.clock.clone(), journal.path(), setup(&room.model)));
        let mut asked = question("Well?");
        asked.discord_message_id = Some("900".to_owned());
        let mut first = room.asks(&dan, asked.clone()).await;
        let second = ask(&other, &dan, asked).await;
        assert_eq!(fault(second.unwrap_err()), Fault::HeardElsewhere);
        end(&mut first).await;
        assert_eq!(room.model.requests().len(), 1);
        assert_eq!(used(&room, &dan).await, {
            let end = first.draft.borrow().end().unwrap().clone();
            end.prompt_tokens + end.completion_tokens
        }, "the second gave back what it had reserved");

        consent::accept(&other, &dan).await.unwrap();
        let (kept, _) = room.answered(&dan, "And now?").await;
        assert!(kept.is_kept);
        assert!(consent::is_due(&room.services, &room.ana).await.is_ok_and(|due| !due));
    }

    async fn a_process_that_ends_in_the_middle_leaves_nothing_to_recover(test: TestDb) {
        let room = room(&test).await;
        let dan = newcomer(&test, &room).await;
        let pace = Pace::new();
        room.model.answers(Reply::says("aardvark and more").paced(&pace));
        let mut turn = room.ask(&dan, "Count.").await;
        pace.releases(1);
        says(&mut turn, "aardvark").await;
        is_saved(&room).await;
        nothing_is_kept_of(&["aardvark", "Count."], &test, &room).await;

        // Another process, to which the first is no more.
        let journal = tempfile::TempDir::new().unwrap();
        let db = test.open_again().await;
        let other = Arc::new(program(db, room.clock.clone(), journal.path(), setup(&room.model)));
        room.clock.advance(Duration::from_hours(1));
        assert_eq!(recover(&other).await.unwrap(), []);
        let reserved = used_on_that_day(&room, &dan).await;
        assert_eq!(settle_stale(&other).await.unwrap(), 1);
        assert_eq!(used_on_that_day(&room, &dan).await, reserved, "budgets hold");
        assert_eq!(told(stop_unkept(&other, &dan, &turn.answer).await), consent::Fault::Over);
        pace.releases_all();
        end(&mut turn).await;
        nothing_is_kept_of(&["aardvark", "Count."], &test, &room).await;
    }

    async fn a_stop_of_the_program_ends_it_with_what_was_said(test: TestDb) {
        let room = room(&test).await;
        let dan = newcomer(&test, &room).await;
        let pace = Pace::new();
        room.model.answers(Reply::says("aardvark and more").paced(&pace));
        let mut turn = room.ask(&dan, "Count.").await;
        pace.releases(1);
        says(&mut turn, "aardvark").await;
        room.services.chat.as_ref().unwrap().close().await;
        let draft = end(&mut turn).await;
        assert_eq!((&*draft.text, draft.end().unwrap().status), ("aardvark", MessageStatus::Interrupted));
        let entries = room.audited(&turn.answer).await;
        assert_eq!((entries.len(), entries[0].success), (1, false));
        nothing_is_kept_of(&["aardvark", "Count."], &test, &room).await;
    }
}

/// Returns when what has come of the answers on their way was saved, as far as it is to be.
async fn is_saved(room: &Room) {
    let pace = Pace::new();
    room.model.answers(Reply::says("witness here").paced(&pace));
    let mut turn = room.ask(&room.bob, "Are you saved?").await;
    pace.releases(1);
    says(&mut turn, "witness").await;
    let saved = async {
        while room.row(&turn.answer).await.content.is_empty() {
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(PATIENCE, saved).await.unwrap();
    pace.releases_all();
    end(&mut turn).await;
}

/// What is on the person's books for the day on which the tests begin.
async fn used_on_that_day(room: &Room, who: &Actor) -> i64 {
    let db = &room.services.db;
    let mut sum = 0;
    for hours in [0, 1, 2] {
        let day = periods(room.services.now() - Duration::from_hours(hours)).day;
        let used = usage::of_user(db, &who.user_id, &day).await;
        sum = sum.max(used.unwrap().used);
    }
    sum
}
