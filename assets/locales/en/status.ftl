### How the bot is doing.

status-up = Slimy is up
status-version = Version
status-latency = Latency to Discord
status-latency-unknown = not measured yet
status-milliseconds = { $number } ms
status-up-since = Up since
status-database = Database
status-database-here = { $database }, answered in { $time }
status-database-away =
    { $database } is away. Nothing is lost: { $count ->
        [one] { $count } entry of the audit log waits for it on disk.
       *[other] { $count } entries of the audit log wait for it on disk.
    }
status-schema = Schema
status-shard = Shard
status-shard-of = { $shard } of { $shards }
status-reader = Reader
status-reader-idle = ready
status-reader-busy =
    reading for { $calls ->
        [one] { $calls } person
       *[other] { $calls } people
    }
status-model = Model
status-model-none = not set up
status-model-idle = ready
status-model-busy =
    answering { $answers ->
        [one] { $answers } question
       *[other] { $answers } questions
    }
status-servers = Servers
status-memory = Memory
status-queues = Under way
status-queue-lengths = { $calls } calls at the reader ({ $seats } at once), { $answers } answers of the model, { $refused } people who ask too often
status-journal = Audit journal
status-journal-entries =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
status-pool = Connections
status-pool-use = { $open } open, { $idle } idle, at most { $most }
status-database-size = Size of the database
status-model-name = Model's name
status-mebibytes = { $number } MiB
