//! Every command and every control, with what it takes to use it.
//!
//! The table is held against whoever asks before anything else happens, so that a command which
//! forgets to ask the rules is refused all the same. Whose a thing is, only the rules know: what a
//! creator may do, everybody passes here. What is not in the table is nobody's; a test walks all
//! commands and controls.

use slimy_domain::{
    Services,
    rights::{self, Action, Actor},
};

use crate::Error;

/// What it takes to use a command or control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// Nothing: it shows what all may see, or what is the person's own.
    Nothing,
    /// A right in the server.
    Right(Action),
}

use Needs::{Nothing, Right};

/// Commands by the names that people know, controls by those in their `custom_id`.
#[rustfmt::skip]
const TABLE: &[(&str, Needs)] = &[
    ("status",              Nothing),
    ("settings get",        Right(Action::SettingsChange)),
    ("settings set",        Right(Action::SettingsChange)),
    ("settings reset",      Right(Action::SettingsChange)),
    ("club analyze",        Right(Action::ClubAnalyze)),
    ("Analyze club roster", Right(Action::ClubAnalyze)),
    ("club.save",           Right(Action::ClubDecide)),
    ("club.discard",        Right(Action::ClubDecide)),
    ("club.review.save",    Right(Action::ClubDecide)),
    ("club.review.approve", Right(Action::ClubApprove)),
    ("club.review.page",    Right(Action::ClubRead)),
    ("club.review.metric",  Right(Action::ClubRead)),
    ("club.review.who",     Right(Action::ClubDecide)),
    ("club.review.fix",     Right(Action::ClubDecide)),
    ("club.review.fix.submit", Right(Action::ClubDecide)),
    ("club show",           Right(Action::ClubRead)),
    ("club.page",           Right(Action::ClubRead)),
    ("club list",           Right(Action::ClubRead)),
    ("club.list.newer",     Right(Action::ClubRead)),
    ("club.list.older",     Right(Action::ClubRead)),
    ("club rename",         Right(Action::ClubChange)),
    ("club.rename.submit",  Right(Action::ClubChange)),
    ("club delete",         Right(Action::ClubChange)),
    ("club.delete.confirm", Right(Action::ClubChange)),
    ("club.delete.keep",    Right(Action::ClubChange)),
    ("club stats",          Right(Action::ClubRead)),
    ("club leaderboard",    Right(Action::ClubRead)),
    ("club.leaderboard.page", Right(Action::ClubRead)),
    ("club movers",         Right(Action::ClubRead)),
    ("club.movers.page",    Right(Action::ClubRead)),
    ("club member",         Right(Action::ClubRead)),
    ("club.member.page",    Right(Action::ClubRead)),
    ("club compare",        Right(Action::ClubRead)),
    ("club chart",          Right(Action::ClubRead)),
    ("club search",         Right(Action::ClubRead)),
    ("club export",         Right(Action::ClubExport)),
    ("club me",             Right(Action::ClubRead)),
    ("club.me.confirm",     Right(Action::ClubConfirm)),
    ("club.me.unlink",      Right(Action::ClubRead)),
    ("club-admin aliases list",             Right(Action::ClubManage)),
    ("club-admin.aliases.page",             Right(Action::ClubManage)),
    ("club-admin aliases add",              Right(Action::ClubManage)),
    ("club-admin aliases remove",           Right(Action::ClubManage)),
    ("club-admin corrections set",          Right(Action::ClubManage)),
    ("club-admin corrections list",         Right(Action::ClubManage)),
    ("club-admin.corrections.newer",        Right(Action::ClubManage)),
    ("club-admin.corrections.older",        Right(Action::ClubManage)),
    ("club-admin corrections remove",       Right(Action::ClubManage)),
    ("club-admin members merge",            Right(Action::ClubManage)),
    ("club-admin.members.merge.confirm",    Right(Action::ClubManage)),
    ("club-admin.members.keep",             Right(Action::ClubManage)),
    ("club-admin members rename",           Right(Action::ClubManage)),
    ("club-admin members unlink",           Right(Action::ClubManage)),
    ("club-admin rollback",                 Right(Action::ClubManage)),
    ("club-admin.rollback.confirm",         Right(Action::ClubManage)),
    ("club-admin.rollback.keep",            Right(Action::ClubManage)),
    ("club-admin.rollback.undo",            Right(Action::ClubManage)),
    ("club-admin import",                   Right(Action::ClubManage)),
    ("club-admin.import.confirm",           Right(Action::ClubManage)),
    ("club-admin.import.cancel",            Right(Action::ClubManage)),
    ("club-admin.import.approve",           Right(Action::ClubApprove)),
    ("club-admin.import.undo",              Right(Action::ClubManage)),
    ("club-admin guards show",              Right(Action::ClubManage)),
    ("club-admin guards set",               Right(Action::ClubManage)),
    ("club-admin week show",                Right(Action::ClubManage)),
    ("club-admin week set",                 Right(Action::ClubManage)),
    ("club-admin alerts show",              Right(Action::ClubManage)),
    ("club-admin alerts set",               Right(Action::ClubManage)),
    ("club-admin alerts off",               Right(Action::ClubManage)),
    ("conversations list",                    Nothing),
    ("conversations.list.newer",              Nothing),
    ("conversations.list.older",              Nothing),
    ("conversations.list.all",                Nothing),
    ("conversations open",                    Nothing),
    ("conversations.open.pick",               Nothing),
    ("conversations.open.show",               Nothing),
    ("conversations.open.newer",              Nothing),
    ("conversations.open.older",              Nothing),
    ("conversations rename",                  Nothing),
    ("conversations.rename.ask",              Nothing),
    ("conversations.rename.submit",           Nothing),
    ("conversations search",                  Nothing),
    ("found.newer",                           Nothing),
    ("found.older",                           Nothing),
    ("conversations export",                  Nothing),
    ("conversations.export.begin",            Nothing),
    ("conversations.export.next",             Nothing),
    ("conversations delete",                  Nothing),
    ("conversations.delete.ask",              Nothing),
    ("conversations.delete.confirm",          Nothing),
    ("conversations.delete.keep",             Nothing),
    ("conversations.continue",                Nothing),
    // Where and for whom there is chat, and whose an answer is, the rules of the chat ask.
    ("chat",                Nothing),
    ("Ask Slimy",           Nothing),
    ("chat-info",           Nothing),
    ("chat-usage",          Nothing),
    ("chat.stop",           Nothing),
    ("chat.again",          Nothing),
    ("chat.new",            Nothing),
    ("chat.alternative",    Nothing),
];

