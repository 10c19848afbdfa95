//! What goes wrong on request: a test plans it, the next matching request gets it, once.

use std::collections::HashMap;
use std::time::Duration;

/// Between two IDENTIFYs of shards in the same bucket.
const IDENTIFY_PAUSE: Duration = Duration::from_secs(5);
/// How many sessions may be started in a day, over all shards.
pub(crate) const MOST_STARTS: u64 = 1_000;
const DAY: Duration = Duration::from_hours(24);

/// How a planned request fails.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Failure {
    /// A server error with this status.
    Status(u16),
    /// A rate limit that asks to wait.
    RateLimit(Duration),
    /// No answer, ever; nothing was done.
    Swallowed,
    /// No answer, ever, though it was done.
    AnswerLost,
}

/// What the gateway does wrong, or stricter than by default, on request.
#[derive(Debug)]
pub(crate) struct GatewayFaults {
    /// So many heartbeats to come get no ACK.
    pub(crate) missed_acks: u32,
    /// The next event of this name comes twice.
    pub(crate) repeated: Option<String>,
    /// What HELLO asks for.
    pub(crate) heartbeat_interval: Duration,
    /// When set, so many shards may identify in five seconds.
    pub(crate) max_concurrency: Option<u64>,
    /// When a bucket of shards identified last.
    pub(crate) identified: HashMap<u64, Duration>,
    /// How many sessions were started.
    pub(crate) starts: u64,
    /// When the day began that is counted, and how many were started in it.
    today: (Duration, u64),
    /// How many were resumed.
    pub(crate) resumes: u64,
    /// How many heartbeats came.
    pub(crate) heartbeats: u64,
}

impl Default for GatewayFaults {
    fn default() -> Self {
        Self {
            missed_acks: 0,
            repeated: None,
            // What Discord tells clients today.
            heartbeat_interval: Duration::from_millis(41_250),
            max_concurrency: None,
            identified: HashMap::new(),
            starts: 0,
            today: (Duration::ZERO, 0),
            resumes: 0,
            heartbeats: 0,
        }
    }
}

impl GatewayFaults {
    /// Notes an IDENTIFY; false when its bucket had one less than five seconds ago.
    pub(crate) fn may_identify(&mut self, now: Duration, shard: u64) -> bool {
        if let Some(concurrency) = self.max_concurrency {
            let bucket = shard % concurrency.max(1);
            let last = self.identified.get(&bucket);
            if last.is_some_and(|last| now < *last + IDENTIFY_PAUSE) {
                return false;
            }
            self.identified.insert(bucket, now);
        }
        true
    }

    /// Counts a session that begins; false when it is one too many in a day.
    pub(crate) fn start(&mut self, now: Duration) -> bool {
        self.starts += 1;
        let (began, count) = self.today;
        self.today = if now >= began + DAY {
            (now, 1)
        } else {
            (began, count + 1)
        };
        self.today.1 <= MOST_STARTS
    }

    /// How many more may be started, and how long until the day is over.
    pub(crate) fn starts_left(&self, now: Duration) -> (u64, Duration) {
        let (began, count) = self.today;
        let end = began + DAY;
        match end.checked_sub(now) {
            Some(rest) if !rest.is_zero() => (MOST_STARTS.saturating_sub(count), rest),
            _ => (MOST_STARTS, DAY),
        }
    }
}

/// One failure to come.
#[derive(Clone, Debug)]
pub(crate) struct PlannedFault {
    pub(crate) method: String,
    pub(crate) path_part: String,
    pub(crate) failure: Failure,
}

impl PlannedFault {
    pub(crate) fn matches(&self, method: &str, path: &str) -> bool {
        self.method == method && path.contains(&self.path_part)
    }
}
