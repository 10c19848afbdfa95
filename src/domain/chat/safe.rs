//! Makes what a model or a person said fit to stand in Discord.
//!
//! That nobody is pinged is up to `allowed_mentions`, which is none in every message; here it is
//! seen to that nothing looks like a ping, that no link hides where it leads, and that no invisible
//! character says or turns around what nobody sees. What Discord takes for code is not the same as
//! `CommonMark`'s: here its own rules count, because it is Discord that shows it.

/// Breaks what would be read as one; invisible.
const APART: char = '\u{200b}';

const PASSES: usize = 8;
/// The most bytes of a link's address and title.
const LINK: usize = 4_096;

/// `text` as it may stand in a post. Done twice it changes nothing more.
///
/// - `@everyone` and `@here` are broken up, in code too.
/// - `[label](address)` becomes `label (<address>)`: every link shows where it leads. In what is
///   code, it stays and is broken up with an invisible character: a cut, a quote or a heading can
///   make Discord see none where we see code.
/// - Control, bidirectional and invisible characters are gone, but for those that emojis and
///   scripts need. Lines end with `\n`.
/// - Mentions of people, roles and channels stay as they are.
pub fn shown(text: &str) -> String {
    // The names for everybody come last: a link's end may bring their letters together.
    quiet(&broken(&without_links(visible(text))))
}

/// `text` with no link left outside of code.
fn without_links(mut text: String) -> String {
    // What is put in the place of one link may look like a further one; a few passes reach the end
    // of that, and for what is left there is the axe.
    for _ in 0..PASSES {
        let next = unmasked(&text);
        if next == text {
            return text;
        }
        text = next;
    }
    text.replace("](", "] (")
}

/// Breaks up the links that are left: those in code, and those that a fence's first line begins,
/// which stands anew above each part of its code.
fn broken(text: &str) -> String {
    let mut broken = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(found) = text[at..].find("](") {
        let end = at + found + 1;
        broken.push_str(&text[at..end]);
        let inside = &text[end + 1..];
        if leads(inside) || (is_left_open(inside) && is_fence(&text[..end])) {
            broken.push(APART);
        }
        at = end;
    }
    broken.push_str(&text[at..]);
    broken
}

/// Whether nothing follows in the same line.
fn is_left_open(inside: &str) -> bool {
    let is_seen = |c: &char| *c == '\n' || !is_between(*c);
    inside.chars().find(is_seen).is_none_or(|c| c == '\n')
}

/// Whether a fence may open in the last line.
fn is_fence(text: &str) -> bool {
    let line = text.rsplit('\n').next().unwrap_or_default();
    line.contains("```") || line.contains("~~~")
}

/// `text` without the characters that nobody sees, as it may stand anywhere, also in a file or
/// before a model.
pub fn visible(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    // Tags spell a flag's country after a black flag, and are a hidden text elsewhere.
    let mut in_flag = false;
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    visible.push('\n');
                }
            }
            '\u{2028}' | '\u{2029}' | '\u{85}' => visible.push('\n'),
            '\u{e0020}'..='\u{e007f}' if in_flag => visible.push(c),
            c if is_hidden(c) => {}
            c => visible.push(c),
        }
        in_flag = c == '\u{1f3f4}' || in_flag && matches!(c, '\u{e0020}'..='\u{e007e}');
    }
    visible
}

/// Whether nobody sees `c`, or it turns around the order of others. The joiners U+200C and U+200D
/// and the variation selectors stay: emojis, Persian and Indian scripts need them.
fn is_hidden(c: char) -> bool {
    let is_kept = matches!(c, '\n' | '\t');
    let is_bidi = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_filler = matches!(
        c,
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{2800}'
    );
    let is_invisible = matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    );
    !is_kept && (c.is_control() || is_bidi || is_filler || is_invisible)
}

/// Breaks up what Discord knows as a mention of everybody.
fn quiet(text: &str) -> String {
    let mut quiet = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        let (before, after) = rest.split_at(at + 1);
        quiet.push_str(before);
        let is_ping = ["everyone", "here"].iter().any(|name| {
            let start = after.as_bytes().get(..name.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
        });
        if is_ping {
            quiet.push(APART);
        }
        rest = after;
    }
    quiet.push_str(rest);
    quiet
}

