//! The page on a phone: 390 by 844, by touch.

use serde_json::json;

use super::window::Window;
use crate::demo::Demo;

/// What stands out of the window sideways, and is in nothing that scrolls by itself.
const OVERFLOWING: &str = "(() => { \
    const scrolls = (one) => one && (['auto', 'scroll'].includes(getComputedStyle(one).overflowX) \
      && one.id !== 'messages' || scrolls(one.parentElement)); \
    const sides = (one) => { const { left, right, width } = one.getBoundingClientRect(); \
      return width > 0 && getComputedStyle(one).visibility !== 'hidden' && (right > innerWidth + 0.5 || left < -0.5); }; \
    return [...document.body.querySelectorAll('*')].filter((one) => sides(one) && !scrolls(one.parentElement) \
      && !one.matches('.skip')).map((one) => one.outerHTML.slice(0, 120)); })()";

/// Whether the whole command line is in the window, and nothing of the page scrolls away.
const LINE_IS_THERE: &str = "(() => { const box = document.getElementById('line').getBoundingClientRect(); \
    return box.top >= 0 && box.bottom <= innerHeight && box.width > 120 \
      && document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight; })()";

/// Buttons that are too small for a finger: Apple and Google ask for 44 and 48, WCAG 2.2 for 24 at least.
const SMALL_BUTTONS: &str = "[...document.querySelectorAll('button, summary, .person')] \
    .filter((one) => one.checkVisibility({ visibilityProperty: true })) \
    .filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML)";

async fn fits(window: &Window, step: &str) {
    assert_eq!(window.gives(OVERFLOWING).await, json!([]), "{step}");
    assert_eq!(window.gives(SMALL_BUTTONS).await, json!([]), "{step}");
}

#[tokio::test]
async fn a_phone_has_room_for_all_of_it() {
    let demo = Demo::start();
    let window = Window::open(&demo.origin).await;
    window.resize(390, 844, true).await;
    window.goes_to_the_page().await;
    window.until("innerWidth === 390").await;
    assert_eq!(window.gives(LINE_IS_THERE).await, true);
    fits(&window, "at first").await;

    let closed = "getComputedStyle(document.getElementById('places')).visibility === 'hidden'";
    assert_eq!(window.gives(closed).await, true);
    window.clicks("#menu").await;
    window
        .until("document.getElementById('menu').ariaExpanded === 'true'")
        .await;
    window.presses("# club").await;
    window.until(closed).await;
    window
        .until("document.getElementById('title').textContent === '# club'")
        .await;

    window.clicks("#line").await;
    window.types("/").await;
    let list = "document.querySelector('.choices:not([hidden])')?.getBoundingClientRect()";
    window
        .until(&format!("{list}?.top >= 0 && {list}.right <= innerWidth"))
        .await;
    fits(&window, "with the commands").await;
    window.types("club analyze\u{e007}").await;
    window.element("form.command").await;
    window.drops(&["sim-1.png", "sim-2.png"]).await;
    window
        .until("document.querySelectorAll('.chosen img').length === 2")
        .await;
    fits(&window, "with the fields").await;
    window.presses("Run").await;
    window.sees("Not saved yet").await;
    fits(&window, "with the preview").await;
    assert_eq!(window.gives(LINE_IS_THERE).await, true);
    window.presses("Save").await;
    window.sees("Saved").await;
    window.becomes("sam").await;
    window.sees("Saved").await;

    // What an open keyboard leaves.
    window.resize(390, 450, true).await;
    window.until("innerHeight === 450").await;
    assert_eq!(window.gives(LINE_IS_THERE).await, true);
    window.resize(320, 568, true).await;
    window.until("innerWidth === 320").await;
    fits(&window, "on a small phone").await;
    window.close().await;
}
