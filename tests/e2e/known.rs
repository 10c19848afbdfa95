//! What is known of a club afterwards, as the people of its guild ask for it.

mod links;
pub(crate) mod seed;

use discord_standin::{Answer, Member};
use slimy_domain::club::files;
use slimy_store::{
    club::Metric::{Sim, Total},
    on_both_engines,
};

use crate::bot::Scene;

use self::seed::Club;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Names that try to format, to mention, or to turn the text round.
const ODD: [&str; 5] = [
    "**b** `c` ```d```",
    "<@1> @everyone",
    "\u{202e}مرحبا",
    "龍が如く龍が如く",
    "100%_[x](y)",
];

/// Two weeks of both metrics with one left out between them, a correction and another spelling.
async fn two_weeks(scene: &Scene) -> Club {
    let club = Club::of(scene).await;
    let before = [
        ("Stone", Some(300_000_000)),
        ("Gone", Some(50_000_000)),
        ("lill", Some(100_000_000)),
    ];
    club.saves("2026-W45", Total, &before).await;
    let now = [
        ("Stone", Some(330_000_000)),
        ("lill", Some(90_000_000)),
        ("Fresh", None),
        ("Misread", Some(9)),
    ];
    club.saves("2026-W47", Total, &now).await;
    club.saves("2026-W47", Sim, &[("Stone", Some(7_000_000))])
        .await;
    club.corrects("Misread", "2026-W47", Total, 400_000_000)
        .await;
    club.spells("Stone", "St0neface").await;
    club
}

async fn ask(who: &Member, command: &str, options: &[(&str, &str)]) -> Answer {
    let mut typed = who.types(command);
    for (option, value) in options {
        typed = typed.option(option, *value);
    }
    typed.send().await
}

/// The answer's picture, which the embed shows and describes in words.
fn assert_has_chart(answer: &Answer) {
    let files = answer.files();
    assert_eq!(files.len(), 1, "{}", answer.text());
    assert!(files[0].bytes.starts_with(PNG));
    let message = answer.message_json();
    let image = message["embeds"][0]["image"]["url"].to_string();
    assert!(image.contains("chart.png"), "{image}");
    let alt = &message["attachments"][0]["description"];
    assert!(alt.as_str().is_some_and(|alt| alt.len() > 10), "{message}");
}

