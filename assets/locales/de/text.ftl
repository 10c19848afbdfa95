### What sentences of all topics are put together from.

text-and-more = { $names } und { $count } weitere
text-list-between = { ", " }
text-list-end = { $first } und { $last }
text-list-or = { $first } oder { $last }
text-percent = { $number } %
# A thousand, a million and a billion (10⁹), behind a number.
text-unit-thousand = Tsd.
text-unit-million = Mio.
text-unit-billion = Mrd.

# CLDR's medium and short patterns. The month is a number, the year is text.
text-day =
    { $day }.{ $month }.{ $year }
text-day-of-year =
    { $day }. { $month ->
        [1] Jan.
        [2] Feb.
        [3] März
        [4] Apr.
        [5] Mai
        [6] Juni
        [7] Juli
        [8] Aug.
        [9] Sept.
        [10] Okt.
        [11] Nov.
       *[12] Dez.
    }
text-moment = { $day }, { $time }

text-page = Seite { $page } von { $pages }
text-page-previous = Zurück
text-page-next = Weiter
text-page-newer = Neuere
text-page-older = Ältere

text-table-name = Name
text-table-power = Power
text-table-seen = Gesehen
