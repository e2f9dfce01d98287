// Walk 8: a visitor reads the programme on a phone, in Traditional Chinese; then other languages and a desktop.

const STARRED = "兩座城市，一條產業鏈";

async function titles(page) {
  return page.locator(".session h4").allInnerTexts();
}

export default async (browser, { edition }) => {
  const home = `/zh-Hant/${edition}`;
  const page = await browser.at(360, "zh-Hant");
  await browser.visit(page, home);
  await page.getByRole("link", { name: "議程", exact: true }).click();
  await page.waitForURL("**/programme");
  await browser.axe(page);
  await browser.picture(page, "visitor-programme");
  const all = await titles(page);
  browser.expect(all.length >= 30, `only ${all.length} sessions`);

  // What she types narrows the list at once, and stands in the address.
  await page.getByRole("searchbox").fill("顧文博");
  await page.waitForURL("**q=**");
  await page.waitForFunction((count) => document.querySelectorAll(".session").length < count, all.length);
  browser.expect((await titles(page)).includes(STARRED), "a name in the other script finds nothing");
  await browser.axe(page);
  await page.reload();
  browser.expect((await titles(page)).length < all.length, "the search is not in the address");

  // A star by keyboard, without an account; it is there after a reload and on her own page.
  await page.getByRole("button", { name: `收藏「${STARRED}」`, exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/programme#s-*");
  browser.expect((await page.getByRole("button", { name: `取消收藏「${STARRED}」` }).count()) === 1, "no star");
  await browser.visit(page, `${home}/starred`);
  browser.expect((await titles(page)).join() === STARRED, `starred: ${await titles(page)}`);
  await browser.picture(page, "visitor-starred");
  const feed = await page.locator(".feed").innerText();
  const calendar = await page.request.get(new URL(feed).pathname + new URL(feed).search);
  browser.expect((await calendar.text()).includes(`SUMMARY`), "the calendar is empty");

  await page.getByRole("link", { name: STARRED }).click();
  await page.waitForSelector("h1");
  await browser.axe(page);
  await browser.picture(page, "visitor-session");
  await page.getByRole("link", { name: /顾文博/ }).click();
  await page.waitForSelector("h1");
  await browser.axe(page);
  for (const path of ["speakers", "now", "changes", "releases/1"]) await browser.visit(page, `${home}/${path}`);

  for (const lang of ["en", "zh-Hans"]) {
    const desktop = await browser.at(1280, lang);
    for (const path of ["programme", "speakers", "now", "starred", "programme?q=nothing-of-the-kind"]) {
      await browser.visit(desktop, `/${lang}/${edition}/${path}`);
      if (path === "programme") await browser.picture(desktop, `visitor-programme-${lang}`);
    }
    await desktop.context().close();
  }

  // Without scripts everything is there too.
  const still = await browser.at(360, "en", { javaScriptEnabled: false });
  await browser.visit(still, `/en/${edition}/programme?room=main-hall`);
  await still.getByRole("button", { name: "Star “Opening”" }).click();
  await still.waitForURL("**/programme#s-*");
  browser.expect((await still.getByRole("button", { name: "Take the star off “Opening”" }).count()) === 1, "no star without scripts");
};
