use super::*;
use crate::settings::ClubSettings;

/// Whoever asks, from whom most is withheld to whom least.
const PEOPLE: [(&str, Person); 9] = [
    (
        "stranger",
        Person {
            guild: Some("g2"),
            manages: true,
            owns: true,
            role: true,
            ..NOBODY
        },
    ),
    (
        "direct",
        Person {
            guild: None,
            ..NOBODY
        },
    ),
    (
        "direct host",
        Person {
            guild: None,
            hosts: true,
            ..NOBODY
        },
    ),
    ("member", NOBODY),
    (
        "creator",
        Person {
            creates: true,
            ..NOBODY
        },
    ),
    (
        "moderator",
        Person {
            moderates: true,
            ..NOBODY
        },
    ),
    (
        "manager",
        Person {
            role: true,
            ..NOBODY
        },
    ),
    (
        "admin",
        Person {
            manages: true,
            ..NOBODY
        },
    ),
    (
        "owner",
        Person {
            owns: true,
            ..NOBODY
        },
    ),
];

const NOBODY: Person = Person {
    guild: Some("g1"),
    hosts: false,
    owns: false,
    manages: false,
    moderates: false,
    role: false,
    creates: false,
};

#[derive(Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is what Discord says of a person"
)]
struct Person {
    guild: Option<&'static str>,
    hosts: bool,
    owns: bool,
    manages: bool,
    moderates: bool,
    role: bool,
    creates: bool,
}

impl Person {
    fn actor(self) -> Actor {
        Actor {
            user_id: Id::from(if self.creates { "maker" } else { "u1" }),
            membership: self.guild.map(|guild| Membership {
                guild_id: Id::from(guild),
                roles: self.role.then(|| "7".to_owned()).into_iter().collect(),
                is_owner: self.owns,
                manage_guild: self.manages,
                manage_messages: self.moderates,
            }),
            is_host: self.hosts,
            request_id: "1".to_owned(),
        }
    }
}

fn settings() -> GuildSettings {
    GuildSettings {
        club: ClubSettings {
            manager_roles: vec!["7".to_owned()],
            ..GuildSettings::default().club
        },
        ..GuildSettings::default()
    }
}

/// Who of [`PEOPLE`] may do what to a thing of the guild `g1` that the maker made.
fn matrix() -> Vec<String> {
    let (settings, guild_id, maker) = (settings(), Id::from("g1"), Id::from("maker"));
    let thing = Resource::of_guild(&guild_id, &settings).made_by(&maker);
    let line = |action: Action| {
        let may = |(_, person): &&(&str, Person)| may(&person.actor(), action, thing);
        let who: Vec<&str> = PEOPLE.iter().filter(may).map(|(name, _)| *name).collect();
        format!("{action:?}: {}", who.join(", "))
    };
    Action::all().map(line).collect()
}

#[test]
fn who_may_what() {
    let expected = [
        "ClubAnalyze: manager, admin, owner",
        "ClubDecide: manager, admin, owner",
        "ClubApprove: manager, admin, owner",
        "ClubRead: member, creator, moderator, manager, admin, owner",
        "ClubChange: creator, manager, admin, owner",
        "ClubExport: manager, admin, owner",
        "ClubConfirm: manager, admin, owner",
        "ClubManage: manager, admin, owner",
        "SettingsChange: admin, owner",
        "AuditRead: admin, owner",
        "AuditExport: admin, owner",
        "AuditVerify: admin, owner",
        "GuildDataExport: owner",
        "GuildDataDelete: owner",
        "OwnData: creator",
        "ConversationUse: creator",
        "ChatUse: stranger, direct, direct host, member, creator, moderator, manager, admin, owner",
        "ChatPress: creator, moderator",
        "Help: stranger, direct, direct host, member, creator, moderator, manager, admin, owner",
        "Status: stranger, direct, direct host, member, creator, moderator, manager, admin, owner",
        "HostStatus: direct host",
    ];
    assert_eq!(matrix(), expected);
}

#[test]
fn a_draft_is_decided_by_managers_and_not_by_its_maker_who_is_none_any_more() {
    let (settings, guild_id, maker) = (settings(), Id::from("g1"), Id::from("maker"));
    let draft = Resource::of_guild(&guild_id, &settings).made_by(&maker);
    let was = Person {
        creates: true,
        ..NOBODY
    };
    assert!(!may(&was.actor(), Action::ClubDecide, draft));
    let is = Person { role: true, ..was };
    assert!(may(&is.actor(), Action::ClubDecide, draft));
}

#[test]
fn nobody_reaches_into_another_guild() {
    let (settings, other, own) = (settings(), Id::from("g2"), Id::from("u1"));
    let elsewhere = Resource::of_guild(&other, &settings).made_by(&own);
    let all = Person {
        owns: true,
        manages: true,
        moderates: true,
        role: true,
        ..NOBODY
    };
    for action in Action::all().filter(|action| action.scope() == Scope::Guild) {
        assert!(!may(&all.actor(), action, elsewhere), "{action:?}");
    }
}

#[test]
fn a_private_answer_is_no_moderators() {
    let (guild_id, maker) = (Id::from("g1"), Id::from("maker"));
    let private = Resource::of_person(&maker);
    let moderator = Person {
        moderates: true,
        ..NOBODY
    }
    .actor();
    assert!(!may(&moderator, Action::ChatPress, private));
    let public = private.seen_in(&guild_id);
    assert!(may(&moderator, Action::ChatPress, public));
    let direct = Person {
        guild: None,
        creates: true,
        ..NOBODY
    }
    .actor();
    assert!(may(&direct, Action::ChatPress, public));
}

#[test]
fn a_host_is_told_that_a_guilds_data_is_its_owners() {
    let (settings, guild_id) = (settings(), Id::from("g1"));
    let guild = Resource::of_guild(&guild_id, &settings);
    let host = Person {
        hosts: true,
        manages: true,
        ..NOBODY
    }
    .actor();
    assert!(!may(&host, Action::GuildDataDelete, guild));
    let told = refusal(&host, Action::GuildDataDelete).to_string();
    assert_eq!(
        told,
        "Only the owner of this server can export or delete its data."
    );
    let direct = Person {
        guild: None,
        ..NOBODY
    }
    .actor();
    assert_eq!(
        refusal(&direct, Action::GuildDataDelete),
        UserError::NotInGuild
    );
}

#[test]
fn every_action_is_in_the_table_once() {
    let all: Vec<Action> = Action::all().collect();
    for action in &all {
        let lines = all.iter().filter(|other| *other == action).count();
        assert_eq!(lines, 1, "{action:?}");
        assert!(!action.standings().is_empty(), "{action:?} is nobody's");
    }
    // The last of them by its number says how many there are.
    assert_eq!(all.len(), Action::HostStatus as usize + 1);
}
