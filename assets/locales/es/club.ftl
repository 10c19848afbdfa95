### What the commands about a club say.

## Words that its sentences have in common.

# In the middle of a sentence.
club-power-sim = Sim Power
club-power-total = Total Power
# As a heading or a label.
club-metric-sim = Sim Power
club-metric-total = Total Power
club-metric-both = Sim y Total Power
club-no-name = (sin nombre)
# What the star behind a value means.
club-star = \* corregido por un gestor
club-days = { $from } a { $to }
club-taken = { $week } ({ $days }), guardada el { $moment }
club-compared-with-none = No hay una semana anterior con la que comparar.
club-compared-with = Comparada con { $taken }.
club-compared-gap =
    No se guardó { $power } de { $gap ->
        [one] la semana
       *[other] las { $gap } semanas
    } entre ambas.
# A change and what it is in percent.
club-changed = { $change } ({ $percent })
club-members-count =
    { $count ->
        [one] { $count } miembro
       *[other] { $count } miembros
    }
club-changed-of = { $changed }, { $members }
club-not-known = desconocido
# The heads of fields that several answers have.
club-field-members = Miembros
club-field-total = Total
club-field-change-of-total = Cambio del total
club-field-alike = De miembros conocidos ambas veces
club-field-new = Nuevos ({ $count })
club-field-departed = Se fueron ({ $count })
club-field-missing = Faltan ({ $count })

## A summary, as it is kept with an analysis.

club-summary = { $parts }.
club-summary-and-unread = { $parts }. { $unread }
club-summary-between = { ", " }
club-summary-sim = { $total } de Sim Power
club-summary-total = { $total } de poder
club-summary-average = media { $average }
club-summary-median = mediana { $median }
club-summary-top = en cabeza { $name } con { $power }
club-summary-unread =
    No se { $count ->
        [one] pudo leer { $count } valor
       *[other] pudieron leer { $count } valores
    }.

## Titles that analyses have where nobody gives one.

club-title = { $what }, { $day }

## /club show

club-sheet-fixed = \* puesto por una persona, no leído
club-sheet-metric = Tipo
club-sheet-values = Valores
club-sheet-confidence = Fiabilidad de lectura
club-sheet-screenshots = Capturas
club-sheet-check = Revisa, por favor
club-sheet-saved-too = { $metric }, también guardado
club-sheet-found = { $found } encontrados
club-sheet-found-of = { $found } de { $all } encontrados
club-sheet-found-missing =
    { $found } de { $all } encontrados, { $missing ->
        [one] falta
       *[other] faltan
    } { $missing }
club-sheet-read = { $read } de { $all } leídos
# A value in short, and with all its digits.
club-whole = { $short } ({ $exact })
club-sheet-not-saved = **Todavía no está guardado.**
club-sheet-saved = Guardado el { $moment }.
club-sheet-doubts-more = y { $count } más, marcados con { $mark } en la tabla
club-sheet-doubt-power-name = { $name }: poder y nombre dudosos
club-sheet-doubt-power = { $name }: poder dudoso
club-sheet-doubt-name = { $name }: nombre dudoso
club-sheet-doubt-seen = { $name }: última conexión dudosa

## /club list

club-list-title = Análisis guardados
# In completions: an analysis and the day on which it was saved.
club-choice-analysis = { $title } ({ $day })
club-choice-week = { $week } · { $days }
club-choice-also = { $name } (también { $alias })
club-choice-departed = { $name } – se fue

## /club stats

club-stats-title = { $metric } · { $week }
club-stats-with-value = Con valor
club-stats-known = { $known } de { $all }
club-stats-known-share = { $known } de { $all } ({ $share })
club-stats-average = Media
club-stats-median = Mediana
club-stats-top = Primero

## /club leaderboard

club-leaderboard-new = nuevo

## /club movers

club-movers-rising = En alza · { $metric }
club-movers-falling = A la baja · { $metric }
club-movers-volatile = Oscilantes · { $metric }
club-movers-none-more = Ninguno de los { $known } miembros tiene más que antes.
club-movers-none-less = Ninguno de los { $known } miembros tiene menos que antes.
club-movers-more =
    { $count } de { $known } miembros { $count ->
        [one] tiene
       *[other] tienen
    } más que antes.
club-movers-less =
    { $count } de { $known } miembros { $count ->
        [one] tiene
       *[other] tienen
    } menos que antes.
# In a table of fixed width.
club-movers-changes =
    { $count ->
        [one] { $count } cambio
       *[other] { $count } cambios
    }
club-movers-swings =
    { $weeks } semanas: de { $from } a { $taken }.
    Cuánto difieren entre sí los cambios de un miembro de una semana a otra (su desviación típica): un crecimiento constante da cero.
club-movers-nobody-swings = El poder de nadie oscila; hacen falta tres semanas seguidas para saberlo.

## /club member

