### What the commands for a club’s managers say.

## What managers are refused.

club-admin-no-such-member = No member is called "{ $name }" here.
club-admin-no-such-member-perhaps = No member is called "{ $name }" here; perhaps { $like }.
club-admin-not-a-name = A name needs at least one letter, number or sign, and at most { $max } characters.
club-admin-is-a-member = "{ $spelling }" is the name of a member: if it is the same one as { $member }, use { CMD("club-admin members merge") }.
club-admin-means-another = "{ $spelling }" already means { $other }: remove it there first with { CMD("club-admin aliases remove") }.
club-admin-no-such-alias = "{ $alias }" is no alias here: { CMD("club-admin aliases list") } shows what there is.
club-admin-full = A club keeps at most { $max } aliases: remove some first.
club-admin-same-member = That is one and the same member: choose two.
club-admin-not-linked = { $name } is linked with nobody in Discord.
club-admin-week-to-come = The week { $week } has not begun yet: the club is in { $now }.
club-admin-too-high = A power of { $max } or more is none: check the value.
club-admin-reason-too-long = A reason may have at most { $max } characters.
club-admin-no-such-correction = That correction does not count (any more): { CMD("club-admin corrections list") } shows those that do.
club-admin-nothing-to-roll-back =
    Nothing is saved of { $metric ->
        [sim] sim power
       *[total] total power
    } that could be rolled back.
club-admin-nothing-to-roll-back-in =
    Nothing is saved of { $metric ->
        [sim] sim power
       *[total] total power
    } in { $week } that could be rolled back.
club-admin-no-longer-current = That is no longer what counts: somebody saved or rolled back meanwhile. Use { CMD("club-admin rollback") } again.
club-admin-nothing-to-undo = There is nothing to undo any more: it was undone before, or the analysis was deleted.
club-admin-nothing-to-change = Name at least one thing to change.
club-admin-cannot-post = The bot cannot post there ({ $why }): give it View Channel, Send Messages and Embed Links in that channel, then try again.
club-admin-fetch-host = The file could not be downloaded: its link leads to a host that is not allowed; upload the file to Discord itself.
club-admin-fetch-too-large = The file could not be downloaded: it is larger than 10 MiB; send the original screenshot as PNG or JPEG.
club-admin-fetch-gone = The file could not be downloaded: Discord no longer has it (the link has expired); upload it again.
club-admin-fetch-broke-off = The file could not be downloaded: its download broke off; try again in a moment.
club-admin-fetch-too-slow = The file could not be downloaded: its download took too long; try again in a moment.
club-admin-file-changed = The file is not the one that you were shown: import it again.
club-admin-import-over = This import was confirmed, cancelled or ran out: use { CMD("club-admin import") } again.
club-admin-import-changed = This has changed since approval was asked for: use { CMD("club-admin import") } again.
club-admin-nothing-asked = Nobody is asking for approval here (any more): use { CMD("club-admin import") } again.
club-admin-nothing-new = Nothing would change: all that this file has is known already.

## Words that several answers have.

club-admin-off = off
club-admin-on = on
club-admin-choice-also = { $name } (also { $alias })
club-admin-undo = Undo

## /club-admin alerts

club-admin-alerts-off-title = Alerts off
club-admin-alerts-off = The club's news are told nowhere any more.
club-admin-alerts-title = Alerts
club-admin-alerts-set-title = Alerts set
club-admin-alerts-in = The club's news are told in { $channel }.
club-admin-alerts-nowhere = The club's news are told nowhere: choose a channel with { CMD("club-admin alerts set") }.
club-admin-alerts-change = by { $percent } % or more
club-admin-alerts-members = Joined and left
club-admin-alerts-changes = Changes
club-admin-alerts-scan-due = Scan due
club-admin-alerts-trouble = Not delivered
club-admin-alerts-trouble-waits = { $at }: { $why }. It is tried again; look at the bot's permissions in that channel.
club-admin-alerts-trouble-over = { $at }: { $why }. It was given up.

## /club-admin aliases

