//! An entry as a line of the journal: a checksum, and the entry as JSON, which has no line
//! breaks of its own. `0c8fe3a1 {"id":"…",…}`.

use crate::audit::NewAuditEntry;

/// Hexadecimal digits of the checksum.
const DIGITS: usize = 8;

/// The line with its end.
pub(super) fn encode(entry: &NewAuditEntry) -> serde_json::Result<Vec<u8>> {
    let json = serde_json::to_vec(entry)?;
    let mut line = format!("{:0DIGITS$x} ", crc32fast::hash(&json)).into_bytes();
    line.extend(json);
    line.push(b'\n');
    Ok(line)
}

/// The entry of a line; none where it is not as it was written.
pub(super) fn decode(line: &[u8]) -> Option<NewAuditEntry> {
    let line = line.strip_suffix(b"\n")?;
    let (sum, json) = line.split_at_checked(DIGITS)?;
    let sum = u32::from_str_radix(str::from_utf8(sum).ok()?, 16).ok()?;
    let json = json.strip_prefix(b" ")?;
    (crc32fast::hash(json) == sum)
        .then(|| serde_json::from_slice(json).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Json, Timestamp};

    fn entry() -> NewAuditEntry {
        let at = Timestamp::from_micros(1_730_887_200_123_456).unwrap();
        NewAuditEntry {
            user_id: Some("u".into()),
            details: Some(Json(serde_json::json!({ "text": "two\nlines 🐌" }))),
            ..NewAuditEntry::new("a.b", "t", "\u{202e}x\r\n", at)
        }
    }

    #[test]
    fn an_entry_is_one_line_and_comes_back_as_it_was() {
        let entry = entry();
        let line = encode(&entry).unwrap();
        assert_eq!(line.split(|byte| *byte == b'\n').count(), 2);
        assert_eq!(decode(&line), Some(entry));
    }

    #[test]
    fn a_line_that_was_cut_or_changed_anywhere_is_none() {
        let line = encode(&entry()).unwrap();
        for end in 0..line.len() {
            assert_eq!(decode(&line[..end]), None, "{end}");
        }
        for at in 0..line.len() {
            let mut changed = line.clone();
            changed[at] ^= 1;
            assert_eq!(decode(&changed), None, "{at}");
        }
    }
}
