//! For tests: the rules on a test's database, and who uses them there.

use std::sync::Arc;

use slimy_store::{
    Cache, Clock, Db, Id, Recorder, Timestamp,
    guilds::{self, NewGuild},
    users::{self, NewUser},
};
use tempfile::TempDir;

use crate::{
    Services,
    attachment::Fetcher,
    club::ReadingRoom,
    guild::Turn,
    identity::Identities,
    privacy::Turns,
    rates::Rates,
    rights::{Actor, Hosts, Membership},
};

/// The rules, with neither a model nor a way to any network.
pub(crate) fn services(db: &Db, clock: Arc<dyn Clock>, journal: &TempDir) -> Services {
    Services {
        db: db.clone(),
        cache: Cache::in_process(),
        recorder: Recorder::start(db.clone(), journal.path()).unwrap(),
        clock,
        fetcher: Fetcher::new(Fetcher::client().unwrap(), Vec::new(), None),
        reading: ReadingRoom::new(1),
        vision: None,
        chat: None,
        identities: Identities::default(),
        guilds: Turn::default(),
        hosts: Hosts::default(),
        rates: Rates::default(),
        exports: Turns::default(),
    }
}

/// A person, by their Discord id alone.
pub(crate) async fn person(db: &Db, discord_id: &str, at: Timestamp) -> Id {
    let new = NewUser {
        discord_id: discord_id.to_owned(),
        username: None,
        global_name: None,
        avatar: None,
    };
    users::upsert(db, new, at).await.unwrap().row.id
}

/// A guild.
pub(crate) async fn guild(db: &Db, discord_id: &str, name: &str, at: Timestamp) -> Id {
    let new = NewGuild {
        discord_id: discord_id.to_owned(),
        name: name.to_owned(),
    };
    guilds::upsert(db, new, at).await.unwrap().row.id
}

/// The person `11`, who has Manage Server in the guild `22`, and that guild.
pub(crate) async fn admin(db: &Db, at: Timestamp) -> (Actor, Id) {
    let guild_id = guild(db, "22", "Slimy Club", at).await;
    let admin = Actor {
        user_id: person(db, "11", at).await,
        membership: Some(Membership {
            guild_id: guild_id.clone(),
            roles: Vec::new(),
            is_owner: false,
            manage_guild: true,
            manage_messages: false,
        }),
        is_host: false,
        request_id: "33".to_owned(),
    };
    (admin, guild_id)
}
