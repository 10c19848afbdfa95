### What the commands for a club’s managers say.

## What managers are refused.

club-admin-no-such-member = Hier heißt kein Mitglied „{ $name }“.
club-admin-no-such-member-perhaps = Hier heißt kein Mitglied „{ $name }“; vielleicht { $like }.
club-admin-not-a-name = Ein Name braucht mindestens einen Buchstaben, eine Zahl oder ein Zeichen und hat höchstens { $max } Zeichen.
club-admin-is-a-member = „{ $spelling }“ ist der Name eines Mitglieds: Wenn es dasselbe ist wie { $member }, nutze { CMD("club-admin members merge") }.
club-admin-means-another = „{ $spelling }“ meint schon { $other }: Entferne es dort zuerst mit { CMD("club-admin aliases remove") }.
club-admin-no-such-alias = „{ $alias }“ ist hier kein Aliasname: { CMD("club-admin aliases list") } zeigt, was da ist.
club-admin-full = Ein Club behält höchstens { $max } Aliasnamen: Entferne zuerst einige.
club-admin-same-member = Das ist ein und dasselbe Mitglied: Wähle zwei.
club-admin-not-linked = { $name } ist mit niemandem auf Discord verknüpft.
club-admin-week-to-come = Die Woche { $week } hat noch nicht begonnen: Der Club ist in { $now }.
club-admin-too-high = Eine Power von { $max } oder mehr gibt es nicht: Prüfe den Wert.
club-admin-reason-too-long = Ein Grund darf höchstens { $max } Zeichen haben.
club-admin-no-such-correction = Diese Korrektur zählt nicht (mehr): { CMD("club-admin corrections list") } zeigt, welche zählen.
club-admin-nothing-to-roll-back =
    Von der { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } ist nichts gespeichert, was zurückgerollt werden könnte.
club-admin-nothing-to-roll-back-in =
    Von der { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } ist in { $week } nichts gespeichert, was zurückgerollt werden könnte.
club-admin-no-longer-current = Das zählt nicht mehr: Jemand hat inzwischen gespeichert oder zurückgerollt. Nutze { CMD("club-admin rollback") } noch einmal.
club-admin-nothing-to-undo = Es gibt nichts mehr rückgängig zu machen: Das ist schon geschehen, oder die Analyse wurde gelöscht.
club-admin-nothing-to-change = Nenne mindestens eines, was geändert werden soll.
club-admin-cannot-post = Der Bot kann dort nichts posten ({ $why }): Gib ihm in dem Kanal „Kanal anzeigen“, „Nachrichten senden“ und „Links einbetten“ und versuche es noch einmal.
club-admin-fetch-host = Die Datei konnte nicht heruntergeladen werden: Ihr Link führt zu einem Host, der nicht erlaubt ist; lade die Datei direkt auf Discord hoch.
club-admin-fetch-too-large = Die Datei konnte nicht heruntergeladen werden: Sie ist größer als 10 MiB; schick den Original-Screenshot als PNG oder JPEG.
club-admin-fetch-gone = Die Datei konnte nicht heruntergeladen werden: Discord hat sie nicht mehr (der Link ist abgelaufen); lade sie noch einmal hoch.
club-admin-fetch-broke-off = Die Datei konnte nicht heruntergeladen werden: Der Download ist abgebrochen; versuche es gleich noch einmal.
club-admin-fetch-too-slow = Die Datei konnte nicht heruntergeladen werden: Der Download hat zu lange gedauert; versuche es gleich noch einmal.
club-admin-file-changed = Das ist nicht die Datei, die dir gezeigt wurde: Importiere sie noch einmal.
club-admin-import-over = Dieser Import wurde bestätigt oder abgebrochen oder ist abgelaufen: Nutze { CMD("club-admin import") } noch einmal.
club-admin-import-changed = Das hat sich geändert, seit um Genehmigung gebeten wurde: Nutze { CMD("club-admin import") } noch einmal.
club-admin-nothing-asked = Hier bittet niemand (mehr) um eine Genehmigung: Nutze { CMD("club-admin import") } noch einmal.
club-admin-nothing-new = Nichts würde sich ändern: Alles in dieser Datei ist schon bekannt.

