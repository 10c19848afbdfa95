//! Rosters that the tests draw: any words, colours and places, so that a screen of another game or language is a table.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use image::RgbImage;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::png;

/// A member as the card says it: name, number, last seen.
pub(crate) type Member = (&'static str, &'static str, &'static str);

/// The colours of a screen.
#[derive(Debug, Clone)]
pub(crate) struct Palette {
    pub(crate) behind: &'static str,
    pub(crate) panel: &'static str,
    pub(crate) card: &'static str,
    pub(crate) strip: &'static str,
    pub(crate) line: &'static str,
    pub(crate) text: &'static str,
    pub(crate) number: &'static str,
}

/// The places of a screen, in pixels. What belongs to a card is told from its upper left corner.
#[derive(Debug, Clone)]
pub(crate) struct Places {
    pub(crate) size: (u32, u32),
    /// The left borders of the columns, the size of a card and the distance of rows.
    pub(crate) columns: &'static [f32],
    pub(crate) card: (f32, f32),
    pub(crate) pitch: f32,
    /// The banner's line, the first row's upper border and the panel's line.
    pub(crate) banner: f32,
    pub(crate) first: f32,
    pub(crate) panel: f32,
    /// The strip's span in a card.
    pub(crate) strip: (f32, f32),
    /// Baselines and font sizes of label, number, and name with last seen.
    pub(crate) label: (f32, f32),
    pub(crate) number: (f32, f32),
    pub(crate) name: (f32, f32),
    /// Baselines and font sizes of title and count.
    pub(crate) title: (f32, f32),
    pub(crate) count: (f32, f32),
}

/// A screen to draw.
#[derive(Debug, Clone)]
pub(crate) struct Drawn {
    pub(crate) palette: Palette,
    pub(crate) places: Places,
    pub(crate) title: &'static str,
    pub(crate) label: &'static str,
    pub(crate) count: Option<&'static str>,
    pub(crate) members: &'static [Member],
}

impl Drawn {
    /// The panel of Super Snail with these words, as plain as can be.
    pub(crate) fn snail(
        title: &'static str,
        label: &'static str,
        members: &'static [Member],
    ) -> Self {
        Self {
            palette: Palette {
                behind: "#2b3a40",
                panel: "#f1e2c2",
                card: "#f6ebda",
                strip: "#ebdcc5",
                line: "#4a4039",
                text: "#5b4c42",
                number: "#7d6a5c",
            },
            places: Places {
                size: (1206, 2622),
                columns: &[154.0, 626.0],
                card: (421.0, 226.5),
                pitch: 275.33,
                banner: 922.5,
                first: 940.5,
                panel: 1911.0,
                strip: (170.0, 226.5),
                label: (85.0, 40.0),
                number: (138.0, 50.0),
                name: (210.0, 38.0),
                title: (557.0, 68.0),
                count: (618.0, 42.0),
            },
            title,
            label,
            count: Some("24/24"),
            members,
        }
    }

    /// The screenshot as a PNG file.
    pub(crate) fn png(&self) -> Vec<u8> {
        png(&paint(&self.svg()))
    }

    fn svg(&self) -> String {
        let (palette, places) = (&self.palette, &self.places);
        let (width, height) = places.size;
        let (left, right) = (
            places.columns[0] - 44.0,
            places.columns[places.columns.len() - 1] + places.card.0 + 44.0,
        );
        let Palette {
            behind,
            panel,
            line,
            ..
        } = palette;
        let (banner, bottom) = (places.banner, places.panel);
        let (across, down) = (right - left, bottom - banner + 540.0);
        let mut svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="Barlow Condensed SemiBold"><rect width="{width}" height="{height}" fill="{behind}"/><rect x="{left}" y="{}" width="{across}" height="{down}" fill="{panel}"/><g stroke="{line}" stroke-width="5"><path d="M{left} {banner}h{across}M{left} {bottom}h{across}"/></g>"#,
            banner - 480.0
        );
        let middle = f32::midpoint(left, right);
        text(
            &mut svg,
            self.title,
            (middle, places.title.0),
            places.title.1,
            "middle",
            palette.text,
        );
        if let Some(count) = self.count {
            text(
                &mut svg,
                count,
                (middle, places.count.0),
                places.count.1,
                "middle",
                palette.text,
            );
        }
        for (index, member) in self.members.iter().enumerate() {
            let columns = places.columns.len();
            let row = f32::from(u8::try_from(index / columns).expect("few rows"));
            let (x, y) = (
                places.columns[index % columns],
                places.first + row * places.pitch,
            );
            if y + places.card.1 < places.panel - 8.0 {
                let _ = write!(svg, r#"<g transform="translate({x} {y})">"#);
                self.card(&mut svg, *member);
                svg.push_str("</g>");
            }
        }
        svg.push_str("</svg>");
        svg
    }

    fn card(&self, svg: &mut String, (name, number, seen): Member) {
        let (palette, places) = (&self.palette, &self.places);
        let Palette {
            card, strip, line, ..
        } = palette;
        let (width, height) = places.card;
        let (top, bottom) = places.strip;
        let strip_height = bottom - top;
        let _ = write!(
            svg,
            r#"<rect width="{width}" height="{height}" rx="22" fill="{card}"/><rect x="2" y="{top}" width="{}" height="{strip_height}" rx="18" fill="{strip}"/><rect width="{width}" height="{height}" rx="22" fill="none" stroke="{line}" stroke-width="5"/>"#,
            width - 4.0
        );
        let end = width - 24.0;
        text(
            svg,
            self.label,
            (end, places.label.0),
            places.label.1,
            "end",
            palette.text,
        );
        let (baseline, size) = places.number;
        let _ = write!(
            svg,
            r#"<text x="{}" y="{baseline}" text-anchor="end" font-size="{size}" font-family="Barlow Condensed" font-weight="700" letter-spacing="1" fill="{}">{number}</text>"#,
            width - 25.0,
            palette.number
        );
        text(
            svg,
            name,
            (30.0, places.name.0),
            places.name.1,
            "start",
            palette.text,
        );
        text(
            svg,
            seen,
            (width - 17.0, places.name.0),
            places.name.1,
            "end",
            palette.text,
        );
    }
}

/// A text; katakana by its strokes, because no font that the project carries has any.
fn text(svg: &mut String, said: &str, (x, y): (f32, f32), size: f32, anchor: &str, fill: &str) {
    if said.chars().all(|letter| strokes(letter).is_some()) {
        let count = f32::from(u8::try_from(said.chars().count()).expect("few letters"));
        let width = count * size;
        let mut at = match anchor {
            "start" => x,
            "middle" => x - width / 2.0,
            _ => x - width,
        };
        for path in said.chars().filter_map(strokes) {
            let _ = write!(
                svg,
                r#"<path transform="translate({at} {}) scale({})" d="{path}" fill="none" stroke="{fill}" stroke-width="11"/>"#,
                y - size * 0.9,
                size / 100.0
            );
            at += size;
        }
        return;
    }
    let _ = write!(
        svg,
        r#"<text x="{x}" y="{y}" text-anchor="{anchor}" font-size="{size}" fill="{fill}">{said}</text>"#
    );
}

/// The strokes of a letter of katakana in a square of 100.
fn strokes(letter: char) -> Option<&'static str> {
    Some(match letter {
        'メ' => "M72 12Q60 60 18 90M26 38Q50 50 76 76",
        'ン' => "M20 22L40 36M18 86Q66 74 84 28",
        'バ' => "M32 34Q28 64 10 84M58 28Q72 52 84 84M72 10L80 22M86 4L94 16",
        'パ' => "M32 34Q28 64 10 84M58 28Q72 52 84 84M75 14a9 9 0 1 0 18 0a9 9 0 1 0 -18 0",
        'ー' => "M12 50H88",
        'リ' => "M30 16V58M70 12V50Q70 78 38 92",
        'ス' => "M20 20H74Q60 60 16 88M52 56L84 88",
        'ト' => "M42 8V92M42 42L78 60",
        'ワ' => "M20 44V18H80Q80 66 34 90",
        _ => return None,
    })
}

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/fonts");
    let mut database = fontdb::Database::new();
    for font in ["BarlowCondensed-SemiBold.ttf", "BarlowCondensed-Bold.ttf"] {
        let bytes = std::fs::read(folder.join(font)).expect("the project has the font");
        database.load_font_data(bytes);
    }
    Arc::new(database)
});

fn paint(svg: &str) -> RgbImage {
    let options = Options {
        fontdb: Arc::clone(&FONTS),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).expect("the drawing is SVG");
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).expect("the drawing has a size");
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    let rgb = pixels
        .data()
        .chunks_exact(4)
        .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]])
        .collect();
    RgbImage::from_raw(size.width(), size.height(), rgb).expect("three bytes a pixel")
}
