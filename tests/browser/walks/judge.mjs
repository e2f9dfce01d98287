// Issue 4, walk 3: a judge on a tablet scores demos beside their decks. The network goes, she goes on; it comes back, and
// what she did arrives, once, also after the page was closed meanwhile.
const pick = (card, index, points) => card.locator("fieldset").nth(index).locator(`input[value="${points}"]`);
const says = (card, words) => card.locator("[data-status]", { hasText: words }).waitFor();

export default async (browser, { link, desk }) => {
  const page = await browser.at(1024, "en", { hasTouch: true });
  await page.goto(`/in/${link}`);
  await page.locator("main form button").click();
  await page.waitForURL("**/console");
  await page.goto("/console/2026?lang=en");
  await browser.visit(page, "/console/2026/reviews");
  await browser.visit(page, desk);
  const [first, second] = [page.locator("article").first(), page.locator("article").nth(1)];
  await first.locator("[data-deck] canvas").waitFor();
  browser.expect((await first.locator("[data-deck] [role=status]").innerText()) === "1 / 1", "the deck stands beside the rubric");
  await browser.axe(page);
  await browser.picture(page, "judge-desk", { fullPage: true });

  // Half a review is kept, not sent.
  await pick(first, 0, 3).check();
  await says(first, "Kept on this device");
  await page.context().setOffline(true);
  await pick(first, 1, 4).check();
  await says(first, "No connection");
  await browser.axe(page);
  await browser.picture(page, "judge-offline", { fullPage: true });
  browser.expect((await page.locator("[data-progress]").innerText()) === "0 of 2", "nothing is done before it is sent");
  await page.context().setOffline(false);
  await says(first, "Saved");
  browser.expect((await page.locator("[data-progress]").innerText()) === "1 of 2", "one is done");
  await first.locator("textarea").fill("It pours tea.");
  await says(first, "Saved");
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("review:")));

  // By keyboard; the tablet is put away before the network is back.
  await page.context().setOffline(true);
  await pick(second, 0, 1).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await pick(second, 1, 5).check();
  await says(second, "No connection");
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto(desk);
  await says(later.locator("article").nth(1), "Saved");
  browser.expect((await later.locator("[data-progress]").innerText()) === "2 of 2", "both are done");
  await later.reload();
  browser.expect(await pick(later.locator("article").nth(1), 0, 2).isChecked(), "the server has what was chosen by keyboard");
  browser.expect((await later.locator("[data-progress]").innerText()) === "2 of 2", "the server counts both");
  await browser.axe(later);
};
