//! What a conversation is called until its owner gives it a name.

use pulldown_cmark::{Event, Options, Parser};
use slimy_words::{Words, say};
use unicode_segmentation::UnicodeSegmentation as _;

use super::safe::visible;

/// The most characters of a title.
pub const MOST: usize = 60;
/// So much of a question is looked at, in bytes.
const BEGINNING: usize = 2_000;

/// The first words of a question: one line of at most [`MOST`] characters without Markdown, cut
/// between words where it can be, never empty: of a question without any, what `words` call that.
pub fn title(question: &str, words: Words) -> String {
    let beginning = &question[..question.floor_char_boundary(BEGINNING)];
    let plain = plain(&unbracketed(&visible(beginning)));
    let said: Vec<&str> = plain.split_whitespace().collect();
    let line = said.join(" ");
    if !line.chars().any(char::is_alphanumeric) {
        return say!(words, "chat-untitled");
    }
    cut(&line)
}

/// The words of Markdown.
fn plain(markdown: &str) -> String {
    let mut plain = String::with_capacity(markdown.len());
    for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                plain.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak | Event::Rule => plain.push(' '),
            Event::End(end) if !is_inline(end) => plain.push(' '),
            _ => {}
        }
    }
    plain.replace("||", "")
}

fn is_inline(end: pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd;
    matches!(
        end,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}

/// Without mentions and times, which say nothing outside of a message; of an emoji its name.
fn unbracketed(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let (before, from) = rest.split_at(start);
        words.push_str(before);
        let end = from.find(|c: char| c == '>' || c.is_whitespace());
        let inside = end
            .filter(|end| from[*end..].starts_with('>'))
            .map(|end| &from[1..end]);
        let Some(inside) =
            inside.filter(|inside| inside.starts_with(['@', '#', ':', 'a', 't', '/']))
        else {
            words.push('<');
            rest = &from[1..];
            continue;
        };
        let mut parts = inside.split(':');
        match (parts.next(), parts.next(), parts.next()) {
            (Some("" | "a"), Some(name), Some(_)) => words.push_str(name),
            (Some("t"), ..) => {}
            (Some(mention), ..) if mention.starts_with(['@', '#']) => {}
            (Some(command), Some(_), None) if command.starts_with('/') => words.push_str(command),
            _ => words.push_str(&from[..inside.len() + 2]),
        }
        rest = &from[inside.len() + 2..];
    }
    words.push_str(rest);
    words
}

fn cut(line: &str) -> String {
    if line.chars().count() <= MOST {
        return line.to_owned();
    }
    let mut kept = String::new();
    let mut characters = 0;
    for grapheme in line.graphemes(true) {
        characters += grapheme.chars().count();
        if characters >= MOST {
            break;
        }
        kept.push_str(grapheme);
    }
    // A word that is cut is left out, unless it is most of the title.
    let is_whole = line[kept.len()..].starts_with(' ');
    let last = kept
        .rfind(' ')
        .filter(|last| !is_whole && *last * 2 > kept.len());
    kept.truncate(last.unwrap_or(kept.len()));
    let end =
        kept.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-'));
    if end.is_empty() {
        // One grapheme longer than a title.
        return line.chars().take(MOST).collect();
    }
    format!("{end}…")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use slimy_words::Language;

    use super::*;

    fn title(question: &str) -> String {
        super::title(question, Words::ENGLISH)
    }

    #[test]
    fn a_short_question_is_its_own_title() {
        assert_eq!(title("Who is the strongest?"), "Who is the strongest?");
    }

    #[test]
    fn a_title_is_the_words_without_their_marks() {
        let cases = [
            ("# **Bold** and _soft_\n\nmore", "Bold and soft more"),
            ("<@123> what is `x` in\n> this?", "what is x in this?"),
            (
                "see [the docs](https://example.com) <:slime:1>",
                "see the docs slime",
            ),
            ("- one\n- ~~two~~ ||three||", "one two three"),
            ("```rust\nlet x = 1;\n```", "let x = 1;"),
            (
                "<t:1:R> use </club show:1> <b>now</b> a<b",
                "use </club show:1> <b>now</b> a<b",
            ),
            ("a\u{202e}b\tc", "ab c"),
        ];
        for (question, expected) in cases {
            assert_eq!(title(question), expected, "{question}");
        }
    }

    #[test]
    fn a_long_question_is_cut_between_words() {
        let question = "Could you please tell me, in as much detail as possible, what a slime is?";
        assert_eq!(
            title(question),
            "Could you please tell me, in as much detail as possible…"
        );
        assert_eq!(title(&"字".repeat(100)), format!("{}…", "字".repeat(59)));
    }

    #[test]
    fn what_has_no_words_has_a_title_too() {
        for wordless in ["", " \n", "<@123>", "?!", "***", "🐌"] {
            assert_eq!(title(wordless), "Conversation");
            let words = Words::of(Language::De);
            assert_eq!(super::title(wordless, words), "Gespräch");
        }
    }

    proptest! {
        #[test]
        fn every_title_is_one_short_line(question in "\\PC{0,300}|[ \n`~*_<>\\[\\]()#|@:a-z]{0,200}") {
            let title = title(&question);
            prop_assert!((1..=MOST).contains(&title.chars().count()), "{}", title);
            prop_assert!(!title.contains(['\n', '\r', '\t']) && title.trim() == title);
        }
    }
}
