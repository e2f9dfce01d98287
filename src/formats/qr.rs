//! QR codes as PNG (ISO/IEC 18004), to be shown on a screen and saved by a long press.

use fast_qr::{ECL, QRBuilder};
use png::{BitDepth, ColorType, Encoder};

use crate::error::Error;

/// Pixels along the side of one module.
const MODULE: usize = 8;

/// Light modules around the code, the least that the standard allows.
const QUIET: usize = 4;

/// A black and white PNG of the code for `text`; the same text always gives the same bytes.
///
/// Error correction is level M: enough for a scratched screen, and a coarser code than the higher
/// levels, which cheap cameras read faster.
///
/// # Errors
/// `Internal` when the text does not fit into a code (2,331 bytes).
pub fn png(text: &str) -> Result<Vec<u8>, Error> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().map_err(Error::internal)?;
    let modules = code.data.chunks_exact(code.size).take(code.size);
    // A module is exactly one byte wide, since a byte holds eight pixels.
    let width = code.size + 2 * QUIET;
    let margin = vec![0xFF; width * MODULE * QUIET];
    let mut pixels = margin.clone();
    for row in modules {
        let mut line = vec![0xFF; QUIET];
        line.extend(row.iter().map(|module| if module.value() { 0x00 } else { 0xFF }));
        line.extend([0xFF; QUIET]);
        pixels.extend(line.repeat(MODULE));
    }
    pixels.extend(margin);
    encode(width * MODULE, &pixels)
}

fn encode(side: usize, pixels: &[u8]) -> Result<Vec<u8>, Error> {
    let side = u32::try_from(side).map_err(Error::internal)?;
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, side, side);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::One);
    let mut writer = encoder.write_header().map_err(Error::internal)?;
    writer.write_image_data(pixels).map_err(Error::internal)?;
    writer.finish().map_err(Error::internal)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

    use std::io::Cursor;

    use super::*;

    /// The picture as rows of modules, dark ones true.
    fn modules(text: &str) -> Vec<Vec<bool>> {
        let mut reader = png::Decoder::new(Cursor::new(super::png(text).unwrap())).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        assert_eq!((info.width, info.bit_depth), (info.height, BitDepth::One));
        let rows = pixels.chunks(info.line_size).step_by(MODULE);
        rows.map(|row| row.iter().map(|&byte| byte == 0).collect()).collect()
    }

    #[test]
    fn a_quiet_zone_surrounds_three_finder_patterns() {
        let code = modules("PLENARY-2026-ABCDEFGH");
        let side = code.len();
        let quiet = |at: usize| at < QUIET || at >= side - QUIET;
        for (y, row) in code.iter().enumerate() {
            assert_eq!(row.len(), side);
            assert!(row.iter().enumerate().all(|(x, dark)| !dark || !(quiet(x) || quiet(y))));
        }
        let finder = [true, false, true, true, true, false, true];
        for (x, y) in [(QUIET, QUIET), (side - QUIET - 7, QUIET), (QUIET, side - QUIET - 7)] {
            assert_eq!(code[y + 3][x..x + 7], finder);
        }
    }

    #[test]
    fn one_text_gives_one_picture() {
        assert_eq!(png("ticket").unwrap(), png("ticket").unwrap());
        assert_ne!(png("ticket").unwrap(), png("tickets").unwrap());
    }

    #[test]
    fn what_does_not_fit_is_an_error() {
        assert!(matches!(png(&"字".repeat(1_000)), Err(Error::Internal(_))));
    }
}
