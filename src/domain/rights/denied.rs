//! What somebody is told who may not.

/// Why somebody may not do what has no refusal of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// The audit log is for admins.
    #[error("Only people with the Manage Server permission can use the audit log.")]
    Audit,
    /// What is stored of a guild is its owner's.
    #[error("Only the owner of this server can export or delete its data.")]
    GuildData,
    /// It belongs to somebody else.
    #[error("That belongs to somebody else: only they can use it.")]
    NotYours,
    /// For those who run the bot.
    #[error("Only the bot's hosts can see this.")]
    Host,
    /// Not in this place.
    #[error("You cannot use this here.")]
    Here,
}
