//! Who may use what: every command that is registered, as everybody who there is.

use std::collections::BTreeSet;

use discord_standin::Member;
use serde_json::Value;
use slimy_domain::rights::{Action, Scope, Standing};
use slimy_store::{
    PageRequest,
    audit::{self, AuditEntry, AuditFilter},
    guilds, members, on_both_engines, users,
};

use crate::bot::Scene;

/// What somebody is where they ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Host,
    Owner,
    Admin,
    Manager,
    Member,
    /// At home in another server; in this one they are nobody and never come.
    Stranger,
    Direct,
}

impl Role {
    /// Whether the table lets them, if only for something of their own.
    fn may(self, action: Action) -> bool {
        let is_in_guild = self != Self::Direct;
        if action.scope() == Scope::Guild && !is_in_guild {
            return false;
        }
        action.standings().iter().any(|standing| match standing {
            Standing::Host => self == Self::Host,
            // Who owns the server manages its messages, too.
            Standing::Owner | Standing::Moderator => self == Self::Owner,
            Standing::Admin => matches!(self, Self::Owner | Self::Admin),
            Standing::Manager => matches!(self, Self::Owner | Self::Admin | Self::Manager),
            Standing::Creator | Standing::Anybody => true,
            Standing::Member => is_in_guild,
        })
    }
}

/// A command as it can be used: its words, and what has to be filled in.
struct Usable {
    /// As the tables have it: "club show".
    name: String,
    required: Vec<Value>,
    is_menu: bool,
    /// Offered in direct messages.
    is_direct: bool,
}

/// All that is registered.
fn registered(scene: &Scene) -> Vec<Usable> {
    let mut all = Vec::new();
    for command in scene.discord.global_commands() {
        let is_direct = command["contexts"]
            .as_array()
            .is_some_and(|places| places.contains(&1.into()));
        add(&command, "", is_direct, &mut all);
    }
    all
}

fn add(command: &Value, above: &str, is_direct: bool, all: &mut Vec<Usable>) {
    let name = format!("{above}{}", command["name"].as_str().unwrap());
    let options = command["options"].as_array().cloned().unwrap_or_default();
    let (subs, options): (Vec<Value>, Vec<Value>) = options
        .into_iter()
        .partition(|option| matches!(option["type"].as_u64(), Some(1 | 2)));
    for sub in &subs {
        add(sub, &format!("{name} "), is_direct, all);
    }
    if subs.is_empty() {
        all.push(Usable {
            name,
            required: options
                .into_iter()
                .filter(|option| option["required"] == true)
                .collect(),
            is_menu: above.is_empty() && command["type"] == 3,
            is_direct,
        });
    }
}

/// Uses it with as little as it takes, and nothing that there is.
async fn uses(scene: &Scene, who: &Member, command: &Usable) -> String {
    if command.is_menu {
        let message = scene
            .guild
            .posts(who, "Hello", [("note.txt", b"Hello".to_vec())]);
        return who
            .uses_menu(&command.name, &message)
            .interaction_id()
            .to_string();
    }
    let mut typed = who.types(&format!("/{}", command.name));
    for option in &command.required {
        let name = option["name"].as_str().unwrap();
        let choice = option["choices"][0]["name"].as_str();
        typed = match (option["type"].as_u64(), choice) {
            (_, Some(choice)) => typed.option(name, choice),
            (Some(4 | 10), _) => typed.option(name, option["min_value"].as_i64().unwrap_or(1)),
            (Some(5), _) => typed.option(name, "false"),
            (Some(6 | 9), _) => typed.option(name, who.name()),
            (Some(7), _) => typed.option(name, "general"),
            (Some(8), _) => typed.option(name, "Snails"),
            (Some(11), _) => typed.attach(name, "note.txt", b"Hello".to_vec()),
            _ => typed.option(name, "xxxx"),
        };
    }
    typed.send().await.interaction_id().to_string()
}

/// The entry that says what became of it.
async fn written(scene: &Scene, name: &str, request_id: &str) -> AuditEntry {
    let filter = AuditFilter {
        action: Some(slimy_domain::audit::command_action(name)),
        ..AuditFilter::default()
    };
    let look = || async {
        let page = audit::list(&scene.test.db, &filter, &PageRequest::first(20))
            .await
            .unwrap();
        page.items
            .into_iter()
            .find(|entry| entry.request_id.as_deref() == Some(request_id))
    };
    scene.eventually(name, look).await
}

/// Says to the server that who holds the role of max manages the club.
async fn appoints(scene: &Scene, max: &Member) {
    max.types("/status").send().await.sees("Slimy is up").await;
    let db = &scene.test.db;
    let guild = guilds::find_by_discord_id(db, &scene.guild.id().to_string())
        .await
        .unwrap()
        .unwrap();
    let user = users::find_by_discord_id(db, &max.id().to_string())
        .await
        .unwrap()
        .unwrap();
    let member = members::find(db, &user.id, &guild.id)
        .await
        .unwrap()
        .unwrap();
    let role = format!("<@&{}>", member.roles[0]);
    let set = scene
        .ana
        .types("/settings set")
        .option("key", "club.managerRoles");
    set.option("value", role).send().await.arrives().await;
}

on_both_engines! {
    async fn each_command_is_refused_or_not_as_the_table_says(test: TestDb) {
        let scene = Scene::set(test).await;
        let elsewhere = scene.discord.guild("Elsewhere");
        let max = scene.guild.member("max").role("Snails");
        appoints(&scene, &max).await;
        // Roles are a server's own: this one says nothing of the club elsewhere.
        let eve = elsewhere.member("eve").role("Snails");
        let cast = [
            (Role::Host, scene.guild.member("host").role("Snails-to-be")),
            (Role::Owner, scene.guild.owner()),
            (Role::Admin, scene.ana.clone()),
            (Role::Manager, max),
            (Role::Member, scene.bob.clone()),
            (Role::Stranger, eve),
            (Role::Direct, scene.bob.in_direct_messages()),
        ];
        let commands = registered(&scene);
        assert!(commands.len() > 50, "{}", commands.len());
        let mut wrong = BTreeSet::new();
        for command in &commands {
            let action = slimy_commands::action(&command.name).expect("it is in the table");
            assert_eq!(command.is_direct, action.scope() == Scope::Anywhere, "{}", command.name);
            for (role, who) in &cast {
                if command.is_menu && matches!(role, Role::Direct | Role::Stranger) {
                    // The message of a menu has to be where they are.
                    continue;
                }
                if *role == Role::Direct && !command.is_direct {
                    continue;
                }
                let request_id = uses(&scene, who, command).await;
                let entry = written(&scene, &command.name, &request_id).await;
                let fault = entry.error_message.as_deref();
                let is_refused = matches!(fault, Some("forbidden" | "not_in_guild"));
                if is_refused == role.may(action) {
                    wrong.insert(format!("{} as {role:?}: {fault:?}", command.name));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    async fn discord_offers_nobody_what_they_may_not_use(test: TestDb) {
        let scene = Scene::set(test).await;
        for command in scene.discord.global_commands() {
            let needed = command["default_member_permissions"].as_str();
            let expected = match command["name"].as_str().unwrap() {
                "settings" | "audit" => Some("32"),
                "guild-data" => Some("8"),
                _ => None,
            };
            assert_eq!(needed, expected, "{}", command["name"]);
            assert_eq!(command["integration_types"], serde_json::json!([0]), "{}", command["name"]);
        }
    }
}
