// Fills `_key`, by which the server knows a repeat: the same key for the same answers, so that a retry after a
// lost reply counts once; a fresh one as soon as an answer has changed. Kept beside the draft, in this tab.

const PREFIX = "key:";

// FNV-1a over UTF-16 units, twice with other seeds: enough to notice a change, and no answer can be read from it.
function print(text) {
  const half = (seed) => {
    let hash = seed;
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619) >>> 0;
    return hash.toString(16);
  };
  return half(2166136261) + half(40389);
}

function fresh() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function key(form) {
  const answers = [...new FormData(form)].filter(([name]) => !name.startsWith("_"));
  const now = print(JSON.stringify(answers));
  const name = PREFIX + (form.dataset.draft ?? form.action);
  try {
    const [before, kept] = (sessionStorage.getItem(name) ?? "").split(" ");
    if (before === now && kept) return kept;
    const made = fresh();
    sessionStorage.setItem(name, `${now} ${made}`);
    return made;
  } catch {
    // No storage in this window: the key then protects this one page only.
    return form.elements._key.value || fresh();
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.elements._key) form.elements._key.value = key(form);
}, true);

const done = document.body.dataset.draftDone;
if (done) {
  try {
    sessionStorage.removeItem(PREFIX + done);
  } catch {
    // Nothing was kept either.
  }
}
