### The help.

help-topic-club = Tu club
help-topic-club-admin = Gestionar el club
help-topic-chat = Hablar con el bot
help-topic-server = Este servidor
help-topic-own = Tus datos y el propio bot
help-topics = Elige sobre qué quieres saber
help-menu = En el menú de un mensaje, en «Aplicaciones»
help-more = { CMD("help") } con el nombre de un comando lo explica todo sobre ese comando.
help-options = Opciones
help-required = (obligatoria)
help-who = Quién puede usarlo
help-limits = Límites
help-examples = Ejemplos
help-limit =
    { $seconds ->
        [one] Como mucho { $most } de una vez y luego uno más cada segundo; entre todos los de un servidor, como mucho { $all } de una vez.
       *[other] Como mucho { $most } de una vez y luego uno más cada { $seconds } segundos; entre todos los de un servidor, como mucho { $all } de una vez.
    }
help-who-managers = Quienes tienen el permiso «Gestionar servidor» o un rol de gestor del club
help-who-makers = Quien lo creó y quienes tienen el permiso «Gestionar servidor» o un rol de gestor del club
help-who-admins = Quienes tienen el permiso «Gestionar servidor»
help-who-owner = La persona propietaria del servidor
help-who-self = Todo el mundo, sobre lo que es suyo
help-who-members = Todos los miembros del servidor
help-who-hosts = Quienes alojan el bot
help-who-everybody = Todo el mundo
