### The settings of a server: what each is for, and what is said about them.

setting-language = Die Sprache der Antworten, die alle sehen.
    .name = Sprache
setting-timezone = Die Zeitzone, in der Tage beginnen und Zeiten angezeigt werden.
    .name = Zeitzone
setting-features-clubAnalytics = Ob hier Mitgliederlisten des Clubs gelesen und aufbewahrt werden.
    .name = Club-Auswertung
setting-features-chatBot = Ob man hier mit dem Bot chatten kann.
    .name = Chat
setting-club-managerRoles = Die Rollen, deren Träger tun dürfen, was Club-Manager dürfen.
    .name = Manager-Rollen
setting-club-week-day = Der Tag, an dem die Woche des Clubs beginnt.
    .name = Woche: Tag
setting-club-week-time = Die Uhrzeit an diesem Tag, zu der die Woche des Clubs beginnt.
    .name = Woche: Uhrzeit
setting-club-week-timezone = Die Zeitzone, in der die Woche des Clubs beginnt.
    .name = Woche: Zeitzone
setting-club-guards-jumpPercent = Eine Liste braucht eine zweite Freigabe, wenn sich die Stärke eines Mitglieds um so viele Prozent ändert; 0 ist aus.
    .name = Prüfung: Sprung
setting-club-guards-volatilePercent = Ein Mitglied, dessen Stärke sich um so viele Prozent ändert, schwankt; 0 ist aus.
    .name = Prüfung: Schwankung
setting-club-guards-volatileMembers = Eine Liste braucht eine zweite Freigabe, wenn mehr Mitglieder als so viele schwanken.
    .name = Prüfung: schwankende Mitglieder
setting-club-guards-missingPercent = Eine Liste braucht eine zweite Freigabe, wenn so viele Prozent der Mitglieder der letzten fehlen; 0 ist aus.
    .name = Prüfung: Fehlende
setting-club-guards-overHeader = Ob eine Liste mit mehr Mitgliedern, als die Kopfzeile des Spiels zählt, eine zweite Freigabe braucht.
    .name = Prüfung: mehr als die Kopfzeile
setting-club-alerts-channel = Der Kanal, in dem Neuigkeiten des Clubs gemeldet werden; ohne einen werden sie es nicht.
    .name = Neuigkeiten: Kanal
setting-club-alerts-members = Ob gemeldet wird, wer dazugekommen und wer gegangen ist.
    .name = Neuigkeiten: Mitglieder
setting-club-alerts-changePercent = Gemeldet wird, wessen Stärke sich um so viele Prozent geändert hat; 0 ist aus.
    .name = Neuigkeiten: Stärke
setting-club-alerts-scanDue = Ob der Kanal erinnert wird, wenn der Scan der Woche fällig ist.
    .name = Neuigkeiten: Scan fällig
setting-club-visionReading = Ob ein Bildmodell, wo der Betreiber eines eingerichtet hat, Screenshots neben dem eingebauten Leser liest.
    .name = Lesen mit Bildmodell
setting-chat-channels = Die Kanäle, in denen man mit dem Bot chatten darf; ist keiner genannt, sind es alle.
    .name = Kanäle
setting-chat-roles = Die Rollen, deren Träger mit dem Bot chatten dürfen; ist keine genannt, sind es alle.
    .name = Rollen
setting-chat-persona = Wer der Bot ist, wenn er hier chattet, statt seiner eigenen Persona.
    .name = Persona
setting-chat-channelPersonas = Wer der Bot in manchen Kanälen ist, statt der Persona des Servers.
    .name = Personas der Kanäle
setting-chat-budget-personDay = Die meisten Tokens, die jede Person hier am Tag verbrauchen darf, im Rahmen des Betreibers; 0 überlässt es ihm.
    .name = Budget: Person, Tag
setting-chat-budget-personMonth = Die meisten Tokens, die jede Person hier im Monat verbrauchen darf, im Rahmen des Betreibers; 0 überlässt es ihm.
    .name = Budget: Person, Monat
setting-chat-budget-guildDay = Die meisten Tokens, die hier alle zusammen am Tag verbrauchen dürfen, im Rahmen des Betreibers; 0 überlässt es ihm.
    .name = Budget: Server, Tag
