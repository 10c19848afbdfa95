//! Rosters of other games, other languages and other lists are not guessed at: each is rejected with what was seen and
//! what is accepted.

#[expect(dead_code, reason = "another test file uses the rest of it")]
mod support;

use slimy_roster::{Rejection, Screenshot};
use support::READER;
use support::drawn::{Drawn, Member};

/// Six members of nowhere.
const MEMBERS: &[Member] = &[
    ("Quibble", "8653190", "2h ago"),
    ("MossyMolly", "7142368", "17m ago"),
    ("DewDropDan", "6735029", "Online"),
    ("Zzzlime", "5894716", "3d ago"),
    ("TrailMixer", "4926805", "21h ago"),
    ("KelpKween", "3657140", "44m ago"),
];

/// The same as a German screen says it.
const GERMAN: &[Member] = &[
    ("Quibble", "8653190", "vor 2 Std."),
    ("MossyMolly", "7142368", "vor 17 Min."),
    ("DewDropDan", "6735029", "Aktiv"),
    ("Zzzlime", "5894716", "vor 3 Tagen"),
    ("TrailMixer", "4926805", "vor 21 Std."),
    ("KelpKween", "3657140", "vor 44 Min."),
];

fn read(screen: &Drawn) -> Result<Screenshot, Rejection> {
    READER.read(&screen.png())
}

fn rejection(screen: &Drawn) -> Rejection {
    let rejection = read(screen).expect_err("it is not read");
    println!("{} / {}: {rejection}", screen.title, screen.label);
    rejection
}

#[test]
fn the_drawing_itself_is_a_roster_so_that_only_the_words_are_at_fault() {
    for (label, name) in [("Sim Power", "sim"), ("Power", "total")] {
        let reading = read(&Drawn::snail("Manage Members", label, MEMBERS)).expect("a roster");
        assert_eq!(
            (reading.layout.as_str(), reading.metric.as_str()),
            ("super-snail-club", name)
        );
        let names: Vec<&str> = reading
            .cards
            .iter()
            .map(|card| card.name.as_str())
            .collect();
        let truth: Vec<&str> = MEMBERS.iter().map(|member| member.0).collect();
        assert_eq!(names, truth);
        let seen: Vec<Option<&str>> = reading
            .cards
            .iter()
            .map(|card| card.last_seen.as_deref())
            .collect();
        let truth: Vec<Option<&str>> = MEMBERS.iter().map(|member| Some(member.2)).collect();
        assert_eq!(seen, truth);
    }
}

#[test]
fn another_title_is_rejected_with_what_it_reads_and_what_is_accepted() {
    for (title, label, members) in [
        ("Mitglieder verwalten", "Kampfkraft", GERMAN),
        ("Gestionar miembros", "Poder", MEMBERS),
        ("Guild Roster", "Might", MEMBERS),
        // Other lists of the same panel.
        ("Applications", "Power", MEMBERS),
        ("Club Donations", "Donated", MEMBERS),
        ("Manage Member", "Power", MEMBERS),
        ("Manage Members 2", "Power", MEMBERS),
    ] {
        let rejection = rejection(&Drawn::snail(title, label, members));
        assert_eq!(rejection.kind(), "other_screen");
        assert_eq!(
            rejection.to_string(),
            format!(
                "the title of this list reads \"{title}\", and only \"Manage Members\" (English) is accepted; open Club > Manage Members and send the full screenshot"
            )
        );
    }
}

#[test]
fn another_script_is_rejected_as_well() {
    let japanese = rejection(&Drawn::snail("メンバーリスト", "パワー", MEMBERS));
    let Rejection::OtherScreen {
        seen: Some(seen), ..
    } = &japanese
    else {
        panic!("{japanese}")
    };
    assert!(!seen.is_ascii(), "the title is told as it is: {seen}");
    assert!(
        japanese
            .to_string()
            .contains("only \"Manage Members\" (English)")
    );

    let mixed = rejection(&Drawn::snail("Manage Members", "パワー", MEMBERS));
    assert_eq!(mixed.kind(), "unknown_metric");
    assert!(
        mixed
            .to_string()
            .contains("\"Power\" or \"Sim Power\" (English)")
    );
}

#[test]
fn another_label_is_rejected_with_what_it_reads_and_what_is_accepted() {
    for label in [
        "Kampfkraft",
        "Might",
        "Donation",
        "Powder",
        "Sim Powers",
        "Powers",
        "Level",
    ] {
        let rejection = rejection(&Drawn::snail("Manage Members", label, MEMBERS));
        assert_eq!(rejection.kind(), "unknown_metric");
        assert_eq!(
            rejection.to_string(),
            format!(
                "the label of these cards reads \"{label}\", and only \"Power\" or \"Sim Power\" (English) is accepted; open Club > Manage Members, switch the list to that and send the full screenshot"
            )
        );
    }
}

#[test]
fn a_list_of_one_column_has_no_cards() {
    let mut list = Drawn::snail("Manage Members", "Power", MEMBERS);
    list.places.columns = &[154.0];
    list.places.card.0 = 893.0;
    assert_eq!(rejection(&list).kind(), "no_cards");
}

#[test]
fn when_a_member_was_last_seen_is_not_guessed_from_another_language() {
    let reading = read(&Drawn::snail("Manage Members", "Sim Power", GERMAN)).expect("a roster");
    assert_eq!(reading.cards.len(), GERMAN.len());
    for card in &reading.cards {
        assert_eq!((&card.last_seen, card.last_seen_confidence), (&None, 0.0));
    }
}
