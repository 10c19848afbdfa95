### The names of what one does with one's own data.

cmd-privacy = confidentialite
    .description = Vos propres données : les voir, les emporter, les supprimer
cmd-privacy-show = voir
    .description = Ce qui est enregistré à votre sujet, compté
cmd-privacy-export = exporter
    .description = Tout ce qui est enregistré à votre sujet, dans un fichier
cmd-privacy-delete = supprimer
    .description = Supprimer tout ce qui est enregistré à votre sujet ; demande confirmation
cmd-privacy-consent = consentement
    .description = Si vos discussions avec le bot sont conservées : le voir et le changer
