// Saves each review by itself a moment after it was changed. One that is not complete yet, or can't be sent since the
// connection is gone, is kept on this device and sent when it can be; nothing is kept once it was sent. Without this
// script the button saves.

const PAUSE = 800;
const AGAIN = 15_000;

const form = document.querySelector("form[data-judge]");

// Storage may be full or forbidden (private windows): then what is typed is in the page alone.
function storage(act) {
  try {
    return act(localStorage);
  } catch {
    return null;
  }
}

class Review {
  constructor(row) {
    [this.row, this.id, this.timer, this.sending] = [row, row.dataset.review, null, false];
    this.key = `review:${form.dataset.judge}:${this.id}`;
    this.status = row.querySelector("[data-status]");
    const kept = storage((store) => store.getItem(this.key));
    if (kept) this.restore(JSON.parse(kept));
    row.addEventListener("input", (event) => this.changed(event));
    row.addEventListener("compositionend", (event) => this.changed(event));
  }

  controls() {
    return [...this.row.querySelectorAll("input, textarea, select")].filter((one) => one.name.startsWith(this.id));
  }

  read() {
    const said = this.controls().filter((one) => !["checkbox", "radio"].includes(one.type) || one.checked);
    return said.map((one) => [one.name, one.value]);
  }

  restore(said) {
    for (const one of this.controls()) {
      const values = said.filter(([name]) => name === one.name).map(([, value]) => value);
      if (["checkbox", "radio"].includes(one.type)) one.checked = values.includes(one.value);
      else one.value = values[0] ?? "";
    }
    this.send();
  }

  changed(event) {
    if (event.isComposing) return;
    storage((store) => store.setItem(this.key, JSON.stringify(this.read())));
    this.say("judgeKept");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), PAUSE);
  }

  isComplete() {
    const groups = new Set(this.controls().filter((one) => one.type === "radio").map((one) => one.name));
    const abstains = this.controls().some((one) => one.name.endsWith(".abstains") && one.checked);
    return abstains || [...groups].every((name) => this.controls().some((one) => one.name === name && one.checked));
  }

  isWaiting() {
    return storage((store) => store.getItem(this.key)) !== null;
  }

  async send() {
    if (this.sending || !this.isComplete()) return;
    this.sending = true;
    const said = this.read();
    const body = new URLSearchParams([["_csrf", form.elements._csrf.value], ["ids", this.id], ["save", this.id], ...said]);
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      // What was saved leads on to the page that says so; somebody who was signed out is led elsewhere.
      if (answer.ok && new URL(answer.url).searchParams.get("done") === "reviewed") this.saved(said);
      else this.say("judgeRefused");
    } catch {
      this.say("judgeWaiting");
    }
    this.sending = false;
  }

  saved(said) {
    const later = JSON.stringify(this.read()) !== JSON.stringify(said);
    if (later) {
      this.changed({});
      return;
    }
    storage((store) => store.removeItem(this.key));
    this.row.dataset.done = "";
    this.say("judgeSaved");
    progress();
  }

  say(what) {
    this.status.textContent = form.dataset[what];
  }
}

function progress() {
  const place = document.querySelector("[data-progress]");
  const done = document.querySelectorAll("[data-review][data-done]").length;
  if (place) place.textContent = place.dataset.progress.replace("{done}", done);
}

if (form) {
  const reviews = [...form.querySelectorAll("[data-review]")].map((row) => new Review(row));
  const flush = () => reviews.filter((one) => one.isWaiting()).forEach((one) => one.send());
  window.addEventListener("online", flush);
  setInterval(flush, AGAIN);
}
