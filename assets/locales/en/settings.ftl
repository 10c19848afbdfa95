### The settings of a server: what each is for, and what is said about them.

setting-language = The language of answers that everyone sees.
    .name = Language
setting-timezone = The time zone in which days begin and times are shown.
    .name = Time zone
setting-features-clubAnalytics = Whether club rosters are read and kept here.
    .name = Club analytics
setting-features-chatBot = Whether people can chat with the bot here.
    .name = Chat
setting-club-managerRoles = The roles whose holders may do what club managers may.
    .name = Manager roles
setting-club-week-day = The day on which the club's week begins.
    .name = Week: day
setting-club-week-time = The time on that day at which the club's week begins.
    .name = Week: time
setting-club-week-timezone = The time zone in which the club's week begins.
    .name = Week: time zone
setting-club-guards-jumpPercent = A roster needs a second approval when a member's power changes by this many percent; 0 is off.
    .name = Guard: jump
setting-club-guards-volatilePercent = A member whose power changes by this many percent is volatile; 0 is off.
    .name = Guard: volatile
setting-club-guards-volatileMembers = A roster needs a second approval when more members than this are volatile.
    .name = Guard: volatile members
setting-club-guards-missingPercent = A roster needs a second approval when this many percent of the last one's members are missing; 0 is off.
    .name = Guard: missing
setting-club-guards-overHeader = Whether a roster with more members than the game's header counts needs a second approval.
    .name = Guard: more than the header
setting-club-alerts-channel = The channel in which news of the club are told; without one they are not.
    .name = News: channel
setting-club-alerts-members = Whether it is told who has joined and who has left.
    .name = News: members
setting-club-alerts-changePercent = It is told whose power has changed by this many percent; 0 is off.
    .name = News: power
setting-club-alerts-scanDue = Whether the channel is reminded when the week's scan is due.
    .name = News: scan due
setting-club-visionReading = Whether a vision model, where the host has set one up, reads screenshots beside the built-in reader.
    .name = Vision reading
setting-chat-channels = The channels in which people may chat with the bot; none listed is all of them.
    .name = Channels
setting-chat-roles = The roles whose holders may chat with the bot; none listed is everybody.
    .name = Roles
setting-chat-persona = Who the bot is when it chats here, in place of its own persona.
    .name = Persona
setting-chat-channelPersonas = Who the bot is in some channels, in place of the server's persona.
    .name = Personas of channels
setting-chat-budget-personDay = The most tokens that each person may use here a day, within the host's limit; 0 leaves it to the host.
    .name = Budget: person, day
setting-chat-budget-personMonth = The most tokens that each person may use here a month, within the host's limit; 0 leaves it to the host.
    .name = Budget: person, month
setting-chat-budget-guildDay = The most tokens that all people may use here a day, within the host's limit; 0 leaves it to the host.
    .name = Budget: server, day
setting-chat-budget-guildMonth = The most tokens that all people may use here a month, within the host's limit; 0 leaves it to the host.
    .name = Budget: server, month
setting-chat-streaming = Whether answers are shown while the model writes them, or only when they are done.
    .name = Streaming
setting-audit-channel = The channel to which entries of the audit log are mirrored; without one they are not.
    .name = Mirror channel
setting-audit-actions = The actions whose entries are mirrored; one that ends in a dot stands for all that begin with it.
    .name = Mirrored actions
setting-retention-chatDays = For how many days conversations are kept here; 0 is forever.
    .name = Chat: days kept

settings-topic =
    { $topic ->
        [language] Language
        [timezone] Time zone
        [features] Features
        [club] Club
        [chat] Chat
        [audit] Audit log
        [retention] Retention
       *[other] { $topic }
    }
settings-weekday =
    { $day ->
        [mon] Monday
        [tue] Tuesday
        [wed] Wednesday
        [thu] Thursday
        [fri] Friday
        [sat] Saturday
        [sun] Sunday
       *[other] { $day }
    }