setting-chat-budget-guildMonth = Die meisten Tokens, die hier alle zusammen im Monat verbrauchen dürfen, im Rahmen des Betreibers; 0 überlässt es ihm.
    .name = Budget: Server, Monat
setting-chat-streaming = Ob Antworten gezeigt werden, während das Modell sie schreibt, oder erst, wenn sie fertig sind.
    .name = Mitlesen
setting-audit-channel = Der Kanal, in den Einträge des Audit-Logs gespiegelt werden; ohne einen werden sie es nicht.
    .name = Spiegel-Kanal
setting-audit-actions = Die Aktionen, deren Einträge gespiegelt werden; endet eine auf einen Punkt, steht sie für alle, die so beginnen.
    .name = Gespiegelte Aktionen
setting-retention-chatDays = Wie viele Tage Gespräche hier aufbewahrt werden; 0 ist für immer.
    .name = Chat: Tage

settings-topic =
    { $topic ->
        [language] Sprache
        [timezone] Zeitzone
        [features] Funktionen
        [club] Club
        [chat] Chat
        [audit] Audit-Log
        [retention] Aufbewahrung
       *[other] { $topic }
    }
settings-weekday =
    { $day ->
        [mon] Montag
        [tue] Dienstag
        [wed] Mittwoch
        [thu] Donnerstag
        [fri] Freitag
        [sat] Samstag
        [sun] Sonntag
       *[other] { $day }
    }
