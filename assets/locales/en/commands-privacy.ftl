### The names of what one does with one's own data.

cmd-privacy = privacy
    .description = Your own data: see it, take it with you, delete it
cmd-privacy-show = show
    .description = What is stored about you, counted
cmd-privacy-export = export
    .description = All that is stored about you, as a file
cmd-privacy-delete = delete
    .description = Delete all that is stored about you; asks once more
cmd-privacy-consent = consent
    .description = Whether your chats with the bot are kept: see it and change it
