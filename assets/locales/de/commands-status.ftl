cmd-status = status
    .description = Wie es dem Bot geht: Version, Latenz und Datenbank
