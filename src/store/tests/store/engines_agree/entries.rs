//! The audit log, and what takes rows away.

use slimy_store::audit::{self, AuditFilter, NewAuditEntry};
use slimy_store::{Id, Json};

use super::operations::Op;
use super::world::World;

#[derive(Debug, Clone, Copy)]
pub(super) enum Verb {
    Write,
    WriteAgain,
    List,
    ListBelow,
    Erase,
}

impl Verb {
    pub(super) const ALL: &[Self] = &[
        Self::Write,
        Self::Write,
        Self::Write,
        Self::WriteAgain,
        Self::List,
        Self::List,
        Self::ListBelow,
        Self::Erase,
    ];
}

const ACTIONS: [&str; 6] = [
    "club",
    "club.save",
    "Club.Save.Draft",
    "clubs/merge",
    "",
    "ÉTÉ",
];
const KINDS: [&str; 3] = ["user", "Club Analysis", "ß"];

pub(super) async fn perform(world: &mut World<'_>, verb: Verb, op: &Op) -> String {
    let db = world.db();
    match verb {
        Verb::Write => {
            let entries = entries(world, op);
            let done = audit::create_many(db, &entries).await;
            if done.is_ok() {
                world.entries.extend(entries);
            }
            world.say(&done)
        }
        Verb::WriteAgain => {
            let known = world
                .entries
                .get(op.a % world.entries.len().max(1))
                .cloned();
            let Some(known) = known else {
                return String::new();
            };
            let other = NewAuditEntry {
                action: "other".to_owned(),
                ..known
            };
            world.say(&audit::create(db, &other).await)
        }
        Verb::List | Verb::ListBelow => {
            let filter = filter(world, matches!(verb, Verb::ListBelow), op);
            let page = world.page(&op.page);
            world.say_page(&audit::list(db, &filter, &page).await)
        }
        Verb::Erase => {
            let user = world.user(op.a);
            world.say(&audit::erase_person(db, &user, op.at.time()).await)
        }
    }
}

/// Up to three that share what the operation says, of several actions.
fn entries(world: &World<'_>, op: &Op) -> Vec<NewAuditEntry> {
    let known = |ids: &[Id], number: usize| ids.get(number % (ids.len() + 1)).cloned();
    let of = |extra: usize| {
        let kind = KINDS[(op.b + extra) % KINDS.len()];
        let about_person = kind == "user" && op.other.is_none();
        NewAuditEntry {
            user_id: known(&world.users, op.a),
            guild_id: op.flag.map(|_| world.guild(op.b)),
            details: op.other.as_ref().map(|_| Json(op.document.clone())),
            ip_address: op.other.clone(),
            user_agent: op.other.clone(),
            session_id: op.other.clone(),
            request_id: op.other.clone(),
            success: op.flag != Some(false),
            error_message: op.other.clone(),
            resource_id: if about_person {
                world.user(op.a).to_string()
            } else {
                op.text.clone()
            },
            ..NewAuditEntry::new(
                ACTIONS[(op.a + extra) % ACTIONS.len()],
                kind,
                "",
                op.at.time(),
            )
        }
    };
    (0..op.n).map(of).collect()
}

/// Each argument decides whether one of the columns is asked for.
fn filter(world: &World<'_>, below: bool, op: &Op) -> AuditFilter {
    let action = Some(ACTIONS[op.a % ACTIONS.len()].to_owned());
    let ranged = op.until.0 > op.at.0;
    AuditFilter {
        guild_id: op.flag.map(|_| world.guild(op.b)),
        user_id: (op.a == 0).then(|| world.user(op.n)),
        action: action.clone().filter(|_| !below && op.b == 0),
        action_prefix: action.filter(|_| below),
        request_id: op.other.clone().filter(|_| op.n == 0),
        resource_type: (op.b == 1).then(|| KINDS[op.n % KINDS.len()].to_owned()),
        resource_id: (op.n == 2).then(|| op.text.clone()),
        success: op.flag.filter(|_| op.n > 1),
        from: ranged.then(|| op.at.time()),
        until: ranged.then(|| op.until.time()),
    }
}
