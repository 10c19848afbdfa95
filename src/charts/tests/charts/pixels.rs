//! What is painted stands where its value is.

use std::io::Cursor;

use slimy_charts::{Bar, Bars, Drawing, Label, Line, Numbers, Point, Series};

/// The first line's colour: orange.
const FIRST: [u8; 3] = [0xe6, 0x9f, 0x00];

struct Picture {
    width: usize,
    rgb: Vec<u8>,
}

impl Picture {
    fn of(drawing: &Drawing) -> Self {
        let bytes = drawing.png().expect("painted");
        let mut reader = png::Decoder::new(Cursor::new(bytes))
            .read_info()
            .expect("a PNG");
        let mut rgb = vec![0; reader.output_buffer_size().expect("a size")];
        reader.next_frame(&mut rgb).expect("pixels");
        Self {
            width: drawing.width as usize,
            rgb,
        }
    }

    fn at(&self, x: f64, y: f64) -> [u8; 3] {
        let index = (pixel(y) * self.width + pixel(x)) * 3;
        [self.rgb[index], self.rgb[index + 1], self.rgb[index + 2]]
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place on the picture"
)]
fn pixel(place: f64) -> usize {
    place.round() as usize
}

fn line(values: &[Option<i64>]) -> Drawing {
    let points = values.iter().map(|value| {
        value.map(|value| Point {
            value,
            corrected: false,
        })
    });
    Line {
        title: "Line".to_owned(),
        subtitle: String::new(),
        weeks: (0..values.len()).map(|week| format!("w{week}")).collect(),
        series: vec![Series {
            name: "one".to_owned(),
            points: points.collect(),
        }],
        corrected: String::new(),
        numbers: Numbers::default(),
    }
    .draw()
    .expect("drawn")
}

fn label<'a>(drawing: &'a Drawing, words: &str) -> &'a Label {
    drawing
        .labels
        .iter()
        // The legend, which comes first, may have the same words as the axes.
        .rfind(|label| label.text == words)
        .unwrap_or_else(|| panic!("no {words} in {:?}", drawing.labels))
}

fn middle_x(label: &Label) -> f64 {
    f64::midpoint(label.left, label.right)
}

/// The height of the line that a value of the axis names: its digits are centred on it.
fn height(drawing: &Drawing, words: &str) -> f64 {
    let label = label(drawing, words);
    // Base line less 0.35 of the type's size; the box reaches from -0.8 to +0.25 of it.
    let size = (label.bottom - label.top) / 1.05;
    label.bottom - size * 0.25 - size * 0.35
}

#[test]
fn a_line_passes_at_the_height_of_its_values() {
    let drawing = line(&[Some(0), Some(100), Some(50), Some(50)]);
    let picture = Picture::of(&drawing);
    for (week, value) in [("w1", "100"), ("w2", "50")] {
        let x = middle_x(label(&drawing, week));
        assert_eq!(picture.at(x, height(&drawing, value)), FIRST, "{week}");
    }
    // Between the last two weeks it runs level, and nowhere else at that place.
    let x = f64::midpoint(
        middle_x(label(&drawing, "w2")),
        label(&drawing, "w2").right + 60.0,
    );
    let y = height(&drawing, "50");
    assert_eq!(picture.at(x, y), FIRST);
    assert_ne!(picture.at(x, y + 12.0), FIRST);
    assert_ne!(picture.at(x, y - 12.0), FIRST);
}

#[test]
fn a_week_without_a_value_leaves_a_gap() {
    let whole = line(&[Some(50), Some(50), Some(50), Some(0), Some(100)]);
    let broken = line(&[Some(50), None, Some(50), Some(0), Some(100)]);
    let x = middle_x(label(&whole, "w1"));
    let y = height(&whole, "50");
    assert_eq!(Picture::of(&whole).at(x, y), FIRST);
    let picture = Picture::of(&broken);
    assert_ne!(picture.at(x, y), FIRST);
    assert_ne!(
        picture.at(x, height(&broken, "0")),
        FIRST,
        "no line through zero"
    );
    let alone = middle_x(label(&broken, "w0")).max(label(&broken, "50").right + 38.0);
    assert_eq!(picture.at(alone, y), FIRST, "a value between gaps is a dot");
}

#[test]
fn a_bar_ends_at_the_share_of_its_value() {
    let bar = |value| Bar {
        name: "a".to_owned(),
        value,
        corrected: false,
        change: None,
    };
    let drawing = Bars {
        title: "Bars".to_owned(),
        subtitle: String::new(),
        rows: vec![bar(100), bar(50)],
        corrected: String::new(),
        numbers: Numbers::default(),
    }
    .draw()
    .expect("drawn");
    let picture = Picture::of(&drawing);
    let y = label(&drawing, "50").bottom + 14.0;
    assert_eq!(picture.at(495.0, y), FIRST);
    assert_ne!(picture.at(505.0, y), FIRST);
}
