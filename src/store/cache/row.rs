//! The rows that are kept, and how they are written down for other processes.
//!
//! The shapes are this file's own, so that what exports say can change without them.
//! A change of a shape needs another version in [`super::shared`]: while a deployment
//! is replaced, the old and the new program read the same values.

use serde::{Deserialize, Serialize};

use crate::guilds::Guild;
use crate::users::User;
use crate::{Id, Json, Timestamp};

/// A row that can be kept.
pub(super) trait Row: Sized + Send + Sync + 'static {
    /// The row as JSON text, an object. None when it has no such form, which does not
    /// happen: then it is not kept.
    fn to_json(&self) -> Option<String>;

    /// The row that was written so; none when it was not written by this version.
    fn from_json(text: &[u8]) -> Option<Self>;
}

impl Row for Guild {
    fn to_json(&self) -> Option<String> {
        #[derive(Serialize)]
        struct Out<'a>(#[serde(with = "StoredGuild")] &'a Guild);
        serde_json::to_string(&Out(self)).ok()
    }

    fn from_json(text: &[u8]) -> Option<Self> {
        StoredGuild::deserialize(&mut serde_json::Deserializer::from_slice(text)).ok()
    }
}

impl Row for User {
    fn to_json(&self) -> Option<String> {
        #[derive(Serialize)]
        struct Out<'a>(#[serde(with = "StoredUser")] &'a User);
        serde_json::to_string(&Out(self)).ok()
    }

    fn from_json(text: &[u8]) -> Option<Self> {
        StoredUser::deserialize(&mut serde_json::Deserializer::from_slice(text)).ok()
    }
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Guild")]
struct StoredGuild {
    id: Id,
    discord_id: String,
    name: String,
    settings: Option<Json>,
    left_at: Option<Timestamp>,
    created_at: Timestamp,
    updated_at: Timestamp,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "User")]
struct StoredUser {
    id: Id,
    discord_id: String,
    username: Option<String>,
    global_name: Option<String>,
    avatar: Option<String>,
    created_at: Timestamp,
    updated_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(micros: i64) -> Timestamp {
        Timestamp::from_micros(micros).unwrap()
    }

    #[test]
    fn a_guild_is_read_back_as_it_was_in_the_shape_that_version_1_has() {
        let settings = serde_json::json!({"features": {"chatBot": true}, "odd\u{202e}": "🦀\n"});
        let guild = Guild {
            id: Id::from("g"),
            discord_id: "22".to_owned(),
            name: "Slimy \"Club\"".to_owned(),
            settings: Some(Json(settings)),
            left_at: None,
            created_at: at(1_730_887_200_000_001),
            updated_at: at(1_730_887_200_000_000),
        };
        let text = guild.to_json().unwrap();
        let expected = concat!(
            r#"{"id":"g","discord_id":"22","name":"Slimy \"Club\"","#,
            r#""settings":{"features":{"chatBot":true},"odd"#,
            "\u{202e}",
            r#"":"🦀\n"},"left_at":null,"#,
            r#""created_at":"2024-11-06T10:00:00.000001Z","updated_at":"2024-11-06T10:00:00Z"}"#,
        );
        assert_eq!(text, expected);
        assert_eq!(Guild::from_json(text.as_bytes()), Some(guild));
    }

    #[test]
    fn a_person_is_read_back_as_they_were_in_the_shape_that_version_1_has() {
        let user = User {
            id: Id::from("u"),
            discord_id: "11".to_owned(),
            username: Some("slimy_user".to_owned()),
            global_name: None,
            avatar: None,
            created_at: at(0),
            updated_at: at(1),
        };
        let text = user.to_json().unwrap();
        let expected = concat!(
            r#"{"id":"u","discord_id":"11","username":"slimy_user","global_name":null,"avatar":null,"#,
            r#""created_at":"1970-01-01T00:00:00Z","updated_at":"1970-01-01T00:00:00.000001Z"}"#,
        );
        assert_eq!(text, expected);
        assert_eq!(User::from_json(text.as_bytes()), Some(user));
    }

    #[test]
    fn what_another_version_wrote_is_not_taken_for_a_row() {
        for text in ["", "{}", "W1", "L:x", r#"{"id":"g"}"#, "null", "[]"] {
            assert_eq!(Guild::from_json(text.as_bytes()), None, "{text}");
        }
    }
}
