//! Whatever is wrong with an image, its name and the reason are told to the person alone, and the
//! good images of the same call are still read.

use discord_standin::{Answer, CdnFault, Upload};
use slimy_store::on_both_engines;

use crate::bot::{Scene, demo};

/// Sends one good screenshot and one bad file.
async fn beside_a_good_one(scene: &Scene, bad: Upload) -> Answer {
    let typed =
        scene
            .ana
            .types("/club analyze")
            .attach("screenshot", "good.png", demo("sim-1.png"));
    typed.attach_upload("screenshot2", bad).send().await
}

/// The good one is read, and the bad one is named with its reason, to ana alone.
async fn is_told(scene: &Scene, name: &str, bad: Upload, reason: &str) {
    let answer = beside_a_good_one(scene, bad).await;
    answer.sees("6 of 24 found").await;
    answer.sees(reason).await;
    answer.sees(name).await;
    assert!(answer.is_ephemeral(), "the reason is for the person alone");
    let rejected = scene.audited("club.image.reject").await;
    assert!(
        !rejected[0].success && rejected[0].resource_id == name,
        "{rejected:?}"
    );
}

fn png(name: &str, bytes: Vec<u8>) -> Upload {
    Upload::new(name, bytes)
}

/// A PNG whose header says another size: what a decompression bomb looks like.
fn with_size(png: &[u8], width: u32, height: u32) -> Vec<u8> {
    let mut png = png.to_vec();
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    // The header's checksum covers its name and its 13 bytes (PNG specification, "CRC algorithm").
    let crc = png[12..29].iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 * (crc & 1))
        })
    });
    png[29..33].copy_from_slice(&(!crc).to_be_bytes());
    png
}

on_both_engines! {
    async fn what_is_no_roster_is_named_and_the_rest_is_read(test: TestDb) {
        let scene = Scene::set(test).await;
        let good = demo("sim-2.png");
        let half = good[..good.len() / 2].to_vec();
        let huge = with_size(&good, 60_000, 60_000);
        for (name, bytes, reason) in [
            ("notes.png", b"just some text".to_vec(), "PNG"),
            ("broken.png", half, "broken"),
            ("huge.png", huge, "pixels"),
            ("other.png", demo("not-a-roster.png"), "Manage Members"),
        ] {
            is_told(&scene, name, png(name, bytes), reason).await;
        }
        is_told(&scene, "large.png", png("large.png", vec![0; 10 * 1024 * 1024 + 1]), "10 MiB").await;
        let other = png("other-club.png", demo("other-club.png"));
        is_told(&scene, "other-club.png", other, "Puddle Pals").await;
    }

    async fn a_download_that_fails_is_named_and_the_rest_is_read(test: TestDb) {
        let scene = Scene::set(test).await;
        for (fault, reason) in [
            (CdnFault::OnAnotherHost, "not allowed"),
            (CdnFault::RedirectsElsewhere, "expired"),
            (CdnFault::Missing, "expired"),
            (CdnFault::BreaksOff, "broke off"),
            (CdnFault::NeverEnds, "too long"),
        ] {
            let bad = png("far.png", demo("sim-2.png")).that(fault);
            is_told(&scene, "far.png", bad, reason).await;
        }
        assert_eq!(scene.discord.foreign_requests(), 0, "no other host was asked");
    }

    async fn the_type_is_told_by_the_content_and_not_by_the_name(test: TestDb) {
        let scene = Scene::set(test).await;
        let odd = Upload::new("roster.txt", demo("sim-1.png")).with_type("text/plain");
        let odd = odd.that(CdnFault::WrongType("text/html".to_owned()));
        let answer = scene.ana.types("/club analyze").attach_upload("screenshot", odd);
        answer.send().await.sees("6 of 24 found").await;
    }

    async fn nothing_readable_is_told_alone_and_nothing_is_stored(test: TestDb) {
        let scene = Scene::set(test).await;
        let answer = scene.ana.types("/club analyze");
        let answer = answer.attach("screenshot", "x.png", demo("not-a-roster.png")).send().await;
        answer.sees("x.png").await;
        assert!(answer.is_ephemeral());
        assert!(!answer.is_visible_to(&scene.bob));
        assert!(scene.audited("club.analysis.draft").await.is_empty());
        let failed = scene.audited("command.club.analyze").await;
        assert_eq!(failed[0].error_message.as_deref(), Some("nothing_readable"));
    }

    async fn the_eleventh_image_of_a_message_is_named_and_ten_are_read(test: TestDb) {
        let scene = Scene::set(test).await;
        let files: Vec<(String, Vec<u8>)> = (1..=11).map(|n| (format!("{n}.png"), demo("sim-1.png"))).collect();
        let message = scene.guild.posts(&scene.ana, "", files);
        let answer = scene.ana.uses_menu("Analyze club roster", &message);
        answer.sees("6 of 24 found").await;
        answer.sees("11.png").await;
        answer.sees("at most 10").await;
    }

    async fn a_message_without_images_is_refused(test: TestDb) {
        let scene = Scene::set(test).await;
        let message = scene.guild.posts(&scene.ana, "no picture", Vec::<Upload>::new());
        let answer = scene.ana.uses_menu("Analyze club roster", &message);
        answer.sees("There is no image here").await;
        assert!(answer.is_ephemeral());
    }

    async fn only_managers_analyze(test: TestDb) {
        let scene = Scene::set(test).await;
        let answer = scene.bob.types("/club analyze");
        let answer = answer.attach("screenshot", "a.png", demo("sim-1.png")).send().await;
        answer.sees("Only people with the Manage Server permission").await;
        assert!(answer.is_ephemeral());
        let failed = scene.audited("command.club.analyze").await;
        assert!(!failed[0].success);
        assert!(scene.audited("club.analysis.draft").await.is_empty());
    }
}
