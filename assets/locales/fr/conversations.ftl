### What a person keeps of their conversations with the bot, and looks after.

## How a conversation is named.

conversations-untitled = Sans titre
conversations-untitled-aside = (sans titre)
conversations-direct = messages privés
conversations-here = ce serveur
conversations-private = privée
conversations-messages =
    { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }
conversations-files =
    { $count ->
        [one] { $count } fichier
       *[other] { $count } fichiers
    }

## The list.

conversations-list-title = Vos conversations
conversations-list-pick = Ouvrir une conversation
conversations-all = Toutes les conversations

## One that is open.

conversations-open = Ouvrir
conversations-about = { $about } · commencée le { $when }
conversations-empty = Rien n’y a encore été dit.
# Export is the button below.
conversations-long = Les longs messages sont coupés ici ; « Exporter » les a en entier.
conversations-you = Vous
conversations-answer = Réponse
conversations-program = Programme
conversations-which = réponse { $answer } sur { $answers }
conversations-attached = Joint : { $files }
conversations-coming-in = en train d’arriver
conversations-stopped = arrêtée
conversations-failed = échouée
conversations-interrupted = interrompue
conversations-continue = Continuer ici
conversations-rename = Renommer
conversations-export = Exporter
conversations-delete = Supprimer

## Going on with one here.

conversations-continued = La suite est ici
conversations-continued-how = Ce que vous demanderez ensuite dans ce salon fait suite à { $title }.
# What Discord calls the values of a switch is not ours.
conversations-continued-privately = Ce que vous demanderez dans ce salon avec `{ CMD("chat") }` et `{ $option }: True` fait suite à { $title }.

## Another title.

conversations-rename-title = Renommer une conversation
conversations-new-title = Nouveau titre
conversations-renamed = Renommée
conversations-renamed-to = { $before } s’appelle maintenant { $after }.

## A search.

conversations-search-title = Chercher dans vos conversations
conversations-search-nothing = Aucun de vos titres ni de vos messages ne contient { $term }.
conversations-search-found = Ce qui contient { $term } :
conversations-search-shorter = On a trouvé plus que ce qui tient ici : cherchez un passage plus court pour tourner les pages.
conversations-search-pick = Ouvrir à cet endroit
conversations-search-in-title = titre

## An export, in parts where it is large.

conversations-export-files = { $messages } et { $files }
conversations-export-all = L’intégralité de { $title } : { $what }.
conversations-export-first = La première partie de { $title } : { $what }. La suite vient avec **Partie suivante**.
conversations-export-part = Partie { $part } de { $title } : { $what }. La suite vient avec **Partie suivante**.
conversations-export-last = Partie { $part } de { $title }, qui est la dernière : { $what }.
conversations-export-next = Partie suivante
conversations-export-json = En JSON
conversations-export-markdown = En Markdown

## In the file. Times in it are in UTC, as in the one for programs.

conversations-file-title = Conversation
conversations-file-part = Partie { $part }
conversations-file-held = Tenue dans : { $place }
conversations-file-held-privately = Tenue dans : { $place }, privée
conversations-file-begun = Commencée { $begun }, dernière modification { $changed }
conversations-file-deleted = Supprimée { $deleted }, conservée encore un moment
conversations-file-id = Id { $id }
conversations-file-answer = réponse { $answer }
conversations-file-not-chosen = non choisie

## Deleting one.

conversations-delete-title = Supprimer cette conversation ?
conversations-delete-soft = **Supprimer** la retire de tout ce que vous voyez ici, et après 30 jours elle disparaît pour de bon.
conversations-delete-hard = **Supprimer pour toujours** l’efface maintenant, avec ses fichiers. Personne ne peut la récupérer.
conversations-delete-forever = Supprimer pour toujours
conversations-keep = Garder
conversations-kept = Gardée
conversations-kept-all = Rien n’a été supprimé.
conversations-deleted = Supprimée
conversations-deleted-before = Elle n’est plus là.
conversations-deleted-until = { $title } n’est plus dans aucune liste ni recherche, et disparaîtra pour de bon le { $when }.
conversations-deleted-forever = { $title } est supprimée pour de bon, avec tout ce qui a été dit et joint.

## Why something cannot be done to one.

conversations-fault-not-found = Cette conversation n’est pas (ou plus) parmi les vôtres : { CMD("conversations list") } montre ce qu’il y a.
conversations-fault-nothing-yet = Vous n’avez encore aucune conversation : commencez-en une avec { CMD("chat") }.
conversations-fault-empty-search = Saisissez au moins un caractère à chercher.
conversations-fault-long-search = C’est trop long à chercher : { $max } caractères au plus.
conversations-fault-of-another-server = Cette conversation appartient à un autre serveur : poursuivez-la là-bas.
conversations-fault-of-direct-messages = Cette conversation vient de vos messages privés avec le bot : poursuivez-la là-bas.
