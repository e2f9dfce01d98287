// How communications choose people, write to them, try it, and watch it go out.
const WIDTHS = [[360, "zh-Hant"], [360, "zh-Hans"], [1280, "en"]];
const HOME = "/console/2026/campaigns";

export default async (browser, { links, going }) => {
  for (const [index, [width, lang]] of WIDTHS.entries()) {
    const page = await browser.at(width, lang);
    await page.goto(`/in/${links[index]}`);
    await page.locator("main form button").click();
    await page.waitForURL("**/console**");
    await page.goto(`${HOME}?lang=${lang}`);
    await browser.visit(page, HOME);
    await browser.picture(page, `campaigns-list-${lang}`, { fullPage: true });
    await browser.visit(page, `${HOME}/new`);
    await page.locator("[name=name]").fill("Another hall");
    await page.locator("main form button[type=submit]").click();
    await page.locator("[data-summary]").waitFor();
    browser.expect((await page.locator("[name=name]").inputValue()) === "Another hall", "what was typed stays");
    await browser.axe(page);
    await page.locator("[name=kind][value=notice]").check();
    await browser.picture(page, `campaigns-form-${lang}`, { fullPage: true });
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL("**done=made**");
    await browser.axe(page);
    const home = new URL(page.url()).pathname;
    await browser.visit(page, `${home}/text/${lang}`);
    await page.locator("[name=subject]").fill("Hall B");
    await page.locator("[name=text]").fill("{name}: {edition.name}");
    await page.locator("button[formtarget=preview]").click();
    await page.frameLocator("iframe[name=preview]").locator("h1").waitFor();
    await browser.picture(page, `campaigns-text-${lang}`, { fullPage: true });
    await page.locator("button[formaction$='/test']").click();
    await page.locator("[role=status], .notice").first().waitFor();
    await browser.axe(page);
    await page.locator("main form button.primary").click();
    await page.waitForURL("**done=campaign-written**");
    await browser.axe(page);
    await browser.picture(page, `campaigns-draft-${lang}`, { fullPage: true });
    await browser.visit(page, `${home}/people`);
    await browser.picture(page, `campaigns-people-${lang}`, { fullPage: true });
    await browser.visit(page, `${HOME}/${going}`);
    await browser.picture(page, `campaigns-going-${lang}`, { fullPage: true });
    await browser.visit(page, `${HOME}/${going}/people`);
    await browser.picture(page, `campaigns-recipients-${lang}`, { fullPage: true });
  }
};