## Words that several answers have.

club-admin-off = aus
club-admin-on = an
club-admin-choice-also = { $name } (auch { $alias })
club-admin-undo = Rückgängig machen

## /club-admin alerts

club-admin-alerts-off-title = Meldungen aus
club-admin-alerts-off = Die Neuigkeiten des Clubs werden nirgends mehr gemeldet.
club-admin-alerts-title = Meldungen
club-admin-alerts-set-title = Meldungen eingestellt
club-admin-alerts-in = Die Neuigkeiten des Clubs werden in { $channel } gemeldet.
club-admin-alerts-nowhere = Die Neuigkeiten des Clubs werden nirgends gemeldet: Wähle mit { CMD("club-admin alerts set") } einen Kanal.
club-admin-alerts-change = um { $percent } % oder mehr
club-admin-alerts-members = Beitritte und Austritte
club-admin-alerts-changes = Änderungen
club-admin-alerts-scan-due = Scan fällig
club-admin-alerts-trouble = Nicht zugestellt
club-admin-alerts-trouble-waits = { $at }: { $why }. Es wird noch einmal versucht; sieh dir die Rechte des Bots in dem Kanal an.
club-admin-alerts-trouble-over = { $at }: { $why }. Es wurde aufgegeben.

## /club-admin aliases

club-admin-aliases-title = Aliasnamen
club-admin-aliases-none = Noch hat kein Mitglied eine andere Schreibweise: Füge mit { CMD("club-admin aliases add") } eine hinzu oder korrigiere einen Namen vor dem Speichern.
club-admin-aliases-of = { $member }: { $spellings }
club-admin-alias-source =
    { $alias } ({ $source ->
        [fix] korrigiert
        [command] hinzugefügt
        [import] importiert
       *[rename] früherer Name
    })
club-admin-alias-known-title = Schon bekannt
club-admin-alias-known = { $alias } meint schon { $member }.
club-admin-alias-added-title = Aliasname hinzugefügt
club-admin-alias-added = { $alias } meint ab dem nächsten Scan { $member }.
club-admin-alias-removed-title = Aliasname entfernt
club-admin-alias-removed = { $alias } meint nicht mehr { $member }. Was gespeichert ist, bleibt, wie es ist.

## /club-admin corrections

club-admin-correction =
    { $member } · { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } · { $week }: { $value }\*
club-admin-correction-reason = Grund: { $reason }
club-admin-correction-replaces = Sie ersetzt die Korrektur { $value }\* von { $at }.
club-admin-correction-replaces-because = Sie ersetzt die Korrektur { $value }\* von { $at }. Deren Grund: { $reason }
club-admin-correction-until-now = Bisher: { $value }, das bleibt erhalten.
club-admin-correction-until-now-nothing = Bisher war nichts bekannt.
club-admin-correction-no-roster =
    Von { $week } ist noch keine { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } gespeichert: Sie zählt, sobald eine gespeichert ist.
club-admin-correction-imported = Importiert
club-admin-corrected-title = Korrigiert
club-admin-corrections-title = Korrekturen
club-admin-corrections-none = Nichts ist korrigiert: Alle Werte sind so, wie sie gelesen wurden.
club-admin-correction-removed-title = Korrektur entfernt
club-admin-correction-removed = Das Gelesene zählt wieder.
club-admin-choice-correction =
    { $member } · { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } · { $week } · { $value }

## /club-admin guards

club-admin-guards-title = Schutzregeln
club-admin-guards-set-title = Schutzregeln eingestellt
club-admin-guards-when = Eine Mitgliederliste braucht die Genehmigung eines zweiten Managers, wenn …
club-admin-guard-jump = Sprung
club-admin-guard-volatile = Schwankung
club-admin-guard-missing = Fehlend
club-admin-guard-header = Über der Kopfzeile
club-admin-guard-jump-when = sich die Power eines Mitglieds um { $percent } % oder mehr ändert
club-admin-guard-volatile-when =
    sich mehr als { $most ->
        [one] { $most } Mitglied
       *[other] { $most } Mitglieder
    } um { $percent } % oder mehr ändern
