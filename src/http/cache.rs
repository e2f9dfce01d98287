//! Public pages from memory.
//!
//! A cached page is a function of a [`PublicSnapshot`] and a language, and of nothing else, so nothing personal
//! can enter. Everything is forgotten when any edition's publication count moves on (polled by
//! [`PageCache::watch`], or by each request where nobody watches), or when a registration window opens or closes.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
    time::{Duration, Instant},
};

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, HeaderName, HeaderValue},
    web::Bytes,
};
use sha2::{Digest, Sha256};

use crate::{
    db::Db,
    editions::{self, Edition, publication},
    error::Error,
    overview::{self, PublicSnapshot},
    values::{Id, Lang, Moment},
};

/// How often the publication counts are polled.
const POLL: Duration = Duration::from_millis(500);
/// A watcher that has not polled for so long has died or cannot reach the database: requests look themselves.
const PATIENCE: Duration = Duration::from_secs(3);

/// A rendered page or file and its fingerprint.
#[derive(Clone)]
struct Rendered {
    text: Bytes,
    etag: String,
}

#[derive(Default)]
struct Kept {
    polled: Option<Instant>,
    versions: HashMap<Id<Edition>, i64>,
    editions: Option<Arc<Vec<Edition>>>,
    snapshots: HashMap<Id<Edition>, Arc<PublicSnapshot>>,
    pages: HashMap<(Id<Edition>, Lang, &'static str), Rendered>,
}

/// The pages this node keeps in memory.
#[derive(Default)]
pub struct PageCache {
    kept: RwLock<Kept>,
}

impl PageCache {
    /// Polls the publication counts until the node stops. A poll that fails keeps the pages and is tried again.
    pub async fn watch(&self, db: &Db) {
        loop {
            match self.refresh(db).await {
                Ok(()) => self.change(|kept| kept.polled = Some(Instant::now())),
                Err(error) => tracing::warn!(%error, "the publication counts could not be polled"),
            }
            tokio::time::sleep(POLL).await;
        }
    }

    /// Forgets everything if any count moved on.
    ///
    /// # Errors
    /// The database's.
    pub async fn refresh(&self, db: &Db) -> Result<(), Error> {
        let versions = publication::versions(&mut *db.read().await?).await?;
        self.change(|kept| {
            if kept.versions != versions {
                *kept = Kept { versions, polled: kept.polled, ..Kept::default() };
            }
        });
        Ok(())
    }

    /// Every edition the public sees.
    ///
    /// # Errors
    /// The database's.
    pub async fn editions(&self, db: &Db) -> Result<Arc<Vec<Edition>>, Error> {
        if self.read(|kept| kept.polled.is_none_or(|at| at.elapsed() > PATIENCE)) {
            self.refresh(db).await?;
        }
        if let Some(editions) = self.read(|kept| kept.editions.clone()) {
            return Ok(editions);
        }
        let before = self.read(|kept| kept.versions.clone());
        let editions = Arc::new(editions::public_editions(&mut *db.read().await?).await?);
        self.keep(&before, |kept| kept.editions = Some(Arc::clone(&editions)));
        Ok(editions)
    }

    /// The public edition with this id.
    ///
    /// # Errors
    /// [`Error::NotFound`]; the database's.
    pub async fn edition(&self, db: &Db, id: Id<Edition>) -> Result<Edition, Error> {
        let editions = self.editions(db).await?;
        editions.iter().find(|edition| edition.id == id).cloned().ok_or(Error::NotFound)
    }

    /// What the public may know of the edition `slug`.
    ///
    /// # Errors
    /// [`Error::NotFound`]; the database's.
    pub async fn snapshot(&self, db: &Db, slug: &str) -> Result<Arc<PublicSnapshot>, Error> {
        let editions = self.editions(db).await?;
        let edition = editions.iter().find(|edition| edition.slug.as_str() == slug).ok_or(Error::NotFound)?;
        let now = Moment::now();
        let known = self.read(|kept| kept.snapshots.get(&edition.id).cloned());
        if let Some(snapshot) = known.filter(|snapshot| snapshot.is_fresh(now)) {
            return Ok(snapshot);
        }
        let before = self.read(|kept| kept.versions.clone());
        let snapshot =
            Arc::new(overview::public_snapshot(&mut *db.read().await?, edition.clone(), now).await?);
        self.keep(&before, |kept| {
            kept.pages.retain(|(of, ..), _| *of != edition.id);
            kept.snapshots.insert(edition.id, Arc::clone(&snapshot));
        });
        Ok(snapshot)
    }

