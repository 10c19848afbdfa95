//! Every command and every control, with how often it may be used.
//!
//! Asked before anything else happens, so that somebody who asks too often costs next to nothing:
//! they are told how long to wait, and nothing is looked up or written. What a person completes
//! while they type is [`Rate::Typing`], whichever option it is.

use std::time::Duration;

use poise::{
    BoxFuture,
    serenity_prelude::{GuildId, UserId},
};
use slimy_domain::{
    Services, UserError,
    rates::{Caller, Rate, TooFast},
};

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::{Context, Error, check};

/// Commands by the names that people know, controls by those in their `custom_id`.
#[rustfmt::skip]
const TABLE: &[(Rate, &[&str])] = &[
    (Rate::Usual, &[
        "status", "help", "settings get", "settings set", "settings reset",
        "settings open", "settings history", "audit list", "audit stats",
        "club show", "club list", "club rename", "club delete", "club stats", "club leaderboard",
        "club movers", "club member", "club compare", "club chart", "club search", "club me",
        "club-admin aliases list", "club-admin aliases add", "club-admin aliases remove",
        "club-admin corrections set", "club-admin corrections list",
        "club-admin corrections remove", "club-admin members merge", "club-admin members rename",
        "club-admin members unlink", "club-admin rollback", "club-admin guards show",
        "club-admin guards set", "club-admin week show", "club-admin week set",
        "club-admin alerts show", "club-admin alerts set", "club-admin alerts off",
        "conversations list", "conversations open", "conversations rename",
        "conversations search", "conversations delete", "chat-info", "chat-usage",
        "privacy show", "privacy delete", "guild-data delete",
        "privacy consent",
    ]),
    (Rate::Pressing, &[
        "settings.topic", "settings.pick", "settings.switch", "settings.choose",
        "settings.channels", "settings.roles", "settings.default", "settings.edit", "settings.fill",
        "settings.text", "settings.fill.text", "settings.mine", "settings.keep",
        "settings.history.page", "settings.import.cancel",
        "audit.newer", "audit.older", "help.topic", "club.save", "club.discard", "club.review.save", "club.review.approve",
        "club.review.page", "club.review.metric", "club.review.who", "club.review.fix",
        "club.review.fix.submit", "club.page", "club.list.newer", "club.list.older",
        "club.rename.submit", "club.delete.confirm", "club.delete.keep", "club.leaderboard.page",
        "club.movers.page", "club.member.page", "club.me.confirm", "club.me.unlink",
        "club-admin.aliases.page", "club-admin.corrections.newer", "club-admin.corrections.older",
        "club-admin.members.merge.confirm", "club-admin.members.keep",
        "club-admin.rollback.confirm", "club-admin.rollback.keep", "club-admin.rollback.undo",
        "club-admin.import.cancel", "club-admin.import.undo",
        "conversations.list.newer", "conversations.list.older", "conversations.list.all",
        "conversations.open.pick", "conversations.open.show", "conversations.open.newer",
        "conversations.open.older", "conversations.rename.ask", "conversations.rename.submit",
        "found.newer", "found.older", "conversations.delete.ask", "conversations.delete.confirm",
        "conversations.delete.keep", "conversations.continue", "chat.stop", "chat.new",
        "chat.alternative",
        "privacy.delete.ask", "privacy.delete.keep",
        "guild-data.delete.ask",
        "chat.unkept.stop", "privacy.consent.about", "privacy.consent.decide",
    ]),
    (Rate::Chatting, &["chat", "Ask Slimy", "chat.again", MESSAGE]),
    (Rate::Reading, &["club analyze", "Analyze club roster"]),
    (Rate::Exporting, &[
        "settings export", "audit export", "club export", "guild-data export",
        "guild-data.delete.submit",
    ]),
    (Rate::TakingAway, &[
        "conversations export", "conversations.export.begin", "conversations.export.next",
        "privacy export", "privacy.delete.submit", "privacy.consent.forget",
    ]),
    (Rate::Proving, &["audit verify"]),
    (Rate::Importing, &[
        "settings import", "settings.import.apply", "settings.revert",
        "club-admin import", "club-admin.import.confirm", "club-admin.import.approve",
    ]),
];

/// A message that is meant for the bot.
pub(crate) const MESSAGE: &str = "message";
/// What answers no more.
const UNKNOWN: &str = "unknown button";
/// What a person completes while they type.
const TYPING: &str = "completion";

