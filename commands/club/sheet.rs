//! A roster as people look at it: the table with its heading, its marks and its buttons.

use poise::serenity_prelude::{ButtonStyle, Colour, CreateActionRow, CreateEmbed};
use slimy_domain::{
    club::{Row, Sheet, State, WarningKind, read_confidence},
    number::{grouped, short},
};

use crate::{
    answer::Answer,
    component::Press as _,
    embed::{CARE, GOOD, heading},
    pages::Pages,
    table::{UNCERTAIN, table},
    text::{moment, plain},
};

use super::{Page, words};

/// What the star behind a value of a roster means.
const FIXED: &str = "\\* set by a person, not read\n";

/// Members on one page: what a phone shows without much scrolling, and three pages for a full club.
const PAGE: usize = 20;
/// Characters that the line about the rest needs.
const MORE: usize = 64;
/// Doubtful values that are named; the table marks them all.
const NAMED: usize = 12;
/// Characters of all of them: a draft has more to say below.
const DOUBTS: usize = 700;

/// The page `page` (from 0) of a saved `sheet`; a page that is not there is the last.
pub(super) fn answer(sheet: &Sheet, page: usize) -> Answer {
    let (embed, pages) = embed(sheet, page, &standing(sheet));
    let id = &sheet.id;
    let turn = pages.row(|page| Page {
        id: id.clone(),
        page,
    });
    Answer::from(embed).row(turn)
}

/// The table with its heading, and the line below the table.
pub(super) fn embed(sheet: &Sheet, page: usize, below: &str) -> (CreateEmbed, Pages) {
    let pages = Pages::of(sheet.rows.len(), PAGE, page);
    let shown = pages.range();
    let first = shown.start + 1;
    let rows = &sheet.rows[shown];
    let mut embed = CreateEmbed::new()
        .title(heading(&sheet.title))
        .description(format!(
            "{}\n```\n{}\n```{}{below}",
            plain(&sheet.summary),
            table(rows, first),
            footnote(rows),
        ))
        .colour(colour(sheet))
        .field("Metric", words::metric(sheet.metric), true)
        .field("Members", members(sheet), true)
        .field("Values", values(sheet), true)
        .field("Total", total(sheet), true)
        .field("Read with confidence", confidence(sheet), true)
        .field("Screenshots", sheet.images.to_string(), true);
    if let Some(doubts) = doubts(sheet) {
        embed = embed.field("Please check", doubts, false);
    }
    if let Some(footer) = pages.footer() {
        embed = embed.footer(footer);
    }
    (embed, pages)
}

/// The way to what was saved beside an analysis.
pub(super) fn others(sheets: &[Sheet]) -> Option<CreateActionRow> {
    if sheets.is_empty() {
        return None;
    }
    let buttons = sheets.iter().map(|sheet| {
        let id = sheet.id.clone();
        let label = format!("{}, saved too", words::metric(sheet.metric));
        Page { id, page: 0 }.button(&label, ButtonStyle::Secondary)
    });
    Some(CreateActionRow::Buttons(buttons.collect()))
}

/// "54 of 55 found, 1 missing", or only what was found when the header could not be read.
fn members(sheet: &Sheet) -> String {
    let found = sheet.measures.members;
    let Some(capacity) = sheet.capacity else {
        return format!("{found} found");
    };
    let all = capacity.members as usize;
    match all.saturating_sub(found) {
        0 => format!("{found} of {all} found"),
        missing => format!("{found} of {all} found, {missing} missing"),
    }
}

/// "52 of 54 read": of the members that were found.
fn values(sheet: &Sheet) -> String {
    let measures = &sheet.measures;
    format!("{} of {} read", measures.with_power, measures.members)
}

/// How certain what was read is. What is missing has fields of its own.
fn confidence(sheet: &Sheet) -> String {
    let share = read_confidence(&sheet.rows);
    share.map_or_else(
        || UNCERTAIN.to_owned(),
        |share| format!("{:.1} %", share * 100.0),
    )
}

