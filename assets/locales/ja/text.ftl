### What sentences of all topics are put together from.

text-and-more = { $names }、ほか{ $count }件
text-list-between = 、
text-list-end = { $first }、{ $last }
text-percent = { $number }%
# A thousand, a million and a billion (10⁹), behind a number.
text-unit-thousand = K
text-unit-million = M
text-unit-billion = B

# CLDR's medium and short patterns. The month is a number, the year is text.
text-day =
    { $year }/{ $month }/{ $day }
text-day-of-year =
    { $month }月{ $day }日
text-moment = { $day } { $time }
