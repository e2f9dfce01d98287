// Saves each review by itself a moment after it was changed. One that is not complete yet, or can't be sent since the
// connection is gone, is kept on this device and sent when it can be. Without this script the button saves.

import { Kept, resend } from "./kept.js";

const form = document.querySelector("form[data-judge]");

const words = ({ judgeKept, judgeSaved, judgeWaiting }) => ({ kept: judgeKept, saved: judgeSaved, waiting: judgeWaiting });

class Review extends Kept {
  constructor(row) {
    super(`review:${form.dataset.judge}:${row.dataset.review}`, row.querySelector("[data-status]"), words(form.dataset));
    [this.row, this.id] = [row, row.dataset.review];
    const kept = this.waiting();
    if (kept) this.restore(kept.said);
    for (const moment of ["input", "compositionend"]) row.addEventListener(moment, (event) => event.isComposing || this.changed());
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
    this.unsent = true;
    this.send();
  }

  isComplete() {
    const groups = new Set(this.controls().filter((one) => one.type === "radio").map((one) => one.name));
    const abstains = this.controls().some((one) => one.name.endsWith(".abstains") && one.checked);
    return abstains || [...groups].every((name) => this.controls().some((one) => one.name === name && one.checked));
  }

  async post(said) {
    const body = new URLSearchParams([["_csrf", form.elements._csrf.value], ["ids", this.id], ["save", this.id], ...said]);
    const answer = await fetch(form.action, { method: "POST", body });
    // What was saved leads on to the page that says so; somebody who was signed out is led elsewhere.
    const saved = answer.ok && new URL(answer.url).searchParams.get("done") === "reviewed";
    return saved ? null : form.dataset.judgeRefused;
  }

  taken() {
    this.row.dataset.done = "";
    const place = document.querySelector("[data-progress]");
    const done = document.querySelectorAll("[data-review][data-done]").length;
    if (place) place.textContent = place.dataset.progress.replace("{done}", done);
  }
}

if (form) resend([...form.querySelectorAll("[data-review]")].map((row) => new Review(row)));
