// Issue 4, walk 1: a founder on a phone, in Traditional Chinese, from no account to an application handed in.
import { letter, link } from "../mail.mjs";

const ADDRESS = "founder@example.org";
const DECK = { name: "deck.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n") };

const press = (page, words) => page.getByRole("button", { name: words, exact: true }).click();

export default async (browser, { mail }) => {
  let page = await browser.at(360, "zh-Hant");
  await browser.visit(page, "/zh-Hant/2026/calls/start-ups");
  await browser.picture(page, "company-call", { fullPage: true });
  await page.getByRole("link", { name: "以公司名義申請" }).click();
  await page.waitForURL("**/sign-in?**");
  await browser.axe(page);
  await page.getByRole("link", { name: "未有帳戶？立即開立。" }).click();
  await browser.axe(page);
  await browser.picture(page, "company-sign-up", { fullPage: true });
  await page.locator("[name=name]").fill("陳美");
  await page.locator("[name=email]").fill(ADDRESS);
  await press(page, "寄出驗證碼");
  await page.waitForURL("**/sign-in/code**");
  const code = (await letter(mail, ADDRESS, "/in/")).match(/\b\d{6}\b/)[0];
  await page.locator("[name=code]").fill(code);
  await press(page, "登入");
  await page.waitForURL("**/account/companies");
  await browser.axe(page);
  await browser.picture(page, "company-none", { fullPage: true });

  await page.getByRole("link", { name: "新增公司" }).click();
  await page.locator("[name='name.zh-Hant']").fill("海港機械人");
  await press(page, "新增此公司");
  await page.waitForSelector("[data-summary]");
  await browser.axe(page);
  browser.expect((await page.locator("[name='name.zh-Hant']").inputValue()) === "海港機械人", "the name typed was lost");
  await page.locator("[name=city]").fill("香港");
  await page.getByLabel("香港", { exact: true }).check();
  await browser.picture(page, "company-new", { fullPage: true });
  await press(page, "新增此公司");
  await page.waitForURL("**done=founded");
  await browser.axe(page);
  await browser.picture(page, "company-home", { fullPage: true });

  // What is typed is saved by itself and is there after the browser was closed.
  await press(page, "開始申請");
  await page.waitForURL("**done=started");
  await browser.axe(page);
  await page.locator("[name='title.zh-Hant']").fill("斟茶機械臂");
  await page.locator("[name='product.zh-Hant']").fill("一條機械臂。");
  await page.locator("form[data-autosave] [role=status]", { hasText: "已儲存" }).waitFor();
  const [url, storageState] = [page.url().split("?")[0], await page.context().storageState()];
  await page.context().close();
  page = await browser.at(360, "zh-Hant", { storageState });
  await browser.visit(page, url);
  browser.expect((await page.locator("[name='title.zh-Hant']").inputValue()) === "斟茶機械臂", "the draft was lost");

  await page.locator("[name=deck]").setInputFiles(DECK);
  await press(page, "上載檔案");
  await page.waitForURL("**done=file");
  await browser.axe(page);
  for (const name of ["summary", "novelty", "team"]) await page.locator(`[name='${name}.zh-Hant']`).fill("內容");
  await page.getByLabel("粵語").check();
  await page.locator("[name=video_url]").fill("https://youtu.be/x");
  await press(page, "儲存並提交");
  await page.waitForSelector("[data-summary]");
  await browser.axe(page);
  await browser.picture(page, "company-application", { fullPage: true });
  await page.locator("[name=watts]").fill("1200");
  await press(page, "儲存並預覽");
  await page.waitForURL("**/preview");
  await browser.axe(page);
  await browser.picture(page, "company-preview", { fullPage: true });
  await page.getByRole("link", { name: "返回申請" }).click();
  await press(page, "儲存並提交");
  await page.waitForURL("**done=submitted");
  await browser.axe(page);
  browser.expect((await page.locator("main").innerText()).includes("我們已於"), "it is not said what was received");
  await browser.picture(page, "company-submitted", { fullPage: true });

  // A colleague is asked, and says yes in another language; it works without scripts.
  await browser.visit(page, url.split("/applications/")[0]);
  await page.locator("form[action$=invite] [name=email]").fill("lau@example.org");
  await press(page, "寄出邀請");
  await page.waitForURL("**done=invited");
  const lau = await browser.at(1280, "en", { javaScriptEnabled: false });
  await browser.visit(lau, `${link(await letter(mail, "lau@example.org", "/company/"), "/company/")}?lang=en`);
  await lau.locator("[name=name]").fill("Lau");
  await press(lau, "Accept");
  await browser.axe(lau);
  browser.expect(lau.url().includes("/account/companies/"), `joining led to ${lau.url()}`);
  await browser.picture(lau, "company-joined", { fullPage: true });
  await lau.getByRole("link", { name: "斟茶機械臂" }).click();
  await lau.locator("[name='title.en']").fill("An arm that pours tea");
  await press(lau, "Save the changes");
  browser.expect(lau.url().endsWith("done=saved"), `saving led to ${lau.url()}`);
  await browser.axe(lau);
};
