### The names of the chat's commands.

cmd-chat = chat
    .description = Habla con el bot; recuerda lo que dijiste en este canal
opt-chat-message = mensaje
    .description = Lo que quieres decir o preguntar
opt-chat-image = imagen
    .description = Una imagen o un archivo de texto para acompañarlo
opt-chat-new = nueva
    .description = Empezar una conversación nueva
opt-chat-private = privada
    .description = Solo tú ves la respuesta
cmd-ask-slimy = Preguntar a Slimy
cmd-chat-info = chat-info
    .description = Quién responde en este canal, como quién, y dónde y para quién
cmd-chat-usage = chat-uso
    .description = Lo que queda de los tokens del chat hoy y este mes
