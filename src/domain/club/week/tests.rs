use chrono::Timelike;
use proptest::prelude::*;

use super::*;

/// Where clocks change in the ways that there are: by an hour at two different hours, by half an
/// hour and in the south, around Ramadan, and by leaving out a day.
const ZONES: [Tz; 5] = [
    Tz::America__Los_Angeles,
    Tz::Europe__Berlin,
    Tz::Australia__Lord_Howe,
    Tz::Africa__Casablanca,
    Tz::Pacific__Apia,
];

const DAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

fn anchor(weekday: Weekday, hour: u32, minute: u32, tz: Tz) -> Anchor {
    let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
    Anchor { weekday, time, tz }
}

fn at(text: &str) -> Timestamp {
    text.parse::<DateTime<Utc>>().unwrap().into()
}

fn anchors() -> impl Strategy<Value = Anchor> {
    let zone = prop::sample::select(&ZONES[..]);
    let day = prop::sample::select(&DAYS[..]);
    (day, 0_u32..24, 0_u32..60, zone).prop_map(|(day, hour, minute, tz)| {
        // Half of them at full and half hours, where clocks change.
        let minute = if minute < 30 { minute % 2 * 30 } else { minute };
        anchor(day, hour, minute, tz)
    })
}

/// From 1971 to 2099, to the microsecond.
fn moments() -> impl Strategy<Value = Timestamp> {
    (31_536_000_000_000_i64..4_102_444_800_000_000)
        .prop_map(|micros| Timestamp::from_micros(micros).unwrap())
}

