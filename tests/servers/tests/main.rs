//! The private servers through their public door: each test starts its own.

mod parent;
mod postgres;
mod redis;
