//! Verifying the chains of the audit log.

use std::time::{Duration, Instant};

use bench_seed::{GUILDS, guild_id};
use slimy_store::audit::{self, Scope};
use slimy_store::{Db, StoreError};

use crate::report::Report;

/// Over as many entries as [`ENTRIES`].
const BAR: Duration = Duration::from_secs(10);

const ENTRIES: u64 = 1_000_000;

/// Verifies one guild after the other until a million entries were looked at.
pub(crate) async fn measure(db: &Db, report: &mut Report) {
    let what = format!("audit verify, {ENTRIES} entries");
    let took = verify(db).await.map(|took| vec![took]);
    report.times(&what, Some(BAR), took);
}

async fn verify(db: &Db) -> Result<Duration, StoreError> {
    let begun = Instant::now();
    let mut entries = 0;
    for number in (0..GUILDS).cycle() {
        let scope = Scope::Guild(guild_id(number).into());
        let mut found = None;
        let verified = audit::verify(db, &scope, &[], &mut |finding| found = Some(finding)).await?;
        if let Some(finding) = found {
            println!("the seeded audit log is not whole: {finding}");
        }
        entries += verified.entries;
        if entries >= ENTRIES || (number + 1 == GUILDS && entries == 0) {
            break;
        }
    }
    Ok(begun.elapsed())
}
