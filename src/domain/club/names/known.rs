//! The members that are known, and which of them the rows of a roster are.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use slimy_roster::Metric;
use slimy_store::Id;

use super::{apart, cleaned, eye_key, name_key};
use crate::club::compare::tenfold;

/// The most members that a person is asked about for one row.
const ASKED: usize = 5;

/// From so many letters on, two names may be close at a distance of two (the earlier web page's
/// close-name guard, original.md section 1.3); shorter ones at one, and two letters never.
const LONG: usize = 5;

/// How far a power may lie from the last one, in percent of the higher, to be the same member's:
/// what issue 5 calls volatile is that much.
const PLAUSIBLE_PERCENT: i128 = 40;

/// A member that the guild knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownMember {
    /// `club_members.id`.
    pub id: Id,
    /// The canonical name, as the game shows it.
    pub name: String,
    /// Other spellings that mean this member.
    pub aliases: Vec<String>,
    /// The power that was last known, by metric.
    pub powers: LastPowers,
    /// `users.id` of the Discord user that the member is.
    pub user: Option<Id>,
}

/// The power of a member that was last known, by metric; none is not zero.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LastPowers {
    /// Sim power.
    pub sim: Option<i64>,
    /// Total power.
    pub total: Option<i64>,
}

impl LastPowers {
    /// That of `metric`.
    pub fn of(self, metric: Metric) -> Option<i64> {
        match metric {
            Metric::Sim => self.sim,
            Metric::Total => self.total,
        }
    }
}

/// A row of a roster, as far as it matters who it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Read<'a> {
    /// The name as it was read.
    pub name: &'a str,
    /// The power; none where it could not be read.
    pub power: Option<i64>,
}

/// Who a row is. The first three settle it; of the others a person decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolution {
    /// The member of this name.
    Exact(Id),
    /// The member that somebody has said this spelling means.
    Alias(Id),
    /// The only member whose name or alias looks the same.
    Eye(Id),
    /// Perhaps one of these under another name: close, with a plausible power, and not on the
    /// roster otherwise. The most likely first.
    PerhapsRenamed(Vec<(Id, String)>),
    /// One of these, or somebody else: several names fit, or other rows are them too. The most
    /// likely first.
    Ambiguous(Vec<(Id, String)>),
    /// Nobody who is known.
    New,
}

impl Resolution {
    /// The member that the row is, where that is settled.
    pub fn settled(&self) -> Option<&Id> {
        match self {
            Self::Exact(id) | Self::Alias(id) | Self::Eye(id) => Some(id),
            Self::PerhapsRenamed(_) | Self::Ambiguous(_) | Self::New => None,
        }
    }

    /// The members that a person is asked about; none where there is nothing to ask.
    pub fn asked(&self) -> &[(Id, String)] {
        match self {
            Self::PerhapsRenamed(members) | Self::Ambiguous(members) => members,
            Self::Exact(_) | Self::Alias(_) | Self::Eye(_) | Self::New => &[],
        }
    }
}

/// The members that a guild knows, to look names up. What it answers does not depend on the order
/// in which they were given.
#[derive(Debug, Clone)]
pub struct Known {
    members: Vec<Entry>,
    names: Index,
    aliases: Index,
    looks: Index,
}

/// The members that have a key, by their place.
type Index = BTreeMap<String, BTreeSet<usize>>;

#[derive(Debug, Clone)]
struct Entry {
    member: KnownMember,
    /// The loose keys of the name and the aliases.
    loose: Vec<Vec<char>>,
}

impl Known {
    /// Of all the members of a guild, those who have left it too: they may come back.
    pub fn new(mut members: Vec<KnownMember>) -> Self {
        members.sort_by(|one, other| one.id.cmp(&other.id));
        let mut known = Self {
            members: Vec::with_capacity(members.len()),
            names: Index::new(),
            aliases: Index::new(),
            looks: Index::new(),
        };
        for (place, member) in members.into_iter().enumerate() {
            let add = |index: &mut Index, key: String| {
                if !key.is_empty() {
                    index.entry(key).or_default().insert(place);
                }
            };
            add(&mut known.names, name_key(&member.name));
            add(&mut known.looks, eye_key(&member.name));
            for alias in &member.aliases {
                add(&mut known.aliases, name_key(alias));
                add(&mut known.looks, eye_key(alias));
            }
            let spellings = std::iter::once(&member.name).chain(&member.aliases);
            let loose = spellings.map(|name| loose(name)).collect();
            known.members.push(Entry { member, loose });
        }
        known
    }

