//! `/conversations`: what a person keeps, and that nobody else comes near it.

mod mine;
mod scene;
mod theirs;
