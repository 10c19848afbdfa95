//! What stands in a cell, whatever the file, and what it means in its column.

use slimy_roster::Metric;
use slimy_store::limits;

use super::{Column, Odd, Reason};
use crate::club::Week;
use crate::number;

/// Up to here, 2^53, a spreadsheet's numbers are exact.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The most that stands in a cell, in bytes: far more than any name has.
const MAX_TEXT: usize = 4 * 1024;

/// The most that stands in a cell with several names, in bytes: as much as in any cell of Excel.
pub(super) const MAX_LIST: usize = 32 * 1024;

/// Characters of a wrong cell that are told.
const TOLD: usize = 40;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Cell {
    #[default]
    Empty,
    Text(String),
    Whole(i64),
    Number(f64),
    Bool(bool),
    List(Vec<String>),
    /// More than so many bytes, of which none is kept.
    Long(usize),
    /// A formula, which nobody evaluates.
    Formula,
    /// A date, an error, an object.
    Other(Odd),
}

impl Cell {
    /// The week's ISO name.
    pub(super) fn week(&self) -> Result<String, Reason> {
        let text = self.text()?.ok_or(Reason::WeekMissing)?;
        Week::parse(&text)
            .map(|week| week.to_string())
            .map_err(|_| Reason::NotAWeek(told(&text)))
    }

    /// The metric.
    pub(super) fn metric(&self) -> Result<Metric, Reason> {
        let text = self.text()?.ok_or(Reason::MetricMissing)?;
        match text.trim().to_lowercase().as_str() {
            "sim" | "sim power" => Ok(Metric::Sim),
            "total" | "total power" => Ok(Metric::Total),
            _ => Err(Reason::NotAMetric(told(&text))),
        }
    }

    /// The member's name.
    pub(super) fn member(&self) -> Result<String, Reason> {
        let name = self.text()?.filter(|name| !name.is_empty());
        let name = name.ok_or(Reason::NameMissing)?;
        short(&name)?;
        Ok(name)
    }

    /// The power; nothing where it is not known.
    pub(super) fn power(&self) -> Result<Option<i64>, Reason> {
        match self {
            Self::Whole(value) if *value >= 0 => Ok(Some(*value)),
            Self::Number(value) if *value >= 0.0 => {
                let exact = whole(*value).map(Some);
                exact.ok_or_else(|| Reason::NotExact(value.to_string()))
            }
            Self::Whole(_) | Self::Number(_) => Err(Reason::BelowZero),
            cell => match cell.text()? {
                Some(text) if !text.trim().is_empty() => number::parse_power(&text)
                    .map(Some)
                    .map_err(Reason::NotANumber),
                _ => Ok(None),
            },
        }
    }

    /// The game's own words; nothing where they are not known.
    pub(super) fn last_seen(&self) -> Result<Option<String>, Reason> {
        Ok(self.text()?.filter(|words| !words.is_empty()))
    }

    /// A share of 1; where none is given a person vouches for the value.
    pub(super) fn confidence(&self) -> Result<f64, Reason> {
        let value = match self {
            #[expect(clippy::cast_precision_loss, reason = "only 0 and 1 are accepted")]
            Self::Whole(value) => *value as f64,
            Self::Number(value) => *value,
            cell => match cell.text()? {
                Some(text) if !text.trim().is_empty() => text
                    .trim()
                    .replace(',', ".")
                    .parse()
                    .map_err(|_| Reason::NotAShare(told(&text)))?,
                _ => 1.0,
            },
        };
        if (0.0..=1.0).contains(&value) {
            return Ok(value);
        }
        Err(Reason::NotAShare(value.to_string()))
    }

    /// Yes or no; nothing is no.
    pub(super) fn corrected(&self) -> Result<bool, Reason> {
        if let Self::Bool(value) = self {
            return Ok(*value);
        }
        let text = self.text()?.unwrap_or_default();
        match text.trim().to_lowercase().as_str() {
            "" | "no" | "false" | "0" => Ok(false),
            "yes" | "true" | "1" | "x" | "*" => Ok(true),
            _ => Err(Reason::NeitherYesNorNo(told(&text))),
        }
    }

