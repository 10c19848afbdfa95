//! For tests: a value of each setting that is not its default, and as long as it may be.

use serde_json::{Value, json};

use super::{Kind, Setting};

pub(crate) fn example(setting: &Setting) -> Value {
    let id = |n: usize| (u64::MAX - n as u64).to_string();
    match setting.kind {
        Kind::Switch => json!(setting.preset.value() != json!(true)),
        Kind::Number { to, .. } => json!(to),
        Kind::Text { most } => json!("*".repeat(most)),
        Kind::Choice(choices) => json!(choices[choices.len() - 1]),
        Kind::TimeZone => json!("America/Argentina/ComodRivadavia"),
        Kind::TimeOfDay => json!("23:59"),
        Kind::Channel => json!(id(0)),
        Kind::Channels { most } | Kind::Roles { most } => (0..most).map(id).collect(),
        Kind::Actions { most } => (0..most)
            .map(|n| format!("{}.{n:02}", "a".repeat(61)))
            .collect(),
        Kind::TextByChannel { channels, most } => {
            let texts = (0..channels).map(|n| (id(n), json!("@".repeat(most))));
            Value::Object(texts.collect())
        }
    }
}
