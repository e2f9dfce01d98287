// Issue 4, walk 3, on the day: judges put the demos in order on a tablet, by drag, by buttons, without scripts, without a
// network; the chair watches the ranking and closes it.
const name = (page, title) => page.locator(`[data-rival][data-name="${title}"]`);
const order = (page) => page.locator("[data-ranked] [data-rival]").evaluateAll((all) => all.map((one) => one.dataset.name));
const says = (page, words) => page.locator("[data-status]", { hasText: words }).waitFor();

// Nothing waits on this device any more; what was done a moment ago is kept at once, so that this is no old news.
async function saved(page) {
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("ballot:")));
  await says(page, "已儲存");
}

async function enter(page, link, lang) {
  await page.goto(`/in/${link}`);
  await page.locator("main form button").click();
  await page.waitForURL("**/console");
  await page.goto(`/console/2026?lang=${lang}`);
}

async function drag(page, from, to, part) {
  await to.scrollIntoViewIfNeeded();
  const [grip, box] = [await from.locator("[data-grip]").boundingBox(), await to.boundingBox()];
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 80, box.y + box.height * part, { steps: 8 });
  await page.mouse.up();
}

export default async (browser, { links, ballot, award }) => {
  const judge = await browser.at(768, "zh-Hant", { hasTouch: true });
  await enter(judge, links[0], "zh-Hant");
  await browser.visit(judge, "/console/2026/reviews");
  await browser.picture(judge, "awards-list", { fullPage: true });
  await judge.getByRole("link", { name: "全場最佳" }).click();
  await browser.axe(judge);
  await browser.picture(judge, "awards-ballot-empty", { fullPage: true });
  for (const title of ["Alpha", "Beta", "Gamma"]) await name(judge, title).locator("[data-step=in]").click();
  await saved(judge);
  await drag(judge, name(judge, "Gamma"), judge.locator("[data-place]").first(), 0.04);
  await saved(judge);
  browser.expect(String(await order(judge)) === "Gamma,Alpha,Beta", `dragging above led to ${await order(judge)}`);
  await drag(judge, name(judge, "Beta"), name(judge, "Alpha"), 0.5);
  browser.expect((await judge.locator("[data-place]").count()) === 2, "dropped on another, it is tied with it");
  await browser.axe(judge);
  await browser.picture(judge, "awards-ballot", { fullPage: true });

  // By keyboard: out of the tie and up; the focus stays with the one that moves.
  await name(judge, "Beta").locator("[data-step=up]").focus();
  await judge.keyboard.press("Enter");
  await judge.keyboard.press("Enter");
  browser.expect(String(await order(judge)) === "Beta,Gamma,Alpha", `the keyboard led to ${await order(judge)}`);
  await saved(judge);

  // The network goes, she goes on and comes back to the page; then it is there again.
  await judge.context().setOffline(true);
  await name(judge, "Alpha").locator("[data-step=out]").click();
  await says(judge, "連線中斷");
  await judge.context().setOffline(false);
  await saved(judge);
  await judge.reload();
  browser.expect(String(await order(judge)) === "Beta,Gamma", `after the cut there was ${await order(judge)}`);

  // Changed elsewhere while this device had something to send: she says which it is to be.
  const context = judge.context();
  const other = await context.newPage();
  await other.goto(ballot);
  await context.setOffline(true);
  await name(judge, "Gamma").locator("[data-step=up]").click();
  await says(judge, "連線中斷");
  const left = await judge.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("ballot:")));
  await judge.close();
  await context.setOffline(false);
  await other.evaluate(() => localStorage.clear());
  await name(other, "Alpha").locator("[data-step=in]").click();
  await saved(other);
  await other.evaluate((kept) => kept.forEach(([key, value]) => localStorage.setItem(key, value)), left);
  await other.reload();
  await other.locator("[data-both]").waitFor();
  await browser.axe(other);
  await browser.picture(other, "awards-both", { fullPage: true });
  await other.locator("[data-mine]").click();
  await saved(other);
  browser.expect(String(await order(other)) === "Gamma,Beta", `her own order is ${await order(other)}`);

  // Without scripts every button works, on a phone.
  const plain = await browser.at(360, "zh-Hans", { javaScriptEnabled: false });
  await enter(plain, links[1], "zh-Hans");
  await browser.visit(plain, ballot);
  for (const title of ["Alpha", "Beta"]) await name(plain, title).locator("[data-step=in]").click();
  await name(plain, "Beta").locator("[data-step=tie]").click();
  await browser.axe(plain);
  browser.expect((await plain.locator("[data-place]").count()) === 1, "a tie without scripts");
  await browser.picture(plain, "awards-ballot-phone", { fullPage: true });

  const chair = await browser.at(1280, "en");
  await enter(chair, links[2], "en");
  await browser.visit(chair, award);
  browser.expect(await chair.getByText("2 of 2 judges have voted").isVisible(), "both have voted");
  await chair.locator("[id^=pairs-] summary").first().click();
  await browser.axe(chair);
  await browser.picture(chair, "awards-ranking", { fullPage: true });
  // The ranking changes by itself, and what was unfolded stays so.
  await name(plain, "Beta").locator("[data-step=up]").click();
  await name(plain, "Gamma").locator("[data-step=in]").click();
  await chair.getByText("Compared with 2").first().waitFor();
  const first = chair.locator("#ranking tbody tr").first();
  await chair.waitForFunction(() => document.querySelectorAll("#ranking tbody tr").length === 3);
  browser.expect((await chair.locator("#ranking details[open]").count()) === 1, "what was unfolded stays so");
  browser.expect((await first.innerText()).length > 0, "there is a first");
  await chair.locator("details.fold summary").click();
  await chair.locator("form[action$='/close'] button").click();
  await chair.waitForURL("**done=award-closed");
  await browser.axe(chair);
  await chair.getByRole("link", { name: "How these numbers" }).click();
  await browser.axe(chair);
  await browser.picture(chair, "awards-numbers", { fullPage: true });
  await browser.visit(other, ballot);
  await browser.picture(other, "awards-ballot-closed", { fullPage: true });
  const list = await browser.at(360, "zh-Hans", { storageState: await chair.context().storageState() });
  await browser.visit(list, `${award.split("/awards/")[0]}/awards?lang=zh-Hans`);
  await browser.picture(list, "awards-chair-phone", { fullPage: true });
  await browser.visit(list, award);
  await browser.picture(list, "awards-ranking-phone", { fullPage: true });
};
