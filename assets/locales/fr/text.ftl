### What sentences of all topics are put together from.

text-and-more = { $count ->
        [one] { $names } et { $count } autre
       *[other] { $names } et { $count } autres
    }
text-list-between = { ", " }
text-list-end = { $first } et { $last }
text-list-or = { $first } ou { $last }
text-percent = { $number } %
# A thousand, a million and a billion (10⁹), behind a number.
text-unit-thousand = k
text-unit-million = M
text-unit-billion = Md

# CLDR's medium and short patterns. The month is a number, the year is text.
text-day =
    { $day } { $month ->
        [1] janv.
        [2] févr.
        [3] mars
        [4] avr.
        [5] mai
        [6] juin
        [7] juil.
        [8] août
        [9] sept.
        [10] oct.
        [11] nov.
       *[12] déc.
    } { $year }
text-day-of-year =
    { $day } { $month ->
        [1] janv.
        [2] févr.
        [3] mars
        [4] avr.
        [5] mai
        [6] juin
        [7] juil.
        [8] août
        [9] sept.
        [10] oct.
        [11] nov.
       *[12] déc.
    }
text-moment = { $day }, { $time }

text-page = Page { $page } sur { $pages }
text-page-previous = Précédent
text-page-next = Suivant
text-page-newer = Plus récents
text-page-older = Plus anciens

text-table-name = Nom
text-table-power = Puissance
text-table-seen = Vu
