use proptest::prelude::*;

use super::{
    super::compare::tests::{names, roster, standing},
    *,
};

fn movers_by_name(
    before: &[Standing],
    now: &[Standing],
    direction: Direction,
    by: By,
) -> Vec<String> {
    movers(before, now, direction, by)
        .into_iter()
        .map(|change| change.name)
        .collect()
}

#[test]
fn a_week_s_numbers_count_only_what_is_known() {
    let now = roster(&[
        ("ann", Some(10)),
        ("bob", None),
        ("cy", Some(21)),
        ("dot", Some(10)),
    ]);
    let told = statistics(&now, None);
    assert_eq!(
        (told.members, told.with_power, told.known_tenths()),
        (4, 3, Some(750))
    );
    assert_eq!(
        (told.total, told.average, told.median),
        (Some(41), Some(13), Some(10))
    );
    assert_eq!(told.top, Some(standing("cy", Some(21))));
    assert_eq!(told.since, None);
}

#[test]
fn nothing_known_is_none_and_never_zero() {
    // One metric was stored as zeros because only the other had been read (original.md section 4).
    for now in [vec![], roster(&[("ann", None), ("bob", None)])] {
        let told = statistics(&now, Some(&roster(&[("ann", Some(5))])));
        assert_eq!(
            (told.total, told.average, told.median, told.top.clone()),
            (None, None, None, None)
        );
        let since = told.since.unwrap();
        assert_eq!(
            (since.total, since.alike, since.total_percent()),
            (None, None, None)
        );
    }
    assert_eq!(statistics(&[], None).known_tenths(), None);
    let known = statistics(&roster(&[("ann", Some(0))]), None);
    assert_eq!(
        (known.total, known.top),
        (Some(0), Some(standing("ann", Some(0))))
    );
}

#[test]
fn what_changed_is_told_for_all_and_for_those_who_are_known_both_times() {
    let before = roster(&[("ann", Some(100)), ("bob", Some(100)), ("cy", Some(50))]);
    let now = roster(&[("ann", Some(110)), ("bob", None), ("dot", Some(70))]);
    let since = statistics(&now, Some(&before)).since.unwrap();
    assert_eq!(since.total, Some((250, 180)));
    assert_eq!((since.alike, since.alike_members), (Some((100, 110)), 1));
    assert_eq!(since.total_percent().unwrap().to_string(), "-28.0 %");
    assert_eq!(since.alike_percent().unwrap().to_string(), "+10.0 %");
    assert_eq!(
        (names(&since.new), names(&since.departed)),
        (vec!["dot"], vec!["cy"])
    );
}

#[test]
fn equal_powers_share_a_rank_and_unknown_ones_have_none() {
    let before = roster(&[("ann", Some(1)), ("bob", Some(2)), ("cy", None)]);
    let now = roster(&[
        ("dot", None),
        ("cy", Some(9)),
        ("bob", Some(9)),
        ("ann", Some(12)),
        ("eve", Some(3)),
    ]);
    let told: Vec<_> = leaderboard(&now, Some(&before))
        .into_iter()
        .map(|ranked| {
            (
                ranked.standing.name,
                ranked.rank,
                ranked.rank_before,
                ranked.change.and_then(|change| change.difference()),
            )
        })
        .collect();
    let expected = [
        ("ann", Some(1), Some(2), Some(11)),
        ("bob", Some(2), Some(1), Some(7)),
        ("cy", Some(2), None, None),
        ("eve", Some(4), None, None),
        ("dot", None, None, None),
    ];
    assert_eq!(
        told,
        expected.map(|(name, rank, before, by)| (name.to_owned(), rank, before, by))
    );
}

#[test]
fn movers_are_ordered_by_the_difference_or_by_percent() {
    let before = roster(&[
        ("ann", Some(1_000)),
        ("bob", Some(10)),
        ("cy", Some(500)),
        ("dot", None),
        ("eve", Some(0)),
        ("fay", Some(7)),
    ]);
    let now = roster(&[
        ("ann", Some(1_100)),
        ("bob", Some(20)),
        ("cy", Some(450)),
        ("dot", Some(9_999)),
        ("eve", Some(5)),
        ("fay", Some(7)),
    ]);
    assert_eq!(
        movers_by_name(&before, &now, Direction::Up, By::Absolute),
        ["ann", "bob", "eve"]
    );
    assert_eq!(
        movers_by_name(&before, &now, Direction::Up, By::Percent),
        ["eve", "bob", "ann"]
    );
    assert_eq!(
        movers_by_name(&before, &now, Direction::Down, By::Percent),
        ["cy"]
    );
    // Who came or has left is no mover.
    assert_eq!(
        movers_by_name(&[], &now, Direction::Up, By::Absolute),
        [""; 0]
    );
}

fn history(member: &str, first: &str, powers: &[Option<i64>]) -> History {
    let first = Week::parse(first).unwrap();
    let weeks = (0..).map(|weeks| first.plus(weeks));
    History {
        member: Id::from(member),
        name: member.to_owned(),
        powers: weeks.zip(powers.iter().copied()).collect(),
    }
}

