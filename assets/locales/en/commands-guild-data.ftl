### The names of what a server's owner does with its data.

cmd-guild-data = guild-data
    .description = This server's data, for its owner: take it with you, delete it
cmd-guild-data-export = export
    .description = All that is stored of this server, as a file
cmd-guild-data-delete = delete
    .description = Delete all that is stored of this server; asks once more
