// Shows pages to the browser, for the test that the bad ones are noticed.
export default async (browser, { urls, options }) => {
  const page = await browser.at(360, "zh-Hant", options);
  for (const url of urls) await browser.visit(page, url);
};
