//! Readings are kept as JSON and come back as they were, so that a later call can add screenshots to them.

#[expect(dead_code, reason = "another test file uses the rest of it")]
mod support;

use proptest::prelude::*;
use slimy_roster::{Area, Capacity, Card, ImageFormat, Metric, Screenshot, merge, merge_metrics};
use support::READER;

/// The most bytes of JSON that a card may take on the drawn screenshots.
const MOST_A_CARD: usize = 160;

fn kept(shot: &Screenshot) -> Screenshot {
    let json = serde_json::to_string(shot).expect("it is JSON");
    serde_json::from_str(&json).expect("it comes back")
}

#[test]
fn a_kept_reading_comes_back_as_it_was_and_is_small() {
    let shots = support::demo();
    let readings =
        support::on_two_threads(&shots, |shot| READER.read(&shot.bytes()).expect("a roster"));
    for reading in &readings {
        assert_eq!(kept(reading), *reading);
        let bytes = serde_json::to_vec(reading).expect("it is JSON").len();
        let cards = reading.cards.len();
        assert!(
            bytes <= 250 + cards * MOST_A_CARD,
            "{bytes} bytes for {cards} cards"
        );
    }
    let named: Vec<(String, Screenshot)> = shots
        .iter()
        .zip(readings)
        .map(|(shot, reading)| (shot.file.clone(), reading))
        .collect();
    let again = named
        .iter()
        .map(|(file, shot)| (file.clone(), kept(shot)))
        .collect::<Vec<_>>();
    assert_eq!(merge(again.clone()), merge(named.clone()));
    assert_eq!(merge_metrics(again), merge_metrics(named));
}

#[test]
fn the_json_is_what_other_releases_will_find() {
    let shot = Screenshot {
        layout: "super-snail-club".to_owned(),
        game: "Super Snail".to_owned(),
        metric: Metric::Total,
        club: Some("[SLM] Slimy Club".to_owned()),
        capacity: Some(Capacity {
            members: 24,
            of: 25,
        }),
        cards: vec![
            Card {
                name: "Quibble".to_owned(),
                name_confidence: 0.9987,
                name_certain: true,
                power: Some(187_046_291),
                number_area: Area {
                    x: 330,
                    y: 1039,
                    width: 238,
                    height: 45,
                },
                power_confidence: 0.9999,
                last_seen: Some("7h ago".to_owned()),
                last_seen_confidence: 0.9712,
            },
            Card {
                name: "lill".to_owned(),
                name_confidence: 0.4,
                name_certain: false,
                power: None,
                number_area: Area::default(),
                power_confidence: 0.0,
                last_seen: None,
                last_seen_confidence: 0.0,
            },
        ],
        width: 1206,
        height: 2622,
        format: ImageFormat::Png,
    };
    let json = r#"{"layout":"super-snail-club","game":"Super Snail","metric":"total","club":"[SLM] Slimy Club","capacity":{"members":24,"of":25},"cards":[{"name":"Quibble","nameConfidence":0.9987,"power":187046291,"numberArea":[330,1039,238,45],"powerConfidence":0.9999,"lastSeen":"7h ago","lastSeenConfidence":0.9712},{"name":"lill","nameConfidence":0.4,"nameCertain":false,"numberArea":[0,0,0,0]}],"width":1206,"height":2622,"format":"png"}"#;
    assert_eq!(serde_json::to_string(&shot).expect("it is JSON"), json);
    assert_eq!(
        serde_json::from_str::<Screenshot>(json).expect("it comes back"),
        shot
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_card_comes_back_as_it_was(
        name in "\\PC{1,20}",
        confidences in proptest::array::uniform3(0_u16..=10_000),
        power in proptest::option::of(any::<i64>()),
        seen in proptest::option::of("[0-9]{1,2}h ago"),
        area in proptest::array::uniform4(any::<u32>()),
    ) {
        let [name_confidence, power_confidence, last_seen_confidence] =
            confidences.map(|confidence| f32::from(confidence) / 10_000.0);
        let card = Card {
            name,
            name_confidence,
            name_certain: name_confidence > 0.5,
            power,
            number_area: Area::from(area),
            power_confidence,
            last_seen: seen,
            last_seen_confidence,
        };
        let json = serde_json::to_string(&card).expect("it is JSON");
        prop_assert_eq!(serde_json::from_str::<Card>(&json).expect("it comes back"), card);
    }
}