settings-title = Einstellungen
settings-title-topic = Einstellungen: { $topic }
settings-list-footer = Fett ist, was hier eingestellt ist; der Rest ist Standard. { CMD("settings get") } mit einem Schlüssel sagt, wofür er da ist.
settings-value-set = **{ $value }** (hier eingestellt)
settings-value-default = **{ $value }** (Standard)
settings-may-be = Möglich ist: { $accepted }. Standard ist: { $default }.
settings-was-set = Gesetzt
settings-was-reset = Zurückgesetzt
settings-is-now = `{ $key }` ist jetzt: **{ $value }**
settings-on = an
settings-off = aus
settings-none = keine
settings-own-persona = die des Bots
settings-everywhere = überall
settings-everybody = alle
settings-nowhere = nirgends
settings-zero-host = 0, nur die Grenze des Betreibers
settings-zero-forever = 0, für immer
settings-zero-off = 0, aus
settings-default = der Standard
settings-accepts-switch = an oder aus (on, off)
settings-accepts-number = eine ganze Zahl von { $from } bis { $to }
settings-accepts-text = Text von 1 bis { $most } Zeichen
settings-accepts-choice = eines von { $choices }
settings-accepts-zone = eine IANA-Zeitzone wie Europe/Berlin
settings-accepts-time = eine Uhrzeit von 00:00 bis 23:59 wie 04:30
settings-accepts-channel = ein Kanal, als #kanal
settings-accepts-ids = bis zu { $most } Kanäle oder Rollen, durch Leerzeichen getrennt, oder none für keine
settings-accepts-actions = bis zu { $most } Aktionen des Audit-Logs, durch Leerzeichen getrennt, oder none für keine; endet eine auf einen Punkt, steht sie für alle, die so beginnen
settings-accepts-texts = ein Kanal und sein Text von höchstens { $most } Zeichen, als `#kanal Text`, für bis zu { $channels } Kanäle nacheinander; der Kanal allein nimmt seinen Text weg
settings-json-switch = true oder false
settings-json-id = eine Discord-Id wie "123456789012345678"
settings-json-ids = eine Liste von höchstens { $most } Discord-Ids
settings-json-actions = eine Liste von höchstens { $most } Aktionen
settings-json-texts = ein Objekt mit höchstens { $channels } Kanal-Ids, jede mit Text von 1 bis { $most } Zeichen
settings-fault = { $path }: { $problem }
settings-fault-whole = Die Einstellungen: { $problem }
settings-unknown = diese Einstellung gibt es nicht
settings-not-offered = diese Einstellung gibt es nicht: wähle eine der angebotenen
settings-no-object = muss ein Objekt mit Einstellungen darin sein
settings-must-be = muss { $what } sein
settings-not-mentioned = muss ein #Kanal oder eine @Rolle sein, wie Discord sie beim Tippen anbietet, oder die Id davon
settings-no-action = muss eine Aktion wie club.analysis.save sein, oder club. für alle, die so beginnen
settings-not-under-channel = muss unter einer Discord-Id wie "123456789012345678" stehen
settings-too-large = Diese Datei ist zu groß: Einstellungen haben höchstens { $max } KiB.
settings-not-fetched = Die Datei konnte nicht heruntergeladen werden: lade sie noch einmal hoch.
settings-no-json = Diese Datei ist kein JSON: sieh in Zeile { $line }, Spalte { $column } nach.
settings-nothing-new = Nichts würde sich ändern: was die Datei sagt, ist schon eingestellt.
settings-over = Das wurde schon beantwortet oder hat länger als 15 Minuten gewartet: beginne von vorn.
settings-no-such-revision = Diese Änderung ist nicht mehr verzeichnet: { CMD("settings history") } zeigt, was es gibt.
settings-nothing-to-revert = Es gibt nichts zurückzunehmen: alles ist so, wie es vor dieser Änderung war.
settings-too-much = Hier wurde an einem Tag zu viel geändert: Jede Änderung wird { $days } Tage aufbewahrt. Versuch es in ein paar Stunden noch einmal.
settings-choose-topic = Wähle ein Thema
settings-choose-setting = Wähle eine Einstellung
settings-choose-value = Wähle einen Wert
settings-choose-channel = Wähle einen Kanal
settings-choose-channels = Wähle Kanäle
settings-choose-roles = Wähle Rollen
settings-choose-actions = Wähle Aktionen
settings-choose-text-channel = Wähle den Kanal, dessen Text du schreibst
settings-choose-first = Wähle unten, was du ändern willst.
settings-turn-on = An
settings-turn-off = Aus
settings-edit = Ändern …
settings-back-to-default = Standard
settings-leave-empty = Leer gibt wieder den Standard
settings-clash-title = Jemand anders hat das geändert
settings-clash-by = { $who } hat **{ $name }** geändert, seit es dir gezeigt wurde. Welches von beiden soll gelten?
settings-clash = **{ $name }** wurde geändert, seit es dir gezeigt wurde. Welches von beiden soll gelten?
settings-clash-theirs = Wie es jetzt ist
settings-clash-mine = Wie du es willst
settings-use-mine = Meins nehmen
settings-keep-theirs = Deren behalten
settings-history-title = Änderungen der Einstellungen
settings-history-empty = Hier wurde noch nichts geändert.
settings-somebody = jemand
settings-entry = **#{ $number }** · { $who } · { $when }
settings-entry-reverts = nimmt #{ $number } zurück
settings-entry-import = aus einer Datei
settings-more-changes =
    { $count ->
        [one] … und { $count } weitere Änderung
       *[other] … und { $count } weitere Änderungen
    }
settings-texts-of-channels =
    { $count ->
        [one] der Text von { $count } Kanal
       *[other] die Texte von { $count } Kanälen
    }
settings-take-back = #{ $number } zurücknehmen
settings-taken-back = #{ $number } wurde zurückgenommen.
settings-newer = Neuere
settings-older = Ältere
settings-revert-title = #{ $number } zurücknehmen?
settings-revert-conflict = Was mit ⚠ markiert ist, wurde seither noch einmal geändert. Noch ist nichts zurückgenommen.
settings-revert-anyway = Trotzdem zurücknehmen
settings-cancel = Abbrechen
settings-import-title = { $file } importieren?
settings-import-hint = Noch hat sich nichts geändert. Danach ist eingestellt, was die Datei sagt, und sonst nichts. Das wartet 15 Minuten.
settings-import-moved = Die Einstellungen wurden inzwischen geändert: das ist jetzt der Unterschied.
settings-apply = Anwenden
settings-imported = Importiert
settings-cancelled = Abgebrochen
settings-nothing-changed = Nichts wurde geändert.
settings-exported = Was hier eingestellt ist. { CMD("settings import") } nimmt es wieder auf, hier oder auf einem anderen Server.
