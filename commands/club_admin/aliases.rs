//! `/club-admin aliases`: other spellings that mean a member.

use slimy_domain::club::admin::{self, AliasAdded, AliasRemoved, AliasSource, AliasesOf};

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
        request.write(listed(&aliases, 0)).await
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
        Ok(listed(&aliases, self.page))
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
        request.write(added_answer(&added)).await
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
        request.write(removed_answer(&removed)).await
    })
    .await
}

fn listed(aliases: &[AliasesOf], page: usize) -> Answer {
    if aliases.is_empty() {
        let said = "No member has another spelling yet: add one with /club-admin aliases add, or fix a name before saving.";
        return card("Aliases").description(said).into();
    }
    let pages = Pages::of(aliases.len(), PAGE, page);
    let shown = aliases.get(pages.range()).unwrap_or_default();
    let lines: Vec<String> = shown.iter().map(line).collect();
    let mut embed = card("Aliases").description(body(&lines.join("\n")));
    if let Some(footer) = pages.footer(slimy_words::Words::ENGLISH) {
        embed = embed.footer(footer);
    }
    Answer::from(embed).row(pages.row(slimy_words::Words::ENGLISH, |page| Turn { page }))
}

fn line(of: &AliasesOf) -> String {
    let spellings = of.spellings.iter().take(SPELLINGS).map(|spelling| {
        let alias = plain(&shorten(&spelling.alias, NAME));
        format!("{alias} ({})", source(spelling.source))
    });
    let spellings: Vec<String> = spellings.collect();
    let more = match of.spellings.len().saturating_sub(SPELLINGS) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{}: {}{more}", name(&of.member, NAME), spellings.join(", "))
}

fn source(source: AliasSource) -> &'static str {
    match source {
        AliasSource::Fix => "fixed",
        AliasSource::Command => "added",
        AliasSource::Import => "imported",
        AliasSource::Rename => "earlier name",
    }
}

fn added_answer(added: &AliasAdded) -> Answer {
    let (alias, member) = (name(&added.alias, NAME), name(&added.member, NAME));
    if added.was_known {
        let said = format!("{alias} means {member} already.");
        return card("Known already").description(said).into();
    }
    let said = format!("{alias} means {member} from the next scan on.");
    card("Alias added").description(said).colour(GOOD).into()
}

fn removed_answer(removed: &AliasRemoved) -> Answer {
    let (alias, member) = (name(&removed.alias, NAME), name(&removed.member, NAME));
    let said = format!("{alias} does not mean {member} any more. What is saved stays as it is.");
    card("Alias removed").description(said).colour(GOOD).into()
}

#[cfg(test)]
mod tests {
    use slimy_domain::club::admin::Spelling;

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
        let answer = listed(&vec![member; 40], 1);
        assert_eq!(fault(&answer), None);
        assert_eq!(answer.rows.len(), 1);
    }

    #[test]
    fn what_was_done_is_said() {
        let added = |was_known| {
            let (alias, member) = ("St0ne".to_owned(), "Stone".to_owned());
            added_answer(&AliasAdded {
                alias,
                member,
                was_known,
            })
        };
        let removed = removed_answer(&AliasRemoved {
            alias: "St0ne".to_owned(),
            member: "Stone".to_owned(),
        });
        let all = [listed(&[], 0), added(false), added(true), removed];
        assert!(all.iter().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }
}