    /// The members, ordered by their ids.
    pub fn members(&self) -> impl Iterator<Item = &KnownMember> {
        self.members.iter().map(|entry| &entry.member)
    }

    /// Who a row is that stands alone, as when somebody types a name.
    pub fn resolve(&self, name: &str, power: Option<i64>, metric: Metric) -> Resolution {
        let row = Read { name, power };
        self.resolve_roster(&[row], metric)
            .pop()
            .unwrap_or(Resolution::New)
    }

    /// Who the rows of one roster are, each in its place. No member is two of them: where several
    /// rows are the same member the strictest is, and of equally strict ones none; what only looks
    /// the same gives way to every other row that may be the member. The others are asked about.
    pub fn resolve_roster(&self, rows: &[Read<'_>], metric: Metric) -> Vec<Resolution> {
        let claims: Vec<Claim> = rows.iter().map(|row| self.claim(*row, metric)).collect();
        let mut best: BTreeMap<usize, (Rank, usize)> = BTreeMap::new();
        for claim in &claims {
            let Claim::One(rank, member) = *claim else {
                continue;
            };
            let first = best.entry(member).or_insert((rank, 0));
            match rank.cmp(&first.0) {
                Ordering::Less => *first = (rank, 1),
                Ordering::Equal => first.1 += 1,
                Ordering::Greater => {}
            }
        }
        let contested: BTreeSet<usize> = claims.iter().flat_map(Claim::several).collect();
        let alone = |rank: Rank, member: usize| {
            let rival = rank == Rank::Eye && contested.contains(&member);
            !rival && best.get(&member) == Some(&(rank, 1))
        };
        let taken = |member: usize| best.contains_key(&member);
        let settle = |(claim, row): (Claim, &Read<'_>)| match claim {
            Claim::One(rank, member) if alone(rank, member) => {
                rank.settled(self.members[member].member.id.clone())
            }
            Claim::One(_, member) => Resolution::Ambiguous(self.told(vec![member], *row, metric)),
            Claim::Several(members) => {
                Resolution::Ambiguous(self.told(members.into_iter().collect(), *row, metric))
            }
            Claim::None => self.close(*row, metric, taken),
        };
        claims.into_iter().zip(rows).map(settle).collect()
    }

    /// Whom the row's name alone says it is.
    fn claim(&self, row: Read<'_>, metric: Metric) -> Claim {
        let looks = self.looks.get(&eye_key(row.name));
        let key = name_key(row.name);
        let by_name = self.names.get(&key).map(|found| (Rank::Exact, found));
        let by_alias = self.aliases.get(&key).map(|found| (Rank::Alias, found));
        let by_look = looks.map(|found| (Rank::Eye, found));
        let Some((rank, found)) = by_name.or(by_alias).or(by_look) else {
            return Claim::None;
        };
        let Some(&member) = found.first().filter(|_| found.len() == 1) else {
            return Claim::Several(found.clone());
        };
        let twins = looks.into_iter().flatten().filter(|twin| **twin != member);
        let others: BTreeSet<usize> = twins.copied().collect();
        if rank != Rank::Eye && self.rather_a_twin(row, metric, member, &others) {
            return Claim::Several(others.into_iter().chain([member]).collect());
        }
        Claim::One(rank, member)
    }

    /// Whether the row looks like others of the members too, and may as well be one of them: its
    /// capital letters are another's, or only another's power is plausible.
    fn rather_a_twin(
        &self,
        row: Read<'_>,
        metric: Metric,
        member: usize,
        others: &BTreeSet<usize>,
    ) -> bool {
        let spelled = |place: usize| {
            let member = &self.members[place].member;
            let mut spellings = std::iter::once(&member.name).chain(&member.aliases);
            spellings.any(|name| cleaned(name) == cleaned(row.name))
        };
        let fits = |place: usize| {
            let last = self.members[place].member.powers.of(metric);
            last.zip(row.power).map(|(last, now)| plausible(last, now))
        };
        if others.is_empty() {
            return false;
        }
        let elsewhere = others.iter().any(|twin| fits(*twin) == Some(true));
        !spelled(member) || (fits(member) == Some(false) && elsewhere)
    }

    /// The members whose name is close to that of a row that nothing settles.
    fn close(&self, row: Read<'_>, metric: Metric, taken: impl Fn(usize) -> bool) -> Resolution {
        let name = loose(row.name);
        let close = |entry: &Entry| entry.loose.iter().any(|known| are_close(known, &name));
        let fits = |entry: &Entry| {
            let last = entry.member.powers.of(metric);
            last.zip(row.power)
                .is_none_or(|(last, now)| plausible(last, now))
        };
        let members = self.members.iter().enumerate();
        let found = members.filter(|(_, entry)| close(entry) && fits(entry));
        let (on_the_roster, absent): (Vec<usize>, Vec<usize>) = found
            .map(|(place, _)| place)
            .partition(|place| taken(*place));
        if !absent.is_empty() {
            Resolution::PerhapsRenamed(self.told(absent, row, metric))
        } else if on_the_roster.is_empty() {
            Resolution::New
        } else {
            Resolution::Ambiguous(self.told(on_the_roster, row, metric))
        }
    }

    /// The members as a person is asked about them, the most likely first.
    fn told(&self, mut members: Vec<usize>, row: Read<'_>, metric: Metric) -> Vec<(Id, String)> {
        let name = loose(row.name);
        members.sort_by_cached_key(|place| {
            let entry = &self.members[*place];
            let apart = entry.loose.iter().map(|known| apart(known, &name)).min();
            let last = entry.member.powers.of(metric);
            let off = last.zip(row.power).map(|(last, now)| now.abs_diff(last));
            (apart, off.is_none(), off, *place)
        });
        let told = |place: usize| {
            let member = &self.members[place].member;
            (member.id.clone(), member.name.clone())
        };
        members.into_iter().take(ASKED).map(told).collect()
    }
}

/// Whom a row's name says it is.
enum Claim {
    One(Rank, usize),
    Several(BTreeSet<usize>),
    None,
}

impl Claim {
    /// The members that it may be, where that is not settled.
    fn several(&self) -> impl Iterator<Item = usize> {
        let members = match self {
            Self::Several(members) => Some(members),
            Self::One(..) | Self::None => None,
        };
        members.into_iter().flatten().copied()
    }
}

/// How strictly; less is stricter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Exact,
    Alias,
    Eye,
}

