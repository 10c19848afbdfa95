//! Everything that can be used, by everybody who there is.

use slimy_domain::{
    rights::{Action, Actor, Membership},
    settings,
};
use slimy_store::{
    Id,
    guilds::{self, NewGuild},
    on_both_engines,
    users::{self, NewUser},
};
use tempfile::TempDir;

use super::*;
use crate::frame;

/// What somebody is where they ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Host,
    Owner,
    Admin,
    Manager,
    Moderator,
    /// Also whoever made a thing: that it is theirs only the rules know.
    Member,
    /// With the role of the club's managers, which says nothing in their own server.
    Stranger,
    Direct,
}

use Role::{Admin, Direct, Host, Manager, Member, Moderator, Owner, Stranger};

const ALL: [Role; 8] = [
    Host, Owner, Admin, Manager, Moderator, Member, Stranger, Direct,
];

/// Who passes the table, said once more by hand.
fn expected(action: Action) -> &'static [Role] {
    match action {
        Action::ClubAnalyze
        | Action::ClubDecide
        | Action::ClubApprove
        | Action::ClubExport
        | Action::ClubConfirm
        | Action::ClubManage => &[Owner, Admin, Manager],
        // What is theirs to change is found out when it is known.
        Action::ClubRead | Action::ClubChange => {
            &[Host, Owner, Admin, Manager, Moderator, Member, Stranger]
        }
        Action::SettingsChange | Action::AuditRead | Action::AuditExport | Action::AuditVerify => {
            &[Owner, Admin]
        }
        Action::GuildDataExport | Action::GuildDataDelete => &[Owner],
        Action::HostStatus => &[Host],
        Action::OwnData
        | Action::ConversationUse
        | Action::ChatUse
        | Action::ChatPress
        | Action::Help
        | Action::Status => &ALL,
    }
}

async fn guild(services: &Services, discord_id: &str) -> Id {
    let new = NewGuild {
        discord_id: discord_id.to_owned(),
        name: "Slimy Club".to_owned(),
    };
    let guild = guilds::upsert(&services.db, new, services.now()).await;
    guild.expect("it is written").row.id
}

fn actor(role: Role, user_id: &Id, home: &Id, elsewhere: &Id) -> Actor {
    let guild_id = match role {
        Direct => None,
        Stranger => Some(elsewhere),
        _ => Some(home),
    };
    let membership = guild_id.map(|guild_id| Membership {
        guild_id: guild_id.clone(),
        roles: if matches!(role, Manager | Stranger) {
            vec!["7".to_owned()]
        } else {
            Vec::new()
        },
        is_owner: role == Owner,
        manage_guild: role == Admin,
        manage_messages: role == Moderator,
    });
    Actor {
        user_id: user_id.clone(),
        membership,
        is_host: role == Host,
        request_id: "33".to_owned(),
    }
}

on_both_engines! {
    async fn each_command_control_and_completion_is_for_whom_the_table_says(test: TestDb) {
        let journal = TempDir::new().expect("a temporary directory");
        let services = frame::services(&test, &journal);
        let (home, elsewhere) = (guild(&services, "22").await, guild(&services, "23").await);
        let new = NewUser {
            discord_id: "11".to_owned(),
            username: None,
            global_name: None,
            avatar: None,
        };
        let user = users::upsert(&services.db, new, services.now()).await.expect("it is written");
        let user_id = user.row.id;
        let admin = actor(Admin, &user_id, &home, &elsewhere);
        let patch = serde_json::json!({"club": {"managerRoles": ["7"]}});
        settings::update(&services, &admin, &patch).await.expect("it is set");
        for role in ALL {
            let actor = actor(role, &user_id, &home, &elsewhere);
            for (name, action) in TABLE {
                let may = guard(&services, &actor, name).await.is_ok();
                assert_eq!(may, expected(*action).contains(&role), "{name} as {role:?}");
            }
            for (command, option, action) in COMPLETIONS {
                let may = guard_completion(&services, &actor, command, option).await.is_ok();
                assert_eq!(may, expected(*action).contains(&role), "{command} {option} as {role:?}");
            }
            let unlisted = guard(&services, &actor, "no such command").await;
            assert!(unlisted.is_err(), "{role:?}");
            assert!(guard_completion(&services, &actor, "club show", "x").await.is_err());
        }
    }
}
