### What is refused, and what went wrong.

errors-denied-audit = Seules les personnes ayant la permission « Gérer le serveur » peuvent utiliser le journal d’audit.
errors-denied-guild-data = Seul le propriétaire de ce serveur peut exporter ou supprimer ses données.
errors-denied-not-yours = Cela appartient à quelqu’un d’autre : seule cette personne peut l’utiliser.
errors-denied-host = Seuls les hébergeurs du bot peuvent voir cela.
errors-denied-here = Vous ne pouvez pas utiliser cela ici.
errors-denied-no-such-command = Cette commande n’existe pas, ou vous ne pouvez pas l’utiliser ici : choisissez-en une parmi celles proposées.
errors-ours = Un problème est survenu du côté du bot. Réessayez dans un instant ; si cela persiste, donnez cette référence à l’hébergeur du bot : { $reference }.
errors-not-in-guild = Utilisez ceci sur un serveur : un message privé n’a pas de club.
errors-may-not-analyze = Seules les personnes ayant la permission « Gérer le serveur » ou un rôle de gestionnaire du club peuvent analyser une liste.
errors-may-not-decide = Seules les personnes ayant la permission « Gérer le serveur » ou un rôle de gestionnaire du club peuvent modifier, enregistrer ou abandonner cet aperçu.
errors-may-not-change = Seule la personne qui a fait cette analyse, ou un gestionnaire du club, peut la renommer ou la supprimer.
errors-may-not-manage = Seules les personnes ayant la permission « Gérer le serveur » ou un rôle de gestionnaire du club peuvent utiliser { CMD("club-admin") }.
errors-may-not-approve = Seules les personnes ayant la permission « Gérer le serveur » ou un rôle de gestionnaire du club peuvent approuver.
errors-may-not-change-settings = Seules les personnes ayant la permission « Gérer le serveur » peuvent modifier les paramètres.
errors-no-images = Il n’y a pas d’image ici : joignez une à dix captures de Club > Manage Members.
errors-not-used = { $file } : { $reason }
errors-title-too-long =
    Ce titre est trop long : il peut avoir au plus { $max ->
        [one] { $max } caractère
       *[other] { $max } caractères
    }.
errors-title-empty = Un titre doit contenir au moins une lettre ou un chiffre : saisissez-en un autre.
errors-draft-expired = Cet aperçu a expiré au bout de 24 heures et n’a pas été enregistré : analysez à nouveau les captures.
errors-already-saved = Cet aperçu est déjà enregistré : affichez-le avec { CMD("club show") }.
errors-already-discarded = Cet aperçu a déjà été abandonné : analysez à nouveau les captures pour en obtenir un autre.
errors-analysis-not-found = Cette analyse n’est pas (ou plus) sur ce serveur : { CMD("club list") } montre celles qui existent.
errors-no-analysis-yet = Aucune analyse n’est encore enregistrée ici : commencez avec { CMD("club analyze") }.
errors-still-reading = Vos dernières captures sont encore en cours de lecture : attendez d’abord cette réponse.
errors-took-too-long = Le bot est très occupé et n’a pas pu lire vos captures à temps : réessayez dans quelques minutes.
errors-too-many-members =
    Ces captures montrent plus de { $max ->
        [one] { $max } membre
       *[other] { $max } membres
    }, ce qu’aucun club n’a : envoyez celles d’un seul club.
errors-busy = Trop de personnes modifient cette vérification en même temps : réessayez dans un instant.
errors-open-questions = Dites d’abord qui est { $names } : choisissez sous le tableau ou utilisez Corriger.
errors-already-answered = Cette question a déjà sa réponse : le tableau montre ce qui reste ouvert.
errors-name-taken = { $name } est le nom de quelqu’un de ce club : choisissez de qui il s’agit, ou donnez un autre nom à la ligne avec Corriger.
errors-too-many-edits =
    Cette vérification a déjà { $max ->
        [one] { $max } modification
       *[other] { $max } modifications
    } : enregistrez-la, ou abandonnez-la et analysez à nouveau.
errors-club-full =
    Ce club a { $max ->
        [one] { $max } membre enregistré
       *[other] { $max } membres enregistrés
    }, c’est le maximum : fusionnez ou renommez-en d’abord quelques-uns.
errors-awaits-approval = Ceci attend une approbation : un autre gestionnaire doit appuyer sur Approuver.
errors-own-approval = Vous avez demandé cette approbation vous-même : un autre gestionnaire doit appuyer sur Approuver.
errors-approval-stale = Ceci a changé depuis la demande d’approbation : appuyez sur Enregistrer pour la redemander.
errors-nothing-to-approve = Personne ne demande (plus) d’approbation ici : appuyez sur Enregistrer.
errors-review-moved = Des captures ont été ajoutées à cette vérification : un message plus récent la montre en entier. Utilisez les boutons là-bas.
errors-stale-button = Ce bouton n’est plus compris : utilisez à nouveau la commande.

