use proptest::prelude::*;
use slimy_roster::Metric;
use slimy_store::Id;

use super::*;

fn member(id: &str, name: &str, power: Option<i64>) -> KnownMember {
    KnownMember {
        id: Id::from(id),
        name: name.to_owned(),
        aliases: Vec::new(),
        powers: LastPowers {
            sim: None,
            total: power,
        },
        user: None,
    }
}

/// Members whose ids are m0, m1, …, in this order.
fn known(members: &[(&str, i64)]) -> Known {
    let numbered = members.iter().enumerate();
    let members =
        numbered.map(|(place, (name, power))| member(&format!("m{place}"), name, Some(*power)));
    Known::new(members.collect())
}

/// Who the rows are, in short: `=m0` exact, `@m0` alias, `~m0` by eye, `?m0,m1` perhaps renamed,
/// `!m0,m1` ambiguous, `new`.
fn told(known: &Known, rows: &[(&str, Option<i64>)]) -> Vec<String> {
    let rows: Vec<Read<'_>> = rows
        .iter()
        .map(|&(name, power)| Read { name, power })
        .collect();
    let ids = |members: &[(Id, String)]| {
        let ids: Vec<&str> = members.iter().map(|(id, _)| id.as_str()).collect();
        ids.join(",")
    };
    let resolved = known.resolve_roster(&rows, Metric::Total).into_iter();
    resolved
        .map(|resolution| match resolution {
            Resolution::Exact(id) => format!("={id}"),
            Resolution::Alias(id) => format!("@{id}"),
            Resolution::Eye(id) => format!("~{id}"),
            Resolution::PerhapsRenamed(members) => format!("?{}", ids(&members)),
            Resolution::Ambiguous(members) => format!("!{}", ids(&members)),
            Resolution::New => "new".to_owned(),
        })
        .collect()
}

#[test]
fn spellings_of_one_name_have_one_key() {
    for spelling in [
        "Snail King",
        " snail  king ",
        "SNAIL\u{a0}KING",
        "Ｓｎａｉｌ　Ｋｉｎｇ",
        "Sna\u{200b}il King\u{fe0f}",
    ] {
        assert_eq!(name_key(spelling), "snail king", "{spelling:?}");
    }
    assert_eq!(name_key("Σίσυφος"), name_key("ΣΊΣΥΦΟΣ"));
    assert_ne!(name_key("Snail"), name_key("Sna1l"));
    assert_ne!(name_key("Zoë"), name_key("Zoe"));
}

#[test]
fn a_name_of_signs_alone_keeps_them() {
    for name in ["★★", "🐌", "._.", "ツ", "\u{3164}", "\u{200b}\u{200b}", "-"] {
        assert!(
            !name_key(name).is_empty() && !eye_key(name).is_empty(),
            "{name:?}"
        );
    }
    assert_ne!(name_key("★★"), name_key("★"));
    assert_eq!(name_key(" \t\u{a0}"), "");
}

#[test]
fn every_letter_s_key_is_its_own_key() {
    for letter in (' '..=char::MAX).filter(|letter| !letter.is_control()) {
        let name = format!("a{letter}b");
        let (key, eye) = (name_key(&name), eye_key(&name));
        assert_eq!(name_key(&key), key, "{letter:?}");
        assert_eq!(eye_key(&eye), eye, "{letter:?}");
    }
}

#[test]
fn the_eye_cannot_tell_some_letters_apart_and_others_it_can() {
    // SharperOlive0/O and l, I, 1 (original.md section 4).
    for (one, other) in [
        ("SharperOlive0", "SharperOliveO"),
        ("Ill", "lll"),
        ("lI1|", "llll"),
        ("Big Ben", "BigBen"),
    ] {
        assert_eq!(eye_key(one), eye_key(other), "{one} {other}");
    }
    for (one, other) in [
        ("lil", "ill"),
        ("ill", "lll"),
        ("lil", "lill"),
        ("S5", "55"),
    ] {
        assert_ne!(eye_key(one), eye_key(other), "{one} {other}");
    }
}

