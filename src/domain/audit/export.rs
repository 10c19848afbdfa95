//! A guild's entries as files, a part after the other, so that no more than one part is ever in
//! memory. Each part is on record before anybody has it: who breaks off has left a trace of what
//! they took.

use std::collections::VecDeque;

use slimy_store::{
    Cursor, PageRequest,
    audit::{self as store, AuditEntry, AuditFilter, NewAuditEntry},
    limits,
};

use super::asked::Filter;
use super::look::{guild, people};
use super::turn::{Purpose, Reading};
use super::{DATA_EXPORT, UNSENT, entry_by, failed, with_details};
use crate::{
    Error, Services,
    club::files::neutralise,
    rights::{Action, Actor},
};

/// Parts of one export; what is more is asked for with a range.
const MOST_PARTS: usize = 20;

/// The mark that Excel needs to see that a file is UTF-8.
const MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

const HEADINGS: [&str; 12] = [
    "timestamp",
    "action",
    "success",
    "personDiscordId",
    "resourceType",
    "resourceId",
    "details",
    "errorMessage",
    "requestId",
    "id",
    "userId",
    "guildId",
];

/// How the entries are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A row each, for spreadsheets: formulas in it are none.
    Csv,
    /// A line of JSON each.
    JsonLines,
}

impl Format {
    /// What the file's name ends in.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::JsonLines => "jsonl",
        }
    }
}

/// A file of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its number, from 1.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// It.
    pub bytes: Vec<u8>,
    /// Entries in it.
    pub entries: u64,
    /// Whether it is the last.
    pub is_last: bool,
    /// Whether there are entries that no part has, because there are too many.
    pub is_cut: bool,
}

/// An export under way, the newest entries first. It holds the guild's turn until its last part is
/// read: who has the answer may ask again.
#[derive(Debug)]
pub struct Export {
    filter: Option<AuditFilter>,
    format: Format,
    most: usize,
    next: Option<PageRequest>,
    waiting: VecDeque<Vec<u8>>,
    parts: usize,
    stamp: String,
    asked: Filter,
    turn: Option<Reading>,
}

/// Begins an export of the actor's guild in parts of at most `most` bytes.
pub async fn export(
    services: &Services,
    actor: &Actor,
    filter: Filter,
    format: Format,
    most: usize,
) -> Result<Export, Error> {
    let (guild_id, timezone) = guild(services, actor, Action::AuditExport).await?;
    let turn = Reading::begin(Purpose::Export, &guild_id)?;
    let now = services.now();
    let wanted = filter.of_guild(services, &guild_id, timezone).await?;
    // What comes in meanwhile is not in it.
    let wanted = wanted.map(|wanted| AuditFilter {
        until: Some(wanted.until.map_or(now, |until| until.min(now))),
        ..wanted
    });
    Ok(Export {
        filter: wanted,
        format,
        most,
        next: Some(PageRequest::first(limits::PAGE_SIZE)),
        waiting: VecDeque::new(),
        parts: 0,
        stamp: now.datetime().format("%Y-%m-%d").to_string(),
        asked: filter,
        turn: Some(turn),
    })
}

impl Export {
    /// The next part, which `actor` is on record with; none after the last. There is always a
    /// first, if only an empty one.
    pub async fn next(
        &mut self,
        services: &Services,
        actor: &Actor,
    ) -> Result<Option<Part>, Error> {
        let part = self.read_part(services).await?;
        if part.as_ref().is_none_or(|part| part.is_last) {
            self.turn = None;
        }
        if let Some(part) = &part {
            let entry = self.entry(services, actor, part.number, part.entries);
            services.recorder.write(&[entry]).await?;
        }
        Ok(part)
    }

    /// Writes that Discord did not take this part after all.
    pub async fn unsent(
        &self,
        services: &Services,
        actor: &Actor,
        number: usize,
        entries: u64,
    ) -> Result<(), Error> {
        let entry = self.entry(services, actor, number, entries);
        services.recorder.write(&[failed(entry, UNSENT)]).await?;
        Ok(())
    }

    /// What is written of a part. Not about whom it was asked for: that would name a person where
    /// no erasing takes the name out.
    fn entry(
        &self,
        services: &Services,
        actor: &Actor,
        part: usize,
        entries: u64,
    ) -> NewAuditEntry {
        let guild_id = actor.guild_id().map_or("", slimy_store::Id::as_str);
        let entry = entry_by(actor, DATA_EXPORT, "audit_log", guild_id, services.now());
        let details = serde_json::json!({
            "format": self.format.extension(),
            "part": part,
            "entries": entries,
            "action": self.asked.action,
            "resource": self.asked.resource,
            "success": self.asked.success,
            "from": self.asked.from.map(|day| day.to_string()),
            "to": self.asked.to.map(|day| day.to_string()),
        });
        with_details(entry, details)
    }

