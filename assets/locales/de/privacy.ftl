### One's own data: seen, taken away and deleted.

privacy-show-title = Was über dich gespeichert ist
privacy-show-head = Alles, was der Bot über dich aufbewahrt: aus diesem Server, aus anderen und aus Direktnachrichten.
privacy-show-goes = **Deins** – { CMD("privacy delete") } löscht es
privacy-show-freed = **Im Protokoll oder von anderen** – es bleibt, und { CMD("privacy delete") } nimmt deinen Namen heraus
privacy-show-foot = { CMD("privacy export") } gibt dir alles als Datei. Chat in Direktnachrichten bleibt, bis du ihn löschst; die Admins eines Servers können älteren Chat dort von selbst löschen lassen.
privacy-export-done =
    Hier ist alles, was über dich gespeichert ist: { $records ->
        [one] { $records } Datensatz
       *[other] { $records } Datensätze
    }, darunter { $messages ->
        [one] { $messages } Nachricht
       *[other] { $messages } Nachrichten
    } und { $files ->
        [one] { $files } Datei
       *[other] { $files } Dateien
    }.
privacy-export-parts = Für eine Nachricht ist es zu groß, darum kommt es in { $count } Teilen. Jeder ist eine eigene ZIP-Datei.
privacy-export-part = Teil { $part } von { $count }.
privacy-export-unsent =
    { $count ->
        [one] { $count } Teil konnte
       *[other] { $count } Teile konnten
    } nicht gesendet werden. Versuche es gleich noch einmal; eine Direktnachricht mit dem Bot fasst so viel wie ein Server.
privacy-export-readme =
    # Alles, was über dich gespeichert ist

    - `conversations/`: deine Unterhaltungen mit dem Bot, zum Lesen
    - `files/`: die Bilder und Textdateien deiner Fragen
    - `json/`: jede Tabelle als JSON, für Programme
    - `csv/`: dasselbe als CSV, für Tabellenprogramme

    Zeiten sind in UTC. In `audit_logs` steht, was du getan hast und was mit dir getan wurde; wer sonst damit zu tun hatte, ist weggelassen.
privacy-delete-title = Alles über dich löschen?
privacy-delete-goes = **Das geht, jetzt und endgültig:**
privacy-delete-freed = **Das bleibt, ohne deinen Namen:**
privacy-delete-why = Es bleibt, weil das Audit-Log sagen muss, was in Servern geschehen ist, und weil dem Club gehört, was du für ihn berichtigt oder freigegeben hast. Auch was der Bot in Discord geschrieben hat, bleibt dort. Einträge, die der Betreiber des Bots schon in eine Archivdatei verschoben hat, erreicht der Bot nicht mehr.
privacy-delete-hint = Nimm es vorher mit { CMD("privacy export") } mit. Wenn du den Bot danach wieder benutzt, fängst du neu an.
privacy-delete-button = Alles löschen
privacy-delete-keep = Behalten
privacy-delete-kept-title = Behalten
privacy-delete-kept = Nichts wurde gelöscht.
privacy-delete-modal = Alles über dich löschen
privacy-delete-word = LÖSCHEN
privacy-delete-input = Zum Bestätigen { $word } eintippen
privacy-delete-done-title = Gelöscht
privacy-delete-done = Alles, was über dich gespeichert war, ist weg, und was bleibt, sagt nicht mehr, wer du bist:
privacy-fault-still-exporting = Dein letzter Export wird noch erstellt: Warte erst auf diese Antwort.
privacy-fault-many-exporting = Gerade werden viele Exporte erstellt: Versuch es in ein paar Minuten noch einmal.
privacy-fault-other-word = Nichts wurde gelöscht: Tippe { $word } ein, um es zu bestätigen.
privacy-fault-other-name = Nichts wurde gelöscht: Tippe den Namen des Servers, { $name }, ein, um es zu bestätigen.

# What is stored, by kind. Each stands in a list of its own lines.
privacy-kind-person = deine Discord-ID, deine Namen und dein Bild
privacy-kind-sessions =
    { $rows ->
        [one] { $rows } Sitzung
       *[other] { $rows } Sitzungen
    }
