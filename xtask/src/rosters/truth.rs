//! What can be read on each screenshot: the columns of truth.tsv.

use std::fmt::Write;

use super::club::{Member, SHOTS, Shot};
use super::screen;

/// The whole table; a covered number is an empty field.
pub(super) fn table() -> String {
    let mut table = String::from("file\tmetric\tname\tpower\tlast_seen\n");
    for shot in SHOTS {
        for member in readable(shot) {
            let power = if member.is_covered(shot.metric) {
                String::new()
            } else {
                member.power(shot.metric).to_string()
            };
            let (file, metric) = (shot.file, shot.metric.name());
            // Writing to a String cannot fail.
            let _ = writeln!(
                table,
                "{file}\t{metric}\t{}\t{power}\t{}",
                member.name, member.seen
            );
        }
    }
    table
}

/// The members whose number and name are wholly inside the list's window.
pub(super) fn readable(shot: &Shot) -> impl Iterator<Item = &'static Member> {
    let scroll = shot.scroll;
    let rows = shot.by_power();
    rows.into_iter()
        .enumerate()
        .filter(move |(place, _)| screen::is_readable(*place, scroll))
        .map(|(_, member)| member)
}
