### The help.

help-topic-club = Your club
help-topic-club-admin = Looking after the club
help-topic-chat = Talking to the bot
help-topic-server = This server
help-topic-own = Your data, and the bot itself
help-topics = Choose what you want to know about
help-menu = In the menu of a message, under Apps
help-more = { CMD("help") } with a command's name says all about that command.
help-options = Options
help-required = (required)
help-who = Who may use it
help-limits = Limits
help-examples = Examples
help-limit =
    { $seconds ->
        [one] At most { $most } at once, then one more every second; everybody in a server together at most { $all } at once.
       *[other] At most { $most } at once, then one more every { $seconds } seconds; everybody in a server together at most { $all } at once.
    }
help-who-managers = People with the Manage Server permission, or with a club manager role
help-who-makers = Whoever made it, and people with the Manage Server permission or a club manager role
help-who-admins = People with the Manage Server permission
help-who-owner = The owner of the server
help-who-self = Everybody, about what is their own
help-who-members = Everybody in the server
help-who-hosts = The bot's hosts
help-who-everybody = Everybody
