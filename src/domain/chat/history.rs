//! What was said before, as far back as the model is shown, and a question as it was stored.

use std::collections::BTreeMap;

use slimy_llm::Image;
use slimy_store::{
    Id,
    chat::{self as store, Attachment, AttachmentKind, Message, Role},
};

use super::{
    Answered, Asked, Counter, File, Quote, Turned,
    attach::{Copied, QUOTED, Shown},
    tokens,
};
use crate::{Error, Services};

/// Messages that are read at once: most conversations fit.
const PAGE: usize = 20;
/// The most pictures that the model is shown in one request, those of earlier questions included:
/// each is up to a megabyte on the way.
const MOST_PICTURES: usize = 4;
/// Tokens of the words in the place of a picture.
const UNSEEN_TOKENS: usize = 16;
/// More than any room: what has so many tokens is shown without its files.
const TOO_MUCH: usize = usize::MAX / 4;

/// A place in a conversation, before which it is looked back.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) conversation: Id,
    /// `users.id` of whose it is.
    pub(super) owner: Id,
    /// The place of the question.
    pub(super) position: i64,
}

/// How a model takes what is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Eyes {
    /// Whether it takes images.
    pub(super) sees: bool,
    /// How many more it is shown.
    pub(super) left: usize,
}

/// What was said before a place.
#[derive(Debug, Clone, Default)]
pub(super) struct Past {
    /// The turns that may fit, newest first.
    pub(super) turns: Vec<Turned>,
    /// How many older messages there are.
    pub(super) beyond: usize,
}

/// A turn whose attachments' bytes are not read yet.
struct Found {
    question: Message,
    answer: Option<Message>,
    attachments: Vec<Attachment>,
    /// Whether the files fit, too; otherwise their names alone are told.
    with_files: bool,
}

impl Eyes {
    /// Those of a model that takes images, or none.
    pub(super) fn new(sees: bool) -> Self {
        Self {
            sees,
            left: MOST_PICTURES,
        }
    }

    /// Whether one more picture is shown.
    fn take(&mut self) -> bool {
        let sees = self.sees && self.left > 0;
        self.left -= usize::from(sees);
        sees
    }

    /// The words in the place of a picture that is not shown.
    fn words(self) -> &'static str {
        if self.sees {
            "(An image that was shown earlier in this conversation and is left out here.)"
        } else {
            "(An image, which you cannot see. Say so when it matters.)"
        }
    }
}

/// A question of the moment as the model is shown it.
pub(super) fn asked(text: &str, tokens: usize, copied: &[Copied], mut eyes: Eyes) -> (Asked, Eyes) {
    let mut asked = Asked {
        text: text.to_owned(),
        quoted: None,
        files: Vec::with_capacity(copied.len()),
        tokens: None,
    };
    let mut sum = tokens;
    for copy in copied {
        sum += show(&mut asked, copy.show(), &copy.name, copy.tokens, &mut eyes);
    }
    asked.tokens = Some(sum);
    (asked, eyes)
}

/// A question as it was stored, as the model is shown it.
pub(super) async fn stored(
    services: &Services,
    counter: Counter,
    spot: &Spot,
    question: &Message,
    mut eyes: Eyes,
) -> Result<(Asked, Eyes), Error> {
    let Spot {
        conversation,
        owner,
        position,
    } = spot;
    let db = &services.db;
    let all = store::attachments(db, conversation, owner, *position, *position).await?;
    let of_it = all.into_iter().filter(|one| one.message_id == question.id);
    let asked = read(services, counter, question, of_it.collect(), &mut eyes).await?;
    Ok((asked, eyes))
}

/// What was said before `spot`, newest first, until `budget` tokens are spent. What a conversation
/// has beyond that is not read.
pub(super) async fn past(
    services: &Services,
    counter: Counter,
    spot: &Spot,
    budget: usize,
    mut eyes: Eyes,
) -> Result<Past, Error> {
    let (found, beyond) = find(services, counter, spot, budget).await?;
    let mut turns = Vec::with_capacity(found.len());
    for Found {
        question,
        answer,
        attachments,
        with_files,
    } in found
    {
        let question = if with_files {
            read(services, counter, &question, attachments, &mut eyes).await?
        } else {
            named(services, &question, attachments).await?
        };
        let answer = answer.map(|answer| Answered {
            tokens: Some(length(counter, &answer)),
            text: answer.content,
        });
        turns.push(Turned { question, answer });
    }
    Ok(Past { turns, beyond })
}

