### What the commands for a club’s managers say.

## What managers are refused.

club-admin-no-such-member = Aucun membre ne s’appelle « { $name } » ici.
club-admin-no-such-member-perhaps = Aucun membre ne s’appelle « { $name } » ici ; peut-être { $like }.
club-admin-not-a-name = Un nom demande au moins une lettre, un chiffre ou un signe, et au plus { $max } caractères.
club-admin-is-a-member = « { $spelling } » est le nom d’un membre : si c’est le même que { $member }, utilisez { CMD("club-admin members merge") }.
club-admin-means-another = « { $spelling } » désigne déjà { $other } : retirez-le d’abord avec { CMD("club-admin aliases remove") }.
club-admin-no-such-alias = « { $alias } » n’est pas un alias ici : { CMD("club-admin aliases list") } montre ceux qui existent.
club-admin-full = Un club garde au plus { $max } alias : retirez-en d’abord.
club-admin-same-member = C’est un seul et même membre : choisissez-en deux.
club-admin-not-linked = { $name } n’est lié à personne sur Discord.
club-admin-week-to-come = La semaine { $week } n’a pas encore commencé : le club est en { $now }.
club-admin-too-high = Une puissance de { $max } ou plus n’existe pas : vérifiez la valeur.
club-admin-reason-too-long = Une raison peut avoir au plus { $max } caractères.
club-admin-no-such-correction = Cette correction ne compte pas (ou plus) : { CMD("club-admin corrections list") } montre celles qui comptent.
club-admin-nothing-to-roll-back =
    Rien n’est enregistré de { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } sur quoi revenir.
club-admin-nothing-to-roll-back-in =
    Rien n’est enregistré de { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } en { $week } sur quoi revenir.
club-admin-no-longer-current = Ce n’est plus ce qui compte : quelqu’un a enregistré ou est revenu en arrière entre-temps. Utilisez à nouveau { CMD("club-admin rollback") }.
club-admin-nothing-to-undo = Il n’y a plus rien à annuler : c’est déjà fait, ou l’analyse a été supprimée.
club-admin-nothing-to-change = Indiquez au moins une chose à changer.
club-admin-cannot-post = Le bot ne peut pas publier là ({ $why }) : donnez-lui « Voir le salon », « Envoyer des messages » et « Intégrer des liens » dans ce salon, puis réessayez.
club-admin-fetch-host = Le fichier n’a pas pu être téléchargé : son lien mène à un hôte non autorisé ; téléversez-le directement sur Discord.
club-admin-fetch-too-large = Le fichier n’a pas pu être téléchargé : il dépasse 10 Mio ; envoyez la capture d’origine en PNG ou JPEG.
club-admin-fetch-gone = Le fichier n’a pas pu être téléchargé : Discord ne l’a plus (le lien a expiré) ; téléversez-le à nouveau.
club-admin-fetch-broke-off = Le fichier n’a pas pu être téléchargé : le téléchargement s’est interrompu ; réessayez dans un instant.
club-admin-fetch-too-slow = Le fichier n’a pas pu être téléchargé : le téléchargement a pris trop de temps ; réessayez dans un instant.
club-admin-file-changed = Le fichier n’est pas celui qui vous a été montré : importez-le à nouveau.
club-admin-import-over = Cet import a été confirmé, annulé ou a expiré : utilisez à nouveau { CMD("club-admin import") }.
club-admin-import-changed = Ceci a changé depuis la demande d’approbation : utilisez à nouveau { CMD("club-admin import") }.
club-admin-nothing-asked = Personne ne demande (plus) d’approbation ici : utilisez à nouveau { CMD("club-admin import") }.
club-admin-nothing-new = Rien ne changerait : tout ce que contient ce fichier est déjà connu.

## Words that several answers have.

club-admin-off = désactivé
club-admin-on = activé
club-admin-choice-also = { $name } (aussi { $alias })
club-admin-undo = Annuler

## /club-admin alerts

club-admin-alerts-off-title = Alertes désactivées
club-admin-alerts-off = Les nouvelles du club ne sont plus annoncées nulle part.
club-admin-alerts-title = Alertes
club-admin-alerts-set-title = Alertes réglées
club-admin-alerts-in = Les nouvelles du club sont annoncées dans { $channel }.
club-admin-alerts-nowhere = Les nouvelles du club ne sont annoncées nulle part : choisissez un salon avec { CMD("club-admin alerts set") }.
club-admin-alerts-change = de { $percent } % ou plus
club-admin-alerts-members = Arrivées et départs
club-admin-alerts-changes = Changements
club-admin-alerts-scan-due = Scan attendu
club-admin-alerts-trouble = Non remis
club-admin-alerts-trouble-waits = { $at } : { $why }. Un nouvel essai aura lieu ; vérifiez les permissions du bot dans ce salon.
club-admin-alerts-trouble-over = { $at } : { $why }. L’envoi a été abandonné.

## /club-admin aliases

