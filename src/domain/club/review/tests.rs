//! A draft's rows and what follows from them.

use proptest::prelude::*;
use slimy_roster::{Area, Capacity, Card, ImageFormat, Metric, Screenshot, merge_metrics};
use slimy_store::{Id, Timestamp};
use slimy_words::Words;

use super::{Candidate, Heading, Part, Reason, Review, Who};
use crate::club::{
    Guards, Saving, Standing, Week,
    background::Background,
    edit::{Edit, To, push},
    intake::Image,
    names::{KnownMember, LastPowers, name_key},
    payload::{Payload, Shot},
    vision::{Opinion, Verdict},
};

/// A screenshot of these cards.
fn shot(metric: Metric, cards: &[(&str, Option<i64>)]) -> Screenshot {
    let cards = cards.iter().map(|(name, power)| Card {
        name: (*name).to_owned(),
        name_confidence: 0.99,
        name_certain: true,
        power: *power,
        number_area: Area::default(),
        power_confidence: if power.is_some() { 0.99 } else { 0.0 },
        last_seen: Some("2h ago".to_owned()),
        last_seen_confidence: 0.99,
    });
    Screenshot {
        layout: "super-snail-club".to_owned(),
        game: "Super Snail".to_owned(),
        metric,
        club: None,
        capacity: Some(Capacity { members: 3, of: 55 }),
        cards: cards.collect(),
        width: 1,
        height: 1,
        format: ImageFormat::Png,
    }
}

pub(in crate::club) fn payload(shots: Vec<Screenshot>) -> Payload {
    let mut payload = Payload::new();
    for (place, shot) in shots.into_iter().enumerate() {
        let file = format!("{place}.png");
        payload.images.push(Image {
            name: file.clone(),
            content_type: "image/png".to_owned(),
            bytes: 1,
            width: 1,
            height: 1,
            sha256: format!("{place:064}"),
            members_found: 1,
        });
        payload.shots.push(Shot { file, shot });
    }
    payload
}

/// A club of these members; of each the last sim power.
pub(in crate::club) fn club(members: &[(&str, i64)]) -> Background {
    let ids = (0..).map(|place| Id::from(format!("m{place}").as_str()));
    let known = members.iter().zip(ids);
    let known = known.map(|((name, power), id)| KnownMember {
        id,
        name: (*name).to_owned(),
        aliases: Vec::new(),
        powers: LastPowers {
            sim: Some(*power),
            total: None,
        },
        user: None,
    });
    let members: Vec<KnownMember> = known.collect();
    let standings = members.iter().map(|member| Standing {
        member: Some(member.id.clone()),
        name: member.name.clone(),
        power: member.powers.sim,
        corrected: false,
    });
    let keys = members.iter();
    let keys = keys.map(|member| (name_key(&member.name), member.id.clone()));
    Background {
        sim: (!members.is_empty()).then(|| standings.collect()),
        keys: std::sync::Arc::new(keys.collect()),
        total: None,
        taken_away: [None, None],
        guards: Guards::default(),
        members,
    }
}

pub(in crate::club) fn review(payload: &Payload, club: &Background) -> Review {
    let heading = Heading {
        id: Id::from("d"),
        title: "Week 47".to_owned(),
        expires_at: Timestamp::from_micros(1_795_500_000_000_000).unwrap(),
        week: Week::parse("2026-W47").unwrap(),
        words: Words::ENGLISH,
    };
    let merged = merge_metrics(payload.to_merge());
    Review::of(&heading, payload, &merged.rosters, club)
}

fn of(cards: &[(&str, Option<i64>)], club: &Background) -> Part {
    let payload = payload(vec![shot(Metric::Sim, cards)]);
    review(&payload, club).parts.remove(0)
}

fn edit(row: &str, to: To) -> Edit {
    Edit {
        metric: Metric::Sim,
        row: row.to_owned(),
        to,
    }
}

fn names(part: &Part) -> Vec<&str> {
    part.rows.shown.iter().map(String::as_str).collect()
}

