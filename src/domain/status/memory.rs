//! How much memory this process takes.

/// Bytes in memory, as Linux counts them; none elsewhere.
pub(super) fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    parse(&status)
}

fn parse(status: &str) -> Option<u64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1_024)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn the_kernels_word_is_read() {
        assert_eq!(
            parse("VmHWM:\t  9 kB\nVmRSS:\t   88 kB\n"),
            Some(88 * 1_024)
        );
        assert_eq!(parse("VmHWM:\t  9 kB\n"), None);
    }
}
