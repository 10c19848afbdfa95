//! A file becomes history: first what it would change, then, when that is confirmed, all of it.
//!
//! Between the two only the file's link and checksum are kept: it is downloaded and held against
//! the history once more, so that nothing is applied that nobody has seen, and nothing half.

mod apply;
mod contradiction;
mod deciding;
mod note;
mod plan;
#[cfg(test)]
mod tests;

use std::time::Duration;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use slimy_store::{
    Id, Json, Timestamp, Tx,
    audit::{self as log},
    club::{self as store, Analysis, NewImport},
};
use slimy_words::Words;

pub use self::{
    contradiction::{Contradiction, Text},
    note::Note,
};
use self::{
    deciding::Deciding,
    plan::{Against, Work},
};
use super::{Fault, manager, members::user};

use crate::{
    Error, Services, UserError,
    attachment::FetchError,
    audit,
    club::{
        Guard, Guards, Metric, Upload, Week,
        files::{self, Format, Imported, MAX_FILE, Unreadable},
    },
    rights::{self, Action, Actor, Membership},
    settings::{self, GuildSettings},
};

/// How long a question waits for its answer: Discord's links live a day.
const WAITS: Duration = Duration::from_hours(1);

/// How long a request waits for a second manager; with the hour before it less than a link lives.
const AWAITS_APPROVAL: Duration = Duration::from_hours(12);

/// The audit log names so many guards of an import; it counts all.
const MOST_NAMED: usize = 20;

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
    /// Why a second manager has to approve, by roster; nothing where it may be imported as it is.
    pub guards: Vec<Guarded>,
    /// What was left out.
    pub notes: Vec<Note>,
}

/// A guard that stands before one roster of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Guarded {
    /// The roster's week.
    pub week: Week,
    /// Which power it has.
    pub metric: Metric,
    /// Why.
    pub guard: Guard,
}

/// What came of pressing Import or Approve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is imported.
    Imported(Plan),
    /// A second manager has to approve.
    Requested(Plan),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Press {
    Import,
    Approve,
}

enum Verdict {
    Apply,
    Ask,
}

/// Who stands with what is imported.
#[derive(Debug, Clone, Copy)]
struct By<'a> {
    /// `users.id` of who brought the file.
    maker: &'a Id,
    /// `users.id` of the second manager, where one had to approve.
    approved: Option<&'a Id>,
    /// For what is kept of it.
    words: Words,
}

/// What is kept of a file until its import is confirmed.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Pending {
    name: String,
    url: String,
    sha256: String,
    /// The guards when the question was asked: one that is loosened later guards this file still.
    #[serde(default)]
    guards: Option<Guards>,
    /// Who has asked for a second manager's approval, and for what.
    #[serde(default)]
    request: Option<Request>,
}

/// A request for a second manager's approval.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Request {
    /// `users.id` of who pressed Import.
    by: Id,
    at: Timestamp,
    /// Of what they saw; with another one the request is void.
    fingerprint: String,
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
    let settings = settings::read(services, &place.guild_id).await?;
    let pending = Pending {
        name: upload.name,
        url: upload.url,
        sha256,
        guards: Some(settings.club.guards),
        request: None,
    };
    let mut tx = services.db.begin().await?;
    let now = services.now();
    let work = work(&mut tx, place, imported, &settings, &pending, now).await?;
    let plan = work.plan(&pending.name);
    if work.is_empty() {
        tx.rollback().await?;
        return Err(user(Fault::NothingNew));
    }
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
///
/// Where a guard stands before it, the request is noted and nothing is imported.
pub async fn import(services: &Services, actor: &Actor, id: &Id) -> Result<Outcome, Error> {
    decide(services, actor, id, Press::Import).await
}

/// Approves what another manager has asked for, and applies it.
pub async fn approve(services: &Services, actor: &Actor, id: &Id) -> Result<Outcome, Error> {
    decide(services, actor, id, Press::Approve).await
}

