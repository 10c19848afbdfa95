### How the bot is doing.

status-up = Slimy läuft
status-version = Version
status-latency = Latenz zu Discord
status-latency-unknown = noch nicht gemessen
status-milliseconds = { $number } ms
status-up-since = Läuft seit
status-database = Datenbank
status-database-here = { $database }, antwortete in { $time }
status-database-away =
    { $database } ist nicht da. Nichts geht verloren: { $count ->
        [one] { $count } Eintrag des Audit-Logs wartet auf der Festplatte.
       *[other] { $count } Einträge des Audit-Logs warten auf der Festplatte.
    }
status-schema = Schema
status-shard = Shard
status-shard-of = { $shard } von { $shards }
status-reader = Leser
status-reader-idle = bereit
status-reader-busy =
    liest für { $calls ->
        [one] { $calls } Person
       *[other] { $calls } Personen
    }
status-model = Modell
status-model-none = nicht eingerichtet
status-model-idle = bereit
status-model-busy =
    beantwortet { $answers ->
        [one] { $answers } Frage
       *[other] { $answers } Fragen
    }
status-servers = Server
status-memory = Arbeitsspeicher
status-queues = In Arbeit
status-queue-lengths = { $calls } Aufträge beim Leser ({ $seats } gleichzeitig), { $answers } Antworten des Modells, { $refused } Leute, die zu oft fragen
status-journal = Audit-Journal
status-journal-entries =
    { $count ->
        [one] { $count } Eintrag
       *[other] { $count } Einträge
    }
status-pool = Verbindungen
status-pool-use = { $open } offen, { $idle } frei, höchstens { $most }
status-database-size = Größe der Datenbank
status-model-name = Name des Modells
status-mebibytes = { $number } MiB
