use proptest::prelude::*;

use super::*;

fn standing(member: usize, power: Option<i64>) -> Standing {
    Standing {
        member: Some(Id::from(format!("m{member:03}"))),
        name: format!("Snail {member:03}"),
        power,
        corrected: false,
    }
}

/// So many members with this power.
fn club(members: usize, power: i64) -> Vec<Standing> {
    (0..members)
        .map(|member| standing(member, Some(power)))
        .collect()
}

/// The same, but the first so many have that power.
fn with(mut club: Vec<Standing>, changed: usize, power: i64) -> Vec<Standing> {
    for standing in &mut club[..changed] {
        standing.power = Some(power);
    }
    club
}

fn kinds(
    guards: &Guards,
    previous: Option<&[Standing]>,
    now: &[Standing],
    header: Option<u32>,
) -> Vec<&'static str> {
    check(guards, previous, now, header)
        .iter()
        .map(Guard::kind)
        .collect()
}

const OFF: Guards = Guards {
    jump_percent: None,
    volatile_percent: None,
    volatile_members: 5,
    missing_percent: None,
    over_header: false,
};

#[test]
fn a_roster_like_the_last_one_passes() {
    let guards = Guards::default();
    let last = club(55, 1_000);
    assert_eq!(
        check(
            &guards,
            Some(&last),
            &with(last.clone(), 55, 1_399),
            Some(55)
        ),
        []
    );
}

#[test]
fn the_inflation_of_october_2025_is_held_by_the_jump_guard() {
    // 52 members of 10.07 B, of whom four were stored with ten times their power, five names that
    // were none beside them, and "Status: OK" in the report (original.md section 4).
    let last = club(52, 193_653_846);
    let mut now = with(last.clone(), 4, 1_936_538_460);
    now.extend((0..5).map(|_| Standing {
        member: None,
        ..standing(99, Some(1))
    }));
    let told: Vec<String> = check(&Guards::default(), Some(&last), &now, Some(54))
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        told,
        [
            "Power has changed by 85 % or more: Snail 000 (+900.0 %), Snail 001 (+900.0 %), Snail 002 (+900.0 %) and 1 more.",
            "There are 57 members here, but the game's header counts 54.",
        ]
    );
}

#[test]
fn a_jump_counts_from_exactly_the_percentage_on_up_and_down() {
    let guards = Guards {
        jump_percent: Some(85),
        ..OFF
    };
    let last = club(1, 1_000);
    for (power, guarded) in [
        (1_849, false),
        (1_850, true),
        (151, false),
        (150, true),
        (0, true),
        (1_000, false),
    ] {
        let found = kinds(&guards, Some(&last), &club(1, power), None);
        assert_eq!(found == ["jump"], guarded, "{power}");
    }
}

#[test]
fn more_than_five_members_are_too_volatile_and_five_are_not() {
    let guards = Guards {
        volatile_percent: Some(40),
        volatile_members: 5,
        ..OFF
    };
    let last = club(55, 1_000);
    for (members, power, guarded) in [
        (5, 1_400, false),
        (6, 1_400, true),
        (6, 600, true),
        (55, 1_399, false),
        (6, 601, false),
    ] {
        let found = kinds(
            &guards,
            Some(&last),
            &with(last.clone(), members, power),
            None,
        );
        assert_eq!(found == ["volatile"], guarded, "{members} {power}");
    }
    let told = check(&guards, Some(&last), &with(last.clone(), 7, 500), None)[0].to_string();
    assert_eq!(
        told,
        "7 of 55 members have changed by 40 % or more, and more than 5 is unusual."
    );
}

#[test]
fn a_fifth_of_the_members_missing_is_too_many() {
    let guards = Guards {
        missing_percent: Some(20),
        ..OFF
    };
    let last = club(55, 1_000);
    assert_eq!(kinds(&guards, Some(&last), &last[10..], None), [""; 0]);
    let told = check(&guards, Some(&last), &last[11..], None)[0].to_string();
    assert_eq!(
        told,
        "11 of the 55 members before are missing, which is 20 % or more."
    );
    // The 39 of 55 that an INNER JOIN once showed (original.md section 4).
    assert_eq!(kinds(&guards, Some(&last), &last[..39], None), ["missing"]);
    assert_eq!(kinds(&guards, Some(&last), &[], None), ["missing"]);
}

#[test]
fn more_members_than_the_header_counts_are_too_many_and_as_many_are_not() {
    let guards = Guards {
        over_header: true,
        ..OFF
    };
    // 56 against 55, because one member was read under two names (original.md section 4).
    for (members, header, guarded) in [
        (56, Some(55), true),
        (55, Some(55), false),
        (54, Some(55), false),
        (56, None, false),
    ] {
        let found = kinds(&guards, None, &club(members, 5), header);
        assert_eq!(found == ["overHeader"], guarded, "{members} of {header:?}");
    }
}

#[test]
fn a_club_s_first_roster_is_guarded_by_the_header_alone() {
    let guards = Guards::default();
    let now = club(56, 9_999_999_999);
    assert_eq!(kinds(&guards, None, &now, Some(55)), ["overHeader"]);
    assert_eq!(kinds(&guards, Some(&[]), &now, Some(55)), ["overHeader"]);
    assert_eq!(kinds(&guards, None, &now, Some(56)), [""; 0]);
}