async fn decide(
    services: &Services,
    actor: &Actor,
    id: &Id,
    press: Press,
) -> Result<Outcome, Error> {
    let action = match press {
        Press::Import => Action::ClubManage,
        Press::Approve => Action::ClubApprove,
    };
    rights::check_here(services, actor, action).await?;
    let place = actor.membership.as_ref().ok_or(UserError::NotInGuild)?;
    let known = pending(services, place, id).await?;
    let (imported, sha256) = download(services, &known.url).await?;
    if sha256 != known.sha256 {
        return Err(user(Fault::FileChanged));
    }
    let settings = settings::read(services, &place.guild_id).await?;
    let mut tx = services.db.begin().await?;
    store::hold_history(&mut tx, &place.guild_id).await?;
    // Not before the wait for others, of whom one may have decided meanwhile.
    let now = services.now();
    let (waiting, mut pending) = waiting(&mut tx, place, id, now).await?;
    let work = work(&mut tx, place, imported, &settings, &pending, now).await?;
    if work.is_empty() {
        tx.rollback().await?;
        return Err(user(Fault::NothingNew));
    }
    let plan = work.plan(&pending.name);
    let deciding = Deciding {
        actor,
        waiting: &waiting,
        plan: &plan,
        words: settings.words(),
        now,
    };
    match deciding.judge(&pending, press) {
        Ok(Verdict::Apply) => {}
        Ok(Verdict::Ask) => {
            deciding.ask(&mut tx, &mut pending).await?;
            tx.commit().await?;
            return Ok(Outcome::Requested(plan));
        }
        Err(refusal) => {
            tx.rollback().await?;
            return Err(refusal.into());
        }
    }
    deciding
        .apply(&mut tx, place, work, &pending, press)
        .await?;
    tx.commit().await?;
    Ok(Outcome::Imported(plan))
}

/// What taking an import back did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undone {
    /// Rosters that were rolled back.
    pub rosters: u64,
    /// Corrections that were removed.
    pub corrections: u64,
}

/// Takes the whole import `id` back: what counted before it counts again. Members and spellings
/// that it brought stay known.
pub async fn undo(services: &Services, actor: &Actor, id: &Id) -> Result<Undone, Error> {
    let place = manager(services, actor).await?;
    let guild_id = &place.guild_id;
    let mut tx = services.db.begin().await?;
    store::hold_history(&mut tx, guild_id).await?;
    let now = services.now();
    let taken = store::take_import_back(&mut tx, guild_id, id, &actor.user_id, now).await?;
    if taken.snapshots == 0 {
        tx.rollback().await?;
        return Err(user(Fault::NothingToUndo));
    }
    store::refresh_members(&mut tx, guild_id, now).await?;
    let action = audit::CLUB_IMPORT_UNDO;
    let entry = audit::entry_by(actor, action, "club_import", id.as_str(), now);
    let details = serde_json::json!({
        "rosters": taken.snapshots, "corrections": taken.corrections,
    });
    log::create(&mut tx, &audit::with_details(entry, details)).await?;
    tx.commit().await?;
    Ok(Undone {
        rosters: taken.snapshots,
        corrections: taken.corrections,
    })
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

/// What waits under `id`, as it stands in the transaction.
async fn waiting(
    tx: &mut Tx,
    place: &Membership,
    id: &Id,
    now: Timestamp,
) -> Result<(Analysis, Pending), Error> {
    let over = || user(Fault::ImportOver);
    let found = store::find_import(&mut *tx, &place.guild_id, id, now).await?;
    let stored = found.ok_or_else(over)?;
    let waiting = store::find(&mut *tx, id).await?.ok_or_else(over)?;
    let pending = serde_json::from_value(stored.0).map_err(corrupt)?;
    Ok((waiting, pending))
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
    tx: &mut Tx,
    place: &Membership,
    imported: Imported,
    settings: &GuildSettings,
    pending: &Pending,
    now: Timestamp,
) -> Result<Work, Error> {
    let guards = settings.club.guards;
    let begun = pending.guards.as_ref();
    let against = Against {
        running: settings.club.week.week_of(now),
        guards: begun.map_or(guards, |begun| begun.stricter(&guards)),
        now,
    };
    Work::of(tx, &place.guild_id, imported, &against).await
}
