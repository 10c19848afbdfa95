### What sentences of all topics are put together from.

text-and-more = { $names } e mais { $count }
text-list-between = { ", " }
text-list-end = { $first } e { $last }
text-list-or = { $first } ou { $last }
text-percent = { $number }%
# A thousand, a million and a billion (10⁹), behind a number.
text-unit-thousand = mil
text-unit-million = mi
text-unit-billion = bi

# CLDR's medium and short patterns. The month is a number, the year is text.
text-day =
    { $day } de { $month ->
        [1] jan.
        [2] fev.
        [3] mar.
        [4] abr.
        [5] mai.
        [6] jun.
        [7] jul.
        [8] ago.
        [9] set.
        [10] out.
        [11] nov.
       *[12] dez.
    } de { $year }
text-day-of-year =
    { $day } de { $month ->
        [1] jan.
        [2] fev.
        [3] mar.
        [4] abr.
        [5] mai.
        [6] jun.
        [7] jul.
        [8] ago.
        [9] set.
        [10] out.
        [11] nov.
       *[12] dez.
    }
text-moment = { $day }, { $time }

text-page = Página { $page } de { $pages }
text-page-previous = Anterior
text-page-next = Próxima
text-page-newer = Mais recentes
text-page-older = Mais antigas

text-table-name = Nome
text-table-power = Poder
text-table-seen = Visto
