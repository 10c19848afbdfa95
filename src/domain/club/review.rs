//! A draft as people decide on it: its rows, who they are, and how that compares with what the
//! club knows. All of it follows from what was read, what people have changed, and the club.

#[cfg(test)]
pub(super) mod tests;
mod who;

use std::{collections::BTreeMap, sync::Arc};

use sha2::{Digest as _, Sha256};
use slimy_roster::{About, Capacity, Metric, Roster, WarningKind};
use slimy_store::{Id, Timestamp};
use slimy_words::Words;

use super::{
    Guard, Row, Sheet, Standing, State, Warning, Week,
    background::Background,
    compare::{Comparison, compare},
    edit::{self, Line},
    guards, measure,
    payload::{Payload, Saving},
    ranked, summary,
    vision::{Opinion, Verdict},
};

use who::settle;
pub use who::{Candidate, Question, Reason};
pub(super) use who::{Who, key};

/// A draft in the middle of its review.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// `club_analyses.id`.
    pub id: Id,
    /// One for each metric, in the order in which they came.
    pub parts: Vec<Part>,
    /// The week that it will be saved in.
    pub week: Week,
    /// Who has asked for a second manager's approval.
    pub request: Option<Requested>,
}

/// One metric of a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The rows with their heading.
    pub sheet: Sheet,
    /// What has changed; none where the club has nothing to compare with yet.
    pub comparison: Option<Comparison>,
    /// Why a second manager has to approve.
    pub guards: Vec<Guard>,
    /// What a person has to say about who is who.
    pub questions: Vec<Question>,
    /// What a vision model sees otherwise.
    pub opinions: Vec<Opinion>,
    /// Fixes whose row is no longer there, by its name.
    pub lost: Vec<String>,
    /// The rows as they are changed and saved.
    pub rows: Rows,
}

/// The rows of a metric, each with who it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rows {
    pub(super) lines: Vec<Line>,
    pub(super) who: Vec<Who>,
    /// Their names as they are shown and kept.
    pub(super) shown: Vec<String>,
    /// Whose each folded name or alias is.
    pub(super) keys: Arc<BTreeMap<String, Id>>,
}

/// A row that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InQuestion {
    /// Its name.
    pub name: String,
    /// Its power.
    pub power: Option<i64>,
    /// What a vision model reads there: an offer, never used by itself.
    pub offer: Option<i64>,
}

/// A request for a second manager's approval, as people see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Requested {
    /// Discord's id of the person who pressed Save, when they are still known.
    pub by: Option<String>,
    /// What they want to save.
    pub saving: Saving,
}

/// The heading of a draft.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    pub(super) id: Id,
    pub(super) title: String,
    pub(super) expires_at: Timestamp,
    pub(super) week: Week,
    /// For what is kept of it.
    pub(super) words: Words,
}

impl Review {
    /// The review of a draft: `rosters` are what its screenshots merge to.
    pub(super) fn of(
        heading: &Heading,
        payload: &Payload,
        rosters: &[Roster],
        club: &Background,
    ) -> Self {
        let parts = rosters.iter();
        let parts = parts.map(|roster| Part::of(heading, payload, roster, club));
        Self {
            id: heading.id.clone(),
            parts: parts.collect(),
            week: heading.week,
            request: payload.request.as_ref().map(|request| Requested {
                by: None,
                saving: request.saving,
            }),
        }
    }

    /// The part of this metric, or the first.
    pub fn part(&self, metric: Option<Metric>) -> Option<&Part> {
        let wanted = self
            .parts
            .iter()
            .find(|part| Some(part.sheet.metric) == metric);
        wanted.or_else(|| self.parts.first())
    }

    /// The part of exactly this metric.
    pub(super) fn part_of(&self, metric: Metric) -> Option<&Part> {
        self.parts.iter().find(|part| part.sheet.metric == metric)
    }

    /// The parts that would be saved.
    pub(super) fn chosen(&self, saving: Saving) -> Vec<&Part> {
        let parts = self.parts.iter();
        parts
            .filter(|part| saving.includes(part.sheet.metric))
            .collect()
    }

    /// Of all that a second manager approves: the rows, who they are, and why they are asked.
    pub(super) fn fingerprint(&self, saving: Saving) -> String {
        let mut hash = Sha256::new();
        for part in self.chosen(saving) {
            hash.update(part.sheet.metric.as_str());
            for (line, who) in part.rows.lines.iter().zip(&part.rows.who) {
                let said = format!("{:?}\0{:?}\0{:?}\n", line.name, line.power, who);
                hash.update(said);
            }
            for guard in &part.guards {
                hash.update(guard.to_string());
            }
        }
        hex::encode(hash.finalize())
    }
}

