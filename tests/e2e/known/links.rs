//! `/club me`: claimed by the person, confirmed by a manager, and taken back.

use slimy_store::on_both_engines;

use super::{ask, assert_has_chart, two_weeks};
use crate::bot::Scene;

on_both_engines! {
    async fn a_claim_is_confirmed_by_a_manager_and_by_nobody_else(test: TestDb) {
        let scene = Scene::set(test).await;
        two_weeks(&scene).await;
        let claim = ask(&scene.bob, "/club me", &[("name", "Stone")]).await;
        claim.sees("I am **Stone**").await;
        assert!(claim.is_visible_to(&scene.ana));
        let refused = scene.bob.presses(&claim, "Confirm").await;
        refused.sees("can confirm who somebody is").await;
        assert!(!refused.is_visible_to(&scene.ana));

        // The button is still there after a restart.
        let scene = scene.restart().await;
        let confirmed = scene.ana.presses(&claim, "Confirm").await;
        confirmed.sees("is **Stone**").await;
        assert!(claim.buttons().is_empty());
        let entries = scene.audited("club.member.confirm").await;
        assert_eq!(entries.len(), 1);
        assert_eq!(scene.audited("club.member.claim").await.len(), 1);

        let own = ask(&scene.bob, "/club me", &[]).await;
        own.sees("330,000,000").await;
        own.sees("confirmed by a manager").await;
        assert!(own.is_ephemeral());
        assert_has_chart(&own);
        let again = ask(&scene.bob, "/club me", &[("name", "Stone")]).await;
        again.sees("is **Stone**").await;
        assert!(again.buttons().is_empty(), "it stays confirmed");
        let member = ask(&scene.ana, "/club member", &[("name", "Stone")]).await;
        member.sees(&format!("<@{}>", scene.bob.id())).await;
        assert_eq!(member.message_json()["mentions"], serde_json::json!([]));
    }

    async fn one_person_is_one_member_and_one_member_one_person(test: TestDb) {
        let scene = Scene::set(test).await;
        two_weeks(&scene).await;
        let claim = ask(&scene.bob, "/club me", &[("name", "Stone")]).await;
        claim.sees("I am").await;
        scene.ana.presses(&claim, "Confirm").await.sees("is **Stone**").await;
        let taken = ask(&scene.ana, "/club me", &[("name", "Stone")]).await;
        taken.sees("Somebody else is that member already").await;
        assert!(taken.is_ephemeral());
        let other = ask(&scene.bob, "/club me", &[("name", "lill")]).await;
        other.sees("You are another member already").await;
        assert!(other.is_ephemeral());
    }

    async fn an_open_claim_keeps_nobody_else_from_claiming_and_one_is_confirmed(test: TestDb) {
        let scene = Scene::set(test).await;
        two_weeks(&scene).await;
        let cleo = scene.guild.member("cleo");
        let bobs = ask(&scene.bob, "/club me", &[("name", "Stone")]).await;
        bobs.sees("I am **Stone**").await;
        let cleos = ask(&cleo, "/club me", &[("name", "Stone")]).await;
        cleos.sees("Somebody else says so too").await;
        cleo.presses(&cleos, "Confirm").await.sees("can confirm who somebody is").await;
        // The one who came second is the member, and it is said what that means for the first.
        let confirmed = scene.ana.presses(&cleos, "Confirm").await;
        confirmed.sees(&format!("<@{}> is **Stone**", cleo.id())).await;
        confirmed.sees(&format!("The claim of <@{}> is declined", scene.bob.id())).await;
        ask(&cleo, "/club me", &[]).await.sees("confirmed by a manager").await;
        ask(&scene.bob, "/club me", &[]).await.sees("You are no member of this club yet").await;
        scene.ana.presses(&bobs, "Confirm").await.sees("confirmed, declined or taken back before").await;
        assert!(bobs.buttons().is_empty(), "the question is settled");
        let again = ask(&scene.bob, "/club me", &[("name", "Stone")]).await;
        again.sees("Somebody else is that member already").await;
        assert_eq!(scene.audited("club.member.confirm").await.len(), 1);
        assert_eq!(scene.audited("club.member.unlink").await.len(), 1);
    }

    async fn a_second_claim_is_declined_and_the_first_stands(test: TestDb) {
        let scene = Scene::set(test).await;
        two_weeks(&scene).await;
        let cleo = scene.guild.member("cleo");
        let bobs = ask(&scene.bob, "/club me", &[("name", "Stone")]).await;
        bobs.sees("I am **Stone**").await;
        let cleos = ask(&cleo, "/club me", &[("name", "Stone")]).await;
        scene.ana.presses(&cleos, "Decline").await.sees("are not linked").await;
        scene.ana.presses(&bobs, "Confirm").await.sees("is **Stone**").await;
        assert!(!bobs.text().contains("is declined"), "{}", bobs.text());
    }

    async fn a_claim_can_be_declined_and_taken_back(test: TestDb) {
        let scene = Scene::set(test).await;
        two_weeks(&scene).await;
        let cleo = scene.guild.member("cleo");
        let claim = ask(&scene.bob, "/club me", &[("name", "Stone")]).await;
        claim.sees("I am").await;
        let refused = cleo.presses(&claim, "Decline").await;
        refused.sees("Only the person themselves or a club manager").await;
        let late = ask(&scene.bob, "/club me", &[("name", "Stone")]).await;
        late.sees("I am").await;
        scene.ana.presses(&claim, "Decline").await.sees("are not linked").await;
        let none = ask(&scene.bob, "/club me", &[]).await;
        none.sees("You are no member of this club yet").await;
        let over = scene.ana.presses(&late, "Confirm").await;
        over.sees("confirmed, declined or taken back before").await;
        assert!(late.buttons().is_empty(), "the question is settled");

        let claim = ask(&scene.bob, "/club me", &[("name", "lill")]).await;
        claim.sees("I am **lill**").await;
        let own = ask(&scene.bob, "/club me", &[]).await;
        own.sees("not confirmed yet").await;
        scene.bob.presses(&own, "Unlink").await.sees("are not linked").await;
        assert_eq!(scene.audited("club.member.unlink").await.len(), 2);
        scene.ana.presses(&claim, "Confirm").await.sees("taken back before").await;
    }
}
