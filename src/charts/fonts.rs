//! The letters: the fonts in the program first, then those of the machine, where it has any.
//!
//! They are loaded once. What no font has is known before anything is drawn, so that a neutral
//! box can stand for it.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use fontdb::{Database, FaceInfo, ID, Source, Style};
use harfrust::{Direction, ShapeOptions, ShaperData, UnicodeBuffer};
use resvg::usvg::{FontFamily, FontResolver, Options};
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, MetadataProvider as _};

/// In the order in which they are asked for a character. The second is the bold one.
const BUNDLED: [&[u8]; 5] = [
    include_bytes!("../../assets/fonts/noto/NotoSans-Medium.ttf"),
    include_bytes!("../../assets/fonts/noto/NotoSans-Bold.ttf"),
    include_bytes!("../../assets/fonts/noto/NotoSansThai-Medium.ttf"),
    include_bytes!("../../assets/fonts/noto/NotoSansArabic-Medium.ttf"),
    include_bytes!("../../assets/fonts/noto/NotoSansJP-Medium.ttf"),
];

/// Families of the machine that are asked for a character; a desktop has hundreds.
const MAX_FAMILIES: usize = 128;

/// Characters whose font is remembered; names of one club have a few hundred.
const MAX_REMEMBERED: usize = 8192;

/// The faces of the program's own, by their place in [`BUNDLED`].
const MEDIUM: Face = Face(0);
const BOLD: Face = Face(1);

/// A face, by its place in the order in which they are asked for a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Face(usize);

impl Face {
    /// The face of most letters.
    pub(crate) fn main(bold: bool) -> Self {
        if bold { BOLD } else { MEDIUM }
    }

    /// What it is called in a drawing. The names mean nothing outside of this room.
    pub(crate) fn family(self) -> String {
        format!("f{}", self.0)
    }
}

/// All fonts, and what the renderer needs to use them.
pub(crate) struct Fonts {
    options: Options<'static>,
    database: Arc<Database>,
    order: Vec<ID>,
    remembered: Mutex<HashMap<char, Option<Face>>>,
}

/// The fonts, loaded at the first call.
pub(crate) fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| {
        let mut database = Database::new();
        let bundled = load_bundled(&mut database);
        database.load_system_fonts();
        Fonts::of(database, bundled)
    })
}

fn load_bundled(database: &mut Database) -> Vec<ID> {
    BUNDLED
        .iter()
        .flat_map(|font| database.load_font_source(Source::Binary(Arc::new(*font))))
        .collect()
}

impl Fonts {
    fn of(database: Database, bundled: Vec<ID>) -> Self {
        let mut order = bundled;
        let rest = of_the_machine(&database, &order);
        order.extend(rest);
        let database = Arc::new(database);
        let faces = order.clone();
        let options = Options {
            fontdb: Arc::clone(&database),
            font_resolver: FontResolver {
                select_font: Box::new(move |font, _| {
                    let FontFamily::Named(name) = font.families().first()? else {
                        return None;
                    };
                    let place: usize = name.strip_prefix('f')?.parse().ok()?;
                    faces.get(place).copied()
                }),
                // The drawing names the face of each part of a text.
                select_fallback: Box::new(|_, _, _| None),
            },
            ..Options::default()
        };
        Self {
            options,
            database,
            order,
            remembered: Mutex::default(),
        }
    }

