//! What is stored of a draft until it is decided on: what was read, and what people made of it.

use serde::{Deserialize, Serialize};
use slimy_roster::{Metric, Roster, Screenshot};
use slimy_store::{
    Id, Json, Timestamp,
    club::{Analysis, DraftChanges},
};

use super::{
    edit::Edit,
    guards::{Guard, Guards},
    intake::Image,
    posted::Posted,
    vision::Opinion,
};
use crate::Error;

/// What this release writes. The first release's had no number.
const VERSION: u32 = 2;

/// A draft's content. The rows that people see are never in it: they follow from it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Payload {
    #[serde(default)]
    version: u32,
    /// The screenshots as they were read, in the order in which they came.
    #[serde(default)]
    pub(super) shots: Vec<Shot>,
    /// What is remembered of their files.
    pub(super) images: Vec<Image>,
    /// What people have changed, in the order in which they did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) edits: Vec<Edit>,
    /// What a vision model sees otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) opinions: Vec<Opinion>,
    /// The guards when the review began: one that is loosened later guards this review still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) guards: Option<Guards>,
    /// Who has asked for a second manager's approval, and for what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) request: Option<Approval>,
    /// The message that shows it: of several the newest, because the others show less.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) message: Option<Posted>,
    /// The messages that showed it before screenshots were added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) replaced: Vec<Posted>,
    /// In place of the shots: what a draft of the first release has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) roster: Option<Roster>,
}

/// A screenshot with the name of its file, which no other of the draft has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Shot {
    pub(super) file: String,
    pub(super) shot: Screenshot,
}

/// What of a draft is to be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Saving {
    /// All that it has.
    All,
    /// One metric of the two; the other is thrown away.
    One(Metric),
}

impl Saving {
    /// Whether it is of this metric too.
    pub fn includes(self, metric: Metric) -> bool {
        match self {
            Self::All => true,
            Self::One(one) => one == metric,
        }
    }
}

/// A request for a second manager's approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Approval {
    /// `users.id` of who pressed Save.
    pub(super) by: Id,
    /// When.
    pub(super) at: Timestamp,
    /// What they want to save.
    pub(super) saving: Saving,
    /// Why a second manager has to look.
    pub(super) guards: Vec<Guard>,
    /// Of what they saw; with another one the request is void.
    pub(super) fingerprint: String,
}

impl Payload {
    /// A draft of nothing yet.
    pub(super) fn new() -> Self {
        Self {
            version: VERSION,
            shots: Vec::new(),
            images: Vec::new(),
            edits: Vec::new(),
            opinions: Vec::new(),
            guards: None,
            request: None,
            message: None,
            replaced: Vec::new(),
            roster: None,
        }
    }

    /// What is stored with a draft, by this release or the one before.
    pub(super) fn of(analysis: &Analysis) -> Result<Self, Error> {
        let stored = analysis.draft.as_ref();
        let stored = stored.map_or(serde_json::Value::Null, |json| json.0.clone());
        serde_json::from_value(stored).map_err(corrupt)
    }

    /// As it is stored.
    pub(super) fn to_json(&self) -> Result<serde_json::Value, Error> {
        serde_json::to_value(self).map_err(corrupt)
    }

    /// Has another message show it from here on; gives the one that did before.
    pub(super) fn take_message(&mut self) -> Option<Posted> {
        let before = self.message.take();
        self.replaced.extend(before.clone());
        before
    }

    /// Whether another message shows it than this one.
    pub(super) fn is_elsewhere(&self, message_id: &str) -> bool {
        let is_it = |posted: &Posted| posted.message_id == message_id;
        self.replaced.iter().any(is_it) || self.message.as_ref().is_some_and(|one| !is_it(one))
    }

    /// What `draft` becomes with this content; the rest of it stays.
    pub(super) fn change_of(&self, draft: &Analysis) -> Result<DraftChanges, Error> {
        Ok(DraftChanges {
            payload: Json(self.to_json()?),
            summary: draft.summary.clone(),
            confidence: draft.confidence,
            title: draft.title.clone(),
            metric: draft.metric,
            expires_at: draft.expires_at.unwrap_or(draft.created_at),
        })
    }

    /// Whether more screenshots can be added: of those of the first release no cards are kept.
    pub(super) fn can_grow(&self) -> bool {
        self.roster.is_none() && !self.shots.is_empty()
    }

    /// The screenshots for the merge.
    pub(super) fn to_merge(&self) -> Vec<(String, Screenshot)> {
        let shots = self.shots.iter();
        shots
            .map(|Shot { file, shot }| (file.clone(), shot.clone()))
            .collect()
    }

    /// Leaves out the files of these names.
    pub(super) fn without(&mut self, files: &[String]) {
        self.shots.retain(|shot| !files.contains(&shot.file));
        self.images.retain(|image| !files.contains(&image.name));
        self.opinions
            .retain(|opinion| !files.contains(&opinion.file));
    }

    /// The files that show a metric.
    pub(super) fn images_of(&self, metric: Metric) -> Vec<&Image> {
        if self.roster.is_some() {
            return self.images.iter().collect();
        }
        let shows = |image: &Image| {
            let mut shots = self.shots.iter();
            shots.any(|shot| shot.file == image.name && shot.shot.metric == metric)
        };
        self.images.iter().filter(|image| shows(image)).collect()
    }
}

fn corrupt(source: serde_json::Error) -> Error {
    Error::Corrupt {
        what: "draft",
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_of_the_first_release_is_still_read() {
        let stored = serde_json::json!({
            "roster": {
                "metric": "sim",
                "capacity": {"members": 2, "of": 55},
                "members": [{
                    "name": "Stone", "power": 298, "lastSeen": "Online", "confidence": 0.99,
                    "seenIn": ["a.png"],
                }],
                "warnings": [{"kind": "conflict", "message": "Stone was read with 298 and 299."}],
            },
            "images": [{
                "name": "a.png", "contentType": "image/png", "bytes": 5, "width": 2, "height": 3,
                "sha256": "00", "membersFound": 1,
            }],
        });
        let payload: Payload = serde_json::from_value(stored).unwrap();
        assert!(!payload.can_grow());
        assert_eq!(payload.roster.as_ref().unwrap().members[0].name, "Stone");
        assert_eq!(payload.images_of(Metric::Sim).len(), 1);
        let warning = &payload.roster.as_ref().unwrap().warnings[0].about;
        assert_eq!(warning.to_string(), "Stone was read with 298 and 299.");
        let again = serde_json::from_value::<Payload>(payload.to_json().unwrap()).unwrap();
        assert_eq!(again, payload);
    }
}
