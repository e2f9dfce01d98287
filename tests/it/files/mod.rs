//! Files in the database: whole and in parts, refused while they come, gone with their owner.

pub mod http;

use futures_util::{Stream, TryStreamExt, stream};
use plenary::{
    db::Db,
    error::Error,
    files::{self, Accepted, File, FileId, Incoming, Owner, Pictures},
    formats::{
        media::MediaType,
        picture::{Picture, Shape},
    },
    values::FileName,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::support::{Database, cluster, database};

const MIB: usize = 1 << 20;
const DECK: Accepted = Accepted { kinds: &[MediaType::Pdf, MediaType::Mp4], limit: 3 * MIB as u64 };

/// A table whose rows own files.
const TABLE: &str = "CREATE TABLE talk_of_test (id uuid PRIMARY KEY);
    CREATE TRIGGER forget_files AFTER DELETE ON talk_of_test FOR EACH ROW EXECUTE FUNCTION forget_files();";

/// A database with a table whose rows own files, and one such row.
struct Shelf {
    db: Db,
    database: Database,
    owner: Owner,
    row: Uuid,
}

impl Shelf {
    async fn new() -> Self {
        let database = database().await;
        let row = Uuid::now_v7();
        let shelf = Self {
            db: Db::open(&database.url, 4).await.unwrap(),
            database,
            owner: Owner::new("talk_of_test", row),
            row,
        };
        shelf.run(&format!("{TABLE} INSERT INTO talk_of_test VALUES ('{row}')")).await;
        shelf
    }

    async fn run(&self, sql: &str) {
        cluster::connect(&self.database.url).await.batch_execute(sql).await.unwrap();
    }

    async fn count(&self, table: &str) -> i64 {
        let client = cluster::connect(&self.database.url).await;
        client.query_one(&format!("SELECT count(*) FROM {table}"), &[]).await.unwrap().get(0)
    }

    /// Sends bytes in pieces of this length.
    async fn send(&self, name: &str, bytes: &[u8], piece: usize) -> Result<File, Error> {
        self.send_to(self.owner, name, pieces(bytes, piece)).await
    }

    async fn send_to(
        &self,
        owner: Owner,
        name: &str,
        bytes: impl Stream<Item = Result<Vec<u8>, Error>>,
    ) -> Result<File, Error> {
        let incoming = Incoming { field: "deck".to_owned(), name: FileName::parse(name).unwrap(), bytes };
        self.db.transaction(async |tx| files::store(tx, owner, incoming, DECK).await).await
    }

    async fn part(&self, file: &File, range: std::ops::Range<u64>) -> Vec<u8> {
        file.read(self.db.clone(), range).try_concat().await.unwrap()
    }

    async fn nothing_is_left(&self) {
        assert_eq!((self.count("file").await, self.count("file_chunk").await), (0, 0));
    }
}

fn pieces(bytes: &[u8], piece: usize) -> impl Stream<Item = Result<Vec<u8>, Error>> {
    let pieces: Vec<_> = bytes.chunks(piece).map(|piece| Ok(piece.to_vec())).collect();
    stream::iter(pieces)
}

/// A PDF of exactly this length, no two of whose parts look alike.
fn deck(length: usize) -> Vec<u8> {
    let (head, end) = (b"%PDF-1.7\n", b"\n%%EOF\n");
    let noise = (0_u64..).flat_map(|n| Sha256::digest(n.to_be_bytes()).to_vec());
    let body = noise.filter(|byte| *byte != b'P').take(length - head.len() - end.len());
    head.iter().copied().chain(body).chain(end.iter().copied()).collect()
}

fn code(refused: Result<File, Error>) -> &'static str {
    match refused {
        Err(Error::Invalid(errors)) => errors.of("deck").unwrap().code,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_comes_out_as_it_went_in() {
    let shelf = Shelf::new().await;
    for (length, chunks) in [(20, 1), (MIB, 1), (MIB + 1, 2), (2 * MIB + 12_345, 3)] {
        let bytes = deck(length);
        let stored = shelf.send("路演 2026.html", &bytes, 70_000).await.unwrap();
        let file = files::open(&mut shelf.db.read().await.unwrap(), shelf.owner, stored.id).await.unwrap();
        assert_eq!((file.name.as_str(), file.media_type), ("路演 2026.html.pdf", MediaType::Pdf));
        assert_eq!(file.sha256, Sha256::digest(&bytes).to_vec());
        assert_eq!(usize::try_from(file.size).unwrap(), length);
        assert!(shelf.part(&file, 0..length as u64).await == bytes, "{length}");
        assert_eq!(shelf.count("file_chunk").await, chunks);
        shelf.db.transaction(async |tx| files::remove(tx, shelf.owner, file.id).await).await.unwrap();
        shelf.nothing_is_left().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn any_part_can_be_read_across_chunks() {
    let shelf = Shelf::new().await;
    let bytes = deck(3 * MIB);
    let file = shelf.send("deck.pdf", &bytes, MIB).await.unwrap();
    for range in [0..1, 0..MIB, MIB - 1..MIB + 1, MIB..2 * MIB, 5..3 * MIB, 3 * MIB - 1..3 * MIB, 7..7] {
        let part = shelf.part(&file, range.start as u64..range.end as u64).await;
        assert!(part == bytes[range.clone()], "{range:?}");
    }
    let largest = file
        .read(shelf.db.clone(), 0..3 * MIB as u64)
        .try_fold(0, async |most: usize, piece| Ok(most.max(piece.len())));
    assert_eq!(largest.await.unwrap(), MIB);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_too_large_is_refused_before_it_is_all_here() {
    let shelf = Shelf::new().await;
    let endless = stream::iter((0..).map(|n| {
        assert!(n < 50, "it is read on");
        Ok(if n == 0 { deck(MIB) } else { vec![0; 100_000] })
    }));
    assert_eq!(code(shelf.send_to(shelf.owner, "deck.pdf", endless).await), "file_too_large");
    shelf.nothing_is_left().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_or_breaks_off_leaves_nothing() {
    let shelf = Shelf::new().await;
    let page = b"<!DOCTYPE html><script>alert(1)</script>";
    assert_eq!(code(shelf.send("deck.pdf", page, 10).await), "file_type_refused");
    assert_eq!(code(shelf.send("deck.pdf", b"", 10).await), "file_empty");
    let archive = [deck(2 * MIB).as_slice(), b"PK\x05\x06 and so on\n%%EOF"].concat();
    assert_eq!(code(shelf.send("deck.pdf", &archive, 300_000).await), "file_two_in_one");
    let bytes = deck(2 * MIB);
    assert_eq!(code(shelf.send("deck.pdf", bytes.split_at(MIB + 5).0, MIB).await), "file_damaged");
    let lost = stream::iter([Ok(bytes.clone()), Err(Error::internal("the line broke"))]);
    assert!(matches!(shelf.send_to(shelf.owner, "deck.pdf", lost).await, Err(Error::Internal(_))));
    let changed_her_mind = shelf.db.transaction(async |tx| {
        let incoming = Incoming {
            field: String::new(),
            name: FileName::parse("deck.pdf").unwrap(),
            bytes: pieces(&bytes, MIB),
        };
        files::store(tx, shelf.owner, incoming, DECK).await?;
        Err::<(), _>(Error::conflict("in_use"))
    });
    assert!(changed_her_mind.await.is_err());
    shelf.nothing_is_left().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_goes_with_its_owner_or_when_she_is_erased() {
    let shelf = Shelf::new().await;
    shelf.send("one.pdf", &deck(2 * MIB), MIB).await.unwrap();
    shelf.send("two.pdf", &deck(100), MIB).await.unwrap();
    let mut conn = shelf.db.read().await.unwrap();
    let names: Vec<String> = files::of(&mut conn, shelf.owner)
        .await
        .unwrap()
        .into_iter()
        .map(|file| file.name.into_string())
        .collect();
    assert_eq!(names, ["one.pdf", "two.pdf"]);
    shelf.db.transaction(async |tx| files::remove_all(tx, shelf.owner).await).await.unwrap();
    shelf.nothing_is_left().await;
    shelf.send("three.pdf", &deck(2 * MIB), MIB).await.unwrap();
    shelf.run(&format!("DELETE FROM talk_of_test WHERE id = '{}'", shelf.row)).await;
    shelf.nothing_is_left().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_file_is_without_an_owner_that_takes_it_along() {
    let shelf = Shelf::new().await;
    let gone = Owner::new("talk_of_test", Uuid::now_v7());
    let careless = Owner::new("edition", shelf.row);
    let missing = Owner::new("nowhere", shelf.row);
    for owner in [gone, careless, missing] {
        let sent = shelf.send_to(owner, "deck.pdf", pieces(&deck(100), MIB)).await;
        assert!(matches!(sent, Err(Error::Internal(_))), "{owner:?}");
    }
    shelf.nothing_is_left().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_rows_file_cannot_be_opened_or_removed() {
    let shelf = Shelf::new().await;
    let file = shelf.send("deck.pdf", &deck(100), MIB).await.unwrap();
    let other = Owner::new("talk_of_test", Uuid::now_v7());
    let mut conn = shelf.db.read().await.unwrap();
    for (owner, id) in
        [(other, file.id), (Owner::new("edition", shelf.row), file.id), (shelf.owner, FileId::fresh())]
    {
        assert!(matches!(files::open(&mut conn, owner, id).await, Err(Error::NotFound)));
    }
    shelf.db.transaction(async |tx| files::remove(tx, other, file.id).await).await.unwrap();
    assert_eq!(shelf.count("file").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_whose_file_is_removed_meanwhile_is_told() {
    let shelf = Shelf::new().await;
    let file = shelf.send("deck.pdf", &deck(2 * MIB), MIB).await.unwrap();
    let mut reading = Box::pin(file.read(shelf.db.clone(), 0..2 * MIB as u64));
    assert_eq!(reading.try_next().await.unwrap().unwrap().len(), MIB);
    shelf.db.transaction(async |tx| files::remove(tx, shelf.owner, file.id).await).await.unwrap();
    assert!(reading.try_next().await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_picture_is_stored_as_it_was_drawn() {
    let shelf = Shelf::new().await;
    let qr = plenary::formats::qr::png("a picture").unwrap();
    let drawn = Pictures::default().redraw(qr, Shape::Square(64), "photo").await.unwrap();
    let store = shelf.db.transaction(async |tx| {
        files::store_picture(tx, shelf.owner, &FileName::parse("me.heic").unwrap(), &drawn).await
    });
    let file = store.await.unwrap();
    assert_eq!((file.name.as_str(), file.media_type), ("me.heic.jpg", MediaType::Jpeg));
    assert_eq!(shelf.part(&file, 0..file.size as u64).await, drawn.bytes());
}

#[tokio::test(flavor = "multi_thread")]
async fn many_pictures_at_once_wait_for_their_turn() {
    let (pictures, qr) = (Pictures::default(), plenary::formats::qr::png("a picture").unwrap());
    let all = (0..8).map(|_| pictures.redraw(qr.clone(), Shape::Whole(50), "photo"));
    let drawn: Vec<Picture> = futures_util::future::try_join_all(all).await.unwrap();
    assert!(drawn.iter().all(|picture| picture.width == 50));
}
