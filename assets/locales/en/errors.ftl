### What is refused, and what went wrong.

errors-ours = Something went wrong on the bot's side. Try again in a moment; if it stays, tell the bot's host this reference: { $reference }.
