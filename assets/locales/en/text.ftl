### What sentences of all topics are put together from.

text-and-more = { $names } and { $count } more
text-list-between = { ", " }
text-list-end = { $first } and { $last }
text-list-or = { $first } or { $last }
text-percent = { $number } %
# A thousand, a million and a billion (10⁹), behind a number.
text-unit-thousand = K
text-unit-million = M
text-unit-billion = B

# CLDR's medium and short patterns. The month is a number, the year is text.
text-day =
    { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    } { $day }, { $year }
text-day-of-year =
    { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    } { $day }
text-moment = { $day }, { $time }

# Under a list.
text-page = Page { $page } of { $pages }
text-page-previous = Previous
text-page-next = Next
text-page-newer = Newer
text-page-older = Older

# The heads of a table of fixed width, at most 8 columns.
text-table-name = Name
text-table-power = Power
text-table-seen = Seen
