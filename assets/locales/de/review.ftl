### A draft as people decide on it.

## Its standing, below the table.

review-no-rows = Diese Prüfung hat keine Zeilen (mehr): Analysiere die Screenshots noch einmal.
review-not-saved = **Noch nicht gespeichert.** „Speichern“ behält es als Woche { $week }, „Verwerfen“ wirft es weg; es läuft am { $at } ab.
review-somebody = Jemand
review-this = das
review-the-sim = die Sim Power
review-the-total = die Total Power
review-waiting = **Noch nicht gespeichert: wartet auf Genehmigung.** { $who } möchte { $what } als Woche { $week } speichern; wegen dessen, was unter „{ $field }“ steht, muss ein anderer Manager auf „Genehmigen“ drücken. Es läuft am { $at } ab.
review-waiting-on-tab = **Noch nicht gespeichert: wartet auf Genehmigung.** { $who } möchte { $what } als Woche { $week } speichern; wegen dessen, was unter „{ $field }“ auf dem Reiter { $tabs } steht, muss ein anderer Manager auf „Genehmigen“ drücken. Es läuft am { $at } ab.
review-withdrawn = Die Bitte um Genehmigung wurde zurückgenommen, weil sich die Prüfung geändert hat: Drücke auf „Speichern“, um erneut zu fragen.
review-moved-title = Diese Prüfung geht weiter
review-moved = Es kamen Screenshots hinzu: Eine neuere Nachricht zeigt die ganze Prüfung mit ihren Schaltflächen.
review-gone-title = Verworfen
review-gone = Diese Vorschau wurde nicht gespeichert. Analysiere die Screenshots noch einmal, um eine neue zu bekommen.

## Its buttons, at most 80 characters each.

review-approve = Genehmigen
review-save = Speichern
review-save-both = Beides speichern
review-save-sim = Nur Sim speichern
review-save-total = Nur Total speichern
review-fix = Korrigieren
review-discard = Verwerfen

## The select that asks who a row is, at most 150 characters, and its choices, at most 100.

review-ask = Wer ist { $name }?
review-ask-open = Wer ist { $name }? ({ $count } offen)
# A row's name with its power.
review-ask-with-power = { $name }, { $power }
review-offer-new = Ein neues Mitglied
review-offer-new-why = Jemand, der bisher nicht im Club erfasst war
review-offer-member-why = Ein bekanntes Mitglied; die Schreibweise wird gemerkt
review-offer-row-why = Dasselbe Mitglied wie diese Zeile: Beide werden eins

## The notes below the table: their heads, and what stands in them.

review-note-second-manager = Braucht einen zweiten Manager
review-note-who = Wer ist wer?
review-note-other-tab = Auf dem anderen Reiter
review-note-compared = Verglichen
review-note-first = Das ist die erste Mitgliederliste dieser Art, die hier gespeichert wird: Es gibt noch nichts zum Vergleichen.
review-note-suspicious = Verdächtig
review-note-new = Neu
review-note-missing = Fehlend
review-note-vision = Das Bildmodell liest
review-note-lost = Vorher korrigiert, aber keine Zeile mehr
review-note-more = und { $count } weitere
review-tab-guarded = { $tab }: braucht einen zweiten Manager.
review-tab-asks = { $tab }: fragt, wer wer ist ({ $count }).
review-tab-both = { $tab }: braucht einen zweiten Manager und fragt, wer wer ist ({ $count }).
review-or = { $first } oder { $second }
review-question-renamed = { $row }: vielleicht umbenannt: War es { $names }?
review-question-ambiguous = { $row }: Ist es { $names }?
review-question-twin = { $row }: Ist es dasselbe Mitglied wie { $names }?
review-vision-other = { $row }: { $seen }, wo der Bot { $read } liest
review-vision-only = { $row }: { $seen }, wo der Bot nichts sicher liest
review-vision-name = { $row }: der Name { $seen }
review-vision-seen-with = { $row } mit { $power }, den der Bot nicht sieht
review-vision-seen = { $row }, den der Bot nicht sieht

## The form, whose title and labels have at most 45 characters.

