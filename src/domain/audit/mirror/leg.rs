//! Which channel is told of what waits. The log says it itself: by the changes of `audit.channel`
//! among its entries each is told up to the change that takes it its turn, so that nobody silences
//! a channel without its readers seeing who did, whatever is chosen to be mirrored.

use std::collections::BTreeSet;

use serde_json::Value;
use slimy_store::{
    Json,
    audit::AuditEntry,
    audit::mirror::{Placed, of_actions_after},
};

use super::super::{GUILD_SETTINGS_IMPORT, GUILD_SETTINGS_REVERT, GUILD_SETTINGS_UPDATE};
use crate::{Error, Services};

/// Changes of settings that are read together.
const PAGE: usize = 50;

/// What of that which waits one channel is told.
#[derive(Debug, PartialEq)]
pub(super) struct Leg {
    /// Discord's id of the channel; none where nobody wants it.
    pub(super) channel: Option<String>,
    /// What stands behind this place.
    pub(super) after: i64,
    /// The change by which the channel is told nothing more; none while it is told.
    pub(super) last: Option<i64>,
    /// Where settings of the audit log were changed, which is always told.
    pub(super) always: BTreeSet<i64>,
}

impl Leg {
    /// Of a guild that is gone.
    pub(super) fn of_nobody(seq: i64) -> Self {
        Self {
            channel: None,
            after: seq,
            last: None,
            always: BTreeSet::new(),
        }
    }

    /// What comes next in a guild that was told up to `seq`, and which now has chosen `channel`.
    pub(super) async fn next(
        services: &Services,
        chain: &str,
        seq: i64,
        channel: Option<&String>,
    ) -> Result<Self, Error> {
        let mut leg = Self {
            channel: channel.cloned(),
            ..Self::of_nobody(seq)
        };
        let actions = [
            GUILD_SETTINGS_UPDATE,
            GUILD_SETTINGS_REVERT,
            GUILD_SETTINGS_IMPORT,
        ];
        let (mut read, mut is_known) = (seq, false);
        loop {
            let page = of_actions_after(&services.db, chain, read, &actions, PAGE).await?;
            let is_end = page.len() < PAGE;
            for change in page {
                read = change.seq;
                if leg.is_over(&change, &mut is_known) {
                    return Ok(leg);
                }
            }
            if is_end {
                return Ok(leg);
            }
        }
    }

    /// Goes on over a change of settings; true when the leg ends with it.
    fn is_over(&mut self, change: &Placed, is_known: &mut bool) -> bool {
        let Some(Json(Value::Object(changes))) = &change.entry.details else {
            return false;
        };
        if !changes
            .keys()
            .any(|key| key == "audit" || key.starts_with("audit."))
        {
            return false;
        }
        self.always.insert(change.seq);
        let Some(channel) = changes.get("audit.channel") else {
            return false;
        };
        if let Some(before) = channel["before"].as_str() {
            self.channel = Some(before.to_owned());
            self.last = Some(change.seq);
            return true;
        }
        // What came before was nobody's to be told.
        if !*is_known {
            self.after = change.seq - 1;
            self.always = BTreeSet::from([change.seq]);
        }
        *is_known = true;
        false
    }

    /// Those of the entries that are in it.
    pub(super) fn holds(&self, one: &Placed) -> bool {
        self.last.is_none_or(|last| one.seq <= last)
    }

    /// Whether an entry is told, whatever is chosen.
    pub(super) fn always_tells(&self, one: &Placed) -> bool {
        self.always.contains(&one.seq)
    }

    /// The first `most` of the entries, among them each that is always told, or the last of those: so
    /// that a flood of others does not hide them.
    pub(super) fn named(&self, entries: Vec<Placed>, most: usize) -> Vec<AuditEntry> {
        let seqs = |one: &Placed| one.seq;
        let always = entries.iter().rev().filter(|one| self.always_tells(one));
        let mut named: BTreeSet<i64> = always.take(most).map(seqs).collect();
        for one in &entries {
            if named.len() < most {
                named.insert(one.seq);
            }
        }
        let named = entries.into_iter().filter(|one| named.contains(&one.seq));
        named.map(|one| one.entry).collect()
    }

    /// Whether all of it was told, or given up, when `seq` was.
    pub(super) fn ends_with(&self, seq: i64) -> bool {
        self.last.is_some_and(|last| seq >= last)
    }
}
