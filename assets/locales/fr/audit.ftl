### Ce que montre /audit, et ce qui est publié dans le salon d'audit.

audit-title = Journal d'audit
audit-none = Il n'y a aucune entrée de ce genre.
audit-nobody = personne en particulier
audit-failed = échec : { $reason }
audit-newer = Plus récentes
audit-older = Plus anciennes
audit-by = par { $person }
audit-action = action { $action }
audit-about = à propos de { $kind }
audit-only-worked = seulement ce qui a réussi
audit-only-failed = seulement ce qui a échoué
audit-from = à partir du { $day }
audit-to = jusqu'au { $day }
audit-more =
    { $count ->
        [one] et une de plus
       *[other] et { $count } de plus
    }
audit-head = Entrée la plus récente : { $head }
audit-posted = Dernière publiée dans le salon d'audit, et retrouvée : { $head }

audit-stats-title = Le journal d'audit en chiffres
audit-stats-none = Rien n'a été enregistré pendant ce temps.
audit-stats-total =
    { $count ->
        [one] { $count } entrée
       *[other] { $count } entrées
    } en { $days ->
        [one] un jour
       *[other] { $days } jours
    } ; { $rate } de réussite.
audit-stats-failed =
    { $count ->
        [one] { $count } échec
       *[other] { $count } échecs
    }
audit-stats-actions = Par action
audit-stats-people = Par personne
audit-chart-title = Journal d'audit par jour
audit-chart-count = Entrées
audit-chart-rate = Réussites
audit-chart-alt = Un graphique des entrées de chaque jour et de la part qui a réussi.

audit-export-all =
    { $count ->
        [one] { $count } entrée, la plus récente d'abord.
       *[other] { $count } entrées, les plus récentes d'abord.
    }
audit-export-first =
    { $count ->
        [one] La première partie, le plus récent d'abord : { $count } entrée. D'autres parties suivent.
       *[other] La première partie, le plus récent d'abord : { $count } entrées. D'autres parties suivent.
    }
audit-export-part =
    { $count ->
        [one] Partie { $number } : { $count } entrée.
       *[other] Partie { $number } : { $count } entrées.
    }
audit-export-last =
    { $count ->
        [one] Partie { $number }, la dernière : { $count } entrée.
       *[other] Partie { $number }, la dernière : { $count } entrées.
    }
audit-export-cut = Les entrées plus anciennes ne tenaient pas : demandez-les avec les options du premier et du dernier jour.
audit-export-unsent = La partie { $number } n'a pas pu être envoyée, ni ce qui suivrait : réessayez dans un instant ou demandez moins de jours.

audit-verify-title-whole = Le journal d'audit est intact
audit-verify-title-found = Le journal d'audit n'est pas intact
audit-verify-whole =
    { $count ->
        [one] { $count } entrée vérifiée : elle est ce qui a été écrit.
       *[other] Les { $count } entrées sont ce qui a été écrit.
    }
audit-verify-found =
    { $count ->
        [one] Une chose n'est pas comme elle a été écrite :
       *[other] { $count } choses ne sont pas comme elles ont été écrites :
    }
audit-verify-looked-at =
    { $count ->
        [one] { $count } entrée a été examinée.
       *[other] { $count } entrées ont été examinées.
    }
audit-verify-archived =
    { $count ->
        [one] Une entrée plus ancienne a été archivée.
       *[other] { $count } entrées plus anciennes ont été archivées.
    }
audit-verify-before =
    { $count ->
        [one] Une entrée date d'avant le chaînage du journal : elle est là, et on ne peut rien en dire de plus.
       *[other] { $count } entrées datent d'avant le chaînage du journal : elles sont là, et on ne peut rien en dire de plus.
    }
audit-found-changed = Modifiée, ou ne suivant pas la précédente : numéro { $number }, { $entry }
audit-found-removed = Supprimée : numéro { $number }, { $id }
audit-found-gone = Supprimées : numéros { $first } à { $last }
audit-found-gone-from-before = Supprimée, d'avant le chaînage du journal : { $id }
audit-found-inserted = Ajoutée à la main ou par une version plus ancienne : { $entry }
audit-found-cut = Coupé : le journal s'arrête au numéro { $last } et allait jusqu'à { $head }
audit-found-head = L'entrée la plus récente, ou celle qui a été publiée, n'est pas ce qui se trouve au numéro { $number }
audit-found-before = Il y avait { $expected } entrées d'avant le chaînage du journal, et il y en aurait { $found }
audit-found-archived = Parmi les entrées d'avant le chaînage du journal, { $said } seraient archivées, et { $taken } l'ont été
audit-found-number = Il y a { $found } entrées, et { $known } sont connues : l'une compte deux fois, ou l'une est illisible

audit-mirror-head = Pour comparer
audit-mirror-missed =
    { $count ->
        [one] Une entrée antérieure n'a pas pu être publiée ici.
       *[other] { $count } entrées antérieures n'ont pas pu être publiées ici.
    }

audit-no-day = { $typed } n'est pas un jour : écrivez-le comme 2026-11-22.
audit-backwards = Le dernier jour, le { $to }, est avant le premier, le { $from }.
audit-name-too-long = Une action ou un type a au plus { $max } caractères : choisissez-en un parmi ceux proposés.
audit-gone = Ce dont parlait cette liste n'existe plus : utilisez de nouveau { CMD("audit list") }.
audit-busy = Le journal d'audit de ce serveur est déjà en cours de lecture : attendez d'abord cette réponse.
