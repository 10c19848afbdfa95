### Talking to the bot: answers, what is said of them, and why there is none.

## What stands above an answer.

chat-about-message = -# À propos d’[un message](<{ $link }>) de { $name }
chat-about = -# À propos d’un message de { $name }

## While an answer comes.

chat-thinking = Je réfléchis…
chat-goes-on = La suite arrive : le tout viendra en fichier.
chat-using-roster = Je regarde les membres du club…
chat-using-stats = Je regarde les chiffres du club…
chat-using-movers = Je regarde qui a changé…
chat-using-member = Je regarde les semaines d’un membre…
chat-using-something = Je consulte quelque chose…

## What is said below an answer that is over; the buttons are named as below.

chat-which = Réponse { $index } sur { $count }.
chat-answered-by = Réponse de { $model }.
chat-left-out =
    { $count ->
        [one] { $count } message plus ancien a été laissé de côté.
       *[other] { $count } messages plus anciens ont été laissés de côté.
    }
chat-cut = Une réponse ne peut pas être plus longue : demandez la suite.
chat-closed = Votre prochaine question commence une nouvelle conversation.
chat-stopped = Arrêtée.
chat-interrupted = Le bot a été redémarré en plein milieu : appuyez sur « Réessayer » pour une réponse entière.
chat-no-answer = Il n’y a pas eu de réponse : appuyez sur « Réessayer ».
chat-wordless = Le modèle a répondu sans un mot : appuyez sur « Réessayer ».

## Buttons.

chat-stop = Arrêter
chat-again = Réessayer
chat-new = Nouvelle

## What somebody is told who mentions the bot and says nothing.

chat-help = Demandez-moi quelque chose : écrivez-le après la mention, répondez à l’une de mes réponses, ou utilisez { CMD("chat") }. { CMD("chat-info") } dit ce que je suis.
# Of a message that Discord does not show to the bot.
chat-unreadable = Discord ne me montre pas ce que dit ce message. Mettez son texte après la mention, ou choisissez Applications > { $menu } dans son menu.

## The words of a question that has none: they are kept, and the model reads them.

chat-what-of-quote = Que dites-vous de ce message ?
chat-what-of-file = Qu’est-ce que c’est ?
chat-quoted-bot = l’assistant, à quelqu’un d’autre
chat-quoted-somebody = quelqu’un
chat-quoted-unkept = (Ce que cette personne a écrit ou joint n’a été montré que pour une réponse et n’est pas conservé, car elle n’y a pas consenti.)
chat-file-dropped = (Ce fichier a été joint il y a longtemps et n’est plus conservé.)
chat-quoted-unshown = (Discord ne montre pas au bot ce que dit ce message. Dites-le.)
# What a conversation is called whose first question has no words.
chat-untitled = Conversation

## Who answers, as whom, where and for whom.

chat-info-title = Chat
chat-info-model = Modèle
chat-info-second = { $first } ; quand il est surchargé ou muet : { $second }
chat-info-images = Images
chat-info-sees = Il voit ce que vous joignez.
chat-info-blind = Il ne lit que du texte.
chat-info-limits = Limites
chat-info-tokens = Il voit jusqu’à { $context } tokens d’une conversation, et répond avec { $answer } au plus.
chat-info-cooldown =
    { $seconds ->
        [0] Vous pouvez redemander aussitôt.
        [1] Vous pouvez redemander après une seconde.
       *[other] Vous pouvez redemander après { $seconds } secondes.
    }
chat-info-you = Vous : { $budget }.
chat-info-guild = Ce serveur : { $budget }.
chat-info-a-day =
    { $count ->
        [one] { $count } token par jour
       *[other] { $count } tokens par jour
    }
chat-info-a-month =
    { $count ->
        [one] { $count } token par mois
       *[other] { $count } tokens par mois
    }
chat-info-no-limit = sans limite
chat-info-who-in-channel = Qui il est dans ce salon
chat-info-who-in-guild = Qui il est sur ce serveur
chat-info-who = Qui il est
chat-info-where = Où
chat-info-everywhere = Tous les salons
chat-info-whom = Pour qui
chat-info-everybody = Tout le monde
chat-info-looks = Il peut consulter
chat-info-looks-at-nothing = Rien d’autre que ce que vous lui montrez.
chat-info-roster = les membres du club
chat-info-stats = ses chiffres
chat-info-movers = qui a changé
chat-info-member = les semaines d’un membre

## What is left.

chat-usage-title = Ce qu’il reste du chat
chat-usage-in-tokens = En tokens : environ quatre pour trois mots, questions et réponses confondues. Le jour commence à minuit UTC, le mois le 1er.
chat-usage-you = Vous
chat-usage-guild = Ce serveur
chat-usage-all = Tout le bot
chat-usage-today = Aujourd’hui : { $left }
chat-usage-month = Ce mois-ci : { $left }
chat-usage-left = il reste **{ $left }** sur { $limit } ({ $used } utilisés)
chat-usage-no-limit = sans limite ({ $used } utilisés)
chat-usage-cost = Coût : { $day } aujourd’hui, { $month } ce mois-ci
chat-usage-of-model =
    { $calls ->
        [one] { $model } : { $calls } appel, { $prompt } tokens en entrée, { $completion } en sortie, { $cost }
       *[other] { $model } : { $calls } appels, { $prompt } tokens en entrée, { $completion } en sortie, { $cost }
    }
