//! What a conversation is called until its owner gives it a name.

/// The most characters of a title.
pub const MOST: usize = 60;

/// The first words of a question: one line of at most [`MOST`] characters without Markdown, never
/// empty.
pub fn title(question: &str) -> String {
    question.chars().take(MOST).collect()
}
