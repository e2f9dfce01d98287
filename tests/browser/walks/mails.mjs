// Communications word a mail on a phone: the preview follows what is typed, a mistake is told beside its field, and what is kept
// stands in the history. Then the addresses that mail does not reach, and a reader who does without a kind of mail.
const WIDTHS = [[360, "zh-Hant"], [360, "zh-Hans"], [1280, "en"]];
const MAILS = "/console/2026/mails";
const WORDS = `${MAILS}/wording/registration-waitlisted/zh-Hant`;

async function word(browser, page) {
  const said = (text) => page.frameLocator("iframe[name=preview]").getByText(text).first().waitFor();
  await said("您");
  const text = page.locator("[name=text]");
  await text.fill("{titel}\n\n{button}");
  await said("{titel}");
  await page.locator("main form button[type=submit]").first().click();
  await page.locator("[data-summary]").waitFor();
  browser.expect((await text.inputValue()).startsWith("{titel}"), "what was typed stays");
  await browser.axe(page);
  await text.fill("大堂名額已滿，一有空位便會通知您。\n\n{button}");
  await said("大堂名額已滿");
  await browser.picture(page, "mails-wording-typed", { fullPage: true });
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL("**done=words-kept");
  await browser.axe(page);
  await said("大堂名額已滿");
}

export default async (browser, { links, preferences }) => {
  for (const [index, [width, lang]] of WIDTHS.entries()) {
    const page = await browser.at(width, lang);
    await page.goto(`/in/${links[index]}`);
    await page.locator("main form button").click();
    await page.waitForURL("**/console**");
    await page.goto(`${MAILS}/wording?lang=${lang}`);
    await browser.visit(page, `${MAILS}/wording`);
    await browser.picture(page, `mails-wordings-${lang}`, { fullPage: true });
    await browser.visit(page, WORDS);
    if (index === 0) await word(browser, page);
    await browser.picture(page, `mails-wording-${lang}`, { fullPage: true });
    await browser.visit(page, `${MAILS}/addresses`);
    await browser.picture(page, `mails-addresses-${lang}`, { fullPage: true });
  }
  for (const [width, lang] of WIDTHS) {
    const reader = await browser.at(width, lang);
    await browser.visit(reader, preferences);
    await browser.picture(reader, `mails-preferences-${lang}`, { fullPage: true });
  }
  const reader = await browser.at(360, "zh-Hant", { javaScriptEnabled: false });
  await browser.visit(reader, preferences);
  await reader.locator("main [name=kinds]").first().uncheck();
  await reader.locator("main form button").click();
  await reader.waitForLoadState();
  await browser.picture(reader, "mails-preferences-kept", { fullPage: true });
};
