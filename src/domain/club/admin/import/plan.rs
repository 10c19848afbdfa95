//! A file held against what is known.

use std::collections::{BTreeMap, BTreeSet};

use slimy_store::{
    Id, Timestamp, Tx,
    club::{self as store, Value},
    limits,
};

use super::{Contradiction, Guarded, Note, Plan, Text};
use crate::{
    Error,
    club::{
        Guards, Metric, Standing, Week,
        admin::{Fault, aliases::full, members::user},
        background::{last_values, standings},
        files::{Format, Imported, Record},
        guards,
        names::name_key,
        sheet::stored_metric,
    },
};

/// The most values of one file that are kept as corrections, which are written one by one: a
/// correction is somebody's exception.
const MAX_CORRECTIONS: usize = 2_000;

/// Contradictions that are told one by one.
const TOLD: usize = 20;

/// What there is to do.
#[derive(Debug)]
pub(super) struct Work {
    format: Format,
    /// The file's rosters that are not known as they are, in order.
    pub(super) rosters: Vec<Roster>,
    /// Members that are not known yet: their keys and names.
    pub(super) new: BTreeMap<String, String>,
    /// Spellings that are not known yet: their keys, spellings, and the keys of whom they mean.
    pub(super) aliases: BTreeMap<String, (String, Who)>,
    weeks: (Week, Week),
    known: usize,
    unchanged: usize,
    guards: Vec<Guarded>,
    notes: Vec<Note>,
}

/// What a file is held against beside the club's history.
#[derive(Debug)]
pub(super) struct Against {
    /// The week that runs.
    pub(super) running: Week,
    pub(super) guards: Guards,
    pub(super) now: Timestamp,
}

/// A member, known by key or new by folded name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    Known(Id),
    New(String),
}

/// One week of one metric.
#[derive(Debug)]
pub(super) struct Roster {
    pub(super) week: Week,
    pub(super) metric: Metric,
    pub(super) rows: Vec<Row>,
    /// Another one counts so far.
    supersedes: bool,
}

/// A value.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) who: Who,
    pub(super) record: Record,
    /// It has to be kept as a correction.
    pub(super) corrects: bool,
}

/// Who is known by which key.
struct Known {
    names: BTreeMap<String, Id>,
    aliases: BTreeMap<String, Id>,
}

impl Known {
    async fn of(tx: &mut Tx, guild_id: &Id) -> Result<Self, Error> {
        let members = store::list_members(&mut *tx, guild_id).await?;
        let aliases = store::list_aliases(&mut *tx, guild_id).await?;
        let names = members
            .into_iter()
            .map(|member| (member.name_key, member.id));
        let aliases = aliases
            .into_iter()
            .map(|alias| (alias.alias_key, alias.member_id));
        Ok(Self {
            names: names.collect(),
            aliases: aliases.collect(),
        })
    }

    /// By the name's or an alias's key alone: a file is nobody's guess.
    fn find(&self, key: &str) -> Who {
        let found = self.names.get(key).or_else(|| self.aliases.get(key));
        found.map_or_else(|| Who::New(key.to_owned()), |id| Who::Known(id.clone()))
    }
}

/// What does not fit.
#[derive(Default)]
struct Faults {
    told: Vec<Contradiction>,
    more: usize,
}

impl Faults {
    fn add(&mut self, fault: impl FnOnce() -> Contradiction) {
        if self.told.len() < TOLD {
            self.told.push(fault());
        } else {
            self.more += 1;
        }
    }

    fn end(self) -> Result<(), Error> {
        let Self { told, more } = self;
        if told.is_empty() {
            return Ok(());
        }
        Err(user(Fault::Contradictions { told, more }))
    }
}

