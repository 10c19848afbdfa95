//! A club's history: members, weeks, corrections and alerts.

use slimy_store::club::{
    self, AliasSource, CorrectionFilter, DraftChanges, LinkStatus, Metric, NewAlert, NewAlias,
    NewAnalysis, NewCorrection, NewMember, NewPower, NewSaved, Source,
};
use slimy_store::{Id, Json, StoreError, Tx};

use super::operations::Op;
use super::world::World;

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Verb {
    Member,
    Rename,
    Display,
    Link,
    Confirm,
    Unlink,
    Alias,
    RemoveAlias,
    Merge,
    Snapshot,
    SaveAs,
    Sibling,
    RollBack,
    Undo,
    Adopt,
    Correct,
    RemoveCorrection,
    UpdateDraft,
    Members,
    Corrections,
    Weeks,
    Values,
    Stamp,
    Alert,
    Settle,
}

impl Verb {
    pub(super) const ALL: &[Self] = &[
        Self::Member,
        Self::Member,
        Self::Member,
        Self::Rename,
        Self::Display,
        Self::Link,
        Self::Confirm,
        Self::Unlink,
        Self::Alias,
        Self::RemoveAlias,
        Self::Merge,
        Self::Snapshot,
        Self::Snapshot,
        Self::Snapshot,
        Self::Snapshot,
        Self::SaveAs,
        Self::Sibling,
        Self::RollBack,
        Self::RollBack,
        Self::Undo,
        Self::Adopt,
        Self::Correct,
        Self::Correct,
        Self::Correct,
        Self::RemoveCorrection,
        Self::UpdateDraft,
        Self::Members,
        Self::Corrections,
        Self::Weeks,
        Self::Weeks,
        Self::Values,
        Self::Values,
        Self::Stamp,
        Self::Alert,
        Self::Alert,
        Self::Settle,
    ];
}

/// Few, so that many rows share one; the last is none.
const WEEKS: [&str; 4] = ["2025-W52", "2026-W01", "2026-W02", "2026-W1"];

fn week(op: &Op) -> String {
    WEEKS[op.page.size.min(3)].to_owned()
}

fn metric(op: &Op) -> Metric {
    if op.flag == Some(true) {
        Metric::Total
    } else {
        Metric::Sim
    }
}

pub(super) async fn perform(world: &mut World<'_>, verb: Verb, op: &Op) -> String {
    let db = world.db();
    let (guild, user, at) = (world.guild(op.b), world.user(op.a), op.at.time());
    let (member, week) = (world.member(op.n), week(op));
    match verb {
        Verb::Display => {
            let done = club::set_display_name(db, &guild, &member, op.other.as_deref(), at).await;
            world.say(&done)
        }
        Verb::Confirm => {
            let done = club::confirm_link(db, &guild, &member, &user, &user, at).await;
            world.say(&done)
        }
        Verb::Unlink => world.say(&club::unlink_member(db, &guild, &member, at).await),
        Verb::RemoveAlias => world.say(&club::remove_alias(db, &guild, &op.text).await),
        Verb::UpdateDraft => {
            let live = club::find_live_draft(db, &guild, &user, at).await;
            let Ok(Some(draft)) = &live else {
                return world.say(&live);
            };
            let changes = DraftChanges {
                payload: Json(op.document.clone()),
                summary: op.text.clone(),
                confidence: 0.3,
                title: op.other.clone(),
                metric: metric(op),
                expires_at: op.until.time(),
            };
            let expected = if op.flag.is_none() {
                at
            } else {
                draft.updated_at
            };
            let done = club::update_draft(db, &guild, &draft.id, changes, expected, at).await;
            world.say(&(live, done))
        }
        Verb::Members => {
            let answers = (
                club::list_members(db, &guild).await,
                club::list_aliases(db, &guild).await,
                club::find_member(db, &guild, &member).await,
                club::find_member_by_key(db, &guild, &op.text).await,
                club::find_linked_member(db, &guild, &user).await,
            );
            world.say(&answers)
        }
        Verb::Corrections => {
            let filter = CorrectionFilter {
                member_id: op.flag.map(|_| member),
                metric: op.other.as_ref().map(|_| metric(op)),
                week: (op.a == 1).then_some(week),
                removed: op.b == 1,
            };
            let page = world.page(&op.page);
            world.say_page(&club::list_corrections(db, &guild, &filter, &page).await)
        }
        Verb::Weeks => {
            let answers = (
                club::current_snapshots(db, &guild).await,
                club::current_snapshot(db, &guild, &week, metric(op)).await,
                club::latest_snapshot(db, &guild, metric(op)).await,
                club::snapshot_before(db, &guild, metric(op), &week).await,
                club::versions(db, &guild, &week, metric(op)).await,
                club::newest_snapshot(db, &guild).await,
                club::newest_rolled_back(db, &guild, metric(op)).await,
                club::list_without_week(db, op.flag.map(|_| &guild), op.n).await,
            );
            world.say(&answers)
        }
        Verb::Values => values(world, op).await,
        Verb::Stamp => world.say(&club::newest_change(db, &guild).await),
        Verb::Alert => {
            let new = NewAlert {
                guild_id: guild,
                kind: op.text.clone(),
                key: op.other.clone().unwrap_or_default(),
                payload: Json(op.document.clone()),
                due_at: op.until.time(),
            };
            world.say(&club::queue_alert(db, new, at).await)
        }
        Verb::Settle => settle(world, op).await,
        _ => {
            let done = change(world, verb, op).await;
            world.say(&done)
        }
    }
}

