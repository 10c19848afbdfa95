use proptest::prelude::*;

use super::*;
use crate::chat::split::{preview, split};

#[test]
fn nobody_is_called_by_the_names_for_everybody() {
    assert_eq!(
        shown("@everyone and @here"),
        "@\u{200b}everyone and @\u{200b}here"
    );
    assert_eq!(
        shown("`@everyone` @Here"),
        "`@\u{200b}everyone` @\u{200b}Here"
    );
    assert_eq!(shown("@\u{200b}everyone"), "@\u{200b}everyone");
    assert_eq!(shown("@\u{200d}\u{2060}here"), "@\u{200d}here");
    assert_eq!(shown("a@b.example, @evil"), "a@b.example, @evil");
}

#[test]
fn mentions_of_somebody_stay_as_they_are() {
    let text = "<@123> <@&456> <#789> <t:1:R> <:slime:1>";
    assert_eq!(shown(text), text);
}

#[test]
fn every_link_shows_where_it_leads() {
    let cases = [
        (
            "[docs](https://example.com)",
            "docs (<https://example.com>)",
        ),
        (
            "[https://bank.example](https://evil.example)",
            "https://bank.example (<https://evil.example>)",
        ),
        (
            "See [**the** docs](<https://example.com/a b>).",
            "See [**the** docs] (<https://example.com/a b>).",
        ),
        (
            "[docs](<https://example.com/a>)",
            "docs (<https://example.com/a>)",
        ),
        (
            "[docs]( https://example.com/a \"A title\" )",
            "docs (<https://example.com/a>)",
        ),
        (
            "![cat](https://example.com/cat.png)",
            "cat (<https://example.com/cat.png>)",
        ),
        ("[](https://example.com)", "<https://example.com>"),
        (
            "[https://example.com](https://example.com)",
            "<https://example.com>",
        ),
        (
            "[wiki](https://example.com/a_(b)_c)",
            "wiki (<https://example.com/a_(b)_c>)",
        ),
        (
            "[a [b] c](https://example.com)",
            "a [b] c (<https://example.com>)",
        ),
        (
            "[[a](https://x.example)](https://y.example)",
            "a (<https://x.example>) (<https://y.example>)",
        ),
        ("[x](mailto:a@b.example)", "[x] (mailto:a@b.example)"),
        (
            "[x](https://a.example](https://b.example)",
            "[x] (https://a.example] (https://b.example)",
        ),
        ("[x](https://a.example", "[x] (https://a.example"),
        ("x](https://a.example)", "x] (https://a.example)"),
        ("[x\\](https://a.example)", "x\\ (<https://a.example>)"),
    ];
    for (text, expected) in cases {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_link_stays_as_it_is() {
    for text in [
        "array[i](x)",
        "[x] (https://a.example)",
        "[1]: https://a.example",
        "- [ ] (a)",
        "[a](b)",
        "https://a.example/b",
    ] {
        assert_eq!(shown(text), text);
    }
}

#[test]
fn code_keeps_what_looks_like_a_link_and_none_is() {
    for text in [
        "`[a](https://a.example)`",
        "``[a](https://a.example) ` ``",
        "```md\n[a](https://a.example)\n```",
        "Here ```[a](https://a.example)``` too",
    ] {
        let shown = shown(text);
        assert_eq!(shown.replace(APART, ""), text);
        assert!(!is_masked(&shown), "{shown}");
    }
}

#[test]
fn code_that_discord_does_not_see_hides_no_link() {
    let words = "word ".repeat(20);
    for text in [
        // Cut in the middle, neither half is code.
        format!("`{words}[your bank](https://evil.example) {words}`"),
        "> `a\n[your bank](https://evil.example)\n> b`".to_owned(),
        "# `a\n[your bank](https://evil.example) b`".to_owned(),
        "``**`**[your bank](https://evil.example)` ``".to_owned(),
        "> [your bank](\n> https://evil.example)".to_owned(),
        // Of a fence each part has the first line.
        format!(
            "```[your bank](\n{words}\n{}https://evil.example)\n```",
            "x ".repeat(30)
        ),
        format!("[your bank]({}https://evil.example)", " ".repeat(5_000)),
    ] {
        let shown = shown(&text);
        for part in split(&shown, 50).into_iter().chain([preview(&shown, 50)]) {
            assert!(!is_masked(&part), "{part}");
        }
    }
}

#[test]
fn a_links_end_brings_no_name_for_everybody_together() {
    let cases = [
        (
            "@[everyone](https://x.example)",
            "@\u{200b}everyone (<https://x.example>)",
        ),
        (
            "@[here and now](https://x.example)",
            "@\u{200b}here and now (<https://x.example>)",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(shown(text), expected);
        assert_eq!(shown(expected), expected);
    }
}

#[test]
fn what_is_code_only_to_commonmark_is_none_to_discord() {
    for text in [
        "~~~\n[a](https://a.example)\n~~~",
        "    [a](https://a.example)",
        "<pre>\n[a](https://a.example)\n</pre>",
        "```\n[a](https://a.example)",
        "`` [a](https://a.example) `",
        "\\`[a](https://a.example)`",
        "````md\n```\n[a](https://a.example)\n```\n````",
    ] {
        assert!(
            shown(text).contains("a (<https://a.example>)"),
            "{}",
            shown(text)
        );
    }
}

#[test]
fn nothing_invisible_is_said() {
    assert_eq!(
        shown("a\u{202e}b\u{2066}c\u{200f}d\u{feff}e\u{ad}f\u{7}g\u{3164}"),
        "abcdefg"
    );
    assert_eq!(shown("a\u{e0049}\u{e0067}b"), "ab");
    assert_eq!(
        shown("one\r\ntwo\rthree\u{2028}four\tfive"),
        "one\ntwo\nthree\nfour\tfive"
    );
    for kept in [
        "👨\u{200d}👩\u{200d}👧",
        "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        "می\u{200c}خواهم",
        "❤\u{fe0f}",
        "e\u{301}",
    ] {
        assert_eq!(shown(kept), kept);
    }
}

fn spiteful() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "[",
        "]",
        "(",
        ")",
        "](",
        "](https://a.example",
        "](<https://a.example>",
        "[a](https://b.example)",
        "`",
        "```",
        "``",
        "\\",
        "!",
        "<",
        ">",
        "@everyone",
        "@here",
        "@",
        "everyone",
        "here",
        "@[everyone](https://d.example)",
        "@[",
        "> ",
        "# ",
        "word word word ",
        "\u{200b}",
        "\u{202e}",
        " ",
        "\n",
        "\r",
        "a",
        "https://c.example",
        "\"",
        "'",
        "🏴",
        "\u{e0067}",
        "](x:",
        "字",
    ]);
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

/// A link as Discord reads it, at the least: a bracket that ends, and an address with a scheme.
fn is_masked(text: &str) -> bool {
    let is_scheme = |after: &str| {
        let after = after.trim_start_matches(|c: char| c.is_whitespace() || "<>".contains(c));
        ["https:", "http:", "discord:", "x:"]
            .iter()
            .any(|scheme| after.starts_with(scheme))
    };
    text.match_indices("](")
        .any(|(at, _)| is_scheme(&text[at + 2..]))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn done_twice_it_changes_nothing_more(text in spiteful()) {
        let once = shown(&text);
        prop_assert_eq!(shown(&once), once);
    }

    #[test]
    fn no_link_is_masked_and_nobody_is_called(text in spiteful()) {
        let shown = shown(&text);
        prop_assert!(!shown.contains("@everyone") && !shown.contains("@here"));
        prop_assert!(!is_masked(&shown), "{}", shown);
    }

    #[test]
    fn so_it_is_in_each_part(text in spiteful(), max in 32_usize..80) {
        let shown = shown(&text);
        for part in split(&shown, max).into_iter().chain([preview(&shown, max)]) {
            prop_assert!(!part.contains("@everyone") && !part.contains("@here"), "{}", part);
            prop_assert!(!is_masked(&part), "{}", part);
        }
    }

    #[test]
    fn usual_text_stays_as_it_is(text in "[a-zA-Z0-9 .,!?*_~#>|:;/'\"\n字é-]{0,200}") {
        prop_assert_eq!(shown(&text), text);
    }
}
