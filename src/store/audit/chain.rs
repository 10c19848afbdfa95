//! Links entries into the chain of their guild, last in the transaction that writes them: so
//! no transaction waits for anything else while others wait for it, and none can come into a
//! deadlock over heads. One chain per guild, so that its admins can verify it alone.

use std::collections::BTreeMap;

use super::link::{self, Salts};
use super::{AuditEntry, NewAuditEntry};
use crate::engine::{Value, sql};
use crate::{Id, StoreError, Tx};

/// Where a chain stands.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Head {
    /// Whose it is: a guild's key, or empty for what belongs to none.
    pub chain: String,
    /// The place of the newest link, from 1; 0 before the first.
    pub seq: i64,
    /// Its hash; empty before the first.
    pub hash: String,
    /// How many entries stood there before the chain began.
    pub before_chain: i64,
}

impl Head {
    /// What the next link goes on from.
    pub(super) fn next(&self) -> String {
        if self.seq == 0 {
            link::genesis(&self.chain, self.before_chain)
        } else {
            self.hash.clone()
        }
    }
}

/// The chain of a guild, or of what belongs to none.
pub(super) fn chain_of(guild_id: Option<&Id>) -> &str {
    guild_id.map_or("", Id::as_str)
}

/// The entry as it is stored.
pub(super) fn stored(entry: &NewAuditEntry) -> Result<AuditEntry, StoreError> {
    Ok(AuditEntry {
        id: entry.id.clone(),
        user_id: entry.user_id.clone(),
        guild_id: entry.guild_id.clone(),
        action: super::normal_name(&entry.action)?,
        resource_type: super::normal_name(&entry.resource_type)?,
        resource_id: entry.resource_id.clone(),
        details: entry.details.clone(),
        ip_address: entry.ip_address.clone(),
        user_agent: entry.user_agent.clone(),
        session_id: entry.session_id.clone(),
        request_id: entry.request_id.clone(),
        timestamp: entry.timestamp,
        success: entry.success,
        error_message: entry.error_message.clone(),
    })
}

/// Links what the transaction has written. To be called right before its commit.
pub(crate) async fn seal(mut tx: &mut Tx) -> Result<(), StoreError> {
    let entries = tx.take_unsealed();
    if entries.is_empty() {
        return Ok(());
    }
    let mut chains: BTreeMap<&str, Vec<&AuditEntry>> = BTreeMap::new();
    for entry in &entries {
        let chain = chain_of(entry.guild_id.as_ref());
        chains.entry(chain).or_default().push(entry);
    }
    let mut heads = hold(tx, chains.keys().copied()).await?;
    let mut links = Vec::with_capacity(entries.len());
    for head in &mut heads {
        for entry in chains.remove(head.chain.as_str()).unwrap_or_default() {
            links.push(append(head, entry)?);
        }
    }
    let expected = links.len();
    sql(
        "INSERT INTO audit_links (chain, seq, entry_id, hash, actor_salt, actor_commitment,
             resource_salt, resource_commitment)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .rows(links.into_iter())
    .execute_expecting(expected, &mut tx)
    .await?;
    move_on(tx, heads).await
}

/// Makes the row of the next link, and moves the head there.
fn append(head: &mut Head, entry: &AuditEntry) -> Result<Vec<Value>, StoreError> {
    let seq = head.seq + 1;
    let sealed = link::seal(&head.chain, seq, &head.next(), entry, Salts::random()?);
    head.seq = seq;
    head.hash.clone_from(&sealed.hash);
    Ok(vec![
        Value::from(&head.chain),
        Value::from(seq),
        Value::from(&entry.id),
        Value::from(sealed.hash),
        Value::from(sealed.actor_salt),
        Value::from(sealed.actor_commitment),
        Value::from(sealed.resource_salt),
        Value::from(sealed.resource_commitment),
    ])
}

/// Reads the heads and keeps other writers from them until the transaction ends, in the order
/// of their keys. Writing is what holds a row on both engines, also one that was missing.
async fn hold(
    tx: &mut Tx,
    chains: impl Iterator<Item = &str> + Send,
) -> Result<Vec<Head>, StoreError> {
    let rows: Vec<Vec<Value>> = chains
        .map(|chain| vec![Value::from(chain), Value::from(0), Value::from("")])
        .collect();
    sql(
        "INSERT INTO audit_heads (chain, seq, hash) VALUES ($1, $2, $3)
         ON CONFLICT (chain) DO UPDATE SET seq = audit_heads.seq
         RETURNING chain, seq, hash, before_chain",
    )
    .rows(rows.into_iter())
    .fetch_all(tx)
    .await
}

async fn move_on(mut tx: &mut Tx, heads: Vec<Head>) -> Result<(), StoreError> {
    let expected = heads.len();
    let rows = heads.into_iter().map(|head| {
        vec![
            Value::from(head.chain),
            Value::from(head.seq),
            Value::from(head.hash),
        ]
    });
    sql(
        "INSERT INTO audit_heads (chain, seq, hash) VALUES ($1, $2, $3)
         ON CONFLICT (chain) DO UPDATE SET seq = excluded.seq, hash = excluded.hash",
    )
    .rows(rows)
    .execute_expecting(expected, &mut tx)
    .await
}

/// Takes a person out of entries that the transaction has written and not linked yet, because
/// they are being erased from where those stand.
pub(super) fn forget(tx: &mut Tx, user_id: &Id) {
    for entry in tx.unsealed() {
        if entry.user_id.as_ref() == Some(user_id) {
            entry.user_id = None;
            entry.ip_address = None;
            entry.user_agent = None;
            entry.session_id = None;
        }
        if link::is_about_a_person(entry) && entry.resource_id == user_id.as_str() {
            link::ERASED.clone_into(&mut entry.resource_id);
        }
    }
}

/// The newest head of a chain; none where nothing was ever written.
pub async fn head(on: impl crate::Executor, chain: &str) -> Result<Option<Head>, StoreError> {
    let mut on = on;
    sql("SELECT chain, seq, hash, before_chain FROM audit_heads WHERE chain = $1")
        .bind(chain)
        .fetch_optional(&mut on)
        .await
}

/// The next chain of each table.
type Next = (
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
);

/// The next chain in the order of their keys, also where somebody took its head away.
pub(super) async fn after(
    on: impl crate::Executor,
    chain: &str,
) -> Result<Option<String>, StoreError> {
    let mut on = on;
    let next: Next = sql(
        "SELECT (SELECT min(chain) FROM audit_heads WHERE chain > $1),
             (SELECT min(chain) FROM audit_links WHERE chain > $2),
             (SELECT min(chain) FROM audit_unchained WHERE chain > $3),
             (SELECT min(chain) FROM audit_gaps WHERE chain > $4)",
    )
    .bind(chain)
    .bind(chain)
    .bind(chain)
    .bind(chain)
    .fetch_one(&mut on)
    .await?;
    Ok([next.0, next.1, next.2, next.3].into_iter().flatten().min())
}
