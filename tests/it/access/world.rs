//! Two editions with one of everything in each, and everybody who may ask for it.

use std::{collections::HashMap, fs};

use plenary::{
    accounts::proofs::Programme,
    db::Tx,
    editions::{
        Edition, NewPartner, NewRoom, NewTrack, Partner, PartnerFields, Room, RoomFields, SideEvent,
        SideEventFields, Track, TrackFields, parts,
    },
    error::Error,
    formats::table::Encoding,
    http::{assets, cookies::Jar, holder::ByLink},
    programme::{self, NewRelease, NewSession, Placement, Release, ReleaseFields, SessionFields, SessionRow},
    questions::{self, NewQuestion, QuestionFields},
    registrations::{self, Holder},
    speakers::SpeakerId,
    submissions::Decision,
    transfer,
    values::{FileName, Id, Lang},
};
use serde_json::json;

use super::{calls, links, people};
use crate::support::{
    app::{Seed, TestApp},
    calls::call_fields,
    client::{Client, Credential},
    editions::{fields, trilingual},
};

/// What stands for the braces of a pattern: `{edition}`, and `tracks/{id}` or `account/sessions/{id}` where the name alone
/// does not tell.
pub type Parameters = HashMap<String, String>;

/// Everything the matrix asks for.
pub struct World {
    pub app: TestApp,
    /// Of the edition that is asked about.
    pub here: Parameters,
    /// Of the edition that belongs to others.
    pub elsewhere: Parameters,
    /// Who asks, by the name of their column.
    pub people: HashMap<&'static str, Credential>,
}

impl World {
    /// Makes it, on a database of its own.
    pub async fn make() -> Self {
        let app = TestApp::start().await;
        leave_letter(&app);
        let (here, elsewhere) = (app.edition("2026").await, app.edition("2027").await);
        let (mut one, other) = (furnish(&app, &here).await, furnish(&app, &elsewhere).await);
        one.extend(people::belongings(&app, &here).await);
        let mut people = people::staff(&app, &here, &elsewhere).await;
        people.extend(people::programs(&app, &here, &elsewhere).await);
        calls::seat(&app, &here, &one).await;
        people.insert("attendee", holder(&app, &one).await);
        // What a browser holds that has just registered somebody.
        let received = data_encoding::BASE64URL_NOPAD.encode(b"ada@example.org");
        let admin = people.get_mut("admin").expect("an admin");
        admin.cookies.push(format!("{}={received}", Jar::of(&app.app).name("received")));
        let links = [
            ("api/attendee", "m/{token}"),
            ("api/offered", "o/{token}"),
            ("api/moving", "address/{token}"),
            ("api/claiming", "pass/{token}"),
        ];
        for (who, token) in links {
            let authorization = Some(format!("Link {}", one[token]));
            people.insert(who, Credential { authorization, ..Credential::default() });
        }
        people.insert("speaker", speaker(&app, &here).await);
        people.insert("other", holder(&app, &other).await);
        Self { app, here: one, elsewhere: other, people }
    }

    /// The same once more, whatever may be changed in this one. Ends this one.
    pub fn into_seed(self) -> (Seed, impl Fn(TestApp) -> Self) {
        let Self { app, here, elsewhere, people } = self;
        let regrow = move |app| {
            leave_letter(&app);
            Self { app, here: here.clone(), elsewhere: elsewhere.clone(), people: people.clone() }
        };
        (app.into_seed(), regrow)
    }

    /// Somebody, by the name of her column.
    pub fn who(&self, name: &str) -> Client {
        let shows =
            self.people.get(name).unwrap_or_else(|| panic!("nobody is called {name}: see access/people.rs"));
        Client::new(&self.app.base, shows.clone())
    }
}

/// A path for the pattern.
pub fn fill(pattern: &str, parameters: &Parameters) -> String {
    let (mut before, mut further) = ("", "");
    let filled = pattern.split('/').map(|segment| {
        let brace = segment.find('{').map(|at| (&segment[..at], &segment[at..]));
        let Some((lead, name)) = brace else {
            (further, before) = (before, segment);
            return segment.to_owned();
        };
        let name = name.trim_start_matches('{').split([':', '}']).next().unwrap();
        let tail = segment.rsplit('}').next().unwrap();
        let value = parameters
            .get(&format!("{further}/{before}/{{{name}}}"))
            .or_else(|| parameters.get(&format!("{before}/{{{name}}}")))
            .or_else(|| parameters.get(&format!("{{{name}}}")));
        let value =
            value.unwrap_or_else(|| panic!("nothing stands for {before}/{{{name}}}: see access/world.rs"));
        format!("{lead}{value}{tail}")
    });
    filled.collect::<Vec<_>>().join("/")
}