#[test]
fn who_swings_is_volatile_and_who_grows_steadily_is_not() {
    let histories = [
        history(
            "steady",
            "2026-W51",
            &[Some(1_000), Some(1_100), Some(1_210), Some(1_331)],
        ),
        history(
            "swings",
            "2026-W51",
            &[Some(1_000), Some(2_000), Some(1_000), Some(2_000)],
        ),
        history(
            "a little",
            "2026-W51",
            &[Some(1_000_000), Some(1_010_000), Some(1_000_000)],
        ),
        history(
            "gap",
            "2026-W51",
            &[Some(1_000), None, Some(9_000), Some(9_100)],
        ),
        history("new", "2026-W51", &[Some(5), Some(500)]),
    ];
    let told = |by| {
        volatile(&histories, by)
            .into_iter()
            .map(|volatile| (volatile.name, volatile.changes))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        told(By::Percent),
        [("swings".to_owned(), 3), ("a little".to_owned(), 2)]
    );
    let absolute: Vec<_> = told(By::Absolute)
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(absolute, ["a little", "swings", "steady"]);
    // +100 %, -50 %, +100 %: the mean is 50, the deviation the root of 5,000.
    let swings = volatile(&histories, By::Percent)[0].deviation;
    assert!((swings - 5_000_f64.sqrt()).abs() < 1e-9, "{swings}");
}

#[test]
fn a_distribution_has_round_ranges_of_one_width() {
    let now: Vec<Standing> = [12_000_000, 18_500_000, 20_000_000, 99_999_999, 55_000_000]
        .into_iter()
        .map(|power| standing("x", Some(power)))
        .chain([standing("y", None)])
        .collect();
    let told: Vec<_> = distribution(&now)
        .iter()
        .map(|bucket| {
            (
                bucket.from / 1_000_000,
                bucket.to / 1_000_000,
                bucket.members,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (10, 20, 2),
            (20, 30, 1),
            (30, 40, 0),
            (40, 50, 0),
            (50, 60, 1),
            (60, 70, 0),
            (70, 80, 0),
            (80, 90, 0),
            (90, 100, 1),
        ]
    );
    assert_eq!(distribution(&roster(&[("ann", None)])), []);
    let one = Bucket {
        from: 7,
        to: 8,
        members: 2,
    };
    assert_eq!(
        distribution(&roster(&[("ann", Some(7)), ("bob", Some(7))])),
        [one]
    );
}

fn rosters() -> impl Strategy<Value = Vec<Standing>> {
    // Few different powers, so that many are equal.
    let power = prop::option::weighted(0.8, prop_oneof![0_i64..10, 0_i64..1_000_000_000_000]);
    prop::collection::btree_map("[a-p]", power, 0..16).prop_map(|members| {
        members
            .iter()
            .map(|(member, power)| standing(member, *power))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sums_are_those_of_the_known_powers(now in rosters()) {
        let told = statistics(&now, None);
        let powers: Vec<i64> = now.iter().filter_map(|standing| standing.power).collect();
        prop_assert_eq!(told.total, (!powers.is_empty()).then(|| powers.iter().sum()));
        prop_assert_eq!(told.with_power, powers.len());
        prop_assert_eq!(told.top.and_then(|top| top.power), powers.iter().copied().max());
        if let (Some(average), Some(median)) = (told.average, told.median) {
            let (least, most) = (*powers.iter().min().unwrap(), *powers.iter().max().unwrap());
            prop_assert!((least..=most).contains(&average) && (least..=most).contains(&median));
            let below = powers.iter().filter(|power| **power < median).count();
            let above = powers.iter().filter(|power| **power > median).count();
            prop_assert!(below * 2 <= powers.len() && above * 2 <= powers.len());
        }
    }

    #[test]
    fn a_row_without_a_power_changes_no_sum(now in rosters()) {
        let before = statistics(&now, None);
        let mut more = now.clone();
        more.push(standing("zz", None));
        let after = statistics(&more, None);
        prop_assert_eq!((before.total, before.average, before.median, before.top), (after.total, after.average, after.median, after.top));
        prop_assert_eq!(after.members, before.members + 1);
        prop_assert_eq!(distribution(&more), distribution(&now));
    }

    #[test]
    fn ranks_are_the_same_whatever_the_order_of_the_rows(
        (now, shuffled) in rosters().prop_flat_map(|now| (Just(now.clone()), Just(now).prop_shuffle())),
        before in rosters(),
    ) {
        let told = leaderboard(&now, Some(&before));
        prop_assert_eq!(&leaderboard(&shuffled, Some(&before)), &told);
        prop_assert_eq!(told.len(), now.len());
        for ranked in &told {
            let higher = now.iter().filter(|other| other.power > ranked.standing.power).count();
            let expected = ranked.standing.power.map(|_| higher + 1);
            prop_assert_eq!(ranked.rank, expected);
        }
        prop_assert!(told.is_sorted_by(|one, next| one.standing.power >= next.standing.power));
    }

    #[test]
    fn swapping_the_weeks_swaps_up_and_down(before in rosters(), now in rosters()) {
        for by in [By::Absolute, By::Percent] {
            let up = movers_by_name(&before, &now, Direction::Up, by);
            prop_assert_eq!(&up, &movers_by_name(&now, &before, Direction::Down, by));
            let down = movers_by_name(&before, &now, Direction::Down, by);
            prop_assert!(up.iter().all(|name| !down.contains(name)));
        }
    }

    #[test]
    fn the_ranges_of_a_distribution_have_everyone_once(now in rosters()) {
        let buckets = distribution(&now);
        let known = now.iter().filter(|standing| standing.power.is_some()).count();
        prop_assert!(buckets.len() <= 12);
        prop_assert_eq!(buckets.iter().map(|bucket| bucket.members).sum::<usize>(), known);
        for bucket in &buckets {
            let within = now.iter().filter(|standing| standing.power.is_some_and(|power| (bucket.from..bucket.to).contains(&power)));
            prop_assert_eq!(within.count(), bucket.members);
        }
        for pair in buckets.windows(2) {
            prop_assert_eq!(pair[0].to, pair[1].from);
        }
    }
}
