// Keeps what was typed through an error, Back, a reload or a lost connection. The draft lives in this tab
// only (sessionStorage): the machine may be shared. Passwords, codes, files and answers marked
// `data-private` are never kept. A page that says `data-draft-done="name"` ends that draft; where one of
// its links is marked `data-draft-kept`, only when another one is followed, so that what was typed is there again behind that one.

const PREFIX = "draft:";

function keepable(control) {
  return control.name !== "" && !control.name.startsWith("_") && !["password", "file", "submit", "button"].includes(control.type)
    && control.autocomplete !== "one-time-code" && !control.closest("[data-private]");
}

function controls(form) {
  return [...form.elements].filter((element) => "value" in element && keepable(element));
}

function read(form) {
  const kept = {};
  for (const control of controls(form)) {
    const tickable = control.type === "checkbox" || control.type === "radio";
    if (tickable && !control.checked) continue;
    (kept[control.name] ??= []).push(control.value);
  }
  return kept;
}

function write(form, kept) {
  for (const control of controls(form)) {
    const values = kept[control.name] ?? [];
    if (control.type === "checkbox" || control.type === "radio") control.checked = values.includes(control.value);
    else if (values.length > 0) control.value = values[0];
  }
  document.dispatchEvent(new Event("draft:restored"));
}

// Storage may be full or forbidden (private windows): then the page works without drafts.
function storage(act) {
  try {
    return act(sessionStorage);
  } catch {
    return null;
  }
}

function announce(form, name) {
  const note = document.createElement("p");
  note.className = "form-note";
  note.setAttribute("role", "status");
  const forget = document.createElement("button");
  forget.type = "button";
  forget.className = "button quiet";
  forget.textContent = form.dataset.forget;
  forget.addEventListener("click", () => {
    storage((store) => store.removeItem(PREFIX + name));
    form.reset();
    document.dispatchEvent(new Event("draft:restored"));
    note.remove();
    form.querySelector("input:not([type=hidden])")?.focus();
  });
  note.append(form.dataset.kept, forget);
  form.prepend(note);
}

function guard(form) {
  const name = form.dataset.draft;
  const blank = JSON.stringify(read(form));
  const answered = document.querySelector("[data-summary]") !== null;
  const kept = storage((store) => store.getItem(PREFIX + name));
  // After an error the server has already filled the form with what was sent, which is newer.
  if (kept && !answered && kept !== blank) {
    write(form, JSON.parse(kept));
    announce(form, name);
  }
  const save = (event) => {
    if (event.isComposing) return;
    storage((store) => store.setItem(PREFIX + name, JSON.stringify(read(form))));
  };
  for (const moment of ["input", "change", "compositionend", "submit"]) form.addEventListener(moment, save);
}

const done = document.body.dataset.draftDone;
const end = () => storage((store) => store.removeItem(PREFIX + done));
if (done && document.querySelector("[data-draft-kept]") === null) end();
else if (done) {
  document.addEventListener("click", (event) => {
    // The language switch stays on the page.
    const link = event.target.closest("a[href]:not([hreflang])");
    if (link !== null && !("draftKept" in link.dataset)) end();
  });
}
for (const form of document.querySelectorAll("form[data-draft]")) guard(form);