async fn values(world: &mut World<'_>, op: &Op) -> String {
    let db = world.db();
    let (guild, member) = (world.guild(op.b), world.member(op.n));
    let current = club::current_snapshots(db, &guild).await.unwrap();
    let mut history = club::history(db, &guild, metric(op), WEEKS[0], WEEKS[2]).await;
    if let Ok(points) = &mut history {
        points.sort_by(|one, other| {
            (&one.week, &one.member_id).cmp(&(&other.week, &other.member_id))
        });
    }
    let values = club::values(db, &guild, &current).await;
    whole(world, &guild, metric(op), &values).await;
    let answers = (
        values,
        club::member_values(db, &guild, &member).await,
        club::totals(db, &guild, metric(op)).await,
        history,
        club::active_corrections(db, &guild, WEEKS[0], &week(op)).await,
    );
    world.say(&answers)
}

/// The whole history of a metric is what its current snapshots say one by one.
async fn whole(
    world: &World<'_>,
    guild: &Id,
    metric: Metric,
    values: &Result<Vec<club::Value>, StoreError>,
) {
    let in_order = |values: &mut Vec<club::Value>| {
        values.retain(|value| value.metric == metric);
        values.sort_by(|one, other| {
            (&one.week, &one.member_id).cmp(&(&other.week, &other.member_id))
        });
    };
    let whole = club::whole_history(world.db(), guild, metric).await;
    let mut whole = whole.unwrap();
    assert!(whole.is_sorted_by(|one, other| one.week <= other.week));
    in_order(&mut whole);
    let mut values = values.as_ref().unwrap().clone();
    in_order(&mut values);
    assert_eq!(whole, values);
}

async fn settle(world: &mut World<'_>, op: &Op) -> String {
    let (db, at) = (world.db(), op.at.time());
    let due = club::due_alerts(db, at, op.n).await;
    let first = due.as_ref().ok().and_then(|due| due.first().cloned());
    let done = match (&first, op.flag) {
        (None, _) => club::purge_alerts(db, at, op.n).await.map(|gone| gone > 0),
        (Some(alert), None) => club::claim_alert(db, alert, op.until.time(), at).await,
        (Some(alert), Some(true)) => club::alert_posted(db, &alert.id, at).await,
        (Some(alert), Some(false)) => {
            let next = op.other.as_ref().map(|_| op.until.time());
            club::alert_failed(db, &alert.id, &op.text, next, at).await
        }
    };
    world.say(&(due, done))
}

/// What takes a transaction; its answer in words of its own.
async fn change(world: &mut World<'_>, verb: Verb, op: &Op) -> Result<String, StoreError> {
    let mut tx = world.db().begin().await?;
    match within(world, &mut tx, verb, op).await {
        Ok(done) => tx.commit().await.map(|()| done),
        Err(error) => {
            tx.rollback().await?;
            Err(error)
        }
    }
}