/// Shows where each link leads.
fn unmasked(text: &str) -> String {
    let mut unmasked = String::with_capacity(text.len());
    // Where the labels that may begin are in `unmasked`.
    let mut brackets: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let taken = match c {
            '\\' => {
                // What is escaped begins neither code nor a label; a link may still end there.
                let next = rest[1..]
                    .chars()
                    .next()
                    .filter(|c| matches!(c, '`' | '[' | '\\'));
                1 + next.map_or(0, char::len_utf8)
            }
            '`' => code(rest),
            '[' => {
                brackets.push(unmasked.len());
                1
            }
            ']' => {
                let label = brackets.pop();
                match link(rest) {
                    Some(Link::Plain { address, length }) if label.is_some() => {
                        let start = label.unwrap_or_default();
                        unmask(&mut unmasked, start, address);
                        at += length;
                        continue;
                    }
                    Some(_) => {
                        unmasked.push_str("] (");
                        at += "](".len();
                        continue;
                    }
                    None => 1,
                }
            }
            c => c.len_utf8(),
        };
        unmasked.push_str(&rest[..taken]);
        at += taken;
    }
    unmasked
}

/// Puts `label (<address>)` in the place of the label that begins at `start` with its bracket.
fn unmask(text: &mut String, start: usize, address: &str) {
    let label = text[start + 1..].trim().to_owned();
    // An image's mark goes with its brackets.
    let start = if text[..start].ends_with('!') {
        start - 1
    } else {
        start
    };
    text.truncate(start);
    if label.is_empty() || label == address {
        text.push('<');
        text.push_str(address);
        text.push('>');
    } else {
        text.push_str(&label);
        text.push_str(" (<");
        text.push_str(address);
        text.push_str(">)");
    }
}

/// What follows a label.
enum Link<'a> {
    /// An address that can stand by itself, and how long all of it is, from the `]` on.
    Plain { address: &'a str, length: usize },
    /// Something that Discord may take for a link.
    Odd,
}

/// What stands at the beginning of `text`, which begins with a label's end, when Discord may take
/// it for a link: only what has a scheme is one.
fn link(text: &str) -> Option<Link<'_>> {
    if !leads(text.strip_prefix("](")?) {
        return None;
    }
    let text = &text[..text.floor_char_boundary(LINK)];
    let inside = text.strip_prefix("](")?;
    let target = inside.trim_start();
    let is_bracketed = target.starts_with('<');
    let address = target.trim_start_matches('<').trim_start();
    if !has_scheme(address) {
        return Some(Link::Odd);
    }
    let mut depth = 0_usize;
    let end = address.find(|c: char| match c {
        '(' => {
            depth += 1;
            false
        }
        ')' if depth > 0 => {
            depth -= 1;
            false
        }
        ')' => !is_bracketed,
        '>' => is_bracketed,
        c => c.is_whitespace(),
    });
    let Some(end) = end else {
        return Some(Link::Odd);
    };
    let after = &address[end..];
    let after = if is_bracketed {
        after.strip_prefix('>')
    } else {
        Some(after)
    };
    let address = &address[..end];
    let is_plain = !address.contains(['<', '>', '[', ']', '`', '\\', '@']);
    let Some(end) = after.filter(|_| is_plain).and_then(after_title) else {
        return Some(Link::Odd);
    };
    let length = text.len() - end.len();
    Some(Link::Plain { address, length })
}

/// Whether what follows `](` may lead somewhere, also when a line begins in between, with the mark
/// of a quote.
fn leads(inside: &str) -> bool {
    has_scheme(inside.trim_start_matches(is_between))
}

/// What may stand between a link's bracket and its address.
fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '<' | '>')
}

fn has_scheme(address: &str) -> bool {
    let scheme = address
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(byte));
    address[scheme.count()..].starts_with(':')
}

/// What follows the closing bracket, behind a title if there is one.
fn after_title(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
        return text.strip_prefix(')');
    };
    let (title, after) = text[1..].split_once(quote)?;
    let is_plain = !title.contains(['\n', '[', ']', '(', ')', '`']);
    after.trim_start().strip_prefix(')').filter(|_| is_plain)
}

/// How much of `text`, which begins with a backtick, is code to Discord, or else only its
/// backticks: three of them up to the next three, anywhere; fewer up to as many.
fn code(text: &str) -> usize {
    let run = text.len() - text.trim_start_matches('`').len();
    if run >= 3 {
        return match text[3..].find("```") {
            Some(end) => 3 + end + 3,
            None => run,
        };
    }
    let mut at = run;
    while let Some(found) = text[at..].find('`') {
        let start = at + found;
        let length = text.len() - start - text[start..].trim_start_matches('`').len();
        at = start + length;
        if length == run {
            return at;
        }
    }
    run
}

#[cfg(test)]
mod tests;
