### A draft as people decide on it.

## Its standing, below the table.

review-no-rows = Cette vérification n’a pas (ou plus) de lignes : analysez à nouveau les captures.
review-not-saved = **Pas encore enregistré.** Enregistrer le garde comme semaine { $week }, Abandonner le jette ; il expire le { $at }.
review-somebody = Quelqu’un
review-this = ceci
review-the-sim = le Sim Power
review-the-total = le Total Power
review-waiting = **Pas encore enregistré : en attente d’approbation.** { $who } veut enregistrer { $what } comme semaine { $week } ; à cause de ce qui figure sous « { $field } », un autre gestionnaire doit appuyer sur Approuver. Il expire le { $at }.
review-waiting-on-tab = **Pas encore enregistré : en attente d’approbation.** { $who } veut enregistrer { $what } comme semaine { $week } ; à cause de ce qui figure sous « { $field } » dans l’onglet { $tabs }, un autre gestionnaire doit appuyer sur Approuver. Il expire le { $at }.
review-withdrawn = La demande d’approbation a été retirée, car la vérification a changé : appuyez sur Enregistrer pour la refaire.
review-moved-title = Cette vérification continue
review-moved = Des captures ont été ajoutées : un message plus récent montre toute cette vérification, avec ses boutons.
review-gone-title = Abandonné
review-gone = Cet aperçu n’a pas été enregistré. Analysez à nouveau les captures pour en obtenir un autre.

## Its buttons, at most 80 characters each.

review-approve = Approuver
review-save = Enregistrer
review-save-both = Enregistrer les deux
review-save-sim = Enregistrer Sim seul
review-save-total = Enregistrer Total seul
review-fix = Corriger
review-discard = Abandonner

## The select that asks who a row is, at most 150 characters, and its choices, at most 100.

review-ask = Qui est { $name } ?
review-ask-open = Qui est { $name } ? ({ $count } à répondre)
# A row's name with its power.
review-ask-with-power = { $name }, { $power }
review-offer-new = Un nouveau membre
review-offer-new-why = Quelqu’un qui n’était pas dans les registres du club
review-offer-member-why = Un membre connu ; la graphie est retenue
review-offer-row-why = Le même membre que cette ligne : les deux n’en font qu’une

## The notes below the table: their heads, and what stands in them.

review-note-second-manager = Nécessite un second gestionnaire
review-note-who = Qui est qui ?
review-note-other-tab = Dans l’autre onglet
review-note-compared = Comparaison
review-note-first = C’est la première liste de ce type enregistrée ici : il n’y a encore rien à quoi la comparer.
review-note-suspicious = Suspects
review-note-new = Nouveaux
review-note-missing = Absents
review-note-vision = Le modèle de vision lit
review-note-lost = Corrigés avant, mais plus une ligne
review-note-more = et { $count } autres
review-tab-guarded = { $tab } : nécessite un second gestionnaire.
review-tab-asks = { $tab } : demande qui est qui ({ $count }).
review-tab-both = { $tab } : nécessite un second gestionnaire et demande qui est qui ({ $count }).
review-or = { $first } ou { $second }
review-question-renamed = { $row } : peut-être renommé : était-ce { $names } ?
review-question-ambiguous = { $row } : est-ce { $names } ?
review-question-twin = { $row } : est-ce le même membre que { $names } ?
review-vision-other = { $row } : { $seen }, là où le bot lit { $read }
review-vision-only = { $row } : { $seen }, là où le bot ne lit rien de certain
review-vision-name = { $row } : le nom { $seen }
review-vision-seen-with = { $row } avec { $power }, que le bot ne voit pas
review-vision-seen = { $row }, que le bot ne voit pas

## The form, whose title and labels have at most 45 characters.

