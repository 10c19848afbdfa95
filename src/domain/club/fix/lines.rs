//! The lines of the Fix form. Each stands for itself: a bad one is told and harms no other.

use slimy_store::limits;

use super::{LineFault, Misread, named};
use crate::{
    club::{
        Part,
        edit::{Edit, Line, To},
        names::name_key,
        review::Who,
    },
    number,
};

/// What somebody typed into the form, as it was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// `Name = value`, one a line; `?` for a value that is not known.
    pub values: String,
    /// `old > new`, one a line.
    pub renames: String,
    /// `keep = other`, one a line.
    pub same: String,
    /// A name a line.
    pub drops: String,
}

/// What one line comes to: an edit, or nothing where the row has that already.
type Understood = Result<Option<Edit>, Misread>;

/// How a kind of line is understood.
type Understand = fn(&Part, &str) -> Understood;

/// The edits of the good lines, and the bad lines.
pub(super) fn understood(part: &Part, typed: &Typed) -> (Vec<Edit>, Vec<LineFault>) {
    let kinds: [(&str, Understand); 4] = [
        (&typed.values, value),
        (&typed.renames, rename),
        (&typed.same, same),
        (&typed.drops, drop),
    ];
    let (mut edits, mut faults) = (Vec::new(), Vec::new());
    for (text, understand) in kinds {
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match understand(part, line) {
                Ok(Some(edit)) => edits.push(edit),
                Ok(None) => {}
                Err(reason) => faults.push(LineFault {
                    line: line.to_owned(),
                    reason,
                }),
            }
        }
    }
    (edits, faults)
}

/// `Stone = 298,297,518`; what stands behind a `#` is a comment.
fn value(part: &Part, line: &str) -> Understood {
    let without = line.split_once(" # ").map_or(line, |(before, _)| before);
    let Some((name, value)) = without.rsplit_once('=') else {
        return Err(Misread::NoValue);
    };
    let (name, value) = (name.trim(), value.trim());
    let row = row(part, name)?;
    let power = match value {
        "?" => None,
        value => {
            let power = number::parse_power(value).map_err(Misread::Number)?;
            if power > limits::CLUB_POWER {
                return Err(Misread::TooHigh);
            }
            Some(power)
        }
    };
    // What stood in the form and was left as it was, nobody has looked at.
    Ok((row.power != power).then(|| edit(part, row, To::Power { power })))
}

/// `lill > lil`.
fn rename(part: &Part, line: &str) -> Understood {
    let split = line.split_once(" > ").or_else(|| line.split_once('>'));
    let Some((old, new)) = split else {
        return Err(Misread::NoRename);
    };
    let (old, new) = (old.trim(), new.trim());
    let row = row(part, old)?;
    let length = new.chars().count();
    if name_key(new).is_empty() || new.chars().any(char::is_control) {
        return Err(Misread::NothingToSee);
    }
    if length > limits::CLUB_NAME {
        let max = limits::CLUB_NAME;
        return Err(Misread::TooLong { max });
    }
    let key = name_key(new);
    let mut others = part.rows.lines.iter().filter(|line| line.read != row.read);
    if others.any(|line| name_key(&line.name) == key) {
        return Err(Misread::AnotherRow {
            old: old.to_owned(),
            new: new.to_owned(),
        });
    }
    let name = new.to_owned();
    let is_new = row.name != name || !row.name_certain;
    Ok(is_new.then(|| edit(part, row, To::Name { name })))
}

/// `lil = lill`: the first stays, the second is the same member. The first may also be a member
/// who is not among the rows.
fn same(part: &Part, line: &str) -> Understood {
    let Some((keep, other)) = line.split_once('=') else {
        return Err(Misread::NoPair);
    };
    let (keep, other) = (keep.trim(), other.trim());
    let other_row = row(part, other)?;
    if let Some(kept) = named(part, keep) {
        if kept.read == other_row.read {
            return Err(Misread::OneRow);
        }
        let keep = kept.read.clone();
        return Ok(Some(edit(part, other_row, To::Merged { keep })));
    }
    let Some(member) = part.rows.keys.get(&name_key(keep)) else {
        return Err(Misread::Nobody(keep.to_owned()));
    };
    let holder = part.rows.lines.iter().zip(&part.rows.who);
    let holder = holder
        .filter(|(line, _)| line.read != other_row.read)
        .find(|(_, who)| who.member() == Some(member));
    if let Some((holder, _)) = holder {
        let keep = holder.read.clone();
        return Ok(Some(edit(part, other_row, To::Merged { keep })));
    }
    let member = member.clone();
    Ok(Some(edit(part, other_row, To::Member { member })))
}

fn drop(part: &Part, line: &str) -> Understood {
    let row = row(part, line)?;
    Ok(Some(edit(part, row, To::Dropped)))
}

/// The row of this name; where the member it is has a nicer name, by that too.
fn row<'a>(part: &'a Part, name: &str) -> Result<&'a Line, Misread> {
    if name.is_empty() {
        return Err(Misread::NoName);
    }
    let by_member = || {
        let places = part.rows.shown.iter().position(|shown| shown == name)?;
        matches!(part.rows.who.get(places), Some(Who::Eye(_)))
            .then(|| part.rows.lines.get(places))
            .flatten()
    };
    named(part, name)
        .or_else(by_member)
        .ok_or_else(|| Misread::NoRow(name.to_owned()))
}

fn edit(part: &Part, row: &Line, to: To) -> Edit {
    Edit {
        metric: part.sheet.metric,
        row: row.read.clone(),
        to,
    }
}
