### The names of the chat's commands.

cmd-chat = chat
    .description = Converse com o bot; ele lembra o que você disse neste canal
opt-chat-message = mensagem
    .description = O que você quer dizer ou perguntar
opt-chat-image = imagem
    .description = Uma imagem ou um arquivo de texto para acompanhar
opt-chat-new = nova
    .description = Começar uma conversa nova
opt-chat-private = privada
    .description = Só você vê a resposta
cmd-ask-slimy = Perguntar ao Slimy
cmd-chat-info = chat-info
    .description = Quem responde neste canal, como quem, e onde e para quem
cmd-chat-usage = chat-uso
    .description = O que resta dos tokens do chat hoje e neste mês
