### How the bot is doing.

status-up = Slimy está no ar
status-version = Versão
status-latency = Latência até o Discord
status-latency-unknown = ainda não medida
status-milliseconds = { $number } ms
status-up-since = No ar desde
status-database = Banco de dados
status-database-here = { $database }, respondeu em { $time }
status-database-away =
    { $database } está fora do ar. Nada se perde: { $count ->
        [one] { $count } entrada do registro de auditoria espera por ele no disco.
       *[other] { $count } entradas do registro de auditoria esperam por ele no disco.
    }
status-schema = Esquema
status-shard = Shard
status-shard-of = { $shard } de { $shards }
status-reader = Leitor
status-reader-idle = pronto
status-reader-busy =
    lendo para { $calls ->
        [one] { $calls } pessoa
       *[other] { $calls } pessoas
    }
status-model = Modelo
status-model-none = não configurado
status-model-idle = pronto
status-model-busy =
    respondendo { $answers ->
        [one] { $answers } pergunta
       *[other] { $answers } perguntas
    }
status-servers = Servidores
status-memory = Memória
status-queues = Em andamento
status-queue-lengths = { $calls } pedidos no leitor ({ $seats } por vez), { $answers } respostas do modelo, { $refused } pessoas que pedem rápido demais
status-journal = Diário de auditoria
status-journal-entries =
    { $count ->
        [one] { $count } entrada
       *[other] { $count } entradas
    }
status-pool = Conexões
status-pool-use = { $open } abertas, { $idle } livres, no máximo { $most }
status-database-size = Tamanho do banco de dados
status-model-name = Nome do modelo
status-mebibytes = { $number } MiB
