//! Users, memberships and sessions.

use slimy_store::{Executor, StoreError, members, sessions, users};

use super::operations::Op;
use super::world::World;

#[derive(Debug, Clone, Copy)]
pub(super) enum Verb {
    Upsert,
    Find,
    Join,
    FindMember,
    Leave,
    MembersOfGuild,
    GuildsOfUser,
    LogIn,
    FindSession,
    Sessions,
    LogOut,
    LogOutByToken,
    LogOutEverywhere,
    DropExpired,
}

impl Verb {
    pub(super) const ALL: &[Self] = &[
        Self::Upsert,
        Self::Find,
        Self::Join,
        Self::FindMember,
        Self::Leave,
        Self::MembersOfGuild,
        Self::GuildsOfUser,
        Self::LogIn,
        Self::FindSession,
        Self::Sessions,
        Self::LogOut,
        Self::LogOutByToken,
        Self::LogOutEverywhere,
        Self::DropExpired,
    ];
}

pub(super) async fn perform(world: &mut World<'_>, verb: Verb, op: &Op) -> String {
    let db = world.db();
    let (user, guild, at) = (world.user(op.a), world.guild(op.b), op.at.time());
    match verb {
        Verb::Upsert => {
            let new = users::NewUser {
                discord_id: op.n.to_string(),
                username: op.other.clone(),
                global_name: Some(op.text.clone()),
                avatar: op.other.clone(),
            };
            let done = users::upsert(db, new, at).await;
            if let Ok(row) = &done
                && row.created
            {
                world.users.push(row.row.id.clone());
            }
            world.say(&done)
        }
        Verb::Find => {
            let by_key = users::find(db, &user).await;
            let by_name = users::find_by_discord_id(db, &op.text).await;
            let by_number = users::find_by_discord_id(db, &op.n.to_string()).await;
            world.say(&(by_key, by_name, by_number))
        }
        Verb::Join => {
            let roles: Vec<String> = op.other.iter().cloned().chain([op.text.clone()]).collect();
            let done = members::upsert(db, &user, &guild, &roles, at).await;
            world.say(&done)
        }
        Verb::FindMember => world.say(&members::find(db, &user, &guild).await),
        Verb::Leave => world.say(&members::remove(db, &user, &guild).await),
        Verb::MembersOfGuild => {
            let page = world.page(&op.page);
            world.say_page(&members::list_of_guild(db, &guild, &page).await)
        }
        Verb::GuildsOfUser => {
            let page = world.page(&op.page);
            world.say_page(&members::list_guilds_of_user(db, &user, &page).await)
        }
        _ => session(world, verb, op, db)
            .await
            .unwrap_or_else(|error| world.say(&error)),
    }
}

async fn session(
    world: &mut World<'_>,
    verb: Verb,
    op: &Op,
    db: impl Executor + Copy,
) -> Result<String, StoreError> {
    let (user, at) = (world.user(op.a), op.at.time());
    let count = world.sessions.len().max(1);
    let known = world.sessions.get(op.a % count).cloned();
    let (id, token) = known.unwrap_or_else(|| ("nobody's".into(), op.text.clone().into()));
    Ok(match verb {
        Verb::LogIn => {
            let (session, token) = sessions::create(db, &user, op.until.time(), at).await?;
            world.sessions.push((session.id.clone(), token));
            world.say(&session)
        }
        Verb::FindSession => {
            let found = sessions::find_by_token(db, &token, at).await?;
            world.say(&found)
        }
        Verb::Sessions => {
            let found = sessions::list_of_user(db, &user, at).await?;
            world.say(&found)
        }
        Verb::LogOut => world.say(&sessions::delete(db, &id).await?),
        Verb::LogOutByToken => world.say(&sessions::delete_by_token(db, &token).await?),
        Verb::LogOutEverywhere => world.say(&sessions::delete_all_of_user(db, &user).await?),
        _ => world.say(&sessions::delete_expired(db, at, op.n).await?),
    })
}
