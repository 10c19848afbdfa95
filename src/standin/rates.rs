//! Rate limits: so many requests to a route in a window, and fifty a second over all routes. The
//! numbers of the routes are this crate's own; bots must read them from the headers.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

/// Requests a second of one bot, interactions left out.
const GLOBAL: (u32, Duration) = (50, Duration::from_secs(1));
/// Answers of 401, 403 and 429 that one address gets before it is shut out.
const INVALID: (u32, Duration) = (10_000, Duration::from_mins(10));
/// Windows that are over are forgotten when so many are there.
const MANY: usize = 1_000;
/// The longest window of any route.
const LONGEST: Duration = Duration::from_secs(5);

/// What was asked for so far.
#[derive(Debug, Default)]
pub(crate) struct Rates {
    routes: HashMap<Route, Window>,
    /// How many there may be before those that are over are looked for again.
    most: usize,
    global: Window,
    invalid: Window,
}

/// Requests of one bucket: the route's shape, and the channel, guild or interaction it is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Route {
    shape: String,
    about: String,
}

#[derive(Clone, Copy, Debug, Default)]
struct Window {
    began: Duration,
    used: u32,
}

/// What the headers say about a request.
#[derive(Clone, Debug)]
pub(crate) struct Verdict {
    pub(crate) bucket: String,
    pub(crate) limit: u32,
    pub(crate) remaining: u32,
    pub(crate) reset_after: Duration,
}

/// A request too many.
#[derive(Clone, Debug)]
pub(crate) enum Refusal {
    Route(Verdict),
    Global(Duration),
}

impl Rates {
    /// Whether too many requests were wrong lately: nothing is answered any more.
    pub(crate) fn is_shut_out(&mut self, now: Duration) -> bool {
        self.invalid.is_full(now, INVALID)
    }

    /// Counts an answer that should not have been needed.
    pub(crate) fn count_status(&mut self, now: Duration, status: u16) {
        if matches!(status, 401 | 403 | 429) && !self.invalid.is_full(now, INVALID) {
            self.invalid.used += 1;
        }
    }

    /// Counts a request; none for first answers to interactions, which have no limit.
    pub(crate) fn count(
        &mut self,
        now: Duration,
        method: &str,
        path: &str,
    ) -> Result<Option<Verdict>, Refusal> {
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        if parts.first() == Some(&"interactions") {
            return Ok(None);
        }
        let is_of_interaction = parts.first() == Some(&"webhooks");
        if !is_of_interaction && self.global.is_full(now, GLOBAL) {
            return Err(Refusal::Global(self.global.left(now, GLOBAL.1)));
        }
        let route = Route::of(method, &parts);
        let rule = rule(&route.shape);
        if self.routes.len() > self.most.max(MANY) {
            self.routes.retain(|_, window| now < window.began + LONGEST);
            self.most = self.routes.len() * 2;
        }
        let bucket = route.bucket();
        let window = self.routes.entry(route).or_default();
        let is_full = window.is_full(now, rule);
        if !is_full {
            window.used += 1;
        }
        let verdict = Verdict {
            bucket,
            limit: rule.0,
            remaining: rule.0 - window.used,
            reset_after: window.left(now, rule.1),
        };
        if is_full {
            return Err(Refusal::Route(verdict));
        }
        if !is_of_interaction {
            self.global.used += 1;
        }
        Ok(Some(verdict))
    }
}

impl Window {
    /// Begins anew when its time is over.
    fn is_full(&mut self, now: Duration, (limit, length): (u32, Duration)) -> bool {
        if self.used == 0 || now >= self.began + length {
            *self = Self {
                began: now,
                used: 0,
            };
        }
        self.used >= limit
    }

    fn left(&self, now: Duration, length: Duration) -> Duration {
        (self.began + length).saturating_sub(now)
    }
}

impl Route {
    fn of(method: &str, parts: &[&str]) -> Self {
        let major = match parts.first() {
            Some(&("channels" | "guilds")) => 2,
            Some(&"webhooks") => 3,
            _ => 1,
        };
        let major = major.min(parts.len());
        let is_id = |part: &str| part == "@original" || part.bytes().all(|b| b.is_ascii_digit());
        let rest = parts[major..].iter();
        let rest = rest.map(|part| if is_id(part) { "{id}" } else { part });
        let rest: Vec<_> = parts.first().copied().into_iter().chain(rest).collect();
        Self {
            shape: format!("{method} {}", rest.join("/")),
            about: parts[..major].join("/"),
        }
    }

    /// The same for all channels, as Discord names its buckets.
    fn bucket(&self) -> String {
        let mut hasher = DefaultHasher::new();
        self.shape.hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }
}

/// How often, in how long.
fn rule(shape: &str) -> (u32, Duration) {
    match shape {
        "POST channels/messages" | "PATCH channels/messages/{id}" | "POST channels/typing" => {
            (5, LONGEST)
        }
        _ if shape.contains(" webhooks") => (5, Duration::from_secs(2)),
        _ => (50, Duration::from_secs(1)),
    }
}
