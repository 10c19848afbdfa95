//! What a bot's process takes, as Linux counts it.

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result};

/// The time that its threads have spent on processors, those that ended included.
///
/// In steps of 10 ms: the kernel counts finer, but shows hundredths of a second (`USER_HZ`). A
/// round takes seconds, so a step is less than a hundredth of it.
pub(crate) fn computed(pid: u32) -> Result<Duration> {
    let stat = read(pid, "stat")?;
    ticks(&stat)
        .map(|ticks| Duration::from_millis(ticks * 10))
        .context("the process's stat is not as Linux writes it")
}

/// Its resident memory, in bytes.
pub(crate) fn resident(pid: u32) -> Result<u64> {
    let status = read(pid, "status")?;
    bytes_in(&status, "VmRSS:").context("the process's status has no VmRSS")
}

/// The most memory that was resident at once so far, in bytes.
pub(crate) fn peak(pid: u32) -> Result<u64> {
    let status = read(pid, "status")?;
    bytes_in(&status, "VmHWM:").context("the process's status has no VmHWM")
}

/// What ran on this machine on average in the last minute, as a number of processes.
pub(crate) fn load() -> Result<f64> {
    let averages = fs::read_to_string("/proc/loadavg").context("/proc/loadavg")?;
    let first = averages.split_whitespace().next();
    first
        .and_then(|first| first.parse().ok())
        .context("/proc/loadavg is not as Linux writes it")
}

fn read(pid: u32, file: &str) -> Result<String> {
    let path = format!("/proc/{pid}/{file}");
    fs::read_to_string(&path).with_context(|| format!("{path}: has the bot ended?"))
}

/// User and system time, the 14th and 15th field. The second is the program's name in brackets,
/// which may hold anything.
fn ticks(stat: &str) -> Option<u64> {
    let (_, fields) = stat.rsplit_once(')')?;
    let mut times = fields.split_whitespace().skip(11);
    let user: u64 = times.next()?.parse().ok()?;
    let system: u64 = times.next()?.parse().ok()?;
    Some(user + system)
}

fn bytes_in(status: &str, field: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix(field))?;
    let kib: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kib * 1_024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn processor_time_is_read_whatever_the_program_is_called() {
        let stat = "7 (a) b (c) S 1 7 7 0 -1 4194560 100 0 0 0 120 34 5 6 20 0 3 0 99 1 2";
        assert_eq!(ticks(stat), Some(154));
        assert_eq!(ticks("7 (cut off) S 1 7"), None);
    }

    #[test]
    fn memory_is_what_is_resident() {
        let status = "VmPeak:\t  900 kB\nVmHWM:\t  800 kB\nVmRSS:\t   25000 kB\n";
        assert_eq!(bytes_in(status, "VmRSS:"), Some(25_600_000));
        assert_eq!(bytes_in(status, "VmHWM:"), Some(819_200));
        assert_eq!(bytes_in("Name:\tslimy\n", "VmRSS:"), None);
    }

    #[test]
    fn this_very_process_can_be_measured() {
        let pid = std::process::id();
        assert!(resident(pid).unwrap() > 0);
        assert!(computed(pid).is_ok() && load().is_ok());
    }
}
