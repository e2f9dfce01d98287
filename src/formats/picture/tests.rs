#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use image::{Rgb, RgbImage, Rgba, RgbaImage, codecs::webp::WebPEncoder};
use proptest::prelude::*;

use super::*;

const RED: Rgb<u8> = Rgb([255, 0, 0]);
const BLUE: Rgb<u8> = Rgb([0, 0, 255]);

/// Left half red, right half blue.
fn flag(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { RED } else { BLUE })
}

/// As a camera writes it: with its way of holding (1 to 8) and, in a real one, where it stood.
fn photo(picture: &RgbImage, held: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    let exif =
        [b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".as_slice(), &[held, 0, 0, 0], &[0; 4]].concat();
    encoder.set_exif_metadata([exif, b"22.2783 N, 114.1747 E".to_vec()].concat()).unwrap();
    encoder.write_image(picture, picture.width(), picture.height(), ExtendedColorType::Rgb8).unwrap();
    bytes
}

fn png(picture: &RgbaImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new(&mut bytes);
    encoder.write_image(picture, picture.width(), picture.height(), ExtendedColorType::Rgba8).unwrap();
    bytes
}

fn drawn(raw: &[u8], shape: Shape) -> Picture {
    Picture::redraw(raw, shape, "photo").unwrap()
}

fn refusal(raw: &[u8], shape: Shape) -> Reason {
    match Picture::redraw(raw, shape, "photo") {
        Err(Error::Invalid(errors)) => errors.of("photo").unwrap().clone(),
        other => panic!("{other:?}"),
    }
}

fn has(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Whether the pixel is nearer to red than to blue.
fn is_red(picture: &Picture, x: u32, y: u32) -> bool {
    let pixel = *image::load_from_memory(picture.bytes()).unwrap().to_rgb8().get_pixel(x, y);
    let [red, _, blue] = pixel.0;
    red > blue
}

#[test]
fn a_photo_loses_what_the_camera_wrote_and_whatever_hangs_behind_it() {
    let raw = [photo(&flag(64, 48), 1).as_slice(), b"<script>alert(1)</script>PK\x05\x06"].concat();
    assert!(has(&raw, "114.1747"));
    let picture = drawn(&raw, Shape::Whole(500));
    assert_eq!((picture.media_type, picture.width, picture.height), (MediaType::Jpeg, 64, 48));
    for trace in ["Exif", "114.1747", "script", "PK"] {
        assert!(!has(picture.bytes(), trace), "{trace}");
    }
}

#[test]
fn a_photo_taken_sideways_stands_upright() {
    let picture = drawn(&photo(&flag(640, 320), 6), Shape::Whole(64));
    assert_eq!((picture.width, picture.height), (32, 64));
    assert!(is_red(&picture, 16, 4) && !is_red(&picture, 16, 60));
    let turned = drawn(&photo(&flag(640, 320), 3), Shape::Whole(64));
    assert!(!is_red(&turned, 4, 16) && is_red(&turned, 60, 16));
}

#[test]
fn the_middle_or_the_chosen_part_is_kept() {
    let raw = photo(&flag(400, 100), 1);
    let middle = drawn(&raw, Shape::Square(50));
    assert_eq!((middle.width, middle.height), (50, 50));
    assert!(is_red(&middle, 5, 25) && !is_red(&middle, 45, 25));
    let right = Crop { x: 300, y: 0, width: 100, height: 50 };
    let part = drawn(&raw, Shape::Part(right, 20));
    assert_eq!((part.width, part.height), (20, 10));
    assert!(!is_red(&part, 1, 5));
    let held =
        drawn(&photo(&flag(400, 100), 6), Shape::Part(Crop { x: 0, y: 0, width: 100, height: 100 }, 20));
    assert!(is_red(&held, 10, 10));
    for outside in [Crop { x: 301, ..right }, Crop { x: u32::MAX, ..right }, Crop { height: 0, ..right }] {
        assert_eq!(refusal(&raw, Shape::Part(outside, 20)).code, "picture_crop_outside");
    }
}

#[test]
fn a_logo_keeps_its_transparent_parts_and_is_never_enlarged() {
    let logo = RgbaImage::from_fn(30, 20, |x, _| Rgba([9, 9, 9, if x < 5 { 0 } else { 255 }]));
    let picture = drawn(&png(&logo), Shape::Whole(500));
    assert_eq!((picture.media_type, picture.width, picture.height), (MediaType::Png, 30, 20));
    let mut webp = Vec::new();
    WebPEncoder::new_lossless(&mut webp).write_image(&logo, 30, 20, ExtendedColorType::Rgba8).unwrap();
    assert_eq!(drawn(&webp, Shape::Whole(10)).media_type, MediaType::Png);
}

#[test]
fn thin_pictures_keep_a_pixel() {
    let thin = drawn(&photo(&flag(6_000, 1), 1), Shape::Whole(100));
    assert_eq!((thin.width, thin.height), (100, 1));
}

#[test]
fn a_picture_that_would_fill_the_memory_is_refused_by_its_head() {
    // A head of the PNG standard's section 11.2.1, with its CRC; nothing after it is ever looked at.
    let head = b"\0\0\0\x0DIHDR\0\0\x75\x30\0\0\x75\x30\x08\x06\0\0\0";
    let giant = [b"\x89PNG\r\n\x1A\n".as_slice(), head, b"\x66\x27\xF8\xBA\0\0\0\x04IDAT"].concat();
    let refusal = refusal(&giant, Shape::Square(100));
    assert_eq!(refusal.code, "picture_too_large");
    assert!(refusal.args.contains(&("width", "30000".to_owned())));
}

#[test]
fn what_is_no_picture_is_refused() {
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
    for other in
        [svg.as_slice(), b"GIF89a", b"%PDF-1.7", b"<!doctype html>\x89PNG\r\n\x1A\n", b"\0\0\0\x18ftypheic"]
    {
        assert_eq!(refusal(other, Shape::Square(100)), media::refused(&["JPEG", "PNG", "WebP"]));
    }
    assert_eq!(refusal(b"", Shape::Square(100)).code, "file_empty");
    assert_eq!(refusal(&vec![0; 50 << 20], Shape::Square(100)), media::too_large(MOST_BYTES));
    let whole = photo(&flag(300, 300), 1);
    assert_eq!(refusal(whole.split_at(200).0, Shape::Square(100)).code, "file_damaged");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_make_it_stumble(start in 0..3_usize, noise in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let starts: [&[u8]; 3] = [b"\x89PNG\r\n\x1A\n", b"\xFF\xD8\xFF", b"RIFF\xD0\x07\0\0WEBPVP8 "];
        let bytes = [starts.get(start).copied().unwrap_or_default(), &noise].concat();
        prop_assert!(Picture::redraw(&bytes, Shape::Square(10), "photo").is_err());
    }

    #[test]
    fn a_spoilt_photo_is_a_picture_or_refused(at in 0..2_000_usize, byte in any::<u8>()) {
        let mut raw = photo(&flag(48, 32), 6);
        let length = raw.len();
        if let Some(spoilt) = raw.get_mut(at % length) {
            *spoilt = byte;
        }
        if let Ok(picture) = Picture::redraw(&raw, Shape::Square(10), "photo") {
            prop_assert!(picture.width <= 10 && picture.height <= 10);
        }
    }
}
