//! What a description must keep to, so that no reading can be led astray by a slip in a file.

use super::last_seen::NUMBER;
use super::{Cards, Description, Label, LastSeen, LayoutError, Number, Span, unspaced};

/// The outcome of one rule.
type Checked = Result<(), LayoutError>;

/// Text is made at most so much narrower or wider for the model.
const STRETCH: (f32, f32) = (0.2, 5.0);
/// No measure of a screen is larger, in u or pixels.
const FAR: f32 = 10_000.0;

/// All rules, in the file's order.
pub(super) fn check(layout: &Description) -> Checked {
    identity(layout)?;
    tone(layout)?;
    lines(layout)?;
    cards(&layout.cards)?;
    view(layout)?;
    header(layout)?;
    label(&layout.label)?;
    number(&layout.number)?;
    strip(layout)?;
    layout.last_seen.as_ref().map_or(Ok(()), last_seen)?;
    inside_a_card(layout)
}

fn identity(layout: &Description) -> Checked {
    let id = &layout.id;
    let is_plain = |letter: char| matches!(letter, 'a'..='z' | '0'..='9' | '-');
    rule(
        !id.is_empty() && id.len() <= 64 && id.chars().all(is_plain),
        "id",
        id,
        "1 to 64 of a-z, 0-9 and -",
    )?;
    text("game", &layout.game)?;
    text("language", &layout.language)?;
    text("open", &layout.open)
}

fn tone(layout: &Description) -> Checked {
    let tone = &layout.tone;
    share("tone.bright", tone.bright)?;
    share("tone.dark", tone.dark)?;
    share("tone.paper", tone.paper)?;
    rule(tone.ink > 0, "tone.ink", tone.ink, "1 to 255")?;
    within("tone.off_paper", tone.off_paper, (1.0, 765.0))?;
    within("tone.off_line", tone.off_line, (1.0, 441.0))
}

fn lines(layout: &Description) -> Checked {
    let lines = &layout.lines;
    share("lines.shortest", lines.shortest.0)?;
    within("lines.shortest", lines.shortest.1, (1.0, FAR))?;
    rule(
        lines.longest > lines.shortest.0 && lines.longest < 0.5,
        "lines.longest",
        lines.longest,
        "more than lines.shortest and less than half of the screen's width, 0.5",
    )?;
    for (field, pair) in [
        ("lines.thickest", lines.thickest),
        ("lines.level", lines.level),
    ] {
        share(field, pair.0)?;
        within(field, pair.1, (1.0, 100.0))?;
    }
    share("lines.alike", lines.alike)
}

fn cards(cards: &Cards) -> Checked {
    within("cards.column", cards.column, (100.0, FAR))?;
    share("cards.width", cards.width)?;
    within("cards.height", cards.height, (0.05, 5.0))?;
    rule(
        cards.pitch > cards.height && cards.pitch <= 10.0,
        "cards.pitch",
        cards.pitch,
        "more than cards.height, so that rows do not overlap, and at most 10",
    )?;
    share_span("cards.bottom_line", cards.bottom_line)?;
    let room = (cards.pitch - cards.height) * cards.column;
    within("cards.border_reach", cards.border_reach, (1.0, room))?;
    let half = cards.pitch * cards.column / 2.0;
    within("cards.phase_reach", cards.phase_reach, (1.0, half))?;
    share("cards.border_seen", cards.border_seen)?;
    share_span("cards.top_border", cards.top_border)?;
    share_span("cards.right_border", cards.right_border)?;
    share_span("cards.paper_x", cards.paper_x)?;
    share_span("cards.paper_y", cards.paper_y)?;
    share("cards.paper_dark", cards.paper_dark)?;
    rule(
        (1..=200).contains(&cards.most_rows),
        "cards.most_rows",
        cards.most_rows,
        "1 to 200",
    )?;
    within("cards.smallest", cards.smallest, (0.05, 10.0))
}

fn view(layout: &Description) -> Checked {
    let view = &layout.view;
    share("view.line_seen", view.line_seen)?;
    within("view.below_banner", view.below_banner, (0.0, FAR))?;
    within("view.above_panel", view.above_panel, (0.0, FAR))?;
    within("view.whole_below", view.whole_below, (0.0, FAR))?;
    rule(
        view.whole_above > view.whole_below && view.whole_above <= FAR,
        "view.whole_above",
        view.whole_above,
        "more than view.whole_below",
    )
}

fn header(layout: &Description) -> Checked {
    let title = &layout.title;
    text("title.text", &title.text)?;
    within("title.half_width", title.half_width, (1.0, FAR))?;
    span("title.y", title.y)?;
    stretch("title.stretch", title.stretch)?;
    if let Some(count) = &layout.count {
        within("count.half_width", count.half_width, (1.0, FAR))?;
        span("count.y", count.y)?;
        share("count.certain", count.certain)?;
    }
    if let Some(club) = &layout.club {
        span("club.x", club.x)?;
        span("club.y", club.y)?;
        share("club.certain", club.certain)?;
    }
    Ok(())
}

fn label(label: &Label) -> Checked {
    share_span("label.x", label.x)?;
    span("label.y", label.y)?;
    stretch("label.stretch", label.stretch)?;
    share_span("label.before", label.before)?;
    share("label.clear", label.clear)?;
    share("label.sure", label.sure)?;
    rule(
        (1..=10).contains(&label.cards),
        "label.cards",
        label.cards,
        "1 to 10",
    )?;
    rule(
        !label.words.is_empty(),
        "label.words",
        "empty",
        "at least one label",
    )?;
    for (index, words) in label.words.iter().enumerate() {
        text("label.words.text", &words.text)?;
        rule(
            (1..=18).contains(&words.usual_digits),
            "label.words.usual_digits",
            words.usual_digits,
            "1 to 18",
        )?;
        let said = unspaced(&words.text);
        let before = &label.words[..index];
        rule(
            before.iter().all(|other| unspaced(&other.text) != said),
            "label.words.text",
            &words.text,
            "a text that no other label has",
        )?;
    }
    Ok(())
}

