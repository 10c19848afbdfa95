use proptest::prelude::*;

use super::*;

pub(in crate::club) fn standing(member: &str, power: Option<i64>) -> Standing {
    Standing {
        member: Some(Id::from(member)),
        name: member.to_owned(),
        power,
        corrected: false,
    }
}

pub(in crate::club) fn roster(rows: &[(&str, Option<i64>)]) -> Vec<Standing> {
    rows.iter()
        .map(|&(member, power)| standing(member, power))
        .collect()
}

pub(in crate::club) fn names(standings: &[Standing]) -> Vec<&str> {
    standings
        .iter()
        .map(|standing| standing.name.as_str())
        .collect()
}

fn lines(before: i64, now: i64) -> String {
    let ChangedDigits { before, now, marks } = changed_digits(before, now);
    format!("{before}\n{now}\n{marks}")
}

#[test]
fn a_roster_is_compared_with_the_one_before() {
    let before = roster(&[
        ("ann", Some(100)),
        ("bob", Some(100)),
        ("cy", Some(7)),
        ("dot", None),
        ("eve", Some(5)),
    ]);
    let now = roster(&[
        ("fay", Some(1)),
        ("eve", None),
        ("dot", Some(9)),
        ("bob", Some(110)),
        ("ann", Some(100)),
    ]);
    let comparison = compare(&before, &now, Some(85));
    assert_eq!(names(&comparison.new), ["fay"]);
    assert_eq!(names(&comparison.missing), ["cy"]);
    let changed: Vec<_> = comparison
        .changed
        .iter()
        .map(|change| (change.name.as_str(), change.difference()))
        .collect();
    assert_eq!(changed, [("bob", Some(10))]);
    assert_eq!(comparison.same.len(), 1);
    // A power that is not known is not zero: neither a fall nor a rise.
    let unknown: Vec<_> = comparison
        .unknown
        .iter()
        .map(|change| (change.name.as_str(), change.percent()))
        .collect();
    assert_eq!(unknown, [("dot", None), ("eve", None)]);
    assert_eq!(comparison.suspicious, []);
}

#[test]
fn who_is_nobody_known_is_new_and_takes_nobody_s_place() {
    let before = roster(&[("ann", Some(100))]);
    let stranger = Standing {
        member: None,
        ..standing("ann", Some(100))
    };
    let comparison = compare(&before, std::slice::from_ref(&stranger), None);
    assert_eq!(comparison.new, [stranger]);
    assert_eq!(names(&comparison.missing), ["ann"]);
}

#[test]
fn ten_times_the_power_is_suspicious_with_the_digit_too_many_marked() {
    // What was stored in October 2025 instead of what the screenshot says (original.md section 4).
    let read = [
        ("DavoGato", 209_555_551),
        ("Ollmoll", 197_328_192),
        ("SnailiusMaximus", 195_306_639),
        ("StankAButt", 187_525_532),
    ];
    let before: Vec<_> = read
        .iter()
        .map(|&(name, power)| standing(name, Some(power)))
        .collect();
    let now: Vec<_> = read
        .iter()
        .map(|&(name, power)| standing(name, Some(power * 10)))
        .collect();
    for guard in [None, Some(85), Some(1_000)] {
        let comparison = compare(&before, &now, guard);
        assert_eq!(comparison.suspicious.len(), 4);
        assert!(
            comparison
                .suspicious
                .iter()
                .all(|suspicion| suspicion.why == Why::TenTimes)
        );
    }
    assert_eq!(
        lines(209_555_551, 2_095_555_510),
        "209555551·\n2095555510\n         ^"
    );
    let back = compare(&now, &before, None);
    assert!(
        back.suspicious
            .iter()
            .all(|suspicion| suspicion.why == Why::ATenth)
    );
    assert_eq!(back.suspicious.len(), 4);
}

#[test]
fn digits_are_marked_place_by_place_or_where_one_is_too_many() {
    assert_eq!(
        lines(298_297_518, 293_297_518),
        "298,297,518\n293,297,518\n  ^        "
    );
    assert_eq!(lines(1_000, 1_000), "1,000\n1,000\n     ");
    assert_eq!(lines(98_765, 9_765), "98765\n9·765\n ^   ");
    assert_eq!(lines(0, 12), "0·\n12\n^^");
}

