//! The model beside the reader, and both held against each other.

use std::time::Duration;

use discord_standin::model::{Failure, Model, Reply};
use proptest::prelude::*;
use slimy_llm::{Client, Endpoint, FailureKind, Retries};
use slimy_roster::{Card, Metric, Screenshot};

use super::{Seen, Verdict, Vision, digits, members, opinions};

fn card(name: &str, power: Option<i64>) -> Card {
    Card {
        name: name.to_owned(),
        name_confidence: 0.9,
        name_certain: true,
        power,
        power_confidence: if power.is_some() { 0.9 } else { 0.0 },
        last_seen: None,
        last_seen_confidence: 0.0,
        number_area: slimy_roster::Area::default(),
    }
}

fn shot(cards: Vec<Card>) -> Screenshot {
    Screenshot {
        layout: "super-snail-club".to_owned(),
        game: "Super Snail".to_owned(),
        metric: Metric::Sim,
        club: None,
        capacity: None,
        cards,
        width: 1206,
        height: 2622,
        format: slimy_roster::ImageFormat::Png,
    }
}

fn seen(name: &str, power: Option<i64>) -> Seen {
    Seen {
        name: name.to_owned(),
        power,
    }
}

#[test]
fn what_both_have_is_surer_and_nobody_is_asked() {
    let mut shot = shot(vec![card("Stone", Some(298_297_518))]);
    assert!(opinions("a.png", &mut shot, &[seen("Stone", Some(298_297_518))]).is_empty());
    assert!(shot.cards[0].power_confidence > 0.98 && shot.cards[0].name_confidence > 0.98);
}