/// The turns within the budget, newest first, and how many messages are beyond them.
async fn find(
    services: &Services,
    counter: Counter,
    spot: &Spot,
    budget: usize,
) -> Result<(Vec<Found>, usize), Error> {
    let Spot {
        conversation,
        owner,
        position,
    } = spot;
    let db = &services.db;
    let (mut before, mut spent) = (*position, 0);
    let mut found: Vec<Found> = Vec::new();
    let mut answer: Option<Message> = None;
    loop {
        let page = store::context(db, conversation, owner, before, PAGE).await?;
        let (Some(newest), Some(oldest)) = (page.first(), page.last()) else {
            return Ok((found, 0));
        };
        let is_last = page.len() < PAGE;
        let (from, to) = (oldest.position, newest.position);
        before = from;
        let files = store::attachments(db, conversation, owner, from, to).await?;
        let mut files = by_message(files);
        for message in page {
            if message.role == Role::Assistant {
                answer = Some(message);
                continue;
            }
            if message.role != Role::User {
                continue;
            }
            let attachments = files.remove(&message.id).unwrap_or_default();
            let of_it = |answer: &Message| answer.parent_id.as_ref() == Some(&message.id);
            let answer = answer.take().filter(of_it);
            let words = length(counter, &message)
                + answer.as_ref().map_or(0, |answer| length(counter, answer));
            let files: usize = attachments.iter().map(weight).sum();
            let with_files = spent + words + files <= budget;
            spent += words + if with_files { files } else { 0 };
            if spent > budget {
                let newest_left = answer.map_or(message.position, |answer| answer.position);
                return Ok((found, usize::try_from(newest_left).unwrap_or(0)));
            }
            found.push(Found {
                question: message,
                answer,
                attachments,
                with_files,
            });
        }
        if is_last {
            return Ok((found, 0));
        }
    }
}

fn by_message(all: Vec<Attachment>) -> BTreeMap<Id, Vec<Attachment>> {
    let mut by: BTreeMap<Id, Vec<Attachment>> = BTreeMap::new();
    for attachment in all {
        let of_it = by.entry(attachment.message_id.clone()).or_default();
        of_it.push(attachment);
    }
    by
}

/// The tokens of a message's words: counted when it was stored, but for those of an earlier
/// release.
fn length(counter: Counter, message: &Message) -> usize {
    let stored = message.tokens.and_then(|tokens| tokens.try_into().ok());
    stored.unwrap_or_else(|| counter.count(&message.content))
}

fn weight(attachment: &Attachment) -> usize {
    attachment.tokens.try_into().unwrap_or(usize::MAX / 1_024)
}

/// A stored question with its attachments.
async fn read(
    services: &Services,
    counter: Counter,
    question: &Message,
    attachments: Vec<Attachment>,
    eyes: &mut Eyes,
) -> Result<Asked, Error> {
    let mut sum = length(counter, question);
    let mut asked = Asked {
        text: question.content.clone(),
        quoted: None,
        files: Vec::with_capacity(attachments.len()),
        tokens: None,
    };
    for attachment in attachments {
        let unseen = attachment.kind == AttachmentKind::Image && !(eyes.sees && eyes.left > 0);
        let bytes = if unseen {
            Vec::new()
        } else {
            store::attachment_bytes(&services.db, &attachment.id).await?
        };
        let tokens = weight(&attachment);
        let name = attachment.file_name.clone();
        sum += show(&mut asked, shown(attachment, bytes), &name, tokens, eyes);
    }
    asked.tokens = Some(sum);
    Ok(asked)
}

/// A stored question with the names of its files alone.
async fn named(
    services: &Services,
    question: &Message,
    attachments: Vec<Attachment>,
) -> Result<Asked, Error> {
    let mut asked = Asked {
        text: question.content.clone(),
        quoted: None,
        files: Vec::with_capacity(attachments.len()),
        tokens: Some(TOO_MUCH),
    };
    for attachment in attachments {
        if attachment.content_type == QUOTED {
            let bytes = store::attachment_bytes(&services.db, &attachment.id).await?;
            if let Shown::Quote(quote) = shown(attachment, bytes) {
                asked.quoted = Some(quote);
            }
        } else {
            asked.files.push(File::Text {
                name: attachment.file_name,
                text: String::new(),
            });
        }
    }
    Ok(asked)
}

fn shown(attachment: Attachment, bytes: Vec<u8>) -> Shown {
    let Attachment {
        kind,
        file_name: name,
        content_type,
        ..
    } = attachment;
    let text = |bytes| String::from_utf8(bytes).unwrap_or_default();
    match kind {
        AttachmentKind::Image => Shown::File(File::Image(Image {
            content_type,
            bytes,
        })),
        AttachmentKind::Text if content_type == QUOTED => Shown::Quote(Quote {
            author: name,
            text: text(bytes),
        }),
        AttachmentKind::Text => Shown::File(File::Text {
            name,
            text: text(bytes),
        }),
    }
}

/// Adds a part to what was asked, and gives its tokens.
fn show(asked: &mut Asked, part: Shown, name: &str, tokens: usize, eyes: &mut Eyes) -> usize {
    match part {
        Shown::Quote(quote) => asked.quoted = Some(quote),
        Shown::File(File::Image(_)) if !eyes.take() => {
            asked.files.push(File::Text {
                name: name.to_owned(),
                text: eyes.words().to_owned(),
            });
            return UNSEEN_TOKENS;
        }
        Shown::File(file) => asked.files.push(file),
    }
    tokens + tokens::PER_MESSAGE
}