impl Rank {
    fn settled(self, id: Id) -> Resolution {
        match self {
            Self::Exact => Resolution::Exact(id),
            Self::Alias => Resolution::Alias(id),
            Self::Eye => Resolution::Eye(id),
        }
    }
}

/// The pairs of rows of one roster that may be one member read twice, by their places: names that
/// look the same, or close ones with the same power. On a club's first scan nobody is known who
/// could tell.
pub fn alike(rows: &[Read<'_>]) -> Vec<(usize, usize)> {
    let keys: Vec<(String, Vec<char>)> = rows
        .iter()
        .map(|row| (eye_key(row.name), loose(row.name)))
        .collect();
    let mut pairs = Vec::new();
    for (second, (eye, name)) in keys.iter().enumerate() {
        for (first, (earlier_eye, earlier)) in keys[..second].iter().enumerate() {
            let same_power = rows[first].power.is_some() && rows[first].power == rows[second].power;
            if eye == earlier_eye || (same_power && are_close(earlier, name)) {
                pairs.push((first, second));
            }
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Letters by which names are compared that may be misread: as the eye sees them, and the small i
/// without its dot, so that lil, ill and lll are close.
fn loose(name: &str) -> Vec<char> {
    let dotless = |c| if c == 'i' { 'l' } else { c };
    eye_key(name).chars().map(dotless).collect()
}

/// Whether two names may be readings of one.
fn are_close(one: &[char], other: &[char]) -> bool {
    let shorter = one.len().min(other.len());
    let most = match shorter {
        0..3 => 0,
        3..LONG => 1,
        _ => 2,
    };
    one.len().abs_diff(other.len()) <= most && apart(one, other) <= most
}

/// Whether a member may have had the one power and have the other now: near it, or with a digit
/// more or less, as it was often misread (original.md section 4).
fn plausible(last: i64, now: i64) -> bool {
    let (low, high) = (i128::from(last.min(now)), i128::from(last.max(now)));
    (high - low) * 100 <= high * PLAUSIBLE_PERCENT || tenfold(last, now) || tenfold(now, last)
}