club-admin-aliases-title = Alias
club-admin-aliases-none = Aucun membre n’a encore d’autre graphie : ajoutez-en une avec { CMD("club-admin aliases add") }, ou corrigez un nom avant d’enregistrer.
club-admin-aliases-of = { $member } : { $spellings }
club-admin-alias-source =
    { $alias } ({ $source ->
        [fix] corrigé
        [command] ajouté
        [import] importé
       *[rename] ancien nom
    })
club-admin-alias-known-title = Déjà connu
club-admin-alias-known = { $alias } désigne déjà { $member }.
club-admin-alias-added-title = Alias ajouté
club-admin-alias-added = { $alias } désigne { $member } à partir du prochain scan.
club-admin-alias-removed-title = Alias retiré
club-admin-alias-removed = { $alias } ne désigne plus { $member }. Ce qui est enregistré reste tel quel.

## /club-admin corrections

club-admin-correction =
    { $member } · { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } · { $week } : { $value }\*
club-admin-correction-reason = Raison : { $reason }
club-admin-correction-replaces = Elle remplace la correction { $value }\* du { $at }.
club-admin-correction-replaces-because = Elle remplace la correction { $value }\* du { $at }. Sa raison : { $reason }
club-admin-correction-until-now = Jusqu’ici : { $value }, qui est conservé.
club-admin-correction-until-now-nothing = Jusqu’ici, rien n’était connu.
club-admin-correction-no-roster =
    Aucun { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } de { $week } n’est encore enregistré : elle comptera dès qu’il le sera.
club-admin-correction-imported = Importé
club-admin-corrected-title = Corrigé
club-admin-corrections-title = Corrections
club-admin-corrections-none = Rien n’est corrigé : toutes les valeurs sont telles qu’elles ont été lues.
club-admin-correction-removed-title = Correction retirée
club-admin-correction-removed = Ce qui a été lu compte à nouveau.
club-admin-choice-correction =
    { $member } · { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } · { $week } · { $value }

## /club-admin guards

club-admin-guards-title = Garde-fous
club-admin-guards-set-title = Garde-fous réglés
club-admin-guards-when = Une liste a besoin de l’approbation d’un second gestionnaire quand…
club-admin-guard-jump = Saut
club-admin-guard-volatile = Variation
club-admin-guard-missing = Absents
club-admin-guard-header = Au-delà de l’en-tête
club-admin-guard-jump-when = la puissance d’un membre change de { $percent } % ou plus
club-admin-guard-volatile-when =
    plus de { $most ->
        [one] { $most } membre changent
       *[other] { $most } membres changent
    } de { $percent } % ou plus
club-admin-guard-missing-when = { $percent } % ou plus des membres de la dernière liste manquent
club-admin-guard-header-when = il y a plus de membres que n’en compte l’en-tête du jeu

## /club-admin import

club-admin-import-title = Import
club-admin-import-cancelled-title = Annulé
club-admin-import-cancelled = Rien n’a été importé.
club-admin-import-refused-title = Ce fichier ne peut pas être importé
club-admin-import-refused = Rien n’a été importé. Ce qui ne va pas dans le fichier est dans { $file } ; corrigez-le et importez-le à nouveau.
club-admin-import-question-title = Importer { $file } ?
club-admin-import-question = Rien n’a encore changé.
club-admin-import-question-guarded = Rien n’a encore changé. Importer demande l’approbation d’un second gestionnaire.
club-admin-import-confirm = Importer
club-admin-import-cancel = Annuler
club-admin-import-approve = Approuver
club-admin-import-asking-title = Approuver l’import de { $file } ?
club-admin-import-asking = Rien n’a encore changé : un autre gestionnaire que celui qui a demandé doit appuyer sur Approuver.
club-admin-import-asked-title = Approbation demandée pour { $file }
club-admin-import-asked = Un autre gestionnaire doit appuyer sur Approuver sous le message de ce salon.
club-admin-import-asked-unseen = Un autre gestionnaire doit approuver, mais le message n’a pas pu être publié dans ce salon : annulez en important à nouveau là où le bot peut publier.
club-admin-imported-title = { $file } importé
club-admin-import-undone-title = Import annulé
club-admin-import-undone =
    { $rosters ->
        [one] { $rosters } liste retirée
       *[other] { $rosters } listes retirées
    } : ce qui comptait avant compte à nouveau. Les membres et alias apportés par le fichier restent connus. Pour tout retrouver, importez le fichier à nouveau.
club-admin-import-undone-corrections =
    { $rosters ->
        [one] { $rosters } liste retirée
       *[other] { $rosters } listes retirées
    } et { $corrections ->
        [one] { $corrections } correction retirée
       *[other] { $corrections } corrections retirées
    } : ce qui comptait avant compte à nouveau. Les membres et alias apportés par le fichier restent connus. Pour tout retrouver, importez le fichier à nouveau.
