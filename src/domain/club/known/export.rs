//! A club's whole history as a file that can be imported again.

use std::collections::{HashMap, HashSet};

use serde_json::json;
use slimy_store::{Id, Timestamp, club as store};

use crate::{
    Error, Services, audit,
    rights::{Action, Actor},
};

use super::super::{
    files::{self, Format, MAX_FILE, Record, Unwritable},
    sheet::read_metric,
};
use super::{Fault, place::place, timeline::Timeline};

/// An exported history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The files; each can be imported by itself, and has whole weeks.
    pub files: Vec<ExportedFile>,
    /// Values in all of them.
    pub records: usize,
    /// Weeks with a snapshot.
    pub weeks: usize,
    /// Members who are in it.
    pub members: usize,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedFile {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Everything that the current snapshots of the actor's guild say, corrections applied: the
/// earliest week first. What is larger than can be imported at once comes in parts.
pub async fn export(services: &Services, actor: &Actor, format: Format) -> Result<Exported, Error> {
    let place = place(services, actor, Action::ClubExport).await?;
    let timeline = Timeline::find(services, &place).await?;
    let timeline = timeline.ok_or(Fault::NothingToExport)?;
    let (db, guild_id) = (&services.db, place.guild_id);
    let (mut values, sim, aliases) = tokio::try_join!(
        store::whole_history(db, guild_id, store::Metric::Total),
        store::whole_history(db, guild_id, store::Metric::Sim),
        store::list_aliases(db, guild_id),
    )?;
    values.extend(sim);
    values.sort_by(|one, other| one.week.cmp(&other.week));
    let weeks = timeline.all().iter().map(|snapshot| &snapshot.week);
    let weeks = weeks.collect::<HashSet<_>>().len();
    let ids = values.iter().map(|value| &value.member_id);
    let members = ids.collect::<HashSet<_>>().len();
    let records = values.len();
    if records == 0 {
        return Err(Fault::NothingToExport.into());
    }
    let now = services.now();
    let written = tokio::task::spawn_blocking(move || {
        let groups = grouped(values, aliases);
        let mut parts = Vec::new();
        write(format, &groups, now, MAX_FILE, &mut parts)?;
        Ok::<_, Unwritable>(parts)
    });
    let written = written.await.map_err(|error| failed(&error))?;
    let parts = written.map_err(|error| failed(&error))?;
    let word = format.extension();
    let id = place.guild_id.as_str();
    let entry = audit::entry_by(actor, audit::DATA_EXPORT, "club_history", id, now);
    let details = json!({"format": word, "records": records, "weeks": weeks});
    services
        .recorder
        .write(&[audit::with_details(entry, details)])
        .await?;
    Ok(Exported {
        files: named(parts, word),
        records,
        weeks,
        members,
    })
}

fn failed(error: &dyn std::error::Error) -> Error {
    Error::Export(error.to_string())
}

fn named(parts: Vec<Vec<u8>>, extension: &str) -> Vec<ExportedFile> {
    let all = parts.len();
    let parts = parts.into_iter().enumerate().map(|(index, bytes)| {
        let name = match all {
            1 => format!("club-history.{extension}"),
            _ => format!("club-history-{}-of-{all}.{extension}", index + 1),
        };
        ExportedFile { name, bytes }
    });
    parts.collect()
}

/// The records, one group for each snapshot. The first record of each member has their other
/// spellings.
pub(super) fn grouped(values: Vec<store::Value>, aliases: Vec<store::Alias>) -> Vec<Vec<Record>> {
    let mut spelled: HashMap<Id, Vec<String>> = HashMap::new();
    for alias in aliases {
        let others = spelled.entry(alias.member_id).or_default();
        others.push(alias.alias);
    }
    let mut groups: Vec<Vec<Record>> = Vec::new();
    for value in values {
        let record = Record {
            metric: read_metric(value.metric),
            member: value.name,
            power: value.power,
            last_seen: value.last_seen.filter(|seen| !seen.is_empty()),
            // A correction of somebody who was not read is as sure as can be.
            confidence: value.confidence.unwrap_or(1.0),
            corrected: value.corrected,
            aliases: spelled.remove(&value.member_id).unwrap_or_default(),
            week: value.week,
        };
        match groups.last_mut() {
            Some(group) if is_same(group, &record) => group.push(record),
            _ => groups.push(vec![record]),
        }
    }
    groups
}

fn is_same(group: &[Record], record: &Record) -> bool {
    let first = group.first();
    first.is_some_and(|first| (&first.week, first.metric) == (&record.week, record.metric))
}

/// Writes the groups into one file of at most `max` bytes, or halves of them into several. Two
/// files with parts of the same snapshot would replace each other when they are imported.
pub(super) fn write(
    format: Format,
    groups: &[Vec<Record>],
    at: Timestamp,
    max: usize,
    parts: &mut Vec<Vec<u8>>,
) -> Result<(), Unwritable> {
    let records: Vec<&Record> = groups.iter().flatten().collect();
    match files::export_within(format, &records, at, max) {
        Err(Unwritable::TooLarge { .. } | Unwritable::TooMany { .. }) if groups.len() > 1 => {}
        written => {
            parts.push(written?);
            return Ok(());
        }
    }
    let (earlier, later) = groups.split_at(groups.len() / 2);
    write(format, earlier, at, max, parts)?;
    write(format, later, at, max, parts)
}
