// Issue 3, walk 2: a speaker whom nobody invited, on a phone, in Traditional Chinese.
import { letter, link } from "../mail.mjs";

const ADDRESS = "mei.chan@example.org";
const FRIEND = "kin.lau@example.org";

const press = (page, words) => page.getByRole("button", { name: words, exact: true }).click();

async function unfold(page, words) {
  await page.locator("summary", { hasText: words }).click();
}

export default async (browser, { mail }) => {
  const page = await browser.at(360, "zh-Hant");
  await browser.visit(page, "/zh-Hant/2026");
  await page.getByRole("link", { name: "演講徵集" }).click();
  await browser.axe(page);
  await browser.picture(page, "speaker-call", { fullPage: true });

  // A mistake stands beside its field, and what was typed stays.
  const title = page.locator("[name='title.zh-Hant']");
  await title.fill("機械人的下一步");
  const count = await page.locator("[id='n-title.zh-Hant']").innerText();
  browser.expect(count === "7／200字元", `the count says ${count}`);
  await press(page, "儲存草稿");
  await page.waitForSelector("[data-summary]");
  await browser.axe(page);
  browser.expect((await title.inputValue()) === "機械人的下一步", "the title typed was lost");
  await page.locator("[name=email]").fill(ADDRESS);
  await press(page, "儲存草稿");
  await page.waitForURL("**/received");
  await browser.axe(page);
  browser.expect((await page.locator("main").innerText()).includes(ADDRESS), "the page does not name the address");
  await browser.picture(page, "speaker-received", { fullPage: true });

  // The mailed link makes it hers.
  await browser.visit(page, link(await letter(mail, ADDRESS, "演講徵集"), "/speaker/"));
  browser.expect(page.url().endsWith("/zh-Hant/2026/speaker"), `the link led to ${page.url()}`);
  await browser.picture(page, "speaker-home", { fullPage: true });
  await page.locator("[name=name_han]").fill("陳美");
  await page.locator("[name='biography.zh-Hant']").fill("研究機械人。");
  await press(page, "儲存簡介");
  await page.waitForURL("**done=profile");
  await browser.axe(page);
  await unfold(page, "查看及更改時間");
  await page.locator("[name=from]").first().fill("2027-11-19T09:00");
  await page.locator("[name=to]").first().fill("2027-11-19T12:30");
  await press(page, "儲存時間");
  await page.waitForURL("**done=times");
  await unfold(page, "查看及更改時間");
  browser.expect((await page.locator("[name=to]").first().inputValue()) === "2027-11-19T12:30", "the time was lost");
  await browser.axe(page);

  // She writes on, asks somebody to take part, and hands it in.
  await page.getByRole("link", { name: "機械人的下一步" }).click();
  await browser.axe(page);
  await browser.picture(page, "speaker-submission", { fullPage: true });
  await unfold(page, "邀請他人參與");
  await page.locator("form[action$=invite] [name=email]").fill(FRIEND);
  await page.getByLabel("講者", { exact: true }).check();
  await press(page, "發出邀請");
  await page.waitForURL("**done=invited");
  await browser.axe(page);
  await page.locator("[name='summary.zh-Hant']").fill("內容重點");
  await press(page, "儲存並提交");
  await page.waitForSelector("[data-summary]");
  await browser.axe(page);
  browser.expect((await page.locator("[name='summary.zh-Hant']").inputValue()) === "內容重點", "the abstract was lost");
  await page.getByLabel("粵語").check();
  await press(page, "儲存並提交");
  await page.waitForURL("**done=submitted");
  await browser.axe(page);
  await browser.picture(page, "speaker-submitted", { fullPage: true });

  // Whoever was asked answers in her own language, with the keyboard.
  const friend = await browser.at(1280, "en");
  await browser.visit(friend, `${link(await letter(mail, FRIEND, "機械人的下一步"), "/speaker/")}?lang=en`);
  await friend.getByRole("button", { name: "Take part", exact: true }).click();
  await friend.waitForSelector("[data-summary]");
  await browser.axe(friend);
  await friend.locator("[name=name_latin]").fill("Grace Hopper");
  await press(friend, "Save your profile");
  await friend.waitForURL("**done=profile");
  await friend.getByRole("button", { name: "Take part", exact: true }).focus();
  await friend.keyboard.press("Enter");
  await friend.waitForURL("**done=joined");
  await browser.axe(friend);
  await browser.picture(friend, "speaker-friend", { fullPage: true });

  // She takes it back, and the page says what that means.
  await page.getByRole("link", { name: "機械人的下一步" }).click();
  browser.expect((await page.locator("main").innerText()).includes("未有答覆") === false, "the answer is not told");
  await unfold(page, "撤回");
  await press(page, "撤回這項申請");
  await page.waitForURL("**done=withdrawn");
  await browser.axe(page);

  // It works without scripts as well, in every language.
  for (const lang of ["en", "zh-Hans"]) {
    const still = await browser.at(360, lang, { javaScriptEnabled: false });
    await browser.visit(still, `/${lang}/2026/calls/talks`);
    await still.locator("[name=email]").fill(`still.${lang.toLowerCase()}@example.org`);
    await still.locator("main form[method=post] button[type=submit]").first().click();
    browser.expect(still.url().endsWith("/received"), `without scripts it leads to ${still.url()}`);
    await browser.axe(still);
    await still.context().close();
  }
};
