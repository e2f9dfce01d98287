// Team passes, in Traditional Chinese on phones: the coordinator hands one out, its person claims it, and another takes its place.
import { letter, link as linkIn } from "../mail.mjs";

async function send(browser, page, name, email) {
  await page.locator("[name=name]").fill(name);
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=lang][value=zh-Hant]").check();
  await page.locator("form.form button[type=submit]").last().click();
  await page.waitForURL("**done=**");
  await browser.axe(page);
}

/** Whoever got the letter registers herself with its link. */
async function claim(browser, mail, email, name) {
  const page = await browser.at(360, "zh-Hant");
  const address = linkIn(await letter(mail, email, "/pass/"), "/pass/");
  await browser.visit(page, `${address}?lang=zh-Hant`);
  await browser.picture(page, `passes-claim-${name}`, { fullPage: true });
  browser.expect((await page.locator("[name=email]").inputValue()) === email, "her address is there already");
  await page.locator("form.form button[type=submit]").last().click();
  await page.waitForSelector("[data-summary]");
  await browser.axe(page);
  await page.locator("[name=name_han]").fill("劉永");
  await page.locator("form.form button[type=submit]").last().click();
  await page.waitForURL("**/received**");
  await browser.axe(page);
  await letter(mail, email, "/m/");
  return { page, address };
}

export default async (browser, { mail, link, page: application }) => {
  const ada = await browser.at(360, "zh-Hant");
  await ada.goto(`/in/${link}`);
  await ada.locator("main form button").click();
  await ada.waitForURL((url) => !url.pathname.startsWith("/in/"));
  await browser.visit(ada, application);
  await ada.locator("a[href$='/passes']").click();
  await ada.waitForURL("**/passes");
  await browser.axe(ada);
  await browser.picture(ada, "passes-free", { fullPage: true });
  await send(browser, ada, "劉永", "lau@example.org");
  await browser.picture(ada, "passes-sent", { fullPage: true });
  const lau = await claim(browser, mail, "lau@example.org", "lau");

  // She can't come; the coordinator sees who claimed, takes the pass back, and sends it to somebody else.
  await browser.visit(ada, `${application}/passes`);
  const words = await ada.locator("main").innerText();
  browser.expect(words.includes("劉永") && !words.includes("lau@example.org"), "who claimed is seen by name alone");
  await browser.picture(ada, "passes-claimed", { fullPage: true });
  await ada.locator("details:has(form[action$='/take-back']) summary").first().click();
  await ada.locator("details form[action$='/take-back'] button").first().click();
  await ada.waitForURL("**done=**");
  await browser.axe(ada);
  await browser.visit(lau.page, `${lau.address}?lang=zh-Hant`, { status: 409 });
  await browser.picture(lau.page, "passes-taken-back", { fullPage: true });
  await send(browser, ada, "陳儀", "chan@example.org");
  await claim(browser, mail, "chan@example.org", "chan");
  await browser.visit(ada, `${application}/passes`);
  await browser.picture(ada, "passes-reassigned", { fullPage: true });
};
