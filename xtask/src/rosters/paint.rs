//! From SVG to pixels to a small PNG.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

/// The fonts that the drawings use; none of the machine's, so that every machine draws the same.
const FONTS: &[&str] = &["BarlowCondensed-SemiBold.ttf", "BarlowCondensed-Bold.ttf"];

/// An image of three bytes a pixel, row by row.
pub(super) struct Image {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) rgb: Vec<u8>,
}

/// Renders SVG with the project's own fonts.
pub(super) struct Painter {
    options: Options<'static>,
}

impl Painter {
    /// Loads the fonts from their folder.
    pub(super) fn load(folder: &Path) -> Result<Self> {
        let mut database = fontdb::Database::new();
        for font in FONTS {
            let path = folder.join(font);
            database.load_font_data(fs::read(&path).with_context(|| path.display().to_string())?);
        }
        ensure!(
            database.len() == FONTS.len(),
            "a font in {} cannot be read",
            folder.display()
        );
        Ok(Self {
            options: Options {
                fontdb: Arc::new(database),
                ..Options::default()
            },
        })
    }

    /// Renders at the SVG's own size, on an opaque background.
    pub(super) fn paint(&self, svg: &str) -> Result<Image> {
        let tree = Tree::from_str(svg, &self.options)?;
        let size = tree.size().to_int_size();
        let mut pixels =
            Pixmap::new(size.width(), size.height()).context("the drawing has no size")?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        let rgb = pixels
            .data()
            .chunks_exact(4)
            .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]])
            .collect();
        Ok(Image {
            width: size.width(),
            height: size.height(),
            rgb,
        })
    }
}

/// PNG with the strongest compression that is lossless.
pub(super) fn encode(image: &Image) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, image.width, image.height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    // Flat areas and sharp edges compress better unfiltered than filtered.
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_deflate_compression(png::DeflateCompression::Level(9));
    encoder.write_header()?.write_image_data(&image.rgb)?;
    Ok(bytes)
}

/// Reads back what [`encode`] wrote.
#[cfg(test)]
pub(super) fn decode(bytes: &[u8]) -> Result<Image> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info()?;
    let mut rgb = vec![
        0;
        reader
            .output_buffer_size()
            .context("the picture is too large")?
    ];
    let frame = reader.next_frame(&mut rgb)?;
    ensure!(
        frame.color_type == png::ColorType::Rgb,
        "the picture is not RGB"
    );
    Ok(Image {
        width: frame.width,
        height: frame.height,
        rgb,
    })
}
