//! Budgets hold, however many ask at once, and everybody sees their own.

use discord_standin::model::{Model, Pace, Reply};
use futures_util::future::join_all;
use slimy_store::{on_both_engines, testing::TestDb};

use super::{
    super::{Budget, Fault, Limits, PersonaOf, Scope, Span, UsageView, consent, info, usage},
    room::{Room, directly, end, fault, here, person, question, room, room_with, setup},
};

fn a_day(tokens: i64) -> Limits {
    Limits {
        day: Some(tokens),
        month: None,
    }
}

async fn with_budget(test: &TestDb, budget: Budget) -> Room {
    let model = Model::start().await;
    let mut setup = setup(&model);
    setup.budget = budget;
    room_with(test, model, setup).await
}

async fn view(room: &Room) -> UsageView {
    usage(&room.services, &room.ana).await.unwrap()
}

on_both_engines! {
    async fn twenty_questions_at_once_do_not_overspend(test: TestDb) {
        let limit = 6_000;
        let budget = Budget { guild: a_day(limit), ..Budget::default() };
        let room = with_budget(&test, budget).await;
        let pace = Pace::new();
        let tap = pace.clone();
        room.model.usually(move |_| Reply::says("yes").counts(100, 5).silent_until(&tap));
        let guild = room.ana.guild_id().unwrap().clone();
        let mut people = Vec::new();
        for number in 0..20 {
            let one = person(&test, &format!("5{number}"), &guild, room.services.now()).await;
            consent::accept(&room.services, &one).await.unwrap();
            people.push(one);
        }
        let asking = people.iter().map(|who| room.tries(who, question("Me too?")));
        let mut granted = Vec::new();
        for asked in join_all(asking).await {
            match asked {
                Ok(turn) => granted.push(turn),
                Err(error) => {
                    let spent = Fault::BudgetSpent { scope: Scope::Guild, span: Span::Day };
                    assert_eq!(fault(error), spent);
                }
            }
        }
        let reserved = view(&room).await.guild.unwrap().day.used;
        assert!(!granted.is_empty() && granted.len() < 20, "{}", granted.len());
        assert!(reserved <= limit, "{reserved} are reserved");
        assert!(reserved >= 500 * i64::try_from(granted.len()).unwrap());
        pace.releases_all();
        let count = i64::try_from(granted.len()).unwrap();
        for mut turn in granted {
            end(&mut turn).await;
        }
        let guild = view(&room).await.guild.unwrap();
        assert_eq!(guild.day.used, 105 * count, "what was not used is given back");
        assert_eq!(guild.day.left(), Some(limit - 105 * count));
        assert_eq!(room.model.requests().len(), usize::try_from(count).unwrap());
        room.answered(&room.ana, "Now?").await;
    }

    async fn who_has_spent_theirs_is_refused_and_nothing_is_stored(test: TestDb) {
        let budget = Budget { person: a_day(2_000), ..Budget::default() };
        let room = with_budget(&test, budget).await;
        room.model.answers(Reply::says("yes").counts(1_800, 100));
        let (turn, _) = room.answered(&room.ana, "Long?").await;
        let refused = room.refused(&room.ana, question("More?")).await;
        assert_eq!(refused, Fault::BudgetSpent { scope: Scope::Person, span: Span::Day });
        let found = slimy_store::chat::find_conversation(&test.db, &turn.conversation, &room.ana.user_id);
        assert_eq!(found.await.unwrap().unwrap().last_position, 2);
        assert_eq!(view(&room).await.person.day.used, 1_900);
        // Wherever they ask, and until the day is over.
        let direct = room.refused(&directly(&room.ana), question("More?")).await;
        assert_eq!(direct.kind(), "budget_person_day");
        room.answered(&room.bob, "Mine?").await;
        room.clock.advance(std::time::Duration::from_hours(24));
        room.answered(&room.ana, "More?").await;
    }

    async fn a_guild_lowers_the_host_s_limits(test: TestDb) {
        let room = room(&test).await;
        room.set(&room.ana, &serde_json::json!({"chat": {"budget": {"personDay": 100}}})).await;
        let refused = room.refused(&room.ana, question("Hello?")).await;
        assert_eq!(refused.kind(), "budget_person_day");
        room.answered(&room.cyd, "Hello?").await;
    }

    async fn hosts_see_what_it_costs_and_others_do_not(test: TestDb) {
        let room = room(&test).await;
        room.model.answers(Reply::says("yes").counts(10_000, 1_000));
        room.answered(&room.bob, "Dear?").await;
        let host = view(&room).await.host.unwrap();
        assert_eq!((host.cost_micros_day, host.cost_micros_month), (20_000, 20_000));
        assert_eq!(host.spans.day.used, 11_000);
        assert!(host.models.iter().any(|model| model.model == "standin-vision"));
        let bob = usage(&room.services, &room.bob).await.unwrap();
        assert!(bob.host.is_none());
        assert_eq!((bob.person.day.used, bob.person.day.left()), (11_000, None));
        assert_eq!(bob.guild.unwrap().month.used, 11_000);
        let cyd = usage(&room.services, &room.cyd).await.unwrap();
        assert_eq!(cyd.guild.unwrap().month.used, 0, "another guild's books are its own");
        assert!(usage(&room.services, &directly(&room.bob)).await.unwrap().guild.is_none());
    }

    async fn the_persona_is_the_channel_s_the_guild_s_or_the_program_s(test: TestDb) {
        let room = room(&test).await;
        let seen = info(&room.services, &room.ana, &here()).await.unwrap();
        assert_eq!((seen.persona_of, seen.model.as_str()), (PersonaOf::Default, "standin-vision"));
        assert_eq!(seen.tools.len(), 4);
        assert_eq!(seen.refused, None);
        let patch = serde_json::json!({
            "chat": {"persona": "You are a pirate.", "channelPersonas": {"6": "You are a monk."}},
            "features": {"clubAnalytics": false},
        });
        room.set(&room.ana, &patch).await;
        let seen = info(&room.services, &room.ana, &here()).await.unwrap();
        assert_eq!((seen.persona_of, seen.persona.as_str()), (PersonaOf::Guild, "You are a pirate."));
        assert!(seen.tools.is_empty());
        let mut thread = here();
        thread.parent_id = Some("6".to_owned());
        let seen = info(&room.services, &room.ana, &thread).await.unwrap();
        assert_eq!((seen.persona_of, seen.persona.as_str()), (PersonaOf::Channel, "You are a monk."));
        room.answered(&room.ana, "Who are you?").await;
        let request = room.model.requests().pop().unwrap();
        assert!(request.said_by("system")[0].starts_with("You are a pirate."));
        assert!(request.tools().is_empty());
    }
}
