#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;

use super::*;

const BOTH: &[MediaType] = &[MediaType::Pdf, MediaType::Mp4];

fn pdf(body: &str) -> Vec<u8> {
    format!("%PDF-1.7\n%\u{e2}\n1 0 obj << /Type /Catalog >> endobj\n{body}\nstartxref\n9\n%%EOF\n").into()
}

fn boxed(kind: &str, content: &[u8]) -> Vec<u8> {
    let size = u32::try_from(content.len() + 8).unwrap();
    [&size.to_be_bytes(), kind.as_bytes(), content].concat()
}

fn mp4() -> Vec<u8> {
    let kind = boxed("ftyp", b"isom\0\0\x02\0isomiso2avc1mp41");
    [kind, boxed("moov", &[1; 900]), boxed("free", b""), boxed("mdat", &[7; 5_000])].concat()
}

fn told(bytes: &[u8], piece: usize) -> Result<MediaType, Reason> {
    let mut inspection = Inspection::new(BOTH);
    bytes.chunks(piece).try_for_each(|bytes| inspection.feed(bytes))?;
    inspection.finish()
}

fn refusal(bytes: &[u8]) -> &'static str {
    told(bytes, 4_096).unwrap_err().code
}

#[test]
fn a_document_is_known_by_its_content() {
    assert_eq!(told(&pdf(&"stream ".repeat(20_000)), 1_000), Ok(MediaType::Pdf));
    assert_eq!(told(&mp4(), 1_000), Ok(MediaType::Mp4));
}

#[test]
fn what_a_browser_would_run_is_refused() {
    let pages: [&[u8]; 8] = [
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"\xEF\xBB\xBF<html>%PDF-1.7 %%EOF",
        b"PK\x03\x04 word/document.xml",
        b"MZ\x90\0",
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        b"\0\0\0\x14ftypqt  \0\0\0\0qt  ",
        b"GIF89a/*",
    ];
    for page in pages {
        assert_eq!(refusal(page), "file_type_refused", "{page:?}");
    }
    assert_eq!(refusal(b""), "file_empty");
}

#[test]
fn only_what_was_asked_for_is_taken() {
    let mut inspection = Inspection::new(&[MediaType::Pdf]);
    let refusal = inspection.feed(&mp4()).unwrap_err();
    assert_eq!(refusal, Reason::new("file_type_refused").with("kinds", "PDF"));
}

#[test]
fn two_files_in_one_are_refused() {
    assert_eq!(refusal(&pdf("<HTML><script>alert(1)</script>")), "file_two_in_one");
    let archive = b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x30\0\0\0\x40\0\0\0\x07\0\n%%EOF\n";
    assert_eq!(refusal(&[pdf("").as_slice(), archive].concat()), "file_two_in_one");
    let hidden = [mp4(), boxed("free", archive)].concat();
    assert_eq!(refusal(&hidden), "file_two_in_one");
    let late = [b"<html>".as_slice(), &pdf("")].concat();
    assert_eq!(refusal(&late), "file_type_refused");
}

#[test]
fn what_was_cut_short_is_refused() {
    let (pdf, mp4) = (pdf(&"x".repeat(5_000)), mp4());
    for (whole, cut) in [(&pdf, 8), (&pdf, 3_000), (&mp4, 1), (&mp4, 5_005), (&mp4, 5_500)] {
        let (short, _) = whole.split_at(whole.len() - cut);
        assert_eq!(refusal(short), "file_damaged", "{cut}");
    }
    assert_eq!(refusal(&[mp4.as_slice(), b"\0\0\0\x04free"].concat()), "file_damaged");
    assert_eq!(refusal(&[mp4.as_slice(), b"and more"].concat()), "file_damaged");
}

#[test]
fn a_box_may_say_its_length_in_the_long_way_or_reach_to_the_end() {
    let long = [b"\0\0\0\x01mdat".as_slice(), &20_u64.to_be_bytes(), b"film"].concat();
    assert_eq!(told(&[mp4(), long].concat(), 3), Ok(MediaType::Mp4));
    let endless = [b"\0\0\0\0mdat".as_slice(), &[5; 3_000]].concat();
    assert_eq!(told(&[mp4(), endless].concat(), 3), Ok(MediaType::Mp4));
}

proptest! {
    #[test]
    fn no_bytes_make_it_stumble(start in 0..4_usize, noise in prop::collection::vec(any::<u8>(), 0..3_000), piece in 1..600_usize) {
        let starts: [&[u8]; 4] = [b"", b"%PDF-1.4\n", b"\0\0\0\x18ftypisom\0\0\0\0isommp42", b"\0\0\0\x10ftypmp42\0\0\0\0"];
        let bytes = [starts.get(start).copied().unwrap_or_default(), &noise].concat();
        prop_assert_eq!(told(&bytes, piece), told(&bytes, 10_000));
    }

    #[test]
    fn how_the_bytes_are_cut_makes_no_difference(piece in 1..7_000_usize) {
        prop_assert_eq!(told(&mp4(), piece), Ok(MediaType::Mp4));
        prop_assert_eq!(told(&pdf("x"), piece), Ok(MediaType::Pdf));
    }
}
