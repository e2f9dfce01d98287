//! Files over HTTP, on pages made for the purpose: the ways in and out that every page with files shares.

use std::{net::TcpListener, str::FromStr};

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, dev::ServerHandle, middleware::from_fn, web};
use plenary::{
    error::{Error, Reason},
    files::{self, FileId, Owner},
    http::{
        App as Plenary, Form, SignedForm, UploadForm, download, errors, guard,
        upload::{Brings, FileField},
    },
    values::Lang,
};
use reqwest::Method;
use uuid::Uuid;

use super::{DECK, MIB, TABLE, deck};
use crate::support::{app::TestApp, client::Client, page::Page};

struct WithDeck;

impl Brings for WithDeck {
    const FILES: &'static [FileField] = &[FileField { name: "deck", limit: DECK.limit }];
}

async fn store(app: &Plenary, form: &mut UploadForm<WithDeck>) -> Result<FileId, Error> {
    let owner = Owner::new("talk_of_test", Uuid::from_str(form.typed.one("talk")).unwrap());
    let deck = form.take("deck").ok_or_else(|| Error::field("deck", Reason::new("required")))?;
    let incoming = deck.incoming()?;
    let file = app.db.transaction(async |tx| files::store(tx, owner, incoming, DECK).await).await?;
    Ok(file.id)
}

async fn open_to_all(app: web::Data<Plenary>, mut form: UploadForm<WithDeck>) -> Result<HttpResponse, Error> {
    match store(&app, &mut form).await {
        Ok(id) => Ok(HttpResponse::Ok().body(id.to_string())),
        Err(error) => {
            let (form, status) = Form::after(form.typed, error, Lang::En)?;
            let shown = format!("{} | {}", form.value("title"), form.error("deck").unwrap());
            Ok(HttpResponse::build(status).content_type("text/plain").body(shown))
        }
    }
}

async fn signed(
    app: web::Data<Plenary>,
    SignedForm(mut form): SignedForm<UploadForm<WithDeck>>,
) -> Result<HttpResponse, Error> {
    Ok(HttpResponse::Ok().body(store(&app, &mut form).await?.to_string()))
}

