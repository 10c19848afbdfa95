//! Every command and every control, with what is done with it.
//!
//! The table is held against whoever asks before anything else happens, so that a command which
//! forgets to ask the rules is refused all the same. Whose a thing is, only the rules know: what a
//! creator may do, everybody passes here. What is not in the table is nobody's; a test walks all
//! commands and controls.

#[cfg(test)]
mod walk;

use slimy_domain::{
    Services,
    rights::{self, Action, Actor},
};

use crate::Error;

/// Commands by the names that people know, controls by those in their `custom_id`.
#[rustfmt::skip]
const TABLE: &[(&str, Action)] = &[
    ("status",              Action::Status),
    ("help",                Action::Help),
    ("help.topic",          Action::Help),
    ("settings get",        Action::SettingsChange),
    ("settings set",        Action::SettingsChange),
    ("settings reset",      Action::SettingsChange),
    ("settings open", Action::SettingsChange),
    ("settings history", Action::SettingsChange),
    ("settings export", Action::SettingsChange),
    ("settings import", Action::SettingsChange),
    ("settings.topic", Action::SettingsChange),
    ("settings.pick", Action::SettingsChange),
    ("settings.switch", Action::SettingsChange),
    ("settings.choose", Action::SettingsChange),
    ("settings.channels", Action::SettingsChange),
    ("settings.roles", Action::SettingsChange),
    ("settings.default", Action::SettingsChange),
    ("settings.edit", Action::SettingsChange),
    ("settings.fill", Action::SettingsChange),
    ("settings.text", Action::SettingsChange),
    ("settings.fill.text", Action::SettingsChange),
    ("settings.mine", Action::SettingsChange),
    ("settings.keep", Action::SettingsChange),
    ("settings.history.page", Action::SettingsChange),
    ("settings.revert", Action::SettingsChange),
    ("settings.import.apply", Action::SettingsChange),
    ("settings.import.cancel", Action::SettingsChange),
    ("audit list",          Action::AuditRead),
    ("audit.newer",         Action::AuditRead),
    ("audit.older",         Action::AuditRead),
    ("audit stats",         Action::AuditRead),
    ("audit export",        Action::AuditExport),
    ("audit verify",        Action::AuditVerify),
    ("club analyze",        Action::ClubAnalyze),
    ("Analyze club roster", Action::ClubAnalyze),
    ("club.save",           Action::ClubDecide),
    ("club.discard",        Action::ClubDecide),
    ("club.review.save",    Action::ClubDecide),
    ("club.review.approve", Action::ClubApprove),
    ("club.review.page",    Action::ClubRead),
    ("club.review.metric",  Action::ClubRead),
    ("club.review.who",     Action::ClubDecide),
    ("club.review.fix",     Action::ClubDecide),
    ("club.review.fix.submit", Action::ClubDecide),
    ("club show",           Action::ClubRead),
    ("club.page",           Action::ClubRead),
    ("club list",           Action::ClubRead),
    ("club.list.newer",     Action::ClubRead),
    ("club.list.older",     Action::ClubRead),
    ("club rename",         Action::ClubChange),
    ("club.rename.submit",  Action::ClubChange),
    ("club delete",         Action::ClubChange),
    ("club.delete.confirm", Action::ClubChange),
    ("club.delete.keep",    Action::ClubChange),
    ("club stats",          Action::ClubRead),
    ("club leaderboard",    Action::ClubRead),
    ("club.leaderboard.page", Action::ClubRead),
    ("club movers",         Action::ClubRead),
    ("club.movers.page",    Action::ClubRead),
    ("club member",         Action::ClubRead),
    ("club.member.page",    Action::ClubRead),
    ("club compare",        Action::ClubRead),
    ("club chart",          Action::ClubRead),
    ("club search",         Action::ClubRead),
    ("club export",         Action::ClubExport),
    ("club me",             Action::ClubRead),
    ("club.me.confirm",     Action::ClubConfirm),
    ("club.me.unlink",      Action::ClubRead),
    ("club-admin aliases list",             Action::ClubManage),
    ("club-admin.aliases.page",             Action::ClubManage),
    ("club-admin aliases add",              Action::ClubManage),
    ("club-admin aliases remove",           Action::ClubManage),
    ("club-admin corrections set",          Action::ClubManage),
    ("club-admin corrections list",         Action::ClubManage),
    ("club-admin.corrections.newer",        Action::ClubManage),
    ("club-admin.corrections.older",        Action::ClubManage),
    ("club-admin corrections remove",       Action::ClubManage),
    ("club-admin members merge",            Action::ClubManage),
    ("club-admin.members.merge.confirm",    Action::ClubManage),
    ("club-admin.members.keep",             Action::ClubManage),
    ("club-admin members rename",           Action::ClubManage),
    ("club-admin members unlink",           Action::ClubManage),
    ("club-admin rollback",                 Action::ClubManage),
    ("club-admin.rollback.confirm",         Action::ClubManage),
    ("club-admin.rollback.keep",            Action::ClubManage),
    ("club-admin.rollback.undo",            Action::ClubManage),
    ("club-admin import",                   Action::ClubManage),
    ("club-admin.import.confirm",           Action::ClubManage),
    ("club-admin.import.cancel",            Action::ClubManage),
    ("club-admin.import.approve",           Action::ClubApprove),
    ("club-admin.import.undo",              Action::ClubManage),
    ("club-admin guards show",              Action::ClubManage),
    ("club-admin guards set",               Action::ClubManage),
    ("club-admin week show",                Action::ClubManage),
    ("club-admin week set",                 Action::ClubManage),
    ("club-admin alerts show",              Action::ClubManage),
    ("club-admin alerts set",               Action::ClubManage),
    ("club-admin alerts off",               Action::ClubManage),
    ("conversations list",                    Action::ConversationUse),
    ("conversations.list.newer",              Action::ConversationUse),
    ("conversations.list.older",              Action::ConversationUse),
    ("conversations.list.all",                Action::ConversationUse),
    ("conversations open",                    Action::ConversationUse),
    ("conversations.open.pick",               Action::ConversationUse),
    ("conversations.open.show",               Action::ConversationUse),
    ("conversations.open.newer",              Action::ConversationUse),
    ("conversations.open.older",              Action::ConversationUse),
    ("conversations rename",                  Action::ConversationUse),
    ("conversations.rename.ask",              Action::ConversationUse),
    ("conversations.rename.submit",           Action::ConversationUse),
    ("conversations search",                  Action::ConversationUse),
    ("found.newer",                           Action::ConversationUse),
    ("found.older",                           Action::ConversationUse),
    ("conversations export",                  Action::ConversationUse),
    ("conversations.export.begin",            Action::ConversationUse),
    ("conversations.export.next",             Action::ConversationUse),
    ("conversations delete",                  Action::ConversationUse),
    ("conversations.delete.ask",              Action::ConversationUse),
    ("conversations.delete.confirm",          Action::ConversationUse),
    ("conversations.delete.keep",             Action::ConversationUse),
    ("conversations.continue",                Action::ConversationUse),
    // Where and for whom there is chat, and whose an answer is, the rules of the chat ask.
    ("chat",                Action::ChatUse),
    ("Ask Slimy",           Action::ChatUse),
    ("chat-info",           Action::ChatUse),
    ("chat-usage",          Action::ChatUse),
    ("chat.stop",           Action::ChatPress),
    ("chat.again",          Action::ChatPress),
    ("chat.new",            Action::ChatPress),
    ("chat.alternative",    Action::ChatPress),
    ("privacy show",            Action::OwnData),
    ("privacy export",          Action::OwnData),
    ("privacy delete",          Action::OwnData),
    ("privacy.delete.ask",      Action::OwnData),
    ("privacy.delete.submit",   Action::OwnData),
    ("privacy.delete.keep",     Action::OwnData),
    ("guild-data export",          Action::GuildDataExport),
    ("guild-data delete",          Action::GuildDataDelete),
    ("guild-data.delete.ask",      Action::GuildDataDelete),
    ("guild-data.delete.submit",   Action::GuildDataDelete),
    ("chat.unkept.stop",    Action::ChatPress),
    ("privacy consent",         Action::OwnData),
    ("privacy.consent.about",   Action::OwnData),
    ("privacy.consent.decide",  Action::OwnData),
    ("privacy.consent.forget",  Action::OwnData),
];

