//! Downloads what people attach: from allowed hosts only, within bounds of size and time.
//!
//! A link in a message is a stranger's word. Without the list of hosts the bot could be sent to
//! the host's own network; without the bounds it could be kept busy for ever.

use std::{fmt, time::Duration};

use futures_util::StreamExt as _;
use reqwest::{Client, StatusCode, redirect};
use slimy_roster::MAX_BYTES;
use slimy_words::{Words, say};
use url::Url;

/// Longest time to reach the host.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// Longest silence in the middle of a download.
const READ_TIMEOUT: Duration = Duration::from_secs(8);
/// Longest time for one download as a whole; the interaction's token lives 15 minutes.
const TOTAL_TIMEOUT: Duration = Duration::from_secs(20);

/// Discord's own hosts for attachments.
pub const DISCORD_HOSTS: [&str; 2] = ["cdn.discordapp.com", "media.discordapp.net"];

/// Why a download failed, in a sentence for the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FetchError {
    /// The link's host is not on the list.
    HostNotAllowed,
    /// More bytes than an image may have.
    TooLarge,
    /// The server said no, most often because the link is older than a day.
    Gone,
    /// The connection broke off before the end.
    BrokeOff,
    /// The download took too long.
    TooSlow,
}

impl FetchError {
    /// A stable name for the audit log.
    pub fn kind(self) -> &'static str {
        match self {
            Self::HostNotAllowed => "host_not_allowed",
            Self::TooLarge => "too_large",
            Self::Gone => "gone",
            Self::BrokeOff => "broke_off",
            Self::TooSlow => "too_slow",
        }
    }

    /// The sentence for the person; it goes on from the file's name.
    pub fn say(self, words: Words) -> String {
        match self {
            Self::HostNotAllowed => say!(words, "errors-fetch-host"),
            Self::TooLarge => say!(words, "errors-fetch-too-large"),
            Self::Gone => say!(words, "errors-fetch-gone"),
            Self::BrokeOff => say!(words, "errors-fetch-broke-off"),
            Self::TooSlow => say!(words, "errors-fetch-too-slow"),
        }
    }
}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Words::ENGLISH))
    }
}

impl std::error::Error for FetchError {}

/// The one way to download an attachment.
#[derive(Debug, Clone)]
pub struct Fetcher {
    client: Client,
    hosts: Vec<String>,
    plain_origin: Option<Url>,
}

impl Fetcher {
    /// A fetcher for `hosts` (`name` or `name:port`) over https. `plain_origin` is the origin of
    /// another API server from the settings; only there is http allowed, on that very port.
    pub fn new(client: Client, hosts: Vec<String>, plain_origin: Option<Url>) -> Self {
        Self {
            client,
            hosts,
            plain_origin,
        }
    }

    /// The program's one HTTP client: time limits on all, and no redirects, since a redirect
    /// could lead from an allowed host to one that is not.
    ///
    /// Without a proxy from the environment: it would resolve and reach the host in our place, and
    /// the list of hosts would say nothing about what is contacted.
    pub fn client() -> Result<Client, reqwest::Error> {
        Client::builder()
            .no_proxy()
            .connect_timeout(CONNECT_TIMEOUT)
            .read_timeout(READ_TIMEOUT)
            .redirect(redirect::Policy::none())
            .build()
    }

    /// The bytes behind `link`, at most [`MAX_BYTES`] of them.
    pub async fn fetch(&self, link: &str) -> Result<Vec<u8>, FetchError> {
        let url = self.allowed(link).ok_or(FetchError::HostNotAllowed)?;
        tokio::time::timeout(TOTAL_TIMEOUT, self.download(url))
            .await
            .unwrap_or(Err(FetchError::TooSlow))
    }

    async fn download(&self, url: Url) -> Result<Vec<u8>, FetchError> {
        let response = self
            .client
            .get(url)
            .send()
            .await
            .map_err(|error| fault(&error))?;
        match response.status() {
            StatusCode::OK => {}
            StatusCode::TOO_MANY_REQUESTS => return Err(FetchError::BrokeOff),
            status if status.is_server_error() => return Err(FetchError::BrokeOff),
            _ => return Err(FetchError::Gone),
        }
        let announced = response.content_length();
        if announced.is_some_and(|length| length > MAX_BYTES) {
            return Err(FetchError::TooLarge);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(announced.unwrap_or(0)).unwrap_or(0));
        let mut body = response.bytes_stream();
        while let Some(chunk) = body.next().await {
            let chunk = chunk.map_err(|error| fault(&error))?;
            if (bytes.len() + chunk.len()) as u64 > MAX_BYTES {
                return Err(FetchError::TooLarge);
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }

    /// The parsed link, when its scheme, host and port are allowed and it carries no credentials.
    fn allowed(&self, link: &str) -> Option<Url> {
        let url = Url::parse(link).ok()?;
        if !url.username().is_empty() || url.password().is_some() {
            return None;
        }
        let own = self
            .plain_origin
            .as_ref()
            .is_some_and(|plain| plain.origin() == url.origin());
        (own || url.scheme() == "https" && self.lists(&url)).then_some(url)
    }

    fn lists(&self, url: &Url) -> bool {
        let Some(host) = url.host_str() else {
            return false;
        };
        let named = match url.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        };
        self.hosts
            .iter()
            .any(|allowed| allowed.eq_ignore_ascii_case(&named))
    }
}

fn fault(error: &reqwest::Error) -> FetchError {
    if error.is_timeout() {
        FetchError::TooSlow
    } else {
        FetchError::BrokeOff
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fetcher() -> Fetcher {
        let origin = Url::parse("http://127.0.0.1:3000").unwrap();
        let hosts = DISCORD_HOSTS.map(str::to_owned).to_vec();
        Fetcher::new(Fetcher::client().unwrap(), hosts, Some(origin))
    }

    #[test]
    fn only_listed_hosts_over_https_are_allowed() {
        let fetcher = fetcher();
        for good in [
            "https://cdn.discordapp.com/attachments/1/2/a.png?ex=1",
            "https://MEDIA.discordapp.net/x",
            "http://127.0.0.1:3000/attachments/1/2/a.png",
        ] {
            assert!(fetcher.allowed(good).is_some(), "{good}");
        }
        for bad in [
            "http://cdn.discordapp.com/a.png",
            "https://cdn.discordapp.com.evil.example/a.png",
            "https://cdn.discordapp.com:8443/a.png",
            "https://cdn.discordapp.com@evil.example/a.png",
            "https://user@cdn.discordapp.com/a.png",
            "http://127.0.0.1:3001/a.png",
            "http://localhost:3000/a.png",
            "http://169.254.169.254/latest/meta-data",
            "file:///etc/passwd",
            "not a link",
        ] {
            assert!(fetcher.allowed(bad).is_none(), "{bad}");
        }
    }
}
