//! Guilds and their settings.

use slimy_store::guilds::{self, GuildFilter, NewGuild};

use super::operations::Op;
use super::world::World;

#[derive(Debug, Clone, Copy)]
pub(super) enum Verb {
    Upsert,
    Ensure,
    Find,
    Present,
    Left,
    List,
    Search,
    Merge,
}

impl Verb {
    pub(super) const ALL: &[Self] = &[
        Self::Upsert,
        Self::Ensure,
        Self::Find,
        Self::Present,
        Self::Left,
        Self::List,
        Self::Search,
        Self::Merge,
    ];
}

pub(super) async fn perform(world: &mut World<'_>, verb: Verb, op: &Op) -> String {
    let db = world.db();
    let (guild, at) = (world.guild(op.a), op.at.time());
    let new = NewGuild {
        discord_id: op.n.to_string(),
        name: op.text.clone(),
    };
    match verb {
        Verb::Upsert | Verb::Ensure => {
            let done = match verb {
                Verb::Upsert => guilds::upsert(db, new, at).await,
                _ => guilds::ensure(db, new, at).await,
            };
            if let Ok(row) = &done
                && row.created
            {
                world.guilds.push(row.row.id.clone());
            }
            world.say(&done)
        }
        Verb::Find => {
            let by_key = guilds::find(db, &guild).await;
            world.say(&(by_key, guilds::find_by_discord_id(db, &op.text).await))
        }
        Verb::Present => {
            let after = op.other.is_some().then_some(&guild);
            world.say(&guilds::list_present(db, after, op.n).await)
        }
        Verb::Left => world.say(&guilds::mark_left(db, &op.n.to_string(), at).await),
        Verb::List | Verb::Search => {
            let filter = GuildFilter {
                search: matches!(verb, Verb::Search).then(|| op.text.clone()),
                present: op.flag,
            };
            let page = world.page(&op.page);
            world.say_page(&guilds::list(db, &filter, &page).await)
        }
        Verb::Merge => {
            let mut tx = db.begin().await.unwrap();
            let check = |_: &serde_json::Value| match op.flag {
                Some(false) => Err("not this"),
                _ => Ok(()),
            };
            let done = guilds::merge_settings(&mut tx, &guild, &op.document, check, at).await;
            if done.is_ok() {
                tx.commit().await.unwrap();
            } else {
                tx.rollback().await.unwrap();
            }
            let stored = guilds::find(db, &guild).await;
            world.say(&(done, stored))
        }
    }
}
