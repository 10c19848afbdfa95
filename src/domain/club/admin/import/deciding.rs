//! Whether an import is applied, or asked of a second manager, and what is written of it.

use sha2::{Digest as _, Sha256};
use slimy_store::{
    Json, Timestamp, Tx, audit as log,
    club::{self as store, Analysis, DraftChanges},
};
use slimy_words::Words;

use super::{
    super::{Fault, members::user},
    AWAITS_APPROVAL, By, MOST_NAMED, Pending, Plan, Press, Request, Verdict, apply, corrupt,
    plan::Work,
};
use crate::{
    Error, UserError, audit,
    rights::{Actor, Membership},
};

/// One decision about a file that waits, in a transaction that holds the history.
pub(super) struct Deciding<'a> {
    pub(super) actor: &'a Actor,
    pub(super) waiting: &'a Analysis,
    pub(super) plan: &'a Plan,
    pub(super) words: Words,
    pub(super) now: Timestamp,
}

impl Deciding<'_> {
    pub(super) fn judge(&self, pending: &Pending, press: Press) -> Result<Verdict, UserError> {
        let request = pending.request.as_ref();
        let is_asked = request.is_some_and(|request| request.fingerprint == self.fingerprint());
        if press == Press::Approve {
            let request = request.ok_or(UserError::ClubAdmin(Fault::NothingAsked))?;
            if request.by == self.actor.user_id {
                return Err(UserError::OwnApproval);
            }
            return if is_asked {
                Ok(Verdict::Apply)
            } else {
                Err(Fault::ImportChanged.into())
            };
        }
        if self.plan.guards.is_empty() {
            return Ok(Verdict::Apply);
        }
        if is_asked {
            return Err(UserError::AwaitsApproval);
        }
        Ok(Verdict::Ask)
    }

    /// Of what a second manager approves.
    fn fingerprint(&self) -> String {
        hex::encode(Sha256::digest(format!("{:?}", self.plan)))
    }

    pub(super) async fn ask(&self, tx: &mut Tx, pending: &mut Pending) -> Result<(), Error> {
        pending.request = Some(Request {
            by: self.actor.user_id.clone(),
            at: self.now,
            fingerprint: self.fingerprint(),
        });
        let waiting = self.waiting;
        let changes = DraftChanges {
            payload: Json(serde_json::to_value(&pending).map_err(corrupt)?),
            summary: waiting.summary.clone(),
            confidence: waiting.confidence,
            title: waiting.title.clone(),
            metric: waiting.metric,
            expires_at: self.now + AWAITS_APPROVAL,
        };
        let (guild_id, id) = (&waiting.guild_id, &waiting.id);
        let read = waiting.updated_at;
        if !store::update_draft(&mut *tx, guild_id, id, changes, read, self.now).await? {
            return Err(user(Fault::ImportOver));
        }
        let details = serde_json::json!({"file": pending.name, "guards": self.guards()});
        self.log(tx, audit::CLUB_IMPORT_REQUEST, details).await
    }

    pub(super) async fn apply(
        &self,
        tx: &mut Tx,
        place: &Membership,
        work: Work,
        pending: &Pending,
        press: Press,
    ) -> Result<(), Error> {
        let id = &self.waiting.id;
        if !store::discard(&mut *tx, id, self.now).await? {
            return Err(user(Fault::ImportOver));
        }
        let approved = press == Press::Approve;
        let asked = pending.request.as_ref().filter(|_| approved);
        let by = By {
            maker: asked.map_or(&self.actor.user_id, |request| &request.by),
            approved: approved.then_some(&self.actor.user_id),
            words: self.words,
        };
        let plan = self.plan;
        apply::apply(&mut *tx, by, place, work, &plan.file, self.now).await?;
        store::refresh_members(&mut *tx, &place.guild_id, self.now).await?;
        let details = serde_json::json!({
            "file": plan.file, "sha256": pending.sha256, "first": plan.first, "last": plan.last,
            "rosters": plan.rosters, "superseded": plan.superseded, "values": plan.values,
            "newMembers": plan.new.len(), "aliases": plan.aliases,
            "corrections": plan.corrections, "approved": approved,
        });
        self.log(tx, audit::CLUB_IMPORT, details).await?;
        if approved {
            let details = serde_json::json!({"file": plan.file, "guards": self.guards()});
            self.log(tx, audit::CLUB_IMPORT_APPROVE, details).await?;
        }
        Ok(())
    }

    /// The guards that stand before it, as far as the log names them.
    fn guards(&self) -> serde_json::Value {
        let guards = &self.plan.guards;
        let named: Vec<_> = guards.iter().take(MOST_NAMED).collect();
        serde_json::json!({"count": guards.len(), "first": named})
    }

    async fn log(
        &self,
        tx: &mut Tx,
        action: &str,
        details: serde_json::Value,
    ) -> Result<(), Error> {
        let id = self.waiting.id.as_str();
        let entry = audit::entry_by(self.actor, action, "club_import", id, self.now);
        log::create(tx, &audit::with_details(entry, details)).await?;
        Ok(())
    }
}