impl Work {
    /// Holds a file against what the guild knows.
    pub(super) async fn of(
        tx: &mut Tx,
        guild_id: &Id,
        imported: Imported,
        against: &Against,
    ) -> Result<Self, Error> {
        let running = against.running;
        let known = Known::of(tx, guild_id).await?;
        let mut faults = Faults::default();
        let mut new = BTreeMap::new();
        let mut members: BTreeSet<Who> = BTreeSet::new();
        let mut spellings: Vec<(String, Who)> = Vec::new();
        let mut rosters: BTreeMap<(Week, Metric), Vec<Row>> = BTreeMap::new();
        for record in imported.records {
            let Some(week) = checked(&record, running, &mut faults) else {
                continue;
            };
            let key = name_key(&record.member);
            let who = known.find(&key);
            if matches!(who, Who::New(_)) {
                new.entry(key).or_insert_with(|| record.member.clone());
            }
            spellings.extend(
                record
                    .aliases
                    .iter()
                    .map(|alias| (alias.clone(), who.clone())),
            );
            members.insert(who.clone());
            let rows = rosters.entry((week, record.metric)).or_default();
            rows.push(Row {
                who,
                record,
                corrects: false,
            });
        }
        for ((week, metric), rows) in &rosters {
            check_roster(*week, *metric, rows, &mut faults);
        }
        let all = known.names.len() + new.len();
        if all > limits::CLUB_MEMBERS {
            let most = limits::CLUB_MEMBERS;
            faults.add(|| Contradiction::TooManyMembers { all, most });
        }
        faults.end()?;

        let mut notes: Vec<Note> = imported.notes.into_iter().map(Note::File).collect();
        let aliases = new_aliases(&known, &new, spellings, &mut notes)?;
        let weeks = rosters.keys().map(|(week, _)| *week);
        let first = weeks.clone().min().unwrap_or(running);
        let last = weeks.max().unwrap_or(running);
        let mut work = Self {
            format: imported.format,
            rosters: Vec::new(),
            known: members
                .iter()
                .filter(|who| matches!(who, Who::Known(_)))
                .count(),
            new,
            aliases,
            weeks: (first, last),
            unchanged: 0,
            guards: Vec::new(),
            notes,
        };
        for ((week, metric), rows) in rosters {
            let roster = Roster {
                week,
                metric,
                rows,
                supersedes: false,
            };
            work.take(tx, guild_id, roster, against).await?;
        }
        let rows = work.rosters.iter().flat_map(|roster| &roster.rows);
        if rows.filter(|row| row.corrects).count() > MAX_CORRECTIONS {
            let mut faults = Faults::default();
            faults.add(|| Contradiction::TooManyCorrections {
                most: MAX_CORRECTIONS,
            });
            faults.end()?;
        }
        Ok(work)
    }

    /// Takes a roster on, unless it is known as it is.
    async fn take(
        &mut self,
        tx: &mut Tx,
        guild_id: &Id,
        mut roster: Roster,
        against: &Against,
    ) -> Result<(), Error> {
        let (name, stored) = (roster.week.to_string(), stored_metric(roster.metric));
        let snapshot = store::current_snapshot(&mut *tx, guild_id, &name, stored).await?;
        roster.supersedes = snapshot.is_some();
        let values = match snapshot {
            Some(snapshot) => store::values(&mut *tx, guild_id, &[snapshot]).await?,
            None => Vec::new(),
        };
        let values: BTreeMap<&Id, &Value> = values
            .iter()
            .map(|value| (&value.member_id, value))
            .collect();
        let standing = |who: &Who| match who {
            Who::Known(id) => values.get(id).copied(),
            Who::New(_) => None,
        };
        let rows = &mut roster.rows;
        let as_known =
            |row: &Row| standing(&row.who).is_some_and(|value| is_same(&row.record, value));
        if roster.supersedes && rows.len() == values.len() && rows.iter().all(as_known) {
            self.unchanged += 1;
            return Ok(());
        }
        for row in rows {
            let stands = standing(&row.who)
                .is_some_and(|value| value.corrected && value.power == row.record.power);
            row.corrects = row.record.corrected && row.record.power.is_some() && !stands;
        }
        self.guard(tx, guild_id, &roster, against).await?;
        self.rosters.push(roster);
        Ok(())
    }

    /// Notes what guards a roster: the rules of a save, against the club's own history. What the
    /// same file says of earlier weeks is not history yet, so that no file takes its way there in
    /// small steps; and a club that knows nothing has nothing to guard.
    async fn guard(
        &mut self,
        tx: &mut Tx,
        guild_id: &Id,
        roster: &Roster,
        against: &Against,
    ) -> Result<(), Error> {
        let (week, metric) = (roster.week, roster.metric);
        let (name, stored) = (week.to_string(), stored_metric(metric));
        let (guards, now) = (&against.guards, against.now);
        let last = last_values!(&mut *tx, guild_id, guards, stored, &name, now);
        let [counts, taken_away] = [last.counts, last.taken_away].map(|last| last.map(standings));
        let rows: Vec<Standing> = roster.rows.iter().map(Row::standing).collect();
        let (counts, taken_away) = (counts.as_deref(), taken_away.as_deref());
        let found = guards::check_both(guards, counts, taken_away, &rows, None);
        self.guards.extend(found.into_iter().map(|guard| Guarded {
            week,
            metric,
            guard,
        }));
        Ok(())
    }

    /// Whether there is nothing to do.
    pub(super) fn is_empty(&self) -> bool {
        self.rosters.is_empty() && self.aliases.is_empty()
    }

    /// What people are told of it.
    pub(super) fn plan(&self, file: &str) -> Plan {
        let rows = || self.rosters.iter().flat_map(|roster| &roster.rows);
        let (first, last) = self.weeks;
        Plan {
            file: file.to_owned(),
            format: self.format,
            first,
            last,
            rosters: self.rosters.len(),
            superseded: self
                .rosters
                .iter()
                .filter(|roster| roster.supersedes)
                .count(),
            unchanged: self.unchanged,
            values: rows().count(),
            known: self.known,
            new: self.new.values().cloned().collect(),
            aliases: self.aliases.len(),
            corrections: rows().filter(|row| row.corrects).count(),
            guards: self.guards.clone(),
            notes: self.notes.clone(),
        }
    }
}

