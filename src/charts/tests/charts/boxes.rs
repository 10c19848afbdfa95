//! Whatever is drawn, words stay on the sheet and off each other.

use proptest::prelude::*;
use slimy_charts::{
    Bar, Bars, Bucket, Change, Day, Days, Distribution, Drawing, Fault, Line, Numbers, Point,
    SMALLEST_TYPE, Series, WIDTH, buckets,
};

/// Draws and paints, and looks at the boxes and at the PNG's own size.
fn check(drawing: Result<Drawing, Fault>) {
    let drawing = match drawing {
        Ok(drawing) => drawing,
        Err(fault) => {
            assert_eq!(fault, Fault::Empty);
            return;
        }
    };
    let (width, height) = (f64::from(drawing.width), f64::from(drawing.height));
    for (index, label) in drawing.labels.iter().enumerate() {
        assert!(
            label.left >= 0.0 && label.right <= width && label.top >= 0.0 && label.bottom <= height,
            "{label:?} leaves the sheet of {width} by {height}"
        );
        assert!(
            label.bottom - label.top >= SMALLEST_TYPE,
            "{label:?} is too small"
        );
        for other in &drawing.labels[index + 1..] {
            assert!(!label.overlaps(other), "{label:?} overlaps {other:?}");
        }
    }
    let png = drawing.png().expect("a drawing can be painted");
    let decoder = png::Decoder::new(std::io::Cursor::new(&png));
    let reader = decoder.read_info().expect("a PNG");
    let info = reader.info();
    assert_eq!((info.width, info.height), (WIDTH, drawing.height));
    assert_eq!(info.color_type, png::ColorType::Rgb, "the card is opaque");
}

/// Numbers as they come, and those at the ends.
fn number() -> impl Strategy<Value = i64> {
    prop_oneof![
        4 => any::<i64>(),
        4 => 0_i64..2_000_000_000,
        1 => Just(0),
        1 => Just(1),
        1 => Just(i64::MAX),
        1 => Just(i64::MIN),
    ]
}

/// Names as people choose them, and worse.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-zA-Z ]{0,40}",
        Just("🐌🐌🐌 snail 👩‍👩‍👧‍👦".to_owned()),
        Just("ナメクジ王 蝸牛 달팽이".to_owned()),
        Just("حلزون سريع \u{202E}abc".to_owned()),
        Just("หอยทากที่เร็วที่สุด".to_owned()),
        Just(format!("Z{}", "\u{334}\u{30d}\u{31a}".repeat(60))),
        Just("<svg onload=\"x\">&amp;]]>".to_owned()),
        Just("\u{0}\u{1b}\u{fffe}\u{feff}".to_owned()),
        Just("﷽﷽﷽".to_owned()),
        Just("W".repeat(4000)),
    ]
}

fn point() -> impl Strategy<Value = Option<Point>> {
    prop::option::of(
        (number(), any::<bool>()).prop_map(|(value, corrected)| Point { value, corrected }),
    )
}

fn change() -> impl Strategy<Value = Option<Change>> {
    prop::option::of(prop_oneof![
        number().prop_map(Change::Amount),
        number().prop_map(Change::Percent),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn lines_over_any_weeks(
        title in name(),
        subtitle in name(),
        label in name(),
        corrected in name(),
        first in prop::collection::vec(point(), 0..60),
        second in prop::option::of(prop::collection::vec(point(), 0..60)),
        more in prop_oneof![3 => Just(0_usize), 1 => Just(440)],
    ) {
        let longest = first.len().max(second.as_ref().map_or(0, Vec::len)) + more;
        let weeks = (0..longest).map(|index| match index % 7 {
            6 => label.clone(),
            _ => format!("2026-W{:02}", index % 53),
        });
        let series = [Some(first), second].into_iter().flatten();
        check(
            Line {
                title,
                subtitle,
                weeks: weeks.collect(),
                series: series.map(|points| Series { name: label.clone(), points }).collect(),
                corrected,
                numbers: Numbers::default(),
            }
            .draw(),
        );
    }

    #[test]
    fn bars_with_any_names(
        title in name(),
        corrected in name(),
        rows in prop::collection::vec((name(), number(), any::<bool>(), change()), 0..=25),
    ) {
        let rows = rows.into_iter().map(|(name, value, corrected, change)| Bar {
            name,
            value,
            corrected,
            change,
        });
        check(
            Bars {
                title,
                subtitle: String::new(),
                rows: rows.collect(),
                corrected,
                numbers: Numbers::default(),
            }
            .draw(),
        );
    }

    #[test]
    fn distributions_of_any_values(
        title in name(),
        values in prop::collection::vec(number(), 0..300),
        own in prop::option::of(prop::collection::vec(any::<u64>(), 1..=40)),
    ) {
        let own = own.map(|counts| {
            (0_i64..)
                .zip(counts)
                .map(|(index, count)| Bucket { from: index, to: index + 1, count })
                .collect()
        });
        check(
            Distribution {
                title: title.clone(),
                subtitle: String::new(),
                buckets: own.unwrap_or_else(|| buckets(&values)),
                values: title,
                numbers: Numbers::default(),
            }
            .draw(),
        );
    }

    #[test]
    fn days_with_any_counts(
        title in name(),
        days in prop::collection::vec((name(), any::<u64>(), 0_u64..50), 0..120),
        are_small: bool,
    ) {
        let days = days.into_iter().map(|(label, large, small)| Day {
            label,
            count: if are_small { small } else { large },
            succeeded: large / 2,
        });
        check(
            Days {
                title: title.clone(),
                subtitle: title.clone(),
                days: days.collect(),
                count: title.clone(),
                rate: title,
                numbers: Numbers::default(),
            }
            .draw(),
        );
    }
}

#[test]
fn more_than_a_chart_can_show_is_refused() {
    let mut line = crate::examples::club_total(slimy_charts::MAX_POSITIONS + 1);
    assert_eq!(
        line.draw(),
        Err(Fault::TooMany {
            max: slimy_charts::MAX_POSITIONS
        })
    );
    line.weeks.clear();
    assert_eq!(line.draw(), Err(Fault::Empty));
}
