//! Which database it is, among all that a host may have.

use std::path::{Path, PathBuf};

use super::{Db, Pools, Target};

impl Db {
    /// A short name for files that belong to this database, as `postgres-1c291ca3`. Each program
    /// that opens the same database gives it the same name; its password has no part in it.
    pub(crate) fn place(&self) -> String {
        let (engine, place) = match (self.pools(), self.target()) {
            (Pools::Sqlite { writer, .. }, _) => {
                let options = writer.connect_options();
                let file = full(options.get_filename());
                ("sqlite", file.to_string_lossy().into_owned())
            }
            (Pools::Postgres(_), Target::Postgres(server)) => {
                let socket = server.get_socket().map(|path| path.display().to_string());
                let host = socket.unwrap_or_else(|| server.get_host().to_owned());
                let database = server.get_database().unwrap_or(server.get_username());
                (
                    "postgres",
                    format!("{host}:{}/{database}", server.get_port()),
                )
            }
            (Pools::Postgres(_), Target::Sqlite) => ("postgres", String::new()),
        };
        format!("{engine}-{:08x}", crc32fast::hash(place.as_bytes()))
    }
}

/// The path from the root, so that it does not depend on where the program was started.
fn full(file: &Path) -> PathBuf {
    file.canonicalize().unwrap_or_else(|_| file.to_owned())
}
