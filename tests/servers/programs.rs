//! Where a server's programs are.

use std::env;
use std::path::PathBuf;
use std::process::Command;

/// The file of this name in the first folder of PATH that has one.
pub(crate) fn find_on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// What the program says to `--version`; empty when it says nothing.
pub(crate) fn version_line(program: &mut Command) -> String {
    let output = program.arg("--version").output();
    output
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default()
}
