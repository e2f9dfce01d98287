// Every mail as a phone shows it that loads no pictures.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export default async function (browser, { folder }) {
  const page = await browser.at(360, "zh-Hant", { javaScriptEnabled: true });
  for (const name of (await readdir(folder)).sort()) {
    await page.setContent(await readFile(join(folder, name), "utf8"), { waitUntil: "domcontentloaded" });
    const before = browser.problems.length;
    await browser.axe(page);
    const mute = await page.locator("img").evaluateAll((all) => all.filter((each) => !each.alt.trim()).length);
    browser.expect(mute === 0, `${mute} pictures without words`);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("p, a, td")].filter(
        (each) => each.innerText?.trim() && parseFloat(getComputedStyle(each).fontSize) < 13,
      ).length,
    );
    browser.expect(small === 0, `${small} texts too small to read`);
    browser.problems.splice(before, Infinity, ...browser.problems.slice(before).map((problem) => `${name}: ${problem}`));
  }
}