async fn show(
    app: web::Data<Plenary>,
    request: HttpRequest,
    at: web::Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, Error> {
    let (talk, id) = at.into_inner();
    let owner = Owner::new("talk_of_test", talk);
    let file = files::open(&mut *app.db.read().await?, owner, id.into()).await?;
    download(&request, &app.db, &file)
}

/// The pages above beside a whole Plenary, and a talk that owns files.
struct Stage {
    app: TestApp,
    base: String,
    talk: Uuid,
    server: ServerHandle,
}

impl Stage {
    async fn set() -> Self {
        let app = TestApp::start().await;
        let talk = Uuid::now_v7();
        app.run(&format!("{TABLE} INSERT INTO talk_of_test VALUES ('{talk}')")).await;
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let data = web::Data::new(app.app.clone());
        let build = move || {
            let pages = web::scope("")
                .route("/open", web::post().to(open_to_all))
                .route("/signed", web::post().to(signed))
                .route("/files/{talk}/{id}", web::route().to(show))
                .wrap(from_fn(guard::same_site))
                .wrap(from_fn(errors::as_pages));
            App::new().app_data(data.clone()).wrap(from_fn(guard::headers)).service(pages)
        };
        let running = HttpServer::new(build).workers(1).disable_signals().listen(listener).unwrap().run();
        let server = running.handle();
        tokio::spawn(running);
        Self { app, base, talk, server }
    }

    /// Sends a form with a title and these files, each by field, name and content.
    async fn send(&self, client: &Client, path: &str, files: &[(&str, &str, &[u8])]) -> Page {
        let talk = self.talk.to_string();
        let csrf = client.credential().csrf.clone().unwrap_or_default();
        let mut body = Vec::new();
        // The file stands between what was typed, as it may in a page.
        for (name, text) in [("_csrf", csrf.as_str()), ("talk", &talk)] {
            body.extend(part(name, None, text.as_bytes()));
        }
        for (field, name, content) in files {
            body.extend(part(field, Some(name), content));
        }
        body.extend(part("title", None, "機械人與我".as_bytes()));
        body.extend(b"--edge--\r\n");
        Page::of(self.post(client, path).body(body)).await
    }

    fn post(&self, client: &Client, path: &str) -> reqwest::RequestBuilder {
        let request = client.request(Method::POST, path).header("origin", &self.base);
        request.header("content-type", "multipart/form-data; boundary=edge")
    }

    fn visitor(&self) -> Client {
        Client::new(&self.base, Default::default())
    }

    async fn files(&self) -> i64 {
        self.app.one("SELECT count(*) FROM file").await
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        drop(self.server.stop(false));
    }
}

/// One part of a `multipart/form-data` body whose boundary is `edge`.
pub fn part(field: &str, file: Option<&str>, content: &[u8]) -> Vec<u8> {
    let file = file.map(|name| format!("; filename=\"{name}\"")).unwrap_or_default();
    let head = format!("--edge\r\nContent-Disposition: form-data; name=\"{field}\"{file}\r\n\r\n");
    [head.as_bytes(), content, b"\r\n"].concat()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_goes_in_by_a_form_and_comes_out_whole_and_in_parts() {
    let stage = Stage::set().await;
    let (client, bytes) = (stage.visitor(), deck(2 * MIB + 77));
    let sent = stage.send(&client, "/open", &[("deck", "路演 2026.pdf", &bytes)]).await.expect(200);
    let path = format!("/files/{}/{}", stage.talk, sent.body);

    let whole = client.request(Method::GET, &path).send().await.unwrap();
    let header = |name: &str| whole.headers().get(name).unwrap().to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("cache-control"), "private, no-store");
    assert!(header("content-security-policy").starts_with("default-src 'none'; object-src"));
    let name = "inline; filename=\"__ 2026.pdf\"; filename*=UTF-8''%E8%B7%AF%E6%BC%94%202026.pdf";
    assert_eq!(header("content-disposition"), name);
    assert_eq!(header("content-length"), bytes.len().to_string());
    let etag = header("etag");
    assert!(whole.bytes().await.unwrap() == bytes);

    let ask = |range: &str, known: &str| {
        client.request(Method::GET, &path).header("range", range).header("if-range", known).send()
    };
    let part = ask("bytes=1048570-1048585", &etag).await.unwrap();
    assert_eq!(part.status(), 206);
    assert_eq!(part.headers().get("content-range").unwrap(), "bytes 1048570-1048585/2097229");
    assert!(part.bytes().await.unwrap() == bytes[1_048_570..=1_048_585]);
    assert_eq!(ask("bytes=0-9", "\"another\"").await.unwrap().status(), 200);
    let beyond = ask("bytes=2097229-", &etag).await.unwrap();
    assert_eq!(beyond.status(), 416);
    assert_eq!(beyond.headers().get("content-range").unwrap(), "bytes */2097229");
    let head = client.request(Method::HEAD, &path).send().await.unwrap();
    assert_eq!(head.headers().get("content-length").unwrap(), "2097229");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_refused_takes_nothing_typed_with_it() {
    let stage = Stage::set().await;
    let client = stage.visitor();
    let large = [deck(MIB).as_slice(), &vec![7; 10 * MIB]].concat();
    let page = stage.send(&client, "/open", &[("deck", "deck.pdf", &large)]).await.expect(422);
    assert_eq!(page.body, "機械人與我 | This file is too large. Send at most 3 MB.");
    let svg = b"<svg onload='alert(1)'/>";
    let page = stage.send(&client, "/open", &[("deck", "deck.pdf", svg)]).await.expect(422);
    assert_eq!(page.body, "機械人與我 | This kind of file is not taken here. Send one of these: PDF, MP4.");
    let page = stage.send(&client, "/open", &[("deck", "", b"")]).await.expect(422);
    assert!(page.body.starts_with("機械人與我 | Fill this in"), "{}", page.body);
    assert_eq!(stage.files().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_a_form_asks_for_is_taken() {
    let stage = Stage::set().await;
    let (client, bytes) = (stage.visitor(), deck(500));
    let other = ("other", "deck.pdf", bytes.as_slice());
    assert!(stage.send(&client, "/open", &[other]).await.expect(422).body.contains("no field of this name"));
    let twice = ("deck", "deck.pdf", bytes.as_slice());
    stage.send(&client, "/open", &[twice, twice]).await.expect(422);
    let broken: [&[u8]; 4] = [b"", b"--edge", b"--edge\r\n\r\nx\r\n--edge--", b"\0\xFF--edge--\r\n"];
    for body in broken {
        let page = Page::of(stage.post(&client, "/open").body(body)).await;
        assert!(page.status.is_client_error(), "{body:?}: {}", page.status);
    }
    let latin = [part("title", None, b"caf\xE9"), b"--edge--\r\n".to_vec()].concat();
    Page::of(stage.post(&client, "/open").body(latin)).await.expect(422);
    let endless = part("title", None, &vec![b'x'; 300 << 10]);
    Page::of(stage.post(&client, "/open").body(endless)).await.expect(413);
    client.post("/open", &[("title", "no files")]).await.expect(422);
    assert_eq!(stage.files().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_with_files_are_guarded_like_every_other() {
    let stage = Stage::set().await;
    let bytes = deck(500);
    let files = [("deck", "deck.pdf", bytes.as_slice())];
    let stranger = stage.visitor();
    let foreign = stage.post(&stranger, "/open").header("sec-fetch-site", "cross-site").body("--edge--\r\n");
    Page::of(foreign).await.expect(403);
    assert!(stage.send(&stranger, "/signed", &files).await.expect(303).location().starts_with("/sign-in"));
    let admin = stage.app.admin().await;
    let mut shows = admin.credential().clone();
    let known = Client::new(&stage.base, shows.clone());
    stage.send(&known, "/signed", &files).await.expect(200);
    shows.csrf = Some("another".to_owned());
    stage.send(&Client::new(&stage.base, shows), "/signed", &files).await.expect(409);
    assert_eq!(stage.files().await, 1);
}
