// Walk 10: an organiser opens registration for a road show; on a phone two people come to it, for whom there is one place.
import { letter, link } from "../mail.mjs";

const SHOW = "/zh-Hant/2026/side-events/road-show";

async function join(browser, page, name, address) {
  await browser.visit(page, SHOW);
  await page.locator(`main a[href='${SHOW}/register']`).click();
  await browser.axe(page);
  await page.getByLabel("上海路演").check();
  await page.getByLabel("電郵地址").first().fill(address);
  await page.getByLabel("中文姓名").fill(name);
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL("**/received?for=road-show");
  await browser.axe(page);
}

export default async (browser, { link: signIn, mail, show }) => {
  const desk = await browser.at(1280, "zh-Hant");
  await browser.visit(desk, signIn);
  await desk.locator("main form button[type=submit]").click();
  await desk.waitForURL("**/console**");
  await browser.visit(desk, show);
  await desk.locator("main a[href$='/registration']").click();
  await browser.axe(desk);
  await browser.picture(desk, "side-event-closed", { fullPage: true });
  await desk.locator("[name=capacity]").fill("many");
  await desk.locator("main form.form button[type=submit]").click();
  await desk.waitForSelector("[data-summary]");
  await browser.axe(desk);
  browser.expect((await desk.locator("[name=capacity]").inputValue()) === "many", "what was typed is lost");
  await desk.locator("[name=capacity]").fill("1");
  await desk.locator("main form.form button[type=submit]").click();
  await desk.waitForURL("**done=registration-opened");
  await browser.axe(desk);

  const page = await browser.at(360, "zh-Hant");
  for (let tries = 0; tries < 50; tries++) {
    await page.goto(SHOW);
    if ((await page.locator(`main a[href='${SHOW}/register']`).count()) === 1) break;
    await page.waitForTimeout(100);
  }
  await browser.picture(page, "side-event-page", { fullPage: true });
  await join(browser, page, "陳美", "mei@example.org");
  const text = await letter(mail, "mei@example.org", "陳美");
  browser.expect(text.includes("上海路演") && text.includes("創新中心"), `the mail names another place: ${text}`);
  await browser.visit(page, link(text, "/m/"));
  const own = await page.locator("main").innerText();
  browser.expect(own.includes("上海路演") && !own.includes("會堂"), "the ticket is not for the road show");
  await browser.picture(page, "side-event-manage", { fullPage: true });

  await join(browser, page, "李明", "ming@example.org");
  const waits = await letter(mail, "ming@example.org", "李明");
  browser.expect(waits.includes("輪候"), "who came second is not told that he waits");

  await desk.reload();
  await browser.axe(desk);
  await browser.picture(desk, "side-event-open", { fullPage: true });
  await desk.locator("main a[href*='registrations?for=']").click();
  await browser.axe(desk);
  const listed = await desk.locator("main").innerText();
  browser.expect(listed.includes("陳美") && listed.includes("李明"), "the list lacks who registered");
  await browser.picture(desk, "side-event-list", { fullPage: true });
  for (const path of ["/console/2026", "/console/2026/places"]) await browser.visit(desk, path);
  for (const lang of ["en", "zh-Hans"]) {
    const desktop = await browser.at(1280, lang, { storageState: await desk.context().storageState() });
    for (const path of [`/${lang}/2026/side-events/road-show`, `/${lang}/2026/side-events/road-show/register`, `${show}/registration`]) {
      await browser.visit(desktop, path);
    }
    await browser.picture(desktop, `side-event-open-${lang}`, { fullPage: true });
    await desktop.context().close();
  }
};
