//! Where and to whom Discord offers the commands: as the tables of rights say, so that nobody is
//! shown what they will be refused. Discord is never trusted alone: a server's admins can offer a
//! command to others, and who uses it is asked for each time.

use poise::serenity_prelude::{
    CommandOptionType, InstallationContext, InteractionContext, Permissions,
};
use slimy_domain::rights::{Action, Scope, Standing};

use crate::{Command, limits::OPTION, rights};

/// `commands` with Discord's own permissions, and the places where they are.
pub(crate) fn offered(mut commands: Vec<Command>) -> Vec<Command> {
    for command in &mut commands {
        let mut actions = Vec::new();
        collect(command, "", &mut actions);
        let is_of_guilds = actions.iter().all(|action| action.scope() == Scope::Guild);
        command.default_member_permissions = permissions(&actions);
        command.install_context = Some(vec![InstallationContext::Guild]);
        command.interaction_context = Some(if is_of_guilds {
            vec![InteractionContext::Guild]
        } else {
            vec![InteractionContext::Guild, InteractionContext::BotDm]
        });
        in_guilds_only(command, is_of_guilds);
        bound(command);
    }
    commands
}

/// What is done with the command and all below it. Nobody is offered what is not in the table.
fn collect(command: &Command, above: &str, actions: &mut Vec<Action>) {
    let path = format!("{above}{}", command.name);
    let menu = command.context_menu_name.as_deref();
    let name = menu.unwrap_or(&path);
    if command.subcommands.is_empty() {
        actions.extend(rights::action(name));
    }
    let below = format!("{path} ");
    for sub in &command.subcommands {
        collect(sub, &below, actions);
    }
}

/// What Discord asks of a person before it offers the command; nothing where a club manager's role,
/// which Discord does not know, is enough for some of it.
fn permissions(actions: &[Action]) -> Permissions {
    let all = |allowed: &[Standing]| {
        let is_allowed = |standing: &Standing| allowed.contains(standing);
        let mut standings = actions.iter().flat_map(|action| action.standings());
        !actions.is_empty() && standings.all(is_allowed)
    };
    if all(&[Standing::Owner]) {
        // Discord has no permission that only the owner holds; theirs are all.
        Permissions::ADMINISTRATOR
    } else if all(&[Standing::Owner, Standing::Admin]) {
        Permissions::MANAGE_GUILD
    } else {
        Permissions::empty()
    }
}

/// poise asks this of what is used, and that is the subcommand.
fn in_guilds_only(command: &mut Command, is_so: bool) {
    command.guild_only = is_so;
    for sub in &mut command.subcommands {
        in_guilds_only(sub, is_so);
    }
}

/// Lets nobody give more text for a completed option than a choice can hold, where it does not say
/// how much it takes.
fn bound(command: &mut Command) {
    for parameter in &mut command.parameters {
        let option = parameter.create_as_slash_command_option();
        let json = option.and_then(|option| serde_json::to_value(option).ok());
        let is_open = json.is_some_and(|json| {
            json["type"] == u8::from(CommandOptionType::String) && json["max_length"].is_null()
        });
        if is_open && parameter.autocomplete_callback.is_some() {
            parameter.type_setter = Some(|option| {
                let most = u16::try_from(OPTION).unwrap_or(u16::MAX);
                option.kind(CommandOptionType::String).max_length(most)
            });
        }
    }
    command.subcommands.iter_mut().for_each(bound);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_to_be_what_is_offered_the_command_for_it() {
        assert_eq!(
            permissions(&[Action::SettingsChange]),
            Permissions::MANAGE_GUILD
        );
        let both = [Action::AuditRead, Action::AuditVerify];
        assert_eq!(permissions(&both), Permissions::MANAGE_GUILD);
        let owner = [Action::GuildDataExport, Action::GuildDataDelete];
        assert_eq!(permissions(&owner), Permissions::ADMINISTRATOR);
        for open in [
            &[Action::ClubManage][..],
            &[Action::Help],
            &[Action::SettingsChange, Action::ClubRead],
        ] {
            assert_eq!(permissions(open), Permissions::empty(), "{open:?}");
        }
    }

    fn check_bounds(option: &serde_json::Value, path: &str) {
        let path = format!("{path} {}", option["name"]);
        for sub in option["options"].as_array().into_iter().flatten() {
            check_bounds(sub, &path);
        }
        let has_choices = option["choices"]
            .as_array()
            .is_some_and(|all| !all.is_empty());
        match option["type"].as_u64() {
            Some(3) if !has_choices => assert!(option["max_length"].is_u64(), "{path}"),
            Some(4 | 10) if !has_choices => {
                let bounds = [&option["min_value"], &option["max_value"]];
                assert!(bounds.iter().all(|bound| bound.is_number()), "{path}");
            }
            _ => {}
        }
    }

    #[test]
    fn every_text_and_number_that_can_be_given_has_a_most() {
        let registered = serde_json::to_value(crate::registered(&crate::all())).unwrap();
        for command in registered.as_array().unwrap() {
            for option in command["options"].as_array().into_iter().flatten() {
                check_bounds(option, command["name"].as_str().unwrap());
            }
        }
    }

    #[test]
    fn what_is_a_guilds_is_not_offered_in_direct_messages() {
        for command in crate::all() {
            let places = command.interaction_context.clone().unwrap_or_default();
            let mut actions = Vec::new();
            collect(&command, "", &mut actions);
            assert!(!actions.is_empty(), "{}", command.name);
            let is_anywhere = actions.iter().any(|one| one.scope() == Scope::Anywhere);
            let is_offered = places.contains(&InteractionContext::BotDm);
            assert_eq!(is_anywhere, is_offered, "{}", command.name);
            assert!(
                places.contains(&InteractionContext::Guild),
                "{}",
                command.name
            );
        }
    }
}
