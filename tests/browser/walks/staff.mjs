// Each page by which staff look after accounts, teams, mail and the audit trail: on a phone and at a desk, in three
// languages.
const WIDTHS = [[360, ["zh-Hant"]], [1280, ["en", "zh-Hans"]]];

async function first(page, selector) {
  return page.locator(selector).first().getAttribute("href");
}

export default async (browser, { links, account }) => {
  for (const [index, [width, langs]] of WIDTHS.entries()) {
    const page = await browser.at(width, langs[0]);
    await page.goto(`/in/${links[index]}`);
    await page.locator("main form button").click();
    await page.waitForURL("**/console");
    await page.goto("/console/site/mails");
    const letter = await first(page, "a[data-row]");
    await page.goto("/mailbox");
    const mail = await first(page, ".mailbox a");
    const pages = {
      account: "/account",
      tokens: "/account/tokens",
      accounts: "/console/site/accounts",
      person: `/console/site/accounts/${account}`,
      invitations: "/console/site/invitations",
      invite: "/console/site/invitations/new",
      "all-tokens": "/console/site/tokens",
      trail: "/console/site/audit",
      outbox: "/console/site/mails",
      letter,
      team: "/console/2026/team",
      "team-invite": "/console/2026/team/invitations",
      "edition-trail": "/console/2026/audit",
      "edition-outbox": "/console/2026/mails",
      mailbox: "/mailbox",
      mail,
    };
    for (const lang of langs) {
      for (const [name, path] of Object.entries(pages)) {
        await browser.visit(page, `${path}?lang=${lang}`);
        await browser.picture(page, `staff-${name}-${width}-${lang}`, { fullPage: true });
      }
      await page.goto(`/console/site/audit?lang=${lang}`);
      await page.locator("form[action$=verify] button").click();
      await browser.axe(page);
      await browser.picture(page, `staff-verified-${width}-${lang}`, { fullPage: true });
    }
    await page.goto("/account/tokens");
    await page.locator("[name=name]").fill("badge printer");
    await page.locator("[value='desk:read']").check();
    await page.locator("form[action='/account/tokens'] button[type=submit]").click();
    await page.locator("code.secret").waitFor();
    await browser.axe(page);
    await browser.picture(page, `staff-made-${width}`, { fullPage: true });
  }
};
