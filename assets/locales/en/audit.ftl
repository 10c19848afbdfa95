### What /audit shows, and what the audit channel is told.

audit-title = Audit log
audit-none = There is no such entry.
audit-nobody = nobody by name
audit-failed = failed: { $reason }
audit-newer = Newer
audit-older = Older
audit-by = by { $person }
audit-action = action { $action }
audit-about = about { $kind }
audit-only-worked = only what worked
audit-only-failed = only what failed
audit-from = from { $day }
audit-to = until { $day }
audit-more =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
audit-head = Newest entry: { $head }
audit-posted = Posted last in the audit channel, and found again: { $head }

audit-stats-title = Audit log in numbers
audit-stats-none = Nothing was recorded in this time.
audit-stats-total =
    { $count ->
        [one] One entry
       *[other] { $count } entries
    } in { $days ->
        [one] one day
       *[other] { $days } days
    }; { $rate } worked.
audit-stats-failed = { $count } failed
audit-stats-actions = By action
audit-stats-people = By person
audit-chart-title = Audit log by day
audit-chart-count = Entries
audit-chart-rate = Worked
audit-chart-alt = A chart of the entries of each day, and of the share of them that worked.

audit-export-all =
    { $count ->
        [one] One entry, the newest first.
       *[other] { $count } entries, the newest first.
    }
audit-export-first =
    { $count ->
        [one] The first part, the newest first: one entry. More parts follow.
       *[other] The first part, the newest first: { $count } entries. More parts follow.
    }
audit-export-part =
    { $count ->
        [one] Part { $number }: one entry.
       *[other] Part { $number }: { $count } entries.
    }
audit-export-last =
    { $count ->
        [one] Part { $number }, the last: one entry.
       *[other] Part { $number }, the last: { $count } entries.
    }
audit-export-cut = Older entries did not fit: ask for them with the options for the first and the last day.
audit-export-unsent = Part { $number } could not be sent, and what would come after it was not: try again in a moment, or ask for fewer days.

audit-verify-title-whole = The audit log is whole
audit-verify-title-found = The audit log is not whole
audit-verify-whole =
    { $count ->
        [one] The one entry is what was written.
       *[other] All { $count } entries are what was written.
    }
audit-verify-found =
    { $count ->
        [one] One thing is not as it was written:
       *[other] { $count } things are not as they were written:
    }
audit-verify-looked-at =
    { $count ->
        [one] One entry was looked at.
       *[other] { $count } entries were looked at.
    }
audit-verify-archived =
    { $count ->
        [one] One older entry was archived.
       *[other] { $count } older entries were archived.
    }
audit-verify-before =
    { $count ->
        [one] One entry is from before the log was chained: it is there, and nothing more can be said of it.
       *[other] { $count } entries are from before the log was chained: they are there, and nothing more can be said of them.
    }
audit-found-changed = Changed, or not following the entry before: number { $number }, { $entry }
audit-found-removed = Removed: number { $number }, { $id }
audit-found-gone = Removed: number { $first } to { $last }
audit-found-gone-from-before = Removed, from before the log was chained: { $id }
audit-found-inserted = Added by hand or by an older release: { $entry }
audit-found-cut = Cut off: the log ends with number { $last }, and went to { $head }
audit-found-head = The newest entry, or the one that was posted, is not what stands at number { $number }
audit-found-before = Of the entries from before the log was chained there were { $expected }, and { $found } are said to be
audit-found-archived = Of the entries from before the log was chained { $said } are said to be archived, and the archive took { $taken }
audit-found-number = There are { $found } entries, and { $known } are known: one is counted twice, or one cannot be read

audit-mirror-head = To compare with
audit-mirror-missed =
    { $count ->
        [one] One earlier entry could not be posted here.
       *[other] { $count } earlier entries could not be posted here.
    }

audit-no-day = { $typed } is no day: type it like 2026-11-22.
audit-backwards = The last day, { $to }, lies before the first, { $from }.
audit-name-too-long = An action or a kind has at most { $max } characters: choose one of those offered.
audit-gone = What this list was about is no longer there: use { CMD("audit list") } again.
audit-busy = The audit log of this server is being read already: wait for that answer first.
