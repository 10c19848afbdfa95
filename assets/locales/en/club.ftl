### What the commands about a club say.

## Words that its sentences have in common.

# In the middle of a sentence.
club-power-sim = sim power
club-power-total = total power
# As a heading or a label.
club-metric-sim = Sim power
club-metric-total = Total power
club-metric-both = Sim and total power
club-no-name = (no name)
# What the star behind a value means.
club-star = \* corrected by a manager
club-days = { $from } to { $to }
club-taken = { $week } ({ $days }), saved { $moment }
club-compared-with-none = There is no earlier week to compare with.
club-compared-with = Compared with { $taken }.
club-compared-gap =
    No { $power } was saved of the { $gap ->
        [one] week
       *[other] { $gap } weeks
    } between them.
# A change and what it is in percent.
club-changed = { $change } ({ $percent })
club-members-count =
    { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
club-changed-of = { $changed }, { $members }
club-not-known = not known
# The heads of fields that several answers have.
club-field-members = Members
club-field-total = Total
club-field-change-of-total = Change of the total
club-field-alike = Of members known both times
club-field-new = New ({ $count })
club-field-departed = Departed ({ $count })
club-field-missing = Missing ({ $count })

## A summary, as it is kept with an analysis.

club-summary = { $parts }.
club-summary-and-unread = { $parts }. { $unread }
club-summary-between = { ", " }
club-summary-sim = { $total } sim power
club-summary-total = { $total } power
club-summary-average = average { $average }
club-summary-median = median { $median }
club-summary-top = top { $name } with { $power }
club-summary-unread =
    { $count ->
        [one] { $count } value
       *[other] { $count } values
    } could not be read.

## Titles that analyses have where nobody gives one.

club-title = { $what }, { $day }

## /club show

club-sheet-fixed = \* set by a person, not read
club-sheet-metric = Metric
club-sheet-values = Values
club-sheet-confidence = Read with confidence
club-sheet-screenshots = Screenshots
club-sheet-check = Please check
club-sheet-saved-too = { $metric }, saved too
club-sheet-found = { $found } found
club-sheet-found-of = { $found } of { $all } found
club-sheet-found-missing = { $found } of { $all } found, { $missing } missing
club-sheet-read = { $read } of { $all } read
# A value in short, and with all its digits.
club-whole = { $short } ({ $exact })
club-sheet-not-saved = **Not saved yet.**
club-sheet-saved = Saved { $moment }.
club-sheet-doubts-more = and { $count } more, marked { $mark } in the table
club-sheet-doubt-power-name = { $name }: power and name not certain
club-sheet-doubt-power = { $name }: power not certain
club-sheet-doubt-name = { $name }: name not certain
club-sheet-doubt-seen = { $name }: last seen not certain

## /club list

club-list-title = Saved analyses
# In completions: an analysis and the day on which it was saved.
club-choice-analysis = { $title } ({ $day })
club-choice-week = { $week } · { $days }
club-choice-also = { $name } (also { $alias })
club-choice-departed = { $name } – departed

## /club stats

club-stats-title = { $metric } · { $week }
club-stats-with-value = With a value
club-stats-known = { $known } of { $all }
club-stats-known-share = { $known } of { $all } ({ $share })
club-stats-average = Average
club-stats-median = Median
club-stats-top = Top

## /club leaderboard

club-leaderboard-new = new

## /club movers

club-movers-rising = Rising · { $metric }
club-movers-falling = Falling · { $metric }
club-movers-volatile = Volatile · { $metric }
club-movers-none-more = None of { $known } members has more than before.
club-movers-none-less = None of { $known } members has less than before.
club-movers-more = { $count } of { $known } members have more than before.
club-movers-less = { $count } of { $known } members have less than before.
# In a table of fixed width.
club-movers-changes = { $count } changes
club-movers-swings =
    { $weeks } weeks: from { $from } to { $taken }.
    By how much a member's changes from week to week differ from each other (their standard deviation): steady growth is none.
club-movers-nobody-swings = Nobody's power swings; it takes three weeks in a row to tell.

## /club member

# The heads of a table of fixed width.
club-member-week = Week
club-member-sim = Sim
club-member-total = Total
club-member-known-as = Known here as { $name }.
club-member-departed = Departed: not there any more in { $week }.
club-member-nothing = Nothing was saved of them in any week that counts.
club-member-never = never
club-member-first-seen = First seen
club-member-last-seen = Last seen
club-member-in-discord = In Discord
club-member-spellings = Other spellings
club-member-corrections = Corrections
club-member-confirmed = { $person }, confirmed by a manager
club-member-unconfirmed = { $person }, not confirmed yet
club-member-reason = { $week } { $power }: { $value } ({ $why })
club-member-no-reason = no reason given
club-member-unlink = Unlink

## /club me

club-me-not-linked-title = Not linked
club-me-not-linked = { $person } and { $member } are not linked.
club-me-settled = Settled
club-me-title = Who is who
club-me-question =
    { $person } says: I am { $member }.
    A club manager can confirm it.
club-me-question-rival =
    { $person } says: I am { $member }.
    A club manager can confirm it. Somebody else says so too: confirming one declines the other.
club-me-confirm = Confirm
club-me-decline = Decline
club-me-confirmed-title = Confirmed
club-me-confirmed = { $person } is { $member }.
club-me-confirmed-declined = { $person } is { $member }. The claim of { $rival } is declined.

## /club compare

club-compare-title = { $metric } compared
club-compare-sides =
    From { $from }
    to { $to }
club-compare-week = { $taken }.
club-compare-analysis = { $title } as it was read, saved { $moment }.
club-compare-analysis-of-week = { $title } of { $week } as it was read, saved { $moment }.
club-compare-smaller = and { $count } more with a smaller change
club-compare-look-twice = Look twice ({ $count })
club-compare-counts = { $changed } changed, { $same } the same, { $unknown } not known both times
club-compare-ten-times = { $name }: about ten times what it was
club-compare-a-tenth = { $name }: about a tenth of what it was
club-compare-jump = { $name }: a large jump

## /club chart

club-chart-sim = The club's sim power
club-chart-total = The club's total power
club-chart-both = The club's total power and sim power
club-chart-weeks =
    { $weeks ->
        [one] One week
       *[other] { $weeks } weeks
    } with a saved roster; a gap is a week without one.
club-chart-corrected = A week with a star holds a value that was corrected.
club-chart-top = The top of { $week }
club-chart-distribution = The distribution of { $week }
club-chart-distribution-of =
    { $taken }.
    { $known } of { $all } members have a known value.
# In pictures, and for those who cannot see them.
club-picture-corrected = corrected
club-picture-total = The club's total
club-picture-span = from { $first } to { $last }
club-picture-in-week = in { $week }
club-picture-total-alt = A line chart of the club's total { $span }.
club-picture-member-alt = A line chart of { $name }'s power { $span }.
club-picture-top = Top { $count }
club-picture-top-alt = A bar chart of { $metric } in { $week }: { $names }.
club-picture-of-week = { $metric }, { $week } ({ $days })
club-picture-distribution = Members by power
club-picture-distribution-alt = How many members have how much { $metric } in { $week }.

## /club search

club-search-title = Search
club-search-nothing = No member and no analysis has { $query } in it.
club-search-found = What has { $query } in it:
club-search-members = Members ({ $count })
club-search-more = and { $count } more
club-search-analyses = Analyses
club-search-more-analyses = and more: { CMD("club list") } shows them all
club-search-also = { $name } (also { $alias })
club-search-departed = { $name }, departed

## /club export

club-export-counts = { $values } of { $members } in { $weeks }, corrections applied.
club-export-values =
    { $count ->
        [one] { $count } value
       *[other] { $count } values
    }
club-export-members =
    { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
club-export-weeks =
    { $count ->
        [one] { $count } week
       *[other] { $count } weeks
    }
club-export-first = { $counts } It comes in { $files } files; this is the first.
club-export-part = File { $part } of { $files }.

## /club rename and /club delete

club-rename-modal = Rename an analysis
club-rename-title = New title
club-renamed = Renamed
club-renamed-to = { $before } is now { $after }.
club-delete-title = Delete this analysis?
club-delete-question = Its values go with it, and nobody can bring it back.
club-delete = Delete
club-keep = Keep
club-deleted = Deleted
club-deleted-title = { $title } is in no list and no figure any more.
club-deleted-before = It was deleted before.
club-kept = Kept
club-kept-all = Nothing was deleted.
