//! From SVG to pixels to a small PNG.

use png::{BitDepth, ColorType, Compression, Encoder};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

use crate::drawing::{Drawing, Fault};
use crate::fonts::fonts;

pub(crate) fn png(drawing: &Drawing) -> Result<Vec<u8>, Fault> {
    let tree = Tree::from_str(&drawing.svg, fonts().options())
        .map_err(|error| Fault::Painter(error.to_string()))?;
    let mut pixels = Pixmap::new(drawing.width, drawing.height)
        .ok_or_else(|| Fault::Painter("it has no size".to_owned()))?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    // The card covers everything, so the fourth byte of each pixel says nothing.
    let rgb: Vec<u8> = pixels
        .data()
        .chunks_exact(4)
        .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]])
        .collect();
    drop(pixels);
    encode(drawing, &rgb).map_err(|error| Fault::Painter(error.to_string()))
}

fn encode(drawing: &Drawing, rgb: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, drawing.width, drawing.height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    // Flat areas and sharp edges compress better unfiltered than filtered.
    encoder.set_filter(png::Filter::NoFilter);
    encoder.write_header()?.write_image_data(rgb)?;
    Ok(bytes)
}
