//! Going through a whole table in steps by key.

use crate::engine::Query;
use crate::{Db, Id, StoreError, limits};

/// What a walk saw.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Rows that it looked at.
    pub(super) rows: u64,
    /// Of those, how many break the rule.
    pub(super) broken: u64,
    /// The key of the first that does.
    pub(super) example: Option<String>,
}

/// What one step gives.
#[derive(sqlx::FromRow)]
struct Step {
    seen: i64,
    up_to: Option<Id>,
    broken: i64,
    example: Option<String>,
}

/// The statement that holds a rule against the next `$2` rows of a table after the key `$1`.
/// The condition is about the row `t` and is true where it breaks the rule.
macro_rules! step {
    ($table:literal, $key:literal, $broken:expr) => {
        concat!(
            "SELECT count(*) AS seen, max(s.step_key) AS up_to,
                 count(*) FILTER (WHERE s.broken) AS broken,
                 min(s.step_key) FILTER (WHERE s.broken) AS example
             FROM (SELECT t.",
            $key,
            " AS step_key, (",
            $broken,
            ") AS broken FROM ",
            $table,
            " t WHERE t.",
            $key,
            " > $1 ORDER BY t.",
            $key,
            " LIMIT $2) s"
        )
    };
}

pub(super) use step;

/// Repeats `step` until the table ends. It is one that the macro `step!` made.
pub(super) async fn walk(db: &Db, step: Query) -> Result<Seen, StoreError> {
    let mut on = db;
    let step = step.reads_all("a check looks at every row, in steps by key");
    let size = i64::try_from(limits::CHECK_STEP).unwrap_or(i64::MAX);
    let mut seen = Seen::default();
    let mut after = Id::lowest();
    loop {
        let found: Step = step
            .clone()
            .bind(&after)
            .bind(size)
            .fetch_one(&mut on)
            .await?;
        seen.rows += found.seen.unsigned_abs();
        seen.broken += found.broken.unsigned_abs();
        seen.example = seen.example.or(found.example);
        match found.up_to {
            Some(up_to) if found.seen == size => after = up_to,
            _ => return Ok(seen),
        }
    }
}