on_both_engines! {
    async fn an_empty_club_answers_each_question_with_one_sentence(test: TestDb) {
        let scene = Scene::set(test).await;
        let nothing = "Nothing is known of this club yet";
        let asked = [
            ("/club stats", vec![], nothing),
            ("/club leaderboard", vec![], nothing),
            ("/club movers", vec![], nothing),
            ("/club movers", vec![("direction", "volatile")], nothing),
            ("/club compare", vec![], nothing),
            ("/club chart", vec![], nothing),
            ("/club chart", vec![("kind", "top")], nothing),
            ("/club member", vec![("name", "Stone")], "Nobody in this club has that name"),
            ("/club export", vec![], "There is nothing to export yet"),
            ("/club me", vec![], "You are no member of this club yet"),
            ("/club me", vec![("name", "Stone")], "Nobody in this club has that name"),
        ];
        for (command, options, sentence) in asked {
            let answer = ask(&scene.ana, command, &options).await;
            answer.sees(sentence).await;
            assert!(answer.is_ephemeral(), "{command}");
            assert!(answer.files().is_empty(), "{command}");
        }
        let found = ask(&scene.ana, "/club search", &[("query", "Stone")]).await;
        found.sees("No member and no analysis").await;
        assert!(scene.ana.completes("/club member name:").await.is_empty());
        assert!(scene.ana.completes("/club stats week:").await.is_empty());
    }

    async fn stats_compare_with_the_last_week_that_has_data_and_know_no_zero(test: TestDb) {
        let scene = Scene::set(test).await;
        two_weeks(&scene).await;
        let stats = ask(&scene.bob, "/club stats", &[]).await;
        for said in [
            "Total power · 2026-W47",
            "2026-W45 (Nov 6, 2026 to Nov 12, 2026)",
            "No total power was saved of the week between them",
            "3 of 4 (75.0 %)",
            // With the correction, and without the value that is not known.
            "820.0 M (820,000,000)",
            "273.3 M (273,333,333)",
            "330.0 M (330,000,000)",
            "**Misread** 400.0 M\\*",
            "+370.0 M (+82.2 %)",
            "+20.0 M (+5.0 %), 2 members",
            "New (2)",
            "**Fresh**, **Misread**",
            "Departed (1)",
            "**Gone**",
        ] {
            stats.sees(said).await;
        }
        let sim = ask(&scene.bob, "/club stats", &[("metric", "Sim power")]).await;
        sim.sees("There is no earlier week to compare with").await;
        sim.sees("7.0 M (7,000,000)").await;
        let older = ask(&scene.bob, "/club stats", &[("week", "2026-w45")]).await;
        older.sees("450.0 M").await;
        let none = ask(&scene.bob, "/club stats", &[("week", "2026-W46")]).await;
        none.sees("No total power was saved for 2026-W46: the newest is 2026-W47").await;
        let none = ask(&scene.bob, "/club stats", &[("week", "last")]).await;
        none.sees("That is not a week").await;
        assert!(none.is_ephemeral());
    }

    async fn all_of_fifty_five_members_are_shown(test: TestDb) {
        let scene = Scene::set(test).await;
        let club = Club::of(&scene).await;
        let names: Vec<String> = (0..55).map(|n| format!("Snail{n:02}")).collect();
        // Sixteen of them have a value that could not be read: the earlier system dropped those.
        let rows = names.iter().zip(0_i64..);
        let rows = rows.map(|(name, n)| (name.as_str(), (n >= 16).then_some(1_000_000 * n)));
        let rows: Vec<_> = rows.collect();
        club.saves("2026-W47", Sim, &rows).await;
        let mut board = ask(&scene.bob, "/club leaderboard", &[("count", "25")]).await;
        board.sees("Page 1 of 3").await;
        let mut seen = board.text();
        for page in ["Page 2 of 3", "Page 3 of 3"] {
            board = scene.bob.presses(&board, "Next").await;
            board.sees(page).await;
            seen.push_str(&board.text());
        }
        for name in &names {
            assert_eq!(seen.matches(name.as_str()).count(), 1, "{name}");
        }
        ask(&scene.bob, "/club stats", &[]).await.sees("39 of 55").await;
    }

    async fn the_leaderboard_says_who_has_climbed(test: TestDb) {
        let scene = Scene::set(test).await;
        let club = two_weeks(&scene).await;
        let board = ask(&scene.bob, "/club leaderboard", &[]).await;
        board.sees("400.0 M*").await;
        let text = board.text();
        let line = |name: &str| text.lines().find(|line| line.contains(name)).unwrap_or_default().to_owned();
        assert!(line("Misread").starts_with("1 new"), "{text}");
        assert!(line("Stone").starts_with("2 ▼1") && line("Stone").contains("+10.0 %"), "{text}");
        assert!(line("lill").starts_with("3 ▼1"), "{text}");
        assert!(line("Fresh").contains('?'), "{text}");
        // A page of a week stays that week's.
        club.saves("2026-W48", Total, &[("Stone", Some(1))]).await;
        let older = ask(&scene.bob, "/club leaderboard", &[("week", "2026-W47")]).await;
        older.sees("Misread").await;
    }

    async fn movers_go_up_down_or_swing(test: TestDb) {
        let scene = Scene::set(test).await;
        let club = two_weeks(&scene).await;
        let up = ask(&scene.bob, "/club movers", &[]).await;
        up.sees("1 of 2 members have more than before").await;
        up.sees("+30.0 M").await;
        let options = [("direction", "down"), ("by", "percent"), ("weeks", "20")];
        let down = ask(&scene.bob, "/club movers", &options).await;
        down.sees("−10.0 %").await;
        let few = ask(&scene.bob, "/club movers", &[("direction", "volatile")]).await;
        few.sees("at least three weeks").await;
        // Only changes from one week to the next count, and these are two.
        for (week, stone, lill) in [("2026-W48", 300, 80), ("2026-W49", 330, 70)] {
            let rows = [("Stone", Some(stone * 1_000_000)), ("lill", Some(lill * 1_000_000))];
            club.saves(week, Total, &rows).await;
        }
        let swings = ask(&scene.bob, "/club movers", &[("direction", "volatile")]).await;
        swings.sees("2 changes").await;
        assert!(!swings.text().contains("lill"), "steady decline is no swing: {}", swings.text());
        let one = ask(&scene.bob, "/club movers", &[("metric", "Sim power")]).await;
        one.sees("Only one week of sim power is saved").await;
    }

    async fn a_member_is_found_by_every_spelling_and_never_by_a_part_of_one(test: TestDb) {
        let scene = Scene::set(test).await;
        let club = two_weeks(&scene).await;
        let id = club.member("Stone").await;
        for typed in [id.as_str(), "stone", "St0neface", "ST0NE"] {
            let member = ask(&scene.bob, "/club member", &[("name", typed)]).await;
            member.sees("330,000,000").await;
            member.sees("2026-W45").await;
            assert_has_chart(&member);
        }
        let misread = ask(&scene.bob, "/club member", &[("name", "Misread")]).await;
        misread.sees("400,000,000*").await;
        misread.sees("the \\*screenshot\\* was cut").await;
        let gone = ask(&scene.bob, "/club member", &[("name", "Gone")]).await;
        gone.sees("not there any more in 2026-W47").await;
        for part in ["Sto", "St%", "_tone", "S*"] {
            let refused = ask(&scene.bob, "/club member", &[("name", part)]).await;
            refused.sees("Nobody in this club has that name").await;
            assert!(refused.is_ephemeral());
        }
        let names = |choices: Vec<discord_standin::Choice>| {
            choices.into_iter().map(|choice| choice.name).collect::<Vec<_>>()
        };
        let found = names(scene.bob.completes("/club member name:st").await);
        assert_eq!(found, ["Stone"]);
        let found = names(scene.bob.completes("/club member name:face").await);
        assert_eq!(found, ["Stone (also St0neface)"]);
        let found = names(scene.bob.completes("/club member name:").await);
        assert_eq!(found, ["Fresh", "lill", "Misread", "Stone", "Gone – departed"]);
    }

    async fn two_years_of_a_member_have_pages_with_the_chart_on_each(test: TestDb) {
        let scene = Scene::set(test).await;
        let club = Club::of(&scene).await;
        for week in 1..=20 {
            club.saves(&format!("2026-W{week:02}"), Total, &[("Stone", Some(week))]).await;
        }
        let page = ask(&scene.bob, "/club member", &[("name", "Stone")]).await;
        page.sees("Page 1 of 2").await;
        assert_has_chart(&page);
        let older = scene.bob.presses(&page, "Next").await;
        older.sees("2026-W01").await;
        assert_has_chart(&older);
    }

    async fn weeks_and_analyses_are_compared(test: TestDb) {
        let scene = Scene::set(test).await;
        let club = two_weeks(&scene).await;
        let compared = ask(&scene.bob, "/club compare", &[]).await;
        for said in ["+30.0 M", "\u{2212}10.0 M", "New (2)", "Missing (1)", "**Gone**"] {
            compared.sees(said).await;
        }
        // A second roster of the week supersedes the first, which can still be looked at.
        let first = club.saves("2026-W48", Total, &[("Stone", Some(3_300_000_000))]).await;
        club.saves("2026-W48", Total, &[("Stone", Some(330_000_000))]).await;
        let options = [("from", first.as_str()), ("to", "2026-W48")];
        let compared = ask(&scene.bob, "/club compare", &options).await;
        compared.sees("as it was read").await;
        compared.sees("about a tenth of what it was").await;
        let choices = scene.bob.completes("/club compare from:2026-W4").await;
        assert_eq!(choices[0].name, "2026-W48 · Nov 27, 2026 to Dec 3, 2026");
        assert!(choices.iter().any(|choice| choice.value == first.as_str()), "{choices:?}");
        for (options, sentence) in [
            ([("from", "nothing"), ("to", "2026-W48")], "neither a week nor an analysis"),
            ([("from", "2026-W48"), ("to", "2026-W48")], "Both are the same"),
            ([("from", first.as_str()), ("metric", "Sim power")], "choose two of the same"),
        ] {
            let refused = ask(&scene.bob, "/club compare", &options).await;
            refused.sees(sentence).await;
            assert!(refused.is_ephemeral());
        }
    }

    async fn all_read_in_the_servers_language_and_one_alone_in_their_own(test: TestDb) {
        let scene = Scene::set(test).await;
        two_weeks(&scene).await;
        let bob = scene.bob.clone().speaks("de");
        let stats = ask(&bob, "/club stats", &[]).await;
        stats.sees("Compared with 2026-W45").await;
        let refused = ask(&bob, "/club me", &[]).await;
        refused.sees("Du bist noch kein Mitglied dieses Clubs").await;
        assert!(refused.is_ephemeral());
        let choices = bob.completes("/club stats week:").await;
        assert_eq!(choices[0].name, "2026-W47 · 20.11.2026 bis 26.11.2026");
        let language = [("key", "language"), ("value", "ja")];
        ask(&scene.ana, "/settings set", &language).await.sees("language").await;
        let stats = ask(&bob, "/club stats", &[]).await;
        stats.sees("比較対象: 2026-W45 (2026/11/6〜2026/11/12)").await;
    }

    async fn an_analysis_from_before_members_were_kept_is_compared_by_its_names(test: TestDb) {
        let scene = Scene::set(test).await;
        let club = two_weeks(&scene).await;
        let rows = [("STONE", Some(300_000_000)), ("Stranger", Some(1_000_000))];
        let old = club.saves("2026-W44", Total, &rows).await;
        let without = "UPDATE club_powers SET member_id = NULL WHERE analysis_id = (SELECT id
             FROM club_analyses WHERE week = '2026-W44' AND deleted_at IS NULL LIMIT 1)";
        scene.test.execute(without).await;
        let options = [("from", old.as_str()), ("to", "2026-W47")];
        let compared = ask(&scene.bob, "/club compare", &options).await;
        // Whoever is known by the name is the same member, however it is written.
        compared.sees("+30.0 M").await;
        compared.sees("+10.0 %").await;
        let text = compared.text();
        assert!(!text.contains("**Stone**") && !text.contains("**STONE**"), "{text}");
        // Whom nobody knows any more is told by the name that was read.
        compared.sees("Missing (1)").await;
        compared.sees("**Stranger**").await;
    }

    async fn an_analysis_is_named_by_its_title_where_only_one_has_it(test: TestDb) {
        let scene = Scene::set(test).await;
        let club = two_weeks(&scene).await;
        club.saves("2026-W48", Total, &[("Stone", Some(363_000_000))]).await;
        // As somebody types it who does not wait for the completion.
        let options = [("from", "roster OF 2026-W45 "), ("to", "2026-W48")];
        let compared = ask(&scene.bob, "/club compare", &options).await;
        compared.sees("as it was read").await;
        compared.sees("+63.0 M").await;
        // Both powers of a week have this one.
        let options = [("from", "Roster of 2026-W47"), ("to", "2026-W48")];
        let refused = ask(&scene.bob, "/club compare", &options).await;
        refused.sees("neither a week nor an analysis").await;
        assert!(refused.is_ephemeral());
    }

    async fn movers_have_pages(test: TestDb) {
        let scene = Scene::set(test).await;
        let club = Club::of(&scene).await;
        let names: Vec<String> = (0..40).map(|n| format!("Snail{n:02}")).collect();
        for (week, power) in [("2026-W46", 7_000_000), ("2026-W47", 9_000_000)] {
            let rows: Vec<_> = names.iter().map(|name| (name.as_str(), Some(power))).collect();
            club.saves(week, Sim, &rows).await;
        }
        let mut page = ask(&scene.bob, "/club movers", &[]).await;
        page.sees("40 of 40 members have more than before").await;
        page.sees("Page 1 of 3").await;
        let mut seen = page.text();
        for number in ["Page 2 of 3", "Page 3 of 3"] {
            page = scene.ana.presses(&page, "Next").await;
            page.sees(number).await;
            seen.push_str(&page.text());
        }
        for name in &names {
            assert_eq!(seen.matches(name.as_str()).count(), 1, "{name}");
        }
    }

    async fn charts_are_pictures_with_words_for_those_who_cannot_see_them(test: TestDb) {
        let scene = Scene::set(test).await;
        two_weeks(&scene).await;
        for options in [
            vec![],
            vec![("kind", "total"), ("metric", "Total power")],
            vec![("kind", "top")],
            vec![("kind", "distribution"), ("week", "2026-W45")],
        ] {
            let chart = ask(&scene.bob, "/club chart", &options).await;
            chart.sees("chart.png").await;
            assert_has_chart(&chart);
        }
    }

    async fn a_search_takes_every_character_as_itself(test: TestDb) {
        let scene = Scene::set(test).await;
        two_weeks(&scene).await;
        let found = ask(&scene.bob, "/club search", &[("query", "neface")]).await;
        found.sees("**Stone** (also **St0neface**)").await;
        let found = ask(&scene.bob, "/club search", &[("query", "100%")]).await;
        found.sees("Roster of 2026-W47").await;
        assert!(!found.text().contains("Stone"));
        for nothing in ["10_%", "%one"] {
            let found = ask(&scene.bob, "/club search", &[("query", nothing)]).await;
            found.sees("No member and no analysis").await;
        }
    }

    async fn managers_take_the_history_along_and_others_do_not(test: TestDb) {
        let scene = Scene::set(test).await;
        two_weeks(&scene).await;
        let refused = ask(&scene.bob, "/club export", &[]).await;
        refused.sees("can export the club's history").await;
        assert!(refused.is_ephemeral() && refused.files().is_empty());
        assert!(scene.audited("data.export").await.is_empty());
        let mut told = Vec::new();
        for format in ["csv", "xlsx", "json"] {
            let exported = ask(&scene.ana, "/club export", &[("format", format)]).await;
            exported.sees("8 values of 5 members in 2 weeks").await;
            assert!(exported.is_ephemeral());
            let files = exported.files();
            assert_eq!(files[0].name, format!("club-history.{format}"));
            told.push(files::import(&files[0].bytes).unwrap().records);
        }
        assert_eq!(told[0], told[1]);
        assert_eq!(told[0], told[2]);
        let misread = told[0].iter().find(|record| record.member == "Misread").unwrap();
        assert_eq!((misread.power, misread.corrected), (Some(400_000_000), true));
        let fresh = told[0].iter().find(|record| record.member == "Fresh").unwrap();
        assert_eq!(fresh.power, None, "what is not known is exported as such");
        let stone = told[0].iter().find(|record| record.member == "Stone").unwrap();
        assert_eq!(stone.aliases, ["St0neface"]);
        assert_eq!(scene.audited("data.export").await.len(), 3);
    }

    async fn odd_names_neither_format_nor_ping(test: TestDb) {
        let scene = Scene::set(test).await;
        let club = Club::of(&scene).await;
        let rows: Vec<_> = ODD.iter().map(|name| (*name, Some(5_000_000))).collect();
        club.saves("2026-W46", Sim, &rows[1..]).await;
        club.saves("2026-W47", Sim, &rows).await;
        let mut answers = Vec::new();
        for command in ["/club stats", "/club leaderboard", "/club movers", "/club compare"] {
            answers.push(ask(&scene.bob, command, &[]).await);
        }
        answers.push(ask(&scene.bob, "/club chart", &[("kind", "top")]).await);
        for name in ODD {
            answers.push(ask(&scene.bob, "/club member", &[("name", name)]).await);
            answers.push(ask(&scene.bob, "/club search", &[("query", name)]).await);
        }
        for answer in &answers {
            let text = answer.arrives().await;
            assert!(!answer.is_ephemeral(), "{text}");
            let message = answer.message_json();
            assert_eq!(message["mentions"], serde_json::json!([]), "{text}");
            assert_eq!(message["mention_everyone"], false, "{text}");
            assert!(!text.contains("](y)") || text.contains("\\]\\(y\\)") || text.contains("```"), "{text}");
        }
    }

    async fn another_guild_knows_nothing_of_it(test: TestDb) {
        let scene = Scene::set(test).await;
        let club = two_weeks(&scene).await;
        let eve = scene.discord.guild("Elsewhere").member("eve").can_manage_guild();
        let id = club.member("Stone").await;
        ask(&eve, "/club stats", &[]).await.sees("Nothing is known").await;
        let asked = ask(&eve, "/club member", &[("name", id.as_str())]).await;
        asked.sees("Nobody in this club").await;
        ask(&eve, "/club search", &[("query", "Stone")]).await.sees("No member").await;
        ask(&eve, "/club export", &[]).await.sees("nothing to export").await;
        assert!(eve.completes("/club member name:Stone").await.is_empty());
        assert!(eve.completes("/club compare from:Roster").await.is_empty());
    }
}
