//! Signed links to files: each says when it dies, and nobody can make it live longer.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

use crate::cdn::StoredFile;
use crate::clock::{Clock, Id};

/// A link of a message's attachment lives about a day.
const LIFE: Duration = Duration::from_hours(24);
/// Ephemeral files and those of command options go sooner.
const EPHEMERAL_LIFE: Duration = Duration::from_hours(1);

/// The query of a link that is given out now: `ex` and `is` are Unix seconds in hexadecimal digits
/// (expires, issued), `hm` is the signature.
pub(crate) fn query(clock: &Clock, file: &StoredFile) -> String {
    let life = if file.is_ephemeral {
        EPHEMERAL_LIFE
    } else {
        LIFE
    };
    let issued = clock.unix().as_secs();
    let expires = issued + life.as_secs();
    let signature = signature(file.id, expires);
    format!("ex={expires:x}&is={issued:x}&hm={signature}&")
}

/// Whether a link with this query still leads to the file.
pub(crate) fn is_alive(clock: &Clock, file: Id, query: &str) -> bool {
    let part = |name: &str| {
        let mut parts = query.split('&').filter_map(|part| part.split_once('='));
        parts.find(|(key, _)| *key == name).map(|(_, value)| value)
    };
    let expires = part("ex").and_then(|digits| u64::from_str_radix(digits, 16).ok());
    expires.is_some_and(|expires| {
        clock.unix().as_secs() < expires && part("hm") == Some(&signature(file, expires))
    })
}

/// As long as Discord's; it keeps out changed links, nobody who means harm.
fn signature(file: Id, expires: u64) -> String {
    let part = |round: u8| {
        let mut hasher = DefaultHasher::new();
        (round, file, expires).hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    };
    (0..4).map(part).collect()
}
