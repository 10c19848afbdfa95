//! Code blocks that were never closed: in a document they would swallow all that follows.

/// The line that closes the block of code which `text` leaves open, if it leaves one open. As
/// `CommonMark` has it: a fence is three or more of the same mark, at most three spaces in, and is
/// closed by at least as many with nothing behind them.
pub(crate) fn open_fence(text: &str) -> Option<String> {
    let mut open: Option<(char, usize)> = None;
    for line in text.lines() {
        let Some((mark, count, rest)) = fence(line) else {
            continue;
        };
        match open {
            None if mark == '~' || !rest.contains('`') => open = Some((mark, count)),
            Some((of, least)) if mark == of && count >= least && rest.trim().is_empty() => {
                open = None;
            }
            _ => {}
        }
    }
    open.map(|(mark, count)| mark.to_string().repeat(count))
}

/// The mark of a fence, how often it stands there, and what stands behind it.
fn fence(line: &str) -> Option<(char, usize, &str)> {
    let inner = line.trim_start_matches(' ');
    if line.len() - inner.len() > 3 {
        return None;
    }
    let mark = inner.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = inner.trim_start_matches(mark);
    let count = inner.len() - rest.len();
    (count >= 3).then_some((mark, count, rest))
}

#[cfg(test)]
mod tests {
    use super::open_fence;

    #[test]
    fn what_closes_a_block_is_as_long_as_what_opened_it() {
        for (text, closing) in [
            ("", None),
            ("words", None),
            ("```rust\nfn main() {}\n```", None),
            ("```rust\nfn main() {}", Some("```")),
            ("````\n```\n", Some("````")),
            ("   ~~~\n```\n", Some("~~~")),
            ("    ```\nindented code", None),
            ("```\n``` not closed", Some("```")),
            ("```inline```", None),
            ("~~~ `a`\n", Some("~~~")),
            ("```\na\n```\nb\n~~~~", Some("~~~~")),
        ] {
            assert_eq!(open_fence(text).as_deref(), closing, "{text:?}");
        }
    }
}
