//! Makes foreign text safe to show, and keeps within Discord's lengths.

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

/// `text` for the inside of a code block, where only a backtick means something.
pub(crate) fn verbatim(text: &str) -> String {
    text.chars()
        .filter(|c| is_visible(*c))
        .map(|c| if c == '`' { '\'' } else { c })
        .collect()
}

/// `text` cut to at most `max` characters, with an ellipsis in place of what was cut off.
pub(crate) fn shorten(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let kept: String = text.chars().take(max.saturating_sub(1)).collect();
    format!("{kept}…")
}

/// Control characters and the marks that turn or hide text have no place in a name.
fn is_visible(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// An error with all its causes, for the log.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_text_can_neither_format_nor_mention() {
        assert_eq!(plain("<@1> **x**"), "\\<\\@1\\> \\*\\*x\\*\\*");
        assert_eq!(plain("a\u{202e}b\nc"), "abc");
        assert_eq!(verbatim("a```b"), "a'''b");
    }

    #[test]
    fn shortening_counts_characters() {
        assert_eq!(shorten("éééé", 4), "éééé");
        assert_eq!(shorten("ééééé", 4), "ééé…");
    }
}