review-form-sim = Corriger le Sim Power
review-form-total = Corriger le Total Power
review-form-values = Valeurs : Nom = 1.2M, une par ligne
review-form-values-left = Valeurs : Nom = 1.2M ({ $count } non affichées)
review-form-values-hint = Toute ligne peut être saisie, une par ligne : Stone = 298,297,518
review-form-renames = Renommer : ancien > nouveau, un par ligne
review-form-same = Même personne : garder = autre, par ligne
review-form-drops = Retirer : un nom par ligne
review-form-drops-hint = Une ligne qui n’est pas un membre
# Behind a value in the form; it is ignored when the form is sent.
review-form-offer = le modèle de vision lit { $power }
review-told-none =
    { $count ->
        [one] { $count } ligne n’a pas été appliquée
       *[other] { $count } lignes n’ont pas été appliquées
    }, et rien n’a changé :
review-told-some =
    { $good ->
        [one] { $good } appliquée
       *[other] { $good } appliquées
    } ; { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    } non :
review-line-value = écrivez-le sous la forme Nom = valeur
review-line-rename = écrivez-le sous la forme ancien > nouveau
review-line-same = écrivez-le sous la forme garder = autre
review-line-too-high = aucune puissance n’est aussi élevée
review-line-nothing-to-see = le nouveau nom ne contient rien de visible
review-line-too-long =
    un nom a au plus { $max ->
        [one] { $max } caractère
       *[other] { $max } caractères
    }
review-line-another-row = { $new } est une autre ligne : si les deux sont un même membre, écrivez { $new } = { $old } sous « Même personne »
review-line-one-row = c’est déjà une seule ligne
review-line-nobody = il n’y a ni ligne ni membre du nom de { $name }
review-line-no-name = le nom manque
review-line-no-row = il n’y a pas de ligne du nom de { $name }, ou il y en a plusieurs

## Why a second manager has to look.

review-guard-jump = La puissance a changé de { $percent } % ou plus : { $members }.
# A member, and by how much the power has changed.
review-guard-jumped = { $name } ({ $percent })
review-guard-volatile =
    { $members } { $members ->
        [one] membre
       *[other] membres
    } sur { $of } { $members ->
        [one] a
       *[other] ont
    } changé de { $percent } % ou plus, et plus de { $most } est inhabituel.
review-guard-missing =
    { $members } des { $of } membres précédents { $members ->
        [one] est absent
       *[other] sont absents
    }, soit { $percent } % ou plus.
review-guard-over-header = Il y a { $members } membres ici, mais l’en-tête du jeu en compte { $header }.
review-guard-taken-away = Par rapport à ce qui a été annulé, supprimé ou corrigé récemment : { $guards }

## What a person should know about the reading.

review-warning-more = { $found } sur { $counted } trouvés : plus de membres que n’en compte l’en-tête ; comparez la liste avec le jeu.
review-warning-fewer = { $found } sur { $counted } trouvés : envoyez les captures manquantes, chacune chevauchant la précédente.
review-warning-counts-differ = { $found } trouvés : le nombre de membres de l’en-tête diffère d’une capture à l’autre.
review-warning-count-unreadable = { $found } trouvés : le nombre de membres de l’en-tête n’a pas pu être lu.
review-warning-rows = { $rows } lignes, et le jeu compte { $counted } membres.
review-warning-power = Le nombre de { $name } est caché ou incertain : comparez-le avec le jeu.
review-warning-conflict = { $name } a été lu avec des nombres différents, { $values } : comparez avec le jeu.
review-warning-name = Le nom { $name } n’est pas certain : comparez-le avec le jeu.
review-and = { $first } et { $second }

## What people are told of a vision model that failed.

review-model-setting = Le modèle de vision n’a pas pu être interrogé, car ses réglages sont incorrects : l’hébergeur du bot peut y remédier. Les captures ont été lues sans lui.
review-model-quota = Le modèle de vision n’a pas été interrogé : son compte est vide. Les captures ont été lues sans lui.
review-model-busy = Le modèle de vision est trop occupé en ce moment. Les captures ont été lues sans lui.
review-model-silent = Le modèle de vision n’a pas répondu. Les captures ont été lues sans lui.
review-model-unusable = Le modèle de vision n’a pas donné de réponse exploitable. Les captures ont été lues sans lui.