#[test]
fn a_roster_is_held_against_what_is_known() {
    let club = club(&[("Stone", 100), ("Gone", 50), ("Same", 7)]);
    let part = of(
        &[("Stone", Some(200)), ("Fresh", Some(9)), ("Same", Some(7))],
        &club,
    );
    let comparison = part.comparison.as_ref().unwrap();
    let new: Vec<_> = comparison.new.iter().map(|one| one.name.as_str()).collect();
    let missing: Vec<_> = comparison
        .missing
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!((new, missing), (vec!["Fresh"], vec!["Gone"]));
    assert_eq!(comparison.suspicious.len(), 1, "100 % up");
    let kinds: Vec<_> = part.guards.iter().map(super::Guard::kind).collect();
    assert_eq!(kinds.len(), 2, "a jump and one of three missing: {kinds:?}");
    assert!(part.questions.is_empty());
}

#[test]
fn a_roster_is_guarded_by_what_was_taken_away_and_by_the_guards_it_began_with() {
    let mut club = club(&[("Stone", 200)]);
    let mut was = club.sim.clone().unwrap();
    was[0].power = Some(100);
    club.taken_away = [Some(was), None];
    let cards: &[(&str, Option<i64>)] = &[("Stone", Some(205))];
    let kinds = |part: &Part| {
        part.guards
            .iter()
            .map(super::Guard::kind)
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds(&of(cards, &club)), ["takenAway"]);

    club.guards.jump_percent = None;
    assert!(of(cards, &club).guards.is_empty());
    let mut begun = payload(vec![shot(Metric::Sim, cards)]);
    begun.guards = Some(Guards::default());
    let part = review(&begun, &club).parts.remove(0);
    assert_eq!(kinds(&part), ["takenAway"], "loosened in the middle of it");
}

#[test]
fn a_first_roster_is_compared_with_nothing_and_guarded_by_nothing() {
    let part = of(&[("Stone", Some(200))], &club(&[]));
    assert_eq!(part.comparison, None);
    assert!(part.guards.is_empty());
}

#[test]
fn a_name_that_looks_the_same_is_the_only_member_who_looks_so() {
    let club = club(&[("lil", 100), ("Stone", 5)]);
    let part = of(&[("1il", Some(101)), ("Stone", Some(5))], &club);
    assert_eq!(part.rows.who[0], Who::Eye(Id::from("m0")));
    assert_eq!(
        names(&part),
        ["lil", "Stone"],
        "the known spelling is shown"
    );
    assert!(part.questions.is_empty());
}

#[test]
fn a_close_name_of_somebody_missing_is_asked_about_and_settled_by_an_answer() {
    let club = club(&[("SharperOlive", 100), ("Stone", 5)]);
    let mut payload = payload(vec![shot(
        Metric::Sim,
        &[("SharperOlives", Some(104)), ("Stone", Some(5))],
    )]);
    let asked = review(&payload, &club).parts.remove(0);
    let question = &asked.questions[0];
    assert_eq!(
        (question.reason, question.must),
        (Reason::PerhapsRenamed, true)
    );
    let member = Candidate::Member {
        id: Id::from("m0"),
        name: "SharperOlive".to_owned(),
    };
    assert_eq!(question.candidates, [member]);
    assert_eq!(asked.rows.who[0], Who::Open, "nothing merges on its own");

    let member = Id::from("m0");
    push(
        &mut payload.edits,
        edit("SharperOlives", To::Member { member }),
    );
    let told = review(&payload, &club).parts.remove(0);
    assert_eq!(told.rows.who[0], Who::Member(Id::from("m0")));
    assert!(told.questions.is_empty());
    push(&mut payload.edits, edit("SharperOlives", To::New));
    assert_eq!(payload.edits.len(), 1, "the later answer stands");
    let told = review(&payload, &club).parts.remove(0);
    assert_eq!(told.rows.who[0], Who::New);
    assert!(told.questions.is_empty());
}

#[test]
fn rows_of_one_look_are_asked_about_on_a_first_scan() {
    let part = of(&[("Olive0", Some(1)), ("OliveO", Some(2))], &club(&[]));
    assert_eq!(part.rows.lines.len(), 2);
    let question = &part.questions[0];
    assert_eq!((question.reason, question.must), (Reason::Twin, false));
    assert!(question.may_be_new);
}