#[test]
fn distances_are_levenshtein_s() {
    for (one, other, letters) in [
        ("", "", 0),
        ("", "abc", 3),
        ("kitten", "sitting", 3),
        ("RBFSHAtanic", "RBFSKAtanic", 1),
        ("tallythefox", "tallyhothefox", 2),
        ("äö", "ao", 2),
    ] {
        assert_eq!(distance(one, other), letters, "{one} {other}");
        assert_eq!(distance(other, one), letters, "{other} {one}");
    }
}

#[test]
fn lil_ill_and_lill_are_three_people_when_they_are_known_and_asked_about_when_not() {
    let all = known(&[("lil", 100), ("ill", 100), ("lill", 100)]);
    let rows = [("lill", Some(100)), ("lil", Some(100)), ("ill", Some(100))];
    assert_eq!(told(&all, &rows), ["=m2", "=m0", "=m1"]);
    // A capital I is an l to the eye, and only lil looks like that.
    assert_eq!(told(&all, &[("Iil", Some(100))]), ["~m0"]);
    assert_eq!(told(&all, &[("lll", Some(100))]), ["?m0,m1,m2"]);
    let one = known(&[("lil", 100)]);
    assert_eq!(told(&one, &[("ill", Some(100))]), ["?m0"]);
    assert_eq!(told(&one, &[("lill", Some(100))]), ["?m0"]);
}

#[test]
fn rbfshatanic_misread_is_asked_about_and_never_a_fifty_sixth_member_nor_merged() {
    let club = known(&[("RBFSHAtanic", 98_000_000), ("tallyhothefox", 120_000_000)]);
    // Read once, wrongly: perhaps the one who would be missing.
    assert_eq!(told(&club, &[("RBFSKAtanic", Some(99_000_000))]), ["?m0"]);
    assert_eq!(told(&club, &[("tallythefox", Some(121_000_000))]), ["?m1"]);
    // Read twice, once wrongly: asked about, and the right one stays who it is.
    let twice = [
        ("RBFSHAtanic", Some(99_000_000)),
        ("RBFSKAtanic", Some(99_000_000)),
    ];
    assert_eq!(told(&club, &twice), ["=m0", "!m0"]);
    // Two real people at a distance of one: the power tells them apart.
    assert_eq!(told(&club, &[("RBFSKAtanic", Some(5_000_000))]), ["new"]);
    let both = known(&[("RBFSHAtanic", 98_000_000), ("RBFSKAtanic", 98_000_000)]);
    assert_eq!(told(&both, &twice), ["=m0", "=m1"]);
    // A digit too many does not hide who it is.
    assert_eq!(told(&club, &[("RBFSKAtanic", Some(989_999_990))]), ["?m0"]);
}

#[test]
fn on_a_first_scan_rows_that_are_alike_are_pointed_out() {
    let row = |name, power| Read { name, power };
    let rows = [
        row("RBFSHAtanic", Some(98)),
        row("Ill", None),
        row("RBFSKAtanic", Some(98)),
        row("lll", Some(5)),
        row("tallythefox", Some(7)),
        row("tallyhothefox", Some(8)),
    ];
    assert_eq!(alike(&rows), [(0, 2), (1, 3)]);
}

#[test]
fn names_that_look_the_same_are_settled_by_the_known_roster() {
    let club = known(&[("SharperOlive0", 50), ("Bob", 60)]);
    assert_eq!(told(&club, &[("SharperOliveO", Some(51))]), ["~m0"]);
    assert_eq!(told(&club, &[("sharperolive0", Some(51))]), ["=m0"]);
    // Not when the member is there already, nor when two rows would be it.
    let twice = [("SharperOliveO", Some(51)), ("SharperOlive0", Some(51))];
    assert_eq!(told(&club, &twice), ["!m0", "=m0"]);
    let same = [("SharperOlive0", Some(51)), ("SharperOlive0", Some(52))];
    assert_eq!(told(&club, &same), ["!m0", "!m0"]);
}

