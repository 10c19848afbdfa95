//! A conversation as a file to take away: all that was said, with the answers that were not chosen
//! and with what was attached.
//!
//! It is read page by page into a part that is as large as a message's file may be, and where it
//! does not fit, the next part is read when it is asked for: no conversation needs more memory
//! than a part, twice, and a page of its messages. A part with attachments is a zip file with the document and the files; one
//! without is the document. Each part's document is whole by itself.

use std::{
    collections::HashMap,
    io::{Cursor, Write as _},
};

use serde::Serialize;
use serde_json::json;
use slimy_store::{
    Db,
    chat::{self as store, Attachment, Conversation, Message, Transcript},
};
use slimy_words::Words;
use zip::{CompressionMethod, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{Kept, entry, json as as_json, kept, markdown, row};
use crate::{Error, Id, Services, audit, rights::Actor};

/// What a zip file needs beside its content, at most: directories, and content that cannot be
/// packed grows by a ten-thousandth.
const SLACK: usize = 64 * 1024;

/// What a zip file needs for each file in it, with its name twice.
const FILE_OVERHEAD: usize = 512;

/// Characters of a title, or of an attached file's name, in the name of a file.
const NAME: usize = 60;

/// Which document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Markdown,
    /// For programs.
    Json,
}

impl Format {
    /// How the names of its files end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }
}

/// How the file of an export is to be.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// Which document.
    pub format: Format,
    /// At most so many bytes.
    pub max: usize,
    /// In which words a document for people tells what was said.
    pub words: Words,
}

/// Where an export goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Onward {
    /// Which part that is, from 2.
    pub part: usize,
    /// The place of the last message of the part before.
    pub position: usize,
    /// Which of the answers at that place it is, from 0.
    pub alternative: usize,
}

/// A part of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The conversation.
    pub conversation: Kept,
    /// The name of the file.
    pub file_name: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// How many messages are in it.
    pub messages: usize,
    /// How many attached files are in it.
    pub files: usize,
    /// Which part it is, from 1.
    pub part: usize,
    /// Where the next one begins; none when this is the last.
    pub next: Option<Onward>,
}

/// A file that was attached to a message, as the document names it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Attached {
    #[serde(rename = "fileName")]
    pub(super) name: String,
    content_type: String,
    size: i64,
    /// Where it is in the zip file.
    #[serde(rename = "file")]
    pub(super) path: String,
    #[serde(skip)]
    id: Id,
}

/// A part of the conversation `id` as one file: the first, or the one at `onward`. A message with
/// its attachments is never parted.
pub async fn export(
    services: &Services,
    actor: &Actor,
    id: &Id,
    form: Form,
    onward: Option<Onward>,
) -> Result<Exported, Error> {
    let conversation = row(services, actor, id).await?;
    let kept = kept(services, actor, conversation.clone()).await?;
    let number = onward.map_or(1, |onward| onward.part);
    let mut part = Part::begin(&conversation, &kept, form, number)?;
    let mut transcript = Transcript::of(id.clone(), actor.user_id.clone());
    if let Some(Onward {
        position,
        alternative,
        ..
    }) = onward
    {
        transcript = transcript.after(signed(position), signed(alternative));
    }
    let next = part.fill(&services.db, actor, &mut transcript).await?;
    let (messages, files) = (part.messages, part.files.len());
    let name = file_name(kept.title.as_deref(), number, next.is_some());
    let (file_name, bytes) = part.finish(&name).await?;
    let now = services.now();
    let entry = entry(actor, audit::DATA_EXPORT, &conversation, now);
    let details = json!({
        "format": form.format.extension(), "part": number, "messages": messages, "files": files,
    });
    let entry = audit::with_details(entry, details);
    services.recorder.write(&[entry]).await?;
    Ok(Exported {
        conversation: kept,
        file_name,
        bytes,
        messages,
        files,
        part: number,
        next,
    })
}

/// A part that is being filled.
struct Part {
    form: Form,
    number: usize,
    text: String,
    /// Attached files, by their names in the zip file.
    files: Vec<(String, Vec<u8>)>,
    /// Bytes of all of it, at most.
    size: usize,
    messages: usize,
    last: Option<(i64, i64)>,
}

impl Part {
    fn begin(row: &Conversation, kept: &Kept, form: Form, number: usize) -> Result<Self, Error> {
        let text = match form.format {
            Format::Markdown => markdown::head(row, kept, number, form.words),
            Format::Json => as_json::head(row, number).map_err(|error| failed(&error))?,
        };
        Ok(Self {
            form,
            number,
            size: text.len() + SLACK.min(form.max / 16),
            text,
            files: Vec::new(),
            messages: 0,
            last: None,
        })
    }

