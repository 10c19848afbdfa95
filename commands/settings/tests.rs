//! What people see of the settings, in every language.

mod asked;
mod refused;

use poise::serenity_prelude::CreateActionRow;
use serde_json::{Value, json};
use slimy_domain::settings::{Kind, Mark, SCHEMA, topics};
use slimy_words::Language;

use super::{
    controls::input,
    key::Topic,
    typing::{suggested_keys, suggested_values},
    values::{description, id, name},
    *,
};
use crate::{
    component::{Field as _, Short},
    limits::{fault, modal_fault},
    modal::Modal,
};

fn setting(key: &str) -> &'static settings::Setting {
    settings::Setting::find(key).unwrap()
}

fn held(key: &str, value: Value) -> Held {
    let setting = setting(key);
    Held {
        setting,
        is_set: setting.preset.value() != value,
        value,
    }
}

fn defaults() -> Vec<Held> {
    let preset = |setting: &'static settings::Setting| held(setting.key, setting.preset.value());
    SCHEMA.iter().map(preset).collect()
}

/// Each setting with the longest value that it may hold.
fn longest() -> Vec<Held> {
    let id = |n: usize| (u64::MAX - n as u64).to_string();
    let longest = defaults().into_iter().map(|mut held| {
        held.is_set = true;
        held.value = match held.setting.kind {
            Kind::Number { to, .. } => json!(to),
            Kind::Text { most } => json!("*".repeat(most)),
            Kind::Channel => json!(id(0)),
            Kind::Channels { most } | Kind::Roles { most } => (0..most).map(id).collect(),
            Kind::Actions { most } => (0..most)
                .map(|n| format!("{}.{n:02}", "_".repeat(61)))
                .collect(),
            Kind::TimeZone => json!("America/Argentina/ComodRivadavia"),
            Kind::TextByChannel { channels, most } => {
                let texts = (0..channels).map(|n| (id(n), json!("@".repeat(most))));
                Value::Object(texts.collect())
            }
            _ => held.value,
        };
        held
    });
    longest.collect()
}

fn all_words() -> [Words; 6] {
    Language::ALL.map(Words::of)
}

fn fits(answer: &Answer, what: &str) {
    assert_eq!(fault(answer), None, "{what}");
}

/// A message as somebody reads it: its texts, and in each row what can be chosen or pressed.
fn read(answer: &Answer) -> String {
    let json = serde_json::to_value(answer).unwrap();
    let embed = &json["embeds"][0];
    let mut lines = vec![
        format!("# {}", embed["title"].as_str().unwrap_or_default()),
        embed["description"].as_str().unwrap_or_default().to_owned(),
    ];
    for row in json["rows"].as_array().into_iter().flatten() {
        for control in row["components"].as_array().into_iter().flatten() {
            let label = control["label"]
                .as_str()
                .or(control["placeholder"].as_str());
            let options = control["options"].as_array().into_iter().flatten();
            let options: Vec<String> = options
                .map(|option| {
                    let mark = if option["default"] == true { "*" } else { "" };
                    format!("{mark}{}", option["label"].as_str().unwrap_or_default())
                })
                .collect();
            lines.push(format!(
                "[{}] {}",
                label.unwrap_or_default(),
                options.join(" | ")
            ));
        }
    }
    lines.join("\n")
}

#[test]
fn settings_are_shown_as_people_read_them() {
    let words = Words::ENGLISH;
    let all = [
        listed(words, &defaults()),
        alone(words, &held("features.chatBot", json!(false))),
        alone(words, &held("club.managerRoles", json!(["7", "8"]))),
        alone(
            words,
            &held("chat.channelPersonas", json!({"5": "Speak in *rhymes*."})),
        ),
        changed(words, "Set", &held("club.alerts.channel", json!("123"))),
        changed(words, "Reset", &held("chat.channels", json!([]))),
    ];
    assert!(all.iter().all(|answer| fault(answer).is_none()));
    insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
}

#[test]
fn the_settings_message_reads_well_in_every_language() {
    for words in all_words() {
        let shown: Vec<String> = topics()
            .into_iter()
            .map(|topic| {
                let chosen = Topic(topic).settings().last();
                read(&open::answer(words, &defaults(), Topic(topic), chosen))
            })
            .collect();
        let name = format!("the_settings_message_in_{}", words.language.code());
        insta::assert_snapshot!(name, shown.join("\n\n"));
    }
}

