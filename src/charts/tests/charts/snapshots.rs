//! The drawing of each kind.

use insta::assert_snapshot;

use crate::examples;

#[test]
fn a_line() {
    let drawing = examples::club_total(9).draw().expect("drawn");
    assert_snapshot!(drawing.svg);
}

#[test]
fn two_lines_of_very_different_height() {
    let drawing = examples::member(9).draw().expect("drawn");
    assert_snapshot!(drawing.svg);
}

#[test]
fn two_lines_of_comparable_height() {
    let drawing = examples::rivals().draw().expect("drawn");
    assert_snapshot!(drawing.svg);
}

#[test]
fn bars() {
    let drawing = examples::movers().draw().expect("drawn");
    assert_snapshot!(drawing.svg);
}

#[test]
fn a_distribution() {
    let drawing = examples::distribution().draw().expect("drawn");
    assert_snapshot!(drawing.svg);
}

#[test]
fn days() {
    let drawing = examples::audit(8).draw().expect("drawn");
    assert_snapshot!(drawing.svg);
}
