### What sentences of all topics are put together from.

text-and-more = { $names } y { $count } más
text-list-between = { ", " }
text-list-end = { $first } y { $last }
text-list-or = { $first } o { $last }
text-percent = { $number } %
# A thousand, a million and a billion (10⁹), behind a number.
text-unit-thousand = mil
text-unit-million = M
text-unit-billion = mil M

# CLDR's medium and short patterns. The month is a number, the year is text.
text-day =
    { $day } { $month ->
        [1] ene
        [2] feb
        [3] mar
        [4] abr
        [5] may
        [6] jun
        [7] jul
        [8] ago
        [9] sept
        [10] oct
        [11] nov
       *[12] dic
    } { $year }
text-day-of-year =
    { $day } { $month ->
        [1] ene
        [2] feb
        [3] mar
        [4] abr
        [5] may
        [6] jun
        [7] jul
        [8] ago
        [9] sept
        [10] oct
        [11] nov
       *[12] dic
    }
text-moment = { $day }, { $time }

text-page = Página { $page } de { $pages }
text-page-previous = Anterior
text-page-next = Siguiente
text-page-newer = Más recientes
text-page-older = Más antiguos

text-table-name = Nombre
text-table-power = Poder
text-table-seen = Visto
