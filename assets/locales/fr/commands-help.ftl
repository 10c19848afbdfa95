cmd-help = aide
    .description = Ce que le bot peut faire pour vous, et comment
opt-help-command = commande
    .description = Une commande (par défaut : toutes celles que vous pouvez utiliser ici)
