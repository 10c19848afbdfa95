//! Every deadline and size limit of the store, in one place.

use std::time::Duration;

use crate::StoreError;

/// The most rows that one page may have.
pub const PAGE_SIZE: usize = 100;

/// The longest search term, in characters.
pub const SEARCH_TERM: usize = 100;

/// The most rows that one INSERT carries. At 14 columns that is 3,584 parameters,
/// below the 32,766 of SQLite and the 65,535 of PostgreSQL.
pub const ROWS_PER_STATEMENT: usize = 256;

/// The most images that one analysis may have: what four calls of the command take, since
/// later calls add to the same draft.
pub const IMAGES_PER_ANALYSIS: usize = 40;

/// The most member rows that one analysis may have. Full clubs in the known screenshots
/// have 55; what is nearly four times that is not one club.
pub const POWERS_PER_ANALYSIS: usize = 200;

/// The most members that a guild's club may ever have had. Full clubs have 55; of those who
/// come and go in ten years these are more than three a week.
pub const CLUB_MEMBERS: usize = 2_000;

/// The most other spellings that a guild may keep.
pub const CLUB_ALIASES: usize = 5_000;

/// The longest name of a member, in characters. The game's own are a fraction of it.
pub const CLUB_NAME: usize = 100;

/// The longest reason of a correction, in characters.
pub const CLUB_REASON: usize = 500;

/// The highest power that counts in sums: a thousand times the highest known ones, and with
/// [`CLUB_MEMBERS`] of them still a number of 64 bits.
pub const CLUB_POWER: i64 = 1_000_000_000_000_000;

/// The most snapshots of a history that are read at once: nineteen years of both metrics.
pub const CLUB_SNAPSHOTS: usize = 2_000;

/// The longest key of an alert, in characters.
pub const ALERT_KEY: usize = 200;

/// The most bytes of an alert's content as JSON text.
pub const ALERT_BYTES: usize = 64 * 1024;

/// The most characters that are kept of why an alert could not be posted.
pub const ALERT_ERROR: usize = 500;

/// The most bytes that a draft's preview may have as JSON text. One of
/// [`POWERS_PER_ANALYSIS`] members, 500 bytes each, has a tenth of it.
pub const DRAFT_BYTES: usize = 1024 * 1024;

/// The most bytes that a message of a conversation may have. People type 4,000
/// characters at most; what a model answers, and a text file that is asked about, is longer.
pub const MESSAGE_BYTES: usize = 1024 * 1024;

/// The most files that one message may have: four that are attached, and a message that is quoted.
pub const ATTACHMENTS_PER_MESSAGE: usize = 5;

/// The most bytes that a kept file may have. Pictures are made smaller before, texts cut.
pub const ATTACHMENT_BYTES: usize = 1024 * 1024;

/// How many files one statement deletes: at [`ATTACHMENT_BYTES`] each that is as much as a
/// disk takes in a tenth of a second.
pub const ATTACHMENTS_AT_ONCE: u32 = 50;

/// The longest name of a file, in characters: what Discord takes.
pub const FILE_NAME: usize = 260;

/// The longest type of a file's content, in characters: twice 127 is what RFC 6838 allows,
/// and none in use has half of it.
pub const CONTENT_TYPE: usize = 127;

/// The longest name of a model, in characters.
pub const MODEL: usize = 200;

/// The most tokens, and the highest cost in millionths of a US dollar, that one call may have.
/// Ten thousand times what the largest models take; a year of such calls is still a number of
/// 64 bits.
pub const TOKENS_PER_CALL: i64 = 10_000_000_000;

/// How long it is known that a message was heard of which nothing else is kept. Discord sends none
/// again after so long.
pub const KEPT_HEARD: Duration = Duration::from_hours(24);

/// For how many months before the running one the books of tokens are kept.
pub const KEPT_USAGE_MONTHS: u32 = 13;

/// The longest title of a conversation, in characters: what a choice of Discord's
/// autocomplete can show.
pub const TITLE: usize = 100;

/// The most answers that one question may have.
pub const ALTERNATIVES: usize = 20;

/// The most rows that one call of a purge deletes, so that it stays far from the
/// statement's time limit.
pub const ROWS_PER_PURGE: usize = 1_000;

/// How long what was deleted is kept before it is purged.
pub const KEPT_AFTER_DELETION: Duration = Duration::from_hours(30 * 24);

/// The most audit entries that one transaction archives or erases: a tenth of a second on
/// either engine, so that writers beside it hardly wait.
pub const AUDIT_CHUNK: usize = 2_000;

/// The most lists of single actions that are merged into one of all actions below another.
pub const MERGED_LISTS: usize = 32;

/// The most actions of a guild that are offered to choose from. The program knows about 150.
pub const AUDIT_NAMES: usize = 300;

/// The longest time range of statistics, in days: a leap year.
pub const STATISTICS_DAYS: usize = 366;

/// The most names that a list of statistics holds, the most frequent first.
pub const STATISTICS_NAMES: usize = 100;

