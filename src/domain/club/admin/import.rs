//! A file becomes history: first what it would change, then, when that is confirmed, all of it.
//!
//! Between the two only the file's link and checksum are kept: it is downloaded and held against
//! the history once more, so that nothing is applied that nobody has seen, and nothing half.

mod apply;
mod plan;
#[cfg(test)]
mod tests;

use std::time::Duration;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use slimy_store::{
    Id, Json, Tx,
    audit::{self as log},
    club::{self as store, NewImport},
};

use self::plan::Work;
use super::{Fault, manager, members::user};
use crate::{
    Error, Services,
    attachment::FetchError,
    audit,
    club::{
        Upload, Week,
        files::{self, Format, Imported, MAX_FILE, Unreadable},
    },
    rights::{Actor, Membership},
    settings,
};

/// How long a question waits for its answer: Discord's links live a day.
const WAITS: Duration = Duration::from_hours(1);

/// What an import changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The file's name.
    pub file: String,
    /// What it is.
    pub format: Format,
    /// The first week that it has.
    pub first: Week,
    /// The last.
    pub last: Week,
    /// Rosters that are saved, one for a week and metric.
    pub rosters: usize,
    /// Those of them in whose place another one counts so far.
    pub superseded: usize,
    /// Rosters of the file that are known as they are; nothing is saved of these.
    pub unchanged: usize,
    /// Values that are saved.
    pub values: usize,
    /// Members that are known.
    pub known: usize,
    /// The names of members who are not.
    pub new: Vec<String>,
    /// Other spellings that are not known yet.
    pub aliases: usize,
    /// Values that are kept as corrections.
    pub corrections: usize,
    /// What was left out, in sentences.
    pub notes: Vec<String>,
}

/// What is kept of a file until its import is confirmed.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Pending {
    name: String,
    url: String,
    sha256: String,
}

/// Reads a file and says what it would change; nothing is changed yet. Gives the key by which it
/// is confirmed.
pub async fn prepare(
    services: &Services,
    actor: &Actor,
    channel_id: Option<String>,
    upload: Upload,
) -> Result<(Id, Plan), Error> {
    let place = manager(services, actor).await?;
    if upload.size > MAX_FILE as u64 {
        return Err(user(too_large()));
    }
    let (imported, sha256) = download(services, &upload.url).await?;
    let mut tx = services.db.begin().await?;
    let work = work(services, &mut tx, place, imported).await?;
    let plan = work.plan(&upload.name);
    if work.is_empty() {
        tx.rollback().await?;
        return Err(user(Fault::NothingNew));
    }
    let now = services.now();
    let pending = Pending {
        name: upload.name,
        url: upload.url,
        sha256,
    };
    let payload = serde_json::to_value(&pending).map_err(corrupt)?;
    let question = NewImport {
        guild_id: place.guild_id.clone(),
        user_id: actor.user_id.clone(),
        channel_id,
        summary: format!("Import of {}", plan.file),
        payload: Json(payload),
        expires_at: now + WAITS,
    };
    let id = store::create_import(&mut tx, question, now).await?;
    tx.commit().await?;
    Ok((id, plan))
}

/// Applies what was prepared under `id`, all of it in one transaction. Of several who confirm at
/// once one does.
pub async fn import(services: &Services, actor: &Actor, id: &Id) -> Result<Plan, Error> {
    let place = manager(services, actor).await?;
    let pending = pending(services, place, id).await?;
    let (imported, sha256) = download(services, &pending.url).await?;
    if sha256 != pending.sha256 {
        return Err(user(Fault::FileChanged));
    }
    let now = services.now();
    let mut tx = services.db.begin().await?;
    store::hold_history(&mut tx, &place.guild_id).await?;
    if !store::discard(&mut tx, id, now).await? {
        tx.rollback().await?;
        return Err(user(Fault::ImportOver));
    }
    let work = work(services, &mut tx, place, imported).await?;
    if work.is_empty() {
        tx.rollback().await?;
        return Err(user(Fault::NothingNew));
    }
    let plan = work.plan(&pending.name);
    apply::apply(&mut tx, actor, place, work, &plan.file, now).await?;
    store::refresh_members(&mut tx, &place.guild_id, now).await?;
    let entry = audit::entry_by(actor, audit::CLUB_IMPORT, "club_import", id.as_str(), now);
    let details = serde_json::json!({
        "file": plan.file, "sha256": sha256, "first": plan.first, "last": plan.last,
        "rosters": plan.rosters, "superseded": plan.superseded, "values": plan.values,
        "newMembers": plan.new.len(), "aliases": plan.aliases, "corrections": plan.corrections,
    });
    log::create(&mut tx, &audit::with_details(entry, details)).await?;
    tx.commit().await?;
    Ok(plan)
}

/// Leaves it.
pub async fn cancel(services: &Services, actor: &Actor, id: &Id) -> Result<(), Error> {
    let place = manager(services, actor).await?;
    pending(services, place, id).await?;
    let now = services.now();
    let mut tx = services.db.begin().await?;
    if !store::discard(&mut tx, id, now).await? {
        tx.rollback().await?;
        return Err(user(Fault::ImportOver));
    }
    let action = audit::CLUB_IMPORT_CANCEL;
    let entry = audit::entry_by(actor, action, "club_import", id.as_str(), now);
    log::create(&mut tx, &entry).await?;
    tx.commit().await?;
    Ok(())
}

async fn pending(services: &Services, place: &Membership, id: &Id) -> Result<Pending, Error> {
    let now = services.now();
    let found = store::find_import(&services.db, &place.guild_id, id, now).await?;
    let stored = found.ok_or_else(|| user(Fault::ImportOver))?;
    serde_json::from_value(stored.0).map_err(corrupt)
}

fn corrupt(source: serde_json::Error) -> Error {
    Error::Corrupt {
        what: "import",
        source,
    }
}

fn too_large() -> Fault {
    Unreadable::TooLarge { max: MAX_FILE }.into()
}

/// The file's content and its checksum. One file is read at a time; who gives up waiting does not
/// let the next one in before the reader is through.
async fn download(services: &Services, url: &str) -> Result<(Imported, String), Error> {
    let alone = services.reading.file().await?;
    let bytes = match services.fetcher.fetch(url).await {
        Ok(bytes) => bytes,
        Err(FetchError::TooLarge) => return Err(user(too_large())),
        Err(fault) => return Err(user(Fault::Fetch(fault))),
    };
    let read = move || {
        let sha256 = hex::encode(Sha256::digest(&bytes));
        let imported = files::import(&bytes);
        drop((bytes, alone));
        imported.map(|imported| (imported, sha256))
    };
    let read = tokio::task::spawn_blocking(read).await;
    let read = read.map_err(|error| Error::Reader(error.to_string()))?;
    read.map_err(|fault| user(fault.into()))
}

/// What there is to do about a file, held against what is known.
async fn work(
    services: &Services,
    tx: &mut Tx,
    place: &Membership,
    imported: Imported,
) -> Result<Work, Error> {
    let settings = settings::read(services, &place.guild_id).await?;
    let running = settings.club.week.week_of(services.now());
    Work::of(tx, &place.guild_id, imported, running).await
}
