//! Splits an answer into posts that Discord takes.

/// The most posts of one answer: what is longer becomes a file.
pub const POSTS: usize = 5;
/// UTF-16 units of one post: Discord's limit for a message's content, as `commands/limits.rs`
/// counts.
pub const CONTENT: usize = 2_000;

/// How an answer is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// One to [`POSTS`] posts.
    Posts(Vec<String>),
    /// A post with how it begins, and all of it as a Markdown file.
    File {
        /// How it begins, as a post.
        opening: String,
        /// All of it.
        file: String,
    },
}

/// How `text`, which is safe already, is shown.
pub fn shape(text: &str) -> Shape {
    let parts = split(text, CONTENT);
    if parts.len() <= POSTS {
        return Shape::Posts(parts);
    }
    Shape::File {
        opening: preview(text, CONTENT),
        file: text.to_owned(),
    }
}

/// Splits `text` into parts of at most `max` UTF-16 units.
pub fn split(text: &str, max: usize) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut units = 0;
    for c in text.chars() {
        if units + c.len_utf16() > max {
            parts.push(String::new());
            units = 0;
        }
        units += c.len_utf16();
        if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts
}

/// The beginning of a text that may still be coming, in at most `max` UTF-16 units.
pub fn preview(text: &str, max: usize) -> String {
    split(text, max).into_iter().next().unwrap_or_default()
}