/// How many connections a pool opens at most, unless the settings say otherwise.
pub const MAX_CONNECTIONS: u32 = 10;

/// How long to wait for a free connection, unless the settings say otherwise.
pub const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);

/// How long one statement may run, unless the settings say otherwise.
pub const STATEMENT_TIMEOUT: Duration = Duration::from_secs(5);

/// From when on a statement is logged as slow, unless the settings say otherwise.
pub const SLOW_QUERY: Duration = Duration::from_millis(100);

/// How many rows one step of a consistency check looks at: a few hundredths of a second.
pub const CHECK_STEP: usize = 10_000;

/// How many documents one step of a consistency check reads. A draft has up to
/// [`DRAFT_BYTES`], but few rows are drafts.
pub const CHECK_DOCUMENTS: usize = 1_000;

/// How many places with slow statements a report names.
pub const SLOW_SITES: usize = 5;

/// How long the engine's version is shown before it is asked for again.
pub const VERSION_TIME: Duration = Duration::from_mins(1);

/// The most audit entries that wait to be written; who hands in more waits for a place.
pub const AUDIT_QUEUE: usize = 1_024;

/// How long audit entries wait for others to share a commit with, while several people are at it.
/// Discord's own way to a person takes some twenty times as long.
pub const AUDIT_GATHERING: Duration = Duration::from_millis(4);

/// With so many audit entries at hand a commit costs each of them little, and none waits.
pub const AUDIT_COMPANY: usize = 32;

/// How long the database may take to commit audit entries before they go to the journal.
pub const AUDIT_COMMIT: Duration = Duration::from_secs(2);

/// How long closing waits for what is still running.
pub const CLOSE: Duration = Duration::from_secs(5);

/// How long a migration may wait for another program that migrates.
pub const MIGRATION_LOCK: Duration = Duration::from_mins(1);

/// So many changes of a guild's settings are kept, the newest ones, and all that are younger than
/// [`SETTINGS_REVISIONS_KEPT`].
pub const SETTINGS_REVISIONS: i64 = 1_000;

/// So long every change of a guild's settings is kept, however many there are: the audit log has
/// long values only in short, and nobody is to lose the rest by changing something else often.
pub const SETTINGS_REVISIONS_KEPT: Duration = Duration::from_hours(90 * 24);

/// The most changes of a guild's settings in a day: as none of [`SETTINGS_REVISIONS_KEPT`] is given
/// up, they are what bounds its history, to 27,000 rows, and twice that where the owner goes on.
pub const SETTINGS_CHANGES_A_DAY: usize = 300;

/// So many times these bounds a guild's owner has: no admin who uses them up keeps the owner from
/// taking back what was changed.
pub const SETTINGS_OWNERS_SHARE: u8 = 2;

/// The most bytes of these, as JSON text: ten times everything that can be set, which is 360 MiB in
/// all that is kept for certain.
pub const SETTINGS_CHANGED_A_DAY: i64 = 4 * 1024 * 1024;

/// How many changes that are too old are given up with one that is made.
pub(crate) const SETTINGS_REVISIONS_PURGED: i64 = 10;

/// The most changes of settings that wait for one person to say so.
pub const SETTINGS_PROPOSALS: i64 = 10;

/// The most bytes that settings may have as JSON text: with every text as long as it may be, in
/// letters that JSON escapes, they have two thirds of it.
pub const SETTINGS_BYTES: usize = 1024 * 1024;

/// The most guilds that are kept in memory. With a full settings document each that is
/// about 20 MB.
pub const CACHED_GUILDS: u64 = 10_000;

/// The most people that are kept in memory. At about 300 bytes each that is 6 MB.
pub const CACHED_USERS: u64 = 20_000;

/// How long a row is kept near before it is read from the database again.
pub const CACHE_TIME: Duration = Duration::from_mins(1);

/// How long a copy in the process lives when Redis has the row too: others' changes are
/// seen no later.
pub const CACHE_LOCAL_TIME: Duration = Duration::from_millis(500);

/// How long Redis may take to answer before it counts as away.
pub const CACHE_DEADLINE: Duration = Duration::from_millis(100);

/// How long connecting to Redis may take, and each of the first commands.
pub const CACHE_CONNECT: Duration = Duration::from_secs(1);

/// How long a reader may take from the database before another one may fill a row in.
pub const CACHE_LEASE: Duration = Duration::from_secs(2);

/// The most changed rows that are remembered for a Redis that is away; with more, all
/// that is kept there goes.
pub const CACHE_OWED: usize = 10_000;

/// How long a change may take effect of which nobody knows how it ended: longer than a
/// statement may run.
pub const CACHE_UNSURE: Duration = Duration::from_secs(10);

/// Refuses what is over a limit, naming it.
pub(crate) fn check(limit: &'static str, most: usize, got: usize) -> Result<(), StoreError> {
    if got > most {
        return Err(StoreError::Limit { limit, most, got });
    }
    Ok(())
}
