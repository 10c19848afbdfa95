### The names of what one does with one's own data.

cmd-privacy = datenschutz
    .description = Deine eigenen Daten: ansehen, mitnehmen, löschen
cmd-privacy-show = anzeigen
    .description = Was über dich gespeichert ist, gezählt
cmd-privacy-export = exportieren
    .description = Alles, was über dich gespeichert ist, als Datei
cmd-privacy-delete = löschen
    .description = Alles löschen, was über dich gespeichert ist; fragt noch einmal nach
cmd-privacy-consent = einwilligung
    .description = Ob deine Chats mit dem Bot gespeichert werden: ansehen und ändern
