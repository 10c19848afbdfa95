### The settings of a server: what each is for, and what is said about them.

setting-language = La langue des réponses que tout le monde voit.
    .name = Langue
setting-timezone = Le fuseau horaire dans lequel les jours commencent et les heures s’affichent.
    .name = Fuseau horaire
setting-features-clubAnalytics = Si les listes du club sont lues et conservées ici.
    .name = Analyse du club
setting-features-chatBot = Si l’on peut discuter avec le bot ici.
    .name = Chat
setting-club-managerRoles = Les rôles dont les membres peuvent faire ce que font les gestionnaires du club.
    .name = Rôles de gestion
setting-club-week-day = Le jour où commence la semaine du club.
    .name = Semaine : jour
setting-club-week-time = L’heure à laquelle la semaine du club commence ce jour-là.
    .name = Semaine : heure
setting-club-week-timezone = Le fuseau horaire dans lequel commence la semaine du club.
    .name = Semaine : fuseau horaire
setting-club-guards-jumpPercent = Une liste demande une seconde approbation quand la puissance d’un membre change de ce pourcentage ; 0 désactive.
    .name = Contrôle : saut
setting-club-guards-volatilePercent = Un membre dont la puissance change de ce pourcentage est instable ; 0 désactive.
    .name = Contrôle : variation
setting-club-guards-volatileMembers = Une liste demande une seconde approbation quand plus de membres que cela sont instables.
    .name = Contrôle : membres instables
setting-club-guards-missingPercent = Une liste demande une seconde approbation quand ce pourcentage des membres de la précédente manque ; 0 désactive.
    .name = Contrôle : absents
setting-club-guards-overHeader = Si une liste avec plus de membres que n’en compte l’en-tête du jeu demande une seconde approbation.
    .name = Contrôle : plus que l’en-tête
setting-club-alerts-channel = Le salon où sont annoncées les nouvelles du club ; sans salon, elles ne le sont pas.
    .name = Nouvelles : salon
setting-club-alerts-members = Si l’on annonce qui est arrivé et qui est parti.
    .name = Nouvelles : membres
setting-club-alerts-changePercent = On annonce de qui la puissance a changé de ce pourcentage ; 0 désactive.
    .name = Nouvelles : puissance
setting-club-alerts-scanDue = Si le salon reçoit un rappel quand le relevé de la semaine est attendu.
    .name = Nouvelles : relevé attendu
setting-club-visionReading = Si un modèle de vision, là où l’hébergeur en a configuré un, lit les captures à côté du lecteur intégré.
    .name = Lecture par vision
setting-chat-channels = Les salons où l’on peut discuter avec le bot ; si aucun n’est nommé, tous.
    .name = Salons
setting-chat-roles = Les rôles dont les membres peuvent discuter avec le bot ; si aucun n’est nommé, tout le monde.
    .name = Rôles
setting-chat-persona = Qui est le bot quand il discute ici, à la place de son propre personnage.
    .name = Personnage
setting-chat-channelPersonas = Qui est le bot dans certains salons, à la place du personnage du serveur.
    .name = Personnages par salon
setting-chat-budget-personDay = Le maximum de tokens que chacun peut utiliser ici par jour, dans la limite de l’hébergeur ; 0 la lui laisse.
    .name = Budget : personne, jour
setting-chat-budget-personMonth = Le maximum de tokens que chacun peut utiliser ici par mois, dans la limite de l’hébergeur ; 0 la lui laisse.
    .name = Budget : personne, mois
setting-chat-budget-guildDay = Le maximum de tokens que tous peuvent utiliser ici par jour, dans la limite de l’hébergeur ; 0 la lui laisse.
    .name = Budget : serveur, jour
setting-chat-budget-guildMonth = Le maximum de tokens que tous peuvent utiliser ici par mois, dans la limite de l’hébergeur ; 0 la lui laisse.
    .name = Budget : serveur, mois
setting-chat-streaming = Si les réponses s’affichent pendant que le modèle les écrit, ou seulement une fois finies.
    .name = Affichage progressif
setting-audit-channel = Le salon où sont recopiées les entrées du journal d’audit ; sans salon, elles ne le sont pas.
    .name = Salon miroir
setting-audit-actions = Les actions dont les entrées sont recopiées ; celle qui finit par un point vaut pour toutes celles qui commencent ainsi.
    .name = Actions recopiées
setting-retention-chatDays = Pendant combien de jours les conversations sont conservées ici ; 0 est pour toujours.
    .name = Chat : jours conservés

settings-topic =
    { $topic ->
        [language] Langue
        [timezone] Fuseau horaire
        [features] Fonctions
        [club] Club
        [chat] Chat
        [audit] Journal d’audit
        [retention] Conservation
       *[other] { $topic }
    }
settings-weekday =
    { $day ->
        [mon] lundi
        [tue] mardi
        [wed] mercredi
        [thu] jeudi
        [fri] vendredi
        [sat] samedi
        [sun] dimanche
       *[other] { $day }
    }
