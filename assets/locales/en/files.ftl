### Why a file cannot be written or read, and what of it was left out.

files-nothing-to-export = There is nothing to export yet: save an analysis first.
files-too-many-to-export = That is more than { $max } rows, the most that one file can have: export fewer weeks.
files-too-large-to-export = That makes a file of more than { $mib } MiB: export as XLSX, or fewer weeks.

## Why a file cannot be imported.

files-too-large = This file is larger than { $mib } MiB: split it by weeks.
files-empty = This file is empty: it needs a row of headings, and a row for each value.
files-utf16 = This file is UTF-16 or not a text: save it as "CSV UTF-8", as .xlsx or as JSON.
files-not-utf8 = Line { $line } of this file is not UTF-8: save it as "CSV UTF-8", as .xlsx or as JSON.
files-old-spreadsheet = This is an old .xls file or one with a password: save it as .xlsx without a password.
files-broken = This spreadsheet cannot be opened: save it again as .xlsx, or as CSV UTF-8.
files-bomb = This spreadsheet unpacks to far more than a club's history: export it as CSV UTF-8.
files-broken-json = This is not valid JSON: it goes wrong at line { $line }, column { $column }.
files-other-json = This JSON has no list of records: it needs { "{" }"records": [...]{ "}" }.
files-missing-columns = The first row must name the columns; missing: { $missing }. Known are { $known }.
files-two-columns = The column { $column } is there twice: keep one of the two.
files-too-many = This file has more than { $max } rows: split it by weeks.
files-no-rows = This file has headings but no rows.

## What is wrong with a row; a reason goes on behind it.

files-row = Row { $row }, { $column }: { $reason }
files-more-rows = … and { $count } more.
files-week-missing = the week is missing: it must be a week like 2026-W47.
files-not-a-week = "{ $text }" is not a week: it must be a week like 2026-W47.
files-metric-missing = the metric is missing: it must be sim or total.
files-not-a-metric = "{ $text }" is not a metric: it must be sim or total.
files-name-missing = the name is missing.
files-long-name = "{ $name }" is longer than a name, which has at most { $most } characters.
files-not-exact = "{ $text }" is not a whole number that a spreadsheet holds exactly.
files-below-zero = a power is zero or more.
files-not-a-share = "{ $text }" is not a share: it must be a number from 0 to 1, like 0.95.
files-neither-yes-nor-no = "{ $text }" is neither yes nor no.
files-a-list = a list is not expected here.
files-too-much = more than { $kib } KiB stand here: no text of a club is as long.
files-a-formula = formulas are not evaluated: paste the value in its place.
files-odd-date = a date is not expected here: write it as text.
files-odd-duration = a duration is not expected here: write it as text.
files-odd-error = an error value is not expected here: write it as text.
files-odd-list = a list of something else than texts is not expected here: write it as text.
files-odd-object = an object is not expected here: write it as text.
files-twice = this member's value of this week is in row { $row } too.
files-no-object = the record is not an object.
files-nothing-there = the record is empty.

## What was left out.

files-ignored-columns = Columns that were left out: { $headings }.
files-left-out-aliases = Aliases that mean somebody else, or cannot be kept, are left out: { $aliases }.

## What of a file does not fit what is known.

files-unprintable-name = The name "{ $start }" has a line break or a control character in it.
files-unprintable-last-seen = The last seen "{ $start }" has a line break or a control character in it.
files-unprintable-alias = The alias "{ $start }" has a line break or a control character in it.
files-name-too-long = The name "{ $start }…" has more than { $most } characters.
files-blank-name = The name "{ $start }" has nothing to see in it.
files-too-high = { $name }, { $week }: no power is as high as { $power }.
files-week-to-come = { $name }: the week { $week } has not begun yet; the club is in { $now }.
files-no-such-week = { $name }: { $fault }
files-long-roster = { $week }, { $metric }: { $members } members; no club has more than { $most }.
files-same-member = { $week }, { $metric }: "{ $one }" and "{ $other }" are the same member here.
files-too-many-members = With this file the club would have { $all } members; { $most } is the most.
files-too-many-corrections = More than { $most } values of this file would be corrections: import it in parts.