#[test]
fn known_members_who_look_the_same_are_told_apart_by_spelling_and_power_or_asked_about() {
    let twins = known(&[("Ill", 500), ("lll", 100)]);
    assert_eq!(
        told(&twins, &[("Ill", Some(510)), ("lll", Some(110))]),
        ["=m0", "=m1"]
    );
    // The letters say one and the power the other.
    assert_eq!(told(&twins, &[("Ill", Some(110))]), ["!m1,m0"]);
    assert_eq!(told(&twins, &[("1Il", Some(110))]), ["!m1,m0"]);
    // Small letters are the one's name only by the key.
    let by_key = known(&[("ill", 100), ("lll", 100)]);
    assert_eq!(told(&by_key, &[("Ill", Some(100))]), ["!m0,m1"]);
    // What only looks like lll gives way to the other row that may be lll.
    let rows = [("Ill", Some(100)), ("1ll", Some(100))];
    assert_eq!(told(&by_key, &rows), ["!m0,m1", "!m1"]);
}

#[test]
fn an_alias_means_its_member_and_a_name_comes_before_it() {
    let mut other = member("m1", "Tally", Some(10));
    other.aliases = vec![
        "Snail".to_owned(),
        "Fox  Tally".to_owned(),
        "OLIVE0".to_owned(),
    ];
    let club = Known::new(vec![member("m0", "Snail", Some(10)), other]);
    let rows = [("Snail", Some(10)), ("fox tally", Some(10))];
    assert_eq!(told(&club, &rows), ["=m0", "@m1"]);
    assert_eq!(told(&club, &[("OLIVEO", Some(10))]), ["~m1"]);
    // The name itself is read, so that the alias is somebody else or the same one twice.
    assert_eq!(
        told(&club, &[("Tally", Some(10)), ("Fox Tally", Some(10))]),
        ["=m1", "!m1"]
    );
}

#[test]
fn a_name_that_was_cut_off_or_left_out_is_nobody() {
    let club = known(&[("Unknown Soldier", 10), ("Al", 5)]);
    assert_eq!(
        told(
            &club,
            &[
                ("Unknown", Some(178_030_905)),
                ("", Some(10)),
                ("Ao", Some(5))
            ]
        ),
        ["new"; 3]
    );
}

#[test]
fn a_person_is_asked_about_few_and_the_most_likely_first() {
    let names: Vec<String> = (0..20).map(|n| format!("snailking{n:02}")).collect();
    let members: Vec<(&str, i64)> = names.iter().map(String::as_str).zip(100..).collect();
    let club = known(&members);
    let asked = club.resolve("snailking0x", Some(103), Metric::Total);
    let ids: Vec<&str> = asked.asked().iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["m3", "m2", "m4", "m1", "m5"]);
    assert_eq!(asked.settled(), None);
}

/// Names of few letters, most of them alike, so that they collide.
fn names() -> impl Strategy<Value = String> {
    "[lI1iOo0abAB ]{1,5}".prop_filter("a name is not blank", |name| !name.trim().is_empty())
}

/// Members with keys of their own, as the store has them, and some aliases.
fn clubs() -> impl Strategy<Value = Vec<KnownMember>> {
    let powers = prop::option::of(1_i64..300);
    let aliases = prop::collection::vec(names(), 0..2);
    let members = prop::collection::vec((names(), aliases, powers), 0..12);
    members.prop_map(|members| {
        let mut keys = std::collections::BTreeSet::new();
        let mut given = std::collections::BTreeSet::new();
        let mut club = Vec::new();
        for (place, (name, mut aliases, power)) in members.into_iter().enumerate() {
            if keys.insert(name_key(&name)) {
                aliases.retain(|alias| given.insert(name_key(alias)));
                let member = member(&format!("m{place}"), &name, power);
                club.push(KnownMember { aliases, ..member });
            }
        }
        club
    })
}

fn rosters() -> impl Strategy<Value = Vec<(String, Option<i64>)>> {
    prop::collection::vec((names(), prop::option::of(1_i64..300)), 0..12)
}

