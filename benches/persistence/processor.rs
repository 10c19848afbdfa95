//! What this process takes of the processors, as Linux counts it.

use std::{fs, time::Duration};

/// The time that all threads of this process have spent on processors since it started.
pub(crate) fn used() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").expect("Linux shows it");
    // The second field is the program's name in brackets, which may hold anything; user and system
    // time are the 14th and 15th.
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    let times = fields.split_whitespace().skip(11).take(2);
    let ticks: u64 = times.filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    // The kernel shows hundredths of a second to programs (USER_HZ), whatever it counts in.
    Duration::from_millis(ticks * 10)
}
