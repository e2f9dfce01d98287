//! Which part of a picture is kept, and how large.

use image::{DynamicImage, imageops::FilterType, metadata::Orientation};

use crate::error::Reason;

/// A part of a picture, in its pixels as it stands upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crop {
    /// From the left edge.
    pub x: u32,
    /// From the upper edge.
    pub y: u32,
    /// At least 1.
    pub width: u32,
    /// At least 1.
    pub height: u32,
}

/// What becomes of a picture; sides are in pixels, and none is ever enlarged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// All of it, with at most this many pixels on its longer side.
    Whole(u32),
    /// The largest square in its middle, with at most this side.
    Square(u32),
    /// The part that somebody chose, with at most this many pixels on its longer side.
    Part(Crop, u32),
}

impl Shape {
    fn longest(self) -> u32 {
        match self {
            Self::Whole(side) | Self::Square(side) | Self::Part(_, side) => side.max(1),
        }
    }

    /// The part that is kept of an upright picture of this size.
    fn part(self, width: u32, height: u32) -> Result<Crop, Reason> {
        let fits = |start: u32, length: u32, whole: u32| {
            length > 0 && start.checked_add(length).is_some_and(|end| end <= whole)
        };
        match self {
            Self::Whole(_) => Ok(Crop { x: 0, y: 0, width, height }),
            Self::Square(_) => {
                let side = width.min(height);
                Ok(Crop { x: (width - side) / 2, y: (height - side) / 2, width: side, height: side })
            }
            Self::Part(crop, _) if fits(crop.x, crop.width, width) && fits(crop.y, crop.height, height) => {
                Ok(crop)
            }
            Self::Part(..) => Err(Reason::new("picture_crop_outside")),
        }
    }
}

/// Turns the picture upright, cuts it and shrinks it.
///
/// A large one is first shrunk roughly, to twice what is wanted: the good filter takes four times the memory.
pub(super) fn cut(picture: DynamicImage, turn: Orientation, shape: Shape) -> Result<DynamicImage, Reason> {
    let upright =
        if lies(turn) { (picture.height(), picture.width()) } else { (picture.width(), picture.height()) };
    let part = shape.part(upright.0, upright.1)?;
    let ratio = Ratio { of: part.width.max(part.height), to: shape.longest().saturating_mul(2) };
    let mut picture = if ratio.shrinks() {
        picture.thumbnail_exact(ratio.applied(picture.width()).max(1), ratio.applied(picture.height()).max(1))
    } else {
        picture
    };
    picture.apply_orientation(turn);
    let (width, height) = (ratio.applied(part.width).max(1), ratio.applied(part.height).max(1));
    // A strip thinner than a pixel of the rough one is given that pixel, at the edge as well.
    let x = ratio.applied(part.x).min(picture.width().saturating_sub(width));
    let y = ratio.applied(part.y).min(picture.height().saturating_sub(height));
    let picture = picture.crop_imm(x, y, width, height);
    let last = Ratio { of: width.max(height), to: shape.longest() };
    if !last.shrinks() {
        return Ok(picture);
    }
    let (width, height) = (last.applied(width).max(1), last.applied(height).max(1));
    Ok(picture.resize_exact(width, height, FilterType::CatmullRom))
}

/// Whether the picture is stored lying on its side (Exif 2.32, tag 0x0112).
fn lies(turn: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(turn, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
}

/// How much smaller lengths become.
#[derive(Clone, Copy)]
struct Ratio {
    of: u32,
    to: u32,
}

impl Ratio {
    fn shrinks(self) -> bool {
        self.to < self.of
    }

    /// Rounded down, so that a part of a picture stays within it.
    fn applied(self, length: u32) -> u32 {
        if !self.shrinks() {
            return length;
        }
        let shorter = u64::from(length) * u64::from(self.to) / u64::from(self.of.max(1));
        u32::try_from(shorter).unwrap_or(length)
    }
}
