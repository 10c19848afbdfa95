### What the commands about a club say.

## Words that its sentences have in common.

# In the middle of a sentence.
club-power-sim = Sim Power
club-power-total = Total Power
# As a heading or a label.
club-metric-sim = Sim Power
club-metric-total = Total Power
club-metric-both = Sim et Total Power
club-no-name = (sans nom)
# What the star behind a value means.
club-star = \* corrigé par un gestionnaire
club-days = { $from } au { $to }
club-taken = { $week } ({ $days }), enregistrée le { $moment }
club-compared-with-none = Il n’y a pas de semaine antérieure à laquelle comparer.
club-compared-with = Comparée à { $taken }.
club-compared-gap =
    Aucun { $power } n’a été enregistré pour { $gap ->
        [one] la semaine
       *[other] les { $gap } semaines
    } entre les deux.
# A change and what it is in percent.
club-changed = { $change } ({ $percent })
club-members-count =
    { $count ->
        [one] { $count } membre
       *[other] { $count } membres
    }
club-changed-of = { $changed }, { $members }
club-not-known = inconnu
# The heads of fields that several answers have.
club-field-members = Membres
club-field-total = Total
club-field-change-of-total = Évolution du total
club-field-alike = Des membres connus les deux fois
club-field-new = Nouveaux ({ $count })
club-field-departed = Partis ({ $count })
club-field-missing = Absents ({ $count })

## A summary, as it is kept with an analysis.

club-summary = { $parts }.
club-summary-and-unread = { $parts }. { $unread }
club-summary-between = { ", " }
club-summary-sim = { $total } de Sim Power
club-summary-total = { $total } de puissance
club-summary-average = moyenne { $average }
club-summary-median = médiane { $median }
club-summary-top = en tête { $name } avec { $power }
club-summary-unread =
    { $count ->
        [one] { $count } valeur n’a pas pu être lue
       *[other] { $count } valeurs n’ont pas pu être lues
    }.

## Titles that analyses have where nobody gives one.

club-title = { $what }, { $day }

## /club show

club-sheet-fixed = \* saisi par une personne, non lu
club-sheet-metric = Type
club-sheet-values = Valeurs
club-sheet-confidence = Fiabilité de lecture
club-sheet-screenshots = Captures
club-sheet-check = À vérifier
club-sheet-saved-too = { $metric }, enregistré aussi
club-sheet-found = { $found } trouvés
club-sheet-found-of = { $found } sur { $all } trouvés
club-sheet-found-missing =
    { $found } sur { $all } trouvés, { $missing } { $missing ->
        [one] manquant
       *[other] manquants
    }
club-sheet-read = { $read } sur { $all } lues
# A value in short, and with all its digits.
club-whole = { $short } ({ $exact })
club-sheet-not-saved = **Pas encore enregistré.**
club-sheet-saved = Enregistré le { $moment }.
club-sheet-doubts-more = et { $count } autres, marqués { $mark } dans le tableau
club-sheet-doubt-power-name = { $name } : puissance et nom incertains
club-sheet-doubt-power = { $name } : puissance incertaine
club-sheet-doubt-name = { $name } : nom incertain
club-sheet-doubt-seen = { $name } : dernière connexion incertaine

## /club list

club-list-title = Analyses enregistrées
# In completions: an analysis and the day on which it was saved.
club-choice-analysis = { $title } ({ $day })
club-choice-week = { $week } · { $days }
club-choice-also = { $name } (aussi { $alias })
club-choice-departed = { $name } – parti

## /club stats

club-stats-title = { $metric } · { $week }
club-stats-with-value = Avec une valeur
club-stats-known = { $known } sur { $all }
club-stats-known-share = { $known } sur { $all } ({ $share })
club-stats-average = Moyenne
club-stats-median = Médiane
club-stats-top = Premier

## /club leaderboard

club-leaderboard-new = nouv.

## /club movers

club-movers-rising = En hausse · { $metric }
club-movers-falling = En baisse · { $metric }
club-movers-volatile = Instables · { $metric }
club-movers-none-more = Aucun des { $known } membres n’a plus qu’avant.
club-movers-none-less = Aucun des { $known } membres n’a moins qu’avant.
club-movers-more =
    { $count } des { $known } membres { $count ->
        [one] a
       *[other] ont
    } plus qu’avant.
club-movers-less =
    { $count } des { $known } membres { $count ->
        [one] a
       *[other] ont
    } moins qu’avant.
# In a table of fixed width.
club-movers-changes =
    { $count ->
        [one] { $count } variation
       *[other] { $count } variations
    }
club-movers-swings =
    { $weeks } semaines : de { $from } à { $taken }.
    De combien les variations d’un membre diffèrent d’une semaine à l’autre (leur écart type) : une croissance régulière donne zéro.
club-movers-nobody-swings = La puissance de personne n’oscille ; il faut trois semaines de suite pour le dire.

## /club member

