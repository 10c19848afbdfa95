//! Lists, pages and searches show one's own and nothing else.

use slimy_store::{
    chat::{self, AttachmentKind, NewAttachment},
    on_both_engines,
};

use super::super::{At, From, Said, Whence, find, list, open, search, suggest};
use super::room::{at, refusal, room};
use crate::Id;

fn texts(messages: &[Said]) -> Vec<&str> {
    messages.iter().map(|said| said.text.as_str()).collect()
}

on_both_engines! {
    async fn a_list_has_all_of_ones_own_and_says_where_each_is_held(test: TestDb) {
        let room = room(&test).await;
        assert_eq!(refusal(list(&room.services, &room.ana, From::Newest).await), "no_conversation");
        assert_eq!(refusal(find(&room.services, &room.ana, None).await), "no_conversation");
        room.talks(&room.bob, Some("Bob's"), 9).await;
        room.talks(&room.ana, Some("Here"), 1).await;
        room.talks_in(&room.ana, Some(&room.elsewhere), Some("There"), 2).await;
        let direct = room.talks_in(&room.ana, None, None, 3).await;
        room.turn(&room.ana, &direct, ["hello", "hi"], 4).await;

        let here = list(&room.services, &room.ana, From::Newest).await.unwrap();
        let server = |name: &str| Whence::Server {
            name: name.to_owned(),
            channel_id: Some("33".to_owned()),
        };
        let said: Vec<_> = here.items.iter()
            .map(|kept| (kept.title.as_deref(), kept.whence.clone(), kept.is_here, kept.messages))
            .collect();
        assert_eq!(said, [
            (None, Whence::Direct, false, 2),
            (Some("There"), server("Elsewhere"), false, 0),
            (Some("Here"), server("Slimy Club"), true, 0),
        ]);
        assert_eq!((here.newer, here.older), (None, None));
        assert_eq!((here.items[0].begun_at, here.items[0].at), (at(3), at(4)));
        let directly = list(&room.services, &room.ana_directly(), From::Newest).await.unwrap();
        let is_here: Vec<bool> = directly.items.iter().map(|kept| kept.is_here).collect();
        assert_eq!(is_here, [true, false, false]);
        let newest = find(&room.services, &room.ana, None).await.unwrap();
        assert_eq!(newest.id, direct);
    }

    async fn pages_of_the_list_lead_there_and_back(test: TestDb) {
        let room = room(&test).await;
        for n in 0..20 {
            room.talks(&room.ana, Some(&n.to_string()), n).await;
        }
        let titles = |list: &super::super::List| -> Vec<String> {
            list.items.iter().filter_map(|kept| kept.title.clone()).collect()
        };
        let first = list(&room.services, &room.ana, From::Newest).await.unwrap();
        assert_eq!(titles(&first)[..2], ["19", "18"]);
        let older = first.older.clone().unwrap();
        let second = list(&room.services, &room.ana, From::OlderThan(&older)).await.unwrap();
        assert_eq!(titles(&second)[0], "11");
        let newer = second.newer.clone().unwrap();
        let back = list(&room.services, &room.ana, From::NewerThan(&newer)).await.unwrap();
        assert_eq!(titles(&back), titles(&first));
        let third = second.older.unwrap();
        let third = list(&room.services, &room.ana, From::OlderThan(&third)).await.unwrap();
        assert_eq!((titles(&third).len(), third.older), (4, None));
        let refused = list(&room.services, &room.ana, From::OlderThan("nonsense")).await;
        assert_eq!(refusal(refused), "stale_button");
    }

    async fn a_conversation_opens_at_its_end_and_is_paged_back_and_forth(test: TestDb) {
        let room = room(&test).await;
        let id = room.talks(&room.ana, Some("Snails"), 1).await;
        let mut answers = Vec::new();
        for n in 1..7 {
            let words = [format!("q{n}"), format!("a{n}")];
            answers.push(room.turn(&room.ana, &id, [&words[0], &words[1]], n + 1).await);
        }
        room.answers_again(&answers[5][1], "a6 again", 20).await;
        let newest = open(&room.services, &room.ana, &id, At::Newest).await.unwrap();
        assert_eq!(texts(&newest.messages), ["a4", "q5", "a5", "q6", "a6 again"]);
        let last = &newest.messages[4];
        assert_eq!((last.answer, last.answers, last.model.as_deref()), (2, 2, Some("large-2")));
        assert_eq!((newest.messages[3].answer, newest.messages[3].answers), (1, 1));
        assert_eq!(newest.newer, None);

        let older = newest.older.unwrap();
        let older = open(&room.services, &room.ana, &id, At::OlderThan(&older)).await.unwrap();
        assert_eq!(texts(&older.messages), ["q2", "a2", "q3", "a3", "q4"]);
        let newer = older.newer.clone().unwrap();
        let back = open(&room.services, &room.ana, &id, At::NewerThan(&newer)).await.unwrap();
        assert_eq!(texts(&back.messages), texts(&newest.messages));
        let first = older.older.unwrap();
        let first = open(&room.services, &room.ana, &id, At::OlderThan(&first)).await.unwrap();
        assert_eq!(texts(&first.messages), ["q1", "a1"]);
        assert_eq!(first.older, None);

        let question = &answers[2][0].id;
        let there = open(&room.services, &room.ana, &id, At::Message(question)).await.unwrap();
        assert_eq!(texts(&there.messages), ["a1", "q2", "a2", "q3", "a3"]);
        let earlier = open(&room.services, &room.ana, &id, At::Message(&answers[5][1].id)).await.unwrap();
        assert_eq!(texts(&earlier.messages), texts(&newest.messages), "it stands at the place of the chosen one");
        let unknown = Id::from("nothing");
        let unknown = open(&room.services, &room.ana, &id, At::OlderThan(&unknown)).await.unwrap();
        assert_eq!(texts(&unknown.messages), texts(&newest.messages));
    }

    async fn attached_files_are_named_beside_what_was_said(test: TestDb) {
        let room = room(&test).await;
        let id = room.talks(&room.ana, None, 1).await;
        let question = room.asks(&room.ana, &id, "Who is this?", 2).await;
        let file = |name: &str| NewAttachment {
            message_id: question.id.clone(),
            kind: AttachmentKind::Image,
            file_name: name.to_owned(),
            content_type: "image/png".to_owned(),
            bytes: vec![1, 2, 3],
            tokens: 85,
        };
        let mut tx = room.services.db.begin().await.unwrap();
        chat::create_attachments(&mut tx, &[file("b.png"), file("a.png")], at(2)).await.unwrap();
        tx.commit().await.unwrap();
        let opened = open(&room.services, &room.ana, &id, At::Newest).await.unwrap();
        assert_eq!(opened.messages[0].files, ["b.png", "a.png"]);
    }

    async fn any_piece_of_ones_own_words_is_found_in_pages(test: TestDb) {
        let room = room(&test).await;
        let bobs = room.talks(&room.bob, Some("Snails of Bob"), 1).await;
        room.asks(&room.bob, &bobs, "snails", 1).await;
        let id = room.talks(&room.ana, Some("All about SNAILS"), 2).await;
        for n in 0..8 {
            room.asks(&room.ana, &id, &format!("{n}: the great snail of the east"), 3 + n).await;
        }
        room.asks(&room.ana, &id, "That was all.", 20).await;
        let found = search(&room.services, &room.ana, " Snail ", From::Newest).await.unwrap();
        assert_eq!((found.term.as_str(), found.hits.len()), ("Snail", 6));
        assert_eq!(found.hits[0].excerpt.hit, "SNAIL", "the title is as new as its conversation");
        assert_eq!(found.hits[0].message, None);
        assert_eq!(found.hits[1].excerpt.to_string(), "7: the great snail of the east");
        assert_eq!(found.hits[1].conversation.title.as_deref(), Some("All about SNAILS"));
        let older = found.older.unwrap();
        let rest = search(&room.services, &room.ana, "Snail", From::OlderThan(&older)).await.unwrap();
        assert_eq!((rest.hits.len(), rest.older), (3, None));
        let newer = rest.newer.unwrap();
        let back = search(&room.services, &room.ana, "Snail", From::NewerThan(&newer)).await.unwrap();
        assert_eq!(back.hits, found.hits);
        let none = search(&room.services, &room.ana, "Bob", From::Newest).await.unwrap();
        assert_eq!(none.hits, []);
        assert_eq!(refusal(search(&room.services, &room.ana, " ", From::Newest).await), "search_refused");
    }

    async fn what_is_typed_is_completed_by_title_newest_first(test: TestDb) {
        let room = room(&test).await;
        room.talks(&room.bob, Some("Snails of Bob"), 9).await;
        for n in 0..30 {
            room.talks(&room.ana, Some(&format!("Snails {n}")), n).await;
        }
        let untitled = room.talks(&room.ana, None, 40).await;
        let all = suggest(&room.services, &room.ana, " ").await.unwrap();
        assert_eq!((all.len(), &all[0].id), (25, &untitled));
        let some = suggest(&room.services, &room.ana, "snails 2").await.unwrap();
        let titles: Vec<_> = some.iter().filter_map(|kept| kept.title.as_deref()).collect();
        assert_eq!(titles.len(), 11);
        assert_eq!(titles[..2], ["Snails 29", "Snails 28"]);
        assert_eq!(suggest(&room.services, &room.ana, "Bob").await.unwrap(), []);
        let long = "x".repeat(101);
        assert_eq!(suggest(&room.services, &room.ana, &long).await.unwrap(), []);
    }
}