club-admin-guard-missing-when = { $percent } % oder mehr der Mitglieder der letzten Liste fehlen
club-admin-guard-header-when = es mehr Mitglieder gibt, als die Kopfzeile im Spiel zählt

## /club-admin import

club-admin-import-title = Import
club-admin-import-cancelled-title = Abgebrochen
club-admin-import-cancelled = Nichts wurde importiert.
club-admin-import-refused-title = Diese Datei kann nicht importiert werden
club-admin-import-refused = Nichts wurde importiert. Was an der Datei nicht stimmt, steht in { $file }; korrigiere sie und importiere sie noch einmal.
club-admin-import-question-title = { $file } importieren?
club-admin-import-question = Noch hat sich nichts geändert.
club-admin-import-question-guarded = Noch hat sich nichts geändert. „Importieren“ bittet einen zweiten Manager um Genehmigung.
club-admin-import-confirm = Importieren
club-admin-import-cancel = Abbrechen
club-admin-import-approve = Genehmigen
club-admin-import-asking-title = Den Import von { $file } genehmigen?
club-admin-import-asking = Noch hat sich nichts geändert: Ein anderer Manager als der, der gefragt hat, muss auf „Genehmigen“ drücken.
club-admin-import-asked-title = Um Genehmigung für { $file } gebeten
club-admin-import-asked = Ein anderer Manager muss unter der Nachricht in diesem Kanal auf „Genehmigen“ drücken.
club-admin-import-asked-unseen = Ein anderer Manager muss das genehmigen, aber die Nachricht dafür konnte in diesem Kanal nicht gepostet werden: Brich es ab, indem du dort noch einmal importierst, wo der Bot posten kann.
club-admin-imported-title = { $file } importiert
club-admin-import-undone-title = Import rückgängig gemacht
club-admin-import-undone =
    { $rosters ->
        [one] { $rosters } Mitgliederliste
       *[other] { $rosters } Mitgliederlisten
    } zurückgerollt: Was vorher zählte, zählt wieder. Mitglieder und Aliasnamen aus der Datei bleiben bekannt. Um alles zurückzuhaben, importiere die Datei noch einmal.
club-admin-import-undone-corrections =
    { $rosters ->
        [one] { $rosters } Mitgliederliste
       *[other] { $rosters } Mitgliederlisten
    } zurückgerollt und { $corrections ->
        [one] { $corrections } Korrektur
       *[other] { $corrections } Korrekturen
    } entfernt: Was vorher zählte, zählt wieder. Mitglieder und Aliasnamen aus der Datei bleiben bekannt. Um alles zurückzuhaben, importiere die Datei noch einmal.
# What an import changes, a line for each kind.
club-admin-import-week = { $format } · { $week }
club-admin-import-weeks = { $format } · { $first } bis { $last }
club-admin-import-saved =
    Gespeichert: { $rosters ->
        [one] { $rosters } Mitgliederliste
       *[other] { $rosters } Mitgliederlisten
    } mit { $values ->
        [one] { $values } Wert
       *[other] { $values } Werten
    }.
club-admin-import-superseded =
    Anstelle dessen, was bisher zählt: { $rosters ->
        [one] { $rosters } Mitgliederliste
       *[other] { $rosters } Mitgliederlisten
    } davon. Was jetzt da ist, bleibt erhalten, und ein Zurückrollen bringt es zurück.
club-admin-import-unchanged =
    Genau so bekannt und unverändert gelassen: { $rosters ->
        [one] { $rosters } Mitgliederliste
       *[other] { $rosters } Mitgliederlisten
    }.
club-admin-import-known = Bekannte Mitglieder: { $count }.
club-admin-import-new = Neue Mitglieder: { $count }: { $names }.
club-admin-import-aliases = Neue Aliasnamen: { $count }.
club-admin-import-corrections =
    Als Korrekturen behalten (\*): { $count ->
        [one] { $count } Wert
       *[other] { $count } Werte
    }.
