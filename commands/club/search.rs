//! `/club search`: members by any spelling, and analyses by what they say.

use slimy_domain::club::known::{self, Found, FoundMember};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once},
    embed::{card, field},
    text::{moment, name, plain, shorten},
};

use super::words::NAME;

/// Units of a summary that are told.
const SUMMARY: usize = 60;
/// Units of a title that are told.
const TITLE: usize = 30;

/// Find members by any spelling, and analyses by their title or summary
#[poise::command(slash_command, guild_only)]
pub(super) async fn search(
    ctx: Context<'_>,
    #[description = "A part of a name, a title or a summary"]
    #[max_length = 100]
    query: String,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let found = known::search(request.services, &request.actor, &query).await?;
        request.write(answer(&found)).await
    })
    .await
}

fn answer(found: &Found) -> Answer {
    let searched = name(&found.query, NAME);
    let mut embed = card("Search");
    if found.members.is_empty() && found.analyses.is_empty() {
        let said = format!("No member and no analysis has {searched} in it.");
        return embed.description(said).into();
    }
    embed = embed.description(format!("What has {searched} in it:"));
    if !found.members.is_empty() {
        let mut lines: Vec<String> = found.members.iter().map(member).collect();
        let more = found.all_members.saturating_sub(lines.len());
        if more > 0 {
            lines.push(format!("and {more} more"));
        }
        let what = format!("Members ({})", found.all_members);
        let (what, who, is_inline) = field(&what, &lines.join("\n"), false);
        embed = embed.field(what, who, is_inline);
    }
    if !found.analyses.is_empty() {
        let mut lines: Vec<String> = found
            .analyses
            .iter()
            .map(|analysis| {
                let title = name(&analysis.title, TITLE);
                let summary = plain(&shorten(&analysis.summary, SUMMARY));
                format!("{title} {} {summary}", moment(analysis.saved_at))
            })
            .collect();
        if found.more_analyses {
            lines.push("and more: /club list shows them all".to_owned());
        }
        let (what, which, is_inline) = field("Analyses", &lines.join("\n"), false);
        embed = embed.field(what, which, is_inline);
    }
    embed.into()
}

fn member(member: &FoundMember) -> String {
    let mut said = name(&member.name, TITLE);
    if let Some(alias) = &member.alias {
        said = format!("{said} (also {})", name(alias, TITLE));
    }
    if member.departed {
        said.push_str(", departed");
    }
    said
}

#[cfg(test)]
mod tests {
    use slimy_domain::{Id, Timestamp, club::Listed};

    use super::*;
    use crate::{club::fixture::ODD, limits::fault};

    fn shown(found: &Found) -> String {
        let answer = answer(found);
        assert_eq!(fault(&answer), None);
        serde_json::to_string_pretty(&answer).unwrap()
    }

    fn found(names: &[&str], titles: &[&str]) -> Found {
        Found {
            query: "st*".to_owned(),
            members: names
                .iter()
                .map(|name| FoundMember {
                    name: (*name).to_owned(),
                    alias: Some(format!("{name}!")),
                    departed: true,
                })
                .collect(),
            all_members: names.len() + 2,
            analyses: titles
                .iter()
                .map(|title| Listed {
                    id: Id::from("a1"),
                    title: (*title).to_owned(),
                    summary: "55 members, 298.3 M sim power.".to_owned(),
                    saved_at: Timestamp::from_micros(1_795_500_000_000_000).unwrap(),
                })
                .collect(),
            more_analyses: true,
        }
    }

    #[test]
    fn members_and_analyses_are_told_apart() {
        insta::assert_snapshot!(shown(&found(&["Stone"], &["Week _47_"])));
    }

    #[test]
    fn nothing_found_is_said() {
        let mut nothing = found(&[], &[]);
        nothing.all_members = 0;
        insta::assert_snapshot!(shown(&nothing));
    }

    #[test]
    fn odd_names_fit() {
        let names: Vec<&str> = ODD.iter().copied().cycle().take(10).collect();
        shown(&found(&names, &names));
    }
}
