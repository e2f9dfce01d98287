// How slots are given out: the ranking, "what if", a proposal with its reasons, and accepting it.
const WIDTHS = [[360, "zh-Hant"], [1280, "en"]];

export default async (browser, { links, call, bound }) => {
  for (const [index, [width, lang]] of WIDTHS.entries()) {
    const page = await browser.at(width, lang);
    await page.goto(`/in/${links[index]}`);
    await page.locator("main form button").click();
    await page.waitForURL("**/console");
    await page.goto(`/console/2026?lang=${lang}`);
    await browser.visit(page, `${call}/ranking`);
    await browser.picture(page, `allocation-ranking-${width}`, { fullPage: true });
    await browser.visit(page, `${call}/allocation`);
    await page.locator(`[name="${bound}"]`).fill("1");
    await page.locator("button[value=what-if]").click();
    await page.locator("#tried").waitFor();
    browser.expect((await page.locator(`[name="${bound}"]`).inputValue()) === "1", "what was typed stays");
    await browser.axe(page);
    await browser.picture(page, `allocation-what-if-${width}`, { fullPage: true });
    await page.locator("button[value=propose]").click();
    await page.waitForURL("**done=proposed**");
    await browser.axe(page);
    await browser.picture(page, `allocation-proposal-${width}`, { fullPage: true });
  }
  const page = await browser.at(1280, "en");
  await page.goto(`/in/${links[2]}`);
  await page.locator("main form button").click();
  await page.waitForURL("**/console");
  await page.goto(`${call}/allocation?lang=en`);
  await page.locator("form[action$='/accept'] button").click();
  await page.waitForURL("**done=allocated**");
  await browser.axe(page);
  await browser.picture(page, "allocation-accepted", { fullPage: true });
};
