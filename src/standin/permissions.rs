//! Permission bits by Discord's numbers, and who has them where.

use crate::clock::Id;
use crate::state::{Channel, Guild, State};

/// May do everything.
pub const ADMINISTRATOR: u64 = 1 << 3;
/// "Manage Server".
pub const MANAGE_GUILD: u64 = 1 << 5;
/// May see a channel; without it nothing else is allowed there.
pub const VIEW_CHANNEL: u64 = 1 << 10;
/// May write into a channel.
pub const SEND_MESSAGES: u64 = 1 << 11;
/// May delete the messages of others.
pub const MANAGE_MESSAGES: u64 = 1 << 13;
/// May send embeds.
pub const EMBED_LINKS: u64 = 1 << 14;
/// May send files.
pub const ATTACH_FILES: u64 = 1 << 15;
/// May read what was written before.
pub const READ_MESSAGE_HISTORY: u64 = 1 << 16;
/// May mention everyone.
pub const MENTION_EVERYONE: u64 = 1 << 17;
/// May use the commands of bots.
pub const USE_APPLICATION_COMMANDS: u64 = 1 << 31;

/// What a fresh guild lets everyone do: the named ones, and invitations, reactions, voice, own
/// nickname, foreign emoji and stickers, threads, activities, polls.
pub(crate) const EVERYONE: u64 = VIEW_CHANNEL
    | SEND_MESSAGES
    | EMBED_LINKS
    | ATTACH_FILES
    | READ_MESSAGE_HISTORY
    | MENTION_EVERYONE
    | USE_APPLICATION_COMMANDS
    | 0x0002_08F9_0674_0241;
/// What everybody may do in direct messages.
const IN_DIRECT_MESSAGES: u64 = EVERYONE;
/// All bits that Discord knows today.
const ALL: u64 = (1 << 53) - 1;
/// What nobody may do who may not write.
const NEEDS_SENDING: u64 = MENTION_EVERYONE | EMBED_LINKS | ATTACH_FILES;

/// The permissions as Discord's settings name them; by its number what is not named here.
pub(crate) fn named(bits: u64) -> String {
    let known = [
        (ADMINISTRATOR, "Administrator"),
        (MANAGE_GUILD, "Manage Server"),
        (MANAGE_MESSAGES, "Manage Messages"),
    ];
    let mut rest = bits;
    let mut shown = Vec::new();
    for (bit, name) in known {
        if rest & bit != 0 {
            shown.push(name.to_owned());
            rest &= !bit;
        }
    }
    if rest != 0 {
        shown.push(format!("{rest:#x}"));
    }
    shown.join(", ")
}

/// What a member may do in a guild, without channel overwrites.
pub(crate) fn of_member(guild: &Guild, member: Id) -> u64 {
    if guild.owner == member {
        return ALL;
    }
    let roles = guild.members.get(&member);
    let granted = guild
        .roles
        .iter()
        .filter(|role| role.id == guild.id || roles.is_some_and(|mine| mine.contains(&role.id)))
        .fold(0, |bits, role| bits | role.permissions);
    if granted & ADMINISTRATOR == 0 {
        granted
    } else {
        ALL
    }
}

/// What somebody may do in a channel, in the order that Discord applies: the overwrite of everyone,
/// those of the roles together (an allowance wins), the member's own.
pub(crate) fn in_channel(state: &State, channel: &Channel, who: Id) -> u64 {
    let Some(guild) = state.guilds.get(&channel.guild) else {
        return IN_DIRECT_MESSAGES;
    };
    let Some(roles) = guild.members.get(&who) else {
        return 0;
    };
    let bits = of_member(guild, who);
    if bits & ADMINISTRATOR != 0 {
        return bits;
    }
    let steps: [&dyn Fn(Id, bool) -> bool; 3] = [
        &|target, is_role| is_role && target == guild.id,
        &|target, is_role| is_role && roles.contains(&target),
        &|target, is_role| !is_role && target == who,
    ];
    let bits = steps.iter().fold(bits, |bits, is_meant| {
        let meant = channel.overwrites.iter();
        let meant = meant.filter(|one| is_meant(one.target, one.is_role));
        let (allow, deny) = meant.fold((0, 0), |(allow, deny), one| {
            (allow | one.allow, deny | one.deny)
        });
        bits & !deny | allow
    });
    match bits {
        _ if bits & VIEW_CHANNEL == 0 => 0,
        _ if bits & SEND_MESSAGES == 0 => bits & !NEEDS_SENDING,
        _ => bits,
    }
}

/// Whether the bot sees what happens in a channel.
pub(crate) fn bot_sees(state: &State, channel: Id) -> bool {
    state
        .channels
        .get(&channel)
        .is_some_and(|channel| in_channel(state, channel, state.bot.id) & VIEW_CHANNEL != 0)
}
