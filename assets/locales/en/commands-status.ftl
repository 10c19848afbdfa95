cmd-status = status
    .description = How the bot is doing: version, latency and database
