//! What a bot asks for: forms, options of every type, menus; and what it shows.

use fantoccini::{Locator, key::Key};

use super::{scene::Scene, window::Window};

const IS_OPEN: &str = "document.getElementById('modal').open";

#[tokio::test]
async fn a_form_is_opened_checked_filled_in_and_sent() {
    let scene = Scene::set().await;
    let window = Window::open(&scene.origin()).await;
    let opens = async || {
        window.starts("/note").await;
        window.key(Key::Enter).await;
        window
            .until(&format!(
                "{IS_OPEN} && document.activeElement.name === 'note'"
            ))
            .await;
    };
    opens().await;
    window.key(Key::Escape).await;
    window.until(&format!("!{IS_OPEN}")).await;

    opens().await;
    // An empty one, then one that is too short.
    for text in ["", "ab"] {
        window.types(text).await;
        window.presses("Submit").await;
        window
            .until("document.querySelector('#modal :is(input, textarea):invalid') === document.activeElement")
            .await;
        assert_eq!(window.gives(IS_OPEN).await, true);
    }
    window.types("cdefghijklmnopqrstuvwxyz").await;
    assert_eq!(
        window.gives("document.activeElement.value.length").await,
        20
    );
    window.key(Key::Tab).await;
    window.types("because\u{e007}it is so").await;
    assert!(!window.is_seen("noted").await);
    window.presses("Submit").await;
    window
        .sees("noted: abcdefghijklmnopqrst / because\nit is so")
        .await;
    window.until(&format!("!{IS_OPEN}")).await;

    opens().await;
    window.presses("Cancel").await;
    window.until(&format!("!{IS_OPEN}")).await;
    assert_eq!(
        window
            .gives("document.querySelectorAll('.message').length")
            .await,
        1
    );
    window.close().await;
}

/// Fills a field of the command that is being typed.
async fn fills(window: &Window, option: &str, text: &str) {
    let field = format!("[data-option={option}] input");
    // Emptying it takes the focus away.
    let emptied = window.element(&field).await.clear().await;
    emptied.expect("a field to empty");
    window.clicks(&field).await;
    window.types(text).await;
}

async fn chooses(window: &Window, option: &str, label: &str) {
    let list = window
        .element(&format!("[data-option={option}] select"))
        .await;
    list.select_by_label(label).await.expect("a choice");
}

async fn is_told(window: &Window, sentence: &str) {
    window.presses("Run").await;
    let told = format!(
        "!notice.hidden && notice.textContent === {}",
        serde_json::json!(sentence)
    );
    window.until(&told).await;
}

#[tokio::test]
async fn options_of_every_type_are_completed_and_checked() {
    let scene = Scene::set().await;
    let window = Window::open(&scene.origin()).await;
    window.starts("/gather").await;
    is_told(&window, "Fill in words.").await;
    fills(&window, "words", "ab").await;
    is_told(&window, "words takes at least 3 characters.").await;
    window.clicks("[data-option=words] input").await;
    window.types("cdefghijklm").await;
    assert_eq!(
        window.gives("document.activeElement.value").await,
        "abcdefghij"
    );
    fills(&window, "count", "9").await;
    is_told(&window, "count takes at most 5.").await;
    fills(&window, "count", "two").await;
    is_told(&window, "count takes a whole number.").await;
    fills(&window, "count", "2").await;

    let list = |option| {
        format!(
            "[...document.querySelectorAll('[data-option={option}] [role=option]')].map((one) => one.textContent).join()"
        )
    };
    fills(&window, "way", "s").await;
    window.until(&format!("{} === 'slowly'", list("way"))).await;
    window.key(Key::Enter).await;
    fills(&window, "fruit", "ap").await;
    window
        .until(&format!("{} === 'Apple,Apricot'", list("fruit")))
        .await;
    window.key(Key::Down).await;
    window.key(Key::Enter).await;
    chooses(&window, "who", "bob").await;
    chooses(&window, "role", "Snails").await;
    chooses(&window, "place", "club").await;
    chooses(&window, "really", "True").await;
    window.presses("+ much").await;
    window.types("1.5").await;
    window.presses("Run").await;
    window
        .sees("abcdefghij 2 slowly id-Apricot bob Snails club true Some(1.5)")
        .await;
    window.close().await;
}

#[tokio::test]
async fn menus_and_buttons_are_used() {
    let scene = Scene::set().await;
    let window = Window::open(&scene.origin()).await;
    window.starts("/menus").await;
    window.presses("Run").await;
    let one = window.element("select[aria-label='A colour']").await;
    one.select_by_label("green").await.expect("a choice");
    window.sees("one: green").await;

    window.clicks("details.many summary").await;
    let boxes = "details.many input";
    window.clicks(&format!("{boxes}[value=red]")).await;
    window.presses("Choose").await;
    window
        .until("notice.textContent === 'Choose 2 to 3.'")
        .await;
    window.clicks(&format!("{boxes}[value=blue]")).await;
    window.presses("Choose").await;
    window.sees("many: red and blue").await;

    let who = window.element("select[aria-label='Somebody']").await;
    who.select_by(Locator::XPath(".//option[.='bob']"))
        .await
        .expect("a person");
    window.sees("who: 1 people").await;
    window.presses("✅ Yes").await;
    window.sees("yes: pressed").await;
    let elsewhere = window.element("a.button.link").await;
    assert_eq!(
        elsewhere.attr("rel").await.expect("a link").as_deref(),
        Some("noopener noreferrer")
    );
    assert_eq!(window.gives("[...document.querySelectorAll('.button')].find((one) => one.textContent === 'No').disabled").await, true);
    window.close().await;
}

#[tokio::test]
async fn embeds_pictures_files_and_whispers_are_shown() {
    let scene = Scene::set().await;
    let window = Window::open(&scene.origin()).await;
    window.starts("/show").await;
    window.presses("Run").await;
    window
        .until("document.querySelector('.embed img')?.naturalWidth > 0")
        .await;
    window.clicks(".embed .picture").await;
    window
        .until("document.getElementById('picture').open")
        .await;
    window.key(Key::Escape).await;
    window
        .until("!document.getElementById('picture').open")
        .await;
    for (selector, text) in [
        (".embed .title", "A picture"),
        (".embed strong", "Bold"),
        (".embed pre", "a table"),
        (".embed .footer", "The end"),
        (".file a[download='roster.csv']", "roster.csv"),
    ] {
        let shown = window.element(selector).await.text().await;
        assert_eq!(shown.expect("a text"), text, "{selector}");
    }
    let hidden =
        "getComputedStyle(document.querySelector('.spoiler')).color === 'rgba(0, 0, 0, 0)'";
    assert_eq!(window.gives(hidden).await, true);
    window.clicks(".spoiler").await;
    window.until(&format!("!({hidden})")).await;

    window.starts("/whisper").await;
    window.presses("Run").await;
    window.sees("psst").await;
    window.becomes("bob").await;
    window.element(".embed").await;
    assert!(!window.is_seen("psst").await);
    window.close().await;
}
