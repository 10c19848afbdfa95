//! Images and texts reach a model that can take them, and are refused where it cannot.

use std::{io::Cursor, sync::Arc};

use discord_standin::model::{Model, Reply};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use slimy_store::on_both_engines;

use super::{
    super::{Fault, Link, Question},
    room::{Room, end, provider, question, room, room_with, setup, shelf},
};
use crate::Services;

fn png(width: u32, height: u32) -> Vec<u8> {
    let image = RgbImage::from_pixel(width, height, Rgb([200, 10, 30]));
    let mut bytes = Vec::new();
    let mut cursor = Cursor::new(&mut bytes);
    DynamicImage::ImageRgb8(image)
        .write_to(&mut cursor, ImageFormat::Png)
        .unwrap();
    bytes
}

/// The room with files to attach, and their links.
async fn with_files(mut room: Room) -> (Room, impl Fn(&str) -> Link) {
    let (fetcher, link) = shelf(vec![
        ("large.png", png(3_000, 1_500)),
        ("small.png", png(20, 10)),
        ("notes.txt", b"The password is swordfish.".to_vec()),
        ("late.pdf", b"%PDF-1.7\n\0\0".to_vec()),
        ("broken.png", png(20, 10)[..40].to_vec()),
    ])
    .await;
    let services = Arc::into_inner(room.services).unwrap();
    room.services = Arc::new(Services {
        fetcher,
        ..services
    });
    (room, link)
}

fn attached(text: &str, files: Vec<Link>) -> Question {
    Question {
        files,
        fresh: true,
        ..question(text)
    }
}

on_both_engines! {
    async fn images_are_shown_small_and_are_still_known_later(test: TestDb) {
        let (room, link) = with_files(room(&test).await).await;
        let asked = attached("What is this?", vec![link("large.png"), link("small.png")]);
        let mut turn = room.asks(&room.ana, asked).await;
        end(&mut turn).await;
        let request = room.model.requests().pop().unwrap();
        let seen: Vec<_> = request.images.iter().map(|image| image.dimensions).collect();
        assert_eq!(seen, [Some((1_536, 768)), Some((20, 10))]);
        assert!(request.images.iter().all(|image| image.content_type == "image/jpeg"));
        room.answered(&room.ana, "What colour?").await;
        let later = room.model.requests().pop().unwrap();
        assert_eq!(later.images.len(), 2, "the bytes were copied");
        let mut again = room.again(&room.ana, &turn.answer).await.unwrap();
        end(&mut again).await;
        assert_eq!(room.model.requests().pop().unwrap().images.len(), 2);
    }

    async fn texts_are_shown_with_their_names(test: TestDb) {
        let (room, link) = with_files(room(&test).await).await;
        let asked = attached("", vec![link("notes.txt")]);
        let mut turn = room.asks(&room.ana, asked).await;
        end(&mut turn).await;
        let request = room.model.requests().pop().unwrap();
        let question = request.question();
        assert!(question.contains("swordfish") && question.contains("notes.txt"), "{question}");
        let row = room.row(&turn.question).await;
        assert!(!row.content.contains("swordfish"));
        room.answered(&room.ana, "And the password?").await;
        let later = room.model.requests().pop().unwrap();
        assert!(later.said_by("user")[0].contains("swordfish"));
    }

    async fn what_cannot_be_read_is_named_and_nothing_is_stored(test: TestDb) {
        let (room, link) = with_files(room(&test).await).await;
        for name in ["late.pdf", "broken.png", "missing.png"] {
            let refused = room.refused(&room.ana, attached("Hm?", vec![link(name)])).await;
            assert_eq!(refused, Fault::UnreadableFile { name: name.to_owned() });
        }
        let elsewhere = Link { name: "x.png".to_owned(), url: "http://127.0.0.1:1/x.png".to_owned() };
        let refused = room.refused(&room.ana, attached("Hm?", vec![elsewhere])).await;
        assert_eq!(refused.kind(), "file_unreadable");
        let many = (0..5).map(|_| link("small.png")).collect();
        let refused = room.refused(&room.ana, attached("Hm?", many)).await;
        assert_eq!(refused, Fault::TooManyFiles { max: 4 });
        assert!(room.model.requests().is_empty());
        let used = super::super::usage(&room.services, &room.ana).await.unwrap();
        assert_eq!(used.person.day.used, 0);
    }

    async fn files_that_cannot_be_paid_for_are_not_fetched(test: TestDb) {
        let model = Model::start().await;
        let mut setup = setup(&model);
        setup.budget.person.day = Some(1_000);
        let (room, link) = with_files(room_with(&test, model, setup).await).await;
        // Nobody could tell that it is missing who did not try to fetch it.
        let refused = room.refused(&room.ana, attached("Hm?", vec![link("missing.png")])).await;
        assert_eq!(refused.kind(), "budget_person_day");
        let refused = room.refused(&room.ana, attached("Hm?", vec![link("missing.txt")])).await;
        assert_eq!(refused.kind(), "file_unreadable");
    }

    async fn a_model_that_cannot_see_is_shown_no_image(test: TestDb) {
        let model = Model::start().await;
        let mut setup = setup(&model);
        setup.first = provider(&model, Model::READS);
        let (room, link) = with_files(room_with(&test, model, setup).await).await;
        let refused = room.refused(&room.ana, attached("Hm?", vec![link("small.png")])).await;
        assert_eq!(refused, Fault::CannotSee);
        let mut turn = room.asks(&room.ana, attached("Hm?", vec![link("notes.txt")])).await;
        end(&mut turn).await;
    }

    async fn a_second_model_that_cannot_see_is_told_so(test: TestDb) {
        let (model, second) = (Model::start().await, Model::start().await);
        let mut setup = setup(&model);
        setup.second = Some(provider(&second, Model::READS));
        let (room, link) = with_files(room_with(&test, model, setup).await).await;
        for _ in 0..3 {
            room.model.fails_next(503);
        }
        second.answers(Reply::says("I cannot see it."));
        let mut turn = room.asks(&room.ana, attached("Hm?", vec![link("small.png")])).await;
        assert_eq!(&*end(&mut turn).await.text, "I cannot see it.");
        let request = second.requests().pop().unwrap();
        assert!(request.images.is_empty());
        assert!(request.question().contains("cannot see"), "{}", request.question());
    }
}
