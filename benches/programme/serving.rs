//! The public programme over HTTP, beside actix-web giving out the very same bytes from memory.

use std::{
    env, fs,
    net::{SocketAddr, TcpListener},
    process::Command,
    time::Duration,
};

use actix_web::{App as Actix, HttpResponse, HttpServer, http::header, web};
use plenary::db::{self, Db, embedded::Embedded, embedded::Options};

use crate::{load, served, stage};

/// The editions: their slugs and how many sessions they have.
const EDITIONS: [(&str, usize); 2] = [("small", 60), ("large", 1_000)];
const FILES: [&str; 2] = ["programme", "schedule.json"];

/// How often each was given out in a second.
pub struct Served {
    pub what: String,
    pub bytes: usize,
    pub ours: f64,
    pub memory: f64,
}

impl Served {
    pub fn ratio(&self) -> f64 {
        self.ours / self.memory
    }

    pub fn print(&self) {
        let what = format!("{} ({} KiB)", self.what, self.bytes / 1024);
        let rates = format!("{:.0}/s, from memory {:.0}/s", self.ours, self.memory);
        println!("{what:<40}{rates:>36}{:>8}", format!("{:.2}x", self.ratio()));
    }
}

/// Serves both editions, and asks for each file in turn of us and of memory.
pub async fn measure() -> Vec<Served> {
    let data = env::temp_dir().join(format!("plenary-programme-{}", std::process::id()));
    let server = Embedded::start(&Options { data: data.clone(), bin_dir: None, fsync: false })
        .unwrap_or_else(|error| panic!("{error}"));
    let db = Db::open(&server.url(), 4).await.unwrap();
    db::migrate(&db).await.unwrap();
    for (slug, sessions) in EDITIONS {
        stage::release(&db, slug, sessions).await;
    }
    let ours = served::start(db, &data);
    let mut found = Vec::new();
    for ((slug, sessions), file) in EDITIONS.into_iter().flat_map(|edition| FILES.map(|file| (edition, file)))
    {
        let path = format!("/en/{slug}/{file}");
        let body = load::fetch(ours, &path).await;
        let (what, bytes) = (format!("{file} of {sessions} sessions"), body.len());
        let memory = memory(body, file.ends_with("json"));
        found.push(Served { what, bytes, ours: rate(ours, &path), memory: rate(memory, &path) });
    }
    drop(server);
    fs::remove_dir_all(&data).unwrap();
    found
}

/// The least that can be done: one handler, no middleware, bytes that are there already.
fn memory(body: Vec<u8>, json: bool) -> SocketAddr {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let body = web::Bytes::from(body);
    let kind = if json { "application/json; charset=utf-8" } else { "text/html; charset=utf-8" };
    let build = move || {
        let body = body.clone();
        let give = move || {
            let body = body.clone();
            async move { HttpResponse::Ok().insert_header((header::CONTENT_TYPE, kind)).body(body) }
        };
        Actix::new().route("/{lang}/{edition}/{file}", web::get().to(give))
    };
    tokio::spawn(HttpServer::new(build).listen(listener).unwrap().run());
    address
}

/// Answers a second, as a process of its own counts them.
fn rate(address: SocketAddr, path: &str) -> f64 {
    let ask =
        || Command::new(env::current_exe().unwrap()).args(["load", &address.to_string(), path]).output();
    let asked = tokio::task::block_in_place(ask).unwrap();
    assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
    let answers: f64 = String::from_utf8_lossy(&asked.stdout).trim().parse().unwrap();
    answers / Duration::from_secs(load::SECONDS).as_secs_f64()
}
