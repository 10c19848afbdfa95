//! What a link of the chain is made of: the hash over the link before and the entry, and the
//! salted commitments to what names a person, which stand in the hash for what they commit to.
//! So that is erased by taking it and the salt away, and the chain still holds.

use std::borrow::Cow;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::AuditEntry;
use crate::{Cause, Json, StoreError};

/// What the hash begins with, so that another way to make it can never be taken for this one.
const VERSION: &[u8] = b"slimy audit link 1";
const ACTOR: &[u8] = b"slimy audit actor 1";
const RESOURCE: &[u8] = b"slimy audit resource 1";
const GENESIS: &[u8] = b"slimy audit genesis 1";

/// Bytes of a salt: nobody can try them all to find out whom a commitment is about.
const SALT: usize = 16;

/// What stands instead of a person who was erased.
pub(super) const ERASED: &str = "erased";

/// What is secret until it is erased: lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salts {
    /// For who did it.
    pub actor: String,
    /// For the person it was done to; used where the resource is one.
    pub resource: String,
}

impl Salts {
    /// New ones, from the operating system's randomness, which no caller is to know.
    pub(super) fn random() -> Result<Self, StoreError> {
        let mut bytes = [0; 2 * SALT];
        getrandom::fill(&mut bytes).map_err(|_| {
            let why = "the operating system gave no randomness";
            StoreError::Other(Cause(Cow::Borrowed(why)))
        })?;
        let (actor, resource) = bytes.split_at(SALT);
        Ok(Self {
            actor: hex::encode(actor),
            resource: hex::encode(resource),
        })
    }
}

/// A link as it is stored, but for its chain and place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// SHA-256 in lower-case hexadecimal digits, as the commitments are.
    pub hash: String,
    /// The salt of the commitment to who did it.
    pub actor_salt: String,
    /// The commitment to who did it, from where and with what.
    pub actor_commitment: String,
    /// The salt of the commitment to the person it was done to; none where it was no person.
    pub resource_salt: Option<String>,
    /// The commitment to the person it was done to.
    pub resource_commitment: Option<String>,
}

/// Makes the link of an entry that comes after `previous`. The names of the entry are written as
/// they are stored.
pub fn seal(chain: &str, seq: i64, previous: &str, entry: &AuditEntry, salts: Salts) -> Sealed {
    let actor_commitment = actor(&salts.actor, entry);
    let (resource_salt, resource_commitment) = if is_about_a_person(entry) {
        let commitment = resource(&salts.resource, entry);
        (Some(salts.resource), Some(commitment))
    } else {
        (None, None)
    };
    let place = Place {
        chain,
        seq,
        previous,
    };
    let hash = place.hash(entry, &actor_commitment, resource_commitment.as_deref());
    Sealed {
        hash,
        actor_salt: salts.actor,
        actor_commitment,
        resource_salt,
        resource_commitment,
    }
}

/// What the first link of a chain goes on from.
pub fn genesis(chain: &str, before_chain: i64) -> String {
    let mut fields = Fields::new(GENESIS);
    fields.text(Some(chain));
    fields.number(before_chain);
    fields.finish()
}

/// Where a link stands.
pub(super) struct Place<'a> {
    pub(super) chain: &'a str,
    pub(super) seq: i64,
    pub(super) previous: &'a str,
}

impl Place<'_> {
    /// The hash of the link of an entry here.
    pub(super) fn hash(&self, entry: &AuditEntry, actor: &str, resource: Option<&str>) -> String {
        let mut fields = Fields::new(VERSION);
        fields.text(Some(self.chain));
        fields.number(self.seq);
        fields.text(Some(self.previous));
        fields.text(Some(entry.id.as_str()));
        fields.text(entry.guild_id.as_ref().map(crate::Id::as_str));
        fields.text(Some(&entry.action));
        fields.text(Some(&entry.resource_type));
        let named = is_about_a_person(entry);
        fields.text((!named).then_some(entry.resource_id.as_str()));
        fields.text(entry.details.as_ref().map(canonical).as_deref());
        fields.text(entry.request_id.as_deref());
        fields.number(entry.timestamp.micros());
        fields.number(entry.success.into());
        fields.text(entry.error_message.as_deref());
        fields.text(Some(actor));
        fields.text(resource);
        fields.finish()
    }
}

/// The commitment to who did it.
pub(super) fn actor(salt: &str, entry: &AuditEntry) -> String {
    let mut fields = Fields::new(ACTOR);
    fields.text(Some(salt));
    fields.text(entry.user_id.as_ref().map(crate::Id::as_str));
    fields.text(entry.ip_address.as_deref());
    fields.text(entry.user_agent.as_deref());
    fields.text(entry.session_id.as_deref());
    fields.finish()
}

/// The commitment to the person it was done to.
pub(super) fn resource(salt: &str, entry: &AuditEntry) -> String {
    let mut fields = Fields::new(RESOURCE);
    fields.text(Some(salt));
    fields.text(Some(&entry.resource_id));
    fields.finish()
}

