//! Who the rows of a draft are. What is certain is settled; everything else is asked, and nothing
//! is ever merged without a person's word.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};
use slimy_roster::Metric;
use slimy_store::Id;

use crate::club::{
    Standing,
    background::Background,
    edit::{Line, Said},
    names::{Known, Read, Resolution, alike, name_key},
};

/// Who a row is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::club) enum Who {
    /// The member of this name or alias, or whom a person has named.
    Member(Id),
    /// The only member whose name looks the same.
    Eye(Id),
    /// Nobody who is known.
    New,
    /// Not settled.
    Open,
}

/// What a person is asked about a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Names the row in a few letters.
    pub key: String,
    /// The row's name.
    pub name: String,
    /// Its power.
    pub power: Option<i64>,
    /// Why it is asked.
    pub reason: Reason,
    /// Whom it may be; the most likely first.
    pub candidates: Vec<Candidate>,
    /// Whether it may be somebody new.
    pub may_be_new: bool,
    /// Whether the draft cannot be saved before.
    pub must: bool,
}

/// Why a row is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A member who is missing has a close name and a plausible power.
    PerhapsRenamed,
    /// Several may be it.
    Ambiguous,
    /// Another row may be the same member.
    Twin,
}

/// Whom a row may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Candidate {
    /// A member of the club.
    Member {
        /// `club_members.id`.
        id: Id,
        /// The member's name.
        name: String,
    },
    /// Another row of the same draft.
    Row {
        /// Names that row in a few letters.
        key: String,
        /// That row's name.
        name: String,
    },
}

impl Who {
    /// The member that it is.
    pub(in crate::club) fn member(&self) -> Option<&Id> {
        match self {
            Self::Member(id) | Self::Eye(id) => Some(id),
            Self::New | Self::Open => None,
        }
    }

    /// The name that is shown and kept: the member's own where the reading only looks like it.
    pub(in crate::club) fn shown<'a>(&self, line: &'a Line, club: &'a Background) -> &'a str {
        match self {
            Self::Eye(id) => club.name_of(id).unwrap_or(&line.name),
            Self::Member(_) | Self::New | Self::Open => &line.name,
        }
    }

    pub(super) fn standing(&self, line: &Line, club: &Background) -> Standing {
        Standing {
            member: self.member().cloned(),
            name: self.shown(line, club).to_owned(),
            power: line.power,
            corrected: line.is_corrected(),
        }
    }
}

/// A few letters that name the row `read`: a select has no room for a name.
pub(in crate::club) fn key(read: &str) -> String {
    let mut digits = hex::encode(Sha256::digest(read));
    digits.truncate(12);
    digits
}

/// Who each of `lines` is, and what has to be asked.
pub(in crate::club) fn settle(
    lines: &[Line],
    club: &Background,
    metric: Metric,
) -> (Vec<Who>, Vec<Question>) {
    let mut whos = said(lines, club);
    let taken: Vec<&Id> = whos.iter().flatten().filter_map(Who::member).collect();
    let free = club.members.iter();
    let free = free.filter(|member| !taken.contains(&&member.id));
    let known = Known::new(free.cloned().collect());

    let open: Vec<usize> = (0..lines.len())
        .filter(|place| whos[*place].is_none())
        .collect();
    let reads: Vec<Read<'_>> = open.iter().map(|place| read(&lines[*place])).collect();
    let resolved = known.resolve_roster(&reads, metric);
    let mut asked: BTreeMap<usize, (Reason, Vec<Id>)> = BTreeMap::new();
    for (place, resolution) in open.into_iter().zip(resolved) {
        let ids = |members: Vec<(Id, String)>| members.into_iter().map(|(id, _)| id).collect();
        whos[place] = Some(match resolution {
            Resolution::Exact(id) | Resolution::Alias(id) => Who::Member(id),
            Resolution::Eye(id) => Who::Eye(id),
            Resolution::New => Who::New,
            Resolution::PerhapsRenamed(members) => {
                asked.insert(place, (Reason::PerhapsRenamed, ids(members)));
                Who::Open
            }
            Resolution::Ambiguous(members) => {
                asked.insert(place, (Reason::Ambiguous, ids(members)));
                Who::Open
            }
        });
    }
    let mut whos: Vec<Who> = whos
        .into_iter()
        .map(|who| who.unwrap_or(Who::Open))
        .collect();
    // A name that is somebody's is nobody new's.
    for place in 0..lines.len() {
        if whos[place] == Who::New
            && let Some(owner) = club.owner(&lines[place].name)
        {
            asked.insert(place, (Reason::Ambiguous, vec![owner.clone()]));
            whos[place] = Who::Open;
        }
    }
    let mut questions = Vec::new();
    for (place, (reason, ids)) in asked {
        questions.push(about(lines, &whos, club, place, reason, &ids));
    }
    questions.extend(twins(lines, &mut whos));
    (whos, questions)
}

