### A draft as people decide on it.

## Its standing, below the table.

review-no-rows = This review has no rows (any more): analyze the screenshots again.
review-not-saved = **Not saved yet.** Save keeps it as week { $week }, Discard throws it away; it runs out on { $at }.
review-somebody = Somebody
review-this = this
review-the-sim = the sim power
review-the-total = the total power
review-waiting = **Not saved yet: waiting for approval.** { $who } wants to save { $what } as week { $week }; because of what stands under "{ $field }", another manager has to press Approve. It runs out on { $at }.
review-waiting-on-tab = **Not saved yet: waiting for approval.** { $who } wants to save { $what } as week { $week }; because of what stands under "{ $field }" on the tab { $tabs }, another manager has to press Approve. It runs out on { $at }.
review-withdrawn = The request for approval was taken back, because the review has changed: press Save to ask again.
review-moved-title = This review goes on
review-moved = Screenshots were added: a newer message shows all of this review, with its buttons.
review-gone-title = Discarded
review-gone = This preview was not saved. Analyze the screenshots again to get a new one.

## Its buttons, at most 80 characters each.

review-approve = Approve
review-save = Save
review-save-both = Save both
review-save-sim = Save sim only
review-save-total = Save total only
review-fix = Fix
review-discard = Discard

## The select that asks who a row is, at most 150 characters, and its choices, at most 100.

review-ask = Who is { $name }?
review-ask-open = Who is { $name }? ({ $count } to answer)
# A row's name with its power.
review-ask-with-power = { $name }, { $power }
review-offer-new = A new member
review-offer-new-why = Somebody who was not in the club's records before
review-offer-member-why = A member who is known; the spelling is remembered
review-offer-row-why = The same member as this row: both become one

## The notes below the table: their heads, and what stands in them.

review-note-second-manager = Needs a second manager
review-note-who = Who is who?
review-note-other-tab = On the other tab
review-note-compared = Compared
review-note-first = This is the first roster of this power that is saved here: there is nothing to compare it with yet.
review-note-suspicious = Suspicious
review-note-new = New
review-note-missing = Missing
review-note-vision = The vision model reads
review-note-lost = Fixed before, but no longer a row
review-note-more = and { $count } more
review-tab-guarded = { $tab }: needs a second manager.
review-tab-asks = { $tab }: asks who is who ({ $count }).
review-tab-both = { $tab }: needs a second manager, and asks who is who ({ $count }).
review-or = { $first } or { $second }
review-question-renamed = { $row }: perhaps renamed: was it { $names }?
review-question-ambiguous = { $row }: is it { $names }?
review-question-twin = { $row }: is it the same member as { $names }?
review-vision-other = { $row }: { $seen }, where the bot reads { $read }
review-vision-only = { $row }: { $seen }, where the bot reads nothing for certain
review-vision-name = { $row }: the name { $seen }
review-vision-seen-with = { $row } with { $power }, whom the bot does not see
review-vision-seen = { $row }, whom the bot does not see

## The form, whose title and labels have at most 45 characters.

review-form-sim = Fix the sim power
review-form-total = Fix the total power
review-form-values = Values: Name = 1.2M, one a line
review-form-values-left = Values: Name = 1.2M ({ $count } rows not shown)
review-form-values-hint = Any row can be typed, one a line: Stone = 298,297,518
review-form-renames = Rename: old > new, one a line
review-form-same = Same person: keep = other, one a line
review-form-drops = Drop: one name a line
review-form-drops-hint = A row that is no member
# Behind a value in the form; it is ignored when the form is sent.
review-form-offer = the vision model reads { $power }
review-told-none =
    { $count ->
        [one] { $count } line was
       *[other] { $count } lines were
    } not applied, and nothing changed:
review-told-some =
    { $good } applied; { $count ->
        [one] { $count } line was
       *[other] { $count } lines were
    } not:
review-line-value = write it as Name = value
review-line-rename = write it as old > new
review-line-same = write it as keep = other
review-line-too-high = no power is that high
review-line-nothing-to-see = the new name has nothing to see in it
review-line-too-long =
    a name has at most { $max ->
        [one] { $max } character
       *[other] { $max } characters
    }
review-line-another-row = { $new } is another row: if both are one member, write { $new } = { $old } under Same person
review-line-one-row = that is one row already
review-line-nobody = there is no row and no member called { $name }
review-line-no-name = the name is missing
review-line-no-row = there is no row called { $name }, or more than one

## Why a second manager has to look.

