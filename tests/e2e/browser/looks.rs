//! Dark and light: what the system prefers, unless the page's own switch says otherwise.

use serde_json::{Value, json};

use super::{scene::Scene, window::Window};

/// The texts that stand on something, each with the least contrast among those of its kind. Colours are
/// painted to be read, because the page mixes some; the rule is WCAG's.
const CONTRASTS: &str = "(() => { \
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true }); \
    const painted = (colours) => { canvas.clearRect(0, 0, 1, 1); \
      for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); } \
      return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((one) => one / 255); }; \
    const light = (rgb) => { const [r, g, b] = rgb.map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4); \
      return 0.2126 * r + 0.7152 * g + 0.0722 * b; }; \
    const behind = (one) => one ? [...behind(one.parentElement), getComputedStyle(one).backgroundColor] : []; \
    const contrast = (one) => { const back = behind(one); \
      const [a, b] = [light(painted(back)), light(painted([...back, getComputedStyle(one).color]))]; \
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); }; \
    const own = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()); \
    return [...document.body.querySelectorAll('*')].filter((one) => own(one) && one.checkVisibility() \
      && !one.matches(':disabled, option, script, noscript, .skip, .spoiler')) \
      .map((one) => ({ text: one.textContent.slice(0, 40), class: one.className, contrast: contrast(one) })) \
      .filter((one) => one.contrast < 4.5); })()";

const IS_DARK: &str = "(() => { const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number); return r + g + b < 384; })()";

#[tokio::test]
async fn everything_can_be_read_in_the_dark_and_in_the_light() {
    let scene = Scene::set().await;
    let window = Window::open(&scene.origin()).await;
    for command in ["/show", "/whisper", "/menus"] {
        window.starts(command).await;
        window.presses("Run").await;
        let done = format!(
            "document.querySelector('.message:last-child .used')?.textContent === 'ana used {command}'"
        );
        window.until(&done).await;
    }
    window.starts("/gather").await;
    for (scheme, is_dark) in [("dark", true), ("light", false)] {
        window.prefers(scheme).await;
        window.until(&format!("{IS_DARK} === {is_dark}")).await;
        let faint = window.gives(CONTRASTS).await;
        assert_eq!(faint, json!([]), "{scheme}: too faint");
    }
    window.close().await;
}

#[tokio::test]
async fn the_switch_outdoes_the_system_and_is_remembered() {
    let scene = Scene::set().await;
    let window = Window::open(&scene.origin()).await;
    window.prefers("dark").await;
    assert_eq!(window.gives(IS_DARK).await, true);
    window.clicks("#theme").await;
    window.until(&format!("!{IS_DARK}")).await;
    window.goes_to_the_page().await;
    assert_eq!(window.gives(IS_DARK).await, Value::Bool(false));
    window.prefers("light").await;
    window.clicks("#theme").await;
    window.until(IS_DARK).await;
    window.close().await;
}