/// What the star behind a value means, where there is one.
fn footnote(rows: &[Row]) -> &'static str {
    if rows.iter().any(|row| row.corrected) {
        FIXED
    } else {
        ""
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

/// When it was saved, below the table.
fn standing(sheet: &Sheet) -> String {
    match &sheet.state {
        State::Draft { .. } => "**Not saved yet.**".to_owned(),
        State::Saved { at } => format!("Saved {}.", moment(*at)),
    }
}

/// Complete and certain is green, otherwise amber: somebody should look.
fn colour(sheet: &Sheet) -> Colour {
    let complete = sheet
        .capacity
        .is_none_or(|c| c.members as usize == sheet.measures.members);
    if complete && doubts(sheet).is_none() {
        GOOD
    } else {
        CARE
    }
}

/// What a person should look at: what is wrong with the roster as a whole, then a line for each
/// member with a value that is not certain.
fn doubts(sheet: &Sheet) -> Option<String> {
    let whole = sheet
        .warnings
        .iter()
        .filter(|warning| is_about_the_whole(warning.kind));
    let whole = whole.map(|warning| plain(&warning.message));
    let mut lines: Vec<String> = whole.chain(sheet.rows.iter().filter_map(doubt)).collect();
    if lines.is_empty() {
        return None;
    }
    let all = lines.len();
    let more = |shown: usize| format!("and {} more, marked {UNCERTAIN} in the table", all - shown);
    lines.truncate(NAMED);
    while lines
        .iter()
        .map(|line| line.encode_utf16().count() + 1)
        .sum::<usize>()
        > DOUBTS - MORE
    {
        lines.pop();
    }
    if lines.len() < all {
        lines.push(more(lines.len()));
    }
    Some(lines.join("\n"))
}

/// A member's own doubts are told by their row.
fn is_about_the_whole(kind: WarningKind) -> bool {
    match kind {
        WarningKind::CountDiffers | WarningKind::CountUnknown | WarningKind::Conflict => true,
        WarningKind::PowerUnreadable | WarningKind::NameUncertain => false,
    }
}

fn doubt(row: &Row) -> Option<String> {
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
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use slimy_domain::club::{Capacity, Metric, Warning, measure, summary};
    use slimy_store::Timestamp;

    use super::*;
    use crate::limits::fault;

    fn row(name: &str, certain: bool, power: Option<i64>, seen: Option<&str>) -> Row {
        Row {
            name: name.to_owned(),
            name_certain: certain,
            power,
            last_seen: seen.map(str::to_owned),
            confidence: 0.99,
            corrected: false,
        }
    }

    fn sheet(rows: Vec<Row>, listed: Option<u32>, is_draft: bool) -> Sheet {
        let at = Timestamp::from_micros(1_795_500_000_000_000).unwrap();
        let measures = measure(&rows, listed);
        Sheet {
            id: "cmwrt8afl00067d2zeeb71pqc".into(),
            title: "Week _47_".to_owned(),
            summary: summary(Metric::Sim, &measures),
            metric: Metric::Sim,
            capacity: listed.map(|members| Capacity { members, of: 55 }),
            measures,
            rows,
            warnings: Vec::new(),
            images: 3,
            state: if is_draft {
                State::Draft { expires_at: at }
            } else {
                State::Saved { at }
            },
        }
    }

    fn shown(sheet: &Sheet, page: usize) -> String {
        serde_json::to_string_pretty(&answer(sheet, page)).unwrap()
    }

    #[test]
    fn a_preview_marks_what_is_doubtful_and_says_what_is_missing() {
        let rows = vec![
            row("Stone", true, Some(14_321_191), Some("Online")),
            row("lill", false, Some(3_871_159), Some("5h ago")),
            row("Smitty", true, None, Some("3h ago")),
        ];
        let mut sheet = sheet(rows, Some(4), true);
        sheet.warnings.push(Warning {
            kind: WarningKind::CountDiffers,
            message: "3 of 4 found".to_owned(),
            file: None,
        });
        insta::assert_snapshot!(shown(&sheet, 0));
    }

    #[test]
    fn a_value_that_a_person_has_set_has_a_star_that_is_explained() {
        let fixed = Row {
            corrected: true,
            ..row("Stone", true, Some(14_321_191), Some("Online"))
        };
        let unread = row("Smitty", true, None, Some("3h ago"));
        insta::assert_snapshot!(shown(&sheet(vec![fixed, unread], None, false), 0));
    }

    #[test]
    fn a_saved_analysis_has_pages_and_no_save() {
        let names = (0..55).map(|n| format!("Snail{n:02}"));
        let rows = names.map(|name| row(&name, true, Some(1_000_000), Some("1h ago")));
        insta::assert_snapshot!(shown(&sheet(rows.collect(), Some(55), false), 9));
    }

    proptest! {
        #[test]
        fn no_sheet_is_over_discords_limits(
            names in prop::collection::vec("\\PC{0,40}", 0..120),
            title in "\\PC{0,100}",
            warning in "\\PC{0,600}",
            page in 0_usize..9,
            certain: bool,
        ) {
            let rows = names.iter().map(|name| row(name, certain, None, None)).collect();
            let mut sheet = sheet(rows, Some(120), true);
            sheet.title = title;
            let kind = WarningKind::Conflict;
            sheet.warnings = vec![Warning { kind, message: warning, file: None }; 5];
            prop_assert_eq!(fault(&answer(&sheet, page)), None);
        }
    }
}
