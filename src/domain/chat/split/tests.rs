use proptest::prelude::*;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::*;

/// The fenced blocks of `text` with their languages and code, as `CommonMark` has them.
fn fences(text: &str) -> Vec<(String, String)> {
    let mut fences = Vec::new();
    let mut is_inside = false;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                fences.push((info.to_string(), String::new()));
                is_inside = true;
            }
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => is_inside = false,
            Event::Text(text) if is_inside => {
                if let Some((_, code)) = fences.last_mut() {
                    code.push_str(&text);
                }
            }
            _ => {}
        }
    }
    fences
}

/// Whether a line that follows `text` would be code, or its last block is a fence that is not
/// closed: asked with a parser, not with our outline.
fn leaves_a_fence_open(text: &str) -> bool {
    const AFTER: &str = "zzzafterzzz";
    let followed = format!("{text}\n\n{AFTER}");
    let mut code = None;
    let mut last = 0..0;
    for (event, range) in Parser::new_ext(&followed, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
                code = Some(());
                last = range;
            }
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => code = None,
            Event::Text(text) if code.is_some() && text.contains(AFTER) => return true,
            _ => {}
        }
    }
    let is_last = last.end >= text.trim_end().len() && !last.is_empty();
    let last_line = text.trim_end().lines().last().unwrap_or_default();
    let last_line = last_line.trim_start_matches([' ', '>', '\t']);
    let is_fence = last_line.len() >= 3 && last_line.chars().all(|c| matches!(c, '`' | '~'));
    let is_opening = followed[last].trim_end().lines().count() < 2;
    is_last && (!is_fence || is_opening)
}

/// What holds of every text and every limit.
fn check(text: &str, max: usize) -> Vec<String> {
    let parts = parts(text, max);
    assert_eq!(joined(&parts), text);
    for part in &parts {
        assert!(!part.text.is_empty());
        let shown = &part.shown;
        assert!(units(shown) <= max, "{} units: {shown:?}", units(shown));
        assert!(!leaves_a_fence_open(shown), "of {text:?}: {shown:?}");
        assert_eq!(shown.is_empty(), is_blank(part.text), "{part:?}");
        // All that can be seen of the slice is shown, in order: only fences are added.
        assert!(is_within(part.text, shown), "{part:?}");
    }
    let split = split(text, max);
    let shown = parts.into_iter().map(|part| part.shown);
    assert_eq!(
        split,
        shown.filter(|shown| !shown.is_empty()).collect::<Vec<_>>()
    );
    split
}

