//! How often who was refused, until it is written.

use std::collections::{BTreeMap, HashMap};

use serde_json::json;
use slimy_store::{Timestamp, audit::NewAuditEntry, guilds, users};

use super::{Caller, TooFast};
use crate::{Error, Services, audit};

/// How many people are counted each for themselves between two entries; all others are counted
/// together.
const PEOPLE: usize = 1_000;
/// How many commands of one person are counted each for themselves.
const NAMES: usize = 20;

/// How often who was refused since it was last written.
#[derive(Debug, Default)]
pub(super) struct Refused {
    people: HashMap<Caller, Tally>,
    /// Of all others together.
    others: u64,
}

/// How often one person was refused in one place: no guild is told what they did elsewhere.
#[derive(Debug)]
struct Tally {
    since: Timestamp,
    times: u64,
    names: BTreeMap<&'static str, u64>,
}

impl Refused {
    /// Counts one more.
    pub(super) fn count(&mut self, caller: Caller, name: &'static str, now: Timestamp) {
        let is_full = self.people.len() >= PEOPLE;
        if is_full && !self.people.contains_key(&caller) {
            self.others += 1;
            return;
        }
        let tally = self.people.entry(caller).or_insert_with(|| Tally {
            since: now,
            times: 0,
            names: BTreeMap::new(),
        });
        tally.times += 1;
        if tally.names.len() < NAMES || tally.names.contains_key(name) {
            *tally.names.entry(name).or_default() += 1;
        }
    }

    /// How many people there are in it.
    pub(super) fn people(&self) -> usize {
        self.people.len()
    }

    /// Counts again what could not be written.
    fn give_back(&mut self, people: impl IntoIterator<Item = (Caller, Tally)>, others: u64) {
        self.others += others;
        for (person, tally) in people {
            let Some(newer) = self.people.get_mut(&person) else {
                if self.people.len() < PEOPLE {
                    self.people.insert(person, tally);
                } else {
                    self.others += tally.times;
                }
                continue;
            };
            newer.since = tally.since;
            newer.times += tally.times;
            for (name, times) in tally.names {
                *newer.names.entry(name).or_default() += times;
            }
        }
    }
}

/// Writes one entry for each person who was refused since the last time, and gives how many.
/// What cannot be written is counted on.
pub async fn write_refused(services: &Services) -> Result<usize, Error> {
    let Refused { people, others } = std::mem::take(&mut *services.rates.refused());
    if people.is_empty() && others == 0 {
        return Ok(0);
    }
    match entries(services, &people, others).await {
        Ok(entries) => {
            // Once it is handed over it is not lost: what the database does not take waits on disk.
            if let Err(error) = services.recorder.write(&entries).await {
                services.rates.refused().give_back(people, others);
                return Err(error.into());
            }
            Ok(entries.len())
        }
        Err(error) => {
            services.rates.refused().give_back(people, others);
            Err(error)
        }
    }
}

async fn entries(
    services: &Services,
    people: &HashMap<Caller, Tally>,
    others: u64,
) -> Result<Vec<NewAuditEntry>, Error> {
    let now = services.now();
    let mut entries = Vec::with_capacity(people.len() + 1);
    for (Caller { person, guild }, tally) in people {
        let user = users::find_by_discord_id(&services.db, &person.to_string()).await?;
        let guild = match guild {
            Some(guild) => guilds::find_by_discord_id(&services.db, &guild.to_string()).await?,
            None => None,
        };
        let user_id = user.map(|user| user.id);
        // Somebody who is not known is written without a name: they are nobody's yet.
        let about = user_id.as_ref().map_or("", slimy_store::Id::as_str);
        let details = json!({
            "times": tally.times,
            "since": tally.since,
            "commands": tally.names,
        });
        let entry = NewAuditEntry::new(audit::RATE_EXCEED, "user", about, now);
        entries.push(NewAuditEntry {
            guild_id: guild.map(|guild| guild.id),
            ..audit::with_details(audit::failed(entry, TooFast::KIND), details)
        });
        if let Some(entry) = entries.last_mut() {
            entry.user_id = user_id;
        }
    }
    if others > 0 {
        let entry = NewAuditEntry::new(audit::RATE_EXCEED, "user", "others", now);
        let entry = audit::failed(entry, TooFast::KIND);
        entries.push(audit::with_details(entry, json!({"times": others})));
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000).unwrap()
    }

    fn caller(person: u64) -> Caller {
        Caller {
            person,
            guild: None,
        }
    }

    #[test]
    fn a_crowd_takes_no_more_memory_than_the_first_thousand() {
        let mut refused = Refused::default();
        for person in 0..1_500 {
            refused.count(caller(person), "status", at(1));
            refused.count(caller(person), "club show", at(1));
        }
        assert_eq!((refused.people.len(), refused.others), (1_000, 1_000));
        assert_eq!(refused.people[&caller(7)].times, 2);
    }

    #[test]
    fn what_could_not_be_written_is_counted_on() {
        let mut refused = Refused::default();
        refused.count(caller(1), "status", at(1));
        let first = std::mem::take(&mut refused);
        refused.count(caller(1), "status", at(2));
        refused.count(caller(2), "club show", at(2));
        refused.give_back(first.people, first.others);
        let one = &refused.people[&caller(1)];
        assert_eq!((one.times, one.since, one.names["status"]), (2, at(1), 2));
        assert_eq!(refused.people[&caller(2)].times, 1);
    }
}
