### A server's data, in its owner's hands.

guild-data-export-done =
    Here is all that is stored of this server: { $records ->
        [one] { $records } record
       *[other] { $records } records
    }. What people said to the bot is theirs and not in it.
guild-data-export-readme =
    # All that is stored of a server

    - `json/`: every table as JSON, for programs
    - `csv/`: the same as CSV, for spreadsheets

    Times are in UTC. What people said to the bot is theirs: it is in the export of each of them, and not in here.
guild-data-delete-title = Delete everything of this server?
guild-data-delete-stays = **This stays:**
guild-data-delete-why = The audit log stays because nobody may erase what they did, its owner neither; it names people only until they delete themselves. A question to a model that is under way is still paid for, without the server’s name.
guild-data-delete-hint = Take it with you first with { CMD("guild-data export") }. You need not delete anything to leave: when the bot is removed from a server, its data is kept for 30 days in case that it comes back, and is then deleted by itself. I tell its owner in a direct message where Discord still lets me, which takes another server that we share.
guild-data-delete-modal = Delete everything of this server
guild-data-delete-input = Type the server’s name to confirm
guild-data-delete-done = All that was stored of this server is gone but the audit log. The bot begins anew here with the next command:
guild-data-left = I was removed from **{ $name }**. What I have stored of it is kept until { $until }, in case that I come back, and is then deleted for good. If I come back before that, everything is as it was.
