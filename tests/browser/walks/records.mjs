// How an admin reads which DNS records mail needs, on a phone and at a desk.
const WIDTHS = [[360, "zh-Hant"], [360, "zh-Hans"], [1280, "en"]];
const LIST = "/console/site/mails";

export default async (browser, { links, value }) => {
  for (const [index, [width, lang]] of WIDTHS.entries()) {
    const page = await browser.at(width, lang);
    await page.goto(`/in/${links[index]}`);
    await page.locator("main form button").click();
    await page.waitForURL("**/console");
    await page.goto(`${LIST}?lang=${lang}`);
    await browser.visit(page, LIST);
    await page.locator(`a[href='${LIST}/records']`).click();
    await page.waitForURL("**/records");
    await browser.axe(page);
    browser.expect((await page.locator("main section").count()) === 7, "a section for each record");
    browser.expect((await page.locator("main").innerText()).includes(value), "a key can be copied whole");
    await browser.picture(page, `records-${lang}`, { fullPage: true });
  }
};