impl Row {
    fn standing(&self) -> Standing {
        let member = match &self.who {
            Who::Known(id) => Some(id.clone()),
            Who::New(_) => None,
        };
        Standing {
            member,
            name: self.record.member.clone(),
            power: self.record.power,
            corrected: self.record.corrected,
        }
    }
}

/// Whether a record says what is known already.
fn is_same(record: &Record, value: &Value) -> bool {
    record.power == value.power
        && record.last_seen == value.last_seen
        && (value.corrected || !record.corrected)
}

/// The record's week, when all of it can be kept.
fn checked(record: &Record, running: Week, faults: &mut Faults) -> Option<Week> {
    let name = &record.member;
    let most = limits::CLUB_NAME;
    if let Some((what, text)) = unprintable(record) {
        let start = start(text);
        faults.add(|| Contradiction::Unprintable { what, start });
        return None;
    }
    let is_long = |text: &str| text.chars().count() > most;
    if is_long(name) || is_long(&name_key(name)) {
        let start = start(name);
        faults.add(|| Contradiction::LongName { start, most });
        return None;
    }
    if name_key(name).is_empty() {
        let start = start(name);
        faults.add(|| Contradiction::BlankName { start });
        return None;
    }
    if let Some(power) = record.power.filter(|power| *power > limits::CLUB_POWER) {
        faults.add(|| Contradiction::TooHigh {
            name: name.clone(),
            week: record.week.clone(),
            power,
        });
        return None;
    }
    match Week::parse(&record.week) {
        Ok(week) if week <= running => Some(week),
        Ok(week) => {
            faults.add(|| Contradiction::WeekToCome {
                name: name.clone(),
                week,
                now: running,
            });
            None
        }
        Err(fault) => {
            faults.add(|| Contradiction::NotAWeek {
                name: name.clone(),
                fault,
            });
            None
        }
    }
}

/// The record's first text that no line of a list could show, and what it is.
fn unprintable(record: &Record) -> Option<(Text, &str)> {
    let mut texts = std::iter::once((Text::Name, &record.member))
        .chain(record.last_seen.iter().map(|text| (Text::LastSeen, text)))
        .chain(record.aliases.iter().map(|text| (Text::Alias, text)));
    let found = texts.find(|(_, text)| text.chars().any(breaks));
    found.map(|(what, text)| (what, text.as_str()))
}

/// Whether it is a control character, or breaks a line.
fn breaks(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

fn start(name: &str) -> String {
    let shown = |c: char| if breaks(c) { '?' } else { c };
    name.chars().take(20).map(shown).collect()
}

/// Whether the rows of one roster fit together.
fn check_roster(week: Week, metric: Metric, rows: &[Row], faults: &mut Faults) {
    let most = limits::POWERS_PER_ANALYSIS;
    if rows.len() > most {
        faults.add(|| Contradiction::LongRoster {
            week,
            metric,
            members: rows.len(),
            most,
        });
    }
    let mut seen: BTreeMap<&Who, &str> = BTreeMap::new();
    for row in rows {
        let name = row.record.member.as_str();
        if let Some(other) = seen.insert(&row.who, name) {
            faults.add(|| Contradiction::SameMember {
                week,
                metric,
                one: other.to_owned(),
                other: name.to_owned(),
            });
        }
    }
}

/// Spellings of the file that mean nobody yet. One that is somebody else's is left out.
fn new_aliases(
    known: &Known,
    new: &BTreeMap<String, String>,
    spellings: Vec<(String, Who)>,
    notes: &mut Vec<Note>,
) -> Result<BTreeMap<String, (String, Who)>, Error> {
    let mut aliases: BTreeMap<String, (String, Who)> = BTreeMap::new();
    let mut left_out = BTreeSet::new();
    for (alias, who) in spellings {
        let key = name_key(&alias);
        if key.is_empty() || alias.chars().count().max(key.chars().count()) > limits::CLUB_NAME {
            left_out.insert(start(&alias));
            continue;
        }
        let meant = match known.find(&key) {
            Who::New(key) if !new.contains_key(&key) => {
                aliases.get(&key).map(|(_, who)| who.clone())
            }
            found => Some(found),
        };
        match meant {
            None => drop(aliases.insert(key, (alias, who))),
            Some(meant) if meant == who => {}
            Some(_) => drop(left_out.insert(alias)),
        }
    }
    if !left_out.is_empty() {
        notes.push(Note::Aliases(left_out.into_iter().collect()));
    }
    if known.aliases.len() + aliases.len() > limits::CLUB_ALIASES {
        return Err(user(full()));
    }
    Ok(aliases)
}
