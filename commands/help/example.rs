//! Examples of how a command is typed, made of what it takes.

use slimy_words::Words;

use crate::catalogue::{Entry, Taken};

/// What options of that name are given in examples; the names are the English ones.
#[rustfmt::skip]
const VALUES: &[(&str, &str)] = &[
    ("name",      "Stone"),
    ("member",    "Stone"),
    ("keep",      "Stone"),
    ("other",     "St0ne"),
    ("alias",     "St0ne"),
    ("new-name",  "Stone"),
    ("week",      "2026-11-23"),
    ("from",      "2026-11-16"),
    ("to",        "2026-11-23"),
    ("timezone",  "Europe/Berlin"),
    ("time",      "21:00"),
    ("key",       "language"),
    ("title",     "W48"),
    ("query",     "Stone"),
    ("message",   "Super Snail?"),
    ("command",   "club show"),
    ("value",     "4.1M"),
];

/// Discord's numbers for the kinds of options, "Application Command Option Type".
mod kind {
    pub(super) const INTEGER: u64 = 4;
    pub(super) const BOOLEAN: u64 = 5;
    pub(super) const USER: u64 = 6;
    pub(super) const CHANNEL: u64 = 7;
    pub(super) const ROLE: u64 = 8;
    pub(super) const ATTACHMENT: u64 = 11;
}

/// The command with what it has to be given, and once more with the first thing that it may be.
/// There is none of a menu: it is chosen, not typed.
pub(super) fn of(words: Words, entry: &Entry) -> Vec<String> {
    if entry.is_menu {
        return Vec::new();
    }
    let given = |option: &Taken| {
        format!(
            " {}:{}",
            option.name.say(words.language),
            value(words, entry, option)
        )
    };
    let required = entry.options.iter().filter(|option| option.is_required);
    let least: String = required.map(given).collect();
    let least = format!("{}{least}", entry.called(words.language));
    let mut optional = entry.options.iter().filter(|option| !option.is_required);
    match optional.next() {
        Some(option) => vec![least.clone(), format!("{least}{}", given(option))],
        None => vec![least],
    }
}

fn value(words: Words, entry: &Entry, option: &Taken) -> String {
    if let Some(choice) = option.choices.first() {
        return choice.say(words.language).to_owned();
    }
    let (name, of_settings) = (option.name.english(), entry.top == "settings");
    match option.kind {
        kind::INTEGER => option
            .range
            .map_or(1, |(least, most)| most.min(least.max(10)))
            .to_string(),
        kind::BOOLEAN => "True".to_owned(),
        kind::USER => "@Stone".to_owned(),
        kind::CHANNEL => "#club".to_owned(),
        kind::ROLE => "@Snails".to_owned(),
        kind::ATTACHMENT if entry.name.starts_with("club-admin") => "club.csv".to_owned(),
        kind::ATTACHMENT if of_settings => "settings.json".to_owned(),
        kind::ATTACHMENT => "roster.png".to_owned(),
        _ if of_settings && name == "value" => "de".to_owned(),
        _ => {
            let found = VALUES.iter().find(|(listed, _)| *listed == name);
            found.map_or("…", |(_, value)| value).to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use slimy_words::Language;

    use super::*;
    use crate::catalogue::{CATALOGUE, find};

    #[test]
    fn an_example_gives_what_has_to_be_given() {
        let of = |name| of(Words::ENGLISH, find(name, Language::En).unwrap());
        assert_eq!(of("club member"), ["/club member name:Stone"]);
        let analyze = of("club analyze");
        assert_eq!(analyze[0], "/club analyze screenshot:roster.png");
        assert_eq!(of("settings set"), ["/settings set key:language value:de"]);
        assert!(of("Ask Slimy").is_empty());
    }

    #[test]
    fn every_command_that_is_typed_has_an_example_in_every_language() {
        for words in Language::ALL.map(Words::of) {
            for entry in CATALOGUE.iter().filter(|entry| !entry.is_menu) {
                let examples = of(words, entry);
                assert!(
                    examples[0].starts_with(&entry.called(words.language)),
                    "{}",
                    entry.name
                );
                assert!(
                    examples.iter().all(|one| !one.contains('`')),
                    "{}",
                    entry.name
                );
            }
        }
    }
}