/// Her browser, after she followed the manage link of the edition's registration and read the page.
async fn holder(app: &TestApp, parameters: &Parameters) -> Credential {
    let cookie = format!("{}={}", Jar::of(&app.app).name(Holder::COOKIE), parameters["m/{token}"]);
    let shows = Credential { cookies: vec![cookie], ..Credential::default() };
    let page = Client::new(&app.base, shows.clone())
        .get(&fill("/en/{edition}/manage", parameters))
        .await
        .expect(200);
    Credential { csrf: Some(page.value_of("_csrf").expect("a form")), ..shows }
}

/// Her browser, after she followed the personal link of the edition's speaker and read the page.
async fn speaker(app: &TestApp, edition: &Edition) -> Credential {
    let one = format!(
        "SELECT id::text FROM speaker WHERE edition_id = '{}' AND email = 'chan.mei@example.org'",
        edition.id
    );
    let id = app.one::<String>(&one).await.parse().unwrap();
    app.presents(edition, id).await.credential().clone()
}

/// One of everything in the edition, and what stands for it in patterns.
async fn furnish(app: &TestApp, edition: &Edition) -> Parameters {
    let who = app.organises(edition.id);
    let pool = app.pool(edition.id, 50).await;
    let way = app.way(edition, "guest", &[pool]).await;
    let ada = app.attendee(edition, "guest", "Ada Lovelace").await;
    let name = trilingual("One", "一", "一");
    let track: TrackFields = fields(json!({ "slug": "robotics", "name": name, "colour": "#1f4e79" }));
    let room: RoomFields = fields(json!({ "slug": "hall", "name": name }));
    let partner: PartnerFields = fields(json!({ "kind": "host", "name": name }));
    let show: SideEventFields = fields(json!({
        "slug": "road-show", "name": name, "place": name, "city": name, "starts_at": "2026-06-01T09:00",
        "ends_at": "2026-06-01T12:00", "published": true,
    }));
    let question: QuestionFields = fields(json!({ "slug": "diet", "kind": "short-text", "label": name }));
    let mei = app.speaker(edition, "Chan Mei").await.id;
    let people = [json!({ "speaker": mei, "part": "speaker" })];
    let talk: SessionFields =
        fields(json!({ "kind": "session", "title": name, "minutes": "30", "people": people }));
    let make = app.app.db.transaction(async |tx| {
        let track = parts::create::<Track>(tx, &who, NewTrack::try_from(&track)?).await?;
        let room = parts::create::<Room>(tx, &who, NewRoom::try_from(&room)?).await?;
        let partner = parts::create::<Partner>(tx, &who, NewPartner::try_from(&partner)?).await?;
        let show = parts::create::<SideEvent>(tx, &who, show.parse(&edition.zone)?).await?;
        registrations::types::open_for(tx, &who, show.id, &5.into()).await?;
        let question = questions::create(tx, &who, NewQuestion::try_from(&question)?).await?;
        let (talk, release) =
            on_stage(tx, &(&who).into(), NewSession::try_from(&talk)?, edition, room.id).await?;
        Ok([
            ("programme", talk.id.to_string()),
            ("sessions", talk.id.to_string()),
            ("sign-ups", talk.id.to_string()),
            ("releases", release.id.to_string()),
            ("tracks", track.id.to_string()),
            ("rooms", room.id.to_string()),
            ("partners", partner.id.to_string()),
            ("questions", question.id.to_string()),
            ("side-events", show.id.to_string()),
        ])
    });
    let mut parameters: Parameters =
        make.await.unwrap().into_iter().map(|(plural, id)| (format!("{plural}/{{id}}"), id)).collect();
    parameters.extend([
        ("registrations/{id}".to_owned(), ada.to_string()),
        ("capacity-pools/{id}".to_owned(), pool.to_string()),
        ("registration-types/{id}".to_owned(), way.to_string()),
        ("{edition}".to_owned(), edition.slug.to_string()),
        ("side-events/{slug}".to_owned(), "road-show".to_owned()),
        ("{lang}".to_owned(), "en".to_owned()),
        ("mailbox/{id}".to_owned(), LETTER.to_owned()),
        ("consent-texts/{kind}".to_owned(), "marketing".to_owned()),
        ("consents/{kind}".to_owned(), "marketing".to_owned()),
    ]);
    let mail = format!("SELECT id::text FROM mail WHERE edition_id = '{}' LIMIT 1", edition.id);
    let mail: String = app.one(&mail).await;
    let print = "SET subject = 'Hello', body_text = 'Hello', body_html = '<p>Hello</p>'";
    app.run(&format!("UPDATE mail {print} WHERE id = '{mail}'")).await;
    parameters.insert("mails/{id}".to_owned(), mail);
    parameters.extend(links::about_mail(app, edition).await);
    parameters.extend(links::campaign(app, edition).await);
    parameters.extend(programme(app, edition, mei).await);
    parameters.extend(on_the_programme(app, edition).await);
    parameters.extend(links::links(app, edition, ada).await);
    parameters.extend(calls::call(app, edition).await);
    parameters.extend(links::spare(app, edition).await);
    parameters.extend(asset());
    parameters.insert("import/{id}".to_owned(), upload(app, edition).await);
    parameters
}