impl Part {
    fn of(heading: &Heading, payload: &Payload, roster: &Roster, club: &Background) -> Self {
        let metric = roster.metric;
        let mut lines = edit::lines(roster);
        let mut lost = Vec::new();
        for edit in payload.edits.iter().filter(|edit| edit.metric == metric) {
            if !edit::apply(&mut lines, edit) && !lost.contains(&edit.row) {
                lost.push(edit.row.clone());
            }
        }
        let (who, questions) = settle(&lines, club, metric);
        let now: Vec<Standing> = lines
            .iter()
            .zip(&who)
            .map(|(line, who)| who.standing(line, club))
            .collect();
        let previous = club.previous(metric);
        let begun = payload.guards.as_ref();
        let guards = begun.map_or(club.guards, |begun| begun.stricter(&club.guards));
        let comparison = previous.map(|before| compare(before, &now, guards.jump_percent));
        let header = roster.capacity.map(|capacity| capacity.members);
        let taken_away = club.taken_away(metric);
        let guards = guards::check_both(&guards, previous, taken_away, &now, header);
        let images = payload.images_of(metric);
        let opinions = payload.opinions.iter();
        let opinions = opinions.filter(|opinion| {
            images.iter().any(|image| image.name == opinion.file) && stands(opinion, &lines)
        });
        let opinions = opinions.cloned().collect();
        let rows = lines.iter().zip(&who);
        let rows: Vec<Row> = rows.map(|(line, who)| row(line, who, club)).collect();
        let shown = rows.iter().map(|row| row.name.clone()).collect();
        Self {
            sheet: sheet(heading, roster, rows, images.len(), &lines),
            comparison,
            guards,
            questions,
            opinions,
            lost,
            rows: Rows {
                lines,
                who,
                shown,
                keys: Arc::clone(&club.keys),
            },
        }
    }

    /// The rows that a person should look at, in the order of the screenshots.
    pub fn in_question(&self) -> Vec<InQuestion> {
        let suspicious = self.comparison.iter().flat_map(|c| &c.suspicious);
        let suspicious: Vec<&Id> = suspicious.map(|one| &one.change.member).collect();
        let Rows {
            lines, who, shown, ..
        } = &self.rows;
        let rows = lines.iter().zip(who).zip(shown);
        let asked = rows.filter_map(|((line, who), shown)| {
            let mut opinions = self.opinions.iter().filter(|one| one.name == line.read);
            let is_suspicious = who.member().is_some_and(|id| suspicious.contains(&id));
            let is_uncertain = !line.name_certain && who.member().is_none();
            let is_unread = line.power.is_none() && !line.is_set;
            let is_asked = is_unread || is_uncertain || is_suspicious;
            let is_asked = is_asked || opinions.clone().next().is_some();
            let offer = opinions.find_map(|opinion| match opinion.verdict {
                Verdict::OnlyPower { seen } | Verdict::OtherPower { seen, .. } => Some(seen),
                Verdict::OtherName { .. } | Verdict::OnlySeen { .. } => None,
            });
            is_asked.then(|| InQuestion {
                name: shown.clone(),
                power: line.power,
                offer,
            })
        });
        asked.collect()
    }

    /// What has to be answered before it can be saved.
    pub fn must_answer(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| question.must)
    }
}

fn sheet(
    heading: &Heading,
    roster: &Roster,
    rows: Vec<Row>,
    images: usize,
    lines: &[Line],
) -> Sheet {
    let rows = ranked(rows);
    let measures = measure(&rows, roster.capacity.map(|capacity| capacity.members));
    Sheet {
        id: heading.id.clone(),
        title: heading.title.clone(),
        summary: summary(heading.words, roster.metric, &measures),
        metric: roster.metric,
        capacity: roster.capacity,
        measures,
        rows,
        warnings: warnings(roster, lines),
        images,
        state: State::Draft {
            expires_at: heading.expires_at,
        },
    }
}

/// Whether nobody has settled yet what a vision model sees otherwise.
fn stands(opinion: &Opinion, lines: &[Line]) -> bool {
    let mut rows = lines.iter().filter(|line| line.read == opinion.name);
    match &opinion.verdict {
        Verdict::OtherPower { .. } | Verdict::OnlyPower { .. } => {
            rows.next().is_some_and(|line| !line.is_set)
        }
        Verdict::OtherName { .. } => rows.next().is_some_and(|line| line.name == line.read),
        // Another screenshot may have shown what this one hid.
        Verdict::OnlySeen { .. } => rows.next().is_none(),
    }
}

/// What is still to be known about the reading after people have changed it.
fn warnings(roster: &Roster, lines: &[Line]) -> Vec<Warning> {
    let is_settled = |name: &str| lines.iter().any(|line| line.is_set && line.read == name);
    let stands = |about: &&About| match about.kind() {
        WarningKind::CountDiffers => lines.len() == roster.members.len(),
        // What two screenshots say differently a person has settled.
        WarningKind::Conflict => match about {
            About::Conflict { name, .. } => !is_settled(name),
            _ => true,
        },
        WarningKind::CountUnknown | WarningKind::PowerUnreadable | WarningKind::NameUncertain => {
            true
        }
    };
    let all = roster.warnings.iter().map(|warning| &warning.about);
    let mut warnings: Vec<Warning> = all.filter(stands).cloned().map(Warning::Read).collect();
    if let Some(Capacity { members, .. }) = roster.capacity
        && lines.len() != roster.members.len()
        && lines.len() != members as usize
    {
        warnings.push(Warning::Rows {
            rows: lines.len(),
            counted: members,
        });
    }
    warnings
}

fn row(line: &Line, who: &Who, club: &Background) -> Row {
    Row {
        name: who.shown(line, club).to_owned(),
        name_certain: line.name_certain || who.member().is_some(),
        power: line.power,
        last_seen: line.last_seen.clone(),
        confidence: line.confidence,
        corrected: line.is_corrected(),
    }
}
