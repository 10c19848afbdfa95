### What is refused, and what went wrong.

errors-ours = Auf der Seite des Bots ist etwas schiefgegangen. Versuche es gleich noch einmal; wenn es so bleibt, nenne dem Betreiber des Bots diese Nummer: { $reference }.
