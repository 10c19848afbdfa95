### A server's data, in its owner's hands.

guild-data-export-done =
    Voici tout ce qui est enregistré de ce serveur : { $records ->
        [one] { $records } enregistrement
       *[other] { $records } enregistrements
    }. Ce que les gens ont dit au bot leur appartient et n’y est pas.
guild-data-export-readme =
    # Tout ce qui est enregistré d’un serveur

    - `json/` : chaque table en JSON, pour des programmes
    - `csv/` : la même chose en CSV, pour des tableurs

    Les heures sont en UTC. Ce que les gens ont dit au bot leur appartient : c’est dans l’export de chacun, et pas ici.
guild-data-delete-title = Supprimer tout ce qui concerne ce serveur ?
guild-data-delete-stays = **Ceci reste :**
guild-data-delete-why = Le journal d’audit reste parce que personne ne doit effacer ce qu’il a fait, pas même le propriétaire ; il ne nomme les gens que jusqu’à ce qu’ils se suppriment eux-mêmes. Une question en cours à un modèle est encore comptée, sans le nom du serveur.
guild-data-delete-hint = Emportez-le d’abord avec { CMD("guild-data export") }. Pas besoin de supprimer quoi que ce soit pour partir : quand le bot est retiré d’un serveur, les données sont gardées 30 jours au cas où il reviendrait, puis supprimées d’elles-mêmes. J’en informe le propriétaire par message privé si Discord le permet encore, ce qui demande un autre serveur en commun.
guild-data-delete-modal = Supprimer tout ce qui concerne ce serveur
guild-data-delete-input = Saisissez le nom du serveur
guild-data-delete-done = Tout ce qui était enregistré de ce serveur a disparu, sauf le journal d’audit. Le bot repart de zéro ici avec la prochaine commande :
guild-data-left = J’ai été retiré de **{ $name }**. Ce que j’en ai enregistré est gardé jusqu’au { $until }, au cas où je reviendrais, puis supprimé pour de bon. Si je reviens avant, tout est comme avant.