club-admin-import-guarded =
    Schutzregel: { $week }, { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }: { $guard }
club-admin-import-more-guards = … und { $count } weitere.

## /club-admin members

club-admin-members-kept-title = Beibehalten
club-admin-members-kept = Sie bleiben zwei Mitglieder.
club-admin-merge-title = Diese beiden zu einem machen?
club-admin-merge-question =
    { $other } wird eine andere Schreibweise von { $keep }: Alle Werte, Korrekturen und Aliasnamen beider gehören dann { $keep }. Wo eine Liste beide hat, zählt der Wert von { $keep }.

    Das lässt sich nicht rückgängig machen.
club-admin-merge = Zusammenführen
club-admin-merge-keep-both = Beide behalten
club-admin-merged-title = Zusammengeführt
club-admin-merged = { $other } meint jetzt { $keep }. Übertragene Werte: { $values }.
club-admin-merged-doubled =
    { $other } meint jetzt { $keep }. Übertragene Werte: { $values }. Davon { $doubled ->
        [one] zählt { $doubled } nicht mehr
       *[other] zählen { $doubled } nicht mehr
    }, weil { $keep } dort auch einen hatte.
club-admin-renamed-title = Umbenannt
club-admin-renamed = { $before } heißt jetzt { $after }; der alte Name meint weiterhin dasselbe Mitglied.
club-admin-unlinked-title = Verknüpfung aufgehoben
club-admin-unlinked = { $name } ist mit niemandem mehr verknüpft.

## /club-admin rollback

club-admin-rollback-title = Zurückrollen?
club-admin-rollback-none = Dort zählt nichts mehr, was zurückgerollt werden könnte.
club-admin-rollback-question =
    Jetzt zählt: { $now }
    Dann zählt: { $before }

    Nichts geht verloren: Es lässt sich rückgängig machen.
club-admin-rollback-question-last =
    Jetzt zählt: { $now }
    Dann gibt es in { $week } keine { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } mehr.

    Nichts geht verloren: Es lässt sich rückgängig machen.
club-admin-rollback-undoable = Zuletzt zurückgerollt: { $last }
club-admin-rollback-confirm = Zurückrollen
club-admin-rollback-undo = Letztes Zurückrollen rückgängig machen
club-admin-rollback-keep = Behalten
club-admin-rollback-kept-title = Beibehalten
club-admin-rollback-kept = Nichts wurde zurückgerollt.
# A saved roster: its week and power, its title and its members come before these.
club-admin-roster =
    { $week } · { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }
club-admin-roster-members =
    { $count ->
        [one] { $count } Mitglied
       *[other] { $count } Mitglieder
    }
club-admin-roster-saved = gespeichert { $at }
club-admin-roster-imported = importiert { $at }
club-admin-rolled-back-title = Zurückgerollt
club-admin-rolled-back =
    Zählt nicht mehr: { $gone }
    Jetzt zählt: { $now }
club-admin-rolled-back-last =
    Zählt nicht mehr: { $gone }
    Vorher gab es keine, also hat { $week } keine { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } mehr.
club-admin-undone-title = Rückgängig gemacht
club-admin-undone = Zählt wieder: { $back }
club-admin-undone-superseded = Sie ist zurück, aber inzwischen wurde eine spätere gespeichert, und die zählt: { $back }

## /club-admin week

club-admin-week-begins =
    Wochen beginnen { $day ->
        [mon] montags
        [tue] dienstags
        [wed] mittwochs
        [thu] donnerstags
        [fri] freitags
        [sat] samstags
       *[sun] sonntags
    } um { $time } ({ $zone }).
club-admin-week-title = Die Woche des Clubs
club-admin-week-runs = Es läuft { $week }: Sie hat { $began } begonnen und endet { $next }.
club-admin-week-set-title = Woche eingestellt
club-admin-week-set = Das gilt ab jetzt: Es läuft { $week }, als hätte sie { $began } begonnen, und die nächste Woche beginnt { $next }. Gespeicherte Listen behalten ihre Wochen.
