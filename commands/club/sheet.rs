//! A roster as people look at it: the table with its heading, its marks and its buttons.

use poise::serenity_prelude::{ButtonStyle, Colour, CreateActionRow, CreateEmbed};
use slimy_domain::club::{Row, Sheet, State, WarningKind, read_confidence, summary};
use slimy_words::{Words, say};

use crate::{
    answer::Answer,
    component::Press as _,
    embed::{CARE, GOOD, heading},
    pages::Pages,
    table::{UNCERTAIN, table},
    text::{moment, plain},
};

use super::{Page, words};

/// Members on one page: what a phone shows without much scrolling, and three pages for a full club.
const PAGE: usize = 20;
/// Characters that the line about the rest needs.
const MORE: usize = 80;
/// Doubtful values that are named; the table marks them all.
const NAMED: usize = 12;
/// Characters of all of them: a draft has more to say below.
const DOUBTS: usize = 700;

/// The page `page` (from 0) of a saved `sheet`; a page that is not there is the last.
pub(super) fn answer(words: Words, sheet: &Sheet, page: usize) -> Answer {
    let (embed, pages) = embed(words, sheet, page, &standing(words, sheet));
    let id = &sheet.id;
    let turn = pages.row(words, |page| Page {
        id: id.clone(),
        page,
    });
    Answer::from(embed).row(turn)
}

/// The table with its heading, and the line below the table. The summary that is kept is in the
/// language in which it was saved; here it is said again.
pub(super) fn embed(words: Words, sheet: &Sheet, page: usize, below: &str) -> (CreateEmbed, Pages) {
    let pages = Pages::of(sheet.rows.len(), PAGE, page);
    let shown = pages.range();
    let first = shown.start + 1;
    let rows = &sheet.rows[shown];
    let mut embed = CreateEmbed::new()
        .title(heading(&sheet.title))
        .description(format!(
            "{}\n```\n{}\n```{}{below}",
            plain(&summary(words, sheet.metric, &sheet.measures)),
            table(words, rows, first),
            footnote(words, rows),
        ))
        .colour(colour(words, sheet))
        .fields(facts(words, sheet));
    if let Some(doubts) = doubts(words, sheet) {
        embed = embed.field(say!(words, "club-sheet-check"), doubts, false);
    }
    if let Some(footer) = pages.footer(words) {
        embed = embed.footer(footer);
    }
    (embed, pages)
}

fn facts(words: Words, sheet: &Sheet) -> [(String, String, bool); 6] {
    [
        (
            say!(words, "club-sheet-metric"),
            words::metric(words, sheet.metric),
        ),
        (say!(words, "club-field-members"), members(words, sheet)),
        (say!(words, "club-sheet-values"), values(words, sheet)),
        (say!(words, "club-field-total"), total(words, sheet)),
        (
            say!(words, "club-sheet-confidence"),
            confidence(words, sheet),
        ),
        (
            say!(words, "club-sheet-screenshots"),
            sheet.images.to_string(),
        ),
    ]
    .map(|(name, value)| (name, value, true))
}

/// The way to what was saved beside an analysis.
pub(super) fn others(words: Words, sheets: &[Sheet]) -> Option<CreateActionRow> {
    if sheets.is_empty() {
        return None;
    }
    let buttons = sheets.iter().map(|sheet| {
        let id = sheet.id.clone();
        let metric = words::metric(words, sheet.metric);
        let label = say!(words, "club-sheet-saved-too", metric = metric);
        Page { id, page: 0 }.button(&label, ButtonStyle::Secondary)
    });
    Some(CreateActionRow::Buttons(buttons.collect()))
}

/// "54 of 55 found, 1 missing", or only what was found when the header could not be read.
fn members(words: Words, sheet: &Sheet) -> String {
    let found = sheet.measures.members;
    let Some(capacity) = sheet.capacity else {
        return say!(words, "club-sheet-found", found = found);
    };
    let all = capacity.members as usize;
    match all.saturating_sub(found) {
        0 => say!(words, "club-sheet-found-of", found = found, all = all),
        missing => say!(
            words,
            "club-sheet-found-missing",
            found = found,
            all = all,
            missing = missing
        ),
    }
}

/// "52 of 54 read": of the members that were found.
fn values(words: Words, sheet: &Sheet) -> String {
    let measures = &sheet.measures;
    say!(
        words,
        "club-sheet-read",
        read = measures.with_power,
        all = measures.members
    )
}

