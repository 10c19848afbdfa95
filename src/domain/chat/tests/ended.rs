//! Where an answer stands, and whether its end was seen there.

use slimy_store::on_both_engines;

use super::{
    super::{Author, Posted, Quote, Way, is_known, posted, shown, unshown},
    room::{Room, end, question, room},
};

fn post(id: &str) -> Posted {
    Posted {
        channel_id: "5".to_owned(),
        discord_message_id: id.to_owned(),
    }
}

on_both_engines! {
    async fn ends_of_late_are_shown_once_more_and_no_private_ones(test: TestDb) {
        let room = room(&test).await;
        let stands = async |room: &Room, text: &str, private, id: &str| {
            let mut asked = question(text);
            asked.private = private;
            let mut turn = room.asks(&room.ana, asked).await;
            end(&mut turn).await;
            posted(&room.services, &turn.answer, &[post(id)]).await.unwrap();
            turn.answer
        };
        stands(&room, "Long ago.", false, "900").await;
        room.clock.advance(std::time::Duration::from_hours(2));
        let late = stands(&room, "Of late.", false, "901").await;
        stands(&room, "A secret.", true, "902").await;
        room.answered(&room.ana, "Nowhere to be seen.").await;
        let views = unshown(&room.services).await.unwrap();
        let found: Vec<_> = views.iter().map(|view| &view.answer).collect();
        assert_eq!(found, [&late]);
        assert_eq!(views[0].posts, [post("901")]);
        assert!(views[0].draft.is_over());
    }

    async fn a_message_that_shows_an_answer_is_known(test: TestDb) {
        let room = room(&test).await;
        let (turn, _) = room.answered(&room.ana, "Well?").await;
        assert!(!is_known(&room.services, "901").await.unwrap());
        posted(&room.services, &turn.answer, &[post("901")]).await.unwrap();
        assert!(is_known(&room.services, "901").await.unwrap());
    }

    async fn what_an_answer_is_about_is_told_where_nothing_else_shows_it(test: TestDb) {
        let room = room(&test).await;
        let about = async |way, message: Option<&str>| {
            let mut asked = question("What is this?");
            asked.way = way;
            asked.discord_message_id = message.map(str::to_owned);
            asked.quoted = Some(Quote {
                author: "Eve".to_owned(),
                text: "Snails are fast.".to_owned(),
            });
            asked.author = Some(Author::Program);
            let mut turn = room.asks(&room.ana, asked).await;
            end(&mut turn).await;
            let view = shown(&room.services, &room.ana, &turn.answer).await;
            view.unwrap().about
        };
        assert_eq!(about(Way::Menu, None).await.as_deref(), Some("Eve"));
        assert_eq!(about(Way::Mention, Some("77")).await, None);
        let (turn, _) = room.answered(&room.ana, "Nothing quoted.").await;
        let view = shown(&room.services, &room.ana, &turn.answer).await.unwrap();
        assert_eq!(view.about, None);
    }
}
