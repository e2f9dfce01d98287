// What companies show: by field and by time, a company's page, and the sheet for the venue, on a phone and at a desk.
const LANGUAGES = ["zh-Hant", "zh-Hans", "en"];

export default async (browser, { edition, company, link }) => {
  for (const [index, lang] of LANGUAGES.entries()) {
    const width = [360, 768, 1280][index];
    const page = await browser.at(width, lang);
    await browser.visit(page, `/${lang}/${edition}`);
    await page.locator(".top-nav a[href$='/demos']").click();
    await page.waitForURL("**/demos");
    await browser.axe(page);
    await browser.picture(page, `demos-${width}`, { fullPage: true });
    await page.locator(".day-links a[href$='by=time']").click();
    await page.waitForURL("**by=time");
    await browser.axe(page);
    await page.locator(`.demo h3 a[href$='${company}']`).first().click();
    await page.waitForURL(`**/companies/${company}`);
    await browser.axe(page);
    await browser.picture(page, `company-${width}`, { fullPage: true });
    browser.expect(await page.locator(".logo").evaluate((logo) => logo.naturalWidth > 0), "the logo is not drawn");
    await page.locator("section h2 a").first().click();
    await page.waitForURL("**/sessions/**");
    await browser.axe(page);
    browser.expect((await page.locator(`a[href$='/companies/${company}']`).count()) === 1, "no way back to the company");
    await page.context().close();
  }
  const dark = await browser.at(360, "en", { colorScheme: "dark", javaScriptEnabled: false });
  await browser.visit(dark, `/en/${edition}/demos`);
  await browser.picture(dark, "demos-dark");

  const desk = await browser.at(1280, "en");
  await desk.goto(`/in/${link}`);
  await desk.locator("main form button").click();
  await desk.waitForURL("**/console");
  for (const [width, lang] of [[1280, "en"], [360, "zh-Hant"]]) {
    await desk.setViewportSize({ width, height: 800 });
    await browser.visit(desk, `/console/${edition}/programme/power?lang=${lang}`);
    await browser.picture(desk, `power-${width}`, { fullPage: true });
  }
  await desk.setViewportSize({ width: 1280, height: 800 });
  await desk.emulateMedia({ media: "print" });
  await browser.picture(desk, "power-print", { fullPage: true });
  browser.expect(!(await desk.locator(".tabs").isVisible()), "tabs are printed");
};
