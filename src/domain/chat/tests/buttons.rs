//! Stop, Again, New and paging, and who may press them.

use std::time::Duration;

use discord_standin::model::{Outcome, Pace, Reply};
use slimy_store::{chat as store, on_both_engines};

use super::{
    super::{Fault, MessageStatus, Posted, choose, close, posted, shown},
    room::{directly, end, fault, in_channel, moderator, question, room, says},
};

on_both_engines! {
    async fn stop_drops_the_request_and_keeps_what_was_said(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        room.model.answers(Reply::says("one two three").paced(&pace));
        let mut turn = room.ask(&room.ana, "Count.").await;
        pace.releases(2);
        says(&mut turn, "two").await;
        room.stops(&room.ana, &turn.answer).await.unwrap();
        let draft = end(&mut turn).await;
        assert_eq!(&*draft.text, "one two");
        assert_eq!(draft.end().unwrap().status, MessageStatus::Stopped);
        assert!(draft.end().unwrap().prompt_tokens > 0, "it is paid for");
        assert_eq!(room.model.ended(1).await.outcome, Outcome::Cancelled);
        let row = room.row(&turn.answer).await;
        assert_eq!((row.status, row.content.as_str()), (MessageStatus::Stopped, "one two"));
        let actions: Vec<String> =
            room.audited(&turn.answer).await.into_iter().map(|entry| entry.action).collect();
        assert_eq!(actions, ["chat.message", "chat.answer.stop"]);
        // What was said by then is known from then on.
        room.answered(&room.ana, "Go on.").await;
        assert_eq!(room.model.requests()[1].said_by("assistant"), ["one two"]);
    }

    async fn stop_works_before_the_first_word_and_not_after_the_last(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        room.model.answers(Reply::says("never heard").silent_until(&pace));
        let mut turn = room.ask(&room.ana, "Hello?").await;
        room.model.asked(1).await;
        room.stops(&room.ana, &turn.answer).await.unwrap();
        let draft = end(&mut turn).await;
        assert_eq!((&*draft.text, draft.end().unwrap().status), ("", MessageStatus::Stopped));
        assert_eq!(room.model.ended(1).await.outcome, Outcome::Cancelled);

        let again = room.stops(&room.ana, &turn.answer).await;
        assert_eq!(again, Err(Fault::NothingToStop));
        let (whole, _) = room.answered(&room.ana, "Hello?").await;
        assert_eq!(room.stops(&room.ana, &whole.answer).await, Err(Fault::NothingToStop));
        assert_eq!(room.row(&whole.answer).await.status, MessageStatus::Complete);
    }

    async fn an_answer_of_no_process_is_stopped_in_its_row(test: TestDb) {
        let room = room(&test).await;
        let id = room.left_behind("half an ans").await;
        room.stops(&room.ana, &id).await.unwrap();
        let row = room.row(&id).await;
        assert_eq!((row.status, row.content.as_str()), (MessageStatus::Stopped, "half an ans"));
        assert_eq!(room.audited(&id).await.len(), 2);
    }

    async fn others_press_nothing_but_those_who_manage_messages_there(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        room.model.usually(move |_| Reply::says("one two").paced(&pace));
        let mut turn = room.ask(&room.ana, "Count.").await;
        room.model.asked(1).await;
        let foreign = moderator(&room.cyd);
        for nobody in [&room.bob, &foreign, &directly(&room.bob)] {
            assert_eq!(room.stops(nobody, &turn.answer).await, Err(Fault::NotYours));
            let again = room.again(nobody, &turn.answer).await;
            assert_eq!(fault(again.unwrap_err()), Fault::NotYours);
            let chosen = choose(&room.services, nobody, &turn.answer).await;
            assert_eq!(fault(chosen.unwrap_err()), Fault::NotYours);
            let closed = close(&room.services, nobody, &turn.answer).await;
            assert_eq!(fault(closed.unwrap_err()), Fault::NotYours);
            let seen = shown(&room.services, nobody, &turn.answer).await;
            assert_eq!(fault(seen.unwrap_err()), Fault::NotYours);
        }
        room.stops(&moderator(&room.bob), &turn.answer).await.unwrap();
        assert_eq!(end(&mut turn).await.end().unwrap().status, MessageStatus::Stopped);

        let mut private = question("In private.");
        private.private = true;
        let mut private = room.asks(&room.ana, private).await;
        let refused = room.stops(&moderator(&room.bob), &private.answer).await;
        assert_eq!(refused, Err(Fault::NotYours));
        room.stops(&room.ana, &private.answer).await.unwrap();
        end(&mut private).await;
        let gone = room.stops(&room.ana, &"nothing".into()).await;
        assert_eq!(gone, Err(Fault::Gone));
    }

    async fn again_keeps_the_earlier_answer_to_page_back_to(test: TestDb) {
        let room = room(&test).await;
        room.model.answers("Heads.");
        let (first, _) = room.answered(&room.ana, "Toss a coin.").await;
        let post = Posted { channel_id: "5".to_owned(), discord_message_id: "900".to_owned() };
        posted(&room.services, &first.answer, std::slice::from_ref(&post)).await.unwrap();
        room.model.answers("Tails.");
        let mut second = room.again(&room.ana, &first.answer).await.unwrap();
        assert_eq!((&second.question, &second.conversation), (&first.question, &first.conversation));
        let draft = end(&mut second).await;
        assert_eq!((&*draft.text, draft.end().unwrap().alternative), ("Tails.", (1, 2)));
        let request = room.model.requests().pop().unwrap();
        assert_eq!(request.said_by("user"), ["Toss a coin."]);
        assert!(request.said_by("assistant").is_empty(), "the earlier answer is not shown");

        let view = shown(&room.services, &room.ana, &second.answer).await.unwrap();
        assert_eq!((view.index, view.count), (1, 2));
        assert_eq!((view.previous.as_ref(), view.next.as_ref()), (Some(&first.answer), None));
        assert_eq!(view.posts, [post]);
        assert_eq!(view.asker_discord_id, "11");
        let back = choose(&room.services, &room.ana, &first.answer).await.unwrap();
        assert_eq!((&*back.draft.text, back.index), ("Heads.", 0));
        assert_eq!(back.next.as_ref(), Some(&second.answer));
        assert_eq!(back.posts.len(), 1, "the post shows this one now");
        // The conversation goes on from the one that was chosen.
        room.answered(&room.ana, "So?").await;
        assert_eq!(room.model.requests().pop().unwrap().said_by("assistant"), ["Heads."]);
    }

    async fn a_stop_without_a_task_keeps_what_was_saved_last_and_measures_it(test: TestDb) {
        let room = room(&test).await;
        let id = room.left_behind("half an ans").await;
        room.clock.advance(Duration::from_secs(2));
        room.stops(&room.ana, &id).await.unwrap();
        let row = room.row(&id).await;
        assert_eq!((row.status, row.content.as_str()), (MessageStatus::Stopped, "half an ans"));
        assert_eq!((row.tokens, row.duration_ms), (Some(3), Some(2_000)));
        assert_eq!(room.stops(&room.ana, &id).await, Err(Fault::NothingToStop));
    }

    async fn another_answer_to_an_old_question_changes_no_course(test: TestDb) {
        let room = room(&test).await;
        let (old, _) = room.answered(&room.ana, "An old one.").await;
        let mut fresh = question("A new one.");
        fresh.fresh = true;
        let mut fresh = room.asks(&room.ana, fresh).await;
        end(&mut fresh).await;
        let closed = room.audited(&old.conversation).await;
        let closed = closed.iter().filter(|entry| entry.action == "chat.conversation.close");
        assert_eq!(closed.count(), 1, "a new one closes what stood open there");
        for presser in [&room.ana, &moderator(&room.bob)] {
            let mut again = room.again(presser, &old.answer).await.unwrap();
            end(&mut again).await;
            choose(&room.services, &room.ana, &old.answer).await.unwrap();
        }
        let (next, _) = room.answered(&room.ana, "And then?").await;
        assert_eq!(next.conversation, fresh.conversation);
    }

    async fn others_press_only_where_the_conversation_is_held(test: TestDb) {
        let room = room(&test).await;
        let (turn, _) = room.answered(&room.ana, "Hello?").await;
        let post = Posted { channel_id: "5".to_owned(), discord_message_id: "900".to_owned() };
        posted(&room.services, &turn.answer, &[post]).await.unwrap();
        let mut again = room.again(&room.ana, &turn.answer).await.unwrap();
        end(&mut again).await;
        let (id, owner) = (&turn.conversation, &room.ana.user_id);
        let move_to = async |channel| {
            let guild = room.ana.guild_id();
            store::move_here(&test.db, id, owner, guild, channel, room.services.now()).await.unwrap();
        };
        move_to("6").await;
        let bob = moderator(&room.bob);
        let pressed = room.again(&bob, &turn.answer).await;
        assert_eq!(fault(pressed.unwrap_err()), Fault::NotYours);
        let chosen = choose(&room.services, &bob, &turn.answer).await;
        assert_eq!(fault(chosen.unwrap_err()), Fault::NotYours);
        let closed = close(&room.services, &bob, &again.answer).await;
        assert_eq!(fault(closed.unwrap_err()), Fault::NotYours);
        move_to("5").await;
        choose(&room.services, &bob, &turn.answer).await.unwrap();
        end(&mut room.again(&bob, &turn.answer).await.unwrap()).await;
        let request = room.model.requests().pop().unwrap();
        assert!(request.tools().is_empty(), "nothing is looked up with the presser's rights");
        assert!(!room.model.requests()[0].tools().is_empty());
    }

    async fn new_begins_afresh_where_it_is_pressed(test: TestDb) {
        let room = room(&test).await;
        let (turn, _) = room.answered(&room.ana, "Hello?").await;
        let post = Posted { channel_id: "5".to_owned(), discord_message_id: "900".to_owned() };
        posted(&room.services, &turn.answer, &[post]).await.unwrap();
        let mut elsewhere = question("Go on here.");
        elsewhere.place = in_channel("6");
        elsewhere.in_reply_to = Some("900".to_owned());
        let mut elsewhere = room.asks(&room.ana, elsewhere).await;
        end(&mut elsewhere).await;
        assert_eq!(elsewhere.conversation, turn.conversation);
        let moved = room.audited(&turn.conversation).await;
        let moved = moved.iter().find(|entry| entry.action == "chat.conversation.move").unwrap();
        let channel = &moved.details.as_ref().unwrap().0["channel"];
        assert_eq!((&channel["before"], &channel["after"]), (&"5".into(), &"6".into()));
        let (second, _) = room.answered(&room.ana, "Another one.").await;
        assert_ne!(second.conversation, turn.conversation);
        close(&room.services, &room.ana, &turn.answer).await.unwrap();
        let (third, _) = room.answered(&room.ana, "And now?").await;
        assert_ne!(third.conversation, second.conversation);
        assert_ne!(third.conversation, turn.conversation);
    }

    async fn again_waits_for_what_is_under_way_and_has_an_end(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        room.model.answers(Reply::says("one two").paced(&pace));
        let mut turn = room.ask(&room.ana, "Count.").await;
        let busy = room.again(&room.ana, &turn.answer).await;
        assert_eq!(fault(busy.unwrap_err()), Fault::StillAnswering);
        pace.releases_all();
        end(&mut turn).await;
        for _ in 1..20 {
            end(&mut room.again(&room.ana, &turn.answer).await.unwrap()).await;
        }
        let most = room.again(&room.ana, &turn.answer).await;
        assert_eq!(fault(most.unwrap_err()), Fault::TooManyAnswers { max: 20 });
    }

    async fn parts_that_are_no_longer_taken_are_forgotten(test: TestDb) {
        let room = room(&test).await;
        let (turn, _) = room.answered(&room.ana, "Hello?").await;
        let posts = |ids: &[&str]| -> Vec<Posted> {
            let post = |id: &&str| Posted {
                channel_id: "5".to_owned(),
                discord_message_id: (*id).to_owned(),
            };
            ids.iter().map(post).collect()
        };
        posted(&room.services, &turn.answer, &posts(&["1", "2", "3"])).await.unwrap();
        posted(&room.services, &turn.answer, &posts(&["2", "1"])).await.unwrap();
        let view = shown(&room.services, &room.ana, &turn.answer).await.unwrap();
        assert_eq!(view.posts, posts(&["2", "1"]));
    }
}
