//! One place in a settings document that is changed by itself: a setting, or the text of one channel
//! in a setting that has texts by channel.

use serde_json::{Map, Value};

use super::{Fault, Kind, SCHEMA, Setting, kind::is_discord_id, typed};

/// A place that is changed by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The setting.
    pub setting: &'static Setting,
    /// Discord's id of the channel whose text it is, where the setting has texts by channel.
    pub channel: Option<String>,
}

/// What becomes of a spot.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Where.
    pub spot: Spot,
    /// What is set there before; null for nothing.
    pub before: Value,
    /// What is set there then; null for nothing.
    pub after: Value,
}

impl Spot {
    /// A setting as a whole.
    pub fn of(setting: &'static Setting) -> Self {
        Self {
            setting,
            channel: None,
        }
    }

    /// The text of one channel.
    pub fn in_channel(setting: &'static Setting, channel: &str) -> Option<Self> {
        let has_channels = matches!(setting.kind, Kind::TextByChannel { .. });
        (has_channels && is_discord_id(channel)).then(|| Self {
            setting,
            channel: Some(channel.to_owned()),
        })
    }

    /// The spot at this path: `language`, `chat.channelPersonas.123`.
    pub fn find(path: &str) -> Option<Self> {
        if let Some(setting) = Setting::find(path) {
            return Some(Self::of(setting));
        }
        let (key, channel) = path.rsplit_once('.')?;
        Self::in_channel(Setting::find(key)?, channel)
    }

    /// Where it stands in the document, with dots.
    pub fn path(&self) -> String {
        match &self.channel {
            Some(channel) => format!("{}.{channel}", self.setting.key),
            None => self.setting.key.to_owned(),
        }
    }

    /// What the document has there; null for nothing, or nothing that may stand there.
    pub fn stored(&self, document: &Value) -> Value {
        let stored = self.setting.stored(document);
        let stored = match &self.channel {
            Some(channel) => stored.and_then(|texts| texts.get(channel)),
            None => stored,
        };
        stored.cloned().unwrap_or_default()
    }

    /// What holds there: what is set, or the default; null for nothing.
    pub fn value(&self, document: &Value) -> Value {
        match &self.channel {
            Some(_) => self.stored(document),
            None => self.setting.value(document),
        }
    }

    /// What `text` means there. In a channel nothing takes its text away.
    pub fn read(&self, text: &str) -> Result<Value, Fault> {
        let Some(channel) = &self.channel else {
            return typed::value(self.setting, text);
        };
        typed::text_in_channel(self.setting, channel, text)
    }

    /// The merge patch that sets this place alone.
    pub(super) fn patch(&self, value: Value) -> Value {
        let value = match &self.channel {
            Some(channel) => under(channel, value),
            None => value,
        };
        let parts = self.setting.key.rsplit('.');
        parts.fold(value, |below, part| under(part, below))
    }
}

/// Every place that is changed by itself where the two documents differ, in the schema's order.
pub(super) fn differences(before: &Value, after: &Value) -> Vec<Difference> {
    let mut found = Vec::new();
    for setting in SCHEMA {
        for spot in spots(setting, before, after) {
            let (before, after) = (spot.stored(before), spot.stored(after));
            if before != after {
                found.push(Difference {
                    spot,
                    before,
                    after,
                });
            }
        }
    }
    found
}

fn spots(setting: &'static Setting, before: &Value, after: &Value) -> Vec<Spot> {
    if !matches!(setting.kind, Kind::TextByChannel { .. }) {
        return vec![Spot::of(setting)];
    }
    let channels = |document| {
        let texts = setting.stored(document).and_then(Value::as_object);
        texts.into_iter().flat_map(Map::keys)
    };
    let mut all: Vec<&String> = channels(before).chain(channels(after)).collect();
    all.sort_unstable();
    all.dedup();
    let spot = |channel: &String| Spot::in_channel(setting, channel);
    all.into_iter().filter_map(spot).collect()
}

fn under(key: &str, value: Value) -> Value {
    let mut topic = Map::new();
    topic.insert(key.to_owned(), value);
    Value::Object(topic)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_spot_is_found_by_its_path_and_nothing_else_is() {
        for path in [
            "language",
            "club.guards.jumpPercent",
            "chat.channelPersonas",
            "chat.channelPersonas.5",
        ] {
            assert_eq!(Spot::find(path).unwrap().path(), path);
        }
        for path in ["", "club", "language.5", "chat.channelPersonas.x", "later"] {
            assert_eq!(Spot::find(path), None, "{path}");
        }
    }

    #[test]
    fn one_spot_is_one_patch() {
        let patched = Spot::find("club.week.day").unwrap().patch(json!("mon"));
        assert_eq!(patched, json!({"club": {"week": {"day": "mon"}}}));
        let patched = Spot::find("chat.channelPersonas.5")
            .unwrap()
            .patch(Value::Null);
        assert_eq!(patched, json!({"chat": {"channelPersonas": {"5": null}}}));
    }

    #[test]
    fn documents_differ_place_by_place() {
        let before = json!({
            "language": "de",
            "club": {"managerRoles": ["1"]},
            "chat": {"channelPersonas": {"5": "A", "6": "B"}},
            "later": 1,
        });
        let after = json!({
            "language": "de",
            "timezone": "Asia/Tokyo",
            "chat": {"channelPersonas": {"5": "A", "6": "C", "7": "D"}},
        });
        let found = differences(&before, &after);
        let found: Vec<_> = found
            .into_iter()
            .map(|one| (one.spot.path(), one.before, one.after))
            .collect();
        let expected = [
            ("timezone".to_owned(), json!(null), json!("Asia/Tokyo")),
            ("club.managerRoles".to_owned(), json!(["1"]), json!(null)),
            ("chat.channelPersonas.6".to_owned(), json!("B"), json!("C")),
            ("chat.channelPersonas.7".to_owned(), json!(null), json!("D")),
        ];
        assert_eq!(found, expected);
    }
}
