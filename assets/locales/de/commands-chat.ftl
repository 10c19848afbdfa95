### The names of the chat's commands.

cmd-chat = chat
    .description = Sprich mit dem Bot; er merkt sich, was du in diesem Kanal gesagt hast
opt-chat-message = nachricht
    .description = Was du sagen oder fragen willst
opt-chat-image = bild
    .description = Ein Bild oder eine Textdatei dazu
opt-chat-new = neu
    .description = Ein neues Gespräch beginnen
opt-chat-private = privat
    .description = Nur du siehst die Antwort
cmd-ask-slimy = Slimy fragen
cmd-chat-info = chat-info
    .description = Wer in diesem Kanal antwortet, als wer, und wo und für wen
cmd-chat-usage = chat-verbrauch
    .description = Was heute und diesen Monat von den Tokens des Chats übrig ist