/// What the table says of `name`.
fn listed(name: &str) -> Option<(&'static str, Rate)> {
    let found = |(rate, names): &(Rate, &[&'static str])| {
        let name = names.iter().find(|listed| **listed == name)?;
        Some((*name, *rate))
    };
    TABLE.iter().find_map(found)
}

/// How often `name` may be used. What is not in the table is as good as a command.
pub(crate) fn rate(name: &str) -> Rate {
    listed(name).map_or(Rate::Usual, |(_, rate)| rate)
}

fn caller(user: UserId, guild: Option<GuildId>) -> Caller {
    Caller {
        person: user.get(),
        guild: guild.map(GuildId::get),
    }
}

/// Lets somebody use `name`, or says how long they have to wait.
pub(crate) fn pass(
    services: &Services,
    who: (UserId, Option<GuildId>),
    name: &str,
) -> Result<(), TooFast> {
    let (name, rate) = listed(name).unwrap_or((UNKNOWN, Rate::Usual));
    services.rates.pass(caller(who.0, who.1), rate, name)
}

/// The same for a command.
pub(crate) fn pass_command(ctx: Context<'_>) -> Result<(), TooFast> {
    let who = (ctx.author().id, ctx.guild_id());
    pass(&ctx.data().services, who, &check::name(ctx))
}

/// Whether somebody who types may be answered once more.
pub(crate) fn may_type(ctx: Context<'_>) -> bool {
    let caller = caller(ctx.author().id, ctx.guild_id());
    let rates = &ctx.data().services.rates;
    rates.pass(caller, Rate::Typing, TYPING).is_ok()
}

/// How many are told to wait at once: a flood must not take all the connections to Discord.
static TELLING: Semaphore = Semaphore::const_new(64);
/// Discord waits 3 s for an answer; after that nobody can be told.
const TELLABLE: Duration = Duration::from_millis(2_500);

/// The turn to tell somebody that they have to wait; none when it would come too late.
pub(crate) async fn turn() -> Option<SemaphorePermit<'static>> {
    let turn = tokio::time::timeout(TELLABLE, TELLING.acquire()).await;
    turn.ok()?.ok()
}

/// What poise asks before each command, and before each completion, which asks for itself.
pub(crate) fn check(ctx: Context<'_>) -> BoxFuture<'_, Result<bool, Error>> {
    Box::pin(async move {
        let poise::Context::Application(application) = ctx else {
            return Ok(true);
        };
        if application.interaction_type == poise::CommandInteractionType::Command {
            pass_command(ctx).map_err(UserError::from)?;
        }
        Ok(true)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use slimy_domain::rights::{Action, Standing};

    use super::*;
    use crate::rights;

    #[test]
    fn every_command_and_control_is_in_the_table_once_and_nothing_else() {
        let all: Vec<&str> = TABLE
            .iter()
            .flat_map(|(_, names)| *names)
            .copied()
            .collect();
        let listed: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(listed.len(), all.len(), "something is listed twice");
        let expected: BTreeSet<&str> = rights::names().chain([MESSAGE]).collect();
        let missing: Vec<_> = expected.difference(&listed).collect();
        assert!(missing.is_empty(), "without a rate: {missing:?}");
        let gone: Vec<_> = listed.difference(&expected).collect();
        assert!(gone.is_empty(), "for something that is not there: {gone:?}");
    }

    #[test]
    fn what_everybody_may_take_away_shares_nothing_with_what_is_for_a_few() {
        const EVERYBODYS: &[Standing] = &[Standing::Creator, Standing::Member, Standing::Anybody];
        for (rate, names) in TABLE {
            for name in *names {
                let action = rights::action(name);
                let standings = action.map_or(EVERYBODYS, Action::standings);
                let is_everybodys = standings.iter().any(|one| EVERYBODYS.contains(one));
                match rate {
                    Rate::Exporting => assert!(!is_everybodys, "{name}"),
                    Rate::TakingAway => assert_eq!(standings, [Standing::Creator], "{name}"),
                    _ => {}
                }
            }
        }
        let all = Rate::all().filter(|rate| *rate != Rate::Typing);
        let used: Vec<Rate> = TABLE.iter().map(|(rate, _)| *rate).collect();
        let unused: Vec<_> = all.filter(|rate| !used.contains(rate)).collect();
        assert!(unused.is_empty(), "for nothing: {unused:?}");
    }

    #[test]
    fn what_costs_much_may_be_used_more_seldom_than_a_usual_command() {
        for name in [
            "club export",
            "conversations export",
            "club analyze",
            "club-admin import",
            "chat",
        ] {
            let (dear, usual) = (rate(name).of_person(), Rate::Usual.of_person());
            assert!(
                dear.at_once < usual.at_once && dear.one_more > usual.one_more,
                "{name}"
            );
        }
    }
}
