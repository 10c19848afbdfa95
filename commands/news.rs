//! A club's news as its channel is told them.

use poise::serenity_prelude::{CreateAllowedMentions, CreateEmbed, CreateMessage};
use slimy_domain::{
    club::{
        Metric, Percent,
        alerts::{Listing, Mover, News},
    },
    number::short,
};

use crate::{
    club::power,
    club_admin::guard_sentences,
    embed::{CARE, body, card, field},
    text::{moment, name},
};

/// Units of a name: several times what the game allows.
const NAME: usize = 60;

/// The message; it mentions nobody.
pub fn message(news: &News) -> CreateMessage {
    CreateMessage::new()
        .embed(embed(news))
        .allowed_mentions(CreateAllowedMentions::new())
}

/// What is posted to see whether that is possible.
pub(crate) fn trial() -> CreateMessage {
    let said = "From now on this club's news are told here: who joins and leaves, whose power changes a lot, and when a scan is due.";
    CreateMessage::new()
        .embed(card("Club news").description(said))
        .allowed_mentions(CreateAllowedMentions::new())
}

fn embed(news: &News) -> CreateEmbed {
    match news {
        News::Saved {
            week,
            metrics,
            joined,
            left,
            movers,
            percent,
        } => {
            let said = format!("A roster was saved: {}.", powers(metrics));
            let mut embed = card(&format!("Club news · {week}")).description(said);
            if !joined.is_empty() {
                let title = format!("Joined ({})", joined.len());
                embed = embed.fields([field(&title, &people(joined), false)]);
            }
            if !left.is_empty() {
                let title = format!("Left ({})", left.len());
                embed = embed.fields([field(&title, &people(left), false)]);
            }
            if !movers.is_empty() {
                let title = match percent {
                    Some(percent) => format!("Changed by {percent} % or more ({})", movers.len()),
                    None => format!("Changed ({})", movers.len()),
                };
                embed = embed.fields([field(&title, &moved(movers, metrics), false)]);
            }
            embed
        }
        News::ScanDue {
            week,
            began,
            metrics,
        } => {
            let said = format!(
                "{week} began {}, and its {} was not saved yet: use /club analyze.",
                moment(*began),
                powers(metrics)
            );
            card("The weekly scan is due")
                .description(body(&said))
                .colour(CARE)
        }
        News::GuardsLoosened { before, after } => {
            let changed = guard_sentences(before).into_iter();
            let changed = changed.zip(guard_sentences(after));
            let changed = changed.filter(|(before, after)| before != after);
            let fields = changed
                .map(|((title, was), (_, is))| field(title, &format!("{was} → {is}"), false));
            let said = "A roster needs a second manager's approval less often from now on. Reviews that have begun keep the guards that they began with. Who changed this is in the audit log.";
            card("Guards loosened")
                .description(said)
                .fields(fields)
                .colour(CARE)
        }
    }
}

fn powers(metrics: &[Metric]) -> String {
    let words: Vec<&str> = metrics.iter().map(|metric| power(*metric)).collect();
    words.join(" and ")
}

fn people(listing: &Listing<String>) -> String {
    let names: Vec<String> = listing.named.iter().map(|one| name(one, NAME)).collect();
    format!("{}{}", names.join(", "), more(listing.more))
}

fn moved(movers: &Listing<Mover>, metrics: &[Metric]) -> String {
    let lines = movers.named.iter().map(|mover| {
        let percent = Percent::new(mover.before, mover.now);
        let percent = percent
            .map(|percent| format!(" ({percent})"))
            .unwrap_or_default();
        let which = if metrics.len() > 1 {
            format!(" {}", power(mover.metric))
        } else {
            String::new()
        };
        let (before, now) = (short(mover.before), short(mover.now));
        format!(
            "{}{which}: {before} → {now}{percent}",
            name(&mover.name, NAME)
        )
    });
    let lines: Vec<String> = lines.collect();
    let more = match movers.more {
        0 => String::new(),
        more => format!("\nand {more} more"),
    };
    // Whole lines are cut where there is no room: the count stands in the title.
    format!("{}{more}", lines.join("\n"))
}

fn more(more: usize) -> String {
    match more {
        0 => String::new(),
        more => format!(" and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use slimy_domain::{Timestamp, club::Guards};

    use super::*;
    use crate::{answer::Answer, limits::fault};

    fn listing<T>(named: Vec<T>, more: usize) -> Listing<T> {
        Listing { named, more }
    }

    fn mover(name: &str, metric: Metric, before: i64, now: i64) -> Mover {
        let name = name.to_owned();
        Mover {
            name,
            metric,
            before,
            now,
        }
    }

    fn saved() -> News {
        News::Saved {
            week: "2026-W47".parse().unwrap(),
            metrics: vec![Metric::Sim, Metric::Total],
            joined: listing(vec!["@everyone".to_owned(), "Ann".to_owned()], 0),
            left: listing(vec!["<@1>".to_owned()], 3),
            movers: listing(
                vec![
                    mover("*Stone*", Metric::Sim, 100_000_000, 298_297_518),
                    mover("Pebble", Metric::Total, 2_000_000, 1_500_000),
                ],
                1,
            ),
            percent: Some(10),
        }
    }

    #[test]
    fn news_name_people_and_mention_nobody() {
        let message = serde_json::to_value(message(&saved())).unwrap();
        assert_eq!(message["allowed_mentions"]["parse"], serde_json::json!([]));
        insta::assert_snapshot!(serde_json::to_string_pretty(&message["embeds"]).unwrap());
    }

    #[test]
    fn a_scan_that_is_due_says_of_what() {
        let news = News::ScanDue {
            week: "2026-W47".parse().unwrap(),
            began: Timestamp::from_micros(1_795_000_000_000_000).unwrap(),
            metrics: vec![Metric::Total],
        };
        insta::assert_snapshot!(serde_json::to_string_pretty(&embed(&news)).unwrap());
    }

    #[test]
    fn loosened_guards_say_what_they_were() {
        let news = News::GuardsLoosened {
            before: Guards::default(),
            after: Guards {
                jump_percent: None,
                missing_percent: Some(50),
                ..Guards::default()
            },
        };
        insta::assert_snapshot!(serde_json::to_string_pretty(&embed(&news)).unwrap());
    }

    #[test]
    fn the_longest_names_fit() {
        let long = || "*".repeat(100);
        let news = News::Saved {
            week: "2026-W47".parse().unwrap(),
            metrics: vec![Metric::Sim],
            joined: listing((0..15).map(|_| long()).collect(), 185),
            left: listing((0..15).map(|_| long()).collect(), 185),
            movers: listing(
                (0..15)
                    .map(|_| mover(&long(), Metric::Sim, 1, i64::MAX))
                    .collect(),
                185,
            ),
            percent: Some(1_000),
        };
        assert_eq!(fault(&Answer::from(embed(&news))), None);
    }

    #[test]
    fn the_channel_is_told_what_it_will_be_told() {
        let message = serde_json::to_value(trial()).unwrap();
        assert_eq!(message["allowed_mentions"]["parse"], serde_json::json!([]));
        insta::assert_snapshot!(serde_json::to_string_pretty(&message["embeds"]).unwrap());
    }
}
