//! Makes foreign text safe to show, and keeps within Discord's lengths.

use slimy_domain::{
    Timestamp, UserError, audit, chat,
    club::{Rejected, known::Fault},
    privacy,
};
use slimy_words::{Words, say};

/// Units of a name in a refusal.
const NAME: usize = 60;
/// Units of a server's name: what Discord takes.
const GUILD: usize = 100;

/// `text` so that Discord shows it as it is: no Markdown, no mention, no invisible direction marks.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| is_visible(*c)) {
        if matches!(
            c,
            '\\' | '*'
                | '_'
                | '~'
                | '`'
                | '|'
                | '>'
                | '<'
                | '#'
                | '['
                | ']'
                | '('
                | ')'
                | '@'
                | ':'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// `text` where nothing has a meaning, without what cannot be seen.
pub fn visible(text: &str) -> String {
    text.chars().filter(|c| is_visible(*c)).collect()
}

/// `text` for the inside of a code block, where only a backtick means something.
pub(crate) fn verbatim(text: &str) -> String {
    text.chars()
        .filter(|c| is_visible(*c))
        .map(|c| if c == '`' { '\'' } else { c })
        .collect()
}

/// A moment as Discord shows it to each reader in their own time zone and language: the one way in
/// which answers tell the time. Where Discord shows none, in pictures and completions, days are
/// written by [`Words`], and in files as `2026-11-22`.
pub(crate) fn moment(at: Timestamp) -> String {
    format!("<t:{}:f>", at.seconds())
}

/// One line per image that was not used: its name and the reason.
pub(crate) fn reasons(words: Words, rejected: &[Rejected]) -> String {
    let lines = rejected.iter().map(|Rejected { file, reason }| {
        let (file, reason) = (plain(file), plain(&reason.say(words)));
        say!(words, "errors-not-used", file = file, reason = reason)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The sentence of a fault that a person can do something about, in their language. What is foreign
/// in it can neither format nor mention: the names of files, of members and of settings, and what
/// was read from pictures.
pub(crate) fn refusal(error: &UserError, words: Words) -> String {
    match error {
        UserError::NothingReadable(rejected) => reasons(words, rejected),
        UserError::OpenQuestions(names) => {
            let names = names.iter().map(|name| plain(name));
            UserError::OpenQuestions(names.collect()).say(words)
        }
        // The key is as somebody has typed it, or as it stands in a file of theirs.
        UserError::SettingRefused(_) => plain(&error.say(words)),
        UserError::NameTaken(name) => UserError::NameTaken(plain(name)).say(words),
        UserError::Chat(chat::Fault::UnreadableFile { name }) => {
            let name = plain(&shorten(name, NAME));
            UserError::Chat(chat::Fault::UnreadableFile { name }).say(words)
        }
        UserError::Audit(audit::Fault::NoDay { typed }) => {
            let typed = plain(&shorten(typed, NAME));
            audit::Fault::NoDay { typed }.say(words)
        }
        UserError::ClubAdmin(_) => {
            let lines: Vec<String> = error.say(words).lines().map(plain).collect();
            lines.join("\n")
        }
        UserError::Known(Fault::NoSuchMember { like }) => {
            let like = like.iter().map(|one| name(one, NAME)).collect();
            Fault::NoSuchMember { like }.say(words)
        }
        UserError::Privacy(privacy::Fault::OtherName { name: of }) => {
            let name = plain(&shorten(of, GUILD));
            privacy::Fault::OtherName { name }.say(words)
        }
        other => other.say(words),
    }
}

/// `text` cut to at most `max` UTF-16 units, the larger of the two ways to count that Discord's
/// own clients disagree on, with an ellipsis in place of what was cut off.
pub(crate) fn shorten(text: &str, max: usize) -> String {
    if text.encode_utf16().count() <= max {
        return text.to_owned();
    }
    let mut used = 1;
    let kept: String = text
        .chars()
        .take_while(|c| {
            used += c.len_utf16();
            used <= max
        })
        .collect();
    // A backslash at the end would have escaped what was cut off.
    format!("{}…", kept.trim_end_matches('\\'))
}

/// The whole lines of `text` that fit into `max` UTF-16 units; a first line that is too long by
/// itself is shortened.
pub(crate) fn cut_at_line(text: &str, max: usize) -> String {
    if text.encode_utf16().count() <= max {
        return text.to_owned();
    }
    parts(text, max).into_iter().next().unwrap_or_default()
}

/// A foreign name as part of a sentence: bold, at most `max` UTF-16 units of it, and it can
/// neither format nor mention. One of which nothing can be seen is a dash, in every language.
pub(crate) fn name(text: &str, max: usize) -> String {
    let text = plain(&shorten(visible(text).trim(), max));
    if text.is_empty() {
        "—".to_owned()
    } else {
        format!("**{text}**")
    }
}

/// `text` in parts of at most `max` UTF-16 units, parted between lines; a line that is too long
/// by itself is shortened.
pub(crate) fn parts(text: &str, max: usize) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for line in text.lines() {
        let line = shorten(line, max);
        match parts.last_mut() {
            Some(part) if part.encode_utf16().count() + 1 + line.encode_utf16().count() <= max => {
                part.push('\n');
                part.push_str(&line);
            }
            _ => parts.push(line),
        }
    }
    parts
}

/// Control characters, the marks that turn or hide text, and letters without a shape have no place
/// in a name.
fn is_visible(c: char) -> bool {
    !c.is_control()
        && !matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}'
                | '\u{ffa0}' | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use slimy_domain::club::{Misfit, NotUsed};

    use super::*;

    #[test]
    fn foreign_text_can_neither_format_nor_mention() {
        assert_eq!(plain("<@1> **x**"), "\\<\\@1\\> \\*\\*x\\*\\*");
        assert_eq!(plain("a\u{202e}b\nc"), "abc");
        assert_eq!(verbatim("a```b"), "a'''b");
    }

    #[test]
    fn a_reason_cannot_carry_a_link_of_somebody_elses() {
        let rejected = Rejected {
            file: "[a](https://evil.example).png".to_owned(),
            reason: NotUsed::Misfit(Misfit::Club {
                shown: "[Free gift](https://evil.example)".to_owned(),
                kept: "Snails".to_owned(),
            }),
        };
        let told = refusal(&UserError::NothingReadable(vec![rejected]), Words::ENGLISH);
        assert!(!told.contains("[Free gift]("), "{told}");
        assert!(!told.contains("https:/"), "{told}");
    }

    #[test]
    fn the_name_of_a_file_can_neither_format_nor_mention() {
        let name = "[a](https://evil.example) @everyone.zip".to_owned();
        let told = refusal(
            &UserError::Chat(chat::Fault::UnreadableFile { name }),
            Words::ENGLISH,
        );
        assert!(
            !told.contains("[a](") && !told.contains("https:/"),
            "{told}"
        );
        assert!(told.contains("\\@everyone.zip cannot be read"), "{told}");
    }

    #[test]
    fn the_key_of_a_setting_can_neither_format_nor_mention() {
        let key = "features.[Free gift](https://evil.example) @everyone **x**";
        let fault = slimy_domain::settings::Fault {
            path: key.to_owned(),
            problem: slimy_domain::settings::Problem::Unknown,
        };
        let told = refusal(&UserError::SettingRefused(fault), Words::ENGLISH);
        assert!(
            told.contains("Free gift") && told.ends_with("no such setting"),
            "{told}"
        );
        assert!(
            !told.contains("[Free gift](") && !told.contains("https:/"),
            "{told}"
        );
        assert!(
            told.contains("\\@everyone") && !told.contains("**x"),
            "{told}"
        );
    }

    #[test]
    fn no_line_is_lost_between_parts() {
        let lines: Vec<String> = (0..40)
            .map(|n| format!("{n}.png: {}", "x".repeat(150)))
            .collect();
        let parts = parts(&lines.join("\n"), 2_000);
        assert!(
            parts
                .iter()
                .all(|part| part.encode_utf16().count() <= 2_000)
        );
        assert_eq!(parts.join("\n"), lines.join("\n"));
    }

    #[test]
    fn a_text_that_is_too_long_loses_whole_lines() {
        assert_eq!(cut_at_line("ab\ncd\nef", 5), "ab\ncd");
        assert_eq!(cut_at_line("ab\ncd", 5), "ab\ncd");
        assert_eq!(cut_at_line("abcdef\ng", 4), "abc…");
    }

    #[test]
    fn a_name_in_a_sentence_is_bold_and_never_nothing() {
        assert_eq!(name(" *Stone* ", 100), "**\\*Stone\\***");
        assert_eq!(name("\u{200b}", 100), "—");
        assert_eq!(name("abcdef", 4), "**abc…**");
    }

    #[test]
    fn shortening_counts_as_discord_does() {
        assert_eq!(shorten("éééé", 4), "éééé");
        assert_eq!(shorten("ééééé", 4), "ééé…");
        assert_eq!(shorten("🐌🐌🐌", 5), "🐌🐌…");
    }
}
