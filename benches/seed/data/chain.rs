//! The chains of the audit log: a link per entry, as the store makes them.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use slimy_store::audit::{self, AuditEntry, Head, Salts};
use slimy_store::{Json, Timestamp};

use super::audit::all;
use crate::Progress;
use crate::cell::{Cell, Table};
use crate::sink::Sink;
use crate::world::World;

const LINK: Table = Table {
    name: "audit_links",
    columns: &[
        "chain",
        "seq",
        "entry_id",
        "hash",
        "actor_salt",
        "actor_commitment",
        "resource_salt",
        "resource_commitment",
    ],
};

const HEAD: Table = Table {
    name: "audit_heads",
    columns: &["chain", "seq", "hash"],
};

/// Links every entry, and says where each chain stands.
pub(super) async fn links(
    world: &World,
    sink: &mut Sink,
    progress: &mut impl Progress,
) -> Result<()> {
    progress.begin("audit chains", world.amounts.audit);
    let mut heads: BTreeMap<String, Head> = BTreeMap::new();
    sink.begin(LINK).await?;
    for (number, cells) in all(world).enumerate() {
        let entry = entry(&cells).context("an entry of the audit log")?;
        let chain = entry.guild_id.as_ref().map_or("", |id| id.as_str());
        let head = heads.entry(chain.to_owned()).or_insert_with(|| Head {
            chain: chain.to_owned(),
            seq: 0,
            hash: audit::genesis(chain, 0),
            before_chain: 0,
        });
        sink.row(link(head, &entry, number)).await?;
        progress.advance(1);
    }
    sink.end().await?;
    sink.begin(HEAD).await?;
    for Head {
        chain, seq, hash, ..
    } in heads.into_values()
    {
        sink.row(vec![chain.into(), seq.into(), hash.into()])
            .await?;
    }
    sink.end().await
}

/// The next link of a chain.
fn link(head: &mut Head, entry: &AuditEntry, number: usize) -> Vec<Cell> {
    head.seq += 1;
    let salts = Salts {
        actor: format!("{number:032x}"),
        resource: format!("{:032x}", u128::MAX - number as u128),
    };
    let sealed = audit::make_link(&head.chain, head.seq, &head.hash, entry, salts);
    head.hash.clone_from(&sealed.hash);
    vec![
        head.chain.as_str().into(),
        head.seq.into(),
        entry.id.as_str().into(),
        sealed.hash.into(),
        sealed.actor_salt.into(),
        sealed.actor_commitment.into(),
        sealed.resource_salt.into(),
        sealed.resource_commitment.into(),
    ]
}

/// The entry that the cells are.
fn entry(cells: &[Cell]) -> Option<AuditEntry> {
    let text = |at: usize| match cells.get(at) {
        Some(Cell::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let details = text(6).map(|text| serde_json::from_str(&text).map(Json));
    let (Some(Cell::Time(at)), Some(Cell::Truth(success))) = (cells.get(11), cells.get(12)) else {
        return None;
    };
    Some(AuditEntry {
        id: text(0)?.into(),
        user_id: text(1).map(Into::into),
        guild_id: text(2).map(Into::into),
        action: text(3)?,
        resource_type: text(4)?,
        resource_id: text(5)?,
        details: details.transpose().ok()?,
        ip_address: text(7),
        user_agent: text(8),
        session_id: text(9),
        request_id: text(10),
        timestamp: Timestamp::from_micros(*at)?,
        success: *success,
        error_message: text(13),
    })
}
