// Moves sessions on the draft's grid, by pointer (mouse or pen) and by keyboard: Space lifts a session, arrows
// move it (with Shift by half an hour), Space or Enter drops it, Backspace puts it aside, Escape leaves it.
// Every move is the form that `mover` stands for; the page's own forms do the same without this script.

const HALF_HOUR = 6;
const FAR_ENOUGH = 6;

const mover = document.getElementById("mover");
const told = document.getElementById("plan-told");
const region = () => document.getElementById("plan");
const shelf = () => region().querySelector("[data-shelf]");
const scroll = () => region().querySelector(".plan-scroll");
const rows = () => [...region().querySelectorAll(".plan tbody tr")];
const rooms = () => [...region().querySelectorAll(".plan thead [data-room]")];
const tell = (text) => { told.textContent = text; };

let lifted = null;

const inSeveral = (block) => block.dataset.rooms.includes(" ");

// Where a session is: its row and room by number; the first ones while it is nowhere.
function present(block) {
  const row = block.closest("tr");
  const room = rooms().findIndex((head) => head.dataset.room === block.dataset.rooms.split(" ")[0]);
  return { row: Math.max(rows().indexOf(row), 0), room: Math.max(room, 0), aside: row === null };
}

function lift(block) {
  lifted = { block, to: present(block), ghost: document.createElement("div") };
  lifted.ghost.className = "plan-ghost";
  block.classList.add("lifted");
  if (rows().length > 0 && rooms().length > 0) scroll().append(lifted.ghost);
}

function leave() {
  lifted?.ghost.remove();
  lifted?.block.classList.remove("lifted");
  shelf().classList.remove("over");
  lifted = null;
}

function words({ row, room, aside }) {
  if (aside) return mover.dataset.shelf;
  return `${rows()[row].querySelector("th").textContent.trim()}, ${rooms()[room].textContent.trim()}`;
}

function show() {
  const { ghost, to, block } = lifted;
  shelf().classList.toggle("over", to.aside);
  ghost.hidden = to.aside || rooms().length === 0;
  if (ghost.hidden) return;
  const frame = scroll().getBoundingClientRect();
  const head = rooms()[to.room].getBoundingClientRect();
  const last = Math.min(to.row + Math.ceil(block.dataset.minutes / 5), rows().length) - 1;
  const top = rows()[to.row].getBoundingClientRect().top;
  ghost.textContent = words(to);
  ghost.style.insetInlineStart = `${head.left - frame.left + scroll().scrollLeft}px`;
  ghost.style.top = `${top - frame.top + scroll().scrollTop}px`;
  ghost.style.width = `${head.width}px`;
  ghost.style.height = `${rows()[last].getBoundingClientRect().bottom - top}px`;
}

// The pairs that the form of a move wants.
function destination(block, to) {
  const body = new URLSearchParams([...new FormData(mover)]);
  body.append("version", block.dataset.version);
  body.append("starts_at", to.aside ? "" : rows()[to.row].dataset.at);
  const kept = to.aside ? [] : inSeveral(block) ? block.dataset.rooms.split(" ") : [rooms()[to.room].dataset.room];
  for (const room of kept) body.append("rooms", room);
  return body;
}

async function drop() {
  const { block, to } = lifted;
  const id = block.id;
  const body = destination(block, to);
  leave();
  region().setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(`${mover.dataset.base}/${block.dataset.move}/move`, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("plan");
    // Signed out, or an error page: let the browser show where we are.
    if (!fresh) return location.assign(block.href);
    const [left, top] = [scroll()?.scrollLeft ?? 0, scroll()?.scrollTop ?? 0];
    region().replaceWith(document.adoptNode(fresh));
    scroll()?.scrollTo(left, top);
    document.getElementById(id)?.focus({ preventScroll: true });
    tell(fresh.querySelector(".notice")?.textContent.trim() || mover.dataset.dropped);
  } catch {
    region().removeAttribute("aria-busy");
    tell(mover.dataset.failed);
  }
}

const clamp = (number, count) => Math.max(0, Math.min(number, count - 1));

const keys = {
  ArrowUp: (to, step) => ({ ...to, row: clamp(to.row - step, rows().length), aside: false }),
  ArrowDown: (to, step) => ({ ...to, row: to.aside ? to.row : clamp(to.row + step, rows().length), aside: false }),
  ArrowLeft: (to) => ({ ...to, room: clamp(to.room - 1, rooms().length), aside: false }),
  ArrowRight: (to) => ({ ...to, room: clamp(to.room + 1, rooms().length), aside: false }),
  Backspace: (to) => ({ ...to, aside: true }),
};

document.addEventListener("keydown", (event) => {
  const block = event.target.closest?.("[data-move]");
  if (!lifted) {
    if (!block || event.key !== " ") return;
    event.preventDefault();
    lift(block);
    show();
    tell(`${mover.dataset.lifted} ${words(lifted.to)}`);
    return;
  }
  const move = keys[event.key];
  if (!move && ![" ", "Enter", "Escape", "Tab"].includes(event.key)) return;
  if (event.key !== "Tab") event.preventDefault();
  if (event.key === "Escape" || event.key === "Tab") {
    leave();
    tell(mover.dataset.left);
  } else if (!move) {
    drop();
  } else if (rows().length > 0 && rooms().length > 0) {
    lifted.to = move(lifted.to, event.shiftKey ? HALF_HOUR : 1);
    show();
    rows()[lifted.to.row].scrollIntoView({ block: "nearest" });
    tell(words(lifted.to));
  }
});

const within = (box, x, y) => box.left <= x && x < box.right && box.top <= y && y < box.bottom;

// Where the pointer is: aside, on a row of a room, or still where it was.
function under(x, y, grip, before) {
  if (within(shelf().getBoundingClientRect(), x, y)) return { ...before, aside: true };
  const row = rows().findIndex((one) => one.getBoundingClientRect().bottom > y - grip);
  const room = rooms().findIndex((one) => { const box = one.getBoundingClientRect(); return box.left <= x && x < box.right; });
  if (row < 0 || room < 0) return before;
  return { row, room, aside: false };
}

document.addEventListener("dragstart", (event) => {
  if (event.target.closest?.("[data-move]")) event.preventDefault();
});

document.addEventListener("pointerdown", (event) => {
  const block = event.target.closest?.("[data-move]");
  // A finger scrolls; it has the form behind the link.
  if (!block || event.button !== 0 || event.pointerType === "touch") return;
  const [x, y] = [event.clientX, event.clientY];
  const grip = block.closest("tr") ? y - block.getBoundingClientRect().top : 0;
  const listening = new AbortController();
  const { signal } = listening;
  let dragging = false;

  document.addEventListener("pointermove", (moved) => {
    if (!dragging && Math.hypot(moved.clientX - x, moved.clientY - y) < FAR_ENOUGH) return;
    if (!dragging) lift(block);
    dragging = true;
    lifted.to = under(moved.clientX, moved.clientY, grip, lifted.to);
    show();
  }, { signal });
  document.addEventListener("pointerup", () => {
    listening.abort();
    if (!dragging) return;
    // The click that follows at once, if one does, would open the form.
    const clicking = new AbortController();
    document.addEventListener("click", (click) => click.preventDefault(), { capture: true, signal: clicking.signal });
    setTimeout(() => { clicking.abort(); drop(); });
  }, { signal });
  document.addEventListener("pointercancel", () => { listening.abort(); leave(); }, { signal });
});
