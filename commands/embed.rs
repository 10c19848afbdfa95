//! Embeds that look alike: the house's colours, and parts that keep within Discord's lengths.

use poise::serenity_prelude::{Colour, CreateEmbed};

use crate::{
    limits::{EMBED_DESCRIPTION, EMBED_TITLE, FIELD_NAME, FIELD_VALUE},
    text::{cut_at_line, plain, shorten},
};

/// Neither good nor bad: what was asked for.
pub(crate) const HOUSE: Colour = Colour::from_rgb(0x5b, 0x8d, 0xb8);
/// All is well: complete, certain, done.
pub(crate) const GOOD: Colour = Colour::from_rgb(0x3b, 0xa5, 0x5d);
/// Somebody should look.
pub(crate) const CARE: Colour = Colour::from_rgb(0xf0, 0xa0, 0x20);

/// An embed in the house's colour. The title may hold foreign text.
pub(crate) fn card(title: &str) -> CreateEmbed {
    CreateEmbed::new().title(heading(title)).colour(HOUSE)
}

/// Foreign text as an embed's title.
pub(crate) fn heading(title: &str) -> String {
    shorten(&plain(title), EMBED_TITLE)
}

/// Markdown as an embed's description; what is too long loses whole lines at its end.
pub(crate) fn body(markdown: &str) -> String {
    cut_at_line(markdown, EMBED_DESCRIPTION)
}

/// A field with Markdown in it, as `CreateEmbed::field` wants it: nothing of it is empty, and what
/// is too long loses whole lines at its end.
pub(crate) fn field(name: &str, markdown: &str, inline: bool) -> (String, String, bool) {
    let value = cut_at_line(markdown, FIELD_VALUE);
    let value = if value.trim().is_empty() {
        "–".to_owned()
    } else {
        value
    };
    (shorten(name, FIELD_NAME), value, inline)
}
