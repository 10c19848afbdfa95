//! Changes settings, all that are given or none.

use serde_json::{Map, Value, json};
use slimy_store::guilds::{SettingsChange, merge};

use super::{
    check::check_changed,
    write::{How, write},
};
use crate::{
    Error, Services, UserError,
    rights::{Action, Actor, Resource, may},
};

/// Merges `patch` into the settings of the actor's guild: a null takes a key away, so that its
/// default holds again; what `patch` does not name stays. A fault in it is a
/// [`UserError::SettingRefused`], and nothing changes. What is the club's own its managers may
/// change, everything else the guild's admins alone.
pub async fn update(
    services: &Services,
    actor: &Actor,
    patch: &Value,
) -> Result<SettingsChange, Error> {
    let place = actor.membership.as_ref().ok_or(UserError::NotInGuild)?;
    let settings = super::read(services, &place.guild_id).await?;
    let guild = Resource::of_guild(&place.guild_id, &settings);
    let action = needed(patch);
    if !may(actor, action, guild) {
        return Err(action.refusal().into());
    }
    let change = |before: &Value| {
        super::check::object("", patch)?;
        let mut after = before.clone();
        merge(&mut after, patch);
        check_changed(&after, patch)?;
        Ok(after)
    };
    match write(services, actor, &How::CHANGE, change).await? {
        Ok(change) => Ok(change),
        Err(stop) => Err(stop.into()),
    }
}

/// The topics that are the club's own. Who its managers are is none of them.
const OF_CLUB: [&str; 3] = ["week", "guards", "alerts"];

/// What it takes to change what `patch` names.
fn needed(patch: &Value) -> Action {
    let only = |value: &Value, allowed: &[&str]| {
        let topics = value.as_object();
        topics.is_some_and(|topics| {
            !topics.is_empty() && topics.keys().all(|key| allowed.contains(&key.as_str()))
        })
    };
    let is_club = only(patch, &["club"]) && only(&patch["club"], &OF_CLUB);
    if is_club {
        Action::ClubManage
    } else {
        Action::SettingsChange
    }
}

/// Every key that changed, with dots, and what stood there before and stands there now; null for
/// nothing.
pub(super) fn changed(change: &SettingsChange) -> Map<String, Value> {
    let mut changed = Map::new();
    compare("", Some(&change.before), Some(&change.after), &mut changed);
    changed
}

fn compare(
    path: &str,
    before: Option<&Value>,
    after: Option<&Value>,
    changed: &mut Map<String, Value>,
) {
    if before == after {
        return;
    }
    let topic = |value: Option<&Value>| value.is_none_or(Value::is_object);
    if !(topic(before) && topic(after)) {
        let shown = |value: Option<&Value>| value.cloned().unwrap_or(Value::Null);
        let entry = json!({"before": shown(before), "after": shown(after)});
        changed.insert(path.to_owned(), entry);
        return;
    }
    let fields = |value: Option<&Value>| {
        value
            .and_then(Value::as_object)
            .cloned()
            .unwrap_or_default()
    };
    let (before, after) = (fields(before), fields(after));
    let gone = before.keys().filter(|key| !after.contains_key(*key));
    for key in gone.chain(after.keys()) {
        let path = if path.is_empty() {
            key.clone()
        } else {
            format!("{path}.{key}")
        };
        compare(&path, before.get(key), after.get(key), changed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_audit_log_is_told_what_changed_key_by_key() {
        let change = SettingsChange {
            before: json!({"language": "en", "features": {"chatBot": true}, "club": {"managerRoles": ["1"]}}),
            after: json!({"language": "de", "features": {"chatBot": true, "clubAnalytics": false}, "timezone": "UTC"}),
        };
        let expected = json!({
            "language": {"before": "en", "after": "de"},
            "features.clubAnalytics": {"before": null, "after": false},
            "club.managerRoles": {"before": ["1"], "after": null},
            "timezone": {"before": null, "after": "UTC"},
        });
        assert_eq!(Value::Object(changed(&change)), expected);
    }

    #[test]
    fn managers_change_what_is_the_club_s_own_and_nothing_else() {
        for own in [
            json!({"club": {"week": {"day": "mon"}}}),
            json!({"club": {"guards": null, "alerts": {"channel": "1"}}}),
        ] {
            assert_eq!(needed(&own), Action::ClubManage, "{own}");
        }
        for other in [
            json!({}),
            json!(null),
            json!({"club": {}}),
            json!({"club": null}),
            json!({"club": {"managerRoles": ["1"]}}),
            json!({"club": {"week": {"day": "mon"}, "managerRoles": ["1"]}}),
            json!({"club": {"guards": {}}, "language": "de"}),
            json!({"club": {"visionReading": true}}),
        ] {
            assert_eq!(needed(&other), Action::SettingsChange, "{other}");
        }
    }

    #[test]
    fn an_empty_topic_changes_nothing_that_anybody_could_see() {
        let change = SettingsChange {
            before: json!({}),
            after: json!({"club": {}}),
        };
        assert!(changed(&change).is_empty());
    }
}
