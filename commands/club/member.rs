//! `/club member`: one member, week by week, with a chart.

use std::fmt::Write as _;

use poise::serenity_prelude::{ButtonStyle, CreateActionRow, CreateEmbed};
use slimy_domain::{
    Id,
    club::{
        Metric, Week,
        known::{self, LinkedUser, MemberPage, Reason, WeekLine},
        power,
    },
};
use slimy_words::{Words, say};

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
    words::{self, NAME, star},
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
        let words = request.words;
        request.write(answer(words, &member, 0).await?).await
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
        answer(request.words, &member, self.page).await
    }
}

/// What is known of a member: the page `page` (from 0) of their weeks.
pub(super) async fn answer(
    words: Words,
    member: &MemberPage,
    page: usize,
) -> Result<Answer, Error> {
    let pages = Pages::of(member.weeks.len(), PAGE, page);
    let shown = &member.weeks[pages.range()];
    let mut said = said(words, member);
    let rows = shown.iter().map(|line| row(words, line));
    let heads = [
        say!(words, "club-member-week"),
        say!(words, "club-member-sim"),
        say!(words, "club-member-total"),
    ];
    said.push_str(&grid(Some(heads), rows, &[1, 2]));
    let held = shown.iter().flat_map(|line| [line.sim, line.total]);
    if held.flatten().any(|held| held.corrected) {
        said = format!("{said}\n{}", star(words));
    }
    let embed = card(&member.name).description(body(&said));
    let mut embed = with_facts(words, embed, member);
    if let Some(footer) = pages.footer(words) {
        embed = embed.footer(footer);
    }
    let turn = pages.row(words, |page| MemberWeeks {
        id: member.id.clone(),
        page,
    });
    let picture = drawing::member(words, &member.name, &member.weeks).await?;
    Ok(Answer::from(embed)
        .picture(picture)
        .row(turn)
        .row(unlink(words, member)))
}

/// Above the table: what else they are called, and whether they are gone.
fn said(words: Words, member: &MemberPage) -> String {
    let mut said = String::new();
    // Writing to a string cannot fail.
    if let Some(display_name) = &member.display_name {
        let name = name(display_name, NAME);
        let _ = writeln!(said, "{}", say!(words, "club-member-known-as", name = name));
    }
    if let Some(departed) = member.departed {
        let week = departed.to_string();
        let _ = writeln!(said, "{}", say!(words, "club-member-departed", week = week));
    }
    if member.weeks.is_empty() {
        said.push_str(&say!(words, "club-member-nothing"));
    }
    said
}

fn with_facts(words: Words, embed: CreateEmbed, member: &MemberPage) -> CreateEmbed {
    let never = || say!(words, "club-member-never");
    let week = |week: Option<Week>| week.map_or_else(never, |week| week.to_string());
    let (first, last) = (week(member.first_seen), week(member.last_seen));
    let mut facts = vec![
        field(&say!(words, "club-member-first-seen"), &first, true),
        field(&say!(words, "club-member-last-seen"), &last, true),
    ];
    if let Some(user) = &member.user {
        let what = say!(words, "club-member-in-discord");
        facts.push(field(&what, &person(words, user), true));
    }
    if !member.aliases.is_empty() {
        let aliases = member.aliases.iter().map(|alias| name(alias, NAME));
        let aliases = aliases.collect::<Vec<_>>().join("\n");
        facts.push(field(
            &say!(words, "club-member-spellings"),
            &aliases,
            false,
        ));
    }
    if !member.reasons.is_empty() {
        let reasons = member.reasons.iter().map(|one| reason(words, one));
        let reasons = reasons.collect::<Vec<_>>().join("\n");
        facts.push(field(
            &say!(words, "club-member-corrections"),
            &reasons,
            false,
        ));
    }
    embed.fields(facts)
}

fn person(words: Words, user: &LinkedUser) -> String {
    // In an embed nobody is notified.
    let person = format!("<@{}>", user.discord_id);
    if user.confirmed {
        say!(words, "club-member-confirmed", person = person)
    } else {
        say!(words, "club-member-unconfirmed", person = person)
    }
}

fn reason(words: Words, reason: &Reason) -> String {
    let why = reason.reason.as_deref().map_or_else(
        || say!(words, "club-member-no-reason"),
        |why| plain(&crate::text::shorten(why, REASON)),
    );
    say!(
        words,
        "club-member-reason",
        week = reason.week.to_string(),
        power = power(words, reason.metric),
        value = words.number(reason.value),
        why = why
    )
}

fn row(words: Words, line: &WeekLine) -> [String; 3] {
    let value = |metric: Metric| match line.of(metric) {
        None => "–".to_owned(),
        Some(held) => words::exact(words, held.power, held.corrected),
    };
    [
        line.week.to_string(),
        value(Metric::Sim),
        value(Metric::Total),
    ]
}

fn unlink(words: Words, member: &MemberPage) -> Option<CreateActionRow> {
    let user = member.user.as_ref().filter(|_| member.may_unlink)?;
    let unlink = Unlink {
        member: member.id.clone(),
        user: user.id.clone(),
    };
    Some(CreateActionRow::Buttons(vec![unlink.button(
        &say!(words, "club-member-unlink"),
        ButtonStyle::Secondary,
    )]))
}

#[cfg(test)]
mod tests {
    use slimy_domain::club::known::Held;
    use slimy_words::Language;

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
        for language in Language::ALL {
            let answer = answer(Words::of(language), member, page).await.unwrap();
            assert_eq!(fault(&answer), None, "{}", language.code());
        }
        let mut answer = answer(Words::ENGLISH, member, page).await.unwrap();
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
