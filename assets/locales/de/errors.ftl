### What is refused, and what went wrong.

errors-denied-audit = Nur wer die Berechtigung „Server verwalten“ hat, kann das Audit-Log benutzen.
errors-denied-guild-data = Nur wem dieser Server gehört, kann seine Daten exportieren oder löschen.
errors-denied-not-yours = Das gehört jemand anderem: Nur diese Person kann es benutzen.
errors-denied-host = Das sehen nur die Betreiber des Bots.
errors-denied-here = Das kannst du hier nicht benutzen.
errors-denied-no-such-command = Diesen Befehl gibt es nicht, oder du darfst ihn hier nicht benutzen: Wähle einen, der angeboten wird.
errors-ours = Auf der Seite des Bots ist etwas schiefgegangen. Versuche es gleich noch einmal; wenn es so bleibt, nenne dem Betreiber des Bots diese Nummer: { $reference }.
errors-not-in-guild = Nutze das auf einem Server: Eine Direktnachricht hat keinen Club.
errors-may-not-analyze = Nur wer die Berechtigung „Server verwalten“ oder eine Club-Manager-Rolle hat, kann eine Mitgliederliste analysieren.
errors-may-not-decide = Nur wer die Berechtigung „Server verwalten“ oder eine Club-Manager-Rolle hat, kann diese Vorschau ändern, speichern oder verwerfen.
errors-may-not-change = Nur wer diese Analyse erstellt hat oder ein Club-Manager kann sie umbenennen oder löschen.
errors-may-not-manage = Nur wer die Berechtigung „Server verwalten“ oder eine Club-Manager-Rolle hat, kann { CMD("club-admin") } nutzen.
errors-may-not-approve = Nur wer die Berechtigung „Server verwalten“ oder eine Club-Manager-Rolle hat, kann genehmigen.
errors-may-not-change-settings = Nur wer die Berechtigung „Server verwalten“ hat, kann Einstellungen ändern.
errors-no-images = Hier ist kein Bild: Hänge ein bis zehn Screenshots von Club > Manage Members an.
errors-not-used = { $file }: { $reason }
errors-title-too-long =
    Dieser Titel ist zu lang: Er darf höchstens { $max ->
        [one] { $max } Zeichen
       *[other] { $max } Zeichen
    } haben.
errors-title-empty = Ein Titel braucht mindestens einen Buchstaben oder eine Zahl: Gib einen anderen ein.
errors-draft-expired = Diese Vorschau ist nach 24 Stunden abgelaufen und wurde nicht gespeichert: Analysiere die Screenshots noch einmal.
errors-already-saved = Diese Vorschau ist schon gespeichert: Sieh sie dir mit { CMD("club show") } an.
errors-already-discarded = Diese Vorschau wurde schon verworfen: Analysiere die Screenshots noch einmal, um eine neue zu bekommen.
errors-analysis-not-found = Diese Analyse gibt es auf diesem Server nicht (mehr): { CMD("club list") } zeigt, was da ist.
errors-no-analysis-yet = Hier ist noch keine Analyse gespeichert: Fang mit { CMD("club analyze") } an.
errors-still-reading = Deine letzten Screenshots werden noch gelesen: Warte zuerst auf diese Antwort.
errors-took-too-long = Der Bot hat sehr viel zu tun und konnte deine Screenshots nicht rechtzeitig lesen: Versuch es in ein paar Minuten noch einmal.
errors-too-many-members =
    Diese Screenshots zeigen mehr als { $max ->
        [one] { $max } Mitglied
       *[other] { $max } Mitglieder
    }, und so viele hat kein Club: Schick die eines einzigen Clubs.
errors-busy = Zu viele Leute ändern diese Prüfung gleichzeitig: Versuch es gleich noch einmal.
errors-open-questions = Sag zuerst, wer { $names } ist: Wähle unter der Tabelle aus oder nutze „Korrigieren“.
errors-already-answered = Diese Frage ist beantwortet: Die Tabelle zeigt, was noch offen ist.
errors-name-taken = { $name } ist der Name von jemandem in diesem Club: Wähle, wer es ist, oder gib der Zeile mit „Korrigieren“ einen anderen Namen.
errors-too-many-edits =
    Diese Prüfung hat schon { $max ->
        [one] { $max } Änderung
       *[other] { $max } Änderungen
    }: Speichere sie, oder verwirf sie und analysiere neu.
errors-club-full =
    Dieser Club hat { $max ->
        [one] { $max } Mitglied
       *[other] { $max } Mitglieder
    } erfasst, mehr geht nicht: Führe zuerst welche zusammen oder benenne welche um.
errors-awaits-approval = Das wartet auf eine Genehmigung: Ein anderer Manager muss auf „Genehmigen“ drücken.
errors-own-approval = Du hast selbst um diese Genehmigung gebeten: Ein anderer Manager muss auf „Genehmigen“ drücken.
errors-approval-stale = Das hat sich geändert, seit um die Genehmigung gebeten wurde: Drücke auf „Speichern“, um erneut zu fragen.
errors-nothing-to-approve = Hier bittet niemand (mehr) um eine Genehmigung: Drücke auf „Speichern“.
errors-review-moved = Zu dieser Prüfung kamen Screenshots hinzu: Eine neuere Nachricht zeigt alles. Nutze die Schaltflächen dort.
errors-stale-button = Diese Schaltfläche wird nicht mehr verstanden: Nutze den Befehl noch einmal.

