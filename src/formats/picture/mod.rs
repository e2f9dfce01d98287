//! Pictures that people send in, drawn anew: nothing of the file they came in is kept but its colours.
//!
//! What a camera wrote beside them (place, time, owner), and what somebody hid behind them, is gone with the
//! file. Sizes are judged by the file's head, before anything is unpacked.

mod frame;

pub use frame::{Crop, Shape};

use std::io::Cursor;

use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits,
    codecs::{jpeg::JpegEncoder, png::PngEncoder},
};

use super::media::{self, MediaType};
use crate::error::{Error, Reason};

/// The kinds that are read, as `accept` of a form's field spells them.
pub const ACCEPTED: &str = "image/jpeg,image/png,image/webp";
/// Most bytes of a picture as it comes.
pub const MOST_BYTES: u64 = 20 << 20;
/// Most pixels on either side of a picture as it comes.
pub const LONGEST_SIDE: u32 = 12_000;
/// Most bytes of one picture, unpacked: 67 million pixels of a photo, at three bytes each.
const UNPACKED: u64 = 192 << 20;
/// Of JPEG: above it files grow, and nobody sees why.
const QUALITY: u8 = 85;

/// A picture of ours: JPEG, or PNG where parts of it are transparent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// JPEG or PNG.
    pub media_type: MediaType,
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    bytes: Vec<u8>,
}

impl Picture {
    /// Reads a PNG, JPEG or WebP file, turns it upright, cuts and shrinks it to `shape`, and writes it anew. Never
    /// enlarges; of an animation the first picture is kept. Takes up to a second of a core, so not on an async thread.
    ///
    /// # Errors
    /// `file_empty`, `file_too_large`, `file_type_refused`, `file_damaged`, `picture_too_large`,
    /// `picture_crop_outside`, all as the field `field`; [`Error::Internal`] when it cannot be written.
    pub fn redraw(raw: &[u8], shape: Shape, field: &str) -> Result<Self, Error> {
        let drawn = read(raw, shape).map_err(|reason| Error::field(field, reason))?;
        write(&drawn)
    }

    /// The file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

fn read(raw: &[u8], shape: Shape) -> Result<DynamicImage, Reason> {
    let format = format(raw)?;
    let damaged = |_| Reason::new("file_damaged").with("kind", name(format));
    let mut reader = ImageReader::with_format(Cursor::new(raw), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(UNPACKED);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    let (width, height) = decoder.dimensions();
    if width.max(height) > LONGEST_SIDE || decoder.total_bytes() > UNPACKED {
        let most = UNPACKED / u64::from(decoder.color_type().bytes_per_pixel()) / 1_000_000;
        let size = Reason::new("picture_too_large").with("width", width).with("height", height);
        return Err(size.with("side", LONGEST_SIDE).with("millions", most));
    }
    let orientation = decoder.orientation().map_err(damaged)?;
    let picture = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    frame::cut(picture, orientation, shape)
}

/// By the signature (PNG section 5.2, T.81 section B.1.1.3, RFC 9649 section 2.4).
fn format(raw: &[u8]) -> Result<ImageFormat, Reason> {
    if raw.is_empty() {
        return Err(Reason::new("file_empty"));
    }
    if u64::try_from(raw.len()).is_ok_and(|size| size > MOST_BYTES) {
        return Err(media::too_large(MOST_BYTES));
    }
    let webp = raw.starts_with(b"RIFF") && raw.get(8..12) == Some(b"WEBP");
    match raw {
        _ if raw.starts_with(b"\x89PNG\r\n\x1A\n") => Ok(ImageFormat::Png),
        _ if raw.starts_with(b"\xFF\xD8\xFF") => Ok(ImageFormat::Jpeg),
        _ if webp => Ok(ImageFormat::WebP),
        _ => Err(media::refused(&["JPEG", "PNG", "WebP"])),
    }
}

fn name(format: ImageFormat) -> &'static str {
    match format {
        ImageFormat::Png => "PNG",
        ImageFormat::WebP => "WebP",
        _ => "JPEG",
    }
}

fn write(drawn: &DynamicImage) -> Result<Picture, Error> {
    let (width, height) = (drawn.width(), drawn.height());
    let mut bytes = Vec::new();
    let colours = drawn.to_rgba8();
    let media_type = if colours.pixels().any(|pixel| pixel.0.last() != Some(&u8::MAX)) {
        let encoder = PngEncoder::new(&mut bytes);
        encoder.write_image(&colours, width, height, ExtendedColorType::Rgba8).map_err(Error::internal)?;
        MediaType::Png
    } else {
        let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
        let opaque = drawn.to_rgb8();
        encoder.write_image(&opaque, width, height, ExtendedColorType::Rgb8).map_err(Error::internal)?;
        MediaType::Jpeg
    };
    Ok(Picture { media_type, width, height, bytes })
}

#[cfg(test)]
mod tests;
