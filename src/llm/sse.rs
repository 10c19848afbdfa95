//! Server-sent events, as far as chat completions use them: `data:` lines, an empty line ends an
//! event, comments and other fields are passed over (WHATWG, HTML, section 9.2.6).

/// An event longer than this is no part of an answer.
const MAX_EVENT: usize = 4 * 1024 * 1024;

/// A stream longer than this is no answer, whatever its events and comments say: the longest ones,
/// with all that a model thinks aloud and some 300 bytes around each word, are a third of it.
const MAX_STREAM: usize = 64 * 1024 * 1024;

/// More in one event, or in all, than anybody sends.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TooLong;

/// Takes bytes as they come and gives the events' data.
#[derive(Debug, Default)]
pub(crate) struct Events {
    line: Vec<u8>,
    data: Vec<u8>,
    has_data: bool,
    ends_with_return: bool,
    /// Bytes so far.
    came: usize,
}

impl Events {
    /// Takes the next bytes and gives the data of each event that they end.
    pub(crate) fn push(&mut self, bytes: &[u8]) -> Result<Vec<Vec<u8>>, TooLong> {
        self.came = self.came.saturating_add(bytes.len());
        if self.came > MAX_STREAM {
            return Err(TooLong);
        }
        let mut events = Vec::new();
        for &byte in bytes {
            let after_return = std::mem::replace(&mut self.ends_with_return, byte == b'\r');
            match byte {
                // The second half of a line's end.
                b'\n' if after_return => {}
                b'\n' | b'\r' => events.extend(self.end_line()),
                other => self.line.push(other),
            }
            if self.line.len() + self.data.len() > MAX_EVENT {
                return Err(TooLong);
            }
        }
        Ok(events)
    }

    fn end_line(&mut self) -> Option<Vec<u8>> {
        let line = std::mem::take(&mut self.line);
        if line.is_empty() {
            let data = std::mem::take(&mut self.data);
            return std::mem::take(&mut self.has_data).then_some(data);
        }
        if let Some(data) = line.strip_prefix(b"data:") {
            if self.has_data {
                self.data.push(b'\n');
            }
            self.data
                .extend_from_slice(data.strip_prefix(b" ").unwrap_or(data));
            self.has_data = true;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn all(bytes: &[u8]) -> Vec<String> {
        let events = Events::default().push(bytes).unwrap();
        events
            .into_iter()
            .map(|data| String::from_utf8(data).unwrap())
            .collect()
    }

    #[test]
    fn comments_and_other_fields_are_passed_over() {
        let text = b": thinking\n\nevent: x\nid: 1\ndata: {\"a\":1}\n\ndata:[DONE]\n\n";
        assert_eq!(all(text), ["{\"a\":1}", "[DONE]"]);
    }

    #[test]
    fn lines_of_one_event_are_joined_and_each_kind_of_line_end_counts() {
        assert_eq!(
            all(b"data: a\r\ndata: b\r\n\r\ndata: c\r\rdata: d\n\n"),
            ["a\nb", "c", "d"]
        );
    }

    #[test]
    fn an_event_without_an_end_is_none() {
        assert!(all(b"data: a\n").is_empty());
    }

    #[test]
    fn an_endless_line_is_refused() {
        assert_eq!(
            Events::default().push(&vec![b'x'; MAX_EVENT + 1]),
            Err(TooLong)
        );
    }

    #[test]
    fn a_stream_that_only_says_that_it_goes_on_ends() {
        let mut events = Events {
            came: MAX_STREAM - 6,
            ..Events::default()
        };
        assert_eq!(events.push(b": on\n\n"), Ok(Vec::new()));
        assert_eq!(events.push(b":"), Err(TooLong));
    }

    proptest! {
        #[test]
        fn it_makes_no_difference_how_the_bytes_are_cut(
            data in prop::collection::vec("[a-zé{}\" ]{0,12}", 0..6),
            ends in prop::sample::select(vec!["\n", "\r\n", "\r"]),
            cuts in prop::collection::vec(1usize..7, 0..40),
        ) {
            let text: String = data.iter().flat_map(|one| ["data: ", one, ends, ends]).collect();
            let mut events = Events::default();
            let (mut found, mut rest) = (Vec::new(), text.as_bytes());
            for cut in cuts {
                let (now, later) = rest.split_at(cut.min(rest.len()));
                found.extend(events.push(now).unwrap());
                rest = later;
            }
            found.extend(events.push(rest).unwrap());
            let wanted: Vec<Vec<u8>> = data.iter().map(|one| one.clone().into_bytes()).collect();
            prop_assert_eq!(found, wanted);
        }
    }
}
