### How the bot is doing.

status-up = Slimy está en marcha
status-version = Versión
status-latency = Latencia con Discord
status-latency-unknown = aún sin medir
status-milliseconds = { $number } ms
status-up-since = En marcha desde
status-database = Base de datos
status-database-here = { $database }, respondió en { $time }
status-database-away =
    { $database } no responde. No se pierde nada: { $count ->
        [one] { $count } entrada del registro de auditoría la espera en disco.
       *[other] { $count } entradas del registro de auditoría la esperan en disco.
    }
status-schema = Esquema
status-shard = Shard
status-shard-of = { $shard } de { $shards }
status-reader = Lector
status-reader-idle = listo
status-reader-busy =
    leyendo para { $calls ->
        [one] { $calls } persona
       *[other] { $calls } personas
    }
status-model = Modelo
status-model-none = sin configurar
status-model-idle = listo
status-model-busy =
    respondiendo { $answers ->
        [one] { $answers } pregunta
       *[other] { $answers } preguntas
    }
status-servers = Servidores
status-memory = Memoria
status-queues = En curso
status-queue-lengths = { $calls } lecturas en el lector ({ $seats } a la vez), { $answers } respuestas del modelo, { $refused } personas que piden demasiado a menudo
status-journal = Diario de auditoría
status-journal-entries =
    { $count ->
        [one] { $count } entrada
       *[other] { $count } entradas
    }
status-pool = Conexiones
status-pool-use = { $open } abiertas, { $idle } libres, como mucho { $most }
status-database-size = Tamaño de la base de datos
status-model-name = Nombre del modelo
status-mebibytes = { $number } MiB