/// How certain what was read is. What is missing has fields of its own.
fn confidence(words: Words, sheet: &Sheet) -> String {
    let share = read_confidence(&sheet.rows);
    share.map_or_else(
        || UNCERTAIN.to_owned(),
        |share| words.percent(tenths(share * 100.0)),
    )
}

/// Tenths of a number of at most a few thousand.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a share in percent is far below 2^53"
)]
fn tenths(number: f64) -> i64 {
    (number * 10.0).round() as i64
}

/// What the star behind a value means, where there is one.
fn footnote(words: Words, rows: &[Row]) -> String {
    if rows.iter().any(|row| row.corrected) {
        format!("{}\n", say!(words, "club-sheet-fixed"))
    } else {
        String::new()
    }
}

fn total(words: Words, sheet: &Sheet) -> String {
    if sheet.measures.with_power == 0 {
        return UNCERTAIN.to_owned();
    }
    let total = sheet.measures.total;
    say!(
        words,
        "club-whole",
        short = words.short(total),
        exact = words.number(total)
    )
}

/// When it was saved, below the table.
fn standing(words: Words, sheet: &Sheet) -> String {
    match &sheet.state {
        State::Draft { .. } => say!(words, "club-sheet-not-saved"),
        State::Saved { at } => say!(words, "club-sheet-saved", moment = moment(*at)),
    }
}

/// Complete and certain is green, otherwise amber: somebody should look.
fn colour(words: Words, sheet: &Sheet) -> Colour {
    let complete = sheet
        .capacity
        .is_none_or(|c| c.members as usize == sheet.measures.members);
    if complete && doubts(words, sheet).is_none() {
        GOOD
    } else {
        CARE
    }
}

/// What a person should look at: what is wrong with the roster as a whole, then a line for each
/// member with a value that is not certain.
fn doubts(words: Words, sheet: &Sheet) -> Option<String> {
    let whole = sheet
        .warnings
        .iter()
        .filter(|warning| is_about_the_whole(warning.kind()));
    let whole = whole.map(|warning| plain(&warning.say(words)));
    let members = sheet.rows.iter().filter_map(|row| doubt(words, row));
    let mut lines: Vec<String> = whole.chain(members).collect();
    if lines.is_empty() {
        return None;
    }
    let all = lines.len();
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
        let more = all - lines.len();
        lines.push(say!(
            words,
            "club-sheet-doubts-more",
            count = more,
            mark = UNCERTAIN
        ));
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

fn doubt(words: Words, row: &Row) -> Option<String> {
    let name = plain(&row.name);
    let is_seen = row.last_seen.is_some();
    Some(match (row.power.is_none(), row.name_certain, is_seen) {
        (true, false, _) => say!(words, "club-sheet-doubt-power-name", name = name),
        (true, true, _) => say!(words, "club-sheet-doubt-power", name = name),
        (false, false, _) => say!(words, "club-sheet-doubt-name", name = name),
        (false, true, false) => say!(words, "club-sheet-doubt-seen", name = name),
        (false, true, true) => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use slimy_domain::club::{About, Capacity, Metric, Warning, measure};
    use slimy_store::Timestamp;
    use slimy_words::Language;

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
            summary: summary(Words::ENGLISH, Metric::Sim, &measures),
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
        serde_json::to_string_pretty(&answer(Words::ENGLISH, sheet, page)).unwrap()
    }

    #[test]
    fn a_preview_marks_what_is_doubtful_and_says_what_is_missing() {
        let rows = vec![
            row("Stone", true, Some(14_321_191), Some("Online")),
            row("lill", false, Some(3_871_159), Some("5h ago")),
            row("Smitty", true, None, Some("3h ago")),
        ];
        let mut sheet = sheet(rows, Some(4), true);
        sheet.warnings.push(Warning::Read(About::FewerThanCounted {
            found: 3,
            counted: 4,
        }));
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
            let conflict = About::Conflict { name: warning, powers: vec![i64::MAX; 3] };
            sheet.warnings = vec![Warning::Read(conflict); 5];
            for language in Language::ALL {
                prop_assert_eq!(fault(&answer(Words::of(language), &sheet, page)), None);
            }
        }
    }
}
