//! Rows in columns of fixed width, for a code block.

use comfy_table::{CellAlignment, Table, presets};
use slimy_words::{Words, say};

use crate::{table::fit, text::verbatim};

/// Columns of a name: the game allows 15 characters.
const NAME_WIDTH: usize = 16;

/// A code block of rows whose columns stand below each other: those in `right` at the right, the
/// others at the left. No rows give an empty text.
pub(super) fn grid<const N: usize>(
    header: Option<[String; N]>,
    rows: impl IntoIterator<Item = [String; N]>,
    right: &[usize],
) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    if let Some(header) = header {
        table.set_header(header);
    }
    for row in rows {
        table.add_row(row);
    }
    if table.row_count() == 0 {
        return String::new();
    }
    for (index, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, 1));
        if right.contains(&index) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    format!("```\n{}\n```", table.trim_fmt())
}

/// A foreign name for the inside of a grid.
pub(super) fn cell(words: Words, name: &str) -> String {
    match fit(verbatim(name).trim(), NAME_WIDTH) {
        name if name.is_empty() => say!(words, "club-no-name"),
        name => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_leave_the_block() {
        let rows = [
            [cell(Words::ENGLISH, "``` <@1> @everyone"), "1".to_owned()],
            [cell(Words::ENGLISH, "\u{202e}مرحبا"), "2".to_owned()],
            [cell(Words::ENGLISH, "龍龍龍龍龍龍龍龍龍龍"), "3".to_owned()],
            [cell(Words::ENGLISH, "\u{200b}\n"), "4".to_owned()],
        ];
        let grid = grid(Some(["Name", "#"].map(str::to_owned)), rows, &[1]);
        assert_eq!(grid.matches('`').count(), 6, "{grid}");
        assert_eq!(grid.lines().count(), 7, "{grid}");
        assert!(grid.contains("(no name)"), "{grid}");
    }

    #[test]
    fn nothing_is_no_block() {
        assert_eq!(grid::<1>(Some(["Name".to_owned()]), [], &[]), "");
    }
}