/// A speaker who was told of her slot.
async fn programme(app: &TestApp, edition: &Edition, speaker: SpeakerId) -> Parameters {
    let call = app.call(edition, call_fields("talks")).await;
    let submission = app.submission(&call, edition, speaker).await;
    app.told(edition, submission, Decision::Accepted).await;
    let [photo, deck] = app.files_of(speaker, submission).await;
    let letter = app.attached(edition, &call, submission).await;
    Parameters::from([
        ("calls/{slug}".to_owned(), call.slug.to_string()),
        ("photo/{file}".to_owned(), photo.to_string()),
        ("slides/{file}".to_owned(), deck.to_string()),
        ("answers/{slug}".to_owned(), "letter".to_owned()),
        ("submissions/files/{file}".to_owned(), letter.to_string()),
        ("submissions/files/{id}".to_owned(), letter.to_string()),
        ("files/{file}".to_owned(), letter.to_string()),
        ("files/{id}".to_owned(), letter.to_string()),
        ("wording/{template}".to_owned(), "registration-pending".to_owned()),
        ("mail-wordings/{template}".to_owned(), "registration-pending".to_owned()),
        ("wording/{verdict}".to_owned(), "accepted".to_owned()),
        ("submissions/{submission}".to_owned(), submission.to_string()),
        ("people/{speaker}".to_owned(), speaker.to_string()),
        ("speakers/{id}".to_owned(), speaker.to_string()),
        ("submissions/{id}".to_owned(), submission.to_string()),
        ("speaker/{token}".to_owned(), app.speaker_link(speaker).await),
    ])
}

/// A session with limited places that was released in this room, at the edition's beginning.
async fn on_stage(
    tx: &mut Tx,
    who: &Programme,
    new: NewSession,
    edition: &Edition,
    room: Id<Room>,
) -> Result<(SessionRow, Release), Error> {
    let made = programme::create(tx, who, new).await?;
    let (starts_at, rooms) = (Some(edition.starts_at), [room].into());
    let to = Placement { starts_at, rooms, minutes: None, pinned: false };
    let placed = programme::place(tx, who, (made.id, made.version), to).await?;
    let name: ReleaseFields = fields(json!({ "name": "v1" }));
    let (release, _) = programme::release(tx, who, NewRelease::try_from(&name)?).await?;
    Ok((programme::limit(tx, who, (placed.id, placed.version), Some(20)).await?, release))
}

/// What the public pages show of the one release.
async fn on_the_programme(app: &TestApp, edition: &Edition) -> Parameters {
    let of =
        |table: &str| format!("SELECT id::text FROM {table} WHERE edition_id = '{}' LIMIT 1", edition.id);
    let mut parameters = Parameters::from([
        ("{number}".to_owned(), "1".to_owned()),
        ("starred/{token}".to_owned(), app.starred(edition.id).await),
    ]);
    for table in ["session", "speaker", "room"] {
        parameters.insert(format!("{{{table}}}"), app.one(&of(table)).await);
    }
    parameters
}

/// A table that waits to be imported.
async fn upload(app: &TestApp, edition: &Edition) -> String {
    let (who, name) = (app.organises(edition.id), FileName::parse("people.csv").unwrap());
    let hold = app.app.db.transaction(async |tx| {
        let manner = (Lang::En, Encoding::Utf8);
        transfer::hold(tx, &who, (&name, b"name\nGrace Hopper\n"), manner).await
    });
    hold.await.unwrap().id.to_string()
}

/// The mail in the mailbox.
const LETTER: &str = "01900000-0000-7000-8000-000000000000";

/// Leaves a mail in the mailbox, which is a folder and so comes along with no copy of a database.
fn leave_letter(app: &TestApp) {
    let folder = app.app.config.mail_folder();
    fs::create_dir_all(&folder).unwrap();
    let mail = "To: ada@example.org\r\nSubject: Hello\r\nContent-Type: text/html\r\n\r\n<p>Hello</p>\r\n";
    fs::write(folder.join(format!("{LETTER}.eml")), mail).unwrap();
}

/// An asset, by its fingerprint and path.
fn asset() -> Parameters {
    let url = assets::url("css/base.css");
    let (fingerprint, path) = url.trim_start_matches("/assets/").split_once('/').unwrap();
    Parameters::from([
        ("{fingerprint}".to_owned(), fingerprint.to_owned()),
        ("{path}".to_owned(), path.to_owned()),
    ])
}
