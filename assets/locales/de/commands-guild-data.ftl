### The names of what a server's owner does with its data.

cmd-guild-data = server-daten
    .description = Die Daten dieses Servers, für den Eigentümer: mitnehmen, löschen
cmd-guild-data-export = exportieren
    .description = Alles, was von diesem Server gespeichert ist, als Datei
cmd-guild-data-delete = löschen
    .description = Alles löschen, was von diesem Server gespeichert ist; fragt noch einmal nach
