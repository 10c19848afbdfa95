//! What the program takes of memory and processors, as Linux counts it.

use std::{fs, time::Duration};

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
    let status = read(pid, "status");
    Resident {
        now: kib(&status, "VmRSS:"),
        peak: kib(&status, "VmHWM:"),
    }
}

/// The time that its threads have spent on processors. Unlike the time that people wait, it hardly
/// depends on what else the machine does.
pub(crate) fn computed(pid: u32) -> Duration {
    let stat = read(pid, "stat");
    // The second field is the program's name in brackets, which may hold anything; user and system
    // time are the 14th and 15th.
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    let times = fields.split_whitespace().skip(11).take(2);
    let ticks: u64 = times.filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    // The kernel shows hundredths of a second to programs (USER_HZ), whatever it counts in.
    Duration::from_millis(ticks * 10)
}

fn read(pid: u32, file: &str) -> String {
    let path = format!("/proc/{pid}/{file}");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn kib(status: &str, name: &str) -> u32 {
    let value = status.lines().find_map(|line| line.strip_prefix(name));
    let number = value.and_then(|value| value.trim().strip_suffix(" kB"));
    number
        .and_then(|number| number.parse().ok())
        .unwrap_or_else(|| panic!("the process's status has no {name}"))
}
