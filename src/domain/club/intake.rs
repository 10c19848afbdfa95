//! The images of one call: downloaded and read in parallel, each refused with its own reason.

use std::collections::HashSet;

use futures_util::future::{OptionFuture, join_all};
use serde::{Deserialize, Serialize};
use slimy_roster::{MAX_BYTES, Screenshot};
use slimy_store::{Timestamp, audit as log};

use crate::{
    Error, Services,
    attachment::FetchError,
    audit,
    rights::{Actor, Membership},
};

use super::{
    NotUsed, Progress, ReadFault, Rejected,
    second_look::{Blind, SecondLook, look},
    vision::{Opinion, Vision, opinions},
};

/// Screenshots in one call: as many as a slash command's options and a message can carry. Further
/// calls add to the same review.
pub const MAX_IMAGES: usize = 10;

/// An image that somebody attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// The file's name as it was given.
    pub name: String,
    /// Where it can be downloaded for now.
    pub url: String,
    /// How many bytes Discord says it has.
    pub size: u64,
}

/// What is remembered of an image; its bytes and its link are not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Image {
    pub(super) name: String,
    pub(super) content_type: String,
    pub(super) bytes: i64,
    pub(super) width: i64,
    pub(super) height: i64,
    pub(super) sha256: String,
    pub(super) members_found: i64,
}

/// An image that was read, or why it was not.
type Outcome = Result<(Image, Screenshot), NotUsed>;

/// Files are told apart by name, and phones call every second screenshot "image.png".
pub(super) fn unique_names(mut uploads: Vec<Upload>) -> Vec<Upload> {
    let mut seen = HashSet::new();
    for upload in &mut uploads {
        upload.name = unique_name(&upload.name, &mut seen);
    }
    uploads
}

/// `given`, with a number behind it where that name is in `seen`; it is in it afterwards.
pub(super) fn unique_name(given: &str, seen: &mut HashSet<String>) -> String {
    let mut name = given.to_owned();
    let mut number = 1;
    while !seen.insert(name.clone()) {
        number += 1;
        name = format!("{given} ({number})");
    }
    name
}

/// Who reads for whom.
pub(super) struct Desk<'a> {
    pub(super) services: &'a Services,
    pub(super) actor: &'a Actor,
    pub(super) place: &'a Membership,
    /// The model that reads beside the built-in reader.
    pub(super) vision: Option<&'a Vision>,
    pub(super) progress: &'a Progress,
}

/// What the images of one call gave.
#[derive(Debug, Default)]
pub(super) struct Readings {
    /// What was read, each with its file.
    pub(super) read: Vec<(Image, Screenshot)>,
    pub(super) opinions: Vec<Opinion>,
    pub(super) refused: Vec<Rejected>,
    /// What people are told about the model.
    pub(super) warnings: Vec<Blind>,
    looks: Vec<log::NewAuditEntry>,
}

impl Readings {
    /// All images at once; each is downloaded, read and let go.
    pub(super) async fn take(desk: &Desk<'_>, uploads: Vec<Upload>) -> Result<Self, Error> {
        let mut readings = Self::default();
        desk.progress.expect(uploads.len().min(MAX_IMAGES));
        let outcomes = join_all(
            uploads
                .iter()
                .take(MAX_IMAGES)
                .map(|upload| desk.take(upload)),
        );
        for (upload, taken) in uploads.iter().zip(outcomes.await) {
            let (outcome, second) = taken?;
            match outcome {
                Ok((image, shot)) => readings.keep(image, shot, second),
                Err(reason) => {
                    readings.looks.extend(second.map(|look| look.entry));
                    readings.reject(upload.name.clone(), reason);
                }
            }
        }
        for extra in uploads.iter().skip(MAX_IMAGES) {
            let reason = NotUsed::TooManyAtOnce { max: MAX_IMAGES };
            readings.reject(extra.name.clone(), reason);
        }
        Ok(readings)
    }

