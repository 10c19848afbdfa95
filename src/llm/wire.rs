//! What comes back: read within bounds, and told without the key.

use reqwest::Response;

/// A shorter key is a word like "none", which servers of one's own are content with; a shorter part
/// of one gives nothing away.
const SHORTEST_KEY: usize = 8;
/// Stands for the key.
const HIDDEN: &str = "[key]";

/// The whole body; none when it is longer than `most` bytes or breaks off.
pub(crate) async fn body_of(mut response: Response, most: usize) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.ok()? {
        if body.len() + chunk.len() > most {
            return None;
        }
        body.extend_from_slice(&chunk);
    }
    Some(body)
}

/// `text` without the key, nor the beginning of it where the text was cut off in its middle.
pub(crate) fn without(key: &str, text: &str) -> String {
    if key.len() < SHORTEST_KEY {
        return text.to_owned();
    }
    let hidden = text.replace(key, HIDDEN);
    let beginnings = (SHORTEST_KEY..key.len()).rev();
    let cut = beginnings
        .filter_map(|length| key.get(..length))
        .find_map(|beginning| hidden.strip_suffix(beginning));
    match cut {
        Some(before) => format!("{before}{HIDDEN}"),
        None => hidden,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_a_key_nor_its_beginning_is_told() {
        let key = "sk-0123456789";
        assert_eq!(without(key, "no sk-0123456789 here"), "no [key] here");
        assert_eq!(without(key, "cut: sk-0123456"), "cut: [key]");
        assert_eq!(without(key, "sk-0123456789, sk-01234567"), "[key], [key]");
        assert_eq!(without(key, "it ends in sk-"), "it ends in sk-");
        assert_eq!(without("none", "none of them"), "none of them");
        assert_eq!(without("", "empty"), "empty");
    }
}
