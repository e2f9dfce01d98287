// How an admin adds a webhook, copies its secret, tests it, and reads how it went.
const WIDTHS = [[360, "zh-Hant"], [360, "zh-Hans"], [1280, "en"]];
const HOME = "/console/site/webhooks";

export default async (browser, { links, url, hook, delivery }) => {
  for (const [index, [width, lang]] of WIDTHS.entries()) {
    const page = await browser.at(width, lang);
    await page.goto(`/in/${links[index]}`);
    await page.locator("main form button").click();
    await page.waitForURL("**/console");
    await page.goto(`${HOME}?lang=${lang}`);
    await browser.visit(page, HOME);
    await browser.picture(page, `webhooks-list-${lang}`, { fullPage: true });
    await browser.visit(page, `${HOME}/new`);
    await page.locator("[name=url]").fill("http://example.org");
    await page.locator("main form button[type=submit]").click();
    await page.locator("[data-summary]").waitFor();
    browser.expect((await page.locator("[name=url]").inputValue()) === "http://example.org", "what was typed stays");
    await browser.axe(page);
    await page.locator("[name=edition]").selectOption({ index: 1 });
    await page.locator("[name=url]").fill(url);
    await page.locator("[name=events][value='registration.created']").check();
    await browser.picture(page, `webhooks-form-${lang}`, { fullPage: true });
    await page.locator("main form button[type=submit]").click();
    await page.locator("code.secret").waitFor();
    await browser.axe(page);
    await browser.picture(page, `webhooks-secret-${lang}`, { fullPage: true });
    await page.locator("form[action$='/test'] button").click();
    await page.waitForURL("**done=hook-tested**");
    await browser.axe(page);
    await browser.visit(page, `${HOME}/${hook}`);
    await browser.picture(page, `webhooks-hook-${lang}`, { fullPage: true });
    await browser.visit(page, `${HOME}/${hook}/deliveries/${delivery}`);
    await browser.picture(page, `webhooks-delivery-${lang}`, { fullPage: true });
  }
};
