//! The private servers through their public door: each test starts its own.

mod browser;
mod parent;
mod postgres;
mod redis;
