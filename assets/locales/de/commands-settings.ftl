### The names of the settings' commands.

cmd-settings = einstellungen
    .description = Diesen Server einrichten: Funktionen, Club und Chat
cmd-settings-open = öffnen
    .description = Alle Einstellungen in einer Nachricht mit Menüs und Knöpfen
cmd-settings-get = zeigen
    .description = Eine Einstellung ansehen oder alle
opt-settings-get-key = schlüssel
    .description = Welche (sonst: alle)
cmd-settings-set = setzen
    .description = Eine Einstellung ändern
opt-settings-set-key = schlüssel
    .description = Welche
opt-settings-set-value = wert
    .description = Was ab jetzt gilt; /einstellungen zeigen sagt, was möglich ist
cmd-settings-reset = zurücksetzen
    .description = Einer Einstellung wieder ihren Standard geben
opt-settings-reset-key = schlüssel
    .description = Welche
cmd-settings-history = verlauf
    .description = Wer wann was geändert hat, und Änderungen zurücknehmen
cmd-settings-export = exportieren
    .description = Was hier eingestellt ist, als Datei
cmd-settings-import = importieren
    .description = Einstellungen aus einer Datei übernehmen; zeigt erst, was sich ändert
opt-settings-import-file = datei
    .description = Eine Datei, wie /einstellungen exportieren sie macht
