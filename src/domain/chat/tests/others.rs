//! What a question brings along of somebody else's is kept only of those who have accepted that, and
//! nothing is kept of a question whose person takes it back while it is prepared.

use std::sync::Arc;

use discord_standin::model::Reply;
use slimy_store::on_both_engines;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpListener,
};

use super::{
    super::{Author, Fault, Link, Posted, Question, Quote, Way, again, ask, consent, posted, view},
    consent::newcomer,
    room::{Room, end, fault, here, nothing_is_kept_of, question, room, shelf},
};
use crate::attachment::Fetcher;

/// A question about what `author` wrote.
fn about(author: Author) -> Question {
    let mut asked = question("What is meant?");
    asked.quoted = Some(Quote {
        author: "gecko".to_owned(),
        text: "I saw a dromedary.".to_owned(),
    });
    asked.author = Some(author);
    asked.way = Way::Menu;
    asked
}

fn with_fetcher(room: &mut Room, fetcher: Fetcher) {
    let services = Arc::get_mut(&mut room.services).unwrap();
    services.fetcher = fetcher;
}

/// A file whose download lasts until the test lets it end.
async fn slow_shelf(room: &mut Room) -> (TcpListener, Link) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let plain = origin.parse().unwrap();
    let fetcher = Fetcher::new(Fetcher::client().unwrap(), Vec::new(), Some(plain));
    with_fetcher(room, fetcher);
    let url = format!("{origin}/falcon.txt");
    let name = "falcon.txt".to_owned();
    (listener, Link { name, url })
}

/// Does something while the file is waited for, when everything else of the question is ready.
async fn during_download(listener: &TcpListener, what: impl Future<Output = ()>) {
    let (mut socket, _) = listener.accept().await.unwrap();
    let mut head = [0; 1024];
    let _ = socket.read(&mut head).await.unwrap();
    what.await;
    let file = b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\nconnection: close\r\n\r\nfalco";
    socket.write_all(file).await.unwrap();
}

fn shown(room: &Room) -> String {
    room.model.requests().pop().unwrap().body.to_string()
}

on_both_engines! {
    async fn who_has_not_accepted_is_shown_to_the_model_and_not_kept(test: TestDb) {
        let mut room = room(&test).await;
        let (fetcher, link) = shelf(vec![("falcon.txt", b"The password is swordfish.".to_vec())]).await;
        with_fetcher(&mut room, fetcher);
        newcomer(&test, &room).await;
        for author in ["14", "404"] {
            room.model.answers(Reply::calls("club_stats", "{}"));
            room.model.answers("A camel.");
            let mut asked = about(Author::Person(author.to_owned()));
            asked.files = vec![link("falcon.txt")];
            asked.borrowed = true;
            let mut turn = room.asks(&room.ana, asked).await;
            assert!(turn.is_kept);
            end(&mut turn).await;
            // In both rounds.
            for request in room.model.requests().iter().rev().take(2) {
                let shown = request.body.to_string();
                for word in ["gecko", "dromedary", "falcon.txt", "swordfish"] {
                    assert!(shown.contains(word), "{word}: {shown}");
                }
            }
            nothing_is_kept_of(&["gecko", "dromedary", "falcon", "swordfish"], &test, &room).await;
            let view = view::shown(&room.services, &room.ana, &turn.answer).await.unwrap();
            assert_eq!(view.about.as_deref(), Some("somebody"));
            // Another answer is given from what is kept, and the model is told what is not.
            let mut other = again(&room.services, &room.ana, &turn.answer, here()).await.unwrap();
            end(&mut other).await;
            let shown = shown(&room);
            assert!(shown.contains("is not kept") && shown.contains("What is meant?"), "{shown}");
            assert!(!shown.contains("dromedary") && !shown.contains("swordfish"), "{shown}");
        }
    }

    async fn who_has_accepted_is_kept_with_the_question(test: TestDb) {
        let room = room(&test).await;
        let dan = newcomer(&test, &room).await;
        consent::accept(&room.services, &dan).await.unwrap();
        let mut turn = room.asks(&room.ana, about(Author::Person("14".to_owned()))).await;
        end(&mut turn).await;
        let mut other = again(&room.services, &room.ana, &turn.answer, here()).await.unwrap();
        end(&mut other).await;
        assert!(shown(&room).contains("dromedary"));
    }

    async fn an_answer_of_which_nothing_is_kept_is_not_kept_by_a_reply_to_it(test: TestDb) {
        let room = room(&test).await;
        room.model.answers("A camel.");
        let mut turn = room.asks(&room.ana, about(Author::Unasked)).await;
        end(&mut turn).await;
        assert!(shown(&room).contains("dromedary"));
        nothing_is_kept_of(&["dromedary"], &test, &room).await;
    }

    async fn an_answer_is_kept_by_others_only_while_its_owner_accepts(test: TestDb) {
        let room = room(&test).await;
        let dan = newcomer(&test, &room).await;
        consent::accept(&room.services, &dan).await.unwrap();
        room.model.answers("Dan has an aardvark.");
        let (dans, _) = room.answered(&dan, "What do I have?").await;
        let post = Posted { channel_id: "5".to_owned(), discord_message_id: "777".to_owned() };
        posted(&room.services, &dans.answer, &[post]).await.unwrap();
        let mut reply = question("Really?");
        reply.in_reply_to = Some("777".to_owned());
        consent::decline(&room.services, &dan).await.unwrap();
        let mut turn = room.asks(&room.ana, reply).await;
        end(&mut turn).await;
        assert!(shown(&room).contains("aardvark"));
        let mut other = again(&room.services, &room.ana, &turn.answer, here()).await.unwrap();
        end(&mut other).await;
        assert!(!shown(&room).contains("aardvark"));
    }

    async fn who_takes_it_back_while_a_question_is_prepared_leaves_nothing_of_it(test: TestDb) {
        let mut room = room(&test).await;
        let (listener, link) = slow_shelf(&mut room).await;
        let mut asked = question("What about the bandicoot?");
        asked.files = vec![link];
        let services = Arc::clone(&room.services);
        let taken_back = during_download(&listener, async {
            consent::decline(&services, &room.ana).await.unwrap();
            consent::forget(&services, &room.ana).await.unwrap();
        });
        let (refused, ()) = tokio::join!(ask(&room.services, &room.ana, asked), taken_back);
        assert_eq!(fault(refused.unwrap_err()), Fault::Gone);
        nothing_is_kept_of(&["bandicoot", "falco"], &test, &room).await;
        assert_eq!(room.model.requests().len(), 0);
    }

    async fn an_author_who_takes_it_back_meanwhile_is_shown_and_not_kept(test: TestDb) {
        let mut room = room(&test).await;
        let dan = newcomer(&test, &room).await;
        consent::accept(&room.services, &dan).await.unwrap();
        let (listener, link) = slow_shelf(&mut room).await;
        room.model.answers("A camel.");
        let mut asked = about(Author::Person("14".to_owned()));
        asked.files = vec![link];
        asked.borrowed = true;
        let services = Arc::clone(&room.services);
        let taken_back = during_download(&listener, async {
            consent::decline(&services, &dan).await.unwrap();
        });
        let (turn, ()) = tokio::join!(ask(&room.services, &room.ana, asked), taken_back);
        end(&mut turn.unwrap()).await;
        let shown = shown(&room);
        assert!(shown.contains("dromedary") && shown.contains("falco"), "{shown}");
        nothing_is_kept_of(&["gecko", "dromedary", "falco"], &test, &room).await;
    }
}
