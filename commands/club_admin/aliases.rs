//! `/club-admin aliases`: other spellings that mean a member.

use slimy_domain::club::admin::{self, AliasAdded, AliasRemoved, AliasSource, AliasesOf};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once, at_once_quietly},
    component::Control,
    embed::{GOOD, body, card},
    pages::Pages,
    text::{name, plain, shorten},
};

use super::{NAME, typing};

/// Members on one page.
const PAGE: usize = 15;
/// Spellings of one member that are shown.
const SPELLINGS: usize = 10;

/// Other spellings that mean a member
#[poise::command(
    slash_command,
    guild_only,
    subcommand_required,
    subcommands("list", "add", "remove")
)]
#[expect(clippy::unused_async, reason = "poise wants it")]
pub(super) async fn aliases(_: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// All aliases, by member
#[poise::command(slash_command, guild_only)]
async fn list(ctx: Context<'_>) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let aliases = admin::aliases(request.services, &request.actor).await?;
        request.write(listed(request.words, &aliases, 0)).await
    })
    .await
}

control! {
    /// **Previous** and **Next** under the aliases: a page, from 0.
    pub(crate) struct Turn("club-admin.aliases.page") { page: usize }
}

impl Control for Turn {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let aliases = admin::aliases(request.services, &request.actor).await?;
        Ok(listed(request.words, &aliases, self.page))
    }
}

/// Have another spelling mean a member
#[poise::command(slash_command, guild_only)]
async fn add(
    ctx: Context<'_>,
    #[description = "The other spelling"]
    #[max_length = 100]
    alias: String,
    #[description = "The member that it means"]
    #[autocomplete = "typing::member"]
    member: String,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let (services, actor) = (request.services, &request.actor);
        let added = admin::add_alias(services, actor, &alias, &member).await?;
        request.write(added_answer(request.words, &added)).await
    })
    .await
}

/// Have a spelling mean nobody any more
#[poise::command(slash_command, guild_only)]
async fn remove(
    ctx: Context<'_>,
    #[description = "The spelling"]
    #[autocomplete = "typing::alias"]
    alias: String,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let removed = admin::remove_alias(request.services, &request.actor, &alias).await?;
        request.write(removed_answer(request.words, &removed)).await
    })
    .await
}

fn listed(words: Words, aliases: &[AliasesOf], page: usize) -> Answer {
    let embed = card(&say!(words, "club-admin-aliases-title"));
    if aliases.is_empty() {
        return embed
            .description(say!(words, "club-admin-aliases-none"))
            .into();
    }
    let pages = Pages::of(aliases.len(), PAGE, page);
    let shown = aliases.get(pages.range()).unwrap_or_default();
    let lines: Vec<String> = shown.iter().map(|of| line(words, of)).collect();
    let mut embed = embed.description(body(&lines.join("\n")));
    if let Some(footer) = pages.footer(words) {
        embed = embed.footer(footer);
    }
    Answer::from(embed).row(pages.row(words, |page| Turn { page }))
}

fn line(words: Words, of: &AliasesOf) -> String {
    let spellings = of.spellings.iter().map(|spelling| {
        say!(
            words,
            "club-admin-alias-source",
            alias = plain(&shorten(&spelling.alias, NAME)),
            source = source(spelling.source)
        )
    });
    let spellings: Vec<String> = spellings.collect();
    say!(
        words,
        "club-admin-aliases-of",
        member = name(&of.member, NAME),
        spellings = words.some(&spellings, SPELLINGS)
    )
}

/// As the messages tell sources apart.
fn source(source: AliasSource) -> &'static str {
    match source {
        AliasSource::Fix => "fix",
        AliasSource::Command => "command",
        AliasSource::Import => "import",
        AliasSource::Rename => "rename",
    }
}

fn added_answer(words: Words, added: &AliasAdded) -> Answer {
    let (alias, member) = (name(&added.alias, NAME), name(&added.member, NAME));
    if added.was_known {
        let said = say!(
            words,
            "club-admin-alias-known",
            alias = alias,
            member = member
        );
        return card(&say!(words, "club-admin-alias-known-title"))
            .description(said)
            .into();
    }
    let said = say!(
        words,
        "club-admin-alias-added",
        alias = alias,
        member = member
    );
    card(&say!(words, "club-admin-alias-added-title"))
        .description(said)
        .colour(GOOD)
        .into()
}

fn removed_answer(words: Words, removed: &AliasRemoved) -> Answer {
    let said = say!(
        words,
        "club-admin-alias-removed",
        alias = name(&removed.alias, NAME),
        member = name(&removed.member, NAME)
    );
    card(&say!(words, "club-admin-alias-removed-title"))
        .description(said)
        .colour(GOOD)
        .into()
}

#[cfg(test)]
mod tests {
    use slimy_domain::club::admin::Spelling;
    use slimy_words::Language;

    use super::*;
    use crate::limits::fault;

    fn of(member: &str, aliases: &[&str]) -> AliasesOf {
        let spelling = |alias: &&str| Spelling {
            alias: (*alias).to_owned(),
            source: AliasSource::Fix,
        };
        AliasesOf {
            member: member.to_owned(),
            spellings: aliases.iter().map(spelling).collect(),
        }
    }

    #[test]
    fn aliases_stand_behind_their_member_and_cannot_format() {
        let answer = listed(
            Words::ENGLISH,
            &[of("Stone", &["St0ne", "*Stein*"]), of("@here", &["x"])],
            0,
        );
        assert_eq!(fault(&answer), None);
        insta::assert_snapshot!(serde_json::to_string_pretty(&answer).unwrap());
    }

    #[test]
    fn many_aliases_have_pages_and_fit() {
        let long = "*".repeat(100);
        let member = of(&long, &[long.as_str(); 30]);
        for language in Language::ALL {
            let answer = listed(Words::of(language), &vec![member.clone(); 40], 1);
            assert_eq!(fault(&answer), None);
            assert_eq!(answer.rows.len(), 1);
        }
    }

    #[test]
    fn what_was_done_is_said() {
        let all = |words| {
            let added = |was_known| {
                let (alias, member) = ("St0ne".to_owned(), "Stone".to_owned());
                let added = AliasAdded {
                    alias,
                    member,
                    was_known,
                };
                added_answer(words, &added)
            };
            let removed = AliasRemoved {
                alias: "St0ne".to_owned(),
                member: "Stone".to_owned(),
            };
            let removed = removed_answer(words, &removed);
            [listed(words, &[], 0), added(false), added(true), removed]
        };
        for language in Language::ALL {
            let all = all(Words::of(language));
            assert!(all.iter().all(|answer| fault(answer).is_none()));
        }
        insta::assert_snapshot!(serde_json::to_string_pretty(&all(Words::ENGLISH)).unwrap());
    }
}
