//! What a setting is.

use serde_json::{Value, json};

use super::{kind::Kind, schema::SCHEMA};

/// A setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// Where it stands in the document, with dots: `features.chatBot`.
    pub key: &'static str,
    /// What it may hold.
    pub kind: Kind,
    /// What holds when nothing is set.
    pub preset: Preset,
    /// How much hangs on it.
    pub weight: Weight,
}

/// How much hangs on a setting, the most first: in this order changes are shown to those who are to
/// agree to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It says what is deleted for good.
    Kept,
    /// It says what admins see of what was done.
    Watched,
    /// It says who may do or spend what, what guards the club's numbers, what the bot is told to be,
    /// or where it writes by itself.
    Allowed,
    /// Whatever it says can be seen, and be set back.
    Light,
}

/// What holds when nothing is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// On or off.
    Switch(bool),
    /// A text, a choice, a time zone.
    Text(&'static str),
    /// A whole number.
    Number(i64),
    /// A list of texts.
    Listed(&'static [&'static str]),
    /// A list without anything in it.
    NoneListed,
    /// An object without anything in it.
    NoneNamed,
    /// Nothing at all.
    Unset,
}

impl Setting {
    /// The topic that it stands under: `club`, or its own key where it stands alone.
    pub fn topic(&self) -> &'static str {
        self.key.split('.').next().unwrap_or(self.key)
    }

    /// The setting with this key.
    pub fn find(key: &str) -> Option<&'static Self> {
        SCHEMA.iter().find(|setting| setting.key == key)
    }

    /// What the document has for it; none when nothing is set, or nothing that it may hold.
    pub(super) fn stored<'a>(&self, document: &'a Value) -> Option<&'a Value> {
        let value = self
            .key
            .split('.')
            .try_fold(document, |value, part| value.get(part))?;
        if self.kind.check(value).is_ok() {
            return Some(value);
        }
        tracing::warn!(
            key = self.key,
            "a stored setting cannot be used: its default holds"
        );
        None
    }

    /// What holds in a guild with this document: what is set, or the default.
    pub fn value(&self, document: &Value) -> Value {
        self.stored(document)
            .cloned()
            .unwrap_or_else(|| self.preset.value())
    }
}

impl Preset {
    /// The same as it would stand in a document.
    pub fn value(self) -> Value {
        match self {
            Self::Switch(on) => json!(on),
            Self::Text(text) => json!(text),
            Self::Number(number) => json!(number),
            Self::Listed(texts) => json!(texts),
            Self::NoneListed => json!([]),
            Self::NoneNamed => json!({}),
            Self::Unset => Value::Null,
        }
    }
}

impl Weight {
    /// Whether a change of it is never left out where somebody is to agree to it.
    pub fn must_be_seen(self) -> bool {
        self != Self::Light
    }
}
