//! A second game is data: `comet-crew.toml` beside this file describes an invented one, and its roster is read.

#[expect(dead_code, reason = "another test file uses the rest of it")]
mod support;

use std::sync::LazyLock;

use slimy_roster::{Accepted, Capacity, Layout, Metric, Reader, Rejection, Screen, merge_metrics};
use support::drawn::{Drawn, Member, Palette, Places};

/// Knows the built-in screens and the invented one.
static BOTH: LazyLock<Reader> = LazyLock::new(|| {
    let mut layouts = Layout::built_in().expect("they keep the rules");
    layouts.push(comet_crew());
    Reader::with_layouts(layouts).expect("the model knows their letters")
});

const CREW: &[Member] = &[
    ("Nova Vex", "918204", "Active now"),
    ("Orbit", "870553", "12 min"),
    ("Captain Quark", "664019", "7 hrs"),
    ("Dusty", "531847", "3 days"),
    ("Halley", "402916", "59 min"),
    ("Red Giant", "377208", "23 hrs"),
    ("Pixel", "290364", "Active now"),
    ("Moonbeam", "115930", "41 days"),
];

fn comet_crew() -> Layout {
    Layout::parse(include_str!("comet-crew.toml")).expect("it keeps the rules")
}

fn screen(label: &'static str) -> Drawn {
    Drawn {
        palette: Palette {
            behind: "#0d131b",
            panel: "#131c27",
            card: "#22303c",
            strip: "#2b3d4b",
            line: "#a8cfe0",
            text: "#e4f1f6",
            number: "#8fe0b0",
        },
        places: Places {
            size: (1440, 2560),
            columns: &[105.6, 745.6],
            card: (588.8, 230.4),
            pitch: 268.8,
            banner: 700.0,
            first: 722.0,
            panel: 1900.0,
            strip: (6.0, 64.0),
            label: (112.0, 42.0),
            number: (192.0, 66.0),
            name: (48.0, 40.0),
            title: (440.0, 72.0),
            count: (524.0, 44.0),
        },
        title: "Crew List",
        label,
        count: Some("8/30"),
        members: CREW,
    }
}

#[test]
fn a_roster_of_the_second_game_is_read_whole() {
    for (label, metric) in [
        ("Combat Rating", Metric::Total),
        ("Arena Rating", Metric::Sim),
    ] {
        let reading = BOTH.read(&screen(label).png()).expect("a roster");
        assert_eq!(
            (reading.layout.as_str(), reading.game.as_str()),
            ("comet-crew", "Comet Crew")
        );
        assert_eq!(reading.metric, metric);
        assert_eq!(reading.capacity, Some(Capacity { members: 8, of: 30 }));
        assert_eq!(reading.club, None);
        let found: Vec<(&str, Option<String>, Option<&str>)> = reading
            .cards
            .iter()
            .map(|card| {
                let power = card.power.map(|power| power.to_string());
                (card.name.as_str(), power, card.last_seen.as_deref())
            })
            .collect();
        let truth: Vec<(&str, Option<String>, Option<&str>)> = CREW
            .iter()
            .map(|(name, number, seen)| (*name, Some((*number).to_owned()), Some(*seen)))
            .collect();
        assert_eq!(found, truth);
    }
}

#[test]
fn beside_it_the_first_game_is_read_as_before() {
    for shot in support::demo().iter().take(2) {
        let alone = support::READER.read(&shot.bytes()).expect("a roster");
        let beside = BOTH.read(&shot.bytes()).expect("a roster");
        assert_eq!(alone, beside);
        assert_eq!(beside.layout, "super-snail-club");
    }
}

#[test]
fn who_does_not_know_the_game_says_what_is_known() {
    let unknown = support::READER
        .read(&screen("Combat Rating").png())
        .expect_err("it is not known");
    println!("{unknown}");
    assert!(unknown.to_string().contains("open Club > Manage Members"));

    let crew_only = Reader::with_layouts(vec![comet_crew()]).expect("a reader");
    let shot = support::demo().remove(0);
    let unknown = crew_only.read(&shot.bytes()).expect_err("it is not known");
    println!("{unknown}");
    assert!(unknown.to_string().contains("open Station > Crew List"));

    let neither = Drawn {
        title: "Fleet",
        ..screen("Combat Rating")
    };
    let unknown = BOTH.read(&neither.png()).expect_err("it is not known");
    assert_eq!(
        unknown,
        Rejection::OtherScreen {
            seen: Some("Fleet".to_owned()),
            accepted: vec![accepted(&["Manage Members"]), accepted(&["Crew List"])],
            open: vec![
                screen_of("Club > Manage Members", Some("Super Snail")),
                screen_of("Station > Crew List", Some("Comet Crew")),
            ],
        }
    );
    let said = unknown.to_string();
    let both = "only \"Manage Members\" (English) or \"Crew List\" (English) is accepted; \
        open Club > Manage Members (Super Snail) or Station > Crew List (Comet Crew)";
    assert!(said.contains(both), "{said}");
    let unlabelled = BOTH
        .read(&screen("Rank").png())
        .expect_err("it is not known");
    assert_eq!(
        unlabelled,
        Rejection::UnknownMetric {
            seen: Some("Rank".to_owned()),
            accepted: accepted(&["Combat Rating", "Arena Rating"]),
            open: screen_of("Station > Crew List", None),
        }
    );
}

fn accepted(texts: &[&str]) -> Accepted {
    Accepted {
        texts: texts.iter().map(|&text| text.to_owned()).collect(),
        language: "English".to_owned(),
    }
}

fn screen_of(open: &str, game: Option<&str>) -> Screen {
    Screen {
        open: open.to_owned(),
        game: game.map(str::to_owned),
    }
}

#[test]
fn rosters_of_two_games_are_not_mixed() {
    let crew = BOTH.read(&screen("Arena Rating").png()).expect("a roster");
    let snails = BOTH.read(&support::demo()[0].bytes()).expect("a roster");
    let merged = merge_metrics(vec![
        ("snails.png".to_owned(), snails),
        ("crew.png".to_owned(), crew),
    ]);
    assert_eq!((merged.rosters.len(), merged.rejected.len()), (1, 1));
    assert_eq!(
        merged.rejected[0].reason.to_string(),
        "it is of the game Comet Crew where the other screenshots are of Super Snail; send one game at a time"
    );
}
