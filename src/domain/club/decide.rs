//! Saving a draft: once, whole, and where a guard stands before it only with a second manager.

mod judge;
mod members;

use slimy_roster::Roster;
use slimy_store::{
    Id, StoreError, Timestamp, Tx, audit as log,
    club::{self as store, Analysis, AnalysisChanges, ChangeOutcome, NewPower, NewSaved, Right},
};

use crate::{
    Error, Services, UserError, audit,
    rights::{Action, Actor},
    settings::GuildSettings,
};

use members::Members;

use super::{
    Part, Review, Saving, Sheet, State,
    background::{Background, background},
    draft::{TRIES, decidable, decided, heading, metrics, new_image, reviewed, rosters},
    payload::{Approval, Payload},
    saved::{self, Saved},
    sheet::stored_metric,
    title,
};

/// The audit entry of a save names so many new members, and so many new spellings; it counts all.
const MOST_NAMED: usize = 20;

/// What came of pressing Save.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision {
    /// It is saved: one analysis for each metric.
    Saved(Vec<Sheet>),
    /// A second manager has to approve.
    Requested(Box<Review>),
}

/// Who decides, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Press {
    Save(Saving),
    Approve,
}

/// Saves the draft: the analyses, their images, metrics and members, the members of the club that
/// are new, the spellings that a person has explained, and the audit entries, in one transaction.
/// Of several who press at once, one saves and the others are told so.
///
/// Where a guard stands before it, the request is noted and nothing is saved.
pub async fn save(
    services: &Services,
    actor: &Actor,
    id: &Id,
    saving: Saving,
) -> Result<Decision, Error> {
    decide(services, actor, id, Press::Save(saving)).await
}

/// Approves what another manager has asked for, and saves it.
pub async fn approve(services: &Services, actor: &Actor, id: &Id) -> Result<Decision, Error> {
    decide(services, actor, id, Press::Approve).await
}

async fn decide(
    services: &Services,
    actor: &Actor,
    id: &Id,
    press: Press,
) -> Result<Decision, Error> {
    let action = match press {
        Press::Save(_) => Action::ClubDecide,
        Press::Approve => Action::ClubApprove,
    };
    for _ in 0..TRIES {
        let (draft, settings) = decidable(services, actor, id, action).await?;
        let payload = Payload::of(&draft)?;
        let rosters = rosters(services, &payload).await?;
        let mut tx = services.db.begin().await?;
        store::hold_history(&mut tx, &draft.guild_id).await?;
        let deciding = Deciding {
            services,
            actor,
            settings: &settings,
            draft: &draft,
            rosters: &rosters,
            // Not before the wait for others who save: what is saved last is what counts.
            now: services.now(),
        };
        if let Some(decision) = deciding.run(tx, payload, press).await? {
            return Ok(decision);
        }
    }
    Err(UserError::Busy.into())
}

/// One try, on a draft as it was read.
struct Deciding<'a> {
    services: &'a Services,
    actor: &'a Actor,
    settings: &'a GuildSettings,
    draft: &'a Analysis,
    rosters: &'a [Roster],
    now: Timestamp,
}

