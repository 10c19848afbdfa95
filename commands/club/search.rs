//! `/club search`: members by any spelling, and analyses by what they say.

use slimy_domain::club::known::{self, Found, FoundMember};
use slimy_words::{Words, say};

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
        let words = request.words;
        request.write(answer(words, &found)).await
    })
    .await
}

fn answer(words: Words, found: &Found) -> Answer {
    let query = name(&found.query, NAME);
    let mut embed = card(&say!(words, "club-search-title"));
    if found.members.is_empty() && found.analyses.is_empty() {
        let said = say!(words, "club-search-nothing", query = query);
        return embed.description(said).into();
    }
    embed = embed.description(say!(words, "club-search-found", query = query));
    if !found.members.is_empty() {
        let mut lines: Vec<String> = found.members.iter().map(|one| member(words, one)).collect();
        let more = found.all_members.saturating_sub(lines.len());
        if more > 0 {
            lines.push(say!(words, "club-search-more", count = more));
        }
        let what = say!(words, "club-search-members", count = found.all_members);
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
            lines.push(say!(words, "club-search-more-analyses"));
        }
        let what = say!(words, "club-search-analyses");
        let (what, which, is_inline) = field(&what, &lines.join("\n"), false);
        embed = embed.field(what, which, is_inline);
    }
    embed.into()
}

fn member(words: Words, member: &FoundMember) -> String {
    let mut said = name(&member.name, TITLE);
    if let Some(alias) = &member.alias {
        let alias = name(alias, TITLE);
        said = say!(words, "club-search-also", name = said, alias = alias);
    }
    if member.departed {
        said = say!(words, "club-search-departed", name = said);
    }
    said
}

#[cfg(test)]
mod tests {
    use slimy_domain::{Id, Timestamp, club::Listed};

    use super::*;
    use crate::club::fixture::{ODD, in_every_language};

    fn shown(found: &Found) -> String {
        in_every_language(|words| answer(words, found));
        let answer = answer(Words::ENGLISH, found);
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
