// Walk 3: the hall is full; a line forms, and a place that comes back goes to the first in it.
import { letter, link } from "../mail.mjs";

async function register(page, email, han) {
  await page.goto("/zh-Hant/2026/register");
  await page.getByLabel("一般來賓").check();
  await page.getByLabel("電郵地址").first().fill(email);
  await page.getByLabel("中文姓名").fill(han);
  await page.locator("[name='answers.dinner'][value=no]").check();
  await page.locator("[name='consents.transfer']").check();
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL("**/received");
}

export default async (browser, { mail }) => {
  const page = await browser.at(360, "zh-Hant");
  await register(page, "first@example.org", "張一");
  const first = link(await letter(mail, "first@example.org", "張一"), "/m/");
  await register(page, "second@example.org", "張二");
  await register(page, "third@example.org", "張三");
  await browser.visit(page, "/zh-Hant/2026");
  const second = link(await letter(mail, "second@example.org", "輪候"), "/m/");
  await browser.visit(page, second);

  await page.goto(first);
  await page.locator("details:has(form[action$=cancel]) summary").click();
  await page.locator("form[action$=cancel] button").click();
  await page.waitForURL("**done=cancelled");

  // Looking at the offer takes nothing; turning it down passes it on; accepting gives the ticket.
  const offer = link(await letter(mail, "second@example.org", "/o/"), "/o/");
  await browser.visit(page, offer);
  await page.reload();
  await page.locator("form[action$=decline] button").click();
  await browser.axe(page);
  const next = link(await letter(mail, "third@example.org", "/o/"), "/o/");
  await browser.visit(page, next);
  await page.locator("form[action$=accept] button").click();
  await browser.axe(page);
  await browser.visit(page, next);
  await letter(mail, "third@example.org", "門票");
};
