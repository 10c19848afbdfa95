//! `/club-admin members`: two who are one, another name, no link.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use slimy_domain::{
    Id,
    club::admin::{self, MergeQuestion, Merged, RenamedMember, Unlinked},
};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once},
    component::{Control, Press as _},
    embed::{CARE, GOOD, card},
    text::name,
};

use super::{NAME, typing};

/// Who is who in the club
#[poise::command(
    slash_command,
    guild_only,
    subcommand_required,
    subcommands("merge_members", "rename_member", "unlink_member")
)]
#[expect(clippy::unused_async, reason = "poise wants it")]
pub(super) async fn members(_: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Make two members one; asks once more
#[poise::command(slash_command, guild_only, rename = "merge")]
async fn merge_members(
    ctx: Context<'_>,
    #[description = "The member that stays"]
    #[autocomplete = "typing::member"]
    keep: String,
    #[description = "The same member under another name, which becomes an alias"]
    #[autocomplete = "typing::member"]
    other: String,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let (services, actor) = (request.services, &request.actor);
        let asked = admin::merge_question(services, actor, &keep, &other).await?;
        request.write(question(&asked)).await
    })
    .await
}

control! {
    /// **Merge** under the question about these two.
    pub(crate) struct Merge("club-admin.members.merge.confirm") { keep: Id, other: Id }
}

impl Control for Merge {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let (services, actor) = (request.services, &request.actor);
        let done = admin::merge(services, actor, &self.keep, &self.other).await?;
        Ok(merged(&done))
    }
}

control! {
    /// **Keep both** under the question.
    pub(crate) struct Keep("club-admin.members.keep") {}
}

impl Control for Keep {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, _: &Request<'_>, (): ()) -> Result<Answer, Error> {
        Ok(kept())
    }
}

/// Give a member another name; the old one becomes an alias
#[poise::command(slash_command, guild_only, rename = "rename")]
async fn rename_member(
    ctx: Context<'_>,
    #[description = "Which member"]
    #[autocomplete = "typing::member"]
    member: String,
    #[description = "The name as the game shows it now"]
    #[max_length = 100]
    new_name: String,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let (services, actor) = (request.services, &request.actor);
        let done = admin::rename(services, actor, &member, &new_name).await?;
        request.write(renamed(&done)).await
    })
    .await
}

/// Take away which Discord user a member is
#[poise::command(slash_command, guild_only, rename = "unlink")]
async fn unlink_member(
    ctx: Context<'_>,
    #[description = "Which member"]
    #[autocomplete = "typing::member"]
    member: String,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let done = admin::unlink(request.services, &request.actor, &member).await?;
        request.write(unlinked(&done)).await
    })
    .await
}

fn kept() -> Answer {
    card("Kept").description("They stay two members.").into()
}

fn question(asked: &MergeQuestion) -> Answer {
    let merge = Merge {
        keep: asked.keep.0.clone(),
        other: asked.other.0.clone(),
    };
    let (keep, other) = (name(&asked.keep.1, NAME), name(&asked.other.1, NAME));
    let said = format!(
        "{other} becomes another spelling of {keep}: all values, corrections and aliases of both are {keep}'s then. Where a roster has both, the value of {keep} counts.\n\nThis cannot be undone."
    );
    let embed = card("Make these two one?").description(said).colour(CARE);
    Answer::from(embed).row(CreateActionRow::Buttons(vec![
        merge.button("Merge", ButtonStyle::Danger),
        Keep {}.button("Keep both", ButtonStyle::Secondary),
    ]))
}

fn merged(done: &Merged) -> Answer {
    let (keep, other) = (name(&done.keep, NAME), name(&done.other, NAME));
    let doubled = match done.doubled {
        0 => String::new(),
        doubled => format!(" {doubled} do not count any more, because {keep} had one there too."),
    };
    let values = done.values;
    let said = format!("{other} means {keep} now. Values that moved: {values}.{doubled}");
    card("Merged").description(said).colour(GOOD).into()
}

fn renamed(done: &RenamedMember) -> Answer {
    let (before, after) = (name(&done.before, NAME), name(&done.after, NAME));
    let said = format!("{before} is now {after}; the old name still means them.");
    card("Renamed").description(said).colour(GOOD).into()
}

fn unlinked(done: &Unlinked) -> Answer {
    let said = format!("{} is linked with nobody any more.", name(&done.name, NAME));
    card("Unlinked").description(said).colour(GOOD).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::fault;

    #[test]
    fn what_becomes_of_members_is_said() {
        let asked = MergeQuestion {
            keep: ("cmwrt8afl00067d2zeeb71pqc".into(), "Stone".to_owned()),
            other: ("cmwrt8afl00067d2zeeb71pqd".into(), "*St0ne*".to_owned()),
        };
        let merge = |doubled| {
            merged(&Merged {
                keep: "Stone".to_owned(),
                other: "*St0ne*".to_owned(),
                values: 12,
                doubled,
            })
        };
        let all = [
            question(&asked),
            merge(0),
            merge(2),
            renamed(&RenamedMember {
                before: "Stone".to_owned(),
                after: "@Rock".to_owned(),
            }),
            unlinked(&Unlinked {
                name: "Stone".to_owned(),
            }),
        ];
        assert!(all.iter().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }

    #[test]
    fn whom_nobody_merges_stay_two() {
        insta::assert_snapshot!(serde_json::to_string_pretty(&kept()).unwrap());
    }
}
