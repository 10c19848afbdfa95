//! Records into a zip file: each table as JSON and as CSV, conversations as Markdown, and the files
//! of questions as they are.

use std::collections::BTreeMap;

use serde_json::Value;
use slimy_store::export::{Attachment, Record};
use slimy_words::Words;

use super::{
    Form,
    archive::{Archive, Frame, Packed},
    columns::Row,
    spool::Spool,
    talk,
};
use crate::Error;

/// A record, and the name of the server that it is about where that is to be shown.
pub(super) struct Item {
    pub(super) record: Record,
    pub(super) place: Option<String>,
}

/// How much went into a zip file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) records: u64,
    pub(super) messages: u64,
    pub(super) files: u64,
}

/// A zip file that is being made.
pub(super) struct Packing {
    archive: Archive,
    words: Words,
    spools: BTreeMap<&'static str, Spool>,
    counts: Counts,
}

const LIST: Frame<'_> = Frame {
    head: b"[\n",
    between: b",\n",
    foot: b"\n]\n",
};

impl Packing {
    /// Begins with a page that says what is in it.
    pub(super) fn begin(readme: &str, form: Form) -> Result<Self, Error> {
        let mut archive = Archive::new(form.most);
        let readme = format!("{readme}\n");
        let text = Frame {
            head: readme.as_bytes(),
            between: b"",
            foot: b"",
        };
        archive
            .begin("README".to_owned(), "md", &text)
            .map_err(|error| failed(&error))?;
        Ok(Self {
            archive,
            words: form.words,
            spools: BTreeMap::new(),
            counts: Counts::default(),
        })
    }

    pub(super) fn take(&mut self, item: Item) -> Result<(), Error> {
        let Item { mut record, place } = item;
        self.counts.records += 1;
        match &mut record {
            Record::Conversation(conversation) => {
                let head = talk::head(conversation, place, self.words);
                let text = Frame {
                    head: head.as_bytes(),
                    between: b"",
                    foot: b"",
                };
                let begun = self.archive.begin(talk::stem(conversation), "md", &text);
                begun.map_err(|error| failed(&error))?;
            }
            Record::Message(message) => {
                self.counts.messages += 1;
                let text = talk::message(message, self.words);
                let written = self.archive.row(text.as_bytes());
                written.map_err(|error| failed(&error))?;
            }
            Record::Attachment(file) => return self.attachment(file),
            _ => {}
        }
        let line = serde_json::to_string(&record).map_err(|error| failed(&error))?;
        self.spool(table(&record), &line)
    }

    /// A file stands beside the tables, which say where.
    fn attachment(&mut self, file: &mut Attachment) -> Result<(), Error> {
        let bytes = std::mem::take(&mut file.bytes);
        let path = talk::path(file.id.as_str(), &file.file_name);
        self.counts.files += 1;
        let written = self.archive.file(&path, &bytes);
        written.map_err(|error| failed(&error))?;
        let record = Record::Attachment(file.clone());
        let mut value = serde_json::to_value(&record).map_err(|error| failed(&error))?;
        if let Value::Object(fields) = &mut value {
            fields.remove("bytes");
            fields.insert("file".to_owned(), Value::String(path));
        }
        self.spool("chat_attachments", &value.to_string())
    }

    fn spool(&mut self, table: &'static str, line: &str) -> Result<(), Error> {
        let spool = match self.spools.entry(table) {
            std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::btree_map::Entry::Vacant(new) => {
                new.insert(Spool::new().map_err(|error| failed(&error))?)
            }
        };
        spool.add(line).map_err(|error| failed(&error))
    }

    pub(super) fn finish(mut self) -> Result<(Vec<Packed>, Counts), Error> {
        for (table, mut spool) in std::mem::take(&mut self.spools) {
            self.tables(table, &mut spool)?;
        }
        let parts = self.archive.finish().map_err(|error| failed(&error))?;
        Ok((parts, self.counts))
    }

    fn tables(&mut self, table: &str, spool: &mut Spool) -> Result<(), Error> {
        let archive = &mut self.archive;
        archive
            .begin(format!("json/{table}"), "json", &LIST)
            .map_err(|error| failed(&error))?;
        for line in spool.lines().map_err(|error| failed(&error))? {
            let line = line.map_err(|error| failed(&error))?;
            archive
                .row(line.as_bytes())
                .map_err(|error| failed(&error))?;
        }
        let columns = std::mem::take(&mut spool.columns);
        let head = columns.head().map_err(|error| failed(&error))?;
        let text = Frame {
            head: &head,
            between: b"",
            foot: b"",
        };
        archive
            .begin(format!("csv/{table}"), "csv", &text)
            .map_err(|error| failed(&error))?;
        for line in spool.lines().map_err(|error| failed(&error))? {
            let line = line.map_err(|error| failed(&error))?;
            let row: Row = serde_json::from_str(&line).map_err(|error| failed(&error))?;
            let line = columns.line(row).map_err(|error| failed(&error))?;
            archive.row(&line).map_err(|error| failed(&error))?;
        }
        Ok(())
    }
}

/// The table that a record is from, by which its files are called.
fn table(record: &Record) -> &'static str {
    match record {
        Record::User(_) => "users",
        Record::Guild(_) => "guilds",
        Record::Member(_) => "user_guilds",
        Record::Session(_) => "sessions",
        Record::AuditEntry(_) => "audit_logs",
        Record::Analysis(_) => "club_analyses",
        Record::Image(_) => "club_analysis_images",
        Record::Metric(_) => "club_metrics",
        Record::Power(_) => "club_powers",
        Record::ClubMember(_) => "club_members",
        Record::Alias(_) => "club_aliases",
        Record::Correction(_) => "club_corrections",
        Record::Alert(_) => "club_alerts",
        Record::SettingsRevision(_) => "guild_settings_revisions",
        Record::SettingsProposal(_) => "guild_settings_proposals",
        Record::Consent(_) => "chat_consents",
        Record::Conversation(_) => "chat_conversations",
        Record::Message(_) => "chat_messages",
        Record::Post(_) => "chat_posts",
        Record::Attachment(_) => "chat_attachments",
        Record::Usage(usage) if usage.guild_id.is_some() => "chat_usage_guilds",
        Record::Usage(_) => "chat_usage_users",
        Record::Reservation(_) => "chat_reservations",
    }
}

fn failed(error: &dyn std::error::Error) -> Error {
    Error::Export(error.to_string())
}
