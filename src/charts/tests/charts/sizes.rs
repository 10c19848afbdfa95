//! What a chart weighs, and that it can be drawn anywhere.

use std::thread;

use slimy_charts::Drawing;

use crate::examples;

fn all() -> Vec<(&'static str, Drawing)> {
    [
        ("total", examples::club_total(104).draw()),
        ("few", examples::club_total(9).draw()),
        ("member", examples::member(104).draw()),
        ("member-500", examples::member(500).draw()),
        ("rivals", examples::rivals().draw()),
        ("bars", examples::top_ten().draw()),
        ("movers", examples::movers().draw()),
        ("distribution", examples::distribution().draw()),
        ("days", examples::audit(30).draw()),
    ]
    .map(|(name, drawing)| (name, drawing.expect("drawn")))
    .into()
}

#[test]
fn no_chart_weighs_more_than_100_kilobytes() {
    for (name, drawing) in all() {
        let png = drawing.png().expect("painted");
        assert!(png.len() < 100_000, "{name}: {} bytes", png.len());
    }
}

#[test]
fn any_thread_paints_the_same_picture() {
    let painted = || -> Vec<Vec<u8>> {
        let paint = |(_, drawing): (_, Drawing)| drawing.png().expect("painted");
        all().into_iter().take(3).map(paint).collect()
    };
    let threads: Vec<_> = (0..4).map(|_| thread::spawn(painted)).collect();
    let here = painted();
    for thread in threads {
        assert_eq!(thread.join().expect("no panic"), here);
    }
}
