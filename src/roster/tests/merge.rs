//! Merging as properties: a roster does not depend on how it was photographed.

use proptest::prelude::*;
use slimy_roster::{
    Area, Capacity, Card, ImageFormat, Metric, Screenshot, WarningKind, merge, merge_metrics,
};

fn card(name: &str, power: Option<i64>) -> Card {
    Card {
        name: name.to_owned(),
        name_confidence: 0.99,
        name_certain: true,
        power,
        number_area: Area::default(),
        power_confidence: if power.is_some() { 0.999 } else { 0.0 },
        last_seen: Some("2h ago".to_owned()),
        last_seen_confidence: 0.999,
    }
}

fn shot(cards: Vec<Card>) -> Screenshot {
    let (metric, club, capacity, format) = (Metric::Sim, None, None, ImageFormat::Png);
    Screenshot {
        layout: "super-snail-club".to_owned(),
        game: "Super Snail".to_owned(),
        metric,
        club,
        capacity,
        cards,
        width: 1206,
        height: 2622,
        format,
    }
}

fn files(shots: &[Screenshot]) -> Vec<(String, Screenshot)> {
    (1..)
        .zip(shots)
        .map(|(number, shot): (u32, _)| (format!("{number}.png"), shot.clone()))
        .collect()
}

/// Members whose names and numbers are clearly different, photographed six at a time with an overlap.
fn photographed() -> impl Strategy<Value = (Vec<Card>, Vec<Screenshot>)> {
    (
        1_usize..40,
        0_usize..6,
        proptest::collection::vec(any::<bool>(), 40),
    )
        .prop_map(|(count, overlap, covered)| {
            let members: Vec<Card> = (0..count)
                .map(|index| {
                    let number = 1_000_000 + i64::try_from(index).expect("small") * 7919;
                    card(
                        &format!("{}{index:03}", "abcdefgh".repeat(1 + index % 2)),
                        (!covered[index]).then_some(number),
                    )
                })
                .collect();
            let shots = (0..count)
                .step_by(6 - overlap)
                .map(|at| shot(members[at..count.min(at + 6)].to_vec()))
                .collect();
            (members, shots)
        })
}

