### The names of the chat's commands.

cmd-chat = chat
    .description = Talk to the bot; it remembers what you said in this channel
opt-chat-message = message
    .description = What you want to say or ask
opt-chat-image = image
    .description = A picture or a text file to go with it
opt-chat-new = new
    .description = Begin a new conversation
opt-chat-private = private
    .description = Only you see the answer
cmd-ask-slimy = Ask Slimy
cmd-chat-info = chat-info
    .description = Who answers in this channel, as whom, and where and for whom
cmd-chat-usage = chat-usage
    .description = What is left of the chat's tokens today and this month