async fn within(
    world: &mut World<'_>,
    tx: &mut Tx,
    verb: Verb,
    op: &Op,
) -> Result<String, StoreError> {
    let (guild, user, at) = (world.guild(op.b), world.user(op.a), op.at.time());
    let (member, other) = (world.member(op.n), world.member(op.a));
    let said = match verb {
        Verb::Member => {
            let new = NewMember {
                guild_id: guild.clone(),
                name: op.text.clone(),
                name_key: op.text.clone(),
                display_name: op.other.clone(),
            };
            let made = club::create_member(tx, new, at).await?;
            if made.created {
                world.members.push(made.row.id.clone());
            }
            world.say(&made)
        }
        Verb::Rename => {
            let name = (op.text.as_str(), op.text.as_str());
            let done = club::rename_member(tx, &guild, &member, name, Some(&user), at).await?;
            world.say(&done)
        }
        Verb::Link => {
            let status = LinkStatus::Claimed;
            world.say(&club::link_member(tx, &guild, &member, &user, status, at).await?)
        }
        Verb::Alias => {
            let new = NewAlias {
                guild_id: guild.clone(),
                member_id: member,
                alias: op.text.clone(),
                alias_key: op.text.clone(),
                source: AliasSource::Import,
                created_by: op.flag.map(|_| user),
            };
            world.say(&club::add_alias(tx, new, at).await?)
        }
        Verb::Merge => {
            world.say(&club::merge_members(tx, &guild, &member, &other, Some(&user), at).await?)
        }
        Verb::Snapshot => {
            let new = NewAnalysis {
                guild_id: guild.clone(),
                user_id: user,
                channel_id: None,
                title: op.other.clone(),
                metric: metric(op),
                source: Source::Import,
                saved: saved(op, &[member, other]),
            };
            let row = club::create(tx, new, at).await?;
            world.analyses.push(row.id.clone());
            world.say(&row)
        }
        Verb::SaveAs | Verb::Sibling => {
            let (analysis, saved) = (world.analysis(op.n), saved(op, &[member, other]));
            if verb == Verb::SaveAs {
                world.say(&club::save_as(tx, &analysis, metric(op), &saved, at).await?)
            } else {
                let id = club::save_sibling(tx, &analysis, &saved, metric(op), at).await?;
                world.analyses.push(id.clone());
                world.say(&id)
            }
        }
        Verb::RollBack => {
            let analysis = world.analysis(op.n);
            world.say(&club::roll_back(tx, &guild, &analysis, &user, at).await?)
        }
        Verb::Undo => {
            let analysis = world.analysis(op.n);
            world.say(&club::undo_roll_back(tx, &guild, &analysis, at).await?)
        }
        Verb::Adopt => {
            let analysis = world.analysis(op.n);
            world.say(&club::adopt(tx, &guild, &analysis, &week(op), &[], at).await?)
        }
        Verb::Correct => {
            let new = NewCorrection {
                guild_id: guild.clone(),
                member_id: member,
                metric: metric(op),
                week: week(op),
                value: i64::try_from(op.text.len()).unwrap_or(0) - 1,
                reason: op.other.clone(),
                created_by: user,
            };
            let set = club::set_correction(tx, new, at).await?;
            world.corrections.push(set.correction.id.clone());
            world.say(&set)
        }
        _ => {
            let correction = world.correction(op.n);
            world.say(&club::remove_correction(tx, &guild, &correction, &user, at).await?)
        }
    };
    let changed = club::refresh_members(tx, &guild, at).await?;
    Ok(format!("{said}, {changed} members"))
}

fn saved(op: &Op, members: &[Id]) -> NewSaved {
    let row = |member: &Id| NewPower {
        member: op.text.clone(),
        member_id: op.flag.is_some().then(|| member.clone()),
        metric: metric(op),
        power: op
            .other
            .as_ref()
            .map(|text| i64::try_from(text.len()).unwrap_or(0)),
        last_seen: None,
        confidence: 1.0,
        name_certain: true,
        corrected: false,
        seen_in: vec![],
    };
    NewSaved {
        summary: op.text.clone(),
        confidence: 1.0,
        images: vec![],
        metrics: vec![],
        powers: members.iter().take(op.b).map(row).collect(),
        week: (op.a != 2).then(|| week(op)),
        approved_by: None,
    }
}