fn number(number: &Number) -> Checked {
    share_span("number.x", number.x)?;
    span("number.y", number.y)?;
    share_span("number.band", number.band)?;
    rule(
        number.band.0 >= number.x.0 && number.band.1 < number.x.1,
        "number.band",
        shown(number.band),
        "a span within number.x that leaves paper on its right",
    )?;
    within("number.advance", number.advance, (1.0, FAR))?;
    rule(
        number.last_digit > number.band.0 && number.last_digit < number.band.1,
        "number.last_digit",
        number.last_digit,
        "a place within number.band",
    )?;
    for (field, value) in [
        ("number.certain", number.certain),
        ("number.touched", number.touched),
        ("number.touched_short", number.touched_short),
        ("number.covered", number.covered),
        ("number.digit_covered", number.digit_covered),
    ] {
        share(field, value)?;
    }
    within("number.gap", number.gap, (1.0, 10.0))?;
    within("number.excess", number.excess, (0.0, 10.0))?;
    span("number.end", number.end)?;
    rule(
        number.end.0 > -1.0 && number.end.1 < 1.0,
        "number.end",
        shown(number.end),
        "a span within [-1, 1]: a whole digit off is a lost digit",
    )
}

fn strip(layout: &Description) -> Checked {
    let (strip, name) = (&layout.strip, &layout.name);
    share_span("strip.x", strip.x)?;
    span("strip.y", strip.y)?;
    share_span("strip.ink_x", strip.ink_x)?;
    span("strip.ink_y", strip.ink_y)?;
    within("strip.empty", strip.empty, (1.0, FAR))?;
    within("strip.room", strip.room, (0.0, FAR))?;
    within("strip.solid", strip.solid, (1.0, FAR))?;
    within("strip.foreign", strip.foreign, (1.0, FAR))?;
    stretch("name.stretch", name.stretch)?;
    share("name.retry", name.retry)?;
    rule(
        (1..=4).contains(&name.again.len()),
        "name.again",
        name.again.len(),
        "1 to 4 stretches",
    )?;
    for &again in &name.again {
        stretch("name.again", again)?;
    }
    rule(name.short <= 32, "name.short", name.short, "0 to 32")?;
    share("name.retry_short", name.retry_short)?;
    share("name.disputed", name.disputed)?;
    share("name.certain", name.certain)
}

fn last_seen(last_seen: &LastSeen) -> Checked {
    stretch("last_seen.stretch", last_seen.stretch)?;
    share("last_seen.certain", last_seen.certain)?;
    within("last_seen.smallest", last_seen.smallest, (0.05, 10.0))?;
    for word in &last_seen.words {
        text("last_seen.words", word)?;
    }
    for count in &last_seen.counts {
        text("last_seen.counts.text", &count.text)?;
        rule(
            count.text.matches(NUMBER).count() == 1,
            "last_seen.counts.text",
            &count.text,
            "a text with {} where the number stands, once",
        )?;
        rule(
            (2..=1000).contains(&count.below),
            "last_seen.counts.below",
            count.below,
            "2 to 1000",
        )?;
    }
    rule(
        !last_seen.words.is_empty() || !last_seen.counts.is_empty(),
        "last_seen.words",
        "empty",
        "a word or a count; without [last_seen] the strip holds the name alone",
    )
}

/// What is read of a card lies on the card.
fn inside_a_card(layout: &Description) -> Checked {
    let height = layout.cards.height * layout.cards.column;
    let parts = [
        ("label.y", layout.label.y),
        ("number.y", layout.number.y),
        ("strip.y", layout.strip.y),
        ("strip.ink_y", layout.strip.ink_y),
    ];
    for (field, part) in parts {
        rule(
            part.0 >= -height && part.1 <= 0.0,
            field,
            shown(part),
            &format!("a span from -{height} u, the card's top, to 0, its bottom line"),
        )?;
    }
    Ok(())
}

fn share(field: &str, value: f32) -> Checked {
    within(field, value, (0.0, 1.0))
}

fn stretch(field: &str, value: f32) -> Checked {
    within(field, value, STRETCH)
}

fn within(field: &str, value: f32, (least, most): Span) -> Checked {
    rule(
        (least..=most).contains(&value),
        field,
        value,
        &format!("{least} to {most}"),
    )
}

fn share_span(field: &str, value: Span) -> Checked {
    rule(
        0.0 <= value.0 && value.0 < value.1 && value.1 <= 1.0,
        field,
        shown(value),
        "[from, to] with 0 ≤ from < to ≤ 1",
    )
}

fn span(field: &str, value: Span) -> Checked {
    rule(
        -FAR <= value.0 && value.0 < value.1 && value.1 <= FAR,
        field,
        shown(value),
        &format!("[from, to] with -{FAR} ≤ from < to ≤ {FAR}"),
    )
}

fn text(field: &str, value: &str) -> Checked {
    rule(
        !unspaced(value).is_empty() && value.chars().count() <= 100,
        field,
        format!("{value:?}"),
        "a text of 1 to 100 letters",
    )
}

fn shown(span: Span) -> String {
    format!("[{}, {}]", span.0, span.1)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "a number and a text read alike where it is called"
)]
fn rule(holds: bool, field: &str, value: impl ToString, accepted: &str) -> Checked {
    if holds {
        return Ok(());
    }
    Err(LayoutError::Rule {
        field: field.to_owned(),
        value: value.to_string(),
        accepted: accepted.to_owned(),
    })
}
