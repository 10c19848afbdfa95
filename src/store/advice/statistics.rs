//! By what PostgreSQL has counted.

use super::{Advice, Basis, MANY_ROWS};
use crate::engine::Index;
use crate::{Db, StoreError};

pub(super) async fn advice(db: &Db, indexes: &[Index]) -> Result<(Basis, Vec<Advice>), StoreError> {
    let (tables, since) = db.table_reads().await?;
    // A unique index keeps rows apart even when nothing reads it.
    let unused = indexes
        .iter()
        .filter(|index| !index.is_unique && index.scans == Some(0));
    let unused = unused.map(|index| Advice::Unused {
        index: index.name.clone(),
        table: index.table_name.clone(),
        bytes: index.bytes.map(i64::unsigned_abs),
    });
    let whole = tables
        .into_iter()
        .filter(|table| table.live_rows > i64::from(MANY_ROWS) && table.sequential > table.indexed)
        .map(|table| Advice::ReadWhole {
            table: table.name,
            whole: table.sequential.unsigned_abs(),
            indexed: table.indexed.unsigned_abs(),
        });
    Ok((Basis::Statistics { since }, unused.chain(whole).collect()))
}
