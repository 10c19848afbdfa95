//! What is asked before settings change, and what is told of what became of them.

use serde_json::{Value, json};
use slimy_domain::{
    Id, Timestamp,
    settings::{
        Cause, Clash, Conflict, Difference, Entry, History, Import, Mark, SCHEMA, Spot, Weight,
    },
};

use super::{super::*, all_words, fits, longest, read, setting};

/// Every place of every setting, with values as long as they may be: one after the other, as they
/// stand in the schema.
fn changes() -> Vec<Difference> {
    longest().iter().flat_map(changes_of).collect()
}

fn changes_of(held: &Held) -> Vec<Difference> {
    let change = |spot, value: &Value| Difference {
        spot,
        before: value.clone(),
        after: value.clone(),
    };
    match &held.value {
        // As many again went away as came.
        Value::Object(texts) => (0..2 * texts.len())
            .zip(texts.values().cycle())
            .filter_map(|(n, text)| {
                let channel = (u64::MAX - n as u64).to_string();
                Some(change(Spot::in_channel(held.setting, &channel)?, text))
            })
            .collect(),
        value => vec![change(Spot::of(held.setting), value)],
    }
}

fn few() -> Vec<Difference> {
    let one = |path: &str, before, after| Difference {
        spot: Spot::find(path).unwrap(),
        before,
        after,
    };
    vec![
        one("language", Value::Null, json!("de")),
        one("club.managerRoles", json!(["7"]), json!([])),
        one("chat.channelPersonas.5", json!("A *cook*."), Value::Null),
    ]
}

fn entry(number: i64, differences: Vec<Difference>) -> Entry {
    Entry {
        number,
        by: (number % 2 == 0).then(|| "11".to_owned()),
        at: Timestamp::from_micros(1_800_000_000_000_000).unwrap(),
        cause: if number == 3 {
            Cause::Import
        } else {
            Cause::Change
        },
        reverts: (number == 4).then_some(2),
        differences,
    }
}

fn waiting() -> Id {
    Id::from("cmwrt8afl00067d2zeeb71pqc")
}

fn import(differences: &[Difference]) -> Import {
    Import {
        id: waiting(),
        base: Mark::of(&Value::Null),
        name: "[my](settings)\u{202e}.json".to_owned(),
        differences: differences.to_vec(),
    }
}

/// Where each setting that has to be seen stands in what somebody reads.
fn seen(answer: &Answer) -> Vec<(Weight, &'static str, Option<usize>)> {
    let shown = read(answer);
    let all = SCHEMA
        .iter()
        .filter(|setting| setting.weight.must_be_seen());
    let place = |setting: &'static settings::Setting| {
        let place = shown.find(&format!("`{}`: ", setting.key));
        (setting.weight, setting.key, place)
    };
    let mut seen: Vec<_> = all.map(place).collect();
    // The heaviest first, and within a weight as in the schema.
    seen.sort_by_key(|(weight, ..)| *weight);
    seen
}

fn questions(words: Words, differences: &[Difference]) -> Vec<Answer> {
    let id = waiting();
    let history = History {
        entries: (1..=5)
            .rev()
            .map(|n| entry(n, differences.to_vec()))
            .collect(),
        newer: Some(10),
        older: Some(0),
    };
    let conflict = Conflict {
        number: 1_000,
        base: Mark::of(&Value::Null),
        changed_since: differences
            .iter()
            .take(1)
            .map(|one| one.spot.clone())
            .collect(),
        differences: differences.to_vec(),
    };
    let import = import(differences);
    let clash = |by: Option<&str>, change: &Difference| {
        let clash = Clash {
            id: id.clone(),
            base: Mark::of(&change.before),
            spot: change.spot.clone(),
            theirs: change.before.clone(),
            mine: change.after.clone(),
            by: by.map(str::to_owned),
        };
        clash::answer(words, &clash)
    };
    let mut all = vec![
        history::answer(words, &history, Some(4)),
        history::conflicting(words, &conflict),
        files::question(words, &import, false),
        files::question(words, &import, true),
        clash(None, &differences[0]),
    ];
    all.extend(differences.iter().map(|change| clash(Some("11"), change)));
    all
}