fn weeks() -> impl Strategy<Value = Week> {
    (1971_i32..2099, 1_u32..=53).prop_map(|(year, number)| {
        Week::new(year, number).unwrap_or_else(|| Week::new(year, 52).unwrap())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_moment_lies_in_exactly_one_week(anchor in anchors(), moment in moments()) {
        let week = anchor.week_of(moment);
        let around: Vec<Week> = (-3..=3)
            .map(|weeks| week.plus(weeks))
            .filter(|&near| anchor.starts(near) <= moment && moment < anchor.ends(near))
            .collect();
        prop_assert_eq!(around, [week]);
    }

    #[test]
    fn a_week_begins_with_its_first_moment_and_the_one_before_ends_there(
        anchor in anchors(), week in weeks(),
    ) {
        let start = anchor.starts(week);
        let before = Timestamp::from_micros(start.micros() - 1).unwrap();
        prop_assert_eq!(anchor.week_of(start), week);
        prop_assert_eq!(anchor.week_of(before), week.previous());
        prop_assert_eq!(anchor.ends(week.previous()), start);
        prop_assert!(anchor.ends(week) > start);
    }

    #[test]
    fn the_clocks_show_the_anchor_when_a_week_begins_or_have_skipped_it(
        anchor in anchors(), week in weeks(),
    ) {
        let clock = |at: Timestamp| at.datetime().with_timezone(&anchor.tz).naive_local();
        let wanted = week.date(anchor.weekday).and_time(anchor.time);
        let start = anchor.starts(week);
        let second_before = Timestamp::from_micros(start.micros() - 1_000_000).unwrap();
        prop_assert!(clock(start) >= wanted);
        prop_assert!(clock(second_before) < wanted);
        if clock(start) != wanted {
            prop_assert!(wanted.and_local_timezone(anchor.tz).earliest().is_none());
        }
    }

    #[test]
    fn weeks_last_seven_days_but_for_what_the_clocks_are_changed_by(
        anchor in anchors(), week in weeks(),
    ) {
        let lasts = anchor.ends(week).since(anchor.starts(week)).as_secs();
        let (day, hour) = (86_400, 3_600);
        let apia = anchor.tz == Tz::Pacific__Apia;
        let least = if apia { 6 * day - hour } else { 7 * day - hour };
        prop_assert!((least..=7 * day + hour).contains(&lasts), "{} s", lasts);
    }

    #[test]
    fn names_are_iso_read_back_and_order_as_time_does(one in weeks(), other in weeks()) {
        let name = one.to_string();
        prop_assert_eq!(&name, &one.date(Weekday::Thu).format("%G-W%V").to_string());
        prop_assert_eq!(name.parse::<Week>(), Ok(one));
        prop_assert_eq!(one.to_string().cmp(&other.to_string()), one.cmp(&other));
        let anchor = Anchor::default();
        prop_assert_eq!(anchor.starts(one).cmp(&anchor.starts(other)), one.cmp(&other));
        let json = serde_json::to_string(&one).unwrap();
        prop_assert_eq!(&json, &format!("\"{name}\""));
        prop_assert_eq!(serde_json::from_str::<Week>(&json).unwrap(), one);
    }

    #[test]
    fn counting_weeks_leads_back(one in weeks(), other in weeks()) {
        let apart = other.since(one);
        prop_assert_eq!(one.plus(apart), other);
        prop_assert_eq!(other.plus(-apart), one);
        prop_assert_eq!(one.next().previous(), one);
        prop_assert_eq!(one.next().since(one), 1);
    }

    #[test]
    fn a_later_moment_is_never_in_an_earlier_week(
        anchor in anchors(), one in moments(), other in moments(),
    ) {
        let (first, last) = (one.min(other), one.max(other));
        prop_assert!(anchor.week_of(first) <= anchor.week_of(last));
    }

    #[test]
    fn what_is_no_week_is_refused_with_a_sentence(text in ".{0,12}") {
        match Week::parse(&text) {
            Ok(week) => prop_assert!(week.to_string().eq_ignore_ascii_case(text.trim())),
            Err(fault) => prop_assert!(fault.to_string().ends_with("like 2026-W47.")),
        }
    }
}

#[test]
fn the_default_week_turns_on_friday_at_half_past_four_in_los_angeles() {
    let anchor = Anchor::default();
    // On standard time 12:30 in UTC, on summer time 11:30.
    let cases = [
        ("2026-11-20T12:29:59.999999Z", "2026-W46"),
        ("2026-11-20T12:30:00Z", "2026-W47"),
        ("2026-07-03T11:29:59.999999Z", "2026-W26"),
        ("2026-07-03T11:30:00Z", "2026-W27"),
        // The earlier system's newest version was wrong on the day itself, and took UTC for the
        // guild's clocks (original.md section 1.3).
        ("2026-11-20T04:30:00Z", "2026-W46"),
        ("2026-11-20T08:00:00Z", "2026-W46"),
        ("2026-11-20T23:00:00Z", "2026-W47"),
    ];
    for (moment, week) in cases {
        assert_eq!(anchor.week_of(at(moment)).to_string(), week, "{moment}");
    }
}

#[test]
fn a_year_has_52_weeks_or_53_and_new_year_belongs_to_the_year_of_its_week() {
    for (year, last) in [(2020, 53), (2021, 52), (2025, 52), (2026, 53), (2032, 53)] {
        let week = Week::new(year, last).unwrap();
        assert_eq!(Week::new(year, last + 1), None);
        assert_eq!(week.next(), Week::new(year + 1, 1).unwrap());
        assert_eq!(week.next().previous(), week);
    }
    let anchor = anchor(Weekday::Fri, 4, 30, Tz::America__Los_Angeles);
    let names = [
        "2026-12-31T12:00:00Z",
        "2027-01-01T12:30:00Z",
        "2027-01-08T12:30:00Z",
    ]
    .map(|moment| anchor.week_of(at(moment)).to_string());
    assert_eq!(names, ["2026-W52", "2026-W53", "2027-W01"]);
}

#[test]
fn a_beginning_that_the_clocks_skip_is_when_they_go_on() {
    let cases = [
        // 02:30 does not exist on the last Sunday of March 2026.
        (
            anchor(Weekday::Sun, 2, 30, Tz::Europe__Berlin),
            "2026-W13",
            "2026-03-29T01:00:00Z",
        ),
        (
            anchor(Weekday::Sun, 2, 30, Tz::America__Los_Angeles),
            "2026-W10",
            "2026-03-08T10:00:00Z",
        ),
        // Lord Howe's clocks go from 02:00 to 02:30.
        (
            anchor(Weekday::Sun, 2, 15, Tz::Australia__Lord_Howe),
            "2026-W40",
            "2026-10-03T15:30:00Z",
        ),
        // Ramadan was over, and 02:00 to 03:00 on 2026-03-22 left out.
        (
            anchor(Weekday::Sun, 2, 30, Tz::Africa__Casablanca),
            "2026-W12",
            "2026-03-22T02:00:00Z",
        ),
        // Samoa left out the whole Friday 2011-12-30.
        (
            anchor(Weekday::Fri, 4, 30, Tz::Pacific__Apia),
            "2011-W52",
            "2011-12-30T10:00:00Z",
        ),
    ];
    for (anchor, week, start) in cases {
        let week = Week::parse(week).unwrap();
        assert_eq!(anchor.starts(week), at(start), "{anchor:?}");
        assert_eq!(anchor.week_of(at(start)), week, "{anchor:?}");
    }
}

#[test]
fn a_beginning_that_the_clocks_show_twice_is_the_first() {
    let cases = [
        (
            anchor(Weekday::Sun, 2, 30, Tz::Europe__Berlin),
            "2026-W43",
            "2026-10-25T00:30:00Z",
        ),
        (
            anchor(Weekday::Sun, 1, 30, Tz::America__Los_Angeles),
            "2026-W44",
            "2026-11-01T08:30:00Z",
        ),
        (
            anchor(Weekday::Sun, 1, 45, Tz::Australia__Lord_Howe),
            "2026-W14",
            "2026-04-04T14:45:00Z",
        ),
    ];
    for (anchor, week, start) in cases {
        let week = Week::parse(week).unwrap();
        assert_eq!(anchor.starts(week), at(start), "{anchor:?}");
        let second_time = Timestamp::from(at(start).datetime() + chrono::TimeDelta::hours(1));
        assert_eq!(anchor.week_of(second_time), week, "{anchor:?}");
    }
}

#[test]
fn the_ends_of_the_calendar_are_weeks_too() {
    let anchor = Anchor::default();
    assert_eq!(Week::FIRST.previous(), Week::FIRST);
    assert_eq!(Week::LAST.next(), Week::LAST);
    assert_eq!(Week::LAST.plus(i64::MAX), Week::LAST);
    assert_eq!(Week::FIRST.plus(i64::MIN), Week::FIRST);
    assert_eq!(anchor.week_of(at("9999-12-31T23:59:59Z")), Week::LAST);
    assert_eq!(anchor.week_of(at("0001-01-01T00:00:00Z")), Week::FIRST);
    assert_eq!(anchor.time.hour(), 4);
}

#[test]
fn a_week_is_written_as_iso_writes_it() {
    let week = Week::new(2026, 7).unwrap();
    for good in ["2026-W07", " 2026-w07 "] {
        assert_eq!(Week::parse(good), Ok(week));
    }
    for bad in [
        "",
        "2026",
        "2026-07",
        "2026-W7",
        "2026-W00",
        "2025-W53",
        "2026W07",
        "26-W07",
        "0000-W01",
        "+026-W07",
        "２０２６-W07",
    ] {
        let told = Week::parse(bad).unwrap_err().to_string();
        assert!(
            told.starts_with(&format!("\"{bad}\" is not a week")),
            "{told}"
        );
    }
}
