// Walk 4: an organiser on a phone, in Traditional Chinese; then every page of hers in the other languages at a desk.

const HOME = "/console/next";

/** Presses the form's own button, the last in it. */
async function save(page, form = "main form.form") {
  await page.locator(`${form} > button[type=submit]`).last().click();
}

/** Fills inputs by their names. */
async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).fill(value);
}

async function clone(browser, page, source) {
  await browser.visit(page, "/console");
  await page.locator("a[href='/console/editions/new']").click();
  await browser.axe(page);
  await page.locator(`a[href='/console/editions/${source}/clone']`).click();
  await browser.axe(page);
  await fill(page, { slug: "next", "name.zh-Hant": "第四屆論壇", "dates.starts_at": "2071-11-20T09:00" });
  await page.locator("button[value=move]:visible").click();
  await page.waitForLoadState();
  await browser.axe(page);
  const words = await page.locator("main").innerText();
  browser.expect(words.includes("2071年11月20日（星期五）"), "the preview does not name the weekday");
  const ends = await page.locator("[name='dates.ends_at']").inputValue();
  browser.expect(ends.startsWith("2071-11"), `the end stayed at ${ends}`);
  await save(page);
  await page.waitForURL(`**${HOME}/settings?done=made`);
  await browser.axe(page);
}

async function describe(browser, page) {
  await fill(page, { "tagline.zh-Hant": "兩城同行", "contact_email": "no address" });
  await save(page);
  await page.waitForSelector("[data-summary]");
  await browser.axe(page);
  browser.expect((await page.locator("[name='tagline.zh-Hant']").inputValue()) === "兩城同行", "what was typed is lost");
  await fill(page, { contact_email: "forum@example.org" });
  await save(page);
  await page.waitForURL("**/settings?done=saved");
  await browser.picture(page, "organiser-settings");

  await browser.visit(page, `${HOME}/settings/partners/new`);
  await page.locator("[name=kind][value=host]").check();
  await fill(page, { "name.zh-Hant": "維港學會" });
  await save(page);
  await page.waitForURL("**/settings/partners?done=added**");
  await browser.axe(page);
}

async function invite(browser, page) {
  await browser.visit(page, `${HOME}/places/capacity-pools/new`);
  await fill(page, { "name.zh-Hant": "貴賓席", capacity: "50" });
  await save(page);
  await page.waitForURL("**/places?done=added**");
  await browser.visit(page, `${HOME}/places/registration-types/new`);
  await fill(page, { "name.zh-Hant": "來賓", slug: "guests" });
  await page.getByLabel("貴賓席").check();
  await save(page);
  await page.waitForURL("**/places?done=added**");
  await browser.axe(page);
  await browser.picture(page, "organiser-places");

  await browser.visit(page, `${HOME}/questions/new`);
  browser.expect(await page.locator("[name='choices.0.value']").isHidden(), "choices are shown for no kind");
  await page.locator("[name=kind]").selectOption("one");
  await fill(page, { "label.zh-Hant": "晚宴膳食", slug: "dinner" });
  for (const [number, [value, label]] of [["meat", "葷"], ["vegan", "素"]].entries()) {
    await fill(page, { [`choices.${number}.value`]: value, [`choices.${number}.label.zh-Hant`]: label });
  }
  await browser.axe(page);
  await browser.picture(page, "organiser-question");
  await save(page);
  await page.waitForURL("**/questions?done=added**");
  await browser.visit(page, `${HOME}/questions/new`);
  await page.locator("[name=kind]").selectOption("yes-no");
  await page.locator("[name=shown_if]").selectOption("dinner=vegan");
  await fill(page, { "label.zh-Hant": "可有果仁？", slug: "nuts" });
  await save(page);
  await page.waitForURL("**/questions?done=added**");
  await browser.axe(page);
}

async function publish(browser, page) {
  await browser.visit(page, `${HOME}/settings/languages`);
  await browser.picture(page, "organiser-check");
  await page.locator("form[action$=publish] button").click();
  await page.waitForURL("**done=published");
  await browser.axe(page);
  await browser.visit(page, "/zh-Hant/next");
  browser.expect((await page.locator("main").innerText()).includes("兩城同行"), "the public does not read the new text");
}

async function find(browser, page, source) {
  await browser.visit(page, `/console/${source}/registrations`);
  await page.locator("[name=q]").fill("张");
  await page.keyboard.press("Enter");
  await page.waitForURL("**q=**");
  await browser.axe(page);
  await page.locator("#people a[data-row]", { hasText: "張" }).first().click();
  await page.waitForURL("**/registrations/*-*");
  await browser.axe(page);
  await correct(browser, page);
  const file = await page.request.get(`/console/${source}/registrations/export.csv`);
  const text = await file.text();
  browser.expect(text.startsWith("\ufeff") && text.includes("張"), "the export is not what Excel opens");
}

/** Corrects the person shown, sends the ticket again, cancels; the history tells it all. */
async function correct(browser, page) {
  await page.locator("main a[href$='/correct']").click();
  await browser.axe(page);
  await fill(page, { organisation: "維港學會" });
  await save(page);
  await page.waitForURL("**/registrations/*-*");
  browser.expect((await page.locator("main").innerText()).includes("維港學會"), "the correction is not shown");
  await page.locator("main form[action$='/resend'] button").click();
  await page.waitForLoadState();
  await browser.axe(page);
  await page.locator("details:has(form[action$='/cancel']) summary").click();
  await page.locator("form[action$='/cancel'] button").click();
  await page.waitForLoadState();
  await browser.axe(page);
  const told = await page.locator("section[aria-labelledby=history] .history").innerText();
  for (const act of ["更正資料", "重發門票", "取消"]) {
    browser.expect(told.includes(act), `the history does not tell: ${act}`);
  }
  await browser.picture(page, "organiser-person");
}

const PAGES = [
  "",
  "/settings",
  "/settings/partners",
  "/settings/tracks",
  "/settings/tracks/new",
  "/settings/rooms",
  "/settings/rooms/new",
  "/settings/consent-texts",
  "/settings/consent-texts/transfer",
  "/settings/languages",
  "/places",
  "/places/registration-types/new",
  "/questions",
  "/questions/new",
];

export default async (browser, { link, source }) => {
  const page = await browser.at(360, "zh-Hant");
  await browser.visit(page, link);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL("**/console**");
  await clone(browser, page, source);
  await describe(browser, page);
  await invite(browser, page);
  await publish(browser, page);
  await find(browser, page, source);
  await browser.visit(page, `/console/${source}/programme`);
  await browser.visit(page, `/console/${source}/programme/schedule`);
  const session = await page.context().storageState();
  for (const lang of ["en", "zh-Hans"]) {
    const desktop = await browser.at(1280, lang, { storageState: session });
    for (const path of PAGES) {
      await browser.visit(desktop, `${HOME}${path}?lang=${lang}`);
      await browser.picture(desktop, `organiser-${lang}${path.replaceAll("/", "-")}`);
    }
    for (const path of ["", "/schedule", "/releases"]) {
      await browser.visit(desktop, `/console/${source}/programme${path}?lang=${lang}`);
      await browser.picture(desktop, `organiser-${lang}-programme${path.replaceAll("/", "-")}`, { fullPage: true });
    }
    await desktop.context().close();
  }
};
