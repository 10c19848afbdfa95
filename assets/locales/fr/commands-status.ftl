cmd-status = statut
    .description = Comment va le bot : version, latence et base de données
