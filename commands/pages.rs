//! Turning pages: the same two buttons under every list, with numbered pages or with places.

use std::ops::Range;

use poise::serenity_prelude::{ButtonStyle, CreateActionRow, CreateButton, CreateEmbedFooter};
use slimy_words::{Words, say};

use crate::component::{Press, Routed};

/// Which part of a list of known length is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pages {
    /// The page that is shown, from 0.
    pub(crate) page: usize,
    /// How many there are; an empty list has one.
    pub(crate) count: usize,
    size: usize,
    items: usize,
}

impl Pages {
    /// The page `wanted` (from 0) of `items` items, `size` on each; a page that is not there is
    /// the last.
    pub(crate) fn of(items: usize, size: usize, wanted: usize) -> Self {
        let size = size.max(1);
        let count = items.div_ceil(size).max(1);
        Self {
            page: wanted.min(count - 1),
            count,
            size,
            items,
        }
    }

    /// The places of the items on this page.
    pub(crate) fn range(self) -> Range<usize> {
        let first = self.page * self.size;
        first..self.items.min(first + self.size)
    }

    /// "Page 2 of 3", when there is more than one.
    pub(crate) fn footer(self, words: Words) -> Option<CreateEmbedFooter> {
        let (page, pages) = (self.page + 1, self.count);
        let said = || say!(words, "text-page", page = page, pages = pages);
        (pages > 1).then(|| CreateEmbedFooter::new(said()))
    }

    /// The buttons, when there is more than one page; `to` is the control that shows a page.
    pub(crate) fn row<C: Routed + Press>(
        self,
        words: Words,
        to: impl Fn(usize) -> C,
    ) -> Option<CreateActionRow> {
        if self.count == 1 {
            return None;
        }
        let turn = |label: String, page: Option<usize>| {
            // Each id is unique in the message, also that of a button that cannot be pressed.
            let control = to(page.unwrap_or(self.page));
            control
                .button(&label, ButtonStyle::Secondary)
                .disabled(page.is_none())
        };
        let next = (self.page + 1 < self.count).then_some(self.page + 1);
        Some(CreateActionRow::Buttons(vec![
            turn(say!(words, "text-page-previous"), self.page.checked_sub(1)),
            turn(say!(words, "text-page-next"), next),
        ]))
    }
}

/// The buttons of a list whose pages go on from a place, when there is anywhere to go.
pub(crate) fn places<N: Routed + Press, O: Routed + Press>(
    words: Words,
    newer: Option<N>,
    older: Option<O>,
) -> Option<CreateActionRow> {
    if newer.is_none() && older.is_none() {
        return None;
    }
    Some(CreateActionRow::Buttons(vec![
        turn("newer", &say!(words, "text-page-newer"), newer),
        turn("older", &say!(words, "text-page-older"), older),
    ]))
}

fn turn<C: Routed + Press>(way: &str, label: &str, to: Option<C>) -> CreateButton {
    to.map_or_else(
        || nowhere(way, label),
        |to| to.button(label, ButtonStyle::Secondary),
    )
}

/// Discord wants a `custom_id` for a button that cannot be pressed, too.
fn nowhere(way: &str, label: &str) -> CreateButton {
    CreateButton::new(format!("nowhere:{way}"))
        .label(label)
        .style(ButtonStyle::Secondary)
        .disabled(true)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_item_is_on_exactly_one_page(items in 0..300_usize, size in 1..30_usize) {
            let pages = Pages::of(items, size, 0).count;
            let shown: Vec<usize> = (0..pages).flat_map(|page| Pages::of(items, size, page).range()).collect();
            prop_assert_eq!(shown, (0..items).collect::<Vec<_>>());
        }

        #[test]
        fn a_page_that_is_not_there_is_the_last(items in 0..300_usize, size in 0..30_usize, wanted: usize) {
            let pages = Pages::of(items, size, wanted);
            prop_assert!(pages.page < pages.count);
            prop_assert!(pages.range().end <= items);
        }
    }

    #[test]
    fn one_page_has_neither_buttons_nor_a_number() {
        use crate::club::Page;
        let to = |page| Page {
            id: "c1".into(),
            page,
        };
        let one = Pages::of(20, 20, 0);
        let words = Words::ENGLISH;
        assert!(one.row(words, to).is_none() && one.footer(words).is_none());
        let three = Pages::of(41, 20, 9);
        assert_eq!((three.page, three.count, three.range()), (2, 3, 40..41));
        assert!(three.row(words, to).is_some() && three.footer(words).is_some());
    }
}
