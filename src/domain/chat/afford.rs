//! Whether there is budget left at all, asked before work is done that costs more than asking.

use slimy_store::chat::usage;

use super::{Budget, Chat, Fault, Limits, Link, Scope, Span, access::refused, periods, tokens};
use crate::{Error, Services, rights::Actor};

/// The ends of the names of pictures.
const PICTURES: [&str; 4] = [".png", ".jpg", ".jpeg", ".webp"];

/// Refuses files of a question that could not be paid for: what they and the longest answer take
/// is more than is left. Nothing is reserved, and what passes may be refused all the same.
pub(super) async fn check(
    services: &Services,
    chat: &Chat,
    actor: &Actor,
    budget: Budget,
    files: &[Link],
) -> Result<(), Error> {
    if files.is_empty() {
        return Ok(());
    }
    let pictures = files.iter().filter(|file| is_picture(&file.name)).count();
    let pictures = i64::try_from(pictures * tokens::IMAGE).unwrap_or(i64::MAX);
    let tokens = pictures.saturating_add(i64::from(chat.setup.answer_tokens));
    let (db, now) = (&services.db, periods(services.now()));
    for (span, period) in [(Span::Day, &now.day), (Span::Month, &now.month)] {
        let used = usage::of_user(db, &actor.user_id, period).await?.used;
        fits(budget.person, (Scope::Person, span), used, tokens)?;
        if let Some(guild_id) = actor.guild_id() {
            let used = usage::of_guild(db, guild_id, period).await?.used;
            fits(budget.guild, (Scope::Guild, span), used, tokens)?;
        }
        let used = usage::of_host(db, period).await?.used;
        fits(budget.host, (Scope::Host, span), used, tokens)?;
    }
    Ok(())
}

fn is_picture(name: &str) -> bool {
    let name = name.to_lowercase();
    PICTURES.iter().any(|end| name.ends_with(end))
}

fn fits(limits: Limits, (scope, span): (Scope, Span), used: i64, more: i64) -> Result<(), Error> {
    let limit = match span {
        Span::Day => limits.day,
        Span::Month => limits.month,
    };
    if limit.is_some_and(|limit| used.saturating_add(more) > limit) {
        return Err(refused(Fault::BudgetSpent { scope, span }));
    }
    Ok(())
}
