//! A vision model beside the built-in reader: it is heard where a guild wants it, and never needed.

use discord_standin::model::{Model, Reply};
use slimy_store::on_both_engines;

use crate::{
    analyze::analyze,
    bot::{Scene, demo},
};

/// A guild that wants the model, and a bot that has one.
async fn set(test: slimy_store::testing::TestDb, model: &Model) -> Scene {
    let scene = Scene::set(test).await;
    let status = scene.ana.types("/status").send().await;
    status.sees("Slimy is up").await;
    let statement = r#"UPDATE guilds SET settings = '{"club": {"visionReading": true}}'
         WHERE name = 'Slimy Club'"#;
    scene.test.execute(statement).await;
    let base = model.base_url();
    let settings = [
        ("OPENAI_BASE_URL", base.as_str()),
        ("OPENAI_API_KEY", model.key()),
        ("VISION_MODEL", Model::SEES),
    ];
    scene.restart_with(&settings).await
}

/// What the model says of the first screenshot: one number it has otherwise.
fn members() -> Reply {
    let members = [
        ("Glimmerglob", "38214907"),
        ("Sluggernaut", "31560429"),
        ("PuddleJumper", "27903651"),
        ("SeñorSlime", "22481730"),
        ("Escarglow", "18067395"),
        ("Ooze007", "15729084"),
    ];
    let members = members.map(|(name, power)| serde_json::json!({"name": name, "power": power}));
    Reply::says(serde_json::json!({"members": members}).to_string()).counts(1_200, 90)
}

on_both_engines! {
    async fn what_the_model_sees_otherwise_goes_to_review_and_nothing_is_replaced(test: TestDb) {
        let model = Model::start().await;
        let scene = set(test, &model).await;
        model.answers(members());
        let preview = analyze(&scene, vec![("sim-1.png".into(), demo("sim-1.png"))]).await;
        preview.sees("The vision model reads").await;
        preview.sees("31,560,429, where the bot reads 31,560,428").await;
        let form = scene.ana.presses(&preview, "Fix").await;
        let modal = form.modal().await;
        let values = modal["components"][0]["components"][0]["value"].as_str().unwrap_or_default();
        assert_eq!(values, "Sluggernaut = 31,560,428 # the vision model reads 31,560,429");
        let looked = scene.audited("club.vision.read").await;
        assert_eq!(looked.len(), 1);
        assert!(looked[0].success);
        let details = &looked[0].details.as_ref().unwrap().0;
        assert_eq!(details["promptTokens"], 1_200);
        assert_eq!(details["completionTokens"], 90);
        assert!(details["durationMs"].is_u64() && details["model"].is_string());
        let images = model.requests().iter().map(|request| request.images.len()).sum::<usize>();
        assert_eq!(images, 1);
        scene.ana.presses(&preview, "Save").await.sees("Saved").await;
    }

    async fn a_model_that_fails_fails_no_analysis(test: TestDb) {
        let model = Model::start().await;
        let scene = set(test, &model).await;
        model.fails_next(401);
        let preview = analyze(&scene, vec![("sim-1.png".into(), demo("sim-1.png"))]).await;
        preview.sees("38,214,907").await;
        preview.sees("The vision model could not be asked").await;
        let looked = scene.audited("club.vision.read").await;
        assert_eq!(looked.len(), 1);
        assert!(!looked[0].success);
        assert_eq!(looked[0].error_message.as_deref(), Some("key_refused"));
    }

    async fn a_guild_that_did_not_switch_it_on_shows_the_model_nothing(test: TestDb) {
        let model = Model::start().await;
        let scene = set(test, &model).await;
        scene.test.execute("UPDATE guilds SET settings = NULL WHERE name = 'Slimy Club'").await;
        let base = model.base_url();
        let settings = [("OPENAI_BASE_URL", base.as_str()), ("VISION_MODEL", Model::SEES)];
        let scene = scene.restart_with(&settings).await;
        let preview = analyze(&scene, vec![("sim-1.png".into(), demo("sim-1.png"))]).await;
        preview.sees("38,214,907").await;
        assert!(model.requests().is_empty());
        assert!(scene.audited("club.vision.read").await.is_empty());
    }
}