    /// Takes messages until there are none, or until one does not fit: then it says where that is.
    async fn fill(
        &mut self,
        db: &Db,
        actor: &Actor,
        transcript: &mut Transcript,
    ) -> Result<Option<Onward>, Error> {
        loop {
            let page = transcript.next(db).await?;
            let (Some(first), Some(last)) = (page.first(), page.last()) else {
                return Ok(None);
            };
            let (first, last) = (first.position, last.position);
            let id = &page[0].conversation_id;
            let found = store::attachments(db, id, &actor.user_id, first, last).await?;
            let mut attached: HashMap<Id, Vec<Attachment>> = HashMap::new();
            for file in found {
                let of = attached.entry(file.message_id.clone()).or_default();
                of.push(file);
            }
            for message in page {
                let files = attached.remove(&message.id).unwrap_or_default();
                let files = files
                    .into_iter()
                    .map(|file| named(&message, file))
                    .collect();
                if !self.take(db, message, files).await? {
                    return Ok(self.onward());
                }
            }
        }
    }

    /// Takes a message, unless there is no more room for it. The first always finds room.
    async fn take(
        &mut self,
        db: &Db,
        message: Message,
        files: Vec<Attached>,
    ) -> Result<bool, Error> {
        let at = (message.position, message.alternative);
        let text = match self.form.format {
            Format::Markdown => markdown::message(&message, &files, self.form.words),
            Format::Json => as_json::message(message, &files, self.messages == 0)
                .map_err(|error| failed(&error))?,
        };
        let size = files.iter().map(|file| unsigned(file.size) + FILE_OVERHEAD);
        let size = text.len() + size.sum::<usize>();
        if self.messages > 0 && self.size + size > self.form.max {
            return Ok(false);
        }
        for file in files {
            let bytes = store::attachment_bytes(db, &file.id).await?;
            self.files.push((file.path, bytes));
        }
        self.text.push_str(&text);
        self.size += size;
        self.messages += 1;
        self.last = Some(at);
        Ok(true)
    }

    fn onward(&self) -> Option<Onward> {
        let (position, alternative) = self.last?;
        Some(Onward {
            part: self.number + 1,
            position: unsigned(position),
            alternative: unsigned(alternative),
        })
    }

    /// The file and what it is called: `name` with its ending.
    async fn finish(mut self, name: &str) -> Result<(String, Vec<u8>), Error> {
        if self.form.format == Format::Json {
            self.text.push_str(as_json::FOOT);
        }
        let document = format!("{name}.{}", self.form.format.extension());
        if self.files.is_empty() {
            return Ok((document, self.text.into_bytes()));
        }
        let packed = tokio::task::spawn_blocking(move || pack(&document, &self.text, &self.files));
        let packed = packed.await.map_err(|error| failed(&error))?;
        let bytes = packed.map_err(|error| failed(&error))?;
        Ok((format!("{name}.zip"), bytes))
    }
}

/// A zip file. Pictures are packed already, so only the words are.
fn pack(document: &str, text: &str, files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file(document, packed)?;
    zip.write_all(text.as_bytes())?;
    for (path, bytes) in files {
        zip.start_file(path.as_str(), stored)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// An attachment with its name in the zip file: its message's place, and its own among several.
fn named(message: &Message, file: Attachment) -> Attached {
    let plain = plain_name(&file.file_name);
    Attached {
        path: format!(
            "files/{:04}-{}-{plain}",
            message.position,
            file.position + 1
        ),
        name: file.file_name,
        content_type: file.content_type,
        size: file.size,
        id: file.id,
    }
}

/// A file's name of which every system takes every character; its end counts most.
fn plain_name(name: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let plain = |c: char| if is_plain(c) { c } else { '_' };
    let characters: Vec<char> = name.chars().map(plain).collect();
    let from = characters.len().saturating_sub(NAME);
    characters[from..].iter().collect()
}

/// What the file of a part is called, without its ending: after the conversation's title, as far as
/// its letters are plain. The number stands there when there are several parts.
pub(super) fn file_name(title: Option<&str>, part: usize, goes_on: bool) -> String {
    let words = title.unwrap_or_default().to_lowercase();
    let words = words
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut name = String::new();
    for word in words {
        if name.len() + word.len() >= NAME {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
    }
    if name.is_empty() {
        name.push_str("conversation");
    }
    if part > 1 || goes_on {
        name.push('-');
        name.push_str(&part.to_string());
    }
    name
}

fn signed(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn unsigned(number: i64) -> usize {
    usize::try_from(number).unwrap_or(0)
}

fn failed(error: &dyn std::error::Error) -> Error {
    Error::Export(error.to_string())
}