club-admin-aliases-title = Aliases
club-admin-aliases-none = No member has another spelling yet: add one with { CMD("club-admin aliases add") }, or fix a name before saving.
club-admin-aliases-of = { $member }: { $spellings }
club-admin-alias-source =
    { $alias } ({ $source ->
        [fix] fixed
        [command] added
        [import] imported
       *[rename] earlier name
    })
club-admin-alias-known-title = Known already
club-admin-alias-known = { $alias } means { $member } already.
club-admin-alias-added-title = Alias added
club-admin-alias-added = { $alias } means { $member } from the next scan on.
club-admin-alias-removed-title = Alias removed
club-admin-alias-removed = { $alias } does not mean { $member } any more. What is saved stays as it is.

## /club-admin corrections

club-admin-correction =
    { $member } · { $metric ->
        [sim] sim power
       *[total] total power
    } · { $week }: { $value }\*
club-admin-correction-reason = Reason: { $reason }
club-admin-correction-replaces = It replaces the correction { $value }\* of { $at }.
club-admin-correction-replaces-because = It replaces the correction { $value }\* of { $at }. Its reason: { $reason }
club-admin-correction-until-now = Until now: { $value }, which is kept.
club-admin-correction-until-now-nothing = Until now nothing was known.
club-admin-correction-no-roster =
    No { $metric ->
        [sim] sim power
       *[total] total power
    } of { $week } is saved yet: it counts as soon as one is.
club-admin-correction-imported = Imported
club-admin-corrected-title = Corrected
club-admin-corrections-title = Corrections
club-admin-corrections-none = Nothing is corrected: all values are as they were read.
club-admin-correction-removed-title = Correction removed
club-admin-correction-removed = What was read counts again.
club-admin-choice-correction =
    { $member } · { $metric ->
        [sim] sim power
       *[total] total power
    } · { $week } · { $value }

## /club-admin guards

club-admin-guards-title = Guards
club-admin-guards-set-title = Guards set
club-admin-guards-when = A roster needs a second manager's approval when …
club-admin-guard-jump = Jump
club-admin-guard-volatile = Volatile
club-admin-guard-missing = Missing
club-admin-guard-header = Over the header
club-admin-guard-jump-when = a member's power changes by { $percent } % or more
club-admin-guard-volatile-when =
    more than { $most ->
        [one] { $most } member
       *[other] { $most } members
    } change by { $percent } % or more
club-admin-guard-missing-when = { $percent } % or more of the last roster's members are missing
club-admin-guard-header-when = there are more members than the game's header counts

## /club-admin import

club-admin-import-title = Import
club-admin-import-cancelled-title = Cancelled
club-admin-import-cancelled = Nothing was imported.
club-admin-import-refused-title = This file cannot be imported
club-admin-import-refused = Nothing was imported. What is wrong with the file stands in { $file }; correct it and import it again.
club-admin-import-question-title = Import { $file }?
club-admin-import-question = Nothing has changed yet.
club-admin-import-question-guarded = Nothing has changed yet. Import asks for a second manager's approval.
club-admin-import-confirm = Import
club-admin-import-cancel = Cancel
club-admin-import-approve = Approve
club-admin-import-asking-title = Approve the import of { $file }?
club-admin-import-asking = Nothing has changed yet: another manager than the one who asked has to press Approve.
club-admin-import-asked-title = Approval asked for { $file }
club-admin-import-asked = Another manager has to press Approve under the message in this channel.
club-admin-import-asked-unseen = Another manager has to approve this, but the message for them could not be posted in this channel: cancel it by importing again where the bot can post.
club-admin-imported-title = Imported { $file }
club-admin-import-undone-title = Import undone
club-admin-import-undone =
    { $rosters ->
        [one] { $rosters } roster
       *[other] { $rosters } rosters
    } rolled back: what counted before counts again. Members and aliases that the file brought stay known. To have it back, import the file again.
club-admin-import-undone-corrections =
    { $rosters ->
        [one] { $rosters } roster
       *[other] { $rosters } rosters
    } rolled back and { $corrections ->
        [one] { $corrections } correction
       *[other] { $corrections } corrections
    } removed: what counted before counts again. Members and aliases that the file brought stay known. To have it back, import the file again.
