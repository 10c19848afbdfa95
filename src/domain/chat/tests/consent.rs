//! Who accepts, declines and takes it back, and what is kept of them from then on.

use std::time::Duration;

use discord_standin::model::{Pace, Reply};
use slimy_store::{
    PageRequest,
    audit::{self, AuditFilter},
    chat as store, on_both_engines,
    testing::TestDb,
};

use super::{
    super::{
        MessageStatus,
        consent::{self, Consent, Said},
        keeping,
    },
    room::{Room, end, person, question, room, says},
};
use crate::{Error, UserError, rights::Actor};

/// Somebody in ana's guild who was never asked.
pub(super) async fn newcomer(test: &TestDb, room: &Room) -> Actor {
    let guild = room.ana.guild_id().unwrap();
    person(test, "14", guild, room.services.now()).await
}

/// What somebody is told.
pub(super) fn told<T: std::fmt::Debug>(done: Result<T, Error>) -> consent::Fault {
    match done.unwrap_err() {
        Error::User(UserError::Consent(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

async fn actions(room: &Room, who: &Actor) -> Vec<String> {
    let filter = AuditFilter {
        user_id: Some(who.user_id.clone()),
        ..AuditFilter::default()
    };
    let page = audit::list(&room.services.db, &filter, &PageRequest::first(50)).await;
    let mut said: Vec<String> = page
        .unwrap()
        .items
        .into_iter()
        .map(|entry| entry.action)
        .collect();
    said.retain(|action| {
        action.starts_with("chat.consent") || action.ends_with("conversation.delete")
    });
    said.reverse();
    said
}

on_both_engines! {
    async fn what_somebody_says_is_on_record_once(test: TestDb) {
        let room = room(&test).await;
        let dan = newcomer(&test, &room).await;
        let models = vec!["standin-vision".to_owned()];
        let nothing = Consent { said: Said::Nothing, has_kept: false, models };
        assert_eq!(consent::of(&room.services, &dan).await.unwrap(), nothing);
        let at = room.services.now();
        for _ in 0..2 {
            let said = consent::accept(&room.services, &dan).await.unwrap();
            assert_eq!(said.said, Said::Accepted { at });
        }
        room.clock.advance(Duration::from_secs(9));
        let said = consent::decline(&room.services, &dan).await.unwrap();
        assert_eq!(said.said, Said::Declined { at: room.services.now() });
        assert_eq!(actions(&room, &dan).await, ["chat.consent.accept", "chat.consent.decline"]);
        let entries = room.audited(&dan.user_id).await;
        let last = entries.last().unwrap();
        assert_eq!(last.details.as_ref().unwrap().0, serde_json::json!({"notice": 1}));
        assert_eq!(last.guild_id, None, "what somebody chose is nothing for the admins of where");
    }

    async fn the_notice_is_due_once_a_day_until_somebody_decides(test: TestDb) {
        let room = room(&test).await;
        let dan = newcomer(&test, &room).await;
        let is_due = async || consent::is_due(&room.services, &dan).await.unwrap();
        assert!(is_due().await);
        assert!(!is_due().await);
        room.clock.advance(Duration::from_hours(24));
        assert!(is_due().await);
        consent::decline(&room.services, &dan).await.unwrap();
        room.clock.advance(Duration::from_hours(24 * 30));
        assert!(!is_due().await, "who has declined is left alone");
        assert!(!consent::is_due(&room.services, &room.ana).await.unwrap());
    }

    async fn from_the_next_question_on_it_is_kept_and_the_one_before_is_not(test: TestDb) {
        let room = room(&test).await;
        let dan = newcomer(&test, &room).await;
        room.model.usually(|_| Reply::says("Well noted."));
        let (first, _) = room.answered(&dan, "My word is aardvark.").await;
        assert!(!first.is_kept);
        consent::accept(&room.services, &dan).await.unwrap();
        let (second, _) = room.answered(&dan, "My word is bandicoot.").await;
        let (third, _) = room.answered(&dan, "What is it?").await;
        assert!(second.is_kept && third.is_kept);
        assert_eq!(second.conversation, third.conversation);
        assert_eq!(room.row(&second.question).await.content, "My word is bandicoot.");
        let shown = room.model.requests().pop().unwrap();
        assert_eq!(shown.said_by("user"), ["My word is bandicoot.", "What is it?"]);
        assert_eq!(test.holding("aardvark").await, Vec::<String>::new());
        assert!(!test.holding("bandicoot").await.is_empty());
    }

    async fn a_turn_goes_on_as_it_began(test: TestDb) {
        let room = room(&test).await;
        let dan = newcomer(&test, &room).await;
        let pace = Pace::new();
        room.model.answers(Reply::says("aardvark and more").paced(&pace));
        let mut unkept = room.ask(&dan, "One?").await;
        pace.releases(1);
        says(&mut unkept, "aardvark").await;
        consent::accept(&room.services, &dan).await.unwrap();
        pace.releases_all();
        end(&mut unkept).await;
        assert_eq!(test.holding("aardvark").await, Vec::<String>::new());

        let pace = Pace::new();
        room.model.answers(Reply::says("bandicoot and more").paced(&pace));
        let mut kept = room.ask(&dan, "Two?").await;
        pace.releases(1);
        says(&mut kept, "bandicoot").await;
        consent::decline(&room.services, &dan).await.unwrap();
        pace.releases_all();
        end(&mut kept).await;
        let row = room.row(&kept.answer).await;
        assert_eq!((row.content.as_str(), row.status), ("bandicoot and more", MessageStatus::Complete));
    }

    async fn who_takes_it_back_keeps_nothing_more_and_can_have_all_deleted(test: TestDb) {
        let room = room(&test).await;
        room.model.usually(|_| Reply::says("Of the aardvark."));
        let (first, _) = room.answered(&room.ana, "My word is aardvark.").await;
        let mut fresh = question("Another aardvark.");
        fresh.fresh = true;
        let mut second = room.asks(&room.ana, fresh).await;
        end(&mut second).await;
        let (bobs, _) = room.answered(&room.bob, "Mine is bandicoot.").await;
        keeping::delete(&room.services, &room.ana, &second.conversation, false).await.unwrap();

        let said = consent::decline(&room.services, &room.ana).await.unwrap();
        assert!(matches!(said.said, Said::Declined { .. }) && said.has_kept);
        let (third, _) = room.answered(&room.ana, "Now chameleon.").await;
        assert!(!third.is_kept);
        let request = room.model.requests().pop().unwrap();
        assert_eq!(request.said_by("user"), ["Now chameleon."], "what is stored is not shown");
        assert_eq!(told(room.again(&room.ana, &first.answer).await), consent::Fault::NotKept);
        let on = keeping::continue_here(&room.services, &room.ana, &first.conversation, "6").await;
        assert_eq!(told(on), consent::Fault::NotKept);

        assert_eq!(consent::forget(&room.services, &room.ana).await.unwrap(), 2);
        assert_eq!(consent::forget(&room.services, &room.ana).await.unwrap(), 0);
        assert!(!consent::of(&room.services, &room.ana).await.unwrap().has_kept);
        // Bob was told the same, and it is his.
        for word in ["My word is aardvark", "Another aardvark", "chameleon"] {
            assert_eq!(test.holding(word).await, Vec::<String>::new());
        }
        assert_eq!(room.row(&bobs.question).await.content, "Mine is bandicoot.");
        let list = keeping::list(&room.services, &room.ana, keeping::From::Newest).await;
        assert_eq!(told(list), consent::Fault::NothingKept);
        let done = ["chat.consent.accept", "chat.conversation.delete", "chat.consent.decline", "chat.conversation.delete"];
        assert_eq!(actions(&room, &room.ana).await, done);
    }

    async fn an_answer_that_comes_is_stopped_before_all_is_deleted(test: TestDb) {
        let room = room(&test).await;
        let pace = Pace::new();
        room.model.answers(Reply::says("one two three").paced(&pace));
        let mut turn = room.ask(&room.ana, "Count.").await;
        pace.releases(1);
        says(&mut turn, "one").await;
        assert_eq!(consent::forget(&room.services, &room.ana).await.unwrap(), 1);
        assert_eq!(end(&mut turn).await.end().unwrap().status, MessageStatus::Stopped);
        assert_eq!(store::find_message(&room.services.db, &turn.answer).await.unwrap(), None);
    }
}
