### What the commands about a club say.

## Words that its sentences have in common.

# In the middle of a sentence.
club-power-sim = Sim Power
club-power-total = Total Power
# As a heading or a label.
club-metric-sim = Sim Power
club-metric-total = Total Power
club-metric-both = Sim und Total Power
club-no-name = (kein Name)
# What the star behind a value means.
club-star = \* von einem Manager korrigiert
club-days = { $from } bis { $to }
club-taken = { $week } ({ $days }), gespeichert { $moment }
club-compared-with-none = Es gibt keine frühere Woche zum Vergleichen.
club-compared-with = Verglichen mit { $taken }.
club-compared-gap =
    Aus { $gap ->
        [one] der Woche
       *[other] den { $gap } Wochen
    } dazwischen wurde keine { $power } gespeichert.
# A change and what it is in percent.
club-changed = { $change } ({ $percent })
club-members-count =
    { $count ->
        [one] { $count } Mitglied
       *[other] { $count } Mitglieder
    }
club-changed-of = { $changed }, { $members }
club-not-known = nicht bekannt
# The heads of fields that several answers have.
club-field-members = Mitglieder
club-field-total = Summe
club-field-change-of-total = Änderung der Summe
club-field-alike = Bei Mitgliedern, die beide Male bekannt sind
club-field-new = Neu ({ $count })
club-field-departed = Ausgetreten ({ $count })
club-field-missing = Fehlend ({ $count })

## A summary, as it is kept with an analysis.

club-summary = { $parts }.
club-summary-and-unread = { $parts }. { $unread }
club-summary-between = { ", " }
club-summary-sim = { $total } Sim Power
club-summary-total = { $total } Power
club-summary-average = Durchschnitt { $average }
club-summary-median = Median { $median }
club-summary-top = an der Spitze { $name } ({ $power })
club-summary-unread =
    { $count ->
        [one] { $count } Wert konnte
       *[other] { $count } Werte konnten
    } nicht gelesen werden.

## Titles that analyses have where nobody gives one.

club-title = { $what }, { $day }

## /club show

club-sheet-fixed = \* von einer Person gesetzt, nicht gelesen
club-sheet-metric = Art
club-sheet-values = Werte
club-sheet-confidence = Lesesicherheit
club-sheet-screenshots = Screenshots
club-sheet-check = Bitte prüfen
club-sheet-saved-too = { $metric }, auch gespeichert
club-sheet-found = { $found } gefunden
club-sheet-found-of = { $found } von { $all } gefunden
club-sheet-found-missing =
    { $found } von { $all } gefunden, { $missing } { $missing ->
        [one] fehlt
       *[other] fehlen
    }
club-sheet-read = { $read } von { $all } gelesen
# A value in short, and with all its digits.
club-whole = { $short } ({ $exact })
club-sheet-not-saved = **Noch nicht gespeichert.**
club-sheet-saved = Gespeichert { $moment }.
club-sheet-doubts-more = und { $count } weitere, in der Tabelle mit { $mark } markiert
club-sheet-doubt-power-name = { $name }: Power und Name nicht sicher
club-sheet-doubt-power = { $name }: Power nicht sicher
club-sheet-doubt-name = { $name }: Name nicht sicher
club-sheet-doubt-seen = { $name }: „zuletzt gesehen“ nicht sicher

## /club list

club-list-title = Gespeicherte Analysen
# In completions: an analysis and the day on which it was saved.
club-choice-analysis = { $title } ({ $day })
club-choice-week = { $week } · { $days }
club-choice-also = { $name } (auch { $alias })
club-choice-departed = { $name } – ausgetreten

## /club stats

club-stats-title = { $metric } · { $week }
club-stats-with-value = Mit Wert
club-stats-known = { $known } von { $all }
club-stats-known-share = { $known } von { $all } ({ $share })
club-stats-average = Durchschnitt
club-stats-median = Median
club-stats-top = Spitze

## /club leaderboard

club-leaderboard-new = neu

## /club movers

club-movers-rising = Im Aufstieg · { $metric }
club-movers-falling = Im Fall · { $metric }
club-movers-volatile = Schwankend · { $metric }
club-movers-none-more = Keines von { $known } Mitgliedern hat mehr als zuvor.
club-movers-none-less = Keines von { $known } Mitgliedern hat weniger als zuvor.
club-movers-more =
    { $count } von { $known } Mitgliedern { $count ->
        [one] hat
       *[other] haben
    } mehr als zuvor.
club-movers-less =
    { $count } von { $known } Mitgliedern { $count ->
        [one] hat
       *[other] haben
    } weniger als zuvor.
# In a table of fixed width.
club-movers-changes =
    { $count ->
        [one] { $count } Änderung
       *[other] { $count } Änderungen
    }
club-movers-swings =
    { $weeks } Wochen: von { $from } bis { $taken }.
    Wie stark sich die Änderungen eines Mitglieds von Woche zu Woche unterscheiden (ihre Standardabweichung): Stetiges Wachstum ergibt null.
club-movers-nobody-swings = Niemandes Power schwankt; es braucht drei Wochen in Folge, um das zu sagen.

## /club member