# What an import changes, a line for each kind.
club-admin-import-week = { $format } · { $week }
club-admin-import-weeks = { $format } · { $first } à { $last }
club-admin-import-saved =
    Enregistré : { $rosters ->
        [one] { $rosters } liste
       *[other] { $rosters } listes
    } avec { $values ->
        [one] { $values } valeur
       *[other] { $values } valeurs
    }.
club-admin-import-superseded =
    À la place de ce qui compte jusqu’ici : { $rosters ->
        [one] { $rosters } liste
       *[other] { $rosters } listes
    } parmi elles. Ce qui est là maintenant est conservé, et un retour arrière le rétablit.
club-admin-import-unchanged =
    Connu tel quel, et laissé en l’état : { $rosters ->
        [one] { $rosters } liste
       *[other] { $rosters } listes
    }.
club-admin-import-known = Membres connus : { $count }.
club-admin-import-new = Nouveaux membres : { $count } : { $names }.
club-admin-import-aliases = Nouveaux alias : { $count }.
club-admin-import-corrections =
    Gardé comme correction (\*) : { $count ->
        [one] { $count } valeur
       *[other] { $count } valeurs
    }.
club-admin-import-guarded =
    Garde-fou : { $week }, { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } : { $guard }
club-admin-import-more-guards = … et { $count } de plus.

## /club-admin members

club-admin-members-kept-title = Conservés
club-admin-members-kept = Ils restent deux membres.
club-admin-merge-title = Faire de ces deux un seul ?
club-admin-merge-question =
    { $other } devient une autre graphie de { $keep } : toutes les valeurs, corrections et alias des deux sont alors à { $keep }. Là où une liste a les deux, la valeur de { $keep } compte.

    Cela ne peut pas être annulé.
club-admin-merge = Fusionner
club-admin-merge-keep-both = Garder les deux
club-admin-merged-title = Fusionné
club-admin-merged = { $other } désigne maintenant { $keep }. Valeurs déplacées : { $values }.
club-admin-merged-doubled =
    { $other } désigne maintenant { $keep }. Valeurs déplacées : { $values }. { $doubled ->
        [one] { $doubled } ne compte plus
       *[other] { $doubled } ne comptent plus
    }, car { $keep } en avait aussi une là.
club-admin-renamed-title = Renommé
club-admin-renamed = { $before } s’appelle maintenant { $after } ; l’ancien nom désigne toujours le même membre.
club-admin-unlinked-title = Délié
club-admin-unlinked = { $name } n’est plus lié à personne.

## /club-admin rollback

club-admin-rollback-title = Revenir en arrière ?
club-admin-rollback-none = Il n’y a plus rien qui compte là sur quoi revenir.
club-admin-rollback-question =
    Compte maintenant : { $now }
    Comptera ensuite : { $before }

    Rien n’est perdu : cela peut être annulé.
club-admin-rollback-question-last =
    Compte maintenant : { $now }
    Il n’y aura ensuite plus de { $metric ->
        [sim] Sim Power
       *[total] Total Power
    } en { $week }.

    Rien n’est perdu : cela peut être annulé.
club-admin-rollback-undoable = Dernier retour arrière : { $last }
club-admin-rollback-confirm = Revenir en arrière
club-admin-rollback-undo = Annuler le dernier retour arrière
club-admin-rollback-keep = Conserver
club-admin-rollback-kept-title = Conservé
club-admin-rollback-kept = Aucun retour arrière n’a eu lieu.
# A saved roster: its week and power, its title and its members come before these.
club-admin-roster =
    { $week } · { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }
club-admin-roster-members =
    { $count ->
        [one] { $count } membre
       *[other] { $count } membres
    }
club-admin-roster-saved = enregistrée le { $at }
club-admin-roster-imported = importée le { $at }
club-admin-rolled-back-title = Retour arrière effectué
club-admin-rolled-back =
    Ne compte plus : { $gone }
    Compte maintenant : { $now }
club-admin-rolled-back-last =
    Ne compte plus : { $gone }
    Il n’y en avait pas avant, donc { $week } n’a plus de { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }.
club-admin-undone-title = Annulé
club-admin-undone = Compte à nouveau : { $back }
club-admin-undone-superseded = Elle est de retour, mais une plus récente a été enregistrée entre-temps et compte : { $back }

## /club-admin week

club-admin-week-begins =
    Les semaines commencent { $day ->
        [mon] le lundi
        [tue] le mardi
        [wed] le mercredi
        [thu] le jeudi
        [fri] le vendredi
        [sat] le samedi
       *[sun] le dimanche
    } à { $time } ({ $zone }).
club-admin-week-title = La semaine du club
club-admin-week-runs = { $week } est en cours : elle a commencé le { $began } et finit le { $next }.
club-admin-week-set-title = Semaine réglée
club-admin-week-set = Cela compte dès maintenant : { $week } est en cours, comme si elle avait commencé le { $began }, et la semaine suivante commence le { $next }. Les listes enregistrées gardent leurs semaines.