review-guard-jump = Power has changed by { $percent } % or more: { $members }.
# A member, and by how much the power has changed.
review-guard-jumped = { $name } ({ $percent })
review-guard-volatile = { $members } of { $of } members have changed by { $percent } % or more, and more than { $most } is unusual.
review-guard-missing = { $members } of the { $of } members before are missing, which is { $percent } % or more.
review-guard-over-header = There are { $members } members here, but the game's header counts { $header }.
review-guard-taken-away = Held against what was rolled back, deleted or corrected lately: { $guards }

## What a person should know about the reading.

review-warning-more = { $found } of { $counted } found: more members than the header counts, so compare the list with the game.
review-warning-fewer = { $found } of { $counted } found: send the screenshots that are missing, each overlapping the one before.
review-warning-counts-differ = { $found } found: the header's member count differs between the screenshots.
review-warning-count-unreadable = { $found } found: the header's member count could not be read.
review-warning-rows = { $rows } rows, and the game counts { $counted } members.
review-warning-power = The number of { $name } is covered or not certain: compare it with the game.
review-warning-conflict = { $name } was read with different numbers, { $values }: compare it with the game.
review-warning-name = The name { $name } is not certain: compare it with the game.
review-and = { $first } and { $second }

## What people are told of a vision model that failed.

review-model-setting = The vision model could not be asked, because its settings are wrong: the bot's host can mend that. The screenshots were read without it.
review-model-quota = The vision model was not asked: the account behind it is empty. The screenshots were read without it.
review-model-busy = The vision model has too much to do right now. The screenshots were read without it.
review-model-silent = The vision model did not answer. The screenshots were read without it.
review-model-unusable = The vision model gave no usable answer. The screenshots were read without it.

## How far the reading is.

review-added =
    Added to your review of { $count ->
        [one] { $count } screenshot
       *[other] { $count } screenshots
    }, which is not saved yet: this is all of it.
review-reading = Reading { $number } of { $of }…
review-next = Waiting: your screenshots are next…
review-waiting-clubs =
    Waiting: { $count ->
        [one] { $count } other club is
       *[other] { $count } other clubs are
    } before you…

## Why an image was not used; it goes on from its file's name.

review-image-too-many-bytes = the file has { $has } MiB and at most { $most } MiB are read; send the screenshot itself, as PNG, JPEG or WebP
review-image-too-many-pixels = the image of { $width }×{ $height } pixels is too large, at most { $most } megapixels of 8 bits a colour are read; send the screenshot as your phone took it
review-image-none = this is not a PNG, JPEG or WebP image; open { $open } and send the full screenshot
review-image-broken = the image is broken or was cut short; send the screenshot once more
review-image-too-small = the image is too small to read ({ $width }×{ $height } pixels); send the full screenshot in its original size
review-image-no-cards = this image shows no member cards; open { $open } and send the full screenshot
review-image-cut-off = the member list is cut off in this image; open { $open } and send the full screenshot
# What a list may bear to be read, as the game shows it, and the language of the game on it.
review-image-text = "{ $text }"
review-image-accepted = { $texts } ({ $language })
# Where a screen is, and of which game.
review-image-screen = { $open } ({ $game })
review-image-other-screen = the title of this list reads "{ $seen }", and only { $accepted } is accepted; open { $open } and send the full screenshot
review-image-unread-screen = the title of this list cannot be read, and only { $accepted } is accepted; open { $open } and send the full screenshot
review-image-other-label = the label of these cards reads "{ $seen }", and only { $accepted } is accepted; open { $open }, switch the list to that and send the full screenshot
review-image-unread-label = the label of these cards cannot be read, and only { $accepted } is accepted; open { $open }, switch the list to that and send the full screenshot
review-image-no-members = no member of this list is fully visible; scroll the list a little and send the full screenshot
review-image-reader-failed = the reader failed on this image; send it once more, and tell the bot's host when that does not help
review-image-other-metric = it shows { $shown } where the other screenshots show { $kept }; send it in an analysis of its own
review-image-other-game = it is of the game { $shown } where the other screenshots are of { $kept }; send one game at a time
review-image-other-club = it shows the club { $shown } where the other screenshots show { $kept }; send one club at a time
review-image-too-many-at-once =
    one call takes at most { $max ->
        [one] { $max } screenshot
       *[other] { $max } screenshots
    }; send it in the next, which adds to this review
review-image-duplicate = it is the same picture as { $name }, which is there
review-image-review-full =
    one review takes at most { $max ->
        [one] { $max } screenshot
       *[other] { $max } screenshots
    }; save or discard it first
