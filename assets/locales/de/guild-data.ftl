### A server's data, in its owner's hands.

guild-data-export-done =
    Hier ist alles, was von diesem Server gespeichert ist: { $records ->
        [one] { $records } Datensatz
       *[other] { $records } Datensätze
    }. Was Leute dem Bot gesagt haben, gehört ihnen und ist nicht dabei.
guild-data-export-readme =
    # Alles, was von einem Server gespeichert ist

    - `json/`: jede Tabelle als JSON, für Programme
    - `csv/`: dasselbe als CSV, für Tabellenprogramme

    Zeiten sind in UTC. Was Leute dem Bot gesagt haben, gehört ihnen: Es ist in ihrem eigenen Export und nicht hier.
guild-data-delete-title = Alles von diesem Server löschen?
guild-data-delete-stays = **Das bleibt:**
guild-data-delete-why = Das Audit-Log bleibt, weil niemand auslöschen darf, was er getan hat, auch der Eigentümer nicht; es nennt Personen nur, bis sie sich selbst löschen. Eine laufende Frage an ein Modell wird noch abgerechnet, ohne den Namen des Servers.
guild-data-delete-hint = Nimm es vorher mit { CMD("guild-data export") } mit. Zum Verlassen musst du nichts löschen: Wird der Bot aus einem Server entfernt, bleiben dessen Daten noch 30 Tage, falls er zurückkommt, und werden dann von selbst gelöscht. Dem Eigentümer schreibe ich das in einer Direktnachricht, wenn Discord sie noch zulässt; dazu braucht es einen weiteren gemeinsamen Server.
guild-data-delete-modal = Alles von diesem Server löschen
guild-data-delete-input = Zum Bestätigen den Servernamen eintippen
guild-data-delete-done = Alles, was von diesem Server gespeichert war, ist weg, bis auf das Audit-Log. Mit dem nächsten Befehl fängt der Bot hier neu an:
guild-data-left = Ich wurde aus **{ $name }** entfernt. Was ich davon gespeichert habe, bleibt bis { $until }, falls ich zurückkomme, und wird dann endgültig gelöscht. Komme ich vorher zurück, ist alles, wie es war.