#[test]
fn a_renamed_row_that_has_a_members_name_is_that_member() {
    let club = club(&[("lil", 100)]);
    let mut payload = payload(vec![shot(Metric::Sim, &[("Iiii", Some(101))])]);
    let name = "lil".to_owned();
    push(&mut payload.edits, edit("Iiii", To::Name { name }));
    let part = review(&payload, &club).parts.remove(0);
    assert_eq!(part.rows.who[0], Who::Member(Id::from("m0")));
    assert_eq!(part.rows.lines[0].spellings, ["Iiii"], "to be remembered");
}

#[test]
fn rows_are_dropped_merged_and_set_and_a_lost_row_is_told() {
    let cards = [("A1", Some(1)), ("B2", None), ("C3", Some(3))];
    let mut payload = payload(vec![shot(Metric::Sim, &cards)]);
    push(&mut payload.edits, edit("A1", To::Dropped));
    let keep = "B2".to_owned();
    push(&mut payload.edits, edit("C3", To::Merged { keep }));
    push(&mut payload.edits, edit("Ghost", To::Dropped));
    let part = review(&payload, &club(&[])).parts.remove(0);
    assert_eq!(names(&part), ["B2"]);
    assert_eq!(part.rows.lines[0].power, Some(3), "what the other knew");
    assert_eq!(part.rows.lines[0].spellings, ["C3"]);
    assert_eq!(part.lost, ["Ghost"]);
    push(&mut payload.edits, edit("B2", To::Power { power: None }));
    let part = review(&payload, &club(&[])).parts.remove(0);
    assert_eq!(part.rows.lines[0].power, None, "absent is not zero");
    assert_eq!(part.sheet.measures.with_power, 0);
}

#[test]
fn the_metrics_are_parts_of_their_own() {
    let mut payload = payload(vec![
        shot(Metric::Sim, &[("Stone", Some(1))]),
        shot(Metric::Total, &[("Stone", Some(9)), ("Other", Some(8))]),
    ]);
    push(
        &mut payload.edits,
        edit("Stone", To::Power { power: Some(2) }),
    );
    let review = review(&payload, &club(&[]));
    assert_eq!(review.parts.len(), 2);
    assert_eq!(review.parts[0].rows.lines[0].power, Some(2));
    assert_eq!(review.parts[1].rows.lines[0].power, Some(9), "untouched");
    assert_eq!(review.chosen(Saving::All).len(), 2);
    assert_eq!(review.chosen(Saving::One(Metric::Total)).len(), 1);
    let (sim, total) = (Saving::One(Metric::Sim), Saving::One(Metric::Total));
    assert_ne!(review.fingerprint(sim), review.fingerprint(total));
}

#[test]
fn what_only_the_model_reads_is_offered_and_never_used() {
    let cards = [("Smitty", None), ("Stone", Some(3))];
    let mut payload = payload(vec![shot(Metric::Sim, &cards)]);
    payload.opinions.push(Opinion {
        file: "0.png".to_owned(),
        name: "Smitty".to_owned(),
        verdict: Verdict::OnlyPower { seen: 5 },
    });
    let part = review(&payload, &club(&[])).parts.remove(0);
    assert_eq!(part.rows.lines[0].power, None);
    let asked = part.in_question();
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert_eq!((asked[0].power, asked[0].offer), (None, Some(5)));
    push(
        &mut payload.edits,
        edit("Smitty", To::Power { power: Some(6) }),
    );
    let part = review(&payload, &club(&[])).parts.remove(0);
    assert_eq!(part.rows.lines[0].power, Some(6));
    assert!(part.opinions.is_empty() && part.in_question().is_empty());
}

