//! Has the crate built again when a migration changes: without this line a new
//! migration is silently not embedded.

fn main() {
    println!("cargo::rerun-if-changed=../../migrations");
}