## What is asked of a club and has no answer.

errors-known-nothing-yet = On ne sait encore rien de ce club : lisez une liste avec { CMD("club analyze") } et enregistrez-la.
errors-known-nothing-of = Aucun { $power } n’a encore été enregistré ici : analysez des captures qui le montrent.
errors-known-no-such-week = Aucun { $power } n’a été enregistré pour { $week } : la semaine la plus récente est { $newest }.
errors-known-not-a-week = Ce n’est pas une semaine : choisissez-en une dans la liste ou écrivez-la comme 2026-W47.
errors-known-neither = Ce n’est ni une semaine ni une analyse de ce serveur : choisissez dans la liste.
errors-known-one-week = Une seule semaine de { $power } est enregistrée : avec la prochaine, il y aura de quoi comparer.
errors-known-too-few-weeks = Il faut au moins trois semaines de { $power } pour dire de qui la puissance oscille.
errors-known-no-value = Pour cette semaine, aucun { $power } n’est connu avec certitude.
errors-known-metrics-differ = L’un est Sim Power et l’autre Total Power : choisissez-en deux du même type.
errors-known-same-sides = Les deux sont identiques : choisissez deux semaines ou analyses différentes.
errors-known-no-such-member = Personne dans ce club ne porte ce nom : tapez quelques lettres et choisissez dans la liste.
errors-known-perhaps-member = Personne dans ce club ne porte ce nom : vous voulez peut-être dire { $names }.
errors-or = { $first } ou { $second }
errors-known-empty-search = Saisissez au moins une lettre ou un chiffre à rechercher.
errors-known-long-search =
    C’est trop long à rechercher : au plus { $max ->
        [one] { $max } caractère
       *[other] { $max } caractères
    }.
errors-known-nothing-to-export = Il n’y a encore rien à exporter : enregistrez d’abord une semaine avec { CMD("club analyze") }.
errors-known-may-not-export = Seules les personnes ayant la permission « Gérer le serveur » ou un rôle de gestionnaire du club peuvent exporter l’historique du club.
errors-known-may-not-confirm = Seules les personnes ayant la permission « Gérer le serveur » ou un rôle de gestionnaire du club peuvent confirmer qui est quelqu’un.
errors-known-may-not-unlink = Seule la personne elle-même ou un gestionnaire du club peut retirer ce lien.
errors-known-not-linked = Vous n’êtes pas encore membre de ce club : utilisez { CMD("club me") } avec votre nom dans le jeu.
errors-known-member-taken = Quelqu’un d’autre est déjà ce membre : un gestionnaire du club peut retirer son lien.
errors-known-already-linked = Vous êtes déjà un autre membre : appuyez d’abord sur Délier sous { CMD("club me") }.
errors-known-claim-over = Cela a déjà été confirmé, refusé ou retiré.

## What is typed and is none: weeks and numbers.

errors-week = « { $text } » n’est pas une semaine : écrivez l’année et le numéro de la semaine, comme 2026-W47.
errors-number-empty = Il manque un nombre : écrivez-le comme 298,297,518 ou 4.1M.
errors-number-unknown = « { $text } » n’est pas un nombre à cause de « { $found } » : écrivez-le comme 298,297,518 ou 4.1M.
errors-number-separators = « { $text } » a un séparateur mal placé : écrivez-le comme 298,297,518 ou 4.1M.
errors-number-two-ways = « { $text } » peut se lire de deux façons : écrivez { $whole } pour des milliers, ou un décimal avec moins de trois chiffres.
errors-number-not-whole = « { $text } » n’est pas un nombre entier : écrivez moins de décimales, ou K, M ou B derrière.
errors-number-too-large = « { $text } » est trop grand : le maximum est { $most }.
errors-number-negative = « { $text } » est inférieur à zéro : une puissance est de zéro ou plus.

## Why a file was not used.

errors-fetch-host = son lien mène à un hôte non autorisé ; téléversez le fichier directement sur Discord
errors-fetch-too-large = il dépasse 10 Mio ; envoyez la capture d’origine en PNG ou JPEG
errors-fetch-gone = Discord ne l’a plus (le lien a expiré) ; téléversez-le à nouveau
errors-fetch-broke-off = son téléchargement s’est interrompu ; réessayez dans un instant
errors-fetch-too-slow = son téléchargement a pris trop de temps ; réessayez dans un instant