#[test]
fn a_jump_is_suspicious_from_the_guild_s_own_guard_on_and_the_most_drastic_comes_first() {
    let before = roster(&[
        ("ann", Some(1_000)),
        ("bob", Some(1_000)),
        ("cy", Some(1_000)),
        ("dot", Some(1_000)),
    ]);
    let now = roster(&[
        ("ann", Some(1_850)),
        ("bob", Some(1_849)),
        ("cy", Some(150)),
        ("dot", Some(3_000)),
    ]);
    let told = |guard| {
        let comparison = compare(&before, &now, guard);
        comparison
            .suspicious
            .iter()
            .map(|suspicion| suspicion.change.name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(told(Some(85)), ["cy", "dot", "ann"]);
    assert_eq!(told(Some(200)), ["dot"]);
    assert_eq!(told(None), [""; 0]);
}

#[test]
fn percents_are_rounded_to_tenths_and_compared_exactly() {
    let shown = [
        (200, 201),
        (3, 2),
        (1_000, 1_000),
        (3, 5),
        (10_000, 10_005),
        (10_000, 9_995),
        (1, 1_000),
        (7, 0),
    ]
    .map(|(before, now)| Percent::new(before, now).unwrap().to_string());
    assert_eq!(
        shown,
        [
            "+0.5 %",
            "-33.3 %",
            "0.0 %",
            "+66.7 %",
            "+0.1 %",
            "-0.1 %",
            "+99900.0 %",
            "-100.0 %"
        ]
    );
    assert_eq!(Percent::new(0, 5), None);
    let percent = |before, now| Percent::new(before, now).unwrap();
    assert!(percent(i64::MAX - 1, i64::MAX) > percent(i64::MAX, i64::MAX));
    assert_eq!(percent(1, 2), percent(500, 1_000));
    assert_eq!(percent(1, i64::MAX).tenths(), i64::MAX);
}

#[test]
fn of_several_rows_of_one_member_the_first_counts() {
    let before = roster(&[("ann", Some(100))]);
    let now = roster(&[("ann", Some(105)), ("ann", Some(900))]);
    let comparison = compare(&before, &now, None);
    let changed: Vec<_> = comparison.changed.iter().map(|change| change.now).collect();
    assert_eq!(changed, [Some(105)]);
}

fn rosters() -> impl Strategy<Value = Vec<Standing>> {
    let power = prop::option::weighted(0.8, 0_i64..2_000_000_000);
    prop::collection::btree_map("[a-h]", power, 0..8).prop_map(|members| {
        members
            .iter()
            .map(|(member, power)| standing(member, *power))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everyone_is_in_one_list_and_swapping_the_weeks_swaps_new_and_missing(before in rosters(), now in rosters()) {
        let forth = compare(&before, &now, Some(85));
        let back = compare(&now, &before, Some(85));
        let both = forth.changed.len() + forth.same.len() + forth.unknown.len();
        prop_assert_eq!(forth.new.len() + both, now.len());
        prop_assert_eq!(forth.missing.len() + both, before.len());
        prop_assert_eq!(&forth.new, &back.missing);
        prop_assert_eq!(&forth.missing, &back.new);
        prop_assert_eq!(forth.same.len(), back.same.len());
        for (one, other) in forth.changed.iter().zip(&back.changed) {
            prop_assert_eq!(one.difference(), other.difference().map(|by| -by));
        }
        prop_assert!(forth.suspicious.len() <= forth.changed.len());
    }

    #[test]
    fn a_guard_s_percentage_is_reached_exactly_there(before in 1_i64..1_000_000_000_000, percent in 1_u32..1_000) {
        // Up and down: the least whole change that is so many percent.
        let by = (i128::from(before) * i128::from(percent) + 99) / 100;
        let by = i64::try_from(by).unwrap();
        for now in [before + by, before - by] {
            let towards = if now > before { now - 1 } else { now + 1 };
            prop_assert!(Percent::new(before, now).unwrap().reaches(percent));
            prop_assert!(!Percent::new(before, towards).unwrap().reaches(percent));
        }
    }

    #[test]
    fn lined_up_digits_are_the_numbers_and_every_difference_is_marked(before in 0_i64..i64::MAX, now in 0_i64..i64::MAX, cut in 0_u32..60) {
        let now = now >> cut;
        let lined = changed_digits(before, now);
        let digits = |line: &str| line.chars().filter(char::is_ascii_digit).collect::<String>();
        prop_assert_eq!(digits(&lined.before), before.to_string());
        prop_assert_eq!(digits(&lined.now), now.to_string());
        let width = lined.marks.chars().count();
        prop_assert_eq!(lined.before.chars().count(), width);
        prop_assert_eq!(lined.now.chars().count(), width);
        let marked = lined.before.chars().zip(lined.now.chars()).map(|(one, other)| if one == other { ' ' } else { '^' });
        prop_assert_eq!(marked.collect::<String>(), lined.marks);
    }

    #[test]
    fn a_digit_too_many_anywhere_is_one_mark(power in 10_000_000_i64..1_000_000_000, place in 0_usize..8, digit in 0_u8..10) {
        let mut text = power.to_string();
        text.insert(text.len() - place, char::from(b'0' + digit));
        let lined = changed_digits(power, text.parse().unwrap());
        prop_assert_eq!(lined.marks.matches('^').count(), 1, "{:?}", lined);
    }
}
