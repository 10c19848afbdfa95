### Talking to the bot: answers, what is said of them, and why there is none.

## What stands above an answer.

chat-about-message = -# Zu [einer Nachricht](<{ $link }>) von { $name }
chat-about = -# Zu einer Nachricht von { $name }

## While an answer comes.

chat-thinking = Ich denke nach…
chat-goes-on = Es geht weiter: Alles zusammen kommt als Datei.
chat-using-roster = Ich sehe mir die Mitglieder des Clubs an…
chat-using-stats = Ich sehe mir die Zahlen des Clubs an…
chat-using-movers = Ich sehe nach, wer sich verändert hat…
chat-using-member = Ich sehe mir die Wochen eines Mitglieds an…
chat-using-something = Ich sehe etwas nach…

## What is said below an answer that is over; the buttons are named as below.

chat-which = Antwort { $index } von { $count }.
chat-answered-by = Beantwortet von { $model }.
chat-left-out =
    { $count ->
        [one] 1 ältere Nachricht wurde weggelassen.
       *[other] { $count } ältere Nachrichten wurden weggelassen.
    }
chat-cut = Länger darf eine Antwort nicht sein: Frag nach dem Rest.
chat-closed = Mit deiner nächsten Frage beginnt ein neues Gespräch.
chat-stopped = Gestoppt.
chat-interrupted = Der Bot wurde mittendrin neu gestartet: Drück auf „Nochmal“, dann kommt eine ganze Antwort.
chat-no-answer = Es kam keine Antwort: Drück auf „Nochmal“.
chat-wordless = Das Modell hat ohne ein Wort geantwortet: Drück auf „Nochmal“.

## Buttons.

chat-stop = Stopp
chat-again = Nochmal
chat-new = Neu

## What somebody is told who mentions the bot and says nothing.

chat-help = Frag mich etwas: Schreib es hinter die Erwähnung, antworte auf eine meiner Antworten, oder nimm { CMD("chat") }. { CMD("chat-info") } sagt, was ich bin.
# Of a message that Discord does not show to the bot.
chat-unreadable = Discord zeigt mir nicht, was in dieser Nachricht steht. Schreib ihren Text hinter die Erwähnung, oder wähl in ihrem Menü Apps > { $menu }.

## The words of a question that has none: they are kept, and the model reads them.

chat-what-of-quote = Was sagst du zu dieser Nachricht?
chat-what-of-file = Was ist das?
chat-quoted-bot = der Assistent, zu jemand anderem
chat-quoted-somebody = jemand
chat-quoted-unkept = (Was hier geschrieben oder angehängt war, wurde nur für eine Antwort gezeigt und ist nicht gespeichert, weil die Person dem nicht zugestimmt hat.)
chat-file-dropped = (Diese Datei wurde vor langer Zeit angehängt und ist nicht mehr gespeichert.)
chat-quoted-unshown = (Discord zeigt dem Bot nicht, was in dieser Nachricht steht. Sag das.)
# What a conversation is called whose first question has no words.
chat-untitled = Gespräch

## Who answers, as whom, where and for whom.

chat-info-title = Chat
chat-info-model = Modell
chat-info-second = { $first }; wenn es überlastet ist oder schweigt: { $second }
chat-info-images = Bilder
chat-info-sees = Es sieht, was du anhängst.
chat-info-blind = Es liest nur Text.
chat-info-limits = Grenzen
chat-info-tokens = Es bekommt bis zu { $context } Tokens eines Gesprächs zu sehen und antwortet mit bis zu { $answer }.
chat-info-cooldown =
    { $seconds ->
        [0] Du darfst sofort wieder fragen.
        [1] Du darfst nach einer Sekunde wieder fragen.
       *[other] Du darfst nach { $seconds } Sekunden wieder fragen.
    }
chat-info-you = Du: { $budget }.
chat-info-guild = Dieser Server: { $budget }.
chat-info-a-day =
    { $count ->
        [one] { $count } Token am Tag
       *[other] { $count } Tokens am Tag
    }
chat-info-a-month =
    { $count ->
        [one] { $count } Token im Monat
       *[other] { $count } Tokens im Monat
    }
chat-info-no-limit = keine Grenze
chat-info-who-in-channel = Wer es in diesem Kanal ist
chat-info-who-in-guild = Wer es auf diesem Server ist
chat-info-who = Wer es ist
chat-info-where = Wo
chat-info-everywhere = Jeder Kanal
chat-info-whom = Für wen
chat-info-everybody = Alle
chat-info-looks = Es darf sich ansehen
chat-info-looks-at-nothing = Nichts als das, was du ihm zeigst.
chat-info-roster = die Mitglieder des Clubs
chat-info-stats = seine Zahlen
chat-info-movers = wer sich verändert hat
chat-info-member = die Wochen eines Mitglieds

## What is left.

chat-usage-title = Was vom Chat übrig ist
chat-usage-in-tokens = In Tokens: etwa vier für je drei Wörter, von Fragen wie von Antworten. Ein Tag beginnt um Mitternacht UTC, ein Monat am 1.
chat-usage-you = Du
chat-usage-guild = Dieser Server
chat-usage-all = Der ganze Bot
chat-usage-today = Heute: { $left }
chat-usage-month = Diesen Monat: { $left }
chat-usage-left = **{ $left }** von { $limit } übrig ({ $used } verbraucht)
chat-usage-no-limit = keine Grenze ({ $used } verbraucht)
chat-usage-cost = Kosten: { $day } heute, { $month } diesen Monat
chat-usage-of-model =
    { $calls ->
        [one] { $model }: 1 Aufruf, { $prompt } Tokens hinein, { $completion } heraus, { $cost }
       *[other] { $model }: { $calls } Aufrufe, { $prompt } Tokens hinein, { $completion } heraus, { $cost }
    }
