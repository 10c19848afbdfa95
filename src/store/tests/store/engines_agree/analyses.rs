//! Club analyses, from the draft to the purge.

use slimy_store::club::{
    self, AnalysisChanges, CountFilter, Metric, NewAnalysis, NewDraft, NewImage, NewMetric,
    NewPower, NewSaved, Right, Source,
};
use slimy_store::{Json, StoreError};

use super::operations::Op;
use super::world::World;

#[derive(Debug, Clone, Copy)]
pub(super) enum Verb {
    Draft,
    Save,
    Discard,
    Expired,
    Create,
    Update,
    Delete,
    Purge,
    Find,
    FindWhole,
    Newest,
    ListOfGuild,
    ListOfUser,
    Search,
    Count,
}

impl Verb {
    pub(super) const ALL: &[Self] = &[
        Self::Draft,
        Self::Draft,
        Self::Save,
        Self::Save,
        Self::Discard,
        Self::Expired,
        Self::Create,
        Self::Create,
        Self::Create,
        Self::Update,
        Self::Delete,
        Self::Purge,
        Self::Find,
        Self::FindWhole,
        Self::Newest,
        Self::ListOfGuild,
        Self::ListOfUser,
        Self::Search,
        Self::Search,
        Self::Count,
    ];
}

pub(super) async fn perform(world: &mut World<'_>, verb: Verb, op: &Op) -> String {
    let db = world.db();
    let (id, user, guild) = (world.analysis(op.n), world.user(op.a), world.guild(op.b));
    let page = world.page(&op.page);
    match verb {
        Verb::Draft => {
            let done = club::create_draft(db, draft(world, op), op.at.time()).await;
            if let Ok(row) = &done {
                world.analyses.push(row.id.clone());
            }
            world.say(&done)
        }
        Verb::Discard => world.say(&club::discard(db, &id, op.at.time()).await),
        Verb::Expired => world.say(&club::list_expired_drafts(db, op.at.time(), op.n).await),
        Verb::Purge => world.say(&club::purge_deleted(db, op.at.time(), op.n).await),
        Verb::Find => world.say(&club::find(db, &id).await),
        Verb::FindWhole => {
            let any = club::find_with_relations(db, &id).await;
            world.say(&(any, club::find_saved_with_relations(db, &guild, &id).await))
        }
        Verb::Newest => {
            let newest = club::newest_saved(db, &guild).await;
            world.say(&(newest, club::recent(db, &guild, op.n).await))
        }
        Verb::ListOfGuild => world.say_page(&club::list_saved(db, &guild, &page).await),
        Verb::ListOfUser => world.say_page(&club::list_by_user(db, &user, &page).await),
        Verb::Search => world.say_page(&club::search(db, &guild, &op.text, &page).await),
        Verb::Count => {
            let filter = CountFilter {
                guild_id: op.flag.map(|_| guild),
                user_id: op.other.is_some().then_some(user),
            };
            world.say(&club::count(db, &filter).await)
        }
        Verb::Save | Verb::Create | Verb::Update | Verb::Delete => {
            let done = change(world, verb, op).await;
            world.say(&done)
        }
    }
}

/// What takes a transaction; its answer in words of its own.
async fn change(world: &mut World<'_>, verb: Verb, op: &Op) -> Result<String, StoreError> {
    let (id, user, guild) = (world.analysis(op.n), world.user(op.a), world.guild(op.b));
    let at = op.at.time();
    let mut tx = world.db().begin().await?;
    let by = if op.flag == Some(true) {
        Right::Manager(&guild)
    } else {
        Right::Creator(&user)
    };
    let done = match verb {
        Verb::Save => club::save(&mut tx, &id, &saved(op), at)
            .await
            .map(|won| format!("{won}")),
        Verb::Create => {
            let new = NewAnalysis {
                guild_id: guild.clone(),
                user_id: user.clone(),
                channel_id: op.other.clone(),
                title: op.other.clone(),
                metric: Metric::Total,
                source: Source::Import,
                saved: saved(op),
            };
            club::create(&mut tx, new, at).await.map(|row| {
                world.analyses.push(row.id.clone());
                world.say(&row)
            })
        }
        Verb::Update => {
            let changes = AnalysisChanges {
                title: op.flag.map(|_| op.other.clone()),
                summary: (op.a != 1).then(|| op.text.clone()),
            };
            club::update(&mut tx, &id, changes, by, at)
                .await
                .map(|done| format!("{done:?}"))
        }
        _ => club::delete(&mut tx, &id, by, at)
            .await
            .map(|done| format!("{done:?}")),
    };
    match done {
        Ok(done) => tx.commit().await.map(|()| done),
        Err(error) => {
            tx.rollback().await?;
            Err(error)
        }
    }
}

fn draft(world: &World<'_>, op: &Op) -> NewDraft {
    NewDraft {
        guild_id: world.guild(op.b),
        user_id: world.user(op.a),
        channel_id: op.other.clone(),
        title: op.other.clone(),
        summary: op.text.clone(),
        confidence: 0.1,
        metric: Metric::Sim,
        payload: Json(op.document.clone()),
        expires_at: op.until.time(),
    }
}

/// Numbers from the texts, so that they too are odd.
fn saved(op: &Op) -> NewSaved {
    let number = i64::try_from(op.text.len()).unwrap_or(0);
    let metric = |name: &str, value: f64| NewMetric {
        name: name.to_owned(),
        value,
        unit: op.text.clone(),
        category: op.text.clone(),
    };
    // The last is one that no list could give.
    let power = [0.0, 7_206_540_123.0, 9_007_199_254_740_992.0, 0.5][op.n.min(3)];
    NewSaved {
        summary: op.text.clone(),
        confidence: 1.0,
        images: vec![NewImage {
            name: op.text.clone(),
            content_type: "image/png".to_owned(),
            bytes: i64::MAX,
            width: number,
            height: 0,
            sha256: "00".to_owned(),
            members_found: i64::try_from(op.n).unwrap(),
        }],
        metrics: vec![
            metric("totalMembers", f64::from(u8::try_from(op.n).unwrap())),
            metric("totalPower", power),
            metric("Zeta", 0.1),
            metric("\u{ffff}", -1.5e300),
            metric(&op.text, 5e-324),
        ],
        powers: (0..op.n)
            .map(|_| NewPower {
                member: op.text.clone(),
                member_id: None,
                metric: if op.flag == Some(true) {
                    Metric::Sim
                } else {
                    Metric::Total
                },
                power: op.other.as_ref().map(|_| number),
                last_seen: op.other.clone(),
                confidence: 0.0,
                name_certain: op.flag.is_some(),
                corrected: op.flag.is_none(),
                seen_in: vec![op.text.clone()],
            })
            .collect(),
        week: None,
        approved_by: None,
    }
}
