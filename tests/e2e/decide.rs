//! Who may save or discard a draft, how often, and until when.

use discord_standin::Answer;
use slimy_store::{Id, club, on_both_engines};

use crate::{
    analyze::analyze,
    bot::{Scene, demo},
};

async fn preview(scene: &Scene) -> Answer {
    let preview = analyze(scene, vec![("sim-1.png".into(), demo("sim-1.png"))]).await;
    preview.sees("Not saved yet").await;
    preview
}

async fn status(scene: &Scene) -> club::AnalysisStatus {
    let drafts = scene.audited("club.analysis.draft").await;
    let id = Id::from(drafts[0].resource_id.as_str());
    club::find(&scene.test.db, &id)
        .await
        .unwrap()
        .unwrap()
        .status
}

on_both_engines! {
    async fn a_preview_survives_a_restart_of_the_bot(test: TestDb) {
        let scene = Scene::set(test).await;
        let preview = preview(&scene).await;
        let scene = scene.restart().await;
        scene.ana.presses(&preview, "Save").await.sees("Saved").await;
        assert_eq!(status(&scene).await, club::AnalysisStatus::Saved);
    }

    async fn pressing_save_twice_saves_once(test: TestDb) {
        let scene = Scene::set(test).await;
        let preview = preview(&scene).await;
        let zoe = scene.guild.member("zoe").can_manage_guild();
        let (one, two) = tokio::join!(
            scene.ana.presses(&preview, "Save"),
            zoe.presses(&preview, "Save")
        );
        let presses = scene.eventually("both presses", || async {
            let presses = scene.audited("command.club.save").await;
            (presses.len() == 2).then_some(presses)
        });
        let presses = presses.await;
        assert_eq!(presses.iter().filter(|press| press.success).count(), 1);
        let late = presses.iter().find(|press| !press.success).expect("one was late");
        let is_late = |answer: &Answer| Some(answer.interaction_id().to_string()) == late.request_id;
        let told = if is_late(&one) { &one } else { &two };
        told.sees("already saved").await;
        assert!(told.is_ephemeral(), "it is told to the late one alone");
        assert_eq!(scene.audited("club.analysis.save").await.len(), 1);
    }

    async fn a_stranger_can_press_neither_save_nor_discard(test: TestDb) {
        let scene = Scene::set(test).await;
        let preview = preview(&scene).await;
        for button in ["Save", "Discard"] {
            let refused = scene.bob.presses(&preview, button).await;
            refused.sees("can change, save or discard this preview").await;
            assert!(refused.is_ephemeral());
            assert!(!refused.is_visible_to(&scene.ana));
        }
        assert_eq!(status(&scene).await, club::AnalysisStatus::Draft);
        let pressed = scene.audited("command.club.save").await;
        assert_eq!(pressed[0].error_message.as_deref(), Some("forbidden"));
        assert!(!pressed[0].success);
        preview.sees("Not saved yet").await;
    }

    async fn a_discarded_draft_cannot_be_saved(test: TestDb) {
        let scene = Scene::set(test).await;
        let preview = preview(&scene).await;
        scene.ana.presses(&preview, "Discard").await.sees("Discarded").await;
        assert_eq!(status(&scene).await, club::AnalysisStatus::Discarded);
        assert_eq!(scene.audited("club.analysis.discard").await.len(), 1);
        assert!(preview.buttons().is_empty(), "a discarded preview has no buttons");
    }

    async fn an_expired_draft_cannot_be_saved_and_is_tidied_up(test: TestDb) {
        let scene = Scene::set(test).await;
        let preview = preview(&scene).await;
        scene.test.execute(
            "UPDATE club_analyses SET expires_at = created_at
             WHERE status = 'draft' AND deleted_at IS NULL AND expires_at > created_at",
        ).await;
        let late = scene.ana.presses(&preview, "Save").await;
        late.sees("ran out after 24 hours").await;
        assert!(late.is_ephemeral());

        // The job runs at the start, too.
        let scene = scene.restart().await;
        let tidied = scene.eventually("the job", || async {
            scene.audited("club.analysis.discard").await.pop()
        });
        let tidied = tidied.await;
        assert_eq!(tidied.user_id, None, "the bot itself did it");
        assert_eq!(status(&scene).await, club::AnalysisStatus::Discarded);
    }
}