# What an import changes, a line for each kind.
club-admin-import-week = { $format } · { $week }
club-admin-import-weeks = { $format } · { $first } to { $last }
club-admin-import-saved =
    Saved: { $rosters ->
        [one] { $rosters } roster
       *[other] { $rosters } rosters
    } with { $values ->
        [one] { $values } value
       *[other] { $values } values
    }.
club-admin-import-superseded =
    In the place of what counts so far: { $rosters ->
        [one] { $rosters } roster
       *[other] { $rosters } rosters
    } of these. What is there now is kept, and a rollback brings it back.
club-admin-import-unchanged =
    Known as they are, and left alone: { $rosters ->
        [one] { $rosters } roster
       *[other] { $rosters } rosters
    }.
club-admin-import-known = Members that are known: { $count }.
club-admin-import-new = New members: { $count }: { $names }.
club-admin-import-aliases = New aliases: { $count }.
club-admin-import-corrections =
    Kept as corrections (\*): { $count ->
        [one] { $count } value
       *[other] { $count } values
    }.
club-admin-import-guarded =
    Guarded: { $week }, { $metric ->
        [sim] sim power
       *[total] total power
    }: { $guard }
club-admin-import-more-guards = … and { $count } more.

## /club-admin members

club-admin-members-kept-title = Kept
club-admin-members-kept = They stay two members.
club-admin-merge-title = Make these two one?
club-admin-merge-question =
    { $other } becomes another spelling of { $keep }: all values, corrections and aliases of both are { $keep }'s then. Where a roster has both, the value of { $keep } counts.

    This cannot be undone.
club-admin-merge = Merge
club-admin-merge-keep-both = Keep both
club-admin-merged-title = Merged
club-admin-merged = { $other } means { $keep } now. Values that moved: { $values }.
club-admin-merged-doubled = { $other } means { $keep } now. Values that moved: { $values }. { $doubled } do not count any more, because { $keep } had one there too.
club-admin-renamed-title = Renamed
club-admin-renamed = { $before } is now { $after }; the old name still means them.
club-admin-unlinked-title = Unlinked
club-admin-unlinked = { $name } is linked with nobody any more.

## /club-admin rollback

club-admin-rollback-title = Roll back?
club-admin-rollback-none = Nothing counts there any more that could be rolled back.
club-admin-rollback-question =
    Now counts: { $now }
    Then counts: { $before }

    Nothing is lost: it can be undone.
club-admin-rollback-question-last =
    Now counts: { $now }
    Then there is no { $metric ->
        [sim] sim power
       *[total] total power
    } in { $week } any more.

    Nothing is lost: it can be undone.
club-admin-rollback-undoable = Rolled back last: { $last }
club-admin-rollback-confirm = Roll back
club-admin-rollback-undo = Undo the last rollback
club-admin-rollback-keep = Keep
club-admin-rollback-kept-title = Kept
club-admin-rollback-kept = Nothing was rolled back.
# A saved roster: its week and power, its title and its members come before these.
club-admin-roster =
    { $week } · { $metric ->
        [sim] sim power
       *[total] total power
    }
club-admin-roster-members =
    { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
club-admin-roster-saved = saved { $at }
club-admin-roster-imported = imported { $at }
club-admin-rolled-back-title = Rolled back
club-admin-rolled-back =
    Does not count any more: { $gone }
    Now counts: { $now }
club-admin-rolled-back-last =
    Does not count any more: { $gone }
    There was none before, so { $week } has no { $metric ->
        [sim] sim power
       *[total] total power
    } any more.
club-admin-undone-title = Undone
club-admin-undone = Counts again: { $back }
club-admin-undone-superseded = It is back, but a later one was saved meanwhile and counts: { $back }

## /club-admin week

club-admin-week-begins =
    Weeks begin on { $day ->
        [mon] Mondays
        [tue] Tuesdays
        [wed] Wednesdays
        [thu] Thursdays
        [fri] Fridays
        [sat] Saturdays
       *[sun] Sundays
    } at { $time } ({ $zone }).
club-admin-week-title = The club's week
club-admin-week-runs = { $week } runs: it began { $began } and ends { $next }.
club-admin-week-set-title = Week set
club-admin-week-set = This counts from now on: { $week } runs, as if it had begun { $began }, and the next week begins { $next }. Rosters that are saved keep their weeks.
