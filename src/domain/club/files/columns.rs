//! The columns of a file, and how people may head them.

use std::fmt;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The ISO name of the week.
    Week,
    /// `sim` or `total`.
    Metric,
    /// The member's name.
    Member,
    /// The power, or nothing.
    Power,
    /// When the game last saw them, or nothing.
    LastSeen,
    /// 0 to 1.
    Confidence,
    /// `yes` where a person has set the value.
    Corrected,
    /// Other names, with `|` between them.
    Aliases,
}

impl Column {
    /// All, in the order in which they are written.
    pub const ALL: [Self; 8] = [
        Self::Week,
        Self::Metric,
        Self::Member,
        Self::Power,
        Self::LastSeen,
        Self::Confidence,
        Self::Corrected,
        Self::Aliases,
    ];

    /// Those without which a file says nothing.
    pub const NEEDED: [Self; 4] = [Self::Week, Self::Metric, Self::Member, Self::Power];

    /// Its name in JSON.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Metric => "metric",
            Self::Member => "member",
            Self::Power => "power",
            Self::LastSeen => "lastSeen",
            Self::Confidence => "confidence",
            Self::Corrected => "corrected",
            Self::Aliases => "aliases",
        }
    }

    /// The column that a heading means: the case, blanks, `_` and `-` do not matter.
    pub(super) fn named(heading: &str) -> Option<Self> {
        let plain: String = heading
            .chars()
            .filter(|character| character.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        Self::ALL
            .into_iter()
            .find(|column| column.key().eq_ignore_ascii_case(&plain))
    }
}

impl fmt::Display for Column {
    /// Its heading.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Week => "Week",
            Self::Metric => "Metric",
            Self::Member => "Member",
            Self::Power => "Power",
            Self::LastSeen => "Last seen",
            Self::Confidence => "Confidence",
            Self::Corrected => "Corrected",
            Self::Aliases => "Aliases",
        })
    }
}
