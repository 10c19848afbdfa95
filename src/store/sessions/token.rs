//! What proves a session: shown to its holder once, and never stored.

use std::borrow::Cow;
use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::{Cause, StoreError};

/// How much randomness a token has, in bytes: more than anybody can guess.
const BYTES: usize = 32;

/// The secret of a session: 256 random bits as 43 characters of base64url.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken(String);

impl SessionToken {
    /// A new one, from the operating system's randomness. Unlike other randomness it is
    /// not handed in: no caller, not even a test, is to know a token beforehand.
    pub(super) fn random() -> Result<Self, StoreError> {
        let mut bytes = [0; BYTES];
        getrandom::fill(&mut bytes).map_err(|_| {
            let why = "the operating system gave no randomness";
            StoreError::Other(Cause(Cow::Borrowed(why)))
        })?;
        Ok(Self(URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// The token as its holder keeps it. Not for a log.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is stored of it: SHA-256 in hexadecimal. So much randomness needs no salt and
    /// no slow hash, and who reads the table can open no session with it.
    pub(super) fn hash(&self) -> String {
        hex::encode(Sha256::digest(&self.0))
    }
}

/// A token that came from outside, as from a cookie: it may be nobody's.
impl From<String> for SessionToken {
    fn from(text: String) -> Self {
        Self(text)
    }
}

/// Without the token, which may not be logged.
impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionToken").finish_non_exhaustive()
    }
}
