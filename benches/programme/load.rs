//! Readers who ask again as soon as they have read, over plain HTTP/1.1.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

pub const SECONDS: u64 = 3;
const CONNECTIONS: usize = 32;

/// Keeps the connections busy, and prints how often they were answered.
pub async fn run(address: SocketAddr, path: &str) {
    let end = Instant::now() + Duration::from_secs(SECONDS);
    let readers: Vec<_> = (0..CONNECTIONS)
        .map(|number| tokio::spawn(keep_reading(address, path.to_owned(), number, end)))
        .collect();
    let mut answers = 0;
    for reader in readers {
        answers += reader.await.unwrap();
    }
    println!("{answers}");
}

/// The body of one answer.
pub async fn fetch(address: SocketAddr, path: &str) -> Vec<u8> {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let mut buffer = Vec::new();
    let (from, to) = ask(&mut stream, &request(address, path, 0, 0), &mut buffer).await;
    buffer.get(from..to).unwrap().to_vec()
}

async fn keep_reading(address: SocketAddr, path: String, number: usize, end: Instant) -> usize {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.set_nodelay(true).unwrap();
    let (mut answers, mut buffer) = (0, Vec::new());
    while Instant::now() < end {
        ask(&mut stream, &request(address, &path, number, answers), &mut buffer).await;
        answers += 1;
    }
    answers
}

/// Everybody comes from a network of their own, so that the limit per network is asked and lets them pass.
fn request(address: SocketAddr, path: &str, number: usize, round: usize) -> String {
    let (high, low) = (round / 250 % 250, round % 250);
    format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nX-Forwarded-For: 10.{number}.{high}.{low}\r\n\r\n")
}

/// Reads one answer into the buffer; answers where its body stands.
async fn ask(stream: &mut TcpStream, request: &str, buffer: &mut Vec<u8>) -> (usize, usize) {
    stream.write_all(request.as_bytes()).await.unwrap();
    buffer.clear();
    let (from, length) = loop {
        assert!(stream.read_buf(buffer).await.unwrap() > 0, "the server hung up");
        if let Some(at) = buffer.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(buffer.get(..at).unwrap()).to_ascii_lowercase();
            assert!(head.starts_with("http/1.1 200"), "{head}");
            let length = head.split("content-length: ").nth(1).unwrap().lines().next().unwrap();
            break (at + 4, length.parse::<usize>().unwrap());
        }
    };
    while buffer.len() < from + length {
        assert!(stream.read_buf(buffer).await.unwrap() > 0, "the server hung up");
    }
    (from, from + length)
}
