//! What the charts promise.

mod boxes;
mod examples;
mod pixels;
mod sizes;
mod snapshots;