# US dollars.
chat-usage-dollars = { $amount } $

## Why there is no answer: one sentence, what is wrong and what to do.

chat-fault-not-set-up = Der Chat ist auf diesem Bot nicht eingerichtet: Sein Betreiber muss ein Modell nennen (OPENAI_API_KEY und CHAT_MODEL).
chat-fault-switched-off = Der Chat ist auf diesem Server abgeschaltet: Seine Admins können das mit { CMD("settings") } ändern.
chat-fault-not-in-this-channel = Der Chat ist in diesem Kanal nicht erlaubt: { CMD("chat-info") } zeigt, wo er es ist.
chat-fault-not-with-these-roles = Der Chat ist hier für bestimmte Rollen, und du hast keine davon: { CMD("chat-info") } zeigt, welche es sind.
chat-fault-cooling-down =
    { $seconds ->
        [1] Das ging schnell: Frag in einer Sekunde noch einmal.
       *[other] Das ging schnell: Frag in { $seconds } Sekunden noch einmal.
    }
chat-fault-still-answering = Deine letzte Frage wird noch beantwortet: Warte darauf, oder drück dort auf „Stopp“.
chat-fault-restarting = Ich starte gerade neu: Frag in einer Minute noch einmal.
chat-fault-heard-elsewhere = Diese Nachricht wird schon beantwortet.
chat-fault-too-long = Diese Frage ist zu lang für das Modell: Kürze sie, oder stell sie in Teilen.
chat-fault-empty = Da gibt es nichts zu beantworten: Schreib eine Frage.
chat-fault-too-many-files = Das sind zu viele Dateien: Häng höchstens { $max } an eine Frage.
chat-fault-unreadable-file = { $name } kann nicht gelesen werden: Häng Bilder als PNG, JPEG oder WebP an und Textdateien in UTF-8 von höchstens 1 MiB.
chat-fault-cannot-see = Das Modell hier kann keine Bilder sehen: Frag mit Worten, oder häng eine Textdatei an.
chat-fault-not-yours = Das kann nur, wer gefragt hat oder hier Nachrichten verwaltet.
chat-fault-gone = Dieses Gespräch ist weg: Beginn ein neues mit { CMD("chat") }.
chat-fault-nothing-to-stop = Diese Antwort ist schon zu Ende: Da gibt es nichts zu stoppen.
chat-fault-too-many-answers =
    { $max ->
        [one] Diese Frage hat schon { $max } Antwort, mehr geht nicht: Stell sie neu.
       *[other] Diese Frage hat schon { $max } Antworten, mehr geht nicht: Stell sie neu.
    }

## Whose budget is spent, of which time.

chat-spent-person-day = Du hast dein Chat-Budget für heute aufgebraucht: Es beginnt um Mitternacht UTC von vorn, und { CMD("chat-usage") } zeigt es.
chat-spent-person-month = Du hast dein Chat-Budget für diesen Monat aufgebraucht: Es beginnt am 1. (UTC) von vorn, und { CMD("chat-usage") } zeigt es.
chat-spent-guild-day = Dieser Server hat sein Chat-Budget für heute aufgebraucht: Es beginnt um Mitternacht UTC von vorn, und { CMD("chat-usage") } zeigt es.
chat-spent-guild-month = Dieser Server hat sein Chat-Budget für diesen Monat aufgebraucht: Es beginnt am 1. (UTC) von vorn, und { CMD("chat-usage") } zeigt es.
chat-spent-host-day = Dieser Bot hat sein Chat-Budget für heute aufgebraucht: Versuch es nach Mitternacht UTC noch einmal.
chat-spent-host-month = Dieser Bot hat sein Chat-Budget für diesen Monat aufgebraucht: Versuch es nach dem 1. (UTC) noch einmal.

## What became of the model's answer.

chat-model-key-refused = Das Modell nimmt den Schlüssel dieses Bots nicht an: Sein Betreiber muss sich das ansehen.
chat-model-out-of-quota = Das Guthaben dieses Bots beim Modell ist aufgebraucht: Sein Betreiber muss sich das ansehen.
chat-model-limit-reached = Das Modell nimmt von diesem Bot im Moment keine Fragen mehr an: Versuch es in ein paar Minuten noch einmal.
chat-model-overloaded = Das Modell ist überlastet: Versuch es in ein paar Minuten noch einmal.
chat-model-timeout = Das Modell hat nicht rechtzeitig geantwortet: Versuch es noch einmal.
chat-model-unreachable = Das Modell ist nicht erreichbar: Versuch es später noch einmal; wenn das nicht hilft, sag es dem Betreiber des Bots.
chat-model-refused-content = Der Anbieter des Modells lehnt es ab, das zu beantworten: Frag es anders.
chat-model-too-long = Dieses Gespräch ist zu lang für das Modell geworden: Drück auf „Neu“, oder kürze deine Frage.
chat-model-wrong-setting = Das Modell nimmt die Anfragen dieses Bots nicht an: Sein Betreiber muss CHAT_MODEL und OPENAI_BASE_URL prüfen.
chat-model-cut-off = Die Antwort brach mittendrin ab: Drück auf „Nochmal“, dann kommt eine andere.
chat-model-nonsense = Das Modell hat nichts geschickt, was sich zeigen lässt: Drück auf „Nochmal“.
