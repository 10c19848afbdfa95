//! The images of one call: downloaded and read in parallel, each refused with its own reason.

use std::collections::HashSet;

use futures_util::future::join_all;
use serde::{Deserialize, Serialize};
use slimy_roster::{MAX_BYTES, Rejected, Screenshot};
use slimy_store::{Timestamp, audit as log};

use crate::{Error, Services, attachment::FetchError, audit, rights::Actor};

use super::ReadFault;

/// Screenshots in one analysis: as many as a slash command's options and a message can carry.
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

/// An image that was read, or a reason with its stable name.
type Outcome = Result<(Image, Screenshot), (String, &'static str)>;

/// Files are told apart by name, and phones call every second screenshot "image.png".
pub(super) fn unique_names(mut uploads: Vec<Upload>) -> Vec<Upload> {
    let mut seen = HashSet::new();
    for upload in &mut uploads {
        let given = upload.name.clone();
        let mut number = 1;
        while !seen.insert(upload.name.clone()) {
            number += 1;
            upload.name = format!("{given} ({number})");
        }
    }
    uploads
}

/// What the images of one call gave.
#[derive(Debug, Default)]
pub(super) struct Readings {
    pub(super) shots: Vec<(String, Screenshot)>,
    pub(super) images: Vec<Image>,
    pub(super) refused: Vec<(Rejected, &'static str)>,
}

impl Readings {
    /// All images at once; each is downloaded, read and let go.
    pub(super) async fn take(services: &Services, uploads: Vec<Upload>) -> Result<Self, Error> {
        let mut readings = Self::default();
        let outcomes = join_all(
            uploads
                .iter()
                .take(MAX_IMAGES)
                .map(|upload| take(services, upload)),
        );
        for (upload, outcome) in uploads.iter().zip(outcomes.await) {
            match outcome? {
                Ok((image, screenshot)) => {
                    readings.shots.push((upload.name.clone(), screenshot));
                    readings.images.push(image);
                }
                Err((reason, kind)) => readings.reject(upload.name.clone(), reason, kind),
            }
        }
        for extra in uploads.iter().skip(MAX_IMAGES) {
            let reason = format!(
                "one analysis takes at most {MAX_IMAGES} screenshots; send it in a call of its own"
            );
            readings.reject(extra.name.clone(), reason, "too_many");
        }
        Ok(readings)
    }

    pub(super) fn reject(&mut self, file: String, reason: String, kind: &'static str) {
        self.refused.push((Rejected { file, reason }, kind));
    }

    pub(super) fn rejected(&self) -> Vec<Rejected> {
        self.refused
            .iter()
            .map(|(rejected, _)| rejected.clone())
            .collect()
    }

    /// A failed audit entry for each image that was not used.
    pub(super) fn entries(&self, actor: &Actor, at: Timestamp) -> Vec<log::NewAuditEntry> {
        let refused = self.refused.iter().map(|(rejected, kind)| {
            let entry = audit::entry_by(
                actor,
                audit::CLUB_IMAGE_REJECT,
                "attachment",
                &rejected.file,
                at,
            );
            audit::failed(
                audit::with_details(entry, serde_json::json!({"kind": kind})),
                &rejected.reason,
            )
        });
        refused.collect()
    }
}

async fn take(services: &Services, upload: &Upload) -> Result<Outcome, Error> {
    if upload.size > MAX_BYTES {
        return Ok(refused(FetchError::TooLarge));
    }
    let _place = services.reading.place(upload.size).await?;
    let bytes = match services.fetcher.fetch(&upload.url).await {
        Ok(bytes) => bytes,
        Err(fault) => return Ok(refused(fault)),
    };
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    match services.reading.read(bytes).await {
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
            Ok(Ok((image, screenshot)))
        }
        Err(ReadFault::Rejected(rejection)) => Ok(Err((rejection.to_string(), rejection.kind()))),
        Err(ReadFault::Failed(error)) => Err(error),
    }
}

fn refused(fault: FetchError) -> Outcome {
    Err((fault.to_string(), fault.kind()))
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
