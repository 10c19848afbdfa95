//! A roster as a table of fixed width, for a code block in Discord and for a terminal.

use comfy_table::{CellAlignment, Table};
use slimy_domain::club::Row;
use slimy_words::{Words, say};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::text::verbatim;

/// Columns of a name: the game allows 15 characters, and a mark for the doubtful follows.
const NAME_WIDTH: usize = 17;
/// Columns of the last-seen text; the game's longest is "59 sec ago".
const SEEN_WIDTH: usize = 10;

/// Behind a value that could not be read for certain.
pub const UNCERTAIN: &str = "?";
/// Behind a value that a person has set.
pub const CORRECTED: &str = "*";

/// `rows` as lines of equal meaning: rank, name, power, last seen. The first row has the rank
/// `first`. No line is wider than 52 columns, and none holds a line break or a backtick.
pub fn table(words: Words, rows: &[Row], first: usize) -> String {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    table.set_header([
        "#".to_owned(),
        say!(words, "text-table-name"),
        say!(words, "text-table-power"),
        say!(words, "text-table-seen"),
    ]);
    for (rank, row) in (first..).zip(rows) {
        table.add_row([rank.to_string(), name(row), power(words, row), seen(row)]);
    }
    for (index, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, 1));
        if index == 0 || index == 2 {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.trim_fmt()
}

fn name(row: &Row) -> String {
    let name = verbatim(&row.name);
    if row.name_certain {
        fit(&name, NAME_WIDTH)
    } else {
        format!("{} {UNCERTAIN}", fit(&name, NAME_WIDTH - 2))
    }
}

fn power(words: Words, row: &Row) -> String {
    match row.power {
        None => UNCERTAIN.to_owned(),
        Some(power) if row.corrected => format!("{}{CORRECTED}", words.number(power)),
        Some(power) => words.number(power),
    }
}

fn seen(row: &Row) -> String {
    match &row.last_seen {
        None => UNCERTAIN.to_owned(),
        Some(seen) => fit(&verbatim(seen), SEEN_WIDTH),
    }
}

/// `text` cut to `width` columns; wide characters take two.
pub(crate) fn fit(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut used = 1;
    let kept: String = text
        .chars()
        .take_while(|c| {
            used += c.width().unwrap_or(0);
            used <= width
        })
        .collect();
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use slimy_words::Language;

    use super::*;

    fn any_row() -> impl Strategy<Value = Row> {
        let power = prop::option::of(0..=9_999_999_999_i64);
        let seen = prop::option::of("\\PC{0,12}");
        ("\\PC{0,24}", any::<bool>(), power, seen, any::<bool>()).prop_map(
            |(name, name_certain, power, last_seen, corrected)| Row {
                name,
                name_certain,
                power,
                last_seen,
                confidence: 1.0,
                corrected,
            },
        )
    }

    proptest! {
        #[test]
        fn every_member_has_one_line_that_fits_a_phone(
            rows in prop::collection::vec(any_row(), 1..30),
            language in prop::sample::select(&Language::ALL[..]),
        ) {
            let text = table(Words::of(language), &rows, 1);
            prop_assert_eq!(text.lines().count(), rows.len() + 1);
            for line in text.lines() {
                prop_assert!(line.width() <= 52, "{} columns: {}", line.width(), line);
                prop_assert!(!line.contains('`'));
            }
        }

        #[test]
        fn every_power_that_was_read_stands_in_its_line(rows in prop::collection::vec(any_row(), 1..30)) {
            let text = table(Words::ENGLISH, &rows, 1);
            for (line, row) in text.lines().skip(1).zip(&rows) {
                let shown = row.power.map_or_else(|| UNCERTAIN.to_owned(), |power| Words::ENGLISH.number(power));
                prop_assert!(line.contains(&shown), "{shown} is not in {line}");
            }
        }
    }

    #[test]
    fn doubtful_and_corrected_values_are_marked() {
        let row = |name: &str, certain, power, corrected| Row {
            name: name.to_owned(),
            name_certain: certain,
            power,
            last_seen: Some("2h ago".to_owned()),
            confidence: 1.0,
            corrected,
        };
        let rows = [
            row("Stone", true, Some(298_297_518), true),
            row("KMAN11APPLEWOODS", false, Some(1_898_995), false),
            row("Smitty", true, None, false),
        ];
        insta::assert_snapshot!(table(Words::ENGLISH, &rows, 9));
        insta::assert_snapshot!(
            Language::ALL
                .map(|one| table(Words::of(one), &rows, 9))
                .join("\n\n")
        );
    }
}