## How far the reading is.

review-added =
    Ajouté à votre vérification de { $count ->
        [one] { $count } capture
       *[other] { $count } captures
    }, pas encore enregistrée : la voici en entier.
review-reading = Lecture de { $number } sur { $of }…
review-next = En attente : vos captures sont les prochaines…
review-waiting-clubs =
    En attente : { $count ->
        [one] { $count } autre club passe
       *[other] { $count } autres clubs passent
    } avant vous…

## Why an image was not used; it goes on from its file's name.

review-image-too-many-bytes = le fichier fait { $has } Mio et au plus { $most } Mio sont lus ; envoyez la capture elle-même, en PNG, JPEG ou WebP
review-image-too-many-pixels = l’image de { $width }×{ $height } pixels est trop grande, au plus { $most } mégapixels de 8 bits par couleur sont lus ; envoyez la capture telle que votre téléphone l’a prise
review-image-none = ce n’est pas une image PNG, JPEG ou WebP ; ouvrez { $open } et envoyez la capture entière
review-image-broken = l’image est abîmée ou tronquée ; envoyez la capture encore une fois
review-image-too-small = l’image est trop petite pour être lue ({ $width }×{ $height } pixels) ; envoyez la capture entière dans sa taille d’origine
review-image-no-cards = cette image ne montre pas de cartes de membres ; ouvrez { $open } et envoyez la capture entière
review-image-cut-off = la liste des membres est coupée dans cette image ; ouvrez { $open } et envoyez la capture entière
# What a list may bear to be read, as the game shows it, and the language of the game on it.
review-image-text = « { $text } »
review-image-accepted =
    { $texts } ({ $language ->
        [English] anglais
        [German] allemand
        [Spanish] espagnol
        [French] français
        [Japanese] japonais
        [Portuguese] portugais
       *[other] { $language }
    })
# Where a screen is, and of which game.
review-image-screen = { $open } ({ $game })
review-image-other-screen = le titre de cette liste est « { $seen } », et seul { $accepted } est accepté ; ouvrez { $open } et envoyez la capture entière
review-image-unread-screen = le titre de cette liste est illisible, et seul { $accepted } est accepté ; ouvrez { $open } et envoyez la capture entière
review-image-other-label = le libellé de ces cartes est « { $seen } », et seul { $accepted } est accepté ; ouvrez { $open }, réglez la liste dessus et envoyez la capture entière
review-image-unread-label = le libellé de ces cartes est illisible, et seul { $accepted } est accepté ; ouvrez { $open }, réglez la liste dessus et envoyez la capture entière
review-image-no-members = aucun membre de cette liste n’est entièrement visible ; faites défiler un peu la liste et envoyez la capture entière
review-image-reader-failed = le lecteur a échoué sur cette image ; envoyez-la encore une fois, et prévenez l’hébergeur du bot si cela n’aide pas
review-image-other-metric = elle montre { $shown } alors que les autres captures montrent { $kept } ; envoyez-la dans une analyse à part
review-image-other-game = elle vient du jeu { $shown } alors que les autres captures viennent de { $kept } ; envoyez un jeu à la fois
review-image-other-club = elle montre le club { $shown } alors que les autres captures montrent { $kept } ; envoyez un club à la fois
review-image-too-many-at-once =
    un appel prend au plus { $max ->
        [one] { $max } capture
       *[other] { $max } captures
    } ; envoyez-la dans le suivant, qui s’ajoute à cette vérification
review-image-duplicate = c’est la même image que { $name }, qui est déjà là
review-image-review-full =
    une vérification prend au plus { $max ->
        [one] { $max } capture
       *[other] { $max } captures
    } ; enregistrez-la ou abandonnez-la d’abord
