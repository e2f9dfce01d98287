// The programme on a page of another origin, drawn by one script tag.
export default async (browser, { forum }) => {
  const page = await browser.at(360, "en");
  await page.goto("/");
  const programme = page.locator("section[aria-label]");
  await programme.locator("h3").first().waitFor();
  const links = await programme.locator("a").evaluateAll((all) => all.map((one) => one.href));
  browser.expect(links.length === 3, `three links, not ${links}`);
  browser.expect(links.every((link) => link.startsWith(`${forum}/en/2026/`)), `links lead elsewhere: ${links}`);
  const text = await programme.locator("ul").innerText();
  browser.expect(text.includes("<b>Engines</b>") && text.includes("Ada Lovelace"), `not as text: ${text}`);
  await page.keyboard.press("Tab");
  const focused = await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.textContent);
  browser.expect(focused === "<b>Engines</b>", `Tab led to ${focused}`);
  await browser.axe(page);
  await browser.picture(page, "embed");

  const still = await browser.at(360, "en", { javaScriptEnabled: false });
  await still.goto("/");
  browser.expect(await still.getByRole("link", { name: "Programme" }).isVisible(), "no link where scripts are off");

  // It is what this walk is about that the page asks the forum, and nobody else.
  const asked = browser.problems.filter((problem) => problem.includes(`asked another origin: ${forum}/`));
  browser.expect(asked.length > 0, "nobody asked the forum");
  browser.problems = browser.problems.filter((problem) => !asked.includes(problem));
};
