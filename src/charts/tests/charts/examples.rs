//! Charts as they come up in a club.

use slimy_charts::{
    Bar, Bars, Change, Day, Days, Distribution, Line, Numbers, Point, Series, buckets,
};

/// A number that looks like chance and is the same every time.
fn noise(seed: u64) -> i64 {
    let mixed = (seed + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    i64::try_from(mixed >> 44).expect("20 bits")
}

fn week(index: usize) -> String {
    format!("{}-W{:02}", 2024 + index / 52, index % 52 + 1)
}

fn points(count: usize, start: i64, seed: u64) -> Vec<Option<Point>> {
    let mut value = start;
    (0..count)
        .map(|index| {
            value += start / 60 * noise(seed + index as u64) / 800_000;
            // Two weeks were forgotten.
            (index % 41 != 17 && index % 41 != 18).then_some(Point {
                value,
                corrected: index % 37 == 11,
            })
        })
        .collect()
}

pub(crate) fn club_total(weeks: usize) -> Line {
    Line {
        title: "Club total".to_owned(),
        subtitle: "Sim power of all members".to_owned(),
        weeks: (0..weeks).map(week).collect(),
        series: vec![Series {
            name: "Sim power".to_owned(),
            points: points(weeks, 4_120_000_000, 7),
        }],
        corrected: "corrected".to_owned(),
        numbers: Numbers::default(),
    }
}

pub(crate) fn member(weeks: usize) -> Line {
    Line {
        title: "Слизень-Łukasz ナメクジ".to_owned(),
        subtitle: "Sim and total power".to_owned(),
        weeks: (0..weeks).map(week).collect(),
        series: vec![
            Series {
                name: "Sim".to_owned(),
                points: points(weeks, 41_200_000, 3),
            },
            Series {
                name: "Total".to_owned(),
                points: points(weeks, 298_000_000, 99),
            },
        ],
        corrected: "corrected".to_owned(),
        numbers: Numbers::default(),
    }
}

/// Two lines of comparable height, which share a field.
pub(crate) fn rivals() -> Line {
    let mut line = member(12);
    "Two lines".clone_into(&mut line.title);
    line.series[1].points = points(12, 43_000_000, 40);
    line
}

pub(crate) fn top_ten() -> Bars {
    let names = [
        "1. SnailMail",
        "2. Ünïcödé Ñame",
        "3. ナメクジ王",
        "4. หอยทาก",
        "5. حلزون سريع",
        "6. <b>&amp;\"quotes\"</b>",
        "7. The Slowest Snail In The Whole Wide Western World",
        "8. xX_lI1O0_Xx",
        "9. Улитка",
        "10. Σαλιγκάρι",
    ];
    let rows = names.iter().enumerate().map(|(index, name)| {
        let index = i64::try_from(index).expect("ten");
        Bar {
            name: (*name).to_owned(),
            value: 512_345_678 - index * index * 5_100_000,
            corrected: index == 3,
            change: match index {
                5 => None,
                8 => Some(Change::Amount(0)),
                _ => Some(Change::Amount((4 - index) * 1_234_567)),
            },
        }
    });
    Bars {
        title: "Top ten by sim power".to_owned(),
        subtitle: "2026-W47, change on the week before".to_owned(),
        rows: rows.collect(),
        corrected: "corrected".to_owned(),
        numbers: Numbers::default(),
    }
}

pub(crate) fn movers() -> Bars {
    let rows = [
        ("Up", 12_300_000, 123),
        ("Level", 0, 0),
        ("Down", -8_000_000, -85),
    ];
    Bars {
        title: "Movers".to_owned(),
        subtitle: String::new(),
        rows: rows
            .map(|(name, value, tenths)| Bar {
                name: name.to_owned(),
                value,
                corrected: false,
                change: Some(Change::Percent(tenths)),
            })
            .to_vec(),
        corrected: String::new(),
        numbers: Numbers::default(),
    }
}

pub(crate) fn distribution() -> Distribution {
    let values: Vec<i64> = (0..150)
        .map(|index| 20_000_000 + (noise(index) + noise(index + 500)) * 40)
        .collect();
    Distribution {
        title: "Sim power of 150 members".to_owned(),
        subtitle: "2026-W47, 3 values not known".to_owned(),
        buckets: buckets(&values),
        values: "Sim power".to_owned(),
        numbers: Numbers::default(),
    }
}

pub(crate) fn audit(days: u64) -> Days {
    let day = |index: u64| {
        let count = if index % 11 == 6 {
            0
        } else {
            20 + noise(index).unsigned_abs() / 4000
        };
        Day {
            label: format!("{}.{}.", index % 30 + 1, 10 + index / 30),
            count,
            succeeded: count - count * noise(index + 50).unsigned_abs() / 10_000_000,
        }
    };
    Days {
        title: "Audit log".to_owned(),
        subtitle: "30 days".to_owned(),
        days: (0..days).map(day).collect(),
        count: "Entries".to_owned(),
        rate: "Succeeded".to_owned(),
        numbers: Numbers::default(),
    }
}
