//! What is stored of a guild, in its owner's hands.

use slimy_store::{cache::Key, export as store, holdings, lifecycle};
use slimy_words::say;

use super::{
    Exported, Fault, Form, Gone, Held,
    delete::is_meant,
    export::{GUILD, Plan, Whose, made},
    show::some,
};
use crate::{
    Error, Id, Services, UserError,
    rights::{self, Action, Actor},
};

/// A guild, and what is stored of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The guild's name, which confirms that it is to be deleted.
    pub name: String,
    /// How many rows of which kind there are; only kinds of which there are some.
    pub held: Vec<Held>,
}

/// What is stored of the actor's guild, and would become of it.
pub async fn show(services: &Services, actor: &Actor) -> Result<Stored, Error> {
    let guild_id = permitted(services, actor, Action::GuildDataDelete).await?;
    Ok(Stored {
        name: name_of(services, guild_id).await?,
        held: some(holdings::of_guild(&services.db, guild_id).await?),
    })
}

/// All that is stored of the actor's guild. What people said to the bot there is theirs, and in
/// nobody's export but their own.
pub async fn export(services: &Services, actor: &Actor, form: Form) -> Result<Exported, Error> {
    let guild_id = permitted(services, actor, Action::GuildDataExport).await?;
    let _turn = services.exports.begin(guild_id).await?;
    let records = store::of_guild(&services.db, guild_id.clone());
    let plan = Plan {
        name: "slimy-server",
        readme: say!(form.words, "guild-data-export-readme"),
        form,
        whose: Whose::of(GUILD, guild_id),
    };
    made(services, actor, records, plan).await
}

/// Deletes all that is stored of the actor's guild, now, when `typed` is its name. Audit entries
/// stay. Broken off, the same call does the rest.
pub async fn delete(services: &Services, actor: &Actor, typed: &str) -> Result<Gone, Error> {
    let guild_id = permitted(services, actor, Action::GuildDataDelete).await?;
    let name = name_of(services, guild_id).await?;
    if !is_meant(typed, &name) {
        return Err(Fault::OtherName { name }.into());
    }
    let change = services
        .cache
        .changing(&[Key::Guild(guild_id.clone())])
        .await;
    let deleted = lifecycle::delete_guild(&services.db, guild_id, services.now()).await;
    change.done().await;
    services.identities.forget_guild(guild_id);
    Ok(Gone::of(&deleted?, None))
}

async fn permitted<'a>(
    services: &Services,
    actor: &'a Actor,
    action: Action,
) -> Result<&'a Id, Error> {
    rights::check_here(services, actor, action).await?;
    let guild_id = actor.guild_id().ok_or(UserError::NotInGuild)?;
    Ok(guild_id)
}

/// The name of the actor's guild, which confirms that it is to be deleted.
pub async fn name(services: &Services, actor: &Actor) -> Result<String, Error> {
    let guild_id = permitted(services, actor, Action::GuildDataDelete).await?;
    name_of(services, guild_id).await
}

async fn name_of(services: &Services, guild_id: &Id) -> Result<String, Error> {
    let guild = services.cache.guild(&services.db, guild_id).await?;
    let guild = guild.ok_or(UserError::NotInGuild)?;
    Ok(guild.name.clone())
}