review-form-sim = Sim Power korrigieren
review-form-total = Total Power korrigieren
review-form-values = Werte: Name = 1.2M, einer pro Zeile
review-form-values-left = Werte: Name = 1.2M ({ $count } Zeilen fehlen)
review-form-values-hint = Jede Zeile geht, eine pro Zeile: Stone = 298,297,518
review-form-renames = Umbenennen: alt > neu, einer pro Zeile
review-form-same = Dieselbe Person: bleibt = andere, je Zeile
review-form-drops = Entfernen: ein Name pro Zeile
review-form-drops-hint = Eine Zeile, die kein Mitglied ist
# Behind a value in the form; it is ignored when the form is sent.
review-form-offer = das Bildmodell liest { $power }
review-told-none =
    { $count ->
        [one] { $count } Zeile wurde
       *[other] { $count } Zeilen wurden
    } nicht übernommen, und nichts hat sich geändert:
review-told-some =
    { $good } übernommen; { $count ->
        [one] { $count } Zeile
       *[other] { $count } Zeilen
    } nicht:
review-line-value = schreib es als Name = Wert
review-line-rename = schreib es als alt > neu
review-line-same = schreib es als bleibt = andere
review-line-too-high = so hoch ist keine Power
review-line-nothing-to-see = im neuen Namen ist nichts zu sehen
review-line-too-long = ein Name hat höchstens { $max } Zeichen
review-line-another-row = { $new } ist eine andere Zeile: Wenn beide ein Mitglied sind, schreib { $new } = { $old } unter „Dieselbe Person“
review-line-one-row = das ist schon eine einzige Zeile
review-line-nobody = es gibt keine Zeile und kein Mitglied namens { $name }
review-line-no-name = der Name fehlt
review-line-no-row = es gibt keine Zeile namens { $name } oder mehr als eine

## Why a second manager has to look.

review-guard-jump = Die Power hat sich um { $percent } % oder mehr geändert: { $members }.
# A member, and by how much the power has changed.
review-guard-jumped = { $name } ({ $percent })
review-guard-volatile =
    { $members } von { $of } Mitgliedern { $members ->
        [one] hat
       *[other] haben
    } sich um { $percent } % oder mehr geändert, und mehr als { $most } ist ungewöhnlich.
review-guard-missing =
    { $members } von den vorherigen { $of } Mitgliedern { $members ->
        [one] fehlt
       *[other] fehlen
    }, das sind { $percent } % oder mehr.
review-guard-over-header = Hier sind { $members } Mitglieder, aber die Kopfzeile des Spiels zählt { $header }.
review-guard-taken-away = Verglichen mit dem, was kürzlich zurückgesetzt, gelöscht oder korrigiert wurde: { $guards }

## What a person should know about the reading.

review-warning-more = { $found } von { $counted } gefunden: mehr Mitglieder, als die Kopfzeile zählt; vergleiche die Liste mit dem Spiel.
review-warning-fewer = { $found } von { $counted } gefunden: Schick die fehlenden Screenshots, jeder mit Überlappung zum vorigen.
review-warning-counts-differ = { $found } gefunden: Die Mitgliederzahl in der Kopfzeile unterscheidet sich zwischen den Screenshots.
review-warning-count-unreadable = { $found } gefunden: Die Mitgliederzahl in der Kopfzeile war nicht lesbar.
review-warning-rows = { $rows } Zeilen, und das Spiel zählt { $counted } Mitglieder.
review-warning-power = Die Zahl von { $name } ist verdeckt oder nicht sicher: Vergleiche sie mit dem Spiel.
review-warning-conflict = { $name } wurde mit verschiedenen Zahlen gelesen, { $values }: Vergleiche sie mit dem Spiel.
review-warning-name = Der Name { $name } ist nicht sicher: Vergleiche ihn mit dem Spiel.
review-and = { $first } und { $second }

## What people are told of a vision model that failed.

review-model-setting = Das Bildmodell konnte nicht gefragt werden, weil seine Einstellungen falsch sind: Der Betreiber des Bots kann das beheben. Die Screenshots wurden ohne es gelesen.
review-model-quota = Das Bildmodell wurde nicht gefragt: Das Konto dahinter ist leer. Die Screenshots wurden ohne es gelesen.
review-model-busy = Das Bildmodell hat gerade zu viel zu tun. Die Screenshots wurden ohne es gelesen.
review-model-silent = Das Bildmodell hat nicht geantwortet. Die Screenshots wurden ohne es gelesen.
review-model-unusable = Das Bildmodell gab keine brauchbare Antwort. Die Screenshots wurden ohne es gelesen.

