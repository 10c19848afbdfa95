//! What is decided without a database.

use slimy_store::{
    Id, Timestamp,
    club::{Alias, AliasSource, ClubMember, LinkStatus, Metric, Value},
};

use super::{Fault, complete, export, member};
use crate::{
    UserError,
    club::{
        Metric as ReadMetric,
        files::{self, Format},
        names::name_key,
    },
};

fn at() -> Timestamp {
    Timestamp::from_micros(1_795_500_000_000_000).unwrap()
}

fn known(name: &str, departed: bool) -> ClubMember {
    ClubMember {
        id: Id::from(name),
        guild_id: Id::from("g1"),
        name: name.to_owned(),
        name_key: name_key(name),
        display_name: None,
        user_id: None,
        link_status: LinkStatus::None,
        confirmed_by: None,
        first_seen_week: None,
        last_seen_week: None,
        departed_week: departed.then(|| "2026-W40".to_owned()),
        created_at: at(),
        updated_at: at(),
    }
}

fn spelled(of: &str, alias: &str) -> Alias {
    Alias {
        id: Id::from(alias),
        guild_id: Id::from("g1"),
        member_id: Id::from(of),
        alias: alias.to_owned(),
        alias_key: name_key(alias),
        source: AliasSource::Command,
        created_by: None,
        created_at: at(),
    }
}

fn completed(typed: &str) -> Vec<String> {
    let members = [
        "Mr Stone",
        "Stone",
        "Stonewall",
        "Limestone",
        "Other",
        "0live",
    ];
    let mut members: Vec<_> = members.iter().map(|name| known(name, false)).collect();
    members.push(known("Stoneage", true));
    let aliases = vec![spelled("Other", "Stonehenge"), spelled("Stone", "Pebble")];
    let found = complete::ranked(members, aliases, typed);
    found.into_iter().map(|member| member.name).collect()
}

#[test]
fn the_whole_name_comes_before_its_beginning_a_word_and_a_part() {
    let names = [
        "Stone",
        "Stonewall",
        "Stoneage",
        "Other",
        "Mr Stone",
        "Limestone",
    ];
    assert_eq!(completed("STONE"), names);
    assert_eq!(completed("peb"), ["Stone"]);
    assert_eq!(
        completed("oLive"),
        ["0live"],
        "what looks the same is found"
    );
    assert_eq!(completed("%"), Vec::<String>::new());
    assert_eq!(completed("").len(), 7);
}

#[test]
fn a_part_of_a_name_settles_nothing_and_offers_who_may_be_meant() {
    let members: Vec<_> = ["Stone", "Stonewall"].map(|name| known(name, false)).into();
    let aliases = [spelled("Stonewall", "Wall")];
    let settle = |typed| member::settle(&members, &aliases, typed);
    assert_eq!(
        settle("st0ne"),
        Ok(Id::from("Stone")),
        "0 and o look the same"
    );
    assert_eq!(settle(" WALL "), Ok(Id::from("Stonewall")));
    for part in ["Sto", "%", "Walls and more", ""] {
        assert!(
            matches!(settle(part), Err(Fault::NoSuchMember { .. })),
            "{part}"
        );
    }
    let told = settle("Sto").unwrap_err().to_string();
    assert_eq!(
        told,
        "Nobody in this club has that name: perhaps you mean Stone or Stonewall."
    );
}

fn value(week: &str, metric: Metric, name: &str) -> Value {
    Value {
        week: week.to_owned(),
        metric,
        member_id: Id::from(name),
        name: name.to_owned(),
        power: Some(7),
        corrected: false,
        confidence: None,
        last_seen: Some(String::new()),
    }
}

#[test]
fn a_large_history_is_parted_between_snapshots_and_loses_nothing() {
    let mut values = Vec::new();
    for week in ["2026-W45", "2026-W46", "2026-W47"] {
        for metric in [Metric::Sim, Metric::Total] {
            for member in 0..40 {
                values.push(value(week, metric, &format!("Snail{member:02}")));
            }
        }
    }
    let groups = export::grouped(values, vec![spelled("Snail07", "Seven")]);
    assert_eq!(groups.len(), 6);
    let mut parts = Vec::new();
    export::write(Format::Csv, &groups, at(), 4_000, &mut parts).unwrap();
    assert!(parts.len() > 1);
    let mut all = Vec::new();
    let mut snapshots = Vec::new();
    for part in &parts {
        assert!(part.len() <= 4_000);
        let records = files::import(part).unwrap().records;
        let mut own: Vec<(String, ReadMetric)> = records
            .iter()
            .map(|one| (one.week.clone(), one.metric))
            .collect();
        own.dedup();
        snapshots.extend(own);
        all.extend(records);
    }
    assert_eq!(snapshots.len(), 6, "no snapshot is in two files");
    assert_eq!(all, groups.concat());
}

#[test]
fn a_snapshot_that_is_too_large_by_itself_is_refused_and_a_larger_history_is_parted() {
    let of = |members: usize| {
        let values = (0..members).map(|one| value("2026-W45", Metric::Sim, &format!("Snail{one}")));
        export::grouped(values.collect(), Vec::new())
    };
    let write = |groups: &[Vec<files::Record>], max: usize| {
        let mut parts = Vec::new();
        export::write(Format::Csv, groups, at(), max, &mut parts).map(|()| parts.len())
    };
    let one = of(40);
    assert_eq!(write(&one, 1_500), Ok(1));
    assert_eq!(
        write(&one, 400),
        Err(files::Unwritable::TooLarge { max: 400 })
    );
    let many = vec![one[0].clone(); 3];
    assert_eq!(write(&many, 1_500), Ok(3));
    // More than one file may have, by the number of its records.
    let half = vec![one[0][0].clone(); files::MAX_RECORDS / 2 + 1];
    assert_eq!(write(&[half.clone(), half], files::MAX_FILE), Ok(2));
}

#[test]
fn every_fault_is_a_sentence_that_ends() {
    let faults = [
        Fault::NothingYet,
        Fault::NothingOf(ReadMetric::Sim),
        Fault::NotAWeek,
        Fault::NeitherWeekNorAnalysis,
        Fault::OneWeek(ReadMetric::Total),
        Fault::TooFewWeeks(ReadMetric::Total),
        Fault::NoValue(ReadMetric::Sim),
        Fault::MetricsDiffer,
        Fault::SameSides,
        Fault::NoSuchMember { like: Vec::new() },
        Fault::EmptySearch,
        Fault::LongSearch { max: 100 },
        Fault::NothingToExport,
        Fault::MayNotExport,
        Fault::MayNotConfirm,
        Fault::MayNotUnlink,
        Fault::NotLinked,
        Fault::MemberTaken,
        Fault::AlreadyLinked,
        Fault::ClaimOver,
    ];
    for fault in faults {
        let told = fault.to_string();
        assert!(told.ends_with('.') && !told.contains('\n'), "{told}");
        assert_eq!(UserError::from(fault.clone()).kind(), fault.kind());
    }
}
