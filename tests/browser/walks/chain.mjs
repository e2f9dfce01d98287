// Issue 4, walk 6, on phones in Traditional Chinese: decided, told, confirmed, turned down, and handed on to the next on standby.
import { setTimeout as pause } from "node:timers/promises";
import { letter } from "../mail.mjs";

/** Somebody who signed in by a link. */
async function signedIn(browser, link) {
  const page = await browser.at(360, "zh-Hant");
  await page.goto(`/in/${link}`);
  await page.locator("main form button").click();
  await page.waitForURL((url) => !url.pathname.startsWith("/in/"));
  return page;
}

export default async (browser, { mail, links, pages }) => {
  const [desk, ada, grace, mei] = await Promise.all(links.map((link) => signedIn(browser, link)));

  // Deciding told nobody; the mails are read first, then they go.
  await browser.visit(mei, pages[2]);
  browser.expect(!(await mei.locator("main").innerText()).includes("未獲接納"), "nobody knows before being told");
  await desk.goto("/console/2026?lang=zh-Hant");
  await browser.visit(desk, "/console/2026/submissions/tell");
  await browser.picture(desk, "chain-tell", { fullPage: true });
  await desk.locator("main form button[type=submit]").last().click();
  await desk.waitForURL("**done=told");
  await browser.axe(desk);

  // The first is asked to confirm by a date, does, and then has to give it up.
  await letter(mail, "ada@example.org", "http");
  await browser.visit(ada, pages[0]);
  await browser.picture(ada, "chain-asked", { fullPage: true });
  await ada.locator("form[action$='/confirm'] button").click();
  await ada.waitForURL("**done=confirmed");
  await browser.axe(ada);
  await ada.locator("details:has(form[action$='/turn-down']) summary").click();
  await ada.locator("form[action$='/turn-down'] button").click();
  await ada.waitForURL("**done=turned-down");
  await browser.axe(ada);
  await browser.picture(ada, "chain-turned-down", { fullPage: true });

  // The slot leaves the draft by itself, and the next is ready.
  const promote = desk.locator("form[action$='/promote'] button");
  for (let tries = 0; tries < 60; tries++) {
    await desk.goto("/console/2026");
    if ((await desk.locator(".todo").innerText()).includes("時段已空出")) break;
    await pause(250);
  }
  await browser.axe(desk);
  browser.expect((await desk.locator(".todo").innerText()).includes("時段已空出"), "it is said that the slot is free");
  await browser.picture(desk, "chain-needs-doing", { fullPage: true });
  await promote.click();
  await desk.waitForURL("**done=promoted");
  await browser.axe(desk);
  await browser.visit(desk, "/console/2026");
  browser.expect((await promote.count()) === 0, "the place is given");

  // Who was on standby hears of it and confirms; who was declined was told so.
  await letter(mail, "grace@example.org", "http");
  await browser.visit(grace, pages[1]);
  await browser.picture(grace, "chain-promoted", { fullPage: true });
  await grace.locator("form[action$='/confirm'] button").click();
  await grace.waitForURL("**done=confirmed");
  await browser.axe(grace);
  await letter(mail, "mei@example.org", "http");
  await browser.visit(mei, pages[2]);
  await browser.picture(mei, "chain-declined", { fullPage: true });
  browser.expect((await mei.locator("form[action$='/confirm']").count()) === 0, "who was declined has nothing to confirm");
};