settings-title = Settings
settings-title-topic = Settings: { $topic }
settings-list-footer = What is bold is set here; the rest is as it comes. { CMD("settings get") } with a key says what it is for.
settings-value-set = **{ $value }** (set here)
settings-value-default = **{ $value }** (the default)
settings-may-be = It may be { $accepted }. The default is { $default }.
settings-was-set = Set
settings-was-reset = Reset
settings-is-now = `{ $key }` is now: **{ $value }**
settings-on = on
settings-off = off
settings-none = none
settings-own-persona = the bot's own
settings-everywhere = everywhere
settings-everybody = everybody
settings-nowhere = nowhere
settings-zero-host = 0, the host's limit alone
settings-zero-forever = 0, forever
settings-zero-off = 0, off
settings-default = the default
settings-accepts-switch = on or off
settings-accepts-number = a whole number from { $from } to { $to }
settings-accepts-text = text of 1 to { $most } characters
settings-accepts-choice = one of { $choices }
settings-accepts-zone = an IANA time zone like Europe/Berlin
settings-accepts-time = a time from 00:00 to 23:59 like 04:30
settings-accepts-channel = a channel, as #channel
settings-accepts-ids = up to { $most } channels or roles, apart by spaces, or none
settings-accepts-actions = up to { $most } actions of the audit log, apart by spaces, or none; one that ends in a dot stands for all that begin with it
settings-accepts-texts = a channel and its text of at most { $most } characters, as `#channel text`, for up to { $channels } channels one after another; the channel alone takes its text away
settings-json-switch = true or false
settings-json-id = a Discord id like "123456789012345678"
settings-json-ids = a list of at most { $most } Discord ids
settings-json-actions = a list of at most { $most } actions
settings-json-texts = an object of at most { $channels } channels' ids, each with text of 1 to { $most } characters
settings-fault = { $path }: { $problem }
settings-fault-whole = Settings { $problem }
settings-unknown = no such setting
settings-not-offered = no such setting: choose one of those offered
settings-no-object = must be an object with settings in it
settings-must-be = must be { $what }
settings-not-mentioned = must be a #channel or @role as Discord offers it while you type, or its id
settings-no-action = must be an action like club.analysis.save, or club. for all that begin with it
settings-not-under-channel = must stand under a Discord id like "123456789012345678"
settings-too-large = That file is too large: settings have at most { $max } KiB.
settings-not-fetched = The file could not be downloaded: upload it again.
settings-no-json = That file is no JSON: look at line { $line }, column { $column }.
settings-nothing-new = Nothing would change: what the file says is what is set already.
settings-over = This was answered before, or waited longer than 15 minutes: begin again.
settings-no-such-revision = That change is not on record any more: { CMD("settings history") } shows what there is.
settings-nothing-to-revert = There is nothing to take back: all of it is as it was before that change.
settings-too-much = Too much was changed here in one day: every change is kept for { $days } days. Try again in a few hours.
settings-choose-topic = Choose a topic
settings-choose-setting = Choose a setting
settings-choose-value = Choose a value
settings-choose-channel = Choose a channel
settings-choose-channels = Choose channels
settings-choose-roles = Choose roles
settings-choose-actions = Choose actions
settings-choose-text-channel = Choose the channel whose text to write
settings-choose-first = Choose below what to change.
settings-turn-on = On
settings-turn-off = Off
settings-edit = Change…
settings-back-to-default = Default
settings-leave-empty = Empty gives the default again
settings-clash-title = Somebody else changed this
settings-clash-by = { $who } has changed **{ $name }** since you were shown it. Which of the two is to hold?
settings-clash = **{ $name }** was changed since you were shown it. Which of the two is to hold?
settings-clash-theirs = As it is now
settings-clash-mine = As you want it
settings-use-mine = Use mine
settings-keep-theirs = Keep theirs
settings-history-title = Changes of the settings
settings-history-empty = Nothing was changed here yet.
settings-somebody = somebody
settings-entry = **#{ $number }** · { $who } · { $when }
settings-entry-reverts = takes back #{ $number }
settings-entry-import = from a file
settings-more-changes =
    { $count ->
        [one] … and { $count } more change
       *[other] … and { $count } more changes
    }
settings-texts-of-channels =
    { $count ->
        [one] the text of { $count } channel
       *[other] the texts of { $count } channels
    }
settings-take-back = Take back #{ $number }
settings-taken-back = Took back #{ $number }.
settings-newer = Newer
settings-older = Older
settings-revert-title = Take back #{ $number }?
settings-revert-conflict = What is marked ⚠ was changed again since. Nothing has been taken back yet.
settings-revert-anyway = Take back anyway
settings-cancel = Cancel
settings-import-title = Import { $file }?
settings-import-hint = Nothing has changed yet. Afterwards set is what the file says, and nothing else. This waits for 15 minutes.
settings-import-moved = The settings were changed meanwhile: this is the difference now.
settings-apply = Apply
settings-imported = Imported
settings-cancelled = Cancelled
settings-nothing-changed = Nothing was changed.
settings-exported = What is set here. { CMD("settings import") } takes it in again, here or in another server.
