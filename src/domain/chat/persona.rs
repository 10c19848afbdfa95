//! Who the bot is, and the rules that no persona takes away.

use chrono::NaiveDate;

use crate::settings::ChatSettings;

/// Who the bot is where nobody has said otherwise.
pub const DEFAULT: &str = include_str!("../../../assets/persona.md");

/// Who the bot is in a channel: the channel's persona, or the guild's, or [`DEFAULT`].
pub fn persona<'a>(settings: &'a ChatSettings, channel_id: &str) -> &'a str {
    let own = settings.channel_personas.get(channel_id);
    let own = own.or(settings.persona.as_ref());
    own.map_or(DEFAULT.trim_end(), String::as_str)
}

/// All that the model is told before the conversation: `persona`, then the program's own rules.
pub fn instructions(persona: &str, today: NaiveDate) -> String {
    format!("{persona}\n\nToday is {today} (UTC).")
}
