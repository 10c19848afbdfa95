### The names of the settings' commands.

cmd-settings = paramètres
    .description = Configurer ce serveur : fonctions, club et chat
cmd-settings-open = ouvrir
    .description = Tous les paramètres dans un message avec menus et boutons
cmd-settings-get = voir
    .description = Voir un paramètre, ou tous
opt-settings-get-key = clé
    .description = Lequel (par défaut : tous)
cmd-settings-set = définir
    .description = Modifier un paramètre
opt-settings-set-key = clé
    .description = Lequel
opt-settings-set-value = valeur
    .description = Ce qui vaut désormais ; /paramètres voir dit ce qui est possible
cmd-settings-reset = réinitialiser
    .description = Rendre à un paramètre sa valeur par défaut
opt-settings-reset-key = clé
    .description = Lequel
cmd-settings-history = historique
    .description = Qui a changé quoi et quand, et annuler un changement
cmd-settings-export = exporter
    .description = Ce qui est réglé ici, dans un fichier
cmd-settings-import = importer
    .description = Reprendre des paramètres d’un fichier ; montre d’abord ce qui change
opt-settings-import-file = fichier
    .description = Un fichier comme en produit /paramètres exporter