## How far the reading is.

review-added =
    Zu deiner Prüfung von { $count ->
        [one] { $count } Screenshot
       *[other] { $count } Screenshots
    } hinzugefügt, die noch nicht gespeichert ist: Das hier ist alles.
review-reading = Lese { $number } von { $of }…
review-next = Bitte warten: Deine Screenshots sind als Nächstes dran…
review-waiting-clubs =
    Bitte warten: { $count ->
        [one] { $count } anderer Club ist
       *[other] { $count } andere Clubs sind
    } vor dir dran…

## Why an image was not used; it goes on from its file's name.

review-image-too-many-bytes = die Datei hat { $has } MiB, und höchstens { $most } MiB werden gelesen; schick den Screenshot selbst, als PNG, JPEG oder WebP
review-image-too-many-pixels = das Bild mit { $width }×{ $height } Pixeln ist zu groß, höchstens { $most } Megapixel mit 8 Bit pro Farbe werden gelesen; schick den Screenshot so, wie dein Handy ihn gemacht hat
review-image-none = das ist kein PNG-, JPEG- oder WebP-Bild; öffne { $open } und schick den ganzen Screenshot
review-image-broken = das Bild ist beschädigt oder abgeschnitten; schick den Screenshot noch einmal
review-image-too-small = das Bild ist zum Lesen zu klein ({ $width }×{ $height } Pixel); schick den ganzen Screenshot in Originalgröße
review-image-no-cards = dieses Bild zeigt keine Mitgliederkarten; öffne { $open } und schick den ganzen Screenshot
review-image-cut-off = die Mitgliederliste ist in diesem Bild abgeschnitten; öffne { $open } und schick den ganzen Screenshot
# What a list may bear to be read, as the game shows it, and the language of the game on it.
review-image-text = „{ $text }“
review-image-accepted =
    { $texts } ({ $language ->
        [English] Englisch
        [German] Deutsch
        [Spanish] Spanisch
        [French] Französisch
        [Japanese] Japanisch
        [Portuguese] Portugiesisch
       *[other] { $language }
    })
# Where a screen is, and of which game.
review-image-screen = { $open } ({ $game })
review-image-other-screen = der Titel dieser Liste lautet „{ $seen }“, und nur { $accepted } geht; öffne { $open } und schick den ganzen Screenshot
review-image-unread-screen = der Titel dieser Liste ist nicht lesbar, und nur { $accepted } geht; öffne { $open } und schick den ganzen Screenshot
review-image-other-label = die Beschriftung dieser Karten lautet „{ $seen }“, und nur { $accepted } geht; öffne { $open }, stell die Liste darauf um und schick den ganzen Screenshot
review-image-unread-label = die Beschriftung dieser Karten ist nicht lesbar, und nur { $accepted } geht; öffne { $open }, stell die Liste darauf um und schick den ganzen Screenshot
review-image-no-members = kein Mitglied dieser Liste ist ganz zu sehen; scrolle die Liste ein wenig und schick den ganzen Screenshot
review-image-reader-failed = der Leser ist an diesem Bild gescheitert; schick es noch einmal, und sag dem Betreiber des Bots Bescheid, wenn das nicht hilft
review-image-other-metric = es zeigt { $shown }, während die anderen Screenshots { $kept } zeigen; schick es in einer eigenen Analyse
review-image-other-game = es ist vom Spiel { $shown }, während die anderen Screenshots von { $kept } sind; schick immer nur ein Spiel
review-image-other-club = es zeigt den Club { $shown }, während die anderen Screenshots { $kept } zeigen; schick immer nur einen Club
review-image-too-many-at-once =
    ein Aufruf nimmt höchstens { $max ->
        [one] { $max } Screenshot
       *[other] { $max } Screenshots
    }; schick es im nächsten, der zu dieser Prüfung hinzufügt
review-image-duplicate = es ist dasselbe Bild wie { $name }, das schon da ist
review-image-review-full =
    eine Prüfung nimmt höchstens { $max ->
        [one] { $max } Screenshot
       *[other] { $max } Screenshots
    }; speichere oder verwirf sie zuerst
