//! Text that software gets wrong.

/// Each is stored and found as it is.
pub(crate) const TEXTS: [&str; 22] = [
    "a",
    "",
    " ",
    "ÉTÉ Überblick",
    "été",
    "İstanbul ǅ ß ﬁ ς Σ",
    "e\u{301}\u{323} is not é; Z\u{351}\u{36b}a\u{343}lgo",
    "100%",
    "a_b%c",
    r"back\slash \% \_ \\",
    "'; DROP TABLE users; --",
    "\" OR \"\"=\" ' OR ''='",
    "$1 ? :name {} %s ${x} `x`",
    "-- /* */ ; NULL null \\0 \\u0000",
    "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🐌",
    "مرحبا שלום",
    "\u{202e}desrever\u{202c} \u{2067}x\u{2069}\u{200f}",
    "line\r\nline\ttab\u{7}\u{1b}[31m",
    "\u{feff}\u{ffff}\u{fffd}\u{10ffff}",
    "\u{7f}\u{80}\u{85}\u{a0}\u{2028}",
    "見る 日本語",
    "{\"a\": [1, null]}",
];

/// Which no engine is given: PostgreSQL cannot keep it.
pub(crate) const REFUSED: &str = "a\0b";

/// 4,000 characters of several widths.
pub(crate) fn long() -> String {
    "aÉ見🐌".repeat(1_000)
}
