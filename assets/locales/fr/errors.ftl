### What is refused, and what went wrong.

errors-denied-audit = Seules les personnes ayant la permission « Gérer le serveur » peuvent utiliser le journal d’audit.
errors-denied-guild-data = Seul le propriétaire de ce serveur peut exporter ou supprimer ses données.
errors-denied-not-yours = Cela appartient à quelqu’un d’autre : seule cette personne peut l’utiliser.
errors-denied-host = Seuls les hébergeurs du bot peuvent voir cela.
errors-denied-here = Vous ne pouvez pas utiliser cela ici.
errors-ours = Un problème est survenu du côté du bot. Réessayez dans un instant ; si cela persiste, donnez cette référence à l’hébergeur du bot : { $reference }.
