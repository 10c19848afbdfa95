//! One screenshot shown to the vision model, and what is said and written of it.

use std::time::Duration;

use sha2::{Digest as _, Sha256};
use slimy_llm::{Failure, FailureKind};
use slimy_roster::ImageFormat;
use slimy_store::audit::NewAuditEntry;
use slimy_words::{Words, say};

use super::vision::{Look, Seen, Vision};
use crate::{Services, audit, rights::Actor};

/// The model gets this long for one image, waiting for its turn and further tries included: the
/// call as a whole has five minutes.
const PATIENCE: Duration = Duration::from_secs(90);

/// What came of showing an image to the model.
#[derive(Debug)]
pub(super) struct SecondLook {
    /// Whom it saw; none when it failed.
    pub(super) seen: Option<Vec<Seen>>,
    /// What people are told when it failed.
    pub(super) warning: Option<Blind>,
    /// What is written of it.
    pub(super) entry: NewAuditEntry,
}

/// Shows `bytes` to the model. A failure is only told: the built-in reader reads all the same.
pub(super) async fn look(
    services: &Services,
    actor: &Actor,
    vision: &Vision,
    file: &str,
    bytes: Vec<u8>,
) -> Option<SecondLook> {
    // What is no image the reader rejects, and the model is not asked.
    let content_type = ImageFormat::of(&bytes)?.content_type();
    let jitter = jitter(actor, file);
    let looked = tokio::time::timeout(PATIENCE, vision.look(content_type, bytes, jitter)).await;
    let looked = looked.unwrap_or_else(|_| {
        let detail = "no answer within all tries";
        Err(Failure::new(FailureKind::Timeout, detail))
    });
    let entry = audit::entry_by(
        actor,
        audit::CLUB_VISION_READ,
        "attachment",
        file,
        services.now(),
    );
    Some(match looked {
        Ok(look) => {
            let entry = audit::with_details(entry, details(&look));
            SecondLook {
                seen: Some(look.members),
                warning: None,
                entry,
            }
        }
        Err(failure) => {
            let Failure { kind, detail, .. } = &failure;
            tracing::warn!(%kind, detail, "the vision model did not read a screenshot");
            let details = serde_json::json!({"model": vision.model()});
            let entry = audit::failed(audit::with_details(entry, details), kind.as_str());
            SecondLook {
                seen: None,
                warning: Some(Blind::of(*kind)),
                entry,
            }
        }
    })
}

fn details(look: &Look) -> serde_json::Value {
    let usage = look.usage.as_ref();
    serde_json::json!({
        "model": look.model,
        "promptTokens": usage.map(|usage| usage.prompt_tokens),
        "completionTokens": usage.map(|usage| usage.completion_tokens),
        "durationMs": u64::try_from(look.took.as_millis()).unwrap_or(u64::MAX),
    })
}

/// Numbers from 0 to 1 that differ between the images of a call, and between calls.
fn jitter(actor: &Actor, file: &str) -> impl FnMut() -> f64 + use<> {
    let mut state = Sha256::digest(format!("{}\0{file}", actor.request_id));
    move || {
        state = Sha256::digest(state);
        f64::from(u32::from_le_bytes([state[0], state[1], state[2], state[3]]))
            / f64::from(u32::MAX)
    }
}

/// Why the model saw nothing: the roster was read without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blind {
    /// Its settings are wrong.
    Setting,
    /// The account behind it is empty.
    Quota,
    /// It has too much to do.
    Busy,
    /// It did not answer.
    Silent,
    /// Its answer cannot be used.
    Unusable,
}

impl Blind {
    fn of(kind: FailureKind) -> Self {
        match kind {
            FailureKind::KeyRefused | FailureKind::WrongSetting => Self::Setting,
            FailureKind::OutOfQuota => Self::Quota,
            FailureKind::LimitReached | FailureKind::Overloaded => Self::Busy,
            FailureKind::Timeout | FailureKind::Unreachable | FailureKind::CutOff => Self::Silent,
            FailureKind::RefusedContent | FailureKind::TooLong | FailureKind::Nonsense => {
                Self::Unusable
            }
        }
    }

    /// What the person is told.
    pub fn say(self, words: Words) -> String {
        match self {
            Self::Setting => say!(words, "review-model-setting"),
            Self::Quota => say!(words, "review-model-quota"),
            Self::Busy => say!(words, "review-model-busy"),
            Self::Silent => say!(words, "review-model-silent"),
            Self::Unusable => say!(words, "review-model-unusable"),
        }
    }
}