fn any_cards() -> impl Strategy<Value = Vec<(String, Option<i64>)>> {
    let names = prop::sample::select(vec![
        "lil", "Iil", "1il", "lill", "Stone", "Stonee", "Olive0", "OliveO", "Smitty", "KMAN", "Zed",
    ]);
    let powers = prop::option::of(1_i64..1_000);
    prop::collection::btree_map(names.prop_map(str::to_owned), powers, 1..9)
        .prop_map(|cards| cards.into_iter().collect())
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let name = || prop::sample::select(vec!["lil", "Stone", "OliveO", "Smitty", "Nobody"]);
    let to = prop_oneof![
        prop::option::of(0_i64..5_000).prop_map(|power| To::Power { power }),
        "[a-zA-Z]{1,9}".prop_map(|name| To::Name { name }),
        Just(To::Dropped),
        name().prop_map(|keep| To::Merged {
            keep: keep.to_owned()
        }),
        (0_usize..4).prop_map(|n| To::Member {
            member: Id::from(format!("m{n}").as_str())
        }),
        Just(To::New),
    ];
    (name(), to).prop_map(|(row, to)| edit(row, to))
}

proptest! {
    #[test]
    fn no_two_rows_are_one_member_and_none_is_made_up(
        cards in any_cards(),
        edits in prop::collection::vec(any_edit(), 0..8),
    ) {
        let club = club(&[("lil", 100), ("Stone", 300), ("Olive", 50), ("OliveO", 60)]);
        let cards: Vec<(&str, Option<i64>)> =
            cards.iter().map(|(name, power)| (name.as_str(), *power)).collect();
        let mut payload = payload(vec![shot(Metric::Sim, &cards)]);
        for edit in edits {
            push(&mut payload.edits, edit);
        }
        let part = review(&payload, &club).parts.remove(0);
        let rows = &part.rows;
        prop_assert_eq!(rows.lines.len(), rows.who.len());
        prop_assert!(rows.lines.len() <= cards.len(), "rows are never added");
        let mut members: Vec<&Id> = rows.who.iter().filter_map(Who::member).collect();
        let all = members.len();
        members.sort_unstable();
        members.dedup();
        prop_assert_eq!(members.len(), all, "a member is two rows: {:?}", rows.who);
        // What can be saved has no two rows of one name, and no new member with a known one's.
        if part.must_answer().next().is_none() {
            let mut new = Vec::new();
            for (line, who) in rows.lines.iter().zip(&rows.who) {
                if *who == Who::New {
                    let key = name_key(&line.name);
                    prop_assert!(club.owner(&line.name).is_none());
                    prop_assert!(!new.contains(&key), "two new members called {}", line.name);
                    new.push(key);
                }
                prop_assert!(*who != Who::Open);
            }
        }
        for line in rows.lines.iter().filter(|line| !line.is_set) {
            let read = cards.iter().any(|(_, power)| *power == line.power);
            prop_assert!(read, "a power that nobody read: {:?}", line.power);
        }
    }

    #[test]
    fn the_same_edit_twice_is_the_edit_once(
        cards in any_cards(),
        to in prop_oneof![
            prop::option::of(0_i64..5_000).prop_map(|power| To::Power { power }),
            "[a-zA-Z]{1,9}".prop_map(|name| To::Name { name }),
        ],
    ) {
        let club = club(&[("lil", 100)]);
        let cards: Vec<(&str, Option<i64>)> =
            cards.iter().map(|(name, power)| (name.as_str(), *power)).collect();
        let mut payload = payload(vec![shot(Metric::Sim, &cards)]);
        push(&mut payload.edits, edit(cards[0].0, to.clone()));
        let once = review(&payload, &club);
        push(&mut payload.edits, edit(cards[0].0, to));
        prop_assert_eq!(review(&payload, &club), once);
    }

    #[test]
    fn a_value_that_is_not_known_is_never_zero(cards in any_cards()) {
        let cards: Vec<(&str, Option<i64>)> =
            cards.iter().map(|(name, power)| (name.as_str(), *power)).collect();
        let part = of(&cards, &club(&[]));
        let unread = part.sheet.rows.iter().filter(|row| row.power.is_none()).count();
        prop_assert_eq!(part.sheet.measures.with_power + unread, part.sheet.rows.len());
        prop_assert!(part.sheet.rows.iter().all(|row| row.power != Some(0)));
    }
}
