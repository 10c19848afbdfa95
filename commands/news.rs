//! A club's news as its channel is told them.

use poise::serenity_prelude::{CreateAllowedMentions, CreateEmbed, CreateMessage};
use slimy_domain::club::{
    Metric, Percent,
    alerts::{Listing, Mover, News},
};
use slimy_words::{Words, say};

use crate::{
    club_admin::guard_sentences,
    embed::{CARE, body, card, field},
    text::{moment, name},
};

/// Units of a name: several times what the game allows.
const NAME: usize = 60;

/// The message; it mentions nobody.
pub fn message(words: Words, news: &News) -> CreateMessage {
    CreateMessage::new()
        .embed(embed(words, news))
        .allowed_mentions(CreateAllowedMentions::new())
}

/// What is posted to see whether that is possible.
pub(crate) fn trial(words: Words) -> CreateMessage {
    let embed = card(&say!(words, "news-trial-title")).description(say!(words, "news-trial"));
    CreateMessage::new()
        .embed(embed)
        .allowed_mentions(CreateAllowedMentions::new())
}

fn embed(words: Words, news: &News) -> CreateEmbed {
    match news {
        News::Saved {
            week,
            metrics,
            joined,
            left,
            movers,
            percent,
        } => {
            let said = say!(words, "news-saved", powers = powers(words, metrics));
            let title = say!(words, "news-title", week = week.to_string());
            let mut embed = card(&title).description(said);
            if !joined.is_empty() {
                let title = say!(words, "news-joined", count = joined.len());
                embed = embed.fields([field(&title, &people(words, joined), false)]);
            }
            if !left.is_empty() {
                let title = say!(words, "news-left", count = left.len());
                embed = embed.fields([field(&title, &people(words, left), false)]);
            }
            if !movers.is_empty() {
                let title = changed_title(words, *percent, movers.len());
                embed = embed.fields([field(&title, &moved(words, movers, metrics), false)]);
            }
            embed
        }
        News::ScanDue {
            week,
            began,
            metrics,
        } => {
            let said = say!(
                words,
                "news-due",
                week = week.to_string(),
                began = moment(*began),
                powers = powers(words, metrics)
            );
            card(&say!(words, "news-due-title"))
                .description(body(&said))
                .colour(CARE)
        }
        News::GuardsLoosened { before, after } => {
            let changed = guard_sentences(words, before).into_iter();
            let changed = changed.zip(guard_sentences(words, after));
            let changed = changed.filter(|(before, after)| before != after);
            let fields = changed.map(|((title, was), (_, is))| {
                let said = say!(words, "news-guard-changed", before = was, after = is);
                field(&title, &said, false)
            });
            card(&say!(words, "news-guards-title"))
                .description(say!(words, "news-guards"))
                .fields(fields)
                .colour(CARE)
        }
    }
}

fn changed_title(words: Words, percent: Option<u32>, count: usize) -> String {
    if let Some(percent) = percent {
        say!(words, "news-changed-by", percent = percent, count = count)
    } else {
        say!(words, "news-changed", count = count)
    }
}

fn powers(words: Words, metrics: &[Metric]) -> String {
    let powers = metrics.iter().map(|metric| {
        let metric = metric.as_str();
        say!(words, "news-power", metric = metric)
    });
    words.list(&powers.collect::<Vec<String>>())
}

fn people(words: Words, listing: &Listing<String>) -> String {
    let names: Vec<String> = listing.named.iter().map(|one| name(one, NAME)).collect();
    let names = names.join(&say!(words, "text-list-between"));
    match listing.more {
        0 => names,
        more => say!(words, "text-and-more", names = names, count = more),
    }
}

fn moved(words: Words, movers: &Listing<Mover>, metrics: &[Metric]) -> String {
    let is_of_two = metrics.len() > 1;
    let movers_named = movers.named.iter();
    let mut lines: Vec<String> = movers_named
        .map(|mover| line(words, mover, is_of_two))
        .collect();
    if movers.more > 0 {
        lines.push(say!(words, "news-more", count = movers.more));
    }
    // Whole lines are cut where there is no room: the count stands in the title.
    lines.join("\n")
}

fn line(words: Words, mover: &Mover, is_of_two: bool) -> String {
    let name = name(&mover.name, NAME);
    let name = if is_of_two {
        let metric = mover.metric.as_str();
        say!(words, "news-mover-of", name = name, metric = metric)
    } else {
        name
    };
    let (before, now) = (words.short(mover.before), words.short(mover.now));
    match Percent::new(mover.before, mover.now) {
        None => say!(words, "news-mover", name = name, before = before, now = now),
        Some(percent) => say!(
            words,
            "news-mover-percent",
            name = name,
            before = before,
            now = now,
            percent = words.percent_change(percent.tenths())
        ),
    }
}

#[cfg(test)]
mod tests {
    use slimy_domain::{Timestamp, club::Guards};
    use slimy_words::Language;

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
        let message = serde_json::to_value(message(Words::ENGLISH, &saved())).unwrap();
        assert_eq!(message["allowed_mentions"]["parse"], serde_json::json!([]));
        insta::assert_snapshot!(serde_json::to_string_pretty(&message["embeds"]).unwrap());
    }

    #[test]
    fn news_are_told_in_the_guilds_language() {
        let told = Language::ALL.map(|language| embed(Words::of(language), &saved()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&told).unwrap());
    }

    #[test]
    fn a_scan_that_is_due_says_of_what() {
        let news = News::ScanDue {
            week: "2026-W47".parse().unwrap(),
            began: Timestamp::from_micros(1_795_000_000_000_000).unwrap(),
            metrics: vec![Metric::Total],
        };
        insta::assert_snapshot!(
            serde_json::to_string_pretty(&embed(Words::ENGLISH, &news)).unwrap()
        );
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
        insta::assert_snapshot!(
            serde_json::to_string_pretty(&embed(Words::ENGLISH, &news)).unwrap()
        );
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
        for language in Language::ALL {
            assert_eq!(
                fault(&Answer::from(embed(Words::of(language), &news))),
                None
            );
        }
    }

    #[test]
    fn the_channel_is_told_what_it_will_be_told() {
        let message = serde_json::to_value(trial(Words::ENGLISH)).unwrap();
        assert_eq!(message["allowed_mentions"]["parse"], serde_json::json!([]));
        insta::assert_snapshot!(serde_json::to_string_pretty(&message["embeds"]).unwrap());
    }
}