/// Every option that is completed while somebody types, with what is done by seeing the choices.
#[rustfmt::skip]
const COMPLETIONS: &[(&str, &str, Action)] = &[
    ("help", "command", Action::Help),
    ("settings get", "key", Action::SettingsChange),
    ("settings set", "key", Action::SettingsChange),
    ("settings set", "value", Action::SettingsChange),
    ("settings reset", "key", Action::SettingsChange),
    ("audit list", "action", Action::AuditRead),
    ("audit list", "resource", Action::AuditRead),
    ("audit list", "from", Action::AuditRead),
    ("audit list", "to", Action::AuditRead),
    ("audit stats", "action", Action::AuditRead),
    ("audit export", "action", Action::AuditRead),
    ("audit export", "resource", Action::AuditRead),
    ("audit export", "from", Action::AuditRead),
    ("audit export", "to", Action::AuditRead),
    ("club show", "analysis", Action::ClubRead),
    ("club rename", "analysis", Action::ClubChange),
    ("club delete", "analysis", Action::ClubChange),
    ("club stats", "week", Action::ClubRead),
    ("club leaderboard", "week", Action::ClubRead),
    ("club member", "name", Action::ClubRead),
    ("club me", "name", Action::ClubRead),
    ("club compare", "from", Action::ClubRead),
    ("club compare", "to", Action::ClubRead),
    ("club chart", "week", Action::ClubRead),
    ("club-admin aliases add", "member", Action::ClubManage),
    ("club-admin aliases remove", "alias", Action::ClubManage),
    ("club-admin corrections set", "member", Action::ClubManage),
    ("club-admin corrections set", "week", Action::ClubManage),
    ("club-admin corrections remove", "correction", Action::ClubManage),
    ("club-admin members merge", "keep", Action::ClubManage),
    ("club-admin members merge", "other", Action::ClubManage),
    ("club-admin members rename", "member", Action::ClubManage),
    ("club-admin members unlink", "member", Action::ClubManage),
    ("club-admin rollback", "week", Action::ClubManage),
    ("club-admin week set", "timezone", Action::ClubManage),
    ("conversations open", "conversation", Action::ConversationUse),
    ("conversations rename", "conversation", Action::ConversationUse),
    ("conversations export", "conversation", Action::ConversationUse),
    ("conversations delete", "conversation", Action::ConversationUse),
];

