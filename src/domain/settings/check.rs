//! Whether a settings document fits the schema.

use std::fmt;

use serde_json::{Map, Value};

use super::{Kind, Setting, schema::is_topic};

/// The most characters of a path that are told: a key that nobody knows can have any length.
const TOLD: usize = 100;

/// What is wrong with a settings document, and where: `features.clubAnaltics: no such setting`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Fault {
    /// Where, with dots; empty for the document itself. May hold foreign text.
    pub path: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// What may be wrong with one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// There is no setting with this key.
    #[error("no such setting")]
    Unknown,
    /// Somebody typed a key that is none.
    #[error("no such setting: choose one of those offered")]
    NotOffered,
    /// Settings stand below this path, and something else was found there.
    #[error("must be an object with settings in it")]
    NoObject,
    /// The value is none of this kind.
    #[error("must be {0}")]
    Not(Kind),
    /// Somebody typed something else than on or off.
    #[error("must be on or off")]
    NotOnOrOff,
    /// Somebody typed something else than a channel or a role.
    #[error("must be a #channel or @role as Discord offers it while you type, or its id")]
    NotMentioned,
    /// It is no action of the audit log, nor the beginning of some.
    #[error("must be an action like club.analysis.save, or club. for all that begin with it")]
    NoAction,
    /// A text stands under something else than the id of a channel.
    #[error("must stand under a Discord id like \"123456789012345678\"")]
    NotUnderChannel,
}

/// In English, for the log.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, problem } = self;
        if path.is_empty() {
            write!(f, "Settings {problem}")
        } else {
            write!(f, "{path}: {problem}")
        }
    }
}

impl Fault {
    pub(super) fn new(path: &str, problem: Problem) -> Self {
        let shown = |c: char| if c.is_control() { '?' } else { c };
        Self {
            path: path.chars().take(TOLD).map(shown).collect(),
            problem,
        }
    }
}

/// Refuses a document with a key that is no setting, or a value that its setting may not hold.
pub fn check(document: &Value) -> Result<(), Fault> {
    let topics = object("", document)?;
    check_topic("", topics)
}

/// The same for what `patch` has changed in `document`. What stood there before stays as it is:
/// a key from a newer version, or from the host's own hand, keeps nobody from changing another.
pub(super) fn check_changed(document: &Value, patch: &Value) -> Result<(), Fault> {
    let (document, patch) = (object("", document)?, object("", patch)?);
    changed_topic("", document, patch)
}

fn changed_topic(
    above: &str,
    document: &Map<String, Value>,
    patch: &Map<String, Value>,
) -> Result<(), Fault> {
    for (key, change) in patch {
        // What was taken away needs no check.
        let Some(value) = document.get(key) else {
            continue;
        };
        let place = join(above, key);
        match (value, change) {
            (Value::Object(value), Value::Object(change))
                if is_topic(&place) && !key.contains('.') =>
            {
                changed_topic(&place, value, change)?;
            }
            _ => check_value(above, key, value)?,
        }
    }
    Ok(())
}

fn check_topic(above: &str, topic: &Map<String, Value>) -> Result<(), Fault> {
    topic
        .iter()
        .try_for_each(|(key, value)| check_value(above, key, value))
}

fn check_value(above: &str, key: &str, value: &Value) -> Result<(), Fault> {
    let path = join(above, key);
    // A key with a dot in it would look like a setting one topic below, and is read by nobody.
    if !key.contains('.') {
        if let Some(setting) = Setting::find(&path) {
            let checked = setting.kind.check(value);
            return checked
                .map_err(|(part, problem)| Fault::new(&format!("{path}{part}"), problem));
        }
        if is_topic(&path) {
            return check_topic(&path, object(&path, value)?);
        }
    }
    Err(Fault::new(&path, Problem::Unknown))
}

pub(super) fn object<'a>(path: &str, value: &'a Value) -> Result<&'a Map<String, Value>, Fault> {
    let object = value.as_object();
    object.ok_or_else(|| Fault::new(path, Problem::NoObject))
}

fn join(above: &str, key: &str) -> String {
    let key = if key.is_empty() { "\"\"" } else { key };
    if above.is_empty() {
        key.to_owned()
    } else {
        format!("{above}.{key}")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn refused(document: &Value) -> String {
        check(document).unwrap_err().to_string()
    }

    #[test]
    fn the_usual_document_is_valid_as_it_stands() {
        let usual = json!({
            "language": "en",
            "timezone": "UTC",
            "features": {"clubAnalytics": true, "chatBot": true},
        });
        assert_eq!(check(&usual), Ok(()));
        assert_eq!(check(&json!({})), Ok(()));
        assert_eq!(
            check(&json!({"club": {"managerRoles": ["7"]}, "features": {}})),
            Ok(())
        );
    }

    #[test]
    fn a_fault_is_told_with_its_path_and_what_is_accepted() {
        let cases = [
            (
                json!({"features": {"clubAnaltics": true}}),
                "features.clubAnaltics: no such setting",
            ),
            (json!({"": 1}), "\"\": no such setting"),
            (
                json!({"features.chatBot": true}),
                "features.chatBot: no such setting",
            ),
            (
                json!({"features": {"chatBot": "yes"}}),
                "features.chatBot: must be true or false",
            ),
            (
                json!({"features": {"chatBot": null}}),
                "features.chatBot: must be true or false",
            ),
            (
                json!({"features": true}),
                "features: must be an object with settings in it",
            ),
            (
                json!({"language": {"en": 1}}),
                "language: must be one of en, de, es, fr, ja, pt-BR",
            ),
            (
                json!({"timezone": "Mars"}),
                "timezone: must be an IANA time zone like Europe/Berlin",
            ),
            (
                json!({"club": {"managerRoles": ["1", "x"]}}),
                "club.managerRoles[1]: must be a Discord id like \"123456789012345678\"",
            ),
            (json!([]), "Settings must be an object with settings in it"),
        ];
        for (document, expected) in cases {
            assert_eq!(refused(&document), expected);
        }
    }

    #[test]
    fn a_long_or_odd_key_is_told_in_part() {
        let told = refused(&json!({ "x\n".repeat(500): 1 }));
        assert_eq!(told, format!("{}: no such setting", "x?".repeat(50)));
    }

    #[test]
    fn what_was_not_changed_is_not_checked() {
        let document = json!({"later": 1, "features": {"chatBot": 7, "clubAnalytics": false}});
        let same_topic = json!({"features": {"clubAnalytics": false}});
        assert_eq!(check_changed(&document, &same_topic), Ok(()));
        let taken_away = json!({"other": null, "features": {"x": null}});
        assert_eq!(check_changed(&document, &taken_away), Ok(()));

        for faulty in [json!({"later": 1}), json!({"features": {"chatBot": 7}})] {
            assert!(check_changed(&document, &faulty).is_err(), "{faulty}");
        }
        let topic_gone = json!({"features": true});
        assert!(check_changed(&topic_gone, &topic_gone).is_err());
    }
}
