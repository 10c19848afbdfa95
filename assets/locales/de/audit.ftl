### Was /audit zeigt, und was der Audit-Kanal erfährt.

audit-title = Audit-Protokoll
audit-none = Einen solchen Eintrag gibt es nicht.
audit-nobody = niemand namentlich
audit-failed = gescheitert: { $reason }
audit-newer = Neuere
audit-older = Ältere
audit-by = von { $person }
audit-action = Aktion { $action }
audit-about = betrifft { $kind }
audit-only-worked = nur was geklappt hat
audit-only-failed = nur was gescheitert ist
audit-from = ab { $day }
audit-to = bis { $day }
audit-more =
    { $count ->
        [one] und ein weiterer
       *[other] und { $count } weitere
    }
audit-head = Neuester Eintrag: { $head }
audit-posted = Zuletzt im Audit-Kanal gepostet und wiedergefunden: { $head }

audit-stats-title = Das Audit-Protokoll in Zahlen
audit-stats-none = In dieser Zeit wurde nichts aufgezeichnet.
audit-stats-total =
    { $count ->
        [one] Ein Eintrag
       *[other] { $count } Einträge
    } in { $days ->
        [one] einem Tag
       *[other] { $days } Tagen
    }; { $rate } haben geklappt.
audit-stats-failed = { $count } gescheitert
audit-stats-actions = Nach Aktion
audit-stats-people = Nach Person
audit-chart-title = Audit-Protokoll nach Tagen
audit-chart-count = Einträge
audit-chart-rate = Geklappt
audit-chart-alt = Ein Diagramm der Einträge jedes Tages und des Anteils, der geklappt hat.

audit-export-all =
    { $count ->
        [one] Ein Eintrag, der neueste zuerst.
       *[other] { $count } Einträge, die neuesten zuerst.
    }
audit-export-first =
    { $count ->
        [one] Der erste Teil, das Neueste zuerst: ein Eintrag. Weitere Teile folgen.
       *[other] Der erste Teil, das Neueste zuerst: { $count } Einträge. Weitere Teile folgen.
    }
audit-export-part =
    { $count ->
        [one] Teil { $number }: ein Eintrag.
       *[other] Teil { $number }: { $count } Einträge.
    }
audit-export-last =
    { $count ->
        [one] Teil { $number }, der letzte: ein Eintrag.
       *[other] Teil { $number }, der letzte: { $count } Einträge.
    }
audit-export-cut = Ältere Einträge passten nicht mehr hinein: Fordere sie mit den Optionen für den ersten und letzten Tag an.
audit-export-unsent = Teil { $number } konnte nicht gesendet werden, und was danach käme, auch nicht: Versuch es gleich noch einmal oder fordere weniger Tage an.

audit-verify-title-whole = Das Audit-Protokoll ist unversehrt
audit-verify-title-found = Das Audit-Protokoll ist nicht unversehrt
audit-verify-whole =
    { $count ->
        [one] Der eine Eintrag ist, was geschrieben wurde.
       *[other] Alle { $count } Einträge sind, was geschrieben wurde.
    }
audit-verify-found =
    { $count ->
        [one] Etwas ist nicht so, wie es geschrieben wurde:
       *[other] { $count } Dinge sind nicht so, wie sie geschrieben wurden:
    }
audit-verify-looked-at =
    { $count ->
        [one] Ein Eintrag wurde geprüft.
       *[other] { $count } Einträge wurden geprüft.
    }
audit-verify-archived =
    { $count ->
        [one] Ein älterer Eintrag wurde archiviert.
       *[other] { $count } ältere Einträge wurden archiviert.
    }
audit-verify-before =
    { $count ->
        [one] Ein Eintrag stammt aus der Zeit, bevor das Protokoll verkettet wurde: Er ist da, mehr lässt sich nicht sagen.
       *[other] { $count } Einträge stammen aus der Zeit, bevor das Protokoll verkettet wurde: Sie sind da, mehr lässt sich nicht sagen.
    }
audit-found-changed = Geändert, oder er folgt nicht auf den Eintrag davor: Nummer { $number }, { $entry }
audit-found-removed = Entfernt: Nummer { $number }, { $id }
audit-found-gone = Entfernt: Nummer { $first } bis { $last }
audit-found-gone-from-before = Entfernt, aus der Zeit vor der Verkettung: { $id }
audit-found-inserted = Von Hand oder von einer älteren Version hinzugefügt: { $entry }
audit-found-cut = Abgeschnitten: Das Protokoll endet mit Nummer { $last } und reichte bis { $head }
audit-found-head = Der neueste Eintrag, oder der gepostete, ist nicht das, was bei Nummer { $number } steht
audit-found-before = Aus der Zeit vor der Verkettung gab es { $expected } Einträge, { $found } sollen es sein
audit-found-archived = Aus der Zeit vor der Verkettung sollen { $said } Einträge archiviert sein, archiviert wurden { $taken }
audit-found-number = Es gibt { $found } Einträge, bekannt sind { $known }: Einer zählt doppelt, oder einer ist nicht lesbar

audit-mirror-head = Zum Vergleichen
audit-mirror-missed =
    { $count ->
        [one] Ein früherer Eintrag konnte hier nicht gepostet werden.
       *[other] { $count } frühere Einträge konnten hier nicht gepostet werden.
    }

audit-no-day = { $typed } ist kein Tag: Schreib ihn wie 2026-11-22.
audit-backwards = Der letzte Tag, { $to }, liegt vor dem ersten, { $from }.
audit-name-too-long = Eine Aktion oder Art hat höchstens { $max } Zeichen: Wähle eine der angebotenen.
audit-gone = Worum es in dieser Liste ging, gibt es nicht mehr: Nutze { CMD("audit list") } noch einmal.
audit-busy = Das Audit-Protokoll dieses Servers wird schon gelesen: Warte zuerst auf die Antwort darauf.