    async fn read_part(&mut self, services: &Services) -> Result<Option<Part>, Error> {
        let is_over = self.next.is_none() && self.waiting.is_empty();
        if (is_over && self.parts > 0) || self.parts == MOST_PARTS {
            return Ok(None);
        }
        let mut bytes = self.head()?;
        let mut entries = 0;
        loop {
            if self.waiting.is_empty() && !self.read(services).await? {
                break;
            }
            let fits = |line: &Vec<u8>| entries == 0 || bytes.len() + line.len() <= self.most;
            if !self.waiting.front().is_some_and(fits) {
                break;
            }
            bytes.extend(self.waiting.pop_front().unwrap_or_default());
            entries += 1;
        }
        self.parts += 1;
        let is_done = self.next.is_none() && self.waiting.is_empty();
        let (stamp, number) = (&self.stamp, self.parts);
        let name = if number == 1 && is_done {
            format!("audit-log-{stamp}.{}", self.format.extension())
        } else {
            format!("audit-log-{stamp}-{number}.{}", self.format.extension())
        };
        Ok(Some(Part {
            number,
            name,
            bytes,
            entries,
            is_last: is_done || number == MOST_PARTS,
            is_cut: !is_done && number == MOST_PARTS,
        }))
    }

    fn head(&self) -> Result<Vec<u8>, Error> {
        match self.format {
            Format::JsonLines => Ok(Vec::new()),
            Format::Csv => {
                let mut head = MARK.to_vec();
                head.extend(row(&HEADINGS.map(str::to_owned))?);
                Ok(head)
            }
        }
    }

    /// Reads the next page; false when there is none.
    async fn read(&mut self, services: &Services) -> Result<bool, Error> {
        let (Some(filter), Some(page)) = (&self.filter, self.next.take()) else {
            return Ok(false);
        };
        let found = store::list(&services.db, filter, &page).await?;
        self.next = found
            .next
            .map(|cursor: Cursor| PageRequest::after(limits::PAGE_SIZE, cursor));
        let people = people(services, found.items.iter()).await?;
        for entry in &found.items {
            let person = entry.user_id.as_ref().and_then(|id| people.get(id));
            self.waiting.push_back(self.line(entry, person)?);
        }
        Ok(!self.waiting.is_empty())
    }

    /// An entry as people may see it: where somebody did it from is theirs.
    fn line(&self, entry: &AuditEntry, person: Option<&String>) -> Result<Vec<u8>, Error> {
        match self.format {
            Format::Csv => row(&cells(entry, person)),
            Format::JsonLines => {
                let line = serde_json::json!({
                    "id": entry.id,
                    "timestamp": entry.timestamp,
                    "action": entry.action,
                    "success": entry.success,
                    "personDiscordId": person,
                    "userId": entry.user_id,
                    "guildId": entry.guild_id,
                    "resourceType": entry.resource_type,
                    "resourceId": entry.resource_id,
                    "details": entry.details,
                    "requestId": entry.request_id,
                    "errorMessage": entry.error_message,
                });
                Ok(format!("{line}\n").into_bytes())
            }
        }
    }
}

fn cells(entry: &AuditEntry, person: Option<&String>) -> [String; 12] {
    let text = |text: &Option<String>| neutralise(text.as_deref().unwrap_or_default());
    let key = |id: &Option<slimy_store::Id>| id.as_ref().map(ToString::to_string);
    let details = entry.details.as_ref().map(|details| details.0.to_string());
    [
        entry.timestamp.to_string(),
        entry.action.clone(),
        if entry.success { "yes" } else { "no" }.to_owned(),
        person.cloned().unwrap_or_default(),
        neutralise(&entry.resource_type),
        neutralise(&entry.resource_id),
        text(&details),
        text(&entry.error_message),
        text(&entry.request_id),
        entry.id.to_string(),
        key(&entry.user_id).unwrap_or_default(),
        key(&entry.guild_id).unwrap_or_default(),
    ]
}

fn row(cells: &[String]) -> Result<Vec<u8>, Error> {
    let failed = |why: String| Error::Export(why);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(cells)
        .map_err(|error| failed(error.to_string()))?;
    writer
        .into_inner()
        .map_err(|error| failed(error.to_string()))
}