/// Whether erasing a person can take out what it was done to.
pub(super) fn is_about_a_person(entry: &AuditEntry) -> bool {
    entry.resource_type == "user"
}

/// Hashes values so that no two lists of them look alike: each with what it is and how long.
struct Fields(Sha256);

impl Fields {
    fn new(purpose: &[u8]) -> Self {
        let mut fields = Self(Sha256::new());
        fields.bytes(b'v', purpose);
        fields
    }

    fn text(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.bytes(b't', text.as_bytes()),
            None => self.0.update(b"-"),
        }
    }

    fn number(&mut self, number: i64) {
        self.bytes(b'n', &number.to_be_bytes());
    }

    fn bytes(&mut self, kind: u8, bytes: &[u8]) {
        self.0.update([kind]);
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    fn finish(self) -> String {
        hex::encode(self.0.finalize())
    }
}

/// A document in the one form that both engines give back: keys in order, no spaces, and
/// numbers with a fraction cut to twelve digits, since a reader may be off in the last ones.
fn canonical(document: &Json) -> String {
    let mut text = String::new();
    write(&document.clone().with_common_numbers(), &mut text);
    text
}

fn write(value: &serde_json::Value, to: &mut String) {
    use serde_json::Value;
    // Writing to a String cannot fail.
    match value {
        Value::Number(number) if number.is_f64() => {
            let _ = write!(to, "{:.11e}", number.as_f64().unwrap_or_default());
        }
        Value::Array(items) => {
            to.push('[');
            for item in items {
                write(item, to);
                to.push(',');
            }
            to.push(']');
        }
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_unstable_by_key(|(key, _)| *key);
            to.push('{');
            for (key, value) in fields {
                let _ = write!(to, "{}:", serde_json::Value::from(key.as_str()));
                write(value, to);
                to.push(',');
            }
            to.push('}');
        }
        _ => {
            let _ = write!(to, "{value}");
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::Timestamp;

    fn entry() -> AuditEntry {
        AuditEntry {
            id: "e".into(),
            user_id: Some("u".into()),
            guild_id: Some("g".into()),
            action: "a.b".to_owned(),
            resource_type: "user".to_owned(),
            resource_id: "v".to_owned(),
            details: Some(Json(
                json!({ "b": [1.5, null], "a": { "z": "ä", "y": 1e20 } }),
            )),
            ip_address: None,
            user_agent: None,
            session_id: None,
            request_id: None,
            timestamp: Timestamp::from_micros(1).unwrap(),
            success: true,
            error_message: None,
        }
    }

    fn salts() -> Salts {
        Salts {
            actor: "00".to_owned(),
            resource: "11".to_owned(),
        }
    }

    /// Links that are stored must be made in the same way for ever.
    #[test]
    fn a_link_is_made_as_it_always_was() {
        let first = genesis("g", 3);
        let link = seal("g", 1, &first, &entry(), salts());
        let hashes = [first.as_str(), link.hash.as_str()];
        assert_eq!(
            hashes,
            [
                "effdeeb6afd0637a3a9e664b96b6590dd17b26503bae3e4181e629a595574647",
                "142b6be198dcd71dc751ddba369afcc7d32eead07651b0e2c0b5696c1f4ffff1",
            ]
        );
        assert_eq!(link.resource_salt.as_deref(), Some("11"));
    }

    #[test]
    fn whatever_is_changed_changes_the_hash() {
        let link = seal("g", 1, "p", &entry(), salts());
        let changes: [fn(&mut AuditEntry); 12] = [
            |e| e.id = "f".into(),
            |e| e.user_id = None,
            |e| e.guild_id = None,
            |e| e.action.push('c'),
            |e| e.resource_type.push('s'),
            |e| e.resource_id.push('w'),
            |e| e.details = None,
            |e| e.session_id = Some(String::new()),
            |e| e.request_id = Some(String::new()),
            |e| e.timestamp = Timestamp::from_micros(2).unwrap(),
            |e| e.success = false,
            |e| e.error_message = Some(String::new()),
        ];
        for (number, change) in changes.into_iter().enumerate() {
            let mut entry = entry();
            change(&mut entry);
            assert_ne!(
                seal("g", 1, "p", &entry, salts()).hash,
                link.hash,
                "{number}"
            );
        }
        for other in [
            seal("h", 1, "p", &entry(), salts()),
            seal("g", 2, "p", &entry(), salts()),
            seal("g", 1, "q", &entry(), salts()),
        ] {
            assert_ne!(other.hash, link.hash);
        }
    }

    #[test]
    fn the_order_of_keys_and_the_way_a_number_is_written_do_not_matter() {
        let of = |text: &str| canonical(&Json(serde_json::from_str(text).unwrap()));
        assert_eq!(of(r#"{"a":1,"b":[0.1]}"#), of(r#"{"b":[1e-1],"a":1}"#));
        assert_eq!(of("100000000000000000000"), of("1e20"));
        assert_eq!(of("-0.0"), of("0.0"));
        assert_ne!(of(r#"{"a":[1,2]}"#), of(r#"{"a":[12]}"#));
        assert_ne!(of(r#""1""#), of("1"));
    }
}
