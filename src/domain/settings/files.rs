//! Settings as a file: taken away whole, and brought back after it was shown what that changes.

use serde_json::{Value, json};
use slimy_store::guilds::merge;

use super::{
    Mark, SCHEMA, Spot, Trouble, check,
    proposal::{Content, Import, wait},
    spot::differences,
};
use crate::{
    Error, Services, UserError, audit,
    club::Upload,
    rights::{self, Action, Actor},
};

/// The most bytes of a file of settings. With every text as long as it may be, in letters of four
/// bytes, it has a quarter of that.
pub const MAX_SETTINGS_FILE: usize = 1024 * 1024;

/// What the actor's guild has set, as a file. What is not set is not in it, nor is what this release
/// does not know.
pub async fn export(services: &Services, actor: &Actor) -> Result<Vec<u8>, Error> {
    let document = document(services, actor).await?;
    let exported = exported(&document);
    let bytes = serde_json::to_vec_pretty(&exported);
    let bytes = bytes.map_err(|error| Error::Export(error.to_string()))?;
    let id = actor.guild_id().ok_or(UserError::NotInGuild)?.as_str();
    let entry = audit::entry_by(
        actor,
        audit::DATA_EXPORT,
        "guild_settings",
        id,
        services.now(),
    );
    let entry = audit::with_details(entry, json!({"bytes": bytes.len()}));
    services.recorder.write(&[entry]).await?;
    Ok(bytes)
}

/// Reads a file and has it wait for the actor to apply it, with what it changes: afterwards set is
/// what the file says, and nothing else. What does not fit the schema is refused with its path.
pub async fn prepare_import(
    services: &Services,
    actor: &Actor,
    upload: Upload,
) -> Result<Import, Error> {
    rights::check_here(services, actor, Action::SettingsChange).await?;
    let too_large = UserError::Settings(Trouble::TooLarge {
        max: MAX_SETTINGS_FILE,
    });
    if upload.size > MAX_SETTINGS_FILE as u64 {
        return Err(too_large.into());
    }
    let fetched = services.fetcher.fetch(&upload.url).await;
    let bytes = fetched.map_err(|error| UserError::Settings(Trouble::Fetch(error)))?;
    if bytes.len() > MAX_SETTINGS_FILE {
        return Err(too_large.into());
    }
    propose_file(services, actor, upload.name, &bytes).await
}

pub(super) async fn propose_file(
    services: &Services,
    actor: &Actor,
    name: String,
    bytes: &[u8],
) -> Result<Import, Error> {
    // Windows' own editor puts a mark before the text.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let read: Result<Value, _> = serde_json::from_slice(bytes);
    let settings = read.map_err(|error| {
        UserError::Settings(Trouble::NoJson {
            line: error.line(),
            column: error.column(),
        })
    })?;
    check(&settings).map_err(UserError::from)?;
    let before = document(services, actor).await?;
    let differences = changes(&before, &settings);
    if differences.is_empty() {
        return Err(UserError::Settings(Trouble::NothingNew).into());
    }
    let content = Content::Import {
        name: name.clone(),
        settings,
    };
    let base = Mark::of(&exported(&before));
    Ok(Import {
        id: wait(services, actor, &content, base).await?,
        base,
        name,
        differences,
    })
}

/// What is set in the actor's guild, as it stands in the database.
pub(super) async fn document(services: &Services, actor: &Actor) -> Result<Value, Error> {
    rights::check_here(services, actor, Action::SettingsChange).await?;
    let guild_id = actor.guild_id().ok_or(UserError::NotInGuild)?;
    let guild = services.cache.guild(&services.db, guild_id).await?;
    let settings = guild.and_then(|guild| guild.settings.clone());
    Ok(settings.map_or_else(|| json!({}), |settings| settings.0))
}

/// What `document` has of what this release knows.
pub(super) fn exported(document: &Value) -> Value {
    let mut exported = json!({});
    for setting in SCHEMA {
        if let Some(value) = setting.stored(document) {
            merge(&mut exported, &Spot::of(setting).patch(value.clone()));
        }
    }
    exported
}

/// The merge patch that leaves set what `settings` says and nothing else, but for what this release
/// does not know.
pub(super) fn replacing(before: &Value, settings: &Value) -> Value {
    let mut patch = json!({});
    for change in changes(before, settings) {
        // As a document, in which a null is a value like any other.
        put(&mut patch, &change.spot.patch(change.after));
    }
    patch
}

fn changes(before: &Value, settings: &Value) -> Vec<super::Difference> {
    differences(before, &exported(settings))
}

fn put(into: &mut Value, patch: &Value) {
    match (into, patch) {
        (Value::Object(into), Value::Object(patch)) => {
            for (key, value) in patch {
                match into.get_mut(key) {
                    Some(there) => put(there, value),
                    None => {
                        into.insert(key.clone(), value.clone());
                    }
                }
            }
        }
        (into, patch) => into.clone_from(patch),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_replaced_is_what_a_file_says_and_keeps_what_nobody_knows() {
        let before = json!({
            "language": "de",
            "later": {"key": 1},
            "chat": {"channelPersonas": {"5": "A"}, "persona": "B"},
            "features": {"chatBot": "odd"},
        });
        let file = json!({"timezone": "Asia/Tokyo", "chat": {"channelPersonas": {"6": "C"}}});
        let mut after = before.clone();
        merge(&mut after, &replacing(&before, &file));
        let expected = json!({
            "later": {"key": 1},
            "timezone": "Asia/Tokyo",
            "chat": {"channelPersonas": {"6": "C"}},
            "features": {"chatBot": "odd"},
        });
        assert_eq!(after, expected);
        assert_eq!(exported(&after), file);
    }

    #[test]
    fn every_setting_is_exported_and_a_file_with_it_is_valid() {
        let mut document = json!({});
        for setting in SCHEMA {
            let value = super::super::example(setting);
            merge(&mut document, &Spot::of(setting).patch(value));
        }
        assert_eq!(check(&document), Ok(()));
        assert_eq!(exported(&document), document);
        let differences = changes(&json!({}), &document);
        assert!(differences.len() >= SCHEMA.len());
        let mut after = json!({});
        merge(&mut after, &replacing(&json!({}), &document));
        assert_eq!(after, document);
    }
}
