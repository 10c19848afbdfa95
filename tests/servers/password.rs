//! A server's password, new at each start of the tests.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use anyhow::{Context, Result};
use tempfile::NamedTempFile;

use crate::account::Account;

/// As many as nobody guesses.
const RANDOM_BYTES: usize = 16;

/// Lower-case hexadecimal digits, so that it stands in a URL as it is. Has no `Debug`, to be shown nowhere.
pub(crate) struct Password(String);

impl Password {
    /// A new one from the system's generator.
    pub(crate) fn random() -> Result<Self> {
        let bytes: [u8; RANDOM_BYTES] = random_bytes()?;
        let mut digits = String::with_capacity(2 * RANDOM_BYTES);
        for byte in bytes {
            // Writing to a String cannot fail.
            let _ = write!(digits, "{byte:02x}");
        }
        Ok(Self(digits))
    }

    /// What it is.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }

    /// A file that only `account` can read (the user of this process, when there is none); gone once dropped.
    pub(crate) fn write_to(
        &self,
        directory: &Path,
        account: Option<&Account>,
    ) -> Result<NamedTempFile> {
        let mut file = NamedTempFile::new_in(directory)?;
        file.write_all(self.0.as_bytes())?;
        if let Some(account) = account {
            account.own(file.path())?;
        }
        Ok(file)
    }
}

/// As many random bytes as are asked for, from the system's generator.
pub(crate) fn random_bytes<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    File::open("/dev/urandom")
        .and_then(|mut generator| generator.read_exact(&mut bytes))
        .context("/dev/urandom gave no random bytes")?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn every_run_has_a_password_of_its_own_that_a_url_takes_as_it_is() {
        let (one, other) = (Password::random().unwrap(), Password::random().unwrap());
        assert_eq!(one.reveal().len(), 2 * RANDOM_BYTES);
        assert!(one.reveal().bytes().all(|byte| byte.is_ascii_hexdigit()));
        assert!(one.reveal() != other.reveal());
    }

    #[test]
    fn the_password_file_is_its_owners_alone_and_goes_away() {
        let directory = tempfile::tempdir().unwrap();
        let password = Password::random().unwrap();
        let file = password.write_to(directory.path(), None).unwrap();
        assert_eq!(
            fs::metadata(file.path()).unwrap().permissions().mode() & 0o777,
            0o600
        );
        assert_eq!(fs::read_to_string(file.path()).unwrap(), password.reveal());
        drop(file);
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0);
    }
}