#[test]
fn what_is_asked_about_settings_reads_well() {
    let mut all = questions(Words::ENGLISH, &few());
    let empty = History {
        entries: Vec::new(),
        newer: None,
        older: None,
    };
    all.push(history::answer(Words::ENGLISH, &empty, None));
    insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
}

#[test]
fn what_is_asked_about_settings_is_within_discords_limits_in_every_language() {
    for words in all_words() {
        for differences in [few(), changes()] {
            for (place, answer) in questions(words, &differences).iter().enumerate() {
                fits(answer, &format!("{place} in {}", words.language.code()));
            }
        }
    }
}

#[test]
fn an_import_that_changes_everything_shows_what_has_to_be_seen_first_in_every_language() {
    for words in all_words() {
        for has_moved in [false, true] {
            let answer = files::question(words, &import(&changes()), has_moved);
            fits(&answer, words.language.code());
            let seen = seen(&answer);
            assert!(seen.iter().all(|(.., place)| place.is_some()), "{seen:?}");
            assert!(seen.is_sorted_by_key(|(.., place)| *place), "{seen:?}");
            // Of 30 settings 20 are named, the texts of 50 channels in one line.
            let more = say!(words, "settings-more-changes", count = 10);
            let shown = read(&answer);
            assert!(shown.contains(&format!("\n{more}\n")), "{shown}");
        }
    }
}

#[test]
fn what_has_to_be_seen_is_shown_whatever_was_changed_again_since() {
    let all = changes();
    for words in all_words() {
        for changed_again in [true, false] {
            let again = |one: &&Difference| one.spot.setting.weight.must_be_seen() == changed_again;
            let conflict = Conflict {
                number: 1_000,
                base: Mark::of(&Value::Null),
                changed_since: all
                    .iter()
                    .filter(again)
                    .map(|one| one.spot.clone())
                    .collect(),
                differences: all.clone(),
            };
            let answer = history::conflicting(words, &conflict);
            fits(&answer, words.language.code());
            let seen = seen(&answer);
            assert!(seen.iter().all(|(.., place)| place.is_some()), "{seen:?}");
        }
    }
}

#[test]
fn a_role_that_a_long_list_gains_is_named_first() {
    let roles = |roles: std::ops::Range<u64>| -> Value {
        roles.map(|n| (u64::MAX - n).to_string()).collect()
    };
    let one = Difference {
        spot: Spot::of(setting("club.managerRoles")),
        before: roles(0..24),
        after: roles(0..25),
    };
    let shown = read(&files::question(Words::ENGLISH, &import(&[one]), false));
    let (first, last) = (u64::MAX, u64::MAX - 24);
    let expected = format!(
        "`club.managerRoles`: <@&{first}> <@&{}> +22 → **<@&{last}> <@&{first}> +23**",
        first - 1
    );
    assert!(shown.contains(&expected), "{shown}");
}

#[test]
fn the_texts_of_several_channels_are_one_line() {
    let text = |channel: &str| Difference {
        spot: Spot::in_channel(setting("chat.channelPersonas"), channel).unwrap(),
        before: Value::Null,
        after: json!("A cook."),
    };
    let several: Vec<Difference> = ["5", "6", "7"].into_iter().map(text).collect();
    let said = |differences: &[Difference]| {
        let answer = files::question(Words::ENGLISH, &import(differences), false);
        let shown = read(&answer);
        let lines = shown.lines().filter(|line| line.starts_with('`'));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        said(&several),
        ["`chat.channelPersonas`: **the texts of 3 channels**"]
    );
    assert_eq!(
        said(&several[..1]),
        ["`chat.channelPersonas` <#5>: none → **A cook.**"]
    );
}