/// What people have said; of two rows that are said to be one member the first is.
fn said(lines: &[Line], club: &Background) -> Vec<Option<Who>> {
    let mut whos: Vec<Option<Who>> = Vec::with_capacity(lines.len());
    for line in lines {
        let who = match &line.said {
            Some(Said::Member(id)) if club.name_of(id).is_some() => Some(Who::Member(id.clone())),
            Some(Said::New) => Some(Who::New),
            Some(Said::Member(_)) | None => None,
        };
        let is_taken = matches!(who, Some(Who::Member(_))) && whos.contains(&who);
        whos.push(who.filter(|_| !is_taken));
    }
    whos
}

fn about(
    lines: &[Line],
    whos: &[Who],
    club: &Background,
    place: usize,
    reason: Reason,
    ids: &[Id],
) -> Question {
    let candidates = ids.iter().filter_map(|id| {
        let holder = whos.iter().position(|who| who.member() == Some(id));
        match holder {
            Some(row) => Some(Candidate::Row {
                key: key(&lines[row].read),
                name: lines[row].name.clone(),
            }),
            None => Some(Candidate::Member {
                id: id.clone(),
                name: club.name_of(id)?.to_owned(),
            }),
        }
    });
    Question {
        may_be_new: club.owner(&lines[place].name).is_none(),
        must: true,
        candidates: candidates.collect(),
        ..ask(&lines[place], reason)
    }
}

/// Rows that may be one new member read twice. Of the same name they are until somebody says
/// otherwise: no two members have one name.
fn twins(lines: &[Line], whos: &mut [Who]) -> Vec<Question> {
    let places: Vec<usize> = (0..lines.len())
        .filter(|place| whos[*place] == Who::New)
        .collect();
    let reads: Vec<Read<'_>> = places.iter().map(|place| read(&lines[*place])).collect();
    let mut questions: BTreeMap<usize, Question> = BTreeMap::new();
    for (first, second) in alike(&reads) {
        let (first, second) = (places[first], places[second]);
        let same = name_key(&lines[first].name) == name_key(&lines[second].name);
        let is_told = lines[first].said.is_some() || lines[second].said.is_some();
        if !same && is_told {
            continue;
        }
        let question = questions
            .entry(second)
            .or_insert_with(|| ask(&lines[second], Reason::Twin));
        question.candidates.push(Candidate::Row {
            key: key(&lines[first].read),
            name: lines[first].name.clone(),
        });
        if same {
            question.must = true;
            question.may_be_new = false;
            whos[second] = Who::Open;
        }
    }
    questions.into_values().collect()
}

fn ask(line: &Line, reason: Reason) -> Question {
    Question {
        key: key(&line.read),
        name: line.name.clone(),
        power: line.power,
        reason,
        candidates: Vec::new(),
        may_be_new: true,
        must: false,
    }
}

fn read(line: &Line) -> Read<'_> {
    Read {
        name: &line.name,
        power: line.power,
    }
}
