//! Keeps the memory that screenshots took from staying with the process.
//!
//! glibc raises its threshold for giving large blocks back with each one that is freed, and keeps
//! a heap for each thread: after some analyses the bot would hold 200 MB. With these two settings
//! it peaks below 150 MB and comes back to about 85 MB (`cargo bench --bench main_job`). glibc
//! reads them when a process starts, and setting them later takes unsafe code, so the program
//! starts itself once more, in its own place.

use std::{env, os::unix::process::CommandExt as _, process::Command};

/// From 1 MiB on a block is mapped by itself and given back when it is freed: files and pixels.
const THRESHOLD: (&str, &str) = ("MALLOC_MMAP_THRESHOLD_", "1048576");
/// Two heaps are enough for the few threads that allocate much.
const HEAPS: (&str, &str) = ("MALLOC_ARENA_MAX", "2");

/// Starts the program anew with the settings, unless whoever started it has set one of them
/// (which is also how it knows that it was started anew). Where it cannot, it goes on as it is.
pub(crate) fn settle() {
    let is_set = |(name, _): (&str, &str)| env::var_os(name).is_some();
    if !cfg!(target_env = "gnu") || is_set(THRESHOLD) || is_set(HEAPS) {
        return;
    }
    if let Ok(program) = env::current_exe() {
        // Only returns when it failed, and then nothing has changed.
        let _ = Command::new(program)
            .args(env::args_os().skip(1))
            .envs([THRESHOLD, HEAPS])
            .exec();
    }
}