## What is asked of a club and has no answer.

errors-known-nothing-yet = Über diesen Club ist noch nichts bekannt: Lies mit { CMD("club analyze") } eine Mitgliederliste ein und speichere sie.
errors-known-nothing-of = Hier wurde noch keine { $power } gespeichert: Analysiere Screenshots, die sie zeigen.
errors-known-no-such-week = Für { $week } wurde keine { $power } gespeichert: Die neueste Woche ist { $newest }.
errors-known-not-a-week = Das ist keine Woche: Wähle eine aus der Liste oder schreib sie wie 2026-W47.
errors-known-neither = Das ist weder eine Woche noch eine Analyse dieses Servers: Wähle etwas aus der Liste.
errors-known-one-week = Von { $power } ist nur eine Woche gespeichert: Mit der nächsten gibt es etwas zu vergleichen.
errors-known-too-few-weeks = Es braucht mindestens drei Wochen { $power }, um zu sagen, wessen Power schwankt.
errors-known-no-value = Aus dieser Woche ist keine { $power } sicher bekannt.
errors-known-metrics-differ = Das eine ist Sim Power und das andere Total Power: Wähle zwei von derselben Art.
errors-known-same-sides = Beide sind gleich: Wähle zwei verschiedene Wochen oder Analysen.
errors-known-no-such-member = Niemand in diesem Club heißt so: Gib ein paar Buchstaben ein und wähle aus der Liste.
errors-known-perhaps-member = Niemand in diesem Club heißt so: Vielleicht meinst du { $names }.
errors-or = { $first } oder { $second }
errors-known-empty-search = Gib mindestens einen Buchstaben oder eine Zahl zum Suchen ein.
errors-known-long-search =
    Das ist zum Suchen zu lang: höchstens { $max ->
        [one] { $max } Zeichen
       *[other] { $max } Zeichen
    }.
errors-known-nothing-to-export = Es gibt noch nichts zu exportieren: Speichere zuerst mit { CMD("club analyze") } eine Woche.
errors-known-may-not-export = Nur wer die Berechtigung „Server verwalten“ oder eine Club-Manager-Rolle hat, kann den Verlauf des Clubs exportieren.
errors-known-may-not-confirm = Nur wer die Berechtigung „Server verwalten“ oder eine Club-Manager-Rolle hat, kann bestätigen, wer jemand ist.
errors-known-may-not-unlink = Nur die Person selbst oder ein Club-Manager kann diese Verknüpfung aufheben.
errors-known-not-linked = Du bist noch kein Mitglied dieses Clubs: Nutze { CMD("club me") } mit deinem Namen im Spiel.
errors-known-member-taken = Jemand anderes ist dieses Mitglied schon: Ein Club-Manager kann dessen Verknüpfung aufheben.
errors-known-already-linked = Du bist schon ein anderes Mitglied: Drücke zuerst unter { CMD("club me") } auf „Verknüpfung aufheben“.
errors-known-claim-over = Das wurde schon bestätigt, abgelehnt oder zurückgenommen.

## What is typed and is none: weeks and numbers.

errors-week = „{ $text }“ ist keine Woche: Schreib das Jahr und die Nummer der Woche, wie 2026-W47.
errors-number-empty = Eine Zahl fehlt: Schreib sie wie 298,297,518 oder 4.1M.
errors-number-unknown = „{ $text }“ ist wegen „{ $found }“ keine Zahl: Schreib sie wie 298,297,518 oder 4.1M.
errors-number-separators = „{ $text }“ hat ein Trennzeichen an der falschen Stelle: Schreib es wie 298,297,518 oder 4.1M.
errors-number-two-ways = „{ $text }“ kann man auf zwei Arten lesen: Schreib { $whole }, wenn du Tausender meinst, oder eine Dezimalzahl mit weniger als drei Nachkommastellen.
errors-number-not-whole = „{ $text }“ ist keine ganze Zahl: Schreib weniger Nachkommastellen oder K, M oder B dahinter.
errors-number-too-large = „{ $text }“ ist zu groß: Höchstens { $most } geht.
errors-number-negative = „{ $text }“ ist kleiner als null: Eine Power ist null oder mehr.

## Why a file was not used.

errors-fetch-host = der Link führt zu einem Host, der nicht erlaubt ist; lade die Datei direkt bei Discord hoch
errors-fetch-too-large = sie ist größer als 10 MiB; schick den Original-Screenshot als PNG oder JPEG
errors-fetch-gone = Discord hat sie nicht mehr (der Link ist abgelaufen); lade sie noch einmal hoch
errors-fetch-broke-off = der Download ist abgebrochen; versuch es gleich noch einmal
errors-fetch-too-slow = der Download hat zu lange gedauert; versuch es gleich noch einmal
