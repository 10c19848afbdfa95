//! The members, spellings, rosters and corrections of a file, written.

use std::collections::BTreeMap;

use slimy_store::{
    Id, Timestamp, Tx,
    club::{
        self as store, AliasSource, NewAlias, NewAnalysis, NewCorrection, NewMember, NewMetric,
        NewPower, NewSaved, Source,
    },
};
use slimy_words::say;

use super::{
    By,
    plan::{Roster, Row, Who, Work},
};
use crate::{
    Error,
    club::{self, MAX_TITLE, measure, sheet::stored_metric, summary},
    rights::Membership,
};

/// Up to here, 2^53, a number of an analysis is exact; a larger one is not kept.
const WHOLE: i64 = 1 << 53;

/// Writes it all, what is said with it in the guild's words; the caller holds the history.
pub(super) async fn apply(
    tx: &mut Tx,
    by: By<'_>,
    place: &Membership,
    work: Work,
    file: &str,
    at: Timestamp,
) -> Result<(), Error> {
    let guild_id = &place.guild_id;
    let mut made: BTreeMap<String, Id> = BTreeMap::new();
    for (name_key, name) in work.new {
        let new = NewMember {
            guild_id: guild_id.clone(),
            name,
            name_key: name_key.clone(),
            display_name: None,
        };
        let member = store::create_member(tx, new, at).await?;
        made.insert(name_key, member.row.id);
    }
    let id_of = |who: &Who| match who {
        Who::Known(id) => Some(id.clone()),
        Who::New(key) => made.get(key).cloned(),
    };
    for (alias_key, (alias, who)) in work.aliases {
        let Some(member_id) = id_of(&who) else {
            continue;
        };
        let new = NewAlias {
            guild_id: guild_id.clone(),
            member_id,
            alias,
            alias_key,
            source: AliasSource::Import,
            created_by: Some(by.maker.clone()),
        };
        store::add_alias(tx, new, at).await?;
    }
    let title: String = file.chars().take(MAX_TITLE).collect();
    for roster in work.rosters {
        let corrections = corrections(by, guild_id, &roster, id_of);
        let new = NewAnalysis {
            guild_id: guild_id.clone(),
            user_id: by.maker.clone(),
            channel_id: None,
            title: Some(title.clone()).filter(|title| !title.trim().is_empty()),
            metric: stored_metric(roster.metric),
            source: Source::Import,
            saved: saved(by, roster, id_of),
        };
        store::create(tx, new, at).await?;
        for correction in corrections {
            store::set_correction(tx, correction, at).await?;
        }
    }
    Ok(())
}

fn corrections(
    by: By<'_>,
    guild_id: &Id,
    roster: &Roster,
    id_of: impl Fn(&Who) -> Option<Id>,
) -> Vec<NewCorrection> {
    let corrected = roster.rows.iter().filter(|row| row.corrects);
    let corrections = corrected.filter_map(|row| {
        Some(NewCorrection {
            guild_id: guild_id.clone(),
            member_id: id_of(&row.who)?,
            metric: stored_metric(roster.metric),
            week: roster.week.to_string(),
            value: row.record.power?,
            reason: Some(say!(by.words, "club-admin-correction-imported")),
            created_by: by.maker.clone(),
        })
    });
    corrections.collect()
}

fn saved(by: By<'_>, roster: Roster, id_of: impl Fn(&Who) -> Option<Id>) -> NewSaved {
    let metric = roster.metric;
    let rows: Vec<club::Row> = roster.rows.iter().map(row).collect();
    let measures = measure(&rows, None);
    let powers = roster.rows.into_iter().map(|row| NewPower {
        member_id: id_of(&row.who),
        member: row.record.member,
        metric: stored_metric(metric),
        power: row.record.power,
        last_seen: row.record.last_seen,
        confidence: row.record.confidence,
        name_certain: true,
        corrected: row.record.corrected,
        seen_in: Vec::new(),
    });
    NewSaved {
        summary: summary(by.words, metric, &measures),
        confidence: measures.confidence,
        images: Vec::new(),
        metrics: metrics(&measures),
        powers: powers.collect(),
        week: Some(roster.week.to_string()),
        approved_by: by.approved.cloned(),
    }
}

fn row(row: &Row) -> club::Row {
    club::Row {
        name: row.record.member.clone(),
        name_certain: true,
        power: row.record.power,
        last_seen: row.record.last_seen.clone(),
        confidence: row.record.confidence,
        corrected: row.record.corrected,
    }
}

/// The numbers of the contract that a file gives. One that is not known is not written: absent is
/// not zero.
fn metrics(measures: &club::Measures) -> Vec<NewMetric> {
    let top = measures.top.as_ref().map(|(_, power)| *power);
    let members = i64::try_from(measures.members).unwrap_or(0);
    let exact = |total: &i64| (0..=WHOLE).contains(total);
    let total = Some(measures.total).filter(|total| measures.with_power > 0 && exact(total));
    let whole = [
        ("totalMembers", Some(members), "count", "membership"),
        ("totalPower", total, "power", "performance"),
        ("averagePower", measures.average, "power", "performance"),
        ("medianPower", measures.median, "power", "performance"),
        ("topPower", top, "power", "performance"),
    ];
    let whole = whole
        .into_iter()
        .filter_map(|(name, value, unit, category)| {
            Some(new_metric(name, number(value?), unit, category))
        });
    let confidence = new_metric("readConfidence", measures.confidence, "score", "quality");
    whole.chain([confidence]).collect()
}

fn new_metric(name: &str, value: f64, unit: &str, category: &str) -> NewMetric {
    NewMetric {
        name: name.to_owned(),
        value,
        unit: unit.to_owned(),
        category: category.to_owned(),
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a club's whole power is far below 2^53, and a larger one is not written"
)]
fn number(value: i64) -> f64 {
    value as f64
}