privacy-kind-memberships =
    { $rows ->
        [one] { $rows } Mitgliedschaft in einem Server
       *[other] { $rows } Mitgliedschaften in Servern
    }
privacy-kind-consent = ob deine Chats aufbewahrt werden dürfen
privacy-kind-conversations =
    { $rows ->
        [one] { $rows } Unterhaltung mit dem Bot
       *[other] { $rows } Unterhaltungen mit dem Bot
    }
privacy-kind-messages =
    { $rows ->
        [one] { $rows } Frage oder Antwort darin
       *[other] { $rows } Fragen und Antworten darin
    }
privacy-kind-posts =
    { $rows ->
        [one] { $rows } Vermerk, wo eine Antwort in Discord steht
       *[other] { $rows } Vermerke, wo Antworten in Discord stehen
    }
privacy-kind-files =
    { $rows ->
        [one] { $rows } Bild oder Textdatei einer Frage
       *[other] { $rows } Bilder und Textdateien von Fragen
    }
privacy-kind-usage =
    { $rows ->
        [one] { $rows } Summe von Chat-Tokens eines Tages oder Monats
       *[other] { $rows } Summen von Chat-Tokens von Tagen und Monaten
    }
privacy-kind-reservations =
    { $rows ->
        [one] { $rows } laufende Frage an das Modell
       *[other] { $rows } laufende Fragen an das Modell
    }
privacy-kind-analyses =
    { $rows ->
        [one] { $rows } Club-Analyse oder Entwurf
       *[other] { $rows } Club-Analysen und Entwürfe
    }
privacy-kind-images =
    { $rows ->
        [one] { $rows } Angabe zu einem Screenshot darin
       *[other] { $rows } Angaben zu Screenshots darin
    }
privacy-kind-metrics =
    { $rows ->
        [one] { $rows } Kennzahl eines ganzen Clubs darin
       *[other] { $rows } Kennzahlen ganzer Clubs darin
    }
privacy-kind-powers =
    { $rows ->
        [one] { $rows } Stärke eines Mitglieds darin
       *[other] { $rows } Stärken von Mitgliedern darin
    }
privacy-kind-reviews =
    { $rows ->
        [one] { $rows } Analyse, die bestätigt oder zurückgenommen wurde
       *[other] { $rows } Analysen, die bestätigt oder zurückgenommen wurden
    }
privacy-kind-club-members =
    { $rows ->
        [one] { $rows } Mitglied eines Clubs
       *[other] { $rows } Mitglieder von Clubs
    }
privacy-kind-aliases =
    { $rows ->
        [one] { $rows } andere Schreibweise eines Mitgliedsnamens
       *[other] { $rows } andere Schreibweisen von Mitgliedsnamen
    }
privacy-kind-corrections =
    { $rows ->
        [one] { $rows } korrigierter Wert eines Clubs
       *[other] { $rows } korrigierte Werte von Clubs
    }
privacy-kind-alerts =
    { $rows ->
        [one] { $rows } Club-Nachricht
       *[other] { $rows } Club-Nachrichten
    }
privacy-kind-guild = Name, Discord-ID und Einstellungen des Servers
privacy-kind-settings-revisions =
    { $rows ->
        [one] { $rows } Änderung an Einstellungen eines Servers
       *[other] { $rows } Änderungen an Einstellungen eines Servers
    }
privacy-kind-settings-proposals =
    { $rows ->
        [one] { $rows } Änderung von Einstellungen, die auf dein Ja wartet
       *[other] { $rows } Änderungen von Einstellungen, die auf dein Ja warten
    }
privacy-kind-audit-entries =
    { $rows ->
        [one] { $rows } Eintrag im Audit-Log
       *[other] { $rows } Einträge im Audit-Log
    }
privacy-kind-audit-counts =
    { $rows ->
        [one] { $rows } Tageszahl solcher Einträge
       *[other] { $rows } Tageszahlen solcher Einträge
    }
