### How the bot is doing.

status-up = Slimy fonctionne
status-version = Version
status-latency = Latence vers Discord
status-latency-unknown = pas encore mesurée
status-milliseconds = { $number } ms
status-up-since = En marche depuis
status-database = Base de données
status-database-here = { $database }, a répondu en { $time }
status-database-away =
    { $database } ne répond pas. Rien n’est perdu : { $count ->
        [one] { $count } entrée du journal d’audit l’attend sur le disque.
       *[other] { $count } entrées du journal d’audit l’attendent sur le disque.
    }
status-schema = Schéma
status-shard = Shard
status-shard-of = { $shard } sur { $shards }
status-reader = Lecteur
status-reader-idle = prêt
status-reader-busy =
    lit pour { $calls ->
        [one] { $calls } personne
       *[other] { $calls } personnes
    }
status-model = Modèle
status-model-none = non configuré
status-model-idle = prêt
status-model-busy =
    répond à { $answers ->
        [one] { $answers } question
       *[other] { $answers } questions
    }
status-servers = Serveurs
status-memory = Mémoire
status-queues = En cours
status-queue-lengths = { $calls } demandes au lecteur ({ $seats } à la fois), { $answers } réponses du modèle, { $refused } personnes qui demandent trop souvent
status-journal = Journal d’audit en attente
status-journal-entries =
    { $count ->
        [one] { $count } entrée
       *[other] { $count } entrées
    }
status-pool = Connexions
status-pool-use = { $open } ouvertes, { $idle } libres, au plus { $most }
status-database-size = Taille de la base de données
status-model-name = Nom du modèle
status-mebibytes = { $number } Mio
