//! Indexes that another one makes superfluous.

use std::collections::BTreeSet;

use super::Advice;
use crate::engine::Index;

/// An index on (a) does nothing that one on (a, b) does not do, unless it keeps rows apart, or is
/// one of `own`: the names of those that the program relies on.
pub(super) fn advice(indexes: &[Index], own: &BTreeSet<&str>) -> Vec<Advice> {
    let is_own = |index: &Index| own.contains(index.name.as_str());
    let superfluous = indexes.iter().filter(|index| !index.is_unique);
    superfluous
        .filter(|index| !is_own(index))
        .filter_map(|index| {
            let mut others = indexes.iter();
            let by = others.find(|other| covers(other, index, is_own(other)))?;
            Some(Advice::Covered {
                index: index.name.clone(),
                table: index.table_name.clone(),
                by: by.name.clone(),
            })
        })
        .collect()
}

fn covers(other: &Index, index: &Index, stays: bool) -> bool {
    let rest = other.columns.strip_prefix(index.columns.as_str());
    let begins_alike = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(','));
    // Of two that are the same, the one whose name comes later is superfluous, unless the other
    // stays in any case.
    let same = other.columns == index.columns && !other.is_unique;
    other.name != index.name
        && other.table_name == index.table_name
        && begins_alike
        && !(same && other.name > index.name && !stays)
        && condition(other) == condition(index)
        && (other.method.as_str(), index.method.as_str()) == ("btree", "btree")
}

/// What rows must fulfil to be in it, without the spaces that people write differently.
fn condition(index: &Index) -> Option<String> {
    let text = index.condition.as_deref()?;
    let condition = text.rsplit_once(" WHERE ").map_or(text, |(_, rest)| rest);
    Some(condition.split_whitespace().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(name: &str, columns: &str) -> Index {
        Index {
            name: name.to_owned(),
            table_name: "t".to_owned(),
            columns: columns.to_owned(),
            is_unique: false,
            condition: None,
            method: "btree".to_owned(),
            bytes: None,
            scans: None,
        }
    }

    fn superfluous(indexes: &[Index]) -> Vec<String> {
        superfluous_beside(indexes, &[])
    }

    fn superfluous_beside(indexes: &[Index], own: &[&str]) -> Vec<String> {
        let advice = advice(indexes, &own.iter().copied().collect()).into_iter();
        advice
            .map(|one| match one {
                Advice::Covered { index, by, .. } => format!("{index} by {by}"),
                other => panic!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn an_index_is_superfluous_where_another_begins_with_its_columns() {
        assert_eq!(
            superfluous(&[index("short", "a"), index("long", "a,b")]),
            ["short by long"]
        );
        assert_eq!(
            superfluous(&[index("one", "a"), index("other", "ab,c")]),
            [""; 0]
        );
        assert_eq!(
            superfluous(&[index("one", "a,b"), index("other", "b,a")]),
            [""; 0]
        );
    }

    #[test]
    fn of_two_that_are_the_same_one_is_superfluous() {
        assert_eq!(
            superfluous(&[index("one", "a"), index("two", "a")]),
            ["two by one"]
        );
    }

    #[test]
    fn what_the_program_relies_on_is_never_superfluous() {
        let both = [
            index("a_copy", "a"),
            index("own", "a"),
            index("wide", "a,b"),
        ];
        assert_eq!(superfluous_beside(&both, &["own"]), ["a_copy by own"]);
        assert_eq!(superfluous_beside(&both[1..], &["own"]), [""; 0]);
    }

    #[test]
    fn what_keeps_rows_apart_or_holds_other_rows_is_not_superfluous() {
        let unique = Index {
            is_unique: true,
            ..index("short", "a")
        };
        assert_eq!(superfluous(&[unique, index("long", "a,b")]), [""; 0]);
        let partial = Index {
            condition: Some("CREATE INDEX x ON t (a, b) WHERE c IS NULL".to_owned()),
            ..index("long", "a,b")
        };
        assert_eq!(superfluous(&[index("short", "a"), partial]), [""; 0]);
    }
}
