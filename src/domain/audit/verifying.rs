//! Is a guild's audit log what was written?

use slimy_store::audit::{self as store, Finding, Mark, Scope, Verified, mirror};

use super::look::guild;
use super::turn::{Purpose, Reading};
use crate::{
    Error, Services,
    rights::{Action, Actor},
};

/// Findings that are kept to be shown.
const SHOWN: usize = 15;

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// How much was looked at, and how much was found.
    pub verified: Verified,
    /// The first findings.
    pub findings: Vec<Finding>,
    /// The head of the chain; none where nothing was ever written.
    pub head: Option<Mark>,
    /// The head that was posted last.
    pub posted: Option<Mark>,
}

/// Verifies the chain of the actor's guild, one call of a guild at a time.
pub async fn verify(services: &Services, actor: &Actor) -> Result<Outcome, Error> {
    let (guild_id, _) = guild(services, actor, Action::AuditVerify).await?;
    let _turn = Reading::begin(Purpose::Verify, &guild_id)?;
    let mut findings = Vec::new();
    let mut keep = |finding| {
        if findings.len() < SHOWN {
            findings.push(finding);
        }
    };
    let scope = Scope::Guild(guild_id.clone());
    let verified = store::verify(&services.db, &scope, &[], &mut keep).await?;
    let head = store::head(&services.db, guild_id.as_str()).await?;
    let posted = mirror::find(&services.db, guild_id.as_str()).await?;
    Ok(Outcome {
        verified,
        findings,
        head: head
            .filter(|head| head.seq > 0)
            .as_ref()
            .map(mirror::mark_of),
        posted: posted.and_then(|posted| posted.mark()),
    })
}
