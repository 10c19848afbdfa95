//! `/club member`: one member, week by week, with a chart.

use std::fmt::Write as _;

use poise::serenity_prelude::{ButtonStyle, CreateActionRow, CreateEmbed};
use slimy_domain::{
    Id,
    club::{
        Metric, Week,
        known::{self, LinkedUser, MemberPage, Reason, WeekLine},
    },
    number::grouped,
};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once},
    component::{Control, Press as _},
    embed::{body, card, field},
    pages::Pages,
    text::{name, plain},
};

use super::{
    drawing,
    grid::grid,
    me::Unlink,
    typing,
    words::{self, NAME, STAR},
};

/// Weeks on one page.
const PAGE: usize = 12;
/// Units of a reason that are told.
const REASON: usize = 200;

/// One member's history, with a chart
#[poise::command(slash_command, guild_only)]
pub(super) async fn member(
    ctx: Context<'_>,
    #[description = "Which member, by any spelling of the name"]
    #[autocomplete = "typing::member"]
    #[rename = "name"]
    typed: String,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let member = known::member(request.services, &request.actor, &typed).await?;
        request.write(answer(&member, 0).await?).await
    })
    .await
}

control! {
    /// **Previous** and **Next**: a page (from 0) of the weeks of the member with this id.
    pub(crate) struct MemberWeeks("club.member.page") { id: Id, page: usize }
}

impl Control for MemberWeeks {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let id = self.id.as_str();
        let member = known::member(request.services, &request.actor, id).await?;
        answer(&member, self.page).await
    }
}

/// What is known of a member: the page `page` (from 0) of their weeks.
pub(super) async fn answer(member: &MemberPage, page: usize) -> Result<Answer, Error> {
    let pages = Pages::of(member.weeks.len(), PAGE, page);
    let shown = &member.weeks[pages.range()];
    let mut said = said(member);
    let rows = shown.iter().map(row);
    said.push_str(&grid(Some(["Week", "Sim", "Total"]), rows, &[1, 2]));
    let held = shown.iter().flat_map(|line| [line.sim, line.total]);
    if held.flatten().any(|held| held.corrected) {
        said = format!("{said}\n{STAR}");
    }
    let mut embed = with_facts(card(&member.name).description(body(&said)), member);
    if let Some(footer) = pages.footer() {
        embed = embed.footer(footer);
    }
    let turn = pages.row(|page| MemberWeeks {
        id: member.id.clone(),
        page,
    });
    let picture = drawing::member(&member.name, &member.weeks).await?;
    Ok(Answer::from(embed)
        .picture(picture)
        .row(turn)
        .row(unlink(member)))
}

/// Above the table: what else they are called, and whether they are gone.
fn said(member: &MemberPage) -> String {
    let mut said = String::new();
    // Writing to a string cannot fail.
    if let Some(display_name) = &member.display_name {
        let _ = writeln!(said, "Known here as {}.", name(display_name, NAME));
    }
    if let Some(departed) = member.departed {
        let _ = writeln!(said, "Departed: not there any more in {departed}.");
    }
    if member.weeks.is_empty() {
        said.push_str("Nothing was saved of them in any week that counts.");
    }
    said
}

fn with_facts(embed: CreateEmbed, member: &MemberPage) -> CreateEmbed {
    let week =
        |week: Option<Week>| week.map_or_else(|| "never".to_owned(), |week| week.to_string());
    let mut embed = embed.fields([
        field("First seen", &week(member.first_seen), true),
        field("Last seen", &week(member.last_seen), true),
    ]);
    if let Some(user) = &member.user {
        let (what, who, is_inline) = field("In Discord", &person(user), true);
        embed = embed.field(what, who, is_inline);
    }
    if !member.aliases.is_empty() {
        let aliases = member.aliases.iter().map(|alias| name(alias, NAME));
        let aliases = aliases.collect::<Vec<_>>().join("\n");
        let (what, aliases, is_inline) = field("Other spellings", &aliases, false);
        embed = embed.field(what, aliases, is_inline);
    }
    if !member.reasons.is_empty() {
        let reasons = member.reasons.iter().map(reason);
        let reasons = reasons.collect::<Vec<_>>().join("\n");
        let (what, reasons, is_inline) = field("Corrections", &reasons, false);
        embed = embed.field(what, reasons, is_inline);
    }
    embed
}

