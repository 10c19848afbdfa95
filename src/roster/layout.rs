//! Where things are on the "Manage Members" screen: game data, kept apart from the code that uses it.
//!
//! Measured on 64 screenshots of two phones (1206×2622 and 1170×2532), see the module's sources beside each number.
//! `u` is the unit: the distance between the two card columns is 472 u, which is 472 px on a 1206 px wide screenshot.

use crate::roster::Metric;

/// A span along one axis.
pub(crate) type Span = (f32, f32);

/// The geometry, words and thresholds of one screen of the game.
#[derive(Debug)]
pub(crate) struct Layout {
    /// Distance between the centres of the two card columns, in u. It defines the unit.
    pub(crate) column: f32,
    /// Card width as a share of the column distance: 421 of 472 px.
    pub(crate) card_width: f32,
    /// From a card's top border to its bottom line, as a share of the column distance: 226.5 of 472 px.
    pub(crate) card_height: f32,
    /// From one row of cards to the next, as a share of the column distance: 275.3 of 472 px.
    pub(crate) pitch: f32,
    /// Length of a card's bottom line as a share of the column distance: rounded corners take the rest.
    pub(crate) line_length: Span,
    /// The viewport begins this far below the banner's line, in u.
    pub(crate) below_banner: f32,
    /// The viewport ends this far above the panel's bottom line, in u.
    pub(crate) above_panel: f32,
    /// A row is read when the viewport shows this much above its bottom line: the whole number, in u.
    pub(crate) whole_above: f32,
    /// … and its name strip down to this far above the bottom line, in u.
    pub(crate) whole_below: f32,
    /// The number: share of the card's width, and u relative to the card's bottom line.
    pub(crate) number: (Span, Span),
    /// The name and last-seen strip, likewise.
    pub(crate) strip: (Span, Span),
    /// The strip without its borders, where ink is text, likewise.
    pub(crate) ink_strip: (Span, Span),
    /// The label over the number, likewise.
    pub(crate) label: (Span, Span),
    /// The title: half its width, and its span relative to the banner's line, both in u.
    pub(crate) title: (f32, Span),
    /// The title's letters are wide apart: narrowed by this they read as well and sooner.
    pub(crate) title_stretch: f32,
    /// The same for the label.
    pub(crate) label_stretch: f32,
    /// The member count under the title, likewise.
    pub(crate) count: (f32, Span),
    /// The club's name in the bar behind the panel: u from the middle, and relative to the banner's line.
    pub(crate) club: (Span, Span),
    /// The title's words; spaces do not count.
    pub(crate) title_words: &'static str,
    /// What the label may read, without spaces, and what is then counted.
    pub(crate) labels: [(&'static str, Metric); 2],
    /// What the last-seen text is made of.
    pub(crate) last_seen_letters: &'static str,
    /// A name strip with fewer columns of ink than this, in u, is an empty slot.
    pub(crate) empty_ink: f32,
    /// Ink is this much darker than the strip's paper (60th percentile of its luma).
    pub(crate) ink: u8,
    /// Names are set in a condensed font: stretched by this they read 4 % better.
    pub(crate) name_stretch: f32,
    /// The further tries for a name that is less sure than `name_retry`; the surest reading stays.
    pub(crate) name_stretch_again: [f32; 2],
    /// Names under this probability are read a second time.
    pub(crate) name_retry: f32,
    /// Names of so few letters are read a second time already under `name_retry_short`.
    pub(crate) name_short: usize,
    /// The bar for short names: "lill" was read as "ill" at 0.955.
    pub(crate) name_retry_short: f32,
    /// Names under this probability need a person's eye.
    pub(crate) name_certain: f32,
    /// Where digits may stand, as a share of the card's width: the band that covers are looked for in.
    pub(crate) digits: Span,
    /// One digit's advance in u. The game's numbers are set in cells of one width, from the right.
    pub(crate) digit_advance: f32,
    /// Last-seen is told only when each letter is at least this sure.
    pub(crate) last_seen_certain: f32,
    /// Smallest u, in pixels, at which last-seen is trusted: below it "17h" loses its 1 without a sign.
    pub(crate) last_seen_scale: f32,
    /// The middle of the last digit, as a share of the card's width.
    pub(crate) last_digit: f32,
    /// Smallest u, in pixels, at which anything is read.
    pub(crate) least_scale: f32,
}

/// The members list that the club's leader sees: two columns of cards under a banner.
pub(crate) const MANAGE_MEMBERS: Layout = Layout {
    column: 472.0,
    card_width: 0.892,
    card_height: 0.480,
    pitch: 0.5833,
    line_length: (0.7, 0.9),
    below_banner: 5.0,
    above_panel: 23.0,
    whole_above: 124.0,
    whole_below: 9.0,
    number: ((0.42, 0.985), (-128.0, -83.0)),
    strip: ((0.045, 0.985), (-58.0, -5.0)),
    ink_strip: ((0.045, 0.965), (-47.0, -12.0)),
    label: ((0.55, 0.985), (-178.0, -134.0)),
    title: (300.0, (-425.0, -348.0)),
    title_stretch: 0.6,
    label_stretch: 0.8,
    count: (85.0, (-343.0, -294.0)),
    club: ((-420.0, -115.0), (-740.0, -684.0)),
    title_words: "ManageMembers",
    labels: [("Power", Metric::Total), ("SimPower", Metric::Sim)],
    last_seen_letters: "0123456789hmdsecagoOnli ",
    empty_ink: 12.0,
    ink: 16,
    name_stretch: 1.3,
    name_stretch_again: [1.5, 1.8],
    name_retry: 0.9,
    name_short: 4,
    name_retry_short: 0.99,
    name_certain: 0.6,
    digits: (0.545, 0.95),
    digit_advance: 20.6,
    last_seen_certain: 0.8,
    last_seen_scale: 0.5,
    last_digit: 0.905,
    least_scale: 0.4,
};
