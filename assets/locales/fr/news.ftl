### What a club’s channel is told.

news-title = Nouvelles du club · { $week }
news-saved = Une liste a été enregistrée : { $powers }.
# In the middle of a sentence.
news-power =
    { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }
news-joined = Arrivés ({ $count })
news-left = Partis ({ $count })
news-changed = Changements ({ $count })
news-changed-by = Changements de { $percent } % ou plus ({ $count })
# A member whose power has changed, and of which power where there are two.
news-mover = { $name } : { $before } → { $now }
news-mover-percent = { $name } : { $before } → { $now } ({ $percent })
news-mover-of =
    { $name } { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }
news-more = et { $count } de plus
news-due-title = Le scan hebdomadaire est attendu
news-due = { $week } a commencé le { $began }, et il reste à enregistrer : { $powers }. Utilisez { CMD("club analyze") }.
news-guards-title = Garde-fous assouplis
news-guards = Une liste aura désormais moins souvent besoin de l’approbation d’un second gestionnaire. Les relectures commencées gardent les garde-fous avec lesquels elles ont commencé. Qui a changé cela figure dans le journal d’audit.
news-guard-changed = { $before } → { $after }

## What a channel is told when it is chosen.

news-trial-title = Nouvelles du club
news-trial = Désormais, les nouvelles de ce club sont annoncées ici : qui arrive et part, de qui la puissance change beaucoup, et quand un scan est attendu.

## Why news did not arrive; no full stop behind it.

news-fault-no-channel = le salon n’est pas un salon Discord
news-fault-another-server = le salon appartient à un autre serveur
news-fault-unreadable = l’annonce est illisible
news-fault-guild-gone = le serveur n’existe plus
