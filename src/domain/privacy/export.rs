//! All about a person as a zip file, in parts where it is large.
//!
//! It is read page by page while another thread packs what came before, into files that have no
//! name: a person with a million messages needs no more memory than one with a hundred.

use slimy_store::{
    Id, Timestamp,
    audit::NewAuditEntry,
    export::{self as store, Record},
};
use slimy_words::{Words, say};
use tokio::sync::mpsc;

use super::{
    archive::Packed,
    delete::own,
    pack::{Counts, Item, Packing},
};
use crate::{Error, Services, audit, chain, rights::Actor};

/// Records that wait to be packed. A file of a question has up to a megabyte.
const QUEUE: usize = 16;

/// An export.
#[derive(Debug)]
pub struct Exported {
    /// The zip files, each whole by itself.
    pub parts: Vec<Part>,
    /// How many records are in it.
    pub records: u64,
    /// How many messages of conversations are among them.
    pub messages: u64,
    /// How many files of questions.
    pub files: u64,
    /// Whose data it is.
    pub whose: Whose,
}

/// What the audit log calls a guild.
pub(super) const GUILD: &str = "guild";

/// Whose data an export has, as the audit log names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whose {
    kind: &'static str,
    id: Id,
}

/// A zip file of an export.
#[derive(Debug)]
pub struct Part {
    /// What it is called.
    pub name: String,
    packed: Packed,
}

impl Part {
    /// How many bytes it has.
    pub fn size(&self) -> u64 {
        self.packed.size
    }

    /// All of it.
    pub async fn read(self) -> Result<Vec<u8>, Error> {
        let read = tokio::task::spawn_blocking(move || self.packed.read());
        let read = read.await.map_err(|error| failed(&error))?;
        read.map_err(|error| failed(&error))
    }
}

/// How an export is to be.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// In which words its pages for people are.
    pub words: Words,
    /// At most so many bytes are in a part.
    pub most: u64,
}

/// All that is stored about the actor, wherever it is from.
pub async fn export(services: &Services, actor: &Actor, form: Form) -> Result<Exported, Error> {
    let user_id = own(actor)?;
    let _turn = services.exports.begin(user_id).await?;
    let records = store::of_user(&services.db, user_id.clone());
    let plan = Plan {
        name: "slimy-data",
        readme: say!(form.words, "privacy-export-readme"),
        form,
        whose: Whose::of("user", user_id),
    };
    made(services, actor, records, plan).await
}

/// Writes that so many parts of an export could not be sent after all.
pub async fn unsent(
    services: &Services,
    actor: &Actor,
    whose: &Whose,
    parts: usize,
) -> Result<(), Error> {
    let details = serde_json::json!({ "parts": parts });
    let entry = whose.entry(actor, services.now());
    let entry = audit::failed(audit::with_details(entry, details), audit::UNSENT);
    services.recorder.write(&[entry]).await?;
    Ok(())
}

impl Whose {
    pub(super) fn of(kind: &'static str, id: &Id) -> Self {
        let id = id.clone();
        Self { kind, id }
    }

    /// What is written of it. Of a person it is of no guild: what they take with them is from
    /// everywhere, and nothing for the admins of the one where they happened to ask.
    fn entry(&self, actor: &Actor, at: Timestamp) -> NewAuditEntry {
        let entry = audit::entry_by(actor, audit::DATA_EXPORT, self.kind, self.id.as_str(), at);
        NewAuditEntry {
            guild_id: (self.kind == GUILD).then(|| self.id.clone()),
            ..entry
        }
    }
}

/// What is made of the records.
pub(super) struct Plan {
    /// What the zip files are called.
    pub(super) name: &'static str,
    /// A page in Markdown that says what is in them.
    pub(super) readme: String,
    pub(super) form: Form,
    pub(super) whose: Whose,
}

/// Makes the zip files, and writes that they were made before anybody has one.
pub(super) async fn made(
    services: &Services,
    actor: &Actor,
    records: store::Export,
    plan: Plan,
) -> Result<Exported, Error> {
    let Plan {
        name,
        readme,
        form,
        whose,
    } = plan;
    let (parts, counts) = pack(services, records, readme, form).await?;
    let now = services.now();
    let details = serde_json::json!({
        "records": counts.records,
        "messages": counts.messages,
        "files": counts.files,
        "parts": parts.len(),
    });
    let entry = audit::with_details(whose.entry(actor, now), details);
    services.recorder.write(&[entry]).await?;
    let day = now.datetime().format("%Y-%m-%d");
    let of = parts.len();
    let parts = parts.into_iter().enumerate();
    let parts = parts.map(|(index, packed)| Part {
        name: match of {
            1 => format!("{name}-{day}.zip"),
            of => format!("{name}-{day}-{}-of-{of}.zip", index + 1),
        },
        packed,
    });
    Ok(Exported {
        parts: parts.collect(),
        records: counts.records,
        messages: counts.messages,
        files: counts.files,
        whose,
    })
}

async fn pack(
    services: &Services,
    records: store::Export,
    readme: String,
    form: Form,
) -> Result<(Vec<Packed>, Counts), Error> {
    let (items, mut taken) = mpsc::channel::<Item>(QUEUE);
    let packing = tokio::task::spawn_blocking(move || {
        let mut packing = Packing::begin(&readme, form)?;
        while let Some(item) = taken.blocking_recv() {
            packing.take(item)?;
        }
        packing.finish()
    });
    let read = read(services, records, items).await;
    let packed = packing.await.map_err(|error| failed(&error))?;
    // What could not be read to its end is no export, though it was packed.
    read?;
    packed
}

/// Hands on every record; the other end goes away when it fails, and says why.
async fn read(
    services: &Services,
    mut records: store::Export,
    items: mpsc::Sender<Item>,
) -> Result<(), Error> {
    while let Some(record) = records.next().await? {
        let place = match &record {
            Record::Conversation(conversation) => match &conversation.guild_id {
                Some(guild_id) => {
                    let guild = services.cache.guild(&services.db, guild_id).await?;
                    guild.map(|guild| guild.name.clone())
                }
                None => None,
            },
            _ => None,
        };
        if items.send(Item { record, place }).await.is_err() {
            return Ok(());
        }
    }
    Ok(())
}

fn failed(error: &(dyn std::error::Error + 'static)) -> Error {
    Error::Export(chain(error))
}
