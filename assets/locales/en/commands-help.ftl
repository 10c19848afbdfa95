cmd-help = help
    .description = What the bot can do for you, and how
opt-help-command = command
    .description = One command (default: all that you may use here)
