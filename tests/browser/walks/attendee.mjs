// Walk 2: an attendee on a phone, in Traditional Chinese; then the other languages and a desktop.
import { letter, link } from "../mail.mjs";

const ADDRESS = "mei.chan@example.org";

async function fill(page, han) {
  await page.getByLabel("一般來賓").check();
  await page.getByLabel("電郵地址").first().fill(ADDRESS);
  await page.getByLabel("中文姓名").fill(han);
  await page.locator("[name='answers.dinner'][value=yes]").check();
  await page.locator("[name='consents.transfer']").check();
  await page.locator("main form button[type=submit]").last().click();
}

export default async (browser, { mail }) => {
  const page = await browser.at(360, "zh-Hant");
  await browser.visit(page, "/");
  browser.expect(page.url().endsWith("/zh-Hant/2026"), `/ led to ${page.url()}`);
  await browser.picture(page, "attendee-home");
  await browser.visit(page, "/zh-Hant/2026/register");

  // Mistakes stand beside their fields, and what was typed stays.
  await page.getByLabel("中文姓名").fill("陳美");
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForSelector("[data-summary]");
  await browser.axe(page);
  browser.expect((await page.getByLabel("中文姓名").inputValue()) === "陳美", "the name typed was lost");
  browser.expect((await page.locator("#e-email").count()) === 1, "no error stands beside the address");

  await fill(page, "陳美");
  await page.waitForURL("**/received");
  await browser.axe(page);
  browser.expect((await page.locator("main").innerText()).includes(ADDRESS), "the page does not name the address");

  // "Wrong address?" leads to the form with everything that she typed.
  await page.locator("main a[data-draft-kept]").click();
  await page.waitForURL("**/register");
  browser.expect((await page.getByLabel("中文姓名").inputValue()) === "陳美", "her name has to be typed again");
  browser.expect((await page.getByLabel("電郵地址").first().inputValue()) === ADDRESS, "her address has to be typed again");
  await browser.visit(page, "/zh-Hant/2026/received");

  // A second guest of the same address gets a registration of her own.
  await page.locator("main a[href*='register?email']").click();
  browser.expect((await page.getByLabel("中文姓名").inputValue()) === "", "the first guest's name stands there");
  await fill(page, "李明");
  await page.waitForURL("**/received");

  const manage = link(await letter(mail, ADDRESS, "陳美"), "/m/");
  for (const lang of ["en", "zh-Hans"]) {
    const desktop = await browser.at(1280, lang);
    for (const path of ["/", `/${lang}/2026/register`, manage]) await browser.visit(desktop, path);
    await desktop.context().close();
  }
  await browser.visit(page, manage);
  browser.expect(page.url().endsWith("/zh-Hant/2026/manage"), `the link led to ${page.url()}`);
  browser.expect((await page.locator("img.qr").count()) === 1, "the ticket has no QR code");
  await browser.picture(page, "attendee-manage");

  await page.locator("details.fold summary").first().click();
  await page.locator("[name=organisation]").fill("港大機械人實驗室");
  await page.locator("form[action$=change] button[type=submit]").click();
  await page.waitForURL("**done=changed");
  await browser.axe(page);
  browser.expect((await page.locator("[name=organisation]").inputValue()) === "港大機械人實驗室", "the change was lost");

  await page.locator("form[action$=consents] button").first().click();
  await page.waitForURL("**done=consent");
  const copy = await page.request.get(await page.locator("a[download][href$='data.json']").getAttribute("href"));
  browser.expect((await copy.text()).includes("港大機械人實驗室"), "the copy lacks what she changed");

  await page.locator("details:has(form[action$=cancel]) summary").click();
  await page.locator("form[action$=cancel] button").click();
  await page.waitForURL("**done=cancelled");
  await browser.axe(page);
  browser.expect((await page.locator("img.qr").count()) === 0, "a cancelled registration still has a ticket");

  await page.locator("details:has(form[action$=erase]) summary").click();
  await page.locator("form[action$=erase] button").click();
  await browser.axe(page);
  await browser.visit(page, manage, { status: 404 });
};