impl Deciding<'_> {
    /// In a transaction that holds the history of the guild. None when somebody changed the draft
    /// meanwhile.
    async fn run(
        &self,
        mut tx: Tx,
        mut payload: Payload,
        press: Press,
    ) -> Result<Option<Decision>, Error> {
        let Self {
            settings, draft, ..
        } = *self;
        let heading = heading(draft, settings);
        let club = background!(&mut tx, &draft.guild_id, settings, heading.week, self.now);
        let review = Review::of(&heading, &payload, self.rosters, &club);
        let verdict = self.judge(&review, &payload, press);
        let (saving, request) = match verdict {
            Ok(verdict) => verdict,
            Err(UserError::ApprovalStale) => {
                return self.withdraw(tx, &review, payload).await;
            }
            Err(refusal) => {
                tx.rollback().await?;
                return Err(refusal.into());
            }
        };
        let asks = request.is_some() && matches!(press, Press::Save(_));
        if asks {
            payload.request.clone_from(&request);
        }
        // Also where nothing of it changes: so nobody else changes it until this is over.
        if !self.hold(&mut tx, &payload).await? {
            tx.rollback().await?;
            return Ok(None);
        }
        if asks {
            return self.ask(tx, &review, &payload).await.map(Some);
        }
        let saved = self.save(&mut tx, &review, &payload, &club, saving, request.as_ref());
        match saved.await {
            Ok(sheets) => {
                tx.commit().await?;
                Ok(Some(Decision::Saved(sheets)))
            }
            Err(error) => {
                tx.rollback().await?;
                Err(error)
            }
        }
    }

    /// Writes the draft as it is now. False when it is no longer as it was read.
    async fn hold(&self, tx: &mut Tx, payload: &Payload) -> Result<bool, Error> {
        let draft = self.draft;
        let changes = payload.change_of(draft)?;
        let (guild_id, id) = (&draft.guild_id, &draft.id);
        let held =
            store::update_draft(tx, guild_id, id, changes, draft.updated_at, self.now).await?;
        Ok(held)
    }

    /// Notes the request of whom a guard has stopped.
    async fn ask(&self, mut tx: Tx, review: &Review, payload: &Payload) -> Result<Decision, Error> {
        let request = payload.request.as_ref();
        let entry = self.request_entry(audit::CLUB_ANALYSIS_REQUEST, review, request);
        log::create(&mut tx, &entry).await?;
        tx.commit().await?;
        let services = self.services;
        let review = reviewed(services, self.settings, self.draft, payload, self.rosters).await?;
        Ok(Decision::Requested(Box::new(review)))
    }

    /// Takes back a request for something that is no longer so.
    async fn withdraw(
        &self,
        mut tx: Tx,
        review: &Review,
        mut payload: Payload,
    ) -> Result<Option<Decision>, Error> {
        let request = payload.request.take();
        if !self.hold(&mut tx, &payload).await? {
            tx.rollback().await?;
            return Ok(None);
        }
        let action = audit::CLUB_ANALYSIS_WITHDRAW;
        let entry = self.request_entry(action, review, request.as_ref());
        log::create(&mut tx, &entry).await?;
        tx.commit().await?;
        Err(UserError::ApprovalStale.into())
    }

    fn request_entry(
        &self,
        action: &str,
        review: &Review,
        request: Option<&Approval>,
    ) -> log::NewAuditEntry {
        let details = serde_json::json!({
            "guards": request.map(|request| &request.guards),
            "saving": request.map(|request| request.saving),
            "week": review.week,
        });
        self.entry(action, &self.draft.id, details)
    }

    fn entry(&self, action: &str, id: &Id, details: serde_json::Value) -> log::NewAuditEntry {
        let entry = audit::entry_by(self.actor, action, "club_analysis", id.as_str(), self.now);
        audit::with_details(entry, details)
    }

    async fn save(
        &self,
        tx: &mut Tx,
        review: &Review,
        payload: &Payload,
        club: &Background,
        saving: Saving,
        approved: Option<&Approval>,
    ) -> Result<Vec<Sheet>, Error> {
        let parts = review.chosen(saving);
        let mut members = Members::new(self, club);
        let mut sheets = Vec::new();
        let mut news = Vec::new();
        for part in &parts {
            let ids = members.of_part(tx, part).await?;
            let saved = self.saved(review, payload, part, &ids, approved);
            let metric = stored_metric(part.sheet.metric);
            let id = if sheets.is_empty() {
                let id = self.draft.id.clone();
                if !store::save_as(tx, &id, metric, &saved, self.now).await? {
                    return Err(decided(self.services, &id).await?.into());
                }
                id
            } else {
                store::save_sibling(tx, &self.draft.id, &saved, metric, self.now).await?
            };
            sheets.push(Sheet {
                id: id.clone(),
                title: self.titled(tx, &id, part).await?,
                state: State::Saved { at: self.now },
                ..part.sheet.clone()
            });
            news.push(Saved {
                analysis: id,
                metric: part.sheet.metric,
                comparison: part.comparison.clone(),
            });
        }
        let learnt = members.remember(tx, &parts).await?;
        for ((sheet, made), learnt) in sheets.iter().zip(&members.names).zip(&learnt) {
            let entry = self.saved_entry(review, sheet, made, learnt, approved.is_some());
            log::create(&mut *tx, &entry).await?;
        }
        if let Some(approved) = approved {
            let details = serde_json::json!({
                "guards": approved.guards,
                "week": review.week,
            });
            let entry = self.entry(audit::CLUB_ANALYSIS_APPROVE, &self.draft.id, details);
            log::create(&mut *tx, &entry).await?;
        }
        let guild_id = &self.draft.guild_id;
        store::refresh_members(tx, guild_id, self.now).await?;
        saved::announce(tx, guild_id, self.settings, review.week, &news, self.now).await?;
        Ok(sheets)
    }

    /// Gives what was saved of a part the title of that part alone.
    async fn titled(&self, tx: &mut Tx, id: &Id, part: &Part) -> Result<String, Error> {
        let title = title::of_one(&part.sheet.title, part.sheet.metric);
        if title != part.sheet.title {
            let changes = AnalysisChanges {
                title: Some(Some(title.clone())),
                summary: None,
            };
            let right = Right::Manager(&self.draft.guild_id);
            match store::update(tx, id, changes, right, self.now).await? {
                ChangeOutcome::Done => {}
                _ => return Err(StoreError::NotFound.into()),
            }
        }
        Ok(title)
    }

    fn saved(
        &self,
        review: &Review,
        payload: &Payload,
        part: &Part,
        ids: &[Id],
        approved: Option<&Approval>,
    ) -> NewSaved {
        let metric = stored_metric(part.sheet.metric);
        let rows = part.rows.lines.iter().zip(&part.rows.shown);
        let rows = rows.zip(&part.rows.who).zip(ids);
        let powers = rows.map(|(((line, name), who), member)| NewPower {
            member: name.clone(),
            member_id: Some(member.clone()),
            metric,
            power: line.power,
            last_seen: line.last_seen.clone(),
            confidence: line.confidence,
            name_certain: line.name_certain || who.member().is_some(),
            corrected: line.is_corrected(),
            seen_in: line.seen_in.clone(),
        });
        let images = payload.images_of(part.sheet.metric).into_iter();
        NewSaved {
            summary: part.sheet.summary.clone(),
            confidence: part.sheet.measures.confidence,
            images: images.map(new_image).collect(),
            metrics: metrics(&part.sheet),
            powers: powers.collect(),
            week: Some(review.week.to_string()),
            approved_by: approved.map(|_| self.actor.user_id.clone()),
        }
    }

    fn saved_entry(
        &self,
        review: &Review,
        sheet: &Sheet,
        made: &[String],
        learnt: &[String],
        is_approved: bool,
    ) -> log::NewAuditEntry {
        let Sheet {
            id,
            metric,
            images,
            measures,
            ..
        } = sheet;
        let named = |names: &[String]| names[..names.len().min(MOST_NAMED)].to_vec();
        let details = serde_json::json!({
            "metric": metric.as_str(),
            "imageCount": images,
            "memberCount": measures.members,
            "totalPower": measures.total,
            "week": review.week,
            "approved": is_approved,
            "newMembers": {"count": made.len(), "names": named(made)},
            "newAliases": {"count": learnt.len(), "names": named(learnt)},
        });
        self.entry(audit::CLUB_ANALYSIS_SAVE, id, details)
    }
}