/// Whether the visible characters of `slice` stand in `shown` in their order.
fn is_within(slice: &str, shown: &str) -> bool {
    let mut shown = shown.chars();
    let mut visible = slice.chars().filter(|c| !is_invisible(*c));
    visible.all(|wanted| shown.any(|c| c == wanted))
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

fn words(count: usize) -> String {
    let words: Vec<String> = (0..count).map(|number| format!("word{number}")).collect();
    words.join(" ")
}

#[test]
fn a_short_text_is_one_part_as_it_is() {
    assert_eq!(check("Hello **you**.", 2_000), ["Hello **you**."]);
    assert_eq!(check("  Hello\n\n", 2_000), ["Hello"]);
}

#[test]
fn nothing_to_see_is_no_part() {
    for nothing in ["", " ", "\n\n", "\u{200b}", &" \n".repeat(5_000)] {
        assert_eq!(check(nothing, 2_000), Vec::<String>::new());
    }
}

#[test]
fn a_text_is_cut_between_blocks() {
    let first = format!("# One\n\n{}.", words(8));
    let second = format!("{}.", words(9));
    let text = format!("{first}\n\n{second}");
    assert_eq!(check(&text, 80), [first, second]);
}

#[test]
fn a_heading_stays_with_what_follows() {
    let text = format!("{}.\n\n## Two\n\n{}.", words(9), words(9));
    let parts = check(&text, 80);
    assert_eq!(parts.len(), 2);
    assert!(parts[1].starts_with("## Two\n\nword0"), "{parts:?}");
}

#[test]
fn a_list_is_cut_between_items_and_a_nested_one_keeps_its_marks() {
    let text = "Things:\n\n- the first thing\n  - a part of the first\n  - another part of it\n- the second thing\n- the third thing";
    let parts = check(text, 50);
    let expected = [
        "Things:\n\n- the first thing",
        "- a part of the first\n- another part of it",
        "- the second thing\n- the third thing",
    ];
    assert_eq!(parts, expected);
}

#[test]
fn a_long_paragraph_is_cut_between_sentences() {
    let text =
        "The first sentence is here. The second one is longer than that. Is this the third? Yes.";
    let expected = [
        "The first sentence is here.",
        "The second one is longer than that.",
        "Is this the third? Yes.",
    ];
    assert_eq!(check(text, 40), expected);
    let chinese = "这是第一句话。这是第二句话，比较长一点。这是第三句话。".repeat(2);
    for part in check(&chinese, 32) {
        assert!(part.ends_with('。'), "{part}");
    }
}

#[test]
fn a_sentence_without_end_is_cut_between_words() {
    let parts = check(&words(100), 50);
    for part in &parts[..parts.len() - 1] {
        assert!(part.starts_with("word") && part.len() > 25, "{part}");
    }
}

#[test]
fn a_fence_longer_than_a_part_is_closed_and_opened_with_its_language() {
    let code = lines(12, |line| format!("    let x{line} = {line};\n"));
    let text = format!("Look:\n\n```rust\n{code}```\n\nThat was it.");
    let parts = check(&text, 100);
    assert!(parts.len() > 2);
    let mut found = String::new();
    for part in &parts {
        for (language, code) in fences(part) {
            assert_eq!(language, "rust");
            assert!(!code.trim().is_empty(), "{part}");
            found.push_str(&code);
        }
    }
    assert_eq!(found, code);
    assert!(
        parts[0].starts_with("Look:\n\n```rust\n    let x0"),
        "{}",
        parts[0]
    );
    assert!(parts[1].starts_with("```rust\n    let x"), "{}", parts[1]);
    assert!(
        parts.last().unwrap().ends_with("```\n\nThat was it."),
        "{parts:?}"
    );
}

#[test]
fn a_fence_that_fits_a_part_is_kept_whole() {
    let code = "```python\nprint('one')\nprint('two')\n```";
    let text = format!("{}\n\n{code}\n\n{}", words(8), words(3));
    let parts = check(&text, 80);
    assert!(parts[1].starts_with(code), "{parts:?}");
}

#[test]
fn a_fence_in_a_fence_is_code() {
    let code = lines(9, |line| format!("```rust\nlet x = {line};\n```\n"));
    let text = format!("````markdown\n{code}````\nEnd.");
    let parts = check(&text, 90);
    let mut found = String::new();
    for part in &parts {
        for (language, code) in fences(part) {
            assert_eq!(language, "markdown", "{part}");
            found.push_str(&code);
        }
    }
    assert_eq!(found, code);
}

#[test]
fn a_fence_with_tildes_is_closed_with_tildes() {
    let code = lines(9, |line| format!("line ``` {line}\n"));
    let parts = check(&format!("~~~\n{code}~~~"), 50);
    assert!(
        parts.len() > 2 && parts.iter().all(|part| part.ends_with("\n~~~")),
        "{parts:?}"
    );
    let found: String = parts
        .iter()
        .flat_map(|part| fences(part))
        .map(|(_, code)| code)
        .collect();
    assert_eq!(found, code);
}

#[test]
fn a_fence_in_a_list_stays_code_and_the_list_goes_on() {
    let code = lines(10, |line| format!("if x{line}:\n    y()\n"));
    let indented: Vec<String> = code.lines().map(|line| format!("     {line}\n")).collect();
    let indented = indented.concat();
    let text =
        format!("1. First\n   - Inner:\n     ```python\n{indented}     ```\n   - More\n2. Second");
    let parts = check(&text, 80);
    assert!(parts.len() > 2);
    let mut found = String::new();
    for part in &parts {
        for (language, code) in fences(part) {
            assert_eq!(language, "python", "{part}");
            found.push_str(&code);
        }
    }
    assert_eq!(found, code);
    let last = parts.last().unwrap();
    assert!(
        last.contains("- More") && last.ends_with("2. Second"),
        "{last}"
    );
}

#[test]
fn a_fence_in_a_quote_stays_in_the_quote() {
    let code = lines(10, |line| format!("> line {line}\n"));
    let parts = check(&format!("> Look:\n> ```text\n{code}> ```\n\nEnd."), 60);
    assert!(parts.len() > 2);
    for part in &parts[1..parts.len() - 1] {
        assert!(part.starts_with("> ```text\n> line"), "{part}");
        assert!(part.ends_with("\n> ```"), "{part}");
        assert_eq!(fences(part).len(), 1, "{part}");
    }
}

#[test]
fn a_quote_that_is_cut_in_a_line_goes_on_as_a_quote() {
    let parts = check(&format!("> {}", words(20)), 60);
    assert!(
        parts.len() > 1 && parts.iter().all(|part| part.starts_with("> word")),
        "{parts:?}"
    );
}

#[test]
fn a_fence_that_is_still_open_is_closed() {
    assert_eq!(
        check("So:\n```rust\nlet x", 2_000),
        ["So:\n```rust\nlet x\n```"]
    );
    assert_eq!(preview("- a\n  ```\n  b", 2_000), "- a\n  ```\n  b\n  ```");
    let text = format!("```\n{}", "line\n".repeat(100));
    for part in check(&text, 64) {
        assert!(
            part.starts_with("```\nline") && part.ends_with("line\n```"),
            "{part}"
        );
    }
}

#[test]
fn a_line_of_code_longer_than_a_part_stays_code() {
    let text = format!("```json\n{}\n```", "x".repeat(300));
    let parts = check(&text, 64);
    for part in &parts {
        assert!(
            part.starts_with("```json\nx") && part.ends_with("x\n```"),
            "{part}"
        );
    }
    let found: usize = parts.iter().map(|part| part.matches('x').count()).sum();
    assert_eq!(found, 300);
}

#[test]
fn a_table_is_cut_between_rows() {
    let rows = lines(12, |row| format!("| member {row} | {row}00 |\n"));
    let parts = check(&format!("| Name | Power |\n| --- | --- |\n{rows}"), 90);
    assert!(parts.len() > 2);
    for line in parts.iter().flat_map(|part| part.lines()) {
        assert!(line.starts_with('|') && line.ends_with('|'), "{line}");
    }
}

#[test]
fn links_code_addresses_and_mentions_stay_whole() {
    let atoms = [
        "[a label](https://example.com/a/b)",
        "`let x = [1, 2];`",
        "https://example.com/a?b=c&d=e.f,g",
        "<@123456789012345678>",
        "<:slime:123456789012345678>",
        "<t:1700000000:R>",
    ];
    for atom in atoms {
        for before in 0..40 {
            let text = format!("{} {atom} {}", "字".repeat(before), "字".repeat(40));
            let parts = check(&text, 50);
            assert!(
                parts.iter().any(|part| part.contains(atom)),
                "{atom}: {parts:?}"
            );
        }
    }
}

#[test]
fn a_link_longer_than_a_part_is_cut_and_nothing_of_it_lost() {
    let text = format!("See https://example.com/{} there.", "a/".repeat(500));
    check(&text, 100);
}

#[test]
fn no_emoji_is_torn() {
    let emojis = [
        "👨‍👩‍👧‍👦",
        "🏳️‍🌈",
        "🇩🇪",
        "👍🏽",
        "e\u{301}",
        "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    ];
    for emoji in emojis {
        let text = emoji.repeat(60);
        let parts = check(&text, 50);
        for part in &parts {
            assert_eq!(part.replace(emoji, ""), "", "{emoji} is torn: {part}");
        }
    }
}

#[test]
fn a_grapheme_longer_than_a_part_is_cut_between_characters() {
    check(&format!("a{}", "\u{301}".repeat(500)), 64);
    check(&"👨\u{200d}".repeat(500), 64);
}

#[test]
fn lines_may_end_as_on_windows() {
    let code = lines(12, |line| format!("let x{line} = {line};\r\n"));
    let text = format!("Look:\r\n\r\n```rust\r\n{code}```\r\nEnd.\r\n");
    let parts = check(&text, 100);
    let found: String = parts
        .iter()
        .flat_map(|part| fences(part))
        .map(|(_, code)| code)
        .collect();
    assert_eq!(found.replace("\r\n", "\n"), code.replace("\r\n", "\n"));
}

#[test]
fn what_only_looks_like_a_fence_opens_none() {
    for odd in [
        "`",
        "~",
        "``` ",
        "~~~ x ",
        "<div>\n```\n",
        "- ```\n",
        ">```\n\n",
        "    ```\n",
        "```a`b\n",
    ] {
        for max in [32, 33, 64, 100] {
            check(&odd.repeat(300), max);
        }
    }
    check(&"`".repeat(100_000), 2_000);
}

#[test]
fn a_few_posts_are_posts_and_more_are_a_file() {
    let paragraph = format!("{}.\n\n", "x".repeat(1_500));
    let five = paragraph.repeat(POSTS);
    let Shape::Posts(posts) = shape(&five) else {
        panic!("a file")
    };
    assert_eq!(posts.len(), POSTS);
    let six = paragraph.repeat(POSTS + 1);
    let Shape::File { opening, file } = shape(&six) else {
        panic!("posts")
    };
    assert_eq!(file, six);
    assert_eq!(opening, format!("{}.", "x".repeat(1_500)));
    assert_eq!(shape(" "), Shape::Posts(Vec::new()));
    let Shape::File { opening, .. } = shape(&"y".repeat(1 << 20)) else {
        panic!("posts")
    };
    assert_eq!(opening.len(), POST);
}

#[test]
fn the_preview_is_the_first_part() {
    let text = format!("```c\n{}```\n", "x = 1;\n".repeat(1_000));
    assert_eq!(preview(&text, 500), split(&text, 500)[0]);
}

#[test]
fn a_mebibyte_without_a_space_is_split_too() {
    for unit in ["a", "`", "字", "👨\u{200d}"] {
        let text = unit.repeat((1 << 20) / unit.len());
        let parts = parts(&text, 2_000);
        assert_eq!(joined(&parts), text);
        assert!(parts.iter().all(|part| units(&part.shown) <= 2_000));
        // None is much smaller than it could be.
        assert!(
            parts.len() <= 2 * text.len().div_ceil(2_000),
            "{unit}: {}",
            parts.len()
        );
    }
}

/// How long that takes, and how it grows, `cargo bench --bench splitting` says.
#[test]
fn what_repeats_one_sign_is_split_whole() {
    let unit = [
        "a",
        " ",
        "\n",
        "`",
        "~",
        "*",
        "[",
        "<",
        ">",
        "- ",
        "_a",
        "👨\u{200d}",
        "\u{301}",
        "🇩",
        "](",
        "```\n",
        "> - ",
        "https://",
        "word ",
        "&",
        "\\",
        "| a ",
        "|\n|-|\n",
        "1. ",
        "<a ",
        "![",
        "\"",
        "字",
    ];
    for unit in unit {
        let text = unit.repeat((1 << 17) / unit.len());
        let parts = parts(&text, 2_000);
        assert_eq!(joined(&parts), text, "{unit:?}");
        assert!(
            parts.iter().all(|part| units(&part.shown) <= 2_000),
            "{unit:?}"
        );
    }
}

/// Blocks as models write them, and noise.
fn block() -> impl Strategy<Value = String> {
    let line = "[a-zA-Z0-9 .,!?字é👨‍👩‍👧]{0,60}";
    let code = prop::collection::vec("[a-z(){}; ]{0,40}", 0..12).prop_map(|lines| lines.join("\n"));
    let language = prop::sample::select(vec!["", "rust", "c++", "text title=x"]);
    let fence = prop::sample::select(vec!["```", "````", "~~~"]);
    let before = prop::sample::select(vec!["", "> ", "- ", "  ", "1. ", "> - ", "   - "]);
    let fenced = (fence, language, code, before, any::<bool>());
    let fenced = fenced.prop_map(|(fence, language, code, before, is_closed)| {
        let next = super::outline::continued(before);
        let mut lines = vec![format!("{before}{fence}{language}")];
        lines.extend(code.lines().map(|line| format!("{next}{line}")));
        if is_closed {
            lines.push(format!("{next}{fence}"));
        }
        lines.join("\n")
    });
    let list = prop::collection::vec((0_usize..3, line), 1..8).prop_map(|items| {
        let item = |(depth, text): (usize, String)| format!("{}- {text}", "  ".repeat(depth));
        items.into_iter().map(item).collect::<Vec<_>>().join("\n")
    });
    prop_oneof![
        prop::collection::vec(line, 1..6).prop_map(|lines| lines.join(" ")),
        fenced,
        list,
        "#{1,3} [a-z ]{1,20}",
        "(> [a-z ]{0,30}\n){1,5}",
        "(\\| [a-z]{0,9} \\| [0-9]{0,4} \\|\n){1,6}",
        "\\[[a-z ]{1,20}\\]\\(https://[a-z./]{1,30}\\)",
        "`{1,3}[a-z ]{1,30}`{1,3}",
        "[ \n`~>*_<\\[\\]()#|\\-\\\\0-9a-z\r\t]{0,60}",
        "\\PC{0,40}",
    ]
}

fn markdown() -> impl Strategy<Value = String> {
    let between = prop::sample::select(vec!["\n\n", "\n", "\r\n\r\n", " "]);
    prop::collection::vec((block(), between), 0..12).prop_map(|blocks| {
        blocks
            .into_iter()
            .map(|(block, between)| block + between)
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn joined_parts_give_the_text_and_each_stands_alone(text in markdown(), max in 32_usize..300) {
        check(&text, max);
    }

    #[test]
    fn so_it_is_with_any_text(text in "(?s).{0,400}", max in 32_usize..200) {
        check(&text, max);
    }

    #[test]
    fn the_code_of_fences_is_what_it_was(
        codes in prop::collection::vec("([a-z(){};]{1,20}( [a-z=]{1,9}){0,3}\n){1,20}", 1..4),
        max in 64_usize..300,
    ) {
        let fence = |code: &String| format!("Some words before it.\n\n```rust\n{code}```\n");
        let text: String = codes.iter().map(fence).collect();
        let parts = check(&text, max);
        let found: String = parts.iter().flat_map(|part| fences(part)).map(|(_, code)| code).collect();
        let strip = |code: &str| code.replace(['\n', ' '], "");
        prop_assert_eq!(strip(&found), strip(&codes.concat()));
    }
}
