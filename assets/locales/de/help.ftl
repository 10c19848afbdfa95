### The help.

help-topic-club = Dein Club
help-topic-club-admin = Den Club verwalten
help-topic-chat = Mit dem Bot reden
help-topic-server = Dieser Server
help-topic-own = Deine Daten und der Bot selbst
help-topics = Wähle, worüber du etwas wissen willst
help-menu = Im Menü einer Nachricht, unter „Apps“
help-more = { CMD("help") } mit dem Namen eines Befehls sagt alles über diesen Befehl.
help-options = Optionen
help-required = (erforderlich)
help-who = Wer ihn benutzen darf
help-limits = Grenzen
help-examples = Beispiele
help-limit =
    { $seconds ->
        [one] Höchstens { $most } auf einmal, danach jede Sekunde einer mehr; alle auf einem Server zusammen höchstens { $all } auf einmal.
       *[other] Höchstens { $most } auf einmal, danach alle { $seconds } Sekunden einer mehr; alle auf einem Server zusammen höchstens { $all } auf einmal.
    }
help-who-managers = Wer die Berechtigung „Server verwalten“ oder eine Club-Manager-Rolle hat
help-who-makers = Wer es gemacht hat, und wer die Berechtigung „Server verwalten“ oder eine Club-Manager-Rolle hat
help-who-admins = Wer die Berechtigung „Server verwalten“ hat
help-who-owner = Wem der Server gehört
help-who-self = Alle, für das, was ihnen selbst gehört
help-who-members = Alle auf dem Server
help-who-hosts = Die Betreiber des Bots
help-who-everybody = Alle