    /// Other names.
    pub(super) fn aliases(&self) -> Result<Vec<String>, Reason> {
        let names: Vec<String> = match self {
            Self::List(names) => {
                let names = names.iter().filter(|name| !name.is_empty());
                names.cloned().collect()
            }
            cell => split(&cell.text()?.unwrap_or_default()),
        };
        names.iter().try_for_each(|name| short(name))?;
        Ok(names)
    }

    /// What stands there as a text; nothing in an empty cell.
    pub(super) fn text(&self) -> Result<Option<String>, Reason> {
        match self {
            Self::Empty => Ok(None),
            Self::Text(text) => Ok(Some(text.clone())),
            Self::Whole(value) => Ok(Some(value.to_string())),
            Self::Number(value) => Ok(Some(
                whole(*value).map_or(value.to_string(), |value| value.to_string()),
            )),
            Self::Bool(value) => Ok(Some(value.to_string())),
            Self::List(_) => Err(Reason::AList),
            Self::Long(most) => Err(Reason::TooMuch { most: *most }),
            Self::Formula => Err(Reason::AFormula),
            Self::Other(odd) => Err(Reason::Odd(*odd)),
        }
    }
}

/// Names with `|` between them, in which `|` and `\` have a `\` before them.
pub(super) fn join(names: &[String]) -> String {
    let escaped: Vec<String> = names
        .iter()
        .map(|name| name.replace('\\', r"\\").replace('|', r"\|"))
        .collect();
    escaped.join("|")
}

fn split(joined: &str) -> Vec<String> {
    let mut names = vec![String::new()];
    let mut characters = joined.chars();
    while let Some(character) = characters.next() {
        let last = names.last_mut();
        match (character, last) {
            ('|', _) => names.push(String::new()),
            ('\\', Some(name)) => name.extend(characters.next()),
            (other, Some(name)) => name.push(other),
            (_, None) => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// A number without decimals that is exact.
fn whole(value: f64) -> Option<i64> {
    if value.fract() != 0.0 || value.abs() > EXACT {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
    Some(value as i64)
}

/// Whether a name is as short as one that can be kept.
fn short(name: &str) -> Result<(), Reason> {
    let most = limits::CLUB_NAME;
    if name.chars().count() <= most {
        return Ok(());
    }
    Err(Reason::LongName {
        name: told(name),
        most,
    })
}

/// What stands in a wrong cell, as it is told: cut, and without control characters.
fn told(text: &str) -> String {
    let shown = |c: char| if c.is_control() { '?' } else { c };
    let mut told: String = text.chars().take(TOLD).map(shown).collect();
    if text.chars().nth(TOLD).is_some() {
        told.push('…');
    }
    told
}

/// A row's cells, one for each column.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Cells([Cell; Column::ALL.len()]);

impl Cells {
    /// What stands in a column.
    pub(super) fn at(&self, column: Column) -> &Cell {
        &self.0[column as usize]
    }

    /// Writes a cell; of one that is too long nothing is kept.
    pub(super) fn set(&mut self, column: Column, cell: Cell) {
        let most = if column == Column::Aliases {
            MAX_LIST
        } else {
            MAX_TEXT
        };
        let bytes = match &cell {
            Cell::Text(text) => text.len(),
            Cell::List(names) => names.iter().map(String::len).sum(),
            _ => 0,
        };
        let is_long = bytes > most;
        self.0[column as usize] = if is_long { Cell::Long(most) } else { cell };
    }

    /// Whether nothing stands in the row.
    pub(super) fn is_blank(&self) -> bool {
        self.0.iter().all(|cell| match cell {
            Cell::Empty => true,
            Cell::Text(text) => text.trim().is_empty(),
            _ => false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn names_are_joined_and_split_again(
            names in prop::collection::vec("[a|\\\\ ]{1,5}|\\PC{1,8}", 0..5),
        ) {
            prop_assert_eq!(split(&join(&names)), names);
        }
    }
}
