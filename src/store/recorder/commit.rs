//! Entries into the database: all in one statement, or, where one of them is at fault, in as
//! few as it takes to find it.

use std::ops::Range;

use crate::audit::{self, NewAuditEntry};
use crate::{Db, StoreError, limits};

/// Writes entries and says of each how it went. None fails for the fault of another. A
/// transient error ([`StoreError::is_transient`]) means that it may be there or not.
///
/// An entry of a person who is not there any more is written without the person, and so it
/// stands in `entries` afterwards.
pub(super) async fn put(db: &Db, entries: &mut [NewAuditEntry]) -> Vec<Result<(), StoreError>> {
    let mut outcomes: Vec<Result<(), StoreError>> = entries.iter().map(|_| Ok(())).collect();
    // Parts that are to be written, the first of them last. Halving one that was refused finds
    // a single bad one of 256 with 16 statements.
    let whole = 0..entries.len();
    let mut parts: Vec<Range<usize>> = vec![whole];
    while let Some(part) = parts.pop() {
        let Some(rows) = entries
            .get_mut(part.clone())
            .filter(|rows| !rows.is_empty())
        else {
            continue;
        };
        let Err(error) = insert(db, rows).await else {
            continue;
        };
        if error.is_transient() {
            // The rest would only wait as long again.
            parts.push(part);
            for index in parts.drain(..).flatten() {
                set(&mut outcomes, index, again(&error));
            }
        } else if let [row] = rows {
            if matches!(error, StoreError::ForeignKey) && without_person(row) {
                parts.push(part);
            } else {
                set(&mut outcomes, part.start, error);
            }
        } else {
            let middle = part.start + part.len() / 2;
            parts.push(middle..part.end);
            parts.push(part.start..middle);
        }
    }
    outcomes
}

async fn insert(db: &Db, rows: &[NewAuditEntry]) -> Result<(), StoreError> {
    let written = tokio::time::timeout(limits::AUDIT_COMMIT, audit::create_many(db, rows)).await;
    written.unwrap_or(Err(StoreError::Timeout)).map(drop)
}

fn set(outcomes: &mut [Result<(), StoreError>], index: usize, error: StoreError) {
    if let Some(outcome) = outcomes.get_mut(index) {
        *outcome = Err(error);
    }
}

/// A transient error once more, for another entry.
fn again(error: &StoreError) -> StoreError {
    match error {
        StoreError::Busy => StoreError::Busy,
        StoreError::Unavailable(cause) => StoreError::Unavailable(cause.clone()),
        _ => StoreError::Timeout,
    }
}

/// Takes out what names a person, as erasing them would have. False when it named none.
fn without_person(entry: &mut NewAuditEntry) -> bool {
    let Some(user_id) = entry.user_id.take() else {
        return false;
    };
    let is_user = audit::normal_name(&entry.resource_type).is_ok_and(|kind| kind == "user");
    if is_user && entry.resource_id == user_id.as_str() {
        "erased".clone_into(&mut entry.resource_id);
    }
    entry.ip_address = None;
    entry.user_agent = None;
    entry.session_id = None;
    true
}
