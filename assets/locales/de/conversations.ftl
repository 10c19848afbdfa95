### What a person keeps of their conversations with the bot, and looks after.

## How a conversation is named.

conversations-untitled = Ohne Titel
conversations-untitled-aside = (ohne Titel)
conversations-direct = Direktnachrichten
conversations-here = dieser Server
conversations-private = privat
conversations-messages =
    { $count ->
        [one] 1 Nachricht
       *[other] { $count } Nachrichten
    }
conversations-files =
    { $count ->
        [one] 1 Datei
       *[other] { $count } Dateien
    }

## The list.

conversations-list-title = Deine Gespräche
conversations-list-pick = Ein Gespräch öffnen
conversations-all = Alle Gespräche

## One that is open.

conversations-open = Öffnen
conversations-about = { $about } · begonnen { $when }
conversations-empty = Darin wurde noch nichts gesagt.
# Export is the button below.
conversations-long = Lange Nachrichten sind hier gekürzt; „Exportieren“ hat sie ganz.
conversations-you = Du
conversations-answer = Antwort
conversations-program = Programm
conversations-which = Antwort { $answer } von { $answers }
conversations-attached = Angehängt: { $files }
conversations-coming-in = kommt noch
conversations-stopped = gestoppt
conversations-failed = fehlgeschlagen
conversations-interrupted = unterbrochen
conversations-continue = Hier weitermachen
conversations-rename = Umbenennen
conversations-export = Exportieren
conversations-delete = Löschen

## Going on with one here.

conversations-continued = Hier geht es weiter
conversations-continued-how = Was du in diesem Kanal als Nächstes fragst, knüpft an { $title } an.
# What Discord calls the values of a switch is not ours.
conversations-continued-privately = Was du in diesem Kanal mit `{ CMD("chat") }` und `{ $option }: True` fragst, knüpft an { $title } an.

## Another title.

conversations-rename-title = Ein Gespräch umbenennen
conversations-new-title = Neuer Titel
conversations-renamed = Umbenannt
conversations-renamed-to = { $before } heißt jetzt { $after }.

## A search.

conversations-search-title = In deinen Gesprächen suchen
conversations-search-nothing = { $term } steht in keinem deiner Titel und keiner deiner Nachrichten.
conversations-search-found = Darin steht { $term }:
conversations-search-shorter = Es wurde mehr gefunden, als hier Platz hat: Such nach einem kürzeren Stück davon, um zu blättern.
conversations-search-pick = An der Stelle öffnen
conversations-search-in-title = Titel

## An export, in parts where it is large.

conversations-export-files = { $messages } und { $files }
conversations-export-all = Alles aus { $title }: { $what }.
conversations-export-first = Der erste Teil von { $title }: { $what }. Mit **Nächster Teil** geht es weiter.
conversations-export-part = Teil { $part } von { $title }: { $what }. Mit **Nächster Teil** geht es weiter.
conversations-export-last = Teil { $part } von { $title }, der letzte: { $what }.
conversations-export-next = Nächster Teil
conversations-export-json = Als JSON
conversations-export-markdown = Als Markdown

## In the file. Times in it are in UTC, as in the one for programs.

conversations-file-title = Gespräch
conversations-file-part = Teil { $part }
conversations-file-held = Geführt in: { $place }
conversations-file-held-privately = Geführt in: { $place }, privat
conversations-file-begun = Begonnen { $begun }, zuletzt geändert { $changed }
conversations-file-deleted = Gelöscht { $deleted }, wird noch eine Weile aufbewahrt
conversations-file-id = Id { $id }
conversations-file-answer = Antwort { $answer }
conversations-file-not-chosen = nicht gewählt

## Deleting one.

conversations-delete-title = Dieses Gespräch löschen?
conversations-delete-soft = **Löschen** nimmt es aus allem heraus, was du hier siehst, und nach 30 Tagen ist es endgültig weg.
conversations-delete-hard = **Endgültig löschen** nimmt es jetzt weg, mit seinen Dateien. Niemand kann es zurückholen.
conversations-delete-forever = Endgültig löschen
conversations-keep = Behalten
conversations-kept = Behalten
conversations-kept-all = Es wurde nichts gelöscht.
conversations-deleted = Gelöscht
conversations-deleted-before = Es ist nicht mehr da.
conversations-deleted-until = { $title } steht in keiner Liste und keiner Suche mehr und ist am { $when } endgültig weg.
conversations-deleted-forever = { $title } ist endgültig weg, mit allem, was gesagt und angehängt wurde.

## Why something cannot be done to one.

conversations-fault-not-found = Dieses Gespräch ist nicht (mehr) unter deinen: { CMD("conversations list") } zeigt, was es gibt.
conversations-fault-nothing-yet = Du hast noch kein Gespräch: Beginn eines mit { CMD("chat") }.
conversations-fault-empty-search = Gib mindestens ein Zeichen ein, nach dem gesucht wird.
conversations-fault-long-search = Das ist zu lang für eine Suche: höchstens { $max } Zeichen.
conversations-fault-of-another-server = Dieses Gespräch gehört zu einem anderen Server: Mach dort damit weiter.
conversations-fault-of-direct-messages = Dieses Gespräch ist aus deinen Direktnachrichten mit dem Bot: Mach dort damit weiter.