# The heads of a table of fixed width.
club-member-week = Woche
club-member-sim = Sim
club-member-total = Total
club-member-known-as = Hier bekannt als { $name }.
club-member-departed = Ausgetreten: in { $week } nicht mehr da.
club-member-nothing = In keiner Woche, die zählt, wurde etwas von ihnen gespeichert.
club-member-never = nie
club-member-first-seen = Zuerst gesehen
club-member-last-seen = Zuletzt gesehen
club-member-in-discord = In Discord
club-member-spellings = Andere Schreibweisen
club-member-corrections = Korrekturen
club-member-confirmed = { $person }, von einem Manager bestätigt
club-member-unconfirmed = { $person }, noch nicht bestätigt
club-member-reason = { $week } { $power }: { $value } ({ $why })
club-member-no-reason = kein Grund angegeben
club-member-unlink = Verknüpfung aufheben

## /club me

club-me-not-linked-title = Nicht verknüpft
club-me-not-linked = { $person } und { $member } sind nicht verknüpft.
club-me-settled = Erledigt
club-me-title = Wer ist wer
club-me-question =
    { $person } sagt: Ich bin { $member }.
    Ein Club-Manager kann das bestätigen.
club-me-question-rival =
    { $person } sagt: Ich bin { $member }.
    Ein Club-Manager kann das bestätigen. Jemand anderes sagt das auch: Wer den einen bestätigt, lehnt den anderen ab.
club-me-confirm = Bestätigen
club-me-decline = Ablehnen
club-me-confirmed-title = Bestätigt
club-me-confirmed = { $person } ist { $member }.
club-me-confirmed-declined = { $person } ist { $member }. Der Anspruch von { $rival } ist abgelehnt.

## /club compare

club-compare-title = { $metric } im Vergleich
club-compare-sides =
    Von { $from }
    bis { $to }
club-compare-week = { $taken }.
club-compare-analysis = { $title }, wie es gelesen wurde, gespeichert { $moment }.
club-compare-analysis-of-week = { $title } aus { $week }, wie es gelesen wurde, gespeichert { $moment }.
club-compare-smaller = und { $count } weitere mit einer kleineren Änderung
club-compare-look-twice = Genau hinsehen ({ $count })
club-compare-counts = { $changed } geändert, { $same } gleich, { $unknown } nicht beide Male bekannt
club-compare-ten-times = { $name }: etwa das Zehnfache von vorher
club-compare-a-tenth = { $name }: etwa ein Zehntel von vorher
club-compare-jump = { $name }: ein großer Sprung

## /club chart

club-chart-sim = Die Sim Power des Clubs
club-chart-total = Die Total Power des Clubs
club-chart-both = Total Power und Sim Power des Clubs
club-chart-weeks =
    { $weeks ->
        [one] Eine Woche
       *[other] { $weeks } Wochen
    } mit gespeicherter Mitgliederliste; eine Lücke ist eine Woche ohne.
club-chart-corrected = Eine Woche mit Stern enthält einen Wert, der korrigiert wurde.
club-chart-top = Die Spitze von { $week }
club-chart-distribution = Die Verteilung von { $week }
club-chart-distribution-of =
    { $taken }.
    { $known } von { $all } Mitgliedern { $known ->
        [one] hat
       *[other] haben
    } einen bekannten Wert.
# In pictures, and for those who cannot see them.
club-picture-corrected = korrigiert
club-picture-total = Die Summe des Clubs
club-picture-span = von { $first } bis { $last }
club-picture-in-week = in { $week }
club-picture-total-alt = Ein Liniendiagramm der Summe des Clubs { $span }.
club-picture-member-alt = Ein Liniendiagramm der Power von { $name } { $span }.
club-picture-top = Top { $count }
club-picture-top-alt = Ein Balkendiagramm von { $metric } in { $week }: { $names }.
club-picture-of-week = { $metric }, { $week } ({ $days })
club-picture-distribution = Mitglieder nach Power
club-picture-distribution-alt = Wie viele Mitglieder wie viel { $metric } in { $week } haben.

## /club search

club-search-title = Suche
club-search-nothing = Kein Mitglied und keine Analyse enthält { $query }.
club-search-found = Was { $query } enthält:
club-search-members = Mitglieder ({ $count })
club-search-more = und { $count } weitere
club-search-analyses = Analysen
club-search-more-analyses = und mehr: { CMD("club list") } zeigt alle
club-search-also = { $name } (auch { $alias })
club-search-departed = { $name }, ausgetreten

## /club export

club-export-counts = { $values } von { $members } in { $weeks }, Korrekturen angewandt.
club-export-values =
    { $count ->
        [one] { $count } Wert
       *[other] { $count } Werte
    }
club-export-members =
    { $count ->
        [one] { $count } Mitglied
       *[other] { $count } Mitgliedern
    }
club-export-weeks =
    { $count ->
        [one] { $count } Woche
       *[other] { $count } Wochen
    }
club-export-first = { $counts } Es kommt in { $files } Dateien; das ist die erste.
club-export-part = Datei { $part } von { $files }.

## /club rename and /club delete

club-rename-modal = Analyse umbenennen
club-rename-title = Neuer Titel
club-renamed = Umbenannt
club-renamed-to = { $before } heißt jetzt { $after }.
club-delete-title = Diese Analyse löschen?
club-delete-question = Ihre Werte verschwinden mit ihr, und niemand kann sie zurückholen.
club-delete = Löschen
club-keep = Behalten
club-deleted = Gelöscht
club-deleted-title = { $title } ist in keiner Liste und keiner Zahl mehr.
club-deleted-before = Sie wurde schon vorher gelöscht.
club-kept = Behalten
club-kept-all = Es wurde nichts gelöscht.
