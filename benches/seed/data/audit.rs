//! The audit log: what people used, and what changed by it.

use anyhow::Result;
use fastrand::Rng;

use crate::Progress;
use crate::cell::{Cell, Table};
use crate::known::key;
use crate::sink::Sink;
use crate::world::{World, at, snowflake};

const ENTRY: Table = Table {
    name: "audit_logs",
    columns: &[
        "id",
        "user_id",
        "guild_id",
        "action",
        "resource_type",
        "resource_id",
        "details",
        "ip_address",
        "user_agent",
        "session_id",
        "request_id",
        "\"timestamp\"",
        "success",
        "error_message",
    ],
};

/// Of a thousand entries: how many, which action, on which resource.
const ACTIONS: &[(u32, &str, &str)] = &[
    (190, "command.status", "command"),
    (170, "command.club.show", "command"),
    (120, "command.club.list", "command"),
    (75, "command.club.analyze", "command"),
    (130, "command.chat", "command"),
    (30, "command.help", "command"),
    (25, "command.club.search", "command"),
    (130, "chat.message", "chat_message"),
    (20, "chat.conversation.create", "chat_conversation"),
    (5, "chat.conversation.delete", "chat_conversation"),
    (35, "club.analysis.draft", "club_analysis"),
    (28, "club.analysis.save", "club_analysis"),
    (6, "club.analysis.discard", "club_analysis"),
    (10, "club.image.reject", "attachment"),
    (5, "user.create", "user"),
    (3, "guild.settings.update", "guild"),
    (10, "session.create", "session"),
    (7, "session.delete", "session"),
    (1, "data.export", "user"),
];

const FAILURES: &[&str] = &[
    "Only a club manager can do this",
    "The screenshot could not be read",
    "Discord did not answer in time",
    "There is no such analysis",
];

pub(super) async fn entries(
    world: &World,
    sink: &mut Sink,
    progress: &mut impl Progress,
) -> Result<()> {
    progress.begin("audit entries", world.amounts.audit);
    sink.begin(ENTRY).await?;
    for entry in all(world) {
        sink.row(entry).await?;
        progress.advance(1);
    }
    sink.end().await
}

/// The cells of every entry, the same ones each time.
pub(super) fn all(world: &World) -> impl Iterator<Item = Vec<Cell>> {
    let mut random = Rng::with_seed(4);
    let actions = by_frequency();
    (0..world.amounts.audit).map(move |number| entry(world, &mut random, &actions, number))
}

/// A list in which each action stands as often as it is used.
fn by_frequency() -> Vec<(&'static str, &'static str)> {
    let repeated = |&(times, action, resource): &(u32, _, _)| {
        std::iter::repeat_n((action, resource), usize::try_from(times).unwrap_or(0))
    };
    ACTIONS.iter().flat_map(repeated).collect()
}

fn entry(
    world: &World,
    random: &mut Rng,
    actions: &[(&'static str, &'static str)],
    number: u64,
) -> Vec<Cell> {
    let time = at(number, world.amounts.audit);
    let guild = world.guild(random);
    let user = world.active_member(random, guild, u64::MAX);
    let (action, resource_type) = random
        .choice(actions)
        .copied()
        .unwrap_or(("command.status", "command"));
    let request = snowflake(time, number);
    let resource = match resource_type {
        "command" => request.clone(),
        "guild" => World::guild_key(guild),
        "user" => World::user_key(user),
        // One is drafted and then saved, so several entries are about the same.
        _ => key(time, number / 3),
    };
    let details =
        (action == "guild.settings.update" || action.starts_with("club.analysis")).then(|| {
            format!(
                r#"{{"images": {}, "members": {}}}"#,
                random.u32(1..=10),
                random.u32(5..=55)
            )
        });
    // What the dashboard does has a session, what Discord does has none.
    let session = resource_type == "session";
    // Four of a hundred.
    let failure =
        (random.u32(0..25) == 0).then(|| random.choice(FAILURES).copied().unwrap_or_default());
    // Some happen in direct messages.
    let direct = random.u32(0..33) == 0;
    vec![
        key(time, number).into(),
        World::user_key(user).into(),
        (!direct).then(|| World::guild_key(guild)).into(),
        action.into(),
        resource_type.into(),
        resource.into(),
        details.into(),
        session.then(|| format!("192.0.2.{}", random.u8(..))).into(),
        session
            .then_some("Mozilla/5.0 (X11; Linux x86_64; rv:140.0)")
            .into(),
        session.then(|| key(time, user)).into(),
        request.into(),
        Cell::Time(time),
        failure.is_none().into(),
        failure.into(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_actions_share_a_thousand() {
        assert_eq!(by_frequency().len(), 1_000);
    }
}
