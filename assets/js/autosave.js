// Saves a form as one types, so that a draft survives a closed browser: some seconds after the last change, and before the
// page is left. The server refuses what is wrong in it; then, and without a network, a line beneath the buttons says so.

const PAUSE_MS = 3000;

function line(form) {
  const place = document.createElement("p");
  place.className = "form-note";
  place.setAttribute("role", "status");
  form.append(place);
  return place;
}

function keep(form) {
  const note = line(form);
  let timer = 0;
  let saved = state();
  let busy = false;

  function state() {
    return new URLSearchParams([...new FormData(form)].filter(([name]) => name !== "version")).toString();
  }

  async function save() {
    const now = state();
    if (busy || form.dataset.sent || now === saved) return;
    busy = true;
    try {
      const body = new URLSearchParams(new FormData(form));
      body.set("then", "stay");
      const answer = await fetch(form.action, { method: "POST", body, keepalive: body.toString().length < 60000 });
      if (answer.ok) {
        form.elements.version.value = (await answer.json()).version;
        saved = now;
        note.textContent = form.dataset.saved;
      } else {
        note.textContent = form.dataset.unsaved;
      }
    } catch {
      note.textContent = form.dataset.unreached;
    } finally {
      busy = false;
      if (state() !== now) later();
    }
  }

  function later(event) {
    if (event?.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE_MS);
  }

  for (const moment of ["input", "change", "compositionend"]) form.addEventListener(moment, later);
  form.addEventListener("submit", () => clearTimeout(timer));
  window.addEventListener("online", save);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
}

for (const form of document.querySelectorAll("form[data-autosave]")) keep(form);
