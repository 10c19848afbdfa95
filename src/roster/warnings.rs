//! What a person should know about a merged roster.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::people::Person;
use crate::roster::{Capacity, Metric, Warning, WarningKind};

/// The metric as the game's own label says it.
pub(crate) fn words(metric: Metric) -> &'static str {
    match metric {
        Metric::Sim => "Sim Power",
        Metric::Total => "Power",
    }
}

/// What a [`Warning`] says. Shown, it is one sentence in English, as the command line prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// More members were found than the header counts.
    MoreThanCounted {
        /// How many were found.
        found: usize,
        /// How many the header counts.
        counted: u32,
    },
    /// Fewer members were found than the header counts.
    FewerThanCounted {
        /// How many were found.
        found: usize,
        /// How many the header counts.
        counted: u32,
    },
    /// The header's count is not the same in all screenshots.
    CountsDiffer {
        /// How many members were found.
        found: usize,
    },
    /// The header's count could not be read.
    CountUnreadable {
        /// How many members were found.
        found: usize,
    },
    /// A member's number is covered or unreadable.
    PowerUnreadable {
        /// The member's name.
        name: String,
    },
    /// A member was seen with different numbers.
    Conflict {
        /// The member's name.
        name: String,
        /// The numbers, two or more.
        powers: Vec<i64>,
    },
    /// A member's name is not certain.
    NameUncertain {
        /// The name as it was read.
        name: String,
    },
    /// As an earlier release has written it down.
    Written {
        /// What kind of warning.
        kind: WarningKind,
        /// The sentence, in English.
        sentence: String,
    },
}

impl About {
    /// What kind of warning, for programs.
    pub fn kind(&self) -> WarningKind {
        match self {
            Self::MoreThanCounted { .. } | Self::FewerThanCounted { .. } => {
                WarningKind::CountDiffers
            }
            Self::CountsDiffer { .. } | Self::CountUnreadable { .. } => WarningKind::CountUnknown,
            Self::PowerUnreadable { .. } => WarningKind::PowerUnreadable,
            Self::Conflict { .. } => WarningKind::Conflict,
            Self::NameUncertain { .. } => WarningKind::NameUncertain,
            Self::Written { kind, .. } => *kind,
        }
    }
}

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MoreThanCounted { found, counted } => write!(
                f,
                "{found} of {counted} found: more members than the header counts, so compare the list with the game."
            ),
            Self::FewerThanCounted { found, counted } => write!(
                f,
                "{found} of {counted} found: send the screenshots that are missing, each overlapping the one before."
            ),
            Self::CountsDiffer { found } => write!(
                f,
                "{found} found: the header's member count differs between the screenshots."
            ),
            Self::CountUnreadable { found } => write!(
                f,
                "{found} found: the header's member count could not be read."
            ),
            Self::PowerUnreadable { name } => write!(
                f,
                "The number of {name} is covered or not certain: compare it with the game."
            ),
            Self::Conflict { name, powers } => {
                let values: Vec<String> = powers.iter().map(i64::to_string).collect();
                let values = values.join(" and ");
                write!(
                    f,
                    "{name} was read with different numbers, {values}: compare it with the game."
                )
            }
            Self::NameUncertain { name } => {
                write!(
                    f,
                    "The name {name} is not certain: compare it with the game."
                )
            }
            Self::Written { sentence, .. } => f.write_str(sentence),
        }
    }
}

/// A [`Warning`] as it is printed and stored.
#[derive(Serialize, Deserialize)]
pub(crate) struct Written {
    kind: WarningKind,
    message: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<String>,
}

impl From<Warning> for Written {
    fn from(Warning { about, file }: Warning) -> Self {
        Self {
            kind: about.kind(),
            message: about.to_string(),
            file,
        }
    }
}

impl From<Written> for Warning {
    fn from(written: Written) -> Self {
        let Written {
            kind,
            message,
            file,
        } = written;
        let about = About::Written {
            kind,
            sentence: message,
        };
        Self { about, file }
    }
}

/// All warnings: the count first, then member by member.
pub(crate) fn of(
    people: &[Person],
    capacity: Option<Capacity>,
    counts: &[Option<Capacity>],
) -> Vec<Warning> {
    about_count(people.len(), capacity, counts)
        .into_iter()
        .chain(people.iter().flat_map(about_person))
        .collect()
}

fn about_count(
    found: usize,
    capacity: Option<Capacity>,
    counts: &[Option<Capacity>],
) -> Option<Warning> {
    let about = match capacity {
        Some(Capacity {
            members: counted, ..
        }) => match usize::try_from(counted) {
            Ok(all) if all == found => return None,
            Ok(all) if all < found => About::MoreThanCounted { found, counted },
            _ => About::FewerThanCounted { found, counted },
        },
        None if counts.iter().any(Option::is_some) => About::CountsDiffer { found },
        None => About::CountUnreadable { found },
    };
    Some(Warning { about, file: None })
}

fn about_person(person: &Person) -> Vec<Warning> {
    let name = || person.name.clone();
    let power = match &person.powers[..] {
        [] => Some(About::PowerUnreadable { name: name() }),
        [_] => None,
        several => Some(About::Conflict {
            name: name(),
            powers: several.to_vec(),
        }),
    };
    let doubt = (!person.name_certain).then(|| About::NameUncertain { name: name() });
    let about = power.into_iter().chain(doubt);
    about
        .map(|about| Warning {
            about,
            file: person.seen_in.first().cloned(),
        })
        .collect()
}
