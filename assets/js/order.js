// A judge's order: moved by pointer (drag) or by its buttons, kept on this device and sent by itself (see kept.js). Dropped on
// another, one is tied with it; dropped between two, it stands between them. Without this script each button is sent and the
// page comes back.

import { Kept, resend } from "./kept.js";

const form = document.querySelector("form[data-order-of]");
const edge = 72;

const ranked = form?.querySelector("[data-ranked]");
const unseen = form?.querySelector("[data-unseen]");
const places = () => [...ranked.children];
const placeOf = (rival) => rival.closest("[data-place]");

function place(rival) {
  const made = form.querySelector("template").content.firstElementChild.cloneNode(true);
  made.querySelector("ul").append(rival);
  return made;
}

function tidy() {
  for (const one of places()) if (!one.querySelector("[data-rival]")) one.remove();
  let number = 1;
  for (const [index, one] of places().entries()) {
    one.querySelector(".order-number").textContent = number;
    const alike = one.querySelectorAll("[data-rival]");
    const alone = alike.length === 1;
    for (const rival of alike) {
      const may = { up: !(alone && index === 0), down: !(alone && index === places().length - 1), tie: index > 0, out: true };
      for (const [step, can] of Object.entries(may)) button(rival, step).disabled = !can;
    }
    number += alike.length;
  }
  form.querySelector("[data-none]").hidden = places().length > 0;
  form.querySelector("[data-all]").hidden = unseen.children.length > 0;
}

const button = (rival, step) => rival.querySelector(`[data-step="${step}"]`);

const steps = {
  up(rival, own, alone) {
    if (alone) own.previousElementSibling?.before(own);
    else own.before(place(rival));
  },
  down(rival, own, alone) {
    if (alone) own.nextElementSibling?.after(own);
    else own.after(place(rival));
  },
  tie(rival, own) {
    own.previousElementSibling?.querySelector("ul").append(rival);
  },
  in(rival) {
    ranked.append(place(rival));
  },
  out(rival) {
    unseen.append(rival);
  },
};

class Ballot extends Kept {
  constructor() {
    const { kept, saved, waiting } = form.dataset;
    super(`ballot:${form.dataset.orderOf}`, form.querySelector("[data-status]"), { kept, saved, waiting });
    this.both = form.querySelector("[data-both]");
    const left = this.waiting();
    if (!left) return;
    // It had arrived, though nobody heard that it did.
    if (JSON.stringify(left.said) === JSON.stringify(this.read())) this.forget();
    else if (left.over === this.over()) this.restore(left.said);
    else this.choose(left.said);
  }

  over() {
    return form.elements.version.value;
  }

  read() {
    return places().map((one) => [...one.querySelectorAll("[data-rival]")].map((rival) => rival.dataset.rival));
  }

  isComplete() {
    return this.both.hidden;
  }

  restore(said) {
    const rivals = new Map([...form.querySelectorAll("[data-rival]")].map((rival) => [rival.dataset.rival, rival]));
    unseen.append(...rivals.values());
    for (const alike of said) {
      const [first, ...others] = alike.filter((id) => rivals.has(id)).map((id) => rivals.get(id));
      if (!first) continue;
      const made = place(first);
      made.querySelector("ul").append(...others);
      ranked.append(made);
    }
    tidy();
    this.unsent = true;
    this.send();
  }

  // It was changed on another device since: she says which of the two it is to be.
  choose(said) {
    this.both.hidden = false;
    const chosen = (act) => () => {
      this.both.hidden = true;
      act();
    };
    this.both.querySelector("[data-mine]").addEventListener("click", chosen(() => this.restore(said)));
    this.both.querySelector("[data-stored]").addEventListener("click", chosen(() => this.forget()));
  }