#[test]
fn a_power_that_is_not_known_is_neither_a_fall_nor_a_missing_member() {
    let last = club(10, 1_000);
    let unread: Vec<Standing> = (0..10).map(|member| standing(member, None)).collect();
    let guards = Guards {
        volatile_members: 0,
        ..Guards::default()
    };
    assert_eq!(check(&guards, Some(&last), &unread, Some(10)), []);
    assert_eq!(check(&guards, Some(&unread), &last, Some(10)), []);
}

#[test]
fn of_two_the_stricter_guards_count() {
    let loose = Guards {
        jump_percent: None,
        volatile_members: 9,
        missing_percent: Some(50),
        ..Guards::default()
    };
    assert_eq!(Guards::default().stricter(&loose), Guards::default());
    assert_eq!(loose.stricter(&Guards::default()), Guards::default());
    assert_eq!(OFF.stricter(&OFF), OFF);
}

#[test]
fn what_was_taken_away_guards_too_and_says_so() {
    let guards = Guards {
        jump_percent: Some(85),
        ..OFF
    };
    let before = [standing(0, Some(100))];
    let now = [standing(0, Some(300))];
    let taken = Some(&before[..]);
    let alone = check(&guards, taken, &now, None);
    assert_eq!(
        check_both(&guards, taken, taken, &now, None),
        alone,
        "it is told once"
    );
    assert_eq!(check_both(&guards, None, None, &now, None), []);
    let found = check_both(&guards, Some(&now), taken, &now, None);
    assert_eq!(found, [Guard::TakenAway { guards: alone }]);
    assert_eq!(
        found[0].to_string(),
        "Held against what was rolled back, deleted or corrected lately: Power has changed by 85 % or more: Snail 000 (+200.0 %)."
    );
}

#[test]
fn guards_are_kept_as_json() {
    let last = club(10, 1_000);
    let now = with(last[..8].to_vec(), 7, 9_000);
    let found = check(&Guards::default(), Some(&last), &now, Some(7));
    let json = serde_json::to_value(&found).unwrap();
    assert_eq!(json[0]["kind"], "jump");
    assert_eq!(json[0]["members"][0]["before"], 1_000);
    assert_eq!(
        json[3],
        serde_json::json!({"kind": "overHeader", "members": 8, "header": 7})
    );
    assert_eq!(serde_json::from_value::<Vec<Guard>>(json).unwrap(), found);
}

fn rosters() -> impl Strategy<Value = Vec<Standing>> {
    let power = prop::option::weighted(0.9, 1_i64..3_000);
    prop::collection::vec(prop::option::weighted(0.8, power), 0..40).prop_map(|members| {
        let members = members.into_iter().enumerate();
        members
            .filter_map(|(member, power)| Some(standing(member, power?)))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_guard_holds_exactly_from_its_percentage_on(
        last in rosters(), now in rosters(), percent in 1_u32..150, most in 0_u32..10, header in 0_u32..40,
    ) {
        let power = |roster: &[Standing], member: &Id| {
            roster.iter().find(|standing| standing.member.as_ref() == Some(member)).map(|standing| standing.power)
        };
        // By the definition, in words: the change's percentage of what it was.
        let mut volatile = 0_u32;
        let mut missing = 0_usize;
        for standing in &last {
            let member = standing.member.as_ref().unwrap();
            match (standing.power, power(&now, member)) {
                (_, None) => missing += 1,
                (Some(before), Some(Some(after))) => {
                    volatile += u32::from((after - before).abs() * 100 >= before * i64::from(percent));
                }
                _ => {}
            }
        }
        let guards = Guards { jump_percent: Some(percent), ..OFF };
        let jumps = check(&guards, Some(&last), &now, Some(header));
        let jumped: usize = jumps.iter().map(|guard| match guard { Guard::Jump { members, .. } => members.len(), _ => 0 }).sum();
        prop_assert_eq!(jumped, usize::try_from(volatile).unwrap());

        let guards = Guards { volatile_percent: Some(percent), volatile_members: most, ..OFF };
        prop_assert_eq!(!check(&guards, Some(&last), &now, Some(header)).is_empty(), volatile > most);

        let guards = Guards { missing_percent: Some(percent.min(100)), ..OFF };
        let too_many = missing > 0 && missing * 100 >= last.len() * usize::try_from(percent.min(100)).unwrap();
        prop_assert_eq!(!check(&guards, Some(&last), &now, Some(header)).is_empty(), too_many);

        let guards = Guards { over_header: true, ..OFF };
        let over = now.len() > usize::try_from(header).unwrap();
        prop_assert_eq!(!check(&guards, Some(&last), &now, Some(header)).is_empty(), over);
        prop_assert_eq!(check(&OFF, Some(&last), &now, Some(header)), []);
    }

    #[test]
    fn the_same_roster_again_is_never_guarded(last in rosters()) {
        prop_assert_eq!(check(&Guards::default(), Some(&last), &last, Some(40)), []);
    }
}