# The heads of a table of fixed width.
club-member-week = Semaine
club-member-sim = Sim
club-member-total = Total
club-member-known-as = Connu ici sous le nom de { $name }.
club-member-departed = Parti : n’était plus là en { $week }.
club-member-nothing = Rien n’a été enregistré à leur sujet dans une semaine qui compte.
club-member-never = jamais
club-member-first-seen = Vu pour la première fois
club-member-last-seen = Vu pour la dernière fois
club-member-in-discord = Sur Discord
club-member-spellings = Autres graphies
club-member-corrections = Corrections
club-member-confirmed = { $person }, confirmé par un gestionnaire
club-member-unconfirmed = { $person }, pas encore confirmé
club-member-reason = { $week } { $power } : { $value } ({ $why })
club-member-no-reason = aucune raison donnée
club-member-unlink = Délier

## /club me

club-me-not-linked-title = Non lié
club-me-not-linked = { $person } et { $member } ne sont pas liés.
club-me-settled = Réglé
club-me-title = Qui est qui
club-me-question =
    { $person } dit : je suis { $member }.
    Un gestionnaire du club peut le confirmer.
club-me-question-rival =
    { $person } dit : je suis { $member }.
    Un gestionnaire du club peut le confirmer. Quelqu’un d’autre le dit aussi : confirmer l’un refuse l’autre.
club-me-confirm = Confirmer
club-me-decline = Refuser
club-me-confirmed-title = Confirmé
club-me-confirmed = { $person } est { $member }.
club-me-confirmed-declined = { $person } est { $member }. La demande de { $rival } est refusée.

## /club compare

club-compare-title = Comparaison de { $metric }
club-compare-sides =
    De { $from }
    à { $to }
club-compare-week = { $taken }.
club-compare-analysis = { $title } tel que lu, enregistré le { $moment }.
club-compare-analysis-of-week = { $title } de { $week } tel que lu, enregistré le { $moment }.
club-compare-smaller = et { $count } autres avec une variation plus faible
club-compare-look-twice = À regarder deux fois ({ $count })
club-compare-counts = { $changed } ont changé, { $same } identiques, { $unknown } non connus les deux fois
club-compare-ten-times = { $name } : environ dix fois plus qu’avant
club-compare-a-tenth = { $name } : environ un dixième d’avant
club-compare-jump = { $name } : un grand saut

## /club chart

club-chart-sim = Le Sim Power du club
club-chart-total = Le Total Power du club
club-chart-both = Le Total Power et le Sim Power du club
club-chart-weeks =
    { $weeks ->
        [one] Une semaine
       *[other] { $weeks } semaines
    } avec une liste enregistrée ; un trou est une semaine sans liste.
club-chart-corrected = Une semaine avec une étoile contient une valeur qui a été corrigée.
club-chart-top = Les premiers de { $week }
club-chart-distribution = La répartition de { $week }
club-chart-distribution-of =
    { $taken }.
    { $known } membres sur { $all } { $known ->
        [one] a
       *[other] ont
    } une valeur connue.
# In pictures, and for those who cannot see them.
club-picture-corrected = corrigé
club-picture-total = Le total du club
club-picture-span = de { $first } à { $last }
club-picture-in-week = en { $week }
club-picture-total-alt = Un graphique en courbes du total du club { $span }.
club-picture-member-alt = Un graphique en courbes de la puissance de { $name } { $span }.
club-picture-top = Top { $count }
club-picture-top-alt = Un graphique en barres de { $metric } en { $week } : { $names }.
club-picture-of-week = { $metric }, { $week } ({ $days })
club-picture-distribution = Membres par puissance
club-picture-distribution-alt = Combien de membres ont combien de { $metric } en { $week }.

## /club search

club-search-title = Recherche
club-search-nothing = Aucun membre ni aucune analyse ne contient { $query }.
club-search-found = Ce qui contient { $query } :
club-search-members = Membres ({ $count })
club-search-more = et { $count } autres
club-search-analyses = Analyses
club-search-more-analyses = et d’autres : { CMD("club list") } les montre toutes
club-search-also = { $name } (aussi { $alias })
club-search-departed = { $name }, parti

## /club export

club-export-counts = { $values } de { $members } en { $weeks }, corrections appliquées.
club-export-values =
    { $count ->
        [one] { $count } valeur
       *[other] { $count } valeurs
    }
club-export-members =
    { $count ->
        [one] { $count } membre
       *[other] { $count } membres
    }
club-export-weeks =
    { $count ->
        [one] { $count } semaine
       *[other] { $count } semaines
    }
club-export-first = { $counts } Il arrive en { $files } fichiers ; voici le premier.
club-export-part = Fichier { $part } sur { $files }.

## /club rename and /club delete

club-rename-modal = Renommer une analyse
club-rename-title = Nouveau titre
club-renamed = Renommé
club-renamed-to = { $before } s’appelle maintenant { $after }.
club-delete-title = Supprimer cette analyse ?
club-delete-question = Ses valeurs disparaissent avec elle, et personne ne peut la récupérer.
club-delete = Supprimer
club-keep = Conserver
club-deleted = Supprimée
club-deleted-title = { $title } n’est plus dans aucune liste ni aucun chiffre.
club-deleted-before = Elle avait déjà été supprimée.
club-kept = Conservée
club-kept-all = Rien n’a été supprimé.
