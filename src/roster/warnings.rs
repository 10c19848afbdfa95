//! What a person should know about a merged roster, as sentences.

use crate::people::Person;
use crate::roster::{Capacity, Metric, Warning, WarningKind};

/// The metric as the game's own label says it.
pub(crate) fn words(metric: Metric) -> &'static str {
    match metric {
        Metric::Sim => "Sim Power",
        Metric::Total => "Power",
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
    let (kind, message) = match capacity {
        Some(count) if usize::try_from(count.members) == Ok(found) => return None,
        Some(Capacity { members, .. })
            if usize::try_from(members).is_ok_and(|members| members < found) =>
        {
            let message = format!(
                "{found} of {members} found: more members than the header counts, so compare the list with the game."
            );
            (WarningKind::CountDiffers, message)
        }
        Some(Capacity { members, .. }) => {
            let message = format!(
                "{found} of {members} found: send the screenshots that are missing, each overlapping the one before."
            );
            (WarningKind::CountDiffers, message)
        }
        None if counts.iter().any(Option::is_some) => {
            let message = format!(
                "{found} found: the header's member count differs between the screenshots."
            );
            (WarningKind::CountUnknown, message)
        }
        None => {
            let message = format!("{found} found: the header's member count could not be read.");
            (WarningKind::CountUnknown, message)
        }
    };
    Some(Warning {
        kind,
        message,
        file: None,
    })
}

fn about_person(person: &Person) -> Vec<Warning> {
    let name = &person.name;
    let file = person.seen_in.first().cloned();
    let mut warnings = Vec::new();
    match &person.powers[..] {
        [] => warnings.push(Warning {
            kind: WarningKind::PowerUnreadable,
            message: format!(
                "The number of {name} is covered or not certain: compare it with the game."
            ),
            file: file.clone(),
        }),
        [_] => {}
        several => {
            let values = several
                .iter()
                .map(i64::to_string)
                .collect::<Vec<_>>()
                .join(" and ");
            let message = format!(
                "{name} was read with different numbers, {values}: compare it with the game."
            );
            warnings.push(Warning {
                kind: WarningKind::Conflict,
                message,
                file: file.clone(),
            });
        }
    }
    if !person.name_certain {
        let message = format!("The name {name} is not certain: compare it with the game.");
        warnings.push(Warning {
            kind: WarningKind::NameUncertain,
            message,
            file,
        });
    }
    warnings
}