    /// What the renderer is told.
    pub(crate) fn options(&self) -> &Options<'static> {
        &self.options
    }

    /// The first face that has all characters of a cluster: marks must fit their letter.
    pub(crate) fn face(&self, cluster: &str, bold: bool) -> Option<Face> {
        let has_all = |face: Face| cluster.chars().all(|one| self.has(face, one));
        let main = Face::main(bold);
        if has_all(main) {
            return Some(main);
        }
        let mut characters = cluster.chars();
        let first = self.first(characters.next()?)?;
        if characters.next().is_none() || has_all(first) {
            return Some(first);
        }
        (first.0..self.order.len())
            .map(Face)
            .find(|face| *face != BOLD && has_all(*face))
    }

    /// Whether the face has the character.
    pub(crate) fn has(&self, face: Face, character: char) -> bool {
        self.with(face, |font| font.charmap().map(character))
            .is_some()
    }

    /// How wide a text in one face and one direction is, in parts of the size of the type.
    pub(crate) fn width(&self, face: Face, text: &str, is_rtl: bool) -> f64 {
        self.with(face, |font| {
            if face == MEDIUM || face == BOLD {
                return Some(unshaped(font, text));
            }
            let mut buffer = UnicodeBuffer::new();
            buffer.push_str(text);
            buffer.set_direction(if is_rtl {
                Direction::RightToLeft
            } else {
                Direction::LeftToRight
            });
            buffer.guess_segment_properties();
            let shaper_data = ShaperData::new(font);
            let shaper = shaper_data.shaper(font).build();
            let glyphs = shaper.shape(buffer, ShapeOptions::new());
            let advance: i32 = glyphs
                .glyph_positions()
                .iter()
                .map(|one| one.x_advance)
                .sum();
            let em = font.head().ok()?.units_per_em();
            Some(f64::from(advance.abs()) / f64::from(em))
        })
        .unwrap_or(0.0)
    }

    fn with<T>(&self, face: Face, ask: impl FnOnce(&FontRef<'_>) -> Option<T>) -> Option<T> {
        let id = *self.order.get(face.0)?;
        let answer = self.database.with_face_data(id, |data, index| {
            ask(&FontRef::from_index(data, index).ok()?)
        });
        answer.flatten()
    }

    /// The first face that has the character, the bold one aside.
    fn first(&self, character: char) -> Option<Face> {
        let lock = || {
            self.remembered
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        if let Some(known) = lock().get(&character) {
            return *known;
        }
        let found = (0..self.order.len())
            .map(Face)
            .find(|face| *face != BOLD && self.has(*face, character));
        let mut remembered = lock();
        if remembered.len() >= MAX_REMEMBERED {
            remembered.clear();
        }
        remembered.insert(character, found);
        found
    }
}

/// The sum of the letters' own widths: what these faces shape differs from it by very little.
fn unshaped(font: &FontRef<'_>, text: &str) -> f64 {
    let (letters, metrics) = (
        font.charmap(),
        font.glyph_metrics(Size::new(1.0), LocationRef::default()),
    );
    text.chars()
        .filter_map(|character| letters.map(character))
        .filter_map(|glyph| metrics.advance_width(glyph))
        .map(f64::from)
        .sum()
}

/// One face of each family of the machine: upright, with outlines, and nearest to the weight of
/// the letters here. Families that fit the look come first.
fn of_the_machine(database: &Database, bundled: &[ID]) -> Vec<ID> {
    let mut faces: Vec<&FaceInfo> = database
        .faces()
        .filter(|face| !bundled.contains(&face.id) && face.style == Style::Normal)
        .collect();
    faces.sort_by_key(|face| {
        let family = family(face);
        (
            !family.starts_with("Noto Sans"),
            face.monospaced,
            family.contains("Serif"),
            family.to_owned(),
            face.weight.0.abs_diff(500),
        )
    });
    let mut families = HashSet::new();
    faces
        .into_iter()
        .filter(|face| families.insert(family(face).to_owned()))
        .filter(|face| has_outlines(database, face.id))
        .take(MAX_FAMILIES)
        .map(|face| face.id)
        .collect()
}

fn family(face: &FaceInfo) -> &str {
    face.families.first().map_or("", |(name, _)| name.as_str())
}

/// Whether its characters are shapes; pictures in a font are not drawn.
fn has_outlines(database: &Database, face: ID) -> bool {
    let outlines = database.with_face_data(face, |data, index| {
        let font = FontRef::from_index(data, index).ok()?;
        Some(font.glyf().is_ok() || font.cff().is_ok() || font.cff2().is_ok())
    });
    outlines.flatten().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_fonts_have_the_letters_that_they_are_there_for() {
        let mut database = Database::new();
        let bundled = load_bundled(&mut database);
        assert_eq!(bundled.len(), BUNDLED.len());
        let fonts = Fonts::of(database, bundled);
        for character in "Aé ßłŸΩЖя…−₽ไทย عربي カナひら戦力□★".chars()
        {
            let cluster = character.to_string();
            assert!(fonts.face(&cluster, false).is_some(), "{character}");
        }
        assert_eq!(fonts.face("\u{1F40C}", false), None, "a snail is in none");
        assert_eq!(fonts.face("W", true), Some(BOLD));
        let width = |face, text| fonts.width(face, text, false);
        assert!(width(MEDIUM, "ii") < width(MEDIUM, "W"));
        assert!(width(MEDIUM, "W") < width(BOLD, "W"));
    }
}