    /// The page `name` of `snapshot`, rendered at most once a language and version; 304 to who has it.
    ///
    /// # Errors
    /// Those of `render`.
    pub fn page(
        &self,
        request: &HttpRequest,
        snapshot: &PublicSnapshot,
        lang: Lang,
        name: &'static str,
        render: impl FnOnce(&PublicSnapshot, Lang) -> Result<String, Error>,
    ) -> Result<HttpResponse, Error> {
        self.answer(request, snapshot, lang, (name, "text/html; charset=utf-8"), render)
    }

    /// The file `name` of that media type, kept as [`page`](Self::page) keeps pages, for programs: scripts of
    /// every origin may read it, since nothing personal is in it.
    ///
    /// # Errors
    /// Those of `render`.
    pub fn file(
        &self,
        request: &HttpRequest,
        snapshot: &PublicSnapshot,
        lang: Lang,
        kind: (&'static str, &'static str),
        render: impl FnOnce(&PublicSnapshot, Lang) -> Result<String, Error>,
    ) -> Result<HttpResponse, Error> {
        let mut answer = self.answer(request, snapshot, lang, kind, render)?;
        let headers = answer.headers_mut();
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        let policy = HeaderName::from_static("cross-origin-resource-policy");
        headers.insert(policy, HeaderValue::from_static("cross-origin"));
        Ok(answer)
    }

    fn answer(
        &self,
        request: &HttpRequest,
        snapshot: &PublicSnapshot,
        lang: Lang,
        (name, media_type): (&'static str, &'static str),
        render: impl FnOnce(&PublicSnapshot, Lang) -> Result<String, Error>,
    ) -> Result<HttpResponse, Error> {
        let rendered = self.rendered(snapshot, lang, name, render)?;
        let known = request.headers().get(header::IF_NONE_MATCH);
        let unchanged = known.is_some_and(|known| known.as_bytes() == rendered.etag.as_bytes());
        let mut answer = if unchanged { HttpResponse::NotModified() } else { HttpResponse::Ok() };
        answer
            .insert_header((header::ETAG, rendered.etag))
            .insert_header((header::CACHE_CONTROL, "public, no-cache"))
            .insert_header((header::CONTENT_TYPE, media_type));
        Ok(if unchanged { answer.finish() } else { answer.body(rendered.text) })
    }

    fn rendered(
        &self,
        snapshot: &PublicSnapshot,
        lang: Lang,
        name: &'static str,
        render: impl FnOnce(&PublicSnapshot, Lang) -> Result<String, Error>,
    ) -> Result<Rendered, Error> {
        let key = (snapshot.edition().id, lang, name);
        if let Some(rendered) = self.read(|kept| kept.pages.get(&key).cloned()) {
            return Ok(rendered);
        }
        let text = render(snapshot, lang)?;
        let digest = data_encoding::BASE64URL_NOPAD.encode(&Sha256::digest(text.as_bytes()));
        let rendered = Rendered { text: Bytes::from(text), etag: format!("\"{digest}\"") };
        let before = self.read(|kept| kept.versions.clone());
        self.keep(&before, |kept| _ = kept.pages.insert(key, rendered.clone()));
        Ok(rendered)
    }

    fn read<T>(&self, look: impl FnOnce(&Kept) -> T) -> T {
        look(&self.kept.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn change(&self, change: impl FnOnce(&mut Kept)) {
        change(&mut self.kept.write().unwrap_or_else(PoisonError::into_inner));
    }

    /// Keeps what was read while the counts stood at `before`; what is older by now is not kept.
    fn keep(&self, before: &HashMap<Id<Edition>, i64>, change: impl FnOnce(&mut Kept)) {
        self.change(|kept| {
            if kept.versions == *before {
                change(kept);
            }
        });
    }
}
