//! A change of settings as the audit log tells it: what is long stands there in short. Entries are
//! read by the thousand, when the log is verified or exported, and what stood there whole is in the
//! revision, which is written together with the entry.

use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

/// The most bytes of a text that stands there whole.
const TEXT: usize = 120;

/// The most bytes of the beginning of a longer one. With 25 channels' texts that give way to 25
/// others, a change of everything has 16 KiB then.
const BEGINNING: usize = 60;

/// The most bytes of any other value as JSON: 25 Discord ids have 576, so that it is always told who
/// may do what.
const LIST: usize = 600;

/// Changes by path, each value before and after at most so long that it can be read in passing.
pub(super) fn brief(changes: &Map<String, Value>) -> Value {
    let of_path = changes.iter().map(|(path, change)| {
        let short = json!({"before": short(&change["before"]), "after": short(&change["after"])});
        (path.clone(), short)
    });
    Value::Object(of_path.collect())
}

/// A value that is not long; of a longer one how it begins, how many characters it has, and its
/// SHA-256, by which whoever has the whole can prove that it is it: of a text itself, of anything
/// else as JSON.
fn short(value: &Value) -> Value {
    let (whole, most) = match value {
        Value::String(text) => (text.clone(), TEXT),
        other => (other.to_string(), LIST),
    };
    if whole.len() <= most {
        return value.clone();
    }
    json!({
        "begins": whole[..whole.floor_char_boundary(BEGINNING)],
        "characters": whole.chars().count(),
        "sha256": hex::encode(Sha256::digest(&whole)),
    })
}

#[cfg(test)]
mod tests {
    use slimy_store::guilds::{SettingsChange, merge};

    use super::*;
    use crate::settings::{Kind, SCHEMA, Spot, example, update::changed};

    fn brief_of(before: &Value, after: &Value) -> Value {
        let (before, after) = (before.clone(), after.clone());
        brief(&changed(&SettingsChange { before, after }))
    }

    /// Every setting as long as it may be, texts in letters of four bytes.
    fn full(letter: &str, first_channel: u64) -> Value {
        let mut document = json!({});
        for setting in SCHEMA {
            let value = match setting.kind {
                Kind::Text { most } => json!(letter.repeat(most)),
                Kind::TextByChannel { channels, most } => {
                    let text = json!(letter.repeat(most));
                    let channels = (0..channels as u64).map(|n| first_channel - n);
                    let texts = channels.map(|id| (id.to_string(), text.clone()));
                    Value::Object(texts.collect())
                }
                _ => example(setting),
            };
            merge(&mut document, &Spot::of(setting).patch(value));
        }
        document
    }

    #[test]
    fn what_is_short_stands_there_as_it_is() {
        let roles: Value = (0..25).map(|n| (u64::MAX - n).to_string()).collect();
        let before = json!({"club": {"managerRoles": roles}, "chat": {"persona": "A cook."}});
        let after = json!({"language": "de", "chat": {"persona": "x".repeat(TEXT)}});
        let expected = json!({
            "club.managerRoles": {"before": roles, "after": null},
            "chat.persona": {"before": "A cook.", "after": "x".repeat(TEXT)},
            "language": {"before": null, "after": "de"},
        });
        assert_eq!(brief_of(&before, &after), expected);
    }

    #[test]
    fn a_long_text_is_told_by_its_beginning_its_length_and_its_hash() {
        let before = json!({"chat": {"persona": "abc".repeat(600)}});
        // No character is cut in two.
        let after = json!({"chat": {"persona": format!("a{}", "é".repeat(1_999))}});
        let told = brief_of(&before, &after);
        let [before, after] = ["before", "after"].map(|side| &told["chat.persona"][side]);
        assert_eq!(before["begins"], "abc".repeat(BEGINNING / 3));
        assert_eq!(
            (&before["characters"], &after["characters"]),
            (&json!(1_800), &json!(2_000))
        );
        assert_eq!(
            before["sha256"],
            "0703fc01ee805832836dbb26d6ee5491f043ebeb86b98f49ed5c72dd760c5755"
        );
        assert_eq!(after["begins"], format!("a{}", "é".repeat(29)));
        // Two that begin alike and are as long are told apart.
        let other = json!({"chat": {"persona": format!("{}x", "abc".repeat(600))}});
        let other = brief_of(&other, &json!({}));
        assert_ne!(other["chat.persona"]["before"]["sha256"], before["sha256"]);
    }

    #[test]
    fn no_change_is_longer_in_the_audit_log_than_its_pages_allow() {
        let change = brief_of(&full("🐌", u64::MAX), &full("🦀", u64::MAX / 2));
        let paths = change.as_object().unwrap().len();
        assert!(paths > 50, "{paths}");
        let bytes = change.to_string().len();
        assert!(bytes <= 16 * 1024, "{bytes}");
    }
}
