// A reader of the mails that Plenary writes to files while it has no mail server.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The first letter to `to` whose plain text holds `words`; waits for it up to 30 seconds. */
export async function letter(folder, to, words) {
  for (let tries = 0; tries < 300; tries++) {
    for (const text of await letters(folder, to)) if (text.includes(words)) return text;
    await pause(100);
  }
  throw new Error(`no letter to ${to} says ${words}: ${JSON.stringify(await letters(folder, to))}`);
}

/** The path of the link in `text` that begins with `prefix`, such as "/m/". */
export function link(text, prefix) {
  const found = text.match(new RegExp(`https?://[^/\\s]+(${prefix}[\\w-]+)`));
  if (!found) throw new Error(`no link ${prefix} in: ${text}`);
  return found[1];
}

async function letters(folder, to) {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith(".eml")).sort();
  const sources = await Promise.all(files.map((name) => readFile(join(folder, name), "latin1")));
  return sources.filter((source) => source.toLowerCase().includes(to)).map(plain);
}

/** The text/plain part of a message, decoded. */
function plain(source) {
  const part = source.split(/\r?\n--[^\r\n]+\r?\n/).find((each) => /content-type: text\/plain/i.test(each)) ?? source;
  const [head, ...rest] = part.split(/\r?\n\r?\n/);
  const body = rest.join("\n\n");
  if (/encoding: base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  if (!/encoding: quoted-printable/i.test(head)) return Buffer.from(body, "latin1").toString("utf8");
  const bytes = body.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
