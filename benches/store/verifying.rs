//! Verifying the chains of the audit log.

use std::time::{Duration, Instant};

use slimy_store::audit::{self, Scope};
use slimy_store::{Db, StoreError};

use crate::report::Report;

/// Over as many entries as [`ENTRIES`].
const BAR: Duration = Duration::from_secs(10);

const ENTRIES: u64 = 1_000_000;

/// Verifies all chains, once more until a million entries were looked at.
pub(crate) async fn measure(db: &Db, report: &mut Report) {
    let what = format!("audit verify, {ENTRIES} entries");
    let took = verify(db).await.map(|took| vec![took]);
    report.times(&what, Some(BAR), took);
}

async fn verify(db: &Db) -> Result<Duration, StoreError> {
    let begun = Instant::now();
    let mut entries = 0;
    while entries < ENTRIES {
        let mut found = None;
        let mut sink = |finding| found = Some(finding);
        let verified = audit::verify(db, &Scope::All, &[], &mut sink).await?;
        if let Some(finding) = found {
            println!("the seeded audit log is not whole: {finding}");
        }
        if verified.entries == 0 {
            break;
        }
        entries += verified.entries;
    }
    // As long as a million of them take: a large log has more.
    let nanos = begun.elapsed().as_nanos() * u128::from(ENTRIES) / u128::from(entries.max(1));
    Ok(Duration::from_nanos(
        u64::try_from(nanos).unwrap_or(u64::MAX),
    ))
}
