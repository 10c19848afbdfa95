//! Whom a save makes members of the club, and which spellings of theirs it learns.

use std::collections::BTreeMap;

use slimy_store::{
    Id, StoreError, Tx,
    club::{self as store, AliasOutcome, AliasSource, NewAlias, NewMember},
    limits,
};

use super::{
    super::{Part, background::Background, names::name_key, review::Who},
    Deciding,
};
use crate::{Error, UserError};

/// The members that the rows are, those that are new made.
pub(super) struct Members<'a> {
    deciding: &'a Deciding<'a>,
    club: &'a Background,
    /// By their folded names: those that this save has made.
    made: BTreeMap<String, Id>,
    /// For each part the names of the members that it has made.
    pub(super) names: Vec<Vec<String>>,
    ids: Vec<Vec<Id>>,
}

impl<'a> Members<'a> {
    pub(super) fn new(deciding: &'a Deciding<'a>, club: &'a Background) -> Self {
        Self {
            deciding,
            club,
            made: BTreeMap::new(),
            names: Vec::new(),
            ids: Vec::new(),
        }
    }

    /// For each row of the part its member.
    pub(super) async fn of_part(&mut self, tx: &mut Tx, part: &Part) -> Result<Vec<Id>, Error> {
        let mut ids = Vec::with_capacity(part.rows.lines.len());
        self.names.push(Vec::new());
        for (line, who) in part.rows.lines.iter().zip(&part.rows.who) {
            let id = match who {
                Who::Member(id) | Who::Eye(id) => id.clone(),
                Who::New | Who::Open => self.make(tx, &line.name).await?,
            };
            ids.push(id);
        }
        self.ids.push(ids.clone());
        Ok(ids)
    }

    async fn make(&mut self, tx: &mut Tx, name: &str) -> Result<Id, Error> {
        let key = name_key(name);
        if let Some(made) = self.made.get(&key) {
            return Ok(made.clone());
        }
        if self.club.members.len() + self.made.len() >= limits::CLUB_MEMBERS {
            let max = limits::CLUB_MEMBERS;
            return Err(UserError::ClubFull { max }.into());
        }
        let new = NewMember {
            guild_id: self.deciding.draft.guild_id.clone(),
            name: name.to_owned(),
            name_key: key.clone(),
            display_name: None,
        };
        let made = store::create_member(tx, new, self.deciding.now).await?;
        self.made.insert(key, made.row.id.clone());
        if let Some(names) = self.names.last_mut() {
            names.push(name.to_owned());
        }
        Ok(made.row.id)
    }

    /// Remembers the spellings that a person has explained, so that the next reading of them is
    /// understood. A spelling that is somebody's already stays theirs. For each part those that
    /// were not known before.
    pub(super) async fn remember(
        &self,
        tx: &mut Tx,
        parts: &[&Part],
    ) -> Result<Vec<Vec<String>>, Error> {
        let mut learnt = Vec::with_capacity(parts.len());
        for (part, ids) in parts.iter().zip(&self.ids) {
            let mut new = Vec::new();
            for (line, member) in part.rows.lines.iter().zip(ids) {
                let own = line.said.is_some().then_some(&line.name);
                for spelling in line.spellings.iter().chain(own) {
                    if self.alias(tx, spelling, member).await? {
                        new.push(spelling.clone());
                    }
                }
            }
            learnt.push(new);
        }
        Ok(learnt)
    }

    /// Whether the spelling is known from here on, and was not before.
    async fn alias(&self, tx: &mut Tx, spelling: &str, member: &Id) -> Result<bool, Error> {
        let alias_key = name_key(spelling);
        let is_name = !alias_key.is_empty() && spelling.chars().count() <= limits::CLUB_NAME;
        if !is_name || self.made.get(&alias_key) == Some(member) {
            return Ok(false);
        }
        let alias = NewAlias {
            guild_id: self.deciding.draft.guild_id.clone(),
            member_id: member.clone(),
            alias: spelling.to_owned(),
            alias_key,
            source: AliasSource::Fix,
            created_by: Some(self.deciding.actor.user_id.clone()),
        };
        match store::add_alias(tx, alias, self.deciding.now).await {
            Ok(AliasOutcome::Added(_)) => Ok(true),
            Ok(AliasOutcome::Known | AliasOutcome::Taken(_)) => Ok(false),
            Ok(AliasOutcome::NotFound) => Err(StoreError::NotFound.into()),
            Err(error) => Err(error.into()),
        }
    }
}
