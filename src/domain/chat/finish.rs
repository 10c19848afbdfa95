//! The one end of an answer: its row, the books and the audit log, in one transaction.
//!
//! The end's audit entry has the answer's own key, so that whoever ends an answer, and however
//! often it is tried, there is one.

use std::{sync::Arc, time::Duration};

use serde_json::json;
use slimy_llm::FailureKind;
use slimy_store::{
    Id, StoreError, Timestamp, Tx,
    audit::{self as log, NewAuditEntry},
    chat::{self as store, Finished, MessageStatus, Outcome},
};
use tokio::{sync::watch, time::sleep};

use super::{
    Chat, Draft, End, Fault, State,
    model::Whom,
    pay::Bill,
    run::{Job, Said},
    running::{Claim, Seat},
};
use crate::{Services, audit, chain};

/// The first wait between attempts to store an end while the database is away.
const FIRST_WAIT: Duration = Duration::from_millis(200);
/// The longest.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// Why an answer failed that the program's own end broke off, as the audit log has it.
pub(super) const INTERRUPTED: &str = "interrupted";

/// How an answer's coming ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum How {
    /// It is said.
    Complete {
        /// As far as there was room for.
        is_cut: bool,
    },
    /// Somebody pressed Stop.
    Stopped,
    /// The program stops, or something of its own broke.
    Interrupted,
    /// It failed, and what the person is told.
    Failed(Fault),
    /// Somebody else ended the row.
    Elsewhere,
}

impl How {
    fn status(&self) -> MessageStatus {
        match self {
            Self::Complete { .. } => MessageStatus::Complete,
            Self::Stopped => MessageStatus::Stopped,
            Self::Interrupted | Self::Elsewhere => MessageStatus::Interrupted,
            Self::Failed(_) => MessageStatus::Failed,
        }
    }

    fn fault(&self) -> Option<&Fault> {
        match self {
            Self::Failed(fault) => Some(fault),
            _ => None,
        }
    }

    fn finish_reason(&self) -> Option<&'static str> {
        match self {
            Self::Complete { is_cut: true } => Some("length"),
            Self::Complete { is_cut: false } => Some("stop"),
            _ => None,
        }
    }
}

/// Stores how an answer ended, then shows it to its watchers. While the database is away the end
/// is on record in the journal and shown all the same, and the rest is tried until it works.
pub(super) async fn finish(
    services: &Services,
    job: &Job,
    mut said: Said,
    how: How,
    draft: watch::Sender<Draft>,
    (seat, claim): (Seat, Option<Claim>),
) {
    let Some(chat) = &services.chat else {
        return;
    };
    said.close(services, chat).await;
    let counter = chat.counter().await;
    let tokens = i64::try_from(counter.count(&said.text)).unwrap_or(i64::MAX);
    let mut end = end(chat, job, &said, &how);
    let carried_for = said.carried_for;
    let text: Arc<str> = Arc::from(said.text.as_str());
    let is_kept = job.source.is_kept();
    let ending = Ending {
        at: services.now(),
        outcome: is_kept.then(|| outcome(&end, said.text, tokens, &how)),
        bills: said.bills,
        entry: entry(services.now(), job, &end, carried_for),
    };
    let show = |claim: Option<Claim>, end: &End| {
        // Who sees the end may ask the next question at once.
        drop(claim);
        draft.send_replace(Draft {
            text: Arc::clone(&text),
            state: State::Ended(Arc::new(end.clone())),
        });
    };
    let mut claim = Some(claim);
    let mut wait = FIRST_WAIT;
    loop {
        match ending.store(services, &job.answer).await {
            Ok(Finished::Now) => break,
            Ok(Finished::Before(status)) => {
                end.status = status;
                end.fault = end.fault.filter(|_| status == MessageStatus::Failed);
                break;
            }
            Err(error) => {
                let error_is_transient = error.is_transient();
                if let Some(claim) = claim.take() {
                    tracing::warn!(error = chain(&error), answer = %job.answer, "an answer's end is not stored yet");
                    journal(services, &ending.entry).await;
                    show(claim, &end);
                }
                // What is given up here is marked as interrupted by the next start.
                if !error_is_transient || chat.running.closing.is_cancelled() {
                    tracing::error!(error = chain(&error), answer = %job.answer, "an answer's end was not stored");
                    break;
                }
                sleep(wait).await;
                wait = (wait * 2).min(LONGEST_WAIT);
            }
        }
    }
    drop(seat);
    if let Some(claim) = claim.take() {
        show(claim, &end);
    }
}

async fn journal(services: &Services, entry: &NewAuditEntry) {
    if let Err(error) = services.recorder.write(std::slice::from_ref(entry)).await {
        tracing::error!(error = chain(&error), "an answer's end was not audited");
    }
}

/// Everything that is written of an end.
struct Ending {
    at: Timestamp,
    /// What becomes of the row; none where nothing is kept, which has none.
    outcome: Option<Outcome>,
    bills: Vec<Bill>,
    entry: NewAuditEntry,
}

impl Ending {
    async fn store(&self, services: &Services, answer: &Id) -> Result<Finished, StoreError> {
        let Some(outcome) = &self.outcome else {
            return match self.attempt(services, None, true).await {
                // Whoever asked was deleted meanwhile: what it took is on the books all the same,
                // and the entry is written without them.
                Err(StoreError::ForeignKey) => {
                    let finished = self.attempt(services, None, false).await?;
                    journal(services, &self.entry).await;
                    Ok(finished)
                }
                other => other,
            };
        };
        match self.attempt(services, Some((answer, outcome)), true).await {
            // Deleted for ever meanwhile, perhaps with whoever asked: what it took is on the books
            // all the same.
            Err(StoreError::NotFound) => {
                let finished = self.attempt(services, None, false).await?;
                journal(services, &self.entry).await;
                Ok(finished)
            }
            other => other,
        }
    }

