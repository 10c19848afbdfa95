//! Permission bits and who has them.

use crate::clock::Id;
use crate::state::Guild;

/// "Manage Server".
pub(crate) const MANAGE_GUILD: u64 = 1 << 5;
/// May do everything.
pub(crate) const ADMINISTRATOR: u64 = 1 << 3;
/// What a fresh guild lets everyone do: view, send, embed, attach, read history, use commands, …
pub(crate) const EVERYONE: u64 = 0x0002_0880_3ECF_8640;
/// All bits that Discord knows today.
const ALL: u64 = (1 << 53) - 1;

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
