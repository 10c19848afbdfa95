//! A club's history: who its members are, what they had in which week, and what became of
//! that.

mod alerts;
mod corrections;
mod drafts;
mod imports;
mod members;
mod people;
mod snapshots;
mod timing;
mod weeks;

use slimy_store::club::{
    self, Metric, NewAnalysis, NewMember, NewMetric, NewPower, NewSaved, Source,
};
use slimy_store::{Db, Id, StoreError, Timestamp};

use crate::support::{at, some};

pub(crate) const SIM: Metric = Metric::Sim;
pub(crate) const TOTAL: Metric = Metric::Total;

pub(crate) fn new_member(guild: &Id, name: &str) -> NewMember {
    NewMember {
        guild_id: guild.clone(),
        name: name.to_owned(),
        name_key: name.to_lowercase(),
        display_name: None,
    }
}

/// Members with these names, in this order.
pub(crate) async fn members<const N: usize>(db: &Db, guild: &Id, names: [&str; N]) -> [Id; N] {
    let mut tx = db.begin().await.unwrap();
    club::hold_history(&mut tx, guild).await.unwrap();
    let mut made = Vec::new();
    for name in names {
        let member = club::create_member(&mut tx, new_member(guild, name), at(0));
        made.push(member.await.unwrap().row.id);
    }
    tx.commit().await.unwrap();
    made.try_into().unwrap()
}

/// What an analysis of a week consists of.
pub(crate) fn of_week(week: &str, metric: Metric, rows: &[(&Id, Option<i64>)]) -> NewSaved {
    let row = |(member, power): &(&Id, Option<i64>)| NewPower {
        member: "as it was read".to_owned(),
        member_id: Some((*member).clone()),
        metric,
        power: *power,
        last_seen: some("2h ago"),
        confidence: 0.97,
        name_certain: true,
        corrected: true,
        seen_in: vec![],
    };
    let members = u32::try_from(rows.len()).unwrap();
    NewSaved {
        summary: format!("{members} members"),
        confidence: 0.97,
        images: vec![],
        metrics: vec![NewMetric {
            name: "totalMembers".to_owned(),
            value: f64::from(members),
            unit: "count".to_owned(),
            category: "membership".to_owned(),
        }],
        powers: rows.iter().map(row).collect(),
        week: some(week),
        approved_by: None,
    }
}

/// A saved analysis of a week, with the members brought up to date.
pub(crate) async fn snapshot(
    db: &Db,
    (user, guild): &(Id, Id),
    (week, metric): (&str, Metric),
    rows: &[(&Id, Option<i64>)],
    when: Timestamp,
) -> Id {
    let new = NewAnalysis {
        guild_id: guild.clone(),
        user_id: user.clone(),
        channel_id: None,
        title: some(week),
        metric,
        source: Source::Import,
        saved: NewSaved {
            approved_by: Some(user.clone()),
            ..of_week(week, metric, rows)
        },
    };
    let mut tx = db.begin().await.unwrap();
    let id = club::create(&mut tx, new, when).await.unwrap().id;
    club::refresh_members(&mut tx, guild, when).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Each member's name and value in a week, by name; a corrected one has its star.
async fn roster(db: &Db, guild: &Id, week: &str, metric: Metric) -> Vec<String> {
    let Some(snapshot) = club::current_snapshot(db, guild, week, metric)
        .await
        .unwrap()
    else {
        return vec![];
    };
    let values = club::values(db, guild, &[snapshot]).await.unwrap();
    let mut said: Vec<String> = values
        .iter()
        .map(|value| {
            assert_eq!((value.week.as_str(), value.metric), (week, metric));
            let power = value
                .power
                .map_or("?".to_owned(), |power| power.to_string());
            format!(
                "{} {power}{}",
                value.name,
                if value.corrected { "*" } else { "" }
            )
        })
        .collect();
    said.sort();
    said
}

/// When a member was first and last seen, and by when they had departed.
async fn seen(db: &Db, guild: &Id, member: &Id) -> [String; 3] {
    let member = club::find_member(db, guild, member).await.unwrap().unwrap();
    [
        member.first_seen_week,
        member.last_seen_week,
        member.departed_week,
    ]
    .map(Option::unwrap_or_default)
}

/// Runs one transaction to its end.
macro_rules! committed {
    ($db:expr, |$tx:ident| $run:expr) => {{
        let mut $tx = $db.begin().await.unwrap();
        let done = $run.await;
        match &done {
            Ok(_) => $tx.commit().await.unwrap(),
            Err(_) => $tx.rollback().await.unwrap(),
        }
        done
    }};
}
pub(crate) use committed;

fn is_limit<T>(outcome: &Result<T, StoreError>) -> bool {
    matches!(outcome, Err(StoreError::Limit { .. }))
}
