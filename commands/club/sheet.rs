//! A roster as people look at it: the table with its heading, its marks and its buttons.

use poise::serenity_prelude::{
    ButtonStyle, Colour, CreateActionRow, CreateButton, CreateEmbed, CreateEmbedFooter,
};
use slimy_domain::club::Metric;
use slimy_domain::{
    club::{Sheet, State},
    number::{grouped, short},
};

use crate::{
    component::Action,
    reply::Answer,
    table::{UNCERTAIN, table},
    text::{plain, shorten},
};

/// Members on one page: what a phone shows without much scrolling, and three pages for a full club.
const PAGE: usize = 20;
/// Characters of an embed's field.
const MAX_FIELD: usize = 1_024;
/// Doubtful values that are named; the table marks them all.
const NAMED: usize = 12;

/// The page `page` (from 0) of `sheet`; a page that is not there is the last.
pub(super) fn answer(sheet: &Sheet, page: usize) -> Answer {
    let pages = sheet.rows.len().div_ceil(PAGE).max(1);
    let page = page.min(pages - 1);
    let first = page * PAGE;
    let shown = &sheet.rows[first..sheet.rows.len().min(first + PAGE)];
    let mut embed = CreateEmbed::new()
        .title(plain(&sheet.title))
        .description(format!(
            "{}\n```\n{}\n```{}",
            plain(&sheet.summary),
            table(shown, first + 1),
            standing(sheet)
        ))
        .colour(colour(sheet))
        .field("Metric", metric(sheet.metric), true)
        .field("Members", members(sheet), true)
        .field("Total", total(sheet), true)
        .field(
            "Read with confidence",
            format!("{:.1} %", sheet.measures.confidence * 100.0),
            true,
        )
        .field("Screenshots", sheet.images.to_string(), true);
    if let Some(doubts) = doubts(sheet) {
        embed = embed.field("Please check", doubts, false);
    }
    if pages > 1 {
        embed = embed.footer(CreateEmbedFooter::new(format!(
            "Page {} of {pages}",
            page + 1
        )));
    }
    Answer {
        embed,
        rows: buttons(sheet, page, pages),
    }
}

fn metric(metric: Metric) -> &'static str {
    match metric {
        Metric::Sim => "Sim power",
        Metric::Total => "Total power",
    }
}

/// "55 of 55 found", or only what was found when the header could not be read.
fn members(sheet: &Sheet) -> String {
    match sheet.capacity {
        Some(capacity) => format!("{} of {} found", sheet.measures.members, capacity.members),
        None => format!("{} found", sheet.measures.members),
    }
}

fn total(sheet: &Sheet) -> String {
    if sheet.measures.with_power == 0 {
        return UNCERTAIN.to_owned();
    }
    format!(
        "{} ({})",
        short(sheet.measures.total),
        grouped(sheet.measures.total)
    )
}

/// Whether it is saved, below the table.
fn standing(sheet: &Sheet) -> String {
    match &sheet.state {
        State::Draft { expires_at } => {
            let at = expires_at.seconds();
            format!(
                "**Not saved yet.** Save keeps it, Discard throws it away; it runs out <t:{at}:R>."
            )
        }
        State::Saved { at } => format!("Saved <t:{}:f>.", at.seconds()),
    }
}

/// Complete and certain is green, otherwise amber: somebody should look.
fn colour(sheet: &Sheet) -> Colour {
    let complete = sheet
        .capacity
        .is_none_or(|c| c.members as usize == sheet.measures.members);
    if complete && doubts(sheet).is_none() {
        Colour::from_rgb(0x3b, 0xa5, 0x5d)
    } else {
        Colour::from_rgb(0xf0, 0xa0, 0x20)
    }
}

/// What a person should look at: the reader's warnings, and each value that is not certain.
fn doubts(sheet: &Sheet) -> Option<String> {
    let warnings = sheet.warnings.iter().map(|warning| plain(&warning.message));
    let rows = sheet.rows.iter().filter_map(|row| {
        let what = match (
            row.power.is_none(),
            row.name_certain,
            row.last_seen.is_none(),
        ) {
            (true, false, _) => "power and name",
            (true, true, _) => "power",
            (false, false, _) => "name",
            (false, true, true) => "last seen",
            (false, true, false) => return None,
        };
        Some(format!("{}: {what} not certain", plain(&row.name)))
    });
    let mut lines: Vec<String> = warnings.chain(rows).collect();
    if lines.is_empty() {
        return None;
    }
    if lines.len() > NAMED {
        let more = lines.len() - NAMED;
        lines.truncate(NAMED);
        lines.push(format!("and {more} more, marked {UNCERTAIN} in the table"));
    }
    Some(shorten(&lines.join("\n"), MAX_FIELD))
}

fn buttons(sheet: &Sheet, page: usize, pages: usize) -> Vec<CreateActionRow> {
    let mut rows = Vec::new();
    if matches!(sheet.state, State::Draft { .. }) {
        let save = Action::Save(sheet.id.clone()).to_custom_id();
        let discard = Action::Discard(sheet.id.clone()).to_custom_id();
        rows.push(CreateActionRow::Buttons(vec![
            CreateButton::new(save)
                .label("Save")
                .style(ButtonStyle::Success),
            CreateButton::new(discard)
                .label("Discard")
                .style(ButtonStyle::Danger),
        ]));
    }
    if pages > 1 {
        let turn = |label, to: Option<usize>| {
            // Each id is unique in the message, also that of a button that cannot be pressed.
            let action = Action::Page(sheet.id.clone(), to.unwrap_or(page));
            CreateButton::new(action.to_custom_id())
                .label(label)
                .style(ButtonStyle::Secondary)
                .disabled(to.is_none())
        };
        rows.push(CreateActionRow::Buttons(vec![
            turn("Previous", page.checked_sub(1)),
            turn("Next", (page + 1 < pages).then_some(page + 1)),
        ]));
    }
    rows
}
