### What a person keeps of their conversations with the bot, and looks after.

## How a conversation is named.

conversations-untitled = Untitled
conversations-untitled-aside = (untitled)
conversations-direct = direct messages
conversations-here = this server
conversations-private = private
conversations-messages =
    { $count ->
        [one] 1 message
       *[other] { $count } messages
    }
conversations-files =
    { $count ->
        [one] 1 file
       *[other] { $count } files
    }

## The list.

conversations-list-title = Your conversations
conversations-list-pick = Open a conversation
conversations-all = All conversations

## One that is open.

conversations-open = Open
conversations-about = { $about } · begun { $when }
conversations-empty = Nothing was said in it yet.
# Export is the button below.
conversations-long = Long messages are cut here; Export has all of them.
conversations-you = You
conversations-answer = Answer
conversations-program = Program
conversations-which = answer { $answer } of { $answers }
conversations-attached = Attached: { $files }
conversations-coming-in = still coming in
conversations-stopped = stopped
conversations-failed = failed
conversations-interrupted = interrupted
conversations-continue = Continue here
conversations-rename = Rename
conversations-export = Export
conversations-delete = Delete

## Going on with one here.

conversations-continued = It goes on here
conversations-continued-how = What you ask in this channel next goes on from { $title }.
# What Discord calls the values of a switch is not ours.
conversations-continued-privately = What you ask in this channel with `{ CMD("chat") }` and `{ $option }: True` goes on from { $title }.

## Another title.

conversations-rename-title = Rename a conversation
conversations-new-title = New title
conversations-renamed = Renamed
conversations-renamed-to = { $before } is now { $after }.

## A search.

conversations-search-title = Search your conversations
conversations-search-nothing = No title and no message of yours has { $term } in it.
conversations-search-found = What has { $term } in it:
conversations-search-shorter = More was found than fits here: search for a shorter piece of it to turn pages.
conversations-search-pick = Open where it stands
conversations-search-in-title = title

## An export, in parts where it is large.

conversations-export-files = { $messages } and { $files }
conversations-export-all = All of { $title }: { $what }.
conversations-export-first = The first part of { $title }: { $what }. It goes on with **Next part**.
conversations-export-part = Part { $part } of { $title }: { $what }. It goes on with **Next part**.
conversations-export-last = Part { $part } of { $title }, which is the last: { $what }.
conversations-export-next = Next part
conversations-export-json = As JSON
conversations-export-markdown = As Markdown

## In the file. Times in it are in UTC, as in the one for programs.

conversations-file-title = Conversation
conversations-file-part = Part { $part }
conversations-file-held = Held in { $place }
conversations-file-held-privately = Held in { $place }, private
conversations-file-begun = Begun { $begun }, last changed { $changed }
conversations-file-deleted = Deleted { $deleted }, kept for a while
conversations-file-id = Id { $id }
conversations-file-answer = answer { $answer }
conversations-file-not-chosen = not chosen

## Deleting one.

conversations-delete-title = Delete this conversation?
conversations-delete-soft = **Delete** takes it out of everything you see here, and after 30 days it is gone for good.
conversations-delete-hard = **Delete forever** takes it away now, with its files. Nobody can bring it back.
conversations-delete-forever = Delete forever
conversations-keep = Keep
conversations-kept = Kept
conversations-kept-all = Nothing was deleted.
conversations-deleted = Deleted
conversations-deleted-before = It is not there any more.
conversations-deleted-until = { $title } is in no list and no search any more, and gone for good on { $when }.
conversations-deleted-forever = { $title } is gone for good, with all that was said and attached.

## Why something cannot be done to one.

conversations-fault-not-found = That conversation is not among yours (any more): { CMD("conversations list") } shows what there is.
conversations-fault-nothing-yet = You have no conversation yet: begin one with { CMD("chat") }.
conversations-fault-empty-search = Type at least one character to search for.
conversations-fault-long-search = That is too long to search for: at most { $max } characters.
conversations-fault-of-another-server = That conversation belongs to another server: go on with it there.
conversations-fault-of-direct-messages = That conversation is from your direct messages with the bot: go on with it there.
