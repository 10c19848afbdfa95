//! Keeping on both engines: what is one's own, and what becomes of it.

mod exporting;
mod looking_after;
mod reading;
mod room;

use super::{
    Fault,
    export::file_name,
    rename::{MAX_TITLE, checked},
    search::{self, MAX_TERM},
};
use crate::UserError;

#[test]
fn a_title_is_one_line_without_what_cannot_be_seen() {
    assert_eq!(
        checked("  Snails\n and\tslugs "),
        Ok("Snails and slugs".to_owned())
    );
    assert_eq!(checked("a\u{202e}b\u{200b}c\0"), Ok("abc".to_owned()));
    assert_eq!(checked("👩‍👩‍👧 a"), Ok("👩‍👩‍👧 a".to_owned()));
    for empty in ["", "  ", "\u{200b}", "---"] {
        assert_eq!(checked(empty), Err(UserError::TitleEmpty), "{empty:?}");
    }
    let long = "é".repeat(MAX_TITLE + 1);
    let too_long = Err(UserError::TitleTooLong { max: MAX_TITLE });
    assert_eq!(checked(&long), too_long);
    assert!(checked(&long[2..]).is_ok());
}

#[test]
fn a_term_is_neither_nothing_nor_longer_than_the_search_takes() {
    assert_eq!(search::checked(" % "), Ok("%"));
    assert_eq!(search::checked(" \n"), Err(Fault::EmptySearch));
    let long = "é".repeat(MAX_TERM + 1);
    assert_eq!(
        search::checked(&long),
        Err(Fault::LongSearch { max: MAX_TERM })
    );
    assert!(search::checked(&long[2..]).is_ok());
}

#[test]
fn a_file_is_named_after_the_title_and_numbered_where_there_are_several() {
    let name = file_name;
    assert_eq!(name(Some("How to *win*?"), 1, false), "how-to-win");
    assert_eq!(name(Some("How to *win*?"), 1, true), "how-to-win-1");
    assert_eq!(name(Some("../../Etc"), 2, false), "etc-2");
    assert_eq!(name(Some("Schnecken für Ünü"), 1, false), "schnecken-f-r-n");
    assert_eq!(name(Some("カタツムリ"), 1, false), "conversation");
    assert_eq!(name(None, 1, false), "conversation");
    let words = "word ".repeat(20);
    assert!(name(Some(&words), 12, true).len() < 70);
    let word = "x".repeat(100);
    assert_eq!(name(Some(&word), 1, false), "conversation");
}

#[test]
fn every_fault_is_a_sentence_that_ends() {
    for fault in [
        Fault::NotFound,
        Fault::NothingYet,
        Fault::EmptySearch,
        Fault::LongSearch { max: 100 },
        Fault::OfAnotherServer,
        Fault::OfDirectMessages,
    ] {
        let told = fault.to_string();
        assert!(told.ends_with('.') && !told.contains('\n'), "{told}");
        assert_eq!(UserError::from(fault.clone()).kind(), fault.kind());
    }
}
