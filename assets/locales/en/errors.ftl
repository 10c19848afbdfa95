### What is refused, and what went wrong.

errors-denied-audit = Only people with the Manage Server permission can use the audit log.
errors-denied-guild-data = Only the owner of this server can export or delete its data.
errors-denied-not-yours = That belongs to somebody else: only they can use it.
errors-denied-host = Only the bot's hosts can see this.
errors-denied-here = You cannot use this here.
errors-denied-no-such-command = There is no such command, or you may not use it here: choose one that is offered.
errors-ours = Something went wrong on the bot's side. Try again in a moment; if it stays, tell the bot's host this reference: { $reference }.
errors-not-in-guild = Use this in a server: a direct message has no club.
errors-may-not-analyze = Only people with the Manage Server permission, or with a club manager role, can analyze a roster.
errors-may-not-decide = Only people with the Manage Server permission, or with a club manager role, can change, save or discard this preview.
errors-may-not-change = Only the person who made this analysis, or a club manager, can rename or delete it.
errors-may-not-manage = Only people with the Manage Server permission, or with a club manager role, can use { CMD("club-admin") }.
errors-may-not-approve = Only people with the Manage Server permission, or with a club manager role, can approve.
errors-may-not-change-settings = Only people with the Manage Server permission can change settings.
errors-no-images = There is no image here: attach one to ten screenshots of Club > Manage Members.
errors-not-used = { $file }: { $reason }
errors-title-too-long =
    That title is too long: it may have at most { $max ->
        [one] { $max } character
       *[other] { $max } characters
    }.
errors-title-empty = A title needs at least one letter or number: type another one.
errors-draft-expired = This preview ran out after 24 hours and was not saved: analyze the screenshots again.
errors-already-saved = This preview is already saved: see it with { CMD("club show") }.
errors-already-discarded = This preview was already discarded: analyze the screenshots again to get a new one.
errors-analysis-not-found = That analysis is not in this server (any more): { CMD("club list") } shows what there is.
errors-no-analysis-yet = No analysis is saved here yet: start with { CMD("club analyze") }.
errors-still-reading = Your last screenshots are still being read: wait for that answer first.
errors-took-too-long = The bot is very busy and could not read your screenshots in time: try again in a few minutes.
errors-too-many-members =
    These screenshots show more than { $max ->
        [one] { $max } member
       *[other] { $max } members
    }, which no club has: send those of one club.
errors-busy = Too many people are changing this review at once: try again in a moment.
errors-open-questions = First say who { $names } is: choose below the table, or use Fix.
errors-already-answered = That question is answered: the table shows what is still open.
errors-name-taken = { $name } is the name of somebody in this club: choose who it is, or give the row another name with Fix.
errors-too-many-edits =
    This review has { $max ->
        [one] { $max } change
       *[other] { $max } changes
    } already: save it, or discard it and analyze anew.
errors-club-full =
    This club has { $max ->
        [one] { $max } member
       *[other] { $max } members
    } on record, which is the most: merge or rename some first.
errors-awaits-approval = This is waiting for approval: another manager has to press Approve.
errors-own-approval = You asked for this approval yourself: another manager has to press Approve.
errors-approval-stale = This has changed since approval was asked for: press Save to ask again.
errors-nothing-to-approve = Nobody is asking for approval here (any more): press Save.
errors-review-moved = Screenshots were added to this review: a newer message shows all of it. Use the buttons there.
errors-stale-button = This button is no longer understood: use the command again.

## What is asked of a club and has no answer.

errors-known-nothing-yet = Nothing is known of this club yet: read a roster with { CMD("club analyze") } and save it.
errors-known-nothing-of = No { $power } was saved here yet: analyze screenshots that show it.
errors-known-no-such-week = No { $power } was saved for { $week }: the newest is { $newest }.
errors-known-not-a-week = That is not a week: choose one from the list, or write it like 2026-W47.
errors-known-neither = That is neither a week nor an analysis of this server: choose one from the list.
errors-known-one-week = Only one week of { $power } is saved: with the next one there is something to compare.
errors-known-too-few-weeks = It takes at least three weeks of { $power } to say whose power swings.
errors-known-no-value = Of that week no { $power } is known for certain.
errors-known-metrics-differ = One of them is sim power and the other total power: choose two of the same.
errors-known-same-sides = Both are the same: choose two different weeks or analyses.
errors-known-no-such-member = Nobody in this club has that name: type a few letters and choose from the list.
errors-known-perhaps-member = Nobody in this club has that name: perhaps you mean { $names }.
errors-or = { $first } or { $second }
errors-known-empty-search = Type at least one letter or number to search for.
errors-known-long-search =
    That is too long to search for: at most { $max ->
        [one] { $max } character
       *[other] { $max } characters
    }.
errors-known-nothing-to-export = There is nothing to export yet: save a week with { CMD("club analyze") } first.
errors-known-may-not-export = Only people with the Manage Server permission, or with a club manager role, can export the club's history.
errors-known-may-not-confirm = Only people with the Manage Server permission, or with a club manager role, can confirm who somebody is.
errors-known-may-not-unlink = Only the person themselves or a club manager can take this link away.
errors-known-not-linked = You are no member of this club yet: use { CMD("club me") } with your name in the game.
errors-known-member-taken = Somebody else is that member already: a club manager can take their link away.
errors-known-already-linked = You are another member already: press Unlink under { CMD("club me") } first.
errors-known-claim-over = That was confirmed, declined or taken back before.

## What is typed and is none: weeks and numbers.

errors-week = "{ $text }" is not a week: write the year and the week's number, like 2026-W47.
errors-number-empty = A number is missing: write it like 298,297,518 or 4.1M.
errors-number-unknown = "{ $text }" is not a number because of the "{ $found }": write it like 298,297,518 or 4.1M.
errors-number-separators = "{ $text }" has a separator in the wrong place: write it like 298,297,518 or 4.1M.
errors-number-two-ways = "{ $text }" can be read in two ways: write { $whole } when you mean thousands, or a decimal with fewer than three digits.
errors-number-not-whole = "{ $text }" is not a whole number: write fewer decimals, or K, M or B behind it.
errors-number-too-large = "{ $text }" is too large: the most is { $most }.
errors-number-negative = "{ $text }" is below zero: a power is zero or more.

## Why a file was not used.

errors-fetch-host = its link leads to a host that is not allowed; upload the file to Discord itself
errors-fetch-too-large = it is larger than 10 MiB; send the original screenshot as PNG or JPEG
errors-fetch-gone = Discord no longer has it (the link has expired); upload it again
errors-fetch-broke-off = its download broke off; try again in a moment
errors-fetch-too-slow = its download took too long; try again in a moment
