//! Which language somebody's Discord has, as it was last seen. Interactions say it, and messages do
//! not: whoever writes to the bot directly is answered as their last interaction was.

use moka::{policy::EvictionPolicy, sync::Cache};
use poise::serenity_prelude::UserId;
use slimy_words::{Language, Words};

/// How many people are remembered; those who were seen longest ago are forgotten first.
const REMEMBERED: u64 = 50_000;

/// The languages of people, in memory: after a restart everybody is spoken to in English until
/// they use a command or a button.
#[derive(Debug, Clone)]
pub struct Tongues(Cache<UserId, Language>);

impl Default for Tongues {
    fn default() -> Self {
        let tongues = Cache::builder().max_capacity(REMEMBERED);
        Self(tongues.eviction_policy(EvictionPolicy::lru()).build())
    }
}

impl Tongues {
    /// Remembers the locale that came with an interaction. One that the bot does not speak means
    /// English.
    pub(crate) fn seen(&self, who: UserId, locale: &str) {
        let language = Language::from_discord(locale).unwrap_or_default();
        if self.0.get(&who) != Some(language) {
            self.0.insert(who, language);
        }
    }

    /// How to speak to somebody where nobody else reads.
    pub(crate) fn of(&self, who: UserId) -> Words {
        Words::of(self.0.get(&who).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_is_spoken_to_as_they_were_last_seen() {
        let tongues = Tongues::default();
        let [ana, bob] = [1, 2].map(UserId::new);
        assert_eq!(tongues.of(ana), Words::ENGLISH);
        tongues.seen(ana, "es-419");
        tongues.seen(bob, "ja");
        assert_eq!(tongues.of(ana).language, Language::Es);
        tongues.seen(ana, "de");
        assert_eq!(tongues.of(ana).language, Language::De);
        tongues.seen(ana, "ko");
        assert_eq!(tongues.of(ana).language, Language::En);
        assert_eq!(tongues.of(bob).language, Language::Ja);
    }
}
