//! `/chat`, and the other ways to talk to the bot.
