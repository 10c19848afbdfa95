### The names of what a server's owner does with its data.

cmd-guild-data = donnees-serveur
    .description = Les données de ce serveur, pour son propriétaire : les emporter, les supprimer
cmd-guild-data-export = exporter
    .description = Tout ce qui est enregistré de ce serveur, dans un fichier
cmd-guild-data-delete = supprimer
    .description = Supprimer tout ce qui est enregistré de ce serveur ; demande confirmation