#[test]
fn every_setting_can_be_reached_completed_and_is_described_in_every_language() {
    for words in all_words() {
        for setting in SCHEMA {
            let id = id(setting);
            assert!(words.find_here(&id).is_some(), "{id}");
            assert!(words.find_here(&format!("{id}.name")).is_some(), "{id}");
            let suggested = suggested_keys(words, setting.key);
            assert!(suggested.iter().any(|one| one.value == setting.key), "{id}");

            let topic = Topic(setting.topic());
            let first = open::answer(words, &defaults(), topic, topic.settings().next());
            let offered = serde_json::to_string(&first).unwrap();
            let is_alone = topic.settings().count() == 1;
            let offer = format!("\"value\":\"{}\"", setting.key);
            assert!(is_alone || offered.contains(&offer), "{id}");
            let shown = open::answer(words, &defaults(), topic, Some(setting));
            let shown = serde_json::to_string(&shown).unwrap();
            let changes = [
                "settings.switch",
                "settings.choose",
                "settings.channels",
                "settings.roles",
                "settings.edit",
                "settings.text",
            ];
            let can_change = |control: &&str| {
                shown.contains(&format!("\"custom_id\":\"{control}:{}", setting.key))
            };
            assert!(changes.iter().any(can_change), "{id}");
        }
    }
}

#[test]
fn nothing_is_described_that_is_no_setting() {
    let file = include_str!("../../assets/locales/en/settings.ftl");
    let described = file.lines().filter(|line| line.starts_with("setting-"));
    let described: Vec<&str> = described
        .filter_map(|line| line.split(' ').next())
        .collect();
    let expected: Vec<String> = SCHEMA.iter().map(id).collect();
    assert_eq!(described, expected);
}

#[test]
fn the_longest_settings_are_within_discords_limits_in_every_language() {
    for words in all_words() {
        for all in [defaults(), longest()] {
            fits(&listed(words, &all), "listed");
            for held in &all {
                let key = held.setting.key;
                fits(&alone(words, held), key);
                fits(&changed(words, "Set", held), key);
                let topic = Topic(held.setting.topic());
                fits(&open::answer(words, &all, topic, Some(held.setting)), key);
                fits(&open::answer(words, &all, topic, None), key);
                let form = controls::Fill {
                    key: key::Key(held.setting),
                    base: Mark::of(&held.value),
                };
                let modal = Modal::of(&form, &name(words, held.setting));
                let modal = modal.input(input(words, held.setting, &held.value));
                assert_eq!(modal_fault(&modal), None, "{key}");
                assert!(!description(words, held.setting).is_empty(), "{key}");
            }
        }
    }
}

#[test]
fn values_are_completed_where_there_are_few() {
    let words = Words::of(Language::De);
    let values = |key: &str, typed: &str| {
        let found = suggested_values(words, setting(key), typed).into_iter();
        found
            .map(|one| format!("{} = {}", one.name, one.value))
            .collect::<Vec<_>>()
    };
    assert_eq!(values("features.chatBot", ""), ["an = on", "aus = off"]);
    assert_eq!(values("club.week.day", "mont"), ["Montag = mon"]);
    assert_eq!(values("language", "portu"), ["Português do Brasil = pt-BR"]);
    assert_eq!(
        values("timezone", "berl"),
        ["Europe/Berlin = Europe/Berlin"]
    );
    assert!(values("chat.persona", "").is_empty());
    let found = suggested_keys(words, "zeitzone woche");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].value, "club.week.timezone");
}

#[test]
fn every_action_that_is_set_can_be_kept() {
    let all = longest();
    let topic = Topic("audit");
    let shown = open::answer(Words::ENGLISH, &all, topic, Some(setting("audit.actions")));
    let select = shown.rows.iter().find_map(|row| match row {
        CreateActionRow::SelectMenu(menu) => {
            let menu = serde_json::to_value(menu).unwrap();
            (menu["min_values"] == 0).then_some(menu)
        }
        _ => None,
    });
    let select = select.expect("there is a menu of actions");
    let chosen = select["options"].as_array().unwrap().iter();
    assert!(chosen.clone().all(|option| option["default"] == true));
    assert_eq!((chosen.count(), &select["max_values"]), (25, &json!(25)));
    assert!(Short::<64>::read(&"_".repeat(64)).is_some());
}
