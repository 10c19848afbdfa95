//! The books of tokens.

use slimy_store::chat::usage::{self, Budget, Limits, Reserve, Reserved, Spent};

use super::operations::Op;
use super::world::World;

#[derive(Debug, Clone, Copy)]
pub(super) enum Verb {
    Reserve,
    Settle,
    Release,
    Stale,
    Read,
    Purge,
}

impl Verb {
    pub(super) const ALL: &[Self] = &[
        Self::Reserve,
        Self::Reserve,
        Self::Reserve,
        Self::Settle,
        Self::Settle,
        Self::Release,
        Self::Stale,
        Self::Read,
        Self::Read,
        Self::Purge,
    ];
}

pub(super) async fn perform(world: &mut World<'_>, verb: Verb, op: &Op) -> String {
    let db = world.db();
    let (reservation, at) = (world.reservation(op.a), op.at.time());
    match verb {
        Verb::Reserve => {
            let done = usage::reserve(db, &call(world, op), at).await;
            if let Ok(Reserved::Granted(id)) = &done {
                world.reservations.push(id.clone());
            }
            world.say(&done)
        }
        Verb::Settle => {
            let mut tx = db.begin().await.unwrap();
            match usage::settle(&mut tx, &reservation, &spent(op), at).await {
                Ok(done) => {
                    tx.commit().await.unwrap();
                    world.say(&done)
                }
                Err(error) => {
                    tx.rollback().await.unwrap();
                    world.say(&error)
                }
            }
        }
        Verb::Release => world.say(&usage::release(db, &reservation, at).await),
        Verb::Stale => world.say(&usage::stale(db, at).await),
        Verb::Read => {
            let (day, month) = periods(op);
            let of_user = usage::of_user(db, &world.user(op.a), &day).await;
            let of_guild = usage::of_guild(db, &world.guild(op.b), &month).await;
            let of_host = usage::of_host(db, &day).await;
            let by_model = usage::by_model(db, &month).await;
            world.say(&(of_user, of_guild, of_host, by_model))
        }
        Verb::Purge => world.say(&usage::purge(db, at, 100 * op.n).await),
    }
}

/// Days of the month that the moments are in, of a year ago, and of long ago.
fn periods(op: &Op) -> (String, String) {
    let month = ["2024-11", "2024-11", "2023-11", "1970-01"][op.n];
    (format!("{month}-0{}", op.b + 1), month.to_owned())
}

fn call(world: &World<'_>, op: &Op) -> Reserve {
    let (day, month) = periods(op);
    let limits = |tokens| Limits {
        day: op.flag.map(|_| tokens),
        month: Some(2 * tokens),
    };
    Reserve {
        user_id: world.user(op.a),
        guild_id: op.flag.map(|_| world.guild(op.b)),
        model: op.text.clone(),
        day,
        month,
        tokens: 100,
        budget: Budget {
            person: limits(200),
            guild: op.flag.map(|_| limits(300)),
            host: limits(400),
        },
    }
}

fn spent(op: &Op) -> Spent {
    let tokens = i64::try_from(op.n).unwrap_or(0) * 40;
    Spent {
        model: op.other.clone(),
        prompt_tokens: tokens,
        completion_tokens: tokens,
        cost_micros: tokens,
    }
}
