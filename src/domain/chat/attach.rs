//! What people attach to a question: copied at once, because links expire, and made small.
//!
//! An image is decoded within bounds, scaled down and written anew as JPEG, so that what a phone
//! notes in it, as where it was taken, goes nowhere. A text is UTF-8. Anything else is refused.

mod picture;

use slimy_llm::Image;
use slimy_roster::ImageFormat;
use slimy_store::{
    Id,
    chat::{AttachmentKind, NewAttachment},
    limits,
};
use slimy_words::{Words, say};

use super::{Chat, Counter, Fault, File, Quote, access::refused, tokens};
use crate::{Error, Services};

/// The most files of one question: as many as a message of Discord's shows well on a phone.
pub const MAX_FILES: usize = 4;

/// The content type of a quoted message, which is kept like a file of the question.
pub(super) const QUOTED: &str = "text/vnd.slimy.quoted";
/// The content type of every image that is kept.
const JPEG: &str = "image/jpeg";
/// The longest name that is kept, in characters: a phone's are a fraction of it.
const LONGEST_NAME: usize = 100;
/// The longest quoted message that is kept, in bytes: four times what Discord lets people write.
const LONGEST_QUOTE: usize = 16 * 1024;
/// What a row counts for that says that something is not kept: more than its sentence has in any
/// language.
const UNKEPT_TOKENS: usize = 100;
/// The most bytes of one person's files that are kept: some two hundred pictures. Of those beyond
/// it the oldest are dropped.
pub(super) const BYTES_PER_PERSON: i64 = 50 * 1024 * 1024;
/// Files that are in memory at once while they are copied, each of at most 10 MiB.
pub(super) const AT_ONCE: usize = 4;

/// A file that somebody attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The file's name as it was given.
    pub name: String,
    /// Where it can be downloaded for now.
    pub url: String,
}

/// What goes with a question, copied and counted.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Copied {
    pub(super) name: String,
    pub(super) what: What,
    pub(super) tokens: usize,
    /// Whether it is of the author of the message that is asked about, rather than the asker's.
    pub(super) is_theirs: bool,
}

/// What it is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum What {
    /// A picture, as JPEG.
    Picture(Vec<u8>),
    /// A text.
    Text(String),
    /// Words of somebody else; the name is theirs.
    Quoted(String),
}

/// Downloads the files and makes them small, in their order.
pub(super) async fn copy(
    services: &Services,
    chat: &Chat,
    files: &[Link],
    sees: bool,
) -> Result<Vec<Copied>, Error> {
    if files.len() > MAX_FILES {
        return Err(refused(Fault::TooManyFiles { max: MAX_FILES }));
    }
    let counter = chat.counter().await;
    let mut copied = Vec::with_capacity(files.len());
    for Link { name, url } in files {
        let name = plain_name(name);
        let unreadable = || refused(Fault::UnreadableFile { name: name.clone() });
        let _place = chat.downloads.acquire().await.map_err(|_| unreadable())?;
        let bytes = services.fetcher.fetch(url).await.map_err(|error| {
            tracing::debug!(
                kind = error.kind(),
                "a file of a question was not downloaded"
            );
            unreadable()
        })?;
        if ImageFormat::of(&bytes).is_some() && !sees {
            return Err(refused(Fault::CannotSee));
        }
        let _turn = chat.decoding.acquire().await.map_err(|_| unreadable())?;
        let small = tokio::task::spawn_blocking(move || shrink(bytes, counter));
        let small = small.await.map_err(|_| unreadable())?;
        let (what, tokens) = small.ok_or_else(unreadable)?;
        copied.push(Copied {
            name,
            what,
            tokens,
            is_theirs: false,
        });
    }
    Ok(copied)
}

/// Somebody else's words, as long as they may be.
pub(super) fn quoted(quote: &Quote, counter: Counter) -> Copied {
    let mut end = quote.text.len().min(LONGEST_QUOTE);
    while !quote.text.is_char_boundary(end) {
        end -= 1;
    }
    let text = quote.text[..end].replace('\0', "");
    Copied {
        name: plain_name(&quote.author),
        tokens: counter.count(&text),
        what: What::Quoted(text),
        is_theirs: true,
    }
}

/// A file that can be kept, and its tokens; none when it is neither an image nor a text. Not on the
/// async threads.
fn shrink(bytes: Vec<u8>, counter: Counter) -> Option<(What, usize)> {
    if ImageFormat::of(&bytes).is_some() {
        let small = picture::small(bytes)?;
        return Some((What::Picture(small), tokens::IMAGE));
    }
    if bytes.len() > limits::ATTACHMENT_BYTES {
        return None;
    }
    let text = String::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let is_text = !text.trim().is_empty() && !text.contains(is_binary);
    is_text.then(|| (What::Text(text.to_owned()), counter.count(text)))
}

