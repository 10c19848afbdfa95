//! What managers do, on both engines; the way through Discord is tried end to end.

use super::*;

#[test]
fn time_zones_are_found_by_any_part_of_their_name() {
    assert_eq!(suggest_zones("berl"), ["Europe/Berlin"]);
    assert!(suggest_zones("los ang").contains(&"America/Los_Angeles"));
    assert!(suggest_zones("new").contains(&"America/New_York"));
    assert!(suggest_zones("").len() == CHOICES);
    assert!(suggest_zones("mars").is_empty());
}

#[test]
fn every_fault_is_one_sentence_that_ends() {
    let week = "2026-W47".parse().unwrap();
    let metric = crate::club::Metric::Sim;
    let name = || "Stone".to_owned();
    let faults = [
        Fault::NoSuchMember {
            name: name(),
            like: vec!["Stane".to_owned()],
        },
        Fault::NotAName { max: 100 },
        Fault::IsAMember {
            spelling: name(),
            member: name(),
        },
        Fault::MeansAnother {
            spelling: name(),
            other: name(),
        },
        Fault::NoSuchAlias(name()),
        Fault::Full { max: 3 },
        Fault::SameMember,
        Fault::NotLinked(name()),
        Fault::WeekToCome { week, now: week },
        Fault::TooHigh { max: 7 },
        Fault::ReasonTooLong { max: 500 },
        Fault::NoSuchCorrection,
        Fault::NothingToRollBack {
            metric,
            week: Some(week),
        },
        Fault::NoLongerCurrent,
        Fault::NothingToUndo,
        Fault::NothingToChange,
        Fault::CannotPost { why: name() },
        Fault::Fetch(crate::attachment::FetchError::Gone),
        Fault::FileChanged,
        Fault::ImportOver,
        Fault::NothingNew,
    ];
    for fault in faults {
        let told = fault.to_string();
        assert!(told.ends_with('.') && !told.contains('\n'), "{told}");
        assert!(!fault.kind().is_empty());
    }
}