#[test]
fn what_a_model_wrote_in_place_of_an_answer_is_cut_before_it_is_logged() {
    let wordy = format!(r#"{{"members":"{}"}}"#, "x".repeat(100_000));
    let failure = members(&wordy).unwrap_err();
    assert_eq!(failure.kind, FailureKind::Nonsense);
    assert_eq!(failure.detail.chars().count(), 300);
}

#[test]
fn a_number_in_which_they_differ_stays_and_goes_to_a_person() {
    let mut shot = shot(vec![card("Stone", Some(298_297_518))]);
    let opinions = opinions("a.png", &mut shot, &[seen("Stone", Some(2_982_975_180))]);
    let verdict = Verdict::OtherPower {
        read: 298_297_518,
        seen: 2_982_975_180,
    };
    assert_eq!(
        opinions.iter().map(|one| &one.verdict).collect::<Vec<_>>(),
        [&verdict]
    );
    assert_eq!(shot.cards[0].power, Some(298_297_518));
    assert!(shot.cards[0].power_confidence <= 0.5);
}

#[test]
fn what_only_the_model_has_is_offered_and_not_taken() {
    let mut shot = shot(vec![card("Stone", None)]);
    let opinions = opinions(
        "a.png",
        &mut shot,
        &[seen("Stone", Some(5)), seen("Half", None)],
    );
    let verdicts: Vec<_> = opinions
        .into_iter()
        .map(|one| (one.name, one.verdict))
        .collect();
    let wanted = [
        ("Stone".to_owned(), Verdict::OnlyPower { seen: 5 }),
        ("Half".to_owned(), Verdict::OnlySeen { power: None }),
    ];
    assert_eq!(verdicts, wanted);
    assert_eq!((shot.cards.len(), shot.cards[0].power), (1, None));
}

#[test]
fn letters_that_the_eye_cannot_tell_apart_are_no_difference_but_others_are() {
    let mut both = shot(vec![card("lill", Some(7)), card("Rob", Some(8))]);
    let found = opinions(
        "a.png",
        &mut both,
        &[seen("IiII", Some(1)), seen("Bob", Some(8))],
    );
    assert!(found.iter().any(|one| one.name == "Rob"
        && one.verdict
            == Verdict::OtherName {
                seen: "Bob".to_owned()
            }));
    let mut alike = shot(vec![card("l0l", Some(7))]);
    assert!(opinions("a.png", &mut alike, &[seen("IOI", Some(7))]).is_empty());
}

#[test]
fn an_answer_is_held_against_what_was_asked() {
    let fenced = "```json\n{\"members\":[{\"name\":\" Stone \",\"power\":\"298,297,518\"}]}\n```";
    assert_eq!(members(fenced).unwrap(), [seen("Stone", Some(298_297_518))]);
    for nonsense in [
        "",
        "Sure! Here is",
        "[]",
        "{\"members\":[{\"power\":\"1\"}]}",
    ] {
        assert_eq!(
            members(nonsense).unwrap_err().kind,
            FailureKind::Nonsense,
            "{nonsense}"
        );
    }
    let odd = "{\"members\":[{\"name\":\"\",\"power\":\"1\"},{\"name\":\"a\\nb\",\"power\":\"1\"},{\"name\":\"ok\",\"power\":\"-1\"}]}";
    assert_eq!(members(odd).unwrap(), [seen("ok", None)]);
    let many = format!(
        "{{\"members\":[{}]}}",
        vec!["{\"name\":\"a\",\"power\":null}"; 61].join(",")
    );
    assert!(members(&many).is_err());
}

#[test]
fn a_rounded_number_was_not_read() {
    assert_eq!(
        (digits("298297518"), digits("298.3M"), digits("about 7")),
        (Some(298_297_518), None, None)
    );
}

proptest! {
    #[test]
    fn no_name_and_no_number_ever_changes_and_nobody_is_counted_twice(
        cards in prop::collection::vec(("[a-cIl1]{1,4}", prop::option::of(1i64..5)), 0..8),
        model in prop::collection::vec(("[a-cIl1]{1,4}", prop::option::of(1i64..5)), 0..8),
    ) {
        let mut read = shot(cards.iter().map(|(name, power)| card(name, *power)).collect());
        let model: Vec<Seen> = model.iter().map(|(name, power)| seen(name, *power)).collect();
        let found = opinions("a.png", &mut read, &model);
        for (card, (name, power)) in read.cards.iter().zip(&cards) {
            prop_assert_eq!((&card.name, &card.power), (name, power));
            prop_assert!((0.0..=1.0).contains(&card.power_confidence));
            prop_assert!((0.0..=1.0).contains(&card.name_confidence));
        }
        let only = found.iter().filter(|one| matches!(one.verdict, Verdict::OnlySeen { .. })).count();
        prop_assert!(only >= model.len().saturating_sub(cards.len()) && only <= model.len());
    }
}

fn vision(model: &Model) -> Vision {
    let key = model.key().to_owned().into();
    let endpoint = Endpoint::new(&model.base_url().parse().unwrap(), Some(key)).unwrap();
    let client = Client::new(Client::http().unwrap(), endpoint);
    let at_once = Retries {
        first: Duration::ZERO,
        ..Retries::default()
    };
    Vision::new(client, Model::SEES.to_owned()).with_retries(at_once)
}

fn screenshot() -> Vec<u8> {
    include_bytes!("../../../../assets/demo/sim-1.png").to_vec()
}

#[tokio::test]
async fn the_model_is_shown_the_picture_and_asked_for_a_shape() {
    let model = Model::start().await;
    model.answers(Reply::says(r#"{"members":[{"name":"Stone","power":"7"}]}"#).counts(900, 20));
    let look = vision(&model)
        .look("image/png", screenshot(), || 0.5)
        .await
        .unwrap();
    assert_eq!(look.members, [seen("Stone", Some(7))]);
    assert_eq!(look.usage.map(|usage| usage.prompt_tokens), Some(900));
    let asked = &model.requests()[0];
    assert_eq!(asked.images.len(), 1);
    assert_eq!(asked.body["response_format"]["json_schema"]["strict"], true);
}

#[tokio::test]
async fn an_overloaded_model_is_asked_three_times_and_a_refused_key_once() {
    let model = Model::start().await;
    for _ in 0..3 {
        model.fails_next(Failure::Overloaded);
    }
    let failure = vision(&model)
        .look("image/png", screenshot(), || 0.5)
        .await
        .unwrap_err();
    assert_eq!(
        (failure.kind, model.requests().len()),
        (FailureKind::Overloaded, 3)
    );

    model.fails_next(Failure::KeyRefused);
    let failure = vision(&model)
        .look("image/png", screenshot(), || 0.5)
        .await
        .unwrap_err();
    assert_eq!(
        (failure.kind, model.requests().len()),
        (FailureKind::KeyRefused, 4)
    );
}

#[tokio::test]
async fn chatter_in_place_of_the_shape_is_nonsense() {
    let model = Model::start().await;
    model.answers("I cannot read this, sorry.");
    let failure = vision(&model)
        .look("image/png", screenshot(), || 0.5)
        .await
        .unwrap_err();
    assert_eq!(failure.kind, FailureKind::Nonsense);
}
