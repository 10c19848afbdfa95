//! Counts what a text is to a model.

use bpe_openai::Tokenizer;

/// The tokens of an image, at most: what GPT-4o takes for one at high detail, which it shrinks to
/// 2,048 by 768 pixels: 85 and 170 for each of eight tiles. OpenAI's guide "Images and vision",
/// "Calculating costs". Other models take fewer or more; what a call really took is settled.
pub const IMAGE: usize = 85 + 8 * 170;

/// The tokens that go with each message, and with each request: OpenAI's cookbook, "How to count
/// tokens with tiktoken".
pub const PER_MESSAGE: usize = 3;
/// See [`PER_MESSAGE`].
pub const PER_REQUEST: usize = 3;

/// Counts tokens as GPT-4 does (`cl100k_base`). What newer models count is about a tenth less, more
/// so where no Latin letters are written, so that a context errs on the side that fits. Their own
/// `o200k_base` takes 68 MB of memory in place of 33 MB, half of each being the dictionary in the
/// program's file (bpe-openai 0.3.2).
#[derive(Debug, Clone, Copy, Default)]
pub struct Counter(());

impl Counter {
    /// Loads what is counted with, once for the program, off the async threads. Whoever counts
    /// before pays for it there.
    pub async fn ready() -> Self {
        let loaded = tokio::task::spawn_blocking(|| {
            tokenizer();
        });
        if loaded.await.is_err() {
            tracing::warn!("the token counter was not loaded in time: it loads when it is used");
        }
        Self(())
    }

    /// The tokens of `text`.
    pub fn count(self, text: &str) -> usize {
        tokenizer().count(text)
    }

    /// The beginning of `text` that has at most `max` tokens.
    pub fn cut(self, text: &str, max: usize) -> &str {
        let tokenizer = tokenizer();
        let mut left = max;
        let mut end = 0;
        for piece in tokenizer.split(text) {
            let tokens = tokenizer.bpe.count(piece.as_bytes());
            if tokens > left {
                break;
            }
            left -= tokens;
            end += piece.len();
        }
        &text[..end]
    }
}

fn tokenizer() -> &'static Tokenizer {
    bpe_openai::cl100k_base()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn tokens_are_those_of_the_model_s_own_tokeniser() {
        let counter = Counter::ready().await;
        // OpenAI's cookbook, "How to count tokens with tiktoken".
        assert_eq!(counter.count("tiktoken is great!"), 6);
        assert_eq!(counter.count("antidisestablishmentarianism"), 6);
        assert_eq!(counter.count("お誕生日おめでとう"), 9);
        assert_eq!(counter.count(""), 0);
    }

    #[test]
    fn a_text_is_cut_to_its_first_tokens() {
        let counter = Counter::default();
        let text = "one two 三 four five 👩‍👩‍👧 six";
        for max in 0..40 {
            let kept = counter.cut(text, max);
            assert!(text.starts_with(kept) && counter.count(kept) <= max);
        }
        assert_eq!(counter.cut(text, 40), text);
        assert_eq!(counter.cut("one two three", 2), "one two");
    }
}
