//! The main job in the page: a command is typed, screenshots are dropped, the preview is saved.

use fantoccini::key::Key;

use super::window::Window;
use crate::demo::Demo;

const SELECTED: &str =
    "document.querySelector('.choices:not([hidden]) [aria-selected=true] b')?.textContent";

/// How many screenshots the fields of a command show.
const SHOWN: &str =
    "[...document.querySelectorAll('.chosen img')].filter((one) => one.naturalWidth > 0).length";

#[tokio::test]
async fn a_dropped_screenshot_is_read_saved_and_shown() {
    let demo = Demo::start();
    let window = Window::open(&demo.origin).await;
    window.clicks("#line").await;
    window.types("/club").await;
    let first = window.until(SELECTED).await;
    window.key(Key::Down).await;
    assert_ne!(window.until(SELECTED).await, first);
    window.key(Key::Up).await;
    assert_eq!(window.until(SELECTED).await, first);
    window.types(" ana").await;
    window
        .until(&format!("{SELECTED} === '/club analyze'"))
        .await;
    window.key(Key::Tab).await;
    window.element("form.command").await;

    window.drops(&["sim-1.png"]).await;
    window.until(&format!("{SHOWN} === 1")).await;
    window.presses("+ screenshot2").await;
    let field = window
        .element("[data-option=screenshot2] input[type=file]")
        .await;
    let file = window.screenshot_file("sim-2.png");
    field
        .send_keys(&file.to_string_lossy())
        .await
        .expect("a file is chosen");
    window.until(&format!("{SHOWN} === 2")).await;
    window.presses("Run").await;

    window.sees("Not saved yet").await;
    window.sees("Glimmerglob").await;
    assert!(!window.is_seen("Saved").await);
    window.presses("Save").await;
    window.sees("Saved").await;
    assert!(!window.is_seen("Not saved yet").await);

    window.starts("/club show").await;
    window.presses("+ analysis").await;
    window
        .until(&format!("{SELECTED}.includes('Sim power')"))
        .await;
    window.key(Key::Enter).await;
    window.key(Key::Enter).await;
    let shown = "document.querySelector('.message:last-child')";
    window
        .until(&format!(
            "{shown}.querySelector('.used')?.textContent === 'mia used /club show'"
        ))
        .await;
    window
        .until(&format!(
            "{shown}.querySelector('.embed')?.textContent.includes('Glimmerglob')"
        ))
        .await;
    window.close().await;
}

#[tokio::test]
async fn a_pasted_picture_waits_for_a_command_and_one_that_does_not_fit_is_said() {
    let demo = Demo::start();
    let window = Window::open(&demo.origin).await;
    window.clicks("#line").await;
    window
        .gives(
            "fetch('/samples/sim-1.png').then((got) => got.blob()).then((blob) => { \
               const clipboardData = new DataTransfer(); \
               clipboardData.items.add(new File([blob], 'pasted.png', { type: 'image/png' })); \
               const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }); \
               document.activeElement.dispatchEvent(paste); return true; })",
        )
        .await;
    window
        .until("document.querySelector('.tray')?.textContent.includes('pasted.png')")
        .await;
    window.starts("/club analyze").await;
    window.until(&format!("{SHOWN} === 1")).await;
    window.key(Key::Escape).await;
    window.starts("/status").await;
    window.drops(&["sim-2.png"]).await;
    window
        .until("document.getElementById('notice').textContent === 'This command takes no file.'")
        .await;
    window.presses("Run").await;
    window.sees("mia used /status").await;
    window
        .until("document.querySelector('.message:last-child:not(.loading) .body')")
        .await;
    window.close().await;
}
