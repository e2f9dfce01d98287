// node run.mjs BASE WALK [FACTS]: takes one walk from walks/ through a real browser.
//
// BASE is the address of a running Plenary, FACTS a JSON value that the walk needs from its caller
// (a sign-in link, say). Ends with 1 and the list of problems if anything went wrong.
import { open } from "./lib.mjs";

const [base, name, facts = "null"] = process.argv.slice(2);
const { default: walk } = await import(`./walks/${name}.mjs`);
const browser = await open(new URL(base).origin);
try {
  await walk(browser, JSON.parse(facts));
} catch (error) {
  browser.problems.push(error.stack);
} finally {
  await browser.close();
}
for (const problem of browser.problems) console.error(`* ${problem}`);
process.exitCode = browser.problems.length === 0 ? 0 : 1;