    /// Keeps what was read, with what the model says to it.
    fn keep(&mut self, image: Image, mut shot: Screenshot, second: Option<SecondLook>) {
        if let Some(SecondLook {
            seen,
            warning,
            entry,
        }) = second
        {
            if let Some(seen) = seen {
                let found = opinions(&image.name, &mut shot, &seen);
                self.opinions.extend(found);
            }
            self.warnings
                .extend(warning.filter(|warning| !self.warnings.contains(warning)));
            self.looks.push(entry);
        }
        self.read.push((image, shot));
    }

    fn reject(&mut self, file: String, reason: NotUsed) {
        self.refused.push(Rejected { file, reason });
    }

    pub(super) fn rejected(&self) -> Vec<Rejected> {
        self.refused.clone()
    }

    /// A failed audit entry for each image that was not used, and one for each that was shown to
    /// the model.
    pub(super) fn entries(&self, actor: &Actor, at: Timestamp) -> Vec<log::NewAuditEntry> {
        let mut entries = refusals(&self.refused, actor, at);
        entries.extend(self.looks.iter().cloned());
        entries
    }
}

/// A failed audit entry for each image that was not used.
pub(super) fn refusals(
    refused: &[Rejected],
    actor: &Actor,
    at: Timestamp,
) -> Vec<log::NewAuditEntry> {
    let entries = refused.iter().map(|Rejected { file, reason }| {
        let action = audit::CLUB_IMAGE_REJECT;
        let entry = audit::entry_by(actor, action, "attachment", file, at);
        let details = serde_json::json!({"kind": reason.kind()});
        audit::failed(audit::with_details(entry, details), &reason.to_string())
    });
    entries.collect()
}

impl Desk<'_> {
    async fn take(&self, upload: &Upload) -> Result<(Outcome, Option<SecondLook>), Error> {
        let taken = self.read(upload).await;
        self.progress.finish();
        taken
    }

    async fn read(&self, upload: &Upload) -> Result<(Outcome, Option<SecondLook>), Error> {
        let Self {
            services, place, ..
        } = *self;
        if upload.size > MAX_BYTES {
            return Ok((refused(FetchError::TooLarge), None));
        }
        let guild_id = &place.guild_id;
        let _place = services.reading.place(guild_id, upload.size).await?;
        let bytes = match services.fetcher.fetch(&upload.url).await {
            Ok(bytes) => bytes,
            Err(fault) => return Ok((refused(fault), None)),
        };
        let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        let second: OptionFuture<_> = self
            .vision
            .map(|vision| look(services, self.actor, vision, &upload.name, bytes.clone()))
            .into();
        let (read, second) = tokio::join!(
            services.reading.read(guild_id, bytes, self.progress),
            second
        );
        let second = second.flatten();
        match read {
            Ok(reading) => {
                let screenshot = reading.screenshot;
                let image = Image {
                    name: upload.name.clone(),
                    content_type: screenshot.format.content_type().to_owned(),
                    bytes: size,
                    width: i64::from(screenshot.width),
                    height: i64::from(screenshot.height),
                    sha256: reading.sha256,
                    members_found: i64::try_from(screenshot.cards.len()).unwrap_or(i64::MAX),
                };
                Ok((Ok((image, screenshot)), second))
            }
            Err(ReadFault::Rejected(rejection)) => Ok((Err(NotUsed::Unread(rejection)), second)),
            Err(ReadFault::Failed(error)) => Err(error),
        }
    }
}

fn refused(fault: FetchError) -> Outcome {
    Err(NotUsed::Fetch(fault))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Upload {
        Upload {
            name: name.to_owned(),
            url: String::new(),
            size: 1,
        }
    }

    #[test]
    fn files_of_one_name_are_told_apart() {
        let uploads = ["a.png", "a.png", "a.png (2)", "a.png"].map(named).to_vec();
        let names: Vec<String> = unique_names(uploads).into_iter().map(|u| u.name).collect();
        assert_eq!(names, ["a.png", "a.png (2)", "a.png (2) (2)", "a.png (3)"]);
    }
}
