//! Many screenshots to one roster: one metric, one club, each member once.

use crate::fold::{distance, fold};
use crate::misfit::Misfit;
use crate::people::{People, Person};
use crate::roster::{Capacity, Metric, Rejected, Roster};
use crate::screenshot::Screenshot;
use crate::warnings;

/// Two readings of a club's name differ at most by so many letters.
const CLUB_READINGS_DIFFER: usize = 3;

type Shots = Vec<(String, Screenshot)>;

/// A merged roster, and the files that did not belong to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The roster.
    pub roster: Roster,
    /// Files that were read but are of another metric or another club.
    pub rejected: Vec<Rejected>,
}

/// The rosters of screenshots of several metrics, and the files that did not belong to them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MergedMetrics {
    /// One roster for each metric that is shown, in the order in which the metrics were first given.
    pub rosters: Vec<Roster>,
    /// Files that were read but are of another game or another club.
    pub rejected: Vec<Rejected>,
}

/// Merges what the screenshots show, in the order given; none of none.
///
/// The metric of most files stays (of the first, when as many show the other), and so does the club, where the files
/// prove that there are two. Two cards of one file are never the same member.
pub fn merge(shots: Vec<(String, Screenshot)>) -> Option<Merged> {
    let mut rejected = Vec::new();
    let metric = majority(shots.iter().map(|(_, shot)| shot.metric), |a, b| a == b)?;
    let (shots, others) = split(shots, |shot| shot.metric == metric);
    rejected.extend(others.into_iter().map(|(file, shot)| {
        let shown = shot.metric;
        let reason = Misfit::Metric {
            shown,
            kept: metric,
        };
        Rejected { file, reason }
    }));
    let shots = without_other_games(shots, &mut rejected);
    let shots = without_other_clubs(shots, &mut rejected);
    let roster = roster(metric, &shots);
    Some(Merged { roster, rejected })
}

/// Merges what the screenshots show into one roster a metric, in the order given; no rosters of none.
///
/// The club, and the game, of most files stays over all metrics, so that both rosters are the same club's. A metric all of
/// whose files are another club's has no roster.
pub fn merge_metrics(shots: Vec<(String, Screenshot)>) -> MergedMetrics {
    let mut rejected = Vec::new();
    let shots = without_other_games(shots, &mut rejected);
    let mut shots = without_other_clubs(shots, &mut rejected);
    let mut rosters = Vec::new();
    while let Some(metric) = shots.first().map(|(_, shot)| shot.metric) {
        let (of_metric, others) = split(shots, |shot| shot.metric == metric);
        rosters.push(roster(metric, &of_metric));
        shots = others;
    }
    MergedMetrics { rosters, rejected }
}

/// One club's roster of screenshots that belong together.
fn roster(metric: Metric, shots: &[(String, Screenshot)]) -> Roster {
    let mut people = People::default();
    for (file, shot) in shots {
        people.add(file, &shot.cards);
    }
    let counts: Vec<Option<Capacity>> = shots.iter().map(|(_, shot)| shot.capacity).collect();
    let capacity = agreed(&counts);
    let people = people.into_list();
    let warnings = warnings::of(&people, capacity, &counts);
    let members = people.into_iter().map(Person::into_member).collect();
    Roster {
        metric,
        capacity,
        members,
        warnings,
    }
}

/// The count, where at least one screenshot shows it and none shows another.
fn agreed(counts: &[Option<Capacity>]) -> Option<Capacity> {
    let mut known = counts.iter().flatten();
    let first = *known.next()?;
    known.all(|count| *count == first).then_some(first)
}

/// Leaves out the files of a second game.
fn without_other_games(shots: Shots, rejected: &mut Vec<Rejected>) -> Shots {
    let Some(game) = majority(shots.iter().map(|(_, shot)| shot.game.clone()), |a, b| {
        a == b
    }) else {
        return shots;
    };
    let (kept, others) = split(shots, |shot| shot.game == game);
    rejected.extend(others.into_iter().map(|(file, shot)| {
        let reason = Misfit::Game {
            shown: shot.game,
            kept: game.clone(),
        };
        Rejected { file, reason }
    }));
    kept
}

/// Leaves out the files of a second club, where both names are known and no member is in both.
fn without_other_clubs(shots: Shots, rejected: &mut Vec<Rejected>) -> Shots {
    let Some(club) = majority(
        shots.iter().filter_map(|(_, shot)| shot.club.clone()),
        |a, b| same_club(a, b),
    ) else {
        return shots;
    };
    let is_other = |shot: &Screenshot| {
        shot.club
            .as_ref()
            .is_some_and(|name| !same_club(name, &club))
    };
    let (ours, theirs): (Vec<_>, Vec<_>) = shots
        .iter()
        .map(|(_, shot)| shot)
        .partition(|shot| !is_other(shot));
    let shared = theirs
        .iter()
        .any(|their| ours.iter().any(|our| share_a_member(our, their)));
    if theirs.is_empty() || shared {
        return shots;
    }
    let (kept, others) = split(shots, |shot| !is_other(shot));
    rejected.extend(others.into_iter().map(|(file, shot)| {
        let reason = Misfit::Club {
            shown: shot.club.unwrap_or_default(),
            kept: club.clone(),
        };
        Rejected { file, reason }
    }));
    kept
}

fn same_club(one: &str, other: &str) -> bool {
    distance(&fold(one), &fold(other)) <= CLUB_READINGS_DIFFER
}

fn share_a_member(one: &Screenshot, other: &Screenshot) -> bool {
    one.cards.iter().any(|card| {
        other
            .cards
            .iter()
            .any(|twin| fold(&card.name) == fold(&twin.name))
    })
}

/// The value that most others are like; the first of them on a tie.
fn majority<T>(values: impl Iterator<Item = T>, alike: impl Fn(&T, &T) -> bool) -> Option<T> {
    let values: Vec<T> = values.collect();
    let votes = |value: &T| values.iter().filter(|other| alike(value, other)).count();
    let most = values.iter().map(votes).max()?;
    let index = values.iter().position(|value| votes(value) == most)?;
    values.into_iter().nth(index)
}

fn split(shots: Shots, keep: impl Fn(&Screenshot) -> bool) -> (Shots, Shots) {
    shots.into_iter().partition(|(_, shot)| keep(shot))
}
