//! A company on show.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;
use url::Url;

use super::{
    super::{
        reader::Reader,
        views::{Marked, Site, address},
    },
    card::company_page,
    demos::DemoCard,
    released,
};
use crate::{
    companies::{CompanyId, PublicCompany},
    editions::Edition,
    error::Error,
    files::FileId,
    formats::json_ld,
    http::{App, Shown, Ui, download_public, page},
    overview::{OnShow, PublicProgramme},
    values::Lang,
    web::demo::whereabouts,
};

/// A demo of hers.
struct Demo {
    card: DemoCard,
    /// What the product is, and what will be shown.
    product: Option<Marked>,
    shown: Option<Marked>,
    /// What is spoken, as the ends of the keys `session-spoken-`.
    spoken: Vec<&'static str>,
}

impl Demo {
    fn of(one: OnShow<'_>, programme: &PublicProgramme, edition: &Edition, ui: &Ui) -> Self {
        let listed = &one.session.released.listed;
        Self {
            card: DemoCard::of(one, programme, edition, ui),
            product: Marked::of(one.demo.product.as_ref(), ui.lang, 4),
            shown: Marked::of(listed.r#abstract.as_ref(), ui.lang, 4),
            spoken: listed.spoken.iter().map(|spoken| spoken.as_str()).collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "public/programme/company.html")]
struct CompanyPage {
    ui: Ui,
    site: Site,
    home: String,
    name: Shown,
    /// Its name in the other languages it has.
    also: Vec<Shown>,
    one_liner: Option<Shown>,
    logo: Option<String>,
    whereabouts: String,
    website: Option<String>,
    zone: String,
    demos: Vec<Demo>,
    json_ld: String,
}

/// `GET /{lang}/{edition}/companies/{company}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    reader: Reader,
    at: web::Path<(Lang, String, CompanyId)>,
) -> Result<HttpResponse, Error> {
    let (Reader { lang, snapshot }, id) = (reader, at.2);
    let (edition, programme) = (snapshot.edition(), released(&snapshot)?);
    let company = programme.company(id).ok_or(Error::NotFound)?;
    let here = company_page(edition, id, lang);
    let ui = Ui::anonymous(lang, here.as_str());
    let hers = programme.on_show().filter(|shown| shown.company.id == id);
    let name = Shown::of(&company.name, lang);
    let logo = company.logo.as_ref().map(|logo| format!("{here}/logo/{}", logo.id));
    let shown = CompanyPage {
        site: Site::around(&snapshot, &ui, ""),
        home: address(edition, lang, ""),
        also: Shown::every(Some(&company.name)).into_iter().filter(|one| one.lang != name.lang).collect(),
        name,
        one_liner: Shown::maybe(company.one_liner.as_ref(), lang),
        whereabouts: whereabouts(company.city.as_str(), company.region, &ui),
        website: company.website.as_ref().map(|url| url.as_str().to_owned()),
        zone: edition.zone.label(lang, edition.starts_at),
        demos: hers.map(|one| Demo::of(one, programme, edition, &ui)).collect(),
        json_ld: machine_readable(company, (&here, logo.as_deref()), lang, &app.config.base_url)?,
        logo,
        ui,
    };
    page(StatusCode::OK, &shown)
}

fn machine_readable(
    company: &PublicCompany,
    (here, logo): (&str, Option<&str>),
    lang: Lang,
    base: &Url,
) -> Result<String, Error> {
    let full = |path: &str| base.join(path).map_err(Error::internal);
    let logo = logo.map(full).transpose()?;
    json_ld::company_script(&json_ld::Company {
        id: full(here)?.as_str(),
        name: company.name.pick(lang).text,
        description: company.one_liner.as_ref().map_or("", |text| text.pick(lang).text),
        logo: logo.as_ref().map_or("", |url| url.as_str()),
        url: company.website.as_ref().map_or("", |url| url.as_str()),
        city: company.city.as_str(),
    })
}

/// `GET /{lang}/{edition}/companies/{company}/logo/{file}`; another logo stands at another address.
pub(in crate::web) async fn logo(
    app: web::Data<App>,
    request: HttpRequest,
    reader: Reader,
    at: web::Path<(Lang, String, CompanyId, FileId)>,
) -> Result<HttpResponse, Error> {
    let company = released(&reader.snapshot)?.company(at.2).ok_or(Error::NotFound)?;
    let logo = company.logo.as_ref().filter(|logo| logo.id == at.3).ok_or(Error::NotFound)?;
    download_public(&request, &app.db, logo)
}
