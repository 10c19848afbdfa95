//! One's own data and a server's, in the hands of those whose it is.

mod own;
mod scene;
mod server;
