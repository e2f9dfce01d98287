// What a chair does: calls, the panel, one list scored by keyboard, decisions, mails read before they go out.
const WIDTHS = [[360, "zh-Hant"], [1280, "en"]];

async function see(browser, page, width, pages) {
  for (const [name, path] of Object.entries(pages)) {
    await browser.visit(page, path);
    await browser.picture(page, `chair-${name}-${width}`, { fullPage: true });
  }
}

/** Chooses the third score by keyboard alone, then saves. */
async function score(browser, page, round) {
  await page.goto(`/console/2026/reviews/${round}`);
  const first = page.locator("article input[type=radio]").first();
  await first.focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  browser.expect(await page.locator("article input[value='3']").first().isChecked(), "arrows move along the scale");
  await page.locator("article button[name=save]").first().click();
  await page.waitForURL("**done=reviewed**");
  await browser.axe(page);
}

/** Words a letter for everybody, by way of a slip, and reads it again in the list of letters. */
async function word(browser, page, width) {
  await page.goto("/console/2026/submissions/tell");
  await page.locator("section ul a").first().click();
  await page.waitForURL("**/wording/**");
  await browser.axe(page);
  const subject = page.locator("#f-subject");
  await subject.fill("{titel}");
  await page.locator("main form button[type=submit]").first().click();
  await page.locator(".summary").waitFor();
  browser.expect((await subject.inputValue()) === "{titel}", "what was typed is still there");
  await browser.axe(page);
  await browser.picture(page, `chair-wording-${width}`, { fullPage: true });
  await subject.fill("恭喜：{title}");
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL("**done=worded");
  browser.expect(await page.getByText("恭喜：").first().isVisible(), "the letter is read in its new words");
}

/** Opens the first speaker of the list. */
async function person(browser, page, width) {
  await page.goto("/console/2026/speakers");
  await page.locator("a[data-row]").first().click();
  await page.waitForURL("**/speakers/*");
  await browser.axe(page);
  await browser.picture(page, `chair-speaker-${width}`, { fullPage: true });
}

export default async (browser, { links, call, round, submission }) => {
  for (const [index, [width, lang]] of WIDTHS.entries()) {
    const page = await browser.at(width, lang);
    await page.goto(`/in/${links[index]}`);
    await page.locator("main form button").click();
    await page.waitForURL("**/console");
    await page.goto(`/console/2026?lang=${lang}`);
    await see(browser, page, width, {
      calls: "/console/2026/calls",
      "call-new": "/console/2026/calls/new",
      call,
      questions: `${call}/form`,
      question: `${call}/form/new`,
      codes: `${call}/codes`,
      rounds: `${call}/rounds`,
      round: `${call}/rounds/${round}`,
      panel: `${call}/reviewers`,
      submissions: "/console/2026/submissions",
      ranked: "/console/2026/submissions?call=talks&sort=score",
      add: "/console/2026/submissions/new",
      submission: `/console/2026/submissions/${submission}`,
      speakers: "/console/2026/speakers",
      words: "/console/2026/submissions/wording/accepted/zh-Hant",
      reviews: "/console/2026/reviews",
      desk: `/console/2026/reviews/${round}`,
    });
    await person(browser, page, width);
    if (width < 600) await word(browser, page, width);
    await score(browser, page, round);
    await see(browser, page, width, { scored: "/console/2026/submissions?call=talks&sort=score" });
    if (width > 600) continue;
    // Deciding tells nobody; the mail is read first.
    await browser.visit(page, "/console/2026/submissions/tell");
    await browser.picture(page, `chair-tell-${width}`, { fullPage: true });
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForURL("**done=told");
    await browser.axe(page);
  }
};
