//! Three people at one page: what each of them may do, and what only one of them sees.

use super::window::Window;
use crate::demo::Demo;

const REFUSAL: &str = "can change, save or discard this preview";

#[tokio::test]
async fn a_stranger_is_refused_where_only_he_sees_it() {
    let demo = Demo::start();
    let window = Window::open(&demo.origin).await;
    window.starts("/club analyze").await;
    window.drops(&["sim-1.png"]).await;
    window.element(".chosen img").await;
    window.presses("Run").await;
    window.sees("Not saved yet").await;

    window.becomes("sam").await;
    window.sees("Not saved yet").await;
    window.presses("Save").await;
    window.sees(REFUSAL).await;
    let mark = window
        .until("document.querySelector('.ephemeral .only')?.textContent")
        .await;
    assert!(
        mark.as_str()
            .is_some_and(|mark| mark.starts_with("Only you can see this"))
    );
    window.starts("/club analyze").await;
    window.drops(&["sim-1.png"]).await;
    window.element(".chosen img").await;
    window.presses("Run").await;
    window.sees("Manage Server").await;

    for other in ["max", "mia"] {
        window.becomes(other).await;
        window.sees("Not saved yet").await;
        assert!(
            !window.is_seen(REFUSAL).await,
            "{other} sees what sam was told"
        );
        assert!(
            !window.is_seen("Manage Server").await,
            "{other} sees what sam was told"
        );
    }
    window.presses("Save").await;
    window.sees("Saved").await;

    window.becomes("sam").await;
    window.sees(REFUSAL).await;
    window.sees("Saved").await;
    window.clicks(".ephemeral .only button").await;
    window
        .until("document.querySelectorAll('.ephemeral').length === 1")
        .await;
    window.close().await;
}

#[tokio::test]
async fn channels_direct_messages_and_the_person_are_kept_apart_and_remembered() {
    let demo = Demo::start();
    let window = Window::open(&demo.origin).await;
    window.becomes("max").await;
    window.presses("# club").await;
    window
        .until("document.getElementById('title').textContent === '# club'")
        .await;
    window.clicks("#line").await;
    window.types("good evening\u{e007}").await;
    window.sees("good evening").await;
    window.presses("@ slimy").await;
    window
        .until("document.getElementById('title').textContent === '@ slimy'")
        .await;
    assert!(!window.is_seen("good evening").await);

    window.goes_to_the_page().await;
    let kept = "document.querySelector('.person:has(:checked)').textContent.includes('max') \
                && document.getElementById('title').textContent === '@ slimy'";
    window.until(kept).await;
    window.presses("# club").await;
    window.sees("good evening").await;
    window.close().await;
}
