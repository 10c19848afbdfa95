### What a club’s channel is told.

news-title = Neuigkeiten des Clubs · { $week }
news-saved = Eine Mitgliederliste wurde gespeichert: { $powers }.
# In the middle of a sentence.
news-power =
    { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }
news-joined = Beigetreten ({ $count })
news-left = Ausgetreten ({ $count })
news-changed = Geändert ({ $count })
news-changed-by = Um { $percent } % oder mehr geändert ({ $count })
# A member whose power has changed, and of which power where there are two.
news-mover = { $name }: { $before } → { $now }
news-mover-percent = { $name }: { $before } → { $now } ({ $percent })
news-mover-of =
    { $name } { $metric ->
        [sim] Sim Power
       *[total] Total Power
    }
news-more = und { $count } weitere
news-due-title = Der wöchentliche Scan ist fällig
news-due = { $week } hat { $began } begonnen, aber noch nicht gespeichert ist: { $powers }. Nutze { CMD("club analyze") }.
news-guards-title = Schutzregeln gelockert
news-guards = Eine Mitgliederliste braucht ab jetzt seltener die Genehmigung eines zweiten Managers. Begonnene Prüfungen behalten die Schutzregeln, mit denen sie begonnen haben. Wer das geändert hat, steht im Audit-Log.
news-guard-changed = { $before } → { $after }

## What a channel is told when it is chosen.

news-trial-title = Neuigkeiten des Clubs
news-trial = Ab jetzt werden hier die Neuigkeiten dieses Clubs gemeldet: wer beitritt und geht, wessen Power sich stark ändert und wann ein Scan fällig ist.

## Why news did not arrive; no full stop behind it.

news-fault-no-channel = der Kanal ist keiner von Discord
news-fault-another-server = der Kanal gehört zu einem anderen Server
news-fault-unreadable = die Meldung ist nicht lesbar
news-fault-guild-gone = den Server gibt es nicht mehr
