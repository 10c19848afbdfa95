//! What archiving takes out of the chains: it leaves a gap that says which links went and what
//! the next one goes on from. Neighbouring gaps become one, so that there are few however often
//! it runs.
//!
//! Anybody who owns the database can write a gap. So it is believed as far as the archive's own
//! entries, which are linked, say the same.
//!
//! A gap does not keep the hash before it. Whoever can write a gap can write that too, and the
//! link after it proves as much.

use std::collections::BTreeMap;

use super::archive::ACTION;
use crate::engine::{Value, sql};
use crate::{Id, StoreError, Timestamp, Tx};

/// Links of a chain that followed each other.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Run {
    chain: String,
    first_seq: i64,
    last_seq: i64,
    last_hash: String,
}

impl Run {
    /// As the archive's own entry names it.
    pub(super) fn details(&self) -> serde_json::Value {
        serde_json::json!([self.chain, self.first_seq, self.last_seq])
    }
}

/// What archiving took.
#[derive(Debug)]
pub(super) struct Left {
    /// Which links.
    pub(super) runs: Vec<Run>,
    /// How many entries from before each chain.
    pub(super) before_chain: BTreeMap<String, u64>,
}

#[derive(sqlx::FromRow)]
struct Removed {
    chain: String,
    seq: i64,
    hash: String,
}

/// Takes the links of all entries from the first to the last but of those about archivings, leaves
/// gaps, and says what went. The record is open to archiving, so no other does the same.
pub(super) async fn leave(
    mut tx: &mut Tx,
    [first, last]: [(Timestamp, &Id); 2],
) -> Result<Left, StoreError> {
    let unchained: Vec<(String,)> = sql("UPDATE audit_unchained SET archived = $5
         WHERE archived <> $6 AND entry_id IN (SELECT id FROM audit_logs
             WHERE (\"timestamp\", id) >= ($1, $2) AND (\"timestamp\", id) <= ($3, $4)
                 AND action <> $7)
         RETURNING chain")
    .bind(first.0)
    .bind(first.1)
    .bind(last.0)
    .bind(last.1)
    .bind(true)
    .bind(true)
    .bind(ACTION)
    .fetch_all(&mut tx)
    .await?;
    let mut before_chain = BTreeMap::new();
    for (chain,) in unchained {
        *before_chain.entry(chain).or_default() += 1;
    }
    let removed: Vec<Removed> = sql("DELETE FROM audit_links
         WHERE entry_id IN (SELECT id FROM audit_logs
             WHERE (\"timestamp\", id) >= ($1, $2) AND (\"timestamp\", id) <= ($3, $4)
                 AND action <> $5)
         RETURNING chain, seq, hash")
    .bind(first.0)
    .bind(first.1)
    .bind(last.0)
    .bind(last.1)
    .bind(ACTION)
    .fetch_all(&mut tx)
    .await?;
    let runs = runs(removed);
    let mut gaps = Vec::with_capacity(runs.len());
    for run in &runs {
        gaps.push(with_neighbours(tx, run).await?);
    }
    let expected = gaps.len();
    let rows = gaps.into_iter().map(|gap| {
        vec![
            Value::from(gap.chain),
            Value::from(gap.first_seq),
            Value::from(gap.last_seq),
            Value::from(gap.last_hash),
        ]
    });
    sql(
        "INSERT INTO audit_gaps (chain, first_seq, last_seq, last_hash)
         VALUES ($1, $2, $3, $4)",
    )
    .rows(rows)
    .execute_expecting(expected, &mut tx)
    .await?;
    Ok(Left { runs, before_chain })
}

fn runs(mut removed: Vec<Removed>) -> Vec<Run> {
    removed.sort_by(|a, b| (&a.chain, a.seq).cmp(&(&b.chain, b.seq)));
    let mut runs: Vec<Run> = Vec::new();
    for link in removed {
        match runs.last_mut() {
            Some(run) if run.chain == link.chain && run.last_seq + 1 == link.seq => {
                run.last_seq = link.seq;
                run.last_hash = link.hash;
            }
            _ => runs.push(Run {
                chain: link.chain,
                first_seq: link.seq,
                last_seq: link.seq,
                last_hash: link.hash,
            }),
        }
    }
    runs
}

/// The run together with the gaps right before and after it, which are taken away.
async fn with_neighbours(mut tx: &mut Tx, run: &Run) -> Result<Run, StoreError> {
    let neighbours: Vec<Run> = sql("DELETE FROM audit_gaps
         WHERE chain = $1 AND first_seq <= $3 + 1 AND last_seq >= $2 - 1
         RETURNING chain, first_seq, last_seq, last_hash")
    .bind(&run.chain)
    .bind(run.first_seq)
    .bind(run.last_seq)
    .fetch_all(&mut tx)
    .await?;
    let mut gap = run.clone();
    for neighbour in neighbours {
        gap.first_seq = gap.first_seq.min(neighbour.first_seq);
        if neighbour.last_seq > gap.last_seq {
            gap.last_seq = neighbour.last_seq;
            gap.last_hash = neighbour.last_hash;
        }
    }
    Ok(gap)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(chain: &str, seq: i64) -> Removed {
        Removed {
            chain: chain.to_owned(),
            seq,
            hash: format!("{chain}{seq}"),
        }
    }

    #[test]
    fn links_that_follow_each_other_are_one_run() {
        let runs = runs(vec![
            link("b", 1),
            link("a", 3),
            link("a", 1),
            link("a", 2),
            link("a", 5),
        ]);
        let runs: Vec<_> = runs
            .iter()
            .map(|run| {
                (
                    run.chain.as_str(),
                    run.first_seq,
                    run.last_seq,
                    run.last_hash.as_str(),
                )
            })
            .collect();
        assert_eq!(
            runs,
            [("a", 1, 3, "a3"), ("a", 5, 5, "a5"), ("b", 1, 1, "b1")]
        );
    }
}