  async post(said) {
    const lines = said.flatMap((alike) => [["order", "-"], ...alike.map((id) => ["order", id])]);
    const version = form.elements.version.value;
    const body = new URLSearchParams([["_csrf", form.elements._csrf.value], ["version", version], ["then", "stay"], ...lines]);
    const answer = await fetch(form.action, { method: "POST", body });
    if (answer.status === 409) location.reload();
    if (!answer.ok || !answer.headers.get("content-type")?.includes("json")) return form.dataset.refused;
    form.elements.version.value = (await answer.json()).version;
    return null;
  }

  taken() {}

  move(rival, act) {
    act();
    // Who goes on from what is stored has chosen it.
    this.both.hidden = true;
    tidy();
    this.changed();
    const where = rival.closest("[data-place]");
    const told = where ? form.dataset.placed.replace("{place}", where.querySelector(".order-number").textContent) : form.dataset.unplaced;
    form.querySelector("[data-told]").textContent = `${rival.dataset.name}: ${told}`;
  }
}

// Where the pointer is: on one (tied), or above or below its place.
function target(x, y, dragged) {
  const over = document.elementFromPoint(x, y);
  if (!over || !form.contains(over)) return null;
  const other = over.closest("[data-rival]");
  if (other === dragged) return null;
  if (over.closest("[data-unseen-box]")) return { how: "out", mark: unseen };
  const own = over.closest("[data-place]");
  if (!own) return over.closest("[data-ranked-box]") ? { how: "in", mark: ranked } : null;
  const { top, bottom } = own.getBoundingClientRect();
  const third = Math.min((bottom - top) / 3, edge / 3);
  if (y < top + third) return { how: "before", own, mark: own };
  if (y > bottom - third) return { how: "after", own, mark: own };
  return { how: "tie", own, mark: own };
}

function drop(rival, { how, own }) {
  if (how === "before") own.before(place(rival));
  else if (how === "after") own.after(place(rival));
  else if (how === "tie") own.querySelector("ul").append(rival);
  else steps[how](rival);
}

function drag(ballot, rival, start) {
  const [id, from] = [start.pointerId, { x: start.clientX, y: start.clientY }];
  let to = null;
  const mark = (found) => {
    if (to) delete to.mark.dataset.drop;
    to = found;
    if (to) to.mark.dataset.drop = to.how;
  };
  const move = (event) => {
    if (event.pointerId !== id) return;
    rival.style.transform = `translate(${event.clientX - from.x}px, ${event.clientY - from.y}px)`;
    if (event.clientY < edge) window.scrollBy(0, -12);
    if (event.clientY > window.innerHeight - edge) window.scrollBy(0, 12);
    mark(target(event.clientX, event.clientY, rival));
  };
  const end = (event) => {
    if (event.pointerId !== id) return;
    for (const [name, act] of listeners) window.removeEventListener(name, act);
    const found = event.type === "pointerup" ? to : null;
    mark(null);
    rival.classList.remove("dragged");
    rival.style.transform = "";
    if (found) ballot.move(rival, () => drop(rival, found));
  };
  const listeners = [["pointermove", move], ["pointerup", end], ["pointercancel", end]];
  for (const [name, act] of listeners) window.addEventListener(name, act);
  rival.classList.add("dragged");
}

if (form) {
  tidy();
  const ballot = new Ballot();
  resend([ballot]);
  form.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-step]");
    if (!pressed) return;
    event.preventDefault();
    const rival = pressed.closest("[data-rival]");
    const own = placeOf(rival);
    const alone = own?.querySelectorAll("[data-rival]").length === 1;
    ballot.move(rival, () => steps[pressed.dataset.step](rival, own, alone));
    // The button may be out of place now: the focus stays with the one that moved.
    const stays = [pressed, ...rival.querySelectorAll("[data-step]")].find((one) => !one.disabled && one.checkVisibility());
    stays?.focus();
  });
  form.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest("[data-grip]");
    if (!grip || event.button !== 0) return;
    event.preventDefault();
    drag(ballot, grip.closest("[data-rival]"), event);
  });
}
