//! `/club me`: who in Discord is which member, and one's own progress.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow, CreateEmbed};
use slimy_domain::{
    Id, UserError,
    club::known::{self, Claim, Fault, Rival},
};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once, at_once_quietly},
    component::{Control, Press as _},
    embed::{GOOD, card},
    text::name,
};

use super::{member, typing, words::NAME};

/// Your own progress; with a name, say which member you are
#[poise::command(slash_command, guild_only)]
pub(super) async fn me(
    ctx: Context<'_>,
    #[description = "Your name in the game: a club manager confirms it"]
    #[autocomplete = "typing::member"]
    #[rename = "name"]
    typed: Option<String>,
) -> Result<(), Error> {
    let Some(typed) = typed else {
        return at_once_quietly(ctx, async {
            let request = Request::begin_quietly(ctx).await?;
            let own = known::me(request.services, &request.actor).await?;
            request.write(member::answer(&own, 0).await?).await
        })
        .await;
    };
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let claim = known::claim(request.services, &request.actor, &typed).await?;
        request.write(question(&claim)).await
    })
    .await
}

control! {
    /// **Confirm** under a claim: the person with this id is this member.
    pub(crate) struct ConfirmLink("club.me.confirm") { member: Id, user: Id }
}

impl Control for ConfirmLink {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let (services, actor) = (request.services, &request.actor);
        let claim = known::confirm(services, actor, &self.member, &self.user).await?;
        Ok(confirmed(&claim))
    }

    async fn settled(&self, _: &Request<'_>, error: &UserError) -> Option<Answer> {
        over(error)
    }
}

control! {
    /// **Decline** under a claim, and **Unlink** under a member: the person with this id is not
    /// this member.
    pub(crate) struct Unlink("club.me.unlink") { member: Id, user: Id }
}

impl Control for Unlink {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let (services, actor) = (request.services, &request.actor);
        let claim = known::unlink(services, actor, &self.member, &self.user).await?;
        Ok(unlinked(&claim))
    }

    async fn settled(&self, _: &Request<'_>, error: &UserError) -> Option<Answer> {
        over(error)
    }
}

fn unlinked(claim: &Claim) -> Answer {
    let said = format!(
        "{} and {} are not linked.",
        person(claim),
        name(&claim.name, NAME)
    );
    card("Not linked").description(said).into()
}

fn over(error: &UserError) -> Option<Answer> {
    let fault = Fault::ClaimOver;
    let said = fault.to_string();
    (*error == fault.into()).then(|| card("Settled").description(said).into())
}

/// What a claim asks the managers.
fn question(claim: &Claim) -> Answer {
    if claim.confirmed {
        return confirmed(claim);
    }
    let (who, called) = (person(claim), name(&claim.name, NAME));
    let others = match claim.rival {
        Rival::None | Rival::Declined(_) => "",
        Rival::Open => " Somebody else says so too: confirming one declines the other.",
    };
    let said = format!("{who} says: I am {called}.\nA club manager can confirm it.{others}");
    let confirm = ConfirmLink {
        member: claim.member.clone(),
        user: claim.user.clone(),
    };
    let decline = Unlink {
        member: claim.member.clone(),
        user: claim.user.clone(),
    };
    Answer::from(card("Who is who").description(said)).row(CreateActionRow::Buttons(vec![
        confirm.button("Confirm", ButtonStyle::Success),
        decline.button("Decline", ButtonStyle::Secondary),
    ]))
}

fn confirmed(claim: &Claim) -> Answer {
    let declined = match &claim.rival {
        Rival::Declined(rival) if !rival.is_empty() => {
            format!(" The claim of <@{rival}> is declined.")
        }
        _ => String::new(),
    };
    let said = format!(
        "{} is {}.{declined}",
        person(claim),
        name(&claim.name, NAME)
    );
    let embed: CreateEmbed = card("Confirmed").description(said).colour(GOOD);
    embed.into()
}

/// In an embed nobody is notified.
fn person(claim: &Claim) -> String {
    format!("<@{}>", claim.discord_id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::fault;

    fn claim(confirmed: bool) -> Claim {
        Claim {
            member: Id::from("cmwrt8afl00067d2zeeb71pqc"),
            name: "_Stone_ @everyone".to_owned(),
            user: Id::from("cmwrt8afl00067d2zeeb71pqd"),
            discord_id: "11".to_owned(),
            confirmed,
            rival: Rival::None,
        }
    }

    #[test]
    fn of_two_claims_one_is_declined() {
        let open = Claim {
            rival: Rival::Open,
            ..claim(false)
        };
        let won = Claim {
            rival: Rival::Declined("12".to_owned()),
            ..claim(true)
        };
        let all = [question(&open), confirmed(&won)];
        assert!(all.iter().all(|answer| fault(answer).is_none()));
        let json = serde_json::to_string(&all).unwrap();
        assert!(
            json.contains("Somebody else says so too: confirming one declines the other."),
            "{json}"
        );
        assert!(json.contains("The claim of <@12> is declined."), "{json}");
    }

    #[test]
    fn a_claim_asks_the_managers() {
        let question = question(&claim(false));
        assert_eq!(fault(&question), None);
        insta::assert_snapshot!(serde_json::to_string_pretty(&question).unwrap());
    }

    #[test]
    fn what_was_confirmed_before_is_not_asked_again() {
        let told = question(&claim(true));
        assert!(told.rows.is_empty());
        insta::assert_snapshot!(serde_json::to_string_pretty(&told).unwrap());
    }

    #[test]
    fn what_became_of_a_claim_is_said() {
        let settled = over(&Fault::ClaimOver.into()).expect("it is over");
        assert!(over(&UserError::NotInGuild).is_none());
        let all = [unlinked(&claim(false)), settled];
        assert!(all.iter().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }
}
