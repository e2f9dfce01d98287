// What every walk stands on: a browser that watches each page it is shown.
//
// A walk is the default export of a file in walks/: `async (browser, facts) => { … }`.
//
//   const page = await browser.at(360, "zh-Hant");      // a fresh visitor: own cookies, this width
//   await browser.visit(page, "/zh-Hant/2026/");         // go, then check
//   await page.getByRole("button", { name: "登記" }).click();
//   await browser.axe(page);                             // check again wherever a click led
//
// Noted as problems without being asked: console errors (violations of the content security policy
// among them), uncaught exceptions, parts of a page that do not load, answers of 500 and above, and any
// request to another origin.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { watch } from "./watch.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Nothing that leaves this machine: no updates, no sync, no name but this machine's is resolved.
const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/** Starts the browser for the site at `base`. */
export async function open(base) {
  const asRoot = process.getuid() === 0;
  const chrome = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: asRoot ? [...FLAGS, "--no-sandbox"] : FLAGS,
  });
  return new Browser(base, chrome);
}

class Browser {
  /** What went wrong so far, in words; an empty list is a walk that passed. */
  problems = [];
  #base;
  #chrome;
  #still = new WeakSet();

  constructor(base, chrome) {
    this.#base = base;
    this.#chrome = chrome;
  }

  /**
   * A page of a new visitor: `width` CSS pixels wide, whose browser asks for `lang`. `options` are
   * Playwright's for a context, `{ javaScriptEnabled: false }` for instance.
   */
  async at(width, lang, options = {}) {
    const context = await this.#chrome.newContext({
      baseURL: this.#base,
      locale: lang,
      timezoneId: "Asia/Hong_Kong",
      viewport: { width, height: width < 600 ? 780 : 900 },
      ...options,
    });
    context.setDefaultTimeout(10_000);
    watch(context, this.#base, (problem) => this.problems.push(problem));
    const page = await context.newPage();
    if (options.javaScriptEnabled === false) this.#still.add(page);
    return page;
  }

  /** Goes to `url`, expects `status`, and checks the page as `axe` does. */
  async visit(page, url, { status = 200 } = {}) {
    const answer = await page.goto(url);
    if (answer.status() !== status) {
      this.problems.push(`${page.url()}: answered ${answer.status()}, not ${status}`);
    }
    await this.axe(page);
    return answer;
  }

  /**
   * Notes every finding of axe on the page as it stands, minor ones too, and sideways scrolling.
   * axe is a script itself, so a page without scripts is only measured.
   */
  async axe(page) {
    const at = `${page.url()} (${page.viewportSize().width} px)`;
    for (const { id, impact, help, nodes } of await this.#findings(page)) {
      const where = nodes.map((node) => node.html).join("\n    ");
      this.problems.push(`${at}: axe ${id} (${impact}): ${help}\n    ${where}`);
    }
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth);
    if (wider > 0) this.problems.push(`${at}: ${wider} px wider than the screen`);
  }

  async #findings(page) {
    if (this.#still.has(page)) return [];
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    return violations;
  }

  /** Notes a problem unless `holds`. */
  expect(holds, words) {
    if (!holds) this.problems.push(words);
  }

  /** Saves a picture of the page as `name`.png, if the folder PLENARY_PICTURES is set. */
  async picture(page, name, options = {}) {
    const folder = process.env.PLENARY_PICTURES;
    if (folder) await page.screenshot({ path: join(folder, `${name}.png`), ...options });
  }

  async close() {
    await this.#chrome.close();
  }
}
