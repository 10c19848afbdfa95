//! Conversations that tests of answers show.

use slimy_domain::{
    Timestamp,
    chat::keeping::{Kept, Whence},
};

/// A place in a list.
pub(super) const PLACE: &str = "1795500000000000.cmwrt8afl00067d2zeeb71pqc";

/// A moment, so many seconds after another.
pub(super) fn at(seconds: i64) -> Timestamp {
    Timestamp::from_micros((1_795_500_000 + seconds) * 1_000_000).expect("it is in the calendar")
}

/// One of this server, one of another, and an untitled one of direct messages.
pub(super) fn three() -> [Kept; 3] {
    let here = Kept {
        id: "cmwrt8afl00067d2zeeb71pqc".into(),
        title: Some("How to *win* @everyone".to_owned()),
        whence: Whence::Server {
            name: "Slimy Club".to_owned(),
            channel_id: Some("33".to_owned()),
        },
        is_here: true,
        private: false,
        messages: 12,
        begun_at: at(0),
        at: at(600),
    };
    let elsewhere = Kept {
        id: "cmwrt8afl00067d2zeeb71pqd".into(),
        title: Some("Snails [a](https://evil.example)".to_owned()),
        whence: Whence::Server {
            name: "Another_Club\u{202e}".to_owned(),
            channel_id: Some("44".to_owned()),
        },
        is_here: false,
        private: true,
        messages: 1,
        begun_at: at(0),
        at: at(60),
    };
    let direct = Kept {
        id: "cmwrt8afl00067d2zeeb71pqe".into(),
        title: None,
        whence: Whence::Direct,
        is_here: false,
        private: false,
        messages: 0,
        begun_at: at(0),
        at: at(0),
    };
    [here, elsewhere, direct]
}
