//! Makes what a model or a person said fit to stand in Discord.

/// `text` as it may stand in a post.
pub fn shown(text: &str) -> String {
    text.replace('@', "@\u{200b}")
}