settings-title = Paramètres
settings-title-topic = Paramètres : { $topic }
settings-list-footer = En gras, ce qui est réglé ici ; le reste est par défaut. { CMD("settings get") } avec une clé dit à quoi elle sert.
settings-value-set = **{ $value }** (réglé ici)
settings-value-default = **{ $value }** (par défaut)
settings-may-be = Valeurs possibles : { $accepted }. Par défaut : { $default }.
settings-was-set = Défini
settings-was-reset = Réinitialisé
settings-is-now = `{ $key }` est maintenant : **{ $value }**
settings-on = activé
settings-off = désactivé
settings-none = aucun
settings-own-persona = celui du bot
settings-everywhere = partout
settings-everybody = tout le monde
settings-nowhere = nulle part
settings-zero-host = 0, la limite de l’hébergeur seule
settings-zero-forever = 0, pour toujours
settings-zero-off = 0, désactivé
settings-default = la valeur par défaut
settings-accepts-switch = activé ou désactivé (on, off)
settings-accepts-number = un nombre entier de { $from } à { $to }
settings-accepts-text = un texte de 1 à { $most } caractères
settings-accepts-choice = l’un de { $choices }
settings-accepts-zone = un fuseau horaire IANA comme Europe/Berlin
settings-accepts-time = une heure de 00:00 à 23:59 comme 04:30
settings-accepts-channel = un salon, comme #salon
settings-accepts-ids = jusqu’à { $most } salons ou rôles séparés par des espaces, ou none pour aucun
settings-accepts-actions = jusqu’à { $most } actions du journal d’audit séparées par des espaces, ou none pour aucune ; celle qui finit par un point vaut pour toutes celles qui commencent ainsi
settings-accepts-texts = un salon et son texte d’au plus { $most } caractères, comme `#salon texte`, pour jusqu’à { $channels } salons l’un après l’autre ; le salon seul retire son texte
settings-json-switch = true ou false
settings-json-id = un id Discord comme "123456789012345678"
settings-json-ids = une liste d’au plus { $most } ids Discord
settings-json-actions = une liste d’au plus { $most } actions
settings-json-texts = un objet d’au plus { $channels } ids de salons, chacun avec un texte de 1 à { $most } caractères
settings-fault = { $path } : { $problem }
settings-fault-whole = Les paramètres : { $problem }
settings-unknown = ce paramètre n’existe pas
settings-not-offered = ce paramètre n’existe pas : choisissez parmi ceux proposés
settings-no-object = doit être un objet qui contient des paramètres
settings-must-be = doit être { $what }
settings-not-mentioned = doit être un #salon ou un @rôle tel que Discord le propose à la saisie, ou son id
settings-no-action = doit être une action comme club.analysis.save, ou club. pour toutes celles qui commencent ainsi
settings-not-under-channel = doit se trouver sous un id Discord comme "123456789012345678"
settings-too-large = Ce fichier est trop grand : des paramètres ont au plus { $max } Kio.
settings-not-fetched = Le fichier n’a pas pu être téléchargé : envoyez-le de nouveau.
settings-no-json = Ce fichier n’est pas du JSON : voyez la ligne { $line }, colonne { $column }.
settings-nothing-new = Rien ne changerait : ce que dit le fichier est déjà réglé.
settings-over = C’est déjà répondu, ou cela a attendu plus de 15 minutes : recommencez.
settings-no-such-revision = Ce changement n’est plus enregistré : { CMD("settings history") } montre ce qu’il y a.
settings-nothing-to-revert = Il n’y a rien à annuler : tout est comme avant ce changement.
settings-too-much = Trop de choses ont été modifiées ici en une journée : chaque modification est conservée { $days } jours. Réessayez dans quelques heures.
settings-choose-topic = Choisissez un sujet
settings-choose-setting = Choisissez un paramètre
settings-choose-value = Choisissez une valeur
settings-choose-channel = Choisissez un salon
settings-choose-channels = Choisissez des salons
settings-choose-roles = Choisissez des rôles
settings-choose-actions = Choisissez des actions
settings-choose-text-channel = Choisissez le salon dont écrire le texte
settings-choose-first = Choisissez ci-dessous ce que vous voulez changer.
settings-turn-on = Activer
settings-turn-off = Désactiver
settings-edit = Modifier…
settings-back-to-default = Par défaut
settings-leave-empty = Vide rend la valeur par défaut
settings-clash-title = Quelqu’un d’autre a changé cela
settings-clash-by = { $who } a changé **{ $name }** depuis que cela vous a été montré. Lequel des deux doit valoir ?
settings-clash = **{ $name }** a changé depuis que cela vous a été montré. Lequel des deux doit valoir ?
settings-clash-theirs = Comme c’est maintenant
settings-clash-mine = Comme vous le voulez
settings-use-mine = Prendre le mien
settings-keep-theirs = Garder le leur
settings-history-title = Changements des paramètres
settings-history-empty = Rien n’a encore été changé ici.
settings-somebody = quelqu’un
settings-entry = **#{ $number }** · { $who } · { $when }
settings-entry-reverts = annule #{ $number }
settings-entry-import = depuis un fichier
settings-more-changes =
    { $count ->
        [one] … et { $count } autre changement
       *[other] … et { $count } autres changements
    }
settings-texts-of-channels =
    { $count ->
        [one] le texte de { $count } salon
       *[other] les textes de { $count } salons
    }
settings-take-back = Annuler #{ $number }
settings-taken-back = #{ $number } a été annulé.
settings-newer = Plus récents
settings-older = Plus anciens
settings-revert-title = Annuler #{ $number } ?
settings-revert-conflict = Ce qui est marqué ⚠ a été changé de nouveau depuis. Rien n’est encore annulé.
settings-revert-anyway = Annuler quand même
settings-cancel = Annuler
settings-import-title = Importer { $file } ?
settings-import-hint = Rien n’a encore changé. Ensuite, est réglé ce que dit le fichier, et rien d’autre. Cela attend 15 minutes.
settings-import-moved = Les paramètres ont changé entre-temps : voici la différence maintenant.
settings-apply = Appliquer
settings-imported = Importé
settings-cancelled = Annulé
settings-nothing-changed = Rien n’a été changé.
settings-exported = Ce qui est réglé ici. { CMD("settings import") } le reprend, ici ou sur un autre serveur.
