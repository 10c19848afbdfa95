//! `slimy audit …`: is the audit log what was written, beside the running bot or without it.

use std::collections::BTreeSet;

use anyhow::bail;
use slimy_store::audit::{self, Finding, Mark, Scope, Verified};
use slimy_store::{Db, guilds};

use crate::{Misuse, cli, config, migrate};

/// How many guilds are named at the end at most.
const NAMED: usize = 100;

/// Does what was typed.
pub(crate) async fn run(what: cli::Audit, settings: &config::Database) -> anyhow::Result<()> {
    let cli::Audit::Verify { guild, head } = what;
    let marks: Vec<Mark> = head.as_deref().map(mark).transpose()?.into_iter().collect();
    let db = migrate::connect_to_migrated(settings).await?;
    let done = verify(&db, guild.as_deref(), &marks).await;
    db.close().await;
    done
}

async fn verify(db: &Db, guild: Option<&str>, marks: &[Mark]) -> anyhow::Result<()> {
    let scope = match guild {
        None => Scope::All,
        Some(discord_id) => {
            if let Some(guild) = guilds::find_by_discord_id(db, discord_id).await? {
                Scope::Guild(guild.id)
            } else {
                let fault = "--guild is no guild that the bot knows; accepted: its Discord id";
                return Err(Misuse(fault.to_owned()).into());
            }
        }
    };
    let mut chains = BTreeSet::new();
    let mut tell = |finding: Finding| {
        println!("{finding}");
        if chains.len() < NAMED {
            chains.insert(finding.chain().to_owned());
        }
    };
    let verified = audit::verify(db, &scope, marks, &mut tell).await?;
    for chain in chains.iter().filter(|chain| !chain.is_empty()) {
        if let Some(guild) = guilds::find(db, &chain.as_str().into()).await? {
            println!("guild {chain} is {}", guild.discord_id);
        }
    }
    println!("{}", summary(&verified));
    match verified.findings {
        0 => println!("nothing is wrong"),
        1 => bail!("1 thing is wrong"),
        found => bail!("{found} things are wrong"),
    }
    Ok(())
}

fn summary(verified: &Verified) -> String {
    let Verified {
        chains,
        entries,
        archived,
        before_chain,
        ..
    } = verified;
    format!(
        "{entries} entries verified in {chains} chains; {archived} are archived, {before_chain} from before the chain"
    )
}

fn mark(typed: &str) -> Result<Mark, Misuse> {
    let parsed = typed.split_once(':').and_then(|(seq, hash)| {
        let seq = seq.parse().ok().filter(|seq: &i64| *seq > 0)?;
        let hash = hash.to_lowercase();
        let is_hash = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hash.then_some(Mark { seq, hash })
    });
    parsed.ok_or_else(|| {
        let fault = "--head is no head; accepted: a number and 64 hexadecimal digits, as 12:ab…";
        Misuse(fault.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_typed_as_the_channel_shows_it() {
        let hash = "AB".repeat(32);
        let head = mark(&format!("12:{hash}")).unwrap();
        assert_eq!((head.seq, head.hash), (12, "ab".repeat(32)));
        for wrong in [
            "",
            "12",
            "0:ab",
            "12:xy",
            &format!("-1:{hash}"),
            &format!("1:{hash}0"),
        ] {
            assert!(mark(wrong).is_err(), "{wrong}");
        }
    }
}
