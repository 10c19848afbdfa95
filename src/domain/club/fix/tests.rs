//! Typed lines: each good one counts, each bad one is told.

use slimy_roster::{Area, Card, ImageFormat, Metric, Screenshot};

use super::{Typed, lines::understood};
use crate::club::{
    Part,
    edit::To,
    review::tests::{club, payload, review},
};

fn part() -> Part {
    let cards = [("Stone", Some(298)), ("lill", None), ("a=b", Some(7))];
    let cards = cards.iter().map(|(name, power)| Card {
        name: (*name).to_owned(),
        name_confidence: 0.99,
        name_certain: true,
        power: *power,
        number_area: Area::default(),
        power_confidence: 0.9,
        last_seen: None,
        last_seen_confidence: 0.0,
    });
    let shot = Screenshot {
        layout: "super-snail-club".to_owned(),
        game: "Super Snail".to_owned(),
        metric: Metric::Sim,
        club: None,
        capacity: None,
        cards: cards.collect(),
        width: 1,
        height: 1,
        format: ImageFormat::Png,
    };
    let known = club(&[("Olive", 3)]);
    review(&payload(vec![shot]), &known).parts.remove(0)
}

fn tried(typed: &Typed) -> (Vec<(String, To)>, Vec<String>) {
    let (edits, faults) = understood(&part(), typed);
    let edits = edits.into_iter().map(|edit| (edit.row, edit.to));
    let faults = faults
        .into_iter()
        .map(|fault| format!("{} -> {}", fault.line, fault.reason));
    (edits.collect(), faults.collect())
}

#[test]
fn values_are_exact_and_what_was_left_as_it_was_is_no_edit() {
    let typed = Typed {
        values: "Stone = 298\nlill = 4.1M\na=b = ?\nstone = 12k # because\n".to_owned(),
        ..Typed::default()
    };
    let (edits, faults) = tried(&typed);
    let power = |power| To::Power { power };
    assert_eq!(
        edits,
        [
            ("lill".to_owned(), power(Some(4_100_000))),
            ("a=b".to_owned(), power(None)),
            ("Stone".to_owned(), power(Some(12_000))),
        ]
    );
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn each_bad_line_is_told_and_harms_no_other() {
    let typed = Typed {
        values: "Stone\nGhost = 5\nlill = much\nlill = -3\nlill = 5".to_owned(),
        renames: "lill\nlill > Stone\nGhost > X\nlill > lil".to_owned(),
        same: "Stone = Stone\nNobody = lill\nStone = lill".to_owned(),
        drops: "Ghost\na=b".to_owned(),
    };
    let (edits, faults) = tried(&typed);
    assert_eq!(edits.len(), 4, "{edits:?}");
    assert_eq!(faults.len(), 10, "{faults:#?}");
    assert!(
        faults[0].contains("write it as Name = value"),
        "{}",
        faults[0]
    );
    assert!(faults[1].contains("no row called Ghost"), "{}", faults[1]);
}

#[test]
fn a_row_can_be_said_to_be_a_member_who_is_not_on_the_roster() {
    let typed = Typed {
        same: "Olive = lill".to_owned(),
        ..Typed::default()
    };
    let (edits, faults) = tried(&typed);
    let member = "m0".into();
    assert_eq!(edits, [("lill".to_owned(), To::Member { member })]);
    assert!(faults.is_empty());
}
