### The help.

help-topic-club = Seu clube
help-topic-club-admin = Cuidar do clube
help-topic-chat = Conversar com o bot
help-topic-server = Este servidor
help-topic-own = Seus dados e o próprio bot
help-topics = Escolha o que você quer saber
help-menu = No menu de uma mensagem, em "Apps"
help-more = { CMD("help") } com o nome de um comando explica tudo sobre ele.
help-options = Opções
help-required = (obrigatória)
help-who = Quem pode usar
help-limits = Limites
help-examples = Exemplos
help-limit =
    { $seconds ->
        [one] No máximo { $most } de uma vez e depois mais um a cada segundo; todos juntos em um servidor, no máximo { $all } de uma vez.
       *[other] No máximo { $most } de uma vez e depois mais um a cada { $seconds } segundos; todos juntos em um servidor, no máximo { $all } de uma vez.
    }
help-who-managers = Quem tem a permissão "Gerenciar servidor" ou um cargo de gerente do clube
help-who-makers = Quem criou e quem tem a permissão "Gerenciar servidor" ou um cargo de gerente do clube
help-who-admins = Quem tem a permissão "Gerenciar servidor"
help-who-owner = O dono do servidor
help-who-self = Todo mundo, sobre o que é seu
help-who-members = Todos no servidor
help-who-hosts = Quem hospeda o bot
help-who-everybody = Todo mundo
