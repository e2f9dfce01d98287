//! Sixty-four people who press "register" again as soon as they are answered, over plain HTTP/1.1.

use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// What they saw.
#[derive(Serialize, Deserialize)]
pub struct Found {
    pub answers: usize,
    pub p50: f64,
    pub p95: f64,
    pub p99: f64,
}

/// Keeps `connections` busy for so long, and prints what they saw as JSON.
pub async fn run(address: &str, connections: usize, seconds: u64) {
    let end = Instant::now() + Duration::from_secs(seconds);
    let tasks: Vec<_> =
        (0..connections).map(|number| tokio::spawn(keep_coming(address.to_owned(), number, end))).collect();
    let mut times = Vec::new();
    for task in tasks {
        times.extend(task.await.unwrap());
    }
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1000.0;
    let found = Found { answers: times.len(), p50: at(0.5), p95: at(0.95), p99: at(0.99) };
    println!("{}", serde_json::to_string(&found).unwrap());
}

async fn keep_coming(address: String, number: usize, end: Instant) -> Vec<Duration> {
    let mut stream = TcpStream::connect(&address).await.unwrap();
    stream.set_nodelay(true).unwrap();
    let (mut times, mut buffer) = (Vec::new(), vec![0; 4096]);
    for round in 0.. {
        let begun = Instant::now();
        if begun >= end {
            break;
        }
        stream.write_all(request(&address, number, round).as_bytes()).await.unwrap();
        // Each answer is short enough to come in one piece.
        let read = stream.read(&mut buffer).await.unwrap();
        let answer = String::from_utf8_lossy(&buffer[..read]);
        assert!(answer.starts_with("HTTP/1.1 202"), "{answer}");
        times.push(begun.elapsed());
    }
    times
}

/// Everybody comes from a network of their own, so that the limit per network is asked and lets them pass.
fn request(address: &str, number: usize, round: usize) -> String {
    let body = format!(
        r#"{{"type":"delegate","email":"guest{number}.{round}@example.org","name_latin":"Guest of Honour","organisation":"Example University","job_title":"Director","consents":{{"transfer":true}}}}"#
    );
    let (high, low) = (round / 250 % 250, round % 250);
    format!(
        "POST /api/v1/editions/2030/registrations?lang=en HTTP/1.1\r\nHost: {address}\r\nContent-Type: application/json\r\n\
         X-Forwarded-For: 10.{number}.{high}.{low}\r\nIdempotency-Key: {number}-{round}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}
