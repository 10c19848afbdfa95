//! What a person is told when that cannot be done without their consent.

use std::fmt;

use slimy_words::{Words, say};

use crate::{Error, UserError};

/// Why not: [`say`](Self::say) makes one sentence of it, with what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Another answer, or going on, would keep something.
    NotKept,
    /// There are no conversations, because none are kept.
    NothingKept,
    /// The notice is put before somebody else.
    NotYours,
    /// An answer of which nothing is kept has ended, or was on its way in a process that is no more.
    Over,
}

impl Fault {
    /// The sentence for the person.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::NotKept => say!(words, "consent-not-kept"),
            Self::NothingKept => say!(words, "consent-nothing-kept"),
            Self::NotYours => say!(words, "consent-not-yours"),
            Self::Over => say!(words, "consent-over"),
        }
    }

    /// A stable name for the audit log and for programs.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::NotKept => "chat_not_kept",
            // As of who has none yet: what they chose is nothing for the admins of where they are.
            Self::NothingKept => "no_conversation",
            Self::NotYours => "notice_not_yours",
            Self::Over => "unkept_answer_over",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

impl std::error::Error for Fault {}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        UserError::from(fault).into()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use slimy_words::Language;

    use super::*;

    #[test]
    fn every_fault_is_a_sentence_of_its_own_in_each_language() {
        let all = [
            Fault::NotKept,
            Fault::NothingKept,
            Fault::NotYours,
            Fault::Over,
        ];
        let kinds: BTreeSet<&str> = all.iter().map(Fault::kind).collect();
        assert_eq!(kinds.len(), all.len());
        for language in Language::ALL {
            let words = Words::of(language);
            let said: BTreeSet<String> = all.iter().map(|fault| fault.say(words)).collect();
            assert_eq!(said.len(), all.len(), "{}", language.code());
            for sentence in said {
                assert!(sentence.ends_with(['.', '。']), "{sentence}");
            }
        }
    }
}