/// What stands in no text: control characters but those of lines and of colours in logs.
fn is_binary(c: char) -> bool {
    c.is_control()
        && !matches!(
            c,
            '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{1b}' | '\u{85}'
        )
}

/// A name on one line, without what cannot be seen, not too long and never empty.
fn plain_name(name: &str) -> String {
    let plain = name.chars().filter(|c| !c.is_control());
    let plain: String = plain.take(LONGEST_NAME).collect();
    let plain = plain.trim();
    if plain.is_empty() { "file" } else { plain }.to_owned()
}

impl Copied {
    /// The row that keeps it with the question `message`; of what is the author's and may not be
    /// kept, one that says so in these words.
    pub(super) fn row(self, message: &Id, words: Words, keeps_theirs: bool) -> NewAttachment {
        if self.is_theirs && !keeps_theirs {
            return self.unkept_row(message, words);
        }
        let (kind, content_type, bytes) = match self.what {
            What::Picture(bytes) => (AttachmentKind::Image, JPEG, bytes),
            What::Text(text) => (AttachmentKind::Text, "text/plain", text.into_bytes()),
            What::Quoted(text) => (AttachmentKind::Text, QUOTED, text.into_bytes()),
        };
        NewAttachment {
            message_id: message.clone(),
            kind,
            file_name: self.name,
            content_type: content_type.to_owned(),
            bytes,
            tokens: i64::try_from(self.tokens).unwrap_or(i64::MAX),
        }
    }

    /// The row in the place of what somebody wrote or attached who has not accepted that it is kept:
    /// not even their name is in it.
    fn unkept_row(&self, message: &Id, words: Words) -> NewAttachment {
        let text = say!(words, "chat-quoted-unkept");
        let (name, content_type) = if self.is_quote() {
            (say!(words, "chat-quoted-somebody"), QUOTED)
        } else {
            (plain_name(""), "text/plain")
        };
        NewAttachment {
            message_id: message.clone(),
            kind: AttachmentKind::Text,
            file_name: name,
            content_type: content_type.to_owned(),
            tokens: i64::try_from(UNKEPT_TOKENS).unwrap_or(i64::MAX),
            bytes: text.into_bytes(),
        }
    }

    /// Whether it is somebody else's words, rather than a file.
    pub(super) fn is_quote(&self) -> bool {
        matches!(self.what, What::Quoted(_))
    }

    /// What the model is shown of it.
    pub(super) fn show(&self) -> Shown {
        match &self.what {
            What::Picture(bytes) => Shown::File(File::Image(Image {
                content_type: JPEG.to_owned(),
                bytes: bytes.clone(),
            })),
            What::Text(text) => Shown::File(File::Text {
                name: self.name.clone(),
                text: text.clone(),
            }),
            What::Quoted(text) => Shown::Quote(Quote {
                author: self.name.clone(),
                text: text.clone(),
            }),
        }
    }
}

/// A part of a question beside its words.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shown {
    /// A file.
    File(File),
    /// Somebody else's words.
    Quote(Quote),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shrunk(bytes: &[u8]) -> Option<(What, usize)> {
        shrink(bytes.to_vec(), Counter::default())
    }

    #[test]
    fn a_text_is_utf8_that_people_can_read() {
        let (what, tokens) = shrunk("\u{feff}let x = 1;\n\tüber".as_bytes()).unwrap();
        assert_eq!(what, What::Text("let x = 1;\n\tüber".to_owned()));
        assert!(tokens > 3);
        for none in [
            &b"\xff\xfeh\0i\0"[..],
            b"%PDF-1.7\n\x00\x01",
            b"",
            b" \n",
            b"caf\xe9",
        ] {
            assert_eq!(shrunk(none), None, "{none:?}");
        }
        assert_eq!(shrunk(&vec![b'a'; limits::ATTACHMENT_BYTES + 1]), None);
    }

    #[test]
    fn a_name_is_one_line_and_never_empty() {
        assert_eq!(plain_name("a\n\u{7}b.txt "), "ab.txt");
        assert_eq!(plain_name("\n"), "file");
        assert_eq!(plain_name(&"x".repeat(500)).len(), LONGEST_NAME);
    }

    #[test]
    fn a_quote_is_cut_at_a_letter() {
        let quote = Quote {
            author: "ana".to_owned(),
            text: "ü".repeat(LONGEST_QUOTE),
        };
        let What::Quoted(text) = quoted(&quote, Counter::default()).what else {
            panic!("no quote");
        };
        assert_eq!(text.len(), LONGEST_QUOTE);
    }
}
