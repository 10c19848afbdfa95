//! The languages.

use unic_langid::LanguageIdentifier;

/// A language that the bot speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Language {
    /// English, which the others are translated from.
    #[default]
    En,
    /// German.
    De,
    /// Spanish.
    Es,
    /// French.
    Fr,
    /// Japanese.
    Ja,
    /// Portuguese of Brazil.
    PtBr,
}

impl Language {
    /// Every one.
    pub const ALL: [Self; 6] = [Self::En, Self::De, Self::Es, Self::Fr, Self::Ja, Self::PtBr];

    /// As the setting `language` and the folders of the files name it: `en`, `de`, `es`, `fr`, `ja`,
    /// `pt-BR`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Es => "es",
            Self::Fr => "fr",
            Self::Ja => "ja",
            Self::PtBr => "pt-BR",
        }
    }

    /// The language with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// The language of a [Discord locale](https://discord.com/developers/docs/reference#locales);
    /// none of one that the bot does not speak.
    pub fn from_discord(locale: &str) -> Option<Self> {
        match locale {
            "en-US" | "en-GB" => Some(Self::En),
            "es-ES" | "es-419" => Some(Self::Es),
            other => Self::from_code(other),
        }
    }

    /// The Discord locales under which a command is registered in this language; none of English,
    /// which is what everybody else sees.
    pub const fn discord(self) -> &'static [&'static str] {
        match self {
            Self::En => &[],
            Self::De => &["de"],
            Self::Es => &["es-ES", "es-419"],
            Self::Fr => &["fr"],
            Self::Ja => &["ja"],
            Self::PtBr => &["pt-BR"],
        }
    }

    /// The language's own name for itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::De => "Deutsch",
            Self::Es => "Español",
            Self::Fr => "Français",
            Self::Ja => "日本語",
            Self::PtBr => "Português do Brasil",
        }
    }

    /// As Fluent takes it; it needs it for plurals alone.
    pub(crate) fn langid(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }

    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_its_code_and_by_discords_locales() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
            assert_eq!(language.langid().to_string(), language.code());
            for locale in language.discord() {
                assert_eq!(Language::from_discord(locale), Some(language));
            }
        }
        assert_eq!(Language::from_discord("en-GB"), Some(Language::En));
        assert_eq!(Language::from_discord("ko"), None);
    }
}