fn person(user: &LinkedUser) -> String {
    let standing = if user.confirmed {
        "confirmed by a manager"
    } else {
        "not confirmed yet"
    };
    // In an embed nobody is notified.
    format!("<@{}>, {standing}", user.discord_id)
}

fn reason(reason: &Reason) -> String {
    let what = words::power(reason.metric);
    let value = grouped(reason.value);
    let why = reason.reason.as_deref().map_or_else(
        || "no reason given".to_owned(),
        |why| plain(&crate::text::shorten(why, REASON)),
    );
    format!("{} {what}: {value} ({why})", reason.week)
}

fn row(line: &WeekLine) -> [String; 3] {
    let value = |metric: Metric| match line.of(metric) {
        None => "–".to_owned(),
        Some(held) => words::exact(held.power, held.corrected),
    };
    [
        line.week.to_string(),
        value(Metric::Sim),
        value(Metric::Total),
    ]
}

fn unlink(member: &MemberPage) -> Option<CreateActionRow> {
    let user = member.user.as_ref().filter(|_| member.may_unlink)?;
    let unlink = Unlink {
        member: member.id.clone(),
        user: user.id.clone(),
    };
    Some(CreateActionRow::Buttons(vec![
        unlink.button("Unlink", ButtonStyle::Secondary),
    ]))
}

#[cfg(test)]
mod tests {
    use slimy_domain::club::known::Held;

    use super::*;
    use crate::{
        club::fixture::{ODD, week},
        limits::fault,
    };

    fn page(called: &str, weeks: usize) -> MemberPage {
        let newest = week("2026-W47");
        let lines = (0..weeks).map(|back| WeekLine {
            week: newest.plus(-i64::try_from(back).unwrap()),
            sim: (back % 3 != 1).then_some(Held {
                power: Some(298_297_518),
                corrected: back == 0,
            }),
            total: Some(Held {
                power: (back % 4 != 2).then_some(1_412_905_318),
                corrected: false,
            }),
        });
        MemberPage {
            id: Id::from("cmwrt8afl00067d2zeeb71pqc"),
            name: called.to_owned(),
            display_name: None,
            aliases: Vec::new(),
            first_seen: Some(week("2025-W01")),
            last_seen: Some(newest),
            departed: None,
            user: None,
            weeks: lines.collect(),
            reasons: Vec::new(),
            may_unlink: false,
        }
    }

    async fn shown(member: &MemberPage, page: usize) -> String {
        let mut answer = answer(member, page).await.unwrap();
        assert_eq!(fault(&answer), None);
        for file in &mut answer.files {
            assert!(file.data.starts_with(b"\x89PNG"));
            file.data.clear();
        }
        serde_json::to_string_pretty(&answer).unwrap()
    }

    #[tokio::test]
    async fn a_member_is_told_week_by_week() {
        let mut member = page("Stone", 4);
        member.aliases = vec!["St0ne".to_owned(), "_Stone_".to_owned()];
        member.display_name = Some("Alex".to_owned());
        member.user = Some(LinkedUser {
            id: Id::from("cmwrt8afl00067d2zeeb71pqd"),
            discord_id: "11".to_owned(),
            confirmed: true,
        });
        member.may_unlink = true;
        member.reasons = vec![Reason {
            week: week("2026-W47"),
            metric: Metric::Sim,
            value: 298_297_518,
            reason: Some("misread, see `screenshot` @everyone".to_owned()),
        }];
        insta::assert_snapshot!(shown(&member, 0).await);
    }

    #[tokio::test]
    async fn a_departed_member_of_whom_nothing_counts_any_more_has_no_chart() {
        let mut member = page("Gone", 0);
        member.departed = Some(week("2026-W40"));
        insta::assert_snapshot!(shown(&member, 0).await);
    }

    #[tokio::test]
    async fn two_years_have_pages() {
        insta::assert_snapshot!(shown(&page("Stone", 104), 8).await);
    }

    #[tokio::test]
    async fn odd_names_fit() {
        for called in ODD {
            let mut member = page(called, 30);
            member.aliases = vec![(*called).to_owned(); 60];
            let reason = Reason {
                week: week("2026-W47"),
                metric: Metric::Sim,
                value: i64::MAX,
                reason: Some("*".repeat(500)),
            };
            member.reasons = vec![reason; 10];
            shown(&member, 1).await;
        }
    }
}