fn reads(rows: &[(String, Option<i64>)]) -> Vec<Read<'_>> {
    rows.iter()
        .map(|(name, power)| Read {
            name,
            power: *power,
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn keys_of_keys_are_the_same(name in "\\PC{0,12}") {
        let (key, eye) = (name_key(&name), eye_key(&name));
        prop_assert_eq!(name_key(&key), key.clone());
        prop_assert_eq!(eye_key(&eye), eye);
        prop_assert_eq!(key.is_empty(), name.trim().is_empty());
    }

    #[test]
    fn a_roster_of_known_members_is_themselves(club in clubs()) {
        let known = Known::new(club.clone());
        let rows: Vec<Read<'_>> = club
            .iter()
            .map(|member| Read { name: &member.name, power: member.powers.total })
            .collect();
        let resolved = known.resolve_roster(&rows, Metric::Total);
        for (member, resolution) in club.iter().zip(&resolved) {
            prop_assert_eq!(resolution, &Resolution::Exact(member.id.clone()));
            let alone = known.resolve(&member.name, member.powers.total, Metric::Total);
            prop_assert_eq!(&alone, resolution);
        }
    }

    #[test]
    fn no_member_is_two_rows(club in clubs(), rows in rosters()) {
        let resolved = Known::new(club).resolve_roster(&reads(&rows), Metric::Total);
        prop_assert_eq!(resolved.len(), rows.len());
        let mut settled: Vec<&Id> = resolved.iter().filter_map(Resolution::settled).collect();
        let rows = settled.len();
        settled.sort();
        settled.dedup();
        prop_assert_eq!(settled.len(), rows);
    }

    #[test]
    fn nothing_but_the_same_key_or_look_settles(club in clubs(), rows in rosters()) {
        let known = Known::new(club);
        let resolved = known.resolve_roster(&reads(&rows), Metric::Total);
        for ((name, _), resolution) in rows.iter().zip(&resolved) {
            let Some(id) = resolution.settled() else { continue };
            let member = known.members().find(|member| member.id == *id).unwrap();
            let spelled: Vec<&String> = std::iter::once(&member.name).chain(&member.aliases).collect();
            let fits = match resolution {
                Resolution::Exact(_) => name_key(name) == name_key(&member.name),
                Resolution::Alias(_) => member.aliases.iter().any(|alias| name_key(alias) == name_key(name)),
                _ => spelled.iter().any(|known| eye_key(known) == eye_key(name)),
            };
            prop_assert!(fits, "{} is not {:?}", name, member);
            if let Resolution::Eye(_) = resolution {
                let looks = |member: &&KnownMember| {
                    let mut spelled = std::iter::once(&member.name).chain(&member.aliases);
                    spelled.any(|known| eye_key(known) == eye_key(name))
                };
                prop_assert_eq!(known.members().filter(looks).count(), 1);
            }
        }
    }

    #[test]
    fn the_order_of_members_and_of_rows_changes_nothing(
        (club, shuffled) in clubs().prop_flat_map(|club| (Just(club.clone()), Just(club).prop_shuffle())),
        (rows, order) in rosters().prop_flat_map(|rows| {
            let order: Vec<usize> = (0..rows.len()).collect();
            (Just(rows), Just(order).prop_shuffle())
        }),
    ) {
        let resolved = Known::new(club).resolve_roster(&reads(&rows), Metric::Total);
        let known = Known::new(shuffled);
        prop_assert_eq!(&known.resolve_roster(&reads(&rows), Metric::Total), &resolved);
        let moved: Vec<(String, Option<i64>)> = order.iter().map(|place| rows[*place].clone()).collect();
        let again = known.resolve_roster(&reads(&moved), Metric::Total);
        for (place, resolution) in order.iter().zip(&again) {
            prop_assert_eq!(resolution, &resolved[*place]);
        }
    }

    #[test]
    fn whoever_is_asked_about_is_known_and_told_once(club in clubs(), rows in rosters()) {
        let known = Known::new(club);
        for resolution in known.resolve_roster(&reads(&rows), Metric::Total) {
            let mut ids: Vec<&Id> = resolution.asked().iter().map(|(id, _)| id).collect();
            prop_assert!(ids.len() <= 5);
            prop_assert_eq!(ids.is_empty(), !matches!(resolution, Resolution::PerhapsRenamed(_) | Resolution::Ambiguous(_)));
            let asked = ids.len();
            ids.sort();
            ids.dedup();
            prop_assert_eq!(ids.len(), asked);
            prop_assert!(ids.iter().all(|id| known.members().any(|member| member.id == **id)));
        }
    }
}
