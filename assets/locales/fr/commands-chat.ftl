### The names of the chat's commands.

cmd-chat = chat
    .description = Discutez avec le bot ; il se souvient de ce que vous avez dit dans ce salon
opt-chat-message = message
    .description = Ce que vous voulez dire ou demander
opt-chat-image = image
    .description = Une image ou un fichier texte pour l’accompagner
opt-chat-new = nouvelle
    .description = Commencer une nouvelle conversation
opt-chat-private = privée
    .description = Vous seul voyez la réponse
cmd-ask-slimy = Demander à Slimy
cmd-chat-info = chat-infos
    .description = Qui répond dans ce salon, sous quelle identité, et où et pour qui
cmd-chat-usage = chat-consommation
    .description = Ce qu’il reste des tokens du chat aujourd’hui et ce mois-ci