/// The roster as a set, without the files.
fn set(shots: Vec<(String, Screenshot)>) -> Vec<(String, Option<i64>)> {
    let roster = merge(shots).expect("a roster").roster;
    let mut set: Vec<_> = roster
        .members
        .into_iter()
        .map(|member| (member.name, member.power))
        .collect();
    set.sort();
    set
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_member_is_counted_once_in_the_order_of_the_screenshots((members, shots) in photographed()) {
        let roster = merge(files(&shots)).expect("a roster").roster;
        let found: Vec<_> = roster.members.iter().map(|member| (&member.name, member.power)).collect();
        let truth: Vec<_> = members.iter().map(|member| (&member.name, member.power)).collect();
        prop_assert_eq!(found, truth);
        for member in &roster.members {
            let shown = shots.iter().filter(|shot| shot.cards.iter().any(|card| card.name == member.name)).count();
            prop_assert_eq!(member.seen_in.len(), shown);
        }
    }

    #[test]
    fn the_order_of_the_files_does_not_change_who_is_found(
        (shots, shuffled) in photographed().prop_flat_map(|(_, shots)| (Just(shots.clone()), Just(shots).prop_shuffle()))
    ) {
        prop_assert_eq!(set(files(&shots)), set(files(&shuffled)));
    }

    #[test]
    fn the_same_screenshot_again_changes_nothing_but_where_a_member_was_seen((_, shots) in photographed(), pick in any::<prop::sample::Index>()) {
        let once = merge(files(&shots)).expect("a roster");
        let mut again = files(&shots);
        again.push(("again.png".to_owned(), pick.get(&shots).clone()));
        let mut twice = merge(again).expect("a roster");
        for member in &mut twice.roster.members {
            member.seen_in.retain(|file| file != "again.png");
        }
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn any_cards_at_all_give_no_member_from_nothing_and_lose_none_of_a_file(
        shots in proptest::collection::vec(
            proptest::collection::vec(("[lI1O0a]{1,4}", proptest::option::of(1_i64..4)), 1..7), 1..5)
    ) {
        let shots: Vec<Screenshot> = shots
            .into_iter()
            .map(|cards| shot(cards.into_iter().map(|(name, power)| card(&name, power)).collect()))
            .collect();
        let roster = merge(files(&shots)).expect("a roster").roster;
        let cards: usize = shots.iter().map(|shot| shot.cards.len()).sum();
        let most = shots.iter().map(|shot| shot.cards.len()).max().unwrap_or(0);
        prop_assert!((most..=cards).contains(&roster.members.len()));
        let seen: usize = roster.members.iter().map(|member| member.seen_in.len()).sum();
        prop_assert_eq!(seen, cards, "each card is one sighting of one member");
        for member in &roster.members {
            let mut seen_in = member.seen_in.clone();
            seen_in.dedup();
            prop_assert_eq!(seen_in.len(), member.seen_in.len(), "two cards of one file are never one member");
            prop_assert!(shots.iter().flat_map(|shot| &shot.cards).any(|card| card.name == member.name));
            if let Some(power) = member.power {
                prop_assert!(shots.iter().flat_map(|shot| &shot.cards).any(|card| card.power == Some(power)));
            }
        }
    }
}

#[test]
fn nothing_gives_no_roster() {
    assert_eq!(merge(Vec::new()), None);
}

#[test]
fn a_number_that_is_covered_once_and_seen_once_is_known() {
    let shots = [
        shot(vec![card("Smitty", None)]),
        shot(vec![card("Smitty", Some(8_522_007))]),
    ];
    let roster = merge(files(&shots)).expect("a roster").roster;
    assert_eq!(roster.members.len(), 1);
    assert_eq!(roster.members[0].power, Some(8_522_007));
    assert!(
        roster
            .warnings
            .iter()
            .all(|warning| warning.about.kind() != WarningKind::PowerUnreadable)
    );
}

#[test]
fn one_name_with_two_numbers_is_one_member_and_a_question() {
    let shots = [
        shot(vec![card("SharperOlive0", Some(100))]),
        shot(vec![card("Sharper0liveO", Some(200))]),
    ];
    let roster = merge(files(&shots)).expect("a roster").roster;
    assert_eq!((roster.members.len(), roster.members[0].power), (1, None));
    let warning = roster
        .warnings
        .iter()
        .find(|warning| warning.about.kind() == WarningKind::Conflict)
        .expect("a conflict");
    assert!(
        warning.about.to_string().contains("100 and 200"),
        "{}",
        warning.about
    );
}

#[test]
fn names_that_look_alike_in_one_screenshot_are_two_members() {
    let both = shot(vec![
        card("lill", Some(3_871_159)),
        card("Ill1", Some(2_000_000)),
    ]);
    let roster = merge(files(&[both.clone(), both]))
        .expect("a roster")
        .roster;
    assert_eq!(roster.members.len(), 2);
    assert_eq!(roster.members[0].power, Some(3_871_159));
}

#[test]
fn a_name_read_two_ways_with_one_number_is_one_member() {
    let mut misread = card("IceHaster", Some(4_128_064));
    misread.name_confidence = 0.7;
    let shots = [
        shot(vec![misread]),
        shot(vec![card("IceKaster", Some(4_128_064))]),
    ];
    let roster = merge(files(&shots)).expect("a roster").roster;
    assert_eq!(roster.members.len(), 1);
    assert_eq!(
        (
            roster.members[0].name.as_str(),
            roster.members[0].name_certain
        ),
        ("IceKaster", false)
    );
}

#[test]
fn the_other_metric_is_rejected_by_file() {
    let mut other = shot(vec![card("Smitty", Some(352_522_007))]);
    other.metric = Metric::Total;
    let sim = shot(vec![card("Smitty", Some(10_373_292))]);
    let merged = merge(files(&[other.clone(), sim.clone(), sim])).expect("a roster");
    assert_eq!(merged.roster.metric, Metric::Sim);
    assert_eq!(merged.rejected.len(), 1);
    assert_eq!(merged.rejected[0].file, "1.png");
    let tie = merge(files(&[other, shot(vec![card("Smitty", Some(1))])])).expect("a roster");
    assert_eq!(tie.roster.metric, Metric::Total, "the first file decides");
}

#[test]
fn another_club_is_rejected_only_on_evidence() {
    let of = |club: Option<&str>, cards: Vec<Card>| Screenshot {
        club: club.map(str::to_owned),
        ..shot(cards)
    };
    let ours = of(
        Some("[CRM] CormysBar"),
        vec![card("Smitty", Some(1)), card("Xyth", Some(2))],
    );
    let stranger = of(Some("[ABC] Elsewhere"), vec![card("Gurgeh", Some(3))]);
    let merged = merge(files(&[ours.clone(), stranger, ours.clone()])).expect("a roster");
    assert_eq!((merged.rejected.len(), merged.roster.members.len()), (1, 2));
    assert!(
        merged.rejected[0]
            .reason
            .to_string()
            .contains("[ABC] Elsewhere")
    );

    let unknown = of(None, vec![card("Gurgeh", Some(3))]);
    let misread = of(Some("[CRN] CormysBar"), vec![card("Foster", Some(4))]);
    let shared = of(Some("[ABC] Elsewhere"), vec![card("Smitty", Some(1))]);
    for other in [unknown, misread, shared] {
        assert_eq!(
            merge(files(&[ours.clone(), other]))
                .expect("a roster")
                .rejected,
            []
        );
    }
}

#[test]
fn the_count_is_held_against_the_members_found() {
    let capacity = Some(Capacity { members: 3, of: 55 });
    let two = Screenshot {
        capacity,
        ..shot(vec![card("Smitty", Some(1)), card("Xyth", Some(2))])
    };
    let roster = merge(files(std::slice::from_ref(&two)))
        .expect("a roster")
        .roster;
    assert_eq!(roster.warnings[0].about.kind(), WarningKind::CountDiffers);
    assert!(
        roster.warnings[0]
            .about
            .to_string()
            .starts_with("2 of 3 found"),
        "{}",
        roster.warnings[0].about
    );

    let other = Screenshot {
        capacity: Some(Capacity { members: 2, of: 55 }),
        ..two.clone()
    };
    let roster = merge(files(&[two, other])).expect("a roster").roster;
    assert_eq!(
        (roster.capacity, roster.warnings[0].about.kind()),
        (None, WarningKind::CountUnknown)
    );
}

/// A screenshot of a metric with these members.
fn of_metric(metric: Metric, cards: Vec<Card>) -> Screenshot {
    Screenshot {
        metric,
        ..shot(cards)
    }
}

#[test]
fn both_metrics_in_one_call_are_two_rosters() {
    let total = of_metric(
        Metric::Total,
        vec![card("Smitty", Some(352_522_007)), card("Xyth", None)],
    );
    let sim = of_metric(
        Metric::Sim,
        vec![card("Smitty", Some(10_373_292)), card("Xyth", Some(9))],
    );
    let merged = merge_metrics(files(&[total.clone(), sim.clone(), total.clone()]));
    assert_eq!(merged.rejected, []);
    let rosters: Vec<_> = merged
        .rosters
        .iter()
        .map(|roster| {
            let powers: Vec<_> = roster.members.iter().map(|member| member.power).collect();
            (roster.metric, powers)
        })
        .collect();
    assert_eq!(
        rosters,
        [
            (Metric::Total, vec![Some(352_522_007), None]),
            (Metric::Sim, vec![Some(10_373_292), Some(9)]),
        ],
        "the metric that was given first stands first, and none takes a number from the other"
    );
    assert_eq!(merged.rosters[0].members[0].seen_in, ["1.png", "3.png"]);
}

#[test]
fn one_metric_alone_gives_the_roster_that_merge_gives() {
    let shots = [
        shot(vec![card("Smitty", Some(1)), card("Xyth", Some(2))]),
        shot(vec![card("Xyth", Some(2)), card("Gurgeh", None)]),
    ];
    let one = merge(files(&shots)).expect("a roster");
    let merged = merge_metrics(files(&shots));
    assert_eq!(
        (merged.rosters, merged.rejected),
        (vec![one.roster], one.rejected)
    );
    assert_eq!(merge_metrics(Vec::new()).rosters, []);
}

#[test]
fn another_club_is_rejected_over_both_metrics_together() {
    let of = |club: &str, metric: Metric, name: &str| Screenshot {
        club: Some(club.to_owned()),
        ..of_metric(metric, vec![card(name, Some(1))])
    };
    let merged = merge_metrics(files(&[
        of("[CRM] CormysBar", Metric::Sim, "Smitty"),
        of("[CRM] CormysBar", Metric::Sim, "Xyth"),
        of("[ABC] Elsewhere", Metric::Total, "Gurgeh"),
    ]));
    assert_eq!(
        merged.rosters.len(),
        1,
        "the other club's metric has no roster"
    );
    assert_eq!(merged.rosters[0].metric, Metric::Sim);
    assert_eq!(merged.rejected.len(), 1);
    assert_eq!(merged.rejected[0].file, "3.png");
    assert!(
        merged.rejected[0]
            .reason
            .to_string()
            .contains("[ABC] Elsewhere")
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn metrics_that_are_mixed_give_what_each_gives_alone(
        (_, shots) in photographed(), metrics in proptest::collection::vec(any::<bool>(), 40)
    ) {
        let shots: Vec<Screenshot> = shots
            .into_iter()
            .zip(metrics)
            .map(|(shot, is_sim)| Screenshot { metric: if is_sim { Metric::Sim } else { Metric::Total }, ..shot })
            .collect();
        let merged = merge_metrics(files(&shots));
        prop_assert!(merged.rejected.is_empty());
        for roster in &merged.rosters {
            let alone = files(&shots).into_iter().filter(|(_, shot)| shot.metric == roster.metric);
            let alone = merge(alone.collect()).expect("a roster").roster;
            prop_assert_eq!(roster, &alone);
        }
        let shown = [Metric::Sim, Metric::Total].iter().filter(|metric| shots.iter().any(|shot| shot.metric == **metric)).count();
        prop_assert_eq!(merged.rosters.len(), shown);
    }
}
