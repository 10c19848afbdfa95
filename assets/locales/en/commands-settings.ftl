### The names of the settings' commands.

cmd-settings = settings
    .description = Set up this server: features, club and chat
cmd-settings-open = open
    .description = All settings in one message with menus and buttons
cmd-settings-get = get
    .description = See one setting, or all of them
opt-settings-get-key = key
    .description = Which (default: all)
cmd-settings-set = set
    .description = Change a setting
opt-settings-set-key = key
    .description = Which
opt-settings-set-value = value
    .description = What it is from now on; /settings get says what it may be
cmd-settings-reset = reset
    .description = Give a setting its default again
opt-settings-reset-key = key
    .description = Which
cmd-settings-history = history
    .description = Who changed what and when, and take a change back
cmd-settings-export = export
    .description = What is set here, as a file
cmd-settings-import = import
    .description = Take settings over from a file; shows what changes first
opt-settings-import-file = file
    .description = A file as /settings export makes it
