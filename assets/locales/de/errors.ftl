### What is refused, and what went wrong.

errors-denied-audit = Nur wer die Berechtigung „Server verwalten“ hat, kann das Audit-Log benutzen.
errors-denied-guild-data = Nur wem dieser Server gehört, kann seine Daten exportieren oder löschen.
errors-denied-not-yours = Das gehört jemand anderem: Nur diese Person kann es benutzen.
errors-denied-host = Das sehen nur die Betreiber des Bots.
errors-denied-here = Das kannst du hier nicht benutzen.
errors-ours = Auf der Seite des Bots ist etwas schiefgegangen. Versuche es gleich noch einmal; wenn es so bleibt, nenne dem Betreiber des Bots diese Nummer: { $reference }.
