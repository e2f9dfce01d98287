// Walk 6: a programme made on the grid, by pointer and by keyboard; then what a machine proposes, and a release.

const HOME = "/console/2026/programme";

/** Presses the form's own button, the last in it. */
async function save(page) {
  await page.locator("main form.form > button[type=submit]").last().click();
}

/** The row and room of a session on the grid: its time and the room's number from 0; nothing while it has no slot. */
async function slot(page, title) {
  return page.evaluate((wanted) => {
    const block = [...document.querySelectorAll(".plan [data-move]")].find((one) => one.textContent.includes(wanted));
    if (!block) return null;
    const heads = [...document.querySelectorAll(".plan thead [data-room]")];
    const room = heads.findIndex((head) => head.dataset.room === block.dataset.rooms);
    return `${block.closest("tr").querySelector("th").textContent.trim()} in ${room}`;
  }, title);
}

/** Waits until what was dropped is stored and drawn. */
async function settled(page, act) {
  const answer = page.waitForResponse((response) => response.url().includes("/schedule?"));
  await act();
  await answer;
  await page.waitForSelector("#plan:not([aria-busy])");
}

async function add(browser, page, title) {
  await browser.visit(page, `${HOME}/new`);
  await page.locator("[name='title.en']").fill(title);
  await save(page);
  await page.waitForURL("**done=added**");
}

async function byKeyboard(browser, page) {
  await page.getByRole("link", { name: "Keynote" }).focus();
  await page.keyboard.press("Space");
  // The first step leads from the side onto the day, at nine.
  for (const key of ["ArrowDown", "Shift+ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
  await page.keyboard.press("ArrowRight");
  browser.expect((await page.locator("#plan-told").textContent()).includes("9:35 am"), "the keyboard's move is not told");
  await browser.axe(page);
  await settled(page, () => page.keyboard.press("Space"));
  browser.expect((await slot(page, "Keynote")) === "9:35 am in 1", `by keyboard: ${await slot(page, "Keynote")}`);
  const focused = await page.evaluate(() => document.activeElement.textContent);
  browser.expect(focused.includes("Keynote"), "the focus is lost after a drop");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Escape");
  browser.expect((await slot(page, "Keynote")) === "9:35 am in 1", "Escape moves something");
}

async function byPointer(browser, page) {
  const block = await page.getByRole("link", { name: "Panel" }).boundingBox();
  const row = await page.locator(".plan tbody tr").nth(24).boundingBox();
  const head = await page.locator(".plan thead [data-room]").first().boundingBox();
  await page.mouse.move(block.x + 20, block.y + 10);
  await page.mouse.down();
  await page.mouse.move(block.x + 40, block.y + 30, { steps: 4 });
  await page.mouse.move(head.x + head.width / 2, row.y + row.height / 2, { steps: 8 });
  await browser.picture(page, "programme-dragging");
  await settled(page, () => page.mouse.up());
  browser.expect((await slot(page, "Panel")) === "11:00 am in 0", `by pointer: ${await slot(page, "Panel")}`);
}

export default async function (browser, { link }) {
  const page = await browser.at(1280, "en");
  await browser.visit(page, link);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL("**/console**");
  for (const title of ["Keynote", "Panel", "Demo"]) await add(browser, page, title);
  await browser.visit(page, `${HOME}/schedule`);
  await browser.picture(page, "programme-empty", { fullPage: true });
  await byKeyboard(browser, page);
  await byPointer(browser, page);
  await browser.axe(page);
  await browser.picture(page, "programme-grid", { fullPage: true });

  await browser.visit(page, `${HOME}/arrange`);
  await save(page);
  await page.waitForSelector("#proposal");
  await browser.axe(page);
  await browser.picture(page, "programme-proposal", { fullPage: true });
  await page.locator("form[action$='/take'] button[type=submit]").click();
  await page.waitForURL("**done=arranged**");
  await browser.axe(page);

  await browser.visit(page, `${HOME}/releases`);
  await browser.picture(page, "programme-release", { fullPage: true });
  await save(page);
  await page.waitForURL("**done=released**");
  await browser.axe(page);
  await browser.visit(page, "/en/2026/changes");

  const phone = await browser.at(360, "zh-Hant", { storageState: await page.context().storageState() });
  for (const lang of ["zh-Hant", "zh-Hans"]) {
    for (const path of ["", "/new", "/schedule", "/arrange", "/releases"]) {
      await browser.visit(phone, `${HOME}${path}?lang=${lang}`);
    }
    await browser.visit(phone, `/${lang}/2026/changes`);
  }
  await browser.picture(phone, "programme-changes-phone", { fullPage: true });
  await browser.visit(phone, `${HOME}/schedule?lang=zh-Hant`);
  await browser.picture(phone, "programme-schedule-phone");
  await browser.visit(phone, `${HOME}?lang=zh-Hant`);
  await phone.locator("#placed ~ .table-frame tbody td a").first().click();
  await browser.axe(phone);
  await browser.picture(phone, "programme-place-phone", { fullPage: true });
}