# US dollars.
chat-usage-dollars = { $amount } $

## Why there is no answer: one sentence, what is wrong and what to do.

chat-fault-not-set-up = Le chat n’est pas configuré sur ce bot : son hébergeur doit indiquer un modèle (OPENAI_API_KEY et CHAT_MODEL).
chat-fault-switched-off = Le chat est désactivé sur ce serveur : ses admins peuvent changer cela avec { CMD("settings") }.
chat-fault-not-in-this-channel = Le chat n’est pas autorisé dans ce salon : { CMD("chat-info") } montre où il l’est.
chat-fault-not-with-these-roles = Le chat est réservé ici à certains rôles, et vous n’en avez aucun : { CMD("chat-info") } montre lesquels.
chat-fault-cooling-down =
    { $seconds ->
        [1] C’était rapide : redemandez dans une seconde.
       *[other] C’était rapide : redemandez dans { $seconds } secondes.
    }
chat-fault-still-answering = Votre dernière question est encore en cours de réponse : patientez, ou appuyez là-bas sur « Arrêter ».
chat-fault-restarting = Je redémarre : redemandez dans une minute.
chat-fault-heard-elsewhere = Ce message est déjà en cours de réponse.
chat-fault-too-long = Cette question est trop longue pour le modèle : raccourcissez-la, ou posez-la en plusieurs parties.
chat-fault-empty = Il n’y a rien à répondre : écrivez une question.
chat-fault-too-many-files = Cela fait trop de fichiers : joignez-en au plus { $max } à une question.
chat-fault-unreadable-file = { $name } ne peut pas être lu : joignez des images PNG, JPEG ou WebP et des fichiers texte UTF-8 de 1 Mio au plus.
chat-fault-cannot-see = Le modèle utilisé ici ne voit pas les images : demandez avec des mots, ou joignez un fichier texte.
chat-fault-not-yours = Seule la personne qui a demandé, ou quelqu’un qui gère les messages ici, peut faire cela.
chat-fault-gone = Cette conversation n’existe plus : commencez-en une nouvelle avec { CMD("chat") }.
chat-fault-nothing-to-stop = Cette réponse est déjà terminée : il n’y a rien à arrêter.
chat-fault-too-many-answers =
    { $max ->
        [one] Cette question a déjà { $max } réponse, ce qui est le maximum : posez-la à nouveau.
       *[other] Cette question a déjà { $max } réponses, ce qui est le maximum : posez-la à nouveau.
    }

## Whose budget is spent, of which time.

chat-spent-person-day = Vous avez épuisé votre budget de chat pour aujourd’hui : il repart à minuit UTC, et { CMD("chat-usage") } le montre.
chat-spent-person-month = Vous avez épuisé votre budget de chat pour ce mois-ci : il repart le 1er (UTC), et { CMD("chat-usage") } le montre.
chat-spent-guild-day = Ce serveur a épuisé son budget de chat pour aujourd’hui : il repart à minuit UTC, et { CMD("chat-usage") } le montre.
chat-spent-guild-month = Ce serveur a épuisé son budget de chat pour ce mois-ci : il repart le 1er (UTC), et { CMD("chat-usage") } le montre.
chat-spent-host-day = Ce bot a épuisé son budget de chat pour aujourd’hui : réessayez après minuit UTC.
chat-spent-host-month = Ce bot a épuisé son budget de chat pour ce mois-ci : réessayez après le 1er (UTC).

## What became of the model's answer.

chat-model-key-refused = Le modèle n’accepte pas la clé de ce bot : son hébergeur doit s’en occuper.
chat-model-out-of-quota = Le compte de ce bot auprès du modèle est épuisé : son hébergeur doit s’en occuper.
chat-model-limit-reached = Le modèle ne prend plus de questions de ce bot pour le moment : réessayez dans quelques minutes.
chat-model-overloaded = Le modèle est surchargé : réessayez dans quelques minutes.
chat-model-timeout = Le modèle n’a pas répondu à temps : réessayez.
chat-model-unreachable = Le modèle est injoignable : réessayez plus tard ; si cela n’aide pas, prévenez l’hébergeur du bot.
chat-model-refused-content = Le fournisseur du modèle refuse de répondre à cela : demandez-le autrement.
chat-model-too-long = Cette conversation est devenue trop longue pour le modèle : appuyez sur « Nouvelle », ou raccourcissez votre question.
chat-model-wrong-setting = Le modèle n’accepte pas les requêtes de ce bot : son hébergeur doit vérifier CHAT_MODEL et OPENAI_BASE_URL.
chat-model-cut-off = La réponse s’est interrompue en plein milieu : appuyez sur « Réessayer » pour en avoir une autre.
chat-model-nonsense = Le modèle n’a rien envoyé qui puisse être montré : appuyez sur « Réessayer ».
