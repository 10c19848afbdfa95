//! A port for a server that is stopped and started again on it.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result};

use crate::password::random_bytes;

/// Below are the ports of well-known servers.
const FIRST: u16 = 10_000;

/// What Linux uses when it does not say.
const USUAL_EPHEMERAL: u16 = 32_768;

const TRIES: usize = 100;

/// A free one that the system gives to no outgoing connection. While its server is
/// stopped, another connection could otherwise take it, even a client's own that tries
/// to reach it: to itself.
pub(crate) fn free() -> Result<u16> {
    let end = first_ephemeral();
    for _ in 0..TRIES {
        let random = u16::from_le_bytes(random_bytes()?);
        let port = FIRST + random % end.saturating_sub(FIRST).max(1);
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Ok(port);
        }
    }
    // Where outgoing connections may take any port, one of theirs must do.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free loopback port")?;
    Ok(listener.local_addr()?.port())
}

fn first_ephemeral() -> u16 {
    let range = fs::read_to_string("/proc/sys/net/ipv4/ip_local_port_range").ok();
    let first = range
        .as_deref()
        .and_then(|range| range.split_whitespace().next()?.parse().ok());
    first.unwrap_or(USUAL_EPHEMERAL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_free_port_is_one_that_no_outgoing_connection_gets() {
        let port = free().unwrap();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).unwrap();
        assert_eq!(listener.local_addr().unwrap().port(), port);
        assert!(first_ephemeral() <= FIRST || port < first_ephemeral());
    }
}
