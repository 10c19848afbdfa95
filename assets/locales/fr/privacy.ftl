### One's own data: seen, taken away and deleted.

privacy-show-title = Ce qui est enregistré à votre sujet
privacy-show-head = Tout ce que le bot conserve à votre sujet : de ce serveur, des autres et des messages privés.
privacy-show-goes = **À vous** – { CMD("privacy delete") } le supprime
privacy-show-freed = **Au journal, ou à d’autres** – cela reste, et { CMD("privacy delete") } en retire votre nom
privacy-show-foot = { CMD("privacy export") } vous donne le tout dans un fichier. Le chat en messages privés est conservé jusqu’à ce que vous le supprimiez ; les admins d’un serveur peuvent y faire supprimer l’ancien chat automatiquement.
privacy-export-done =
    Voici tout ce qui est enregistré à votre sujet : { $records ->
        [one] { $records } enregistrement
       *[other] { $records } enregistrements
    }, dont { $messages ->
        [one] { $messages } message
       *[other] { $messages } messages
    } et { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    }.
privacy-export-parts = C’est trop grand pour un seul message : il y a donc { $count } parties. Chacune est un fichier zip à part entière.
privacy-export-part = Partie { $part } sur { $count }.
privacy-export-unsent =
    { $count ->
        [one] { $count } partie n’a pas pu être envoyée
       *[other] { $count } parties n’ont pas pu être envoyées
    }. Réessayez dans un instant ; un message privé avec le bot accepte autant qu’un serveur.
privacy-export-readme =
    # Tout ce qui est enregistré à votre sujet

    - `conversations/` : vos conversations avec le bot, à lire
    - `files/` : les images et fichiers texte de vos questions
    - `json/` : chaque table en JSON, pour des programmes
    - `csv/` : la même chose en CSV, pour des tableurs

    Les heures sont en UTC. `audit_logs` contient ce que vous avez fait et ce qui vous a été fait ; qui d’autre y était mêlé est omis.
privacy-delete-title = Supprimer tout ce qui vous concerne ?
privacy-delete-goes = **Ceci disparaît, maintenant et pour de bon :**
privacy-delete-freed = **Ceci reste, sans votre nom :**
privacy-delete-why = Cela reste parce que le journal d’audit doit dire ce qui s’est passé dans les serveurs, et parce que ce que vous avez corrigé ou approuvé pour un club appartient au club. Ce que le bot a écrit dans Discord y reste aussi. Le bot n’atteint plus les entrées que son hébergeur a déjà déplacées dans un fichier d’archives.
privacy-delete-hint = Emportez-le d’abord avec { CMD("privacy export") }. Si vous utilisez de nouveau le bot ensuite, vous repartez de zéro.
privacy-delete-button = Tout supprimer
privacy-delete-keep = Conserver
privacy-delete-kept-title = Conservé
privacy-delete-kept = Rien n’a été supprimé.
privacy-delete-modal = Supprimer tout ce qui vous concerne
privacy-delete-word = SUPPRIMER
privacy-delete-input = Saisissez { $word } pour confirmer
privacy-delete-done-title = Supprimé
privacy-delete-done = Tout ce qui était enregistré à votre sujet a disparu, et ce qui reste ne dit plus qui vous êtes :
privacy-fault-still-exporting = Votre dernier export est encore en préparation : attendez d’abord cette réponse.
privacy-fault-many-exporting = De nombreux exports sont en préparation en ce moment : réessayez dans quelques minutes.
privacy-fault-other-word = Rien n’a été supprimé : saisissez { $word } pour confirmer.
privacy-fault-other-name = Rien n’a été supprimé : saisissez le nom du serveur, { $name }, pour confirmer.

# What is stored, by kind. Each stands in a list of its own lines.
privacy-kind-person = votre identifiant Discord, vos noms et votre image
privacy-kind-sessions =
    { $rows ->
        [one] { $rows } session
       *[other] { $rows } sessions
    }
privacy-kind-memberships =
    { $rows ->
        [one] { $rows } appartenance à un serveur
       *[other] { $rows } appartenances à des serveurs
    }
privacy-kind-consent = si vos chats peuvent être conservés
privacy-kind-conversations =
    { $rows ->
        [one] { $rows } conversation avec le bot
       *[other] { $rows } conversations avec le bot
    }
privacy-kind-messages =
    { $rows ->
        [one] { $rows } question ou réponse dans celles-ci
       *[other] { $rows } questions et réponses dans celles-ci
    }
privacy-kind-posts =
    { $rows ->
        [one] { $rows } note sur l’endroit où une réponse se trouve dans Discord
       *[other] { $rows } notes sur l’endroit où des réponses se trouvent dans Discord
    }
privacy-kind-files =
    { $rows ->
        [one] { $rows } image ou fichier texte d’une question
       *[other] { $rows } images et fichiers texte de questions
    }
privacy-kind-usage =
    { $rows ->
        [one] { $rows } total de jetons de chat d’un jour ou d’un mois
       *[other] { $rows } totaux de jetons de chat de jours et de mois
    }
privacy-kind-reservations =
    { $rows ->
        [one] { $rows } question en cours au modèle
       *[other] { $rows } questions en cours au modèle
    }
privacy-kind-analyses =
    { $rows ->
        [one] { $rows } analyse de club ou brouillon
       *[other] { $rows } analyses de club et brouillons
    }
privacy-kind-images =
    { $rows ->
        [one] { $rows } note sur une capture d’écran dans celles-ci
       *[other] { $rows } notes sur des captures d’écran dans celles-ci
    }
privacy-kind-metrics =
    { $rows ->
        [one] { $rows } chiffre d’un club entier dans celles-ci
       *[other] { $rows } chiffres de clubs entiers dans celles-ci
    }
privacy-kind-powers =
    { $rows ->
        [one] { $rows } puissance d’un membre dans celles-ci
       *[other] { $rows } puissances de membres dans celles-ci
    }
privacy-kind-reviews =
    { $rows ->
        [one] { $rows } analyse approuvée ou annulée
       *[other] { $rows } analyses approuvées ou annulées
    }
privacy-kind-club-members =
    { $rows ->
        [one] { $rows } membre d’un club
       *[other] { $rows } membres de clubs
    }
privacy-kind-aliases =
    { $rows ->
        [one] { $rows } autre graphie du nom d’un membre
       *[other] { $rows } autres graphies de noms de membres
    }
privacy-kind-corrections =
    { $rows ->
        [one] { $rows } valeur corrigée d’un club
       *[other] { $rows } valeurs corrigées de clubs
    }
privacy-kind-alerts =
    { $rows ->
        [one] { $rows } actualité du club
       *[other] { $rows } actualités du club
    }
privacy-kind-guild = le nom du serveur, son identifiant Discord et ses paramètres
privacy-kind-settings-revisions =
    { $rows ->
        [one] { $rows } changement des paramètres d’un serveur
       *[other] { $rows } changements des paramètres d’un serveur
    }
privacy-kind-settings-proposals =
    { $rows ->
        [one] { $rows } changement de paramètres qui attend votre confirmation
       *[other] { $rows } changements de paramètres qui attendent votre confirmation
    }
privacy-kind-audit-entries =
    { $rows ->
        [one] { $rows } entrée du journal d’audit
       *[other] { $rows } entrées du journal d’audit
    }
privacy-kind-audit-counts =
    { $rows ->
        [one] { $rows } décompte quotidien de ces entrées
       *[other] { $rows } décomptes quotidiens de ces entrées
    }