/// What the tests of the frame try.
#[cfg(test)]
#[rustfmt::skip]
const TRIED: &[(&str, Needs)] = &[
    ("export",        Nothing),
    ("choose",        Nothing),
    ("slow",          Nothing),
    ("secret",        Nothing),
    ("restricted",    Right(Action::SettingsChange)),
    ("test.turn",     Nothing),
    ("test.pick",     Nothing),
    ("test.users",    Nothing),
    ("test.roles",    Nothing),
    ("test.channels", Nothing),
    ("test.ask",      Nothing),
    ("test.tell",     Nothing),
    ("test.refuse",   Nothing),
    ("test.openly",   Nothing),
];
#[cfg(not(test))]
const TRIED: &[(&str, Needs)] = &[];

/// What `name` needs; none for what is not in the table.
pub(crate) fn needs(name: &str) -> Option<Needs> {
    let found = TABLE
        .iter()
        .chain(TRIED)
        .find(|(listed, _)| *listed == name);
    found.map(|(_, needs)| *needs)
}

/// Refuses an actor who cannot have any business with `name` where they are.
pub(crate) async fn guard(services: &Services, actor: &Actor, name: &str) -> Result<(), Error> {
    match needs(name) {
        Some(Nothing) => Ok(()),
        Some(Right(action)) => Ok(rights::check_here(services, actor, action).await?),
        None => Err(Error::Unlisted(name.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{Command, all, component};

    /// The names of what can be used: a command with subcommands cannot. Poise joins them when it
    /// starts.
    fn used(command: &Command, above: &str, names: &mut Vec<String>) {
        let name = format!("{above}{}", command.name);
        for sub in &command.subcommands {
            used(sub, &format!("{name} "), names);
        }
        if command.slash_action.is_some() && command.subcommands.is_empty() {
            names.push(name);
        }
        if let Some(name) = &command.context_menu_name {
            names.push(name.clone().into_owned());
        }
    }

    #[test]
    fn the_table_lists_every_command_and_control_once_and_nothing_else() {
        let mut names: Vec<String> = component::names()
            .filter(|name| !name.starts_with("test."))
            .map(str::to_owned)
            .collect();
        for command in all() {
            used(&command, "", &mut names);
        }
        let mut listed: Vec<String> = TABLE.iter().map(|(name, _)| (*name).to_owned()).collect();
        names.sort_unstable();
        listed.sort_unstable();
        let missing: Vec<_> = names.iter().filter(|name| needs(name).is_none()).collect();
        assert!(missing.is_empty(), "without an entry: {missing:?}");
        assert_eq!(
            listed, names,
            "an entry is double, or for something that is not there"
        );
    }

    #[test]
    fn the_audit_log_tells_all_of_them_apart() {
        let action = |(name, _): &(&str, Needs)| slimy_domain::audit::command_action(name);
        let actions: BTreeSet<String> = TABLE.iter().map(action).collect();
        assert_eq!(actions.len(), TABLE.len());
    }
}