# The heads of a table of fixed width.
club-member-week = Semana
club-member-sim = Sim
club-member-total = Total
club-member-known-as = Aquí se le conoce como { $name }.
club-member-departed = Se fue: ya no estaba en { $week }.
club-member-nothing = No se guardó nada suyo en ninguna semana que cuente.
club-member-never = nunca
club-member-first-seen = Visto por primera vez
club-member-last-seen = Visto por última vez
club-member-in-discord = En Discord
club-member-spellings = Otras grafías
club-member-corrections = Correcciones
club-member-confirmed = { $person }, confirmado por un gestor
club-member-unconfirmed = { $person }, aún sin confirmar
club-member-reason = { $week } { $power }: { $value } ({ $why })
club-member-no-reason = sin motivo indicado
club-member-unlink = Desvincular

## /club me

club-me-not-linked-title = Sin vínculo
club-me-not-linked = { $person } y { $member } no están vinculados.
club-me-settled = Resuelto
club-me-title = Quién es quién
club-me-question =
    { $person } dice: soy { $member }.
    Un gestor del club puede confirmarlo.
club-me-question-rival =
    { $person } dice: soy { $member }.
    Un gestor del club puede confirmarlo. Otra persona dice lo mismo: confirmar a una rechaza a la otra.
club-me-confirm = Confirmar
club-me-decline = Rechazar
club-me-confirmed-title = Confirmado
club-me-confirmed = { $person } es { $member }.
club-me-confirmed-declined = { $person } es { $member }. La solicitud de { $rival } queda rechazada.

## /club compare

club-compare-title = Comparación de { $metric }
club-compare-sides =
    De { $from }
    a { $to }
club-compare-week = { $taken }.
club-compare-analysis = { $title } tal como se leyó, guardado el { $moment }.
club-compare-analysis-of-week = { $title } de { $week } tal como se leyó, guardado el { $moment }.
club-compare-smaller = y { $count } más con un cambio menor
club-compare-look-twice = Míralo dos veces ({ $count })
club-compare-counts = { $changed } cambiaron, { $same } iguales, { $unknown } no conocidos ambas veces
club-compare-ten-times = { $name }: unas diez veces lo que era
club-compare-a-tenth = { $name }: más o menos una décima parte de lo que era
club-compare-jump = { $name }: un gran salto

## /club chart

club-chart-sim = El Sim Power del club
club-chart-total = El Total Power del club
club-chart-both = El Total Power y el Sim Power del club
club-chart-weeks =
    { $weeks ->
        [one] Una semana
       *[other] { $weeks } semanas
    } con una lista guardada; un hueco es una semana sin ella.
club-chart-corrected = Una semana con estrella contiene un valor que se corrigió.
club-chart-top = Los mejores de { $week }
club-chart-distribution = La distribución de { $week }
club-chart-distribution-of =
    { $taken }.
    { $known } de { $all } miembros { $known ->
        [one] tiene
       *[other] tienen
    } un valor conocido.
# In pictures, and for those who cannot see them.
club-picture-corrected = corregido
club-picture-total = El total del club
club-picture-span = de { $first } a { $last }
club-picture-in-week = en { $week }
club-picture-total-alt = Un gráfico de líneas del total del club { $span }.
club-picture-member-alt = Un gráfico de líneas del poder de { $name } { $span }.
club-picture-top = Top { $count }
club-picture-top-alt = Un gráfico de barras de { $metric } en { $week }: { $names }.
club-picture-of-week = { $metric }, { $week } ({ $days })
club-picture-distribution = Miembros por poder
club-picture-distribution-alt = Cuántos miembros tienen cuánto { $metric } en { $week }.

## /club search

club-search-title = Búsqueda
club-search-nothing = Ningún miembro ni análisis contiene { $query }.
club-search-found = Lo que contiene { $query }:
club-search-members = Miembros ({ $count })
club-search-more = y { $count } más
club-search-analyses = Análisis
club-search-more-analyses = y más: { CMD("club list") } los muestra todos
club-search-also = { $name } (también { $alias })
club-search-departed = { $name }, se fue

## /club export

club-export-counts = { $values } de { $members } en { $weeks }, con las correcciones aplicadas.
club-export-values =
    { $count ->
        [one] { $count } valor
       *[other] { $count } valores
    }
club-export-members =
    { $count ->
        [one] { $count } miembro
       *[other] { $count } miembros
    }
club-export-weeks =
    { $count ->
        [one] { $count } semana
       *[other] { $count } semanas
    }
club-export-first = { $counts } Viene en { $files } archivos; este es el primero.
club-export-part = Archivo { $part } de { $files }.

## /club rename and /club delete

club-rename-modal = Renombrar un análisis
club-rename-title = Título nuevo
club-renamed = Renombrado
club-renamed-to = { $before } ahora es { $after }.
club-delete-title = ¿Eliminar este análisis?
club-delete-question = Sus valores se van con él y nadie puede recuperarlo.
club-delete = Eliminar
club-keep = Conservar
club-deleted = Eliminado
club-deleted-title = { $title } ya no está en ninguna lista ni cifra.
club-deleted-before = Ya se había eliminado.
club-kept = Conservado
club-kept-all = No se eliminó nada.