/// What the tests of the frame try.
#[cfg(test)]
#[rustfmt::skip]
const TRIED: &[(&str, Action)] = &[
    ("export",        Action::Help),
    ("choose",        Action::Help),
    ("slow",          Action::Help),
    ("secret",        Action::Help),
    ("restricted",    Action::SettingsChange),
    ("test.turn",     Action::Help),
    ("test.pick",     Action::Help),
    ("test.users",    Action::Help),
    ("test.roles",    Action::Help),
    ("test.channels", Action::Help),
    ("test.ask",      Action::Help),
    ("test.tell",     Action::Help),
    ("test.refuse",   Action::Help),
    ("test.openly",   Action::Help),
];
#[cfg(not(test))]
const TRIED: &[(&str, Action)] = &[];

/// What is done with `name`; none for what is not in the table.
pub fn action(name: &str) -> Option<Action> {
    let found = TABLE
        .iter()
        .chain(TRIED)
        .find(|(listed, _)| *listed == name);
    found.map(|(_, action)| *action)
}

/// Refuses an actor who cannot have any business with `name` where they are.
pub(crate) async fn guard(services: &Services, actor: &Actor, name: &str) -> Result<(), Error> {
    match action(name) {
        Some(action) => Ok(rights::check_here(services, actor, action).await?),
        None => Err(Error::Unlisted(name.to_owned())),
    }
}

/// Refuses an actor who may not see what there is to choose from in an option. Nobody completes for
/// a command that is not theirs.
pub(crate) async fn guard_completion(
    services: &Services,
    actor: &Actor,
    command: &str,
    option: &str,
) -> Result<(), Error> {
    let found = COMPLETIONS
        .iter()
        .find(|(listed, of, _)| *listed == command && *of == option);
    let Some((.., action)) = found else {
        return Err(Error::Unlisted(format!("{command} {option}")));
    };
    guard(services, actor, command).await?;
    Ok(rights::check_here(services, actor, *action).await?)
}

/// The names of all commands.
#[cfg(test)]
pub(crate) fn commands() -> std::collections::BTreeSet<String> {
    let controls: Vec<&str> = crate::component::names().collect();
    let is_command = |name: &&str| !controls.contains(name);
    names().filter(is_command).map(str::to_owned).collect()
}

/// The names of all commands and controls.
#[cfg(test)]
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|(name, _)| *name)
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
        let missing: Vec<_> = names.iter().filter(|name| action(name).is_none()).collect();
        assert!(missing.is_empty(), "without an entry: {missing:?}");
        assert_eq!(
            listed, names,
            "an entry is double, or for something that is not there"
        );
    }

    /// Each option that is completed, with its command's name.
    fn completed(command: &Command, above: &str, found: &mut Vec<(String, String)>) {
        let name = format!("{above}{}", command.name);
        for sub in &command.subcommands {
            completed(sub, &format!("{name} "), found);
        }
        for parameter in &command.parameters {
            if parameter.autocomplete_callback.is_some() {
                found.push((name.clone(), parameter.name.clone().into_owned()));
            }
        }
    }

    #[test]
    fn the_table_lists_every_completion_once_and_nothing_else() {
        let mut found = Vec::new();
        for command in all() {
            completed(&command, "", &mut found);
        }
        let line = |(command, option, _): &(&str, &str, Action)| {
            ((*command).to_owned(), (*option).to_owned())
        };
        let mut listed: Vec<_> = COMPLETIONS.iter().map(line).collect();
        found.sort_unstable();
        listed.sort_unstable();
        assert_eq!(listed, found);
    }

    #[test]
    fn nobody_completes_for_a_command_that_takes_more() {
        for (command, option, of_option) in COMPLETIONS {
            let of_command = action(command).map(Action::standings);
            assert_eq!(
                of_command,
                Some(of_option.standings()),
                "{command} {option}"
            );
        }
    }

    #[test]
    fn the_audit_log_tells_all_of_them_apart() {
        let action = |(name, _): &(&str, Action)| slimy_domain::audit::command_action(name);
        let actions: BTreeSet<String> = TABLE.iter().map(action).collect();
        assert_eq!(actions.len(), TABLE.len());
    }
}
