//! What the table of the settings holds.

use super::*;

#[test]
fn every_default_is_what_its_setting_may_hold() {
    for setting in SCHEMA {
        if setting.preset == Preset::Unset {
            continue;
        }
        let checked = setting.kind.check(&setting.preset.value());
        assert_eq!(checked, Ok(()), "{}", setting.key);
    }
}

#[test]
fn the_topics_are_those_that_admins_look_for() {
    let expected = [
        "language",
        "timezone",
        "features",
        "club",
        "chat",
        "audit",
        "retention",
    ];
    assert_eq!(topics(), expected);
    for topic in topics() {
        let of_it = SCHEMA.iter().filter(|setting| setting.topic() == topic);
        // As many as a select offers.
        assert!((1..=25).contains(&of_it.count()), "{topic}");
    }
}

#[test]
fn what_has_to_be_seen_is_what_is_kept_watched_and_allowed() {
    let mut weighty: Vec<Setting> = SCHEMA.to_vec();
    weighty.retain(|setting| setting.weight.must_be_seen());
    weighty.sort_by_key(|setting| setting.weight);
    let keys: Vec<&str> = weighty.iter().map(|setting| setting.key).collect();
    let expected = [
        "retention.chatDays",
        "audit.channel",
        "audit.actions",
        "club.managerRoles",
        "club.guards.jumpPercent",
        "club.guards.volatilePercent",
        "club.guards.volatileMembers",
        "club.guards.missingPercent",
        "club.guards.overHeader",
        "club.alerts.channel",
        "club.visionReading",
        "chat.channels",
        "chat.roles",
        "chat.persona",
        "chat.channelPersonas",
        "chat.budget.personDay",
        "chat.budget.personMonth",
        "chat.budget.guildDay",
        "chat.budget.guildMonth",
    ];
    assert_eq!(keys, expected);
}

#[test]
fn every_key_is_there_once_and_none_is_a_topic_too() {
    for (place, setting) in SCHEMA.iter().enumerate() {
        assert_eq!(Setting::find(setting.key), Some(&SCHEMA[place]));
        assert!(!is_topic(setting.key), "{}", setting.key);
    }
}
