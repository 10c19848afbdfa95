//! The whole main job without a mouse, with a ring around what has the focus at every step.

use fantoccini::key::Key;
use serde_json::Value;

use super::window::Window;
use crate::demo::Demo;

/// More places than that to stop at are too many.
const MOST_STOPS: usize = 60;

/// Whether a ring is around the focus, or around what stands for it.
const RING: &str = "[document.activeElement, document.activeElement.nextElementSibling, document.activeElement.closest('label'), \
    document.activeElement.closest('.row')].some((one) => one && getComputedStyle(one).outlineStyle !== 'none' \
    && parseFloat(getComputedStyle(one).outlineWidth) >= 2)";

/// Goes on by Tab, or back, until the focus is where the expression says of `focus`.
async fn tabs_to(window: &Window, backwards: bool, wanted: &str) {
    for _ in 0..MOST_STOPS {
        let step = if backwards {
            "\u{e008}\u{e004}"
        } else {
            "\u{e004}"
        };
        window.types(step).await;
        assert_eq!(window.gives(RING).await, true, "{}", focused(window).await);
        if window
            .gives(&format!("((focus) => {wanted})(document.activeElement)"))
            .await
            == true
        {
            return;
        }
    }
    panic!(
        "{wanted} has no place among the first {MOST_STOPS}, at {}",
        focused(window).await
    );
}

async fn focused(window: &Window) -> Value {
    window
        .gives("document.activeElement.outerHTML.slice(0, 200)")
        .await
}

#[tokio::test]
async fn a_screenshot_is_read_and_saved_by_keyboard_alone() {
    let demo = Demo::start();
    let window = Window::open(&demo.origin).await;
    tabs_to(&window, false, "focus.matches('.skip')").await;
    window.key(Key::Enter).await;
    window.until("document.activeElement.id === 'line'").await;
    window.types("/club ana").await;
    window
        .until("document.querySelector('.choices:not([hidden])')")
        .await;
    window.key(Key::Escape).await;
    window
        .until("!document.querySelector('.choices:not([hidden])')")
        .await;
    window.types("l").await;
    window
        .until("document.querySelector('.choices:not([hidden])')")
        .await;
    window.key(Key::Enter).await;
    window.element("form.command").await;

    tabs_to(&window, false, "focus.matches('summary')").await;
    window.key(Key::Enter).await;
    tabs_to(&window, false, "focus.textContent.includes('sim-1.png')").await;
    window.key(Key::Enter).await;
    window.element(".chosen img").await;
    tabs_to(&window, true, "focus.id === 'run'").await;
    window.key(Key::Enter).await;
    window.sees("Not saved yet").await;
    window.until("document.activeElement.id === 'line'").await;
    tabs_to(&window, true, "focus.textContent === 'Save'").await;
    window.key(Key::Enter).await;
    window.sees("Saved").await;

    tabs_to(&window, true, "focus.name === 'person'").await;
    window.key(Key::Right).await;
    window
        .until("document.querySelector('.person:has(:checked)').textContent.includes('max')")
        .await;
    window.sees("Saved").await;
    window.close().await;
}

#[tokio::test]
async fn the_menu_of_a_message_is_walked_by_keyboard() {
    let demo = Demo::start();
    let window = Window::open(&demo.origin).await;
    window.clicks("#line").await;
    // The menu offers what is registered, and that may come a moment after the page.
    window.types("/club").await;
    window
        .until("document.querySelector('.choices:not([hidden])')")
        .await;
    window.key(Key::Escape).await;
    window.types(&"\u{e003}".repeat("/club".len())).await;
    window.drops(&["sim-1.png"]).await;
    window.element(".tray li").await;
    window.types("look\u{e007}").await;
    window.sees("look").await;
    tabs_to(&window, true, "focus.matches('.more')").await;
    window.key(Key::Enter).await;
    window
        .until("document.activeElement.textContent === 'Reply'")
        .await;
    window.key(Key::Down).await;
    window
        .until("document.activeElement.textContent === 'Analyze club roster'")
        .await;
    window.key(Key::Escape).await;
    window
        .until("document.activeElement.matches('.more') && !document.querySelector('[role=menu]')")
        .await;
    window.key(Key::Enter).await;
    window.key(Key::Down).await;
    window
        .until("document.activeElement.textContent === 'Analyze club roster'")
        .await;
    window.key(Key::Enter).await;
    window.sees("mia used Analyze club roster").await;
    window.sees("Not saved yet").await;
    window.close().await;
}
