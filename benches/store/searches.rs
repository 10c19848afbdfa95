//! Each search, for terms that are nearly nowhere and terms that are everywhere.

use bench_seed::{COMMON, MEDIUM, RARE, TWO, guild_id, user_id};
use slimy_store::{
    Db, Id, PageRequest, chat, club,
    guilds::{self, GuildFilter},
};

use crate::{
    measure::{PAGE, times},
    report::Report,
};

/// What is in no text at all.
const NOWHERE: &str = "wombat xylophone";

const TERMS: &[(&str, &str)] = &[
    ("no", NOWHERE),
    ("a rare", RARE),
    ("a medium", MEDIUM),
    ("a common", COMMON),
    ("a two-character", TWO),
];

/// Measures them where most is, and analyses in a small guild, too.
pub(crate) async fn measure(db: &Db, report: &mut Report) {
    let page = PageRequest::first(PAGE);
    for (kind, term) in TERMS {
        let filter = GuildFilter {
            search: Some((*term).to_owned()),
            ..GuildFilter::default()
        };
        let search = async || guilds::list(db, &filter, &page).await;
        let what = format!("guilds, {kind} term");
        report.times(&what, None, times(search).await);
    }
    for (size, number) in [("the largest", 0), ("a middling", 100)] {
        let guild = Id::from(guild_id(number));
        for (kind, term) in TERMS {
            let search = async || club::search(db, &guild, term, &page).await;
            let what = format!("analyses of {size} guild, {kind} term");
            report.times(&what, None, times(search).await);
        }
    }
    for (who, number) in [("the busiest", 0), ("another", 100)] {
        let user = Id::from(user_id(number));
        for (kind, term) in TERMS {
            let search = async || chat::search(db, &user, term, &page).await;
            let what = format!("conversations of {who} person, {kind} term");
            report.times(&what, None, times(search).await);
        }
    }
}
