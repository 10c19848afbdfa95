### What is refused, and what went wrong.

errors-denied-audit = Only people with the Manage Server permission can use the audit log.
errors-denied-guild-data = Only the owner of this server can export or delete its data.
errors-denied-not-yours = That belongs to somebody else: only they can use it.
errors-denied-host = Only the bot's hosts can see this.
errors-denied-here = You cannot use this here.
errors-ours = Something went wrong on the bot's side. Try again in a moment; if it stays, tell the bot's host this reference: { $reference }.
