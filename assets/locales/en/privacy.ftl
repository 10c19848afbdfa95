### One's own data: seen, taken away and deleted.

privacy-show-title = What is stored about you
privacy-show-head = All that the bot keeps about you, from this server, from others and from direct messages.
privacy-show-goes = **Yours** – { CMD("privacy delete") } deletes it
privacy-show-freed = **On record, or others’** – it stays, and { CMD("privacy delete") } takes your name out of it
privacy-show-foot = { CMD("privacy export") } gives you all of it as a file. Chat in direct messages is kept until you delete it; a server’s admins may let older chat there be deleted by itself.
privacy-export-done =
    Here is all that is stored about you: { $records ->
        [one] { $records } record
       *[other] { $records } records
    }, { $messages ->
        [one] { $messages } message
       *[other] { $messages } messages
    } and { $files ->
        [one] { $files } file
       *[other] { $files } files
    } among them.
privacy-export-parts = It is too large for one message, so it comes in { $count } parts. Each is a zip file of its own.
privacy-export-part = Part { $part } of { $count }.
privacy-export-unsent =
    { $count ->
        [one] { $count } part
       *[other] { $count } parts
    } could not be sent. Try again in a moment; a direct message with the bot takes as much as a server.
privacy-export-readme =
    # All that is stored about you

    - `conversations/`: your conversations with the bot, to read
    - `files/`: the pictures and text files of your questions
    - `json/`: every table as JSON, for programs
    - `csv/`: the same as CSV, for spreadsheets

    Times are in UTC. `audit_logs` has what you did and what was done to you; who else had to do with it is left out.
privacy-delete-title = Delete everything about you?
privacy-delete-goes = **This goes, now and for good:**
privacy-delete-freed = **This stays, without your name:**
privacy-delete-why = It stays because the audit log has to say what happened in servers, and because what you corrected or approved for a club is the club’s. What the bot wrote into Discord stays there too. Entries that the bot’s host moved into an archive file before stay in that file, where the bot cannot reach them.
privacy-delete-hint = Take it with you first with { CMD("privacy export") }. If you use the bot again afterwards, you begin anew.
privacy-delete-button = Delete everything
privacy-delete-keep = Keep
privacy-delete-kept-title = Kept
privacy-delete-kept = Nothing was deleted.
privacy-delete-modal = Delete everything about you
privacy-delete-word = DELETE
privacy-delete-input = Type { $word } to confirm
privacy-delete-done-title = Deleted
privacy-delete-done = All that was stored about you is gone, and what stays no longer says who you are:
privacy-fault-still-exporting = Your last export is still being made: wait for that answer first.
privacy-fault-many-exporting = Many exports are being made right now: try again in a few minutes.
privacy-fault-other-word = Nothing was deleted: type { $word } to confirm it.
privacy-fault-other-name = Nothing was deleted: type the server’s name, { $name }, to confirm it.

# What is stored, by kind. Each stands in a list of its own lines.
privacy-kind-person = your Discord id, your names and your picture
privacy-kind-sessions =
    { $rows ->
        [one] { $rows } session
       *[other] { $rows } sessions
    }
privacy-kind-memberships =
    { $rows ->
        [one] { $rows } membership of a server
       *[other] { $rows } memberships of servers
    }
privacy-kind-consent = whether your chats may be kept
privacy-kind-conversations =
    { $rows ->
        [one] { $rows } conversation with the bot
       *[other] { $rows } conversations with the bot
    }
privacy-kind-messages =
    { $rows ->
        [one] { $rows } question or answer in them
       *[other] { $rows } questions and answers in them
    }
privacy-kind-posts =
    { $rows ->
        [one] { $rows } note of where an answer stands in Discord
       *[other] { $rows } notes of where answers stand in Discord
    }
privacy-kind-files =
    { $rows ->
        [one] { $rows } picture or text file of a question
       *[other] { $rows } pictures and text files of questions
    }
privacy-kind-usage =
    { $rows ->
        [one] { $rows } sum of chat tokens of a day or month
       *[other] { $rows } sums of chat tokens of days and months
    }
privacy-kind-reservations =
    { $rows ->
        [one] { $rows } question to the model under way
       *[other] { $rows } questions to the model under way
    }
privacy-kind-analyses =
    { $rows ->
        [one] { $rows } club analysis or draft
       *[other] { $rows } club analyses and drafts
    }
privacy-kind-images =
    { $rows ->
        [one] { $rows } note about a screenshot in them
       *[other] { $rows } notes about screenshots in them
    }
privacy-kind-metrics =
    { $rows ->
        [one] { $rows } figure of a whole club in them
       *[other] { $rows } figures of whole clubs in them
    }
privacy-kind-powers =
    { $rows ->
        [one] { $rows } member’s power in them
       *[other] { $rows } members’ powers in them
    }
privacy-kind-reviews =
    { $rows ->
        [one] { $rows } analysis that was approved or rolled back
       *[other] { $rows } analyses that were approved or rolled back
    }
privacy-kind-club-members =
    { $rows ->
        [one] { $rows } member of a club
       *[other] { $rows } members of clubs
    }
privacy-kind-aliases =
    { $rows ->
        [one] { $rows } other spelling of a member’s name
       *[other] { $rows } other spellings of members’ names
    }
privacy-kind-corrections =
    { $rows ->
        [one] { $rows } corrected value of a club
       *[other] { $rows } corrected values of clubs
    }
privacy-kind-alerts =
    { $rows ->
        [one] { $rows } piece of club news
       *[other] { $rows } pieces of club news
    }
privacy-kind-guild = the server’s name, its Discord id and its settings
privacy-kind-settings-revisions =
    { $rows ->
        [one] { $rows } change of a server’s settings
       *[other] { $rows } changes of a server’s settings
    }
privacy-kind-settings-proposals =
    { $rows ->
        [one] { $rows } change of settings that waits for your word
       *[other] { $rows } changes of settings that wait for your word
    }
privacy-kind-audit-entries =
    { $rows ->
        [one] { $rows } entry of the audit log
       *[other] { $rows } entries of the audit log
    }
privacy-kind-audit-counts =
    { $rows ->
        [one] { $rows } daily count of such entries
       *[other] { $rows } daily counts of such entries
    }
