### What a club’s channel is told.

news-title = Club news · { $week }
news-saved = A roster was saved: { $powers }.
# In the middle of a sentence.
news-power =
    { $metric ->
        [sim] sim power
       *[total] total power
    }
news-joined = Joined ({ $count })
news-left = Left ({ $count })
news-changed = Changed ({ $count })
news-changed-by = Changed by { $percent } % or more ({ $count })
# A member whose power has changed, and of which power where there are two.
news-mover = { $name }: { $before } → { $now }
news-mover-percent = { $name }: { $before } → { $now } ({ $percent })
news-mover-of =
    { $name } { $metric ->
        [sim] sim power
       *[total] total power
    }
news-more = and { $count } more
news-due-title = The weekly scan is due
news-due = { $week } began { $began }, and its { $powers } was not saved yet: use { CMD("club analyze") }.
news-guards-title = Guards loosened
news-guards = A roster needs a second manager's approval less often from now on. Reviews that have begun keep the guards that they began with. Who changed this is in the audit log.
news-guard-changed = { $before } → { $after }

## What a channel is told when it is chosen.

news-trial-title = Club news
news-trial = From now on this club's news are told here: who joins and leaves, whose power changes a lot, and when a scan is due.

## Why news did not arrive; no full stop behind it.

news-fault-no-channel = the channel is not one of Discord's
news-fault-another-server = the channel belongs to another server
news-fault-unreadable = it cannot be read
news-fault-guild-gone = its guild is gone
