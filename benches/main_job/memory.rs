//! What the program keeps in memory, as Linux counts it.

use std::fs;

/// Resident memory of a process, in KiB.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Resident {
    /// At this moment.
    pub(crate) now: u32,
    /// The most since it started.
    pub(crate) peak: u32,
}

/// Looks at a running process.
pub(crate) fn resident(pid: u32) -> Resident {
    let path = format!("/proc/{pid}/status");
    let status = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    Resident {
        now: kib(&status, "VmRSS:"),
        peak: kib(&status, "VmHWM:"),
    }
}

fn kib(status: &str, name: &str) -> u32 {
    let value = status.lines().find_map(|line| line.strip_prefix(name));
    let number = value.and_then(|value| value.trim().strip_suffix(" kB"));
    number
        .and_then(|number| number.parse().ok())
        .unwrap_or_else(|| panic!("the process's status has no {name}"))
}
