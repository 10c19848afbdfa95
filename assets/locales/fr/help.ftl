### The help.

help-topic-club = Votre club
help-topic-club-admin = Gérer le club
help-topic-chat = Parler avec le bot
help-topic-server = Ce serveur
help-topic-own = Vos données et le bot lui-même
help-topics = Choisissez ce que vous voulez savoir
help-menu = Dans le menu d’un message, sous « Applications »
help-more = { CMD("help") } suivi du nom d’une commande dit tout sur cette commande.
help-options = Options
help-required = (obligatoire)
help-who = Qui peut l’utiliser
help-limits = Limites
help-examples = Exemples
help-limit =
    { $seconds ->
        [one] Au plus { $most } d’un coup, puis une de plus chaque seconde ; tous ensemble sur un serveur, au plus { $all } d’un coup.
       *[other] Au plus { $most } d’un coup, puis une de plus toutes les { $seconds } secondes ; tous ensemble sur un serveur, au plus { $all } d’un coup.
    }
help-who-managers = Les personnes ayant la permission « Gérer le serveur » ou un rôle de gestionnaire du club
help-who-makers = La personne qui l’a créée, et celles ayant la permission « Gérer le serveur » ou un rôle de gestionnaire du club
help-who-admins = Les personnes ayant la permission « Gérer le serveur »
help-who-owner = Le propriétaire du serveur
help-who-self = Tout le monde, pour ce qui lui appartient
help-who-members = Tous les membres du serveur
help-who-hosts = Les hébergeurs du bot
help-who-everybody = Tout le monde
