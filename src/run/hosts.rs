//! Who runs the bot.

use poise::serenity_prelude::{
    self as serenity, Http, LightMethod, Request, Route, TeamMemberRole, UserId,
};
use serde::Deserialize;
use slimy_commands::Refusal;
use slimy_domain::rights::Hosts;

/// The application as far as this needs it. serenity 0.12.5's own type asks for a field of a team's
/// members that Discord no longer sends.
#[derive(Deserialize)]
struct Application {
    owner: Option<Account>,
    team: Option<Team>,
}

#[derive(Deserialize)]
struct Account {
    id: UserId,
}

#[derive(Deserialize)]
struct Team {
    owner_user_id: UserId,
    members: Vec<Member>,
}

#[derive(Deserialize)]
struct Member {
    membership_state: u8,
    role: TeamMemberRole,
    user: Account,
}

/// Discord's number for a member of a team who has accepted to be one, "Teams".
const ACCEPTED: u8 = 2;

/// Who the settings name, or else the application's owner, and of a team those who may change the
/// application. When Discord does not say who that is, nobody sees what only hosts do.
pub(super) async fn find(named: &[String], discord: &Http) -> Hosts {
    if !named.is_empty() {
        return named.iter().cloned().collect();
    }
    match ask(discord).await {
        Ok(application) => of(application),
        Err(error) => {
            let error = Refusal::from(&error);
            tracing::warn!(%error, "the application's owner is not known: set DISCORD_OWNER_IDS");
            Hosts::default()
        }
    }
}

async fn ask(discord: &Http) -> serenity::Result<Application> {
    let route = Route::Oauth2ApplicationCurrent;
    discord.fire(Request::new(route, LightMethod::Get)).await
}

/// Who was only asked to join a team is none, and neither is who may only look.
fn of(application: Application) -> Hosts {
    let Some(team) = application.team else {
        let owner = application.owner.into_iter();
        return owner.map(|owner| owner.id.to_string()).collect();
    };
    let may_change = |member: &Member| {
        let roles = [TeamMemberRole::Admin, TeamMemberRole::Developer];
        member.membership_state == ACCEPTED && roles.contains(&member.role)
    };
    let changing = team.members.into_iter().filter(may_change);
    let all = changing
        .map(|member| member.user.id)
        .chain([team.owner_user_id]);
    all.map(|id| id.to_string()).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn of_a_team_those_who_may_change_the_application_are_hosts() {
        let member = |id: &str, state: u8, role: &str| json!({"membership_state": state, "team_id": "9", "role": role, "user": {"id": id, "username": "x"}});
        let application = json!({
            "owner": {"id": "9", "username": "team9"},
            "team": {"id": "9", "name": "Slimes", "icon": null, "owner_user_id": "1", "members": [
                member("1", 2, "admin"), member("2", 2, "developer"), member("3", 2, "read_only"),
                member("4", 1, "admin"), member("5", 2, "of_another_day"),
            ]},
        });
        let hosts = of(serde_json::from_value(application).unwrap());
        assert_eq!(hosts, ["1", "2"].into_iter().collect());
    }

    #[test]
    fn without_a_team_the_owner_is_the_host() {
        let application = json!({"owner": {"id": "7", "username": "host"}, "team": null});
        let hosts = of(serde_json::from_value(application).unwrap());
        assert_eq!(hosts, ["7"].into_iter().collect());
    }
}
