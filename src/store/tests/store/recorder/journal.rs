//! What is found in the directory of a journal.

use std::fs::{self, OpenOptions, Permissions};
use std::io::Write as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};

use slimy_store::testing::TestDb;
use slimy_store::{Recorder, on_both_engines};
use tempfile::TempDir;

use super::{entries, files, recorder, written};

/// A journal of one file with entries, as a process leaves it that ends while the database is
/// away.
async fn left_behind(test: &TestDb, number: i64) -> (TempDir, PathBuf) {
    let home = TempDir::new().unwrap();
    let gone = test.open_again().await;
    gone.close().await;
    let recorder = Recorder::start(gone, home.path()).unwrap();
    recorder.write(&entries(number)).await.unwrap();
    recorder.close().await;
    // What the first batch did not carry is in a second file.
    let written = files(home.path());
    let lines: Vec<u8> = written
        .iter()
        .flat_map(|file| fs::read(file).unwrap())
        .collect();
    for file in &written {
        fs::remove_file(file).unwrap();
    }
    let file = written[0].clone();
    fs::write(&file, lines).unwrap();
    (home, file)
}

/// Lets a new process replay it.
async fn replay(test: &TestDb, home: &Path) {
    let recorder = Recorder::start(test.db.clone(), home).unwrap();
    let is_left = |file: &PathBuf| file.extension().is_some_and(|suffix| suffix == "journal");
    while files(home).iter().any(is_left) {
        tokio::task::yield_now().await;
    }
    recorder.close().await;
}

on_both_engines! {
    async fn a_journal_that_is_replayed_twice_adds_nothing(test: TestDb) {
        let (home, file) = left_behind(&test, 300).await;
        let copy = fs::read(&file).unwrap();
        replay(&test, home.path()).await;
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, copy).unwrap();
        replay(&test, home.path()).await;
        assert_eq!(written(&test).await, (300, 300));
    }

    async fn a_last_line_that_broke_off_was_never_confirmed(test: TestDb) {
        let (home, file) = left_behind(&test, 3).await;
        let mut text = fs::read(&file).unwrap();
        text.truncate(text.len() - 5);
        fs::write(&file, text).unwrap();
        replay(&test, home.path()).await;
        assert_eq!(written(&test).await, (2, 2));
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
    }

    async fn a_file_with_a_line_that_cannot_be_read_is_kept_for_a_person(test: TestDb) {
        let (home, file) = left_behind(&test, 3).await;
        let text = fs::read_to_string(&file).unwrap().replacen("\"a.b\"", "\"a.c\"", 1);
        fs::write(&file, &text).unwrap();
        replay(&test, home.path()).await;
        assert_eq!(written(&test).await, (2, 2));
        let kept = file.with_extension("aside");
        assert_eq!(files(home.path()), std::slice::from_ref(&kept));
        assert_eq!(fs::read_to_string(kept).unwrap(), text);
    }

    async fn a_file_with_an_entry_that_the_database_refuses_is_kept_for_a_person(test: TestDb) {
        let (home, file) = left_behind(&test, 100).await;
        super::forbid_resource(&test).await;
        replay(&test, home.path()).await;
        assert_eq!(written(&test).await, (99, 99));
        assert_eq!(files(home.path()), [file.with_extension("aside")]);
    }

    async fn the_file_of_a_process_that_lives_is_left_to_it(test: TestDb) {
        let (home, file) = left_behind(&test, 3).await;
        let theirs = OpenOptions::new().append(true).open(&file).unwrap();
        theirs.lock().unwrap();
        let ours = Recorder::start(test.db.clone(), home.path()).unwrap();
        ours.write(&entries(4).split_off(3)).await.unwrap();
        ours.close().await;
        assert_eq!(files(home.path()), [file]);
        assert_eq!(written(&test).await, (1, 1));
        drop(theirs);
        replay(&test, home.path()).await;
        assert_eq!(written(&test).await, (4, 4));
    }

    async fn the_journal_of_another_database_is_left_alone(test: TestDb) {
        let (home, file) = left_behind(&test, 3).await;
        let other = slimy_store::testing::sqlite().await;
        let recorder = Recorder::start(other.db.clone(), home.path()).unwrap();
        recorder.write(&entries(1)).await.unwrap();
        recorder.close().await;
        assert!(file.exists());
        assert_eq!(written(&other).await, (1, 1));
    }

    async fn a_link_among_the_journals_is_left_alone_and_nobody_else_may_write_there(test: TestDb) {
        let (home, file) = left_behind(&test, 3).await;
        let place = file.parent().unwrap();
        let elsewhere = home.path().join("elsewhere");
        fs::rename(&file, &elsewhere).unwrap();
        symlink(&elsewhere, &file).unwrap();
        fs::set_permissions(place, Permissions::from_mode(0o777)).unwrap();

        let recorder = Recorder::start(test.db.clone(), home.path()).unwrap();
        recorder.write(&entries(4).split_off(3)).await.unwrap();
        recorder.close().await;
        assert_eq!(written(&test).await, (1, 1));
        assert!(elsewhere.exists() && file.is_symlink());
        assert_eq!(fs::metadata(place).unwrap().permissions().mode() & 0o777, 0o700);

        let linked = TempDir::new().unwrap();
        symlink(place, linked.path().join(place.file_name().unwrap())).unwrap();
        assert!(Recorder::start(test.db.clone(), linked.path()).is_err());
    }

    async fn a_file_that_was_never_written_is_removed(test: TestDb) {
        let (recorder, home) = recorder(&test);
        recorder.close().await;
        let (other, file) = left_behind(&test, 1).await;
        let place = home.path().join(file.parent().unwrap().file_name().unwrap());
        fs::create_dir(&place).unwrap();
        OpenOptions::new().create_new(true).write(true).open(place.join("a.journal")).unwrap()
            .write_all(b"").unwrap();
        replay(&test, home.path()).await;
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
        drop(other);
    }
}