    /// Ends the row. One that another process took for left behind ends as it did after all, and
    /// that is in the audit log beside what was thought before.
    async fn end_row(
        &self,
        tx: &mut Tx,
        (answer, outcome): (&Id, &Outcome),
    ) -> Result<Finished, StoreError> {
        let finished = store::finish(&mut *tx, answer, outcome, self.at).await?;
        let is_mistaken = finished == Finished::Before(MessageStatus::Interrupted)
            && outcome.status != MessageStatus::Interrupted;
        if !is_mistaken || !store::finish_interrupted(&mut *tx, answer, outcome, self.at).await? {
            return Ok(finished);
        }
        let corrected = NewAuditEntry {
            id: Id::new(),
            ..self.entry.clone()
        };
        log::create_many(tx, std::slice::from_ref(&corrected)).await?;
        Ok(Finished::Now)
    }

    async fn attempt(
        &self,
        services: &Services,
        row: Option<(&Id, &Outcome)>,
        is_audited: bool,
    ) -> Result<Finished, StoreError> {
        let mut tx = services.db.begin().await?;
        let finished = match row {
            Some(row) => self.end_row(&mut tx, row).await?,
            None => Finished::Now,
        };
        let mut bills = self.bills.iter();
        if let Some(bill) = bills.next() {
            bill.settle(&mut tx, self.at).await?;
        }
        if is_audited {
            log::create_many(&mut tx, std::slice::from_ref(&self.entry)).await?;
        }
        tx.commit().await?;
        // The books have an order in which they are written, so that nobody waits for each other:
        // a second bill is a transaction of its own.
        for bill in bills {
            let mut tx = services.db.begin().await?;
            bill.settle(&mut tx, self.at).await?;
            tx.commit().await?;
        }
        Ok(finished)
    }
}

fn end(chat: &Chat, job: &Job, said: &Said, how: &How) -> End {
    let sum = |of: fn(&Bill) -> i64| said.bills.iter().map(of).sum();
    End {
        status: how.status(),
        fault: how.fault().cloned(),
        model: said.whom.of(chat).model.clone(),
        is_fallback: said.whom == Whom::Second,
        is_cut: *how == How::Complete { is_cut: true },
        prompt_tokens: sum(|bill| bill.prompt),
        completion_tokens: sum(|bill| bill.completion),
        cost_micros: sum(|bill| bill.cost_micros),
        left_out: said.left_out,
        tools: said.tools.clone(),
        duration: said.started.elapsed(),
        alternative: job.alternative,
    }
}

fn outcome(end: &End, content: String, tokens: i64, how: &How) -> Outcome {
    Outcome {
        content,
        status: end.status,
        model: Some(end.model.clone()),
        prompt_tokens: Some(end.prompt_tokens),
        completion_tokens: Some(end.completion_tokens),
        finish_reason: how.finish_reason().map(str::to_owned),
        error_kind: end.fault.as_ref().map(|fault| fault.kind().to_owned()),
        duration_ms: Some(millis(end.duration)),
        tokens: Some(tokens),
        left_out: Some(i64::try_from(end.left_out).unwrap_or(i64::MAX)),
    }
}

/// What is written of an answer: never its words.
fn entry(at: Timestamp, job: &Job, end: &End, carried_for: Option<FailureKind>) -> NewAuditEntry {
    let Job {
        actor,
        answer,
        source,
        private,
        ..
    } = job;
    let entry = NewAuditEntry {
        id: answer.clone(),
        ..audit::entry_by(
            actor,
            audit::CHAT_MESSAGE,
            "chat_message",
            answer.as_str(),
            at,
        )
    };
    let mut details = json!({
        "role": "assistant",
        "conversation": source.conversation(),
        "private": private,
        "model": end.model,
        "fallback": end.is_fallback,
        "fallbackFor": carried_for.map(FailureKind::as_str),
        "status": end.status.as_str(),
        "promptTokens": end.prompt_tokens,
        "completionTokens": end.completion_tokens,
        "costMicros": end.cost_micros,
        "durationMs": millis(end.duration),
        "tools": end.tools,
        "leftOut": end.left_out,
        "alternative": end.alternative.0,
    });
    if !source.is_kept() {
        details["kept"] = false.into();
    }
    let entry = audit::with_details(entry, details);
    match &end.fault {
        Some(fault) => audit::failed(entry, fault.kind()),
        None if end.status == MessageStatus::Interrupted => audit::failed(entry, INTERRUPTED),
        None => entry,
    }
}

/// The entry of an answer that is ended without its task.
pub(super) fn entry_without_task(
    at: Timestamp,
    message: &store::Message,
    status: MessageStatus,
) -> NewAuditEntry {
    let entry = NewAuditEntry {
        id: message.id.clone(),
        user_id: message.user_id.clone(),
        guild_id: message.guild_id.clone(),
        ..NewAuditEntry::new(audit::CHAT_MESSAGE, "chat_message", message.id.as_str(), at)
    };
    let details = json!({
        "role": "assistant",
        "conversation": message.conversation_id,
        "model": message.model,
        "status": status.as_str(),
        "alternative": message.alternative,
    });
    audit::with_details(entry, details)
}

pub(super) fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}
